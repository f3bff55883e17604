from __future__ import annotations

from collections.abc import Callable

import pytest

from ppid_core.model import (
    Absent,
    AgencyRef,
    Coded,
    Dispute,
    DisputeResult,
    Outcome,
    Period,
    Reason,
    ReportingPeriod,
    Request,
    ServiceYear,
    Stage,
    StageKind,
)
from ppid_core.summary import Summary

Count = Callable[..., Summary]

YEAR = ServiceYear(
    period=ReportingPeriod(2020),
    requests=(
        Request(agency=AgencyRef(typed="Kec. Serang", code=None), occupation="guru", period=Period(2020, 2)),
        Request(agency=AgencyRef(typed="Kec", code=None), occupation="guru", period=Period(2020, 2)),
    ),
)


def test_a_name_may_hold_dots(count: Count) -> None:
    assert count(YEAR).figure("requests.by_agency.Kec. Serang") == 1


def test_a_month_is_named_by_its_number(count: Count) -> None:
    summary = count(YEAR)

    assert [summary.figure(f"requests.by_month.{month}") for month in (1, 2, 12)] == [0, 2, 0]


NOWHERE = (
    *("", ".", "other", "requests.nothing", "requests.total.more"),
    *("requests.by_agency.Kec.", "requests.by_occupation."),
    *(f"requests.by_month.{month}" for month in ("0", "13", "x", "²")),
)


@pytest.mark.parametrize("path", NOWHERE)
def test_a_path_that_leads_nowhere_is_absent(count: Count, path: str) -> None:
    assert Absent(Reason.NO_CATEGORY) == count(YEAR).figure(path)


def test_what_lies_below_an_absent_figure_is_absent_for_its_reason(count: Count) -> None:
    summary = count(YEAR)

    assert Absent(Reason.NOT_KEPT) == summary.figure("compliance.by_agency.Kec. Serang")
    assert Absent(Reason.NO_DATES) == summary.figure("requests.response_time.by_class.0-10")


def test_a_dispute_is_counted_under_every_stage_that_it_went_through(count: Count) -> None:
    both = (Stage(kind=StageKind.MEDIATION), Stage(kind=StageKind.ADJUDICATION))
    disputes = (
        Dispute(stages=both, result=Coded(DisputeResult.GRANTED)),
        Dispute(stages=both[:1], result=Coded(DisputeResult.MEDIATED), count=4),
        Dispute(result=Coded(DisputeResult.WITHDRAWN)),
    )

    summary = count(ServiceYear(period=ReportingPeriod(2020), disputes=disputes))

    assert summary.branch("disputes.by_stage") == {"mediation": 5, "adjudication": 1, "not_recorded": 1}
    assert summary.figure("disputes.by_result.mediated") == 4
    assert summary.figure("disputes.by_result.rejected") == 0


def test_a_number_and_the_parts_of_a_breakdown_are_asked_by_what_they_are(count: Count) -> None:
    summary = count(ServiceYear(period=ReportingPeriod(2020), requests=(Request(outcome=Outcome.GRANTED),)))

    assert summary.number("requests.total") == 1
    parts = summary.parts_of("requests.by_outcome")
    assert not isinstance(parts, Absent)
    assert parts["granted"] == 1
    assert isinstance(summary.parts_of("objections.by_ground"), Absent)


@pytest.mark.parametrize("path", ["requests.by_outcome", "requests.by_month"])
def test_a_breakdown_is_no_number(count: Count, path: str) -> None:
    summary = count(ServiceYear(period=ReportingPeriod(2020), requests=()))

    with pytest.raises(TypeError, match="not a number"):
        summary.number(path)


@pytest.mark.parametrize("path", ["requests.total", "requests.by_month"])
def test_a_number_and_months_have_no_parts(count: Count, path: str) -> None:
    summary = count(ServiceYear(period=ReportingPeriod(2020), requests=(Request(period=Period(2020, 1)),)))

    with pytest.raises(TypeError, match="not a breakdown"):
        summary.parts_of(path)


@pytest.mark.parametrize("month", ["0", "13", "40", "x", ""])
def test_a_month_that_no_year_has_is_unknown(count: Count, month: str) -> None:
    summary = count(ServiceYear(period=ReportingPeriod(2020), requests=(Request(period=Period(2020, 1)),)))

    assert summary.figure("requests.by_month.1") == 1
    assert isinstance(summary.figure(f"requests.by_month.{month}"), Absent)
