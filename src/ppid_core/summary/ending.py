"""Whether a case is still open on a day: what the register says of its end."""

from __future__ import annotations

from datetime import date

from ppid_core.model import (
    OPEN_OUTCOMES,
    Dispute,
    DisputeResult,
    Objection,
    ObjectionAnswer,
    Outcome,
    Request,
)
from ppid_core.summary.day_zero import dispute_day_zero, exact

OPEN_ANSWERS = frozenset({ObjectionAnswer.UNANSWERED, ObjectionAnswer.PENDING})
UNFINISHED = frozenset({DisputeResult.PENDING, DisputeResult.INTERIM})
"""Results that end no dispute."""


def says_answered(row: Request) -> bool:
    """Tell whether the register says that a request was answered; stated working days say so too."""
    if row.outcome is None:
        return row.working_days is not None
    return row.outcome not in OPEN_OUTCOMES


def answered_later(row: Request, as_of: date) -> bool:
    """Tell whether the written notice on a request is later than ``as_of``."""
    return row.notice_on is not None and row.notice_on > as_of


def is_closed(row: Request, as_of: date) -> bool | None:
    """Tell whether a request was closed by ``as_of``; None where neither outcome nor dates tell.

    Open is what has no written notice by that day and was not withdrawn. An outcome without the day of its
    notice closes, too: that it was answered is known, only not when. Without either, a request that is
    recorded to the day is open, and a line of a month or year tells nothing.
    """
    if row.outcome is Outcome.WITHDRAWN:
        return True
    if row.notice_on is not None:
        return row.notice_on <= as_of
    if says_answered(row):
        return True
    return None if row.outcome is None and exact(row.period) is None else False


def is_open_objection(row: Objection, as_of: date) -> bool:
    """Tell whether an objection is known to be without the superior's answer on ``as_of``."""
    if row.answered_on is not None:
        return row.answered_on > as_of
    if row.answer is None:
        return exact(row.period) is not None
    return row.answer.slug in OPEN_ANSWERS


def is_open_dispute(row: Dispute, as_of: date) -> bool:
    """Tell whether a dispute is known to be before the commission on ``as_of``."""
    if row.result is not None and row.result.slug in UNFINISHED:
        return True
    decided = row.decided_on or (row.stages[-1].decided_on if row.stages else None)
    if decided is not None:
        return decided > as_of
    return row.result is None and dispute_day_zero(row) is not None
