"""The matrix of availability: a table whose cells are states, told by sign and shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ppid_core.language import Lang
from ppid_core.model import CellState
from ppid_core.report import Ratio, Section, Table, Value, text

SIGNS: Mapping[CellState, str] = {
    CellState.DISCLOSED: "✓",
    CellState.NOT_DISCLOSED: "□",
    CellState.NOT_APPLICABLE: "–",
    CellState.EXEMPT: "D",
    CellState.NOT_REPORTED: "·",
}


def is_matrix(table: Table) -> bool:
    """Tell whether cells of the table are states."""
    return any(isinstance(cell, CellState) for row in table.rows for cell in row)


def is_blank(row: Sequence[Value]) -> bool:
    """Tell whether every state of a row is *tanpa isian*."""
    return {cell for cell in row if isinstance(cell, CellState)} == {CellState.NOT_REPORTED}


def states(table: Table) -> tuple[CellState, ...]:
    """Return the states that need a key: those of rows that are not blank, in the order of their list."""
    used = {cell for row in table.rows if not is_blank(row) for cell in row if isinstance(cell, CellState)}
    return tuple(state for state in CellState if state in used)


def fraction(value: Value, lang: Lang = "id") -> str:
    """Return a share as part and whole, "7/14": rows of few cells have no percentage."""
    return f"{value.part}/{value.whole}" if isinstance(value, Ratio) else text(value, lang)


def is_across(section: Section) -> bool:
    """Tell whether a chapter stands on the long side of the paper, heading and all: it is made of wide lists.

    A matrix fills such a page by itself; the heading of its chapter stays upright.
    """
    tables = [block for block in section.blocks if isinstance(block, Table)]
    is_of_lists = all(table.wide and not is_matrix(table) for table in tables)
    return bool(tables) and is_of_lists and not section.sections
