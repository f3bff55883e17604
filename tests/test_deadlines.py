from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.deadlines import report_due_on, request_due_on
from ppid_core.errors import NotInForceError
from ppid_core.law import Lawbook, MonthDay, Parameter
from ppid_core.workdays import WorkdayCalendar

MOVED = """
[[report_due]]
since = 2010-01-01
value = { month = 3, day = 31 }
citation = { instrument = "Perki 1/2010" }
confidence = "confirmed"
checked_on = 2026-01-01

[[report_due]]
since = 2021-02-01
value = { month = 4, day = 30 }
citation = { instrument = "Perki 1/2021" }
confidence = "confirmed"
checked_on = 2026-01-01
"""
LAW, WORKDAYS = Lawbook.load(), WorkdayCalendar.load()


def test_a_request_is_due_ten_working_days_after_its_receipt() -> None:
    assert request_due_on(date(2020, 12, 18), LAW, WORKDAYS) == date(2021, 1, 7)


def test_the_extension_is_counted_from_the_original_due_date() -> None:
    assert request_due_on(date(2020, 12, 18), LAW, WORKDAYS, extended=True) == date(2021, 1, 18)


def test_a_request_from_before_the_act_has_no_due_date() -> None:
    with pytest.raises(NotInForceError):
        request_due_on(date(2010, 4, 29), LAW, WORKDAYS)


@pytest.mark.parametrize(
    ("year", "due"),
    [
        (2020, date(2021, 3, 31)),
        (2021, date(2022, 3, 31)),
        (2023, date(2024, 3, 31)),
        (2024, date(2025, 3, 31)),
    ],
    ids=["ordinary", "under Perki 1/2021", "Sunday and Easter", "Idul Fitri"],
)
def test_the_report_is_due_on_31_march_also_where_that_is_a_holiday(year: int, due: date) -> None:
    assert report_due_on(date(year, 12, 31), LAW) == due


def test_the_report_is_judged_by_the_law_of_the_day_it_is_due() -> None:
    changed = evolve(LAW, report_due=Parameter.from_toml(MOVED, "report_due", MonthDay))

    assert report_due_on(date(2020, 12, 31), changed) == date(2021, 4, 30)
