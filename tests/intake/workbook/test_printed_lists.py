"""The lists of information as offices print them: titles, two rows of heading, ticks, headings between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from tests.intake.workbook.making import read, written

from ppid_core.model import InformationCategory
from ppid_core.summary import listed

PERIODIC, ALWAYS = InformationCategory.PERIODIC, InformationCategory.AT_ALL_TIMES


def joined(sheet: str, *ranges: str) -> Callable[[Workbook], None]:
    """Return what joins cells of a sheet."""

    def change(book: Workbook) -> None:
        for cells in ranges:
            book[sheet].merge_cells(cells)

    return change


def test_a_list_of_public_information_is_read_as_lampiran_1_is_printed(tmp_path: Path) -> None:
    rows = (
        ("DAFTAR INFORMASI PUBLIK",),
        ("TAHUN 2024",),
        (),
        (
            *("No", "Ringkasan Isi Informasi", "Pejabat/Unit/Satker yang Menguasai Informasi"),
            *("Penanggungjawab Pembuatan atau Penerbitan Informasi", "Waktu dan Tempat Pembuatan Informasi"),
            *("Bentuk Informasi yang Tersedia", None, "Jangka Waktu Penyimpanan atau Retensi Arsip"),
        ),
        (None, None, None, None, None, "Cetak", "Rekaman", None),
        tuple(range(1, 9)),
        ("I", "INFORMASI BERKALA"),
        (1, "Profil", "Diskominfo", "Sekretaris", "2024", "√", "√", "5 tahun"),
        ("II", "Informasi setiap saat"),
        (2, "Renja", "Bappeda", "Sekretaris", "2024", "√", None, "5 tahun"),
        (),
        (None, None, None, None, None, "Contoh, 5 Januari 2025"),
        (None, None, None, None, None, "PPID Utama"),
    )
    change = joined("DIP 2024", "A1:H1", "A2:H2", "F4:G4", *(f"{column}4:{column}5" for column in "ABCDEH"))

    intake = read(written(tmp_path / "laporan.xlsx", {"DIP 2024": rows}, change))

    assert intake.problems == ()
    assert [
        (row.number, row.summary, row.form, row.category) for row in listed(intake.year.public_information)
    ] == [
        ("1", "Profil", "cetak, elektronik", PERIODIC),
        ("2", "Renja", "cetak", ALWAYS),
    ]


def test_a_sheet_of_consequence_tests_is_read_as_lampiran_2_is_printed(tmp_path: Path) -> None:
    rows = (
        ("LEMBAR UJI KONSEKUENSI",),
        (),
        (
            *("No", "Informasi", "Dasar Hukum Pengecualian Informasi"),
            *("Konsekuensi/Pertimbangan bagi Publik", None, "Jangka Waktu"),
        ),
        (None, None, None, "Dibuka", "Ditutup", None),
        (1, "Rekam medis", "Pasal 17 huruf h", "a", "b", "selama diperlukan"),
        (2, "Berkas", "Pasal 17 huruf a", "c", "d", "2 tahun"),
    )
    change = joined("Uji", "D3:E3", *(f"{column}3:{column}4" for column in "ABCF"))

    intake = read(written(tmp_path / "laporan.xlsx", {"Uji": rows}, change))

    assert intake.problems == ()
    assert [
        (row.number, row.when_opened, row.when_closed) for row in listed(intake.year.exempt_information)
    ] == [
        ("1", "a", "b"),
        ("2", "c", "d"),
    ]
