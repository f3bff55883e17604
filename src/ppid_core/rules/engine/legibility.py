"""What findings rest on that could not be read: they wait for it, or say how much of it there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from ppid_core.glossary.table import table_headings
from ppid_core.model import ServiceYear, UnreadCell
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.rule import Rule
from ppid_core.source import Source

OF_A_ROW = frozenset({"request", "objection", "dispute", "suit"})
"""How subjects begin that are rows of a register."""
REGISTERS = {
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
Place = tuple[str, str, int | None]
_WORD = re.compile(r"[a-z_]+(?:\.[a-z_]+)?")


@frozen(kw_only=True)
class Legibility:
    """Tells of one year what the findings of a rule rest on that could not be read (*keterbacaan*).

    A rule rests on the tables and columns that it says are to be mended, and on those of the figure that a
    finding is about.
    """

    year: ServiceYear

    def holds_back(self, finding: Finding, rule: Rule) -> bool:
        """Tell whether a finding waits: a cell that its rule looks at is unread in a row that it names."""
        if not self.year.unread or finding.subject.partition(":")[0] not in OF_A_ROW:
            return False
        places = {_place(source) for source in finding.places}
        return any(cell.source and _place(cell.source) in places for cell in self._behind(rule))

    def unread(self, finding: Finding, rule: Rule) -> int:
        """Return how many unread cells a finding about more than a row rests on."""
        if not self.year.unread or finding.subject.partition(":")[0] in OF_A_ROW:
            return 0
        tables = REGISTERS.get(re.split("[:.]", finding.subject, maxsplit=1)[0], ())
        counted = [cell for cell in self.year.unread if cell.table in tables]
        return len({id(cell) for cell in (*counted, *self._behind(rule))})

    def _behind(self, rule: Rule) -> Iterator[UnreadCell]:
        named = _named(rule.where.id)
        for cell in self.year.unread:
            columns = named.get(cell.table)
            if columns is not None and (not cell.column or not columns or cell.column in columns):
                yield cell


@cache
def _named(where: str) -> dict[str, frozenset[str]]:
    """Return the columns of each table that a text names; no column means all of them."""
    words, tables = frozenset(_WORD.findall(where)), table_headings()
    return {
        name: words & {heading.name for heading in table.headings}
        for name, table in tables.items()
        if name in words
    } | ({"laporan": words} if "laporan" in words else {})


def _place(source: Source) -> Place:
    return source.file, source.sheet, source.row
