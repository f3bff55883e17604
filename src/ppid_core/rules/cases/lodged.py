"""How many objections, disputes and suits a report holds: by rows, else by aggregate lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import Absent, CourtCase, Dimension, Dispute, Objection, Register, ServiceYear, normal
from ppid_core.rules.cases.ground import grounds_of
from ppid_core.rules.cases.linking import Numbered, cases, links
from ppid_core.rules.cases.span import is_of
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, counted
from ppid_core.rules.engine.naming import term
from ppid_core.rules.engine.place import places_of
from ppid_core.rules.figures.groups import lines_of
from ppid_core.source import Source

Row = Objection | Dispute | CourtCase
GROUPS = {Register.OBJECTIONS: Dimension.GROUND, Register.DISPUTES: Dimension.RESULT}


@frozen(kw_only=True)
class Lodged:
    """The cases of one register (*perkara yang diajukan*).

    Attributes:
        total: how many there are.
        parts: objections by their grounds, disputes by result; an empty set where none is named.
        sources: where they stand.
    """

    total: int
    parts: Mapping[frozenset[str], int]
    sources: tuple[Source | None, ...]

    def of(self, *categories: str) -> int:
        """Return how many are of any of ``categories``."""
        return sum(number for names, number in self.parts.items() if not names.isdisjoint(categories))

    def only(self, *categories: str) -> int:
        """Return how many are of ``categories`` and of no other."""
        return sum(number for names, number in self.parts.items() if names and names <= set(categories))


def lodged(evidence: Evidence, register: Register, *, older: bool) -> Lodged:
    """Return the cases of a register.

    Args:
        evidence: the year.
        register: objections, disputes or suits.
        older: whether those count that are carried over, or come from a case of an earlier year.

    Raises:
        NotApplicable: where neither rows nor aggregate lines say how many there are.
    """
    counted(evidence, register)
    entries = _entries(evidence.year, register)
    if entries is None:
        return _of_lines(evidence, register)
    left_out = frozenset() if older else _from_earlier(evidence)
    counted_in = [
        (case, row)
        for case, row in entries
        if is_of(evidence.year, case.begun, case.opening)
        and (older or not (case.opening is not None or case.subject in left_out or _is_marked(row)))
    ]
    parts: Counter[frozenset[str]] = Counter()
    for case, row in counted_in:
        parts[_categories(row)] += case.count
    total = sum(parts.values())
    return Lodged(total=total, parts=parts, sources=places_of([case for case, _ in counted_in]))


def _entries(year: ServiceYear, register: Register) -> Iterator[tuple[Numbered, Row]] | None:
    registers: Mapping[Register, tuple[Row, ...] | Absent] = {
        Register.OBJECTIONS: year.objections,
        Register.DISPUTES: year.disputes,
        Register.SUITS: year.suits,
    }
    rows = registers[register]
    if isinstance(rows, Absent):
        return None
    return zip((case for case, _ in cases(year) if case.register is register), rows, strict=True)


def _from_earlier(evidence: Evidence) -> frozenset[str]:
    """Return the cases whose number leads to last year's register only."""
    return frozenset(
        link.row.subject
        for link in links(evidence.year, evidence.previous)
        if link.leads and link.origin is None
    )


def _is_marked(row: Row) -> bool:
    return isinstance(row, Objection) and bool(normal(row.earlier_request_number))


def _categories(row: Row) -> frozenset[str]:
    match row:
        case Objection():
            return frozenset(map(str, grounds_of(row)))
        case Dispute() if row.result is not None:
            return frozenset({str(row.result.slug)})
        case _:
            return frozenset()


def _of_lines(evidence: Evidence, register: Register) -> Lodged:
    total = evidence.summary.figure(f"{register}.total")
    lines = lines_of(evidence.year, register)
    if not isinstance(total, int):
        name = term(register)
        raise NotApplicable(
            Bilingual(
                f"jumlah {name.id} tidak tercatat (tabel {name.id} atau rekap)",
                f"the number of {name.en} is not recorded (table {name.id} or rekap)",
            )
        )
    named = lines.parts(GROUPS[register]) if register in GROUPS else {}
    parts = {frozenset({name}): number for name, number in named.items()}
    return Lodged(total=total, parts=parts, sources=places_of(lines.lines))
