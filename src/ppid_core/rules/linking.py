"""Registration numbers, and the rows that refer to one another by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import CourtCase, Dispute, Objection, Period, Register, Request, ServiceYear, normal
from ppid_core.rules.naming import capital, term
from ppid_core.rules.place import keyed
from ppid_core.source import Source


@frozen(kw_only=True)
class Numbered:
    """A row of a register with its number (*baris bernomor*).

    Attributes:
        number: "" where it has none.
        opening: year of receipt, where it is carried over.
        begun: when it came in.
    """

    register: Register
    number: str = ""
    subject: str
    count: int
    opening: int | None = None
    begun: Period | None
    source: Source | None

    @property
    def name(self) -> Bilingual:
        """What the case is called."""
        return capital(term(self.register))


Case = tuple[Numbered, tuple[tuple[Register, str], ...]]


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
    target: Bilingual
    origin: Numbered | None
    leads: bool


def cases(year: ServiceYear) -> Iterator[Case]:
    """Yield every case with its references, the nearest first; those that say they are older have none."""
    for subject, request in keyed("request", year.requests):
        yield _request(subject, request)
    for subject, objection in keyed("objection", year.objections):
        yield _objection(subject, objection)
    for subject, dispute in keyed("dispute", year.disputes):
        yield _dispute(subject, dispute)
    for subject, suit in keyed("suit", year.suits):
        yield _suit(subject, suit)


def _request(subject: str, row: Request) -> Case:
    found = Numbered(
        register=Register.REQUESTS,
        number=row.number,
        subject=subject,
        count=row.count,
        opening=row.opening,
        begun=row.period,
        source=row.source,
    )
    return found, ()


def _objection(subject: str, row: Objection) -> Case:
    found = Numbered(
        register=Register.OBJECTIONS,
        number=row.number,
        subject=subject,
        count=row.count,
        opening=row.opening,
        begun=row.period,
        source=row.source,
    )
    return found, () if row.earlier_request_number else ((Register.REQUESTS, row.request_number),)


def _dispute(subject: str, row: Dispute) -> Case:
    found = Numbered(
        register=Register.DISPUTES,
        number=row.number,
        subject=subject,
        count=row.count,
        opening=row.opening,
        begun=row.filed,
        source=row.source,
    )
    return found, ((Register.OBJECTIONS, row.objection_number), (Register.REQUESTS, row.request_number))


def _suit(subject: str, row: CourtCase) -> Case:
    found = Numbered(
        register=Register.SUITS,
        subject=subject,
        count=row.count,
        begun=None if row.filed_on is None else Period.of(row.filed_on),
        source=row.source,
    )
    return found, ((Register.DISPUTES, row.dispute_number),)


def numbered(year: ServiceYear) -> Iterator[Numbered]:
    """Yield every row that has a number."""
    return (row for row, _ in cases(year) if normal(row.number))


def links(year: ServiceYear, previous: ServiceYear | None) -> Iterator[Link]:
    """Yield the reference of each single case of this year, where the other register has numbers at all.

    Lines that stand for several cases, and cases carried over, are not asked.
    """
    here = _by_number(year)
    before = {} if previous is None else _by_number(previous)
    for row, references in cases(year):
        given = ((register, number) for register, number in references if normal(number))
        register, number = next((pair for pair in given if pair[0] in here), (None, ""))
        if register is None or row.opening is not None or row.count != 1:
            continue
        origin = here[register].get(normal(number))
        yield Link(
            row=row,
            number=number,
            target=term(register),
            origin=origin,
            leads=origin is not None or normal(number) in before.get(register, {}),
        )


def _by_number(year: ServiceYear) -> Mapping[Register, Mapping[str, Numbered]]:
    found: dict[Register, dict[str, Numbered]] = {}
    for row in numbered(year):
        found.setdefault(row.register, {}).setdefault(normal(row.number), row)
    return found
