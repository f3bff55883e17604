"""What holds for any year, however it contradicts itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from tests.years import shared_years

from ppid_core import unstructure
from ppid_core.model import OVERLAPPING, Absent, Measure, ReportingPeriod, ServiceYear
from ppid_core.summary import NOT_RECORDED, Summary

Count = Callable[..., Summary]
slow_to_draw = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)

REGISTERS = ("requests", "objections", "disputes", "suits", "applicants")
TOP = {
    "year",
    "as_of",
    "requests",
    "applicants",
    "objections",
    "disputes",
    "suits",
    "complaints",
    "compliance",
    "budget",
    "visits",
    "absent",
}


def breakdowns(summary: Summary, register: str) -> Iterator[tuple[str, Mapping[str, int]]]:
    for name, figure in summary.figures[register].items():
        if name.startswith("by_") and isinstance(figure, Mapping) and not name.endswith("_reason"):
            yield name, figure


@slow_to_draw
@given(shared_years())
def test_every_breakdown_adds_up_to_its_total_or_says_that_it_exceeds_it(
    count: Count, year: ServiceYear
) -> None:
    summary = count(year)

    for register in REGISTERS:
        total = summary.branch(f"{register}.total")
        for name, figure in breakdowns(summary, register):
            told = sum(figure.values())
            if summary.exceeds(f"{register}.{name}"):
                assert told > total, (register, name)
                assert NOT_RECORDED not in figure or figure[NOT_RECORDED] > 0
            elif not isinstance(total, Absent) and name.removeprefix("by_") not in OVERLAPPING:
                assert total == told, (register, name)


@slow_to_draw
@given(shared_years())
def test_months_add_up_to_their_total_and_only_those_of_the_period_are_told(
    count: Count, year: ServiceYear
) -> None:
    summary = count(year)
    covered = {month - 1 for month in year.period.part.months}

    for register in ("requests", "objections", "disputes", "suits", "complaints", "visits"):
        months = summary.branch(f"{register}.by_month")
        exceeds = summary.exceeds(f"{register}.by_month")
        if (
            not isinstance(months, Absent)
            and not exceeds
            and isinstance(summary.branch(f"{register}.total"), int)
        ):
            assert summary.branch(f"{register}.total") == sum(number or 0 for number in months)
            assert covered == {place for place, number in enumerate(months) if number is not None}


@slow_to_draw
@given(shared_years())
def test_reasons_add_up_to_the_outcome_that_they_are_reasons_of(count: Count, year: ServiceYear) -> None:
    summary = count(year)

    for breakdown, outcome in (("by_refusal_reason", "refused"), ("by_partial_reason", "partly_granted")):
        reasons = summary.branch(f"requests.{breakdown}")
        whole = summary.branch(f"requests.by_outcome.{outcome}")
        if not isinstance(reasons, Absent) and not isinstance(whole, Absent):
            exceeds = summary.exceeds(f"requests.{breakdown}")
            assert whole < sum(reasons.values()) if exceeds else whole == sum(reasons.values())


@slow_to_draw
@given(shared_years(registers_kept=True))
def test_times_add_up_to_the_requests_that_are_judged(count: Count, year: ServiceYear) -> None:
    summary = count(year)
    whole = (summary.branch("requests.total"), summary.branch("requests.carried_over"))
    assume(not any(isinstance(part, Absent) for part in whole))
    judged = sum(whole)

    timeliness = summary.branch("requests.timeliness")
    if not isinstance(timeliness, Absent):
        assert judged == sum(timeliness.values())
    answered = summary.branch("requests.response_time.count")
    if answered and not isinstance(answered, Absent):
        assert answered == sum(summary.branch("requests.response_time.by_class").values())
        assert answered <= judged


@slow_to_draw
@given(shared_years())
def test_no_figure_is_negative_and_what_is_not_recorded_is_at_least_one(
    count: Count, year: ServiceYear
) -> None:
    for path, value in numbers(count(year).figures, ""):
        assert value >= 0, path
        assert value >= 1 or not path.endswith(f"by_outcome.{NOT_RECORDED}"), path


def numbers(tree: object, path: str) -> Iterator[tuple[str, int | Decimal]]:
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from numbers(value, f"{path}.{key}")
    elif isinstance(tree, tuple):
        for value in tree:
            yield from numbers(value, path)
    elif isinstance(tree, int | Decimal):
        yield path, tree


@slow_to_draw
@given(shared_years())
def test_each_measure_is_a_value_or_absent_for_any_year(count: Count, year: ServiceYear) -> None:
    summary = count(year)

    for measure in Measure:
        if measure is not Measure.OTHER:
            figure = summary.branch(measure)
            assert isinstance(figure, Absent) or figure >= 0, measure


@slow_to_draw
@given(shared_years())
def test_any_claim_leads_to_a_figure_or_to_absence(count: Count, year: ServiceYear) -> None:
    summary = count(year)

    for claim in () if isinstance(year.stated_figures, Absent) else year.stated_figures:
        assert summary.branch(claim.path) is not None


@slow_to_draw
@given(shared_years())
def test_the_json_of_any_year_can_be_written_and_explains_each_null(count: Count, year: ServiceYear) -> None:
    plain = unstructure(count(year))

    written = json.loads(json.dumps(plain, allow_nan=False))

    assert plain == written
    assert set(plain) >= TOP
    assert set(plain["absent"]) == set(nulls(plain, ""))
    assert all(plain["absent"].values())


def nulls(tree: object, path: str) -> Iterator[str]:
    """Yield the paths of null; the months of a list have none of their own."""
    if tree is None:
        yield path
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from nulls(value, f"{path}.{key}".lstrip("."))


@pytest.mark.parametrize("lang", ["id", "en"])
def test_reasons_are_written_in_the_language_asked_for(count: Count, lang: Literal["id", "en"]) -> None:
    expected = {"id": "tidak tercatat", "en": "not recorded"}

    summary = count(ServiceYear(period=ReportingPeriod(2020)))

    assert unstructure(summary, lang)["absent"]["compliance"] == {
        "reason": "not_kept",
        "text": expected[lang],
    }
