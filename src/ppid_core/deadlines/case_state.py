"""Where an act stands in its window, and a case against its due date."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

from ppid_core.deadlines.due_date import legs_of, report_due_on
from ppid_core.law.lawbook import Lawbook
from ppid_core.law.time_limit import DeadlineKind
from ppid_core.workdays import WorkdayCalendar


class Standing(StrEnum):
    """Where an act stands in its window (*kedudukan pengajuan*)."""

    PREMATURE = "premature"
    IN_TIME = "in_time"
    LATE = "late"


class State(StrEnum):
    """Where a case stands against its due date (*keadaan perkara*)."""

    OPEN_IN_TIME = "open_in_time"
    OPEN_LATE = "open_late"
    CLOSED_IN_TIME = "closed_in_time"
    CLOSED_LATE = "closed_late"


@frozen(kw_only=True)
class CaseState:
    """The state of one case on one day.

    >>> from datetime import date
    >>> from ppid_core import WorkdayCalendar
    >>> from ppid_core.deadlines import state_of
    >>> opened, due, closed, as_of = (date(2024, *day) for day in ((1, 2), (1, 16), (1, 10), (12, 31)))
    >>> state_of(opened, due, closed, as_of, WorkdayCalendar.load()).days_taken
    6

    Attributes:
        days_taken: working days from its opening to its end, or to the day asked.
        days_left: working days from that day to the due date, negative once any has passed since; on the
            weekend behind a Friday it is still 0, and only ``state`` tells that the case is late.
    """

    state: State
    days_taken: int
    days_left: int


def standing(
    kind: DeadlineKind, opened_on: date, filed_on: date, law: Lawbook, workdays: WorkdayCalendar
) -> Standing:
    """Return whether an act of ``filed_on`` is premature, in time or late; errors as in `deadline`.

    It is premature before the event; after silence, up to the last day for the answer (Perki 1/2013
    Pasal 13).

    >>> from datetime import date
    >>> from ppid_core import DeadlineKind, Lawbook, WorkdayCalendar
    >>> from ppid_core.deadlines import standing
    >>> law, workdays = Lawbook.load(), WorkdayCalendar.load()
    >>> standing(DeadlineKind.OBJECTION_FILING, date(2024, 1, 2), date(2024, 1, 15), law, workdays).value
    'in_time'
    """
    start, end = _window(kind, opened_on, law, workdays)
    if filed_on < start or (filed_on == start and kind.limit.before):
        return Standing.PREMATURE
    return Standing.LATE if filed_on > end else Standing.IN_TIME


def _window(
    kind: DeadlineKind, opened_on: date, law: Lawbook, workdays: WorkdayCalendar
) -> tuple[date, date]:
    """Return day zero of the time in which an act falls, and its last day."""
    if kind is DeadlineKind.YEARLY_REPORT:
        return opened_on, report_due_on(opened_on, law)
    last = legs_of(kind, opened_on, law, workdays)[-1]
    return last.start, last.end


def state_of(
    opened_on: date, due_on: date, closed_on: date | None, as_of: date, workdays: WorkdayCalendar
) -> CaseState:
    """Return the state of a case at ``as_of``; what ends later is still open on that day.

    >>> from datetime import date
    >>> from ppid_core import WorkdayCalendar
    >>> from ppid_core.deadlines import state_of
    >>> opened, due, as_of = (date(2024, 1, day) for day in (2, 16, 31))
    >>> state_of(opened, due, None, as_of, WorkdayCalendar.load()).state.value
    'open_late'

    Raises:
        CalendarRangeError: outside the years whose decrees are known.
    """
    is_closed = closed_on is not None and closed_on <= as_of
    day = closed_on if is_closed and closed_on is not None else as_of
    is_late = day > due_on
    if is_closed:
        state = State.CLOSED_LATE if is_late else State.CLOSED_IN_TIME
    else:
        state = State.OPEN_LATE if is_late else State.OPEN_IN_TIME
    return CaseState(
        state=state, days_taken=workdays.between(opened_on, day), days_left=workdays.between(day, due_on)
    )
