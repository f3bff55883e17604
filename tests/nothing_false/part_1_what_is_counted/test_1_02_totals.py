"""A total is never data: known by words, by arithmetic and by its formula, it is a claim (T104) and told."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from tests.nothing_false.work import OURS, found, from_files, from_tables
from xlsxwriter import Workbook as WrittenWorkbook

from ppid_core import Dossier
from ppid_core.intake.files.csv_tables import filled_files
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.summary import listed

LABELS = [
    *("JUMLAH", "Total", "Jumlah Keseluruhan", "Grand Total", "Sub Total", "Subtotal", "Total Permohonan"),
    *("Jml", "Jml.", "JLH", "Σ", "∑", "Rekapitulasi", "Jumlah Seluruhnya :", "TOTAL KESELURUHAN"),
    *("Jumlah Total", "Jumlah Permohonan Informasi", "Total Tahun 2023", "Jumlah s.d. Desember 2023"),
]


def claims(work: Dossier) -> list[tuple[str, str, Decimal]]:
    return [(one.table, one.column, one.value) for one in work.year.stated_totals]


def is_told(work: Dossier) -> bool:
    words = ("tidak dihitung sebagai data",)
    return any(word in note.message.id for note in work.notes for word in words)


@pytest.mark.parametrize("label", LABELS)
def test_words_of_a_total_in_a_register(tmp_path: Path, label: str) -> None:
    rows = f"P-1,Mei,3\nP-2,Juni,4\n{label},,7\n"
    work = from_files(tmp_path, permohonan=f"nomor,bulan,jumlah\n{rows}")

    assert (work.figure("requests.total"), claims(work)) == (7, [("permohonan", "jumlah", Decimal(7))])
    assert (is_told(work), found(work, "T104"), work.problems) == (True, (), ())


TABLES = [
    ("permohonan", "jumlah", {"bulan": "Mei"}, "informasi"),
    ("permohonan", "jumlah_pemohon", {"bulan": "Mei"}, "kanal"),
    ("keberatan", "jumlah", {"bulan": "Mei"}, "alasan"),
    ("sengketa", "jumlah", {"bulan": "Mei"}, "opd"),
    ("gugatan", "jumlah", {"putusan": "dikuatkan"}, "pengadilan"),
    ("kunjungan", "kunjungan", {}, "bulan"),
    ("anggaran", "alokasi", {}, "sumber"),
    ("sdm", "jumlah", {"kualifikasi": "S1"}, "bagian"),
    ("sarana_prasarana", "jumlah", {"kondisi": "baik"}, "nama"),
]


@pytest.mark.parametrize(("table", "column", "more", "label"), TABLES)
@pytest.mark.parametrize("total", ["Grand Total", ""])
def test_total_with_or_without_a_label_in_every_table(
    table: str, column: str, more: dict[str, str], label: str, total: str
) -> None:
    months = ("Januari", "Februari", "Maret")
    rows = [{label: f"{months[n] if label == 'bulan' else n}", **more, column: n + 2} for n in range(3)]
    tables: Any = {table: [*rows, {label: total, column: 9}]}
    work = from_tables(**tables)

    assert (claims(work), work.problems) == ([(table, column, Decimal(9))], ())
    assert (work.intake.read[table], is_told(work), found(work, "T104")) == (3, True, ())


def test_total_that_is_not_the_sum_is_a_finding_and_no_data(tmp_path: Path) -> None:
    work = from_files(tmp_path, kunjungan="bulan,kunjungan\nJanuari,300\nFebruari,400\nGrand Total,710\n")
    (finding,) = found(work, "T104")

    assert work.figure("visits.total") == 700
    assert (finding.provided, finding.expected) == (710, 700)


def test_sum_without_a_label_in_several_columns_of_money(tmp_path: Path) -> None:
    rows = "APBD,100,90\nAPBN,50,40\n,150,130\n"
    work = from_files(tmp_path, anggaran=f"sumber,alokasi,realisasi\n{rows}")

    assert (work.figure("budget.allocated"), work.figure("budget.realised")) == (150, 130)
    assert [value for *_, value in claims(work)] == [150, 130]


def test_total_of_the_budget_keeps_its_words_beside_it(tmp_path: Path) -> None:
    rows = "APBD,100,seratus\nAPBN,50,lima puluh\nJumlah Anggaran,150,seratus lima puluh rupiah\n"
    work = from_files(tmp_path, anggaran=f"sumber,alokasi,terbilang\n{rows}")

    assert (work.figure("budget.allocated"), claims(work)) == (150, [("anggaran", "alokasi", Decimal(150))])


def test_label_with_other_cells_beside_it_is_a_case(tmp_path: Path) -> None:
    rows = "P-1,3 Mei 2023,Total anggaran 2023,ditolak\nP-2,4 Mei 2023,Jumlah,dikabulkan\n"
    rows += ",5 Mei 2023,Rekapitulasi,\n"
    work = from_files(tmp_path, permohonan=f"nomor,tanggal,informasi,keputusan\n{rows}")

    assert (work.figure("requests.total"), claims(work), work.notes) == (3, [], ())


def test_count_of_cases_under_a_register_of_one_case_a_row(tmp_path: Path) -> None:
    rows = "".join(f"P-{n},{n} Mei 2023,DPA\n" for n in range(1, 6))
    right = from_files(tmp_path, permohonan=f"nomor,tanggal,informasi\n{rows}Jumlah,,5 permohonan\n")

    assert (right.figure("requests.total"), found(right, "T104")) == (5, ())
    wrong = from_files(tmp_path, permohonan=f"nomor,tanggal,informasi\n{rows}Jumlah,6,\n")
    assert wrong.figure("requests.total") == 5
    assert [(one.provided, one.expected) for one in found(wrong, "T104")] == [(6, 5)]


MONTHLY = (
    "nomor,tanggal,jumlah\nP-1,3 Januari 2023,1\nP-2,4 Januari 2023,2\nJumlah Januari,,{first}\n"
    "P-3,3 Februari 2023,4\nP-4,9 Februari 2023,1\nJumlah Februari,,{second}\nJUMLAH,,{whole}\n"
)


@pytest.mark.parametrize(
    ("first", "second", "whole", "different"),
    [
        (3, 5, 8, []),
        (4, 5, 8, [(4, 3)]),
        (3, 6, 8, [(6, 5)]),
        (3, 5, 9, [(9, 8)]),
        (3, 8, 8, []),
    ],
)
def test_monthly_subtotal_is_compared_with_its_own_rows(
    tmp_path: Path, first: int, second: int, whole: int, different: list[tuple[int, int]]
) -> None:
    work = from_files(tmp_path, permohonan=MONTHLY.format(first=first, second=second, whole=whole))

    assert work.figure("requests.total") == 8
    assert [(one.provided, one.expected) for one in found(work, "T104")] == different


def test_total_above_its_rows_is_compared_with_them(tmp_path: Path) -> None:
    work = from_files(tmp_path, kunjungan="bulan,kunjungan\nJUMLAH,700\nJanuari,300\nFebruari,400\n")

    assert (work.figure("visits.total"), found(work, "T104")) == (700, ())


REKAP = "apa,menurut,nilai,bulan,tahun,jumlah\n"


@pytest.mark.parametrize(
    "total", ["JUMLAH,,,,,5", ",,Total,,,5", "permohonan,keputusan,Jumlah,,,5", ",,,,,5"]
)
def test_total_of_a_group_of_aggregate_lines(tmp_path: Path, total: str) -> None:
    lines = "permohonan,keputusan,dikabulkan,,,3\npermohonan,keputusan,ditolak,,,2\n"
    channels = "permohonan,kanal,surel,,,4\npermohonan,kanal,website,,,1\n"
    work = from_files(tmp_path, rekap=f"{REKAP}{lines}{total}\n{channels}")

    assert (work.problems, work.figure("requests.total")) == ((), 5)
    assert (claims(work), found(work, "T104")) == ([("rekap", "jumlah", Decimal(5))], ())
    assert is_told(work)


def test_total_of_a_group_that_is_not_its_sum(tmp_path: Path) -> None:
    lines = "permohonan,,,,,5\npermohonan,keputusan,dikabulkan,,,3\npermohonan,keputusan,ditolak,,,2\n"
    work = from_files(tmp_path, rekap=f"{REKAP}{lines}JUMLAH,,,,,6\n")

    assert [(one.provided, one.expected) for one in found(work, "T104")] == [(6, 5)]


def test_total_of_the_matrix_counts_ticks(tmp_path: Path) -> None:
    rows = "Dinas A,√,-\nDinas B,√,√\nJumlah Tersedia,2,1\n"
    work = from_files(tmp_path, ketersediaan=f"opd,profil,dip\n{rows}")

    assert (work.figure("compliance.agencies"), found(work, "T104")) == (2, ())
    assert len(claims(work)) == 2


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("opd", "kode,nama\n1,Dinas A\n2,Dinas B\n,Jumlah\n"),
        ("regulasi", "nomor,tentang,tahun\nPerwal 1,A,2020\nPerwal 2,B,2021\nJumlah,2,\n"),
        ("kegiatan", "uraian,keterangan\nRapat,\nPelatihan,\nJumlah kegiatan,2\nTotal,2 kali\n"),
    ],
)
def test_total_in_a_list_is_no_entry(tmp_path: Path, table: str, text: str) -> None:
    work = from_files(tmp_path, **{table: text.replace("Jumlah kegiatan,2\n", "")})

    assert (work.intake.read[table], work.problems, is_told(work)) == (2, (), True)


def written(path: Path, rows: Sequence[Sequence[object]], *, total: object = 7) -> Dossier:
    """Return the work of a workbook whose formulas were computed, as a spreadsheet saves them."""
    with WrittenWorkbook(path / "buku.xlsx") as book:
        report = book.add_worksheet("Laporan")
        report.write_row(0, 0, ("kunci", "isi"))
        report.write_row(1, 0, ("tahun", 2023))
        sheet = book.add_worksheet("Permohonan")
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str) and value.startswith("="):
                    sheet.write_formula(at, column, value, None, total)
                else:
                    sheet.write(at, column, value)
    return Dossier.open(path / "buku.xlsx", plugins=OURS)


@pytest.mark.parametrize(
    "formula",
    ["=SUM(C2:C3)", "=C2+C3", "=SUBTOTAL(9,C2:C3)", "=SUM(C2,C3)", "=SUM($C$2:$C$3)", "=sum(C2:C3)"],
)
@pytest.mark.parametrize("label", ["", "Semuanya", "JUMLAH"])
def test_formula_under_the_column_is_a_total(tmp_path: Path, formula: str, label: str) -> None:
    rows = (("nomor", "bulan", "jumlah"), ("P-1", "Mei", 3), ("P-2", "Juni", 4), ("", label, formula))
    work = written(tmp_path, rows)

    assert (work.figure("requests.total"), claims(work)) == (7, [("permohonan", "jumlah", Decimal(7))])
    assert (work.problems, found(work, "T104"), is_told(work)) == ((), (), True)


def test_formula_over_one_row_is_a_total_and_one_along_a_row_is_none(tmp_path: Path) -> None:
    one = written(tmp_path, (("bulan", "jumlah"), ("Mei", 7), ("", "=SUM(B2:B2)")))
    along = written(tmp_path, (("bulan", "jumlah", "biaya"), ("Mei", 3, 1), ("Juni", "=SUM(C2:C2)+2", 1)))

    assert (one.figure("requests.total"), len(claims(one))) == (7, 1)
    assert (along.figure("requests.total"), claims(along)) == (10, [])


def test_formula_that_was_copied_to_the_right_is_a_sum_too(tmp_path: Path) -> None:
    rows = (
        ("sumber", "alokasi", "realisasi"),
        ("APBD", 3, 2),
        ("APBN", 4, 5),
        ("Semua dana", "=SUM(B2:B3)", "=SUM(C2:C3)"),
    )
    work = written(tmp_path, [("nomor", "informasi"), ("P-1", "DPA")])
    assert work.problems == ()
    with WrittenWorkbook(tmp_path / "uang.xlsx") as book:
        report = book.add_worksheet("Laporan")
        report.write_row(0, 0, ("kunci", "isi"))
        report.write_row(1, 0, ("tahun", 2023))
        sheet = book.add_worksheet("Anggaran")
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str) and value.startswith("="):
                    sheet.write_formula(at, column, value, None, 7)
                else:
                    sheet.write(at, column, value)
    money = Dossier.open(tmp_path / "uang.xlsx", plugins=OURS)

    assert (money.figure("budget.allocated"), len(claims(money)), money.problems) == (7, 2, ())


def test_formula_that_was_never_computed_is_no_data_and_no_problem(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Permohonan"
    for row in (("nomor", "bulan", "jumlah"), ("P-1", "Mei", 3), ("P-2", "Juni", 4), ("", "", "=SUM(C2:C3)")):
        sheet.append(row)
    book.create_sheet("Laporan").append(("kunci", "isi"))
    book["Laporan"].append(("tahun", 2023))
    book.save(tmp_path / "buku.xlsx")
    work = Dossier.open(tmp_path / "buku.xlsx", plugins=OURS)

    assert (work.figure("requests.total"), work.problems, claims(work)) == (7, (), [])
    assert is_told(work)


def test_subtotals_survive_a_round_of_convert(tmp_path: Path) -> None:
    year = from_files(tmp_path, permohonan=MONTHLY.format(first=4, second=5, whole=8)).year
    again = tmp_path / "lagi"
    again.mkdir()
    for name, content in filled_files(typed_tables(year)).items():
        (again / name).write_bytes(content)
    work = Dossier.open(again, plugins=OURS)

    assert work.year.stated_totals == year.stated_totals
    assert len(listed(work.year.requests)) == 4


def test_total_below_a_total_that_cannot_be_read_sums_no_empty_span() -> None:
    rows = [{"bulan": "Mei", "jumlah": 3}, {"bulan": "Juni", "jumlah": 4}]
    totals = [{"bulan": "JUMLAH", "jumlah": "7,5"}, {"bulan": "JUMLAH", "jumlah": "9"}]

    (total,) = from_tables(permohonan=[*rows, *totals]).year.stated_totals

    assert total.value == 9
    assert total.rows is None
