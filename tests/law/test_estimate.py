"""Years that no decree fixes: computed by the package ``holidays``, and never passed off as known."""

from __future__ import annotations

import sys
from datetime import date
from importlib.metadata import version

import holidays
import pytest

from ppid_core.errors import CalendarRangeError, ExtraMissingError
from ppid_core.law import Confidence, HolidayKind, Track, load_calendar
from ppid_core.law.estimate import MOST_YEARS, NOTE, years_until
from ppid_core.workdays import WorkdayCalendar

KNOWN = load_calendar()
LAST = KNOWN[-1].year
NEXT = LAST + 1


@pytest.fixture
def without_holidays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the package ``holidays`` impossible to import."""
    monkeypatch.setitem(sys.modules, "holidays", None)


@pytest.mark.parametrize("last", [None, 1, 2010, LAST])
def test_nothing_is_estimated_where_decrees_suffice(last: int | None) -> None:
    assert years_until(last) == KNOWN


def test_years_after_the_last_decree_are_estimated_up_to_the_one_asked_for() -> None:
    years = years_until(NEXT + 1)

    assert years[: len(KNOWN)] == KNOWN
    assert [(year.year, year.estimated) for year in years[len(KNOWN) :]] == [(NEXT, True), (NEXT + 1, True)]


def test_an_estimate_ends_some_years_ahead_however_far_is_asked() -> None:
    assert years_until(date.max.year)[-1].year == LAST + MOST_YEARS


def test_an_estimated_year_has_the_public_holidays_of_the_package_and_no_joint_leave() -> None:
    (estimated,) = years_until(NEXT)[len(KNOWN) :]
    (decree,) = estimated.decrees

    assert set(decree.add) == set(holidays.country_holidays("ID", years=NEXT))
    assert (decree.kind, decree.track) == (HolidayKind.LIBUR_NASIONAL, Track.BOTH)


def test_what_was_estimated_says_so_wherever_it_is_named() -> None:
    (decree,) = years_until(NEXT)[-1].decrees
    calendar = WorkdayCalendar.load(until=NEXT)

    assert (decree.confidence, decree.date_confidence) == (Confidence.UNCONFIRMED, Confidence.UNCONFIRMED)
    assert decree.note == NOTE
    assert decree.citation.instrument == f"paket Python holidays {version('holidays')}"
    assert calendar.estimated_years == (NEXT,)
    reason = calendar.why(date(NEXT, 12, 25))
    assert reason is not None
    assert reason.id.startswith("libur nasional (perkiraan paket Python holidays ")
    assert reason.id.endswith("(belum diverifikasi))")


def test_an_estimate_has_another_version_and_leaves_the_known_days_as_they_are() -> None:
    known, estimated = WorkdayCalendar.load(), WorkdayCalendar.load(until=NEXT)

    assert known.estimated_years == ()
    assert known.version != estimated.version
    assert known.add(date(LAST, 1, 4), 100) == estimated.add(date(LAST, 1, 4), 100)
    with pytest.raises(CalendarRangeError):
        known.is_working_day(date(NEXT, 1, 3))
    assert estimated.is_working_day(date(NEXT, 1, 3))


def test_a_year_whose_list_was_not_out_yet_is_estimated_and_not_free_of_holidays() -> None:
    before_the_list = WorkdayCalendar.load(as_known_on=date(2020, 5, 1), until=2021)

    assert before_the_list.estimated_years == (2021,)
    assert not before_the_list.is_working_day(date(2021, 1, 1))
    assert not before_the_list.is_working_day(date(2021, 8, 17))
    assert before_the_list.version != WorkdayCalendar.load(as_known_on=date(2020, 5, 1)).version


def test_a_year_whose_list_was_not_out_yet_is_unknown_unless_it_is_asked_for() -> None:
    before_the_list = WorkdayCalendar.load(as_known_on=date(2020, 5, 1))

    assert before_the_list.years[-1] == 2020
    with pytest.raises(CalendarRangeError, match="tahun 2010–2020, menurut keputusan sampai 2020-05-01"):
        before_the_list.is_working_day(date(2021, 1, 1))
    with pytest.raises(CalendarRangeError, match="menurut keputusan sampai 2020-05-01"):
        before_the_list.add(date(2020, 12, 18), 10)


def test_before_any_list_nothing_is_estimated_either() -> None:
    with pytest.raises(CalendarRangeError, match="Belum ada hari libur yang diketahui pada 2000-01-01"):
        WorkdayCalendar.load(as_known_on=date(2000, 1, 1), until=2010)


@pytest.mark.usefixtures("without_holidays")
def test_without_the_package_an_estimate_says_what_to_install() -> None:
    with pytest.raises(ExtraMissingError, match=r'pip install "ppid-core\[estimate\]"') as caught:
        WorkdayCalendar.load(until=NEXT)

    assert caught.value.extra == "estimate"


@pytest.mark.usefixtures("without_holidays")
def test_without_the_package_known_years_are_counted_as_ever() -> None:
    assert WorkdayCalendar.load(until=LAST).version == WorkdayCalendar.load().version
