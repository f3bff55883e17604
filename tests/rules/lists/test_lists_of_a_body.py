"""60 public and 8 exempt entries, two of them ended and one untested: what is told, and nothing else."""

from __future__ import annotations

from typing import Any

from ppid_core import Dossier

AGENCIES = ("Dinas A", "Dinas B", "Dinas C", "Dinas D")
KEYS = {"tahun": "2024", "penandatangan.tanggal": "2025-01-15"}


def public_entries() -> list[dict[str, Any]]:
    """Return entries of three agencies, periodic or at all times, the last renewal in June."""
    return [
        {
            "nomor": number,
            "ringkasan": f"Informasi {number}",
            "unit": AGENCIES[number % 3],
            "kelompok": ("berkala", "setiap saat")[number % 2],
            "tanggal_pemutakhiran": "2024-06-28" if number % 5 else "2024-02-01",
        }
        for number in range(1, 61)
    ]


def exempt_entries() -> list[dict[str, Any]]:
    """Return entries of which 2 and 3 have ended, 5 ends soon, and 6 was never tested."""
    ends = {2: "2024-12-31", 3: "2024-08-30", 5: "2025-02-14", 6: "2025-12-31", 7: "2026-06-30"}
    return [
        {
            "nomor": f"DIK-{number}",
            "informasi": f"Informasi {number}",
            "huruf": "h",
            "berlaku_sampai": ends.get(number, ""),
            "tanggal_uji": "" if number == 6 else "2023-02-17",
            "penetapan": "Keputusan PPID Nomor 3 Tahun 2023",
        }
        for number in range(1, 9)
    ]


def refused(number: int, on: str, entry: str) -> dict[str, Any]:
    return {
        "nomor": f"{number:03}/2024",
        "tanggal": on,
        "keputusan": "ditolak",
        "pasal_pengecualian": "h",
        "nomor_dik": entry,
        "tanggal_pemberitahuan": on,
    }


def test_a_commissioner_is_told_what_has_ended_what_is_untested_and_who_is_missing() -> None:
    work = Dossier.from_rows(
        {
            "laporan": [{"kunci": key, "isi": value} for key, value in KEYS.items()],
            "opd": [{"nama": name} for name in AGENCIES],
            "dip": public_entries(),
            "dik": exempt_entries(),
            "permohonan": [
                refused(1, "2024-03-12", "DIK-1"),
                refused(2, "2024-09-16", "DIK-3"),
                refused(3, "2024-10-14", ""),
                refused(4, "2024-11-11", "DIK-12"),
            ],
        }
    )

    found = work.check(select=["I"]).findings
    assert [(finding.code, finding.subject) for finding in found] == [
        ("I101", "list:public_information"),
        ("I102", "agency:Dinas D"),
        ("I103", "category:immediate"),
        ("I201", "exempt_entry:DIK-2"),
        ("I201", "exempt_entry:DIK-3"),
        ("I202", "exempt_entry:DIK-5"),
        ("I203", "exempt_entry:DIK-6"),
        ("I205", "request:003/2024"),
        ("I206", "request:004/2024"),
        ("I207", "request:002/2024"),
    ]
