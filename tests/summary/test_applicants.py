from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from ppid_core.model import (
    Absent,
    Aggregate,
    CountUnit,
    Dimension,
    Outcome,
    Period,
    Reason,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    breakdowns_of,
)
from ppid_core.summary import Summary

Count = Callable[..., Summary]

APPLICANTS = Request(unit=CountUnit.APPLICANT, count=84)
REQUESTS = Request(unit=CountUnit.REQUEST, count=10)


def year_of(*rows: Request, lines: tuple[Aggregate, ...] = ()) -> ServiceYear:
    return ServiceYear(period=ReportingPeriod(2020), requests=rows, aggregates=lines)


def line(count: int, dimension: Dimension | None = None, category: str = "") -> Aggregate:
    return Aggregate(register=Register.APPLICANTS, dimension=dimension, category=category, count=count)


def test_rows_that_count_applicants_count_them(count: Count) -> None:
    summary = count(year_of(APPLICANTS))

    assert summary.figure("applicants.total") == summary.figure("requests.total") == 84


def test_rows_that_count_requests_do_not_tell_the_applicants(count: Count) -> None:
    assert Absent(Reason.UNCOUNTED_UNIT) == count(year_of(REQUESTS)).figure("applicants.total")


def test_rows_of_both_units_do_not_tell_the_applicants(count: Count) -> None:
    assert Absent(Reason.UNCOUNTED_UNIT) == count(year_of(REQUESTS, APPLICANTS)).figure("applicants.total")


def test_aggregate_lines_tell_what_rows_do_not(count: Count) -> None:
    sexes = (line(5, Dimension.SEX, "perempuan"), line(3, Dimension.SEX, "laki-laki"))

    summary = count(year_of(REQUESTS, lines=sexes))

    assert summary.figure("applicants.total") == 8
    assert summary.branch("applicants.by_sex") == {"laki-laki": 3, "perempuan": 5}


def test_where_there_was_no_request_there_was_no_applicant(count: Count) -> None:
    assert count(year_of()).figure("applicants.total") == 0


def test_where_nothing_is_kept_the_applicants_are_not_either(count: Count) -> None:
    summary = count(ServiceYear(period=ReportingPeriod(2020)))

    assert Absent(Reason.NOT_KEPT) == summary.figure("applicants.total")


def test_a_row_outside_the_period_does_not_decide_the_unit(count: Count) -> None:
    outside = Request(unit=CountUnit.REQUEST, period=Period(2019, 5))

    assert count(year_of(APPLICANTS, outside)).figure("applicants.total") == 84


def test_rows_that_count_applicants_tell_what_they_do_for_a_living(count: Count) -> None:
    rows = (evolve(APPLICANTS, occupation="guru"), evolve(APPLICANTS, count=6, occupation="petani"))

    assert count(year_of(*rows)).branch("applicants.by_occupation") == {"guru": 84, "petani": 6}


def test_what_is_not_asked_of_applicants_is_told_by_rows_where_lines_tell_it_too(count: Count) -> None:
    row = evolve(APPLICANTS, outcome=Outcome.GRANTED)
    lines = (line(80, Dimension.OUTCOME, "granted"),)

    assert isinstance(count(year_of(row)).branch("applicants.by_outcome"), Absent)
    assert count(year_of(row, lines=lines)).figure("applicants.by_outcome.granted") == 84


def test_lines_tell_of_applicants_what_no_row_names(count: Count) -> None:
    lines = (line(80, Dimension.OCCUPATION, "guru"),)

    assert count(year_of(APPLICANTS, lines=lines)).figure("applicants.by_occupation.guru") == 80


def test_a_breakdown_of_applicants_repeats_that_of_requests_only_where_rows_count_both(count: Count) -> None:
    breakdown, of_requests = (
        breakdowns_of(register)[Dimension.OCCUPATION] for register in (Register.APPLICANTS, Register.REQUESTS)
    )
    farmers = [evolve(row, occupation="petani") for row in (APPLICANTS, REQUESTS)]
    said = (line(9, Dimension.OCCUPATION, "guru"),)

    both, requests = (count(year_of(row)) for row in farmers)

    assert both.repeats_requests(breakdown)
    assert not both.repeats_requests(of_requests)
    assert not requests.repeats_requests(breakdown)
    assert not count(year_of(APPLICANTS, lines=said)).repeats_requests(breakdown)
