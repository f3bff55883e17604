"""What each decree changed in a year whose holidays were already listed."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.law import Amendment, HolidayKind, Track, amendments, load_calendar

YEARS = {year.year: year for year in load_calendar()}
LEAVE, HOLIDAY = HolidayKind.CUTI_BERSAMA, HolidayKind.LIBUR_NASIONAL
Changed = tuple[str, tuple[date, ...], tuple[date, ...]]


def changed(year: int, track: Track) -> list[Changed]:
    """Return of each amendment the number of its day, what became free and what became working days."""
    return [_told(one) for one in amendments(YEARS[year], track)]


def _told(one: Amendment) -> Changed:
    freed, restored = (tuple(day for day, _ in days) for days in (one.freed, one.restored))
    return one.instrument.split(",")[0], freed, restored


def days(month: int, *numbers: int) -> tuple[date, ...]:
    return tuple(date(2020, month, number) for number in numbers)


def test_the_amendments_of_2020_in_the_order_of_their_dates() -> None:
    assert changed(2020, Track.BOTH) == [
        ("SKB Menag 174/2020", (*days(5, 28, 29), *days(8, 21), *days(10, 30)), ()),
        ("SKB Menag 391/2020", (*days(10, 28), *days(12, 28, 29, 30, 31)), days(5, 26, 27, 28, 29)),
        ("SKB Menag 440/2020", (), days(5, 22)),
        ("Keppres 17/2020", (), ()),
        ("Keppres 22/2020", days(12, 9), ()),
        ("SKB Menag 744/2020", (), days(12, 28, 29, 30)),
        ("Keppres 23/2020", (), ()),
    ]


def test_on_the_track_of_civil_servants_the_same_days_were_given_back_a_week_later() -> None:
    on_track = {name: restored for name, _, restored in changed(2020, Track.ASN)}

    assert on_track["SKB Menag 744/2020"] == ()
    assert on_track["Keppres 23/2020"] == days(12, 28, 29, 30)


def test_a_holiday_that_is_moved_is_freed_and_given_back_with_its_kind() -> None:
    (moving,) = (one for one in amendments(YEARS[2021]) if one.date == date(2021, 6, 18))

    assert moving.freed == ((date(2021, 8, 11), HOLIDAY), (date(2021, 10, 20), HOLIDAY))
    assert moving.restored == (
        (date(2021, 8, 10), HOLIDAY),
        (date(2021, 10, 19), HOLIDAY),
        (date(2021, 12, 24), LEAVE),
    )
    assert {decree.track for decree in moving.decrees} == {Track.BOTH, Track.UMUM}
    assert [decree.kind for decree in moving.decrees] == [HOLIDAY, LEAVE]


def test_what_came_before_the_list_of_the_year_is_no_amendment() -> None:
    assert "Keppres 24/2013" in {decree.instrument for decree in YEARS[2014].decrees}
    assert [name for name, _, _ in changed(2014, Track.BOTH)] == ["Keppres 14/2014", "Keppres 24/2014"]


def test_a_year_that_was_left_as_listed_has_no_amendments() -> None:
    assert changed(2010, Track.BOTH) == []


def test_the_amendments_of_2020_have_dates_that_a_source_prints() -> None:
    sure = {one.instrument.split(",")[0]: one.is_date_sure for one in amendments(YEARS[2020])}

    assert sure == {
        "SKB Menag 174/2020": True,
        "SKB Menag 391/2020": True,
        "SKB Menag 440/2020": True,
        "Keppres 17/2020": True,
        "Keppres 22/2020": True,
        "SKB Menag 744/2020": True,
        "Keppres 23/2020": True,
    }


def test_an_amendment_of_which_neither_days_nor_date_were_confirmed_says_so() -> None:
    (amending,) = amendments(YEARS[2012])
    (confirmed, *_) = amendments(YEARS[2021])

    assert not amending.is_date_sure
    assert amending.cite() == "SKB perubahan tentang cuti bersama tahun 2012 (belum diverifikasi)"
    assert amending.cite("en").endswith("(not verified)")
    assert confirmed.cite() == confirmed.instrument


@pytest.mark.parametrize("track", Track)
@pytest.mark.parametrize("number", YEARS)
def test_the_list_and_its_amendments_end_in_the_days_of_the_year(number: int, track: Track) -> None:
    year = YEARS[number]
    found = list(amendments(year, track))
    amending = {decree for one in found for decree in one.decrees}
    listed = evolve(year, decrees=tuple(one for one in year.known() if one not in amending))

    free = set(listed.fold(track))
    for one in found:
        assert free.isdisjoint(one.freed)
        assert free.issuperset(one.restored)
        free = (free | set(one.freed)) - set(one.restored)

    assert free == set(year.fold(track))
