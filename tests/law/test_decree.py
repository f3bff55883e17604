from __future__ import annotations

import datetime as dt

import pytest

from ppid_core.errors import LawFileError
from ppid_core.law import HolidayKind, Track, load_calendar
from ppid_core.law.decree import structure_calendar

YEARS = {year.year: year for year in load_calendar()}
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
    decrees = [decree for year in YEARS.values() for decree in year.decrees]

    assert {decree.track for decree in decrees if decree.kind is HolidayKind.LIBUR_NASIONAL} == {Track.BOTH}
    assert {decree.track for decree in decrees if decree.kind is HolidayKind.CUTI_BERSAMA} == {
        Track.ASN,
        Track.UMUM,
    }


def test_keppres_set_joint_leave_for_civil_servants_and_ministers_for_the_others() -> None:
    leave = [
        decree
        for year in YEARS.values()
        for decree in year.decrees
        if decree.kind is HolidayKind.CUTI_BERSAMA
    ]

    assert {(decree.instrument.split()[0], decree.track) for decree in leave} == {
        ("Keppres", Track.ASN),
        ("SKB", Track.UMUM),
    }


def test_a_holiday_that_was_moved_keeps_only_its_new_day() -> None:
    free = {day for day, _ in YEARS[2021].fold()}

    assert {dt.date(2021, 8, 11), dt.date(2021, 10, 20)} <= free
    assert not {dt.date(2021, 8, 10), dt.date(2021, 10, 19)} & free


def test_each_kind_has_a_label_in_both_languages() -> None:
    assert all(member.label.id and member.label.en for member in HolidayKind)
