"""Who asks or objects: the person, whom only the internal edition names, and the class of applicant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from ppid_core.glossary.heading import accepted
from ppid_core.glossary.word_family import parts
from ppid_core.intake.cells import age, cell, education, line, sex
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import Example, member_column, text_column
from ppid_core.intake.tables.spec import Composite, Print, Row, TableColumn
from ppid_core.model import Applicant, ApplicantClass

_NAME = TableColumn(name="nama", field="applicant", read=line, private=True, names_person=True)
_PERSON: Mapping[str, TableColumn[str]] = {
    "name": evolve(
        _NAME,
        told="nama pemohon; hanya dimuat dalam edisi internal = nama pemohon = nama lengkap = name",
    ),
    "nik": text_column(
        "nik",
        "applicant",
        "NIK atau nomor pengesahan badan hukum; hanya dimuat dalam edisi internal"
        " = nomor induk kependudukan = nomor ktp = nomor identitas = nik pemohon"
        " = nik atau nomor badan hukum",
        private=True,
    ),
    "address": text_column(
        "alamat",
        "applicant",
        "alamat pemohon; hanya dimuat dalam edisi internal = alamat pemohon = alamat lengkap",
        private=True,
    ),
    "contact": text_column(
        "kontak",
        "applicant",
        "telepon atau surel pemohon; hanya dimuat dalam edisi internal"
        " = kontak pemohon = nomor kontak = telepon = nomor telepon = hp = nomor hp = telepon hp = handphone"
        " = nomor handphone = ponsel = nomor ponsel = nomor wa = nomor whatsapp = telepon email = surel"
        " = email = alamat email = alamat surel = email pemohon = user email"
        " = nohp = nomortelepon = telp pemohon = phone",
        private=True,
        joint=" | ",
    ),
    "power_of_attorney": text_column(
        "surat_kuasa",
        "applicant",
        "surat kuasa khusus bila diwakili; hanya dimuat dalam edisi internal = surat kuasa khusus",
        private=True,
    ),
}
"""The columns of the person who asks, by field of `Applicant`."""


def _trait(name: str, told: str, read: Callable[[str], str] = line) -> TableColumn[str]:
    """Return a column of what is counted of applicants, and stands in no register that is published."""
    return evolve(text_column(name, "applicant", told, private=True), read=read)


_TRAITS: Mapping[str, TableColumn[str]] = {
    "sex": _trait(
        "jenis_kelamin",
        "jenis kelamin pemohon; hanya dihitung; dalam edisi publik tidak dimuat per orang"
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
        " = kabupaten = kab kota = city = kota pemohon = kabupaten kota pemohon = asal kota = kota asal",
    ),
}
"""What is counted of applicants, by field of `Applicant`."""


_PERSONAL = accepted(column.heading for column in (*_PERSON.values(), *_TRAITS.values()))
_ROLES = frozenset(
    {
        "kuasa",
        "pengguna",
        "petugas",
        "narahubung",
        "pimpinan",
        "direktur",
        "ketua",
        "pejabat",
        "wali",
        "saksi",
    }
)
"""Who a register may name beside the applicant: who is represented or represents, uses the information (UU
14/2008 Pasal 1), serves at the desk, or speaks for an organisation."""
_USER = "pengguna"
_OF_ROLE = frozenset({"pemberi", "penerima", "diberi", "pemohon"})
"""What says more of such a person."""


_TOLD_OF_OTHERS = frozenset({"pekerjaan", "jabatan", "ktp", "identitas", "instansi", "npwp"})
"""What else is told of them, which of the applicant is a column of its own, or none."""


def tells_of_a_person(title: str) -> bool:
    """Tell whether a heading is one of what tells of the applicant, in some register.

    >>> tells_of_a_person("Jenis Kelamin"), tells_of_a_person("Pendidikan Pemohon"), tells_of_a_person("Hal")
    (True, True, False)
    """
    return title in _PERSONAL or _PERSONAL.by_parts(title, "") is not None


def tells_of_another(title: str, *, is_beside: bool) -> bool:
    """Tell whether a heading tells of a person other than the applicant.

    Who uses the information may be the applicant himself, where no other heading tells of one.

    >>> tells_of_another("no_ktp_kuasa", is_beside=False), tells_of_another("surat_kuasa", is_beside=True)
    (True, False)

    Args:
        title: the heading.
        is_beside: whether it stands beside one of the applicant.
    """
    said = parts(title)
    if _USER in said and not is_beside:
        return False
    rest = said - _ROLES - _OF_ROLE
    is_personal = rest <= _TOLD_OF_OTHERS or _PERSONAL.by_parts(" ".join(sorted(rest)), "") is not None
    return not _ROLES.isdisjoint(said) and bool(rest) and is_personal


def person_columns(printed: Mapping[str, Print], *, has_traits: bool = False) -> Composite[Any]:
    """Return who a case is of.

    Args:
        printed: the columns of the annexed book, by field of `Applicant`.
        has_traits: whether the register also says what is counted of applicants.
    """
    known = {**_PERSON, **(_TRAITS if has_traits else {})}
    columns = {name: evolve(column, printed=printed.get(name)) for name, column in known.items()}

    def read(row: Row, _: Setting) -> Mapping[str, Any]:
        known = Applicant(**{name: row.words(column) for name, column in columns.items()})
        return {"applicant": None if known == Applicant() else known}

    def write(case: Any, _: int) -> Cells:  # noqa: ANN401  a row of any register
        known = case.applicant or Applicant()
        return {column.name: cell.words(getattr(known, name)) for name, column in columns.items()}

    persons = tuple(columns[name] for name in _PERSON)
    return Composite(columns=tuple(columns.values()), read=read, write=write, uncounted=persons)


def name_columns(printed: Print | None = None) -> Composite[Any]:
    """Return who a case is of, where the register has no more of a person than the name."""

    def read(row: Row, _: Setting) -> Mapping[str, Any]:
        return {"applicant": Applicant(name=name) if (name := row[_NAME]) else None}

    def write(case: Any, _: int) -> Cells:  # noqa: ANN401  a row of any register
        return {_NAME.name: cell.words(case.applicant.name) if case.applicant else ""}

    told = "nama pemohon; hanya dimuat dalam edisi internal = nama pemohon = nama lengkap"
    return Composite(columns=(evolve(_NAME, told=told, printed=printed),), read=read, write=write)


def applicant_column(other: str, *, example: Example) -> TableColumn[ApplicantClass]:
    """Return the class of the applicant, under the headings that all registers know and ``other`` ones."""
    told = f"perorangan, kelompok orang, atau lembaga = jenis pemohon = kategori pemohon{other}"
    return member_column("pemohon", "applicant_class", ApplicantClass, told, example=example)
