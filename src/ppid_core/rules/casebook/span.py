"""Days that are known only roughly, and what is certain of a time limit all the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol, Self

from attrs import frozen

from ppid_core.deadlines import DeadlineKind, Standing, due_on, standing
from ppid_core.deadlines.due_date import legs_of
from ppid_core.language import Bilingual, Lang
from ppid_core.law import ExemptionLetter, Parameter, cite
from ppid_core.model import Dispute, Objection, Period, ServiceYear
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.labels import said
from ppid_core.rules.engine.place import keyed

_BETWEEN = Bilingual("antara {first} dan {last}", "between {first} and {last}")


@frozen(kw_only=True)
class Span:
    """The days between which something happened (*rentang hari*); one day where it is known to the day."""

    first: date
    last: date

    @classmethod
    def of(cls, when: Period | date) -> Self:
        """Return the days that a date, a month or a year can be."""
        if isinstance(when, date):
            return cls(first=when, last=when)
        first = when.first_day
        return cls(first=first, last=first if when.day is not None else when.last_day)

    @property
    def said(self) -> Bilingual:
        """The day, or the two between which it lies, inside a sentence."""
        if self.first == self.last:
            return said(self.first)
        return _BETWEEN.fill(first=said(self.first), last=said(self.last))


def standing_of(kind: DeadlineKind, opened: Span, acted: Span, evidence: Evidence) -> Standing | None:
    """Return where an act stands in its window; None where the precision of the dates leaves that open.

    Raises:
        CalendarRangeError: outside the years whose decrees are known.
        NotInForceError: where the law of that day knows no such time.
    """
    earliest = evidence.answer(_standing, kind, opened.last, acted.first)
    latest = evidence.answer(_standing, kind, opened.first, acted.last)
    return earliest if earliest is latest else None


def _standing(evidence: Evidence, kind: DeadlineKind, opened_on: date, filed_on: date) -> Standing:
    return standing(kind, opened_on, filed_on, evidence.law, evidence.workdays)


def due_of(kind: DeadlineKind, opened: Span, evidence: Evidence, *, extended: bool = False) -> Span:
    """Return the days between which something was due; errors as in `standing_of`."""
    return evidence.answer(_due, kind, opened.first, opened.last, extended)


def _due(evidence: Evidence, kind: DeadlineKind, first: date, last: date, extended: bool) -> Span:  # noqa: FBT001  asked by place
    law, workdays = evidence.law, evidence.workdays
    return Span(
        first=due_on(kind, first, law, workdays, extended=extended),
        last=due_on(kind, last, law, workdays, extended=extended),
    )


def next_working_day(day: date, evidence: Evidence) -> date:
    """Return the working day after ``day``; errors as in `standing_of`."""
    return evidence.workdays.add(day, 1)


def basis_of(
    kind: DeadlineKind, opened_on: date, evidence: Evidence, *, extended: bool = False
) -> tuple[Bilingual, ...]:
    """Return the provisions by which something is due, those of its own day; errors as in `standing_of`."""
    return evidence.answer(_basis, kind, opened_on, extended)


def _basis(
    evidence: Evidence,
    kind: DeadlineKind,
    opened_on: date,
    extended: bool,  # noqa: FBT001  asked by place
) -> tuple[Bilingual, ...]:
    legs = legs_of(kind, opened_on, evidence.law, evidence.workdays, extended=extended)
    return tuple(dict.fromkeys(cited(leg.provision) for leg in legs))


def cited_on(day: date, name: str, evidence: Evidence) -> tuple[Bilingual, ...]:
    """Return what the parameter ``name`` of the law said on a day, as a finding cites it.

    Raises:
        NotInForceError: where it said nothing on that day.
    """
    return evidence.answer(_cited_on, day, name)


def _cited_on(evidence: Evidence, day: date, name: str) -> tuple[Bilingual, ...]:
    parameter: Parameter[Any] = getattr(evidence.law, name)
    return (cited(parameter.at(day)),)


class _Citable(Protocol):
    """A provision, or a part of one that has a place of its own."""

    def cite(self, lang: Lang = "id", /) -> str:
        """Return where it stands."""


def cited(one: _Citable) -> Bilingual:
    """Return a provision as a finding cites it."""
    return Bilingual(one.cite("id"), one.cite("en"))


def bounds(letter: ExemptionLetter) -> Bilingual:
    """Return where it stands that a letter can fall or end, else where the letter itself stands."""
    found = letter.citations if letter.limited_by is None else (letter.limited_by,)
    return Bilingual(cite(found, letter.confidence, "id"), cite(found, letter.confidence, "en"))


def is_of(year: ServiceYear, when: Period | None, opening: int | None = None) -> bool:
    """Tell whether a case is one of the report: it may lie in its period, or is carried over into it."""
    return opening is not None or when is None or year.period.may_hold(when)


def reported_objections(evidence: Evidence) -> Sequence[tuple[str, Objection]]:
    """Return the objections of the report, each with its subject; a line that stands for none is left out."""
    return evidence.once(_objections)


def reported_disputes(evidence: Evidence) -> Sequence[tuple[str, Dispute]]:
    """Return the disputes of the report in the same way."""
    return evidence.once(_disputes)


def _objections(evidence: Evidence) -> Sequence[tuple[str, Objection]]:
    year = evidence.year
    rows = keyed("objection", year.objections)
    return tuple(case for case in rows if case[1].count and is_of(year, case[1].period, case[1].opening))


def _disputes(evidence: Evidence) -> Sequence[tuple[str, Dispute]]:
    year = evidence.year
    rows = keyed("dispute", year.disputes)
    return tuple(case for case in rows if case[1].count and is_of(year, case[1].filed, case[1].opening))


def typed(when: Period) -> Period | date:
    """Return a day as a day; a month or a year stays what it is."""
    return when.exact or when
