"""What a column holds, told by its reader: a date, a number, an agency, words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import cache

from ppid_core.intake import tables
from ppid_core.intake.cells import cost, count, day, figure, hour, prose, rupiah, whole, year
from ppid_core.intake.spec import Column

AGENCY = "opd"


class Kind(Enum):
    """Kinds of column."""

    WORDS = auto()
    PROSE = auto()
    AGENCY = auto()
    DATE = auto()
    COUNT = auto()
    YEAR = auto()
    MONEY = auto()
    FIGURE = auto()
    HOUR = auto()


_BY_READER: Mapping[Callable[[str], object], Kind] = {
    day: Kind.DATE,
    count: Kind.COUNT,
    whole: Kind.COUNT,
    year: Kind.YEAR,
    rupiah: Kind.MONEY,
    cost: Kind.MONEY,
    figure: Kind.FIGURE,
    hour: Kind.HOUR,
    prose: Kind.PROSE,
}


@cache
def kind_of(table: str, column: str) -> Kind:
    """Return what a column holds."""
    if column == AGENCY:
        return Kind.AGENCY
    found = _columns(table).get(column)
    return Kind.WORDS if found is None else _BY_READER.get(found.read, Kind.WORDS)


@cache
def _columns(table: str) -> dict[str, Column[object]]:
    return {column.name: column for spec in tables.TABLES if spec.name == table for column in spec.columns}
