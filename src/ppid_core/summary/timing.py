"""How long answers took, and whether they came in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from ppid_core.deadlines import request_due_on
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.law import Lawbook
from ppid_core.model import OPEN_OUTCOMES, Outcome, ReportingPeriod, Request
from ppid_core.workdays import WorkdayCalendar


@frozen(kw_only=True)
class Timed:
    """What is known of the time of one request line.

    Attributes:
        timeliness: ``closed_in_time``, ``closed_late``, ``open_in_time``, ``open_late`` or ``unknown``.
        days: working days from receipt to the written notice, None where not known.
        clock: ``received`` or ``complete``: from which day they run; ``stated`` where the register says them.
        classes: every class of the law of that day, with 1 for the one that ``days`` falls into.
    """

    timeliness: str
    days: int | None = None
    clock: str = ""
    classes: tuple[tuple[str, int], ...] = ()


UNKNOWN = Timed(timeliness="unknown")


@frozen(kw_only=True)
class Stopwatch:
    """Judges the time of requests on one day, by one law and one calendar."""

    law: Lawbook
    workdays: WorkdayCalendar
    as_of: date

    def time(self, row: Request) -> Timed:
        """Return what is known of the time of ``row``; years without a calendar tell nothing."""
        try:
            return self._dated(row) if row.period and row.period.exact else self._stated(row)
        except (CalendarRangeError, NotInForceError):
            return UNKNOWN

    def _dated(self, row: Request) -> Timed:
        start, clock = self._start(row)
        due = request_due_on(start, self.law, self.workdays, extended=row.extended_on is not None)
        if row.notice_on is not None and start <= row.notice_on <= self.as_of:
            days = self.workdays.between(start, row.notice_on)
            return self._answered(days, clock, start, late=row.notice_on > due)
        if row.outcome is Outcome.WITHDRAWN or (row.outcome and row.outcome not in OPEN_OUTCOMES):
            return self._stated(row)
        return Timed(timeliness="open_late" if self.as_of > due else "open_in_time")

    def _start(self, row: Request) -> tuple[date, str]:
        """Return the day zero: completeness counts only where the law of the day of receipt says so."""
        received = row.period.first_day if row.period else self.as_of
        clock = self.law.request_clock.at(received).value
        if clock == "complete" and row.completed_on is not None and row.completed_on >= received:
            return row.completed_on, clock
        return received, "received"

    def _stated(self, row: Request) -> Timed:
        """Judge by the working days that the register states, where no dates are kept."""
        if row.working_days is None:
            return UNKNOWN
        day = row.period.first_day if row.period else self.as_of
        limit = self.law.request_response.at(day).value
        if row.extended_on is not None:
            limit += self.law.request_extension.at(day).value
        return self._answered(row.working_days, "stated", day, late=row.working_days > limit)

    def _answered(self, days: int, clock: str, day: date, *, late: bool) -> Timed:
        classes = tuple((span.slug, int(span.holds(days))) for span in self.law.response_classes(day))
        timeliness = "closed_late" if late else "closed_in_time"
        return Timed(timeliness=timeliness, days=days, clock=clock, classes=classes)


def judged(rows: tuple[Request, ...], reporting: ReportingPeriod) -> Iterator[Request]:
    """Yield the rows that are judged: received in the period, or carried over into it."""
    return (
        row for row in rows if row.opening is not None or row.period is None or reporting.may_hold(row.period)
    )
