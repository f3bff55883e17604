from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from ppid_core.intake import Intake, load
from ppid_core.model import Absent, CellState, Channel, CountUnit, Desk, Outcome

FOLDER = Path(__file__).parents[2] / "examples" / "kota-serang-2020"


@pytest.fixture(scope="module")
def intake() -> Intake:
    return load(FOLDER)


def test_the_real_report_is_read_without_a_problem_and_a_word_of_two_meanings_is_noted(
    intake: Intake,
) -> None:
    assert (intake.problems, intake.rejected) == ((), ())
    assert [note.message.id for note in intake.notes] == [
        (
            'permohonan.csv, kolom keputusan: "Diterima" dibaca sebagai dikabulkan seluruhnya; bila maksudnya'
            " permohonannya baru masuk, tulis demikian."
        )
    ]
    assert not intake.is_empty


def test_registers_have_the_counts_of_the_real_report(intake: Intake) -> None:
    year = intake.year

    assert not isinstance(year.requests, Absent)
    assert not isinstance(year.objections, Absent)
    assert not isinstance(year.disputes, Absent)
    assert (len(year.requests), sum(request.count for request in year.requests)) == (12, 84)
    assert (len(year.objections), sum(objection.count for objection in year.objections)) == (6, 53)
    assert len(year.disputes) == 5
    assert isinstance(year.suits, Absent)


def test_requests_keep_outcome_desk_channel_and_unit(intake: Intake) -> None:
    assert not isinstance(intake.year.requests, Absent)
    outcomes: Counter[object] = Counter()
    for request in intake.year.requests:
        outcomes[request.outcome] += request.count
    silent = next(one for one in intake.year.requests if one.outcome is Outcome.UNANSWERED)

    assert outcomes == {
        Outcome.GRANTED: 5,
        Outcome.PARTLY_GRANTED: 22,
        Outcome.REFUSED: 53,
        Outcome.UNANSWERED: 4,
    }
    assert silent.desk is Desk.AGENCY
    assert {request.unit for request in intake.year.requests} == {CountUnit.APPLICANT}
    assert {one.channel and one.channel.slug for one in intake.year.requests} == {
        Channel.DESK,
        Channel.AGENCY_DESK,
    }


def test_matrix_has_462_cells_and_199_ticks(intake: Intake) -> None:
    matrix = intake.year.matrix

    assert not isinstance(matrix, Absent)
    assert (len(matrix.rows), len(matrix.types)) == (33, 14)
    assert sum(state is CellState.DISCLOSED for _, _, state in matrix.cells()) == 199
    assert [row.agency.code for row in matrix.rows if row.is_blank] == ["12", "20", "27", "28"]


def test_visits_budget_and_aliases_are_read(intake: Intake) -> None:
    year = intake.year

    assert not isinstance(year.service.visits, Absent)
    assert (len(year.service.visits), sum(one.count or 0 for one in year.service.visits)) == (12, 82800)
    assert not isinstance(year.budget, Absent)
    assert year.budget.lines[0].allocated == Decimal(51904000)
    assert not isinstance(year.disputes, Absent)
    assert [one.agency and one.agency.code for one in year.disputes] == ["22", "4", "31", "11", "21"]


def test_each_row_knows_its_file_and_row(intake: Intake) -> None:
    assert not isinstance(intake.year.requests, Absent)
    places = [one.source and (one.source.file, one.source.row) for one in intake.year.requests]

    assert places == [("permohonan.csv", row) for row in range(2, 14)]


def test_every_file_of_the_folder_has_its_hash(intake: Intake) -> None:
    assert set(intake.inputs) == {path.name for path in FOLDER.iterdir() if path.is_file()}
    assert all(len(digest) == 64 for digest in intake.inputs.values())
