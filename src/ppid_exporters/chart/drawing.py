"""The kinds of charts: from points and colours to a Vega-Lite specification, one function for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Literal

from ppid_core.report import Chart
from ppid_exporters.chart.label import GAP, Corner, labels
from ppid_exporters.chart.multiples import multiples
from ppid_exporters.chart.palette import EARLIER
from ppid_exporters.chart.points import Points
from ppid_exporters.chart.spec import (
    HEADROOM,
    LETTER,
    OUTLINE,
    Colours,
    Spec,
    datum,
    described,
    halo,
    lanes,
    layer,
    layered,
    legend,
    line_legend,
    lines_above,
    lying_names,
    mark,
    name_lines,
    own_colour,
    parts_of,
    row_height,
    short_name_lines,
    sideways,
    told,
    upright_names,
    upwards,
    words,
)
from ppid_exporters.layout.theme import INK, SECONDARY

_WIDTH = 600
_HEIGHT = 230
_LOW, _FEW_POINTS = 90, 5
"""A single line over so many years or quarters says what it says on less: several stand on one page."""
_NARROW = 380
_PHONE = 306
_BESIDE_TABLE = 340
"""Of a line beside its table: so wide that its months stand side by side."""
_SHORT = 16
_LINE = 17
_FEW_LINES = 2
_PHONE_LETTERS = int(_PHONE / LETTER)
LEGIBLE_SHARE = 0.06

Breadth = Literal["broad", "beside", "phone"]
"""How much room a chart has."""
_Draw = Callable[[Points, Colours], Spec]


def _stacked(points: Points, colours: Colours) -> Spec:
    """Return upright bars of several parts: each part with its number where that fits, the total above."""
    parts = [part for row in range(len(points.rows)) for part in parts_of(points, row, colours)]
    fitting = [part for part in parts if part["value"] >= LEGIBLE_SHARE * points.highest_sum]
    sums = [
        {"row": row, "high": sum(point.size for point in some), "text": points.sums[row]}
        for row, some in enumerate(points.rows)
    ]
    names, highest = upright_names(points), points.highest_sum
    bar = mark("bar", width={"band": 0.72}, **OUTLINE)
    bounds = upwards("low", highest) | {"y2": {"field": "high"}}
    middle = names | upwards("middle", highest) | told()
    above = names | upwards("high", highest) | told()
    crossed = fitting if points.beside else [part for part in fitting if part["patterned"]]
    return layered(
        short_name_lines(points.categories, _WIDTH),
        layer(parts, bar, names | bounds | legend(points, colours) | described()),
        *_line_over(points, names, highest),
        layer(crossed, halo(), middle | {"stroke": own_colour("ground")}),
        layer(fitting, words(), middle | {"color": own_colour("ink")}),
        layer(sums if points.beside else [], halo(dy=-9, fontWeight="bold"), above),
        layer(sums, words(dy=-9, fontWeight="bold"), above),
        width=_WIDTH,
        height=_HEIGHT,
    )


def _line_over(points: Points, names: Spec, highest: float) -> Iterator[Spec]:
    """Yield what each bar is compared with, as a thin line from bar to bar, white at both sides."""
    data = [
        datum(row, point, series=point.series)
        for row, point in enumerate(points.beside)
        if point.value is not None
    ]
    place = names | upwards("value", highest)
    yield layer(data, mark("line", color="#FFFFFF", strokeWidth=4), place)
    yield layer(data, mark("line", color=INK, strokeWidth=1.3), place | line_legend(points.beside[:1]))
    dot = mark("point", filled=True, fill="#FFFFFF", stroke=INK, strokeWidth=1.2, size=34, opacity=1)
    yield layer(data, dot, place | described())


def _lying_stacks(points: Points, colours: Colours) -> Spec:
    """Return what `_stacked` shows as lying bars; what each is compared with is a bar of its own below it."""
    names, highest = name_lines(points.categories, _SHORT), points.highest_sum
    width = _beside(names, (*points.sums, *(point.text for point in points.beside)))
    parts = [part | {"lane": 0} for row in range(len(points.rows)) for part in parts_of(points, row, colours)]
    letters = [(part, len(part["text"]) + 1) for part in parts]
    fitting = [part for part, count in letters if part["value"] / highest * width > count * LETTER]
    sums = [
        {"row": row, "high": sum(point.size for point in some), "text": points.sums[row], "lane": 0}
        for row, some in enumerate(points.rows)
    ]
    compared = [datum(row, point, start=0, lane=1) for row, point in enumerate(points.beside)]
    place = lying_names(points, paddingInner=0.25) | lanes(2 if compared else 1)
    bounds = sideways("low", highest) | {"x2": {"field": "high"}}
    middle = place | sideways("middle", highest) | told()
    total, known = words(align="left", dx=6, fontWeight="bold"), points.alongside()
    below = place | sideways("value", highest) | {"x2": {"field": "start"}}
    named = legend(known, (*colours, EARLIER) if compared else colours, 1)
    return layered(
        names,
        layer(parts, mark("bar", **OUTLINE), place | bounds | named | described()),
        layer(compared, mark("bar", color=EARLIER, **OUTLINE), below | described()),
        layer([part for part in fitting if part["patterned"]], halo(), middle),
        layer(fitting, words(), middle | {"color": own_colour("ink")}),
        layer(sums, total, place | sideways("high", highest) | told()),
        layer(compared, words(align="left", dx=6), place | sideways("value", highest) | told()),
        width=width,
        height={"step": row_height(names, 2 if compared else 1), "for": "position"},
    )


def _bars(points: Points, colours: Colours) -> Spec:
    """Return lying bars, each with its number."""
    return _lying_bars(points, colours, name_lines(points.categories), _NARROW)


def _short_bars(points: Points, colours: Colours) -> Spec:
    """Return the same for a phone; the points of a line, too, which would crowd side by side."""
    names = name_lines(points.categories, _SHORT)
    texts = [point.text for _, _, point in points]
    if len(points.keys) == 1 and max(map(len, names)) > _FEW_LINES:
        return _below_names(points, colours, _single_bars, width=_beside([[""]], texts))
    return _lying_bars(points, colours, names, _beside(names, texts))


def _single_bars(points: Points, colours: Colours, place: Spec) -> Iterator[Spec]:
    data = [datum(row, point, start=0) for row, _, point in points]
    bar = mark("bar", height=16, color=colours[0], **OUTLINE)
    yield layer(data, bar, place | {"x2": {"field": "start"}} | described())
    yield layer(data, words(align="left", dx=6), place | told())


def _lying_bars(points: Points, colours: Colours, names: list[list[str]], width: float) -> Spec:
    data = [datum(row, point, start=0, lane=series, fill=colours[series]) for row, series, point in points]
    several = len(points.keys) > 1
    place = lying_names(points, paddingInner=0.2 if several else 0.3) | lanes(len(points.keys))
    place |= sideways("value", points.highest)
    named = [{"row": 0, "lane": 0, "series": name, "value": 0} for name in points.series] if several else []
    fill = place | {"x2": {"field": "start"}, "color": own_colour("fill")} | described()
    return layered(
        names,
        layer(named, mark("bar", opacity=0), place | legend(points, colours, 1 if width < _NARROW else 4)),
        layer(data, mark("bar", **OUTLINE), fill),
        layer(data, words(align="left", dx=6), place | told()),
        width=width,
        height={"step": row_height(names, len(points.keys)), "for": "position"},
    )


def _line(points: Points, colours: Colours, width: float = _WIDTH) -> Spec:
    """Return lines over zero, each point with its number; several lines are named at the last point."""
    data = [
        datum(row, point, series=point.series, lane=series, fill=colours[series])
        for row, series, point in points
        if point.value is not None
    ]
    place = upright_names(points) | upwards("value", points.highest)
    colour: Spec = {"color": own_colour("fill")}
    kinds = line_legend(points.rows[-1]) if points.beside else {}
    figures = list(_beside_line(points, width))
    beside = upright_names(points) | upwards("at", points.highest) | told()
    return layered(
        short_name_lines(points.categories, width),
        layer(data, mark("line", strokeWidth=2), place | colour | kinds | {"detail": {"field": "lane"}}),
        layer(data, mark("point", filled=True, size=46, opacity=1), place | colour | described()),
        *(
            layer(
                [one for one in figures if one["align"] == align],
                words(align=align, dx=dx, baseline="middle"),
                beside,
            )
            for align, dx in _ALIGNED.items()
        ),
        layer(_line_names(points), words(align="left", dx=8), place | told()),
        width=width,
        height=_line_height(points),
    )


def _line_height(points: Points) -> int:
    return _LOW if len(points.rows) <= _FEW_POINTS and len(points.keys) == 1 else _HEIGHT


def _span(points: Points, colours: Colours) -> Spec:
    """Return for each row a line from the first series to the last, with a dot at the second."""
    place = lying_names(points) | sideways("value", points.highest)
    return layered(
        name_lines(points.categories),
        *_span_layers(points, colours, place),
        layer(lines_above(points), words(align="left", dx=6, dy=-20), place | told()),
        width=_NARROW,
        height={"step": 60},
    )


def _span_layers(points: Points, colours: Colours, place: Spec) -> Iterator[Spec]:
    ends = [
        {"row": row, "value": some[0].size, "end": some[-1].size}
        for row, some in enumerate(points.rows)
        if None not in {some[0].value, some[-1].value}
    ]
    known = [(series, datum(row, point)) for row, series, point in points if point.value is not None]
    middle = [point for series, point in known if series == 1]
    tick = mark("tick", size=16, thickness=2, opacity=1, color=SECONDARY)
    dot = mark("point", filled=True, size=130, opacity=1, color=colours[0])
    yield layer(ends, mark("rule", strokeWidth=2, color=SECONDARY), place | {"x2": {"field": "end"}})
    yield layer([point for _, point in known], tick, place | described())
    yield layer(middle, dot, place)


def _bullet(points: Points, colours: Colours) -> Spec:
    """Return for each row what was used, the first series, inside what there was, the last."""
    place = lying_names(points) | sideways("value", points.highest)
    return layered(
        name_lines(points.categories),
        *_bullet_layers(points, colours, place),
        layer(lines_above(points), words(align="left", dx=6, dy=-21), place | told()),
        width=_NARROW,
        height={"step": 64},
    )


def _bullet_layers(points: Points, colours: Colours, place: Spec) -> Iterator[Spec]:
    whole = [datum(row, some[-1], start=0) for row, some in enumerate(points.rows)]
    used = [datum(row, some[0], start=0) for row, some in enumerate(points.rows)]
    bar = place | {"x2": {"field": "start"}} | described()
    yield layer(whole, mark("bar", height=20, color="#E6EAEE", **OUTLINE), bar)
    yield layer(used, mark("bar", height=9, color=colours[0]), bar)


def _span_below_names(points: Points, colours: Colours) -> Spec:
    """Return what `_span` shows, each row below its name and figures."""
    return _below_names(points, colours, _span_layers, figures=_figure_lines(points))


def _bullet_below_names(points: Points, colours: Colours) -> Spec:
    """Return what `_bullet` shows, each row below its name and figures."""
    return _below_names(points, colours, _bullet_layers, figures=_figure_lines(points))


def _figure_lines(points: Points) -> list[list[str]]:
    """Return the figures of each row: in one line where all are short enough, else in one for each."""
    whole = [str(line["text"]) for line in lines_above(points)]
    if max(map(len, whole)) <= _PHONE_LETTERS:
        return [[line] for line in whole]
    return [line.split(" · ") for line in whole]


def _below_names(
    points: Points,
    colours: Colours,
    layers: Callable[[Points, Colours, Spec], Iterable[Spec]],
    *,
    figures: Sequence[Sequence[str]] = (),
    width: float = _PHONE,
) -> Spec:
    """Return rows that have all of the width for themselves, below their name and ``figures``."""
    names = name_lines(points.categories, _PHONE_LETTERS)
    below = max(map(len, figures), default=0)
    most = max(map(len, names)) + below
    place = lying_names(points, are_told=False) | sideways("value", points.highest)
    weight = "bold" if figures else "normal"
    return layered(
        names,
        *layers(points, colours, place),
        *(_upwards_from(row, name, below, place, fontWeight=weight) for row, name in enumerate(names)),
        *(_upwards_from(row, lines, 0, place) for row, lines in enumerate(figures)),
        width=width,
        height={"step": 38 + _LINE * most},
    )


def _upwards_from(row: int, lines: Sequence[str], below: int, place: Spec, **look: object) -> Spec:
    """Return lines above the mark of a row, with as many lines ``below`` them."""
    data = [{"row": row, "value": 0, "text": lines}]
    rise = -19 - _LINE * (below + len(lines) - 1)
    return layer(data, words(align="left", lineHeight=_LINE, dy=rise, **look), place | told())


def _beside(names: Sequence[Sequence[str]], texts: Sequence[str]) -> float:
    """Return the pixels of a phone that names at the left and figures at the right leave to bars."""
    name = max((len(line) for lines in names for line in lines), default=0)
    figure = max(map(len, texts), default=0)
    return max(_PHONE - (name + figure) * LETTER - 20, _PHONE / 4)


_DRAW: Mapping[str, _Draw] = {
    "stacked": _stacked,
    "bars": _bars,
    "line": _line,
    "range": _span,
    "bullet": _bullet,
    "multiples": partial(multiples, width=_WIDTH),
}


_ALIGNED = {"center": 0, "right": -GAP, "left": GAP}
"""How far sideways a figure stands from its point, by what of it is there."""
_ON_A_PHONE: Mapping[str, _Draw] = {
    "stacked": _lying_stacks,
    "bars": _short_bars,
    "line": _short_bars,
    "range": _span_below_names,
    "bullet": _bullet_below_names,
    "multiples": partial(multiples, width=_PHONE),
}


_ALONGSIDE = frozenset({"bars", "line"})
"""The kinds in which what is compared is one more series."""
_BESIDE: Mapping[str, _Draw] = {**_DRAW, "bars": _short_bars, "line": partial(_line, width=_BESIDE_TABLE)}
_KINDS: Mapping[Breadth, Mapping[str, _Draw]] = {"broad": _DRAW, "beside": _BESIDE, "phone": _ON_A_PHONE}


def specification(chart: Chart, points: Points, colours: Colours, breadth: Breadth = "broad") -> Spec:
    """Return the Vega-Lite specification of a chart; bars without an order of their own are sorted.

    Args:
        chart: what is drawn.
        points: its figures.
        colours: one for each series.
        breadth: what it has room for: a page, what its table leaves of one, or a phone, where everything lies
            one below the other.
    """
    is_sorted = chart.kind == "bars" and not chart.ordered
    if points.beside and chart.kind in _ALONGSIDE:
        is_drawn_as_line = chart.kind == "line" and breadth != "phone"
        points, colours = points.alongside(), (*colours, SECONDARY if is_drawn_as_line else EARLIER)
    kinds = _KINDS[breadth]
    return kinds[chart.kind](points.descending() if is_sorted else points, colours)


def _beside_line(points: Points, width: float) -> Iterator[Spec]:
    """Yield the figures of all lines as data, each where it stands on none."""
    across, domain, height = width / len(points.rows), points.highest * HEADROOM, _line_height(points)
    lines: list[list[tuple[Corner, str]]] = [[] for _ in points.keys]
    for row, series, point in points:
        if point.value is not None:
            corner = ((row + 0.5) * across, point.value / domain * height)
            lines[series].append((corner, point.text))
    for line, placed in zip(lines, labels(lines), strict=True):
        for (corner, figure), label in zip(line, placed, strict=True):
            row = int(corner[0] / across)
            if points.beside and line is lines[-1]:
                continue  # what is compared stands in the table: two figures at each point would crowd
            yield {"row": row, "at": label.middle / height * domain, "align": label.align, "text": figure}


def _line_names(points: Points) -> list[Spec]:
    """Return the name of each line at its last point, where there are several and no legend names them."""
    last = len(points.rows) - 1
    some = points.rows[last] if len(points.keys) > 1 and not points.beside else ()
    return [datum(last, point) | {"text": point.series} for point in some]
