"""The tables of a folder, a workbook or a file as they were typed, before anyone reads their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ppid_core.intake.cells import CellError
from ppid_core.intake.files.csv_file import read_csv
from ppid_core.intake.files.folder import Folder, table_in
from ppid_core.intake.files.importer import ending, refused
from ppid_core.intake.files.workbook.sheets import book_sheets
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows.heading import lay_out
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import TABLES
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.language import Bilingual
from ppid_core.source import WORKBOOKS

_CSV = ".csv"


def opened_tables(path: Path) -> Mapping[str, Sheet]:
    """Return the sheet of each table that lies there.

    Args:
        path: a folder of tables, a workbook, or one table as CSV; of one that is not called after a table,
            the heading tells which register it is.

    Raises:
        InputError: there is nothing that can be opened so.
        ExtraMissingError: it is a workbook, and python-calamine is not installed.
    """
    if path.is_dir():
        folder = Folder(folder=path)
        folder.read()
        return folder.sheets
    if not path.is_file() or ending(path) not in {_CSV, *WORKBOOKS}:
        raise refused(path.name, _no_tables())
    try:
        if ending(path) in WORKBOOKS:
            return book_sheets(path, Ledger(workbook=path.name))
        sheet = read_csv(path.name, path.read_bytes())
    except CellError as error:
        raise refused(path.name, error) from None
    return {table_in(path.name) or _register_of(sheet): sheet}


def _register_of(sheet: Sheet) -> str:
    """Return the register of which a heading names most columns, the first of several."""
    registers: Sequence[TableSpec[Any]] = [spec for spec in TABLES if spec.cases]
    return max(registers, key=lambda spec: len(lay_out(sheet, spec, Ledger()).places)).name


def _no_tables() -> CellError:
    return CellError(
        Bilingual(
            "tidak ada folder, buku kerja, atau tabel CSV bernama demikian.",
            "there is no folder, workbook or CSV table of that name.",
        ),
        Bilingual("folder laporan, buku kerja, atau berkas .csv", "a folder, a workbook or a file .csv"),
    )
