"""The columns of a table: how wide text runs, in which size it is set, and what each column gets.

Word and PDF ask the same questions of the same measures, so that a table has the same proportions in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from math import ceil
from typing import Protocol, TypeVar

from attrs import define, frozen

from ppid_exporters.layout.character import bound
from ppid_exporters.layout.grid import Cell, Grid

LEAST = 8.0
_NARROWEST_TABLE = 90.0
_WIDEST_HEAD = 3.6
"""Millimetres, for each point of the size of letters: a longer heading goes on in a second line."""

_EASE = 0.7
"""Of the room, what the longest words may take together before letters are set smaller.

Chosen by eye with the annexed registers, of which 45 rows took fifteen landscape pages before columns were
measured, and three after; no other value was compared.
"""

_CLOSE = 0.92
"""Of the room, what they may take in small letters together with dates that stay on one line.

Chosen by eye; no other value was compared.
"""

_MANY = 12
"""Columns above which the smallest letters are used in any case: registers as regulations have them."""

_SHORT_NUMBER = 24
"""Characters up to which a number stays on one line."""

_SHARPNESS = 3
"""How much more a long cell counts than a short one: 1 weighs all text alike, more the longest cells.

A row is as high as its highest cell: a sum of lines alone would leave one column tall for many short ones.
"""

_MOST_PARTS = 4
"""Tables into which one is cut at most: over more of them nobody follows a row."""

_STEPS = 50
Range = tuple[float, float]
"""The least and the wished width of a column in millimetres."""


class Measured(Protocol):
    """How large a table is set."""

    @property
    def size(self) -> float:
        """Points of its letters."""

    @property
    def padding(self) -> float:
        """Millimetres that text does not have."""


Kind = TypeVar("Kind", bound=Measured)


@frozen(kw_only=True)
class Lettering:
    """How large a table is set, whatever the format: points of letters, millimetres beside them."""

    size: float
    padding: float


SIZES = (
    Lettering(size=9.5, padding=4.4),
    Lettering(size=8.5, padding=3.2),
    Lettering(size=8.0, padding=2.6),
    Lettering(size=7.0, padding=2.1),
)
"""From the largest; the last one is for tables of many columns."""
SLACK = 0.4
"""Millimetres of the padding that are left to letters wider than was measured; the rest is free in a cell."""


@frozen(kw_only=True)
class Need:
    """What a column needs, in millimetres for each point of the size of letters.

    Attributes:
        least: its longest word; ``most``: its longest cell.
        weight: how much of the room it takes where not all have their wish.
    """

    least: float = 0.0
    most: float = 0.0
    weight: float = 0.0

    def range(self, kind: Measured) -> Range:
        """Return the width in letters of ``kind``."""
        least = max(self.least * kind.size + kind.padding, LEAST)
        return least, max(self.most * kind.size + kind.padding, least)


def needs(grid: Grid, *, holds_dates: bool) -> list[Need]:
    """Return what each column needs; cells over several columns ask nothing.

    Args:
        grid: the table.
        holds_dates: whether dates stay on one line.
    """
    asked = [_Asked(holds_dates=holds_dates) for _ in range(sum(grid.bands))]
    for row in (*grid.rows, grid.total):
        for at, cell in _single(row):
            asked[at].add_cell(cell, is_bold=row is grid.total)
    for at, title in _heads(grid):
        asked[at].add_head(title)
    return [one.need for one in asked]


def chosen(grid: Grid, room: float, kinds: Sequence[Kind]) -> tuple[Kind, list[Need], bool]:
    """Return the type in which a table is set, the needs of its columns, and whether dates are held.

    It is the largest type that is easy; else a small one that leaves something to long texts; else one in
    which dates go on in a second line.

    Args:
        grid: the table.
        room: millimetres that it may be wide.
        kinds: the types there are, from the largest; the last one is for tables of many columns.
    """
    some = needs(grid, holds_dates=True)
    easy = next((kind for kind in kinds[:-1] if is_easy(some, kind, room)), None)
    if easy:
        return easy, some, True
    loose, is_dense = needs(grid, holds_dates=False), sum(grid.bands) > _MANY
    small = kinds[-2:] if is_dense or loose != some else kinds[-2:-1]
    close = next((kind for kind in small if least_width(some, kind) <= room * _CLOSE), None)
    if close:
        return close, some, True
    return kinds[-1 if is_dense else -2], loose, False


def shared(some: Sequence[Need], kind: Measured, room: float) -> tuple[float, ...]:
    """Return the widths of columns: at most ``room`` together.

    Where all fit, each has what its longest cell needs. Else each has its longest word at least, and widths
    are so in proportion that the sum of the lines of all cells, each to the power ``_SHARPNESS``, is least.
    Where not even the words fit, wide columns share what narrow ones leave.
    """
    ranges = _ranges(some, kind)
    wished, least = sum(most for _, most in ranges), [low for low, _ in ranges]
    if wished <= room:
        spread = max(min(_NARROWEST_TABLE, room) / wished, 1.0) if wished else 1.0
        return tuple(most * spread for _, most in ranges)
    if sum(least) > room:
        cap = _cap(least, room)
        return tuple(min(low, cap) for low in least)
    return _balanced(ranges, [need.weight for need in some], room)


def parts(some: Sequence[Need], kind: Measured, room: float) -> tuple[tuple[int, ...], ...]:
    """Return the columns of each table as which a table is set: one where its words fit, else the fewest.

    The first column stands in each of them, so that rows find each other again; the others keep their order,
    and are shared so that the tables want about the same width. Where no such tables help, one is returned.
    """
    whole = tuple(range(len(some)))
    if least_width(some, kind) <= room:
        return (whole,)
    for count in range(2, min(len(some), _MOST_PARTS + 1)):
        cut = tuple((0, *columns) for columns in _evenly(some[1:], kind, count))
        if all(least_width([some[at] for at in columns], kind) <= room for columns in cut):
            return cut
    return (whole,)


def _evenly(others: Sequence[Need], kind: Measured, count: int) -> Iterator[tuple[int, ...]]:
    """Yield the columns behind the first by the part of the whole width in which the middle of each lies."""
    wished = [most for _, most in _ranges(others, kind)]
    middles = (before + most / 2 for before, most in zip(accumulate(wished, initial=0), wished, strict=False))
    placed = enumerate((int(middle / sum(wished) * count) for middle in middles), start=1)
    for _, columns in groupby(placed, key=lambda one: one[1]):
        yield tuple(at for at, _ in columns)


def depth(grid: Grid, widths: Sequence[float], kind: Measured) -> float:
    """Return how high the rows of a table are together, in millimetres."""
    rows = (*grid.rows, grid.total) if grid.total else grid.rows
    return sum(_row_depth(row, widths, kind) for row in rows)


def _row_depth(row: Iterable[Cell], widths: Sequence[float], kind: Measured) -> float:
    most = max(
        (lines(cell.text, kind.size, widths[at] - kind.padding) for at, cell in _single(row)), default=1
    )
    return most * kind.size * _LEADING * _MILLIMETRE + _BETWEEN


def of_lines(grid: Grid, kind: Measured, room: float) -> tuple[float, ...]:
    """Return the widths of a table without headings: as the text wants, the last column has the rest."""
    some = needs(grid, holds_dates=True)
    wished = [most for _, most in _ranges(some, kind)]
    if sum(wished[:-1]) > room / 2:
        return shared(some, kind, room)
    return (*wished[:-1], room - sum(wished[:-1]))


def of_states(grid: Grid, room: float) -> tuple[float, ...]:
    """Return the widths of a matrix: the column of names, equal ones for the states, the one of shares."""
    count = sum(grid.bands)
    few = max(count - 2, 1)
    each = min((room - OF_NAMES - OF_SHARES) / few, _WIDEST_STATE)
    names = min(room - OF_SHARES - each * few, _WIDEST_NAMES)
    return (names, *(each for _ in range(count - 2)), OF_SHARES)[:count]


@define
class _Asked:
    """Gathers what the cells of a column ask for."""

    holds_dates: bool
    least: float = 0.0
    most: float = 0.0
    mass: float = 0.0

    @property
    def need(self) -> Need:
        return Need(least=self.least, most=self.most, weight=self.mass ** (1 / (_SHARPNESS + 1)))

    def add_cell(self, cell: Cell, *, is_bold: bool) -> None:
        lengths = [width(line, 1, is_bold=is_bold) for line in cell.text.split("\n")]
        is_whole = cell.is_numeric and len(cell.text) < _SHORT_NUMBER
        self._add(max(lengths) if is_whole else self._word(cell.text, is_bold=is_bold), max(lengths))
        self.mass += sum(lengths) ** _SHARPNESS

    def add_head(self, title: str) -> None:
        word, whole = longest_word(title, 1, is_bold=True), width(title, 1, is_bold=True)
        self._add(word, max(word, min(whole, _WIDEST_HEAD)))
        self.mass += whole**_SHARPNESS

    def _add(self, least: float, most: float) -> None:
        self.least, self.most = max(self.least, least), max(self.most, most)

    def _word(self, words: str, *, is_bold: bool) -> float:
        return longest_word(bound(words) if self.holds_dates else words, 1, is_bold=is_bold)


def _single(row: Iterable[Cell]) -> Iterator[tuple[int, Cell]]:
    """Yield the cells that stand in one column, with its number."""
    at = 0
    for cell in row:
        if cell.span == 1:
            yield at, cell
        at += cell.span


def _heads(grid: Grid) -> Iterator[tuple[int, str]]:
    """Yield the heading right above each column; turned ones need no width."""
    for row in grid.placed:
        for place in row:
            if not (place.is_below or place.head.is_band or place.head.is_turned):
                yield place.column, place.head.title


def _ranges(some: Iterable[Need], kind: Measured) -> list[Range]:
    return [need.range(kind) for need in some]


def is_easy(some: Sequence[Need], kind: Measured, room: float) -> bool:
    """Tell whether letters of ``kind`` leave room: all cells fit, or longest words leave enough to share."""
    return wished_width(some, kind) <= room or least_width(some, kind) <= room * _EASE


def wished_width(some: Sequence[Need], kind: Measured) -> float:
    """Return the width in which no cell goes on in a second line."""
    return sum(most for _, most in _ranges(some, kind))


def least_width(some: Sequence[Need], kind: Measured) -> float:
    """Return the width in which no word is broken."""
    return sum(least for least, _ in _ranges(some, kind))


def _balanced(ranges: Sequence[Range], weights: Sequence[float], room: float) -> tuple[float, ...]:
    """Return widths in proportion to ``weights``, each within its range, that fill ``room``."""
    scales = (most / weight for (_, most), weight in zip(ranges, weights, strict=True) if weight)
    low, high = 0.0, max(scales, default=0.0)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        is_room = sum(_within(ranges, weights, middle)) <= room
        low, high = (middle, high) if is_room else (low, middle)
    return tuple(_within(ranges, weights, low))


def _within(ranges: Sequence[Range], weights: Sequence[float], scale: float) -> Iterator[float]:
    for (least, most), weight in zip(ranges, weights, strict=True):
        yield min(max(least, weight * scale), most)


def _cap(least: Sequence[float], room: float) -> float:
    """Return the width above which columns give way, so that all together have ``room``."""
    left, rest = room, sorted(least)
    for at, narrow in enumerate(rest):
        even = left / (len(rest) - at)
        if narrow > even:
            return even
        left -= narrow
    return room


_LEADING, _BETWEEN = 1.15, 1.0
"""From line to line, in parts of the size of letters; and millimetres between rows."""

OF_NAMES, OF_SHARES = 52.0, 34.0
"""Millimetres of a matrix that the names of its rows and the bars of their shares need."""
_WIDEST_STATE, _WIDEST_NAMES = 13.0, 75.0

_SPACES = re.compile(r"[ \t\n]+")
"""Where a line may end: not at a no-break space."""
_WIDTHS = {
    222: "ijl‘’",
    278: " !,./:;[\\]ftI·",
    333: "()-`r“”",
    355: "\"'|{}°",
    389: "*",
    500: "cksvxyzJ",
    556: "abdeghnopquL#$?_0123456789–",
    584: "+<=>~×÷",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1000: "—…√✓□",
    1015: "@",
}
"""Thousandths of the size, as the metrics of Helvetica have them: Arial and Liberation Sans share them."""

_WIDER_BOLD = {
    278: "ijl",
    333: "ft:;!-[]",
    389: "r{}",
    474: '"',
    556: "cksvxyJ",
    611: "bdghnopquL#?",
    722: "ABK&",
    778: "w",
}
"""What a bold face widens most, in its own metrics: words of narrow letters, "Kualifikasi", were broken."""

_EMS = {sign: thousandths / 1000 for thousandths, signs in _WIDTHS.items() for sign in signs}
_BOLD_EMS = {sign: thousandths / 1000 for thousandths, signs in _WIDER_BOLD.items() for sign in signs}
_BEYOND_LATIN = 0x2E80
_WIDEST, _USUAL = 1.0, 0.6
_BOLD = 1.07
_MILLIMETRE = 25.4 / 72
"""Of a point."""
_KEPT = 4096
"""Texts whose width is kept: those of some tables."""


def width(words: str, size: float, *, is_bold: bool = False) -> float:
    """Return the width of one line in millimetres, in a sans serif of ``size`` points."""
    return _ems(words, is_bold) * size * _MILLIMETRE


def lines(words: str, size: float, room: float, *, is_bold: bool = False) -> int:
    """Return how many lines ``words`` take in ``room`` millimetres."""
    return sum(_wrapped(line, size, max(room, 1.0), is_bold=is_bold) for line in words.split("\n"))


def longest_word(words: str, size: float, *, is_bold: bool = False) -> float:
    """Return the width of the longest word."""
    return max((width(word, size, is_bold=is_bold) for word in _SPACES.split(words)), default=0.0)


def _wrapped(line: str, size: float, room: float, *, is_bold: bool) -> int:
    """Return the lines that one typed line takes; a word longer than a line is broken where it ends."""
    if width(line, size, is_bold=is_bold) <= room:
        return 1
    space, filled, count = width(" ", size), 0.0, 1
    for word in line.split(" "):
        long = width(word, size, is_bold=is_bold)
        if filled and filled + space + long > room:
            count, filled = count + 1, 0.0
        if long > room:
            whole = ceil(long / room)
            count, filled = count + whole - 1, long - (whole - 1) * room
        else:
            filled += long + (space if filled else 0.0)
    return count


@lru_cache(maxsize=_KEPT)
def _ems(words: str, is_bold: bool) -> float:  # noqa: FBT001  the key of what is kept is the same by any call
    """Return the width of one line in parts of the size; the same words are asked for in every size."""
    return sum(map(_bold_letter if is_bold else _letter, words))


def _bold_letter(sign: str) -> float:
    return _BOLD_EMS.get(sign) or _letter(sign) * _BOLD


def _letter(sign: str) -> float:
    return _EMS.get(sign) or (_WIDEST if ord(sign) >= _BEYOND_LATIN else _USUAL)
