"""A due date as JSON: the keys of the contract, with their types."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from ppid_core import unstructure
from ppid_core.deadlines import DeadlineKind, deadline
from ppid_core.law import Lawbook, Track
from ppid_core.workdays import WorkdayCalendar

LAW, WORKDAYS = Lawbook.load(), WorkdayCalendar.load()
PROVISION = {"value", "unit", "instrument", "article", "since", "confidence"}
CONTRACT = {
    *("kind", "opened_on", "due_on", "provision", "steps", "calendar_version", "track", "estimated"),
    "conflict",
}


def wired(kind: DeadlineKind, day: date, workdays: WorkdayCalendar = WORKDAYS, **how: bool) -> dict[str, Any]:
    """Return a due date as it comes back from JSON."""
    found: dict[str, Any] = json.loads(json.dumps(unstructure(deadline(kind, day, LAW, workdays, **how))))
    return found


@pytest.mark.parametrize("kind", DeadlineKind)
def test_every_key_of_the_contract_is_there_with_its_type(kind: DeadlineKind) -> None:
    found = wired(kind, date(2023, 5, 31))

    assert found.keys() >= CONTRACT
    assert found["provision"].keys() == PROVISION
    assert (found["kind"], found["opened_on"], found["track"]) == (str(kind), "2023-05-31", "both")
    assert date.fromisoformat(found["due_on"]) > date(2023, 5, 31)
    assert date.fromisoformat(found["provision"]["since"]) <= date(2023, 5, 31)
    assert [type(found[key]) for key in ("estimated", "conflict", "steps", "calendar_version")] == [
        *(bool, list, list, str)
    ]


def test_a_step_is_a_day_that_counts_or_has_a_reason() -> None:
    steps = {step["date"]: step for step in wired(DeadlineKind.REQUEST, date(2020, 12, 18))["steps"]}

    assert list(steps) == [str(date(2020, 12, day)) for day in range(19, 32)] + [
        str(date(2021, 1, day)) for day in range(1, 8)
    ]
    assert steps["2020-12-24"] == {
        "date": "2020-12-24",
        "counted": False,
        "why": "cuti bersama (Keppres 17/2020)",
        "reason": "cuti_bersama",
    }
    assert steps["2020-12-28"] == {"date": "2020-12-28", "counted": True, "why": None, "reason": None}


def test_reasons_are_told_in_the_language_asked_for() -> None:
    found = deadline(DeadlineKind.REQUEST, date(2020, 12, 18), LAW, WORKDAYS)

    whys = {step["date"]: step["why"] for step in unstructure(found, "en")["steps"]}

    assert whys["2020-12-24"] == "joint leave (Keppres 17/2020)"
    assert whys["2020-12-19"] == "Saturday"


def test_the_law_of_a_request_is_told_in_full() -> None:
    found = wired(DeadlineKind.REQUEST, date(2020, 12, 18), extended=True)

    assert found["provision"] == {
        "value": 10,
        "unit": "working_day",
        "instrument": "UU 14/2008",
        "article": "Pasal 22 ayat (7)",
        "since": "2010-04-30",
        "confidence": "confirmed",
    }
    assert [further["value"] for further in found["further_provisions"]] == [7]
    assert (found["due_on"], found["extended"]) == ("2021-01-18", True)
    assert found["clock"] == "received"


def test_after_silence_the_time_for_the_answer_is_a_further_provision() -> None:
    found = wired(DeadlineKind.DISPUTE_FILING_AFTER_SILENCE, date(2021, 3, 1))

    assert (found["provision"]["value"], found["provision"]["instrument"]) == (14, "Perki 1/2013")
    assert [further["value"] for further in found["further_provisions"]] == [30]


def test_the_yearly_report_has_a_day_of_the_year_and_no_steps() -> None:
    found = wired(DeadlineKind.YEARLY_REPORT, date(2023, 12, 31))

    assert (found["provision"]["value"], found["provision"]["unit"]) == ("--03-31", None)
    assert (found["due_on"], found["steps"], found["further_provisions"]) == ("2024-03-31", [], [])
    assert found["clock"] is None


def test_what_is_uncertain_is_told() -> None:
    asn = WorkdayCalendar.load(track=Track.ASN, as_known_on=date(2026, 12, 1), until=2028)

    disputed, ahead = (
        wired(DeadlineKind.REQUEST, date(2021, 12, 15)),
        wired(DeadlineKind.REQUEST, date(2027, 12, 27), asn),
    )

    assert (disputed["conflict"], disputed["following"], disputed["as_known_on"]) == (
        ["2021-12-24"],
        [],
        None,
    )
    assert (ahead["track"], ahead["as_known_on"], ahead["following"]) == ("asn", "2026-12-01", [2027])
    assert (disputed["estimated"], ahead["estimated"]) == (False, True)


def test_which_day_of_a_request_was_taken_is_told() -> None:
    received, complete = (
        wired(DeadlineKind.REQUEST, date(2023, 5, 31), complete=complete) for complete in (False, True)
    )

    assert received["clock"] == complete["clock"] == "complete"
    assert (received["complete"], complete["complete"]) == (False, True)
