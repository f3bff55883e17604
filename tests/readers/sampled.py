"""The reports that every format is read back from, and the figures that must come back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from ppid_core import Evidence, Lawbook, Report, WorkdayCalendar, check, compose, from_rows, load, summarize
from ppid_core.language import Lang
from ppid_core.model import Absent, Measure, ServiceYear
from ppid_core.testing.readers import Figure

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = EXAMPLES / "kota-serang-2020"
DAILY = EXAMPLES / "kabupaten-contoh-2024"
"""A year of cases known to the day: of enough answers for percentages and percentiles."""
TIMED: dict[str, list[dict[str, object]]] = {
    "laporan": [{"kunci": "tahun", "isi": 2023}, {"kunci": "badan.nama", "isi": "Badan Contoh"}],
    "permohonan": [
        {"tanggal": "10/04/2023", "keputusan": "dikabulkan", "tanggal_pemberitahuan": "2023-05-02"},
        {"tanggal": "2023-06-05", "keputusan": "ditolak", "tanggal_pemberitahuan": "2023-06-20"},
        {"tanggal": "2023-12-20", "keputusan": "masih diproses"},
        {"bulan": "November", "bawaan": 2022, "keputusan": "dikabulkan"},
    ],
    "gugatan": [{"nomor_sengketa": "1", "pengadilan": "PTUN"}],
    "rekap": [{"apa": "pengaduan", "jumlah": 1234}, {"apa": "pemohon", "jumlah": 3}],
    "anggaran": [{"sumber": "APBD", "alokasi": "Rp1.000.000", "realisasi": "Rp912.345,67"}],
    "dip": [
        {"nomor": number, "ringkasan": f"Informasi {number}", "kelompok": "berkala"} for number in range(23)
    ],
    "dik": [
        {
            "informasi": "Rekam medis",
            "huruf": "h",
            "berlaku_sampai": "2022-12-31",
            "tanggal_uji": "2019-02-01",
        },
        {"informasi": "Berkas penyidikan", "huruf": "a", "berlaku_sampai": "2021-06-30"},
        {"informasi": "Sandi peladen", "huruf": "c", "berlaku_sampai": "2025-06-30"},
        {"informasi": "Surat antarbadan", "huruf": "i", "berlaku_sampai": "2026-06-30"},
    ],
}
MAY: list[dict[str, object]] = [
    {
        "tanggal": f"2023-05-{day:02}",
        "keputusan": "dikabulkan",
        "opd": "Dinas A",
        "tanggal_pemberitahuan": "2023-05-31",
    }
    for day in range(16, 28)
]
MANY: dict[str, list[dict[str, object]]] = {
    "laporan": TIMED["laporan"],
    "permohonan": [
        *({**row, "jumlah": 1} for row in MAY),
        {
            "tanggal": "2023-06-05",
            "keputusan": "ditolak",
            "tanggal_pemberitahuan": "2023-07-31",
            "jumlah": 1,
        },
        {"tanggal": "2023-06-05", "keputusan": "masih diproses", "jumlah": 1},
        {"bulan": "November", "bawaan": 2022, "jumlah": 0},
    ],
}
"""Enough answers for percentages and percentiles; by hand: twelve of fourteen in time, three to ten days."""
PARTIAL: dict[str, list[dict[str, object]]] = {
    "laporan": TIMED["laporan"],
    "permohonan": [
        {
            "tanggal": "2023-05-02",
            "tanggal_lengkap": "2023-05-03",
            "keputusan": "dikabulkan",
            "tanggal_pemberitahuan": "2023-05-10",
            "kanal": "Kotak Saran",
        },
        {"tanggal": "2023-05-03", "keputusan": "", "kanal": "Radio Kominfo"},
        {"tanggal": "2023-05-04", "keputusan": "dikabulkann", "kanal": "Radio Kominfo"},
    ],
    "rekap": [
        {"apa": "keberatan", "jumlah": 12},
        {"apa": "keberatan", "menurut": "jawaban", "nilai": "ditolak", "jumlah": 15},
        {"apa": "sengketa", "menurut": "hasil", "nilai": "mediasi", "jumlah": 11},
        {"apa": "sengketa", "menurut": "pemohon", "nilai": "kelompok orang", "jumlah": 10},
    ],
    "jenis_informasi": [{"kode": f"k{place}", "nama": f"Informasi {place}"} for place in range(12)],
    "ketersediaan": [{"opd": "Dinas A", "k0": "n/a", "k1": "dikecualikan", "k2": "√"}],
}
"""What is only partly told: outcomes and cells that nobody recorded, parts above or without their total."""

YEARS: Mapping[str, tuple[Callable[[], ServiceYear], date]] = {
    "example": (lambda: load(EXAMPLE).year, date(2021, 1, 7)),
    "daily": (lambda: load(DAILY).year, date(2024, 12, 31)),
    "timed": (lambda: from_rows(TIMED).year, date(2023, 12, 31)),
    "partial": (lambda: from_rows(PARTIAL).year, date(2023, 12, 31)),
    "many": (lambda: from_rows(MANY).year, date(2023, 12, 31)),
}


@cache
def sampled(name: str, lang: Lang = "id") -> Report:
    """Return the report of one of the years."""
    read, as_of = YEARS[name]
    year, law, workdays = read(), Lawbook.load(), WorkdayCalendar.load()
    summary = summarize(year, law, workdays, as_of)
    checked = check(Evidence(year=year, summary=summary, law=law, workdays=workdays, as_of=as_of))
    return compose(year, summary, checked, law, lang=lang)


def expected(report: Report) -> dict[Measure, Figure]:
    """Return every measure that the summary knows."""
    assert report.summary is not None
    figures = {measure: report.summary.number(measure) for measure in Measure if measure is not Measure.OTHER}
    return {measure: figure for measure, figure in figures.items() if not isinstance(figure, Absent)}
