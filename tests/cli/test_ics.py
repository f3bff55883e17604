"""A file of due dates as calendar programs read it."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.cli.formats.ics import CalendarDay, calendar_file
from ppid_core.errors import ExtraMissingError
from ppid_core.language import Lang
from ppid_core.testing.strategies import texts

ENTRY = CalendarDay(
    key=("Kabupaten Contoh", "2020", "request", "1/2020"),
    on=date(2021, 1, 7),
    known_on=date(2020, 12, 23),
    title="permohonan 1/2020",
    text="Baris pertama; koma, dan\nbaris kedua.",
)
days = st.dates(date(1900, 1, 1), date(9000, 12, 31))
entries = st.builds(
    CalendarDay,
    key=st.tuples(st.text(max_size=5), st.text(max_size=5)),
    on=days,
    known_on=days,
    title=texts(),
    text=texts(),
)


def read(content: bytes) -> list[icalendar.Component]:
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


def test_an_entry_is_an_event_of_one_whole_day_that_takes_nobodys_time() -> None:
    (event,) = read(calendar_file([ENTRY], "id"))

    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2021, 1, 7), date(2021, 1, 8))
    assert b"DTSTART;VALUE=DATE:20210107" in calendar_file([ENTRY], "id")
    assert event.decoded("dtstamp") == datetime(2020, 12, 23, tzinfo=UTC)
    assert str(event["transp"]) == "TRANSPARENT"
    assert (str(event["summary"]), str(event["description"])) == (ENTRY.title, ENTRY.text)


def test_lines_end_as_the_standard_asks_and_none_is_longer_than_it_allows() -> None:
    content = calendar_file([evolve(ENTRY, text="—" * 200)], "id")

    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(len(line) for line in lines) <= 75
    assert content.decode("utf-8")


@pytest.mark.parametrize(
    ("lang", "name"), [("id", "Batas waktu layanan"), ("en", "Deadlines of information")]
)
def test_the_calendar_has_a_name_in_the_language_asked_for(lang: Lang, name: str) -> None:
    content = calendar_file([], lang)

    file = icalendar.Calendar.from_ical(content)
    assert str(file["x-wr-calname"]).startswith(name)
    assert (str(file["version"]), read(content)) == ("2.0", [])


def test_a_uid_is_that_of_the_key_alone() -> None:
    moved = evolve(ENTRY, on=ENTRY.on + timedelta(days=5), known_on=date(2021, 1, 4), title="", text="")

    assert moved.uid == ENTRY.uid == "60dec835fe4aff1b03ef67cb03f24f90@ppid-core"
    assert evolve(ENTRY, key=("Kabupaten Contoh", "2020", "request", "2/2020")).uid != ENTRY.uid


@given(entries, entries)
def test_two_keys_never_share_a_uid(first: CalendarDay, second: CalendarDay) -> None:
    assert (first.uid == second.uid) == (first.key == second.key)


@given(st.lists(entries, max_size=3))
def test_whatever_is_written_is_read_back_in_its_order(written: list[CalendarDay]) -> None:
    found = read(calendar_file(written, "id"))

    assert [str(event["uid"]) for event in found] == [entry.uid for entry in written]
    assert [event.decoded("dtstart") for event in found] == [entry.on for entry in written]


def test_the_last_day_of_all_has_no_day_after_it() -> None:
    (event,) = read(calendar_file([evolve(ENTRY, on=date.max)], "id"))

    assert event.decoded("dtstart") == date.max
    assert "dtend" not in event


def test_without_its_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)

    with pytest.raises(ExtraMissingError, match=r'pip install "ppid-core\[ics\]"'):
        calendar_file([ENTRY], "id")
