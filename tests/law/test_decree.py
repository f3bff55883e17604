from __future__ import annotations

import datetime as dt
import re

import holidays
import pytest
from attrs import evolve

from ppid_core.errors import LawFileError
from ppid_core.law import CalendarYear, Confidence, HolidayKind, Track, load_calendar
from ppid_core.law.decree import structure_calendar
from ppid_core.law.files import toml_texts

YEARS = {year.year: year for year in load_calendar()}
DECREES = [decree for year in YEARS.values() for decree in year.decrees]
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
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


def test_the_later_decree_wins_whatever_the_order_in_the_file() -> None:
    for text in (BASE + AMENDMENT, AMENDMENT + BASE):
        (year,) = structure_calendar({"2020.toml": text})

        assert set(year.fold()) == {(dt.date(2020, 12, 24), HolidayKind.CUTI_BERSAMA)}


def test_removing_joint_leave_leaves_a_national_holiday_of_the_same_day() -> None:
    holiday = BASE.replace("cuti_bersama", "libur_nasional").replace("umum", "both")

    (year,) = structure_calendar({"2020.toml": BASE + holiday + AMENDMENT})

    assert (dt.date(2020, 5, 22), HolidayKind.LIBUR_NASIONAL) in year.fold()


def test_an_unconfirmed_decree_says_so() -> None:
    (year,) = structure_calendar({"2020.toml": BASE + AMENDMENT})

    assert [decree.cite() for decree in year.decrees] == ["SKB 1/2019", "SKB 2/2020 (belum diverifikasi)"]


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


def test_only_joint_leave_has_tracks() -> None:
    assert {decree.track for decree in DECREES if decree.kind is HolidayKind.LIBUR_NASIONAL} == {Track.BOTH}
    assert {decree.track for decree in DECREES if decree.kind is HolidayKind.CUTI_BERSAMA} == {
        Track.ASN,
        Track.UMUM,
    }


def test_keppres_set_joint_leave_for_civil_servants_and_ministers_for_the_others() -> None:
    leave = [decree for decree in DECREES if decree.kind is HolidayKind.CUTI_BERSAMA]

    assert {(decree.instrument.split()[0], decree.track) for decree in leave} == {
        ("Keppres", Track.ASN),
        ("SKB", Track.UMUM),
    }


def test_a_holiday_that_was_moved_keeps_only_its_new_day() -> None:
    free = {day for day, _ in YEARS[2021].fold()}

    assert {dt.date(2021, 8, 11), dt.date(2021, 10, 20)} <= free
    assert not {dt.date(2021, 8, 10), dt.date(2021, 10, 19)} & free


def test_every_year_since_the_act_has_its_decrees() -> None:
    assert list(range(2010, 2028)) == list(YEARS)
    assert all(year.decrees for year in YEARS.values())


@pytest.mark.parametrize("year", YEARS)
def test_the_decrees_of_a_year_stand_in_the_order_of_their_dates(year: int) -> None:
    signed = [decree.date for decree in YEARS[year].decrees]

    assert sorted(signed) == signed


@pytest.mark.parametrize("year", YEARS)
def test_the_weekday_beside_a_day_is_that_of_its_date(year: int) -> None:
    lines = re.findall(
        r"^  (\d{4}-\d{2}-\d{2}), # (\w+)", toml_texts("calendar")[f"{year}.toml"], re.MULTILINE
    )
    written = {dt.date.fromisoformat(day): weekday for day, weekday in lines}

    assert written.keys() == {day for decree in YEARS[year].decrees for day in (*decree.add, *decree.remove)}
    assert {day: WEEKDAYS[day.weekday()] for day in written} == written


def test_a_removal_takes_away_a_day_that_an_earlier_decree_added() -> None:
    for number, removing in enumerate(DECREES):
        added = {day for decree in DECREES[:number] if decree.kind is removing.kind for day in decree.add}
        assert set(removing.remove) <= added, removing.instrument


def test_days_that_no_text_or_page_confirms_are_those_of_two_decrees() -> None:
    unconfirmed = {decree.instrument for decree in DECREES if decree.confidence is Confidence.UNCONFIRMED}

    assert unconfirmed == {
        "SKB perubahan tentang cuti bersama tahun 2012",
        "Keppres tentang cuti bersama PNS tahun 2018",
    }


def test_no_day_passes_for_read_in_a_decree() -> None:
    assert Confidence.CONFIRMED not in {decree.confidence for decree in DECREES}


def test_whatever_is_unconfirmed_has_a_note() -> None:
    unsure = [
        decree for decree in DECREES if Confidence.UNCONFIRMED in {decree.confidence, decree.date_confidence}
    ]

    assert unsure
    assert all("penetapan" in decree.note for decree in unsure)


def test_a_decree_counted_from_the_first_day_of_its_month_or_year_is_unconfirmed() -> None:
    counted = [decree for decree in DECREES if decree.date.day == 1 and "tidak ditemukan" in decree.note]

    assert {decree.instrument.split()[-1] for decree in counted} == {
        *("2012", "02/2012", "2014", "14/2014", "24/2014", "2015", "25/2015", "01/2015", "3/2017"),
        *("2018", "3/2022"),
    }
    assert all(
        decree.confidence is Confidence.UNCONFIRMED or decree.date_confidence is Confidence.UNCONFIRMED
        for decree in counted
    )


def test_the_joint_leave_that_was_agreed_but_not_found_is_told_and_not_made_up() -> None:
    (leave,) = (decree for decree in YEARS[2015].decrees if decree.kind is HolidayKind.CUTI_BERSAMA)

    assert leave.add == (dt.date(2015, 7, 16), dt.date(2015, 7, 20), dt.date(2015, 7, 21))
    assert "hari keempat tidak ditemukan" in leave.note


def test_decrees_for_civil_servants_and_for_the_others_end_in_the_same_days_but_four() -> None:
    differing = {
        day
        for year in YEARS.values()
        if any(decree.track is Track.ASN for decree in year.decrees)
        for day in _joint_leave(year, Track.ASN) ^ _joint_leave(year, Track.UMUM)
    }

    assert differing == {
        *(dt.date(2017, 1, 2), dt.date(2017, 6, 23)),
        dt.date(2021, 12, 24),
        dt.date(2025, 8, 18),
    }


def test_keppres_on_joint_leave_are_known_for_every_year_from_2017_but_2027() -> None:
    known = {year for year in YEARS if _joint_leave(YEARS[year], Track.ASN)}

    assert known == set(range(2017, 2027))
    assert "Keppres cuti bersama untuk ASN tidak ditemukan" in YEARS[2027].decrees[-1].note


def test_days_that_the_holidays_package_still_estimates_are_fixed_by_a_decree() -> None:
    package = holidays.country_holidays("ID", years=list(YEARS), language="id")
    estimated = {day for day, name in package.items() if "perkiraan" in name}
    base = YEARS[2027].decrees[0]

    assert estimated <= {dt.date(2027, 3, 10), dt.date(2027, 3, 11), dt.date(2027, 5, 17)} <= set(base.add)
    assert "Idul Fitri (10–11 Maret) dan Idul Adha (17 Mei) sebagai perkiraan" in base.note


def test_each_kind_has_a_label_in_both_languages() -> None:
    assert all(member.label.id and member.label.en for member in HolidayKind)


def _joint_leave(year: CalendarYear, track: Track) -> set[dt.date]:
    """Return the joint leave that the decrees of one track alone end in."""
    of_track = evolve(year, decrees=tuple(decree for decree in year.decrees if decree.track is track))
    return {day for day, _ in of_track.fold()}
