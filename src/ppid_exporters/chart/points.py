"""The points of a chart, read from its table, so that the two cannot disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve, frozen

from ppid_core.language import Lang
from ppid_core.report import Chart, Table, Value, number, text
from ppid_exporters.layout.cell import added
from ppid_exporters.layout.character import one_line

BESIDE = "beside"
"""The key of what is compared, as a series."""


@frozen(kw_only=True)
class Point:
    """One figure of a chart.

    Attributes:
        value: None where the figure is absent.
        text: as the table prints it; of an absent figure, the reason.
    """

    category: str
    series: str
    value: float | None
    text: str

    @property
    def size(self) -> float:
        """The value, 0 where it is absent."""
        return self.value or 0.0

    @property
    def name(self) -> str:
        """What the point says, for those who do not see it."""
        return f"{self.category}, {self.series}: {self.text}"


@frozen(kw_only=True)
class Points:
    """Every figure of a chart.

    Attributes:
        rows: for each category its points, in the order of ``keys``.
        keys: column keys of the series.
        series: their printed names.
        sums: the sum of each row, as it is printed.
        beside: what each row as a whole is compared with; () where nothing is.
    """

    rows: tuple[tuple[Point, ...], ...]
    keys: tuple[str, ...]
    series: tuple[str, ...]
    sums: tuple[str, ...]
    beside: tuple[Point, ...] = ()

    @classmethod
    def of(cls, chart: Chart, table: Table, lang: Lang = "id") -> Points:
        """Read the points of ``chart``.

        Raises:
            ValueError: where it names a column that the table does not have.
        """
        keys = [column.key for column in table.columns]
        category, places = keys.index(chart.category), [keys.index(key) for key in chart.series]
        names = {place: one_line(table.columns[place].title) for place in places}
        return cls(
            rows=tuple(
                tuple(_point(row[category], names[place], row[place], lang) for place in places)
                for row in table.rows
            ),
            keys=chart.series,
            series=tuple(names[place] for place in places),
            sums=tuple(text(_sum(row[place] for place in places), lang) for row in table.rows),
            beside=tuple(_compared(chart, table, category, lang)) if chart.beside else (),
        )

    def __iter__(self) -> Iterator[tuple[int, int, Point]]:
        """Yield every point with the position of its row and of its series."""
        for row, points in enumerate(self.rows):
            for series, point in enumerate(points):
                yield row, series, point

    @property
    def categories(self) -> tuple[str, ...]:
        """The names of the rows."""
        return tuple(points[0].category for points in self.rows)

    @property
    def highest(self) -> float:
        """The largest value, 1 where there is none."""
        every = (*(point for _, _, point in self), *self.beside)
        return max((point.size for point in every), default=0.0) or 1.0

    @property
    def highest_sum(self) -> float:
        """The largest sum of a row, 1 where there is none."""
        sums = (sum(point.size for point in points) for points in self.rows)
        return max((*sums, *(point.size for point in self.beside)), default=0.0) or 1.0

    def alongside(self) -> Points:
        """Return the same with what is compared as one more series, the last."""
        if not self.beside:
            return self
        pairs = zip(self.rows, self.beside, strict=True)
        return evolve(
            self,
            rows=tuple((*points, point) for points, point in pairs),
            keys=(*self.keys, BESIDE),
            series=(*self.series, self.beside[0].series),
        )

    def descending(self) -> Points:
        """Return the same points, the largest first; equal ones stay as they stand in the table."""
        order = sorted(range(len(self.rows)), key=lambda row: -self.rows[row][0].size)
        return evolve(
            self,
            rows=tuple(self.rows[row] for row in order),
            sums=tuple(self.sums[row] for row in order),
            beside=tuple(self.beside[row] for row in order) if self.beside else (),
        )


def _compared(chart: Chart, table: Table, category: int, lang: Lang) -> Iterator[Point]:
    at = [column.key for column in table.columns].index(chart.beside)
    name = one_line(table.columns[at].title)
    return (_point(row[category], name, row[at], lang) for row in table.rows)


def _sum(values: Iterable[Value]) -> Decimal:
    figures = (number(value) for value in values)
    return added(figure for figure in figures if figure is not None)


def _point(category: Value, series: str, value: Value, lang: Lang) -> Point:
    figure = number(value)
    return Point(
        category=one_line(text(category, lang)),
        series=series,
        value=None if figure is None else float(figure),
        text=one_line(text(value, lang)),
    )
