"""The cases that have been open longest: a part of the summary that keeps ten lines and merges."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Self

from attrs import frozen

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
