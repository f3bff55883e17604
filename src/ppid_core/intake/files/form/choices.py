"""Which column offers which words, and what a column holds: a date, a number, an agency, words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import cache
from types import MappingProxyType

from ppid_core.glossary.sign import SIGNS
from ppid_core.intake import tables
from ppid_core.intake.cells import cost, count, day, figure, hour, prose, rupiah, whole, year
from ppid_core.intake.tables import TABLES
from ppid_core.intake.tables.spec import Choice, TableColumn
from ppid_core.model import (
    BodyKind,
    BodyLevel,
    Outline,
    PersonalData,
    YearPart,
    Zone,
)

_YES_NO = Choice("ya_tidak", ("ya", "tidak"))
SIGN = Choice("tanda", tuple(signs[0] for signs in SIGNS.values()), is_open=True)

OFFERED: Mapping[tuple[str, str], Choice] = MappingProxyType(
    {
        (spec.name, column.name): column.offers
        for spec in TABLES
        for column in spec.columns
        if column.offers is not None
    }
)
"""By table and column."""

KEYS: Mapping[str, Choice] = MappingProxyType(
    {
        "periode": Choice("periode", YearPart),
        "badan.jenis": Choice("jenis_badan", BodyKind),
        "badan.tingkat": Choice("tingkat_badan", BodyLevel),
        "badan.zona": Choice("zona", Zone),
        "badan.cuti_bersama": _YES_NO,
        "tanda_x": _YES_NO,
        "tampilan.susunan": Choice("susunan", Outline),
        "tampilan.sebutan": Choice("sebutan", ("BAB", "Bagian")),
        "tampilan.kertas": Choice("kertas", ("A4", "F4")),
        "tampilan.data_pribadi": Choice("data_pribadi", PersonalData),
    }
)
"""By key of *laporan*."""


def choice_of(table: str, column: str) -> Choice | None:
    """Return what a column offers, None where anything may be typed."""
    return OFFERED.get((table, column))


def all_choices() -> tuple[Choice, ...]:
    """Return every list once."""
    every = (*OFFERED.values(), *KEYS.values(), SIGN)
    return tuple({one.name: one for one in every}.values())


_AGENCY = "opd"


class ColumnKind(Enum):
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


_BY_READER: Mapping[Callable[[str], object], ColumnKind] = {
    day: ColumnKind.DATE,
    count: ColumnKind.COUNT,
    whole: ColumnKind.COUNT,
    year: ColumnKind.YEAR,
    rupiah: ColumnKind.MONEY,
    cost: ColumnKind.MONEY,
    figure: ColumnKind.FIGURE,
    hour: ColumnKind.HOUR,
    prose: ColumnKind.PROSE,
}


@cache
def kind_of(table: str, column: str) -> ColumnKind:
    """Return what a column holds."""
    if column == _AGENCY:
        return ColumnKind.AGENCY
    found = _columns(table).get(column)
    return ColumnKind.WORDS if found is None else _BY_READER.get(found.read, ColumnKind.WORDS)


@cache
def _columns(table: str) -> dict[str, TableColumn[object]]:
    return {column.name: column for spec in tables.TABLES if spec.name == table for column in spec.columns}
