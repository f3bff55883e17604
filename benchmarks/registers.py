"""Registers of any size, shaped like real ones: seeded, the same rows at every call."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

YEAR: Final = 2022
HEADINGS: Final = (
    "nomor",
    "tanggal",
    "jenis_pemohon",
    "pekerjaan",
    "tujuan",
    "kanal",
    "informasi",
    "opd",
    "dikuasai",
    "keputusan",
    "alasan_penolakan",
    "tanggal_pemberitahuan",
    "tanggal_penyerahan",
    "biaya",
    "bentuk",
)
"""The fifteen columns of a register of requests, all of them filled somewhere."""
_AGENCIES = tuple(f"Dinas {number:02d}" for number in range(1, 41))
_SUBJECTS = ("anggaran", "izin lokasi", "data sekolah", "peta jalan", "kontrak", "jadwal layanan", "aset")
_DECISIONS = ("dikabulkan seluruhnya", "dikabulkan sebagian", "ditolak", "tidak dikuasai")
_WEIGHTS = (70, 10, 12, 8)
_GROUNDS = ("dikecualikan", "tidak dikuasai", "tidak didokumentasikan")
Tables = dict[str, list[Mapping[str, Any]]]
_LATE = 0.03
"""Share of the answers that come after the tenth working day."""


def requests(number: int, *, seed: int = 1, late: float = _LATE) -> Iterator[Mapping[str, str]]:
    """Yield so many requests as they are typed, in the order of receipt."""
    chance = Random(seed)  # noqa: S311  no secret
    for at in range(number):
        received = date(YEAR, 1, 3) + timedelta(days=at * 330 // number)
        days = chance.randrange(20, 60) if chance.random() < late else chance.randrange(1, 10)
        answered = received + timedelta(days=days)
        (decision,) = chance.choices(_DECISIONS, _WEIGHTS)
        refused = decision in {"ditolak", "dikabulkan sebagian"}
        yield {
            "nomor": f"{at + 1:06d}/PPID/{YEAR}",
            "tanggal": received.isoformat(),
            "jenis_pemohon": chance.choice(("perorangan", "lembaga", "kelompok orang")),
            "pekerjaan": chance.choice(("mahasiswa", "wartawan", "pedagang", "guru", "")),
            "tujuan": chance.choice(("penelitian", "pengawasan", "pribadi", "usaha")),
            "kanal": chance.choice(("website", "surel", "meja layanan PPID")),
            "informasi": f"Salinan {chance.choice(_SUBJECTS)} nomor {chance.randrange(number)}",
            "opd": chance.choice(_AGENCIES),
            "dikuasai": "tidak" if decision == "tidak dikuasai" else "ya",
            "keputusan": decision,
            "alasan_penolakan": chance.choice(_GROUNDS) if refused else "",
            "tanggal_pemberitahuan": answered.isoformat(),
            "tanggal_penyerahan": "" if decision == "ditolak" else (answered + timedelta(days=1)).isoformat(),
            "biaya": chance.choice(("0", "0", "5000", "12.500")),
            "bentuk": chance.choice(("elektronik", "cetak")),
        }


def objections(number: int) -> Iterator[Mapping[str, str]]:
    """Yield so many objections, each to the request of the same place."""
    for at in range(number):
        filed = date(YEAR, 3, 1) + timedelta(days=at * 200 // number)
        yield {
            "nomor": f"K-{at + 1:06d}",
            "tanggal": filed.isoformat(),
            "nomor_permohonan": f"{at + 1:06d}/PPID/{YEAR}",
            "alasan": "d",
            "jawaban": "diterima",
            "tanggal_jawaban": (filed + timedelta(days=14)).isoformat(),
        }


def report_keys() -> Iterator[Mapping[str, str]]:
    """Yield the keys that a report cannot do without."""
    keys = {"tahun": str(YEAR), "badan.nama": "Kabupaten Contoh", "badan.jenis": "pemerintah daerah"}
    yield from ({"kunci": key, "isi": value} for key, value in keys.items())


def tables(number: int, **options: float) -> Tables:
    """Return the tables of a year with so many requests."""
    return {
        "laporan": list(report_keys()),
        "permohonan": list(requests(number, late=options.get("late", _LATE))),
    }


def write_folder(folder: Path, rows: Tables) -> Path:
    """Write the tables as the files of a report folder, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in rows.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(lines[0]))
            writer.writeheader()
            writer.writerows(lines)
    return folder


def write_workbook(file: Path, rows: Tables) -> Path:
    """Write the tables as the sheets of a workbook, and return it."""
    from openpyxl import Workbook  # noqa: PLC0415  tests of engines have none, and write no workbook

    book = Workbook(write_only=True)
    for name, lines in rows.items():
        sheet = book.create_sheet(name)
        sheet.append(list(lines[0]))
        for line in lines:
            sheet.append(list(line.values()))
    book.save(file)
    return file
