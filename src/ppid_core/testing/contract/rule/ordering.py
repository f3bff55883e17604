"""The same year with its rows in another order, each row keeping its place in the input."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import attrs
from attrs import evolve

from ppid_core.model import ServiceYear
from ppid_core.source import Source

PARTS = ("matrix", "budget", "service", "narrative", "activity")
"""Parts of a year that hold rows themselves."""

Rows = tuple[Any, ...]


def placed(year: ServiceYear) -> ServiceYear:
    """Return ``year`` with a source for each row that has none, so that it can be told from the others."""
    numbers = count(2)

    def with_source(rows: Rows) -> Rows:
        return tuple(
            row if row.source is not None else evolve(row, source=Source(file="baris.csv", row=next(numbers)))
            for row in rows
        )

    return _each_register(year, with_source)


def turned(year: ServiceYear) -> ServiceYear:
    """Return ``year`` with the rows of every register in the opposite order."""
    return _each_register(year, lambda rows: rows[::-1])


def _each_register(year: ServiceYear, change: Callable[[Rows], Rows]) -> ServiceYear:
    parts = {name: _changed(getattr(year, name), change) for name in PARTS}
    changed: ServiceYear = _changed(evolve(year, **parts), change)
    return changed


def _changed(holder: Any, change: Callable[[Rows], Rows]) -> Any:  # noqa: ANN401  a year or a part of one
    """Return an attrs value whose tuples of rows are changed; the order of a matrix's types stays."""
    if not attrs.has(type(holder)):
        return holder
    values = {field.name: getattr(holder, field.name) for field in attrs.fields(type(holder))}
    registers = {name: value for name, value in values.items() if name != "types" and _is_register(value)}
    return evolve(holder, **{name: change(rows) for name, rows in registers.items()})


def _is_register(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(hasattr(row, "source") for row in value)
