"""Places the charts of a table below it."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from ppid_core.report import Chart
from ppid_exporters.chart.palette import fills
from ppid_exporters.chart.points import Points
from ppid_exporters.chart.svg import COMPARED
from ppid_exporters.layout.cell import number
from ppid_exporters.layout.character import one_line
from ppid_exporters.xlsx.cells import letters
from ppid_exporters.xlsx.chart import WIDTH, high, native
from ppid_exporters.xlsx.drawn import Drawn
from ppid_exporters.xlsx.library import Book
from ppid_exporters.xlsx.style import HEADING, NOTE, WRAPPED
from ppid_exporters.xlsx.table import FIRST, HEADS, TableSheet
from ppid_exporters.xlsx.value import COUNT, entry

ROW = 20
"""Pixels of a row that nobody set."""

DIGIT = 7
"""Pixels of a digit, by which columns are measured."""

CONTINUOUS = frozenset({"line", "range"})
"""The kinds in which text, an absent figure, would be drawn at zero: they are drawn from cells with a gap."""


def place(book: Book, on: TableSheet, chart: Chart, title: str) -> None:
    """Draw a chart below the table and what stands there already; a table without rows has none.

    Raises:
        ValueError: where it names a column that the table does not have.
    """
    if not on.table.rows:
        return
    on.lines.reach(WIDTH / DIGIT)
    drawn = _drawn(on, chart)
    told = {"description": one_line(chart.alt), "object_position": 2}
    on.sheet.insert_chart(on.row, 0, native(book, drawn, title), told)
    on.row += ceil(high(chart, on.table) / ROW) + 1


def _drawn(on: TableSheet, chart: Chart) -> Drawn:
    points = Points.of(chart, on.table, on.lang)
    has_gaps = chart.kind in CONTINUOUS and any(point.value is None for _, _, point in points)
    is_compared = len(chart.series) > 1 and chart.kind in COMPARED
    return Drawn(
        chart=chart,
        table=on.table,
        points=points,
        sheet=on.sheet.name,
        rows=(FIRST, FIRST + len(on.table.rows) - 1),
        columns=_gapped(on, chart) if has_gaps else {},
        colours=fills(chart.series) if is_compared else (on.styles.accent,) * len(chart.series),
        shape=_shape(on, chart),
    )


def _shape(on: TableSheet, chart: Chart) -> str:
    """Return the number format of the first figure."""
    places = [at for at, column in enumerate(on.table.columns) if column.key in chart.series]
    shapes = (entry(row[at], on.lang).shape for row in on.table.rows for at in places)
    return next((shape for shape in shapes if shape), COUNT)


def _gapped(on: TableSheet, chart: Chart) -> Mapping[int, int]:
    """Write the series once more, right of what is printed, with a gap where a figure is absent."""
    keys = [column.key for column in on.table.columns]
    first = on.lines.last + 2 + on.copies
    beside = {keys.index(key): first + index for index, key in enumerate(chart.series)}
    on.copies += len(beside)
    for at, copy in beside.items():
        on.cells.text(HEADS, copy, on.table.columns[at].title, {**HEADING, **NOTE})
        for row, values in enumerate(on.table.rows, start=FIRST):
            cell = f"{letters(at)}{row + 1}"
            formula, figure = f"=IF(ISNUMBER({cell}),{cell},NA())", number(values[at])
            known = "#N/A" if figure is None else float(figure)
            on.sheet.write_formula(row, copy, formula, on.styles.of(WRAPPED, NOTE), known)
    return beside
