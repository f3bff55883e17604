"""Counting along the calendar; oracles: the package ``holidays`` and ``numpy.busday_offset``."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.errors import CalendarRangeError
from ppid_core.law import CalendarYear, load_calendar
from ppid_core.workdays import WorkdayCalendar

CALENDAR = WorkdayCalendar.load()
YEARS = CALENDAR.years
FIRST, LAST = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)
DAYS = [FIRST + timedelta(days=offset) for offset in range((LAST - FIRST).days + 1)]
FREE = holidays.country_holidays("ID", years=YEARS, categories=("public", "government"))
CHECKSUMS = dict(
    zip(
        range(2010, 2028),
        (14, 14, 15, 17, 18, 16, 16, 21, 22, 15, 19, 13, 14, 21, 24, 24, 21, 19),
        strict=True,
    )
)
days = st.dates(FIRST, LAST)
early = st.dates(FIRST, date(YEARS[-1], 6, 30))
counts = st.integers(0, 100)


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        (date(2020, 12, 18), 10, date(2021, 1, 7)),
        (date(2023, 4, 10), 10, date(2023, 5, 2)),
        (date(2018, 5, 25), 30, date(2018, 7, 23)),
        (date(2023, 4, 15), 10, date(2023, 5, 8)),
        (date(2010, 4, 30), 10, date(2010, 5, 17)),
        (date(2026, 12, 18), 10, date(2027, 1, 7)),
    ],
    ids=[
        "request over new year",
        "request over Idul Fitri",
        "objection over election",
        "received on a Saturday",
        "request on the first day of the act",
        "request over the last new year known",
    ],
)
def test_worked_examples_counted_by_hand(start: date, n: int, due: date) -> None:
    assert CALENDAR.add(start, n) == due
    assert CALENDAR.between(start, due) == n


def test_the_calendar_begins_with_the_year_of_the_act_and_reaches_into_2027() -> None:
    assert tuple(CHECKSUMS) == YEARS == tuple(range(2010, 2028))


def test_the_day_after_a_window_is_late() -> None:
    assert CALENDAR.between(date(2018, 5, 25), date(2018, 7, 24)) == 31


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2020, 12, 9), "libur nasional (Keppres 22/2020)"),
        (date(2020, 12, 24), "cuti bersama (Keppres 17/2020)"),
        (date(2020, 12, 25), "libur nasional (SKB Menag 728/2019, Menaker 213/2019, MenPANRB 01/2019)"),
        (date(2020, 12, 26), "hari Sabtu"),
        (date(2020, 12, 27), "hari Minggu"),
        (date(2020, 12, 28), None),
        (
            date(2012, 12, 31),
            "cuti bersama (SKB perubahan tentang cuti bersama tahun 2012 (belum diverifikasi))",
        ),
        (date(2024, 11, 27), "libur nasional (Keppres 33/2024)"),
        (date(2027, 3, 10), "libur nasional (SKB Menag 1205/2026, Menaker 3/2026, MenPANRB 2/2026)"),
    ],
)
def test_a_day_that_does_not_count_names_its_decree(day: date, why: str | None) -> None:
    assert CALENDAR.why(day) == why


def test_reasons_are_told_in_english_too() -> None:
    calendar = WorkdayCalendar.load([date(2020, 3, 3)])

    reasons = [calendar.why(date(2020, *day), "en") for day in ((12, 24), (2, 29), (3, 3))]

    assert reasons == ["joint leave (Keppres 17/2020)", "Saturday", "local holiday or closure"]


@pytest.mark.parametrize(("year", "weekdays"), CHECKSUMS.items())
def test_non_working_weekdays_of_a_year_equal_the_checksum(year: int, weekdays: int) -> None:
    of_year = [day for day in DAYS if day.year == year and day.weekday() < 5]

    assert sum(not CALENDAR.is_working_day(day) for day in of_year) == weekdays


def test_every_day_agrees_with_the_holidays_package() -> None:
    ours = {day for day in DAYS if not CALENDAR.is_working_day(day)}
    theirs = {day for day in DAYS if day.weekday() >= 5 or day in FREE}

    assert ours == theirs


@pytest.mark.parametrize("n", [1, 10, 17, 30, 100])
def test_every_due_date_agrees_with_numpy(n: int) -> None:
    starts = [day for day in DAYS if day < date(YEARS[-1], 7, 1)]
    free = np.array(sorted(FREE), dtype="datetime64[D]")
    due = np.busday_offset(np.array(starts, dtype="datetime64[D]"), n, roll="backward", holidays=free)

    assert [CALENDAR.add(start, n) for start in starts] == due.tolist()


@given(st.dates(FIRST, date(YEARS[-1] - 1, 12, 31)), st.integers(1, 100), counts)
def test_adding_in_two_steps_is_adding_at_once(start: date, n: int, m: int) -> None:
    assert CALENDAR.add(CALENDAR.add(start, n), m) == CALENDAR.add(start, n + m)


@given(days, days, days)
def test_between_is_additive(a: date, b: date, c: date) -> None:
    assert CALENDAR.between(a, b) + CALENDAR.between(b, c) == CALENDAR.between(a, c)


@given(early, counts)
def test_exactly_n_working_days_lie_up_to_the_due_date(start: date, n: int) -> None:
    due = CALENDAR.add(start, n)

    passed = [start + timedelta(days=offset) for offset in range(1, (due - start).days + 1)]

    assert sum(CALENDAR.is_working_day(day) for day in passed) == n
    assert CALENDAR.between(start, due) == n


@given(early, early, counts)
def test_who_comes_later_is_not_due_earlier(a: date, b: date, n: int) -> None:
    first, second = sorted((a, b))

    assert CALENDAR.add(first, n) <= CALENDAR.add(second, n)


@given(days)
def test_a_day_counts_or_has_a_reason(day: date) -> None:
    assert CALENDAR.is_working_day(day) == (CALENDAR.why(day) is None)


def test_zero_working_days_is_the_day_itself() -> None:
    assert CALENDAR.add(date(2020, 12, 26), 0) == date(2020, 12, 26)


def test_counting_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        CALENDAR.add(date(2020, 12, 26), -1)


def test_closures_of_the_body_do_not_count() -> None:
    closed = WorkdayCalendar.load([date(2020, 12, 21), date(2020, 12, 26)])

    assert closed.why(date(2020, 12, 21)) == "libur atau penutupan setempat"
    assert closed.add(date(2020, 12, 18), 10) == date(2021, 1, 8)


def test_a_body_may_work_through_joint_leave_but_not_through_holidays() -> None:
    working = WorkdayCalendar.load(cuti_bersama=False)

    assert working.is_working_day(date(2020, 12, 24))
    assert not working.is_working_day(date(2020, 12, 25))
    assert working.add(date(2020, 12, 18), 10) == date(2021, 1, 5)


def test_the_version_names_decrees_closures_and_joint_leave() -> None:
    versions = [
        CALENDAR.version,
        WorkdayCalendar.load([date(2020, 12, 21)]).version,
        WorkdayCalendar.load(cuti_bersama=False).version,
        WorkdayCalendar(decreed=load_calendar()[1:]).version,
    ]

    assert sorted(set(versions)) == sorted(versions)
    assert WorkdayCalendar.load().version == CALENDAR.version
    assert WorkdayCalendar.load([LAST, FIRST]).version == WorkdayCalendar.load([FIRST, LAST, LAST]).version


@pytest.mark.parametrize("day", [FIRST - timedelta(days=1), LAST + timedelta(days=1), date.min, date.max])
def test_unknown_years_raise_and_are_never_free_of_holidays(day: date) -> None:
    for ask in (CALENDAR.is_working_day, CALENDAR.why, lambda day: CALENDAR.add(day, 0)):
        with pytest.raises(CalendarRangeError, match=f"tahun {YEARS[0]}–{YEARS[-1]}"):
            ask(day)
    with pytest.raises(CalendarRangeError):
        CALENDAR.between(FIRST, day)


def test_a_due_date_beyond_the_known_years_raises() -> None:
    with pytest.raises(CalendarRangeError, match="lewat dari tahun"):
        CALENDAR.add(LAST, 1)


@pytest.mark.parametrize("years", [(), (2020, 2022), (2021, 2020)])
def test_a_calendar_with_a_gap_is_refused(years: tuple[int, ...]) -> None:
    known = {year.year: year for year in load_calendar()}
    decreed: tuple[CalendarYear, ...] = tuple(known[year] for year in years)

    with pytest.raises(ValueError, match="without a gap"):
        WorkdayCalendar(decreed=decreed)
