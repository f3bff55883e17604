"""Figures of registers of any length: what is counted of some rows is added to what was counted before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import evolve, fields

from ppid_core.intake import UnreadRow
from ppid_core.law import Lawbook
from ppid_core.model import ServiceYear
from ppid_core.model.redaction.word import folded
from ppid_core.summary.durations import Stopwatch
from ppid_core.summary.frame import PeriodFrame
from ppid_core.summary.parts import Marks
from ppid_core.summary.rows import WORDED, Case
from ppid_core.summary.summarize import COUNTED, Counting, tally_of
from ppid_core.summary.summary import Summary
from ppid_core.summary.tally import RegisterTally, Scope, Tally
from ppid_core.summary.weighted import WEIGHED, Weighing
from ppid_core.workdays import WorkdayCalendar

if TYPE_CHECKING:
    from ppid_core.intake.rows.weighted import WeightedRows

T = TypeVar("T", bound=Case)
_TOGETHER = 16
"""So many tallies are added at once: each sum sorts what was counted."""
_IN_WORDS = WORDED | {"agency"}
"""The dimensions of which a category may be typed in words of somebody's own."""


class _RunningRegister(Generic[T]):
    """Counts the rows of one register as they come."""

    def __init__(
        self,
        table: str,
        watch: Stopwatch,
        frame: PeriodFrame,
        taken: Callable[[int], None],
        aside: Callable[[UnreadRow], None],
    ) -> None:
        self._watch, self._frame = watch, frame
        self._count: Counting[T] = COUNTED[table][1]
        self._weigh: Weighing[T] | None = WEIGHED.get(table)
        self._taken, self.set_aside = taken, aside
        self._tallies: list[RegisterTally] = []
        self.naming: Callable[[AbstractSet[str]], Iterator[T]] = lambda _: iter(())

    @property
    def weighs(self) -> bool:
        return self._weigh is not None

    def take(self, rows: Sequence[T]) -> None:
        self._add(self._count(tuple(rows), self._watch, self._frame))
        self._taken(len(rows))

    def weigh(self, rows: WeightedRows[T]) -> None:
        if self._weigh is not None:
            self._add(self._weigh(rows, self._watch, self._frame))
            self._taken(len(rows))

    def _add(self, tally: RegisterTally) -> None:
        self._tallies.append(tally)
        if len(self._tallies) > _TOGETHER:
            self._tallies = [self.added_to(self._tallies.pop())]

    def end(self, naming: Callable[[AbstractSet[str]], Iterator[T]]) -> None:
        self.naming = naming

    def added_to(self, tally: RegisterTally) -> RegisterTally:
        """Return a tally with all that was counted so far."""
        return tally.merge(*self._tallies)


class RunningSummary:
    """Counts a year while its registers are read: none of their rows is held.

    Attributes:
        unread: how many rows, by table, had a cell that could not be read.
        watch: by what they are judged; it is there once their year has begun.
    """

    watch: Stopwatch

    def __init__(
        self,
        law: Lawbook | None,
        calendar: Callable[[ServiceYear, date], WorkdayCalendar],
        *,
        as_of: date | None = None,
        taken: Callable[[str, int], None],
        aside: Callable[[UnreadRow], None],
    ) -> None:
        """Count by a law and the calendar of the body.

        Args:
            law: by which limits answers are in time; None is the law book of this package.
            calendar: makes the calendar of a year on a day.
            as_of: the day whose state is told; None is that of `ServiceYear.as_of`.
            taken: told the table, and how many rows more of it were counted.
            aside: given each row of which something could not be read.
        """
        self._law, self._calendar, self._as_of = law or Lawbook.load(), calendar, as_of
        self._taken, self._aside = taken, aside
        self._registers: dict[str, _RunningRegister[Any]] = {}
        self.unread: dict[str, int] = {}

    def begin(self, year: ServiceYear) -> Mapping[str, _RunningRegister[Any]]:
        """Return, by table, who counts the rows of a year of which the registers are not read yet."""
        day = self._as_of or year.as_of
        self.watch = Stopwatch(law=self._law, workdays=self._calendar(year, day), as_of=day)
        frame = PeriodFrame(reporting=year.period)
        self._registers = {
            table: _RunningRegister(table, self.watch, frame, partial(self._taken, table), self._set_aside)
            for table in COUNTED
        }
        return self._registers

    def _set_aside(self, row: UnreadRow) -> None:
        self.unread[row.table] = self.unread.get(row.table, 0) + 1
        self._aside(row)

    def end(self, year: ServiceYear, ids: Sequence[str] = ()) -> Summary:
        """Return the figures of the year whose registers were counted; its own are empty."""
        watch = self.watch
        tally = tally_of(year, watch)
        counted: dict[str, Any] = {
            COUNTED[table][0]: register.added_to(getattr(tally, COUNTED[table][0]))
            for table, register in self._registers.items()
        }
        scope = Scope.of(year, watch.law, watch.workdays, watch.as_of)
        return Summary(parts=((scope, evolve(tally, **counted, counted=Marks.of(ids))),))

    def naming(self, year: ServiceYear, summary: Summary) -> ServiceYear:
        """Return the year with those rows alone that may hold a person who is named in a category.

        By it figures are redacted: whose name stands there is known only when every row was read.
        """
        words = frozenset(word for text in _categories(summary) for word in folded(text))
        rows: dict[str, Any] = {
            COUNTED[table][0]: tuple(register.naming(words))
            for table, register in self._registers.items()
            if getattr(year, COUNTED[table][0]) == ()
        }
        return evolve(year, **rows)


def _categories(summary: Summary) -> Iterator[str]:
    """Yield what of a summary was typed in words of somebody's own."""
    for _, tally in summary.parts:
        cells = (*tally.matrix.cells.pairs, *tally.matrix.period_cells.pairs)
        yield from (step for key, _ in cells for step in key[1:])
        for register in (getattr(tally, one.name) for one in fields(Tally)):
            if not isinstance(register, RegisterTally):
                continue
            for key, _ in (*register.rows.pairs, *register.words.pairs, *register.stated.pairs):
                yield from key[1:] if key[0] in _IN_WORDS else ()
            for case in (*register.oldest.cases, *register.blank_oldest.cases):
                yield from (case.number, case.agency)
