"""A number that can be read in two ways is told in every column, and a column is read in one way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.nothing_false.work import from_files, from_tables, messages

from ppid_core import Dossier


def visits(*typed: object) -> Dossier:
    rows = [{"bulan": month, "kunjungan": text} for month, text in enumerate(typed, start=1)]
    return from_tables(kunjungan=rows)


def problem_texts(work: Dossier) -> list[str]:
    return [problem.value for problem in work.problems]


@pytest.mark.parametrize(("typed", "visited"), [("1,000", 1000), ("30.000", 30_000), ("30,000", 30_000)])
def test_one_sign_before_three_figures_sets_thousands_apart_in_a_count_and_is_told(
    typed: str, visited: int
) -> None:
    work = visits(typed, "5")

    assert (work.figure("visits.total"), problem_texts(work)) == (visited + 5, [])
    assert [f'"{typed}" dibaca sebagai bilangan bulat' in one for one in messages(work)].count(True) == 1


@pytest.mark.parametrize("typed", ["1,000,000", "1.000.000"])
def test_millions_are_read_as_before(typed: str) -> None:
    assert visits(typed).figure("visits.total") == 1_000_000


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        (("1,000", "1,5"), ["1,000", "1,5"]),
        (("1,000", "12,50"), ["1,000", "12,50"]),
        (("1,000", "1.000.000"), ["1,000"]),
        (("1.000", "1,000,000"), ["1.000"]),
        (("1.000", "1.000.000"), []),
        (("1,000", "1,000,000"), []),
        (("1,000", "1.000"), []),
    ],
)
def test_value_that_fits_one_way_only_makes_those_of_the_other_way_problems(
    typed: Sequence[str], refused: list[str]
) -> None:
    assert problem_texts(visits(*typed)) == refused


def test_problem_names_the_cell_that_speaks_against_it_and_how_to_write() -> None:
    (problem,) = visits("1,000", "1.000.000").problems

    assert problem.source.column == "kunjungan"
    assert '"1.000.000" di kolom ini' in problem.message.id
    assert "tulis 1000 tanpa tanda" in problem.message.id


COLUMNS = [
    ("permohonan", {"bulan": "Mei", "jumlah": "1,000"}, "jumlah"),
    ("permohonan", {"bulan": "Mei", "jumlah_pemohon": "1,000"}, "jumlah_pemohon"),
    ("permohonan", {"bulan": "Mei", "biaya": "1,000"}, "biaya"),
    ("permohonan", {"bulan": "Mei", "hari_kerja": "1,000"}, "hari_kerja"),
    ("keberatan", {"bulan": "Mei", "jumlah": "1,000"}, "jumlah"),
    ("sengketa", {"bulan": "Mei", "jumlah": "1,000"}, "jumlah"),
    ("gugatan", {"pengadilan": "PTUN", "jumlah": "1,000"}, "jumlah"),
    ("rekap", {"apa": "permohonan", "jumlah": "1,000"}, "jumlah"),
    ("anggaran", {"sumber": "APBD", "alokasi": "1,000"}, "alokasi"),
    ("anggaran", {"sumber": "APBD", "realisasi": "1,000"}, "realisasi"),
    ("sdm", {"bagian": "Layanan", "jumlah": "1,000"}, "jumlah"),
    ("sarana_prasarana", {"nama": "Meja", "jumlah": "1,000"}, "jumlah"),
    ("peringkat_opd", {"opd": "Dinas A", "nilai": "1,000"}, "nilai"),
    ("pernyataan", {"apa": "permohonan", "jumlah": "1.000"}, "jumlah"),
    ("pernyataan", {"apa": "permohonan", "jumlah": "1", "dari": "1.000"}, "dari"),
]


@pytest.mark.parametrize(("table", "row", "column"), COLUMNS)
def test_every_column_of_numbers_tells_how_it_was_read(table: str, row: dict[str, str], column: str) -> None:
    tables: Any = {table: [row]}
    work = from_tables(**tables)

    assert problem_texts(work) == []
    assert any(f"kolom {column}" in one and "dibaca sebagai" in one for one in messages(work))


def test_number_of_staff_in_the_report_table_is_a_thousand_and_told() -> None:
    work = from_tables(keys={"sdm.jumlah": "1,000"})

    assert work.year.service.staff_total == 1000
    assert any("1,000" in one for one in messages(work))


def test_claim_beside_a_fraction_written_with_a_dot_is_asked_about() -> None:
    rows = [{"apa": "rerata_waktu", "jumlah": "8.48"}, {"apa": "kunjungan", "jumlah": "30.356"}]

    assert problem_texts(from_tables(pernyataan=rows)) == ["30.356"]


def test_words_around_the_figures_hide_no_second_way(tmp_path: Path) -> None:
    text = 'sumber,alokasi\nAPBD,"Rp. 75,000,-"\nAPBN,"Rp1.250.000,00"\n'

    assert problem_texts(from_files(tmp_path, anggaran=text)) == ["Rp. 75,000,-"]


DAYS: list[tuple[Sequence[str], list[str]]] = [
    (("07/01/2023", "12/31/2023"), ["07/01/2023", "12/31/2023"]),
    (("07/01/2023", "31/12/2023"), []),
    (("13/01/2023", "12/31/2023"), ["12/31/2023"]),
    (("7 Januari 2023", "12/31/2023"), ["12/31/2023"]),
]


@pytest.mark.parametrize(("typed", "refused"), DAYS)
def test_day_that_can_only_be_month_first_makes_each_ambiguous_day_of_its_column_a_problem(
    typed: Sequence[str], refused: list[str]
) -> None:
    work = from_tables(permohonan=[{"nomor": f"P-{at}", "tanggal": text} for at, text in enumerate(typed)])

    assert problem_texts(work) == refused


def test_another_column_is_not_judged_by_it() -> None:
    row = {"tanggal": "12/31/2023", "tanggal_pemberitahuan": "07/01/2023"}

    assert problem_texts(from_tables(permohonan=[row])) == ["12/31/2023"]


def test_a_day_that_nobody_can_read_beside_a_month_first_one_is_told_as_such() -> None:
    rows = [{"nomor": "1", "tanggal": "12/31/2023"}, {"nomor": "2", "tanggal": "'03/04/2023"}]

    _, unreadable = sorted(from_tables(permohonan=rows).problems, key=lambda one: one.source.row or 0)

    assert unreadable.value == "'03/04/2023"
    assert "bukan tanggal" in unreadable.message.id


def test_ambiguous_day_beside_a_month_first_one_is_told_with_both_meanings() -> None:
    rows: Any = [{"tanggal": "07/01/2023"}, {"tanggal": "12/31/2023"}]
    ambiguous, month_first = from_tables(permohonan=rows).problems

    assert "7 Januari 2023 atau 1 Juli 2023" in ambiguous.message.id
    assert '"12/31/2023"' in ambiguous.message.id
    assert month_first.message.id == '"12/31/2023" ditulis bulan lebih dahulu. Tulis 31 Desember 2023.'


def test_several_days_in_one_cell_are_looked_through_too() -> None:
    rows = [{"tanggal_perpanjangan": "07/01/2023|08/01/2023"}, {"tanggal_perpanjangan": "01/25/2023"}]

    assert len(problem_texts(from_tables(permohonan=rows))) == 2


def test_wholly_blank_column_of_counts_is_not_kept_and_each_row_is_one() -> None:
    work = from_tables(permohonan=[{"bulan": "Mei", "jumlah": ""}, {"bulan": "Juni", "jumlah": "-"}])

    assert (work.figure("requests.total"), problem_texts(work)) == (2, [])
