"""A due date as JSON, under stable names."""

from __future__ import annotations

from typing import Any

from ppid_core.deadlines.deadline import Deadline, Step
from ppid_core.language import Lang
from ppid_core.law.parameter import Provision
from ppid_core.law.report import MonthDay


def deadline_json(deadline: Deadline, lang: Lang = "id") -> dict[str, Any]:
    """Return a due date as plain values: days in ISO 8601, slugs in English, reasons in ``lang``.

    Texts are ``kind``, ``opened_on``, ``due_on``, ``calendar_version`` and ``track``; ``estimated``,
    ``extended`` and ``complete`` are true or false; ``as_known_on`` and ``clock`` are text or null.
    ``conflict`` lists days, ``following`` years. Of ``provision`` the value is a number, of the yearly report
    ``--03-31``, a day of the year, without a unit; ``further_provisions`` lists those that ran before or
    after it: the silence of the superior, the extension. ``steps`` lists the days after ``opened_on`` up to
    ``due_on``, each with ``date``, ``counted`` and ``why``, null where it counts.
    """
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


def _provision(provision: Provision[int] | Provision[MonthDay]) -> dict[str, Any]:
    value = provision.value
    return {
        "value": value if isinstance(value, int) else f"--{value.month:02d}-{value.day:02d}",
        "unit": None if provision.unit is None else str(provision.unit),
        "instrument": provision.citation.instrument,
        "article": provision.citation.article,
        "since": provision.since.isoformat(),
        "confidence": str(provision.confidence),
    }


def _step(step: Step, lang: Lang) -> dict[str, Any]:
    return {
        "date": step.date.isoformat(),
        "counted": step.counted,
        "why": None if step.why is None else step.why(lang),
    }
