"""Folding decrees: which days are free, on which track, as known on which day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import permutations
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.errors import CalendarRangeError, LawFileError
from ppid_core.law import CalendarYear, Citation, Confidence, Decree, HolidayKind, Track, load_calendar
from ppid_core.law.calendar_year import DecreedDays, structure_calendar

YEARS = {year.year: year for year in load_calendar()}
LEAVE, HOLIDAY = HolidayKind.CUTI_BERSAMA, HolidayKind.LIBUR_NASIONAL
ASN, UMUM, BOTH = Track.ASN, Track.UMUM, Track.BOTH
BASE = """
[[decree]]
instrument = "SKB 1/2019"
date = 2019-08-01
track = "umum"
kind = "cuti_bersama"
add = [2020-05-22, 2020-12-24]
citation = { instrument = "pers" }
confidence = "secondary"
"""
AMENDMENT = """
[[decree]]
instrument = "SKB 2/2020"
date = 2020-05-20
track = "umum"
kind = "cuti_bersama"
remove = [2020-05-22]
citation = { instrument = "pers" }
confidence = "unconfirmed"
"""
IN_DISPUTE = {
    date(2017, 6, 23): (UMUM, "Keppres 18/2017"),
    date(2021, 12, 24): (ASN, "SKB Menag 712/2021, Menaker 1/2021, MenPANRB 3/2021"),
    date(2025, 8, 18): (ASN, "SKB Menag 933/2025, Menaker 1/2025, MenPANRB 3/2025"),
}
"""Each day on which the tracks disagree for good: who differs from both, and the decree that both follow."""


def decree(
    signed: date,
    track: Track = UMUM,
    kind: HolidayKind = LEAVE,
    add: Iterable[date] = (),
    remove: Iterable[date] = (),
) -> Decree:
    return Decree(
        instrument=f"Keputusan {signed}",
        date=signed,
        track=track,
        kind=kind,
        add=tuple(add),
        remove=tuple(remove),
        citation=Citation(instrument="uji"),
        confidence=Confidence.SECONDARY,
    )


def leave(year: CalendarYear, track: Track, as_known_on: date | None = None) -> set[date]:
    return {day for day, kind in year.fold(track, as_known_on) if kind is LEAVE}


DAYS = tuple(date(2020, 12, day) for day in range(21, 27))
some_days = st.sets(st.sampled_from(DAYS), max_size=3)
signing = st.dates(date(2019, 6, 1), date(2020, 12, 31))
tracks = st.sampled_from(Track)


@st.composite
def decrees(draw: st.DrawFn) -> tuple[Decree, ...]:
    """Draw decrees of different days: holidays bind everybody, joint leave one track."""
    drawn = []
    for signed in draw(st.lists(signing, unique=True, max_size=6)):
        kind = draw(st.sampled_from(HolidayKind))
        track = BOTH if kind is HOLIDAY else draw(st.sampled_from((ASN, UMUM)))
        drawn.append(decree(signed, track, kind, draw(some_days), draw(some_days)))
    return tuple(drawn)


@given(decrees(), tracks, st.randoms())
def test_the_later_decree_wins_whatever_the_order_in_the_file(
    drawn: tuple[Decree, ...], track: Track, order: Random
) -> None:
    shuffled = list(drawn)
    order.shuffle(shuffled)

    first, second = (CalendarYear(year=2020, decrees=tuple(one)) for one in (drawn, shuffled))

    assert first.fold(track) == second.fold(track)
    assert first.disputed() == second.disputed()


def test_an_amendment_takes_a_day_back_wherever_it_stands_in_the_file() -> None:
    for text in (BASE + AMENDMENT, AMENDMENT + BASE):
        (year,) = structure_calendar({"2020.toml": text})

        assert set(year.fold()) == {(date(2020, 12, 24), LEAVE)}


def test_of_two_decrees_of_one_day_the_later_in_the_file_wins() -> None:
    day, signed = DAYS[0], date(2020, 5, 1)
    adding, removing = decree(signed, add=[day]), decree(signed, remove=[day])

    assert leave(CalendarYear(year=2020, decrees=(removing, adding)), BOTH) == {day}
    assert leave(CalendarYear(year=2020, decrees=(adding, removing)), BOTH) == set()


def test_removing_joint_leave_leaves_a_national_holiday_of_the_same_day() -> None:
    holiday = BASE.replace("cuti_bersama", "libur_nasional").replace("umum", "both")

    (year,) = structure_calendar({"2020.toml": BASE + holiday + AMENDMENT})

    assert (date(2020, 5, 22), HOLIDAY) in year.fold()


@given(decrees(), tracks, signing)
def test_as_known_on_is_the_fold_of_what_was_signed_by_then_that_day_included(
    drawn: tuple[Decree, ...], track: Track, day: date
) -> None:
    year = CalendarYear(year=2020, decrees=drawn)
    by_then = evolve(year, decrees=tuple(one for one in drawn if one.date <= day))

    assert year.fold(track, day) == by_then.fold(track)


@given(decrees(), tracks, st.none() | signing)
def test_each_free_day_names_the_last_decree_that_says_so(
    drawn: tuple[Decree, ...], track: Track, day: date | None
) -> None:
    year = CalendarYear(year=2020, decrees=drawn)

    for (free, kind), last in year.fold(track, day).items():
        later = [one for one in year.known(day) if one.date > last.date and one.kind is kind]
        assert free in last.add
        assert not any(free in one.add for one in later if one.track is last.track)


@given(decrees(), st.none() | signing)
def test_national_holidays_are_the_same_on_every_track(drawn: tuple[Decree, ...], day: date | None) -> None:
    year = CalendarYear(year=2020, decrees=drawn)

    folds = [year.fold(track, day) for track in Track]

    assert len({frozenset(free for free in fold if free[1] is HOLIDAY) for fold in folds}) == 1


@given(decrees(), st.none() | signing)
def test_a_day_is_in_dispute_from_either_side_and_never_a_holiday(
    drawn: tuple[Decree, ...], day: date | None
) -> None:
    other = {ASN: UMUM, UMUM: ASN, BOTH: BOTH}
    year = CalendarYear(year=2020, decrees=drawn)
    swapped = evolve(year, decrees=tuple(evolve(one, track=other[one.track]) for one in drawn))
    holidays = {free for free, kind in year.fold(as_known_on=day) if kind is HOLIDAY}

    disputed = year.disputed(day)

    assert disputed == swapped.disputed(day)
    assert disputed == (leave(year, ASN, day) ^ leave(year, UMUM, day)) - holidays


@given(decrees(), st.none() | signing)
def test_a_track_without_a_decree_follows_the_other_and_says_so(
    drawn: tuple[Decree, ...], day: date | None
) -> None:
    year = CalendarYear(year=2020, decrees=drawn)
    bound = {one.track for one in year.known(day) if one.kind is LEAVE}

    for track, other in ((ASN, UMUM), (UMUM, ASN)):
        assert year.follows(track, day) == (bound == {other})
        if year.follows(track, day):
            assert year.fold(track, day) == year.fold(other, day)
    assert not year.follows(BOTH, day)


def test_up_to_its_own_first_decree_a_track_follows_the_other() -> None:
    early, late = date(2020, 5, 22), date(2020, 12, 24)
    skb, keppres = decree(date(2019, 8, 1), add=[early, late]), decree(date(2020, 8, 18), ASN, add=[DAYS[0]])

    year = CalendarYear(year=2020, decrees=(skb, keppres))

    assert leave(year, ASN) == {early, DAYS[0]}
    assert leave(year, UMUM) == {early, late}


@pytest.mark.parametrize(
    ("track", "known_on", "free"),
    [
        *((track, date(2020, 11, 30), True) for track in Track),
        *((BOTH, date(2020, 12, 1), False), (UMUM, date(2020, 12, 1), False), (ASN, date(2020, 12, 1), True)),
        *((ASN, date(2020, 12, 7), True), (ASN, date(2020, 12, 8), False)),
        *((track, date(2020, 12, 8), False) for track in Track),
    ],
)
def test_28_to_30_december_2020_turned_into_working_days_by_two_decrees(
    track: Track,
    known_on: date,
    free: bool,  # noqa: FBT001  a column of the table above
) -> None:
    days = {date(2020, 12, day) for day in (28, 29, 30)}
    known = leave(YEARS[2020], track, known_on)

    assert days & known == (days if free else set())
    assert {date(2020, 12, 24), date(2020, 12, 31)} <= known


def test_a_decree_that_neither_track_has_yet_is_in_dispute_until_the_other_follows() -> None:
    days = {date(2020, 12, day) for day in (28, 29, 30)}

    assert YEARS[2020].disputed(date(2020, 11, 30)) == set()
    assert YEARS[2020].disputed(date(2020, 12, 1)) == YEARS[2020].disputed(date(2020, 12, 7)) == days
    assert YEARS[2020].disputed(date(2020, 12, 8)) == YEARS[2020].disputed() == set()


def test_civil_servants_had_2_january_2017_off_although_their_keppres_came_in_june() -> None:
    day, keppres = date(2017, 1, 2), date(2017, 6, 15)

    assert day in leave(YEARS[2017], ASN)
    assert YEARS[2017].follows(ASN, keppres - timedelta(days=1))
    assert not YEARS[2017].follows(ASN, keppres)


def test_the_tracks_disagree_for_good_on_three_days_each_by_a_decree() -> None:
    told = {}
    for year in YEARS.values():
        for track in (ASN, UMUM):
            for day in leave(year, track) ^ leave(year, BOTH):
                naming = [one for one in year.known() if one.kind is LEAVE and day in one.days]
                told[day] = (track, naming[-1].instrument)

    assert told == IN_DISPUTE
    assert {day for year in YEARS.values() for day in year.disputed()} == set(IN_DISPUTE)


def test_the_track_of_civil_servants_follows_where_no_keppres_was_found() -> None:
    following = {number for number, year in YEARS.items() if year.follows(ASN)}

    assert following == {*range(2010, 2017), 2027}
    assert not any(year.follows(track) for year in YEARS.values() for track in (UMUM, BOTH))


def test_a_holiday_that_was_moved_keeps_only_its_new_day() -> None:
    free = {day for day, _ in YEARS[2021].fold()}

    assert {date(2021, 8, 11), date(2021, 10, 20)} <= free
    assert not {date(2021, 8, 10), date(2021, 10, 19)} & free


@pytest.mark.parametrize("number", YEARS)
def test_each_year_has_one_list_of_holidays_by_which_it_became_known(number: int) -> None:
    year = YEARS[number]
    (yearly,) = (one for one in year.decrees if one.yearly)

    assert yearly.kind is HOLIDAY
    assert year.is_known(yearly.date)
    assert not year.is_known(yearly.date - timedelta(days=1))
    assert year.is_known()


def test_a_year_whose_list_was_not_out_is_unknown_although_a_holiday_in_it_was_decreed() -> None:
    labour_day = YEARS[2014].decrees[0]

    assert (labour_day.instrument, labour_day.yearly) == ("Keppres 24/2013", False)
    assert not YEARS[2014].is_known(labour_day.date)
    assert DecreedDays(decreed=load_calendar(), as_known_on=labour_day.date).years[-1] == 2013


def test_before_the_first_list_no_year_is_known() -> None:
    first = YEARS[2010].decrees[0].date

    assert DecreedDays(decreed=load_calendar(), as_known_on=first).years == (2010,)
    with pytest.raises(CalendarRangeError, match="Belum ada hari libur yang diketahui pada 2009-08-06"):
        DecreedDays(decreed=load_calendar(), as_known_on=first - timedelta(days=1))


def test_a_body_that_works_through_joint_leave_has_only_holidays_and_no_days_in_dispute() -> None:
    first, last = date(2020, 12, 31), date(2021, 12, 31)

    following, working = (
        DecreedDays(decreed=load_calendar(), cuti_bersama=follows) for follows in (True, False)
    )

    assert following.disputed(first, last) == (date(2021, 12, 24),)
    assert working.disputed(first, last) == ()
    assert {one.kind for one in working.free.values()} == {HOLIDAY}


def test_days_in_dispute_are_told_after_the_first_day_and_up_to_the_last() -> None:
    days = DecreedDays(decreed=load_calendar())
    eve, christmas_eve = date(2021, 12, 23), date(2021, 12, 24)

    assert days.disputed(eve, christmas_eve) == (christmas_eve,)
    assert days.disputed(christmas_eve, date(2021, 12, 31)) == ()
    assert days.disputed(date(2016, 12, 31), date(2025, 12, 31)) == tuple(sorted(IN_DISPUTE))


def test_a_holiday_goes_before_joint_leave_of_the_same_day() -> None:
    by_holiday = decree(date(2020, 11, 1), BOTH, HOLIDAY, [DAYS[0]])
    by_leave = decree(date(2020, 12, 1), UMUM, LEAVE, [DAYS[0], DAYS[1]])
    listing = evolve(decree(date(2019, 8, 1), BOTH, HOLIDAY), yearly=True)

    year = CalendarYear(year=2020, decrees=(listing, by_leave, by_holiday))

    assert DecreedDays(decreed=(year,)).free == {DAYS[0]: by_holiday, DAYS[1]: by_leave}


def test_every_fault_of_every_year_is_told_with_its_place() -> None:
    texts = {
        "2020.toml": BASE.replace("umum", "semua") + AMENDMENT.replace("2020-05-20", '"Mei 2020"'),
        "2021.toml": BASE,
        "2022.toml": "[[decre]]",
    }

    with pytest.raises(LawFileError) as caught:
        structure_calendar(texts)

    assert caught.value.faults == (
        "2020.toml: [[decree]] ke-1, track: seharusnya salah satu dari asn, umum, both; tertulis 'semua'",
        "2020.toml: [[decree]] ke-2, date: seharusnya tanggal (2020-12-31), tertulis 'Mei 2020'",
        "2021.toml: [[decree]]: hari di luar tahun 2021: 2020-05-22, 2020-12-24",
        "2022.toml: tabel 'decre' tidak dikenal",
    )


@given(st.data())
def test_what_both_tracks_decree_alike_is_in_nobodys_dispute(data: st.DataObject) -> None:
    first, second = sorted(data.draw(st.lists(signing, min_size=2, max_size=2, unique=True)))
    days = data.draw(some_days)

    for order in permutations((ASN, UMUM)):
        pair = tuple(decree(on, track, add=days) for on, track in zip((first, second), order, strict=True))
        assert CalendarYear(year=2020, decrees=pair).disputed() == set()
