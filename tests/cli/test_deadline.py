from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

import icalendar
import pytest

from ppid_core.cli.console import WIDTH
from ppid_core.deadlines import DeadlineKind
from ppid_core.law.time_limit import TimeLimit


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


KINDS = [str(kind) for kind in DeadlineKind]
LIMITS: list[tuple[str, TimeLimit]] = [(str(kind), kind.limit) for kind in DeadlineKind]
KEYS = {
    "kind",
    "opened_on",
    "due_on",
    "provision",
    "steps",
    "calendar_version",
    "track",
    "estimated",
    "conflict",
}


def one_line(text: str) -> str:
    """Return text as it was before it was wrapped."""
    return " ".join(text.split())


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Make a package impossible to import."""
    monkeypatch.setitem(sys.modules, request.param, None)


def test_the_last_day_is_told_in_one_sentence(run: Run) -> None:
    ended = run("deadline", "request", "2020-12-18")

    assert one_line(ended.out) == (
        "Pemberitahuan tertulis atas permohonan informasi disampaikan paling lambat hari Kamis,"
        " 7 Januari 2021."
    )
    assert (ended.code, ended.err) == (0, "")


def test_the_indonesian_verb_and_an_indonesian_date_say_the_same(run: Run) -> None:
    assert (
        run("batas-waktu", "request", "18 Desember 2020").out == run("deadline", "request", "2020-12-18").out
    )


@pytest.mark.parametrize(
    ("arguments", "due"),
    [
        (["--extended"], "Senin, 18 Januari 2021"),
        (["--as-known-on", "2020-11-30"], "Selasa, 12 Januari 2021"),
        (["--track", "asn", "--as-known-on", "2020-12-01"], "Selasa, 12 Januari 2021"),
        (["--track", "umum", "--as-known-on", "2020-12-01"], "Kamis, 7 Januari 2021"),
        (["--no-cuti-bersama"], "Selasa, 5 Januari 2021"),
    ],
)
def test_extension_track_and_calendar_of_a_day_are_chosen(run: Run, arguments: list[str], due: str) -> None:
    assert f"hari {due}" in one_line(run("deadline", "request", "2020-12-18", *arguments).out)


def test_reasons_come_with_articles_skipped_days_and_decrees(run: Run) -> None:
    lines = run("deadline", "request", "2020-12-18", "--explain").out.splitlines()

    assert "  Kamis, 24 Desember 2020: cuti bersama (Keppres 17/2020)" in lines
    assert "UU 14/2008 Pasal 22 ayat (7)" in one_line(" ".join(lines))
    assert max(len(line) for line in lines) <= WIDTH


def test_reasons_are_told_in_english_too(run: Run) -> None:
    told = one_line(run("deadline", "request", "2020-12-18", "--explain", "--lang", "en").out)

    assert told.startswith("The written notice on the request is due on Thursday, 7 January 2021.")
    assert "Thursday, 24 December 2020: joint leave (Keppres 17/2020)" in told


@pytest.mark.parametrize("kind", KINDS)
def test_json_has_the_keys_of_the_contract_for_every_kind(run: Run, kind: str) -> None:
    ended = run("deadline", kind, "2023-12-31", "--format", "json")

    found = json.loads(ended.out)
    assert found.keys() >= KEYS
    assert (found["kind"], found["opened_on"]) == (kind, "2023-12-31")
    assert ended.code == 0


def test_json_of_a_request_over_new_year(run: Run) -> None:
    found = json.loads(run("deadline", "request", "2020-12-18", "--format", "json").out)

    assert found["due_on"] == "2021-01-07"
    assert sum(step["counted"] for step in found["steps"]) == found["provision"]["value"] == 10
    steps = {step["date"]: step for step in found["steps"]}
    assert steps["2021-01-01"]["why"].startswith("libur nasional")
    assert steps["2021-01-01"]["reason"] == "libur_nasional"
    assert (steps["2021-01-02"]["reason"], steps["2021-01-04"]["reason"]) == ("saturday", None)


def test_calendar_file_holds_the_last_day_as_one_whole_day(run: Run) -> None:
    ended = run("deadline", "request", "2020-12-18", "--format", "ics")

    (event,) = icalendar.Calendar.from_ical(ended.out).walk("VEVENT")
    assert event.decoded("dtstart") == date(2021, 1, 7)
    assert event.decoded("dtend") == date(2021, 1, 8)
    assert str(event["summary"]) == "Pemberitahuan tertulis atas permohonan informasi"
    assert "Keppres 17/2020" in str(event["description"])


def test_the_same_question_gives_the_same_uid_whatever_the_calendar(run: Run) -> None:
    asked = (
        ["2020-12-18"],
        ["2020-12-18", "--as-known-on", "2020-11-30"],
        ["2020-12-18", "--extended"],
        ["2020-12-17"],
    )

    plain, known, extended, other = (
        _uid(run("deadline", "request", *one, "--format", "ics").out) for one in asked
    )

    assert plain == known
    assert len({plain, extended, other}) == 3


def _uid(file: str) -> str:
    (event,) = icalendar.Calendar.from_ical(file).walk("VEVENT")
    return str(event["uid"])


@pytest.mark.parametrize(("kind", "limit"), LIMITS, ids=KINDS)
def test_help_names_the_event_of_every_kind_and_the_convention_where_the_law_is_silent(
    run: Run, kind: str, limit: TimeLimit
) -> None:
    told = one_line(run("deadline", "--help").out)

    assert f"{kind}: {limit.event.id}" in told
    assert f"{kind}: {limit.convention.id}" in told or not limit.convention.id


@pytest.mark.parametrize("kind", [kind for kind, limit in LIMITS if limit.convention.id])
@pytest.mark.parametrize("explain", [["--explain"], []])
def test_a_convention_is_named_with_the_reasons_and_without(run: Run, kind: str, explain: list[str]) -> None:
    told = one_line(run("deadline", kind, "2023-12-31", *explain).out)

    assert DeadlineKind(kind).limit.convention.id in told


def test_a_time_that_is_not_verified_says_so(run: Run) -> None:
    unsure, read = (
        run("deadline", "objection-answer-registered", day).out for day in ("2020-06-02", "2023-12-29")
    )

    assert "Belum diverifikasi: jangka waktu" in unsure
    assert "Belum diverifikasi: jangka waktu" not in read


def test_a_day_in_dispute_and_an_estimate_are_told_without_being_asked(run: Run) -> None:
    assert "bergantung pada hari itu" in one_line(run("deadline", "request", "2021-12-15").out)
    assert "Perkiraan: keputusan hari libur" in one_line(run("deadline", "request", "2029-01-02").out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["permohonan", "2020-12-18"], "Isi JENIS tidak dikenal. Yang dapat: request, request-completeness"),
        (["request"], "TANGGAL belum ditulis."),
        ([], "JENIS belum ditulis."),
        (["request", "2020x"], 'Isi TANGGAL tidak dapat dibaca: "2020x" bukan tanggal.'),
        (["request", "0000-01-01"], 'Isi TANGGAL tidak dapat dibaca: "0000-01-01" bukan tanggal.'),
        (["request", "99999-01-01"], 'Isi TANGGAL tidak dapat dibaca: "99999-01-01" bukan tanggal.'),
        (["request", "2021-02-29"], 'Isi TANGGAL tidak dapat dibaca: "2021-02-29" bukan tanggal.'),
        (["request", "-5"], "Pilihan -5 tidak dikenal."),
        (
            ["request", "2020-12-18", "--track", "pns"],
            "Isi --track tidak dikenal. Yang dapat: asn, umum, both.",
        ),
        (["request", "2020-12-18", "--as-known-on", "1999-01-01"], "Belum ada hari libur yang diketahui"),
        (
            ["request", "2020-12-18", "--format", "xml"],
            "Isi --format tidak dikenal. Yang dapat: text, json, ics.",
        ),
        (
            ["court", "2020-12-18", "--extended"],
            "court tidak dapat diperpanjang. Yang dapat: request, mediation.",
        ),
        (
            ["yearly-report", "2020-12-31", "--extended"],
            "yearly-report tidak dapat diperpanjang. Yang dapat: request, mediation.",
        ),
        (["request", "2090-01-02"], "Hari libur tahun 2090 tidak diketahui; yang diketahui: 2010–2047."),
        (["cassation", "9999-12-30"], "Hari libur tahun 9999 tidak diketahui; yang diketahui: 2010–2047."),
        (["yearly-report", "9999-12-31"], "Hari libur tahun 9999 tidak diketahui"),
    ],
)
def test_what_cannot_be_counted_is_a_sentence_and_exit_code_2(
    run: Run, arguments: list[str], said: str
) -> None:
    ended = run("deadline", *arguments)

    assert one_line(ended.err).startswith(said)
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize(
    ("kind", "day", "title", "since"),
    [
        ("request", "1 Januari 2009", "batas waktu menjawab permohonan", "30 April 2010"),
        (
            "dispute-filing-after-silence",
            "1 Juni 2012",
            "batas waktu mengajukan sengketa bila keberatan tidak dijawab",
            "29 April 2013",
        ),
    ],
)
def test_a_day_before_the_law_says_since_when_it_applies(
    run: Run, kind: str, day: str, title: str, since: str
) -> None:
    ended = run("deadline", kind, day)

    assert one_line(ended.err) == f"Untuk {day} belum ada ketentuannya: {title} baru berlaku sejak {since}."
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize("without", ["holidays"], indirect=True)
@pytest.mark.parametrize(("day", "year"), [("2029-01-02", 2029), ("2027-12-28", 2028), ("2028-01-01", 2028)])
@pytest.mark.usefixtures("without")
def test_without_the_package_a_later_year_says_what_to_install(run: Run, day: str, year: int) -> None:
    ended = run("deadline", "request", day)

    assert one_line(ended.err) == (
        f"Hari libur tahun {year} belum diketahui (yang diketahui: 2010–2027); perkiraannya memerlukan"
        ' pip install "ppid-core[estimate]"'
    )
    assert 'pip install "ppid-core[estimate]"' in ended.err.splitlines()[-1]
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize("without", ["holidays"], indirect=True)
@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2029-01-02", "The holidays of 2029 are not known yet (known are 2010–2027); to estimate them: pip"),
        (
            "2009-01-01",
            "For 1 January 2009 there is no provision yet: the time for answering requests applies",
        ),
    ],
)
@pytest.mark.usefixtures("without")
def test_what_cannot_be_counted_is_told_in_english_too(run: Run, day: str, said: str) -> None:
    assert one_line(run("deadline", "request", day, "--lang", "en").err).startswith(said)


@pytest.mark.parametrize("without", ["holidays"], indirect=True)
@pytest.mark.usefixtures("without")
def test_without_the_package_known_days_are_counted_as_ever(run: Run) -> None:
    assert "Rabu, 29 Desember 2027" in one_line(run("deadline", "request", "2027-12-14").out)
    assert "Sabtu, 1 Januari 2028" in one_line(run("deadline", "cassation", "2027-12-18").out)


@pytest.mark.parametrize("without", ["icalendar"], indirect=True)
@pytest.mark.usefixtures("without")
def test_without_its_package_a_calendar_file_says_what_to_install(run: Run) -> None:
    ended = run("deadline", "request", "2020-12-18", "--format", "ics")

    assert 'pip install "ppid-core[ics]"' in ended.err
    assert (ended.code, ended.out) == (3, "")


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_a_console_of_few_signs_gets_plain_ones(
    on_console: Callable[..., tuple[object, str, str]], encoding: str
) -> None:
    code, told, beside = on_console(encoding, "deadline", "request", "2020-12-18", "--explain")

    assert (code, beside) == (0, "")
    assert "?" not in told
    assert "Desember 2020: hari ke-1 sampai ke-3" in told


@pytest.mark.slow
def test_a_calendar_file_is_utf_8_with_lines_ended_by_the_standard_on_every_console() -> None:
    arguments = ["deadline", "cassation", "2020-12-11", "--format", "ics"]

    done = subprocess.run(
        [sys.executable, "-m", "ppid_core", *arguments],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp437"},
    )

    assert done.stdout.count(b"\r\n") == done.stdout.count(b"\n")
    assert done.stdout.endswith(b"END:VCALENDAR\r\n")
    assert icalendar.Calendar.from_ical(done.stdout).walk("VEVENT")
