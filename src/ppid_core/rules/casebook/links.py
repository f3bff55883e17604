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
from ppid_core.rules.engine.place import keyed
from ppid_core.source import Source
from ppid_core.summary import listed

_OLDER = 0
"""A year of receipt that only says: before this report."""


@frozen(kw_only=True)
class Numbered:
    """A row of a register with its number (*baris bernomor*).

    Attributes:
        number: "" where it has none.
        opening: year of receipt, where it is carried over.
        begun: when it came in.
        decided: when it was decided, of a dispute.
    """

    register: Register
    number: str = ""
    subject: str
    count: int
    opening: int | None = None
    begun: Period | None
    decided: Period | None = None
    source: Source | None

    @property
    def name(self) -> Bilingual:
        """What the case is called."""
        return capital(term(self.register))


_Case = tuple[Numbered, tuple[tuple[Register, str], ...]]


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
    for row, _ in cases(evidence):
        undated = year.period.last_day if row.opening is None else year.period.first_day
        yield row.subject, undated if row.begun is None else row.begun.last_day


def cases(evidence: Evidence) -> Sequence[_Case]:
    """Return every case with its references, the nearest first; those that say they are older have none."""
    return evidence.once(_of_this_year)


def _of_this_year(evidence: Evidence) -> Sequence[_Case]:
    return tuple(_cases(evidence.year))


def _cases(year: ServiceYear) -> Iterator[_Case]:
    for subject, request in keyed("request", year.requests):
        yield _row(Register.REQUESTS, subject, request, request.period), ()
    for subject, objection in keyed("objection", year.objections):
        origins = ((Register.REQUESTS, objection.request_number),)
        row = _row(Register.OBJECTIONS, subject, objection, objection.period)
        yield row, () if objection.earlier_request_number else origins
    for subject, dispute in keyed("dispute", year.disputes):
        yield (
            _row(Register.DISPUTES, subject, dispute, dispute.filed, _decided(dispute)),
            ((Register.OBJECTIONS, dispute.objection_number), (Register.REQUESTS, dispute.request_number)),
        )
    for subject, suit in keyed("suit", year.suits):
        filed = None if suit.filed_on is None else Period.of(suit.filed_on)
        yield _row(Register.SUITS, subject, suit, filed), ((Register.DISPUTES, suit.dispute_number),)


def _row(
    register: Register,
    subject: str,
    row: Request | Objection | Dispute | CourtCase,
    begun: Period | None,
    decided: Period | None = None,
) -> Numbered:
    return Numbered(
        register=register,
        number="" if isinstance(row, CourtCase) else row.number,
        subject=subject,
        count=row.count,
        opening=None if isinstance(row, CourtCase) else row.opening,
        begun=begun,
        decided=decided,
        source=row.source,
    )


def _decided(row: Dispute) -> Period | None:
    days = (row.decided_on, *(stage.decided_on for stage in row.stages))
    last = max((day for day in days if day is not None), default=None)
    return None if last is None else Period.of(last)


def numbered(evidence: Evidence) -> Iterator[Numbered]:
    """Yield every row that has a number."""
    return (row for row, _ in cases(evidence) if normal(row.number))


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
    for row, references in cases(evidence):
        given = ((register, number) for register, number in references if normal(number))
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


def _by_number(rows: Iterable[_Case]) -> Mapping[Register, Mapping[str, Numbered]]:
    found: dict[Register, dict[str, Numbered]] = {}
    for row, _ in rows:
        if number := normal(row.number):
            found.setdefault(row.register, {}).setdefault(number, row)
    return found
