"""What a desk has room for: a table and its chart side by side."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from ppid_core.language import Lang
from ppid_core.report import Block, Chart, Table
from ppid_exporters.chart.svg import draw, size_of
from ppid_exporters.layout.columns import Lettering, needs, wished_width
from ppid_exporters.layout.grid import Grid, is_bare
from ppid_exporters.layout.matrix import is_matrix

_ROOM, _GUTTER = 1016, 32
"""Pixels of the text on a window of 1280, and between two that stand side by side: see ``page.css``."""
_LEAST_SCALE = 1.08
"""How large a chart is shown at least, so that its letters of 13 pixels become 14."""
_LEAST_TABLE = 256
"""Pixels that the caption of a table needs."""
_CELLS = Lettering(size=11.25, padding=5.6)
"""Letters of 15 pixels, and what ``page.css`` leaves free beside them."""
_PIXELS = 96 / 25.4
"""Of a millimetre."""


def is_of(block: Block, before: Sequence[Block]) -> bool:
    """Tell whether a block is the chart of the table right before it."""
    if not isinstance(block, Chart) or len(before) != 1:
        return False
    (table,) = before
    return isinstance(table, Table) and table.key == block.table


def beside(blocks: Sequence[Block], accent: str, lang: Lang) -> int:
    """Return the pixels that a table needs beside its chart; 0 where they do not fit side by side.

    Args:
        blocks: a table and its chart; of any others nothing stands side by side.
        accent: the colour of the document.
        lang: its language.
    """
    match blocks:
        case (Table() as table, Chart() as chart) if not (is_bare(table) or is_matrix(table)):
            svg = draw(chart, table, accent, lang)
            wished = ceil(wished_width(needs(Grid.of(table, lang), holds_dates=True), _CELLS) * _PIXELS)
            place = max(wished, _LEAST_TABLE)
            drawn = size_of(svg)[0] * _LEAST_SCALE if svg else float("inf")
            return place if place + _GUTTER + drawn <= _ROOM else 0
        case _:
            return 0
