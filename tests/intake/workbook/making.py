"""Workbooks as clerks make them, written by openpyxl, which the library does not use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from ppid_core.errors import InputError, Problem
from ppid_core.intake import Intake, load
from ppid_core.intake.files.workbook import WorkbookImporter

REPORT: Sequence[Sequence[object]] = (("kunci", "isi"), ("tahun", 2020))
Rows = Sequence[Sequence[object]]
Change = Callable[[Workbook], object]


def fill(sheet: Worksheet, rows: Rows, first: int = 1) -> None:
    """Write rows from row ``first`` on, None and "" left blank."""
    for row, cells in enumerate(rows, start=first):
        for column, value in enumerate(cells, start=1):
            if value not in (None, ""):
                cell = sheet.cell(row, column)
                assert isinstance(cell, Cell)
                cell.value = value  # type: ignore[assignment]  # whatever a spreadsheet takes


def workbook(sheets: Mapping[str, Rows], change: Change | None = None) -> Workbook:
    """Return a workbook with a sheet *Laporan* for 2020 and the given ones."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in {"Laporan": REPORT, **sheets}.items():
        fill(book.create_sheet(name), rows)
    if change is not None:
        change(book)
    return book


def written(path: Path, sheets: Mapping[str, Rows], change: Change | None = None) -> Path:
    """Write such a workbook and return its path."""
    workbook(sheets, change).save(path)
    return path


def read(path: Path) -> Intake:
    """Return what the workbook holds."""
    return load(path, importers=[WorkbookImporter()])


def refused(path: Path) -> str:
    """Return what is told of a file that cannot be read at all, "" where it can be."""
    try:
        read(path)
    except InputError as error:
        return str(error)
    return ""


def told(problem: Problem) -> str:
    """Return a problem as one line: place, heading as typed, sentence."""
    return f"{problem.source} | {problem.source.column} | {problem.message.id}"


def repacked(
    content: bytes,
    change: Callable[[str, bytes], bytes] = lambda _, part: part,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return an archive with each part changed, and ``more`` parts."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return stream.getvalue()
