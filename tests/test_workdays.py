"""Counting along the calendar; oracles: the package ``holidays`` and ``numpy.busday_offset``."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, time, timedelta

import holidays
import numpy as np
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_core.errors import CalendarRangeError
from ppid_core.language import Bilingual
from ppid_core.law import CalendarYear, Track, load_calendar
from ppid_core.model import Closure
from ppid_core.workdays import WorkdayCalendar

CALENDAR = WorkdayCalendar.load()
YEARS = CALENDAR.years
FIRST, LAST = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)
DAYS = [FIRST + timedelta(days=offset) for offset in range((LAST - FIRST).days + 1)]
PACKAGE = holidays.country_holidays("ID", years=YEARS, categories=("public", "government"))
WRONG_IN_THE_PACKAGE = {
    date(2010, 2, 15): "SKB 1/2009: Imlek is Sunday 14 February",
    date(2013, 2, 11): "SKB 5/2012: Imlek is Sunday 10 February",
    date(2016, 6, 1): "Keppres 24/2016: a holiday from 2017 on",
}
"""Each weekday that the package takes for a holiday, with the decree by which it is a working day."""
WRONG_IN_KIND = {
    date(2015, 12, 24): "SKB 5/2014: joint leave for Natal, not a second Maulid",
}
"""Each day that is free by the package too, but as something else, with the decree."""
FREE = PACKAGE.keys() - WRONG_IN_THE_PACKAGE.keys()
CHECKSUMS = dict(
    zip(
        range(2010, 2028),
        (13, 14, 15, 16, 18, 16, 15, 21, 22, 15, 19, 13, 14, 21, 24, 24, 21, 19),
        strict=True,
    )
)
days = st.dates(FIRST, LAST)
counts = st.integers(0, 100)
times = st.none() | st.times()
TURNS = (date(2017, 6, 14), date(2020, 8, 17), date(2020, 11, 30), date(2020, 12, 1), date(2021, 6, 17))
"""Days just before or on which a track got a decree of its own, or the tracks parted."""
AHEAD = 250
"""Days that hold more than 100 working days, however many closures are drawn."""


@st.composite
def calendars(draw: st.DrawFn) -> WorkdayCalendar:
    """Draw a calendar: each track, in the state of some day, with or without joint leave, with closures."""
    return WorkdayCalendar.load(
        [Closure(on=day) for day in draw(st.lists(days, max_size=5))],
        cuti_bersama=draw(st.booleans()),
        track=draw(st.sampled_from(Track)),
        as_known_on=draw(st.none() | st.sampled_from(TURNS) | st.dates(date(2010, 6, 15), LAST)),
    )


def within(calendar: WorkdayCalendar, ahead: int = 0) -> st.SearchStrategy[date]:
    """Return days of a calendar after which so many more are known."""
    return st.dates(FIRST, date(calendar.years[-1], 12, 31) - timedelta(days=ahead))


def at(day: date, time_of_day: time | None) -> date:
    """Return a day with or without a time: a database gives either."""
    return day if time_of_day is None else datetime.combine(day, time_of_day)


def passed(start: date, end: date) -> list[date]:
    """Return the days after ``start`` up to ``end``."""
    return [start + timedelta(days=offset) for offset in range(1, (end - start).days + 1)]


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
    reason = CALENDAR.why(day)

    assert (reason and reason.id) == why


def test_reasons_are_told_in_english_too() -> None:
    calendar = WorkdayCalendar.load([Closure(on=date(2020, 3, 3))])

    reasons = [calendar.why(date(2020, *day)) for day in ((12, 24), (2, 29), (3, 3))]

    assert [reason and reason.en for reason in reasons] == [
        "joint leave (Keppres 17/2020)",
        "Saturday",
        "local holiday or closure",
    ]


@pytest.mark.parametrize(("year", "weekdays"), CHECKSUMS.items())
def test_non_working_weekdays_of_a_year_equal_the_checksum(year: int, weekdays: int) -> None:
    of_year = [day for day in DAYS if day.year == year and day.weekday() < 5]

    assert sum(not CALENDAR.is_working_day(day) for day in of_year) == weekdays


def test_every_day_but_those_listed_agrees_with_the_holidays_package() -> None:
    ours = {day for day in DAYS if not CALENDAR.is_working_day(day)}
    theirs = {day for day in DAYS if day.weekday() >= 5 or day in PACKAGE}

    assert theirs - ours == WRONG_IN_THE_PACKAGE.keys()
    assert ours - theirs == set()


def test_every_national_holiday_on_a_weekday_but_those_listed_is_one_in_the_package() -> None:
    public = holidays.country_holidays("ID", years=YEARS).keys() - WRONG_IN_THE_PACKAGE.keys()
    free = WorkdayCalendar.load(cuti_bersama=False).days.free

    assert {day for day in public if day.weekday() < 5} - WRONG_IN_KIND.keys() == {
        day for day in free if day.weekday() < 5
    }


@pytest.mark.parametrize("n", [1, 10, 17, 30, 100])
def test_every_due_date_agrees_with_numpy(n: int) -> None:
    starts = [day for day in DAYS if day < date(YEARS[-1], 7, 1)]
    free = np.array(sorted(FREE), dtype="datetime64[D]")
    due = np.busday_offset(np.array(starts, dtype="datetime64[D]"), n, roll="backward", holidays=free)

    assert [CALENDAR.add(start, n) for start in starts] == due.tolist()


@given(st.data(), calendars(), st.integers(1, 100), counts)
def test_adding_in_two_steps_is_adding_at_once(
    data: st.DataObject, calendar: WorkdayCalendar, n: int, m: int
) -> None:
    start = data.draw(within(calendar, 2 * AHEAD))

    assert calendar.add(calendar.add(start, n), m) == calendar.add(start, n + m)


@given(st.data(), calendars())
def test_between_is_additive(data: st.DataObject, calendar: WorkdayCalendar) -> None:
    a, b, c = (data.draw(within(calendar)) for _ in range(3))

    assert calendar.between(a, b) + calendar.between(b, c) == calendar.between(a, c)
    assert calendar.between(a, b) == -calendar.between(b, a)


@given(st.data(), calendars(), counts)
def test_exactly_n_working_days_lie_up_to_the_due_date(
    data: st.DataObject, calendar: WorkdayCalendar, n: int
) -> None:
    start = data.draw(within(calendar, AHEAD))

    due = calendar.add(start, n)

    assert sum(calendar.is_working_day(day) for day in passed(start, due)) == n
    assert calendar.between(start, due) == n
    assert n == 0 or calendar.is_working_day(due)


@given(st.data(), calendars(), counts, counts)
def test_who_comes_later_or_has_more_time_is_not_due_earlier(
    data: st.DataObject, calendar: WorkdayCalendar, n: int, m: int
) -> None:
    first, second = sorted(data.draw(st.tuples(*[within(calendar, AHEAD)] * 2)))
    few, many = sorted((n, m))

    assert calendar.add(first, few) <= calendar.add(second, few)
    assert calendar.add(first, few) <= calendar.add(first, many)


@given(st.data(), calendars())
def test_a_day_counts_or_has_a_reason(data: st.DataObject, calendar: WorkdayCalendar) -> None:
    day = data.draw(within(calendar))

    assert calendar.is_working_day(day) == (calendar.why(day) is None)


@given(st.data(), calendars(), counts, times, times)
def test_a_time_of_day_counts_as_its_day(
    data: st.DataObject, calendar: WorkdayCalendar, n: int, early: time | None, late: time | None
) -> None:
    day, other = data.draw(within(calendar, AHEAD)), data.draw(within(calendar))

    due = calendar.add(at(day, early), n)

    assert (type(due), due) == (date, calendar.add(day, n))
    assert calendar.is_working_day(at(day, early)) == calendar.is_working_day(day)
    assert calendar.why(at(day, early)) == calendar.why(day)
    assert calendar.between(at(day, early), at(other, late)) == calendar.between(day, other)


@settings(max_examples=25)
@given(calendars(), calendars())
def test_calendars_of_the_same_version_have_the_same_days(
    first: WorkdayCalendar, second: WorkdayCalendar
) -> None:
    free = [
        [day for day in DAYS if day.year not in calendar.years or not calendar.is_working_day(day)]
        for calendar in (first, second)
    ]

    assert free[0] == free[1] or first.version != second.version
    assert evolve(first).version == first.version


def test_zero_working_days_is_the_day_itself() -> None:
    assert CALENDAR.add(date(2020, 12, 26), 0) == date(2020, 12, 26)


def test_counting_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        CALENDAR.add(date(2020, 12, 26), -1)


def test_closures_of_the_body_do_not_count() -> None:
    closed = WorkdayCalendar.load(
        [Closure(on=date(2020, 12, 21), reason="Hari jadi"), Closure(on=date(2020, 12, 26))]
    )

    assert closed.why(date(2020, 12, 21)) == Bilingual("Hari jadi", "Hari jadi")
    assert closed.add(date(2020, 12, 18), 10) == date(2021, 1, 8)


@pytest.mark.parametrize(
    ("day", "why", "slug"),
    [
        (date(2020, 12, 21), "Hari jadi", "closure"),
        (date(2020, 12, 22), "libur atau penutupan setempat", "closure"),
        (date(2020, 12, 26), "hari Sabtu", "saturday"),
        (date(2020, 12, 27), "hari Minggu", "sunday"),
        (date(2020, 12, 24), "cuti bersama (Keppres 17/2020)", "cuti_bersama"),
        (date(2020, 12, 9), "libur nasional (Keppres 22/2020)", "libur_nasional"),
    ],
)
def test_a_closure_is_the_reason_only_of_a_day_that_would_count(day: date, why: str, slug: str) -> None:
    reason = "Hari jadi" if why == "Hari jadi" else ""
    closed = WorkdayCalendar.load([Closure(on=day, reason=reason)])

    told = closed.why(day)

    assert told is not None
    assert (told.id, closed.rest(day)) == (why, slug)


def test_a_closure_on_a_weekend_or_a_holiday_changes_no_count() -> None:
    idle = [date(2020, 12, 26), date(2020, 12, 27), date(2020, 12, 24), date(2020, 12, 25)]
    closed = WorkdayCalendar.load([Closure(on=day, reason="Hari jadi") for day in idle])

    assert [closed.is_working_day(day) for day in DAYS] == [CALENDAR.is_working_day(day) for day in DAYS]
    assert [closed.why(day) for day in idle] == [CALENDAR.why(day) for day in idle]


def test_of_two_closures_on_a_day_the_first_is_kept() -> None:
    day, other = date(2020, 12, 21), date(2020, 12, 22)
    named, again = Closure(on=day, reason="Hari jadi"), Closure(on=day, reason="Banjir")

    closed = WorkdayCalendar.load([Closure(on=other), named, again])

    assert closed.closures == (named, Closure(on=other))
    assert closed.why(day) == Bilingual("Hari jadi", "Hari jadi")


def test_a_closure_where_joint_leave_was_later_given_back_counts_from_then_on() -> None:
    day = date(2020, 12, 28)
    eve, after = (
        WorkdayCalendar.load([Closure(on=day, reason="Banjir")], as_known_on=known)
        for known in (date(2020, 11, 30), date(2020, 12, 1))
    )

    reasons = [calendar.why(day) for calendar in (eve, after)]

    assert [reason and reason.id for reason in reasons] == ["cuti bersama (Keppres 17/2020)", "Banjir"]


@pytest.mark.parametrize("track", Track)
def test_a_day_in_dispute_on_which_the_body_was_closed_anyway_decides_nothing(track: Track) -> None:
    start, day, end = date(2021, 12, 1), date(2021, 12, 24), date(2021, 12, 31)

    assert WorkdayCalendar.load(track=track).disputed(start, end) == (day,)
    assert WorkdayCalendar.load([Closure(on=day)], track=track).disputed(start, end) == ()
    assert WorkdayCalendar.load(track=track, cuti_bersama=False).disputed(start, end) == ()


@pytest.mark.parametrize(
    ("known_on", "track", "due"),
    [
        (None, Track.BOTH, date(2021, 1, 7)),
        (date(2020, 11, 30), Track.BOTH, date(2021, 1, 12)),
        (date(2020, 12, 1), Track.BOTH, date(2021, 1, 7)),
        (date(2020, 12, 1), Track.UMUM, date(2021, 1, 7)),
        (date(2020, 12, 1), Track.ASN, date(2021, 1, 12)),
        (date(2020, 12, 8), Track.ASN, date(2021, 1, 7)),
    ],
)
def test_a_due_date_is_that_of_the_decrees_known_on_a_day(
    known_on: date | None, track: Track, due: date
) -> None:
    calendar = WorkdayCalendar.load(track=track, as_known_on=known_on)

    assert calendar.add(date(2020, 12, 18), 10) == due


def test_a_track_is_known_by_its_word_and_no_other() -> None:
    assert WorkdayCalendar(track="asn").track is Track.ASN
    with pytest.raises(ValueError, match="pns"):
        WorkdayCalendar(track="pns")


def test_years_in_which_a_track_follows_the_other_are_told() -> None:
    assert WorkdayCalendar.load(track=Track.ASN).following_years == (*range(2010, 2017), 2027)
    assert WorkdayCalendar.load(track=Track.UMUM).following_years == ()
    assert CALENDAR.following_years == ()


def test_a_body_may_work_through_joint_leave_but_not_through_holidays() -> None:
    working = WorkdayCalendar.load(cuti_bersama=False)

    assert working.is_working_day(date(2020, 12, 24))
    assert not working.is_working_day(date(2020, 12, 25))
    assert working.add(date(2020, 12, 18), 10) == date(2021, 1, 5)


def test_the_version_names_decrees_closures_and_joint_leave() -> None:
    versions = [
        CALENDAR.version,
        WorkdayCalendar.load([Closure(on=date(2020, 12, 21))]).version,
        WorkdayCalendar.load(cuti_bersama=False).version,
        WorkdayCalendar(decreed=load_calendar()[1:]).version,
        WorkdayCalendar.load(track=Track.ASN).version,
        WorkdayCalendar.load(track=Track.UMUM).version,
        WorkdayCalendar.load(as_known_on=date(2020, 12, 1)).version,
        WorkdayCalendar.load(as_known_on=date(2020, 11, 30)).version,
    ]

    assert sorted(set(versions)) == sorted(versions)
    assert WorkdayCalendar.load().version == CALENDAR.version
    closures = [Closure(on=FIRST), Closure(on=LAST)]
    assert (
        WorkdayCalendar.load(closures).version
        == WorkdayCalendar.load([*reversed(closures), *closures]).version
    )


@pytest.mark.slow
def test_the_version_is_the_same_in_every_process() -> None:
    code = "from ppid_core.workdays import WorkdayCalendar as W; print(W.load(track='asn').version)"
    seeds = ("0", "4711")

    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in seeds
    }

    assert told == {WorkdayCalendar.load(track=Track.ASN).version}


@pytest.mark.parametrize("day", [FIRST - timedelta(days=1), LAST + timedelta(days=1), date.min, date.max])
def test_unknown_years_raise_and_are_never_free_of_holidays(day: date) -> None:
    for ask in (CALENDAR.is_working_day, CALENDAR.why, lambda day: CALENDAR.add(day, 0)):
        with pytest.raises(CalendarRangeError, match=f"tahun {YEARS[0]}–{YEARS[-1]}"):
            ask(day)
    with pytest.raises(CalendarRangeError):
        CALENDAR.between(FIRST, day)


@pytest.mark.parametrize("n", [1, 10**30])
def test_a_due_date_beyond_the_known_years_raises(n: int) -> None:
    with pytest.raises(CalendarRangeError, match="lewat dari tahun"):
        CALENDAR.add(LAST, n)


@pytest.mark.parametrize("years", [(), (2020, 2022), (2021, 2020)])
def test_a_calendar_with_a_gap_is_refused(years: tuple[int, ...]) -> None:
    known = {year.year: year for year in load_calendar()}
    decreed: tuple[CalendarYear, ...] = tuple(known[year] for year in years)

    with pytest.raises(ValueError, match="without a gap"):
        WorkdayCalendar(decreed=decreed)
