"""A table that stands beside the reports, such as the roster: read as any table is, its headings in row 1."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from ppid_core.errors import InputError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files.csv_file import read_csv
from ppid_core.intake.files.memory import rows_sheet
from ppid_core.intake.files.records import Rows
from ppid_core.intake.files.row_file import kind_of
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows.reading import read_table
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import Absent, ReportingPeriod
from ppid_core.source import WORKBOOKS, Source

T = TypeVar("T")
_ANY_YEAR = 2000
"""Such a table is of no year; days in it name theirs."""


def values_in_file(spec: TableSpec[T], path: Path) -> tuple[tuple[T, ...], Ledger]:
    """Return the values of a table in a CSV file or the first sheet of a workbook, and what was found.

    Raises:
        InputError: it cannot be read; it carries every problem.
        ExtraMissingError: it is a workbook, and python-calamine is not installed.
    """
    ledger = Ledger(file=path.name)
    try:
        sheet = _sheet(path)
    except (CellError, OSError) as error:
        told = error if isinstance(error, CellError) else _unopened(error)
        ledger.refuse(Source(file=path.name), told)
        raise InputError(ledger.problems) from error
    return _values(spec, sheet, ledger), ledger


def values_in_rows(spec: TableSpec[T], rows: Rows) -> tuple[tuple[T, ...], Ledger]:
    """Return the same of rows from memory.

    Raises:
        RowError: one of them is none.
    """
    ledger = Ledger(file=spec.name)
    return _values(spec, rows_sheet(Source(file=spec.name), rows), ledger), ledger


def _values(spec: TableSpec[T], sheet: Sheet, ledger: Ledger) -> tuple[T, ...]:
    setting = Setting(period=ReportingPeriod(_ANY_YEAR), is_dated=False)
    found = read_table(spec, sheet, setting, ledger)
    return () if isinstance(found, Absent) else found


def _sheet(path: Path) -> Sheet:
    if kind_of(path.name) not in WORKBOOKS:
        return read_csv(path.name, path.read_bytes())
    from ppid_core.intake.files.workbook.book import open_book  # noqa: PLC0415  a CSV file needs no reader of workbooks

    book = open_book(path.name, path.read_bytes())
    first = next((sheet for sheet in book.sheets if sheet.rows), None)
    if first is None:
        raise _EMPTY
    heading, *rows = first.rows
    titles = [str(title or "").strip() for title in heading]
    records: list[dict[str, Any]] = [
        {title: cell for title, cell in zip(titles, row, strict=False) if title and cell not in {None, ""}}
        for row in rows
    ]
    return rows_sheet(Source(file=path.name, sheet=first.name), records)


def _unopened(error: OSError) -> CellError:
    why = error.strerror or str(error)
    return CellError(Bilingual(f"tidak dapat dibuka: {why}.", f"cannot be opened: {why}."), _READABLE)


_READABLE = Bilingual("tabel (.csv atau .xlsx)", "a table (.csv or .xlsx)")
_EMPTY = CellError(Bilingual("buku kerja ini kosong.", "this workbook is empty."), _READABLE)
