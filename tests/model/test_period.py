"""Periods of three precisions, and the periods that reports cover."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.model import Period, ReportingPeriod, YearPart
from ppid_core.testing.strategies import days, periods, reporting_periods

CALENDAR = {day.isoformat(): day for day in (date(2018, 12, 1) + timedelta(n) for n in range(1000))}
YEAR, MONTH, DAY = Period(2020), Period(2020, 2), Period(2020, 2, 13)


def close() -> st.SearchStrategy[Period]:
    """Return periods within two years, so that they meet often; their days can be listed."""
    day = st.dates(date(2019, 11, 1), date(2020, 3, 31))
    return st.one_of(
        day.map(Period.of), day.map(lambda on: Period(on.year, on.month)), day.map(lambda on: Period(on.year))
    )


def all_days(period: Period) -> list[date]:
    """List the days of ``period`` by their ISO text: an oracle that knows no first or last day."""
    return [day for text, day in CALENDAR.items() if text.startswith(str(period))]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Period(2019), YEAR, True),
        (YEAR, Period(2019), False),
        (YEAR, YEAR, None),
        (YEAR, MONTH, None),
        (MONTH, YEAR, None),
        (Period(2020, 1), MONTH, True),
        (Period(2020, 3), MONTH, False),
        (MONTH, MONTH, None),
        (MONTH, DAY, None),
        (DAY, MONTH, None),
        (DAY, DAY, False),
        (Period(2020, 2, 12), DAY, True),
        (Period(2020, 2, 14), DAY, False),
        (Period(2020, 2, 29), MONTH, False),
        (MONTH, Period(2020, 2, 1), False),
        (Period(2020, 12, 31), YEAR, False),
        (Period(2019, 12), Period(2020, 1, 1), True),
    ],
)
def test_before_says_yes_no_or_that_the_precision_leaves_it_open(
    one: Period, other: Period, *, expected: bool | None
) -> None:
    assert expected is one.before(other)


@given(close(), close())
def test_before_is_what_all_days_of_both_agree_on(one: Period, other: Period) -> None:
    answers = {earlier < later for earlier, later in product(all_days(one), all_days(other))}
    expected = answers.pop() if len(answers) == 1 else None
    assert expected is one.before(other)


@given(periods(), periods())
def test_two_periods_are_never_each_before_the_other(one: Period, other: Period) -> None:
    assert not (one.before(other) and other.before(one))


@given(periods())
def test_no_period_is_before_itself(period: Period) -> None:
    assert not period.before(period)


@given(periods())
def test_a_period_is_read_as_it_is_written(period: Period) -> None:
    assert period == Period.parse(str(period))


@pytest.mark.parametrize(
    ("period", "written"), [(YEAR, "2020"), (MONTH, "2020-02"), (DAY, "2020-02-13"), (Period(7), "0007")]
)
def test_a_period_is_written_with_as_many_parts_as_are_known(period: Period, written: str) -> None:
    assert written == str(period)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20",
        "2020-2",
        "2020-02-3",
        "2020-02-13-01",
        "2020-13",
        "2020-00",
        "2020-02-30",
        "2021-02-29",
        "0000",
        "-2020",
        "+2020",
        " 2020",
        "2020\n",
        "2_20",
        "٢٠٢٠",
        "2020/02",
        "Februari 2020",
    ],
)
def test_what_is_no_iso_8601_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2020, 13, None),
        (2020, 0, None),
        (2020, -1, None),
        (2020, 2, 30),
        (2021, 2, 29),
        (2020, 2, 0),
        (2020, None, 5),
        (0, None, None),
        (10000, None, None),
    ],
)
def test_a_period_that_no_calendar_has_is_refused(year: int, month: int | None, day: int | None) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Period(year, month, day)


@given(days())
def test_a_day_is_exact_and_its_own_first_and_last_day(day: date) -> None:
    period = Period.of(day)
    assert (day, day, day) == (period.exact, period.first_day, period.last_day)


@given(periods())
def test_a_period_is_exact_only_where_its_day_is_known(period: Period) -> None:
    assert (period.day is not None) == (period.exact is not None)


@given(close())
def test_first_and_last_day_are_those_of_all_its_days(period: Period) -> None:
    covered = all_days(period)
    assert (covered[0], covered[-1]) == (period.first_day, period.last_day)


def test_sorted_a_year_stands_before_its_months_and_these_before_their_days() -> None:
    expected = [Period(2019, 12), YEAR, Period(2020, 1, 31), MONTH, DAY, Period(2020, 3), Period(2021)]
    assert expected == sorted(set(expected))


@given(periods(), periods())
def test_a_period_before_another_is_sorted_before_it(one: Period, other: Period) -> None:
    assert one < other or not one.before(other)


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        (YearPart.YEAR, 1, 12),
        (YearPart.SEMESTER_1, 1, 6),
        (YearPart.SEMESTER_2, 7, 12),
        (YearPart.QUARTER_1, 1, 3),
        (YearPart.QUARTER_2, 4, 6),
        (YearPart.QUARTER_3, 7, 9),
        (YearPart.QUARTER_4, 10, 12),
        (YearPart.FIRST_MONTH, 1, 1),
        (YearPart.FIRST_11_MONTHS, 1, 11),
    ],
)
def test_a_part_of_the_year_has_its_months(part: YearPart, first: int, last: int) -> None:
    assert list(range(first, last + 1)) == list(part.months)


def test_every_part_of_the_year_has_months() -> None:
    beginnings = [1, 2, 4, 5, 7, 8, 9, 10, 11]
    assert sorted([12, 6, 6, 3, 3, 3, 3, *beginnings]) == sorted(len(part.months) for part in YearPart)


@pytest.mark.parametrize(
    ("covered", "first", "last"),
    [
        (ReportingPeriod(2020), date(2020, 1, 1), date(2020, 12, 31)),
        (ReportingPeriod(2020, YearPart.SEMESTER_1), date(2020, 1, 1), date(2020, 6, 30)),
        (ReportingPeriod(2020, YearPart.QUARTER_1), date(2020, 1, 1), date(2020, 3, 31)),
        (ReportingPeriod(2019, YearPart.QUARTER_4), date(2019, 10, 1), date(2019, 12, 31)),
    ],
)
def test_a_reporting_period_has_its_first_and_last_day(
    covered: ReportingPeriod, first: date, last: date
) -> None:
    assert (first, last) == (covered.first_day, covered.last_day)


@given(st.integers(2010, 2027))
def test_quarters_follow_each_other_without_a_gap(year: int) -> None:
    quarters = [ReportingPeriod(year, part) for part in YearPart if len(part.months) == 3]
    gaps = [later.first_day - earlier.last_day for earlier, later in pairwise(quarters)]
    assert [timedelta(1)] * 3 == gaps


@pytest.mark.parametrize("year", [0, -1, 10000])
def test_a_report_about_a_year_that_no_calendar_has_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match=r"year"):
        ReportingPeriod(year)


@given(reporting_periods(), close())
def test_a_report_may_hold_what_shares_a_day_with_it(covered: ReportingPeriod, period: Period) -> None:
    shared = [day for day in all_days(period) if covered.first_day <= day <= covered.last_day]
    assert bool(shared) == covered.may_hold(period)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(2020), True),
        (Period(2020, 6), True),
        (Period(2020, 7), False),
        (Period(2020, 6, 30), True),
        (Period(2020, 7, 1), False),
        (Period(2019, 12, 31), False),
        (Period(2019), False),
    ],
)
def test_a_first_half_may_hold(period: Period, *, expected: bool) -> None:
    assert expected is ReportingPeriod(2020, YearPart.SEMESTER_1).may_hold(period)
