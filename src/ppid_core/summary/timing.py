"""How long each answer took, and whether it came in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache

from attrs import evolve, field, frozen

from ppid_core.deadlines import request_due_on
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.law import Lawbook
from ppid_core.law.lawbook import ResponseClass
from ppid_core.model import OPEN_OUTCOMES, Outcome, Reason, Request
from ppid_core.summary.frame import OUTSIDE, Frame
from ppid_core.summary.parts import Counts, Key, Marks
from ppid_core.summary.tally import RegisterTally
from ppid_core.workdays import WorkdayCalendar


@frozen(kw_only=True)
class Timed:
    """What is known of the time of one request line.

    Attributes:
        timeliness: ``closed_in_time``, ``closed_late``, ``open_in_time``, ``open_late`` or ``unknown``.
        days: working days from receipt to the written notice, None where not known.
        clock: ``received`` or ``complete``: from which day they run; ``stated`` where the register says them.
        classes: every class of the law of that day, with 1 for the one that ``days`` falls into.
        reason: why ``timeliness`` is unknown.
    """

    timeliness: str
    days: int | None = None
    clock: str = ""
    classes: tuple[tuple[str, int], ...] = ()
    reason: Reason | None = None


UNDATED = Timed(timeliness="unknown", reason=Reason.NO_DATES)
UNCOUNTABLE = Timed(timeliness="unknown", reason=Reason.NO_CALENDAR)


@frozen(kw_only=True)
class Stopwatch:
    """Judges the time of requests on one day, by one law and one calendar.

    What the law says of a day is looked up once for each day, however many rows there are.
    """

    law: Lawbook
    workdays: WorkdayCalendar
    as_of: date
    _clock: Callable[[date], str] = field(init=False, eq=False, repr=False)
    _classes: Callable[[date], tuple[ResponseClass, ...]] = field(init=False, eq=False, repr=False)
    _due: Callable[[date, bool], date] = field(init=False, eq=False, repr=False)

    @_clock.default
    def _clock_of_day(self) -> Callable[[date], str]:
        return cache(lambda day: self.law.request_clock.at(day).value)

    @_classes.default
    def _classes_of_day(self) -> Callable[[date], tuple[ResponseClass, ...]]:
        return cache(self.law.response_classes)

    @_due.default
    def _due_from_day(self) -> Callable[[date, bool], date]:
        return cache(
            lambda start, extended: request_due_on(start, self.law, self.workdays, extended=extended)
        )

    def time(self, row: Request) -> Timed:
        """Return what is known of the time of ``row``; years without a calendar tell nothing."""
        received = None if row.period is None else row.period.exact
        try:
            return self._stated(row) if received is None else self._dated(row, received)
        except (CalendarRangeError, NotInForceError):
            return UNCOUNTABLE

    def _dated(self, row: Request, received: date) -> Timed:
        """Judge by dates: open is what has no written notice by ``as_of`` and was not withdrawn."""
        start, clock = self._start(row, received)
        if row.notice_on is not None and row.notice_on <= self.as_of:
            return self._noticed(row, row.notice_on, start, clock)
        if row.outcome is Outcome.WITHDRAWN or (row.notice_on is None and _is_closed(row)):
            return self._stated(row)
        is_late = self.as_of > self._due(start, self._is_extended(row))
        return Timed(timeliness="open_late" if is_late else "open_in_time")

    def _start(self, row: Request, received: date) -> tuple[date, str]:
        """Return the day zero: completeness counts only where the law of the day of receipt says so."""
        clock = self._clock(received)
        if clock == "complete" and row.completed_on is not None and row.completed_on >= received:
            return row.completed_on, clock
        return received, "received"

    def _noticed(self, row: Request, notice_on: date, start: date, clock: str) -> Timed:
        if notice_on < start:
            return self._stated(row)
        days = self.workdays.between(start, notice_on)
        is_late = notice_on > self._due(start, self._is_extended(row))
        return self._answered(days, clock, start, is_late=is_late)

    def _stated(self, row: Request) -> Timed:
        """Judge by the working days that the register states, where no dates are kept."""
        if row.working_days is None or not _is_closed(row):
            return UNDATED
        day = self.as_of if row.period is None else row.period.first_day
        in_time, extended, _ = self._classes(day)
        limit = extended.high if self._is_extended(row) else in_time.high
        is_late = limit is not None and row.working_days > limit
        return self._answered(row.working_days, "stated", day, is_late=is_late)

    def _answered(self, days: int, clock: str, day: date, *, is_late: bool) -> Timed:
        classes = tuple((span.slug, int(span.holds(days))) for span in self._classes(day))
        return Timed(
            timeliness="closed_late" if is_late else "closed_in_time", days=days, clock=clock, classes=classes
        )

    def _is_extended(self, row: Request) -> bool:
        return row.extended_on is not None and row.extended_on <= self.as_of


def _is_closed(row: Request) -> bool:
    """Tell whether the register says that a row was answered; stated working days say so too."""
    if row.outcome is None:
        return row.working_days is not None
    return row.outcome not in OPEN_OUTCOMES


def timed_tally(
    tally: RegisterTally, rows: Iterable[Request], watch: Stopwatch, frame: Frame
) -> RegisterTally:
    """Return the tally of the requests with their time: of those received, and of those carried over."""
    timed = [(row.count, watch.time(row)) for row in rows if frame.place(row.period, row.opening) != OUTSIDE]
    pairs = (pair for count, time in timed for pair in _pairs(count, time))
    return evolve(
        tally,
        rows=tally.rows.merge(Counts.of((*pairs, *_no_classes(tally, watch, frame)))),
        days=Counts.of(((str(time.days),), count) for count, time in timed if time.days is not None),
        clocks=Marks.of(time.clock for count, time in timed if count and time.clock),
    )


def _no_classes(tally: RegisterTally, watch: Stopwatch, frame: Frame) -> Iterator[tuple[Key, int]]:
    """Yield every class of the law with 0, so that one in which nobody was answered is told."""
    if not tally.is_recorded:
        return
    try:
        classes = watch.law.response_classes(frame.reporting.last_day)
    except NotInForceError:
        return
    yield from ((("response_class", one.slug), 0) for one in classes)


def _pairs(count: int, time: Timed) -> Iterator[tuple[Key, int]]:
    yield ("timeliness", time.timeliness), count
    if time.reason is not None:
        yield ("untimed", time.reason), count
    for name, inside in time.classes:
        yield ("response_class", name), count * inside
