"""All figures of one body's year, under the names of the summary JSON."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from attrs import asdict

from ppid_core.law import Unit
from ppid_core.model import (
    BREAKDOWNS,
    Absent,
    Breakdown,
    CountUnit,
    Dimension,
    Measure,
    Outcome,
    Reason,
    Register,
    ReportingPeriod,
    breakdowns_of,
)
from ppid_core.summary.information_lists import exempt_list_figures, public_list_figures
from ppid_core.summary.matrix import MatrixFigures
from ppid_core.summary.parts import Amount
from ppid_core.summary.register import NOT_RECORDED, RegisterFigures, share
from ppid_core.summary.response import (
    judged_figures,
    response_figures,
    standard_figures,
    standing_figures,
    timeliness_figures,
)
from ppid_core.summary.tally import RECORDED, RegisterTally, Scope, Tally, absence


def _balance_figures(register: RegisterFigures) -> Mapping[str, int | Absent]:
    """Return the balance of the requests on the day of the summary; only rows can tell it.

    ``opening`` is what was carried over, ``received`` what came in during the period, ``closed`` what of
    both was answered or withdrawn by that day, and ``closing`` what of both is still open: opening +
    received − closed = closing. Lines outside the period are in none of them.

    A register without a line of an earlier year does not say that nothing was carried over; a line that
    counts 0 says so. Without an opening there is no balance: ``closed`` and ``closing`` are of the received.
    """
    closed, still_open = _ended(register, "closed"), _ended(register, "open")
    return {
        "opening": _opening(register),
        "received": register.total,
        "closed": closed,
        "closing": still_open,
    }


def _opening(register: RegisterFigures) -> int | Absent:
    """Return what was carried over where a line says so, and 0 where the whole register is *nihil*.

    A line whose count could not be read says that something was: how much is unread.
    """
    carried_over, stands = register.counted("carried_over"), register.tally.rows.under()
    if carried_over == 0 and stands and "carried_over" not in stands:
        return Absent(Reason.NO_OPENING)
    return carried_over


def _ended(register: RegisterFigures, ending: str) -> int | Absent:
    """Return how many ended so; absent where a line tells neither by its outcome nor by its dates."""
    if not register.tally.is_recorded:
        return register.absence
    if register.is_uncounted:
        return Absent(Reason.UNREAD)
    endings = register.tally.times.under("ending")
    if not endings.get("unknown"):
        return endings.get(ending, 0)
    is_part = endings.get("closed") or endings.get("open")
    if register.tally.times.get("untimed", Reason.UNREAD):
        return Absent(Reason.UNREAD)
    return Absent(Reason.PART_OF_ROWS if is_part else Reason.NO_DATES)


def _oldest_figures(register: RegisterFigures) -> Mapping[str, object]:
    """Return the lines that have been open longest, and how many open cases lack the dates for that.

    The lines are absent where cases are open and none has its dates.
    """
    if not register.tally.is_recorded:
        return {"oldest_open": register.absence, "undated_open": register.absence}
    oldest = register.tally.waiting
    cases = tuple({**asdict(case), "days_unit": str(Unit.WORKING_DAY)} for case in oldest.cases)
    unknown = Absent(Reason.NO_DATES) if oldest.undated and not cases else None
    return {"oldest_open": unknown or cases, "undated_open": oldest.undated}


Tree = Any
"""A figure, a day, ``Absent``, None (outside the period), or a mapping or tuple of them."""
Figure = int | Decimal | Absent | Mapping[str, int] | tuple[int | None, ...]
"""What a path leads to: a number, why there is none, or a breakdown: by category, or by month."""

PARTS_OF: Mapping[str, str] = {
    **{one.path: one.whole for one in BREAKDOWNS if one.of is not None},
    "requests.response_time.by_class": "requests.response_time.count",
}
"""The breakdowns of a part of a register, and that part; the others break down its total."""

_BESIDE = (
    *("objections.carried_over", "disputes.carried_over", "suits.carried_over"),
    *("objections.outside_period", "disputes.outside_period", "suits.outside_period"),
    *("requests.undated_open", "objections.undated_open", "compliance.unread"),
    *("requests.standard_time.median", "requests.standard_time.min", "requests.standard_time.max"),
    "requests.standard_time.closed_late",
    "exempt_information.undated",
)
"""Numbers that no sentence states, so that `Measure` needs no word for them."""
MEASURES = (*(str(one) for one in Measure if one is not Measure.OTHER), *_BESIDE)
"""The path of every number that is not found below a breakdown alone."""


def figures_of(scope: Scope, tally: Tally) -> Mapping[str, Tree]:
    """Return the figures of one part."""
    period = ReportingPeriod(scope.year, scope.part)
    return {
        "year": scope.year,
        "part": str(scope.part),
        "body": scope.body,
        "as_of": scope.as_of.isoformat(),
        "requests": _requests(tally, period),
        "applicants": _applicants(tally, period),
        "complaints": _of_lines(tally.complaints, Register.COMPLAINTS, period),
        "objections": _objections(tally, period),
        "disputes": _of_cases(tally.disputes, Register.DISPUTES, period),
        "suits": _of_cases(tally.suits, Register.SUITS, period),
        "compliance": MatrixFigures.of(tally.matrix).tree(),
        "public_information": public_list_figures(tally.public_list),
        "exempt_information": exempt_list_figures(tally.exempt_list),
        "budget": _budget(tally),
        "staff": {"total": RegisterFigures(tally=tally.staff).total},
        "visits": _monthly(RegisterFigures(tally=tally.visits), period),
    }


def told_figures(figures: Mapping[str, Tree]) -> dict[str, Tree]:
    """Return the figures without the breakdowns that are absent and that nobody asks for."""
    passed_over = {
        one.path
        for one in BREAKDOWNS
        if not one.is_asked and isinstance(figures.get(one.register, {}).get(one.step), Absent)
    }
    return {
        name: {key: value for key, value in tree.items() if f"{name}.{key}" not in passed_over}
        if isinstance(tree, Mapping)
        else tree
        for name, tree in figures.items()
    }


def _monthly(register: RegisterFigures, period: ReportingPeriod) -> Mapping[str, Tree]:
    return {"total": register.total, "by_month": register.by_month(period.part.months)}


def _broken_down(
    register: RegisterFigures, name: Register, period: ReportingPeriod, **besides: Tree
) -> Mapping[str, Tree]:
    """Return how many there were, and each breakdown of them; the time of requests is told elsewhere.

    Args:
        register: the figures of the register.
        name: which it is.
        period: of the report.
        besides: figures that stand between the breakdowns of the whole and those of an outcome.
    """
    parts = {one: _parts(register, one, period) for one in breakdowns_of(name).values() if not _is_timed(one)}
    return {
        "total": register.total,
        **{one.step: figure for one, figure in parts.items() if one.of is None},
        **besides,
        **{one.step: figure for one, figure in parts.items() if one.of is not None},
    }


def _joint(register: RegisterFigures) -> Mapping[str, Tree]:
    """Return the joint counts of a register, the last of its figures; nothing where there are none."""
    return {"joint": tables} if (tables := register.joint) else {}


def _is_timed(breakdown: Breakdown) -> bool:
    """Tell whether a breakdown stands among the figures of response time."""
    return breakdown.path != f"{breakdown.register}.{breakdown.step}"


def _parts(
    register: RegisterFigures,
    breakdown: Breakdown,
    period: ReportingPeriod,
    whole: int | Absent | None = None,
) -> Tree:
    if breakdown.dimension is Dimension.MONTH:
        return register.by_month(period.part.months, whole)
    if breakdown.of is not None:
        return _of_outcome(register, breakdown, breakdown.of)
    return register.by(breakdown.dimension, breakdown.vocabulary, whole)


def _cases(register: RegisterFigures, name: Register, period: ReportingPeriod) -> Mapping[str, Tree]:
    rows = {key: register.counted(key) for key in ("carried_over", "outside_period")}
    return _broken_down(register, name, period, **rows)


def _requests(tally: Tally, period: ReportingPeriod) -> Mapping[str, Tree]:
    register = RegisterFigures(tally=tally.requests)
    return {
        **_cases(register, Register.REQUESTS, period),
        "response_time": response_figures(register, tally.stated_means),
        "standard_time": standard_figures(register),
        "timeliness": timeliness_figures(register),
        "untimed_unread": _untimed_unread(register),
        **judged_figures(register),
        "standing": standing_figures(register),
        "balance": _balance_figures(register),
        **_oldest_figures(register),
        **_joint(register),
    }


def _untimed_unread(register: RegisterFigures) -> int | Absent:
    """Return of how many requests the time is unknown because a cell could not be read."""
    if not register.tally.is_recorded:
        return register.absence
    return register.tally.times.get("untimed", Reason.UNREAD)


def _objections(tally: Tally, period: ReportingPeriod) -> Mapping[str, Tree]:
    register = RegisterFigures(tally=tally.objections)
    return {**_cases(register, Register.OBJECTIONS, period), **_oldest_figures(register), **_joint(register)}


def _of_cases(tally: RegisterTally, name: Register, period: ReportingPeriod) -> Mapping[str, Tree]:
    register = RegisterFigures(tally=tally)
    return {**_cases(register, name, period), **_joint(register)}


def _of_lines(tally: RegisterTally, name: Register, period: ReportingPeriod) -> Mapping[str, Tree]:
    register = RegisterFigures(tally=tally)
    return {**_broken_down(register, name, period), **_joint(register)}


def _of_outcome(register: RegisterFigures, breakdown: Breakdown, outcome: Outcome) -> Tree:
    """Return the parts of one outcome; where nothing else tells how many had it, their sum does."""
    outcomes = register.by(Dimension.OUTCOME, Outcome)
    if not isinstance(outcomes, Absent) and outcome in outcomes:
        parts = register.by(breakdown.dimension, breakdown.vocabulary, outcomes[outcome])
        unnamed = isinstance(parts, Absent) and parts.reason is Reason.NO_CATEGORY
        return {NOT_RECORDED: outcomes[outcome]} if unnamed and _gives_reasons(register) else parts
    told = sum(register.parts(breakdown.dimension).values())
    if not told:
        return outcomes if isinstance(outcomes, Absent) else Absent(Reason.NO_CATEGORY)
    whole = told if isinstance(register.total, Absent) else min(told, register.total)
    return register.by(breakdown.dimension, breakdown.vocabulary, whole)


def _gives_reasons(register: RegisterFigures) -> bool:
    """Whether the register names any reason: then a blank one is a row's, not the register's."""
    return any(register.parts(one.dimension) for one in BREAKDOWNS if one.of is not None)


def _applicants(tally: Tally, period: ReportingPeriod) -> Mapping[str, Tree]:
    """Return the applicants: those of rows that count applicants, else of aggregate lines.

    What rows do not name of them, aggregate lines may tell.
    """
    requests, stated = RegisterFigures(tally=tally.requests), RegisterFigures(tally=tally.applicants)
    total = _applicant_total(requests, stated)

    def teller(one: Breakdown) -> RegisterFigures:
        lines = stated.parts(one.dimension)
        is_wanted = counts_applicants(requests) and (one.is_asked or lines)
        return requests if is_wanted and (requests.parts(one.dimension) or not lines) else stated

    parts = breakdowns_of(Register.APPLICANTS).values()
    return {
        "total": total,
        **{one.step: _parts(teller(one), one, period, total) for one in parts},
        **({} if counts_applicants(requests) else _joint(stated)),
    }


def counts_applicants(requests: RegisterFigures) -> bool:
    """Tell whether the rows of requests say how many applicants there were, and not how many requests."""
    units = requests.tally.rows.under("unit")
    return bool(units.get(CountUnit.APPLICANT)) and not units.get(CountUnit.REQUEST)


def _applicant_total(requests: RegisterFigures, stated: RegisterFigures) -> int | Absent:
    if counts_applicants(requests):
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
