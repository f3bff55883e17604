"""Percentiles and the times of parts, against a list of every answer written out."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_core.model import Absent, AgencyRef, Outcome, Reason, ReportingPeriod, Request, ServiceYear
from ppid_core.summary import NOT_RECORDED, Summary, merge

Count = Callable[..., Summary]

CLOSED = (Outcome.GRANTED, Outcome.REFUSED, Outcome.NOT_HELD, None)
AGENCIES = ("2", "10", "Kec. Serang", None)
ANSWERS = st.lists(
    st.builds(
        lambda days, count, agency, outcome: Request(
            working_days=days,
            count=count,
            agency=None if agency is None else AgencyRef(typed=agency),
            outcome=outcome,
        ),
        days=st.integers(0, 40),
        count=st.integers(0, 5),
        agency=st.sampled_from(AGENCIES),
        outcome=st.sampled_from(CLOSED),
    ),
    max_size=12,
)


def year_of(rows: list[Request]) -> ServiceYear:
    return ServiceYear(period=ReportingPeriod(2020), requests=tuple(rows))


def written_out(rows: list[Request]) -> list[int]:
    return sorted(row.working_days or 0 for row in rows for _ in range(row.count))


@settings(deadline=None)
@given(ANSWERS)
def test_a_percentile_is_the_fewest_days_that_were_enough_for_so_many(
    count: Count, rows: list[Request]
) -> None:
    days = written_out(rows)
    percentiles = count(year_of(rows)).branch("requests.response_time.percentiles")

    if not days:
        assert Absent(Reason.NOTHING_TO_SHARE) == percentiles or Absent(Reason.NO_DATES) == percentiles
        return
    for name, figure in percentiles.items():
        wanted = Fraction(int(name.removeprefix("p")), 100) * len(days)
        assert figure == min(day for day in days if sum(other <= day for other in days) >= wanted)


def test_percentiles_of_answers_after_one_to_a_hundred_days_are_their_own_rank(count: Count) -> None:
    rows = [Request(working_days=days, outcome=Outcome.GRANTED) for days in range(1, 101)]

    percentiles = count(year_of(rows)).branch("requests.response_time.percentiles")

    assert percentiles == {"p25": 25, "p75": 75, "p90": 90, "p95": 95}


def test_the_percentile_of_one_answer_is_that_answer(count: Count) -> None:
    percentiles = count(year_of([Request(working_days=4)])).branch("requests.response_time.percentiles")

    assert set(percentiles.values()) == {4}


@settings(deadline=None)
@given(ANSWERS)
def test_parts_have_the_times_of_their_own_answers(count: Count, rows: list[Request]) -> None:
    by_outcome: defaultdict[str, list[int]] = defaultdict(list)
    by_agency: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        days = [row.working_days or 0] * row.count
        by_outcome[row.outcome or NOT_RECORDED] += days
        by_agency[row.agency.key if row.agency else NOT_RECORDED] += days

    summary = count(year_of(rows))

    if written_out(rows):
        assert_parts(by_outcome, summary.branch("requests.response_time.by_outcome"))
        assert_parts(by_agency, summary.branch("requests.response_time.by_agency"))


def assert_parts(expected: dict[str, list[int]], figure: dict[str, dict[str, object]] | Absent) -> None:
    """Compare each part; where no answer names one, the breakdown is absent."""
    counted = {name: days for name, days in expected.items() if days}
    if isinstance(figure, Absent):
        assert counted.keys() == {NOT_RECORDED}
        return
    assert counted.keys() == figure.keys()
    for name, days in counted.items():
        part = figure[name]
        assert (len(days), min(days), max(days)) == (part["count"], part["min"], part["max"])
        assert statistics.median(days) == part["median"]
        mean = part["mean"]
        assert isinstance(mean, Decimal)
        assert abs(Fraction(sum(days), len(days)) - Fraction(mean)) <= Fraction(1, 200)


def test_outcomes_stand_in_the_order_of_their_list_agencies_as_people_count(count: Count) -> None:
    rows = [
        Request(working_days=1, outcome=outcome, agency=None if key is None else AgencyRef(typed=key))
        for outcome, key in (
            (None, None), (Outcome.REFUSED, "10"), (Outcome.GRANTED, "2"), (Outcome.NOT_HELD, "10"),
        )
    ]  # fmt: skip

    response = count(year_of(rows)).branch("requests.response_time")

    assert list(response["by_outcome"]) == ["granted", "refused", "not_held", NOT_RECORDED]
    assert list(response["by_agency"]) == ["2", "10", NOT_RECORDED]


@settings(deadline=None)
@given(st.lists(ANSWERS, min_size=2, max_size=4))
def test_percentiles_and_parts_merge_exactly(count: Count, parts: list[list[Request]]) -> None:
    whole = count(year_of([row for part in parts for row in part]))

    merged = merge(*(count(year_of(part)) for part in parts))

    assert whole.branch("requests.response_time") == merged.branch("requests.response_time")


def test_percentiles_of_huge_counts_are_exact(count: Count) -> None:
    rows = [
        Request(working_days=1, count=9 * 10**30, outcome=Outcome.GRANTED),
        Request(working_days=2, count=10**30, outcome=Outcome.GRANTED),
    ]

    exact = count(year_of(rows)).branch("requests.response_time.percentiles")
    one_more = count(year_of([*rows, Request(working_days=2)])).branch("requests.response_time.percentiles")

    assert (exact["p90"], exact["p95"]) == (1, 2)
    assert one_more["p90"] == 2
