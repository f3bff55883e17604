"""The ground of an objection, and the day on which it was found: as typed, else by convention."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from attrs import evolve, frozen

from ppid_core.deadlines import DeadlineKind, due_on, request_start
from ppid_core.glossary.ground import PREFIX, ground_letters
from ppid_core.language import Bilingual
from ppid_core.model import Objection, ObjectionGround, Outcome, Request
from ppid_core.rules.casebook.span import Span, basis_of, due_of, next_working_day
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.noted_law import plain
from ppid_core.source import Source

_ON_NOTICE = frozenset(
    {ObjectionGround.A, ObjectionGround.D, ObjectionGround.E, ObjectionGround.F, ObjectionGround.G}
)

_AS_TYPED = Bilingual("Alasan ditemukan {day} menurut register", "The ground was found {day} by the register")
_AS_NOTICED = Bilingual(
    "Alasan dianggap ditemukan {day}, hari pemberitahuan tertulis (konvensi; undang-undang tidak"
    " menentukannya)",
    "The ground is taken as found {day}, the day of the written notice (a convention; the law does not say)",
)
_AS_UNANSWERED = Bilingual(
    "Alasan dianggap ditemukan {day}, hari kerja setelah batas waktu pemberitahuan (konvensi; undang-undang"
    " tidak menentukannya)",
    "The ground is taken as found {day}, the working day after the last day for the notice (a convention; the"
    " law does not say)",
)


@frozen(kw_only=True)
class FoundGround:
    """When the ground of an objection was found (*alasan ditemukan*).

    Attributes:
        taken: the day that was taken for it, or those between which it lies.
        wording: how it was, as a sentence with a place for that day.
        is_typed: whether the register says the day.
        source: the request it was derived from.
        basis: the provisions it was derived by.
    """

    on: Span
    taken: Span
    wording: Bilingual
    is_typed: bool = False
    source: Source | None = None
    basis: tuple[Bilingual, ...] = ()

    @property
    def how(self) -> Bilingual:
        """Which day was taken, as a sentence without its full stop."""
        return _taken(self.wording, self.taken)


@lru_cache(maxsize=2**14)
def _taken(wording: Bilingual, days: Span) -> Bilingual:
    said = days.said
    on = f"on {said.en}" if days.first == days.last else said.en
    return Bilingual(wording.id.format(day=said.id), wording.en.format(day=on))


def grounds_of(row: Objection) -> tuple[ObjectionGround, ...]:
    """Return the grounds of Pasal 35 ayat (1); () where neither letter nor wording is one."""
    return _of_pasal_35(row.grounds, row.ground_letter)


@lru_cache(maxsize=2**10)
def _of_pasal_35(grounds: tuple[ObjectionGround, ...], letters: str) -> tuple[ObjectionGround, ...]:
    named = tuple(ground for ground in grounds if ground is not ObjectionGround.OTHER)
    return named or tuple(ObjectionGround(f"{PREFIX}{letter}") for letter in ground_letters(letters))


def letter_of(*grounds: ObjectionGround) -> str:
    """Return the letters of grounds."""
    return ", ".join(ground.removeprefix(PREFIX) for ground in grounds)


def found_ground(row: Objection, request: Request | None, evidence: Evidence) -> FoundGround | None:
    """Return when the ground was found; None where neither register nor convention tells.

    Raises:
        CalendarRangeError: outside the years whose decrees are known.
        NotInForceError: where the law of that day knows no such time.
    """
    if row.ground_found_on is not None:
        return _found(Span.of(row.ground_found_on), _AS_TYPED, None)
    return None if request is None else _by_convention(grounds_of(row), request, evidence)


def _by_convention(
    grounds: tuple[ObjectionGround, ...], request: Request, evidence: Evidence
) -> FoundGround | None:
    """Return the day of the notice, or the one after its last day; of several grounds, the days between."""
    noticed = None
    if request.notice_on is not None and not _ON_NOTICE.isdisjoint(grounds):
        noticed = _found(Span.of(request.notice_on), _AS_NOTICED, request)
    silent = _unanswered(request, evidence) if ObjectionGround.C in grounds else None
    if noticed is None or silent is None:
        return noticed or silent
    days = (*(noticed.on.first, noticed.on.last), *(silent.on.first, silent.on.last))
    return evolve(noticed, on=Span(first=min(days), last=max(days)), basis=silent.basis)


def _found(
    day: Span, wording: Bilingual, request: Request | None, basis: tuple[Bilingual, ...] = ()
) -> FoundGround:
    return FoundGround(
        on=day,
        taken=day,
        wording=wording,
        is_typed=request is None,
        source=None if request is None else request.source,
        basis=basis,
    )


def _unanswered(request: Request, evidence: Evidence) -> FoundGround | None:
    """Return the working day after the last day for the notice, unless a notice came in time."""
    due = notice_due(request, evidence)
    if due is None or is_in_time(request.notice_on, due):
        return None
    day = Span(first=next_working_day(due.first, evidence), last=next_working_day(due.last, evidence))
    return _found(day, _AS_UNANSWERED, request, notice_basis(request, evidence))


def is_in_time(day: date | None, due: Span) -> bool:
    """Tell whether something was surely done by its last day."""
    return day is not None and day <= due.first


def notice_due(request: Request, evidence: Evidence) -> Span | None:
    """Return the last day for the notice on a request, None where its receipt is not dated."""
    if request.period is None:
        return None
    return Span(
        first=_last_day(request.period.first_day, request, evidence).first,
        last=_last_day(request.period.last_day, request, evidence).last,
    )


def _last_day(received: date, request: Request, evidence: Evidence) -> Span:
    """Return the last day by the act, from receipt; that of the standard of service may be a later one.

    Whether an extension counts that came after it is open, and so is the day.
    """
    due = due_of(DeadlineKind.REQUEST, Span.of(received), evidence)
    if request.extended_on is not None:
        extended = due_of(DeadlineKind.REQUEST, Span.of(received), evidence, extended=True)
        due = extended if request.extended_on <= due.last else Span(first=due.first, last=extended.last)
    return Span(first=due.first, last=max(due.last, _by_standard(received, request, evidence) or due.last))


def _by_standard(received: date, request: Request, evidence: Evidence) -> date | None:
    """Return the last day by the standard of service, None where that has no clock of its own."""
    law, refused = plain(evidence.law), request.outcome is Outcome.REFUSED
    start, clock = request_start(received, request.completed_on, law, refused=refused)
    if clock == "received":
        return None
    extended = request.extended_on is not None
    kind, workdays = DeadlineKind.REQUEST, evidence.workdays
    return due_on(kind, start, law, workdays, extended=extended, complete=True)


def notice_basis(request: Request, evidence: Evidence) -> tuple[Bilingual, ...]:
    """Return the provisions by which the notice on a request is due."""
    if request.period is None:
        return ()
    received = request.period.last_day
    return basis_of(DeadlineKind.REQUEST, received, evidence, extended=request.extended_on is not None)
