"""Joined cells: what stands in the first of them is meant for each row beside which it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from ppid_core.intake.workbook.marks import MOST_CELLS, At, Merge


def carried_down(
    rows: Sequence[Sequence[str]], merges: Sequence[Merge], first: int, summed: frozenset[int]
) -> Mapping[At, str]:
    """Return the text for each cell that is joined to one above it.

    A row in which nothing of its own is typed is no row: where all cells are joined, a record only stands on
    two lines. A joined count stays where it is: carried down it would be counted twice.

    Args:
        rows: the texts of the sheet.
        merges: cells joined into one.
        first: the first row under the heading, from 0.
        summed: positions of columns that are added up.
    """
    joined = (
        (row, begin)
        for begin, end in merges
        if first <= begin[0] < len(rows) and begin[1] not in summed and begin[1] < len(rows[begin[0]])
        for row in range(begin[0] + 1, min(end[0] + 1, len(rows)))
    )
    return {
        (row, begin[1]): rows[begin[0]][begin[1]]
        for row, begin in islice(joined, MOST_CELLS)
        if rows[begin[0]][begin[1]].strip() and any(cell.strip() for cell in rows[row])
    }
