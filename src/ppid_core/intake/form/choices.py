"""Which column offers which words: the labels of the glossary, in the order of its lists."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ppid_core.glossary.sign import SIGNS
from ppid_core.intake.spec import Choice
from ppid_core.intake.tables import TABLES
from ppid_core.model import (
    BodyKind,
    BodyLevel,
    Outline,
    PersonalData,
    YearPart,
    Zone,
)

YES_NO = Choice("ya_tidak", ("ya", "tidak"))
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
        "badan.cuti_bersama": YES_NO,
        "tanda_x": YES_NO,
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
