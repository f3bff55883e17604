"""Likely slips of callers: each is told where it is made, with what was given and what to give instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

import ppid_core
from ppid_core import (
    Artifact,
    DeadlineKind,
    Dossier,
    check,
    deadline,
    export,
    from_rows,
    load_plugins,
    merge,
    redact,
    summarize,
    summarize_files,
    write,
)
from ppid_core.errors import ArgumentError, InputError
from ppid_core.plugins import Plugins
from ppid_core.source import Source
from ppid_core.version import VERSION

WORK: Any = Dossier.open("examples/kota-serang-2020", plugins=Plugins())
KIND: Any = "request"
NOON: Any = datetime(2020, 1, 1, 12, tzinfo=UTC)
DAY: Any = "2020-01-01"
SUMMARIES: Any = [WORK.summary]
TEXT: Any = "L103"
FORMATS: Any = ["docx"]
FILE: Any = Artifact(name="a.txt", media_type="text/plain", content=b"a")
ROWS: Any = [{"nomor": 1}]


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        (lambda: WORK.check(select="L103"), r'select: yang diberikan "L103" \(str\), .*daftar: \["L103"\]\.'),
        (lambda: WORK.check(ignore="L103"), "ignore: .*daftar"),
        (lambda: WORK.write("hasil", formats="docx"), r'formats: .*daftar: \["docx"\]'),
        (lambda: summarize_files("laporan-2024"), r'paths: .*daftar: \["laporan-2024"\]'),
        (lambda: deadline(KIND, date(2020, 1, 1), WORK.law, WORK.workdays), "DeadlineKind.REQUEST"),
        (lambda: deadline(DeadlineKind.REQUEST, NOON, WORK.law, WORK.workdays), r"datetime, .*\.date\(\)"),
        (
            lambda: deadline(DeadlineKind.REQUEST, DAY, WORK.law, WORK.workdays),
            r'"2020-01-01" \(str\), .*date\(',
        ),
        (lambda: Dossier.open("examples/kota-serang-2020", as_of=NOON), r"as_of: .*\.date\(\)"),
        (lambda: Dossier.open("examples/kota-serang-2020", as_of=DAY), r"as_of: .*date\(2021, 1, 7\)"),
        (lambda: Dossier(year=WORK), "year: .*Dossier, .*ServiceYear"),
        (lambda: summarize(WORK, WORK.law, WORK.workdays, WORK.as_of), "year: .*Dossier"),
        (lambda: summarize(WORK.year, WORK.workdays, WORK.law, WORK.as_of), "law: .*WorkdayCalendar"),
        (lambda: check(WORK), "evidence: .*work.evidence"),
        (lambda: export(WORK, "markdown", WORK.plugins), r"report: .*work\.report\(\)"),
        (lambda: check(WORK.evidence, rules=TEXT), r'rules: .*select=\["L103"\]'),
        (lambda: export(WORK.report(), FORMATS, WORK.plugins), r"exporter: .*list"),
        (lambda: load_plugins(block="ppid-ods"), r'block: .*daftar: \["ppid-ods"\]'),
        (lambda: redact(WORK), "year: .*Dossier, .*work.year"),
        (lambda: write(FILE, "hasil"), r"artifacts: .*Artifact, .*\[Artifact, …\]"),
        (lambda: WORK.law.request_response.at(NOON), r"day: .*\.date\(\)"),
        (lambda: WORK.law.request_response.at(DAY), r'day: .*"2020-01-01"'),
        (lambda: WORK.workdays.add(DAY, 3), r'day: .*"2020-01-01" \(str\), .*date\(2021, 1, 7\)'),
        (lambda: WORK.workdays.between(DAY, DAY), "day: .*str"),
        (lambda: Dossier(year=WORK.year, previous=WORK), r"previous: .*Dossier, .*\[Dossier, …\]"),
        (lambda: Dossier.open("examples/kota-serang-2020", previous=WORK), r"previous: .*Dossier"),
        (lambda: merge(SUMMARIES), r"summaries: .*list, .*merge\(\*summaries\)"),
        (lambda: from_rows(ROWS), r'tables: .*list, .*"permohonan"'),
    ],
)
def test_slip_is_told_with_what_to_give(slip: Callable[[], object], told: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        slip()

    assert isinstance(caught.value, TypeError)
    assert caught.match(told)
    assert caught.value.told.en != caught.value.told.id


def test_what_is_long_is_told_by_its_kind_alone() -> None:
    with pytest.raises(ArgumentError, match="as_of: yang diberikan str, "):
        Dossier(year=WORK.year, as_of="x" * 100)  # type: ignore[arg-type]


def test_package_says_its_version() -> None:
    assert ppid_core.__version__ == VERSION


def test_place_of_a_problem_is_told_in_both_languages() -> None:
    rows = {"laporan": [{"kunci": "tahun", "isi": "dua ribu"}], "permohonan": [{"nomor": "1"}]}
    with pytest.raises(InputError) as caught:
        from_rows(rows, file="register.csv", first_row=8)

    (line, *_), (english, *_) = caught.value.told.id.splitlines(), caught.value.told.en.splitlines()
    assert line.startswith("register.csv[laporan] baris 8: ")
    assert english.startswith("register.csv[laporan] row 8: ")


@pytest.mark.parametrize(
    ("place", "indonesian", "english"),
    [
        (
            Source(file="buku.xlsx", sheet="A", cell="C7"),
            'buku.xlsx lembar "A" sel C7',
            'buku.xlsx sheet "A" cell C7',
        ),
        (Source(file="a.csv"), "a.csv", "a.csv"),
        (Source(row=3), "baris 3", "row 3"),
    ],
)
def test_place_is_told_in_the_language_of_the_sentence(place: Source, indonesian: str, english: str) -> None:
    assert (str(place), place.told.en) == (indonesian, english)
