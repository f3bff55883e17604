"""What the rows of a register say of the part that an aggregate line names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from ppid_core.glossary.vocabulary import is_word, same
from ppid_core.model import (
    Absent,
    Aggregate,
    CountUnit,
    Dimension,
    Outcome,
    Period,
    Reason,
    Register,
    Request,
    ServiceYear,
)
from ppid_core.rules.casebook.aggregate_lines import same_part
from ppid_core.rules.engine.place import Placed
from ppid_core.summary import Summary
from ppid_core.summary.register import COULD_BE
from ppid_core.summary.rows import Case, Named, kept_in_rows, naming, placed, rows_of

Bounds = tuple[int, int]
Parts = Mapping[Dimension, Named]
Entry = tuple[Placed, int, Period | None, Parts]
Cell = tuple[int | None, Dimension | None, str | None]
Names = frozenset[str | None]
TIMED = frozenset({Register.REQUESTS, Register.APPLICANTS})
"""The registers of whose rows the response time is counted."""


@frozen(kw_only=True)
class RegisterRows:
    """The rows of one register, counted by month, dimension and category (*baris register*).

    Attributes:
        register: which it is.
        cells: how many there are; the month or the category is None where rows name none.
        words: in which words a category was typed first.
    """

    register: Register
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
        if dimension is Dimension.TIME and self.register in TIMED:
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
    return RegisterRows(register=register, rows=tuple(rows), cells=cells, words=words, summary=summary)


def _entries(year: ServiceYear, register: Register) -> Iterator[Entry] | None:
    """Return the rows that came in within the period: neither carried over nor outside it."""
    rows = _rows(year, register)
    if rows is None:
        return None
    readers = [(one.dimension, one.of, naming(one)) for one in kept_in_rows(register)]
    return (
        (row, row.count, when, {along: named(row) for along, of, named in readers if _is_of(row, of)})
        for row in rows
        for when, opening in (placed(row),)
        if opening is None and (when is None or year.period.may_hold(when))
    )


def _is_of(row: Case, outcome: Outcome | None) -> bool:
    """Tell whether a row is part of what a breakdown divides: all of the register, or one outcome."""
    return outcome is None or (isinstance(row, Request) and row.outcome is outcome)


def _rows(year: ServiceYear, register: Register) -> tuple[Case, ...] | None:
    """Return the rows of a register, None where there are none that tell of it."""
    rows = rows_of(year, register)
    if isinstance(rows, Absent) or (register is Register.APPLICANTS and not _are_applicants(rows)):
        return None
    return rows


def _are_applicants(rows: tuple[Case, ...]) -> bool:
    return bool(rows) and all(isinstance(row, Request) and row.unit is CountUnit.APPLICANT for row in rows)


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
