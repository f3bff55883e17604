"""The matrix of agencies and types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.model import (
    AgencyRef,
    CellState,
    ComplianceMatrix,
    InformationType,
    MatrixRow,
    UnclearSign,
)
from ppid_core.testing.strategies import information_types, matrices, matrix_rows

NOTHING = CellState.NOT_REPORTED
AGENCY = AgencyRef(typed="Dinkes", code="1")
TYPES = (
    InformationType(code="a", name="Profil"),
    InformationType(code="b", name="Keuangan", short_name="Uang"),
)


@given(
    st.lists(information_types(), max_size=4, unique_by=lambda kind: kind.code).map(tuple),
    st.integers(0, 4).flatmap(lambda types: st.lists(matrix_rows(types), max_size=3)).map(tuple),
)
def test_a_matrix_holds_only_rows_with_one_state_for_each_type(
    types: tuple[InformationType, ...], rows: tuple[MatrixRow, ...]
) -> None:
    if all(len(row.states) == len(types) for row in rows):
        assert rows == ComplianceMatrix(types=types, rows=rows).rows
    else:
        with pytest.raises(ValueError, match="one state for each type"):
            ComplianceMatrix(types=types, rows=rows)


@pytest.mark.parametrize("states", [(), (NOTHING,), (NOTHING,) * 3])
def test_one_row_of_another_length_is_enough_to_refuse_it(states: tuple[CellState, ...]) -> None:
    rows = (MatrixRow(agency=AGENCY, states=(NOTHING,) * 2), MatrixRow(agency=AGENCY, states=states))
    with pytest.raises(ValueError, match="one state for each type"):
        ComplianceMatrix(types=TYPES, rows=rows)


@given(matrices())
def test_cells_are_rows_times_types(matrix: ComplianceMatrix) -> None:
    assert len(matrix.rows) * len(matrix.types) == len(list(matrix.cells()))


def test_cells_come_row_by_row_in_the_order_of_the_types() -> None:
    first = MatrixRow(agency=AGENCY, states=(CellState.DISCLOSED, CellState.EXEMPT))
    second = MatrixRow(agency=AgencyRef(typed="Setda"), states=(CellState.NOT_DISCLOSED, NOTHING))
    expected = [
        (first, TYPES[0], CellState.DISCLOSED),
        (first, TYPES[1], CellState.EXEMPT),
        (second, TYPES[0], CellState.NOT_DISCLOSED),
        (second, TYPES[1], NOTHING),
    ]
    assert expected == list(ComplianceMatrix(types=TYPES, rows=(first, second)).cells())


@pytest.mark.parametrize("state", [state for state in CellState if state is not NOTHING])
def test_a_row_with_any_entry_is_not_blank(state: CellState) -> None:
    assert not MatrixRow(agency=AGENCY, states=(NOTHING, state, NOTHING)).is_blank


@pytest.mark.parametrize("states", [(), (NOTHING,), (NOTHING,) * 14])
def test_a_row_without_an_entry_is_blank(states: tuple[CellState, ...]) -> None:
    assert MatrixRow(agency=AGENCY, states=states).is_blank


def test_an_unclear_sign_is_an_entry() -> None:
    row = MatrixRow(agency=AGENCY, states=(NOTHING,), unclear=(UnclearSign(code="a", sign="x"),))
    assert not row.is_blank


def test_the_short_name_is_printed_where_there_is_one() -> None:
    assert [kind.label for kind in TYPES] == ["Profil", "Uang"]


def test_matrix_refuses_two_types_of_one_code() -> None:
    twice = (InformationType(code="dpa", name="DPA"), InformationType(code="dpa", name="Lain"))

    with pytest.raises(ValueError, match="code of its own"):
        ComplianceMatrix(types=twice, rows=())
