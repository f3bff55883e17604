"""The tables in a file, whatever kind it is: rows, a workbook, or JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve

from ppid_core.intake.cells import CellError
from ppid_core.intake.files.found import FoundTable
from ppid_core.intake.files.row_file import RowFile, is_row_file, kind_of, unpacked_name
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows.cross_heading import BESIDE, is_of_totals, may_be_cross_table
from ppid_core.intake.tables import AGGREGATES
from ppid_core.source import WORKBOOKS

_JSON = ".json"


def found_tables(rows: RowFile, content: Callable[[int], bytes], ledger: Ledger) -> Sequence[FoundTable]:
    """Return the tables that a file holds; none where it is of no kind that holds any.

    Args:
        rows: the file, as one of rows.
        content: returns so many bytes of it, unpacked; all of them for -1.
        ledger: what is found is told there.

    Raises:
        CellError: it cannot be read.
        ExtraMissingError: what reads it is not installed.
    """
    kind = kind_of(rows.name)
    if is_row_file(rows.name):
        return [_of_totals(rows) or rows.found]
    if kind in WORKBOOKS:
        from ppid_core.intake.files.workbook.sheets import book_tables  # noqa: PLC0415  most folders have no workbook

        return book_tables(rows.name, content, ledger, rows.inputs)
    if kind == _JSON:
        from ppid_core.intake.files.json_file import json_tables  # noqa: PLC0415  a folder needs no converter

        return json_tables(rows.name, content(-1), rows.inputs)
    return ()


def _of_totals(rows: RowFile) -> FoundTable | None:
    """Return a further table of totals, such as *Rekapitulasi per OPD.csv*; None where it is none."""
    if not is_of_totals(unpacked_name(rows.name).stem) or rows.found.name is not None:
        return None
    try:
        sheet = rows.read(AGGREGATES.name)
    except CellError:
        return None
    if not may_be_cross_table(sheet):
        rows.inputs.pop(rows.name)
        return None
    key = f"{AGGREGATES.name}{BESIDE}{rows.name}"
    return evolve(rows.found, name=key, read=lambda _table, _foreign: sheet)
