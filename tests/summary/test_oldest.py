"""The ten cases that have been open longest: kept exactly, however the rows are divided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest
from attrs import evolve, fields
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_core.model import (
    Absent,
    AgencyRef,
    Applicant,
    Coded,
    Objection,
    ObjectionAnswer,
    Outcome,
    Period,
    Reason,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.summary import Summary, merge
from ppid_core.summary.parts import KEPT, Oldest, OpenCase
from ppid_core.workdays import WorkdayCalendar

Count = Callable[..., Summary]

YEAR = ReportingPeriod(2020)
FIRST = date(2020, 1, 1)
FEW_DAYS = st.integers(0, 9).map(lambda days: FIRST + timedelta(days=days))
OPEN_CASES = st.builds(
    OpenCase,
    received_on=FEW_DAYS,
    due_on=FEW_DAYS,
    number=st.sampled_from(("", "1", "2")),
    agency=st.sampled_from(("", "DINKES")),
    count=st.integers(1, 3),
    state=st.sampled_from(("open_in_time", "open_late")),
    days=st.integers(0, 3),
    days_left=st.integers(0, 3),
    days_late=st.integers(0, 3),
)
PARTS = st.lists(OPEN_CASES, max_size=15).map(Oldest.of)


@given(PARTS, PARTS, PARTS)
def test_merging_is_associative_and_commutative_and_keeps_ten(a: Oldest, b: Oldest, c: Oldest) -> None:
    assert a.merge(b).merge(c) == a.merge(b.merge(c))
    assert a.merge(b) == b.merge(a)
    assert a == a.merge(Oldest()) == Oldest().merge(a)
    assert len(a.merge(b).cases) <= KEPT


@given(st.lists(st.lists(OPEN_CASES, max_size=15), max_size=4))
def test_the_oldest_of_parts_are_the_oldest_of_all(parts: list[list[OpenCase]]) -> None:
    merged = Oldest()
    for part in parts:
        merged = merged.merge(Oldest.of(part))

    assert Oldest.of([case for part in parts for case in part]) == merged


ANSWERED = Request(period=Period(2020, 2, 3), outcome=Outcome.GRANTED, notice_on=date(2020, 2, 4))
"""A row by which the register keeps outcomes and notices: a blank one beside it is an open case."""


def open_requests(number: int, chance: Random) -> list[Request]:
    """Return more open requests of a few days than are kept, so that many are equally old."""
    return [
        Request(
            number=f"{place:03}",
            period=Period.of(FIRST + timedelta(days=chance.randrange(6))),
            outcome=chance.choice((Outcome.PENDING, Outcome.UNANSWERED, None)),
            agency=chance.choice((None, AgencyRef(typed="DINKES"))),
            count=chance.randrange(3),
        )
        for place in range(number)
    ]


@settings(deadline=None)
@given(st.integers(0, 40), st.integers(1, 5), st.randoms(use_true_random=False))
def test_any_partition_of_open_requests_keeps_the_same_ten(
    count: Count, number: int, parts: int, chance: Random
) -> None:
    rows = open_requests(number, chance)
    shuffled = chance.sample(rows, len(rows))

    whole = count(ServiceYear(period=YEAR, requests=tuple(rows)))
    merged = merge(
        *(count(ServiceYear(period=YEAR, requests=tuple(shuffled[part::parts]))) for part in range(parts))
    )

    assert whole == merged
    listed = whole.branch("requests.oldest_open")
    is_kept = any(row.outcome for row in rows)
    days = sorted(
        row.period.first_day for row in rows if row.count and row.period and (row.outcome or is_kept)
    )
    assert days[:KEPT] == [case["received_on"] for case in listed]


@pytest.mark.parametrize("number", [KEPT - 1, KEPT, KEPT + 1])
def test_up_to_ten_open_requests_are_all_told(count: Count, number: int) -> None:
    rows = tuple(
        Request(number=f"{place:02}", period=Period(2020, 1, 6 + place), outcome=Outcome.PENDING)
        for place in range(number)
    )

    listed = count(ServiceYear(period=YEAR, requests=rows)).branch("requests.oldest_open")

    assert [case["number"] for case in listed] == [f"{place:02}" for place in range(min(number, KEPT))]


def test_an_open_case_says_how_it_stands_against_its_last_day(
    count: Count, workdays: WorkdayCalendar
) -> None:
    """Monday 3 February 2020; the tenth working day is Monday the 17th."""
    row = Request(number="7", period=Period(2020, 2, 3), agency=AgencyRef(typed="Dinas", code="04"))
    year = ServiceYear(period=YEAR, requests=(row, ANSWERED))
    received, due = date(2020, 2, 3), date(2020, 2, 17)

    def told(day: date) -> tuple[object, ...]:
        (case,) = count(year, day).branch("requests.oldest_open")
        assert (case["number"], case["agency"], case["count"]) == ("7", "04", 1)
        assert (case["received_on"], case["due_on"]) == (received, due)
        assert case["days"] == workdays.between(received, day)
        return case["state"], case["days_left"], case["days_late"]

    assert told(date(2020, 2, 14)) == ("open_in_time", 1, 0)
    assert told(due) == ("open_in_time", 0, 0)
    assert told(date(2020, 2, 18)) == ("open_late", 0, 1)
    assert told(date(2020, 2, 21)) == ("open_late", 0, 4)


def test_on_the_days_off_after_the_last_day_a_case_is_late_by_no_working_day_yet(count: Count) -> None:
    """Friday 7 February 2020; the tenth working day is Friday the 21st, then comes a weekend."""
    year = ServiceYear(period=YEAR, requests=(Request(period=Period(2020, 2, 7)), ANSWERED))

    (case,) = count(year, date(2020, 2, 22)).branch("requests.oldest_open")

    assert (case["due_on"], case["state"], case["days_late"]) == (date(2020, 2, 21), "open_late", 0)


def test_an_extension_moves_the_last_day_of_an_open_case(count: Count) -> None:
    row = Request(period=Period(2020, 2, 3), extended_on=date(2020, 2, 14))

    (case,) = count(ServiceYear(period=YEAR, requests=(row, ANSWERED)), date(2020, 2, 20)).branch(
        "requests.oldest_open"
    )

    assert (case["due_on"], case["state"]) == (date(2020, 2, 26), "open_in_time")


def test_open_requests_without_their_day_are_counted_beside_the_list(count: Count) -> None:
    undated = Request(period=Period(2020, 2), outcome=Outcome.UNANSWERED, count=4)
    dated = Request(period=Period(2020, 2, 3), outcome=Outcome.UNANSWERED)

    without, both = (
        count(ServiceYear(period=YEAR, requests=rows)) for rows in ((undated,), (undated, dated))
    )

    assert Absent(Reason.NO_DATES) == without.branch("requests.oldest_open")
    assert len(both.branch("requests.oldest_open")) == 1
    assert [one.figure("requests.undated_open") for one in (without, both)] == [4, 4]


def test_answered_and_withdrawn_requests_and_those_of_later_days_are_not_listed(count: Count) -> None:
    received = Request(period=Period(2020, 2, 3))
    rows = (
        evolve(received, outcome=Outcome.GRANTED),
        evolve(received, outcome=Outcome.WITHDRAWN),
        evolve(received, notice_on=date(2020, 2, 5)),
        evolve(received, period=Period(2020, 6, 2)),
        evolve(received, period=Period(2021, 1, 4)),
        evolve(received, count=0),
    )

    assert (
        count(ServiceYear(period=YEAR, requests=rows), date(2020, 3, 2)).branch("requests.oldest_open") == ()
    )


def test_an_objection_is_open_until_the_superior_answers(count: Count) -> None:
    """Monday 2 March 2020: Nyepi and Good Friday fall into the thirty working days."""
    filed = Objection(number="K-1", period=Period(2020, 3, 2), agency=AgencyRef(typed="DINKES"))
    rows = (
        filed,
        evolve(filed, number="K-2", answer=Coded(ObjectionAnswer.PENDING, "")),
        evolve(filed, number="K-3", answered_on=date(2020, 12, 1)),
        evolve(filed, number="K-4", answered_on=date(2020, 3, 9)),
        evolve(filed, number="K-5", answer=Coded(ObjectionAnswer.REJECTED, "")),
        evolve(filed, number="K-6", period=Period(2020, 3), answer=Coded(ObjectionAnswer.UNANSWERED, "")),
        evolve(filed, number="K-7", period=Period(2020, 3)),
    )

    summary = count(ServiceYear(period=YEAR, objections=rows), date(2020, 11, 30))

    listed = summary.branch("objections.oldest_open")
    assert [case["number"] for case in listed] == ["K-1", "K-2", "K-3"]
    assert {case["due_on"] for case in listed} == {date(2020, 4, 15)}
    assert summary.figure("objections.undated_open") == 1


def test_an_objection_that_is_carried_over_waits_longest_and_one_outside_the_year_is_none_of_it(
    count: Count,
) -> None:
    filed = Objection(number="K-1", period=Period(2020, 3, 2), answer=Coded(ObjectionAnswer.PENDING, ""))
    rows = (
        filed,
        evolve(filed, number="K-2", period=Period(2019, 12, 16), opening=2019),
        evolve(filed, number="K-3", period=Period(2019, 12, 16)),
        evolve(filed, number="K-4", period=Period(2021, 1, 4)),
    )

    listed = count(ServiceYear(period=YEAR, objections=rows), date(2021, 2, 1)).branch(
        "objections.oldest_open"
    )

    assert [case["number"] for case in listed] == ["K-2", "K-1"]


def test_an_objection_of_a_year_without_a_calendar_has_no_place(count: Count) -> None:
    row = Objection(period=Period(2005, 3, 2), answer=Coded(ObjectionAnswer.PENDING, ""))
    year = ServiceYear(period=ReportingPeriod(2005), objections=(row,))

    summary = count(year)

    assert Absent(Reason.NO_DATES) == summary.branch("objections.oldest_open")
    assert summary.figure("objections.undated_open") == 1


def test_nothing_personal_is_kept_of_an_open_case(count: Count) -> None:
    row = Request(
        period=Period(2020, 2, 3), applicant=Applicant(name="Rahasia Sekali"), subject="x", purpose="y"
    )

    summary = count(ServiceYear(period=YEAR, requests=(row,)))

    assert "Rahasia" not in repr(summary)
    assert {field.name for field in fields(OpenCase)} == {
        *("received_on", "due_on", "number", "agency", "count", "state", "days", "days_left", "days_late")
    }
