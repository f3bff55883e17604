"""Every plain count equals a recount over expanded rows: one row for each case, one Counter a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.years import shared_years

from ppid_core.glossary import recognise, spelling
from ppid_core.model import (
    Absent,
    Coded,
    CourtCase,
    Dispute,
    MatrixRow,
    Objection,
    Outcome,
    Period,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.summary import Summary

Count = Callable[..., Summary]
Case = TypeVar("Case", Request, Objection, Dispute, CourtCase)

FEW = 4
UNNAMED = "not_recorded"
slow_to_draw = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)


def small(rows: tuple[Case, ...] | Absent) -> tuple[Case, ...] | Absent:
    """Return the rows with counts that can be written out one by one."""
    if isinstance(rows, Absent):
        return rows
    return tuple(evolve(row, count=row.count % FEW, unread=()) for row in rows)


def recountable(year: ServiceYear) -> ServiceYear:
    return evolve(
        year,
        requests=small(year.requests),
        objections=small(year.objections),
        disputes=small(year.disputes),
        suits=small(year.suits),
        aggregates=(),
        unread=(),
    )


YEARS = shared_years(registers_kept=True).map(recountable)


def cases(rows: tuple[Case, ...] | Absent) -> Iterator[Case]:
    assert not isinstance(rows, Absent)
    return (row for row in rows for _ in range(row.count))


def received_on(row: Request | Objection | Dispute | CourtCase) -> Period | None:
    if isinstance(row, CourtCase):
        return None if row.filed_on is None else Period.of(row.filed_on)
    return row.filed if isinstance(row, Dispute) else row.period


def is_inside(row: Request | Objection | Dispute | CourtCase, covered: ReportingPeriod) -> bool:
    when = received_on(row)
    if when is None:
        return True
    return when.year == covered.year and (when.month is None or when.month in covered.part.months)


def is_carried_over(row: Request | Objection | Dispute | CourtCase) -> bool:
    return not isinstance(row, CourtCase) and row.opening is not None


def counted(rows: tuple[Case, ...] | Absent, covered: ReportingPeriod) -> list[Case]:
    return [row for row in cases(rows) if not is_carried_over(row) and is_inside(row, covered)]


def names(values: Iterable[object]) -> Counter[str]:
    return Counter(UNNAMED if value in {None, ""} else str(value) for value in values)


def key(coded: Coded[Any] | None) -> str | None:
    """Return the slug of a value, else its words; *lainnya* is a word of the list."""
    if coded is None:
        return None
    is_listed = coded.slug != "other" or recognise(type(coded.slug), coded.typed) is coded.slug
    return str(coded.slug) if is_listed or not coded.typed else str(coded.typed)


def spelled(parts: Mapping[str, int]) -> Counter[str]:
    """Return the same, a word typed in two cases as one."""
    one: Counter[str] = Counter()
    for name, number in parts.items():
        one[spelling(name) or name] += number
    return +one


def assert_broken_down(expected: Counter[str], figure: Mapping[str, int] | Absent) -> None:
    """Compare a breakdown; where no case names a category, it may also be absent."""
    if isinstance(figure, Absent):
        assert set(expected) == {UNNAMED}
    else:
        assert spelled(expected) == spelled(figure)


def assert_by_month(cases: list[Case], covered: ReportingPeriod, figure: object) -> None:
    months = [when.month if (when := received_on(case)) else None for case in cases]
    if None in months:
        assert isinstance(figure, Absent)
    else:
        counter = Counter(months)
        expected = [counter[month] if month in covered.part.months else None for month in range(1, 13)]
        assert tuple(expected) == figure


def grounds_of(case: Objection) -> set[str | None]:
    """Return every ground that an objection names; one that is in no list, by its words."""
    others = {str(ground) for ground in case.grounds if case.ground is None or ground is not case.ground.slug}
    return {*others, *((key(case.ground),) if case.ground else ())}


@slow_to_draw
@given(YEARS)
def test_requests_are_what_a_recount_says(count: Count, year: ServiceYear) -> None:
    figures = count(year).figures["requests"]

    inside = counted(year.requests, year.period)
    refused = [case for case in inside if case.outcome is Outcome.REFUSED]
    partly = [case for case in inside if case.outcome is Outcome.PARTLY_GRANTED]

    assert len(inside) == figures["total"]
    assert_by_month(inside, year.period, figures["by_month"])
    assert_broken_down(names(case.outcome for case in inside), figures["by_outcome"])
    assert_broken_down(names(case.applicant_class for case in inside), figures["by_applicant"])
    assert_broken_down(names(case.occupation for case in inside), figures["by_occupation"])
    assert_broken_down(names(key(case.channel) for case in inside), figures["by_channel"])
    assert_broken_down(names(case.agency and case.agency.key for case in inside), figures["by_agency"])
    if refused:
        reasons = names(key(case.reason) for case in refused)
        assert_broken_down(reasons, figures["by_refusal_reason"])
    if partly:
        reasons = names(key(case.reason) for case in partly)
        assert_broken_down(reasons, figures["by_partial_reason"])


@slow_to_draw
@given(YEARS)
def test_objections_are_what_a_recount_says(count: Count, year: ServiceYear) -> None:
    figures = count(year).figures["objections"]

    inside = counted(year.objections, year.period)

    assert len(inside) == figures["total"]
    assert_by_month(inside, year.period, figures["by_month"])
    grounds = names(ground for case in inside for ground in grounds_of(case) or (None,))
    assert_broken_down(grounds, figures["by_ground"])
    assert_broken_down(names(key(case.answer) for case in inside), figures["by_answer"])
    assert_broken_down(names(case.applicant_class for case in inside), figures["by_applicant"])


@slow_to_draw
@given(YEARS)
def test_disputes_are_what_a_recount_says(count: Count, year: ServiceYear) -> None:
    figures = count(year).figures["disputes"]

    inside = counted(year.disputes, year.period)
    stages = [kind for case in inside for kind in dict.fromkeys(one.kind for one in case.stages) or (None,)]

    assert len(inside) == figures["total"]
    assert_by_month(inside, year.period, figures["by_month"])
    assert_broken_down(names(key(case.result) for case in inside), figures["by_result"])
    assert_broken_down(names(stages), figures["by_stage"])


@slow_to_draw
@given(YEARS)
def test_suits_are_what_a_recount_says(count: Count, year: ServiceYear) -> None:
    figures = count(year).figures["suits"]

    inside = counted(year.suits, year.period)

    assert len(inside) == figures["total"]
    assert_by_month(inside, year.period, figures["by_month"])
    assert_broken_down(names(case.decision for case in inside), figures["by_decision"])


def assert_placed(
    rows: tuple[Case, ...] | Absent, covered: ReportingPeriod, figures: Mapping[str, object]
) -> None:
    """Compare what was carried over, what lies outside, and that no case is lost between them."""
    everything = list(cases(rows))
    carried = [case for case in everything if is_carried_over(case)]
    outside = [case for case in everything if not is_carried_over(case) and not is_inside(case, covered)]

    assert len(carried) == figures["carried_over"]
    assert len(outside) == figures["outside_period"]
    assert len(everything) - len(carried) - len(outside) == figures["total"]


@slow_to_draw
@given(YEARS)
def test_what_was_carried_over_or_lies_outside_is_counted_as_that_only(
    count: Count, year: ServiceYear
) -> None:
    figures = count(year).figures

    assert_placed(year.requests, year.period, figures["requests"])
    assert_placed(year.objections, year.period, figures["objections"])
    assert_placed(year.disputes, year.period, figures["disputes"])
    assert_placed(year.suits, year.period, figures["suits"])


@slow_to_draw
@given(shared_years())
def test_the_matrix_is_what_a_recount_says(count: Count, year: ServiceYear) -> None:
    figures = count(year).figures["compliance"]
    if isinstance(year.matrix, Absent):
        assert year.matrix == figures
        return

    rows: tuple[MatrixRow, ...] = year.matrix.rows
    states = Counter(str(state) for row in rows for state in row.states)
    by_agency: Counter[str] = Counter()
    by_type: Counter[str] = Counter()
    for row in rows:
        for kind, state in zip(year.matrix.types, row.states, strict=True):
            by_agency[row.agency.key] += state == "disclosed"
            by_type[kind.code] += state == "disclosed"

    assert len(rows) == figures["agencies"]
    assert len(rows) * len(year.matrix.types) == figures["cells"]
    assert dict(+states) == {state: figures[state] for state in states}
    assert figures["cells"] - states["not_applicable"] - states["exempt"] == figures["denominator"]
    assert dict(+by_agency) == {key: number for key, number in figures["by_agency"].items() if number}
    assert dict(+by_type) == {key: number for key, number in figures["by_type"].items() if number}
    assert {row.agency.key for row in rows} == set(figures["by_agency"])
    assert states["disclosed"] == sum(figures["by_category"].values())


@slow_to_draw
@given(shared_years())
def test_staff_and_visits_are_added_up_or_unknown(count: Count, year: ServiceYear) -> None:
    summary = count(year)

    staff = year.service.staff
    if isinstance(staff, Absent):
        assert staff == summary.figure("staff.total")
    elif any(row.count is None for row in staff):
        assert isinstance(summary.figure("staff.total"), Absent)
    else:
        assert sum(row.count or 0 for row in staff) == summary.figure("staff.total")

    visits = year.service.visits
    if not isinstance(visits, Absent):
        inside = [row.count for row in visits if row.period is None or year.period.may_hold(row.period)]
        expected = Absent if None in inside else int
        assert isinstance(summary.figure("visits.total"), expected)
        assert None in inside or sum(row or 0 for row in inside) == summary.figure("visits.total")


@given(st.data())
def test_huge_counts_stay_exact(count: Count, data: st.DataObject) -> None:
    counts = data.draw(st.lists(st.integers(10**30, 10**40), min_size=1, max_size=4))
    rows = tuple(Request(count=number, outcome=Outcome.GRANTED, working_days=number) for number in counts)

    summary = count(ServiceYear(period=ReportingPeriod(2020), requests=rows))

    assert sum(counts) == summary.figure("requests.total")
    assert sum(counts) == summary.figure("requests.response_time.count")
    assert max(counts) == summary.figure("requests.response_time.max")
