"""Widths of columns: how wide text runs, in which size a table is set, and what each column gets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from attrs import define, frozen

from ppid_exporters.docx.inline import bound
from ppid_exporters.docx.markup import TWIPS_OF_A_MILLIMETRE, Xml, millimetres, w
from ppid_exporters.docx.styles import SMALL
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

_SHORT_NUMBER = 24
"""Characters up to which a number stays on one line."""

_SHARPNESS = 3
"""How much more a long cell counts than a short one: 1 weighs all text alike, more the longest cells.

A row is as high as its highest cell: a sum of lines alone would leave one column tall for many short ones.
"""

_STEPS = 50
Range = tuple[float, float]
"""The least and the wished width of a column in millimetres."""


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

    def range(self, kind: Type) -> Range:
        """Return the width in letters of ``kind``."""
        least = max(self.least * kind.size + kind.padding, LEAST)
        return least, max(self.most * kind.size + kind.padding, least)


def _needs(grid: Grid, *, holds_dates: bool) -> list[Need]:
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


def chosen(grid: Grid, room: float) -> tuple[Type, list[Need], bool]:
    """Return the type in which a table is set, the needs of its columns, and whether dates are held.

    It is the largest type that is easy; else a small one that leaves something to long texts; else one in
    which dates go on in a second line.
    """
    some = _needs(grid, holds_dates=True)
    easy = next((kind for kind in TYPES[:-1] if _is_easy(some, kind, room)), None)
    if easy:
        return easy, some, True
    loose, is_dense = _needs(grid, holds_dates=False), sum(grid.bands) > _MANY
    small = TYPES[-2:] if is_dense or loose != some else TYPES[-2:-1]
    close = next((kind for kind in small if _least(some, kind) <= room * _CLOSE), None)
    if close:
        return close, some, True
    return TYPES[-1 if is_dense else -2], loose, False


def shared(some: Sequence[Need], kind: Type, room: float) -> tuple[float, ...]:
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


def of_letter(grid: Grid, room: float) -> tuple[float, ...]:
    """Return the widths of a table without headings: as the text wants, the last column has the rest."""
    some = _needs(grid, holds_dates=True)
    wished = [most for _, most in _ranges(some, OF_LETTER)]
    if sum(wished[:-1]) > room / 2:
        return shared(some, OF_LETTER, room)
    return (*wished[:-1], room - sum(wished[:-1]))


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
        word, whole = _longest_word(title, 1, is_bold=True), width(title, 1, is_bold=True)
        self._add(word, max(word, min(whole, _WIDEST_HEAD)))
        self.mass += whole**_SHARPNESS

    def _add(self, least: float, most: float) -> None:
        self.least, self.most = max(self.least, least), max(self.most, most)

    def _word(self, words: str, *, is_bold: bool) -> float:
        return _longest_word(bound(words) if self.holds_dates else words, 1, is_bold=is_bold)


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


def _ranges(some: Iterable[Need], kind: Type) -> list[Range]:
    return [need.range(kind) for need in some]


def _is_easy(some: Sequence[Need], kind: Type, room: float) -> bool:
    ranges = _ranges(some, kind)
    return sum(most for _, most in ranges) <= room or _least(some, kind) <= room * _EASE


def _least(some: Sequence[Need], kind: Type) -> float:
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


_SLACK = 0.4
"""Millimetres by which a program that opens the file may set text wider than we reckon."""

_MANY = 12
"""Columns above which the smallest letters are used in any case: registers as regulations have them."""


@frozen(kw_only=True)
class Type:
    """How large a table is set.

    Attributes:
        size: points of its letters.
        sides: free room at the left and at the right in a cell, in twentieths of a point.
        ends: free room above and below, in the same.
        key: what the keys of its styles end with; ``told``: what their names end with.
    """

    size: float
    sides: tuple[int, int]
    ends: int
    key: str = ""
    told: str = ""

    @property
    def padding(self) -> float:
        """Millimetres of a cell that text does not have."""
        return sum(self.sides) / TWIPS_OF_A_MILLIMETRE + _SLACK

    @property
    def margins(self) -> Xml:
        """The room inside cells."""
        left, right = self.sides
        sizes = {"top": self.ends, "left": left, "bottom": self.ends, "right": right}
        return w("tblCellMar", *(w(side, w=size, type="dxa") for side, size in sizes.items()))


TYPES = (
    Type(size=9.5, sides=(113, 113), ends=28),
    Type(size=8.5, sides=(80, 80), ends=28, key=SMALL, told=" Kecil"),
    Type(size=8, sides=(62, 62), ends=28, key="Smaller", told=" Lebih Kecil"),
    Type(size=7, sides=(48, 48), ends=26, key="Smallest", told=" Terkecil"),
)
OF_MATRIX = TYPES[1]
OF_LETTER = Type(size=11, sides=(0, 170), ends=0)
"""Of tables without headings: the numbers of a letter."""


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
    1000: "—…@√✓□",
}
"""Thousandths of the size, as the metrics of Helvetica have them: Arial and Liberation Sans share them."""

_EMS = {sign: thousandths / 1000 for thousandths, signs in _WIDTHS.items() for sign in signs}
_BEYOND_LATIN = 0x2E80
_WIDEST, _USUAL = 1.0, 0.6
_BOLD = 1.07


def width(words: str, size: float, *, is_bold: bool = False) -> float:
    """Return the width of one line in millimetres, in a sans serif of ``size`` points."""
    ems = sum(map(_letter, words))
    return millimetres(ems * size) * (_BOLD if is_bold else 1)


def lines(words: str, size: float, room: float, *, is_bold: bool = False) -> int:
    """Return how many lines ``words`` take in ``room`` millimetres."""
    return sum(_wrapped(line, size, max(room, 1.0), is_bold=is_bold) for line in words.split("\n"))


def _longest_word(words: str, size: float, *, is_bold: bool = False) -> float:
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


def _letter(sign: str) -> float:
    return _EMS.get(sign) or (_WIDEST if ord(sign) >= _BEYOND_LATIN else _USUAL)
