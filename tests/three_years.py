"""Three years of an invented city, as typed: two OPD that merge, and a year that opens wrongly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from ppid_core import Dossier
from ppid_core.plugins import Plugins

_NOBODY = Plugins()
Tables = Mapping[str, Sequence[Mapping[str, Any]]]

_BODY = {
    "badan.nama": "Pemerintah Kota Contoh",
    "badan.kode": "99.71",
    "badan.komisi": "Komisi Informasi Contoh",
}
_HEALTH = {"kode": "D1", "nama": "Dinas Contoh Kesehatan", "singkatan": "Dinkes"}
_TRADE = {"kode": "D2", "nama": "Dinas Contoh Perdagangan", "singkatan": "Disdag"}
_CRAFTS = {"kode": "D3", "nama": "Dinas Contoh Perindustrian", "singkatan": "Disperin"}
_MERGED = {"kode": "D4", "nama": "Dinas Contoh Perdagangan dan Perindustrian", "singkatan": "Disdagin"}
_ENDED = {"berlaku_sampai": "2022-12-31", "pengganti": "D4"}
_AGENCIES: Mapping[int, Sequence[Mapping[str, str]]] = {
    2022: (_HEALTH, _TRADE, _CRAFTS),
    2023: (_HEALTH, _TRADE | _ENDED, _CRAFTS | _ENDED, _MERGED | {"berlaku_sejak": "2023-01-01"}),
    2024: (_HEALTH, _MERGED),
}
_ADVICE = "Menambah petugas meja layanan"
_COUNTS = {2022: (24, 4), 2023: (31, 6), 2024: (36, 9)}
"""How many were granted and refused each year."""


def _requests(year: int) -> list[dict[str, str]]:
    granted, refused = _COUNTS[year]
    agency = {2022: "D2"}.get(year, "D4")
    rows = [
        {
            "nomor": f"{number:03}/PPID/{year}",
            "tanggal": f"{year}-{1 + number % 11:02}-{1 + number % 25:02}",
            "keputusan": "dikabulkan seluruhnya" if number <= granted else "ditolak",
            "alasan_penolakan": "" if number <= granted else "dikecualikan",
            "pasal_pengecualian": "" if number <= granted else "huruf h",
            "tanggal_pemberitahuan": f"{year}-{1 + number % 11:02}-{3 + number % 25:02}",
            "opd": "D1" if number % 2 else agency,
        }
        for number in range(1, granted + refused + 1)
    ]
    pending = {
        "nomor": f"900/PPID/{year}",
        "tanggal": f"{year}-12-20",
        "keputusan": "masih diproses",
        "opd": "D1",
    }
    return [*rows, pending, *_carried(year)]


def _carried(year: int) -> list[dict[str, str]]:
    """Return what is carried over: what was pending, and in 2024 one that never was."""
    done = {"keputusan": "dikabulkan seluruhnya", "tanggal_pemberitahuan": f"{year}-01-05", "opd": "D1"}
    numbers = {2022: (), 2023: ("900/PPID/2022",), 2024: ("900/PPID/2023", "901/PPID/2023")}[year]
    return [
        {"nomor": number, "tanggal": f"{year - 1}-12-20", "bawaan": str(year - 1), **done}
        for number in numbers
    ]


def tables_of(year: int) -> Tables:
    """Return the tables of a year as they are typed."""
    keys = {"tahun": str(year), **_BODY}
    earlier = {"uraian": _ADVICE, "tahun": str(year - 1), "tindak_lanjut": "Dua petugas ditambah"}
    return {
        "laporan": [{"kunci": key, "isi": value} for key, value in keys.items()],
        "opd": _AGENCIES[year],
        "permohonan": _requests(year),
        "keberatan": [{"nomor": f"{number}/K/{year}", "huruf": "a"} for number in range(1, year - 2018)],
        "anggaran": [{"sumber": "APBD", "alokasi": 50_000_000 + 1_000_000 * (year - 2022)}],
        "naskah": [
            {"bagian": "penutup", "teks": f"Layanan tahun {year} berjalan dengan {year - 2000} petugas."}
        ],
        "rekomendasi": [{"uraian": _ADVICE}, *([] if year == 2022 else [earlier])],
    }


@cache
def city(year: int) -> Dossier:
    """Return the work of a year beside those before it."""
    previous = [city(year - 1)] if year > min(_AGENCIES) else []
    return Dossier.from_rows(tables_of(year), plugins=_NOBODY, previous=previous)
