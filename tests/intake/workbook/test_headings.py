"""Where the heading stands, and which rows around a table are no data."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.intake.workbook.making import Rows, read, told, written

from ppid_core.intake import Intake
from ppid_core.model import Absent, Request

HEADING = ("NO", "NO REGISTRASI", "TGL", "PEMOHON", "KEPUTUSAN")
ROWS: Rows = (
    (1, "1/PPID", "7 Januari 2020", "LSM", "ditolak"),
    (2, "2/PPID", "8 Januari 2020", "individu", "dikabulkan"),
)


def requests(intake: Intake) -> tuple[Request, ...]:
    rows = intake.year.requests
    assert not isinstance(rows, Absent)
    return rows


def numbers(intake: Intake) -> list[str]:
    return [row.number for row in requests(intake)]


def notes(intake: Intake) -> list[str]:
    return [note.message.id for note in intake.notes]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "buku.xlsx"


def test_heading_is_found_under_title_rows_and_blank_lines(path: Path) -> None:
    titles = (("REGISTER PERMOHONAN",), ("TAHUN 2020",), ())
    intake = read(written(path, {"Permohonan": (*titles, HEADING, (), ROWS[0], (), ROWS[1])}))

    assert numbers(intake) == ["1/PPID", "2/PPID"]
    assert (intake.problems, intake.notes) == ((), ())
    assert [row.source and row.source.row for row in requests(intake)] == [6, 8]


def test_rows_above_the_heading_that_are_no_title_are_told(path: Path) -> None:
    intake = read(written(path, {"Permohonan": (("Bulan", "Januari"), HEADING, *ROWS)}))

    assert notes(intake) == ['Lembar "Permohonan": baris 1 di atas judul kolom tidak dibaca.']


def test_problem_names_sheet_cell_heading_value_and_what_is_expected(path: Path) -> None:
    rows = (("REGISTER",), (), ("NO", "Bulan ", "JML"), (1, "Januari", 2), (2, 13, 1))
    intake = read(written(path, {"Permohonan 2020": rows}))

    assert list(map(told, intake.problems)) == [
        (
            'buku.xlsx lembar "Permohonan 2020" sel B5 | Bulan | '
            '"13" bukan bulan. Tulis Januari–Desember atau 1–12.'
        )
    ]
    assert (intake.problems[0].value, intake.problems[0].expected.id) == ("13", "Januari–Desember atau 1–12")
    assert intake.accepted["permohonan"] == 2


def test_unknown_heading_names_its_cell_and_the_nearest_one(path: Path) -> None:
    intake = read(
        written(path, {"Permohonan": (("JUDUL",), ("nomor", "Tgl Pmohonan", "jumlah"), ("1", "", 2))})
    )

    assert list(map(told, intake.problems)) == [
        (
            'buku.xlsx lembar "Permohonan" sel B2 | Tgl Pmohonan | '
            'kolom "Tgl Pmohonan" tidak dikenal. Maksudnya "tanggal"?'
        )
    ]


def two_lines(book: Workbook) -> None:
    sheet = book["Permohonan"]
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:C2")
    sheet.merge_cells("D2:D3")
    sheet.merge_cells("E2:F2")


TWO_LINES: Rows = (
    ("REGISTER",),
    ("NOMOR", "WAKTU", "", "PEMOHON", "PEMBERITAHUAN", ""),
    ("", "TANGGAL", "BULAN", "", "TANGGAL", "KEPUTUSAN"),
    ("1", "7/1/2020", "Januari", "LSM", "20/1/2020", "ditolak"),
)


@pytest.mark.parametrize("is_merged", [True, False])
def test_heading_of_two_lines_is_read_together(path: Path, *, is_merged: bool) -> None:
    """*Tanggal* under *Pemberitahuan* is another day than *Tanggal* under *Waktu*."""
    intake = read(written(path, {"Permohonan": TWO_LINES}, two_lines if is_merged else None))
    (row,) = requests(intake)

    assert not intake.problems
    assert (f"{row.period}", f"{row.notice_on}") == ("2020-01-07", "2020-01-20")


def test_title_under_a_group_that_is_a_column_itself_is_never_guessed(path: Path) -> None:
    """*Tanggal* under *Keputusan* is not the day of the request."""
    rows = (
        ("NOMOR", "PEMOHON", "KEPUTUSAN", ""),
        ("", "", "HASIL", "TANGGAL"),
        ("1", "LSM", "ditolak", "9/1/2020"),
    )

    def joined(book: Workbook) -> None:
        for cells in ("A1:A2", "B1:B2", "C1:D1"):
            book["Permohonan"].merge_cells(cells)

    intake = read(written(path, {"Permohonan": rows}, joined))

    assert [(one.source.cell, one.source.column) for one in intake.problems] == [("D2", "KEPUTUSAN TANGGAL")]
    assert requests(intake)[0].period is None


def test_row_of_column_numbers_is_told_and_not_read(path: Path) -> None:
    intake = read(written(path, {"Permohonan": (HEADING, (1, 2, 3, 4, 5), *ROWS)}))

    assert numbers(intake) == ["1/PPID", "2/PPID"]
    assert notes(intake) == ["Permohonan: 1 baris tampak sebagai nomor kolom dan tidak dibaca (baris 2)."]


def test_first_record_of_two_numbers_is_no_row_of_column_numbers(path: Path) -> None:
    intake = read(written(path, {"Kunjungan": (("bulan", "kunjungan"), (1, 2), (2, 30))}))

    assert not isinstance(intake.year.service.visits, Absent)
    assert [one.count for one in intake.year.service.visits] == [2, 30]


def test_heading_that_is_repeated_on_each_page_is_told_and_not_read(path: Path) -> None:
    intake = read(written(path, {"Permohonan": (HEADING, ROWS[0], HEADING, ROWS[1])}))

    assert numbers(intake) == ["1/PPID", "2/PPID"]
    assert len(notes(intake)) == 1


def test_lines_that_only_carry_their_number_are_no_rows(path: Path) -> None:
    intake = read(written(path, {"Permohonan": (HEADING, *ROWS, (3,), (4,))}))

    assert (intake.read["permohonan"], intake.problems) == (2, ())
    assert notes(intake) == ["Permohonan: 2 baris hanya berisi nomor dan tidak dihitung (baris 4–5)."]


def test_column_no_with_register_numbers_is_the_number(path: Path) -> None:
    intake = read(
        written(path, {"Permohonan": (("NO", "PEMOHON"), ("1/I/2020", "LSM"), ("7/II/2020", "LSM"))})
    )

    assert numbers(intake) == ["1/I/2020", "7/II/2020"]
    assert notes(intake) == ['Permohonan: kolom "NO" dibaca sebagai nomor register, sebab isinya tidak urut.']


def test_numbers_of_a_column_no_that_leave_gaps_are_told_and_not_taken_for_register_numbers(
    path: Path,
) -> None:
    intake = read(written(path, {"Permohonan": (("NO", "PEMOHON"), (1, "LSM"), (5, "LSM"))}))

    assert numbers(intake) == ["", ""]
    assert notes(intake) == ['Permohonan: kolom "NO" dianggap nomor urut dan tidak dibaca.']


@pytest.mark.parametrize("cells", [("JUMLAH", "", 3), ("", "Total :", "3 (tiga)"), ("JUMLAH", "JUMLAH", 3)])
def test_total_row_is_a_claim(path: Path, cells: tuple[object, ...]) -> None:
    intake = read(
        written(path, {"Keberatan": (("NO", "BULAN", "JUMLAH"), (1, "Mei", 1), (2, "Juni", 2), cells)})
    )
    (total,) = intake.year.stated_totals

    assert (total.table, total.column, int(total.value)) == ("keberatan", "jumlah", 3)
    assert f"{total.source}" == 'buku.xlsx lembar "Keberatan" sel C4'
    assert intake.read["keberatan"] == 2


@pytest.mark.parametrize("at", [0, 1])
def test_nihil_is_understood_under_the_running_number_too(path: Path, at: int) -> None:
    row = ["", ""]
    row[at] = "NIHIL"
    intake = read(written(path, {"Gugatan": (("", "NO", "PENGADILAN"), ("", *row))}))

    assert (intake.year.suits, intake.problems) == ((), ())


BELOW = [
    [("*) dihitung per pemohon",)],
    [("Sumber: register PPID",), ("Catatan : sementara",)],
    [
        (),
        ("", "", "", "Serang, 7 Januari 2021"),
        ("", "", "", "PPID Utama"),
        (),
        ("", "", "", "Nama Pejabat"),
    ],
    [(), ("", "Mengetahui,", "", "Serang, 7 Januari 2021"), ("", "Sekretaris Daerah", "", "PPID Utama")],
]


@pytest.mark.parametrize("below", BELOW)
def test_notes_and_signatures_below_a_table_are_told_and_not_read(path: Path, below: Rows) -> None:
    intake = read(written(path, {"Permohonan": (HEADING, *ROWS, *below)}))
    lines = [row for row in below if row]

    assert (numbers(intake), intake.problems) == (["1/PPID", "2/PPID"], ())
    (note,) = notes(intake)
    assert note.startswith(f"Permohonan: {len(lines)} baris di bawah tabel tampak sebagai catatan")


@pytest.mark.parametrize("below", BELOW)
def test_notes_below_a_total_are_told_and_not_read(path: Path, below: Rows) -> None:
    rows = (("NO", "BULAN", "JUMLAH", "PEMOHON", "ALASAN"), (1, "Mei", 1, "LSM", "a"), ("JUMLAH", "", 1))
    intake = read(written(path, {"Keberatan": (*rows, *below)}))

    assert (intake.read["keberatan"], intake.problems) == (1, ())
    assert [note.split(" baris ")[0] for note in notes(intake)] == [
        "Keberatan: 1",
        f"Keberatan: {len([row for row in below if row])}",
    ]


def test_last_rows_with_one_cell_are_data_where_nothing_says_that_they_are_notes(path: Path) -> None:
    """A list has one cell a row; an agency may be typed without its code."""
    entries = (("uraian", "keterangan"), ("Membina PPID",), (), ("Menyusun SOP",))
    agencies = (("kode", "nama"), ("1", "Dinas A"), ("", "Dinas B"))
    intake = read(written(path, {"Kegiatan": entries, "OPD": agencies}))

    assert (intake.read["kegiatan"], intake.read["opd"], intake.notes) == (2, 2, ())


def test_agency_that_reported_nothing_is_a_row_and_no_note(path: Path) -> None:
    rows = (("NO", "NAMA OPD", "profil", "aset"), (1, "Dinas A", "√", "-"), (), (2, "Dinas B"))
    intake = read(written(path, {"Ketersediaan": rows}))

    assert not isinstance(intake.year.matrix, Absent)
    assert [row.is_blank for row in intake.year.matrix.rows] == [False, True]


def test_month_that_spans_rows_is_carried_down_and_a_count_is_not(path: Path) -> None:
    rows = (("BULAN", "JUMLAH", "ALASAN"), ("Mei", 3, "a"), ("", "", "b"), ("", 1, "c"))

    def joined(book: Workbook) -> None:
        book["Keberatan"].merge_cells("A2:A4")
        book["Keberatan"].merge_cells("B2:B3")

    intake = read(written(path, {"Keberatan": rows}, joined))

    assert not isinstance(intake.year.objections, Absent)
    months = [
        (f"{one.period}", None if "count" in one.unread else one.count) for one in intake.year.objections
    ]
    assert months == [("2020-05", 3), ("2020-05", None), ("2020-05", 1)]
    assert [one.source.cell for one in intake.problems] == ["B3"]


def test_record_that_stands_on_two_joined_lines_is_one_row(path: Path) -> None:
    def joined(book: Workbook) -> None:
        for column in "ABCDE":
            book["Permohonan"].merge_cells(f"{column}2:{column}3")

    intake = read(written(path, {"Permohonan": (HEADING, ROWS[0], (), ROWS[1])}, joined))

    assert numbers(intake) == ["1/PPID", "2/PPID"]


def test_cell_under_no_heading_is_a_problem_at_its_place(path: Path) -> None:
    intake = read(
        written(path, {"Permohonan": (("nomor", "tanggal"), ("1", "7/1/2020", "", "periksa lagi"))})
    )

    assert list(map(told, intake.problems)) == [
        (
            'buku.xlsx lembar "Permohonan" sel D2 |  | isi sel ini tidak berada di bawah judul kolom. '
            "Beri judul kolomnya, atau kosongkan selnya."
        )
    ]


def test_table_that_begins_in_another_column_is_read(path: Path) -> None:
    rows = (("", "", "REGISTER"), (), *(("", *row) for row in (HEADING, *ROWS)))
    intake = read(written(path, {"Permohonan": rows}))

    assert (numbers(intake), intake.problems) == (["1/PPID", "2/PPID"], ())
