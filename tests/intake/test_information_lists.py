"""Lists of public and exempt information are known by name and heading, told, and not read yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from ppid_core.intake import load
from ppid_core.intake.tables.information_list import information_list

DIP = (
    "No.,Ringkasan isi informasi,Pejabat/Unit/Satker yang menguasai informasi,"
    "Penanggungjawab pembuatan atau penerbitan informasi,Waktu dan tempat pembuatan informasi,"
    "Bentuk informasi yang tersedia,Jangka Waktu Penyimpanan atau Retensi Arsip\n"
    "1,Profil,Dinas Kominfo,Dinas Kominfo,2024,softcopy,5 tahun\n"
)
DIK = "Informasi,Dasar Hukum Pengecualian Informasi,Dibuka,Ditutup,Jangka Waktu\nX,Pasal 17,a,b,5 tahun\n"
REPORT = "kunci,isi\ntahun,2024\n"


def notes(home: Path, name: str, text: str) -> list[str]:
    (home / "laporan.csv").write_text(REPORT, "utf-8")
    (home / name).write_text(text, "utf-8")
    intake = load(home)
    assert intake.problems == ()
    return [note.message.id for note in intake.notes if name in note.message.id]


@pytest.mark.parametrize("name", ["dip.csv", "Daftar Informasi Publik 2024.csv", "lampiran.csv"])
def test_a_list_of_public_information_is_told(tmp_path: Path, name: str) -> None:
    assert notes(tmp_path, name, DIP) == [
        f"{name} tidak dibaca: daftar informasi publik (DIP), yang tabelnya belum dibaca"
    ]


@pytest.mark.parametrize("name", ["dik.csv", "Daftar Informasi yang Dikecualikan.csv", "uji.csv"])
def test_a_list_of_exempt_information_is_told(tmp_path: Path, name: str) -> None:
    assert notes(tmp_path, name, DIK) == [
        f"{name} tidak dibaca: daftar informasi yang dikecualikan (DIK), yang tabelnya belum dibaca"
    ]


@pytest.mark.parametrize(
    ("name", "titles"),
    [("ruangan", ("No", "Nama", "Bentuk")), ("permohonan", ("nomor", "informasi", "bentuk"))],
)
def test_another_table_is_no_list(name: str, titles: tuple[str, ...]) -> None:
    assert information_list(name, titles) is None
