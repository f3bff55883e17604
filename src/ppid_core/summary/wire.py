"""Figures and open cases as JSON values: what is absent is null, with its reason under its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypedDict

from ppid_core.deadlines import CaseState
from ppid_core.deadlines.wire import DeadlineJson, deadline_json
from ppid_core.glossary import say_absence
from ppid_core.language import Lang
from ppid_core.law import Unit
from ppid_core.model import Absent, Reason, Register
from ppid_core.summary.docket import Docket, Pending
from ppid_core.summary.figures import Tree, told_figures
from ppid_core.summary.summary import Summary


class AbsenceJson(TypedDict):
    """Why a figure is null: a slug that no language changes, and its text."""

    reason: Annotated[str, Reason]
    text: str


class PendingJson(TypedDict):
    """A case that is open, where its line stands, and until when it has to be answered."""

    register: Annotated[str, Register]
    number: str
    agency: str | None
    count: int
    state: Annotated[str, CaseState]
    days_left: int
    days_unit: Annotated[str, Unit]
    file: str | None
    row: int | None
    deadline: DeadlineJson


class DocketJson(TypedDict):
    """Open cases by their due dates, and how many of each register have none."""

    cases: list[PendingJson]
    undated: dict[str, int]


_MONEY = frozenset({"budget.allocated", "budget.realised"})


def summary_json(summary: Summary, lang: Lang = "id") -> dict[str, Any]:
    """Return the figures as plain values; ``absent`` tells why the null ones are.

    Each reason is a slug that no language changes, beside its text in ``lang``.
    """
    figures = told_figures(summary.figures)
    reasons, scope = dict(_absences(figures, "", lang)), summary.scope
    estimate = "" if scope is None else scope.estimate
    return {**_plain(figures, ""), "absent": reasons, "calendar_estimate": estimate}


def docket_json(docket: Docket, lang: Lang = "id") -> DocketJson:
    """Return the open cases, and how many of each register have no due date."""
    return {
        "cases": [_pending(case, lang) for case in docket.cases],
        "undated": {str(register): count for register, count in docket.undated},
    }


def _pending(case: Pending, lang: Lang) -> PendingJson:
    """Return an open case with its place and its deadline."""
    return {
        "register": str(case.register),
        "number": case.number,
        "agency": None if case.agency is None else case.agency.key,
        "count": case.count,
        "state": str(case.state),
        "days_left": case.days_left,
        "days_unit": str(case.deadline.provision.unit or Unit.WORKING_DAY),
        "file": None if case.source is None else case.source.file,
        "row": None if case.source is None else case.source.row,
        "deadline": deadline_json(case.deadline, lang),
    }


def _plain(tree: Tree, path: str) -> Any:  # noqa: ANN401  JSON
    match tree:
        case Mapping():
            return {key: _plain(value, f"{path}.{key}".lstrip(".")) for key, value in tree.items()}
        case tuple():
            return [_plain(value, path) for value in tree]
        case Absent():
            return None
        case Decimal():
            return _number(tree, path)
        case date():
            return tree.isoformat()
        case _:
            return tree


def _number(value: Decimal, path: str) -> int | float | str:
    """Return money exactly (an integer where whole, else a string), other figures as numbers."""
    if value == value.to_integral_value():
        return int(value)
    return f"{value:f}".rstrip("0") if path in _MONEY else float(value)


def _absences(tree: Tree, path: str, lang: Lang) -> Iterator[tuple[str, AbsenceJson]]:
    if isinstance(tree, Absent):
        yield path, {"reason": str(tree.reason), "text": say_absence(tree, lang)}
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from _absences(value, f"{path}.{key}".lstrip("."), lang)
