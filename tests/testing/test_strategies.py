"""The strategies reach every field of the model, and stay within what a table can hold."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from ppid_core import model
from ppid_core.model import (
    Absent,
    CourtCase,
    Dispute,
    Objection,
    Period,
    ReportingPeriod,
    Request,
    ServiceYear,
    YearPart,
    name_index,
    normal,
)
from ppid_core.testing.strategies import (
    days,
    disputes,
    matrices,
    narratives,
    objections,
    periods,
    requests,
    service_years,
    services,
    suits,
    texts,
    words,
)

SEEK = settings(database=None, deadline=None, max_examples=2000, phases=[Phase.generate])
REGISTERS = ("requests", "objections", "disputes", "suits")


def values(value: Any) -> Iterator[Any]:  # noqa: ANN401  whatever a year holds
    """Yield ``value`` and everything in it."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from values(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from values(getattr(value, field.name))


def test_every_field_of_every_class_is_filled_in_somewhere() -> None:
    filled: set[str] = set()

    @settings(max_examples=250, derandomize=True, database=None, deadline=None)
    @given(st.tuples(service_years(), disputes(), matrices(), narratives(), services()))
    def gather(drawn: tuple[object, ...]) -> None:
        for value in values(drawn):
            if attrs.has(type(value)):
                kind = type(value)
                filled.update(
                    f"{kind.__name__}.{field.name}"
                    for field in attrs.fields(kind)
                    if getattr(value, field.name) not in (None, "", (), field.default)
                )

    gather()

    public = [getattr(model, name) for name in model.__all__]
    kinds = [kind for kind in public if isinstance(kind, type) and attrs.has(kind)]
    assert {f"{kind.__name__}.{field.name}" for kind in kinds for field in attrs.fields(kind)} <= filled


@pytest.mark.parametrize("text", [words(), texts()])
def test_text_holds_only_what_a_table_can(text: st.SearchStrategy[str]) -> None:
    @settings(database=None)
    @given(text)
    def check(value: str) -> None:
        assert not [
            sign for sign in value if unicodedata.category(sign) in {"Cc", "Cs", "Cn"} and sign not in "\n\t"
        ]

    check()


@given(words())
def test_words_stand_on_one_line_without_blanks_around_them(text: str) -> None:
    assert text == " ".join(text.split())


@given(service_years(ReportingPeriod(2020, YearPart.SEMESTER_1), registers_kept=True))
def test_registers_are_kept_where_a_test_needs_them(year: ServiceYear) -> None:
    assert ReportingPeriod(2020, YearPart.SEMESTER_1) == year.period
    assert not [name for name in REGISTERS if isinstance(getattr(year, name), Absent)]


@given(service_years(registers_kept=False))
def test_registers_are_absent_where_a_test_needs_that(year: ServiceYear) -> None:
    assert not [name for name in REGISTERS if not isinstance(getattr(year, name), Absent)]


@pytest.mark.parametrize("state", ["absent", "empty", "filled"])
@pytest.mark.parametrize("register", REGISTERS)
def test_a_register_may_be_absent_empty_or_filled(register: str, state: str) -> None:
    def is_so(year: ServiceYear) -> bool:
        rows = getattr(year, register)
        found = "absent" if isinstance(rows, Absent) else "filled" if rows else "empty"
        return state == found

    assert is_so(find(service_years(), is_so, settings=SEEK))


@pytest.mark.parametrize("covered", [ReportingPeriod(1), ReportingPeriod(9999, YearPart.QUARTER_4)])
def test_the_first_and_the_last_year_of_the_calendar_can_be_asked_for(covered: ReportingPeriod) -> None:
    @settings(database=None)
    @given(days(covered), periods(covered))
    def check(day: object, period: Period) -> None:
        assert day is not None
        assert period.first_day <= period.last_day

    check()


def test_agencies_are_mentioned_by_names_that_resolve() -> None:
    def resolves(year: ServiceYear) -> bool:
        if isinstance(year.agencies, Absent) or isinstance(year.requests, Absent):
            return False
        index = name_index(year.agencies)
        return any(row.agency and index.get(normal(row.agency.typed)) for row in year.requests)

    assert resolves(find(service_years(), resolves, settings=SEEK))


@pytest.mark.parametrize(
    ("rows", "kind"),
    [(requests(), Request), (objections(), Objection), (disputes(), Dispute), (suits(), CourtCase)],
    ids=["requests", "objections", "disputes", "suits"],
)
def test_a_failing_row_shrinks_to_what_fails(rows: st.SearchStrategy[Any], kind: type) -> None:
    shrunk = find(rows, lambda row: row.count == 0, settings=settings(database=None, deadline=None))
    assert kind(count=0) == shrunk


def test_importing_the_kit_does_not_import_hypothesis() -> None:
    code = "import sys, ppid_core.testing; print('hypothesis' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
