"""C101–C103: nothing before its cause, no chain backwards, no row outside the period."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.model import (
    Aggregate,
    CourtCase,
    Dispute,
    Objection,
    Period,
    Register,
    ReportingPeriod,
    Request,
    Service,
    ServiceYear,
    Stage,
    StageKind,
    Visits,
    YearPart,
)
from ppid_core.rules import Checked, Status
from ppid_core.testing.judgement import judged

EMPTY = ServiceYear(period=ReportingPeriod(2021))
CHAIN = evolve(
    EMPTY,
    requests=(Request(number="1", period=Period(2021, 3, 1)),),
    objections=(Objection(number="K1", request_number="1", period=Period(2021, 4)),),
    disputes=(Dispute(number="S1", objection_number="K1", filed=Period(2021, 6)),),
    suits=(CourtCase(dispute_number="S1", filed_on=date(2021, 9, 1)),),
)


def subjects(checked: Checked) -> list[str]:
    return [finding.subject for finding in checked.findings]


LATER, EARLIER = date(2021, 5, 5), date(2021, 3, 3)


@pytest.mark.parametrize(
    "year",
    [
        evolve(EMPTY, requests=(Request(period=Period.of(LATER), notice_on=EARLIER),)),
        evolve(EMPTY, requests=(Request(period=Period(2021, 5), delivered_on=EARLIER),)),
        evolve(EMPTY, objections=(Objection(period=Period.of(LATER), answered_on=EARLIER),)),
        evolve(EMPTY, objections=(Objection(ground_found_on=LATER, period=Period(2021, 3)),)),
        evolve(EMPTY, disputes=(Dispute(filed=Period.of(LATER), decided_on=EARLIER),)),
        evolve(EMPTY, disputes=(Dispute(registered_on=LATER, first_session_on=EARLIER),)),
        evolve(
            EMPTY,
            disputes=(
                Dispute(stages=(Stage(kind=StageKind.MEDIATION, opened_on=LATER, decided_on=EARLIER),)),
            ),
        ),
        evolve(EMPTY, suits=(CourtCase(filed_on=LATER, decided_on=EARLIER),)),
    ],
)
def test_c101_fires_where_an_event_is_dated_before_its_cause(year: ServiceYear) -> None:
    checked = judged(year, "C101")
    (finding,) = checked.findings
    assert str(finding.provided).startswith("2021-03")
    assert str(finding.expected).startswith("2021-05")


def test_c101_names_both_events() -> None:
    checked = judged(evolve(EMPTY, requests=(Request(period=Period.of(LATER), notice_on=EARLIER),)), "C101")
    assert checked.message(checked.findings[0]) == (
        "Pemberitahuan tertulis 3 Maret 2021 mendahului penerimaan permohonan 5 Mei 2021."
    )


@pytest.mark.parametrize("received", [Period.of(EARLIER), Period(2021, 3), Period(2021)])
def test_c101_passes_the_same_day_and_what_the_precision_leaves_open(received: Period) -> None:
    year = evolve(EMPTY, requests=(Request(period=received, notice_on=EARLIER),))
    assert judged(year, "C101").run("C101").status is Status.PASSED


def test_c101_is_not_applicable_without_two_dates() -> None:
    year = evolve(EMPTY, requests=(Request(period=Period.of(LATER)),))
    assert judged(year, "C101").run("C101").status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("year", "subject"),
    [
        (
            evolve(CHAIN, objections=(Objection(number="K1", request_number="1", period=Period(2021, 2)),)),
            "objection:K1",
        ),
        (
            evolve(CHAIN, disputes=(Dispute(objection_number="K1", filed=Period(2021, 3)),), suits=()),
            "dispute:#1",
        ),
        (evolve(CHAIN, suits=(CourtCase(dispute_number="S1", filed_on=date(2021, 5, 1)),)), "suit:S1"),
    ],
)
def test_c102_fires_where_a_case_is_older_than_the_one_it_comes_from(year: ServiceYear, subject: str) -> None:
    assert subject in subjects(judged(year, "C102"))


def test_c102_fires_for_a_suit_before_the_commissions_decision() -> None:
    dispute = Dispute(number="S1", filed=Period.of(EARLIER), decided_on=LATER)
    year = evolve(
        EMPTY, disputes=(dispute,), suits=(CourtCase(dispute_number="S1", filed_on=date(2021, 4, 1)),)
    )

    checked = judged(year, "C102")

    assert checked.message(checked.findings[0]) == (
        "Gugatan atas sengketa S1 – Gugatan 1 April 2021 mendahului putusan sengketa S1 yang dirujuknya,"
        " 5 Mei 2021."
    )


@pytest.mark.parametrize(
    "request_",
    [
        Request(period=Period.of(LATER), extended_on=LATER, further_extensions=(EARLIER,)),
        Request(period=Period(2021, 3), extended_on=LATER, notice_on=EARLIER),
    ],
    ids=["a second extension before the receipt", "the notice before the extension"],
)
def test_c101_looks_at_every_extension(request_: Request) -> None:
    assert subjects(judged(evolve(EMPTY, requests=(request_,)), "C101")) == ["request:#1"]


def test_c102_passes_a_chain_in_order() -> None:
    assert judged(CHAIN, "C102").run("C102").status is Status.PASSED


@pytest.mark.parametrize(
    ("objected", "received"), [(None, Period(2021, 3, 1)), (Period(2021, 4), None), (None, None)]
)
def test_c102_is_not_applicable_without_linked_dates(
    objected: Period | None, received: Period | None
) -> None:
    year = evolve(
        EMPTY,
        requests=(Request(number="1", period=received),),
        objections=(Objection(request_number="1", period=objected),),
    )
    assert judged(year, "C102").run("C102").status is Status.NOT_APPLICABLE


OUTSIDE = Period(2020, 12)


@pytest.mark.parametrize(
    ("year", "subject"),
    [
        (evolve(EMPTY, requests=(Request(period=OUTSIDE),)), "request:#1"),
        (evolve(EMPTY, objections=(Objection(period=OUTSIDE),)), "objection:#1"),
        (evolve(EMPTY, disputes=(Dispute(filed=OUTSIDE),)), "dispute:#1"),
        (evolve(EMPTY, suits=(CourtCase(filed_on=date(2020, 12, 1)),)), "suit:#1"),
        (evolve(EMPTY, service=Service(visits=(Visits(period=OUTSIDE, count=1),))), "visits:#1"),
        (
            evolve(EMPTY, aggregates=(Aggregate(register=Register.REQUESTS, count=1, period=OUTSIDE),)),
            "aggregate:#1",
        ),
        (
            ServiceYear(
                period=ReportingPeriod(2021, YearPart.SEMESTER_1), requests=(Request(period=Period(2021, 7)),)
            ),
            "request:#1",
        ),
    ],
)
def test_c103_fires_on_a_row_outside_the_period(year: ServiceYear, subject: str) -> None:
    assert [subject] == subjects(judged(year, "C103"))


def test_c103_says_how_many_visits_lie_outside() -> None:
    year = evolve(EMPTY, service=Service(visits=(Visits(period=OUTSIDE, count=7),)))
    assert [finding.affected for finding in judged(year, "C103").findings] == [7]


def test_c103_passes_what_is_carried_over_and_what_may_lie_inside() -> None:
    requests = (Request(period=OUTSIDE, opening=2020), Request(period=Period(2021)), Request())
    assert judged(evolve(EMPTY, requests=requests), "C103").run("C103").status is Status.PASSED


def test_c103_is_not_applicable_where_no_row_is_dated() -> None:
    assert judged(evolve(EMPTY, requests=(Request(),)), "C103").run("C103").status is Status.NOT_APPLICABLE
