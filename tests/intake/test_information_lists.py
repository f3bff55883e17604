"""Lists of public and exempt information are read, by their name or by the headings of Lampiran I and II."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from ppid_core import from_rows, redact
from ppid_core.intake import Intake, load
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import (
    Absent,
    AgencyRef,
    ExemptInformation,
    InformationCategory,
    PublicInformation,
)

DIP = (
    "No.,Ringkasan isi informasi,Pejabat/Unit/Satker yang menguasai informasi,"
    "Penanggungjawab pembuatan atau penerbitan informasi,Waktu dan tempat pembuatan informasi,"
    "Bentuk informasi yang tersedia,Jangka Waktu Penyimpanan atau Retensi Arsip\n"
    "1,Jumlah pegawai,Dinas Kominfo,Sekretaris Dinas,2024,softcopy,5 tahun\n"
)
DIK = "Informasi,Dasar Hukum Pengecualian Informasi,Dibuka,Ditutup,Jangka Waktu\nX,Pasal 17,a,b,5 tahun\n"
REPORT = "kunci,isi\ntahun,2024\n"
LINE = {"kunci": "tahun", "isi": "2024"}


def read(home: Path, name: str, text: str) -> Intake:
    (home / "laporan.csv").write_text(REPORT, "utf-8")
    (home / name).write_text(text, "utf-8")
    intake = load(home)
    assert intake.problems == ()
    return intake


def of_rows(**tables: Sequence[dict[str, str]]) -> Intake:
    return from_rows({"laporan": [LINE], **tables})


@pytest.mark.parametrize("name", ["dip.csv", "Daftar Informasi Publik 2024.csv", "lampiran.csv"])
def test_a_list_of_public_information_is_read_as_lampiran_1_prints_it(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, name, DIP).year.public_information == (
        PublicInformation(
            number="1",
            summary="Jumlah pegawai",
            holder=AgencyRef(typed="Dinas Kominfo"),
            responsible="Sekretaris Dinas",
            made="2024",
            form="softcopy",
            retention="5 tahun",
        ),
    )


@pytest.mark.parametrize("name", ["dik.csv", "Daftar Informasi yang Dikecualikan.csv", "uji.csv"])
def test_a_list_of_exempt_information_is_read_as_lampiran_2_prints_it(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, name, DIK).year.exempt_information == (
        ExemptInformation(
            information="X", basis="Pasal 17", when_opened="a", when_closed="b", duration="5 tahun"
        ),
    )


def test_column_numbers_numbers_typed_ahead_and_signatures_are_no_entries(tmp_path: Path) -> None:
    text = DIP.replace("\n1,", "\n1,2,3,4,5,6,7\n1,", 1)
    text += '2,,,,,,\n,,,,,,\n,,,,"Contoh, 5 Januari 2024",,\n,,,,PPID Utama,,\n'

    entries = read(tmp_path, "dip.csv", text).year.public_information

    assert not isinstance(entries, Absent)
    assert [entry.number for entry in entries] == ["1"]


def test_rows_that_head_a_category_are_no_entries_and_say_it_for_those_below(tmp_path: Path) -> None:
    text = DIP.replace("\n1,", "\n,A. INFORMASI BERKALA,,,,,\n1,", 1)
    text += (
        "II,Informasi yang wajib tersedia setiap saat,,,,,\n2,Renja,Bappeda,Sekretaris,2024,cetak,5 tahun\n"
    )

    intake = read(tmp_path, "dip.csv", text)
    entries = intake.year.public_information

    assert not isinstance(entries, Absent)
    assert [(entry.number, entry.category) for entry in entries] == [
        ("1", InformationCategory.PERIODIC),
        ("2", InformationCategory.AT_ALL_TIMES),
    ]
    assert (intake.read["dip"], intake.accepted["dip"]) == (2, 2)
    (note,) = intake.notes
    assert note.message.id == (
        "dip.csv: 2 baris hanya menyebut kelompok informasi dan tidak dihitung; kelompoknya dipakai untuk"
        " baris di bawahnya (baris 2, 4)."
    )


@pytest.mark.parametrize("table", ["ruangan", "daftar_ruang"])
def test_another_list_is_none_of_both(tmp_path: Path, table: str) -> None:
    year = read(tmp_path, f"{table}.csv", "No,Nama,Bentuk\n1,Ruang,persegi\n").year

    assert isinstance(year.public_information, Absent)
    assert isinstance(year.exempt_information, Absent)


def test_a_list_without_entries_is_not_one_that_is_empty() -> None:
    assert isinstance(of_rows().year.public_information, Absent)
    assert of_rows(dik=[{"nomor": "NIHIL"}]).year.exempt_information == ()


def test_every_column_is_read_and_written_back() -> None:
    tables = {
        "dip": [
            {"nomor": "7", "ringkasan": "Profil", "unit": "Dinas A", "penanggung_jawab": "Sekretaris"}
            | {"waktu_tempat": "2024", "bentuk": "daring", "retensi": "5 tahun", "kelompok": "berkala"}
            | {"tanggal_pemutakhiran": "10 Juli 2024"}
        ],
        "dik": [
            {"nomor": "DIK-1", "informasi": "Rekam medis", "dasar": "Pasal 17", "huruf": "h dan i"}
            | {"akibat_dibuka": "a", "akibat_ditutup": "b", "jangka_waktu": "2 tahun"}
            | {"berlaku_sampai": "2026-01-31", "tanggal_uji": "2024-01-31", "penetapan": "SK 1"}
            | {"opd": "Dinas A"}
        ],
        "permohonan": [{"nomor": "1", "keputusan": "ditolak", "nomor_dik": "DIK-1"}],
    }
    year = of_rows(**tables).year
    assert not isinstance(year.public_information, Absent)
    assert not isinstance(year.exempt_information, Absent)
    assert not isinstance(year.requests, Absent)
    (public,), (exempt,), (request,) = year.public_information, year.exempt_information, year.requests

    assert (public.category, public.updated_on) == (InformationCategory.PERIODIC, date(2024, 7, 10))
    assert (exempt.letter, exempt.valid_until, exempt.tested_on) == (
        "h, i",
        date(2026, 1, 31),
        date(2024, 1, 31),
    )
    assert request.exempt_number == exempt.number == "DIK-1"
    assert from_rows(typed_tables(year)).year == year


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("dip", {"nomor": "1", "unit": "Dinas A", "ringkasan": ""}, "ringkasan"),
        ("dik", {"informasi": "X", "huruf": "k"}, "huruf"),
        ("dik", {"informasi": "X", "berlaku_sampai": "selamanya"}, "berlaku_sampai"),
        ("dip", {"ringkasan": "X", "kelompok": "rahasia"}, "kelompok"),
    ],
)
def test_what_an_entry_cannot_be_is_a_problem_at_its_cell(
    table: str, row: dict[str, str], column: str
) -> None:
    (problem,) = of_rows(**{table: [row]}).problems

    assert problem.source.column == column


def test_the_public_edition_hides_whom_registers_name_and_keeps_officials() -> None:
    intake = of_rows(
        permohonan=[{"nomor": "1", "nama": "Siti Contoh"}],
        dip=[{"ringkasan": "Surat Siti Contoh", "penanggung_jawab": "Sekretaris Dinas"}],
        dik=[{"informasi": "Berkas Siti Contoh, 3673014503900001", "penetapan": "SK 1/2024"}],
    )
    public = redact(intake.year)
    assert not isinstance(public.public_information, Absent)
    assert not isinstance(public.exempt_information, Absent)

    (open_entry,), (closed,) = public.public_information, public.exempt_information
    assert "Siti" not in open_entry.summary + closed.information
    assert "3673014503900001" not in closed.information
    assert (open_entry.responsible, closed.decree) == ("Sekretaris Dinas", "SK 1/2024")
