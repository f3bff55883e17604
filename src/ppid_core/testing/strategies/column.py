"""What fields may hold, told by their types: those of a value, and those that the columns of a table fill."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.intake.cells import prose
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.model import AgencyRef, Coded, ReportingPeriod
from ppid_core.source import Source
from ppid_core.testing.strategies.agency import agency_refs
from ppid_core.testing.strategies.plain import (
    amounts,
    coded,
    counts,
    days,
    hours_of_day,
    partly,
    sources,
    texts,
    words,
)

T = TypeVar("T")


def some_of(
    kind: type[T],
    always: Mapping[str, SearchStrategy[object]] | None = None,
    period: ReportingPeriod | None = None,
    /,
    **narrower: SearchStrategy[object],
) -> SearchStrategy[T]:
    """Return values of which only some fields are filled in, each with what its type may hold, or as given.

    Args:
        kind: the class.
        always: fields that each value has.
        period: of the report, within which most days are.
        narrower: fields that hold less than their type allows, or several things.
    """
    said = always or {}
    rest = (item for item in get_type_hints(kind).items() if item[0] not in said.keys() | narrower.keys())
    return partly(kind, said, **{name: _values(hint, words(), period) for name, hint in rest}, **narrower)


def rows_of_table(
    spec: TableSpec[T],
    period: ReportingPeriod | None = None,
    /,
    often: tuple[str, ...] = (),
    always: Mapping[str, SearchStrategy[object]] | None = None,
    **seldom: SearchStrategy[object],
) -> SearchStrategy[T]:
    """Return rows of a table: what its plain columns may hold, and the fields that are given.

    Args:
        spec: the table.
        period: of the report.
        often: fields of plain columns that most rows say.
        always: fields that each row says.
        seldom: fields that several columns fill, and those of plain columns that hold something narrower.
    """
    plain = _plain_columns(spec, period)
    said = {**(always or {}), **{name: st.none() | plain[name] for name in often}}
    rest = {name: strategy for name, strategy in plain.items() if name not in said}
    return partly(spec.model, said, **{**rest, **seldom}, source=sources())


def _plain_columns(spec: TableSpec[Any], period: ReportingPeriod | None) -> Mapping[str, SearchStrategy[Any]]:
    """Return what the plain columns of a table may hold, by field; days mostly within ``period``.

    Columns that hold several things in one cell are left to the caller.
    """
    kinds = get_type_hints(spec.model)
    one = (column for column in spec.plain if get_origin(kinds[column.field]) is not tuple)
    return {
        column.field: _values(kinds[column.field], texts() if column.read is prose else words(), period)
        for column in one
    }


def _values(hint: Any, said: SearchStrategy[str], period: ReportingPeriod | None) -> SearchStrategy[Any]:  # noqa: ANN401  any type of a field
    """Return values of one type, ``said`` where it is text; of one that may be None, the others."""
    if get_origin(hint) in {Union, UnionType}:
        (hint,) = (kind for kind in get_args(hint) if kind is not type(None))
    if get_origin(hint) is Coded:
        return coded(get_args(hint)[0])
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    simple: Mapping[type, SearchStrategy[Any]] = {
        str: said,
        date: days(period),
        time: hours_of_day(),
        int: counts(),
        Decimal: amounts(),
        bool: st.booleans(),
        AgencyRef: agency_refs(),
        Source: sources(),
    }
    return simple[hint]
