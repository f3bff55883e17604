"""The model refuses the meaningless, and never the contradictory: that is for the rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import pytest

from ppid_core.model import (
    AgencyRef,
    AgencyScore,
    Aggregate,
    BudgetLine,
    Coded,
    CourtCase,
    Dispute,
    DisputeResult,
    Facility,
    Measure,
    Objection,
    ObjectionAnswer,
    Outcome,
    Period,
    Register,
    ReportingPeriod,
    Request,
    Service,
    ServiceHours,
    ServiceYear,
    Staff,
    Stage,
    StageKind,
    StatedFigure,
    StatedTotal,
    Visits,
)

COUNTED: dict[str, Callable[[int], object]] = {
    "Request.count": lambda n: Request(count=n),
    "Request.working_days": lambda n: Request(working_days=n),
    "Objection.count": lambda n: Objection(count=n),
    "Dispute.count": lambda n: Dispute(count=n),
    "CourtCase.count": lambda n: CourtCase(count=n),
    "Aggregate.count": lambda n: Aggregate(register=Register.REQUESTS, count=n),
    "Facility.count": lambda n: Facility(count=n),
    "Staff.count": lambda n: Staff(count=n),
    "Visits.count": lambda n: Visits(count=n),
    "Service.staff_total": lambda n: Service(staff_total=n),
}
EXACT: dict[str, Callable[[Decimal], object]] = {
    "Request.cost": lambda x: Request(cost=x),
    "BudgetLine.allocated": lambda x: BudgetLine(allocated=x),
    "BudgetLine.realised": lambda x: BudgetLine(realised=x),
    "StatedFigure.value": lambda x: StatedFigure(measure=Measure.OTHER, value=x),
    "StatedFigure.of": lambda x: StatedFigure(measure=Measure.OTHER, value=Decimal(1), of=x),
    "StatedTotal.value": lambda x: StatedTotal(table="sdm", column="jumlah", value=x),
    "AgencyScore.value": lambda x: AgencyScore(agency=AgencyRef(typed="A"), value=x),
}


@pytest.mark.parametrize("make", COUNTED.values(), ids=COUNTED)
def test_a_negative_count_is_refused(make: Callable[[int], object]) -> None:
    with pytest.raises(ValueError, match="must be >= 0"):
        make(-1)


@pytest.mark.parametrize("make", COUNTED.values(), ids=COUNTED)
def test_zero_is_a_count(make: Callable[[int], object]) -> None:
    assert make(0) == make(0)


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("make", EXACT.values(), ids=EXACT)
def test_a_number_that_is_not_finite_is_refused(make: Callable[[Decimal], object], value: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        make(Decimal(value))


@pytest.mark.parametrize("make", EXACT.values(), ids=EXACT)
def test_cents_are_kept(make: Callable[[Decimal], object]) -> None:
    assert make(Decimal("0.01")) != make(Decimal("0.02"))


@pytest.mark.parametrize("make", [EXACT["BudgetLine.allocated"], EXACT["BudgetLine.realised"]])
def test_a_budget_below_nothing_is_refused(make: Callable[[Decimal], object]) -> None:
    with pytest.raises(ValueError, match="is a finite amount"):
        make(Decimal("-0.01"))


@pytest.mark.parametrize("day", [-1, 7])
def test_a_weekday_that_no_week_has_is_refused(day: int) -> None:
    with pytest.raises(ValueError, match="days"):
        ServiceHours(days=(day,))


CONTRADICTORY: dict[str, object] = {
    "answered before it was received": Request(period=Period(2020, 3), notice_on=date(2020, 1, 1)),
    "a reason for what was granted": Request(outcome=Outcome.GRANTED, exemption_letter="h"),
    "words that say another count": Request(count=13, count_in_words="tiga"),
    "extended after it was answered": Request(notice_on=date(2020, 1, 1), extended_on=date(2020, 2, 1)),
    "delivered, yet pending": Request(outcome=Outcome.PENDING, delivered_on=date(2020, 1, 1)),
    "an answer without a day": Objection(answer=Coded(ObjectionAnswer.ACCEPTED, "Ditolak")),
    "decided before it was filed": Dispute(filed=Period(2020, 5, 1), decided_on=date(2020, 4, 1)),
    "a pending dispute with a decision": Dispute(
        result=Coded(DisputeResult.PENDING), decision_number="1/2020"
    ),
    "a stage closed before it was opened": Stage(
        kind=StageKind.MEDIATION, opened_on=date(2020, 2, 1), decided_on=date(2020, 1, 1)
    ),
    "more spent than granted": BudgetLine(allocated=Decimal(1), realised=Decimal(2)),
    "closed before it opens": ServiceHours(opens=time(16), closes=time(8)),
    "a case outside the year": ServiceYear(
        period=ReportingPeriod(2020), requests=(Request(period=Period(2018)),)
    ),
    "two cases of one number": ServiceYear(
        period=ReportingPeriod(2020), requests=(Request(number="1"), Request(number="1"))
    ),
    "a total beside no rows": ServiceYear(
        period=ReportingPeriod(2020),
        requests=(),
        aggregates=(Aggregate(register=Register.REQUESTS, count=9),),
    ),
}


@pytest.mark.parametrize("value", CONTRADICTORY.values(), ids=CONTRADICTORY)
def test_the_contradictory_is_kept_for_the_rules(value: object) -> None:
    assert value is not None
