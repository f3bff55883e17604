"""The public edition, and that personal data is never printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from tests.years import shared_years

from ppid_core import unstructure
from ppid_core.model import (
    Absent,
    Applicant,
    Objection,
    PersonalData,
    ReportingPeriod,
    Request,
    ServiceYear,
    redact,
)

PRIVATE = "Rahasia-3674"
PERSON = Applicant(name=PRIVATE, address=PRIVATE, contact=PRIVATE)


def values(value: Any) -> Iterator[object]:  # noqa: ANN401  whatever a year holds
    """Yield ``value`` and everything in it."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from values(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from values(getattr(value, field.name))


def without_applicants(plain: Any) -> Any:  # noqa: ANN401  whatever JSON holds
    match plain:
        case dict():
            return {key: without_applicants(value) for key, value in plain.items() if key != "applicant"}
        case list():
            return [without_applicants(value) for value in plain]
    return plain


def named(year: ServiceYear) -> ServiceYear:
    """Return ``year`` with the same person behind every case."""
    requests, objections = year.requests, year.objections
    if not isinstance(requests, Absent):
        requests = tuple(evolve(row, applicant=PERSON) for row in requests)
    if not isinstance(objections, Absent):
        objections = tuple(evolve(row, applicant=PERSON) for row in objections)
    disputes = year.disputes
    if not isinstance(disputes, Absent):
        disputes = tuple(evolve(row, applicant=PERSON) for row in disputes)
    return evolve(year, requests=requests, objections=objections, disputes=disputes)


@pytest.mark.slow
@given(shared_years(registers_kept=True))
def test_no_applicant_is_left_anywhere(year: ServiceYear) -> None:
    assert not [value for value in values(redact(named(year))) if isinstance(value, Applicant)]


@given(shared_years(registers_kept=True))
def test_nothing_else_is_changed_sources_included(year: ServiceYear) -> None:
    year = evolve(year, presentation=evolve(year.presentation, personal_data=PersonalData.SHOWN))
    public = redact(named(year))
    assert without_applicants(unstructure(year)) == unstructure(public)
    assert repr(year) == repr(public)


@given(shared_years())
def test_redacting_twice_changes_nothing_more(year: ServiceYear) -> None:
    assert redact(year) == redact(redact(year))


@given(shared_years(registers_kept=True))
def test_personal_data_is_never_in_the_repr_of_a_year(year: ServiceYear) -> None:
    assert PRIVATE not in repr(named(year))
    assert PRIVATE not in str(named(year))


def test_the_secret_would_be_seen_in_any_other_field() -> None:
    year = ServiceYear(period=ReportingPeriod(2020), requests=(Request(subject=PRIVATE),))
    assert PRIVATE in repr(year)


def test_personal_data_is_in_no_repr_of_its_own() -> None:
    shown = [repr(PERSON), str(PERSON), f"{PERSON}", repr((PERSON,))]
    assert not [text for text in shown if PRIVATE in text]


def test_a_register_that_was_not_kept_stays_absent() -> None:
    year = ServiceYear(period=ReportingPeriod(2020), objections=(Objection(applicant=PERSON),))
    public = redact(year)
    assert year.requests == public.requests
    assert (Objection(),) == public.objections
