"""The lists of information as annexes: the columns of the regulation, every entry, what is not recorded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from ppid_core import Dossier, Lawbook, Report
from ppid_core.language import Lang
from ppid_core.law import RegisterKind
from ppid_core.report import Section, Table

DIP = [
    {"nomor": "1", "ringkasan": "Profil", "unit": "Dinkes", "penanggung_jawab": "Sekretaris"}
    | {"waktu_tempat": "Januari 2024", "bentuk": "daring", "retensi": "5 tahun", "kelompok": "berkala"},
    {"nomor": "2", "ringkasan": "Anggaran", "unit": "Dinkes", "penanggung_jawab": "Sekretaris"}
    | {"waktu_tempat": "Maret 2024", "bentuk": "cetak", "retensi": "10 tahun", "kelompok": "setiap saat"},
]
DIK = [
    {"nomor": "DIK-1", "informasi": "Rekam medis", "dasar": "UU 17/2023", "huruf": "h"}
    | {"akibat_dibuka": "a", "akibat_ditutup": "b", "jangka_waktu": "2 tahun"}
    | {"berlaku_sampai": "2025-12-31", "tanggal_uji": "2024-01-31", "penetapan": "SK 1", "opd": "Dinkes"},
    {"nomor": "DIK-2", "informasi": "Berkas", "dasar": "Pasal 17 huruf a", "huruf": "a"},
]


def report_of(year: int = 2024, lang: Lang = "id", **tables: Sequence[dict[str, Any]]) -> Report:
    key = {"kunci": "tahun", "isi": str(year)}
    return Dossier.from_rows({"laporan": [key], **tables}).report(lang=lang)


def annexes(report: Report) -> list[str]:
    return [one.heading for one in report.sections if one.key.startswith("annex_")]


def annex(report: Report, kind: str) -> Section:
    (section,) = (one for one in report.sections if one.key == f"annex_{kind}_information")
    return section


def tables(section: Section) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table)]


def told(section: Section) -> str:
    return "\n".join(block.plain() for block in section.blocks)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "id",
            "masa pengecualian 1 (satu) di antaranya sudah berakhir pada 31 Desember 2026; uji konsekuensi 1",
        ),
        ("en", "of them had ended by 31 December 2026; of 1"),
    ],
)
def test_key_figures_and_chapter_say_what_the_lists_hold_and_lack(lang: Lang, said: str) -> None:
    made = report_of(2026, lang, dip=DIP, dik=DIK)
    nothing = report_of(2026, lang)

    sections = {one.key: one for chapter in made.sections for one in (chapter, *chapter.sections)}
    assert said in told(sections["key_figures"])
    assert said in told(sections["availability"])
    assert lang == "en" or "Daftar informasi publik memuat 2 (dua) entri." in told(sections["key_figures"])
    assert "di antaranya sudah berakhir" not in repr(report_of(2024, dik=DIK))
    assert ("Daftar informasi publik memuat" in repr(nothing)) is False


def test_a_list_that_is_not_recorded_has_no_annex_and_those_kept_follow_each_other() -> None:
    lettered = ["Lampiran A Buku Register Permohonan", "Lampiran B Buku Register Keberatan"]

    assert annexes(report_of()) == lettered
    assert annexes(report_of(dik=DIK)) == [*lettered, "Lampiran C Daftar Informasi yang Dikecualikan"]
    assert annexes(report_of(dip=DIP, dik=DIK, sengketa=[{"nomor": "1"}]))[-3:] == [
        "Lampiran C Register Sengketa dan Gugatan",
        "Lampiran D Daftar Informasi Publik",
        "Lampiran E Daftar Informasi yang Dikecualikan",
    ]


@pytest.mark.parametrize("year", [2019, 2024])
def test_the_list_of_public_information_has_the_columns_of_the_law_of_its_day(year: int) -> None:
    law = Lawbook.load()
    day = law.report_due.at(law.report_due.since).since.replace(year=year + 1)
    asked = [
        one.slug
        for one in law.register_columns.at(day).value
        if one.register is RegisterKind.PUBLIC_INFORMATION
    ]
    (table,) = tables(annex(report_of(year, dip=DIP), "public"))

    assert [column.key for column in table.columns] == [*asked, "category"]
    assert len(table.rows) == len(DIP)
    assert "Kolom kelompok ditambahkan dari daftar; peraturan tidak memintanya." in table.notes


def test_entries_without_numbers_are_numbered_and_blank_columns_named() -> None:
    rows = [{"ringkasan": "Profil"}, {"ringkasan": "Anggaran"}]
    (table,) = tables(annex(report_of(dip=rows), "public"))

    assert [row[0] for row in table.rows] == [1, 2]
    assert any("tidak terisi pada satu baris pun" in note for note in table.notes)


def test_the_sheet_of_the_tests_and_the_decrees_are_two_tables() -> None:
    section = annex(report_of(dik=DIK), "exempt")
    sheet, decrees = tables(section)

    assert "dengan kolom menurut Perki 1/2021 Lampiran II." in told(section)
    assert [column.title for column in sheet.columns] == [
        *("No.", "Informasi", "Dasar hukum", "Konsekuensi bila dibuka", "Konsekuensi bila ditutup"),
        "Jangka waktu",
    ]
    assert sheet.rows[0][2] == "UU 17/2023, UU 14/2008 Pasal 17 huruf h"
    assert sheet.rows[0][-1] == "2 tahun (hari terakhir 31 Desember 2025)"
    assert sheet.rows[1][2] == "Pasal 17 huruf a"
    assert [row[2:4] for row in decrees.rows][1] == ("belum dicatat", "belum dicatat")
    assert "Dasar penetapan: Perki 1/2021 Pasal 49 ayat (5)." in decrees.notes


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("UU 14/2008 Pasal 17", "UU 14/2008 Pasal 17 huruf h"),
        ("UU KIP Ps. 17", "UU KIP Ps. 17 huruf h"),
        ("UU No. 14 Tahun 2008 pasal 17", "UU No. 14 Tahun 2008 pasal 17 huruf h"),
        ("Pasal 17", "Pasal 17 huruf h"),
        ("UU 17/2023 Pasal 17", "UU 17/2023 Pasal 17, UU 14/2008 Pasal 17 huruf h"),
    ],
)
def test_the_letter_goes_on_with_the_article_that_is_typed_without_it(typed: str, printed: str) -> None:
    entry = {"informasi": "Berkas", "dasar": typed, "huruf": "h"}
    (sheet, *_) = tables(annex(report_of(dik=[entry]), "exempt"))
    at = [column.title for column in sheet.columns].index("Dasar hukum")
    assert sheet.rows[0][at] == printed


def test_the_sheet_stands_alone_where_nothing_tells_of_a_decree() -> None:
    assert len(tables(annex(report_of(dik=[{"informasi": "Berkas", "dasar": "Pasal 17"}]), "exempt"))) == 1


def test_a_list_without_entries_is_nil() -> None:
    report = report_of(dip=[{"nomor": "NIHIL"}], dik=[{"nomor": "NIHIL"}])

    assert told(annex(report, "public")) == "Nihil: tidak ada informasi dalam daftar informasi publik."
    assert told(annex(report, "exempt")) == "Nihil: tidak ada informasi yang dikecualikan."


def test_annexes_are_told_in_english() -> None:
    section = annex(report_of(lang="en", dik=DIK), "exempt")

    assert section.heading == "Annex C List of Exempt Information"
    assert [column.title for column in tables(section)[1].columns] == [
        *("No.", "Information", "Tested", "Decree", "Agency"),
    ]


def test_before_there_was_a_law_no_place_of_it_is_named() -> None:
    section = annex(report_of(2009, dip=DIP), "public")

    assert "menurut" not in told(section)
    assert len(tables(section)) == 1


@pytest.mark.parametrize(("lang", "said"), [("id", "nomor DIK DIK-1"), ("en", "exempt entry DIK-1")])
def test_a_refusal_in_the_register_names_its_entry(lang: Lang, said: str) -> None:
    row = {"nomor": "1", "tanggal": "2024-03-04", "keputusan": "ditolak", "alasan_penolakan": "rahasia"}
    report = report_of(lang=lang, permohonan=[row | {"pasal_pengecualian": "h", "nomor_dik": "DIK-1"}])
    (section,) = (one for one in report.sections if one.key == "annex_requests")

    assert said in told(section)
