"""Due dates as a lawyer counts them: by hand from the decrees, never by running our code.

The files beside this one are for lawyers to read, hence in Indonesian; the count stands in a comment.
"""

from __future__ import annotations

import calendar
import tomllib
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields_dict, frozen
from cattrs import Converter

from ppid_core.deadlines import Deadline, DeadlineKind, Standing, State, deadline, standing, state_of
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.law import Lawbook, Track
from ppid_core.model import Closure
from ppid_core.workdays import WorkdayCalendar

AT_LEAST = 75
LAW = Lawbook.load()


@frozen(kw_only=True)
class Expected:
    """What comes of a case; a scenario names only what it is about."""

    due_on: date | None = None
    skipped: tuple[date, ...] | None = None
    conflict: tuple[date, ...] | None = None
    standing: Standing | None = None
    state: State | None = None
    days_taken: int | None = None
    days_left: int | None = None
    not_in_force: bool = False
    out_of_range: bool = False


@frozen(kw_only=True)
class Scenario:
    """A case, the law it falls under, and what a lawyer expects of it."""

    name: str
    article: str
    kind: DeadlineKind
    opened_on: date
    extended: bool = False
    complete: bool = False
    track: Track = Track.BOTH
    as_known_on: date | None = None
    cuti_bersama: bool = True
    closures: tuple[Closure, ...] = ()
    filed_on: date | None = None
    closed_on: date | None = None
    as_of: date | None = None
    expected: Expected

    @property
    def workdays(self) -> WorkdayCalendar:
        return _workdays(self.closures, self.track, self.as_known_on, cuti_bersama=self.cuti_bersama)

    def count(self) -> Deadline:
        return deadline(
            self.kind,
            self.opened_on,
            LAW,
            self.workdays,
            extended=self.extended,
            complete=self.complete,
        )


@cache
def _workdays(
    closures: tuple[Closure, ...], track: Track, as_known_on: date | None, *, cuti_bersama: bool
) -> WorkdayCalendar:
    return WorkdayCalendar.load(
        closures=closures, cuti_bersama=cuti_bersama, track=track, as_known_on=as_known_on
    )


def _written() -> list[tuple[str, dict[str, Any]]]:
    """Return every scenario as written, with its file."""
    files = sorted(Path(__file__).parent.glob("*.toml"))
    return [
        (file.stem, table) for file in files for table in tomllib.loads(file.read_text("utf-8"))["scenario"]
    ]


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(date, lambda day, _: day)
    return converter


WRITTEN = _written()
CONVERTER = _converter()
COUNTED = [(file, table) for file, table in WRITTEN if "due_on" in table["expected"]]
# The law names the day of the yearly report: nothing is counted, so there are no steps.
STEPPED = [(file, table) for file, table in COUNTED if table["kind"] != DeadlineKind.YEARLY_REPORT]


def _each(written: list[tuple[str, dict[str, Any]]]) -> pytest.MarkDecorator:
    cases = [pytest.param(table, id=f"{file}: {table.get('name')}") for file, table in written]
    return pytest.mark.parametrize("table", cases)


@_each(WRITTEN)
def test_a_scenario_comes_out_as_counted_by_hand(table: dict[str, Any]) -> None:
    scenario = CONVERTER.structure(table, Scenario)

    found = _found(scenario)

    wrong = [
        f"{key}: by hand {_told(by_hand)}, by the code {_told(getattr(found, key))}"
        for key in table["expected"]
        if (by_hand := getattr(scenario.expected, key)) != getattr(found, key)
    ]
    assert not wrong, "\n".join([scenario.name, *wrong])


@_each(STEPPED)
def test_every_day_up_to_the_due_date_is_told_and_every_skipped_one_has_its_reason(
    table: dict[str, Any],
) -> None:
    scenario = CONVERTER.structure(table, Scenario)

    counted = scenario.count()

    passed = range(scenario.opened_on.toordinal() + 1, counted.due_on.toordinal() + 1)
    assert [step.date.toordinal() for step in counted.steps] == list(passed)
    assert all(step.counted == (step.why is None) for step in counted.steps)


@_each(COUNTED)
def test_the_provision_is_of_an_instrument_that_the_scenario_names(table: dict[str, Any]) -> None:
    scenario = CONVERTER.structure(table, Scenario)

    assert scenario.count().provision.citation.instrument in scenario.article


def test_there_are_as_many_scenarios_as_promised() -> None:
    assert len(WRITTEN) >= AT_LEAST


def test_no_two_scenarios_have_the_same_name() -> None:
    named = Counter(table["name"] for _, table in WRITTEN)

    assert [name for name, times in named.items() if times > 1] == []


def test_every_kind_of_deadline_has_a_scenario() -> None:
    assert {table["kind"] for _, table in WRITTEN} == set(DeadlineKind)


def test_every_scenario_names_its_article_or_says_that_it_was_not_found() -> None:
    assert [table["name"] for _, table in WRITTEN if "pasal" not in table["article"].casefold()] == []


@_each(WRITTEN)
def test_every_key_is_known_and_everything_expected_can_be_checked(table: dict[str, Any]) -> None:
    expected = table["expected"]

    assert table.keys() <= fields_dict(Scenario).keys()
    assert expected.keys() <= fields_dict(Expected).keys()
    assert "due_on" in expected or expected in ({"not_in_force": True}, {"out_of_range": True})
    assert ("filed_on" in table) == ("standing" in expected)
    assert ("as_of" in table) == ("state" in expected)
    assert "as_of" in table or "closed_on" not in table


def _found(scenario: Scenario) -> Expected:
    """Return what the code makes of a scenario."""
    try:
        counted = scenario.count()
    except NotInForceError:
        return Expected(not_in_force=True)
    except CalendarRangeError:
        return Expected(out_of_range=True)
    found = Expected(
        due_on=counted.due_on,
        skipped=tuple(
            step.date
            for step in counted.steps
            if not step.counted and step.date.weekday() < calendar.SATURDAY
        ),
        conflict=counted.conflict,
    )
    return _with_state(_with_standing(found, scenario), scenario, counted.due_on)


def _with_standing(found: Expected, scenario: Scenario) -> Expected:
    if scenario.filed_on is None:
        return found
    filed = standing(scenario.kind, scenario.opened_on, scenario.filed_on, LAW, scenario.workdays)
    return evolve(found, standing=filed)


def _with_state(found: Expected, scenario: Scenario, due_on: date) -> Expected:
    if scenario.as_of is None:
        return found
    case = state_of(scenario.opened_on, due_on, scenario.closed_on, scenario.as_of, scenario.workdays)
    return evolve(found, state=case.state, days_taken=case.days_taken, days_left=case.days_left)


def _told(value: object) -> str:
    """Return a value as the failure text shows it, days with their weekday."""
    if isinstance(value, tuple):
        return f"[{', '.join(_told(part) for part in value)}]"
    return f"{value:%Y-%m-%d %a}" if isinstance(value, date) else str(value)
