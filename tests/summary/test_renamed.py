"""The figures of the public edition: their categories under other names, and no open case."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve

from ppid_core.model import (
    AgencyRef,
    Aggregate,
    Dimension,
    Outcome,
    Period,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.summary import Summary
from ppid_core.summary.redaction import renamed, without_cases

Count = Callable[..., Summary]

YEAR = ServiceYear(
    period=ReportingPeriod(2020),
    requests=(
        Request(count=2, occupation="Mahasiswa", agency=AgencyRef(typed="Dinas M"), outcome=Outcome.GRANTED),
        Request(count=3, occupation="Petani", agency=AgencyRef(typed="Dinas P"), outcome=Outcome.GRANTED),
    ),
)


def other(name: str) -> Callable[..., tuple[str, ...]]:
    """Return what calls students otherwise, in whatever case they are written."""
    return lambda *steps: tuple(name if step.casefold() == "mahasiswa" else step for step in steps)


@pytest.mark.parametrize("name", ["Aa", "Zz"])
def test_a_category_gets_its_other_name_wherever_that_stands_in_the_list(count: Count, name: str) -> None:
    summary = renamed(count(YEAR), other(name))

    assert summary.branch("requests.by_occupation") == {name: 2, "Petani": 3}


@pytest.mark.parametrize("name", ["Aa", "Zz"])
def test_aggregate_lines_get_it_as_rows_do(count: Count, name: str) -> None:
    lines = tuple(
        Aggregate(register=Register.REQUESTS, dimension=Dimension.OCCUPATION, category=name, count=number)
        for name, number in (("Mahasiswa", 2), ("Petani", 3))
    )
    summary = renamed(count(ServiceYear(period=YEAR.period, aggregates=lines)), other(name))

    assert summary.branch("requests.by_occupation") == {name: 2, "Petani": 3}


def test_categories_that_come_to_one_name_are_added(count: Count) -> None:
    assert renamed(count(YEAR), other("Petani")).branch("requests.by_occupation") == {"Petani": 5}


def test_who_renames_nothing_changes_nothing(count: Count) -> None:
    assert renamed(count(YEAR), lambda *steps: steps) == count(YEAR)


def test_open_cases_are_left_out_and_their_figures_kept(count: Count) -> None:
    waiting = evolve(YEAR, requests=(Request(number="P-1", period=Period(2020, 12, 1)),))
    summary = count(waiting)

    assert "P-1" in repr(summary)
    assert "P-1" not in repr(without_cases(summary))
    assert without_cases(summary).figure("requests.total") == 1
