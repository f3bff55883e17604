"""What the rows of a register say of the part that an aggregate line names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from attrs import frozen

from ppid_core.glossary.vocabulary import is_word, key_of, same
from ppid_core.model import (
    Absent,
    AgencyRef,
    Aggregate,
    Coded,
    CountUnit,
    CourtCase,
    Dimension,
    Dispute,
    Objection,
    Outcome,
    Period,
    Reason,
    Register,
    Request,
    ServiceYear,
)
from ppid_core.rules.engine.place import Placed
from ppid_core.rules.figures.groups import same_part
from ppid_core.summary import Summary
from ppid_core.summary.register import COULD_BE
from ppid_core.summary.rows import grounds_named, stages_named

Slug = TypeVar("Slug", bound=StrEnum)
Bounds = tuple[int, int]
Parts = Mapping[Dimension, str | tuple[str, ...] | None]
Entry = tuple[Placed, int, Period | None, Parts]
Cell = tuple[int | None, Dimension | None, str | None]
Names = frozenset[str | None]


@frozen(kw_only=True)
class RegisterRows:
    """The rows of one register, counted by month, dimension and category (*baris register*).

    Attributes:
        cells: how many there are; the month or the category is None where rows name none.
        words: in which words a category was typed first.
    """

    rows: tuple[Placed, ...]
    cells: Counter[Cell]
    words: Mapping[tuple[Dimension, str], str]
    summary: Summary

    def bounds(self, line: Aggregate, named: frozenset[str]) -> Bounds | None:
        """Return the least and the most that ``line`` may say; None where the rows cannot tell.

        Rows that name no category, or no month, may belong to any; so may those whose words no list holds,
        unless a line says the same words.

        Args:
            line: an aggregate line.
            named: what the lines of its group name.
        """
        dimension, category, month = same_part(line)
        if dimension is Dimension.TIME:
            return self._time_bounds(category) if month is None else None
        cells = [(cell, number) for cell, number in self.cells.items() if cell[1] is dimension]
        if all(name is None for (_, _, name), _ in cells):
            return None if self.rows else (0, 0)
        surely, perhaps = _names(category)
        names = {name for (_, _, name), _ in cells if name is not None}
        perhaps |= {name for name in names - named if is_word(dimension, name)}
        if is_word(dimension, category) and category not in names:
            perhaps |= names
        sure = sum(n for (m, _, name), n in cells if name in surely and month in {None, m})
        most = sum(n for (m, _, name), n in cells if name in perhaps and (not (m and month) or m == month))
        return sure, most

    def _time_bounds(self, category: str) -> Bounds | None:
        """Return the answers whose time the rows tell; the others may fall into any class.

        A class that the law did not have when the rows were counted cannot be compared.
        """
        classes = self.summary.figure("requests.response_time.by_class")
        counted = self.summary.figure("requests.response_time.count")
        total = self.summary.figure("requests.total")
        if not isinstance(classes, Mapping) or not isinstance(counted, int) or not isinstance(total, int):
            return None
        low = classes.get(category)
        return None if low is None else (low, low + max(total - counted, 0))


def recorded_rows(year: ServiceYear, register: Register, summary: Summary) -> RegisterRows | None:
    """Return the rows of a register; None where there are none to compare with, or their count is unread."""
    entries = _entries(year, register)
    if entries is None or summary.figure(f"{register}.total") == Absent(Reason.UNREAD):
        return None
    rows: list[Placed] = []
    cells: Counter[Cell] = Counter()
    words: dict[tuple[Dimension, str], str] = {}
    for row, count, period, parts in entries:
        month = None if period is None else period.month
        rows.append(row)
        cells[month, None, ""] += count
        cells[month, Dimension.MONTH, None if month is None else str(month)] += count
        for dimension, named in parts.items():
            for category in (named or (None,)) if isinstance(named, tuple) else (named,):
                name = same(dimension, category) if category else None
                cells[month, dimension, name] += count
                if name and category:
                    words.setdefault((dimension, name), category)
    return RegisterRows(rows=tuple(rows), cells=cells, words=words, summary=summary)


def _entries(year: ServiceYear, register: Register) -> Iterable[Entry] | None:
    match register:
        case Register.REQUESTS if not isinstance(year.requests, Absent):
            return _received(map(_request, year.requests), year)
        case Register.APPLICANTS if not isinstance(year.requests, Absent) and _are_applicants(year.requests):
            return _received(map(_request, year.requests), year)
        case Register.OBJECTIONS if not isinstance(year.objections, Absent):
            return _received(map(_objection, year.objections), year)
        case Register.DISPUTES if not isinstance(year.disputes, Absent):
            return _received(map(_dispute, year.disputes), year)
        case Register.SUITS if not isinstance(year.suits, Absent):
            return _received(map(_suit, year.suits), year)
        case _:
            return None


def _received(entries: Iterable[tuple[Entry, int | None]], year: ServiceYear) -> Iterator[Entry]:
    """Leave out what is carried over and what lies outside the period: neither counts as received."""
    for entry, opening in entries:
        if opening is None and (entry[2] is None or year.period.may_hold(entry[2])):
            yield entry


def _request(row: Request) -> tuple[Entry, int | None]:
    parts: dict[Dimension, str | tuple[str, ...] | None] = {
        Dimension.OUTCOME: row.outcome,
        Dimension.APPLICANT: row.applicant_class,
        Dimension.OCCUPATION: row.occupation,
        Dimension.CHANNEL: _slug(row.channel),
        Dimension.AGENCY: _key(row.agency),
    }
    reason = _slug(row.reason)
    if row.outcome is Outcome.REFUSED:
        parts[Dimension.REFUSAL_REASON] = reason
    if row.outcome is Outcome.PARTLY_GRANTED:
        parts[Dimension.PARTIAL_REASON] = reason
    return (row, row.count, row.period, parts), row.opening


def _objection(row: Objection) -> tuple[Entry, int | None]:
    parts: Parts = {
        Dimension.APPLICANT: row.applicant_class,
        Dimension.AGENCY: _key(row.agency),
        Dimension.GROUND: grounds_named(row),
        Dimension.ANSWER: _slug(row.answer),
    }
    return (row, row.count, row.period, parts), row.opening


def _dispute(row: Dispute) -> tuple[Entry, int | None]:
    parts: Parts = {
        Dimension.APPLICANT: row.applicant_class,
        Dimension.AGENCY: _key(row.agency),
        Dimension.RESULT: _slug(row.result),
        Dimension.STAGE: stages_named(row),
    }
    return (row, row.count, row.filed, parts), row.opening


def _suit(row: CourtCase) -> tuple[Entry, int | None]:
    filed = None if row.filed_on is None else Period.of(row.filed_on)
    return (row, row.count, filed, {Dimension.DECISION: row.decision}), None


def _are_applicants(rows: tuple[Request, ...]) -> bool:
    return bool(rows) and all(row.unit is CountUnit.APPLICANT for row in rows)


def _slug(coded: Coded[Slug] | None) -> str | None:
    return None if coded is None else key_of(coded)


def _key(agency: AgencyRef | None) -> str | None:
    return None if agency is None else agency.key


def _names(category: str | None) -> tuple[Names, Names]:
    """Return the categories of rows that surely and that perhaps belong to ``category``.

    A vague word (*daring*, *dipenuhi*) may stand for the exact ones or for what they leave over.
    """
    own: Names = frozenset({category})
    members: set[str | None] = set()
    holders: set[str | None] = set()
    for vague, exact in COULD_BE.items():
        members |= set(map(str, exact)) if vague == category else set()
        holders |= {str(vague)} if category in exact else set()
    return own, own | members | holders | {None}
