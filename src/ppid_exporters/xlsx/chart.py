"""Charts that Excel draws from the cells of a table: change a figure and they follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ppid_core.report import Chart, Table
from ppid_exporters.chart.drawing import LEGIBLE_SHARE
from ppid_exporters.chart.palette import PATTERNS, ink_on
from ppid_exporters.layout.theme import INK, SECONDARY
from ppid_exporters.xlsx import library
from ppid_exporters.xlsx.drawn import FONT, SMALL, Drawn, Settings, literal
from ppid_exporters.xlsx.library import Book

NONE = {"none": True}
OUTLINE = {"color": INK, "width": 0.75}
UNUSED = "#E6EAEE"
HATCHES = dict(zip(PATTERNS, ("wide_upward_diagonal", "percent_10", "small_grid"), strict=True))
"""The patterns of the palette, as Excel names them."""

WIDTH = 680
"""Pixels: about the width of an upright page."""

UPRIGHT = 340
HIGHEST = 900
EACH_ROW = {"bars": 30, "bullet": 48}
"""Pixels that each row of a lying chart takes."""


def native(book: Book, drawn: Drawn, title: str) -> library.Chart:
    """Return the chart, ready to be placed."""
    made = _KINDS[drawn.chart.kind](book, drawn)
    made.set_title({"name": literal(title), "name_font": {**FONT, "size": 11, "bold": True}})
    made.set_chartarea({"border": NONE})
    made.set_size({"width": WIDTH, "height": high(drawn.chart, drawn.table)})
    return made


def high(chart: Chart, table: Table) -> int:
    """Return the height of a chart in pixels."""
    each = EACH_ROW.get(chart.kind)
    return UPRIGHT if each is None else min(110 + each * len(chart.series) * len(table.rows), HIGHEST)


def _stacked(book: Book, drawn: Drawn) -> library.Chart:
    """Upright bars of several parts, each part with its figure where that fits, the sum above."""
    made = book.add_chart({"type": "column", "subtype": "stacked"})
    smallest = max(LEGIBLE_SHARE * drawn.points.highest_sum, 1e-9)
    for index, colour in enumerate(drawn.colours):
        labels = drawn.labels(index, smallest, position="center", font={**FONT, "color": ink_on(colour)})
        made.add_series(drawn.series(index, gap=40, border=OUTLINE, data_labels=labels, **_fill(colour)))
    _upright(made, drawn)
    legend: Settings = {"position": "top", "font": FONT}
    at = drawn.sum_column()
    if at is not None:
        made.combine(_sums(book, drawn, at))
        legend = {**legend, "delete_series": [len(drawn.colours)]}
    made.set_legend(legend)
    return made


def _sums(book: Book, drawn: Drawn, at: int) -> library.Chart:
    line = book.add_chart({"type": "line"})
    labels = {"value": True, "position": "above", "num_format": drawn.shape, "font": {**FONT, "bold": True}}
    name = drawn.table.columns[at].title
    line.add_series(drawn.along(at, name, line=NONE, marker={"type": "none"}, data_labels=labels))
    return line


def _bars(book: Book, drawn: Drawn) -> library.Chart:
    """Lying bars, each with its figure, in the order of the table."""
    made = book.add_chart({"type": "bar"})
    for index, colour in enumerate(drawn.colours):
        labels = drawn.labels(index, position="outside_end")
        made.add_series(drawn.series(index, gap=45, border=OUTLINE, data_labels=labels, **_fill(colour)))
    _lying(made, drawn)
    _named(made, drawn)
    return made


def _line(book: Book, drawn: Drawn) -> library.Chart:
    """Lines over zero, each point with its figure."""
    made = book.add_chart({"type": "line"})
    for index, colour in enumerate(drawn.colours):
        mark = {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
        labels = drawn.labels(index, position="above")
        line = {"color": colour, "width": 2}
        made.add_series(drawn.series(index, line=line, marker=mark, data_labels=labels))
    _upright(made, drawn)
    _named(made, drawn)
    return made


def _span(book: Book, drawn: Drawn) -> library.Chart:
    """For each row a line from the lowest to the highest figure, with a dot at the middle one."""
    made = book.add_chart({"type": "line"})
    for index, colour in enumerate(drawn.colours):
        is_middle = index == 1
        ink = colour if is_middle else SECONDARY
        kind = {"type": "circle", "size": 9} if is_middle else {"type": "long_dash", "size": 9}
        mark = {**kind, "fill": {"color": ink}, "border": {"color": ink}}
        labels = drawn.labels(index, position=_BESIDE.get(index, "above"))
        made.add_series(drawn.series(index, line=NONE, marker=mark, data_labels=labels))
    made.set_high_low_lines({"line": {"color": SECONDARY, "width": 1.5}})
    _upright(made, drawn)
    made.set_legend({"position": "top", "font": FONT})
    return made


def _bullet(book: Book, drawn: Drawn) -> library.Chart:
    """For each row what was used, the first series, over what there was, the last."""
    made = book.add_chart({"type": "bar"})
    for index in reversed(range(len(drawn.colours))):
        colour = UNUSED if index else drawn.colours[index]
        place = "inside_end" if index else "inside_base"
        labels = drawn.labels(index, position=place, font={**FONT, "color": ink_on(colour)})
        look: Settings = {"gap": 60, "overlap": 100, "border": OUTLINE}
        made.add_series(drawn.series(index, data_labels=labels, **look, **_fill(colour)))
    _lying(made, drawn)
    made.set_legend({"position": "top", "font": FONT})
    return made


_BESIDE = {0: "left", 1: "right"}
"""Where the figures of a span stand, so that equal ones do not overlap; the highest stands above."""

_KINDS: Mapping[str, Callable[[Book, Drawn], library.Chart]] = {
    "stacked": _stacked,
    "bars": _bars,
    "line": _line,
    "range": _span,
    "bullet": _bullet,
}


def _fill(colour: str) -> Settings:
    if colour in HATCHES:
        return {"pattern": {"pattern": HATCHES[colour], "fg_color": SECONDARY, "bg_color": "#FFFFFF"}}
    return {"fill": {"color": colour}}


def _named(made: library.Chart, drawn: Drawn) -> None:
    """Name the series only where there are several: the title names a single one."""
    made.set_legend({"position": "top", "font": FONT} if len(drawn.colours) > 1 else NONE)


def _upright(made: library.Chart, drawn: Drawn) -> None:
    """Set names below, side by side, and what is counted under them; figures stand at their marks."""
    made.set_x_axis({**_told(drawn), "num_font": SMALL, "line": OUTLINE, "major_tick_mark": "none"})
    made.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, **_from_zero(drawn)})


def _lying(made: library.Chart, drawn: Drawn) -> None:
    """Set names at the left, the first on top."""
    plain = {"label_position": "none", "line": NONE, "major_tick_mark": "none"}
    made.set_x_axis({**_told(drawn), **plain, "major_gridlines": {"visible": False}, **_from_zero(drawn)})
    made.set_y_axis(
        {"reverse": True, "interval_unit": 1, "num_font": SMALL, "line": OUTLINE, "major_tick_mark": "none"}
    )


def _told(drawn: Drawn) -> Settings:
    font = {**FONT, "bold": False, "color": SECONDARY}
    return {"name": literal(drawn.chart.subtitle), "name_font": font} if drawn.chart.subtitle else {}


def _from_zero(drawn: Drawn) -> Settings:
    """Let figures be compared by their length, unless some are below zero."""
    return {} if any(point.size < 0 for _, _, point in drawn.points) else {"min": 0}
