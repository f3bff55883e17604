"""Whether a case is still open on a day: what the register says of its end."""

from __future__ import annotations

from datetime import date

from ppid_core.deadlines import DeadlineKind, due_on
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.law import Lawbook
from ppid_core.model import (
    OPEN_OUTCOMES,
    Dispute,
    DisputeResult,
    Objection,
    ObjectionAnswer,
    Outcome,
    Request,
    ServiceYear,
    is_unread,
)
from ppid_core.summary.day_zero import dispute_day_zero, exact
from ppid_core.summary.rows import listed
from ppid_core.workdays import WorkdayCalendar

_UNREPAIRED = OPEN_OUTCOMES | {None, Outcome.INCOMPLETE, Outcome.LAPSED}
"""Outcomes that a request can have which nobody completed."""
ENDED = frozenset({Outcome.WITHDRAWN, Outcome.LAPSED})
"""Outcomes that end a request without an answer: none is refused by them."""
OPEN_ANSWERS = frozenset({ObjectionAnswer.UNANSWERED, ObjectionAnswer.PENDING})
UNFINISHED = frozenset({DisputeResult.PENDING, DisputeResult.INTERIM})
"""Results that end no dispute."""


def keeps_outcomes(year: ServiceYear) -> bool:
    """Tell whether the register of requests keeps outcomes or notices at all."""
    return any(map(says_ending, listed(year.requests)))


def keeps_answers(year: ServiceYear) -> bool:
    """Tell whether the register of objections keeps the superior's answers at all."""
    return any(map(says_answer, listed(year.objections)))


def says_ending(row: Request) -> bool:
    """Tell whether something stands in the columns that say how or when a request was answered."""
    if row.outcome is not None or row.notice_on is not None or row.working_days is not None:
        return True
    return is_unread(row, "outcome", "notice_on", "working_days")


def says_answer(row: Objection) -> bool:
    """Tell whether something stands in the columns that say how or when an objection was answered."""
    return row.answer is not None or row.answered_on is not None or is_unread(row, "answer", "answered_on")


def says_answered(row: Request) -> bool:
    """Tell whether the register says that a request was answered; stated working days say so too."""
    if row.outcome is None:
        return row.working_days is not None
    return row.outcome not in OPEN_OUTCOMES


def answered_later(row: Request, as_of: date) -> bool:
    """Tell whether the written notice on a request is later than ``as_of``."""
    return row.notice_on is not None and row.notice_on > as_of


def is_closed(row: Request, as_of: date, *, kept: bool = True) -> bool | None:
    """Tell whether a request was closed by ``as_of``; None where neither outcome nor dates tell.

    Open is what has no written notice by that day, was not withdrawn and has not lapsed. An outcome without
    the day of its notice closes, too: that it was answered is known, only not when. Without either, a request
    that is recorded to the day is open, and a line of a month or year tells nothing.

    Args:
        row: the request.
        as_of: the day asked.
        kept: whether its register keeps outcomes or notices at all; else a blank one tells nothing.
    """
    if row.outcome in ENDED:
        return True
    if row.notice_on is not None:
        return row.notice_on <= as_of
    if says_answered(row):
        return True
    if is_unread(row, "outcome", "notice_on"):
        return None
    return None if row.outcome is None and (not kept or exact(row.period) is None) else False


def is_unrepaired(row: Request, as_of: date, law: Lawbook, workdays: WorkdayCalendar) -> bool:
    """Tell whether a request was told to be incomplete and was not completed in its time, by ``as_of``.

    It is noted in the register and needs no answer (Perki 1/2021 Pasal 33 ayat (4)); a request that came in
    before that stays under the earlier regulation, which knows no such end.
    """
    if row.letter_received_on is None or row.repaired_on or row.completed_on:
        return False
    if row.notice_on is not None or row.outcome not in _UNREPAIRED:
        return False
    received = row.letter_received_on if row.period is None else row.period.last_day
    try:
        law.unrepaired_request.at(received)
        return as_of > due_on(DeadlineKind.REQUEST_REPAIR, row.letter_received_on, law, workdays)
    except (CalendarRangeError, NotInForceError):
        return False


def is_open_objection(row: Objection, as_of: date, *, kept: bool = True) -> bool:
    """Tell whether an objection is known to be without the superior's answer on ``as_of``.

    Args:
        row: the objection.
        as_of: the day asked.
        kept: whether its register keeps answers at all; else a blank one tells nothing.
    """
    if row.answered_on is not None:
        return row.answered_on > as_of
    if is_unread(row, "answer", "answered_on"):
        return False
    if row.answer is None:
        return kept and exact(row.period) is not None
    return row.answer.slug in OPEN_ANSWERS


def is_open_dispute(row: Dispute, as_of: date) -> bool:
    """Tell whether a dispute is known to be before the commission on ``as_of``."""
    if row.result is not None and row.result.slug in UNFINISHED:
        return True
    decided = row.decided_on or (row.stages[-1].decided_on if row.stages else None)
    if decided is not None:
        return decided > as_of
    if is_unread(row, "result", "decided_on", "stages"):
        return False
    return row.result is None and dispute_day_zero(row) is not None
