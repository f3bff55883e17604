"""What a narrow screen asks of a table: whether it fits, and a matrix as a list by its rows."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ppid_core.language import Lang
from ppid_core.model import CellState
from ppid_core.report import Table
from ppid_exporters.layout.grid import Cell, Grid
from ppid_exporters.layout.matrix import is_blank

_ROOM = 280
"""Pixels for a table on a window of 320, the narrowest that WCAG 1.4.10 asks about."""
_LETTER, _CELL = 8.4, 21
"""Pixels of a letter, rounded up, and of the space around what stands in a cell: see ``page.css``."""


def may_scroll(grid: Grid) -> bool:
    """Tell whether a table may be wider than a narrow screen: it is made a stop of the keyboard then.

    Reckoned from the longest word of each column, which is never broken, and the whole of a number.
    """
    rows = [row for row in (*grid.rows, grid.total) if all(cell.span == 1 for cell in row)]
    heads = [[head.title for head in row if not head.is_band] for row in grid.heads]
    names = heads[0] if len(heads) == 1 else [title for row in heads for title in row]
    columns = max(map(len, rows), default=len(names))
    widths = [_longest_word(name) for name in names] if len(names) == columns else [0] * columns
    for row in rows:
        widths = [max(pair) for pair in zip(widths, map(_width, row), strict=False)] or widths
    return sum(widths) * _LETTER + len(widths) * _CELL > _ROOM


def _width(cell: Cell) -> int:
    return len(cell.text) if cell.is_numeric or cell.is_day else _longest_word(cell.text)


def _longest_word(words: str) -> int:
    return max(map(len, words.split()), default=0)


@frozen(kw_only=True)
class RowStates:
    """A row of a matrix as an entry of a list.

    Attributes:
        lang: the language of its name, None where it is that of the document.
        share: its share, None where it has none.
        states: each state that it holds, with the columns that are in it.
    """

    name: str
    lang: Lang | None
    share: Cell | None
    states: tuple[tuple[CellState, tuple[str, ...]], ...]


def rows_of(table: Table, grid: Grid) -> Iterator[RowStates]:
    """Yield the rows of a matrix; a row that is blank has one state and no columns."""
    for row, cells in zip(table.rows, grid.rows, strict=True):
        name, lang = next(((cell.text, cell.lang) for cell in cells if cell.is_name), ("", None))
        share = next((cell for cell in cells if cell.share is not None), None)
        if is_blank(row):
            yield RowStates(name=name, lang=lang, share=None, states=((CellState.NOT_REPORTED, ()),))
            continue
        named = [(cell, column.title) for cell, column in zip(row, table.columns, strict=True)]
        found = ((state, tuple(title for cell, title in named if cell is state)) for state in CellState)
        yield RowStates(name=name, lang=lang, share=share, states=tuple(pair for pair in found if pair[1]))
