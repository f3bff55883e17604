"""What a sheet says besides its values, and the last cell that is filled in."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from ppid_core.intake.files.workbook.fault import too_many_cells
from ppid_core.intake.sheet import MOST_COLUMNS
from ppid_core.source import column_letters
from ppid_core.writing import format_number

MOST_CELLS = 2_000_000
"""Cells of all sheets, blank ones between filled ones included."""

MOST_MERGES = 10_000
"""Joined cells of one sheet that are looked at."""

At = tuple[int, int]
"""Row and column of a cell, both from 0."""
Merge = tuple[At, At]
"""The first and the last cell of those that are joined into one."""


@frozen(kw_only=True)
class SheetMarks:
    """What is marked in one sheet.

    Attributes:
        height: rows up to the last filled cell.
        width: columns up to the last filled cell.
        merges: cells joined into one.
        percents: cells that show their number as a share of a hundred.
        errors: what formulas could not work out, ``#N/A``.
        uncomputed: cells with a formula whose result was never saved.
        sums: cells with a formula that sums cells above.
        hidden_rows: filled rows that are hidden, from 1.
        hidden_columns: letters of filled columns that are hidden.
    """

    height: int = 0
    width: int = 0
    merges: tuple[Merge, ...] = ()
    percents: frozenset[At] = frozenset()
    errors: Mapping[At, str] = field(factory=dict)
    uncomputed: frozenset[At] = frozenset()
    sums: frozenset[At] = frozenset()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()


def refuse_sprawl(height: int, width: int, before: int = 0) -> None:
    """Refuse a sheet that would fill the memory with blank cells.

    Args:
        height: rows up to the last filled cell.
        width: columns up to the last filled cell.
        before: cells of the sheets that were read already.

    Raises:
        CellError: it is filled too far down or to the right.
    """
    last = f"{column_letters(max(width, 1) - 1)}{height}"
    if width > MOST_COLUMNS:
        raise too_many_cells(last, f"{MOST_COLUMNS} kolom", f"{MOST_COLUMNS} columns")
    if height * width + before > MOST_CELLS:
        most, english = format_number(MOST_CELLS), format_number(MOST_CELLS, "en")
        raise too_many_cells(last, f"{most} sel sebuku kerja", f"{english} cells a workbook")
