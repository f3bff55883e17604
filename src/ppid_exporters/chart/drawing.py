"""The kinds of charts: from points and colours to a Vega-Lite specification, one function for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from textwrap import wrap
from typing import Any

from ppid_core.report import Chart
from ppid_exporters.chart.palette import PATTERNS, ink_on
from ppid_exporters.chart.points import Point, Points
from ppid_exporters.layout.theme import INK, SECONDARY

Spec = dict[str, Any]
"""A specification, or a part of one: JSON."""

_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_SIZE = 13
_LINE_LENGTH = 36
_HEADROOM = 1.08
_LETTER = 6.9
_NAME = {"labelExpr": "names[datum.value]"}


def _layered(names: Sequence[Sequence[str]], *layers: Spec, width: float, height: float | Spec) -> Spec:
    """Return a specification of several layers over the same rows; layers without data are left out.

    Rows are told apart by their position, not by their names, of which two may be equal.

    Args:
        names: the lines of the name of each row.
        layers: from the lowest to the highest.
        width: of the drawing, without names, in pixels.
        height: the same, or the step from row to row.
    """
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "padding": 4,
        "width": width,
        "height": height,
        "params": [{"name": "names", "value": names}],
        "layer": [layer for layer in layers if layer["data"]["values"]],
        "config": {
            "font": _FONT,
            "view": {"stroke": None},
            "axis": {"labelFontSize": _SIZE, "labelColor": INK, "domainColor": INK, "labelLimit": 0},
            "legend": {"labelFontSize": _SIZE, "labelColor": INK, "labelLimit": 0},
        },
    }


def layer(data: Iterable[Mapping[str, object]], mark: Spec, encoding: Spec) -> Spec:
    """Return one layer."""
    return {"data": {"values": list(data)}, "mark": mark, "encoding": encoding}


def mark(kind: str, **look: object) -> Spec:
    """Return a mark."""
    return {"type": kind, **look}


def _words(**look: object) -> Spec:
    """Return a mark of text."""
    return {"type": "text", "fontSize": _SIZE, "color": INK, **look}


def _halo(**look: object) -> Spec:
    """Return a white outline of a text, which is set over it: patterns and lines would cross the figure."""
    return _words(stroke="#FFFFFF", strokeWidth=5, strokeJoin="round", **look)


def _datum(row: int, point: Point, **more: object) -> Spec:
    """Return a point as data."""
    return {"row": row, "value": point.size, "text": point.text, "name": point.name, **more}


def _lines(names: Iterable[str]) -> list[list[str]]:
    """Return names broken into lines."""
    return [wrap(name, _LINE_LENGTH) or [""] for name in names]


def _short_lines(names: Sequence[str], width: float) -> list[list[str]]:
    """Return names that stand side by side on ``width`` pixels: months become "Jan", others are broken."""
    room = int(width / max(len(names), 1) / _LETTER)
    cut = [name[:3] for name in names]
    can_be_cut = len(set(cut)) == len(cut) and all(map(str.isalpha, names))
    if can_be_cut and max(map(len, names), default=0) > room:
        return [[name] for name in cut]
    return [wrap(name, max(room, 4)) or [""] for name in names]


def _upright_names(points: Points) -> Spec:
    """Return the names of the rows below, side by side."""
    axis = {"title": None, "ticks": False, "labelAngle": 0, "labelPadding": 6, **_NAME}
    return {"x": {"field": "row", "type": "ordinal", "axis": axis, "scale": _every_row(points)}}


def _lying_names(points: Points, **scale: object) -> Spec:
    """Return the names of the rows at the left, below each other."""
    axis = {"title": None, "ticks": False, "labelPadding": 8, **_NAME}
    return {"y": {"field": "row", "type": "ordinal", "axis": axis, "scale": _every_row(points) | scale}}


def _upwards(field: str, highest: float) -> Spec:
    """Return a place above the line of zero; without a scale of numbers, since each stands at its mark."""
    return {"y": _length(field, highest)}


def _sideways(field: str, highest: float) -> Spec:
    """Return a place right of the line of zero."""
    return {"x": _length(field, highest)}


def _own(field: str) -> Spec:
    """Return a colour that stands in the data."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def _told() -> Spec:
    """Return what a mark of text says."""
    return {"text": {"field": "text"}}


def _described() -> Spec:
    """Return what a mark says to those who do not see it."""
    return {"description": {"field": "name"}}


def _legend(points: Points, colours: Iterable[str]) -> Spec:
    """Return the colours of the series, with their names above the chart."""
    look = {"orient": "top", "title": None, "columns": 4, "columnPadding": 18, "offset": 12}
    symbol = {"symbolType": "square", "symbolSize": 150, "symbolStrokeColor": INK, "symbolStrokeWidth": 0.8}
    scale = {"domain": list(points.series), "range": list(colours)}
    return {"color": {"field": "series", "type": "nominal", "scale": scale, "legend": look | symbol}}


def _every_row(points: Points) -> Spec:
    return {"domain": list(range(len(points.rows)))}


def _length(field: str, highest: float) -> Spec:
    scale = {"domain": [0, highest * _HEADROOM], "nice": False}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


_WIDTH = 600
_HEIGHT = 230
_NARROW = 380
LEGIBLE_SHARE = 0.06
_OUTLINE = {"stroke": INK, "strokeWidth": 0.8}

Colours = Sequence[str]
_Draw = Callable[[Points, Colours], Spec]


def _stacked(points: Points, colours: Colours) -> Spec:
    """Return upright bars of several parts: each part with its number where that fits, the total above."""
    parts = [part for row in range(len(points.rows)) for part in _parts(points, row, colours)]
    fitting = [part for part in parts if part["value"] >= LEGIBLE_SHARE * points.highest_sum]
    sums = [
        {"row": row, "high": sum(point.size for point in some), "text": points.sums[row]}
        for row, some in enumerate(points.rows)
    ]
    names, highest = _upright_names(points), points.highest_sum
    bar = mark("bar", width={"band": 0.72}, **_OUTLINE)
    bounds = _upwards("low", highest) | {"y2": {"field": "high"}}
    middle = names | _upwards("middle", highest) | _told()
    return _layered(
        _short_lines(points.categories, _WIDTH),
        layer(parts, bar, names | bounds | _legend(points, colours) | _described()),
        layer([part for part in fitting if part["patterned"]], _halo(), middle),
        layer(fitting, _words(), middle | {"color": _own("ink")}),
        layer(sums, _words(dy=-9, fontWeight="bold"), names | _upwards("high", highest) | _told()),
        width=_WIDTH,
        height=_HEIGHT,
    )


def _bars(points: Points, colours: Colours) -> Spec:
    """Return lying bars, each with its number."""
    data = [_datum(row, point, start=0, lane=series, fill=colours[series]) for row, series, point in points]
    names, several = _lines(points.categories), len(points.keys) > 1
    lanes: Spec = {"yOffset": {"field": "lane", "type": "ordinal"}} if several else {}
    place = _lying_names(points, paddingInner=0.3) | lanes | _sideways("value", points.highest)
    named = [{"row": 0, "series": name, "value": 0} for name in points.series] if several else []
    return _layered(
        names,
        layer(named, mark("bar", opacity=0), place | _legend(points, colours)),
        layer(
            data,
            mark("bar", **_OUTLINE),
            place | {"x2": {"field": "start"}, "color": _own("fill")} | _described(),
        ),
        layer(data, _words(align="left", dx=6), place | _told()),
        width=_NARROW,
        height={"step": _step(names, len(points.keys)), "for": "position"},
    )


def _line(points: Points, colours: Colours) -> Spec:
    """Return lines over zero, each point with its number; several lines are named at the last point."""
    data = [
        _datum(row, point, series=series, fill=colours[series])
        for row, series, point in points
        if point.value is not None
    ]
    place = _upright_names(points) | _upwards("value", points.highest)
    colour: Spec = {"color": _own("fill")}
    return _layered(
        _short_lines(points.categories, _WIDTH),
        layer(data, mark("line", strokeWidth=2), place | colour | {"detail": {"field": "series"}}),
        layer(data, _halo(dy=-12), place | _told()),
        layer(data, mark("point", filled=True, size=46, opacity=1), place | colour | _described()),
        layer(data, _words(dy=-12), place | _told()),
        layer(_line_names(points), _words(align="left", dx=8), place | _told()),
        width=_WIDTH,
        height=_HEIGHT,
    )


def _span(points: Points, colours: Colours) -> Spec:
    """Return for each row a line from the first series to the last, with a dot at the second."""
    ends = [
        {"row": row, "value": some[0].size, "end": some[-1].size}
        for row, some in enumerate(points.rows)
        if None not in {some[0].value, some[-1].value}
    ]
    known = [(series, _datum(row, point)) for row, series, point in points if point.value is not None]
    place = _lying_names(points) | _sideways("value", points.highest)
    return _layered(
        _lines(points.categories),
        layer(ends, mark("rule", strokeWidth=2, color=SECONDARY), place | {"x2": {"field": "end"}}),
        layer(
            [point for _, point in known],
            mark("tick", size=16, thickness=2, opacity=1, color=SECONDARY),
            place | _described(),
        ),
        layer(
            [point for series, point in known if series == 1],
            mark("point", filled=True, size=130, opacity=1, color=colours[0]),
            place,
        ),
        layer(_lines_above(points), _words(align="left", dx=6, dy=-20), place | _told()),
        width=_NARROW,
        height={"step": 60},
    )


def _bullet(points: Points, colours: Colours) -> Spec:
    """Return for each row what was used, the first series, inside what there was, the last."""
    whole = [_datum(row, some[-1], start=0) for row, some in enumerate(points.rows)]
    used = [_datum(row, some[0], start=0) for row, some in enumerate(points.rows)]
    place = _lying_names(points) | _sideways("value", points.highest)
    bar = place | {"x2": {"field": "start"}} | _described()
    return _layered(
        _lines(points.categories),
        layer(whole, mark("bar", height=20, color="#E6EAEE", **_OUTLINE), bar),
        layer(used, mark("bar", height=9, color=colours[0]), bar),
        layer(_lines_above(points), _words(align="left", dx=6, dy=-21), place | _told()),
        width=_NARROW,
        height={"step": 64},
    )


_DRAW: Mapping[str, _Draw] = {
    "stacked": _stacked,
    "bars": _bars,
    "line": _line,
    "range": _span,
    "bullet": _bullet,
}


def specification(chart: Chart, points: Points, colours: Colours) -> Spec:
    """Return the Vega-Lite specification of a chart; bars without an order of their own are sorted."""
    is_sorted = chart.kind == "bars" and not chart.ordered
    return _DRAW[chart.kind](points.descending() if is_sorted else points, colours)


def _step(names: Sequence[Sequence[str]], lanes: int) -> int:
    """Return the room for each row: for its bars, and for the lines of the longest name."""
    return max(18 * lanes, 16 * max(map(len, names), default=1)) + 8


def _parts(points: Points, row: int, colours: Colours) -> Iterator[Spec]:
    """Yield the parts of one bar, from the bottom."""
    some = points.rows[row]
    tops = accumulate(point.size for point in some)
    for point, top, colour in zip(some, tops, colours, strict=True):
        if point.size:
            yield _datum(row, point, series=point.series) | {
                "low": top - point.size,
                "middle": top - point.size / 2,
                "high": top,
                "ink": ink_on(colour),
                "patterned": colour in PATTERNS,
            }


def _line_names(points: Points) -> list[Spec]:
    """Return the name of each line at its last point, where there are several."""
    last = len(points.rows) - 1
    some = points.rows[last] if len(points.keys) > 1 else ()
    return [_datum(last, point) | {"text": point.series} for point in some]


def _lines_above(points: Points) -> list[Spec]:
    """Return all figures of each row as one line: at their marks, equal ones would overlap."""
    return [
        {"row": row, "value": 0, "text": " · ".join(f"{point.series}: {point.text}" for point in some)}
        for row, some in enumerate(points.rows)
    ]
