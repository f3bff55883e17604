"""All figures of one body's year, under the names of the summary JSON."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from ppid_core.model import (
    Absent,
    ApplicantClass,
    Channel,
    CountUnit,
    DisputeResult,
    ObjectionAnswer,
    ObjectionGround,
    Outcome,
    Reason,
    RefusalReason,
    ReportingPeriod,
    StageKind,
)
from ppid_core.summary.matrix import MatrixFigures, share
from ppid_core.summary.parts import Amount
from ppid_core.summary.register import RegisterFigures
from ppid_core.summary.response import Histogram, response_figures
from ppid_core.summary.tally import Scope, Tally

Tree = Any
"""A figure, ``Absent``, None (outside the period), or a mapping or tuple of them."""

Lists = Mapping[str, type[StrEnum] | None]

TIMELINESS = ("closed_in_time", "closed_late", "open_in_time", "open_late", "unknown")
OBJECTION_LISTS: Lists = {
    "applicant": ApplicantClass,
    "agency": None,
    "ground": ObjectionGround,
    "answer": ObjectionAnswer,
}
DISPUTE_LISTS: Lists = {
    "applicant": ApplicantClass,
    "agency": None,
    "result": DisputeResult,
    "stage": StageKind,
}
SUIT_LISTS: Lists = {"decision": None}
REQUEST_LISTS: Lists = {
    "outcome": Outcome,
    "applicant": ApplicantClass,
    "channel": Channel,
    "occupation": None,
    "agency": None,
    "sex": None,
    "purpose": None,
    "topic": None,
}


def figures_of(scope: Scope, tally: Tally) -> Mapping[str, Tree]:
    """Return the figures of one part."""
    period = ReportingPeriod(scope.year, scope.part)
    requests = RegisterFigures(tally=tally.requests)
    visits = RegisterFigures(tally=tally.visits)
    complaints = RegisterFigures(tally=tally.complaints)
    return {
        "year": scope.year,
        "part": str(scope.part),
        "body": scope.body,
        "as_of": scope.as_of.isoformat(),
        "requests": _requests(requests, tally, period),
        "applicants": {"total": _applicants(requests, RegisterFigures(tally=tally.applicants))},
        "complaints": {"total": complaints.total, "by_month": complaints.by_month(period.part.months)},
        "objections": _cases(RegisterFigures(tally=tally.objections), period, OBJECTION_LISTS),
        "disputes": _cases(RegisterFigures(tally=tally.disputes), period, DISPUTE_LISTS),
        "suits": _cases(RegisterFigures(tally=tally.suits), period, SUIT_LISTS),
        "compliance": MatrixFigures(tally=tally.matrix).tree(),
        "budget": _budget(tally.allocated, tally.realised),
        "staff": {"total": RegisterFigures(tally=tally.staff).total},
        "visits": {"total": visits.total, "by_month": visits.by_month(period.part.months)},
    }


def _cases(register: RegisterFigures, period: ReportingPeriod, lists: Lists) -> Mapping[str, Tree]:
    return {
        "total": register.total,
        "by_month": register.by_month(period.part.months),
        **{f"by_{dimension}": register.by(dimension, words) for dimension, words in lists.items()},
        "carried_over": register.counted("carried_over"),
        "outside_period": register.counted("outside_period"),
    }


def _requests(register: RegisterFigures, tally: Tally, period: ReportingPeriod) -> Mapping[str, Tree]:
    outcomes = register.by("outcome", Outcome)
    refused = _category(outcomes, Outcome.REFUSED)
    partly = _category(outcomes, Outcome.PARTLY_GRANTED)
    return {
        **_cases(register, period, REQUEST_LISTS),
        "by_refusal_reason": register.by("refusal_reason", RefusalReason, refused),
        "by_partial_reason": register.by("partial_reason", RefusalReason, partly),
        "response_time": response_figures(
            Histogram(tally.requests.days),
            tally.requests.clocks.values,
            tally.requests.rows.under("response_class"),
            register.stated_parts("time"),
            tally.stated_means.values,
        ),
        "timeliness": _timeliness(register),
    }


def _category(breakdown: Mapping[str, int] | Absent, member: StrEnum) -> int | Absent:
    if isinstance(breakdown, Absent):
        return breakdown
    return breakdown.get(str(member), Absent(Reason.NO_CATEGORY))


def _timeliness(register: RegisterFigures) -> Mapping[str, int] | Absent:
    counted = register.tally.rows.under("timeliness")
    if not register.tally.is_recorded or set(counted) == {"unknown"}:
        return Absent(Reason.NO_DATES)
    return {name: counted.get(name, 0) for name in TIMELINESS}


def _applicants(requests: RegisterFigures, stated: RegisterFigures) -> int | Absent:
    """Return the applicants: those of rows that count applicants, else of aggregate lines."""
    rows = requests.tally.rows
    if rows.get("unit", str(CountUnit.APPLICANT)) and not rows.get("unit", str(CountUnit.REQUEST)):
        return requests.total
    return stated.total if stated.tally.stated.pairs else Absent(Reason.UNCOUNTED_UNIT)


def _budget(allocated: Amount, realised: Amount) -> Mapping[str, Tree]:
    known = {"allocated": _sum(allocated), "realised": _sum(realised)}
    missing = next((value for value in known.values() if isinstance(value, Absent)), None)
    return {**known, "absorption": missing or share(realised.total, allocated.total)}


def _sum(amount: Amount) -> Tree:
    if not amount.known:
        return Absent()
    return amount.total if amount.known == amount.lines else Absent(Reason.PART_OF_ROWS)
