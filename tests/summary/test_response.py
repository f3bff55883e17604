"""The figures of response time, against `statistics` over every answer written out."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_core import unstructure
from ppid_core.model import (
    Absent,
    AgencyRef,
    Aggregate,
    Dimension,
    Measure,
    Outcome,
    Reason,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    StatedFigure,
)
from ppid_core.summary import Summary, merge

Count = Callable[..., Summary]

ANSWERS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 5)), min_size=1, max_size=12)


def year_of(answers: list[tuple[int, int]]) -> ServiceYear:
    rows = tuple(
        Request(working_days=days, count=number, outcome=Outcome.GRANTED) for days, number in answers
    )
    return ServiceYear(period=ReportingPeriod(2020), requests=rows)


def class_of(days: int) -> str:
    return "0-10" if days <= 10 else "11-17" if days <= 17 else "over_17"


@settings(deadline=None)
@given(ANSWERS)
def test_mean_median_and_classes_are_those_of_the_answers_written_out(
    count: Count, answers: list[tuple[int, int]]
) -> None:
    expanded = [days for days, number in answers for _ in range(number)]
    mean = Fraction(sum(expanded), len(expanded))

    response = count(year_of(answers)).branch("requests.response_time")

    assert len(expanded) == response["count"]
    assert statistics.median(expanded) == response["median"]
    assert abs(mean - Fraction(response["mean"])) <= Fraction(1, 200)
    assert (min(expanded), max(expanded)) == (response["min"], response["max"])
    assert Counter(map(class_of, expanded)) == Counter(response["by_class"])
    assert list(response["by_class"]) == ["0-10", "11-17", "over_17"]


@settings(deadline=None)
@given(st.lists(ANSWERS, min_size=2, max_size=4))
def test_medians_of_parts_merge_exactly(count: Count, parts: list[list[tuple[int, int]]]) -> None:
    expanded = [days for part in parts for days, number in part for _ in range(number)]

    merged = merge(*(count(year_of(part)) for part in parts))

    assert statistics.median(expanded) == merged.figure("requests.response_time.median")


def test_the_mean_is_rounded_half_up(count: Count) -> None:
    summary = count(year_of([(0, 199), (1, 1)]))

    assert Decimal("0.01") == summary.figure("requests.response_time.mean")
    assert unstructure(summary)["requests"]["response_time"]["mean"] == 0.01


def test_where_nobody_asked_each_class_is_told_with_0_and_unkept_requests_have_none(count: Count) -> None:
    nobody = ServiceYear(period=ReportingPeriod(2020), requests=())
    unkept = ServiceYear(period=ReportingPeriod(2020))

    classes = count(nobody).branch("requests.response_time.by_class")

    assert classes == {"0-10": 0, "11-17": 0, "over_17": 0}
    assert isinstance(count(unkept).branch("requests.response_time"), Absent)


def claim(value: str, typed: str = "hari", year: int | None = None) -> StatedFigure:
    return StatedFigure(measure=Measure.RESPONSE_MEAN, value=Decimal(value), unit_typed=typed, year=year)


def test_a_stated_mean_is_never_counted(count: Count) -> None:
    year = ServiceYear(
        period=ReportingPeriod(2020),
        requests=(Request(outcome=Outcome.GRANTED),),
        stated_figures=(
            claim("8.48"),
            claim("9", year=2019),
            evolve(claim("7"), measure=Measure.RESPONSE_MEDIAN),
            evolve(claim("6"), measure=Measure.REQUESTS_TOTAL),
            evolve(claim("5"), dimension=Dimension.OUTCOME, category="granted"),
        ),
    )

    plain = unstructure(count(year))

    assert Absent(Reason.STATED_ONLY, "8,48 hari") == count(year).figure("requests.response_time.mean")
    assert plain["requests"]["response_time"]["mean"] is None
    assert plain["absent"]["requests.response_time.mean"]["text"] == "hanya dinyatakan: 8,48 hari"
    assert "hanya dinyatakan" not in plain["absent"]["requests.response_time.median"]["text"]


def test_a_stated_mean_keeps_the_unit_that_was_typed(count: Count) -> None:
    year = ServiceYear(period=ReportingPeriod(2020), stated_figures=(claim("8.48", "hari kerja"),))

    assert Absent(Reason.STATED_ONLY, "8,48 hari kerja") == count(year).figure("requests.response_time.mean")


def test_a_counted_mean_wins_over_a_stated_one(count: Count) -> None:
    year = ServiceYear(
        period=ReportingPeriod(2020),
        requests=(Request(outcome=Outcome.GRANTED, working_days=4),),
        stated_figures=(claim("8.48"),),
    )

    assert count(year).figure("requests.response_time.mean") == 4


def classes(*counts: tuple[str, int], total: int) -> tuple[Aggregate, ...]:
    return (
        Aggregate(register=Register.REQUESTS, count=total),
        *(
            Aggregate(register=Register.REQUESTS, dimension=Dimension.TIME, category=name, count=number)
            for name, number in counts
        ),
    )


def test_stated_classes_are_told_without_a_mean_and_add_up_to_the_total(count: Count) -> None:
    lines = classes(("0-10", 40), ("11-17", 5), total=50)

    response = count(ServiceYear(period=ReportingPeriod(2020), aggregates=lines)).branch(
        "requests.response_time"
    )

    assert response["by_class"] == {"0-10": 40, "11-17": 5, "not_recorded": 5}
    assert Absent(Reason.NO_ROWS) == response["mean"]
    assert Absent(Reason.NO_ROWS) == response["count"]


def test_stated_classes_above_the_total_keep_their_figures_and_are_marked(count: Count) -> None:
    lines = classes(("0-10", 40), ("11-17", 15), total=50)

    summary = count(ServiceYear(period=ReportingPeriod(2020), aggregates=lines))

    assert summary.branch("requests.response_time.by_class") == {"0-10": 40, "11-17": 15}
    assert summary.exceeds("requests.response_time.by_class")


def test_where_there_was_no_request_none_took_time(count: Count) -> None:
    summary = count(ServiceYear(period=ReportingPeriod(2020), requests=()))

    assert summary.figure("requests.response_time.count") == 0
    assert isinstance(summary.figure("requests.response_time.mean"), Absent)
    assert set(summary.branch("requests.timeliness").values()) == {0}


def test_an_unkept_register_tells_its_own_reason_for_having_no_times(count: Count) -> None:
    summary = count(ServiceYear(period=ReportingPeriod(2020)))

    assert Absent(Reason.NOT_KEPT) == summary.branch("requests.response_time")
    assert Absent(Reason.NOT_KEPT) == summary.branch("requests.timeliness")


def test_requests_of_agencies_that_could_not_be_read_are_added_up_apart(count: Count) -> None:
    named = Request(agency=AgencyRef(typed="Dinas"), working_days=4, count=3, outcome=Outcome.GRANTED)
    unread = Request(working_days=4, count=3, outcome=Outcome.GRANTED, unread=("agency",))
    summary = count(ServiceYear(period=ReportingPeriod(2020), requests=(named, unread, unread)))

    times = summary.branch("requests.response_time.by_agency")
    standing = summary.branch("requests.standing.by_agency")

    assert {name: part["count"] for name, part in times.items()} == {"Dinas": 3, "unread": 6}
    assert {name: part["received"] for name, part in standing.items()} == {"Dinas": 3, "unread": 6}
