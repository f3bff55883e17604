"""What findings rest on that could not be read: they wait for it, or say how much of it there is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ppid_core.model import ServiceYear, UnreadCell
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.rule import Rule
from ppid_core.source import Source

_OF_A_ROW = frozenset({"request", "objection", "dispute", "suit", "exempt_entry"})
"""How subjects begin that are rows of a register or a list."""
_REGISTERS = {
    "requests": ("permohonan", "rekap"),
    "applicants": ("permohonan", "rekap"),
    "complaints": ("rekap",),
    "objections": ("keberatan", "rekap"),
    "disputes": ("sengketa", "rekap"),
    "suits": ("gugatan", "rekap"),
    "compliance": ("ketersediaan",),
    "budget": ("anggaran",),
    "staff": ("sdm",),
    "visits": ("kunjungan",),
}
"""The tables that are counted for a figure, by how its path begins."""
_Place = tuple[str, str, int | None]
_WORD = re.compile(r"[a-z_]+(?:\.[a-z_]+)?")


class Legibility:
    """Tells of one year what the findings of a rule rest on that could not be read (*keterbacaan*).

    A rule rests on the tables and columns that it says are to be mended, and on those of the figure that a
    finding is about.
    """

    def __init__(self, year: ServiceYear, rule: Rule) -> None:
        """Gather the unread cells of the tables and columns that the rule names."""
        named = _named(rule.where.id) if year.unread else {}
        self._year = year
        self._behind = tuple(cell for cell in year.unread if _is_among(cell, named))
        self._places = {_place(cell.source) for cell in self._behind if cell.source}

    def holds_back(self, finding: Finding) -> bool:
        """Tell whether a finding waits: a cell that its rule looks at is unread in a row that it names."""
        if not self._places or finding.subject.partition(":")[0] not in _OF_A_ROW:
            return False
        rows = [_place(source) for source in finding.places]
        columns = [(file, sheet, None) for file, sheet, _ in rows]
        return not self._places.isdisjoint([*rows, *columns])

    def unread(self, finding: Finding) -> int:
        """Return how many unread cells a finding about more than a row rests on."""
        if not self._year.unread or finding.subject.partition(":")[0] in _OF_A_ROW:
            return 0
        tables = _REGISTERS.get(re.split("[:.]", finding.subject, maxsplit=1)[0], ())
        counted = [cell for cell in self._year.unread if cell.table in tables]
        return sum({id(cell): cell.count for cell in (*counted, *self._behind)}.values())


def _is_among(cell: UnreadCell, named: Mapping[str, frozenset[str]]) -> bool:
    columns = named.get(cell.table)
    return columns is not None and (not cell.column or not columns or cell.column in columns)


@cache
def _named(where: str) -> dict[str, frozenset[str]]:
    """Return the columns of each table that a text names; no column means all of them."""
    from ppid_core.intake.tables import table_headings  # noqa: PLC0415  reading is loaded where it was done

    words, tables = frozenset(_WORD.findall(where)), table_headings()
    return {
        name: words & {heading.name for heading in table.headings}
        for name, table in tables.items()
        if name in words
    } | ({"laporan": words} if "laporan" in words else {})


def _place(source: Source) -> _Place:
    return source.file, source.sheet, source.row
