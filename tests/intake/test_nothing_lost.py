"""Nothing that was typed is lost without a word, and no input ends in a crash."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ppid_core import InputError, Intake, from_rows, load
from ppid_core.model import Coded, RefusalReason

YEAR = "kunci,isi\ntahun,2023\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "laporan.csv").write_text(YEAR, encoding="utf-8")
    return tmp_path


def read(folder: Path, **tables: str) -> Intake:
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return load(folder)


def refusals(path: Path, text: str) -> list[str]:
    """Return what is told about a JSON file that cannot be read whole."""
    path.write_text(text, encoding="utf-8")
    try:
        return [problem.message.id for problem in load(path).problems]
    except InputError as error:
        return [problem.message.id for problem in error.problems]


@pytest.mark.parametrize("number", ["1e999999999999", "1e99999999999999999999", "1e400000"])
def test_absurd_number_of_a_json_file_is_a_problem_and_no_crash(tmp_path: Path, number: str) -> None:
    rows = f'{{"laporan": {{"tahun": 2023}}, "permohonan": [{{"jumlah": {number}}}]}}'

    (told,) = refusals(tmp_path / "x.json", rows)

    assert len(told) < 200


def test_name_that_stands_twice_in_a_json_object_is_a_problem(tmp_path: Path) -> None:
    assert refusals(tmp_path / "x.json", '{"laporan": {"tahun": 2023, "tahun": 2022}}') == [
        '"tahun" tertulis dua kali. Hapus salah satu.'
    ]


def test_two_names_of_one_table_are_a_problem(tmp_path: Path) -> None:
    tables = '{"laporan": {"tahun": 2023}, "sengketa": [{"nomor": "1"}], "Sengketa": [{"nomor": "2"}]}'

    assert refusals(tmp_path / "x.json", tables) == ['"sengketa" tertulis dua kali. Hapus salah satu.']
    with pytest.raises(ValueError, match="are one table"):
        from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "sengketa": [], "Sengketa": []})


def test_word_total_in_a_later_column_makes_no_row_a_total(folder: Path) -> None:
    intake = read(folder, permohonan="nomor,jumlah,informasi\n1,3,Total\n2,4,Jumlah\n")

    assert isinstance(intake.year.requests, tuple)
    assert [row.count for row in intake.year.requests] == [3, 4]
    assert intake.year.stated_totals == ()


@pytest.mark.parametrize("row", ["JUMLAH,,7", ",JUMLAH,7", "JUMLAH,JUMLAH,7"])
def test_total_is_said_by_the_first_column_or_the_next_where_that_is_blank(folder: Path, row: str) -> None:
    intake = read(folder, permohonan=f"nomor,informasi,jumlah\n1,DPA,7\n{row}\n")

    assert [total.value for total in intake.year.stated_totals] == [7]
    assert intake.read["permohonan"] == 1


@pytest.mark.parametrize("row", ["2,Mei", "3,Mei,", "4,Mei,surel,x"])
def test_row_set_apart_by_another_sign_is_a_problem(folder: Path, row: str) -> None:
    intake = read(folder, permohonan=f"nomor;bulan;kanal\n1;Mei;surel\n{row}\n")

    assert [problem.source.row for problem in intake.problems] == [3]


def test_heading_over_two_lines_is_read(folder: Path) -> None:
    intake = read(
        folder, permohonan='"nomor\nregistrasi",jumlah\n1,3\n', kunjungan='"bulan\n";kunjungan\nMei;2\n'
    )

    assert intake.problems == ()
    assert (intake.read["permohonan"], intake.read["kunjungan"]) == (1, 1)


def test_control_character_is_a_problem_of_its_cell_or_heading(folder: Path) -> None:
    intake = read(folder, permohonan="nomor,jumlah\n1\x00,2\n2,3\n", kunjungan="bulan,kunjungan\x07\nMei,2\n")

    places = {(problem.source.file, problem.source.row) for problem in intake.problems}
    assert places == {("permohonan.csv", 2), ("kunjungan.csv", 1)}
    assert intake.accepted["permohonan"] == 2


def test_nihil_beside_a_row_whose_count_is_unread_says_nothing(folder: Path) -> None:
    objections: Any = read(folder, keberatan="nomor,jumlah\n1,-1\nNIHIL,\n").year.objections

    assert [row.unread for row in objections] == [("count",)]


def test_complaints_may_be_nil_beside_those_of_another_year(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text(f"{YEAR}nihil,pengaduan\n", encoding="utf-8")

    intake = read(tmp_path, rekap="apa,menurut,nilai,bulan,tahun,jumlah\npengaduan,,,,2022,5\n")

    assert intake.problems == ()
    assert [(line.year, line.count) for line in intake.year.aggregates] == [(2022, 5), (None, 0)]


def test_letter_of_pasal_17_is_a_reason_where_no_other_is_typed(folder: Path) -> None:
    requests: Any = read(folder, permohonan="keputusan,pasal_pengecualian\nditolak,h\n").year.requests

    assert (requests[0].reason, requests[0].exemption_letter) == (Coded(RefusalReason.EXEMPT), "h")


def test_one_agency_in_two_spellings_is_counted_once_without_a_list(folder: Path) -> None:
    requests: Any = read(folder, permohonan="opd\nDinkes\nDINKES\n Dinkes \n").year.requests

    assert {row.agency.key for row in requests} == {"Dinkes"}
    assert [row.agency.typed for row in requests][:2] == ["Dinkes", "DINKES"]
