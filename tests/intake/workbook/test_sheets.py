"""Which sheet is which table, and what is told of a workbook as a whole."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.intake.workbook.making import read, refused, repacked, told, written

from ppid_core.intake import Intake
from ppid_core.intake.files.workbook import EXAMPLE_SHEET, GUIDE_SHEET, LIST_SHEET, table_of
from ppid_core.intake.files.workbook.sheet_names import name_sheets
from ppid_core.intake.tables import table_headings
from ppid_core.model import Absent

REQUESTS = (("nomor", "pemohon"), ("1", "LSM"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "buku.xlsx"


def notes(intake: Intake) -> list[str]:
    return [note.message.id for note in intake.notes]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("Permohonan 2020", "permohonan"),
        ("REGISTER PERMOHONAN", "permohonan"),
        ("  data_permohonan  th. 2020 ", "permohonan"),
        ("Register Permohonan Informasi P", "permohonan"),
        ("Buku Register Keberatan", "keberatan"),
        ("Sengketa Informasi", "sengketa"),
        ("Daftar OPD", "opd"),
        ("Perangkat Daerah", "opd"),
        ("Jenis Informasi", "jenis_informasi"),
        ("JAM PELAYANAN", "jam_layanan"),
        ("Ketersediaan Informasi 2020", "ketersediaan"),
        ("Kunjungan Laman PPID", "kunjungan"),
        ("SDM", "sdm"),
        ("Hari Libur", "hari_libur"),
        ("Laporan", "laporan"),
        ("Rekapitulasi", "rekap"),
        ("Sheet1", None),
        ("Informasi Publik 2020", None),
        ("Pemohon", None),
        ("2020", None),
    ],
)
def test_name_of_a_sheet_says_its_table(name: str, table: str | None) -> None:
    assert table_of(name) == table


def test_every_table_is_found_by_its_name_with_a_year_and_words_around_it() -> None:
    for name in table_headings():
        words = name.replace("_", " ")
        for sheet in (
            name,
            words.upper(),
            f"{words} 2020",
            f"Register {words}",
            f"Tabel {words.title()} PPID",
        ):
            assert table_of(sheet) == name, sheet


def test_summary_of_a_register_is_read_only_where_the_register_is_not_there() -> None:
    alone, beside = name_sheets(["Rekap Permohonan"]), name_sheets(["Rekap Permohonan", "Permohonan"])

    assert alone.tables == {"Rekap Permohonan": "permohonan"}
    assert (beside.tables, beside.twins) == (
        {"Permohonan": "permohonan"},
        {"Rekap Permohonan": ("Permohonan", "permohonan")},
    )


def test_second_sheet_of_a_table_is_a_problem_and_never_counted_twice(path: Path) -> None:
    intake = read(written(path, {"Permohonan 2020": REQUESTS, "Permohonan (2)": REQUESTS}))

    assert intake.read["permohonan"] == 1
    assert list(map(told, intake.problems)) == [
        (
            'buku.xlsx lembar "Permohonan (2)" |  | lembar ini tidak dibaca: tabel permohonan sudah dibaca '
            'dari lembar "Permohonan 2020". Gabungkan barisnya dalam satu lembar, atau ganti nama lembar ini.'
        )
    ]


def test_sheet_that_is_no_table_is_told_with_the_nearest_one(path: Path) -> None:
    intake = read(written(path, {"Prmohonan": REQUESTS, "Sheet3": ()}))

    assert notes(intake)[0] == 'Lembar "Prmohonan" tidak dibaca. Maksudnya "permohonan"?'
    assert not intake.problems


def test_our_own_sheets_are_never_data(path: Path) -> None:
    own = dict.fromkeys((GUIDE_SHEET, EXAMPLE_SHEET, LIST_SHEET, "Daftar"), REQUESTS)
    intake = read(written(path, own))

    assert isinstance(intake.year.requests, Absent)
    assert (intake.problems, notes(intake)) == ((), ["Belum ada yang diisi selain tahun laporan."])


def test_hidden_sheets_rows_and_columns_are_read_and_told(path: Path) -> None:
    def hide(book: Workbook) -> None:
        book["Permohonan"].sheet_state = "hidden"
        book["Permohonan"].row_dimensions[3].hidden = True
        book["Permohonan"].row_dimensions[9].hidden = True
        book["Permohonan"].column_dimensions["B"].hidden = True
        book["Permohonan"].column_dimensions["F"].hidden = True

    intake = read(written(path, {"Permohonan": (*REQUESTS, ("2", "LSM"))}, hide))

    assert intake.accepted["permohonan"] == 2
    assert notes(intake) == [
        'Lembar "Permohonan" tersembunyi, tetapi ikut dibaca.',
        'Lembar "Permohonan": baris 3 tersembunyi, tetapi ikut dibaca.',
        'Lembar "Permohonan": kolom B tersembunyi, tetapi ikut dibaca.',
    ]


def test_sheet_without_a_heading_says_which_one_it_lacks(path: Path) -> None:
    intake = read(written(path, {"Keberatan": (("1", "LSM"),), "Kunjungan": ()}))

    assert list(map(told, intake.problems)) == [
        (
            'buku.xlsx lembar "Keberatan" |  | judul kolom tabel keberatan tidak ditemukan. '
            "Tulis dalam satu baris, misalnya: nomor, nomor_permohonan, permohonan_lalu, tanggal."
        ),
        (
            'buku.xlsx lembar "Kunjungan" |  | judul kolom tabel kunjungan tidak ditemukan. '
            "Tulis dalam satu baris, misalnya: bulan, kunjungan."
        ),
    ]


def test_sheet_with_its_heading_alone_is_not_typed_yet(path: Path) -> None:
    intake = read(written(path, {"Permohonan": REQUESTS, "Gugatan 2020": (("tanggal", "putusan"),)}))

    assert notes(intake) == ["Belum diisi: Gugatan 2020."]


def test_workbook_without_a_report_sheet_says_how_to_make_one(path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Permohonan"
    book.worksheets[0].append(["nomor"])
    book.save(path)

    assert refused(path).startswith("buku.xlsx: tabel laporan tidak terbaca. Buat lembar Laporan")


def test_year_that_is_not_typed_is_asked_for_in_its_cell(path: Path) -> None:
    def untyped(book: Workbook) -> None:
        book["Laporan"]["B2"].value = None

    assert refused(written(path, {"Permohonan": REQUESTS}, untyped)).startswith(
        'buku.xlsx lembar "Laporan" sel B2: tahun laporan belum diisi.'
    )


def test_chapters_stand_in_a_sheet_too(path: Path) -> None:
    intake = read(written(path, {"Naskah": (("Bab", "Isi"), ("Kata Pengantar", "Satu.\n\nDua."))}))

    assert [one.text for one in intake.year.narrative.passages] == ["Satu.\n\nDua."]


def test_picture_beside_the_workbook_is_taken_in(path: Path) -> None:
    (path.parent / "ruang.png").write_bytes(b"gambar")
    written(path, {"Gambar": (("nomor", "judul", "berkas"), ("2.1", "Ruang", "ruang.png"))})
    intake = read(path)

    assert intake.pictures == {"ruang.png": b"gambar"}
    assert intake.inputs == {
        "buku.xlsx": sha256(path.read_bytes()).hexdigest(),
        "ruang.png": sha256(b"gambar").hexdigest(),
    }


def test_macros_and_links_are_told_and_left_alone(path: Path) -> None:
    written(path, {"Permohonan": REQUESTS})
    more = {"xl/vbaProject.bin": b"program", "xl/externalLinks/externalLink1.xml": b"<x/>"}
    other = path.with_suffix(".xlsm")
    other.write_bytes(repacked(path.read_bytes(), more=more))
    intake = read(other)

    assert intake.accepted["permohonan"] == 1
    assert notes(intake) == [
        "buku.xlsm memuat makro. Makro tidak dijalankan; yang dibaca hanya isi selnya.",
        "buku.xlsm menautkan berkas lain. Tautan tidak dibuka; yang dibaca nilai yang tersimpan.",
    ]


def test_reading_twice_gives_the_same(path: Path) -> None:
    written(path, {"Permohonan": (*REQUESTS, ("2", "?")), "Prmohonan": REQUESTS})

    assert read(path) == read(path)


def test_sheet_of_foreign_headings_is_understood_by_peta(path: Path) -> None:
    peta = (("kolom_asal", "kolom"), ("Reg", "permohonan.nomor"), ("Jns", "permohonan.pemohon"))
    sheets = {"Permohonan": (("REGISTER",), ("Reg", "Jns"), ("1", "LSM")), "Peta": peta}
    intake = read(written(path, sheets))

    assert (intake.problems, intake.accepted["permohonan"]) == ((), 1)
