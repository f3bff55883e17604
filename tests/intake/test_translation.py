"""Foreign headings and codes are read as *peta* says, wherever the rows come from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ppid_core.intake import Intake, from_rows, load
from ppid_core.model import Coded, DisputeResult, Outcome, Period
from ppid_core.summary import listed

Rows = list[dict[str, object]]
REPORT: Rows = [{"kunci": "tahun", "isi": 2024}]
FOREIGN: Rows = [{"DT_IN": "2024-02-01", "STATUS_KD": "3"}, {"DT_IN": "2024-03-01", "STATUS_KD": "ditolak"}]
MAP: Rows = [
    {"kolom_asal": "DT_IN", "kolom": "tanggal"},
    {"kolom_asal": "STATUS_KD", "kolom": "permohonan.keputusan", "nilai_asal": "3", "nilai": "dikabulkan"},
]


def read(requests: Rows, map_rows: Rows) -> Intake:
    return from_rows({"laporan": REPORT, "permohonan": requests, "peta": map_rows})


def test_rows_of_a_database_need_no_other_names() -> None:
    intake = read(FOREIGN, MAP)

    assert intake.problems == ()
    assert [(row.period, row.outcome) for row in listed(intake.year.requests)] == [
        (Period.of(date(2024, 2, 1)), Outcome.GRANTED),
        (Period.of(date(2024, 3, 1)), Outcome.REFUSED),
    ]


def test_without_the_map_the_same_headings_are_unknown() -> None:
    intake = read(FOREIGN, [])

    assert {problem.source.column for problem in intake.problems} >= {"DT_IN", "STATUS_KD"}


def test_a_folder_has_its_map_beside_its_tables(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\n", "utf-8")
    (tmp_path / "permohonan.csv").write_text("DT_IN,STATUS_KD\n2024-02-01,3\n", "utf-8")
    (tmp_path / "peta.csv").write_text(
        "kolom_asal,kolom,nilai_asal,nilai\nDT_IN,tanggal,,\nSTATUS_KD,keputusan,3,dikabulkan\n", "utf-8"
    )

    intake = load(tmp_path)

    assert intake.problems == ()
    assert [row.outcome for row in listed(intake.year.requests)] == [Outcome.GRANTED]


def test_a_problem_names_heading_and_value_as_they_were_typed() -> None:
    (problem,) = read([{"DT_IN": "2024-02-01", "STATUS_KD": "9"}], MAP).problems

    assert (problem.source.column, problem.value) == ("STATUS_KD", "9")


def test_a_word_of_one_table_is_not_one_of_another() -> None:
    intake = from_rows(
        {"laporan": REPORT, "sengketa": [{"tanggal": "2024-02-01", "hasil": "3"}], "peta": MAP}
    )

    (dispute,) = listed(intake.year.disputes)
    assert dispute.result == Coded(DisputeResult.OTHER, "3")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ({"kolom_asal": "X", "kolom": "tanggl"}, "kolom"),
        ({"kolom_asal": "X", "kolom": "rekap.keputusan"}, "kolom"),
        ({"kolom": "keputusan"}, "kolom_asal"),
        ({"kolom": "keputusan", "nilai_asal": "*"}, "nilai"),
        ({"kolom_asal": "X", "kolom": "abaikan", "nilai_asal": "3", "nilai": "ditolak"}, "kolom"),
        ({"kolom_asal": "X", "kolom": "?"}, "kolom"),
        ({"kolom": "keputusan", "nilai_asal": "3", "nilai": "?"}, "nilai"),
        ({"kolom_asal": "X", "nilai_asal": "3"}, "kolom"),
        ({"kolom_asal": "X", "nilai_asal": "3", "tabel": "keberattan"}, "tabel"),
        ({"kolom_asal": "X", "tabel": "keberatan"}, "nilai_asal"),
        ({"kolom_asal": "X", "kolom": "nama", "gabung": "lem"}, "gabung"),
        ({"kolom_asal": "X", "kolom": "kanal", "nilai_asal": "*", "nilai": "website"}, "kolom_asal"),
        ({"kolom": "keputusan", "nilai": "ditolak"}, "nilai_asal"),
    ],
)
def test_a_line_that_says_nothing_is_told(line: dict[str, object], column: str) -> None:
    names = ("kolom_asal", "kolom", "nilai_asal", "nilai", "tabel", "gabung")
    blank: dict[str, object] = dict.fromkeys(names, "")

    problems = read([], [{**blank, **line}]).problems

    assert column in {problem.source.column for problem in problems}


def test_one_code_has_one_meaning() -> None:
    twice: Rows = [
        {"kolom_asal": "", "kolom": "keputusan", "nilai_asal": "3", "nilai": "dikabulkan"},
        {"kolom_asal": "", "kolom": "keputusan", "nilai_asal": "3", "nilai": "ditolak"},
    ]

    (problem,) = read([], twice).problems

    assert problem.value == "3"
