from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from attrs import evolve

from ppid_core import unstructure
from ppid_core.model import (
    Absent,
    AgencyRef,
    CellState,
    ComplianceMatrix,
    InformationCategory,
    InformationType,
    MatrixRow,
    Reason,
    ReportingPeriod,
    ServiceYear,
    UnclearSign,
)
from ppid_core.summary import Summary

Count = Callable[..., Summary]

YES, NO = CellState.DISCLOSED, CellState.NOT_DISCLOSED
NOT_APPLICABLE, EXEMPT, BLANK = CellState.NOT_APPLICABLE, CellState.EXEMPT, CellState.NOT_REPORTED
TYPES = (
    InformationType(code="profil", name="Profil", category=InformationCategory.PERIODIC),
    InformationType(code="aset", name="Aset", category=InformationCategory.PERIODIC),
    InformationType(code="dik", name="DIK"),
)


def row(name: str, *states: CellState) -> MatrixRow:
    return MatrixRow(agency=AgencyRef(typed=name), states=states)


MATRIX = ComplianceMatrix(
    types=TYPES,
    rows=(
        row("OPD 10", YES, NO, NOT_APPLICABLE),
        row("OPD 2", YES, YES, EXEMPT),
        row("OPD 1", BLANK, BLANK, BLANK),
    ),
)


def of(matrix: ComplianceMatrix | Absent) -> ServiceYear:
    return ServiceYear(period=ReportingPeriod(2020), matrix=matrix)


def test_cells_are_agencies_times_types_and_each_state_is_counted(count: Count) -> None:
    figures = count(of(MATRIX)).figures["compliance"]

    assert tuple(figures[name] for name in ("agencies", "reporting_agencies", "types", "cells")) == (
        3,
        2,
        3,
        9,
    )
    assert {state: figures[str(state)] for state in CellState} == {
        YES: 3,
        NO: 1,
        NOT_APPLICABLE: 1,
        EXEMPT: 1,
        BLANK: 3,
    }


def test_what_does_not_apply_or_is_exempt_is_in_no_denominator(count: Count) -> None:
    figures = count(of(MATRIX)).figures["compliance"]

    assert figures["denominator"] == 7
    assert Decimal("0.4286") == figures["share"]


def test_agencies_without_entries_are_left_out_of_the_second_share(count: Count) -> None:
    figures = count(of(MATRIX)).figures["compliance"]

    assert figures["denominator_of_reporting"] == 4
    assert Decimal("0.7500") == figures["share_of_reporting"]


def test_an_unclear_sign_is_an_entry(count: Count) -> None:
    unclear = evolve(MATRIX.rows[2], unclear=(UnclearSign(code="profil", sign="x"),))

    figures = count(of(evolve(MATRIX, rows=(*MATRIX.rows[:2], unclear)))).figures["compliance"]

    assert figures["reporting_agencies"] == 3
    assert figures["denominator_of_reporting"] == 7
    assert figures["not_reported"] == 3


def test_agencies_are_sorted_as_people_count_and_types_as_in_the_table(count: Count) -> None:
    figures = count(of(MATRIX)).figures["compliance"]

    assert list(figures["by_agency"].items()) == [("OPD 1", 0), ("OPD 2", 2), ("OPD 10", 1)]
    assert list(figures["by_type"].items()) == [("profil", 2), ("aset", 1), ("dik", 0)]
    assert dict(figures["by_category"]) == {"periodic": 3, "not_recorded": 0}


def test_names_that_only_look_like_numbers_are_sorted_in_one_order(count: Count) -> None:
    names = ("²", "01", "1", "001", "Kel. 1", "")
    backwards = evolve(MATRIX, rows=tuple(row(name, YES, YES, YES) for name in reversed(names)))

    figures = count(of(backwards)).figures["compliance"]

    assert list(figures["by_agency"]) == ["", "Kel. 1", "²", "001", "01", "1"]


def test_a_matrix_where_nothing_applies_has_no_share(count: Count) -> None:
    nothing = evolve(MATRIX, rows=(row("OPD", NOT_APPLICABLE, EXEMPT, EXEMPT),))

    assert Absent(Reason.NOTHING_TO_SHARE) == count(of(nothing)).figure("compliance.share")


def test_a_matrix_without_rows_is_0_and_has_no_share(count: Count) -> None:
    summary = count(of(evolve(MATRIX, rows=())))

    assert summary.figure("compliance.cells") == 0
    assert summary.figure("compliance.types") == 3
    assert Absent(Reason.NOTHING_TO_SHARE) == summary.figure("compliance.share")


def test_a_matrix_that_was_not_kept_is_null_with_its_reason(count: Count) -> None:
    plain = unstructure(count(of(Absent())))

    assert plain["compliance"] is None
    assert plain["absent"]["compliance"] == {"reason": "not_kept", "text": "tidak tercatat"}


def test_an_agency_called_like_a_type_or_a_category_is_counted_as_an_agency(count: Count) -> None:
    kind = InformationType(code="berkala", name="Berkala", category=InformationCategory.PERIODIC)
    rows = tuple(
        MatrixRow(agency=AgencyRef(typed=name, code=name), states=(state,))
        for name, state in (("berkala", CellState.NOT_DISCLOSED), ("periodic", CellState.NOT_DISCLOSED))
    )
    matrix = ComplianceMatrix(types=(kind,), rows=(*rows, evolve(rows[0], states=(CellState.DISCLOSED,))))
    summary = count(ServiceYear(period=ReportingPeriod(2020), matrix=matrix))

    assert summary.branch("compliance.by_agency") == {"berkala": 1, "periodic": 0}
    assert summary.branch("compliance.by_type") == {"berkala": 1}


def test_an_agency_that_is_called_like_a_type_lends_it_no_cell(count: Count) -> None:
    matrix = ComplianceMatrix(types=TYPES[:2], rows=(row("aset", YES, NO), row("periodic", YES, NO)))
    summary = count(of(matrix))

    assert summary.branch("compliance.by_type") == {"profil": 2, "aset": 0}
    assert summary.branch("compliance.by_category") == {"periodic": 2}
    assert summary.branch("compliance.by_agency") == {"aset": 1, "periodic": 1}
