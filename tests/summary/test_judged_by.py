"""Requests of which the judging fields are the same are judged once: nothing else may tell."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve, fields
from hypothesis import given
from tests.years import shared_years

from ppid_core.law import Lawbook
from ppid_core.model import Request, ServiceYear
from ppid_core.summary import listed
from ppid_core.summary.durations import JUDGED_BY, Stopwatch
from ppid_core.workdays import WorkdayCalendar

OTHERS: dict[str, Any] = {
    one.name: one.default for one in fields(Request) if one.name not in {*JUDGED_BY, "period", "count"}
}


@given(shared_years())
def test_no_other_field_tells_how_long_a_request_took_or_whether_it_is_closed(year: ServiceYear) -> None:
    law, workdays = Lawbook.load(), WorkdayCalendar.of(year)
    for row in listed(year.requests):
        alone = Stopwatch(law=law, workdays=workdays, as_of=year.as_of)
        bare = Stopwatch(law=law, workdays=workdays, as_of=year.as_of)
        assert alone.judgement(row) == bare.judgement(evolve(row, **OTHERS))


def test_each_judging_field_is_one_of_a_request() -> None:
    assert set(JUDGED_BY) < {one.name for one in fields(Request)}


def test_requests_that_differ_by_a_day_are_judged_apart() -> None:
    watch = Stopwatch(law=Lawbook.load(), workdays=WorkdayCalendar.load(), as_of=date(2023, 12, 31))
    one, other = (Request(notice_on=date(2023, 1, day)) for day in (9, 10))
    assert watch.judgement(one) is watch.judgement(evolve(one, number="2"))
    assert watch.judgement(one) is not watch.judgement(other)
