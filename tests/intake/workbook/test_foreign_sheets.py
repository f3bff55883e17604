"""A workbook of another program is read as its sheet *peta* says."""

from __future__ import annotations

from pathlib import Path

from tests.intake.workbook.making import Rows, read, written

from ppid_core.model import Channel, Coded, ObjectionGround
from ppid_core.summary import listed

SERVICES: Rows = (
    ("DAFTAR LAYANAN",),
    ("jenis_layanan", "DT_IN", "KD", "token", "alasan", "jalan", "rumah"),
    ("Permohonan", "2020-02-01", 1, "x", "", "Jalan Mawar", 3),
    ("Keberatan", "2020-03-01", "", "y", "tidak ditanggapi", "", ""),
    ("Uji coba", "2020-03-02", 1, "", "", "", ""),
)
MAP: Rows = (
    ("kolom_asal", "kolom", "nilai_asal", "nilai", "tabel", "gabung"),
    ("jenis_layanan", "", "Keberatan", "", "keberatan", ""),
    ("jenis_layanan", "", "Uji coba", "abaikan", "", ""),
    ("DT_IN", "tanggal", "", "", "", ""),
    ("KD", "permohonan.kanal", "1", "website", "", ""),
    ("token", "abaikan", "", "", "", ""),
    ("jalan", "permohonan.tujuan", "", "", "", "spasi"),
    ("rumah", "permohonan.tujuan", "", "", "", "spasi"),
    ("", "permohonan.opd", "*", "Dinas X", "", ""),
)


def test_sheets_are_sorted_joined_and_filled_in(tmp_path: Path) -> None:
    path = written(tmp_path / "buku.xlsx", {"peta": MAP, "permohonan": SERVICES})

    intake = read(path)

    assert intake.problems == ()
    (request,), (objection,) = listed(intake.year.requests), listed(intake.year.objections)
    assert (request.channel, request.purpose) == (Coded(Channel.WEBSITE, "website"), "Jalan Mawar 3")
    assert request.agency is not None
    assert request.agency.typed == "Dinas X"
    assert (objection.ground and objection.ground.slug) == ObjectionGround.C
    assert objection.source is not None
    assert (objection.source.sheet, objection.source.row) == ("permohonan", 4)
