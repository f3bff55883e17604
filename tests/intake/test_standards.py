"""Standards of service and the commission's questions are read, and written back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from ppid_core import from_rows, redact
from ppid_core.glossary.standard import charter_contents
from ppid_core.intake import Intake
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import (
    Absent,
    AssessmentQuestion,
    CharterContent,
    Coded,
    MonevCategory,
    SelfAnswer,
    ServiceStandard,
    StandardKind,
)
from ppid_core.summary.succession import next_year

LINE = {"kunci": "tahun", "isi": "2024"}
CHARTER = {
    "apa": "Maklumat pelayanan",
    "isi": "dasar hukum|biaya/tarif",
    "nomor": "Maklumat 1/2024",
    "tanggal": "9 Januari 2024",
    "tempat_diumumkan": "papan pengumuman|laman",
}
QUESTION = {
    "kategori": "Kualitas",
    "pertanyaan": "Apakah DIP dimutakhirkan?",
    "bobot": "12,5%",
    "jawaban": "sudah",
    "sumber": "tabel dip",
}


def of_rows(**tables: Sequence[dict[str, str]]) -> Intake:
    return from_rows({"laporan": [LINE], **tables})


def test_standards_and_questions_are_read_and_written_back() -> None:
    intake = of_rows(standar=[CHARTER, {"apa": "peta jalan layanan"}], saq=[QUESTION])

    assert intake.problems == ()
    assert intake.year.standards == (
        ServiceStandard(
            kind=Coded(StandardKind.CHARTER, "Maklumat pelayanan"),
            content="dasar hukum|biaya/tarif",
            number="Maklumat 1/2024",
            on=date(2024, 1, 9),
            announced_at="papan pengumuman|laman",
        ),
        ServiceStandard(kind=Coded(StandardKind.OTHER, "peta jalan layanan")),
    )
    assert intake.year.questions == (
        AssessmentQuestion(
            category=Coded(MonevCategory.QUALITY, "Kualitas"),
            question="Apakah DIP dimutakhirkan?",
            weight=Decimal("12.5"),
            answer=Coded(SelfAnswer.YES, "sudah"),
            proof="tabel dip",
        ),
    )
    assert from_rows(typed_tables(intake.year)).year == intake.year


def test_a_blank_answer_is_none_and_a_share_keeps_its_words() -> None:
    answers = ("", "75%", "√", "150%")
    rows = of_rows(saq=[{**QUESTION, "jawaban": answer} for answer in answers]).year.questions

    assert not isinstance(rows, Absent)
    assert [row.answer for row in rows] == [
        None,
        Coded(SelfAnswer.SHARE, "75%"),
        Coded(SelfAnswer.YES, "√"),
        Coded(SelfAnswer.OTHER, "150%"),
    ]


def test_what_is_not_kept_is_not_nil() -> None:
    nil = of_rows(standar=[{"apa": "NIHIL"}]).year

    assert isinstance(of_rows().year.standards, Absent)
    assert isinstance(of_rows().year.questions, Absent)
    assert nil.standards == ()


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("standar", {**CHARTER, "apa": ""}, "apa"),
        ("standar", {**CHARTER, "tanggal": "kapan-kapan"}, "tanggal"),
        ("saq", {**QUESTION, "bobot": "-5"}, "bobot"),
        ("saq", {**QUESTION, "bobot": "berat"}, "bobot"),
    ],
)
def test_what_a_row_cannot_be_is_a_problem_at_its_cell(table: str, row: dict[str, str], column: str) -> None:
    (problem,) = of_rows(**{table: [row]}).problems

    assert problem.source.column == column


def test_a_total_of_the_weights_is_a_claim_and_no_question() -> None:
    intake = of_rows(saq=[QUESTION, {"pertanyaan": "JUMLAH", "bobot": "100"}])

    assert intake.read["saq"] == 1
    assert [(total.table, total.value) for total in intake.year.stated_totals] == [("saq", Decimal(100))]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Dasar hukum; tarif: gratis", {CharterContent.LEGAL_BASIS, CharterContent.FEE}),
        (
            "a. dasar hukum|b. sistem, mekanisme, dan prosedur",
            {CharterContent.LEGAL_BASIS, CharterContent.PROCEDURE},
        ),
        ("- jangka waktu 10 hari kerja - jaminan", {CharterContent.TIME, CharterContent.GUARANTEE}),
        ("1) evaluasi kinerja pelaksana\n2) biaya", {CharterContent.EVALUATION, CharterContent.FEE}),
        ("a, b; f", {CharterContent.LEGAL_BASIS, CharterContent.PROCEDURE, CharterContent.EVALUATION}),
        ("a, b, g", set()),
        ("Kami siap melayani tanpa biaya", set()),
        ("biayawan", set()),
        ("", set()),
    ],
)
def test_contents_of_a_charter_are_those_with_whose_words_a_part_begins(
    text: str, contents: set[CharterContent]
) -> None:
    assert charter_contents(text) == contents


def test_the_public_edition_hides_whom_registers_name() -> None:
    public = redact(
        of_rows(
            permohonan=[{"nomor": "1", "nama": "Siti Contoh"}],
            standar=[{**CHARTER, "isi": "Janji kepada Siti Contoh"}],
            saq=[{**QUESTION, "sumber": "surat Siti Contoh"}],
        ).year
    )

    assert "Siti" not in f"{public.standards}{public.questions}"
    assert "Maklumat 1/2024" in f"{public.standards}"


def test_standards_go_on_to_next_year_and_questions_of_this_year_do_not() -> None:
    after = next_year(of_rows(standar=[CHARTER], saq=[QUESTION]).year).year

    assert not isinstance(after.standards, Absent)
    assert after.standards[0].number == "Maklumat 1/2024"
    assert isinstance(after.questions, Absent)
