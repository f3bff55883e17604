"""How a table shares the width of the page among its columns, and which rows have to be broken."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from ppid_exporters.layout.grid import Cell, Grid, Head, PlacedHead
from ppid_exporters.pdf.glyphs import Glyphs, widest_word, width

_LEAST = 255.0
"""Points that a table of few columns is wide: 90 mm."""
_MOST_OF_ROOM = 0.6
"""Of the room, what one column asks for at most, so that a long text leaves some to the others."""
_EASE = 0.7
"""Of the room, what the longest words may take together before the letters are set smaller."""
_NAMES = 136.0
"""Points that the names of the rows of a matrix have at most: 48 mm."""
_BARS = 96.0
"""Points of the column of bars: 34 mm."""
TURNED = 113.0
"""Points that turned headings are high at most: 40 mm."""
_LONGEST_TURNED = 60
"""Characters up to which a heading is turned, on two lines at most."""
_MANY = 12
"""Columns of a table above which the smallest letters may be used: registers as regulations have them."""
_SHORT_NUMBER = 24
"""Characters up to which a number stays on one line."""


@frozen(kw_only=True)
class TypeSize:
    """How large a table is set, in points: its letters, and what is free left and right in a cell."""

    size: float
    padding: float

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return 1.25 * self.size


_TYPES = (
    TypeSize(size=9.5, padding=12),
    TypeSize(size=8.5, padding=9),
    TypeSize(size=8, padding=7),
    TypeSize(size=7, padding=5),
)
OF_MATRIX = TypeSize(size=9, padding=6)


@frozen(kw_only=True)
class Extent:
    """What a column needs for its longest word and for its longest cell, in parts of the size of letters."""

    least: float = 0.0
    most: float = 0.0


def needs(grid: Grid, glyphs: Glyphs) -> tuple[Extent, ...]:
    """Return what each column needs by its cells and its heading; cells over several columns ask nothing."""
    asked: list[list[Extent]] = [[Extent()] for _ in range(sum(grid.bands))]
    for row in (*grid.rows, grid.total):
        for at, cell in enumerate(row):
            if cell.span == 1:
                asked[at].append(_of_cell(cell, glyphs, is_bold=row is grid.total))
    for at, place in enumerate(of_columns(grid)):
        asked[at].append(_of_head(place.head, glyphs))
    return tuple(
        Extent(least=max(need.least for need in some), most=max(need.most for need in some)) for some in asked
    )


def placed(grid: Grid) -> tuple[tuple[PlacedHead, ...], ...]:
    """Return the rows of headings, each heading with the columns that it stands above."""
    rows = (tuple(place for place in row if not place.is_below) for row in grid.placed)
    return tuple(row for row in rows if row)


def of_columns(grid: Grid) -> list[PlacedHead]:
    """Return the headings of the single columns, from left to right."""
    places = (place for row in placed(grid) for place in row if not place.head.is_band)
    return sorted(places, key=lambda place: place.column)


def chosen(some: Sequence[Extent], room: float, *, is_small: bool) -> TypeSize:
    """Return the largest type in which a table is set with ease; a small one on a sheet of one page."""
    kinds = _TYPES[is_small : len(_TYPES) if len(some) > _MANY else -1]
    return next((kind for kind in kinds if _is_easy(some, kind, room)), kinds[-1])


def of_matrix(some: Sequence[Extent], room: float) -> tuple[float, ...]:
    """Return the widths of a matrix: the first column names rows, the last has bars, the others are alike."""
    first = min(some[0].most * OF_MATRIX.size + OF_MATRIX.padding, _NAMES)
    last = min(max(some[-1].most * OF_MATRIX.size + OF_MATRIX.padding, _BARS), room / 4)
    inner = (room - first - last) / max(len(some) - 2, 1)
    return (first, *(inner for _ in some[1:-1]), last)


def shared(some: Sequence[Extent], kind: TypeSize, room: float) -> tuple[float, ...]:
    """Return the width of each column, in points.

    Where all fit, each has what its longest cell needs; else each has its longest word, and the rest of the
    room goes where cells are longer (as CSS 2.1 lays out tables); where not even the words fit, wide columns
    share what narrow ones leave.
    """
    least = [need.least * kind.size + kind.padding for need in some]
    longest = [need.most * kind.size + kind.padding for need in some]
    most = [min(high, max(low, room * _MOST_OF_ROOM)) for low, high in zip(least, longest, strict=True)]
    if sum(most) <= room:
        stretch = max(min(_LEAST, room) / max(sum(most), 1), 1)
        return tuple(width * stretch for width in most)
    if sum(least) <= room:
        rest = (room - sum(least)) / (sum(most) - sum(least))
        return tuple(low + (high - low) * rest for low, high in zip(least, most, strict=True))
    return _leveled(least, room)


def height(row: Sequence[Cell], widths: Sequence[float], kind: TypeSize) -> float:
    """Return how high a row is, in points, rather too much than too little."""
    lines = max((_lines(cell.text, widths[at], kind) for at, cell in enumerate(row)), default=1)
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


def _is_easy(some: Sequence[Extent], kind: TypeSize, room: float) -> bool:
    words, whole = (
        sum(part * kind.size + kind.padding for part in parts)
        for parts in ([need.least for need in some], [need.most for need in some])
    )
    return whole <= room or words <= room * _EASE


def _of_head(head: Head, glyphs: Glyphs) -> Extent:
    """Return what a heading needs: it may stand on two lines, turned it needs none."""
    shown = "" if is_turned(head) else glyphs.shown(head.title)
    word = widest_word(shown, is_bold=True)
    return Extent(least=word, most=max(word, width(shown, is_bold=True) / 2))


def _of_cell(cell: Cell, glyphs: Glyphs, *, is_bold: bool) -> Extent:
    if cell.state is not None:
        return Extent(least=1, most=1)
    shown = glyphs.shown(cell.text)
    whole = max((width(line, is_bold=is_bold) for line in shown.split("\n")), default=0)
    if cell.is_numeric and len(shown) < _SHORT_NUMBER:
        return Extent(least=whole, most=whole)
    return Extent(least=widest_word(shown, is_bold=is_bold), most=whole)


def _leveled(least: Sequence[float], room: float) -> tuple[float, ...]:
    """Return ``least``, the widest cut down to one width so that all have room."""
    low, high = 0.0, max(least)
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(min(width, middle) for width in least) <= room else (low, middle)
    return tuple(min(width, low) for width in least)


def _head_height(place: PlacedHead, widths: Sequence[float], kind: TypeSize) -> float:
    if is_turned(place.head):
        return TURNED
    room = sum(widths[place.column : place.column + place.columns])
    return _lines(place.head.title, room, kind) * kind.leading + kind.padding / 2


def _lines(words: str, place: float, kind: TypeSize) -> int:
    room = max(place - kind.padding, kind.size)
    return int(sum(width(line) * kind.size * 1.15 // room + 1 for line in words.split("\n")))
