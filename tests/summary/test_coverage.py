"""Availability by period: coverage, silence, lateness and change, each by an account of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given

from ppid_core import Dossier
from ppid_core.errors import UnknownNameError
from ppid_core.model import (
    Absent,
    AgencyRef,
    CellState,
    ComplianceMatrix,
    InformationType,
    MatrixPeriod,
    MatrixRow,
    Reason,
    ReportingPeriod,
    ServiceYear,
    UnclearSign,
    YearPart,
)
from ppid_core.summary import Coverage, Summary, changed_cells, coverage_by_period, merge
from ppid_core.testing.strategies import matrices

YES, NO, NA, BLANK = (
    CellState.DISCLOSED,
    CellState.NOT_DISCLOSED,
    CellState.NOT_APPLICABLE,
    CellState.NOT_REPORTED,
)
TYPES = tuple(InformationType(code=code, name=code) for code in ("profil", "aset"))
FIRST, SECOND = YearPart.SEMESTER_1, YearPart.SEMESTER_2


def row(name: str, *states: CellState, unclear: tuple[UnclearSign, ...] = ()) -> MatrixRow:
    return MatrixRow(agency=AgencyRef(typed=name), states=states, unclear=unclear)


def told(*periods: tuple[YearPart, tuple[MatrixRow, ...]]) -> ComplianceMatrix:
    return ComplianceMatrix.of(TYPES, [MatrixPeriod(part=part, rows=rows) for part, rows in periods])


TWO = told(
    (FIRST, (row("A", YES, NO), row("B", YES, YES))),
    (SECOND, (row("A", NO, YES), row("C", YES, NA))),
)


def test_coverage_counts_every_agency_of_any_period_in_each() -> None:
    first, second = coverage_by_period(TWO)

    assert [(one.part, one.agencies) for one in (first, second)] == [(FIRST, 3), (SECOND, 3)]
    assert (first.disclosed, first.denominator, first.denominator_of_delivering) == (3, 6, 4)
    assert (second.disclosed, second.denominator, second.denominator_of_delivering) == (2, 5, 3)
    assert (first.share, second.share) == (Decimal("0.5000"), Decimal("0.4000"))


def test_who_was_silent_and_delivered_later_was_late() -> None:
    first, second = coverage_by_period(TWO)

    assert [[agency.typed for agency in one.silent] for one in (first, second)] == [["C"], ["B"]]
    assert [[agency.typed for agency in one.late] for one in (first, second)] == [["C"], []]


def test_the_summary_counts_what_changed_between_two_periods_and_nothing_that_stayed(
    count: Callable[..., Summary],
) -> None:
    matrix = told(
        (FIRST, (row("A", YES, NO), row("B", YES, YES))), (SECOND, (row("A", NO, YES), row("B", YES, NO)))
    )

    figures = count(ServiceYear(period=ReportingPeriod(2024), matrix=matrix))

    assert figures.figure("compliance.by_period.semester_2.gained") == 1
    assert figures.figure("compliance.by_period.semester_2.lost") == 2


def test_changes_are_told_of_agencies_that_delivered_in_both() -> None:
    changes = [(one.agency.typed, one.kind.code, one.is_gained, one.is_lost) for one in changed_cells(TWO)]

    assert changes == [("A", "profil", False, True), ("A", "aset", True, False)]


def test_a_matrix_of_the_year_has_neither() -> None:
    matrix = ComplianceMatrix(types=TYPES, rows=(row("A", YES, NO),))

    assert (coverage_by_period(matrix), list(changed_cells(matrix))) == ((), [])


def test_a_period_that_nobody_delivered_has_no_share() -> None:
    (one, two) = coverage_by_period(told((FIRST, (row("A", YES, NO),)), (SECOND, (row("A", BLANK, BLANK),))))

    assert (one.is_delivered, two.is_delivered, two.share) == (True, False, Absent())


def test_an_unread_cell_leaves_no_share_and_no_change() -> None:
    lost = row("A", BLANK, YES, unclear=(UnclearSign(code="profil", sign="?"),))
    matrix = told((FIRST, (row("A", YES, YES),)), (SECOND, (lost,)))

    assert [one.share for one in coverage_by_period(matrix)] == [Decimal("1.0000"), Absent(Reason.UNREAD)]
    assert list(changed_cells(matrix)) == []


def test_a_cell_that_could_not_be_read_is_neither_available_nor_out_of_question() -> None:
    lost = row(
        "A", YES, NA, unclear=(UnclearSign(code="profil", sign="?"), UnclearSign(code="aset", sign="?"))
    )

    (one,) = coverage_by_period(told((FIRST, (lost,))))

    assert (one.disclosed, one.unread, one.denominator, one.denominator_of_delivering) == (0, 2, 2, 2)


def is_by_period_once(matrix: ComplianceMatrix) -> bool:
    """Tell whether each agency stands once in each period, and in one at least."""
    rows = [[row.agency.key for row in one.rows] for one in matrix.deliveries]
    return any(rows) and all(len(set(keys)) == len(keys) for keys in rows)


@given(matrices())
def test_the_period_of_the_year_has_the_figures_of_the_summary(
    count: Callable[..., Summary], matrix: ComplianceMatrix
) -> None:
    figures = count(ServiceYear(period=ReportingPeriod(2024), matrix=matrix))

    for one in coverage_by_period(matrix):
        if one.part is matrix.part and one.agencies == len(matrix.rows) and matrix.types:
            assert figures.figure("compliance.disclosed") == one.disclosed
            assert figures.figure("compliance.denominator") == one.denominator
            assert figures.figure("compliance.denominator_of_reporting") == one.denominator_of_delivering
            assert figures.figure("compliance.reporting_agencies") == one.agencies - len(one.silent)


def test_the_seeds_matrix_of_two_semesters_is_never_added(count: Callable[..., Summary]) -> None:
    matrix = Dossier.open("examples/kota-serang-2020").year.matrix
    assert isinstance(matrix, ComplianceMatrix)
    earlier = tuple(
        evolve(one, states=(*one.states[:-1], NO)) for one in matrix.rows[:30] if not one.is_blank
    )
    both = ComplianceMatrix.of(
        matrix.types,
        [MatrixPeriod(part=FIRST, rows=earlier), MatrixPeriod(part=SECOND, rows=matrix.rows)],
    )
    year = ServiceYear(period=ReportingPeriod(2020), matrix=both)
    first, second = coverage_by_period(both)

    assert count(year).figure("compliance.disclosed") == second.disclosed == 199
    assert (second.denominator, second.agencies, len(second.silent)) == (462, 33, 4)
    assert (first.agencies, len(first.silent), len(first.late)) == (33, 7, 3)
    assert {one.kind.code for one in changed_cells(both)} == {"aset"}


def figures_of(one: Coverage, matrix: ComplianceMatrix) -> dict[str, object]:
    """Return what the summary has to tell of a period, counted from the matrix itself."""
    delivered = [told.part for told in coverage_by_period(matrix) if told.is_delivered]
    changes = [change for change in changed_cells(matrix) if change.part is one.part]
    nothing = Absent(Reason.NO_BASE) if one.part not in delivered[1:] else None
    return {
        "agencies": one.agencies,
        "reporting_agencies": one.agencies - len(one.silent),
        "silent": len(one.silent),
        "late": len(one.late),
        "disclosed": one.disclosed,
        "denominator": one.denominator,
        "denominator_of_reporting": one.denominator_of_delivering,
        "unread": one.unread,
        "share": one.share,
        "gained": nothing or sum(change.is_gained for change in changes),
        "lost": nothing or sum(change.is_lost for change in changes),
    }


@given(matrices().filter(is_by_period_once))
def test_figures_of_periods_are_those_of_the_matrix_whatever_batches_it_came_in(
    count: Callable[..., Summary], matrix: ComplianceMatrix
) -> None:
    whole = count(ServiceYear(period=ReportingPeriod(2024), matrix=matrix))
    parts = [count(ServiceYear(period=ReportingPeriod(2024), matrix=one)) for one in by_agency(matrix)]

    expected = {str(one.part): figures_of(one, matrix) for one in coverage_by_period(matrix)}
    assert whole.branch("compliance.by_period") == expected
    assert whole.branch("compliance") == merge(*parts).branch("compliance")


def test_who_came_in_a_batch_without_the_last_period_left_its_cells_blank(
    count: Callable[..., Summary],
) -> None:
    batches = told((FIRST, (row("A", YES, NO), row("B", YES, YES)))), told((SECOND, (row("C", YES, NA),)))

    both = merge(*(count(ServiceYear(period=ReportingPeriod(2024), matrix=one)) for one in batches))

    assert (both.figure("compliance.cells"), both.figure("compliance.not_reported")) == (6, 4)


def by_agency(matrix: ComplianceMatrix) -> Iterator[ComplianceMatrix]:
    """Yield what each agency delivered by itself, of which another period may be the last."""
    for key in {row.agency.key for row in matrix.rows}:
        yield ComplianceMatrix.of(
            matrix.types,
            [
                evolve(one, rows=tuple(row for row in one.rows if row.agency.key == key))
                for one in matrix.deliveries
            ],
        )


def test_figures_of_a_period_are_asked_by_their_path() -> None:
    """A matrix of the year tells none of them, and says so."""
    laporan, rows = [{"kunci": "tahun", "isi": "2024"}], [{"opd": "Dinkes", "profil": "√", "aset": ""}]
    by_period = [
        {**rows[0], "periode": "semester-1"},
        {"opd": "Setda", "periode": "semester-2", "profil": "√"},
    ]
    told = Dossier.from_rows({"laporan": laporan, "ketersediaan": by_period})
    of_the_year = Dossier.from_rows({"laporan": laporan, "ketersediaan": rows})

    assert told.figure("compliance.by_period.semester_1.share") == Decimal("0.2500")
    assert told.figure("compliance.by_period.semester_1.late") == 1
    assert told.figure("compliance.by_period.semester_1.gained") == Absent(Reason.NO_BASE)
    assert of_the_year.figure("compliance.by_period.semester_1.share") == Absent(Reason.NO_CATEGORY)
    with pytest.raises(UnknownNameError, match="semester_1"):
        told.figure("compliance.by_period.semester_3.share")
