"""`Summary` is a commutative monoid, and rows may be counted in any parts and any order."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any, TypeVar

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.years import shared_years

from ppid_core import unstructure
from ppid_core.errors import SeveralScopesError
from ppid_core.model import (
    Absent,
    AgencyRef,
    Budget,
    CellState,
    ComplianceMatrix,
    InformationType,
    MatrixRow,
    ReportingPeriod,
    ServiceYear,
    YearPart,
)
from ppid_core.summary import Summary, merge
from ppid_core.workdays import WorkdayCalendar

Row = TypeVar("Row")
Count = Callable[..., Summary]

FEW_PARTS = 4
YEARS = st.one_of(shared_years(ReportingPeriod(2020)), shared_years(ReportingPeriod(2021)))
slow_to_draw = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


def bytes_of(summary: Summary) -> bytes:
    return json.dumps(unstructure(summary), ensure_ascii=False).encode()


def dealt(rows: tuple[Row, ...], parts: int, draw: st.DrawFn) -> list[tuple[Row, ...]]:
    homes = [draw(st.integers(0, parts - 1)) for _ in rows]
    return [
        tuple(row for row, home in zip(rows, homes, strict=True) if home == part) for part in range(parts)
    ]


def spread(rows: tuple[Row, ...] | Absent, parts: int, draw: st.DrawFn) -> list[tuple[Row, ...] | Absent]:
    """Deal the rows out; a register that is absent is absent in each part, a kept one a tuple in each."""
    if isinstance(rows, Absent):
        return [rows] * parts
    return [*dealt(rows, parts, draw)]


def spread_matrix(
    matrix: ComplianceMatrix | Absent, parts: int, draw: st.DrawFn
) -> list[ComplianceMatrix | Absent]:
    if isinstance(matrix, Absent):
        return [matrix] * parts
    series = [dealt(one.rows, parts, draw) for one in matrix.series]
    return [
        evolve(
            matrix,
            rows=rows,
            series=tuple(
                evolve(one, rows=dealt_rows[part])
                for one, dealt_rows in zip(matrix.series, series, strict=True)
            ),
        )
        for part, rows in enumerate(dealt(matrix.rows, parts, draw))
    ]


def spread_budget(budget: Budget | Absent, parts: int, draw: st.DrawFn) -> list[Budget | Absent]:
    if isinstance(budget, Absent):
        return [budget] * parts
    return [evolve(budget, lines=lines) for lines in dealt(budget.lines, parts, draw)]


@st.composite
def partitions(draw: st.DrawFn) -> tuple[ServiceYear, list[ServiceYear]]:
    whole = draw(YEARS)
    number = draw(st.integers(1, FEW_PARTS))
    requests = spread(whole.requests, number, draw)
    objections = spread(whole.objections, number, draw)
    disputes = spread(whole.disputes, number, draw)
    suits = spread(whole.suits, number, draw)
    aggregates = dealt(whole.aggregates, number, draw)
    visits = spread(whole.service.visits, number, draw)
    staff = spread(whole.service.staff, number, draw)
    claims = spread(whole.stated_figures, number, draw)
    matrices = spread_matrix(whole.matrix, number, draw)
    budgets = spread_budget(whole.budget, number, draw)
    public_lists = spread(whole.public_information, number, draw)
    exempt_lists = spread(whole.exempt_information, number, draw)
    return whole, [
        evolve(
            whole,
            requests=requests[part],
            objections=objections[part],
            disputes=disputes[part],
            suits=suits[part],
            aggregates=aggregates[part],
            service=evolve(whole.service, visits=visits[part], staff=staff[part]),
            stated_figures=claims[part],
            matrix=matrices[part],
            budget=budgets[part],
            public_information=public_lists[part],
            exempt_information=exempt_lists[part],
        )
        for part in range(number)
    ]


@slow_to_draw
@given(partitions(), st.randoms(use_true_random=False))
def test_any_partition_of_the_rows_gives_the_same_bytes(
    count: Count, divided: tuple[ServiceYear, list[ServiceYear]], chance: Random
) -> None:
    whole, parts = divided
    chance.shuffle(parts)

    merged = merge(*(count(part) for part in parts))

    assert count(whole) == merged
    assert bytes_of(count(whole)) == bytes_of(merged)


@slow_to_draw
@given(YEARS, st.data())
def test_the_order_of_rows_changes_nothing(count: Count, year: ServiceYear, data: st.DataObject) -> None:
    if isinstance(year.requests, Absent):
        shuffled = year
    else:
        shuffled = evolve(year, requests=tuple(data.draw(st.permutations(year.requests))))

    assert bytes_of(count(year)) == bytes_of(count(shuffled))


@slow_to_draw
@given(shared_years(), shared_years(), shared_years())
def test_merging_is_associative_and_commutative(
    count: Count, first: ServiceYear, second: ServiceYear, third: ServiceYear
) -> None:
    a, b, c = count(first), count(second), count(third)

    assert a.merge(b).merge(c) == a.merge(b.merge(c))
    assert a.merge(b) == b.merge(a)
    assert merge(a, b, c) == merge(c, a, b)


@slow_to_draw
@given(shared_years())
def test_the_empty_summary_changes_nothing(count: Count, year: ServiceYear) -> None:
    summary = count(year)

    assert summary == summary.merge(Summary())
    assert summary == Summary().merge(summary)
    assert Summary() == merge()


def test_parts_of_one_scope_are_added_and_others_stand_side_by_side(
    count: Count, workdays: WorkdayCalendar
) -> None:
    first = count(ServiceYear(period=ReportingPeriod(2020)))
    later = count(ServiceYear(period=ReportingPeriod(2020)), date(2021, 1, 7))

    assert len(first.merge(first).parts) == 1
    assert [first.scope, later.scope] == [scope for scope, _ in later.merge(first).parts]
    assert first.scope is not None
    assert workdays.version == first.scope.calendar


def test_a_summary_of_several_scopes_has_no_scope_and_raises_where_figures_are_asked(count: Count) -> None:
    both = merge(*(count(ServiceYear(period=ReportingPeriod(year))) for year in (2020, 2021)))

    assert both.scope is None
    with pytest.raises(SeveralScopesError):
        unstructure(both)


def test_a_summary_of_nothing_has_no_scope() -> None:
    assert Summary().scope is None


def test_a_summary_is_a_value_that_travels_between_processes(count: Count) -> None:
    summary = count(ServiceYear(period=ReportingPeriod(2020), requests=()))
    assert summary.figure("requests.total") == 0

    copied = pickle.loads(pickle.dumps(summary))  # noqa: S301  our own bytes

    assert summary == copied
    assert summary.figures == copied.figures


def test_scopes_of_one_day_differ_in_nothing_and_of_two_in_the_day_alone(count: Count) -> None:
    year, again = (ServiceYear(period=ReportingPeriod(int(text))) for text in ("2020", "2020"))
    (one, same, later) = (
        count(of, date(2021, 1, day)).scope for of, day in ((year, 7), (again, 7), (again, 8))
    )

    assert one is not None
    assert same is not None
    assert later is not None
    assert list(one.differences(same)) == []
    assert [told.en for told in one.differences(later)] == ["day (2021-01-07 / 2021-01-08)"]


def test_scopes_of_two_years_or_parts_say_so_whichever_is_asked(count: Count) -> None:
    day = date(2021, 1, 7)
    periods = ReportingPeriod(2020), ReportingPeriod(2021), ReportingPeriod(2020, YearPart.SEMESTER_1)
    whole, later, half = (count(ServiceYear(period=period), day).scope for period in periods)

    assert whole is not None
    assert later is not None
    assert half is not None
    for one, other in ((whole, later), (later, whole)):
        assert [told.en for told in one.differences(other)] == [f"year ({one.year} / {other.year})"]
    for one, other in ((whole, half), (half, whole)):
        assert [told.en for told in one.differences(other)] == [
            f"part of the year ({one.part} / {other.part})"
        ]


def test_a_copy_in_another_process_tells_the_same_figures(count: Count) -> None:
    kinds, here = (InformationType(code="profil", name="Profil"),), CellState.DISCLOSED
    row = MatrixRow(agency=AgencyRef(typed="Dinkes"), states=(here,))
    summary = count(
        ServiceYear(period=ReportingPeriod(2020), matrix=ComplianceMatrix(types=kinds, rows=(row,)))
    )

    copied = pickle.loads(pickle.dumps(summary))  # noqa: S301  our own bytes

    assert copied.figure("compliance.by_type.profil") == 1
    assert copied.figures == summary.figures


@pytest.mark.parametrize("field", ["law", "calendar"])
def test_scopes_of_two_versions_say_so_whichever_is_asked(count: Count, field: str) -> None:
    scope = count(ServiceYear(period=ReportingPeriod(2020)), date(2021, 1, 7)).scope
    assert scope is not None
    versions: list[dict[str, Any]] = [{field: "0a"}, {field: "zz"}]
    earlier, later = (evolve(scope, **version) for version in versions)

    for one, other in ((earlier, later), (later, earlier)):
        (difference,) = one.differences(other)
        assert f"({getattr(one, field)} / {getattr(other, field)})" in difference.en
