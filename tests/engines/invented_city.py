"""A city that nobody lives in: 30 requests, 12 agencies by 6 types, 3 objections, 1 dispute."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

_AGENCIES = 12
_REQUESTS = 30
_TYPES = ("Profil", "Keuangan", "Kinerja", "Pengadaan", "Prosedur", "Laporan akses")
_OUTCOMES = (
    "dikabulkan seluruhnya",
    "dikabulkan sebagian",
    "ditolak",
    "dikabulkan seluruhnya",
    "tidak dijawab",
)
_REASONS = {"dikabulkan sebagian": "dikecualikan", "ditolak": "dikecualikan"}
_CHANNELS = ("website", "surel", "meja layanan PPID")
_MARKS = ("√", "-", "n/a", "√", "dikecualikan")

Row = Mapping[str, object]


def written(folder: Path) -> Path:
    """Write the tables of the city into ``folder``, and return it."""
    for name, rows in _tables().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            sheet = csv.DictWriter(stream, fieldnames=list(rows[0]))
            sheet.writeheader()
            sheet.writerows(rows)
    return folder


def _tables() -> Mapping[str, Sequence[Row]]:
    said = {
        "tahun": 2025,
        "badan.nama": "Pemerintah Kota Rekaan",
        "badan.jenis": "pemerintah daerah",
        "badan.komisi": "Komisi Informasi Provinsi Rekaan",
    }
    agencies = [f"Dinas Urusan {word}" for word in "Satu Dua Tiga Empat Lima Enam Tujuh Delapan".split()]  # noqa: SIM905  reads as one line
    agencies += [f"Kecamatan {word}" for word in ("Utara", "Selatan", "Timur", "Barat")]
    matrix = [
        {"opd": name, **{f"j{at}": _MARKS[(row * at + row) % len(_MARKS)] for at in range(len(_TYPES))}}
        for row, name in enumerate(agencies)
    ]
    return {
        "laporan": [{"kunci": key, "isi": words} for key, words in said.items()],
        "opd": [{"kode": f"{at:02}", "nama": name} for at, name in enumerate(agencies, start=1)],
        "jenis_informasi": [{"kode": f"j{at}", "nama": name} for at, name in enumerate(_TYPES)],
        "ketersediaan": matrix,
        "permohonan": [_request(number, agencies) for number in range(1, _REQUESTS + 1)],
        "keberatan": [_objection(number) for number in (3, 8, 13)],
        "sengketa": [
            {
                "nomor": "001/SI/2025",
                "nomor_keberatan": "003/KB/2025",
                "tanggal": "2025-12-22",
                "tahap": "mediasi",
            }
        ],
        "kunjungan": [{"bulan": f"2025-{month:02}", "jumlah": month**5} for month in range(1, 13)],
        "anggaran": [{"sumber": "APBD", "alokasi": 120_000_000, "realisasi": 87_654_321}],
        "naskah": [{"bagian": "kata-pengantar", "isi": "Laporan ini disusun untuk siapa pun yang bertanya."}],
    }


def _request(number: int, agencies: Sequence[str]) -> Row:
    month, outcome = 1 + number * 7 % 12, _OUTCOMES[number % len(_OUTCOMES)]
    is_answered = outcome != "tidak dijawab"
    return {
        "nomor": f"{number:03}/PPID/2025",
        "tanggal": f"2025-{month:02}-03",
        "pemohon": ("perorangan", "badan hukum")[number % 2],
        "kanal": _CHANNELS[number % len(_CHANNELS)],
        "informasi": f"Salinan dokumen nomor {number}",
        "opd": agencies[number % _AGENCIES],
        "keputusan": outcome,
        "alasan_penolakan": _REASONS.get(outcome, ""),
        "pasal_pengecualian": "h" if outcome in _REASONS else "",
        "tanggal_pemberitahuan": f"2025-{month:02}-{10 + number % 9}" if is_answered else "",
    }


def _objection(number: int) -> Row:
    return {
        "nomor": f"{number:03}/KB/2025",
        "nomor_permohonan": f"{number:03}/PPID/2025",
        "tanggal": "2025-12-01",
        "alasan": "permohonan ditanggapi tidak sebagaimana yang diminta",
        "jawaban": "ditolak",
        "tanggal_jawaban": "2025-12-12",
    }
