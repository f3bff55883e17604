"""A chart with the cells of a sheet that it is drawn from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from ppid_core.report import Chart, Table
from ppid_exporters.chart.points import Points
from ppid_exporters.layout.cell import added, number
from ppid_exporters.layout.character import one_line
from ppid_exporters.layout.theme import INK
from ppid_exporters.xlsx.library import Reference

FONT = {"name": "Arial", "size": 9, "color": INK}
SMALL = {**FONT, "size": 8}
REFERENCE = re.compile(r"!(?=\$?[A-Za-z]+\$?\d)")
JOINER = "\u2060"

Settings = dict[str, object]


@frozen(kw_only=True)
class Drawn:
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

    def series(self, index: int, **look: object) -> Settings:
        """Return the series of that position."""
        return self.along(self.place(self.chart.series[index]), self.points.series[index], **look)

    def along(self, at: int, name: str, **look: object) -> Settings:
        """Return the figures of a column as a series."""
        categories = self.cells(self.place(self.chart.category))
        return {"name": literal(name), "categories": categories, "values": self.cells(at), **look}

    def labels(self, index: int, smallest: float = 0, **look: object) -> Settings:
        """Return the figures at the marks.

        An absent one is told by its words; what is less than ``smallest`` has no label, for want of room.
        """
        points = [row[index] for row in self.points.rows]
        custom: list[Settings | None] = [
            {"value": literal(point.text)}
            if point.value is None
            else {"delete": True}
            if point.size < smallest
            else None
            for point in points
        ]
        return {"value": True, "num_format": self.shape, "font": FONT, "custom": custom, **look}

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


def literal(words: str) -> str:
    """Return words that the library does not take for the address of a cell."""
    return REFERENCE.sub("!" + JOINER, one_line(words))
