"""A table and the chart of it, side by side where both fit: half a page for what took a whole one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from ppid_core.language import Lang
from ppid_core.report import Block, Chart, Table
from ppid_exporters.chart.svg import draw, size_of
from ppid_exporters.layout.columns import SIZES, depth, is_easy, needs, shared
from ppid_exporters.layout.grid import Grid, is_bare
from ppid_exporters.layout.matrix import is_matrix

GUTTER = 5.0
"""Millimetres between the two."""
CHART_SCALE = 0.93
"""How large charts are printed: letters of all of them keep one size."""
_PIXEL = 25.4 / 96
"""Millimetres of a pixel."""
_KINDS = frozenset({"bars", "line"})
"""What can be drawn on less than the width of a page."""


@frozen(kw_only=True)
class Pair:
    """A table and its chart that stand side by side.

    Attributes:
        of_table: millimetres that the table is given, at the left; the chart has the rest.
    """

    table: Table
    chart: Chart
    of_table: float


def paired(blocks: Sequence[Block], room: float, accent: str, lang: Lang) -> Iterator[Block | Pair]:
    """Yield blocks; a table and the chart right after it as a pair, where they fit side by side.

    They do where the table, in the largest letters and without breaking a word, fits into what its chart
    leaves of the width, and where both take less height than one below the other.

    Args:
        blocks: those of a section.
        room: millimetres from margin to margin.
        accent: the colour of the document.
        lang: its language.
    """
    held: Table | None = None
    for block in blocks:
        if held is not None:
            pair = _pair(held, block, room, accent, lang) if isinstance(block, Chart) else None
            yield held if pair is None else pair
            held = None
            if pair is not None:
                continue
        if isinstance(block, Table):
            held = block
        else:
            yield block
    if held is not None:
        yield held


def _pair(table: Table, chart: Chart, room: float, accent: str, lang: Lang) -> Pair | None:
    if chart.table != table.key or chart.kind not in _KINDS or table.wide or not table.columns:
        return None
    drawn = [draw(chart, table, accent, lang, breadth) for breadth in ("beside", "broad")]
    if None in drawn or is_bare(table) or is_matrix(table):
        return None
    (wide, high), (_, alone) = (_printed(svg) for svg in drawn if svg is not None)
    left, grid, kind = room - GUTTER - wide, Grid.of(table, lang), SIZES[0]
    some = needs(grid, holds_dates=True)
    if not is_easy(some, kind, left):
        return None
    narrow, upright = (depth(grid, shared(some, kind, width), kind) for width in (left, room))
    return Pair(table=table, chart=chart, of_table=left) if max(narrow, high) < upright + alone else None


def _printed(svg: str) -> tuple[float, float]:
    """Return the width and height of a chart in millimetres."""
    wide, high = size_of(svg)
    return wide * CHART_SCALE * _PIXEL, high * CHART_SCALE * _PIXEL
