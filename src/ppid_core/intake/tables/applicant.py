"""Who asks: what the register of requests says of a person, and what of it is counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from ppid_core.intake.cells import age, cell, education, line, sex
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.case import NAME
from ppid_core.intake.tables.column import text_column
from ppid_core.intake.tables.spec import Composite, Print, Row, TableColumn
from ppid_core.model import Applicant, Request


def _trait(name: str, told: str, read: Callable[[str], str] = line) -> TableColumn[str]:
    """Return a column of what is counted of applicants, and stands in no register that is published."""
    return evolve(text_column(name, "applicant", told, private=True), read=read)


_TRAITS = {
    "sex": _trait(
        "jenis_kelamin",
        "jenis kelamin pemohon; hanya dihitung, tidak pernah dimuat per orang dalam edisi publik"
        " = kelamin = jenis kelamin pemohon = gender = jk = l/p",
        sex,
    ),
    "age": _trait(
        "usia",
        "usia atau kelompok usia pemohon; hanya dihitung: 34 tahun masuk kelompok 30-39"
        " = umur = kelompok usia = kelompok umur = rentang usia = rentang umur = usia pemohon",
        age,
    ),
    "education": _trait(
        "pendidikan",
        "pendidikan pemohon; hanya dihitung"
        " = pendidikan terakhir = tingkat pendidikan = pendidikan pemohon = jenjang pendidikan",
        education,
    ),
    "province": _trait(
        "provinsi", "provinsi pemohon; hanya dihitung = provinsi pemohon = asal provinsi = provinsi asal"
    ),
    "city": _trait(
        "kota",
        "kabupaten atau kota pemohon; hanya dihitung = kabupaten/kota = kab/kota = kota/kabupaten"
        " = kabupaten = kab kota = kota pemohon = kabupaten kota pemohon = asal kota = kota asal",
    ),
}
_COLUMNS = {
    "name": evolve(
        NAME,
        told="nama pemohon; hanya dimuat dalam edisi internal = nama pemohon = nama lengkap",
        printed=Print("name", "Nama", "Name"),
    ),
    "nik": text_column(
        "nik",
        "applicant",
        "NIK atau nomor pengesahan badan hukum; hanya dimuat dalam edisi internal"
        " = nomor induk kependudukan = nomor ktp = nomor identitas = nik pemohon",
        private=True,
        printed=Print("nik", "NIK", "Identity number"),
    ),
    "address": text_column(
        "alamat",
        "applicant",
        "alamat pemohon; hanya dimuat dalam edisi internal = alamat pemohon = alamat lengkap",
        private=True,
        printed=Print("address", "Alamat", "Address"),
    ),
    "contact": text_column(
        "kontak",
        "applicant",
        "telepon atau surel pemohon; hanya dimuat dalam edisi internal"
        " = kontak pemohon = nomor kontak = telepon = nomor telepon = hp = nomor hp = telepon hp = handphone"
        " = nomor handphone = ponsel = nomor ponsel = nomor wa = nomor whatsapp = telepon email = surel"
        " = email = alamat email = alamat surel = email pemohon = user email"
        " = nohp = nomortelepon = telp pemohon",
        private=True,
        printed=Print("contact", "Kontak", "Contact"),
    ),
    "power_of_attorney": text_column(
        "surat_kuasa",
        "applicant",
        "surat kuasa khusus bila diwakili; hanya dimuat dalam edisi internal = surat kuasa khusus",
        private=True,
        printed=Print("power_of_attorney", "Surat kuasa", "Power of attorney"),
    ),
    **_TRAITS,
}
"""The columns of the person who asks, by field of `Applicant`."""


def _read_applicant(row: Row, _: Setting) -> Mapping[str, Any]:
    known = Applicant(**{name: row.words(column) for name, column in _COLUMNS.items()})
    return {"applicant": None if known == Applicant() else known}


def _write_applicant(row: Request, _: int) -> Cells:
    known = row.applicant or Applicant()
    return {column.name: cell.words(getattr(known, name)) for name, column in _COLUMNS.items()}


APPLICANT = Composite(columns=tuple(_COLUMNS.values()), read=_read_applicant, write=_write_applicant)
