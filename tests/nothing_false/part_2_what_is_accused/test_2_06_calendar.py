"""2.6: the calendar is what the decrees print, each day with what it was compared with."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.nothing_false.work import found, from_tables

from ppid_core.law import CalendarYear, Comparison, Confidence, Track, load_calendar
from ppid_core.law.structure import toml_texts
from ppid_core.workdays import WorkdayCalendar

DECREED: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[2] / "law" / "decreed_days.toml").read_text(encoding="utf-8")
)
"""Each year's days as the decree or its reprint has them, written apart from the law's own data."""
NAMED: dict[str, str] = DECREED.pop("nama")
IN_THE_FILES = {
    "TB": "Tahun Baru Masehi",
    "Im": "Tahun Baru Imlek",
    "Ny": "Hari Suci Nyepi",
    "WY": "Wafat Yesus Kristus",
    "Ps": "Kebangkitan Yesus Kristus",
    "IM": "Isra Mikraj Nabi Muhammad",
    "Bu": "Hari Buruh Internasional",
    "Kn": "Kenaikan Yesus Kristus",
    "Wk": "Hari Raya Waisak",
    "Pc": "Hari Lahir Pancasila",
    "IF": "Hari Raya Idul Fitri",
    "IA": "Hari Raya Idul Adha",
    "TH": "Tahun Baru Islam",
    "RI": "Hari Kemerdekaan Republik Indonesia",
    "MN": "Maulid Nabi Muhammad",
    "Nt": "Hari Raya Natal",
}
"""What the comment beside a day of the law's data calls it."""
BESIDE = r"^  (\d{4}-\d\d-\d\d), # \w+, (.+)$"
YEARS = {year.year: year for year in load_calendar()}
NUMBERS = sorted(map(int, DECREED))
DAY_ZERO = date(2014, 3, 27)


def decreed(year: int, kind: str) -> set[date]:
    days = (entry[0] if kind == "nasional" else entry for entry in DECREED[str(year)][kind])
    return {date.fromisoformat(f"{year}-{day}") for day in days}


def free(year: CalendarYear, *, national: bool, as_known_on: date | None = None) -> set[date]:
    fold = year.fold(Track.BOTH, as_known_on)
    return {day for day, kind in fold if kind.is_national is national}


def test_every_known_year_was_compared() -> None:
    assert list(YEARS) == NUMBERS


@pytest.mark.parametrize("year", NUMBERS)
def test_the_national_holidays_of_a_year_are_those_that_its_decrees_print(year: int) -> None:
    national, elections = decreed(year, "nasional"), decreed(year, "pemilihan")

    assert len(national) == DECREED[str(year)]["jumlah"]
    assert free(YEARS[year], national=True) == national | elections


@pytest.mark.parametrize("year", NUMBERS)
def test_the_joint_leave_of_a_year_is_that_of_its_decrees(year: int) -> None:
    assert free(YEARS[year], national=False) == decreed(year, "cuti_bersama")


@pytest.mark.parametrize("year", NUMBERS)
def test_the_sum_of_non_working_weekdays_is_that_of_the_decrees(year: int) -> None:
    free_days = WorkdayCalendar.load().days.free

    assert (
        sum(day.year == year and day.weekday() < 5 for day in free_days)
        == (DECREED[str(year)]["hari_kerja_libur"])
    )


@pytest.mark.parametrize("year", NUMBERS)
def test_each_holiday_bears_the_name_that_the_decree_gives_it(year: int) -> None:
    written = dict(
        re.findall(
            r"^  (\d{4}-\d\d-\d\d), # \w+, (.+)$", toml_texts("calendar")[f"{year}.toml"], re.MULTILINE
        )
    )

    for day, codes in DECREED[str(year)]["nasional"]:
        for code in codes.split("+"):
            assert NAMED[code]
            assert IN_THE_FILES[code] in written[f"{year}-{day}"]


@pytest.mark.parametrize("day", [date(2016, 6, 1), date(2010, 2, 15), date(2013, 2, 11)])
def test_a_working_day_that_a_program_takes_for_a_holiday_counts(day: date) -> None:
    assert WorkdayCalendar.load().is_working_day(day)


def test_24_december_2015_is_joint_leave_and_counts_where_the_body_does_not_observe_it() -> None:
    observing, working = (WorkdayCalendar.load(cuti_bersama=follows) for follows in (True, False))

    assert not observing.is_working_day(date(2015, 12, 24))
    assert working.is_working_day(date(2015, 12, 24))
    assert working.add(date(2015, 12, 14), 10) == date(2015, 12, 29)


def test_idul_adha_2022_was_moved_on_7_july_by_a_decree_of_its_own() -> None:
    before, after = (free(YEARS[2022], national=True, as_known_on=date(2022, 7, day)) for day in (6, 7))

    assert (before - after, after - before) == ({date(2022, 7, 9)}, {date(2022, 7, 10)})
    (moving,) = (one for one in YEARS[2022].decrees if "678/2022" in one.instrument)
    assert (moving.date, moving.track, moving.confidence) == (
        date(2022, 7, 7),
        Track.BOTH,
        Confidence.SECONDARY,
    )


@pytest.mark.parametrize(
    ("known_on", "due"),
    [
        (date(2014, 3, 28), date(2014, 4, 11)),
        (date(2014, 4, 3), date(2014, 4, 14)),
        (None, date(2014, 4, 14)),
    ],
)
def test_an_election_day_counts_until_it_is_decreed(known_on: date | None, due: date) -> None:
    assert WorkdayCalendar.load(as_known_on=known_on).add(DAY_ZERO, 10) == due


@pytest.mark.parametrize(
    ("year", "named", "signed", "sure"),
    [
        (2013, "SKB Menag 5/2012", date(2012, 7, 19), None),
        (2014, "SKB tentang", date(2013, 8, 21), None),
        (2014, "Keppres 14/2014", date(2014, 4, 3), None),
        (2014, "Keppres 24/2014", date(2014, 6, 30), None),
        (2015, "SKB Menag 5/2014", date(2014, 5, 7), None),
        (2015, "Keppres 25/2015", date(2015, 11, 23), None),
        (2016, "SKB Menag 150/2015", date(2015, 6, 25), None),
        (2017, "Keppres 3/2017", date(2017, 2, 10), None),
        (2020, "SKB Menag 728/2019", date(2019, 8, 28), Confidence.UNCONFIRMED),
        (2020, "SKB Menag 174/2020", date(2020, 3, 9), None),
        (2020, "SKB Menag 391/2020", date(2020, 4, 9), None),
        (2021, "SKB Menag 642/2020", date(2020, 9, 10), None),
        (2022, "SKB Menag 963/2021", date(2021, 9, 22), Confidence.SECONDARY),
        (2023, "SKB Menag 327/2023", date(2023, 3, 28), None),
    ],
)
def test_a_decree_counts_from_the_day_that_its_sources_print(
    year: int, named: str, signed: date, sure: Confidence | None
) -> None:
    meant = [one for one in YEARS[year].decrees if one.instrument.startswith(named)]

    assert meant
    assert {(one.date, one.date_confidence) for one in meant} == {(signed, sure)}


def test_the_keppres_of_2018_cannot_count_before_the_day_on_which_it_was_still_awaited() -> None:
    (keppres,) = (one for one in YEARS[2018].decrees if "PNS" in one.instrument)
    days = {date(2018, 6, 11), date(2018, 6, 12), date(2018, 6, 20)}

    assert (keppres.date, keppres.confidence) == (date(2018, 4, 19), Confidence.UNCONFIRMED)
    assert not days & free(YEARS[2018], national=False, as_known_on=date(2018, 4, 17))


@pytest.mark.parametrize(
    ("day", "compared"),
    [
        (date(2024, 3, 31), Comparison.DECREE),
        (date(2020, 12, 24), Comparison.DECREE),
        (date(2015, 12, 24), Comparison.REPRINT),
        (date(2027, 3, 10), Comparison.REPRINT),
        (date(2012, 12, 31), Comparison.PACKAGE),
        (date(2019, 9, 1), Comparison.PACKAGE),
    ],
)
def test_each_day_says_with_what_it_was_compared(day: date, compared: Comparison) -> None:
    assert WorkdayCalendar.load().days.reading(day).compared is compared


def test_a_day_that_stands_in_no_text_is_marked_where_it_is_named() -> None:
    reason = WorkdayCalendar.load().why(date(2019, 9, 1))

    assert reason is not None
    assert reason.id.endswith("(belum diverifikasi))")


def test_2027_has_no_keppres_for_civil_servants_yet_and_a_report_says_so() -> None:
    work = from_tables(year=2027, permohonan=[{"nomor": "1", "tanggal": "2027-03-01"}])

    (told,) = found(work, "L903")
    assert "Tahun 2027 belum mempunyai keputusan cuti bersama jalur ASN (Keppres)" in told.message()
