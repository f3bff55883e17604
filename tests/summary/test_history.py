"""A figure over the years: where it comes from, what it rose by or why nobody can say, where it breaks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core import Dossier
from ppid_core.model import (
    Absent,
    Agency,
    AgencyRef,
    Aggregate,
    CellState,
    ComplianceMatrix,
    CountUnit,
    InformationType,
    MatrixRow,
    Reason,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.plugins import Plugins
from ppid_core.summary import BreakKind, Origin, Series

NOBODY = Plugins()
PATH = "requests.total"


def of(year: int, count: int | None, *previous: Dossier, lines: dict[int, int] | None = None) -> Dossier:
    """Return a year of so many requests; None keeps no register."""
    told = [
        Aggregate(register=Register.REQUESTS, year=other, count=number)
        for other, number in (lines or {}).items()
    ]
    own = [] if count is None else [Aggregate(register=Register.REQUESTS, count=count)]
    made = ServiceYear(period=ReportingPeriod(year), aggregates=(*own, *told))
    return Dossier(year=made, previous=previous, plugins=NOBODY)


def series(work: Dossier, path: str = PATH) -> Series:
    return work.history.series(path)


def test_the_report_of_a_year_is_taken_before_lines_of_comparison() -> None:
    found = series(of(2024, 50, of(2023, 40, lines={2022: 30}), lines={2023: 41, 2022: 31, 2021: 21}))

    assert [(one.year, one.value, one.origin) for one in found.points] == [
        (2021, 21, Origin.TYPED),
        (2022, 31, Origin.TYPED),
        (2023, 40, Origin.REPORT),
        (2024, 50, Origin.REPORT),
    ]


def test_lines_in_last_years_report_tell_of_years_before_it() -> None:
    found = series(of(2024, 50, of(2023, 40, lines={2022: 30})))
    assert [(one.year, one.value) for one in found.points] == [(2022, 30), (2023, 40), (2024, 50)]


def test_five_years_stand_beside_each_other_and_no_more() -> None:
    found = series(of(2024, 50, lines={year: year - 2000 for year in range(2015, 2024)}))
    assert [one.year for one in found.points] == [2020, 2021, 2022, 2023, 2024]


@pytest.mark.parametrize(
    ("before", "now", "change", "growth"),
    [
        (61, 84, 23, Decimal("0.3770")),
        (84, 61, -23, Decimal("-0.2738")),
        (10, 0, -10, Decimal(-1)),
        (9, 84, 75, Absent(Reason.SMALL_BASE)),
        (0, 3, 3, Absent(Reason.SMALL_BASE)),
        (None, 3, Absent(Reason.NO_BASE, "2023"), Absent(Reason.NO_BASE, "2023")),
        (12, None, Absent(), Absent()),
    ],
)
def test_change_and_percentage_say_why_there_is_none(
    before: int | None, now: int | None, change: object, growth: object
) -> None:
    found = series(of(2024, now, lines={} if before is None else {2023: before}))
    assert (found.change, found.growth) == (change, growth)


def test_a_gap_of_a_year_is_no_base() -> None:
    assert series(of(2024, 20, of(2022, 10))).change == Absent(Reason.NO_BASE, "2023")


@given(before=st.integers(10, 10**12), now=st.integers(0, 10**12))
def test_the_percentage_is_the_change_over_the_base_to_four_places(before: int, now: int) -> None:
    found = series(of(2024, now, lines={2023: before}))
    assert isinstance(found.growth, Decimal)
    assert found.change == now - before
    assert abs(found.growth * before - (now - before)) * 20_000 <= before


def rows(
    year: int, *previous: Dossier, unit: CountUnit = CountUnit.REQUEST, agency: str = "Dinas A"
) -> Dossier:
    requests = tuple(Request(number=str(number), unit=unit) for number in range(12))
    matrix = ComplianceMatrix(
        types=(InformationType(code="dip", name="DIP"),),
        rows=(MatrixRow(agency=AgencyRef(typed="A", code="A"), states=(CellState.DISCLOSED,)),),
    )
    agencies = (Agency(code="A", name=agency),)
    made = ServiceYear(period=ReportingPeriod(year), requests=requests, agencies=agencies, matrix=matrix)
    return Dossier(year=made, previous=previous, plugins=NOBODY)


def broken(work: Dossier, path: str) -> list[tuple[int, BreakKind]]:
    return [(one.year, one.kind) for one in series(work, path).breaks]


def test_another_part_of_the_year_is_not_compared_with() -> None:
    work = rows(2024, rows(2023)).until(3)
    assert work.evidence.last_report is not None
    assert series(work).before == Absent(Reason.NO_BASE, "2023")


def test_years_that_are_counted_alike_have_no_break() -> None:
    assert broken(rows(2024, rows(2023)), "compliance.disclosed") == []
    assert broken(rows(2024, rows(2023)), PATH) == []


def test_a_series_breaks_with_the_law_the_unit_and_the_agencies() -> None:
    assert broken(rows(2021, rows(2019)), PATH) == [(2021, BreakKind.LAW)]
    assert broken(rows(2024, rows(2023, unit=CountUnit.APPLICANT)), PATH) == [(2024, BreakKind.UNIT)]
    assert broken(rows(2024, rows(2023, agency="Dinas B")), "compliance.disclosed") == [
        (2024, BreakKind.AGENCIES)
    ]
    assert broken(rows(2024, rows(2023, agency="Dinas B")), PATH) == []
