"""Times that ran, and the days and years of the calendar behind them that no decree settles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, Self

from attrs import evolve, frozen

from ppid_core.deadlines import DeadlineKind, due_on
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.glossary import say
from ppid_core.language import Bilingual
from ppid_core.law import Track
from ppid_core.model import CourtCase, Dispute, Objection, Period, Register, Request, StageKind
from ppid_core.rules.casebook.alike import reported_alike
from ppid_core.rules.casebook.ground import found_ground
from ppid_core.rules.casebook.links import Chain, chains
from ppid_core.rules.casebook.span import basis_of, is_of
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.labels import said, series, term
from ppid_core.rules.engine.place import places_of
from ppid_core.rules.engine.verdict import UNKNOWN
from ppid_core.summary import listed
from ppid_core.summary.day_zero import dispute_day_zero, exact, suit_day_zero
from ppid_core.summary.open_cases import is_open_objection
from ppid_core.workdays import WorkdayCalendar

_COUNT = Bilingual.both("{number} {name}")
_BEYOND = date.max
"""The last day of a time that no calendar reaches."""
_Opened = tuple[DeadlineKind, date | None, bool]
"""What ran, from which day, and whether it was extended."""


@frozen(kw_only=True)
class _Running:
    """One time that ran (*jangka waktu yang berjalan*).

    Attributes:
        opened_on: day zero.
        due_on: the last day.
        extended: whether it was extended.
        places: for which cases it ran, by their place among `_Cases`.
    """

    kind: DeadlineKind
    opened_on: date
    due_on: date
    extended: bool
    places: Sequence[int]

    def passes(self, day: date) -> bool:
        """Tell whether ``day`` lies in it; day zero does not."""
        return self.opened_on < day <= self.due_on

    def basis(self, evidence: Evidence) -> tuple[Bilingual, ...]:
        """Return the provisions by which it ran."""
        return basis_of(self.kind, self.opened_on, evidence, extended=self.extended)


class _Case(NamedTuple):
    """A case for which a time ran (*perkara yang waktunya berjalan*)."""

    register: Register
    row: Request | Objection | Dispute | CourtCase


@frozen
class _Cases:
    """The cases of the year: the requests, and behind them what came of them (*perkara*)."""

    requests: Sequence[Request]
    chains: Sequence[Chain]

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        """Return the cases of the year that is judged."""
        return cls(listed(evidence.year.requests), chains(evidence))

    def at(self, place: int) -> _Case:
        """Return the case at a place."""
        if place < len(self.requests):
            return _Case(Register.REQUESTS, self.requests[place])
        chain = self.chains[place - len(self.requests)]
        if chain.suit is not None:
            return _Case(Register.SUITS, chain.suit)
        if chain.dispute is not None:
            return _Case(Register.DISPUTES, chain.dispute)
        assert chain.objection is not None  # noqa: S101  a chain ends with something
        return _Case(Register.OBJECTIONS, chain.objection)


def _times(evidence: Evidence) -> Iterator[_Running]:
    """Yield each time whose first day is known to the day, once for all cases for which it ran.

    Where no calendar reaches its last day, that is `_BEYOND`.
    """
    last_day, ran = _counting(evidence), defaultdict[tuple[DeadlineKind, date, bool], list[int]](list)
    for places, opened in _opened(evidence):
        for kind, day, extended in opened:
            if day is not None:
                ran[kind, day, extended] += places
    for (kind, day, extended), places in ran.items():
        due = last_day(kind, day, extended)
        if due is not None:
            yield _Running(kind=kind, opened_on=day, due_on=due, extended=extended, places=places)


def _opened(evidence: Evidence) -> Iterator[tuple[Sequence[int], Iterator[_Opened]]]:
    """Yield the places of cases of the report for which the same times ran, and these."""
    for first, positions in reported_alike(evidence):
        yield positions, _of_request(first, evidence)
    for place, chain in enumerate(chains(evidence), start=len(listed(evidence.year.requests))):
        if chain.count:
            yield (place,), _of_chain(chain, evidence)


def _of_chain(chain: Chain, evidence: Evidence) -> Iterator[_Opened]:
    """Yield what ran for the last case of a chain, where it is one of the report."""
    year, suit, dispute, objection = evidence.year, chain.suit, chain.dispute, chain.objection
    if suit is not None:
        if is_of(year, None if suit.filed_on is None else Period.of(suit.filed_on)):
            yield from _of_suit(suit, dispute)
    elif dispute is not None:
        if is_of(year, dispute.filed, dispute.opening):
            yield from _of_dispute(dispute, objection, evidence)
    elif objection is not None and is_of(year, objection.period, objection.opening):
        yield from _of_objection(objection, chain.request, evidence)


def _counting(evidence: Evidence) -> Callable[[DeadlineKind, date, bool], date | None]:
    def last_day(kind: DeadlineKind, day: date, extended: bool) -> date | None:  # noqa: FBT001  a key of the cache
        try:
            return due_on(kind, day, evidence.law, evidence.workdays, extended=extended)
        except CalendarRangeError:
            return _BEYOND
        except NotInForceError:
            return None

    return last_day


def _of_request(row: Request, evidence: Evidence) -> Iterator[_Opened]:
    extended = row.extended_on is not None and row.extended_on <= evidence.as_of
    yield DeadlineKind.REQUEST, exact(row.period), extended


def _of_objection(row: Objection, request: Request | None, evidence: Evidence) -> Iterator[_Opened]:
    yield DeadlineKind.OBJECTION_FILING, _ground_day(row, request, evidence), False
    yield DeadlineKind.OBJECTION_ANSWER, exact(row.period), False


def _ground_day(row: Objection, request: Request | None, evidence: Evidence) -> date | None:
    try:
        found = found_ground(row, request, evidence)
    except UNKNOWN:
        return None
    return found.on.first if found is not None and found.on.first == found.on.last else None


def _of_dispute(row: Dispute, objection: Objection | None, evidence: Evidence) -> Iterator[_Opened]:
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


def _of_suit(suit: CourtCase, dispute: Dispute | None) -> Iterator[_Opened]:
    """Yield the time for the suit, and that for cassation by the court's rule; the act counts otherwise."""
    if suit.received_on is not None:
        yield DeadlineKind.CASSATION_PERMA, suit.received_on, False
    if dispute is not None:
        yield DeadlineKind.COURT, suit_day_zero(dispute), False


_NO_DUE_DATE = Bilingual(
    "tidak ada batas waktu yang dihitung (tabel permohonan, keberatan, sengketa, dan gugatan, kolom tanggal)",
    "no due date was computed (tables permohonan, keberatan, sengketa and gugatan, column tanggal)",
)
_NOT_COUNTED = Bilingual(
    "Hari itu tidak dihitung. Bila badan ini bekerja pada hari itu, batasnya maju ke hari kerja sebelumnya.",
    "The day was not counted. Where the body worked on it, the due date moves to the working day before.",
)
_COUNTED = Bilingual(
    "Hari itu dihitung. Bila badan ini tutup pada hari itu, catat di tabel hari_libur.",
    "The day was counted. Where the body was closed on it, write it in table hari_libur.",
)
_ASK_AGAIN = Bilingual(
    "Periksa lagi setelah keputusannya terbit; gunakan versi ppid-core yang lebih baru.",
    "Look again once the decree is out; use a newer version of ppid-core.",
)

_INSTALL = Bilingual(
    'Perkiraannya memerlukan paket tambahan: pip install "ppid-core[estimate]"',
    'An estimate needs a package more: pip install "ppid-core[estimate]"',
)


@frozen(kw_only=True)
class _Doubt:
    """What no decree settles (*hal yang belum pasti*).

    Attributes:
        provided: the day or the year.
        what: the beginning of the sentence that tells it.
        advice: what to do about it.
    """

    subject: str
    provided: date | str
    what: Bilingual
    advice: Bilingual


def unsettled(evidence: Evidence) -> Iterator[Finding]:
    """Yield each day on which decrees differ, and each unfixed year, that a due date of this year passes."""
    ran = present(_times(evidence), _NO_DUE_DATE)
    times = [time for time in ran if time.due_on < _BEYOND]
    unreached = [time for time in ran if time.due_on == _BEYOND]
    if times:
        yield from _passed(times, evidence)
    if unreached:
        yield _finding(_unknown(evidence.workdays), unreached, evidence)


def _passed(times: Sequence[_Running], evidence: Evidence) -> Iterator[Finding]:
    """Yield the days in dispute and the years without a decree that any of ``times`` passes."""
    workdays = evidence.workdays
    first, last = min(time.opened_on for time in times), max(time.due_on for time in times)
    for day in workdays.disputed(first, last):
        if passing := [time for time in times if time.passes(day)]:
            yield _finding(_differing(day, workdays), passing, evidence)
    for year, doubt in _unfixed(workdays, first, last):
        if passing := [time for time in times if time.opened_on.year <= year <= time.due_on.year]:
            yield _finding(doubt, passing, evidence)


def _differing(day: date, workdays: WorkdayCalendar) -> _Doubt:
    """Return by which decrees a day is joint leave, and by which it is a working day."""
    is_work_of_asn = evolve(workdays, track=Track.ASN).is_working_day(day)
    work, leave = (Track.ASN, Track.UMUM) if is_work_of_asn else (Track.UMUM, Track.ASN)
    return _Doubt(
        subject=f"calendar:{day}",
        provided=day,
        what=Bilingual(
            f"{say(day, 'id')}: cuti bersama menurut jalur {leave.label.id}, hari kerja menurut jalur"
            f" {work.label.id}",
            f"{say(day, 'en')}: joint leave on the track {leave.label.en}, a working day on {work.label.en}",
        ),
        advice=_COUNTED if workdays.is_working_day(day) else _NOT_COUNTED,
    )


def _unfixed(workdays: WorkdayCalendar, first: date, last: date) -> Iterator[tuple[int, _Doubt]]:
    """Yield the years from ``first`` to ``last`` that are estimated, or without a decree of a track."""
    followed = workdays.following_years if workdays.cuti_bersama else ()
    awaited = [one for one in workdays.awaited if workdays.track is Track.BOTH]
    for year in range(first.year, last.year + 1):
        if year in workdays.estimated_years:
            yield year, _estimated(year)
        if year in followed:
            yield year, _following(year, workdays.track)
        yield from ((year, _awaiting(year, track)) for on, track in awaited if on == year)


def _estimated(year: int) -> _Doubt:
    return _Doubt(
        subject=f"calendar:{year}",
        provided=str(year),
        what=Bilingual(
            f"Hari libur tahun {year} masih perkiraan", f"The holidays of {year} are still an estimate"
        ),
        advice=_ASK_AGAIN,
    )


def _unknown(workdays: WorkdayCalendar) -> _Doubt:
    year = workdays.years[-1] + 1
    return _Doubt(
        subject=f"calendar:{year}",
        provided=str(year),
        what=Bilingual(
            f"Hari libur tahun {year} belum diketahui, sehingga batas waktunya tidak dihitung",
            f"The holidays of {year} are not known yet, so no last day was counted",
        ),
        advice=_ASK_AGAIN if workdays.estimated_years else _INSTALL,
    )


def _following(year: int, track: Track) -> _Doubt:
    return _Doubt(
        subject=f"calendar:{year}:{track}",
        provided=str(year),
        what=Bilingual(
            f"Tahun {year} tanpa keputusan cuti bersama jalur {track.label.id}, sehingga jalur lain diikuti",
            f"{year} has no decree on joint leave of the track {track.label.en}; the other one is followed",
        ),
        advice=_ASK_AGAIN,
    )


def _awaiting(year: int, track: Track) -> _Doubt:
    return _Doubt(
        subject=f"calendar:{year}:{track}",
        provided=str(year),
        what=Bilingual(
            f"Tahun {year} belum mempunyai keputusan cuti bersama jalur {track.label.id}; cuti bersama jalur"
            " lain yang dihitung",
            f"{year} has no decree on joint leave of the track {track.label.en} yet; that of the other one is"
            " counted",
        ),
        advice=_ASK_AGAIN,
    )


def _finding(doubt: _Doubt, passing: Sequence[_Running], evidence: Evidence) -> Finding:
    known = _Cases.of(evidence)
    places = sorted({place for time in passing for place in time.places})
    cases = list(map(known.at, places))
    reached = sorted((time for time in passing if time.due_on < _BEYOND), key=lambda time: min(time.places))
    basis = (one for time in reached for one in time.basis(evidence))
    return Finding(
        subject=doubt.subject,
        sources=places_of([case.row for case in cases]),
        provided=doubt.provided,
        affected=sum(case.row.count for case in cases),
        facts={"what": doubt.what, "cases": _said(cases), "advice": doubt.advice},
        basis=tuple(dict.fromkeys(basis)),
    )


def _said(cases: Iterable[_Case]) -> Bilingual:
    """Return how many there are of each register: *3 permohonan dan 1 keberatan*."""
    counts: Counter[Register] = Counter()
    for case in cases:
        counts[case.register] += case.row.count
    counted = (_COUNT.fill(number=said(number), name=term(register)) for register, number in counts.items())
    return series(list(counted))
