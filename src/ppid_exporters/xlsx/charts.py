"""Charts: drawn by Excel from the cells of their table, and placed below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil

from attrs import frozen

from ppid_core.report import Chart, Table, number
from ppid_exporters.chart.drawing import LEGIBLE_SHARE
from ppid_exporters.chart.palette import EARLIER, PATTERNS, colours
from ppid_exporters.chart.points import Points
from ppid_exporters.layout.cell import added
from ppid_exporters.layout.character import one_line
from ppid_exporters.layout.theme import INK, SECONDARY, ink_on
from ppid_exporters.xlsx import library
from ppid_exporters.xlsx.cells import letters
from ppid_exporters.xlsx.library import Reference, Workbook
from ppid_exporters.xlsx.style import HEADING, LEFT, NOTE, WRAPPED
from ppid_exporters.xlsx.table import FIRST, HEADS, TableSheet
from ppid_exporters.xlsx.value import COUNT, entry
from ppid_exporters.xlsx.width import height

_FONT = {"name": "Arial", "size": 9, "color": INK}
_SMALL = {**_FONT, "size": 8}
_REFERENCE = re.compile(r"!(?=\$?[A-Za-z]+\$?\d)")
_JOINER = "\u2060"

_Settings = dict[str, object]


@frozen(kw_only=True)
class _Drawn:
    """A chart with the cells that it is drawn from.

    Attributes:
        sheet: name of the sheet.
        rows: the first and the last row of the table.
        columns: for each column of the table that of the sheet whose cells are drawn.
        colours: one for each series.
        shape: the number format of the figures.
    """

    chart: Chart
    table: Table
    points: Points
    sheet: str
    rows: tuple[int, int]
    columns: Mapping[int, int]
    colours: Sequence[str]
    shape: str

    def place(self, key: str) -> int:
        """Return the position of a column in the table."""
        return [column.key for column in self.table.columns].index(key)

    def cells(self, at: int) -> Reference:
        """Return the cells of a column of the table, or those that stand for them."""
        first, last = self.rows
        drawn = self.columns.get(at, at)
        return [self.sheet, first, drawn, last, drawn]

    def series(self, index: int, **look: object) -> _Settings:
        """Return the series of that position."""
        return self.along(self.place(self.chart.series[index]), self.points.series[index], **look)

    def along(self, at: int, name: str, **look: object) -> _Settings:
        """Return the figures of a column as a series."""
        categories = self.cells(self.place(self.chart.category))
        return {"name": _literal(name), "categories": categories, "values": self.cells(at), **look}

    def earlier(self, **look: object) -> _Settings:
        """Return what each row is compared with, as a series."""
        return self.along(self.place(self.chart.beside), self.points.beside[0].series, **look)

    def labels(self, index: int, smallest: float = 0, **look: object) -> _Settings:
        """Return the figures at the marks.

        An absent one is told by its words; what is less than ``smallest`` has no label, for want of room.
        Of a line, each figure stands where the line does not run through it, or least of all.
        """
        points = [row[index] for row in self.points.rows]
        sides = self.sides(index) if self.chart.kind == "line" else {}
        custom: list[_Settings | None] = [
            {"value": _literal(point.text)}
            if point.value is None
            else {"delete": True}
            if point.size < smallest
            else {"position": sides[at], "font": _FONT}
            if at in sides
            else None
            for at, point in enumerate(points)
        ]
        return {"value": True, "num_format": self.shape, "font": _FONT, "custom": custom, **look}

    def sides(self, index: int) -> dict[int, str]:
        """Return where the figures stand that do not stand right of their points.

        At the right they stand where nothing is said, and a point of its own cannot be told to stand there.
        """
        points = [row[index] for row in self.points.rows]
        scale = _PLOT_HIGH / self.points.highest
        low, step, found = self.low_points(index), _PLOT_WIDE / max(len(points), 1), dict[int, str]()
        for at, point in enumerate(points):
            if point.value is None:
                continue
            beside = ((-step, points[at - 1] if at else None), (step, (*points, None)[at + 1]))
            ends = [
                (run, (one.value - point.value) * scale)
                for run, one in beside
                if one is not None and one.value is not None
            ]
            found[at] = "below" if at in low else figure_side(len(point.text), ends)
        return {at: side for at, side in found.items() if side != "right"}

    def low_points(self, index: int) -> frozenset[int]:
        """Return the places from which a line only rises, but for those with the names right below them."""
        sizes = [row[index].value for row in self.points.rows]
        above_names = _ABOVE_NAMES * max((point.size for _, _, point in self.points), default=0.0)
        return frozenset(
            at
            for at, size in enumerate(sizes)
            if size is not None
            and size > above_names
            and _is_low(size, [*sizes[max(at - 1, 0) : at], *sizes[at + 1 : at + 2]])
        )

    def sum_column(self) -> int | None:
        """Return the column that holds the sum of all series in every row, None where there is none."""
        series = [self.place(key) for key in self.chart.series]
        others = (at for at in range(len(self.table.columns)) if at not in series)
        return next((at for at in others if self._is_sum(at, series)), None)

    def _is_sum(self, at: int, series: Sequence[int]) -> bool:
        for row in self.table.rows:
            figures = [number(row[place]) for place in series]
            known = [figure for figure in figures if figure is not None]
            if len(known) < len(figures) or number(row[at]) != added(known):
                return False
        return True


def figure_side(letters: int, ends: Sequence[tuple[float, float]]) -> str:
    """Return at which side of a point its figure stands: where least of the line runs through it.

    Args:
        letters: how many letters it has.
        ends: where the line comes from and goes to, in pixels from the point to the right and upwards.
    """
    wide = letters * _LETTER
    boxes = {
        "above": (-wide / 2, wide / 2, _BESIDE_POINT, _BESIDE_POINT + _LINE),
        "right": (_BESIDE_POINT, _BESIDE_POINT + wide, -_LINE / 2, _LINE / 2),
    }
    return min(boxes, key=lambda side: sum(_within(boxes[side], *end) for end in ends))


def _within(box: tuple[float, float, float, float], run: float, rise: float) -> float:
    """Return how long, in pixels from the left to the right, a line from the point is within a box."""
    left, right, low, high = box
    spans = [sorted((left / run, right / run)), [0.0, 1.0]]
    if rise:
        spans.append(sorted((low / rise, high / rise)))
    elif not low < 0 < high:
        return 0.0
    first, last = max(span[0] for span in spans), min(span[1] for span in spans)
    return max(last - first, 0.0) * abs(run)


def _is_low(size: float, beside: Iterable[float | None]) -> bool:
    """Tell whether no figure beside is lower, and one is higher; an absent one is a gap."""
    known = [one for one in beside if one is not None]
    return bool(known) and min(known) >= size and max(known) > size


def _literal(words: str) -> str:
    """Return words that the library does not take for the address of a cell."""
    return _REFERENCE.sub("!" + _JOINER, one_line(words))


_NONE = {"none": True}
_OUTLINE = {"color": INK, "width": 0.75}
_UNUSED = "#E6EAEE"
_HATCHES = dict(
    zip(PATTERNS, ("wide_upward_diagonal", "percent_10", "small_grid", "wide_downward_diagonal"), strict=True)
)
"""The patterns of the palette, as Excel names them."""

_WIDTH = 680
"""Pixels: about the width of an upright page."""

_UPRIGHT = 340
_PLOT_WIDE, _PLOT_HIGH = 620.0, 240.0
"""Pixels of an upright chart between its edges, titles and names."""
_LETTER, _LINE, _BESIDE_POINT = 6.7, 13.0, 5.0
"""Pixels of a digit and of a line of 9 points, and from a point to its figure."""
_ABOVE_NAMES = 0.15
"""Of the highest figure, what a point must be so that its figure has room between it and the names below."""
_HIGHEST = 900
_EACH_ROW = {"bars": 30, "bullet": 48}
"""Pixels that each row of a lying chart takes."""


def _native(book: Workbook, drawn: _Drawn, title: str) -> library.NativeChart:
    """Return the chart, ready to be placed."""
    made = _KINDS[drawn.chart.kind](book, drawn)
    made.set_title({"name": _literal(title), "name_font": {**_FONT, "size": 11, "bold": True}})
    made.set_chartarea({"border": _NONE})
    made.set_size({"width": _WIDTH, "height": _high(drawn.chart, drawn.table)})
    return made


def _high(chart: Chart, table: Table) -> int:
    """Return the height of a chart in pixels."""
    each, bars = _EACH_ROW.get(chart.kind), len(chart.series) + bool(chart.beside)
    return _UPRIGHT if each is None else min(110 + each * bars * len(table.rows), _HIGHEST)


def _stacked(book: Workbook, drawn: _Drawn) -> library.NativeChart:
    """Upright bars of several parts, each part with its figure where that fits, the sum above."""
    made = book.add_chart({"type": "column", "subtype": "stacked"})
    smallest = max(LEGIBLE_SHARE * drawn.points.highest_sum, 1e-9)
    for index, colour in enumerate(drawn.colours):
        labels = drawn.labels(index, smallest, position="center", font={**_FONT, "color": ink_on(colour)})
        made.add_series(drawn.series(index, gap=40, border=_OUTLINE, data_labels=labels, **_fill(colour)))
    _upright(made, drawn)
    legend: _Settings = {"position": "top", "font": _FONT}
    at = drawn.sum_column()
    if at is not None:
        legend = {**legend, "delete_series": [len(drawn.colours)]}
    if at is not None or drawn.chart.beside:
        made.combine(_lines_over(book, drawn, at))
    made.set_legend(legend)
    return made


def _lines_over(book: Workbook, drawn: _Drawn, at: int | None) -> library.NativeChart:
    """Return the sums above the bars, without a line, and what each bar is compared with, as a thin one."""
    lines = book.add_chart({"type": "line"})
    if at is not None:
        look = {"position": "above", "num_format": drawn.shape, "font": {**_FONT, "bold": True}}
        name = drawn.table.columns[at].title
        labels = {"value": True, **look}
        lines.add_series(drawn.along(at, name, line=_NONE, marker={"type": "none"}, data_labels=labels))
    if drawn.chart.beside:
        mark = {"type": "circle", "size": 5, "fill": {"color": "#FFFFFF"}, "border": {"color": INK}}
        lines.add_series(drawn.earlier(line={"color": INK, "width": 1.25}, marker=mark))
    return lines


def _bars(book: Workbook, drawn: _Drawn) -> library.NativeChart:
    """Lying bars, each with its figure, in the order of the table."""
    made = book.add_chart({"type": "bar"})
    for index, colour in enumerate(drawn.colours):
        labels = drawn.labels(index, position="outside_end")
        made.add_series(drawn.series(index, gap=45, border=_OUTLINE, data_labels=labels, **_fill(colour)))
    if drawn.chart.beside:
        labels = {"value": True, "num_format": drawn.shape, "font": _FONT, "position": "outside_end"}
        made.add_series(drawn.earlier(border=_OUTLINE, data_labels=labels, **_fill(EARLIER)))
    _lying(made, drawn)
    _named(made, drawn)
    return made


def _line(book: Workbook, drawn: _Drawn) -> library.NativeChart:
    """Lines over zero, each point with its figure."""
    made = book.add_chart({"type": "line"})
    for index, colour in enumerate(drawn.colours):
        mark = {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
        labels = drawn.labels(index, position="right")
        line = {"color": colour, "width": 2}
        made.add_series(drawn.series(index, line=line, marker=mark, data_labels=labels))
    if drawn.chart.beside:
        mark = {"type": "circle", "size": 5, "fill": {"color": "#FFFFFF"}, "border": {"color": SECONDARY}}
        line = {"color": SECONDARY, "width": 1.25, "dash_type": "dash"}
        made.add_series(drawn.earlier(line=line, marker=mark))
    _upright(made, drawn)
    _named(made, drawn)
    return made


def _span(book: Workbook, drawn: _Drawn) -> library.NativeChart:
    """For each row a line from the lowest to the highest figure, with a dot at the middle one."""
    made = book.add_chart({"type": "line"})
    for index, colour in enumerate(drawn.colours):
        is_middle = index == 1
        ink = colour if is_middle else SECONDARY
        kind = {"type": "circle", "size": 9} if is_middle else {"type": "long_dash", "size": 9}
        mark = {**kind, "fill": {"color": ink}, "border": {"color": ink}}
        labels = drawn.labels(index, position=_BESIDE.get(index, "above"))
        made.add_series(drawn.series(index, line=_NONE, marker=mark, data_labels=labels))
    made.set_high_low_lines({"line": {"color": SECONDARY, "width": 1.5}})
    _upright(made, drawn)
    made.set_legend({"position": "top", "font": _FONT})
    return made


def _bullet(book: Workbook, drawn: _Drawn) -> library.NativeChart:
    """For each row what was used, the first series, above what there was, the last.

    Each bar has its figure at its end: over another bar it could not be read.
    """
    made = book.add_chart({"type": "bar"})
    for index, colour in enumerate(drawn.colours):
        labels = drawn.labels(index, position="outside_end", font=_SMALL)
        look: _Settings = {"gap": 60, "border": _OUTLINE}
        made.add_series(
            drawn.series(index, data_labels=labels, **look, **_fill(_UNUSED if index else colour))
        )
    _lying(made, drawn)
    made.set_legend({"position": "top", "font": _FONT})
    return made


_BESIDE = {0: "left", 1: "right"}
"""Where the figures of a span stand, so that equal ones do not overlap; the highest stands above."""

_KINDS: Mapping[str, Callable[[Workbook, _Drawn], library.NativeChart]] = {
    "stacked": _stacked,
    "bars": _bars,
    "line": _line,
    "range": _span,
    "bullet": _bullet,
}


def _fill(colour: str) -> _Settings:
    if colour in _HATCHES:
        return {"pattern": {"pattern": _HATCHES[colour], "fg_color": SECONDARY, "bg_color": "#FFFFFF"}}
    return {"fill": {"color": colour}}


def _named(made: library.NativeChart, drawn: _Drawn) -> None:
    """Name the series only where there are several: the title names a single one."""
    several = len(drawn.colours) > 1 or drawn.chart.beside
    made.set_legend({"position": "top", "font": _FONT} if several else _NONE)


def _upright(made: library.NativeChart, drawn: _Drawn) -> None:
    """Set names below, side by side, and what is counted under them; figures stand at their marks."""
    made.set_x_axis({**_told(drawn), "num_font": _SMALL, "line": _OUTLINE, "major_tick_mark": "none"})
    made.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, **_from_zero(drawn)})


def _lying(made: library.NativeChart, drawn: _Drawn) -> None:
    """Set names at the left, the first on top."""
    plain = {"label_position": "none", "line": _NONE, "major_tick_mark": "none"}
    made.set_x_axis({**_told(drawn), **plain, "major_gridlines": {"visible": False}, **_from_zero(drawn)})
    made.set_y_axis(
        {"reverse": True, "interval_unit": 1, "num_font": _SMALL, "line": _OUTLINE, "major_tick_mark": "none"}
    )


def _told(drawn: _Drawn) -> _Settings:
    font = {**_FONT, "bold": False, "color": SECONDARY}
    return {"name": _literal(drawn.chart.subtitle), "name_font": font} if drawn.chart.subtitle else {}


def _from_zero(drawn: _Drawn) -> _Settings:
    """Let figures be compared by their length, unless some are below zero."""
    return {} if any(point.size < 0 for _, _, point in drawn.points) else {"min": 0}


_ROW = 20
"""Pixels of a row that nobody set."""

_DIGIT = 7
"""Pixels of a digit, by which columns are measured."""

_CONTINUOUS = frozenset({"line", "range", "multiples"})
"""The kinds in which text, an absent figure, would be drawn at zero: they are drawn from cells with a gap."""


def place(book: Workbook, on: TableSheet, chart: Chart, title: str) -> None:
    """Draw a chart below the table and what stands there already; a table without rows has none.

    Raises:
        ValueError: where it names a column that the table does not have.
    """
    if not on.table.rows:
        return
    if chart.kind == "multiples":
        _sparklines(on, chart, title)
        return
    on.lines.reach(_WIDTH / _DIGIT)
    drawn = _drawn(on, chart)
    told = {"description": one_line(chart.alt), "object_position": 2}
    on.sheet.insert_chart(on.row, 0, _native(book, drawn, title), told)
    on.row += ceil(_high(chart, on.table) / _ROW) + 1


def _sparklines(on: TableSheet, chart: Chart, title: str) -> None:
    """Draw small bars in the first cell right of each row, all on one scale.

    LibreOffice prints no lines there, and takes a largest value of the group for that of each row.
    """
    at = on.lines.last = max(on.lines.last, len(on.table.columns))
    drawn = _drawn(on, chart)
    places = [drawn.columns.get(place, place) for place in map(drawn.place, chart.series)]
    rows = range(drawn.rows[0] + 1, drawn.rows[1] + 2)
    on.sheet.set_column(at, at, _CELL_WIDTH)
    on.sheet.set_row(HEADS, max(on.points.get(HEADS, 0.0), height(title, _CELL_WIDTH / _BOLD)))
    on.cells.text(HEADS, at, title, on.styles.accented({**HEADING, **LEFT}))
    lines = {
        "location": [f"{letters(at)}{row}" for row in rows],
        "range": [f"{letters(min(places))}{row}:{letters(max(places))}{row}" for row in rows],
        "series_color": on.styles.accent,
        "type": "column",
        "min": 0,
        "max": drawn.points.highest,
    }
    on.sheet.add_sparkline(FIRST, at, lines)


_CELL_WIDTH, _BOLD = 26.0, 1.15
"""Digits that small bars take, and of a letter of their heading."""


def _drawn(on: TableSheet, chart: Chart) -> _Drawn:
    points = Points.of(chart, on.table, on.lang)
    as_lines = [point for _, _, point in points] if chart.kind in _CONTINUOUS else []
    if chart.kind != "bars":
        as_lines += points.beside
    has_gaps = any(point.value is None for point in as_lines)
    return _Drawn(
        chart=chart,
        table=on.table,
        points=points,
        sheet=on.sheet.name,
        rows=(FIRST, FIRST + len(on.table.rows) - 1),
        columns=_gapped(on, chart) if has_gaps else {},
        colours=colours(chart, on.styles.accent),
        shape=_shape(on, chart),
    )


def _shape(on: TableSheet, chart: Chart) -> str:
    """Return the number format of the first figure; of whole amounts without what follows the comma."""
    places = [at for at, column in enumerate(on.table.columns) if column.key in chart.series]
    shapes = (entry(row[at], on.lang).shape for row in on.table.rows for at in places)
    shape = next((shape for shape in shapes if shape), COUNT)
    figures = (number(row[at]) for row in on.table.rows for at in places)
    is_whole = all(figure is None or figure == figure.to_integral_value() for figure in figures)
    return shape.partition(".")[0] if is_whole and not shape.endswith("%") else shape


def _gapped(on: TableSheet, chart: Chart) -> Mapping[int, int]:
    """Write the series once more, right of what is printed, with a gap where a figure is absent."""
    keys = [column.key for column in on.table.columns]
    first = on.lines.last + 2 + on.copies
    drawn = (*chart.series, *([chart.beside] if chart.beside else []))
    beside = {keys.index(key): first + index for index, key in enumerate(drawn)}
    on.copies += len(beside)
    for at, copy in beside.items():
        on.cells.text(HEADS, copy, on.table.columns[at].title, {**HEADING, **NOTE})
        for row, values in enumerate(on.table.rows, start=FIRST):
            cell = f"{letters(at)}{row + 1}"
            formula, figure = f"=IF(ISNUMBER({cell}),{cell},NA())", number(values[at])
            known = "#N/A" if figure is None else float(figure)
            on.sheet.write_formula(row, copy, formula, on.styles.of(WRAPPED, NOTE), known)
    return beside
