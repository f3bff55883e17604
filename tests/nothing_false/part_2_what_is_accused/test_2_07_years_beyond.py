"""2.7: what lies beyond the decreed years is estimated and says so, or says what to install."""

from __future__ import annotations

import json
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.nothing_false.work import found, from_tables

from ppid_core import Dossier, Finding, unstructure
from ppid_core.cli import main
from ppid_core.model import Absent, Reason
from ppid_core.rules import Severity

SIGNED = date(2028, 2, 10)
ROWS = (
    {"nomor": "1", "tanggal": "2027-12-01", "keputusan": "dikabulkan", "tanggal_pemberitahuan": "2028-01-05"},
    {"nomor": "2", "tanggal": "2027-12-24", "keputusan": "dikabulkan", "tanggal_pemberitahuan": "2028-01-31"},
    {"nomor": "3", "tanggal": "2027-12-27", "keputusan": "dikabulkan", "tanggal_pemberitahuan": "2028-01-05"},
)
"""Late by decreed days, late by an estimate, and in time by an estimate."""
INSTALL = 'pip install "ppid-core[estimate]"'


def of_2027(*rows: dict[str, str]) -> Dossier:
    return from_tables(year=2027, permohonan=list(rows or ROWS), as_of=SIGNED)


def numbers(findings: tuple[Finding, ...]) -> list[int | None]:
    return [place.row for finding in findings for place in finding.places]


@pytest.fixture
def beyond_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the package ``holidays`` impossible to import."""
    monkeypatch.setitem(sys.modules, "holidays", None)


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what the command prints, as it was before it was wrapped."""
    monkeypatch.setattr(sys, "argv", ["ppid", *arguments])
    with pytest.raises(SystemExit):
        main()
    told = capsys.readouterr()
    return " ".join((told.out + told.err).split())


def folder_of_2027(folder: Path) -> str:
    (folder / "laporan.csv").write_text("kunci,isi\ntahun,2027\npenandatangan.tanggal,2028-02-10\n", "utf-8")
    lines = (",".join(row.values()) for row in ROWS)
    (folder / "permohonan.csv").write_text("\n".join((",".join(ROWS[0]), *lines)) + "\n", "utf-8")
    return str(folder)


def test_a_late_answer_of_the_last_days_of_2027_is_an_info_and_no_warning() -> None:
    work = of_2027()

    warned, told = found(work, "L106"), found(work, "L904")

    assert (numbers(warned), numbers(told)) == ([2], [3])
    assert {finding.severity for finding in told} == {Severity.INFO}
    assert (
        "Permohonan 2 – Menurut kalender perkiraan, L106: 1 permohonan: dijawab 31 Januari 2028"
        in told[0].message()
    )


def test_what_is_late_by_decreed_days_stays_a_warning_although_its_answer_came_in_an_estimated_year() -> None:
    (warned,) = found(of_2027(ROWS[0]), "L106")

    assert "sampai 15 Desember 2027" in warned.message()


def test_time_in_a_year_that_no_decree_fixes_is_counted_and_the_summary_says_by_what() -> None:
    work = of_2027()

    assert work.figure("requests.timeliness.closed_late") == 2
    assert work.figure("requests.timeliness.closed_in_time") == 1
    assert work.summary.scope is not None
    assert work.summary.scope.estimated_years == (2028,)
    estimate = f"2028 (paket Python holidays {version('holidays')})"
    assert unstructure(work.summary)["calendar_estimate"] == estimate


def test_a_year_whose_due_dates_are_all_decreed_is_not_estimated() -> None:
    work = from_tables(year=2023, permohonan=[{"nomor": "1", "tanggal": "2023-12-27"}])

    assert work.workdays.estimated_years == ()
    assert unstructure(work.summary)["calendar_estimate"] == ""
    assert not found(work, "L904")


def test_an_objection_that_is_late_by_an_estimate_is_told_so_too() -> None:
    rows = [{"nomor": "K1", "tanggal": "2027-12-20", "alasan": "c", "jawaban": "diterima"}]
    late = from_tables(
        year=2027, keberatan=[{**rows[0], "tanggal_jawaban": "2028-03-31"}], as_of=date(2028, 4, 3)
    )

    told = {
        finding.code: finding.severity for finding in late.findings if finding.subject.startswith("objec")
    }

    assert Severity.ERROR not in told.values()
    assert Severity.WARNING not in {told.get(code) for code in ("C201", "C202")}
    assert "L904" in told


def test_the_report_says_that_last_days_rest_on_an_estimate() -> None:
    report = of_2027().report()

    said = "\n".join(
        block.plain() for section in report.sections for part in section.sections for block in part.blocks
    )
    assert "Batas waktu yang melewati tahun 2028 dihitung dengan perkiraan hari libur" in said


@pytest.mark.usefixtures("beyond_without_the_package")
def test_without_the_package_nothing_is_called_unrecorded_and_the_finding_says_what_to_install() -> None:
    work = of_2027()

    told = {finding.subject: finding for finding in found(work, "L903")}
    assert told["calendar:2028"].mend() == f"Perkiraannya memerlukan paket tambahan: {INSTALL}"
    assert "Hari libur tahun 2028 belum diketahui" in told["calendar:2028"].message()
    assert work.figure("requests.response_time.mean") == Absent(Reason.NO_CALENDAR)
    assert "content:response_time" not in {finding.subject for finding in found(work, "L103")}
    assert not found(work, "L904")


@pytest.mark.usefixtures("beyond_without_the_package")
def test_without_the_package_the_report_names_the_calendar_as_the_reason() -> None:
    sections = of_2027().report().sections

    said = "\n".join(
        block.plain() for section in sections for part in section.sections for block in part.blocks
    )
    whole = said + "\n".join(block.plain() for section in sections for block in section.blocks)
    assert "tidak disajikan karena kalender hari kerja tahun itu belum tersedia" in whole
    assert "tanggal pemberitahuan tertulis belum dicatat" not in whole
    assert "tidak dapat dihitung" in whole


@pytest.mark.parametrize("verb", ["check", "summary", "report"])
def test_each_verb_says_which_years_are_estimated(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    extra = ("--to", "markdown") if verb == "report" else ()

    told = run(monkeypatch, capsys, verb, folder_of_2027(tmp_path), *extra)

    assert "Hari libur yang belum ditetapkan dan diperkirakan: 2028 (paket Python holidays" in told


@pytest.mark.usefixtures("beyond_without_the_package")
@pytest.mark.parametrize("verb", ["check", "summary"])
def test_each_verb_says_what_to_install_where_the_package_is_missing(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(monkeypatch, capsys, verb, folder_of_2027(tmp_path))

    assert "Hari libur tahun 2028 belum diketahui (yang diketahui: 2010–2027)" in told
    assert f"perkiraannya memerlukan {INSTALL}" in told


@pytest.mark.parametrize("name", [(), ("request_response",), ("instruments",)])
def test_the_law_of_a_day_that_nobody_has_looked_at_is_told_with_a_warning(
    name: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    warned = "Belum ada yang diperiksa untuk 1 Maret 2028"

    assert warned in run(monkeypatch, capsys, "law", *name, "--at", "2028-03-01")
    assert "Belum ada yang diperiksa" not in run(monkeypatch, capsys, "law", *name, "--at", "2024-03-01")
    told = run(monkeypatch, capsys, "law", *name, "--at", "2028-03-01", "--format", "json")
    assert json.loads(told)["unchecked"][0].startswith(warned)


def test_2027_waits_for_its_keppres_in_the_calendar_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(monkeypatch, capsys, "calendar", "2027")

    assert "Belum ada keputusan cuti bersama jalur ASN (Keppres) untuk tahun ini" in told


def test_a_rule_that_cannot_judge_for_want_of_a_decree_does_not_say_that_dates_are_lacking() -> None:
    run = of_2027(ROWS[1], ROWS[2]).checked.run("L106")

    assert run.reason.id == "hari libur tahun batas waktunya belum ditetapkan"


@pytest.mark.usefixtures("beyond_without_the_package")
def test_without_the_package_it_does_not_say_so_either() -> None:
    run = of_2027(ROWS[1], ROWS[2]).checked.run("L106")

    assert run.reason.id == "hari libur tahun batas waktunya belum ditetapkan"
