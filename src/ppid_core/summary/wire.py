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
from ppid_core.summary.chronicle import Chronicle
from ppid_core.summary.counterpart import Counterpart
from ppid_core.summary.docket import Docket, Pending
from ppid_core.summary.figures import Tree, told_figures
from ppid_core.summary.history import BreakKind, Number, Origin, Series
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


class YearJson(TypedDict):
    """A year of which figures are known, and where they come from."""

    year: int
    origin: Annotated[str, Origin]


class BreakJson(TypedDict):
    """What makes the figures of a year others than those of the year before it."""

    year: int
    kind: Annotated[str, BreakKind]
    before: list[str]
    after: list[str]


class SeriesJson(TypedDict):
    """A figure in each of the years, its change since the last one, and that as a share (1 for all of it).

    ``absent`` tells why something is null: under the year, ``change`` or ``growth``.
    """

    values: list[int | float | str | None]
    change: int | float | str | None
    growth: float | None
    absent: dict[str, AbsenceJson]
    breaks: list[BreakJson]


class MergerJson(TypedDict):
    """An agency, and the figures of those that it goes on with, by their names of last year."""

    heir: str
    origins: dict[str, int]


class DivisionJson(TypedDict):
    """An agency of last year whose figure is no single one's: it was split, or nobody goes on with it."""

    name: str
    figure: int
    heirs: list[str]


class PartsJson(TypedDict):
    """What the parts of a breakdown stood at last year, under this one's keys; null are under *absent*."""

    whole: int | None
    parts: dict[str, int | None]
    absent: dict[str, AbsenceJson]
    mergers: list[MergerJson]
    divisions: list[DivisionJson]


class EarlierJson(TypedDict):
    """Figures of earlier years: a value for each of the years in each series, and last year's breakdowns."""

    years: list[YearJson]
    series: dict[str, SeriesJson]
    last_year: dict[str, PartsJson]


_MONEY = frozenset({"budget.allocated", "budget.realised"})


def summary_json(summary: Summary, lang: Lang = "id") -> dict[str, Any]:
    """Return the figures as plain values; ``absent`` tells why the null ones are.

    Each reason is a slug that no language changes, beside its text in ``lang``.
    """
    figures = told_figures(summary.figures)
    reasons, scope = dict(_absences(figures, "", lang)), summary.scope
    estimate = "" if scope is None else scope.estimate
    return {**_plain(figures, ""), "absent": reasons, "calendar_estimate": estimate}


def chronicle_json(chronicle: Chronicle, lang: Lang = "id") -> EarlierJson:
    """Return the figures of earlier years."""
    return {
        "years": [{"year": year, "origin": str(origin)} for year, origin in chronicle.years],
        "series": {path: _series(one, lang) for path, one in chronicle.series.items()},
        "last_year": {path: _parts(one, lang) for path, one in chronicle.parts.items()},
    }


def _series(series: Series, lang: Lang) -> SeriesJson:
    values: dict[str, Number | Absent] = {str(point.year): point.value for point in series.points}
    told = {**values, "change": series.change, "growth": series.growth}
    return {
        "values": [_plain(value, series.path) for value in values.values()],
        "change": _plain(series.change, series.path),
        "growth": _plain(series.growth, ""),
        "absent": dict(_absences(told, "", lang)),
        "breaks": [
            {"year": one.year, "kind": str(one.kind), "before": [*one.before], "after": [*one.after]}
            for one in series.breaks
        ],
    }


def _parts(found: Counterpart, lang: Lang) -> PartsJson:
    told = {key: found.before(key) for key in found.parts}
    return {
        "whole": _plain(found.whole, ""),
        "parts": {key: _plain(value, "") for key, value in told.items()},
        "absent": dict(_absences(told, "", lang)),
        "mergers": [{"heir": one.heir, "origins": dict(one.origins)} for one in found.mergers],
        "divisions": [
            {"name": one.name, "figure": one.figure, "heirs": [*one.heirs]} for one in found.divisions
        ],
    }


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
