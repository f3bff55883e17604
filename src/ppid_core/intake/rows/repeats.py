"""Which rows of a register stand there twice: an export that overlaps another one counts nothing twice.

Only rows of one register number that say the same in every column are one case told twice. Rows of one number
that differ both stay: which of them is right, or which number, nobody knows but the office (`S102`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import chain

from attrs import frozen

from ppid_core.intake.rows.columns import Columns
from ppid_core.intake.rows.heading import Place

NUMBER = "nomor"
_HELD = 1 << 16
"""Numbers that are compared at once: of a longer register some after the others, so that few are held."""


@frozen(kw_only=True)
class NumberedRows:
    """The rows of one file of a register that has numbers.

    Attributes:
        rows: the cells of each.
        places: the columns that are read.
        months: the month that a band above a row supplies.
        passed: rows, from 0, that are none, or of which not every cell is known.
    """

    rows: Columns
    places: Sequence[Place]
    months: Mapping[int, object]
    passed: Container[int]

    @property
    def number(self) -> int:
        """The position of the number."""
        return next(place.position for place in self.places if place.column.name == NUMBER)

    def numbers(self) -> Iterator[Sequence[str]]:
        """Yield the numbers of some thousand rows at a time as typed, "" where there is none."""
        return (cells for _, cells in self.rows.column(self.number))

    def said(self, wanted: Callable[[str], bool]) -> Iterator[tuple[int, bytes]]:
        """Yield the rows of wanted numbers that are told apart by what they say, each with that in short."""
        for at in self.rows.places(self.number, wanted):
            cells = self.rows[at]
            if at not in self.passed and self._is_one_case(cells):
                yield at, self._in_short(at, cells)

    def _is_one_case(self, cells: Sequence[str]) -> bool:
        """Tell whether a number means a case: one that only counts, as of each month anew, needs a day."""
        return not cells[self.number].strip().isdigit() or any(
            cells[place.position].strip() for place in self.places if place.column.zoned is not None
        )

    def _in_short(self, at: int, cells: Sequence[str]) -> bytes:
        said = sorted(
            (place.column.name, text) for place in self.places if (text := cells[place.position].strip())
        )
        return blake2b(repr((said, self.months.get(at))).encode(), digest_size=16).digest()


def repeats(rows: NumberedRows, earlier: Sequence[NumberedRows]) -> Iterator[int]:
    """Yield the rows, from 0, that say what a row above says, or one of an earlier file of the register.

    Args:
        rows: of which they are.
        earlier: those of the files that were read before.
    """
    if not earlier and not rows.rows.may_repeat(rows.number):
        return
    twice = _said_twice((*earlier, rows))
    if not twice:
        return
    known = {said for one in earlier for _, said in one.said(twice.__contains__)}
    for at, said in rows.said(twice.__contains__):
        if said in known:
            yield at
        known.add(said)


def _said_twice(files: Sequence[NumberedRows]) -> set[str]:
    """Return the numbers that stand twice in files of a register, without holding very many of the others."""
    parts = 1 + sum(len(one.rows) for one in files) // _HELD
    twice = set[str]()
    for part in range(parts):
        met = set[str]()
        for cells in chain.from_iterable(one.numbers() for one in files):
            some = cells if parts == 1 else [number for number in cells if hash(number) % parts == part]
            new = set(some)
            if len(new) < len(some):
                twice.update(number for number, times in Counter(some).items() if times > 1)
            twice |= met & new
            met |= new
    return twice - {""}
