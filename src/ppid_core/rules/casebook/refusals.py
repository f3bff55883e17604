"""Refusals, whole or in part, and the letters of the exemption that they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.exemption import UNTESTED, says
from ppid_core.glossary.refusal import BESIDE_EXEMPTION, provisions
from ppid_core.law import ExemptionLetter, Lawbook
from ppid_core.model import (
    ExemptInformation,
    Outcome,
    RefusalReason,
    Request,
    ServiceYear,
    is_unread,
    normal,
)
from ppid_core.rules.casebook.alike import reported_alike, rows_of
from ppid_core.rules.casebook.span import is_of
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.summary import listed

REFUSING = frozenset({Outcome.REFUSED, Outcome.PARTLY_GRANTED})
_UNNAMED = frozenset({None, RefusalReason.OTHER, *BESIDE_EXEMPTION})
"""Reasons that a letter of the exemption turns into one."""


@frozen(kw_only=True)
class RefusedRequest:
    """A request refused wholly or in part (*penolakan*).

    Attributes:
        day: when it was refused, else the last day on which it can have come in.
        reason: None where it gives none.
        letters: the letters of the exemption that it names.
        entry: the entry of the list of exempt information that it names; None where the list has none such.
    """

    subject: str
    row: Request
    outcome: Outcome
    day: date
    reason: RefusalReason | None
    letters: tuple[str, ...]
    entry: ExemptInformation | None = None

    def known(self, law: Lawbook) -> tuple[ExemptionLetter, ...]:
        """Return what the law of the day says of its letters; those it does not have are left out.

        Raises:
            NotInForceError: before there was a law.
        """
        there = law.exemption_letters.at(self.day).value
        return tuple(letter for letter in there if letter.letter in self.letters)

    @property
    def test(self) -> str:
        """The consequence test that came before it, as written; "" where its row has none."""
        test = self.row.consequence_test.strip()
        return "" if says(UNTESTED, test) else test

    @property
    def listed_test(self) -> date | None:
        """The day of the test of the entry that it names; None of one that came later, or had ended."""
        if self.entry is None or self.entry.tested_on is None or self.entry.has_ended(self.day):
            return None
        return self.entry.tested_on if self.entry.tested_on <= self.day else None

    @property
    def is_tested(self) -> bool:
        """Whether its row or its entry of the list tells of a test before it."""
        return bool(self.test) or self.listed_test is not None

    def is_exempt(self, law: Lawbook) -> bool:
        """Tell whether it was refused as exempt; a letter of the law says so, too. Errors as in `known`."""
        return self.reason is RefusalReason.EXEMPT or (self.reason in _UNNAMED and bool(self.known(law)))


def refusals(evidence: Evidence) -> Sequence[RefusedRequest]:
    """Return the requests of the report that were refused, wholly or in part."""
    return evidence.once(_refused)


def _refused(evidence: Evidence) -> Sequence[RefusedRequest]:
    return tuple(_each_refused(evidence))


def _each_refused(evidence: Evidence) -> Iterator[RefusedRequest]:
    refused = (
        (group, outcome) for group in reported_alike(evidence) if (outcome := group.first.outcome) in REFUSING
    )
    entries = _entries(evidence.year)
    for subject, row, outcome in rows_of(refused, evidence):
        yield _refusal(row, outcome, evidence.year.period.last_day, entries, subject)


def refusals_of(year: ServiceYear) -> Iterator[RefusedRequest]:
    """Yield the same of a year alone, such as a public edition; without those whose count is not read."""
    entries = _entries(year)
    for row in listed(year.requests):
        is_counted = row.count and not is_unread(row, "count")
        is_own = row.opening is None and is_of(year, row.period, None)
        if row.outcome in REFUSING and is_counted and is_own:
            yield _refusal(row, row.outcome, year.period.last_day, entries)


def _entries(year: ServiceYear) -> Mapping[str, ExemptInformation]:
    """Return the entries of the list of exempt information by their numbers, the first of several."""
    return {
        normal(one.number): one for one in reversed(listed(year.exempt_information)) if one.number.strip()
    }


def _refusal(
    row: Request, outcome: Outcome, last: date, entries: Mapping[str, ExemptInformation], subject: str = ""
) -> RefusedRequest:
    received = last if row.period is None else row.period.last_day
    return RefusedRequest(
        subject=subject,
        row=row,
        outcome=outcome,
        day=row.notice_on or received,
        reason=None if row.reason is None else row.reason.slug,
        letters=_letters(row),
        entry=entries.get(normal(row.exempt_number)) if entries else None,
    )


def _letters(row: Request) -> tuple[str, ...]:
    """Return the letters: those of their own column, else those that the reason names."""
    if row.exemption_letter.strip():
        return _letters_in(row.exemption_letter)
    return () if row.reason is None else provisions(row.reason.typed).exempting


def _letters_in(text: str) -> tuple[str, ...]:
    """Return the single letters of a text: ``h`` and ``i`` of *Pasal 17 huruf h dan i*."""
    words = spelling(text).split()
    return tuple(dict.fromkeys(word for word in words if len(word) == 1 and word.isalpha()))
