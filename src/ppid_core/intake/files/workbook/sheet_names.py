"""Which sheet is which table: ``Buku Register Permohonan 2020`` is *permohonan*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.intake.tables import known_tables

GUIDE_SHEET, EXAMPLE_SHEET, LIST_SHEET = "Petunjuk", "Contoh", "_daftar"
"""Sheets of our own: how to fill the workbook, a filled example, the words of the drop-down lists."""

_OUR_OWN = frozenset(spelling(name) for name in (GUIDE_SHEET, EXAMPLE_SHEET, LIST_SHEET))
_DATA = "data_"
"""Begins the names of the sheets of data in our own reports; others there are what people read."""
_OF_A_REPORT = frozenset({"data_angka", "data_sumber"})
"""Sheets of data that every report of ours has: figures and places, of which no table is made."""
_WORDS = """
buku data daftar form format formulir informasi laman layanan lembar pada pelayanan ppid publik register
registrasi sheet tabel tahun th thn website
"""
_ASIDE = frozenset(_WORDS.split())
"""Words that say nothing about which table a sheet is."""
_SUMMED = frozenset({"rekap", "rekapitulasi", "jumlah"})
"""Words of a second view of a register: they stand aside where no other sheet is that table."""
_LONGEST = 31
"""Excel cuts a name after so many characters."""
_NUMBER = re.compile(r"[0-9]+")


@frozen(kw_only=True)
class Naming:
    """Which sheets are read.

    Attributes:
        tables: the table of each sheet that is read, by its name.
        twins: sheets that are not read because another one is their table: that sheet, and the table.
        unknown: sheets that are no table, and none of ours.
    """

    tables: Mapping[str, str]
    twins: Mapping[str, tuple[str, str]]
    unknown: tuple[str, ...]


def name_sheets(names: Sequence[str]) -> Naming:
    """Return which table each sheet is; the first of two that are one table is read.

    Of a report of ours its sheets of data are read alone: what it prints says the same again.
    """
    named = [name for name in names if spelling(name) not in _OUR_OWN]
    if is_of_a_report(names):
        named = [name for name in named if name.startswith(_DATA) and name not in _OF_A_REPORT]
    plain = {name: table for name in named if (table := table_of(name)) is not None}
    loose = {
        name: table
        for name in named
        if name not in plain and (table := _plain_tables().get(_plain(name, _ASIDE | _SUMMED))) is not None
    }
    first: dict[str, str] = {}
    for name, table in (*plain.items(), *loose.items()):
        first.setdefault(table, name)
    meant = {**plain, **loose}
    return Naming(
        tables={name: table for name, table in meant.items() if first[table] == name},
        twins={name: (first[table], table) for name, table in meant.items() if first[table] != name},
        unknown=tuple(name for name in named if name not in meant),
    )


def is_of_a_report(names: Iterable[str]) -> bool:
    """Tell whether these are the sheets of a report of ours, which has its data on sheets of their own."""
    return _OF_A_REPORT.issubset(names)


def table_of(name: str) -> str | None:
    """Return the table that the name of a sheet says, None where it says none."""
    said = spelling(name)
    return known_tables().get(said) or _plain_tables().get(_plain(name, _ASIDE))


@cache
def _plain_tables() -> Mapping[str, str]:
    """Return the table for each accepted name without the words that stand aside."""
    known = known_tables()
    return {plain: known[said] for said in reversed(list(known)) if (plain := _plain(said, _ASIDE))}


def _plain(name: str, aside: frozenset[str]) -> str:
    """Return a name without numbers and the words that stand aside; a last word may be cut off."""
    words = [word for word in spelling(name).split() if not _NUMBER.fullmatch(word)]
    if len(name) >= _LONGEST and words and any(word.startswith(words[-1]) for word in aside):
        words = words[:-1]
    return " ".join(word for word in words if word not in aside)
