"""Which tables stand on the long side of the paper: those that the upright sheet cannot hold, by measure."""

from __future__ import annotations

from math import ceil

from attrs import evolve

from ppid_core.language import Lang
from ppid_core.report import Report, Section, Table
from ppid_exporters.layout.columns import (
    OF_NAMES,
    OF_SHARES,
    SIZES,
    chosen,
    depth,
    least_width,
    longest_word,
    shared,
)
from ppid_exporters.layout.grid import Grid, is_bare
from ppid_exporters.layout.matrix import is_matrix
from ppid_exporters.layout.theme import Paper

_BOUND, _EDGE = 30.0, 25.0
"""Millimetres of the margins."""
_STATE = 6.5
"""Of a matrix, the least that a state needs."""
_BAND = 9.0
"""Points of a heading over several columns of it."""
_WORTH = 0.67
"""Of the upright pages, what lying ones must be at most to be worth that the sheet is turned."""


def oriented(report: Report, paper: Paper, *, takes_hints: bool = False) -> Report:
    """Return the document in which each table knows whether it needs the long side of ``paper``.

    A turned sheet costs the rest of the page before it and the rest of its own: it is for tables of which
    upright a word would be broken, or that are long and lose by narrow columns more than that.

    Args:
        report: the document.
        paper: its sheet.
        takes_hints: whether a table that is hinted to be wide is not measured: of a register of any length
            that takes as long as to write it.
    """

    def section(one: Section, depth: int) -> Section:
        tables = [block for block in one.blocks if isinstance(block, Table)]
        turned = {
            id(table): (takes_hints and table.wide) or is_lying(table, paper, report.meta.lang)
            for table in tables
        }
        is_annex = depth == 1 and not one.sections and all(table.is_register for table in tables)
        # It stands on one kind of sheet, heading and all.
        is_turned = is_annex and any(turned.values())
        blocks = (
            evolve(block, wide=is_turned or turned[id(block)]) if isinstance(block, Table) else block
            for block in one.blocks
        )
        inner = (section(part, depth + 1) for part in one.sections)
        return evolve(one, blocks=tuple(blocks), sections=tuple(inner))

    return evolve(report, sections=tuple(section(one, 1) for one in report.sections))


def is_lying(table: Table, paper: Paper, lang: Lang) -> bool:
    """Tell whether a table needs the long side of the paper."""
    if is_bare(table) or not table.columns:
        return False
    grid, room = Grid.of(table, lang), paper.width - _BOUND - _EDGE
    if is_matrix(table):
        return not _matrix_fits(grid, room)
    kind, some, _ = chosen(grid, room, SIZES)
    if least_width(some, kind) > room:
        return True
    pages, turned = (
        ceil(_pages(grid, room, height))
        for room, height in ((room, paper.height), (paper.height - 2 * _EDGE, paper.width))
    )
    return turned <= pages * _WORTH


def _pages(grid: Grid, room: float, height: float) -> float:
    kind, some, _ = chosen(grid, room, SIZES)
    return depth(grid, shared(some, kind, room), kind) / (height - _BOUND - _EDGE)


def _matrix_fits(grid: Grid, room: float) -> bool:
    """Tell whether states have room for their sign, and the headings over them for their words."""
    states = max(sum(grid.bands) - 2, 1)
    each = (room - OF_NAMES - OF_SHARES) / states
    bands = (place for row in grid.placed for place in row if place.head.is_band)
    return each >= _STATE and all(
        longest_word(place.head.title, _BAND) <= each * place.columns for place in bands
    )
