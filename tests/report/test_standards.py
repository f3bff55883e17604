"""Standards of service, and the facts for the commission's evaluation, in the report.

After a change of texts that is meant: ``PPID_RENEW_GOLDEN=1 pytest tests/report/test_standards.py``, then
read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from ppid_core import Dossier
from ppid_core.language import Lang
from ppid_core.report import Section, Table, Typed

GOLDEN = Path(__file__).parents[1] / "golden"
CHARTER = {"apa": "maklumat", "isi": "dasar hukum|biaya/tarif", "nomor": "1/2024"}


def told(
    year: int = 2024, lang: Lang = "id", *, key: str = "service_standards", **tables: list[dict[str, Any]]
) -> Section | None:
    work = Dossier.from_rows({"laporan": [{"kunci": "tahun", "isi": str(year)}], **tables})
    sections = work.report(lang=lang).sections
    return next((section for section in sections if section.key == key), None)


def rows(section: Section | None) -> dict[str, tuple[str, ...]]:
    assert section is not None
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    return {str(row[0]): tuple(str(cell).replace("\u00a0", " ") for cell in row[1:]) for row in table.rows}


def test_each_line_says_its_article_its_state_and_where_that_is_seen() -> None:
    lines = rows(told(permohonan=[{"nomor": "1"}, {"nomor": "2"}], standar=[CHARTER]))

    assert lines["Permintaan informasi"] == (
        *("Pasal 23 ayat (2)", "✓ terbukti"),
        "2 permohonan (permohonan baris 2–3)",
    )
    assert lines["Isi maklumat: dasar hukum"] == (
        *("Pasal 47 ayat (2) huruf a", "○ disebut"),
        "1/2024 (standar baris 2)",
    )
    assert lines["Isi maklumat: jaminan pelayanan"][1:] == ("– tidak diketahui", "–")
    assert lines["SOP"] == ("–", "– tidak diketahui", "–")


def test_a_charter_of_which_nothing_is_known_is_one_line() -> None:
    lines = rows(told(permohonan=[{"nomor": "1"}]))

    assert [name for name in lines if "aklumat" in name] == [
        "Maklumat pelayanan informasi",
        "Isi maklumat (6 pokok) dan pengumumannya",
    ]


def test_rows_that_lie_apart_are_not_all_named() -> None:
    numbered = [{"nomor": f"{at}", "kanal": ("surel", "pos")[at % 2]} for at in range(20)]

    shown = rows(told(permohonan=numbered))["Kanal layanan"][2]

    assert "10 permohonan melalui surel (permohonan baris 2, 4, 6 dan 7 baris lain)" in shown


def test_the_section_is_told_in_english_too() -> None:
    lines = rows(told(lang="en", permohonan=[{"nomor": "1"}]))

    assert lines["Requests for information"][1:] == ("✓ proven", "1 request (permohonan row 2)")


@pytest.mark.parametrize("year", [2019, 2020])
def test_before_the_law_named_standards_there_is_no_such_section(year: int) -> None:
    assert told(year, permohonan=[{"nomor": "1"}], standar=[CHARTER]) is None


QUESTIONS = [
    {"kategori": "kualitas informasi", "pertanyaan": "a", "bobot": "60", "jawaban": "75%"},
    {"kategori": "jenis informasi", "pertanyaan": "b", "bobot": "40", "jawaban": ""},
]
OWN = "Perkiraan sendiri, hanya SAQ"


def text(section: Section | None) -> str:
    assert section is not None
    return "\n".join(block.plain() for block in section.blocks)


def test_facts_of_each_category_of_the_year_stand_with_weight_place_and_how_sure_that_is() -> None:
    page = text(told(2025, key="monev", dip=[{"ringkasan": "Profil"}]))

    assert "Kualitas informasi" in page
    assert "1 entri DIP (dip baris 2)" in page
    assert "tidak ada fakta dalam tabel" in page
    assert "monitoring dan evaluasi 2025 (sumber sekunder)" in page


def test_without_a_questionnaire_no_sum_is_told() -> None:
    page = text(told(2025, key="monev", dip=[{"ringkasan": "Profil"}]))

    assert OWN not in page
    assert "Nilai" not in page
    assert told(2024, key="monev", dip=[{"ringkasan": "Profil"}]) is None


def test_a_sum_says_whose_it_is_over_what_it_stands_and_what_is_missing() -> None:
    page = text(told(2024, key="monev", saq=QUESTIONS))

    assert f"{OWN}: nilai jawaban 45 dari bobot 60, atas 1 (satu) dari 2 (dua) pertanyaan." in page
    assert "antara 45 dan 85 persen dari bobot seluruhnya, yaitu Kurang Informatif sampai" in page
    assert "1 pertanyaan belum dijawab dan 1 pertanyaan dijawab tanpa sumber" in page
    assert "tidak dihitung sebagai 0" in page
    assert "Kategori tahun 2024 tidak ditemukan" in page


def test_a_whole_questionnaire_has_a_grade_and_an_unmeasured_one_no_sum() -> None:
    whole = [{**row, "jawaban": "ya", "sumber": "tabel dip"} for row in QUESTIONS]
    open_ones = [{**row, "jawaban": "sebagian"} for row in QUESTIONS]

    assert "Itu 100 persen dari bobot seluruhnya: golongan Informatif." in text(
        told(2024, key="monev", saq=whole)
    )
    assert f"{OWN}: belum ada nilai" in text(told(2024, key="monev", saq=open_ones))
    assert "The body's own estimate" in text(told(2024, "en", key="monev", saq=QUESTIONS))


def test_what_staff_typed_is_known_as_such_beside_our_words() -> None:
    section = told(lang="en", standar=[{**CHARTER, "tempat_diumumkan": "papan|laman"}])
    assert section is not None
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    cells = [part for row in table.rows for part in getattr(row[3], "parts", ())]

    assert {part for part in cells if isinstance(part, Typed)} == {"1/2024", "papan, laman"}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_both_sections_are_the_golden_ones(lang: Lang) -> None:
    tables: dict[str, list[dict[str, Any]]] = {
        "standar": [
            {**CHARTER, "tempat_diumumkan": "papan pengumuman|laman", "tanggal": "2023-01-09"},
            {"apa": "SOP", "isi": "SOP penanganan keberatan", "nomor": "SOP/3/2023"},
        ],
        "permohonan": [{"nomor": "1", "kanal": "surel", "biaya": "0", "tanggal_pemberitahuan": "2023-03-13"}],
        "dip": [{"ringkasan": "Profil", "kelompok": "berkala", "tanggal_pemutakhiran": "2023-07-10"}],
        "saq": QUESTIONS,
    }
    keys = ("service_standards", "monev")
    printed = "\n\n".join(
        f"{section.heading}\n\n{text(section)}"
        for key in keys
        if (section := told(2023, lang, key=key, **tables)) is not None
    )

    golden = GOLDEN / f"standar-dan-monev-{lang}.txt"
    if os.environ.get("PPID_RENEW_GOLDEN"):
        golden.write_text(f"{printed}\n", encoding="utf-8")
    assert f"{printed}\n" == golden.read_text(encoding="utf-8")
