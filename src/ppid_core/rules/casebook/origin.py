"""The case that another one comes from: found by its number, in this year's register or in last year's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Generic, Self, TypeVar

from attrs import evolve, frozen

from ppid_core.model import CourtCase, Dispute, Objection, Request, ServiceYear, normal
from ppid_core.model.agency import normal_forms
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.summary import listed

Row = TypeVar("Row", Request, Objection, Dispute)
_Found = Mapping[str, Row | None]


@frozen(kw_only=True)
class _NumberIndex(Generic[Row]):
    """The rows of one register by a number (*indeks nomor*); a number of several rows leads nowhere.

    Attributes:
        here: those of this year's register.
        carried: those of them that are carried over.
        before: those of last year's register, without their places: the files are others.
    """

    here: _Found[Row]
    carried: _Found[Row]
    before: _Found[Row]

    @classmethod
    def of(cls, here: Iterable[Row], before: Iterable[Row], number: Callable[[Row], str]) -> Self:
        """Return the index of two registers."""
        rows = tuple(here)
        return cls(
            here=_by(rows, number),
            carried=_by((row for row in rows if row.opening is not None), number),
            before=_by((evolve(row, source=None) for row in before), number),
        )

    def find(self, number: str, *, is_older: bool) -> Row | None:
        """Return the row that bears ``number``; a case carried over comes from one that is older, too."""
        key = normal(number)
        own = self.carried if is_older else self.here
        return own[key] if key in own else self.before.get(key)


def _by(rows: Iterable[Row], number: Callable[[Row], str]) -> _Found[Row]:
    numbered = tuple(rows)
    keys = normal_forms(list(map(number, numbered)))
    found: dict[str, Row | None] = dict(zip(keys, numbered, strict=True))
    if len(found) < len(keys):
        found |= dict.fromkeys(key for key, times in Counter(keys).items() if times > 1)
    found.pop("", None)
    return found


def requests_of(evidence: Evidence) -> Callable[[Objection], Request | None]:
    """Return a way from an objection to its request."""
    return evidence.once(_way_to_request)


def objections_of(evidence: Evidence) -> Callable[[Dispute], Objection | None]:
    """Return a way from a dispute to its objection: by its number, else as the only one about its request."""
    return evidence.once(_way_to_objection)


def disputes_of(evidence: Evidence) -> Callable[[CourtCase], Dispute | None]:
    """Return a way from a suit to its dispute."""
    return evidence.once(_way_to_dispute)


def _way_to_request(evidence: Evidence) -> Callable[[Objection], Request | None]:
    year = evidence.year

    @cache
    def index() -> _NumberIndex[Request]:
        return _NumberIndex.of(
            listed(year.requests), _before(evidence.last_report).requests, lambda row: row.number
        )

    def find(row: Objection) -> Request | None:
        if normal(row.earlier_request_number):
            return index().before.get(normal(row.earlier_request_number))
        return index().find(row.request_number, is_older=row.opening is not None)

    # Most are asked for the request of a row of the year itself, by one rule after the other.
    found = {id(row): find(row) for row in listed(year.objections)}
    return lambda row: found[id(row)] if id(row) in found else find(row)


def _way_to_objection(evidence: Evidence) -> Callable[[Dispute], Objection | None]:
    here, before = listed(evidence.year.objections), _before(evidence.last_report).objections
    by_number = _NumberIndex.of(here, before, lambda row: row.number)
    by_request = _NumberIndex.of(here, before, lambda row: row.request_number)

    def find(row: Dispute) -> Objection | None:
        is_older = row.opening is not None
        if normal(row.objection_number):
            return by_number.find(row.objection_number, is_older=is_older)
        return by_request.find(row.request_number, is_older=is_older)

    return find


def _way_to_dispute(evidence: Evidence) -> Callable[[CourtCase], Dispute | None]:
    here, before = listed(evidence.year.disputes), _before(evidence.last_report).disputes
    index = _NumberIndex.of(here, before, lambda row: row.number)
    return lambda row: index.find(row.dispute_number, is_older=False)


@frozen(kw_only=True)
class _Registers:
    requests: tuple[Request, ...] = ()
    objections: tuple[Objection, ...] = ()
    disputes: tuple[Dispute, ...] = ()


def _before(year: ServiceYear | None) -> _Registers:
    if year is None:
        return _Registers()
    return _Registers(
        requests=listed(year.requests), objections=listed(year.objections), disputes=listed(year.disputes)
    )
