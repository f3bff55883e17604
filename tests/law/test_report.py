from __future__ import annotations

from datetime import date

import pytest

from ppid_core.law import MonthDay


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2020, 12, 31), date(2021, 3, 31)),
        (date(2021, 3, 30), date(2021, 3, 31)),
        (date(2021, 3, 31), date(2022, 3, 31)),
    ],
)
def test_a_yearly_day_comes_next_after_a_day(day: date, following: date) -> None:
    assert MonthDay(month=3, day=31).after(day) == following


@pytest.mark.parametrize(("month", "day"), [(2, 29), (13, 1), (4, 31), (0, 1)])
def test_a_day_that_some_year_lacks_is_refused(month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"month|day"):
        MonthDay(month=month, day=day)
