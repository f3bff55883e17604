from __future__ import annotations

import datetime as dt
import re

import holidays
import pytest
from attrs import evolve

from ppid_core.law import CalendarYear, Comparison, Confidence, HolidayKind, Track, load_calendar
from ppid_core.law.structure import toml_texts

YEARS = {year.year: year for year in load_calendar()}
DECREES = [decree for year in YEARS.values() for decree in year.decrees]
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def test_an_unconfirmed_decree_says_so_in_both_languages() -> None:
    named = {decree.instrument: decree for decree in DECREES}
    unconfirmed, secondary = named["Keppres tentang cuti bersama PNS tahun 2018"], named["Keppres 23/2020"]

    assert unconfirmed.cite() == f"{unconfirmed.instrument} (belum diverifikasi)"
    assert unconfirmed.cite("en") == f"{unconfirmed.instrument} (not verified)"
    assert secondary.cite() == secondary.cite("en") == "Keppres 23/2020"


@pytest.mark.parametrize("track", Track)
def test_a_decree_binds_its_own_track_and_counts_wherever_both_do(track: Track) -> None:
    of_everybody, of_ministers = YEARS[2020].decrees[0], YEARS[2020].decrees[1]

    assert (of_everybody.track, of_ministers.track) == (Track.BOTH, Track.UMUM)
    assert of_everybody.binds(track)
    assert of_ministers.binds(track) == (track is not Track.ASN)


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


def test_who_read_a_decree_is_sure_who_read_a_reprint_half_and_who_found_no_text_not() -> None:
    readings = {decree.reading(day) for decree in DECREES for day in decree.days}

    assert {(reading.compared, reading.confidence) for reading in readings} == {
        (Comparison.DECREE, Confidence.CONFIRMED),
        (Comparison.REPRINT, Confidence.SECONDARY),
        (Comparison.PACKAGE, Confidence.UNCONFIRMED),
    }


def test_the_national_holidays_that_were_read_in_a_decree_are_those_of_six_years() -> None:
    lists = {year: next(one for one in YEARS[year].decrees if one.yearly) for year in YEARS}
    read = {year for year, listed in lists.items() if listed.compared is Comparison.DECREE}

    assert read == {2020, 2022, 2023, 2024, 2025, 2026}


def test_days_that_stand_in_no_text_are_named_one_by_one() -> None:
    unread = {
        day
        for decree in DECREES
        if decree.track is not Track.ASN
        for day in decree.days
        if decree.reading(day).compared is Comparison.PACKAGE
    }

    assert unread == {dt.date(2012, 12, 31), dt.date(2019, 9, 1), dt.date(2019, 11, 9)}


def test_a_reading_of_a_day_that_the_decree_does_not_name_is_refused() -> None:
    base = YEARS[2019].decrees[0]

    with pytest.raises(ValueError, match="hari yang tidak disebut keputusan ini: 2019-09-02"):
        evolve(base, readings=(evolve(base.readings[0], days=(dt.date(2019, 9, 2),)),))


def test_no_note_says_any_more_that_the_days_come_from_the_package() -> None:
    assert not [one.instrument for one in DECREES if "dari paket" in one.note and one.yearly]


def test_whatever_is_unconfirmed_has_a_note() -> None:
    unsure = [
        decree for decree in DECREES if Confidence.UNCONFIRMED in {decree.confidence, decree.date_confidence}
    ]

    assert unsure
    assert all("penetapan" in decree.note for decree in unsure)


def test_a_decree_whose_date_was_not_found_is_unconfirmed() -> None:
    counted = [decree for decree in DECREES if "dihitung sejak" in decree.note]

    assert {(decree.instrument.split()[-1], str(decree.date)) for decree in counted} == {
        ("2012", "2012-01-01"),
        ("2018", "2018-04-19"),
    }
    assert all(
        decree.confidence is Confidence.UNCONFIRMED or decree.date_confidence is Confidence.UNCONFIRMED
        for decree in counted
    )


def test_24_december_2015_is_joint_leave_and_no_second_maulid() -> None:
    (leave,) = (decree for decree in YEARS[2015].decrees if decree.kind is HolidayKind.CUTI_BERSAMA)

    assert dt.date(2015, 12, 24) in leave.add
    assert dt.date(2015, 12, 24) not in YEARS[2015].decrees[0].add


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


@pytest.mark.parametrize("member", [*HolidayKind, *Track])
def test_each_kind_and_each_track_has_a_label_in_both_languages(member: HolidayKind | Track) -> None:
    assert member.label.id
    assert member.label.en


def _joint_leave(year: CalendarYear, track: Track) -> set[dt.date]:
    """Return the joint leave that the decrees of one track alone end in."""
    of_track = evolve(year, decrees=tuple(decree for decree in year.decrees if decree.track is track))
    return {day for day, _ in of_track.fold()}
