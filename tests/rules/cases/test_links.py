"""The whole chain: suit → dispute → objection → request."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from ppid_core.law import Lawbook
from ppid_core.model import (
    CourtCase,
    Dispute,
    Objection,
    Period,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.rules import Evidence
from ppid_core.rules.casebook.links import Chain, chains, days_of, links, repeated
from ppid_core.summary import EarlierYear, Summary, summarize
from ppid_core.workdays import WorkdayCalendar

LAW, WORKDAYS = Lawbook.load(), WorkdayCalendar.load()
REQUEST = Request(number="P-1", period=Period(2021, 3, 1))
OBJECTION = Objection(number="K-1", request_number="p-1")
DISPUTE = Dispute(number="S-1", objection_number="K-1")
SUIT = CourtCase(dispute_number="S-1")
YEAR = ServiceYear(
    period=ReportingPeriod(2021),
    requests=(REQUEST,),
    objections=(OBJECTION,),
    disputes=(DISPUTE,),
    suits=(SUIT,),
)


def counted(year: ServiceYear) -> Summary:
    return summarize(year, LAW, WORKDAYS, year.as_of)


def evidence_of(year: ServiceYear, previous: ServiceYear | None = None) -> Evidence:
    before = () if previous is None else (EarlierYear(year=previous, summary=counted(previous)),)
    return Evidence(
        year=year,
        summary=counted(year),
        law=LAW,
        workdays=WORKDAYS,
        as_of=year.as_of,
        previous=before,
    )


def traced(year: ServiceYear, previous: ServiceYear | None = None) -> list[Chain]:
    return list(chains(evidence_of(year, previous)))


def test_each_case_is_traced_to_its_request() -> None:
    of_objection, of_dispute, of_suit = traced(YEAR)
    assert of_objection == Chain(subject="objection:#1", count=1, objection=OBJECTION, request=REQUEST)
    assert of_dispute == evolve(of_objection, subject="dispute:#1", dispute=DISPUTE)
    assert of_suit == evolve(of_dispute, subject="suit:#1", suit=SUIT)


def test_a_dispute_that_names_its_request_alone_is_traced_to_it() -> None:
    dispute = Dispute(request_number="P-1")
    (chain,) = traced(evolve(YEAR, objections=(), disputes=(dispute,), suits=()))
    assert (chain.objection, chain.request) == (None, REQUEST)
    _, chain = traced(evolve(YEAR, disputes=(dispute,), suits=()))
    assert (chain.objection, chain.request) == (OBJECTION, REQUEST)


def test_a_number_that_leads_nowhere_or_to_several_rows_ends_the_chain() -> None:
    stray = evolve(OBJECTION, request_number="P-9")
    assert traced(evolve(YEAR, objections=(stray,), disputes=(), suits=()))[0].request is None
    twice = evolve(YEAR, requests=(REQUEST, evolve(REQUEST, period=Period(2021, 4, 1))))
    assert {chain.request for chain in traced(twice)} == {None}


def test_cases_of_last_year_are_found_in_its_report_by_its_own_numbers() -> None:
    older = evolve(REQUEST, period=Period(2020, 11, 2))
    previous = ServiceYear(
        period=ReportingPeriod(2020), requests=(older,), objections=(evolve(OBJECTION, number="K-9"),)
    )
    dispute = evolve(DISPUTE, objection_number="K-9")
    of_dispute = traced(evolve(YEAR, disputes=(dispute,), suits=()), previous)[-1]
    assert of_dispute.objection == evolve(OBJECTION, number="K-9")
    assert of_dispute.request == older
    of_objection = traced(
        evolve(YEAR, objections=(Objection(earlier_request_number="P-1"),), disputes=(), suits=()), previous
    )[0]
    assert of_objection.request == older


def test_the_day_of_a_row_is_the_last_on_which_it_can_have_come_in() -> None:
    rows = (
        REQUEST,
        Request(period=Period(2021, 2)),
        Request(),
        Request(opening=2020),
    )
    year = evolve(YEAR, requests=rows, objections=(), disputes=(), suits=())
    assert dict(days_of(evidence_of(year))) == {
        "request:#1": date(2021, 3, 1),
        "request:#2": date(2021, 2, 28),
        "request:#3": date(2021, 12, 31),
        "request:#4": date(2021, 1, 1),
    }


def test_a_line_of_no_case_or_of_several_leads_to_none() -> None:
    rows = tuple(evolve(OBJECTION, number=f"K-{count}", count=count) for count in (0, 1, 2))
    found = links(evidence_of(evolve(YEAR, objections=rows, disputes=(), suits=())))
    assert [link.row.subject for link in found] == ["objection:#2"]
    assert [(link.number, link.leads) for link in found] == [("p-1", True)]


def test_a_link_leads_to_the_place_of_its_row_in_the_other_register() -> None:
    requests = (*(Request(number=number) for number in ("P-7", "P-8", "P-9")), REQUEST)
    (link,) = links(evidence_of(evolve(YEAR, requests=requests, disputes=(), suits=())))

    assert link.origin is not None
    assert (link.origin.row, link.origin.position, link.origin.number) == (REQUEST, 4, "P-1")


def test_a_reference_of_blanks_alone_leads_to_no_row_without_a_number() -> None:
    year = evolve(YEAR, requests=(Request(), REQUEST), disputes=(), suits=())

    assert links(evidence_of(evolve(year, objections=(evolve(OBJECTION, request_number=" "),)))) == ()


def test_rows_of_one_register_that_share_a_number_are_repeated_and_no_others() -> None:
    requests = (REQUEST, Request(), Request(number=" p-1"), Request(), Request(number="P-2"))
    found = repeated(
        evidence_of(evolve(YEAR, requests=requests, objections=(evolve(OBJECTION, number="P-2"),)))
    )

    assert [(row.register, row.position) for row in found] == [(Register.REQUESTS, 1), (Register.REQUESTS, 3)]
