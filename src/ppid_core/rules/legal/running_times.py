"""The times that ran in one year along the working calendar: of requests, objections, disputes and suits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from attrs import frozen

from ppid_core.deadlines import DeadlineKind, due_on
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.language import Bilingual
from ppid_core.model import CourtCase, Dispute, Objection, Period, Register, Request, StageKind
from ppid_core.rules.cases.ground import found_ground
from ppid_core.rules.cases.linking import Chain, chains
from ppid_core.rules.cases.span import basis_of, is_of
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.place import Placed, keyed
from ppid_core.rules.engine.verdict import UNKNOWN
from ppid_core.rules.legal.outcomes import is_judged
from ppid_core.summary.day_zero import dispute_day_zero, exact
from ppid_core.summary.ending import is_open_objection

BEYOND = date.max
"""The last day of a time that no calendar reaches."""
Opened = tuple[DeadlineKind, date | None, bool]
"""What ran, from which day, and whether it was extended."""
Case = tuple[Register, str, Request | Objection | Dispute | CourtCase, Iterator[Opened]]


@frozen(kw_only=True)
class Running:
    """One time that ran for one case (*jangka waktu yang berjalan*).

    Attributes:
        subject: key of the case.
        count: how many cases its row stands for.
        opened_on: day zero.
        due_on: the last day.
        extended: whether it was extended.
    """

    register: Register
    subject: str
    row: Placed
    count: int
    kind: DeadlineKind
    opened_on: date
    due_on: date
    extended: bool = False

    def passes(self, day: date) -> bool:
        """Tell whether ``day`` lies in it; day zero does not."""
        return self.opened_on < day <= self.due_on

    def basis(self, evidence: Evidence) -> tuple[Bilingual, ...]:
        """Return the provisions by which it ran."""
        return basis_of(self.kind, self.opened_on, evidence, extended=self.extended)


def running(evidence: Evidence) -> Iterator[Running]:
    """Yield each time whose first day is known to the day and whose last one can be counted."""
    return (time for time in _times(evidence) if time.due_on < BEYOND)


def beyond(evidence: Evidence) -> Iterator[Running]:
    """Yield each time that runs out of the years whose holidays are known, with `BEYOND` as its last day."""
    return (time for time in _times(evidence) if time.due_on == BEYOND)


def _times(evidence: Evidence) -> Iterator[Running]:
    last_day = cache(_counting(evidence))
    for register, subject, row, opened in _cases(evidence):
        for kind, day, extended in opened:
            due = None if day is None else last_day(kind, day, extended)
            if day is not None and due is not None:
                yield Running(
                    register=register,
                    subject=subject,
                    row=row,
                    count=row.count,
                    kind=kind,
                    opened_on=day,
                    due_on=due,
                    extended=extended,
                )


def _counting(evidence: Evidence) -> Callable[[DeadlineKind, date, bool], date | None]:
    def last_day(kind: DeadlineKind, day: date, extended: bool) -> date | None:  # noqa: FBT001  a key of the cache
        try:
            return due_on(kind, day, evidence.law, evidence.workdays, extended=extended)
        except CalendarRangeError:
            return BEYOND
        except NotInForceError:
            return None

    return last_day


def _cases(evidence: Evidence) -> Iterator[Case]:
    """Yield the cases of the report, each with what ran for it."""
    year = evidence.year
    for subject, row in keyed("request", year.requests):
        if row.count and is_judged(row, year):
            yield Register.REQUESTS, subject, row, _of_request(row, evidence)
    for chain in chains(evidence):
        if chain.count:
            yield from _of_chain(chain, evidence)


def _of_chain(chain: Chain, evidence: Evidence) -> Iterator[Case]:
    """Yield the last case of a chain, where it is one of the report."""
    year, suit, dispute, objection = evidence.year, chain.suit, chain.dispute, chain.objection
    if suit is not None:
        if is_of(year, None if suit.filed_on is None else Period.of(suit.filed_on)):
            yield Register.SUITS, chain.subject, suit, _of_suit(suit, dispute)
    elif dispute is not None:
        if is_of(year, dispute.filed, dispute.opening):
            yield Register.DISPUTES, chain.subject, dispute, _of_dispute(dispute, objection, evidence)
    elif objection is not None and is_of(year, objection.period, objection.opening):
        opened = _of_objection(objection, chain.request, evidence)
        yield Register.OBJECTIONS, chain.subject, objection, opened


def _of_request(row: Request, evidence: Evidence) -> Iterator[Opened]:
    extended = row.extended_on is not None and row.extended_on <= evidence.as_of
    yield DeadlineKind.REQUEST, exact(row.period), extended


def _of_objection(row: Objection, request: Request | None, evidence: Evidence) -> Iterator[Opened]:
    yield DeadlineKind.OBJECTION_FILING, _ground_day(row, request, evidence), False
    yield DeadlineKind.OBJECTION_ANSWER, exact(row.period), False


def _ground_day(row: Objection, request: Request | None, evidence: Evidence) -> date | None:
    try:
        found = found_ground(row, request, evidence)
    except UNKNOWN:
        return None
    return found.on.first if found is not None and found.on.first == found.on.last else None


def _of_dispute(row: Dispute, objection: Objection | None, evidence: Evidence) -> Iterator[Opened]:
    if objection is not None and objection.answered_on is not None:
        yield DeadlineKind.DISPUTE_FILING, objection.answer_received_on or objection.answered_on, False
    elif objection is not None and is_open_objection(objection, evidence.as_of, kept=evidence.keeps_answers):
        yield DeadlineKind.DISPUTE_FILING_AFTER_SILENCE, exact(objection.period), False
    received = dispute_day_zero(row)
    yield DeadlineKind.COMMISSION_START, received, False
    yield DeadlineKind.COMMISSION_FINISH, received, False
    for stage in row.stages:
        if stage.kind is StageKind.MEDIATION:
            yield DeadlineKind.MEDIATION, stage.opened_on, False


def _of_suit(suit: CourtCase, dispute: Dispute | None) -> Iterator[Opened]:
    """Yield the time for the suit, and that for cassation by the court's rule; the act counts otherwise."""
    if suit.received_on is not None:
        yield DeadlineKind.CASSATION_PERMA, suit.received_on, False
    if dispute is not None:
        received = (stage.received_on for stage in dispute.stages if stage.kind is StageKind.ADJUDICATION)
        day = max(filter(None, received), default=dispute.decision_received_on)
        yield DeadlineKind.COURT, day, False
