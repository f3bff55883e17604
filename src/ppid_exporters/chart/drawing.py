"""The kinds of charts: from points and colours to a Vega-Lite specification, one function for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from ppid_core.report import Chart
from ppid_exporters.chart.palette import PATTERNS, ink_on
from ppid_exporters.chart.points import Point, Points
from ppid_exporters.chart.spec import (
    Spec,
    datum,
    described,
    halo,
    layer,
    layered,
    legend,
    lines,
    lying_names,
    mark,
    own,
    short_lines,
    sideways,
    told,
    upright_names,
    upwards,
    words,
)
from ppid_exporters.layout.theme import INK, SECONDARY

WIDTH = 600
HEIGHT = 230
NARROW = 380
LEGIBLE_SHARE = 0.06
OUTLINE = {"stroke": INK, "strokeWidth": 0.8}

Colours = Sequence[str]
Draw = Callable[[Points, Colours], Spec]


def stacked(points: Points, colours: Colours) -> Spec:
    """Return upright bars of several parts: each part with its number where that fits, the total above."""
    parts = [part for row in range(len(points.rows)) for part in _parts(points, row, colours)]
    fitting = [part for part in parts if part["value"] >= LEGIBLE_SHARE * points.highest_sum]
    sums = [
        {"row": row, "high": sum(point.size for point in some), "text": points.sums[row]}
        for row, some in enumerate(points.rows)
    ]
    names, highest = upright_names(points), points.highest_sum
    bar = mark("bar", width={"band": 0.72}, **OUTLINE)
    bounds = upwards("low", highest) | {"y2": {"field": "high"}}
    middle = names | upwards("middle", highest) | told()
    return layered(
        short_lines(points.categories, WIDTH),
        layer(parts, bar, names | bounds | legend(points, colours) | described()),
        layer([part for part in fitting if part["patterned"]], halo(), middle),
        layer(fitting, words(), middle | {"color": own("ink")}),
        layer(sums, words(dy=-9, fontWeight="bold"), names | upwards("high", highest) | told()),
        width=WIDTH,
        height=HEIGHT,
    )


def bars(points: Points, colours: Colours) -> Spec:
    """Return lying bars, each with its number."""
    data = [datum(row, point, start=0, lane=series, fill=colours[series]) for row, series, point in points]
    names, several = lines(points.categories), len(points.keys) > 1
    lanes: Spec = {"yOffset": {"field": "lane", "type": "ordinal"}} if several else {}
    place = lying_names(points, paddingInner=0.3) | lanes | sideways("value", points.highest)
    named = [{"row": 0, "series": name, "value": 0} for name in points.series] if several else []
    return layered(
        names,
        layer(named, mark("bar", opacity=0), place | legend(points, colours)),
        layer(
            data,
            mark("bar", **OUTLINE),
            place | {"x2": {"field": "start"}, "color": own("fill")} | described(),
        ),
        layer(data, words(align="left", dx=6), place | told()),
        width=NARROW,
        height={"step": _step(names, len(points.keys)), "for": "position"},
    )


def line(points: Points, colours: Colours) -> Spec:
    """Return lines over zero, each point with its number; several lines are named at the last point."""
    data = [
        datum(row, point, series=series, fill=colours[series])
        for row, series, point in points
        if point.value is not None
    ]
    place = upright_names(points) | upwards("value", points.highest)
    colour: Spec = {"color": own("fill")}
    return layered(
        short_lines(points.categories, WIDTH),
        layer(data, mark("line", strokeWidth=2), place | colour | {"detail": {"field": "series"}}),
        layer(data, halo(dy=-12), place | told()),
        layer(data, mark("point", filled=True, size=46, opacity=1), place | colour | described()),
        layer(data, words(dy=-12), place | told()),
        layer(_line_names(points), words(align="left", dx=8), place | told()),
        width=WIDTH,
        height=HEIGHT,
    )


def span(points: Points, colours: Colours) -> Spec:
    """Return for each row a line from the first series to the last, with a dot at the second."""
    ends = [
        {"row": row, "value": some[0].size, "end": some[-1].size}
        for row, some in enumerate(points.rows)
        if None not in {some[0].value, some[-1].value}
    ]
    known = [(series, datum(row, point)) for row, series, point in points if point.value is not None]
    place = lying_names(points) | sideways("value", points.highest)
    return layered(
        lines(points.categories),
        layer(ends, mark("rule", strokeWidth=2, color=SECONDARY), place | {"x2": {"field": "end"}}),
        layer(
            [point for _, point in known],
            mark("tick", size=16, thickness=2, opacity=1, color=SECONDARY),
            place | described(),
        ),
        layer(
            [point for series, point in known if series == 1],
            mark("point", filled=True, size=130, opacity=1, color=colours[0]),
            place,
        ),
        layer(_lines_above(points), words(align="left", dx=6, dy=-20), place | told()),
        width=NARROW,
        height={"step": 60},
    )


def bullet(points: Points, colours: Colours) -> Spec:
    """Return for each row what was used, the first series, inside what there was, the last."""
    whole = [datum(row, some[-1], start=0) for row, some in enumerate(points.rows)]
    used = [datum(row, some[0], start=0) for row, some in enumerate(points.rows)]
    place = lying_names(points) | sideways("value", points.highest)
    bar = place | {"x2": {"field": "start"}} | described()
    return layered(
        lines(points.categories),
        layer(whole, mark("bar", height=20, color="#E6EAEE", **OUTLINE), bar),
        layer(used, mark("bar", height=9, color=colours[0]), bar),
        layer(_lines_above(points), words(align="left", dx=6, dy=-21), place | told()),
        width=NARROW,
        height={"step": 64},
    )


DRAW: Mapping[str, Draw] = {"stacked": stacked, "bars": bars, "line": line, "range": span, "bullet": bullet}


def specification(chart: Chart, points: Points, colours: Colours) -> Spec:
    """Return the Vega-Lite specification of a chart; bars without an order of their own are sorted."""
    is_sorted = chart.kind == "bars" and not chart.ordered
    return DRAW[chart.kind](points.descending() if is_sorted else points, colours)


def _step(names: Sequence[Sequence[str]], lanes: int) -> int:
    """Return the room for each row: for its bars, and for the lines of the longest name."""
    return max(18 * lanes, 16 * max(map(len, names), default=1)) + 8


def _parts(points: Points, row: int, colours: Colours) -> Iterator[Spec]:
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
                "patterned": colour in PATTERNS,
            }


def _line_names(points: Points) -> list[Spec]:
    """Return the name of each line at its last point, where there are several."""
    last = len(points.rows) - 1
    some = points.rows[last] if len(points.keys) > 1 else ()
    return [datum(last, point) | {"text": point.series} for point in some]


def _lines_above(points: Points) -> list[Spec]:
    """Return all figures of each row as one line: at their marks, equal ones would overlap."""
    return [
        {"row": row, "value": 0, "text": " · ".join(map(_labelled, some))}
        for row, some in enumerate(points.rows)
    ]


def _labelled(point: Point) -> str:
    return f"{point.series}: {point.text}"
