"""*ketersediaan* told by semester or quarter: which period is the year's, and the way back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from ppid_core import ServiceYear, from_rows, load, structure, unstructure
from ppid_core.intake import Intake
from ppid_core.intake.files.csv_tables import all_files
from ppid_core.intake.files.form import form
from ppid_core.intake.files.json_year import read_year
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import UNREADABLE, CellState, ComplianceMatrix, MatrixRow, ReportingPeriod, YearPart
from ppid_core.testing.strategies import matrices

REPORT = [{"kunci": "tahun", "isi": "2024"}]
FIRST, SECOND = YearPart.SEMESTER_1, YearPart.SEMESTER_2
TWO = (
    {"opd": "Dinkes", "periode": "semester-1", "profil": "√", "aset": "-"},
    {"opd": "Setda", "periode": "semester-1", "profil": "√", "aset": "√"},
    {"opd": "Dinkes", "periode": "semester-2", "profil": "√", "aset": "√"},
)


def read(*rows: dict[str, str], covers: str = "") -> Intake:
    of = [{"kunci": "periode", "isi": covers}] if covers else []
    return from_rows({"laporan": [*REPORT, *of], "ketersediaan": list(rows)})


def matrix_of(intake: Intake) -> ComplianceMatrix:
    assert isinstance(intake.year.matrix, ComplianceMatrix)
    return intake.year.matrix


def ticks(rows: tuple[MatrixRow, ...]) -> dict[str, int]:
    return {row.agency.typed: row.states.count(CellState.DISCLOSED) for row in rows}


def test_the_last_period_delivered_is_the_state_of_the_year() -> None:
    intake = read(*TWO)
    matrix = matrix_of(intake)

    assert not intake.problems
    assert (matrix.part, [one.part for one in matrix.series]) == (SECOND, [FIRST])
    assert ticks(matrix.series[0].rows) == {"Dinkes": 1, "Setda": 2}
    assert ticks(matrix.rows) == {"Dinkes": 2, "Setda": 0}


def test_who_was_silent_in_the_last_period_has_a_blank_row_there_and_no_earlier_one() -> None:
    silent = matrix_of(read(*TWO)).rows[1]

    assert (silent.agency.typed, silent.is_blank) == ("Setda", True)


def test_a_later_period_that_is_only_typed_is_no_delivery() -> None:
    matrix = matrix_of(read(*TWO[:2], {"opd": "Dinkes", "periode": "semester-2", "profil": "", "aset": ""}))

    assert (matrix.part, [one.part for one in matrix.series]) == (FIRST, [SECOND])
    assert ticks(matrix.rows) == {"Dinkes": 1, "Setda": 2}


def test_rows_without_a_period_are_of_the_year_as_ever() -> None:
    bare = matrix_of(read({"opd": "Dinkes", "profil": "√"}))
    blank = matrix_of(read({"opd": "Dinkes", "periode": "", "profil": "√"}))

    assert bare == blank
    assert (bare.part, bare.series, bare.deliveries) == (YearPart.YEAR, (), ())


@pytest.mark.parametrize(("typed", "part"), [("Semester II", SECOND), ("triwulan 3", YearPart.QUARTER_3)])
def test_periods_are_read_as_people_write_them(typed: str, part: YearPart) -> None:
    assert matrix_of(read({"opd": "Dinkes", "periode": typed, "profil": "√"})).part is part


@pytest.mark.parametrize("typed", ["semester-3", "Januari", "tahun", "2"])
def test_what_is_no_semester_or_quarter_is_a_problem_and_costs_the_row(typed: str) -> None:
    intake = read({"opd": "Dinkes", "periode": typed, "profil": "√"}, TWO[0])

    assert [(one.value, one.source.column) for one in intake.problems] == [(typed, "periode")]
    assert [row.table for row in intake.rejected] == ["ketersediaan"]
    assert len(matrix_of(intake).rows) == 1


@pytest.mark.parametrize(
    ("other", "told"), [("triwulan-3", "baris ini triwulan, baris pertama semester"), ("", "setahun")]
)
def test_periods_of_several_lengths_are_a_problem_that_says_so(other: str, told: str) -> None:
    (problem,) = read(*TWO, {"opd": "Setda", "periode": other, "profil": "√", "aset": ""}).problems

    assert told in problem.message.id
    assert problem.source.row == 5


def test_a_period_that_the_report_does_not_cover_is_a_problem() -> None:
    intake = read(*TWO, covers="semester-1")

    assert ['"semester-2" di luar periode laporan (semester-1).'] == [
        one.message.id for one in intake.problems
    ]
    assert matrix_of(intake).part is FIRST


def test_an_agency_may_stand_once_in_each_period() -> None:
    (problem,) = read(*TWO, TWO[0]).problems

    assert (problem.value, problem.source.row) == ("Dinkes", 5)


def test_a_total_is_compared_with_all_rows_above_it_and_none_where_their_order_is_another() -> None:
    total = {"opd": "JUMLAH", "periode": "", "profil": "2", "aset": "1"}
    ordered, mixed = read(*TWO[:2], total), read(TWO[2], *TWO[:2], total)

    assert [one.value for one in ordered.year.stated_totals] == [2, 1]
    assert mixed.year.stated_totals == ()
    assert any("JUMLAH" in note.message.id for note in mixed.notes)


@given(matrices())
def test_a_matrix_of_periods_goes_round_through_json(matrix: ComplianceMatrix) -> None:
    year = ServiceYear(period=ReportingPeriod(2024), matrix=matrix)

    assert structure(json.loads(json.dumps(unstructure(year)))) == year


@given(matrices())
def test_the_matrix_of_its_own_periods_is_itself(matrix: ComplianceMatrix) -> None:
    if matrix.deliveries:
        assert ComplianceMatrix.of(matrix.types, matrix.deliveries) == matrix


def _set(at: str, value: object) -> Callable[[dict[str, Any]], None]:
    def change(matrix: dict[str, Any]) -> None:
        inner: Any = matrix
        *steps, last = (int(step) if step.isdecimal() else step for step in at.split("."))
        for step in steps:
            inner = inner[step]
        inner[last] = value

    return change


@pytest.mark.parametrize(
    ("at", "value", "told", "rejected", "left"),
    [
        ("series.0.rows.0.states.0", "entah", "series[0].rows[0].states[0]", ["series[0].rows[0]"], (2, 1)),
        ("series.0.rows.1.agency", 3, "series[0].rows[1].agency", ["series[0].rows[1]"], (2, 1)),
        ("series.0.rows.1.states", ["disclosed"], "series[0].rows[1]", ["series[0].rows[1]"], (2, 1)),
        ("rows.0.states", [], "rows[0]", ["rows[0]"], (1, 2)),
        ("types.0.category", "entah", "types[0].category", [], (2, 2)),
        *(
            ("series.0.part", part, "series[0].part", ["series[0].rows[0]", "series[0].rows[1]"], (2, 0))
            for part in ("semester_9", "semester_2", "quarter_1")
        ),
        *(
            (
                at,
                value,
                at.replace("types.1", "types[1]"),
                ["rows[0]", "rows[1]", "series[0].rows[0]", "series[0].rows[1]"],
                None,
            )
            for at, value in (("part", "quarter_9"), ("part", "year"), ("types.1.code", "profil"))
        ),
    ],
)
def test_what_cannot_be_in_json_costs_its_row_and_the_whole_only_where_no_row_could_be_read(
    at: str, value: object, told: str, rejected: list[str], left: tuple[int, int] | None
) -> None:
    plain = json.loads(json.dumps(unstructure(read(*TWO).year)))
    _set(at, value)(plain["matrix"])

    intake = read_year("tahun.json", plain, Ledger())
    matrix = intake.year.matrix

    assert {problem.source.column for problem in intake.problems} == {f"matrix.{told}"}
    assert [row.source.column for row in intake.rejected] == [f"matrix.{one}" for one in rejected]
    assert intake.read == {"ketersediaan": 4}
    if isinstance(matrix, ComplianceMatrix):
        assert (len(matrix.rows), sum(len(one.rows) for one in matrix.series)) == left
    else:
        assert (matrix, left) == (UNREADABLE, None)


def test_periods_go_round_through_folder_and_workbook(tmp_path: Path) -> None:
    year = read(*TWO).year
    assert isinstance(year.matrix, ComplianceMatrix)
    (tmp_path / "folder").mkdir()
    for name, content in all_files(typed_tables(year), None).items():
        (tmp_path / "folder" / name).write_bytes(content)
    (tmp_path / "form.xlsx").write_bytes(form(typed_tables(year), year.matrix.types))

    assert [load(tmp_path / name).year.matrix for name in ("folder", "form.xlsx")] == [year.matrix] * 2


def test_the_column_is_there_only_where_periods_are_told() -> None:
    bare = all_files(typed_tables(read({"opd": "Dinkes", "profil": "√"}).year), None)

    assert bare["ketersediaan.csv"].decode("utf-8-sig").splitlines()[0] == "opd,profil"
    assert all_files({}, 2024)["ketersediaan.csv"].decode("utf-8-sig").strip() == "opd"
