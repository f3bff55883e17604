"""Which due dates an amendment of the calendar moved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.law import Lawbook, Track
from ppid_core.model import (
    Absent,
    Closure,
    Dispute,
    Objection,
    Period,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.source import Source
from ppid_core.summary import Moved, moved
from ppid_core.workdays import WorkdayCalendar

LAW = Lawbook.load()
AMENDED = date(2020, 12, 1)
EVE = AMENDED - timedelta(days=1)
BEFORE, AFTER = (WorkdayCalendar.load(as_known_on=day) for day in (EVE, AMENDED))
HERE = Source(file="permohonan.csv", row=2)
REQUEST = Request(number="1/2020", period=Period(2020, 11, 27), extended_on=date(2020, 11, 30), source=HERE)
YEAR = ServiceYear(period=ReportingPeriod(2020))


def asked(year: ServiceYear, begun_by: date = EVE) -> tuple[Moved, ...]:
    return moved(year, LAW, BEFORE, AFTER, begun_by)


def test_a_due_date_behind_days_that_were_given_back_moves_forward() -> None:
    # Extended: from 27 November the last day is 23 December, from 30 November the next one that counts.
    before_them, behind_them = evolve(REQUEST, number="2/2020"), evolve(REQUEST, period=Period(2020, 11, 30))
    objection = Objection(number="K-1", period=Period(2020, 11, 16))

    found = asked(evolve(YEAR, requests=(before_them, behind_them), objections=(objection,)))

    assert [(one.register, one.number, one.before, one.after) for one in found] == [
        (Register.REQUESTS, "1/2020", date(2021, 1, 4), date(2020, 12, 28)),
        (Register.OBJECTIONS, "K-1", date(2021, 1, 7), date(2021, 1, 4)),
    ]
    assert [one.source for one in found] == [HERE, None]


@pytest.mark.parametrize(
    "row",
    [
        Dispute(number="S-1", filed=Period(2020, 8, 10)),
        Dispute(number="S-1", received_on=date(2020, 8, 10)),
    ],
)
def test_the_end_of_a_dispute_moves_with_the_calendar(row: Dispute) -> None:
    (found,) = asked(evolve(YEAR, disputes=(row,)))

    assert (found.register, found.number) == (Register.DISPUTES, "S-1")
    assert (found.before, found.after) == (date(2021, 1, 15), date(2021, 1, 12))


def test_only_cases_that_had_begun_are_told() -> None:
    began = date(2020, 11, 20)
    year = evolve(YEAR, objections=(Objection(number="K-1", period=Period.of(began)),))

    assert len(asked(year, began)) == 1
    assert asked(year, began - timedelta(days=1)) == ()


def test_an_extension_counts_only_where_it_was_granted_by_then() -> None:
    before, after = (
        WorkdayCalendar.load([Closure(on=day)], as_known_on=AMENDED)
        for day in (date(2020, 11, 16), date(2020, 12, 16))
    )
    received, extended_on = Period(2020, 11, 23), date(2020, 12, 4)
    year = evolve(YEAR, requests=(Request(number="1", period=received, extended_on=extended_on),))

    eve, then = (moved(year, LAW, before, after, day) for day in (date(2020, 12, 3), extended_on))

    assert eve == ()
    assert [(one.before, one.after) for one in then] == [(date(2020, 12, 17), date(2020, 12, 18))]


def test_a_case_without_a_day_and_a_line_that_stands_for_none_are_passed_over() -> None:
    row = Objection(number="K-1", period=Period(2020, 11, 20))

    assert asked(evolve(YEAR, objections=(evolve(row, period=Period(2020, 11)), evolve(row, count=0)))) == ()
    assert asked(evolve(YEAR, requests=Absent(), objections=Absent(), disputes=Absent())) == ()


def test_what_either_calendar_cannot_tell_is_left_out() -> None:
    unknown = WorkdayCalendar.load(as_known_on=date(2020, 5, 1))
    year = evolve(
        YEAR,
        requests=(Request(number="1", period=Period(2010, 4, 29)),),
        objections=(Objection(number="K-1", period=Period(2020, 11, 20)),),
    )

    assert moved(year, LAW, unknown, AFTER, EVE) == ()
    assert [one.number for one in asked(year)] == ["K-1"]


@given(st.dates(date(2020, 1, 2), EVE), st.sampled_from(Track))
def test_nothing_moves_between_a_calendar_and_itself(day: date, track: Track) -> None:
    calendar = WorkdayCalendar.load(track=track)
    year = evolve(YEAR, objections=(Objection(number="K-1", period=Period.of(day)),))

    assert moved(year, LAW, calendar, calendar, EVE) == ()
