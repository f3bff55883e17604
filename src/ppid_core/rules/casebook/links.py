"""Registration numbers, and the rows that refer to one another by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain

from attrs import evolve, frozen

from ppid_core.language import Bilingual
from ppid_core.model import (
    Absent,
    CourtCase,
    Dispute,
    Objection,
    Period,
    Register,
    Request,
    ServiceYear,
    normal,
)
from ppid_core.rules.casebook.origin import disputes_of, objections_of, requests_of
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.labels import capital, term
from ppid_core.rules.engine.place import keyed, row_key
from ppid_core.rules.engine.subjects import Subjects, subjects_of
from ppid_core.source import Source
from ppid_core.summary import listed
from ppid_core.summary.rows import placed

_OLDER = 0
"""A year of receipt that only says: before this report."""


@frozen
class Numbered:
    """A row of a register with its number (*baris bernomor*).

    Attributes:
        position: its place in the register, from 1.
        key: its number without the differences that are none; "" where it has none.
    """

    register: Register
    row: Request | Objection | Dispute | CourtCase
    position: int
    key: str

    @classmethod
    def every(cls, register: Register, evidence: Evidence) -> Iterator[Numbered]:
        """Yield the rows of a register."""
        rows = zip(register_rows(evidence.year, register), numbers(evidence)[register], strict=True)
        return (cls(register, row, at, key) for at, (row, key) in enumerate(rows, start=1))

    @property
    def number(self) -> str:
        """Its number, "" where it has none."""
        return "" if isinstance(self.row, CourtCase) else self.row.number

    @property
    def subject(self) -> str:
        """The subject of findings about it."""
        return row_key(_KINDS[self.register], self.row, self.position)

    @property
    def count(self) -> int:
        """How many cases it stands for."""
        return self.row.count

    @property
    def begun(self) -> Period | None:
        """When it came in."""
        return placed(self.row)[0]

    @property
    def opening(self) -> int | None:
        """The year of receipt, where it is carried over."""
        return None if isinstance(self.row, CourtCase) else self.row.opening

    @property
    def decided(self) -> Period | None:
        """When it was decided, of a dispute."""
        return _decided(self.row) if isinstance(self.row, Dispute) else None

    @property
    def source(self) -> Source | None:
        """Where it was typed."""
        return self.row.source

    @property
    def name(self) -> Bilingual:
        """What the case is called."""
        return _name(self.register)

    @property
    def references(self) -> tuple[tuple[Register, str], ...]:
        """The numbers of the cases that it comes from, the nearest first; an older one names none."""
        match self.row:
            case Objection(earlier_request_number=""):
                return ((Register.REQUESTS, self.row.request_number),)
            case Dispute():
                return (
                    (Register.OBJECTIONS, self.row.objection_number),
                    (Register.REQUESTS, self.row.request_number),
                )
            case CourtCase():
                return ((Register.DISPUTES, self.row.dispute_number),)
            case _:
                return ()


_KINDS = {
    Register.REQUESTS: "request",
    Register.OBJECTIONS: "objection",
    Register.DISPUTES: "dispute",
    Register.SUITS: "suit",
}
"""How the subjects of rows begin."""


@cache
def _name(register: Register) -> Bilingual:
    return capital(term(register))


@frozen(kw_only=True)
class Link:
    """A reference from one case to the case it comes from (*rujukan*).

    Attributes:
        target: what the other case is called.
        origin: that case, None where it is not in this year's register.
        leads: whether its number was found, in this year's or last year's register.
    """

    row: Numbered
    number: str
    register: Register
    target: Bilingual
    origin: Numbered | None
    leads: bool


@frozen(kw_only=True)
class Chain:
    """A case with those it comes from, as far as the registers tell (*rangkaian perkara*).

    Attributes:
        subject: key of the last of them.
        count: how many cases its row stands for.
        suit: the row of the suit, None where the chain ends before; and so ``dispute`` and ``objection``.
        request: the row of the request at which it all began.
    """

    subject: str
    count: int
    suit: CourtCase | None = None
    dispute: Dispute | None = None
    objection: Objection | None = None
    request: Request | None = None


def chains(evidence: Evidence) -> Sequence[Chain]:
    """Return the chain of each objection, dispute and suit: suit → dispute → objection → request.

    A link is missing where its number is not given, leads nowhere, or is that of several rows. Each register
    is looked through once.
    """
    return evidence.once(_chained)


def _chained(evidence: Evidence) -> Sequence[Chain]:
    return tuple(_chains(evidence))


def _chains(evidence: Evidence) -> Iterator[Chain]:
    request_of, dispute_of, origins_of = requests_of(evidence), disputes_of(evidence), _origins(evidence)
    for subject, row in keyed("objection", evidence.year.objections):
        yield Chain(subject=subject, count=row.count, objection=row, request=request_of(row))
    for subject, dispute in keyed("dispute", evidence.year.disputes):
        objection, request = origins_of(dispute)
        yield Chain(
            subject=subject, count=dispute.count, dispute=dispute, objection=objection, request=request
        )
    for subject, suit in keyed("suit", evidence.year.suits):
        sued = dispute_of(suit)
        objection, request = (None, None) if sued is None else origins_of(sued)
        yield Chain(
            subject=subject, count=suit.count, suit=suit, dispute=sued, objection=objection, request=request
        )


def _origins(evidence: Evidence) -> Callable[[Dispute], tuple[Objection | None, Request | None]]:
    """Return a way from a dispute to its objection and request; to the request alone where that is named."""
    request_of, objection_of = requests_of(evidence), objections_of(evidence)
    here = {id(row) for row in listed(evidence.year.objections)}

    def find(dispute: Dispute) -> tuple[Objection | None, Request | None]:
        objection = objection_of(dispute)
        if objection is None:
            stated = Objection(request_number=dispute.request_number, opening=dispute.opening)
            return None, request_of(stated)
        # Numbers come back each year: an objection of last year's report is about one of its requests.
        opening = objection.opening if id(objection) in here else _OLDER
        return objection, request_of(evolve(objection, opening=opening))

    return find


def days_of(evidence: Evidence) -> Iterator[tuple[str, date]]:
    """Yield the subject of each row and the day by whose law it is judged: the last on which it can be.

    A row without a date lies in the period of the report; one that is carried over came in before it.
    """
    year = evidence.year
    for row in chain(Numbered.every(Register.REQUESTS, evidence), further_cases(evidence)):
        undated = year.period.last_day if row.opening is None else year.period.first_day
        yield row.subject, undated if row.begun is None else row.begun.last_day


def further_cases(evidence: Evidence) -> Sequence[Numbered]:
    """Return what came of requests: objections, disputes, suits."""
    return evidence.once(_further)


def _further(evidence: Evidence) -> Sequence[Numbered]:
    registers = (Register.OBJECTIONS, Register.DISPUTES, Register.SUITS)
    return tuple(row for register in registers for row in Numbered.every(register, evidence))


_Row = Request | Objection | Dispute | CourtCase


def register_rows(year: ServiceYear, register: Register) -> Sequence[_Row]:
    """Return the rows of a register of cases, none where it is absent."""
    kept: Mapping[Register, tuple[_Row, ...] | Absent] = {
        Register.REQUESTS: year.requests,
        Register.OBJECTIONS: year.objections,
        Register.DISPUTES: year.disputes,
        Register.SUITS: year.suits,
    }
    return listed(kept[register])


def numbers(evidence: Evidence) -> Mapping[Register, Sequence[str]]:
    """Return the number of each row by register, without the differences that are none; "" for none."""
    return _numbers(subjects_of(evidence))


def _numbers(subjects: Subjects) -> Mapping[Register, Sequence[str]]:
    suits = [""] * len(subjects.keys(_KINDS[Register.SUITS]))
    return {
        register: suits if register is Register.SUITS else subjects.numbers(kind)
        for register, kind in _KINDS.items()
    }


def _decided(row: Dispute) -> Period | None:
    days = (row.decided_on, *(stage.decided_on for stage in row.stages))
    last = max((day for day in days if day is not None), default=None)
    return None if last is None else Period.of(last)


def repeated(evidence: Evidence) -> Iterator[Numbered]:
    """Yield every row whose number stands more than once in its register."""
    for register, keys in numbers(evidence).items():
        several = {key for key, times in Counter(keys).items() if key and times > 1}
        if several:
            yield from (row for row in Numbered.every(register, evidence) if row.key in several)


def links(evidence: Evidence) -> Sequence[Link]:
    """Return the reference of each single case of this year, where the other register has numbers at all.

    Lines that stand for several cases, and cases carried over, are not asked.
    """
    return evidence.once(_linked)


def _linked(evidence: Evidence) -> Sequence[Link]:
    return tuple(_links(evidence))


def _links(evidence: Evidence) -> Iterator[Link]:
    if not further_cases(evidence):
        return
    here = {register: _first_places(keys) for register, keys in numbers(evidence).items() if any(keys)}
    before = {} if evidence.last_report is None else _numbers(Subjects(year=evidence.last_report))
    earlier = {register: frozenset(keys) for register, keys in before.items()}
    rows = {register: register_rows(evidence.year, register) for register in here}
    for row in further_cases(evidence):
        if row.opening is not None or row.count != 1:
            continue
        given = ((register, number, normal(number)) for register, number in row.references)
        named = (one for one in given if one[0] in here and one[2])
        register, number, key = next(named, (None, "", ""))
        if register is None:
            continue
        at = here[register].get(key)
        origin = None if at is None else Numbered(register, rows[register][at], at + 1, key)
        yield Link(
            row=row,
            number=number,
            register=register,
            target=term(register),
            origin=origin,
            leads=origin is not None or key in earlier.get(register, ()),
        )


def _first_places(keys: Sequence[str]) -> Mapping[str, int]:
    """Return where each number stands first, from 0."""
    return dict(zip(reversed(keys), reversed(range(len(keys))), strict=True))
