"""The mergeable parts of a summary: counts, marks, amounts, the oldest cases; each a commutative monoid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import Self

from attrs import frozen

from ppid_core.writing.numbers import EXACT

Key = tuple[str, ...]


@frozen
class Counts:
    """How many of each key: sorted pairs, added key by key."""

    pairs: tuple[tuple[Key, int], ...] = ()

    @classmethod
    def of(cls, pairs: Iterable[tuple[Key, int]]) -> Self:
        """Return the counts of ``pairs``, equal keys added; a key counted 0 stays: it was recorded."""
        added: defaultdict[Key, int] = defaultdict(int)
        for key, number in pairs:
            added[key] += number
        return cls(tuple(sorted(added.items())))

    def merge(self, *others: Self) -> Self:
        """Return all added."""
        return self.of(pair for one in (self, *others) for pair in one.pairs)

    def get(self, *key: str) -> int:
        """Return the count of one key, 0 where nothing was counted."""
        return dict(self.pairs).get(key, 0)

    def under(self, *prefix: str) -> Mapping[str, int]:
        """Return the counts one step below ``prefix``, by their last step."""
        return {key[-1]: number for key, number in self.pairs if key and key[:-1] == prefix}


@frozen
class Marks:
    """What was said at least once: a sorted set."""

    values: tuple[str, ...] = ()

    @classmethod
    def of(cls, values: Iterable[str]) -> Self:
        """Return the set of ``values``."""
        return cls(tuple(sorted(set(values))))

    def merge(self, *others: Self) -> Self:
        """Return the union."""
        return self.of(value for one in (self, *others) for value in one.values)


@frozen(kw_only=True)
class Amount:
    """An exact sum of money: over how many lines, and of how many it is known."""

    lines: int = 0
    known: int = 0
    total: Decimal = Decimal(0)

    @classmethod
    def of(cls, values: Iterable[Decimal | None]) -> Self:
        """Return the sum of ``values``; None is a line without an amount."""
        listed = tuple(values)
        amounts = [value for value in listed if value is not None]
        total = Decimal(0)
        for amount in amounts:
            total = EXACT.add(total, amount)
        return cls(lines=len(listed), known=len(amounts), total=total)

    def merge(self, *others: Self) -> Self:
        """Return all added."""
        amounts = (self, *others)
        return type(self)(
            lines=sum(one.lines for one in amounts),
            known=sum(one.known for one in amounts),
            total=reduce(EXACT.add, (one.total for one in amounts)),
        )


KEPT = 10


@frozen(kw_only=True, order=True)
class OpenCase:
    """An open case (*perkara terbuka*): what a register says of it besides persons.

    Attributes:
        received_on: the day it came in.
        due_on: the last day for its answer.
        number: as the register writes it, "" where it does not.
        agency: key of the agency, "" for none.
        count: how many cases the line stands for.
        state: ``open_in_time`` or ``open_late``.
        days: working days from day zero to the day of the summary.
        days_left: working days from that day to ``due_on``, 0 once it has passed.
        days_late: working days that have passed since; 0 also on the days off right after it.
    """

    received_on: date
    due_on: date
    number: str
    agency: str
    count: int
    state: str
    days: int
    days_left: int
    days_late: int


@frozen(kw_only=True)
class Oldest:
    """The oldest open cases of one register, ordered by their receipt, equal ones by all that is known.

    The first ten of a union are the first ten of the first tens, so this merges like any other part.

    Attributes:
        cases: at most ten lines, the oldest first.
        undated: how many open cases have no place here, for lack of dates or of a calendar.
    """

    cases: tuple[OpenCase, ...] = ()
    undated: int = 0

    @classmethod
    def of(cls, cases: Iterable[OpenCase], undated: int = 0) -> Self:
        """Return the oldest of ``cases``."""
        return cls(cases=tuple(sorted(cases)[:KEPT]), undated=undated)

    def merge(self, *others: Self) -> Self:
        """Return the oldest of all."""
        kept = (self, *others)
        return self.of((case for one in kept for case in one.cases), sum(one.undated for one in kept))
