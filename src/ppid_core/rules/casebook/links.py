"""Registration numbers, and the rows that refer to one another by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve, frozen

from ppid_core.language import Bilingual
from ppid_core.model import CourtCase, Dispute, Objection, Period, Register, Request, ServiceYear, normal
from ppid_core.rules.casebook.origin import disputes_of, objections_of, requests_of
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.labels import capital, term
from ppid_core.rules.engine.place import keyed, row_key
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
    def of(
        cls, register: Register, row: Request | Objection | Dispute | CourtCase, position: int
    ) -> Numbered:
        """Return a row of a register; suits have no numbers."""
        return cls(register, row, position, "" if isinstance(row, CourtCase) else normal(row.number))

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
        return capital(term(self.register))

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
    for row in cases(evidence):
        undated = year.period.last_day if row.opening is None else year.period.first_day
        yield row.subject, undated if row.begun is None else row.begun.last_day


def cases(evidence: Evidence) -> Sequence[Numbered]:
    """Return every case of the year: requests, objections, disputes, suits."""
    return evidence.once(_of_this_year)


def _of_this_year(evidence: Evidence) -> Sequence[Numbered]:
    return tuple(_cases(evidence.year))


def _cases(year: ServiceYear) -> Iterator[Numbered]:
    registers: Mapping[Register, Sequence[Request | Objection | Dispute | CourtCase]] = {
        Register.REQUESTS: listed(year.requests),
        Register.OBJECTIONS: listed(year.objections),
        Register.DISPUTES: listed(year.disputes),
        Register.SUITS: listed(year.suits),
    }
    for register, rows in registers.items():
        yield from (Numbered.of(register, row, at) for at, row in enumerate(rows, start=1))


def _decided(row: Dispute) -> Period | None:
    days = (row.decided_on, *(stage.decided_on for stage in row.stages))
    last = max((day for day in days if day is not None), default=None)
    return None if last is None else Period.of(last)


def numbered(evidence: Evidence) -> Iterator[Numbered]:
    """Yield every row that has a number."""
    return (row for row in cases(evidence) if row.key)


def links(evidence: Evidence) -> Sequence[Link]:
    """Return the reference of each single case of this year, where the other register has numbers at all.

    Lines that stand for several cases, and cases carried over, are not asked.
    """
    return evidence.once(_linked)


def _linked(evidence: Evidence) -> Sequence[Link]:
    return tuple(_links(evidence))


def _links(evidence: Evidence) -> Iterator[Link]:
    previous = () if evidence.previous is None else _cases(evidence.previous)
    here, before = _by_number(cases(evidence)), _by_number(previous)
    for row in cases(evidence):
        given = ((register, number) for register, number in row.references if normal(number))
        register, number = next((pair for pair in given if pair[0] in here), (None, ""))
        if register is None or row.opening is not None or row.count != 1:
            continue
        origin = here[register].get(normal(number))
        yield Link(
            row=row,
            number=number,
            register=register,
            target=term(register),
            origin=origin,
            leads=origin is not None or normal(number) in before.get(register, {}),
        )


def _by_number(rows: Iterable[Numbered]) -> Mapping[Register, Mapping[str, Numbered]]:
    found: dict[Register, dict[str, Numbered]] = {}
    for row in rows:
        if row.key:
            found.setdefault(row.register, {}).setdefault(row.key, row)
    return found
