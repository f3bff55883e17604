"""Tables as CSV files of a report folder, which spreadsheets open rightly."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from ppid_core.glossary.heading import TableHeadings
from ppid_core.glossary.key import report_keys
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.cells.value import cell_text
from ppid_core.intake.tables import MATRIX, PERIOD, table_headings
from ppid_core.intake.tables.printed_form import NO_FORMS, PrintedForm, head_lines

_REPORT = "laporan"
_INSTEAD_OF_ANOTHER = "jumlah_pemohon"
"""Stands in place of *jumlah*, never beside it: left to the guide."""


def all_files(
    tables: Mapping[str, Sequence[Cells]], year: int | None, forms: Mapping[str, PrintedForm] = NO_FORMS
) -> Mapping[str, bytes]:
    """Return a CSV file for every table, those without rows with their headings alone; every key is there.

    Args:
        tables: rows that are filled in.
        year: of the report.
        forms: the tables that are laid out as a form of the law.
    """
    files = {
        f"{name}.csv": _form(forms[name], tables.get(name, ()))
        if name in forms
        else _table(table, tables.get(name, ()))
        for name, table in table_headings().items()
    }
    return {**files, f"{_REPORT}.csv": _report(year, tables.get(_REPORT, ()))}


def filled_files(tables: Mapping[str, Sequence[Cells]]) -> Mapping[str, bytes]:
    """Return a CSV file for each table that has rows."""
    return {f"{name}.csv": _table(table_headings()[name], rows) for name, rows in tables.items()}


def table_bytes(name: str, rows: Sequence[Cells]) -> bytes:
    """Return one table as CSV."""
    return _table(table_headings()[name], rows)


def _table(table: TableHeadings, rows: Sequence[Cells]) -> bytes:
    known = [heading.name for heading in table.headings if not heading.is_ticked]
    used = {name for row in rows for name in row}
    unused = {"jumlah" if _INSTEAD_OF_ANOTHER in used else _INSTEAD_OF_ANOTHER}
    unused |= {PERIOD} - used if table.name == MATRIX else set()
    further = [name for row in rows[:1] for name in row if name not in known]
    return _csv_bytes([*(name for name in known if name not in unused), *further], rows)


def _form(form: PrintedForm, rows: Sequence[Cells]) -> bytes:
    """Return a register under the head of its form: what a title spans is blank beside it and below."""
    columns, cells = form.filled(rows)
    lines = [*head_lines(columns), *([cell_text(row.get(one.name)) for one in columns] for row in cells)]
    return _csv_text(lines)


def _report(year: int | None, rows: Sequence[Cells]) -> bytes:
    filled = {str(row["kunci"]): row["isi"] for row in rows}
    keys = {**{key.name: None for key in report_keys()}, "tahun": year, **filled}
    return _csv_bytes(["kunci", "isi"], [{"kunci": key, "isi": value} for key, value in keys.items()])


def _csv_bytes(headings: Sequence[str], rows: Iterable[Cells]) -> bytes:
    """Return a table with these headings; a heading that a row has not is a blank cell."""
    return _csv_text([headings, *([cell_text(row.get(name)) for name in headings] for row in rows)])


def _csv_text(lines: Iterable[Sequence[str]]) -> bytes:
    stream = StringIO()
    csv.writer(stream, lineterminator="\n").writerows(lines)
    return text_bytes(stream.getvalue())


def text_bytes(text: str) -> bytes:
    """Return UTF-8 with a byte-order mark, by which spreadsheets know it, and keep ticks on saving."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")
