"""Small multiples: a small line for each row of a table, all on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ppid_exporters.chart.label import DIGIT
from ppid_exporters.chart.points import Points
from ppid_exporters.chart.spec import (
    LETTER,
    SIZE,
    Colours,
    Spec,
    datum,
    described,
    mark,
    name_lines,
    told,
    topped,
    words,
)
from ppid_exporters.layout.theme import INK, SECONDARY

_HIGH, _ABOVE = 30, 18
"""Pixels of the highest line, and above it for its figure."""
_GAP, _BELOW, _MOST = 18, 10, 5
"""Pixels between two panels side by side and below each other, and how many stand side by side."""
_ASIDE = 6
"""Pixels between two figures."""


def multiples(points: Points, colours: Colours, width: float) -> Spec:
    """Return a panel for each row, with its first and its last figure; what is absent is a gap.

    Panels are as wide as the longest word and the two figures ask for, and stand in the order of the table.

    Args:
        points: a row for each panel, a series for each step of its line.
        colours: the first is that of the lines.
        width: of the whole drawing, in pixels.
    """
    wide, columns = _room(points, width)
    header = {"title": None, "labelExpr": "names[datum.value]", "labelFontSize": SIZE, "labelColor": INK}
    look = {"labelAnchor": "start", "labelOrient": "top", "labelAlign": "left", "labelLimit": 0}
    return topped(
        name_lines(points.categories, max(int(wide / LETTER), 1)),
        data={"values": [*_data(points), *_figures(points, wide)]},
        facet={"field": "row", "type": "ordinal", "header": header | look},
        columns=columns,
        spacing={"row": _BELOW, "column": _GAP},
        spec={"width": wide, "height": _HIGH + _ABOVE, "layer": list(_layers(points, colours[0]))},
    )


def _layers(points: Points, colour: str) -> Iterator[Spec]:
    """Yield the line of zero, lines, points and figures of a panel."""
    reach = points.highest * (_HIGH + _ABOVE) / _HIGH
    x = {"type": "quantitative", "axis": None, "scale": {"domain": [0, 1]}}
    y = {"type": "quantitative", "axis": None, "scale": {"domain": [0, reach]}}
    place = {"x": x | {"field": "step"}, "y": y | {"field": "value"}}
    run = {"detail": {"field": "run", "type": "nominal"}}  # a gap parts a line
    known, figures = [{"filter": "datum.run != null"}], [{"filter": "datum.run == null"}]
    line = mark("line", color=colour, strokeWidth=2)
    dot = mark("point", filled=True, color=colour, size=22, opacity=1)
    yield {"mark": mark("rule", color=SECONDARY, strokeWidth=0.8), "encoding": {"y": y | {"datum": 0}}}
    yield {"transform": known, "mark": line, "encoding": place | run}
    yield {"transform": known, "mark": dot, "encoding": place | described()}
    written = words(align="left", baseline="bottom", dy=-4)
    yield {"transform": figures, "mark": written, "encoding": place | told()}


def _room(points: Points, width: float) -> tuple[int, int]:
    """Return how wide a panel is, and how many stand side by side."""
    longest = max((len(word) for name in points.categories for word in name.split()), default=1)
    figure = max((len(point.text) for _, _, point in points), default=1)
    need = max(longest * LETTER, 2 * figure * DIGIT + _ASIDE)
    columns = min(max(int((width + _GAP) // (need + _GAP)), 1), _MOST, len(points.rows))
    return int((width + _GAP) / columns) - _GAP, columns


def _data(points: Points) -> Iterator[Spec]:
    """Yield every known point; ``run`` is the same for neighbours alone."""
    for row, line in enumerate(points.rows):
        known = [at for at, point in enumerate(line) if point.value is not None]
        for before, at in enumerate(known):
            yield datum(row, line[at], step=_step(points, at), run=at - before)


def _figures(points: Points, wide: float) -> Iterator[Spec]:
    """Yield the first and the last figure of each panel where they cross neither the line nor each other.

    Of a panel without any figure, what stands in its place in the table.
    """
    for row, line in enumerate(points.rows):
        known = [at for at, point in enumerate(line) if point.value is not None] or [len(line) // 2]
        corners = [(_step(points, at) * wide, line[at].size) for at in known]
        free = 0.0
        for at in dict.fromkeys((known[0], known[-1])):
            text = len(line[at].text) * DIGIT
            left = max(min(_step(points, at) * wide - text / 2, wide - text), free, 0.0)
            free = left + text + _ASIDE
            high = max(_heights(corners, left, left + text))
            yield datum(row, line[at], step=left / wide) | {"value": high, "run": None}


def _heights(corners: Sequence[tuple[float, float]], left: float, right: float) -> Iterator[float]:
    """Yield how high a line is at its corners and ends between left and right; 0 where there is none."""
    yield 0.0
    for start, end in pairwise((corners[0], *corners, corners[-1])):
        if start[0] <= right and left <= end[0]:
            run = end[0] - start[0]
            for x in (max(left, start[0]), min(right, end[0])):
                yield start[1] + (end[1] - start[1]) * (x - start[0]) / run if run else start[1]


def _step(points: Points, at: int) -> float:
    return at / max(len(points.keys) - 1, 1)
