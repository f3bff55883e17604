"""Stable keys of rows, and the places that a finding points to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from ppid_core.glossary import Plain
from ppid_core.language import Bilingual
from ppid_core.model import Absent, BudgetLine
from ppid_core.model.maker import maker
from ppid_core.rules.engine.finding import Finding
from ppid_core.source import Source
from ppid_core.summary import listed


class Placed(Protocol):
    """Anything that knows where it was typed."""

    @property
    def source(self) -> Source | None:
        """Its place, None for what was built in Python."""


class CountedPlace(Placed, Protocol):
    """A row that stands for several."""

    @property
    def count(self) -> int:
        """For how many."""


Row = TypeVar("Row", bound=Placed)


def row_key(kind: str, row: Placed, position: int) -> str:
    """Return the subject of a row: ``request:permohonan.csv#5``; without a place, by its position.

    Args:
        kind: "request", "objection" …
        row: the row.
        position: its place in the register, from 1.
    """
    if row.source is None or row.source.row is None:
        return f"{kind}:#{position}"
    sheet = f"[{row.source.sheet}]" if row.source.sheet else ""
    return f"{kind}:{row.source.file}{sheet}#{row.source.row}"


def keyed(kind: str, rows: tuple[Row, ...] | Absent) -> Iterator[tuple[str, Row]]:
    """Yield the rows of a register, none where it is absent, each with its subject."""
    for position, row in enumerate(listed(rows), start=1):
        source = row.source
        if source is not None and source.row is not None and not source.sheet:
            yield f"{kind}:{source.file}#{source.row}", row  # of nearly all, and without a call for each
        else:
            yield row_key(kind, row, position), row


def budget_key(line: BudgetLine, position: int) -> str:
    """Return the subject of a budget line: ``budget:APBD``; without a name, by its position."""
    return f"budget:{line.funding or f'#{position}'}"


def places_of(rows: Sequence[Placed]) -> tuple[Source | None, ...]:
    """Return the places of the rows that were counted."""
    return tuple(row.source for row in rows)


def about(
    subject: str,
    row: CountedPlace,
    *beside: Placed,
    provided: Plain = None,
    expected: Plain = None,
    facts: Mapping[str, Plain | Bilingual] | None = None,
    basis: tuple[Bilingual, ...] = (),
) -> Finding:
    """Return the finding about a row, by what stands in others ``beside`` it."""
    sources = (row.source, *(one.source for one in beside)) if beside else (row.source,)
    return _found(subject, sources, provided, expected, row.count, {} if facts is None else facts, basis)


_found = maker(Finding, ("subject", "sources", "provided", "expected", "affected", "facts", "basis"), {})
"""There are many of them."""
