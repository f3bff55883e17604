"""Which requests of a year are refusals for whoever only prints it."""

from __future__ import annotations

from ppid_core.model import Outcome, Period, ReportingPeriod, Request, ServiceYear
from ppid_core.rules.casebook.refusals import refusals_of


def test_what_was_granted_not_counted_carried_over_or_of_another_year_is_no_refusal_of_the_year() -> None:
    rows = (
        Request(number="1", outcome=Outcome.REFUSED, period=Period(2023, 5)),
        Request(number="2", outcome=Outcome.GRANTED),
        Request(number="3", outcome=Outcome.REFUSED, opening=2022),
        Request(number="4", outcome=Outcome.REFUSED, count=0),
        Request(number="5", outcome=Outcome.REFUSED, period=Period(2022, 5)),
        Request(number="6", outcome=Outcome.PARTLY_GRANTED),
    )
    year = ServiceYear(period=ReportingPeriod(2023), requests=rows)

    assert [one.row.number for one in refusals_of(year)] == ["1", "6"]
