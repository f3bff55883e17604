"""A finding names the case, and an explanation stays with it when the register is sorted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from tests.nothing_false.work import found, from_tables, messages

from ppid_core import Finding, unstructure
from ppid_core.cli.screen.findings import finding_lines
from ppid_core.report.findings.entries import Actors
from ppid_core.rules.engine.subjects import Subjects

SILENT = {"tanggal": "2023-03-01", "keputusan": "tidak dijawab"}
FIRST = {"nomor": "007/PPID/2023", **SILENT}
SECOND = {"nomor": "008/PPID/2023", **SILENT, "kanal": "website"}


def subjects_of(*rows: Mapping[str, object]) -> list[str]:
    return [one.subject for one in found(from_tables(permohonan=list(rows)), "L105")]


def explained_by(
    subject: str, *rows: Mapping[str, object], keberatan: Sequence[Mapping[str, object]] = ()
) -> list[str]:
    """Return the subjects of what an explanation of L105 covers, and W102 where it met nothing."""
    waiver = [{"kode": "L105", "subjek": subject, "alasan": "arsip terbakar"}]
    work = from_tables(permohonan=list(rows), penjelasan=waiver, keberatan=list(keberatan))
    covered = [one.subject for one in work.findings if one.waived]
    return [*covered, *(one.code for one in found(work, "W102"))]


def test_a_case_is_named_by_its_number_in_the_register() -> None:
    assert subjects_of(FIRST, SECOND) == ["request:007/PPID/2023", "request:008/PPID/2023"]


def test_the_sentence_says_the_number_and_the_row_stays_in_the_place() -> None:
    (finding,) = found(from_tables(permohonan=[FIRST]), "L105")
    assert finding.message() == "Permohonan 007/PPID/2023 – 1 permohonan tidak dijawab."
    assert finding.message("en") == "Request 007/PPID/2023 – 1 request was not answered."
    assert [place.row for place in finding.places] == [2]


def test_the_command_says_the_numbers_of_a_group_once() -> None:
    work = from_tables(permohonan=[FIRST, SECOND])
    printed = "\n".join(finding_lines(work.checked, "id", each=False))
    assert "Permohonan 007/PPID/2023, 008/PPID/2023\n" in printed


@pytest.mark.parametrize("number", ["", "007/PPID/2023", "007/ppid/2023 "])
def test_a_number_that_is_missing_or_borne_twice_names_nothing(number: str) -> None:
    assert subjects_of(FIRST, {**SECOND, "nomor": number})[-1] == "request:permohonan#3"
    assert "request:permohonan#3" in subjects_of(FIRST, {**SECOND, "nomor": number})


@pytest.mark.parametrize(
    "number",
    [
        "3673014507890001",
        "NIK 36.73.01.450789.0001",
        "Siti Aminah",
        "0812-3456-7890",
        "+62 812 3456 7890",
        "siti2@contoh.id",
    ],
)
def test_what_is_a_persons_and_no_number_is_never_printed(number: str) -> None:
    work = from_tables(permohonan=[{**FIRST, "nomor": number}])
    (finding,) = found(work, "L105")
    assert finding.subject == "request:permohonan#2"
    assert number not in f"{list(messages(work))} {unstructure(work.checked)}"


@pytest.mark.parametrize("number", ["7", "0007/REG-PSI/V/2016", "2023010112345678", "REG 12 – Ditolak"])
def test_what_only_looks_long_is_a_number(number: str) -> None:
    assert subjects_of({**FIRST, "nomor": number}) == [f"request:{number}"]


def test_objections_disputes_and_suits_are_named_too() -> None:
    work = from_tables(
        keberatan=[{"nomor": "K-1", "nomor_permohonan": "X", "tanggal": "2022-01-01"}],
        sengketa=[{"nomor": "S-1", "tanggal": "2022-01-01"}],
        gugatan=[{"nomor_sengketa": "S-1", "tanggal": "2022-05-01", "tanggal_putusan": "2022-01-01"}],
    )
    subjects = {one.subject for code in ("C101", "C103") for one in found(work, code)}
    assert subjects >= {"objection:K-1", "dispute:S-1", "suit:S-1"}
    said = [one.message() for one in work.findings if one.subject == "suit:S-1"]
    assert said[0].startswith("Gugatan atas sengketa S-1 – ")


@pytest.mark.parametrize(
    "subject",
    [
        "request:007/PPID/2023",
        "007/PPID/2023",
        "007/ppid/2023",
        "permohonan:007/PPID/2023",
        "Permohonan 007/PPID/2023",
        "request:permohonan#2",
        "permohonan#2",
    ],
)
def test_an_explanation_names_the_number_or_the_row(subject: str) -> None:
    assert explained_by(subject, FIRST, SECOND) == ["request:007/PPID/2023"]


def test_an_explanation_by_number_stays_with_its_case_when_the_register_is_sorted() -> None:
    assert explained_by("008/PPID/2023", FIRST, SECOND) == ["request:008/PPID/2023"]
    assert explained_by("008/PPID/2023", SECOND, FIRST) == ["request:008/PPID/2023"]


def test_an_explanation_by_row_still_covers_a_case_without_a_number_of_its_own() -> None:
    other = {**FIRST, "kanal": "website"}
    assert explained_by("request:permohonan#3", FIRST, other) == ["request:permohonan#3"]
    assert explained_by("007/PPID/2023", FIRST, other) == ["W102"]


def test_a_bare_number_of_two_registers_means_none_of_them() -> None:
    objection = [{"nomor": "007/PPID/2023", "tanggal": "2023-05-01"}]
    assert explained_by("007/PPID/2023", FIRST, keberatan=objection) == ["W102"]
    assert explained_by("permohonan:007/PPID/2023", FIRST, keberatan=objection) == ["request:007/PPID/2023"]


def test_a_finding_of_a_plugin_about_a_row_is_told_by_the_number_too() -> None:
    subjects = Subjects(year=from_tables(permohonan=[FIRST]).year)
    named = subjects.named(Finding(subject="request:permohonan#2"))
    assert (named.subject, named.case and named.case("en")) == (
        "request:007/PPID/2023",
        "Request 007/PPID/2023",
    )
    assert subjects.named(Finding(subject="request:permohonan#9")).case is None


def test_an_agency_still_gets_the_findings_about_its_rows() -> None:
    work = from_tables(permohonan=[{**FIRST, "opd": "Dinas Sosial"}], opd=[{"nama": "Dinas Sosial"}])
    (finding,) = found(work, "L105")
    assert Actors.of(work.year).of_finding(finding).name == "Dinas Sosial"


def test_a_persons_number_borne_twice_or_referred_to_is_not_printed_either() -> None:
    nik = "3673014507890001"
    objection = {"nomor_permohonan": nik, "tanggal": "2022-05-01", "huruf": "c"}
    work = from_tables(
        permohonan=[{**FIRST, "nomor": nik}, {**SECOND, "nomor": nik}],
        keberatan=[objection, objection, {**objection, "nomor_permohonan": "3673014507890002"}],
    )
    assert {one.code for one in work.findings} >= {"S102", "S103", "C103", "L105"}
    assert "367301" not in f"{list(messages(work))} {unstructure(work.checked)}"
