"""Counting: the law's number along the calendar, with and without the trace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve

from ppid_core.argument import refuse_moment, refuse_other
from ppid_core.deadlines.deadline import Deadline, Leg, Step
from ppid_core.errors import CalendarRangeError
from ppid_core.language import Bilingual
from ppid_core.law.lawbook import Lawbook
from ppid_core.law.parameter import Parameter, Provision, Unit
from ppid_core.law.report import MonthDay
from ppid_core.law.time_limit import DeadlineKind
from ppid_core.model import ReportingPeriod
from ppid_core.workdays import WorkdayCalendar

_ONE_DAY = timedelta(days=1)
_NO_SUCH_DAY = Bilingual(
    "{start}: hari terakhirnya lewat dari kalender", "{start}: its last day is beyond the calendar"
)


def deadline(
    kind: DeadlineKind,
    opened_on: date,
    law: Lawbook,
    workdays: WorkdayCalendar,
    *,
    extended: bool = False,
    complete: bool = False,
) -> Deadline:
    """Return when something is due, with every day that was counted or skipped.

    >>> from datetime import date
    >>> from ppid_core import DeadlineKind, Lawbook, WorkdayCalendar, deadline
    >>> deadline(DeadlineKind.REQUEST, date(2020, 12, 18), Lawbook.load(), WorkdayCalendar.load()).due_on
    datetime.date(2021, 1, 7)

    Args:
        kind: what it is.
        opened_on: the day of the event, `TimeLimit.event`; it counts as zero.
        law: the law; each act is judged by what applied on its day.
        workdays: the calendar of the body.
        extended: whether the extension was granted; it runs on from the original last day.
        complete: of a request, whether ``opened_on`` is the day on which it was complete (`request_start`);
            the time is then that of the standard of service, by which lateness is not judged.

    Raises:
        ArgumentError: ``kind`` is a text, or ``opened_on`` no day.
        CalendarRangeError: outside the years whose decrees are known.
        NotInForceError: where the law of that day knows no such time.
        ValueError: where ``extended`` or ``complete`` is asked of what cannot be either.
    """
    refuse_other("kind", kind, DeadlineKind, f"DeadlineKind.{DeadlineKind.REQUEST.name}")
    refuse_moment("opened_on", opened_on)
    _refuse(kind, extended=extended, complete=complete)
    if kind is DeadlineKind.YEARLY_REPORT:
        return _yearly_report(opened_on, law, workdays)
    legs = legs_of(kind, opened_on, law, workdays, extended=extended, complete=complete)
    return evolve(_counted(kind, legs, law, workdays), extended=extended, complete=complete)


def _counted(kind: DeadlineKind, legs: tuple[Leg, ...], law: Lawbook, workdays: WorkdayCalendar) -> Deadline:
    opened_on, counted = legs[0].start, _years_counted(legs)
    return Deadline(
        kind=kind,
        opened_on=opened_on,
        due_on=legs[-1].end,
        provision=legs[1 if kind.limit.before else 0].provision,
        legs=legs,
        steps=tuple(step for leg in legs for step in _steps(leg, workdays)),
        calendar_version=workdays.version,
        track=workdays.track,
        as_known_on=workdays.as_known_on,
        estimated=not counted.isdisjoint(workdays.estimated_years),
        conflict=_conflict(legs, workdays),
        following=tuple(year for year in workdays.following_years if year in counted),
        clock=law.request_clock.at(opened_on) if kind is DeadlineKind.REQUEST else None,
        cuti_bersama=workdays.cuti_bersama,
    )


def due_on(
    kind: DeadlineKind,
    opened_on: date,
    law: Lawbook,
    workdays: WorkdayCalendar,
    *,
    extended: bool = False,
    complete: bool = False,
) -> date:
    """Return the last day, without the trace; arguments and errors as in `deadline`.

    >>> from datetime import date
    >>> from ppid_core import DeadlineKind, Lawbook, WorkdayCalendar
    >>> from ppid_core.deadlines import due_on
    >>> due_on(DeadlineKind.REQUEST, date(2020, 12, 18), Lawbook.load(), WorkdayCalendar.load())
    datetime.date(2021, 1, 7)
    """
    _refuse(kind, extended=extended, complete=complete)
    if kind is DeadlineKind.YEARLY_REPORT:
        return report_due_on(opened_on, law)
    return legs_of(kind, opened_on, law, workdays, extended=extended, complete=complete)[-1].end


def request_start(
    received: date, completed_on: date | None, law: Lawbook, *, refused: bool = False
) -> tuple[date, str]:
    """Return day zero of a request by the standard of service, and "received" or "complete".

    The act counts from the receipt always, and lateness is judged by it. The standard counts from
    completeness where that of the day of receipt says so and its day is known: a request of before Perki
    1/2021 that was still in process when it came into force stays under the earlier one (its Pasal 62).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> from ppid_core.deadlines import request_start
    >>> request_start(date(2024, 1, 2), date(2024, 1, 5), Lawbook.load())
    (datetime.date(2024, 1, 5), 'complete')

    Args:
        received: the day of receipt.
        completed_on: the day on which it was complete.
        law: the law.
        refused: whether it was refused: a refusal keeps the clock of receipt (Pasal 34 ayat (3)).

    Raises:
        NotInForceError: before UU 14/2008 applied.
    """
    clock = law.request_clock.at(received).value
    if clock == "complete" and not refused and completed_on is not None and completed_on >= received:
        return completed_on, clock
    return received, "received"


def report_due_on(year_end: date, law: Lawbook) -> date:
    """Return the last day for the yearly report on the fiscal year that ends on ``year_end``.

    No text moves a day that is a holiday, so the calendar has no say.

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> from ppid_core.deadlines import report_due_on
    >>> report_due_on(date(2024, 12, 31), Lawbook.load())
    datetime.date(2025, 3, 31)

    Raises:
        NotInForceError: before there was a standard for the report.
    """
    return _after(_report_provision(year_end, law), year_end)


def report_due_for(year: int, law: Lawbook) -> date:
    """Return the last day for the report on the fiscal year ``year``, which ends with the calendar year.

    >>> from ppid_core import Lawbook
    >>> from ppid_core.deadlines import report_due_for
    >>> report_due_for(2024, Lawbook.load())
    datetime.date(2025, 3, 31)

    Raises:
        NotInForceError: before there was a standard for the report.
    """
    return report_due_on(ReportingPeriod(year).last_day, law)


def _report_provision(year_end: date, law: Lawbook) -> Provision[MonthDay]:
    # A report is judged by the law of the day it is due, which may have changed since the year ended.
    return law.report_due.at(_after(law.report_due.at(year_end), year_end))


def _after(provision: Provision[MonthDay], year_end: date) -> date:
    try:
        return provision.value.after(year_end)
    except ValueError as error:
        raise CalendarRangeError(_NO_SUCH_DAY.fill(start=year_end)) from error


def _yearly_report(year_end: date, law: Lawbook, workdays: WorkdayCalendar) -> Deadline:
    provision = _report_provision(year_end, law)
    return Deadline(
        kind=DeadlineKind.YEARLY_REPORT,
        opened_on=year_end,
        due_on=_after(provision, year_end),
        provision=provision,
        calendar_version=workdays.version,
        track=workdays.track,
        as_known_on=workdays.as_known_on,
    )


def legs_of(
    kind: DeadlineKind,
    opened_on: date,
    law: Lawbook,
    workdays: WorkdayCalendar,
    *,
    extended: bool = False,
    complete: bool = False,
) -> tuple[Leg, ...]:
    """Return the times that run one after the other; arguments and errors as in `deadline`."""
    limit = kind.limit
    own = limit.standard if complete else limit.parameter
    names = (limit.before, own, limit.extension if extended else "")
    legs: list[Leg] = []
    for name in filter(None, names):
        start = legs[-1].end if legs else opened_on
        parameter: Parameter[int] = getattr(law, name)
        # An extension belongs to the time it extends: both are the law of the day that opened it.
        provision = parameter.at(opened_on if name == limit.extension else start)
        legs.append(Leg(provision=provision, start=start, end=_end(provision, start, workdays)))
    return tuple(legs)


def _refuse(kind: DeadlineKind, *, extended: bool, complete: bool = False) -> None:
    if extended and not kind.limit.extension:
        raise ValueError(f"{kind} cannot be extended")
    if complete and kind is not DeadlineKind.REQUEST:
        raise ValueError(f"{kind} has no day on which it was complete")


def _end(provision: Provision[int], start: date, workdays: WorkdayCalendar) -> date:
    if provision.unit is Unit.WORKING_DAY:
        return workdays.add(start, provision.value)
    if provision.unit is not Unit.CALENDAR_DAY:
        raise ValueError(f"a time limit is counted in days, not in {provision.unit}")
    try:
        return start + timedelta(days=provision.value)
    except OverflowError as error:
        raise CalendarRangeError(_NO_SUCH_DAY.fill(start=start)) from error


def _steps(leg: Leg, workdays: WorkdayCalendar) -> Iterator[Step]:
    day = leg.start
    while day < leg.end:
        day += _ONE_DAY
        why = workdays.why(day) if leg.is_worked else None
        reason = workdays.rest(day) if leg.is_worked else None
        yield Step(date=day, counted=why is None, why=why, reason=reason)


def _years_counted(legs: tuple[Leg, ...]) -> frozenset[int]:
    worked = (leg for leg in legs if leg.is_worked)
    return frozenset(year for leg in worked for year in range(leg.start.year, leg.end.year + 1))


def _conflict(legs: tuple[Leg, ...], workdays: WorkdayCalendar) -> tuple[date, ...]:
    counted = (leg for leg in legs if leg.is_worked)
    return tuple(day for leg in counted for day in workdays.disputed(leg.start, leg.end))
