"""A due date as JSON, under stable names."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypedDict

from ppid_core.deadlines.deadline import Deadline, Step
from ppid_core.language import Lang
from ppid_core.law.citation import Confidence
from ppid_core.law.decree import Track
from ppid_core.law.parameter import Provision, Unit
from ppid_core.law.report import MonthDay
from ppid_core.law.time_limit import DeadlineKind
from ppid_core.workdays import Rest

_Day = Annotated[str, date]


class ProvisionJson(TypedDict):
    """What the law says; the value is a number, of the yearly report a day of the year: ``--03-31``."""

    value: int | str
    unit: Annotated[str, Unit] | None
    instrument: str
    article: str
    since: _Day
    confidence: Annotated[str, Confidence]


class StepJson(TypedDict):
    """A day on the way to a due date, and why it does not count: a slug, and its text; null where it does."""

    date: _Day
    counted: bool
    reason: Annotated[str, Rest] | None
    why: str | None


class DeadlineJson(TypedDict):
    """When something is due.

    Attributes:
        further_provisions: those that ran before or after it: the silence of the superior, the extension.
        steps: the days after ``opened_on`` up to ``due_on``.
        conflict: days on which decrees differ.
        following: years in which the track follows the other one.
        clock: of a request, from which day the law lets the time run: *received* or *complete*.
    """

    kind: Annotated[str, DeadlineKind]
    opened_on: _Day
    due_on: _Day
    extended: bool
    provision: ProvisionJson
    further_provisions: list[ProvisionJson]
    steps: list[StepJson]
    calendar_version: str
    track: Annotated[str, Track]
    as_known_on: _Day | None
    estimated: bool
    conflict: list[_Day]
    following: list[int]
    clock: str | None
    complete: bool


def deadline_json(deadline: Deadline, lang: Lang = "id") -> DeadlineJson:
    """Return a due date as plain values: days in ISO 8601, slugs in English, reasons in ``lang``."""
    further = (leg.provision for leg in deadline.legs if leg.provision is not deadline.provision)
    return {
        "kind": str(deadline.kind),
        "opened_on": deadline.opened_on.isoformat(),
        "due_on": deadline.due_on.isoformat(),
        "extended": deadline.extended,
        "provision": _provision(deadline.provision),
        "further_provisions": [_provision(provision) for provision in further],
        "steps": [_step(step, lang) for step in deadline.steps],
        "calendar_version": deadline.calendar_version,
        "track": str(deadline.track),
        "as_known_on": None if deadline.as_known_on is None else deadline.as_known_on.isoformat(),
        "estimated": deadline.estimated,
        "conflict": [day.isoformat() for day in deadline.conflict],
        "following": list(deadline.following),
        "clock": None if deadline.clock is None else deadline.clock.value,
        "complete": deadline.complete,
    }


def _provision(provision: Provision[int] | Provision[MonthDay]) -> ProvisionJson:
    value = provision.value
    return {
        "value": value if isinstance(value, int) else f"--{value.month:02d}-{value.day:02d}",
        "unit": None if provision.unit is None else str(provision.unit),
        "instrument": provision.citation.instrument,
        "article": provision.citation.article,
        "since": provision.since.isoformat(),
        "confidence": str(provision.confidence),
    }


def _step(step: Step, lang: Lang) -> StepJson:
    return {
        "date": step.date.isoformat(),
        "counted": step.counted,
        "reason": None if step.reason is None else str(step.reason),
        "why": None if step.why is None else step.why(lang),
    }
