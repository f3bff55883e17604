"""Everything a rule may look at, and the word by which it stops where something is unknown."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar, overload

from attrs import evolve, field, frozen

from ppid_core.deadlines import report_due_for
from ppid_core.errors import MismatchError
from ppid_core.glossary import say_absence
from ppid_core.intake.result import Sheets
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.model import Absent, Reason, Register, ServiceYear
from ppid_core.model.redaction import Exposure
from ppid_core.rules.engine.finding import Finding
from ppid_core.summary import EarlierYear, History, Scope, Summary
from ppid_core.summary.open_cases import keeps_answers, keeps_outcomes
from ppid_core.workdays import WorkdayCalendar

T = TypeVar("T")
Findings = tuple[Finding, ...]
Codes = frozenset[str]
"""Codes of rules."""


class NotApplicable(Exception):  # noqa: N818  a way to end a rule, not an error
    """Ends a rule that cannot be asked; ``reason`` says why, ``slug`` in a word that no language changes.

    >>> from ppid_core import Absent
    >>> from ppid_core.model import Reason
    >>> from ppid_core.rules import NotApplicable, known
    >>> try:
    ...     known(Absent(Reason.NOT_KEPT))
    ... except NotApplicable as error:
    ...     error.slug
    'not_kept'
    """

    def __init__(self, reason: Bilingual, slug: str = "nothing_to_judge") -> None:
        """Keep the reason."""
        self.reason, self.slug = reason, slug
        super().__init__(reason.en)


NOT_READ = NotApplicable(
    Bilingual(say_absence(Absent(Reason.UNREAD), "id"), say_absence(Absent(Reason.UNREAD), "en")),
    str(Reason.UNREAD),
)
"""What ends a rule that waits for cells which could not be read."""


def legible(year: ServiceYear, table: str, *columns: str) -> None:
    """End the rule as not applicable where cells of a table that it rests on could not be read.

    Args:
        year: the year that is judged.
        table: its name.
        columns: the columns that matter; none for all.
    """
    if year.unread_cells(table, *columns):
        raise NotApplicable(NOT_READ.reason, NOT_READ.slug)


@overload
def known(value: int | Absent) -> int: ...
@overload
def known(value: int | Decimal | Absent) -> int | Decimal: ...
@overload
def known(value: T | Absent) -> T: ...
def known(value: T | Absent) -> T:
    """Return ``value``; where it is absent, the rule ends as not applicable, for that reason.

    >>> from ppid_core import Dossier
    >>> from ppid_core.rules import known
    >>> len(known(Dossier.open("examples/kota-serang-2020").year.objections))
    6
    """
    if isinstance(value, Absent):
        raise NotApplicable(Bilingual(say_absence(value, "id"), say_absence(value, "en")), str(value.reason))
    return value


def counted(evidence: Evidence, register: Register) -> None:
    """End the rule as not applicable where the count of a row of the register could not be read."""
    if evidence.summary.figure(f"{register}.total") == Absent(Reason.UNREAD):
        raise NotApplicable(NOT_READ.reason, NOT_READ.slug)


def present(values: Iterable[T], otherwise: Bilingual) -> tuple[T, ...]:
    """Return the values; where there are none, the rule ends as not applicable, for that reason.

    >>> from ppid_core.language import Bilingual
    >>> from ppid_core.rules import present
    >>> present(["a"], Bilingual("tidak ada gambar", "there is no picture"))
    ('a',)
    """
    listed = tuple(values)
    if not listed:
        raise NotApplicable(otherwise)
    return listed


class _Found(dict[object, Any]):
    """What was looked up in the rows, by who looked; in another process it is looked up anew."""

    def __reduce__(self) -> tuple[type[_Found], tuple[()]]:
        """Take nothing along: some of it are ways from row to row, which cannot travel."""
        return _Found, ()


@frozen(kw_only=True)
class Evidence:
    """What is judged, and by what (*bahan pemeriksaan*).

    A `Dossier` holds the evidence of its year:

    >>> from ppid_core import Dossier
    >>> Dossier.open("examples/kota-serang-2020").evidence.due_on
    datetime.date(2021, 3, 31)

    Attributes:
        year: the year that is judged.
        summary: its figures, counted by the same law and calendar as they stand on the same day.
        law: the law it is judged by.
        workdays: the calendar of the body.
        as_of: the day whose state is judged; never the clock.
        previous: earlier years of the same body with their figures, the newest first.
        inputs: SHA-256 of each file that was read; empty for rows from memory.
        columns: where columns stand, by file and sheet of each workbook; findings name their cells by it.
        pictures: names of those among them that are pictures, None where nobody looked.
        exposures: where free text held personal data before the year was redacted; None where it was not.
        findings: what the other rules found; filled for rules that judge findings.
        judged: codes of the rules that ran to their end; filled with ``findings``.
        codes: codes of every rule there is; filled with ``findings``.
        by_estimate: what would be a warning or an error, were the estimated years of the calendar decreed;
            filled with ``findings``.
        used: names of the law's parameters on which the judged rules rest; filled with ``findings``.

    Raises:
        MismatchError: the summary is of another body, year, day, law or calendar.
    """

    year: ServiceYear
    summary: Summary
    law: Lawbook
    workdays: WorkdayCalendar
    as_of: date
    previous: tuple[EarlierYear, ...] = ()
    inputs: Mapping[str, str] = field(factory=dict)
    columns: Sheets = field(factory=dict, eq=False, repr=False)
    pictures: frozenset[str] | None = None
    exposures: tuple[Exposure, ...] | None = None
    findings: Findings = ()
    judged: Codes = frozenset()
    codes: Codes = frozenset()
    by_estimate: Findings = ()
    used: frozenset[str] = frozenset()
    _found: _Found = field(factory=_Found, init=False, eq=False, repr=False)
    _answers: _Found = field(factory=_Found, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse figures of anything but what is judged: no finding could be trusted."""
        judged = Scope.of(self.year, self.law, self.workdays, self.as_of)
        counted = self.summary.scope
        differences = (_UNCOUNTED,) if counted is None else tuple(judged.differences(counted))
        if differences:
            raise MismatchError(differences)

    def judged_by(self, **changes: Any) -> Evidence:  # noqa: ANN401  whatever the field holds
        """Return the evidence with another law, calendar or findings; what is found in the rows is shared."""
        made = evolve(self, **changes)
        if made.year is self.year and made.previous is self.previous:
            object.__setattr__(made, "_found", self._found)
        return made

    def once(self, look: Callable[[Evidence], T]) -> T:
        """Return what ``look`` finds in the rows of this year and the last: it looks once for all rules.

        What it returns hangs on nothing but these rows (least of all on the law, of which each rule has its
        own use), and is a value that nobody uses up.
        """
        if look not in self._found:
            self._found[look] = look(self)
        value: T = self._found[look]
        return value

    def once_by_calendar(self, look: Callable[[Evidence], T]) -> T:
        """Return what ``look`` counts along the calendar: once for all rules that have the same one.

        It hangs on the rows, the day of the check and the calendar, and on the law without notes.
        """
        key = look, id(self.workdays)
        if key not in self._found:
            self._found[key] = self.workdays, look(self)
        value: T = self._found[key][1]
        return value

    def answer(self, look: Callable[..., T], *asked: Hashable) -> T:
        """Return what ``look`` says of ``asked`` by this law and this calendar; what is asked again is known.

        ``look`` gets the evidence first. Other evidence, with a law or a calendar of its own, asks anew.
        """
        key = (look, *asked)
        if key not in self._answers:
            self._answers[key] = look(self, *asked)
        value: T = self._answers[key]
        return value

    @cached_property
    def keeps_outcomes(self) -> bool:
        """Whether the register of requests keeps outcomes or notices; else a blank one says nothing."""
        return keeps_outcomes(self.year)

    @cached_property
    def keeps_answers(self) -> bool:
        """Whether the register of objections keeps answers; else a blank one says nothing."""
        return keeps_answers(self.year)

    @cached_property
    def history(self) -> History:
        """The year beside those before it."""
        own = EarlierYear(year=self.year, summary=self.summary)
        return History(own=own, previous=self.previous, law=self.law)

    @property
    def last_report(self) -> ServiceYear | None:
        """The newest of the earlier years, where there is any: numbers of cases lead to it."""
        return self.previous[0].year if self.previous else None

    @property
    def due_on(self) -> date:
        """The day the report is due: it is judged by the law of that day."""
        return report_due_for(self.year.period.year, self.law)


_UNCOUNTED = Bilingual("ringkasan bukan dari satu tahun", "the summary is not of one year")
