"""How a table stands in the PDF: its columns as all formats share them, in points, and how high rows are."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from ppid_exporters.layout.columns import SIZES, SLACK, Lettering, chosen, of_lines, of_states, shared
from ppid_exporters.layout.grid import Cell, Grid, Head, PlacedHead
from ppid_exporters.pdf.frame import MILLIMETRE
from ppid_exporters.pdf.glyphs import width

TURNED = 113.0
"""Points that turned headings are high at most: 40 mm."""
_LONGEST_TURNED = 60
"""Characters up to which a heading is turned, on two lines at most."""


@frozen(kw_only=True)
class TypeSize:
    """How large a table is set, in points: its letters, and what is free left and right in a cell."""

    size: float
    padding: float

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return 1.25 * self.size


OF_MATRIX = TypeSize(size=9, padding=6)
_OF_LINES = Lettering(size=11, padding=4.2)


def ruled(grid: Grid, room: float, *, is_small: bool) -> tuple[TypeSize, tuple[float, ...]]:
    """Return how large a table is set and how wide its columns are; on a sheet of one page, a small type."""
    kind, some, _ = chosen(grid, room / MILLIMETRE, SIZES[is_small:])
    return _in_points(kind), _points(shared(some, kind, room / MILLIMETRE))


def lines(grid: Grid, room: float) -> tuple[TypeSize, tuple[float, ...]]:
    """Return the same of a table without headings, as letters have them."""
    return _in_points(_OF_LINES), _points(of_lines(grid, _OF_LINES, room / MILLIMETRE))


def matrix(grid: Grid, room: float) -> tuple[TypeSize, tuple[float, ...]]:
    """Return the same of a matrix."""
    return OF_MATRIX, _points(of_states(grid, room / MILLIMETRE))


def _in_points(kind: Lettering) -> TypeSize:
    return TypeSize(size=kind.size, padding=(kind.padding - SLACK) * MILLIMETRE)


def _points(widths: Sequence[float]) -> tuple[float, ...]:
    return tuple(width * MILLIMETRE for width in widths)


def placed(grid: Grid) -> tuple[tuple[PlacedHead, ...], ...]:
    """Return the rows of headings, each heading with the columns that it stands above."""
    rows = (tuple(place for place in row if not place.is_below) for row in grid.placed)
    return tuple(row for row in rows if row)


def of_columns(grid: Grid) -> list[PlacedHead]:
    """Return the headings of the single columns, from left to right."""
    places = (place for row in placed(grid) for place in row if not place.head.is_band)
    return sorted(places, key=lambda place: place.column)


def height(row: Sequence[Cell], widths: Sequence[float], kind: TypeSize) -> float:
    """Return how high a row is, in points, rather too much than too little; a state is a sign, not words."""
    words = ((cell.text, widths[at]) for at, cell in enumerate(row) if cell.state is None)
    lines = max((_lines(text, place, kind) for text, place in words), default=1)
    return lines * kind.leading + kind.padding / 2


def heads_height(grid: Grid, widths: Sequence[float], kind: TypeSize) -> float:
    """Return how high the headings are, in points; one that is turned counts as its limit."""
    heights = [
        [(place.head.spans[1], _head_height(place, widths, kind)) for place in row] for row in placed(grid)
    ]
    stacked = sum(max((high for rows, high in row if rows == 1), default=0) for row in heights)
    return max(stacked, *(high for row in heights for rows, high in row if rows > 1), 0)


def is_turned(head: Head) -> bool:
    """Tell whether a heading is turned: one that is a sentence is not."""
    return head.is_turned and len(head.title) <= _LONGEST_TURNED


def _head_height(place: PlacedHead, widths: Sequence[float], kind: TypeSize) -> float:
    if is_turned(place.head):
        return TURNED
    room = sum(widths[place.column : place.column + place.columns])
    return _lines(place.head.title, room, kind) * kind.leading + kind.padding / 2


def _lines(words: str, place: float, kind: TypeSize) -> int:
    room = max(place - kind.padding, kind.size)
    return int(sum(width(line) * kind.size * 1.15 // room + 1 for line in words.split("\n")))
