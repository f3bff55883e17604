"""From a year to its public edition: one walk over every cell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from attrs import evolve, field, frozen

from ppid_core.argument import refuse_other
from ppid_core.model.agency import AgencyRef
from ppid_core.model.body import PersonalData
from ppid_core.model.breakdown import Dimension
from ppid_core.model.measure import Aggregate, JointPart, StatedFigure
from ppid_core.model.redaction.cell import CellKind, Plan, plan_of, wordless_fields
from ppid_core.model.redaction.identifier import Identifier, Identifiers
from ppid_core.model.redaction.name import MASK, Case, KnownNames, alone, has_applicants
from ppid_core.model.redaction.trait import (
    TRAITS,
    TRAITS_IN_SIGHT,
    Cell,
    JointTrait,
    cell_of,
    hidden_cells,
    hidden_joint_traits,
    names_office,
    office_spans,
)
from ppid_core.model.redaction.word import Span, folded
from ppid_core.model.request import Request
from ppid_core.model.year import ServiceYear
from ppid_core.source import Source

_FEW_ROWS = 8
"""Of fewer rows columns say nothing faster."""
_REPEATING = 60
"""Longer texts hardly say the same twice, and are not kept."""


@frozen(kw_only=True)
class Exposure:
    """Personal data in free text (*data pribadi dalam teks bebas*): where, never what.

    Attributes:
        kinds: what was found in one row, each kind once, in the order of `Identifier`.
        holder: the class of the row: "Request", "Passage" …
        position: its place in its table, from 1.
        source: the row.
    """

    kinds: tuple[Identifier, ...]
    holder: str
    position: int = 1
    source: Source | None = None


@frozen(kw_only=True)
class Redaction:
    """A year without personal data, and what was hidden (*penyamaran*).

    Attributes:
        year: its public edition.
        exposures: where free text held a NIK, a phone number or an address of mail.
        cells: every cell that was changed, as it was and as it is.
        traits: categories that are hidden because few persons share them.
        joint_traits: those that are hidden where something else is told of who shares them.
    """

    year: ServiceYear
    exposures: tuple[Exposure, ...] = ()
    cells: Mapping[str, str] = field(factory=dict, repr=False)
    traits: frozenset[Cell] = field(default=frozenset(), repr=False)
    joint_traits: frozenset[JointTrait] = field(default=frozenset(), repr=False)
    masked: Callable[[str], str] = field(repr=False)

    @classmethod
    def of(cls, year: ServiceYear, *, traits: bool = True) -> Redaction:
        """Return the redaction of ``year``; without ``traits`` offices and small cells stay."""
        blurred = traits and year.presentation.personal_data is PersonalData.BLURRED
        hidden = hidden_cells(year) if blurred else frozenset()
        joint = hidden_joint_traits(year) if blurred else frozenset()
        hand = _Hand(year, KnownNames.of(year), hidden, joint, blurred=blurred)
        public: ServiceYear = hand.over(year)
        return cls(
            year=public,
            exposures=tuple(hand.exposures),
            cells=hand.cells,
            traits=hand.hidden,
            joint_traits=hand.hidden_joint,
            masked=hand.text,
        )

    def key(self, *parts: str) -> tuple[str, ...]:
        """Return the key of a figure in the public edition: a dimension, a category, what follows.

        What follows may be the dimension along which a joint count tells something besides.
        """
        if len(parts) > 1:
            cell = cell_of(*parts[:2])
            if cell in self.traits or (cell, *parts[2:3]) in self.joint_traits:
                return (parts[0], MASK, *parts[2:])
        return tuple(map(self.word, parts))

    def word(self, text: str) -> str:
        """Return what stands beside the year, such as the name of a file, as the public edition has it."""
        return self.cells.get(text) or self.masked(text)

    def files(self, hashes: Mapping[str, str]) -> dict[str, str]:
        """Return hashes of files by their names in the public edition.

        Those that it calls alike are numbered: so none is taken for the one that the year names.
        """
        names = {name: self.word(name) for name in sorted(hashes)}
        shared, told = Counter(names.values()), dict[str, str]()
        for name, shown in names.items():
            place = sum(one.startswith(f"{shown} (") for one in told) + 1
            told[shown if shared[shown] == 1 else f"{shown} ({place})"] = hashes[name]
        return told


def redact(year: ServiceYear) -> ServiceYear:
    """Return the public edition: no `Applicant`, and nobody named, numbered or addressed in free text.

    Names of persons are those that the registers know; those of the body, of agencies and of officials stay.
    Traits that few share are hidden too, unless *laporan* says ``tampilan.data_pribadi = tampil``.

    >>> from ppid_core import ServiceYear, redact
    >>> from ppid_core.model import Applicant, ReportingPeriod, Request
    >>> rows = (Request(applicant=Applicant(name="Siti Contoh")),)
    >>> redact(ServiceYear(period=ReportingPeriod(2023), requests=rows)).requests[0].applicant is None
    True

    Raises:
        ArgumentError: ``year`` is none.
    """
    refuse_other("year", year, ServiceYear, "ServiceYear: work.year")
    return Redaction.of(year).year


def exposures_of(year: ServiceYear) -> tuple[Exposure, ...]:
    """Return where free text holds personal data, as its redaction tells it: names of persons are none."""
    glance = _Glance(year, KnownNames())
    glance.over(year)
    return tuple(glance.exposures)


class _Hand:
    """Goes over a year, cell by cell; what needs no change stays the same object."""

    def __init__(
        self,
        year: ServiceYear,
        names: KnownNames,
        hidden: frozenset[Cell] = frozenset(),
        hidden_joint: frozenset[JointTrait] = frozenset(),
        *,
        blurred: bool = False,
    ) -> None:
        self.names, self.identifiers = names, Identifiers.beside(year.body)
        self.hidden, self.hidden_joint, self.blurred = hidden, hidden_joint, blurred
        self.knows_nobody = not blurred and not has_applicants(year)
        self.exposures: list[Exposure] = []
        self.cells: dict[str, str] = {}
        self.own: frozenset[str] = frozenset()
        self.seen: set[Identifier] = set()
        self.position = 1
        self.plans: dict[type, Plan | None] = {}
        self.wordless: set[type] = set()
        self.untouched: set[int] = set()
        """Values within rows that hold nobody, by identity: rows of one table share what they say."""
        self.clean: dict[CellKind | None, set[str]] = defaultdict(set)
        """Texts of rows without a person in which there was nothing, by their kind; None of agencies."""

    def over(self, value: Any) -> Any:  # noqa: ANN401  whatever a year holds
        """Return ``value`` without personal data."""
        if isinstance(value, tuple):
            return self._table(value)
        plan = self._plan(type(value))
        if plan is None:
            return value
        if isinstance(value, AgencyRef):
            return self._agency(value)
        return self._row(value, plan)

    def _table(self, rows: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return rows without personal data; where nobody is known, those stay in which nothing stands."""
        asked = self._telling(rows) if self.knows_nobody else enumerate(rows, start=1)
        gone_over = {at: self._item(at, row) for at, row in asked}
        changed = {at: row for at, row in gone_over.items() if row is not rows[at - 1]}
        return tuple(changed.get(at, row) for at, row in enumerate(rows, start=1)) if changed else rows

    def _item(self, position: int, item: Any) -> Any:  # noqa: ANN401  whatever a year holds
        self.position = position
        return self.over(item)

    def _row(self, row: Any, plan: Plan) -> Any:  # noqa: ANN401  any class of the model
        is_placed = hasattr(row, "source")
        before, position = (self.own, self.seen), self.position
        if is_placed:
            self.own, self.seen = alone(row), set()
        changed: dict[str, Any] = {}
        for name, kind in plan:
            old = getattr(row, name)
            if not old or type(old) in self.wordless or (id(old) in self.untouched and not self.own):
                continue
            new = self._cell(old, kind) if type(old) is str else self.over(old)
            if new is not old:
                changed[name] = new
        changed |= self._hidden(row, changed)
        if is_placed:
            if self.seen:
                kinds = tuple(kind for kind in Identifier if kind in self.seen)
                holder, source = type(row).__name__, row.source
                self.exposures.append(Exposure(kinds=kinds, holder=holder, position=position, source=source))
            self.own, self.seen = before
        elif not changed and not self.own:
            self.untouched.add(id(row))
        return evolve(row, **changed) if changed else row

    def _plan(self, kind: type) -> Plan | None:
        if kind not in self.plans:
            self.plans[kind] = plan_of(kind)
            self.wordless |= {kind} if self.plans[kind] is None and kind is not str else set()
        return self.plans[kind]

    def _hidden(self, row: object, changed: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what of a row is hidden besides: the applicant, and traits that few share."""
        hidden: dict[str, Any] = {}
        if isinstance(row, Case) and row.applicant is not None:
            hidden["applicant"] = None
        if not self.blurred:
            return hidden
        if isinstance(row, Request):
            for dimension, attribute in TRAITS_IN_SIGHT.items():
                trait = getattr(row, attribute)
                if cell_of(dimension, trait) in self.hidden or names_office(trait):
                    hidden[attribute] = self._noted(trait, MASK)
            purpose = changed.get("purpose", row.purpose)
            if spans := list(office_spans(purpose)):
                hidden["purpose"] = _masked(purpose, [(span, MASK) for span in spans])
        if isinstance(row, Aggregate) and row.second is not None:
            return hidden | self._joint(row, row.second, changed)
        return hidden | self._part(row, changed) if isinstance(row, Aggregate | StatedFigure) else hidden

    def _joint(self, row: Aggregate, second: JointPart, changed: Mapping[str, Any]) -> dict[str, Any]:
        """Return both parts of a joint line, in the same way."""
        shown = changed.get("second", second)
        besides = {name: getattr(shown, name) for name in ("category", "typed")}
        hidden = self._part(second, besides, str(row.dimension))
        return {
            **self._part(row, changed, str(second.dimension)),
            "second": evolve(shown, **hidden) if hidden else shown,
        }

    def _part(
        self, row: Aggregate | JointPart | StatedFigure, changed: Mapping[str, Any], other: str = ""
    ) -> dict[str, str]:
        """Return the words of a part of a breakdown without a trait that few share, or somebody's office.

        Args:
            row: names the part.
            changed: its words as they are to be printed so far.
            other: along what its line tells something besides.
        """
        names = ("category",) if isinstance(row, StatedFigure) else ("category", "typed")
        told = {name: getattr(row, name) for name in names}
        cell = cell_of(str(row.dimension), row.category)
        if cell in self.hidden or (cell, other) in self.hidden_joint:
            return dict.fromkeys(told, MASK)
        if row.dimension in TRAITS and names_office(row.category):
            return {name: self._noted(text, MASK) for name, text in told.items()}
        if row.dimension is not Dimension.PURPOSE:
            return {}
        masked: dict[str, str] = {}
        for name, text in told.items():
            shown = changed.get(name, text)
            if spans := list(office_spans(shown)):
                masked[name] = self._noted(text, _masked(shown, [(span, MASK) for span in spans]))
        return masked

    def _cell(self, text: str, kind: CellKind) -> str:
        if not text or kind is CellKind.KEPT or (not self.own and text in self.clean[kind]):
            return text
        hidden = self._looked_at(text, kind)
        if hidden is text and not self.own and len(text) <= _REPEATING:
            self.clean[kind].add(text)
        return hidden

    def _looked_at(self, text: str, kind: CellKind) -> str:
        if kind is CellKind.NUMBER:
            named = [(span, f"{MASK[:-1]}-{number}]") for span, number in self.names.spans(text, self.own)]
            return self._noted(text, _masked(text, named)) if named else text
        spans = self._identified(text)
        if kind is CellKind.TEXT:
            spans += [(span, MASK) for span, _ in self.names.spans(text, self.own)]
        return self._noted(text, _masked(text, spans)) if spans else text

    def text(self, text: str) -> str:
        """Return ``text``, wherever it stands, without whole names, numbers and addresses of persons."""
        spans = [(span, MASK) for _, span in self.identifiers.spans(text)]
        spans += [(span, MASK) for span, _ in self.names.spans(text)]
        return _masked(text, spans) if spans else text

    def _identified(self, text: str) -> list[tuple[Span, str]]:
        found = list(self.identifiers.spans(text))
        self.seen.update(kind for kind, _ in found)
        return [(span, MASK) for _, span in found]

    def _agency(self, agency: AgencyRef) -> AgencyRef:
        """Return an agency as it is typed, unless what is typed is a person and nothing else."""
        if agency.code is not None or (not self.own and agency.typed in self.clean[None]):
            return agency
        spans = self._identified(agency.typed)
        named = list(self.names.spans(agency.typed, self.own))
        words = folded(agency.typed)
        if any(folded(agency.typed[start:end]) == words for (start, end), _ in named):
            spans.append(((0, len(agency.typed)), MASK))
        if spans:
            return evolve(agency, typed=self._noted(agency.typed, _masked(agency.typed, spans)))
        if not self.own:
            self.clean[None].add(agency.typed)
        return agency

    def _noted(self, old: str, new: str) -> str:
        self.cells[old] = new
        return new

    def _telling(self, rows: tuple[Any, ...]) -> Iterator[tuple[int, Any]]:
        """Yield the rows to go over, each with its place; the last always: the next place hangs on it.

        A table is looked at by columns, each text and each value that rows share once.
        """
        kinds = set(map(type, rows))
        if len(rows) < _FEW_ROWS or len(kinds) > 1:
            yield from enumerate(rows, start=1)
            return
        telling, kind = {len(rows)}, kinds.pop()
        for name, cell in self._fields(kind):
            telling.update(self._holding(list(map(attrgetter(name), rows)), cell))
        yield from ((at, rows[at - 1]) for at in sorted(telling))

    def _holding(self, column: list[Any], cell: CellKind) -> Iterator[int]:
        """Yield the places in a column of values in which something stands."""
        kinds = set(map(type, column))
        if not any(kind in {str, tuple} or self._plan(kind) for kind in kinds):
            return
        if kinds == {str} and (cell is CellKind.NUMBER or not self.identifiers.are_in(column)):
            return
        same = column if kinds == {str} else list(map(id, column))
        holding = {
            key for key, value in dict(zip(same, column, strict=True)).items() if self._holds(value, cell)
        }
        if holding:
            yield from (at for at, key in enumerate(same, start=1) if key in holding)

    def _holds(self, value: Any, cell: CellKind) -> bool:  # noqa: ANN401  any class of the model
        """Tell whether something stands in a value, whatever row it is of."""
        if not value or type(value) in self.wordless:
            return False
        if type(value) is str:
            return cell is not CellKind.NUMBER and any(self.identifiers.spans(value))
        before, position, told = (self.own, self.seen), self.position, len(self.exposures)
        self.own, self.seen = frozenset(), set()
        self.over(value)
        holds = bool(self.seen) or len(self.exposures) > told
        (self.own, self.seen), self.position = before, position
        del self.exposures[told:]
        return holds

    def _fields(self, kind: type) -> Iterator[tuple[str, CellKind]]:
        """Yield the fields of a class that are looked at by columns."""
        yield from self._plan(kind) or ()


class _Glance(_Hand):
    """Goes over a year for its exposures: of a table only over the rows in which something can stand."""

    def over(self, value: Any) -> Any:  # noqa: ANN401  any class of the model
        """Look at ``value``, which stays as it is."""
        if not isinstance(value, tuple):
            return super().over(value)
        for position, item in self._telling(value):
            self._item(position, item)
        return value

    def _fields(self, kind: type) -> Iterator[tuple[str, CellKind]]:
        """Yield the fields that may hold words by their types: what is told of is typed."""
        return ((name, cell) for name, cell in super()._fields(kind) if name not in wordless_fields(kind))


def _masked(text: str, spans: list[tuple[Span, str]]) -> str:
    """Return ``text`` with a mask for each span; of those that overlap, one for all."""
    pieces, done = [], 0
    for (start, end), mask in sorted(spans):
        if start >= done:
            pieces += [text[done:start], mask]
        done = max(done, end)
    return "".join((*pieces, text[done:]))
