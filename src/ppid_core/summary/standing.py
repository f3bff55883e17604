"""How rows stood on one day: what happened after it has not happened."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from attrs import evolve, fields

from ppid_core.model import (
    Absent,
    Coded,
    CourtCase,
    Dispute,
    DisputeResult,
    Entry,
    Objection,
    ObjectionAnswer,
    Outcome,
    Period,
    Request,
    Stage,
)
from ppid_core.writing import read_date, read_month

Case = TypeVar("Case", Request, Objection, Dispute, CourtCase)
Item = TypeVar("Item", bound=Entry)
Undone = Mapping[str, Mapping[str, Any]]
"""The day of an event → what a row says that came with it, as it was before."""

DECISION: Mapping[str, Any] = {
    "result": Coded(DisputeResult.PENDING),
    "decision_number": "",
    "execution": "",
    "decision_received_on": None,
}
UNDONE: Mapping[type, Undone] = {
    Request: {
        "notice_on": {
            "outcome": Outcome.PENDING,
            "desk": None,
            "reason": None,
            "working_days": None,
            "cost": None,
            "exemption_letter": "",
            "consequence_test": "",
            "payment": "",
            "delivered_on": None,
        },
        "extended_on": {"extension_reason": "", "further_extensions": ()},
        "registered_on": {},
        "told_incomplete_on": {},
        "letter_received_on": {},
        "repaired_on": {},
        "completed_on": {},
    },
    Objection: {
        "answered_on": {
            "answer": Coded(ObjectionAnswer.PENDING),
            "superior_name": "",
            "superior_office": "",
            "answer_received_on": None,
            "execution": "",
            "response": "",
        },
        "registered_on": {},
        "answer_received_on": {},
    },
    Dispute: {"decided_on": DECISION},
    CourtCase: {
        "decided_on": {
            "decision": "",
            "received_on": None,
            "cassation_on": None,
            "cassation_decision": "",
            "execution": "",
        },
        "cassation_on": {"cassation_decision": "", "execution": ""},
        "statement_on": {},
        "received_on": {},
    },
    Stage: {"decided_on": {"received_on": None}},
}
MONTH_AND_YEAR = re.compile(r"(\w+) (\d{4})")
YEAR = re.compile(r"\d{4}")


def standing(row: Case, last: date) -> Case:
    """Return a row as it stood on the ``last`` day.

    A case that was decided later was pending, and nothing that came with the decision is told. An event whose
    day nobody wrote down stays: whether it had happened is not known.
    """
    stood: Any = _undone(row, last)
    if isinstance(stood, Request):
        days = tuple(day for day in stood.further_extensions if day <= last)
        stood = evolve(stood, further_extensions=days)
    elif isinstance(stood, Dispute):
        stood = _dispute(stood, last)
    kept: Case = stood
    return kept


def happened(items: tuple[Item, ...] | Absent, last: date) -> tuple[Item, ...] | Absent:
    """Return what had begun by the ``last`` day; an item without a day or month stays."""
    if isinstance(items, Absent):
        return items
    begun = [(item, _began(item.date, last.year)) for item in items]
    return tuple(item for item, when in begun if when is None or when.first_day <= last)


def _dispute(row: Dispute, last: date) -> Dispute:
    """Return a dispute whose decision stands in its last stage."""
    reached = (stage for stage in row.stages if stage.opened_on is None or stage.opened_on <= last)
    decided = row.stages[-1].decided_on if row.stages else None
    later = DECISION if decided is not None and decided > last else {}
    return evolve(row, stages=tuple(_undone(stage, last) for stage in reached), **later)


def _undone(row: Any, last: date) -> Any:  # noqa: ANN401  any row of the model
    """Return a row without days after the ``last`` one, and without what came with them."""
    changed: dict[str, Any] = {}
    for attribute in fields(type(row)):
        day = getattr(row, attribute.name)
        if isinstance(day, date) and day > last:
            changed |= {attribute.name: None, **UNDONE.get(type(row), {}).get(attribute.name, {})}
    unread: tuple[str, ...] = getattr(row, "unread", None) or ()
    if changed and unread:
        changed["unread"] = tuple(name for name in unread if name not in changed)
    return evolve(row, **changed) if changed else row


def _began(text: str, year: int) -> Period | None:
    """Return the day, the month or the year that ``text`` names; a month alone is one of ``year``."""
    for read in (_day, _month):
        try:
            return read(text, year)
        except ValueError:
            continue
    return Period(int(text)) if YEAR.fullmatch(text.strip()) else None


def _day(text: str, _: int) -> Period:
    return Period.of(read_date(text))


def _month(text: str, year: int) -> Period:
    named = MONTH_AND_YEAR.fullmatch(text.strip())
    return Period(int(named[2]), read_month(named[1])) if named else Period(year, read_month(text))
