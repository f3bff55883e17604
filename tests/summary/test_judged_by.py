"""Requests of which the judging fields are the same are judged once: nothing else may tell."""

from __future__ import annotations

from datetime import date
from typing import Any
from unittest.mock import patch

from attrs import evolve, fields
from hypothesis import given
from tests.years import shared_years

from ppid_core.law import Lawbook
from ppid_core.model import ReportingPeriod, Request, ServiceYear
from ppid_core.summary import listed, summarize
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


def test_requests_that_are_alike_are_judged_once_and_others_apart() -> None:
    days = (9, 9, 10)
    rows = tuple(Request(number=str(at), notice_on=date(2023, 1, day)) for at, day in enumerate(days))
    year = ServiceYear(period=ReportingPeriod(2023), requests=rows)

    with patch.object(Stopwatch, "judgement", autospec=True, side_effect=Stopwatch.judgement) as judgement:
        summarize(year, Lawbook.load(), WorkdayCalendar.load(), date(2023, 12, 31))

    assert judgement.call_count == len(set(days))
