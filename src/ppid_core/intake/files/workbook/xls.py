"""An .xls of Excel 2003 and before: its values and marks.

They are read by xlrd, which tells how a number is shown and which formulas failed: without either, 43,07 %
would be 0,4307, and an outcome that failed (#N/A) an open case. Formulas themselves it does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from ppid_core.errors import ExtraMissingError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files.workbook.cell import Value
from ppid_core.intake.files.workbook.fault import damaged, locked
from ppid_core.intake.files.workbook.marks import MOST_MERGES, At, SheetMarks, refuse_sprawl
from ppid_core.source import column_letters

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell, Sheet

_AS_IT_STANDS = re.compile(r'"[^"]*"|\\.|_.')
"""What a number format prints as it stands: a % in it makes no share."""


class OldSheet(NamedTuple):
    """A sheet as it was saved; one with a fault has no rows."""

    name: str
    rows: list[list[Value]]
    marks: SheetMarks
    is_hidden: bool
    fault: CellError | None = None


def old_sheets(name: str, content: bytes) -> tuple[bool, tuple[OldSheet, ...]]:
    """Return whether days are counted from 1904, and the sheets.

    Args:
        name: the name of the file, for the message where a package is missing.
        content: its bytes.

    Raises:
        CellError: it is locked or damaged.
        ExtraMissingError: xlrd is not installed.
    """
    try:
        from xlrd import open_workbook  # noqa: PLC0415  an extra
        from xlrd.biffh import XLRDError  # noqa: PLC0415  an extra
    except ImportError:
        raise ExtraMissingError(name, "xlsx") from None
    told = StringIO()  # what xlrd finds odd it would print
    try:
        book = open_workbook(file_contents=content, logfile=told, formatting_info=True, ragged_rows=True)
        return bool(book.datemode), tuple(_sheets(book))
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except XLRDError as error:
        raise (locked() if "encrypted" in str(error) else damaged()) from None
    except Exception:  # noqa: BLE001  of a broken file anything may be raised
        raise damaged() from None


def _sheets(book: Book) -> Iterator[OldSheet]:
    """Yield the sheets; none is laid out that would fill the memory."""
    before = 0
    for sheet in book.sheets():
        filled = tuple(_filled(sheet))
        height = max((row + 1 for (row, _), _ in filled), default=0)
        width = max((at + 1 for (_, at), _ in filled), default=0)
        is_hidden = sheet.visibility != 0
        try:
            refuse_sprawl(height, width, before)
        except CellError as error:
            yield OldSheet(sheet.name, [], SheetMarks(), is_hidden, error)
            continue
        before += height * width
        rows: list[list[Value]] = [[""] * width for _ in range(height)]
        for (row, at), cell in filled:
            rows[row][at] = _value(book, cell)
        yield OldSheet(sheet.name, rows, _marks(book, sheet, filled, (height, width)), is_hidden)


def _filled(sheet: Sheet) -> Iterator[tuple[At, Cell]]:
    """Yield each cell that is not blank, with its place."""
    from xlrd import XL_CELL_BLANK, XL_CELL_EMPTY  # noqa: PLC0415  an extra

    for row in range(sheet.nrows):
        for at, cell in enumerate(sheet.row(row)):
            if cell.ctype not in {XL_CELL_EMPTY, XL_CELL_BLANK} and cell.value != "":
                yield (row, at), cell


def _value(book: Book, cell: Cell) -> Value:
    """Return what a cell holds; of a formula that failed nothing, its mark tells."""
    from xlrd import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR  # noqa: PLC0415  an extra
    from xlrd.xldate import xldate_as_datetime  # noqa: PLC0415  an extra

    if cell.ctype == XL_CELL_ERROR:
        return ""
    if cell.ctype == XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype != XL_CELL_DATE or isinstance(cell.value, str):
        return cell.value
    if cell.value < 1:  # a time of day
        return timedelta(seconds=round(cell.value * timedelta(days=1).total_seconds()))
    day: datetime = xldate_as_datetime(cell.value, book.datemode)
    return day


def _marks(book: Book, sheet: Sheet, filled: Sequence[tuple[At, Cell]], reach: tuple[int, int]) -> SheetMarks:
    from xlrd import XL_CELL_ERROR, error_text_from_code  # noqa: PLC0415  an extra

    rows, columns = ({place[way] for place, _ in filled} for way in (0, 1))
    return SheetMarks(
        height=reach[0],
        width=reach[1],
        merges=tuple(
            ((top, left), (below - 1, right - 1))
            for top, below, left, right in sheet.merged_cells[:MOST_MERGES]
        ),
        percents=frozenset(place for place, cell in filled if _is_share(book, cell)),
        errors={
            place: error_text_from_code.get(int(cell.value), "#N/A")
            for place, cell in filled
            if cell.ctype == XL_CELL_ERROR
        },
        hidden_rows=tuple(row + 1 for row in sorted(rows) if _is_hidden(sheet.rowinfo_map.get(row))),
        hidden_columns=tuple(
            column_letters(at) for at in sorted(columns) if _is_hidden(sheet.colinfo_map.get(at))
        ),
    )


def _is_hidden(shown: object) -> bool:
    return bool(getattr(shown, "hidden", 0))


def _is_share(book: Book, cell: Cell) -> bool:
    """Tell whether a number is shown as a share of a hundred."""
    from xlrd import XL_CELL_NUMBER  # noqa: PLC0415  an extra

    if cell.ctype != XL_CELL_NUMBER or cell.xf_index is None:
        return False
    shown = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    return shown is not None and "%" in _AS_IT_STANDS.sub("", shown.format_str)
