"""What the specifications of Vega-Lite are put together of: layers, marks, places and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from textwrap import wrap
from typing import Any

from ppid_exporters.chart.palette import PATTERNS
from ppid_exporters.chart.points import Point, Points
from ppid_exporters.layout.theme import INK, ink_on

Spec = dict[str, Any]
"""A specification, or a part of one: JSON."""

Colours = Sequence[str]
"""A colour for each series."""
OUTLINE = {"stroke": INK, "strokeWidth": 0.8}
_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
SIZE = 13
_LINE_LENGTH = 36
HEADROOM = 1.08
LETTER = 6.9
_NAME = {"labelExpr": "names[datum.value]"}


def layered(names: Sequence[Sequence[str]], *layers: Spec, width: float, height: float | Spec) -> Spec:
    """Return a specification of several layers over the same rows; layers without data are left out.

    Rows are told apart by their position, not by their names, of which two may be equal.

    Args:
        names: the lines of the name of each row.
        layers: from the lowest to the highest.
        width: of the drawing, without names, in pixels.
        height: the same, or the step from row to row.
    """
    filled = [layer for layer in layers if layer["data"]["values"]]
    return topped(names, width=width, height=height, layer=filled)


def topped(names: Sequence[Sequence[str]], **content: object) -> Spec:
    """Return a specification of any content, in our letters; ``names`` are those of its rows."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "padding": 4,
        "params": [{"name": "names", "value": names}],
        **content,
        "config": {
            "font": _FONT,
            "view": {"stroke": None},
            "axis": {"labelFontSize": SIZE, "labelColor": INK, "domainColor": INK, "labelLimit": 0},
            "legend": {"labelFontSize": SIZE, "labelColor": INK, "labelLimit": 0},
        },
    }


def layer(data: Iterable[Mapping[str, object]], mark: Spec, encoding: Spec) -> Spec:
    """Return one layer."""
    return {"data": {"values": list(data)}, "mark": mark, "encoding": encoding}


def mark(kind: str, **look: object) -> Spec:
    """Return a mark."""
    return {"type": kind, **look}


def words(**look: object) -> Spec:
    """Return a mark of text."""
    return {"type": "text", "fontSize": SIZE, "color": INK, **look}


def halo(**look: object) -> Spec:
    """Return an outline of a text, which is set over it: patterns and lines would cross the figure."""
    return words(stroke="#FFFFFF", strokeWidth=5, strokeJoin="round", **look)


def datum(row: int, point: Point, **more: object) -> Spec:
    """Return a point as data."""
    return {"row": row, "value": point.size, "text": point.text, "name": point.name, **more}


def name_lines(names: Iterable[str], length: int = _LINE_LENGTH) -> list[list[str]]:
    """Return names broken into lines of at most ``length`` letters."""
    return [wrap(name, length) or [""] for name in names]


def short_name_lines(names: Sequence[str], width: float) -> list[list[str]]:
    """Return names that stand side by side on ``width`` pixels: months become "Jan", others are broken."""
    room = int(width / max(len(names), 1) / LETTER)
    cut = [name[:3] for name in names]
    can_be_cut = len(set(cut)) == len(cut) and all(map(str.isalpha, names))
    if can_be_cut and max(map(len, names), default=0) > room:
        return [[name] for name in cut]
    return [wrap(name, max(room, 4)) or [""] for name in names]


def upright_names(points: Points) -> Spec:
    """Return the names of the rows below, side by side."""
    axis = {"title": None, "ticks": False, "labelAngle": 0, "labelPadding": 6, **_NAME}
    return {"x": {"field": "row", "type": "ordinal", "axis": axis, "scale": _every_row(points)}}


def lanes(count: int) -> Spec:
    """Return the places of bars of one row, one right below the other; nothing for a single one."""
    bare = {"paddingInner": 0, "paddingOuter": 0}
    return {"yOffset": {"field": "lane", "type": "ordinal", "scale": bare}} if count > 1 else {}


def lying_names(points: Points, *, are_told: bool = True, **scale: object) -> Spec:
    """Return the names of the rows at the left, below each other; or their places alone."""
    axis = {"title": None, "ticks": False, "labelPadding": 8, **_NAME} if are_told else None
    return {"y": {"field": "row", "type": "ordinal", "axis": axis, "scale": _every_row(points) | scale}}


def upwards(field: str, highest: float) -> Spec:
    """Return a place above the line of zero; without a scale of numbers, since each stands at its mark."""
    return {"y": _length(field, highest)}


def sideways(field: str, highest: float) -> Spec:
    """Return a place right of the line of zero."""
    return {"x": _length(field, highest)}


def own_colour(field: str) -> Spec:
    """Return a colour that stands in the data."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def told() -> Spec:
    """Return what a mark of text says."""
    return {"text": {"field": "text"}}


def described() -> Spec:
    """Return what a mark says to those who do not see it."""
    return {"description": {"field": "name"}}


def legend(points: Points, colours: Colours, columns: int = 4) -> Spec:
    """Return the colours of the series, with their names above the chart."""
    look = {"orient": "top", "title": None, "columns": columns, "columnPadding": 18, "offset": 12}
    symbol = {"symbolType": "square", "symbolSize": 150, "symbolStrokeColor": INK, "symbolStrokeWidth": 0.8}
    scale = {"domain": list(points.series), "range": list(colours)}
    return {"color": {"field": "series", "type": "nominal", "scale": scale, "legend": look | symbol}}


def line_legend(some: Iterable[Point]) -> Spec:
    """Return how lines differ, the first whole and the others broken, with their names above the chart."""
    names = [point.series for point in some]
    dashes = [[1, 0], *([[5, 3]] * (len(names) - 1))]
    look = {"orient": "top", "title": None, "offset": 12, "symbolType": "stroke", "symbolSize": 150}
    stroke = {"symbolStrokeColor": INK, "symbolStrokeWidth": 1.5}
    scale = {"domain": names, "range": dashes}
    return {"strokeDash": {"field": "series", "type": "nominal", "scale": scale, "legend": look | stroke}}


def _every_row(points: Points) -> Spec:
    return {"domain": list(range(len(points.rows)))}


def _length(field: str, highest: float) -> Spec:
    scale = {"domain": [0, highest * HEADROOM], "nice": False}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def row_height(names: Sequence[Sequence[str]], lanes: int) -> int:
    """Return the room for each row: for its bars, and for the lines of the longest name."""
    return max(18 * lanes, 16 * max(map(len, names), default=1)) + 8


def parts_of(points: Points, row: int, colours: Colours) -> Iterator[Spec]:
    """Yield the parts of one bar, from the bottom."""
    some = points.rows[row]
    tops = accumulate(point.size for point in some)
    for point, top, colour in zip(some, tops, colours, strict=True):
        if point.size:
            yield datum(row, point, series=point.series) | {
                "low": top - point.size,
                "middle": top - point.size / 2,
                "high": top,
                "ink": ink_on(colour),
                "ground": "#FFFFFF" if colour in PATTERNS else colour,
                "patterned": colour in PATTERNS,
            }


def lines_above(points: Points) -> list[Spec]:
    """Return all figures of each row as one line: at their marks, equal ones would overlap."""
    return [
        {"row": row, "value": 0, "text": " · ".join(f"{point.series}: {point.text}" for point in some)}
        for row, some in enumerate(points.rows)
    ]
