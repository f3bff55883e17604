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
from ppid_core.summary.balance import balance_figures, oldest_figures
from ppid_core.summary.matrix import MatrixFigures
from ppid_core.summary.parts import Amount
from ppid_core.summary.register import NOT_RECORDED, RegisterFigures, share
from ppid_core.summary.response import (
    judged_figures,
    response_figures,
    standard_figures,
    timeliness_figures,
)
from ppid_core.summary.tally import RECORDED, Scope, Tally, absence

Tree = Any
"""A figure, a day, ``Absent``, None (outside the period), or a mapping or tuple of them."""

Lists = Mapping[str, type[StrEnum] | None]

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
APPLICANT_LISTS: Lists = {"applicant": ApplicantClass, "occupation": None, "sex": None}
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
PARTS_OF: Mapping[str, str] = {
    "requests.by_refusal_reason": f"requests.by_outcome.{Outcome.REFUSED}",
    "requests.by_partial_reason": f"requests.by_outcome.{Outcome.PARTLY_GRANTED}",
    "requests.response_time.by_class": "requests.response_time.count",
}
"""The breakdowns of a part of a register, and that part; the others break down its total."""


def figures_of(scope: Scope, tally: Tally) -> Mapping[str, Tree]:
    """Return the figures of one part."""
    period = ReportingPeriod(scope.year, scope.part)
    return {
        "year": scope.year,
        "part": str(scope.part),
        "body": scope.body,
        "as_of": scope.as_of.isoformat(),
        "requests": _requests(tally, period),
        "applicants": _applicants(tally),
        "complaints": _monthly(RegisterFigures(tally=tally.complaints), period),
        "objections": _objections(tally, period),
        "disputes": _cases(RegisterFigures(tally=tally.disputes), period, DISPUTE_LISTS),
        "suits": _cases(RegisterFigures(tally=tally.suits), period, SUIT_LISTS),
        "compliance": MatrixFigures(tally=tally.matrix).tree(),
        "budget": _budget(tally),
        "staff": {"total": RegisterFigures(tally=tally.staff).total},
        "visits": _monthly(RegisterFigures(tally=tally.visits), period),
    }


def _monthly(register: RegisterFigures, period: ReportingPeriod) -> Mapping[str, Tree]:
    return {"total": register.total, "by_month": register.by_month(period.part.months)}


def _cases(register: RegisterFigures, period: ReportingPeriod, lists: Lists) -> Mapping[str, Tree]:
    return {
        **_monthly(register, period),
        **{f"by_{dimension}": register.by(dimension, words) for dimension, words in lists.items()},
        "carried_over": register.counted("carried_over"),
        "outside_period": register.counted("outside_period"),
    }


def _requests(tally: Tally, period: ReportingPeriod) -> Mapping[str, Tree]:
    register = RegisterFigures(tally=tally.requests)
    return {
        **_cases(register, period, REQUEST_LISTS),
        "by_refusal_reason": _reasons(register, "refusal_reason", Outcome.REFUSED),
        "by_partial_reason": _reasons(register, "partial_reason", Outcome.PARTLY_GRANTED),
        "response_time": response_figures(register, tally.stated_means),
        "standard_time": standard_figures(register),
        "timeliness": timeliness_figures(register),
        "untimed_unread": _untimed_unread(register),
        **judged_figures(register),
        "balance": balance_figures(register),
        **oldest_figures(register),
    }


def _untimed_unread(register: RegisterFigures) -> int | Absent:
    """Return of how many requests the time is unknown because a cell could not be read."""
    if not register.tally.is_recorded:
        return register.absence
    return register.tally.times.get("untimed", Reason.UNREAD)


def _objections(tally: Tally, period: ReportingPeriod) -> Mapping[str, Tree]:
    register = RegisterFigures(tally=tally.objections)
    return {**_cases(register, period, OBJECTION_LISTS), **oldest_figures(register)}


def _reasons(register: RegisterFigures, dimension: str, outcome: Outcome) -> Tree:
    """Return the reasons for an outcome; where nothing else tells how many had it, their sum does."""
    outcomes = register.by("outcome", Outcome)
    if not isinstance(outcomes, Absent) and outcome in outcomes:
        reasons = register.by(dimension, RefusalReason, outcomes[outcome])
        unnamed = isinstance(reasons, Absent) and reasons.reason is Reason.NO_CATEGORY
        return {NOT_RECORDED: outcomes[outcome]} if unnamed and _gives_reasons(register) else reasons
    told = sum(register.parts(dimension).values())
    if not told:
        return outcomes if isinstance(outcomes, Absent) else Absent(Reason.NO_CATEGORY)
    whole = told if isinstance(register.total, Absent) else min(told, register.total)
    return register.by(dimension, RefusalReason, whole)


def _gives_reasons(register: RegisterFigures) -> bool:
    """Whether the register names any reason: then a blank one is a row's, not the register's."""
    return any(register.parts(dimension) for dimension in ("refusal_reason", "partial_reason"))


def _applicants(tally: Tally) -> Mapping[str, Tree]:
    """Return the applicants: those of rows that count applicants, else of aggregate lines."""
    requests, stated = RegisterFigures(tally=tally.requests), RegisterFigures(tally=tally.applicants)
    total = _applicant_total(requests, stated)
    register = requests if _counts_applicants(requests) else stated
    lists = APPLICANT_LISTS.items()
    return {"total": total, **{f"by_{line}": register.by(line, words, total) for line, words in lists}}


def _counts_applicants(requests: RegisterFigures) -> bool:
    units = requests.tally.rows.under("unit")
    return bool(units.get(CountUnit.APPLICANT)) and not units.get(CountUnit.REQUEST)


def _applicant_total(requests: RegisterFigures, stated: RegisterFigures) -> int | Absent:
    if _counts_applicants(requests):
        return requests.total
    if stated.tally.stated.pairs:
        return stated.total
    if not requests.total:
        return 0
    is_counted = requests.tally.is_recorded or requests.tally.stated.pairs
    return Absent(Reason.UNCOUNTED_UNIT) if is_counted else requests.absence


def _budget(tally: Tally) -> Mapping[str, Tree]:
    known = {
        name: Absent(Reason.UNREAD)
        if name in tally.unread.values
        else _sum(amount)
        if RECORDED in tally.budget.values
        else absence(tally.budget)
        for name, amount in (("allocated", tally.allocated), ("realised", tally.realised))
    }
    missing = next((value for value in known.values() if isinstance(value, Absent)), None)
    return {**known, "absorption": missing or share(tally.realised.total, tally.allocated.total)}


def _sum(amount: Amount) -> Tree:
    """Return the sum of all lines; a budget that is recorded and empty is 0."""
    if amount.known == amount.lines:
        return amount.total
    return Absent(Reason.PART_OF_ROWS) if amount.known else Absent()
