"""What a commission looks for: refusals by letter with their tests, what each agency did, purposes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ppid_core import Dossier, load_plugins
from ppid_core.language import Lang
from ppid_core.report import Items, Paragraph, Report, Section, Table
from ppid_core.summary import listed, next_year

Row = Mapping[str, str | int]
KEYS: list[Row] = [
    {"kunci": "tahun", "isi": 2023},
    {"kunci": "badan.nama", "isi": "Kota Contoh"},
    {"kunci": "badan.tingkat", "isi": "kota"},
]
TESTED = "Berita acara 01/UK/2023, 6 Maret 2023"


def report_of(*requests: Row, lang: Lang = "id", **besides: list[Row]) -> Report:
    rows: list[Row] = [{"nomor": str(at), **row} for at, row in enumerate(requests)]
    tables: dict[str, list[Row]] = {"laporan": KEYS, "permohonan": rows, **besides}
    return Dossier.from_rows(tables, plugins=load_plugins(entry_points=[])).report(lang=lang)


def table(report: Report, key: str) -> Table | None:
    return next((one for one in report.tables() if one.key == key), None)


def rows(report: Report, key: str) -> list[tuple[object, ...]]:
    found = table(report, key)
    return [] if found is None else list(found.rows)


def summary_page(report: Report) -> str:
    (page,) = (one for _, one in report.walk() if one.key == "key_figures")
    return told(page)


def told(section: Section) -> str:
    return "\n".join(one.plain() for one in section.blocks if isinstance(one, Paragraph | Items))


REFUSALS: tuple[Row, ...] = (
    {"tanggal": "2023-03-01", "keputusan": "ditolak", "pasal_pengecualian": "h", "uji_konsekuensi": TESTED},
    {"tanggal": "2023-03-02", "keputusan": "ditolak", "pasal_pengecualian": "h", "uji_konsekuensi": ""},
    {"tanggal": "2023-03-03", "keputusan": "dikabulkan sebagian", "pasal_pengecualian": "b", "jumlah": 3},
    {"tanggal": "2023-03-04", "keputusan": "ditolak", "alasan_penolakan": "dikecualikan"},
    {"tanggal": "2023-03-05", "keputusan": "ditolak", "alasan_penolakan": "tidak dikuasai", "jumlah": 2},
    {"tanggal": "2023-03-06", "keputusan": "ditolak"},
)
REFUSED = tuple({"jumlah": 1, **row} for row in REFUSALS)


def test_the_test_of_an_entry_of_the_list_stands_beside_the_refusal_that_names_it() -> None:
    row = {"tanggal": "2023-03-02", "keputusan": "ditolak", "pasal_pengecualian": "h", "nomor_dik": "3"}
    entry = {"nomor": "3", "informasi": "Data pelapor", "tanggal_uji": "2021-02-03"}

    found = rows(report_of(row, dik=[entry]), "refusals_by_ground")
    english = rows(report_of(row, dik=[entry], lang="en"), "refusals_by_ground")

    assert found == [("Pasal 17 huruf h: rahasia pribadi", 1, 0, 1, 0, "entri DIK 3, diuji 3 Februari 2021")]
    assert english[0][-1] == "entry 3, tested 3 February 2021"


def test_refusals_stand_by_their_letter_with_what_was_tested_and_when() -> None:
    found = rows(report_of(*REFUSED), "refusals_by_ground")

    assert [row[1:] for row in found] == [
        (0, 3, 0, 3, "tidak tercatat"),
        (2, 0, 1, 1, TESTED),
        (1, 0, 0, 1, "tidak tercatat"),
        (2, 0, "–", "–", "tidak berlaku"),
        (1, 0, "–", "–", "tidak berlaku"),
    ]
    assert [str(row[0]).partition(":")[0] for row in found] == [
        "Pasal 17 huruf b",
        "Pasal 17 huruf h",
        "Dikecualikan, hurufnya tidak tercatat",
        "Tidak dikuasai",
        "Alasan tidak tercatat",
    ]


def test_refusals_add_up_to_those_of_the_year() -> None:
    report = report_of(
        *REFUSED, {"tanggal": "2022-12-30", "bawaan": 2022, "keputusan": "ditolak", "jumlah": 1}
    )
    found = table(report, "refusals_by_ground")

    assert found is not None
    assert found.total is not None
    assert report.summary is not None
    assert report.summary.figure("requests.by_outcome.refused") == found.total[1]
    assert report.summary.figure("requests.by_outcome.partly_granted") == found.total[2]


def test_words_that_say_there_was_no_test_are_none() -> None:
    refused: Row = {"tanggal": "2023-03-01", "keputusan": "ditolak", "pasal_pengecualian": "h"}

    report = report_of({**refused, "uji_konsekuensi": "belum dilakukan"})

    assert [row[3:] for row in rows(report, "refusals_by_ground")] == [(0, 1, "tidak tercatat")]
    assert "tanpa uji konsekuensi yang tercatat: 1" in summary_page(report)


def test_a_year_without_exemptions_says_so_once_and_has_no_table_of_tests() -> None:
    report = report_of(
        {"tanggal": "2023-03-05", "keputusan": "ditolak", "alasan_penolakan": "tidak dikuasai"}
    )

    assert table(report, "refusals_by_ground") is None
    assert "Tidak ada permohonan yang ditolak sebagai informasi yang dikecualikan" in summary_page(report)


AGENCIES: tuple[Row, ...] = (
    {
        "tanggal": "2023-03-01",
        "opd": "Dinkes",
        "keputusan": "diberikan",
        "tanggal_pemberitahuan": "2023-03-03",
    },
    {
        "tanggal": "2023-03-01",
        "opd": "Dinkes",
        "keputusan": "diberikan",
        "tanggal_pemberitahuan": "2023-06-30",
    },
    {"tanggal": "2023-03-01", "opd": "Dinsos", "keputusan": "masih diproses", "tanggal_pemberitahuan": ""},
)


def test_agencies_stand_with_what_was_received_closed_open_and_late() -> None:
    found = table(report_of(*AGENCIES), "requests_by_agency")

    assert found is not None
    assert [one.title for one in found.columns] == ["OPD", "Diterima", "Selesai", "Terbuka", "Lewat waktu"]
    assert found.rows == (("Dinkes", 2, 2, 0, 1), ("Dinsos", 1, 0, 1, 1))
    assert found.total == ("Jumlah", 3, 2, 1, 2)


def test_the_summary_page_names_the_agencies_that_were_late() -> None:
    page = summary_page(report_of(*AGENCIES))

    assert "Permohonan yang lewat waktu menurut OPD: Dinkes 1 dan Dinsos 1." in page


def test_without_dates_the_summary_page_says_why_no_agency_is_named() -> None:
    page = summary_page(report_of({"bulan": "Maret", "opd": "Dinkes", "keputusan": "diberikan"}))

    assert "OPD yang lewat waktu tidak disajikan karena tanggal penerimaan" in page


@pytest.mark.parametrize(
    ("purposes", "told"),
    [
        (["penelitian", "Penelitian", "usaha", "usaha", "usaha"], [("usaha", 3), ("penelitian", 2)]),
        (["untuk menulis skripsi", "untuk mengurus izin usaha toko", "penelitian"], []),
    ],
)
def test_purposes_are_counted_where_they_are_classes_and_not_sentences(
    purposes: list[str], told: list[tuple[str, int]]
) -> None:
    report = report_of(*({"tanggal": "2023-03-01", "tujuan": purpose} for purpose in purposes))

    assert [row[:2] for row in rows(report, "requests_by_purpose")] == told


RECOMMENDATIONS: list[Row] = [
    {"uraian": "Menambah petugas.", "tindak_lanjut": "diusulkan"},
    {"uraian": "Melatih petugas.", "tahun": 2022, "tindak_lanjut": "dua pelatihan"},
    {"uraian": "Membuka loket.", "tahun": 2022, "tindak_lanjut": ""},
]


def test_recommendations_of_last_year_stand_with_what_became_of_them() -> None:
    report = report_of(rekomendasi=RECOMMENDATIONS)

    assert rows(report, "followed_up") == [
        (1, "Melatih petugas.", "dua pelatihan"),
        (2, "Membuka loket.", "belum disebut"),
    ]
    assert "Melatih petugas. – dua pelatihan\n- Membuka loket. – belum disebut" in summary_page(report)
    (chapter,) = (one for _, one in report.walk() if one.key == "recommendations")
    assert "Menambah petugas. Rencana tindak lanjut: diusulkan" in told(chapter)
    assert "Melatih" not in told(chapter)


def test_recommendations_of_several_years_name_their_years_latest_first() -> None:
    earlier: list[Row] = [{"uraian": "Menata arsip.", "tahun": 2019}, *RECOMMENDATIONS]

    found = rows(report_of(rekomendasi=earlier), "followed_up")

    assert [row[:2] for row in found] == [(1, "2022"), (2, "2022"), (3, "2019")]


def test_without_any_the_summary_page_says_that_nothing_is_recorded() -> None:
    page = summary_page(report_of(rekomendasi=RECOMMENDATIONS[:1]))

    assert "Tindak lanjut rekomendasi tahun lalu tidak disajikan karena belum dicatat" in page


def test_recommendations_of_an_earlier_report_are_none_of_this_one() -> None:
    work = Dossier.from_rows({"laporan": KEYS, "rekomendasi": RECOMMENDATIONS[1:]})

    assert "content:recommendations" in {finding.subject for finding in work.findings}


def test_the_next_year_begins_with_what_this_one_recommended() -> None:
    work = Dossier.from_rows({"laporan": KEYS, "rekomendasi": RECOMMENDATIONS})

    begun = listed(next_year(work.year).year.narrative.recommendations)

    assert [(row.text, row.year, row.follow_up) for row in begun] == [("Menambah petugas.", 2023, "")]
