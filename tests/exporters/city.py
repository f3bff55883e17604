"""An invented city as most are: thirty requests, twelve OPD, three objections, one dispute."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from ppid_core import Dossier, Report

_AGENCIES = (
    "Sekretariat Daerah",
    "Sekretariat DPRD",
    "Inspektorat",
    "Dinas Pendidikan",
    "Dinas Kesehatan",
    "Dinas Pekerjaan Umum",
    "Dinas Sosial",
    "Dinas Perhubungan",
    "Dinas Komunikasi dan Informatika",
    "Badan Perencanaan Pembangunan Daerah",
    "Badan Keuangan Daerah",
    "Satuan Polisi Pamong Praja",
)
_KINDS = (
    "Profil badan publik",
    "Rencana kerja",
    "Laporan keuangan",
    "Daftar informasi publik",
    "Prosedur layanan",
    "Perjanjian kerja sama",
)
_SUBJECTS = (
    "Ringkasan anggaran tahun berjalan",
    "Daftar paket pengadaan beserta nilainya",
    "Laporan realisasi bantuan sosial menurut kelurahan",
    "Data sekolah dan jumlah rombongan belajar",
    "Dokumen perjanjian kerja sama pengelolaan parkir",
)
_CHANNELS = ("surel", "website", "meja layanan PPID")
_OUTCOMES = ("dikabulkan seluruhnya",) * 4 + ("dikabulkan sebagian", "ditolak")
_REQUESTS, _NEXT = 30, 11
_Row = dict[str, object]


@cache
def dossier() -> Dossier:
    """Return the year of the city."""
    return Dossier.from_rows(
        {
            "laporan": [
                {"kunci": key, "isi": value}
                for key, value in {
                    "tahun": "2024",
                    "badan.nama": "Pemerintah Kota Contoh",
                    "badan.jenis": "pemerintah daerah",
                    "badan.ppid": "PPID Kota Contoh",
                    "penandatangan.jabatan": "Kepala Dinas Komunikasi dan Informatika selaku PPID",
                    "penandatangan.tempat": "Contoh",
                    "penandatangan.tanggal": "20 Maret 2025",
                }.items()
            ],
            "opd": [{"kode": f"{at:02}", "nama": name} for at, name in enumerate(_AGENCIES, start=1)],
            "permohonan": list(_requests()),
            "keberatan": list(_objections()),
            "sengketa": [
                {
                    "nomor": "01/KI/2024",
                    "tanggal": date(2024, 8, 5),
                    "pemohon": "perorangan",
                    "alasan": "Keberatan ditolak",
                    "opd": "Dinas Sosial",
                    "hasil": "ditolak",
                    "tanggal_putusan": date(2024, 10, 14),
                }
            ],
            "jenis_informasi": [
                {"kode": f"j{at}", "nama": name, "kelompok": "berkala"} for at, name in enumerate(_KINDS)
            ],
            "ketersediaan": [
                {
                    "opd": name,
                    **{f"j{kind}": "n/a" if (at + kind) % 5 == 4 else "√" for kind in range(len(_KINDS))},
                }
                for at, name in enumerate(_AGENCIES)
            ],
            "anggaran": [{"sumber": "APBD", "alokasi": 60_000_000, "realisasi": 57_500_000}],
            "sdm": [{"bagian": "Layanan informasi", "jumlah": 4, "kualifikasi": "Sarjana"}],
        }
    )


def report() -> Report:
    """Return its report."""
    return dossier().report()


def _requests() -> Iterator[_Row]:
    for at in range(_REQUESTS):
        day, outcome = date(2024, 1, 8) + timedelta(days=_NEXT * at), _OUTCOMES[at % len(_OUTCOMES)]
        day -= timedelta(days=max(day.weekday() - 4, 0))
        yield {
            "nomor": f"{at + 1:03}/PPID/2024",
            "tanggal": day,
            "pemohon": "badan hukum/lembaga" if at % 3 == 1 else "perorangan",
            "kanal": _CHANNELS[at % len(_CHANNELS)],
            "informasi": _SUBJECTS[at % len(_SUBJECTS)],
            "opd": _AGENCIES[at % len(_AGENCIES)],
            "keputusan": outcome,
            "alasan_penolakan": "" if outcome.endswith("seluruhnya") else "dikecualikan",
            "tanggal_pemberitahuan": day + timedelta(days=7 + at % 3),
        }


def _objections() -> Iterator[_Row]:
    for at, number in enumerate((6, 12, 18), start=1):
        day = date(2024, 3, 4) + timedelta(days=70 * at)
        yield {
            "nomor": f"{at:02}/KB/2024",
            "nomor_permohonan": f"{number:03}/PPID/2024",
            "tanggal": day,
            "pemohon": "perorangan",
            "alasan": "penolakan atas alasan pengecualian",
            "opd": _AGENCIES[(number - 1) % len(_AGENCIES)],
            "jawaban": "ditolak",
            "tanggal_jawaban": day + timedelta(days=14),
        }
