"""The tables of a folder, a workbook or a file as they were typed, before anyone reads their rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError
from ppid_core.intake.files.folder import Folder
from ppid_core.intake.files.found import FoundTable, assigned
from ppid_core.intake.files.importer import refused
from ppid_core.intake.files.lone_file import tables_of
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.supplement import NO_SUPPLEMENT
from ppid_core.intake.tables import TABLES
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.language import Bilingual


def opened_tables(path: Path) -> Mapping[str, Sheet]:
    """Return the sheet of each table that lies there.

    Args:
        path: a folder of tables, or one file that holds any; of one that is not called after a table, the
            heading tells which register it is.

    Raises:
        InputError: there is nothing that can be opened so.
        ExtraMissingError: it is a workbook, and python-calamine is not installed.
    """
    if path.is_dir():
        folder = Folder(folder=path)
        folder.read()
        return folder.sheets
    if not path.is_file():
        raise refused(path.name, _no_tables())
    try:
        return _sheets_of(tables_of(path, Ledger(file=path.name), {}))
    except CellError as error:
        raise refused(path.name, error) from None


def _sheets_of(found: Sequence[FoundTable]) -> Mapping[str, Sheet]:
    """Return what is known by name or heading; where nothing is, the first table as the nearest register."""
    work = assigned(found, NO_SUPPLEMENT, Ledger())
    if work.sheets or not work.passed:
        return work.sheets
    first = work.passed[0]
    table = _register_of(first.titles)
    sheet = first.found.read(table, ())
    return {} if sheet is None else {table: sheet}


def _register_of(titles: Iterable[str]) -> str:
    """Return the register of which a heading names most columns, the first of several."""
    said = set(map(spelling, titles))
    registers: Sequence[TableSpec[Any]] = [spec for spec in TABLES if spec.cases]
    return max(registers, key=lambda spec: len(said & spec.accepted.keys())).name


def _no_tables() -> CellError:
    return CellError(
        Bilingual(
            "tidak ada folder, buku kerja, atau tabel bernama demikian.",
            "there is no folder, workbook or table of that name.",
        ),
        Bilingual("folder laporan, buku kerja, atau berkas tabel", "a folder, a workbook or a file of rows"),
    )
