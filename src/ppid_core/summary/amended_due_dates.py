"""Which due dates another calendar moves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from ppid_core.deadlines import DeadlineKind, due_on
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.law import Lawbook
from ppid_core.model import Dispute, Objection, Register, Request, ServiceYear
from ppid_core.source import Source
from ppid_core.summary.day_zero import dispute_day_zero, exact, is_extended
from ppid_core.summary.rows import listed
from ppid_core.workdays import WorkdayCalendar


@frozen(kw_only=True)
class Moved:
    """A due date that lies on another day by another calendar (*batas waktu yang bergeser*)."""

    register: Register
    number: str
    source: Source | None
    before: date
    after: date


_Running = tuple[Register, str, Source | None, DeadlineKind, date | None, bool]
"""A case: its register, number and place, what is due, day zero, and whether the time was extended."""


def moved(
    year: ServiceYear, law: Lawbook, before: WorkdayCalendar, after: WorkdayCalendar, begun_by: date
) -> tuple[Moved, ...]:
    """Return the due dates of ``year`` that differ between two calendars, in the order of its registers.

    Requests by the day of their notice, objections by the superior's answer, disputes by their end at the
    commission, each as it stood on ``begun_by``; what either calendar cannot tell is left out.

    Args:
        year: the year whose cases are asked for.
        law: the law.
        before: the calendar by which a due date was counted first.
        after: the calendar by which it is counted now.
        begun_by: only cases that had begun by that day: a later one never had another due date.
    """
    found: list[Moved] = []
    for register, number, source, kind, start, extended in _running(year, begun_by):
        if start is None or start > begun_by:
            continue
        try:
            was, now = (due_on(kind, start, law, by, extended=extended) for by in (before, after))
        except (CalendarRangeError, NotInForceError):
            continue
        if was != now:
            found.append(Moved(register=register, number=number, source=source, before=was, after=now))
    return tuple(found)


def _running(year: ServiceYear, on: date) -> Iterator[_Running]:
    rows: tuple[Request | Objection | Dispute, ...] = (
        *listed(year.requests),
        *listed(year.objections),
        *listed(year.disputes),
    )
    for row in rows:
        if row.count:
            yield _case(row, on)


def _case(row: Request | Objection | Dispute, on: date) -> _Running:
    """Return a row as it stood ``on`` a day."""
    if isinstance(row, Request):
        start, extended = exact(row.period), is_extended(row, on)
        return Register.REQUESTS, row.number, row.source, DeadlineKind.REQUEST, start, extended
    if isinstance(row, Objection):
        start, kind = exact(row.period), DeadlineKind.OBJECTION_ANSWER
        return Register.OBJECTIONS, row.number, row.source, kind, start, False
    start, kind = dispute_day_zero(row), DeadlineKind.COMMISSION_FINISH
    return Register.DISPUTES, row.number, row.source, kind, start, False
