"""A row is a case only if it says something of a case; what is none is told, one note for each kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.nothing_false.work import OURS, from_files, from_tables

from ppid_core import Dossier
from ppid_core.model import Absent, Period
from ppid_core.summary import listed

HEADING = "nomor,tanggal,informasi,keputusan\n"
THIRTY = "".join(f"P-{n},{n} Mei 2023,DPA,ditolak\n" for n in range(1, 31))


def notes_on(work: Dossier) -> list[str]:
    return [note.message.id.partition(": ")[2] for note in work.notes]


def months(work: Dossier) -> list[Period | None]:
    return [row.period for row in listed(work.year.requests)]


def test_twenty_numbers_typed_ahead_are_no_requests(tmp_path: Path) -> None:
    ahead = "".join(f"P-{n},,,\n" for n in range(31, 51))
    work = from_files(tmp_path, permohonan=HEADING + THIRTY + ahead)

    assert (work.figure("requests.total"), work.problems) == (30, ())
    assert notes_on(work) == ["20 baris hanya berisi nomor dan tidak dihitung (baris 32–51)."]
    assert work.intake.read["permohonan"] == 30


@pytest.mark.parametrize("title", ["No", "No.", "No Urut", "nomor", "NOMOR"])
@pytest.mark.parametrize("table", ["permohonan", "keberatan", "sengketa"])
def test_number_alone_is_no_case_under_any_heading_and_in_any_register(title: str, table: str) -> None:
    rows = [{title: n, "pemohon": "perorangan" if n < 3 else "-"} for n in range(1, 6)]
    work = from_tables(**{table: rows})  # type: ignore[arg-type]

    assert work.intake.read[table] == 2
    assert "3 baris hanya berisi nomor dan tidak dihitung (baris 4–6)." in notes_on(work)


def test_numbers_alone_are_nothing_typed_yet_and_no_zero(tmp_path: Path) -> None:
    work = from_files(tmp_path, permohonan=HEADING + "1,,,\n2,,,\n")

    assert isinstance(work.figure("requests.total"), Absent)
    assert "permohonan.csv." in notes_on(work)


def test_register_of_nothing_but_numbers_holds_cases() -> None:
    assert from_tables(permohonan=[{"nomor": "P-1"}, {"nomor": "P-2"}]).figure("requests.total") == 2


def test_suit_that_only_names_its_dispute_is_a_case() -> None:
    rows = [{"nomor_sengketa": "S-1", "putusan": ""}, {"nomor_sengketa": "S-2", "putusan": "dikuatkan"}]

    assert from_tables(gugatan=rows).figure("suits.total") == 2


BANDED = (
    "nomor,informasi,keputusan\nJANUARI,,\nP-1,DPA,ditolak\nP-2,LKPJ,ditolak\n"
    "Pebruari 2023,,\nP-3,DPA,ditolak\n"
)


def test_band_supplies_the_month_of_the_rows_below_it(tmp_path: Path) -> None:
    work = from_files(tmp_path, permohonan=BANDED)

    assert (work.figure("requests.total"), work.problems) == (3, ())
    assert months(work) == [Period(2023, 1), Period(2023, 1), Period(2023, 2)]
    (note,) = notes_on(work)
    assert note.startswith("2 baris hanya menyebut bulan dan tidak dihitung; bulannya dipakai")
    assert note.endswith("(baris 2, 5).")


def test_own_day_wins_over_the_band(tmp_path: Path) -> None:
    text = (
        "nomor,tanggal,informasi\n,JANUARI,\nP-1,3 Januari 2023,DPA\nP-2,,LKPJ\n,FEBRUARI,\n,MARET,\nP-3,,A\n"
    )
    work = from_files(tmp_path, permohonan=text)

    assert work.problems == ()
    assert months(work) == [Period(2023, 1, 3), Period(2023, 1), Period(2023, 3)]


@pytest.mark.parametrize(
    "band", ["Triwulan I", "TRIWULAN II 2023", "Semester 1", "Tahun 2023", "Minggu ke-2"]
)
def test_span_above_rows_is_no_case_and_supplies_no_month(tmp_path: Path, band: str) -> None:
    work = from_files(tmp_path, permohonan=f"nomor,informasi\n{band},\nP-1,DPA\n")

    assert (work.figure("requests.total"), months(work)) == (1, [None])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Mei,\nJuni,ditolak\n", [Period(2023, 5), Period(2023, 6)]),
        ("Mei,\nJuni,\n", [Period(2023, 5), Period(2023, 6)]),
        (
            "Mei,\n,ditolak\n,dikabulkan\nJuni,\n,ditolak\n",
            [Period(2023, 5), Period(2023, 5), Period(2023, 6)],
        ),
        ("Mei,\nJuni,\n,ditolak\n", [Period(2023, 6)]),
    ],
)
def test_month_in_its_own_column_is_a_band_only_where_rows_below_lack_one(
    tmp_path: Path, rows: str, expected: list[Period]
) -> None:
    assert months(from_files(tmp_path, permohonan=f"bulan,keputusan\n{rows}")) == expected


def test_month_with_a_count_is_a_case_and_one_with_visits_is_data(tmp_path: Path) -> None:
    work = from_files(
        tmp_path,
        permohonan="bulan,jumlah,keputusan\nJanuari,3,\nFebruari,2,\n",
        kunjungan="bulan,kunjungan\nJanuari,\nFebruari,5\n",
    )

    assert work.figure("requests.total") == 5
    assert len(listed(work.year.service.visits)) == 2


def test_band_joined_over_the_columns_of_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Permohonan"
    for row in (
        ("NO", "NOMOR", "INFORMASI", "KEPUTUSAN"),
        ("JANUARI 2023",),
        (1, "P-1", "DPA", "ditolak"),
        ("Jumlah Januari 2023", None, None, 1),
        ("FEBRUARI 2023",),
        (2, "P-2", "DPA", "ditolak"),
        (3,),
        (4,),
    ):
        sheet.append(row)
    sheet.merge_cells("A2:D2")
    sheet.merge_cells("A5:D5")
    book.create_sheet("Laporan").append(("kunci", "isi"))
    book["Laporan"].append(("tahun", 2023))
    book.save(tmp_path / "buku.xlsx")
    work = Dossier.open(tmp_path / "buku.xlsx", plugins=OURS)

    assert (work.problems, months(work)) == ((), [Period(2023, 1), Period(2023, 2)])
    assert [row.number for row in listed(work.year.requests)] == ["P-1", "P-2"]
    assert [text.split(" baris ")[0] for text in notes_on(work)] == ["2", "1", "2"]


@pytest.mark.parametrize(
    "below",
    [
        "Keterangan:,,,\nD = Dikabulkan,,,\nT = Ditolak,,,\n",
        ',,,\n,,,"Serang, 7 Januari 2024"\n,,,PPID Utama\n,,,\n,,,Nama Pejabat\n,,,NIP 19700101\n',
        ",Mengetahui,,\n,Sekretaris Daerah,,PPID Utama\n",
        "*) termasuk yang diteruskan,,,\n",
        ",Sumber: register PPID,,\n",
        ",,,Data sementara sampai Desember\n",
        "Jumlah,,,30\n,,,\nSerang 7 Januari 2024,,,\n",
    ],
)
def test_legend_and_signatures_below_a_csv_are_no_cases(tmp_path: Path, below: str) -> None:
    work = from_files(tmp_path, permohonan=HEADING + THIRTY + below)

    assert (work.figure("requests.total"), work.problems) == (30, ())
    assert any("catatan atau tanda tangan" in text for text in notes_on(work))


def test_note_names_no_person(tmp_path: Path) -> None:
    below = ",,,\n,,,PPID Utama\n,,,Budi Rahasia\n"
    work = from_files(tmp_path, permohonan=HEADING + THIRTY + below)

    assert not any("Budi" in note.message.id for note in work.notes)


def test_last_rows_that_say_something_stay_cases(tmp_path: Path) -> None:
    below = "\n,31 Mei 2023,,\n,,,ditolak\nP-33,,LKPJ,\n"
    work = from_files(tmp_path, permohonan=HEADING + THIRTY + below)

    assert work.figure("requests.total") == 33


COUNTED = "bulan,jumlah\n"


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ("Mei,3\nJuni,4\n,7\n", 7),
        ("Mei,3\nJuni,4\n,6\n", 13),
        ("Mei,3\n,3\n", 6),
        (",3\n,3\n", 6),
        (",3\n,4\n,7\n", 7),
        (",3\n,4\n,8\n", 15),
        ("Mei,0\nJuni,0\n,0\n", 0),
    ],
)
def test_count_alone_is_a_case_unless_it_is_the_sum_above_from_the_third_row_on(
    tmp_path: Path, rows: str, total: int
) -> None:
    work = from_files(tmp_path, permohonan=COUNTED + rows)

    assert (work.figure("requests.total"), work.problems) == (total, ())


def test_each_kind_is_one_note_a_table_and_no_exit_code(tmp_path: Path) -> None:
    text = (
        "nomor,informasi,keputusan\nJANUARI,,\n1,DPA,ditolak\nJumlah Januari,,1\nFEBRUARI,,\n2,DPA,ditolak\n"
    )
    work = from_files(tmp_path, permohonan=f"{text}Jumlah Februari,,1\n3,,\n4,,\n\nSumber: register,,\n")

    assert (work.problems, work.figure("requests.total")) == ((), 2)
    assert [text.split(" baris ")[0] for text in notes_on(work)] == ["2", "2", "2", "1"]
    assert "T104" not in {finding.code for finding in work.findings}


def test_heading_repeated_and_numbers_of_columns_in_a_csv_are_no_cases(tmp_path: Path) -> None:
    again = (
        "1,2,3,4\nP-1,3 Mei 2023,DPA,ditolak\nNomor,Tanggal,Informasi,Keputusan\nP-2,4 Mei 2023,DPA,ditolak\n"
    )
    work = from_files(tmp_path, permohonan=HEADING + again)

    assert (work.figure("requests.total"), work.problems) == (2, ())
    assert {text.split(" ", 2)[2] for text in notes_on(work)} == {
        "tampak sebagai nomor kolom dan tidak dibaca (baris 2).",
        "mengulang judul kolom dan tidak dibaca (baris 4).",
    }


def test_mean_below_a_table_is_no_data(tmp_path: Path) -> None:
    work = from_files(
        tmp_path,
        kunjungan="bulan,kunjungan\nJanuari,300\nFebruari,400\nJumlah,700\nRata-rata per bulan,350\n",
        sdm="bagian,jumlah\nLayanan,3\nArsip,1\nRata-rata,2\n",
    )

    assert (work.figure("visits.total"), work.figure("staff.total"), work.problems) == (700, 4, ())


def test_cells_under_no_heading_alone_are_no_case(tmp_path: Path) -> None:
    work = from_files(tmp_path, permohonan=f"{HEADING}{THIRTY},,,,periksa lagi\n")

    assert (work.figure("requests.total"), work.problems) == (30, ())
