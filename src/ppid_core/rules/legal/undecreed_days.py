"""Times that ran, and the days and years of the calendar behind them that no decree settles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from attrs import evolve, frozen

from ppid_core.deadlines import DeadlineKind, due_on
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.glossary import say
from ppid_core.language import Bilingual
from ppid_core.law import Track
from ppid_core.model import CourtCase, Dispute, Objection, Period, Register, Request, StageKind
from ppid_core.rules.casebook.ground import found_ground
from ppid_core.rules.casebook.links import Chain, chains
from ppid_core.rules.casebook.span import basis_of, is_of, reported_requests
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.labels import said, series, term
from ppid_core.rules.engine.place import Placed, places_of
from ppid_core.rules.engine.verdict import UNKNOWN
from ppid_core.summary.day_zero import dispute_day_zero, exact, suit_day_zero
from ppid_core.summary.open_cases import is_open_objection
from ppid_core.workdays import WorkdayCalendar

_COUNT = Bilingual.both("{number} {name}")
_BEYOND = date.max
"""The last day of a time that no calendar reaches."""
_Opened = tuple[DeadlineKind, date | None, bool]
"""What ran, from which day, and whether it was extended."""
_Case = tuple[Register, str, Request | Objection | Dispute | CourtCase, Iterator[_Opened]]


@frozen(kw_only=True)
class _Running:
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


def _running(evidence: Evidence) -> Iterator[_Running]:
    """Yield each time whose first day is known to the day and whose last one can be counted."""
    return (time for time in _times(evidence) if time.due_on < _BEYOND)


def _beyond(evidence: Evidence) -> Iterator[_Running]:
    """Yield each time that runs out of the years whose holidays are known, with `_BEYOND` as its last day."""
    return (time for time in _times(evidence) if time.due_on == _BEYOND)


def _times(evidence: Evidence) -> Iterator[_Running]:
    last_day = cache(_counting(evidence))
    for register, subject, row, opened in _cases(evidence):
        for kind, day, extended in opened:
            due = None if day is None else last_day(kind, day, extended)
            if day is not None and due is not None:
                yield _Running(
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
            return _BEYOND
        except NotInForceError:
            return None

    return last_day


def _cases(evidence: Evidence) -> Iterator[_Case]:
    """Yield the cases of the report, each with what ran for it."""
    for subject, row in reported_requests(evidence):
        yield Register.REQUESTS, subject, row, _of_request(row, evidence)
    for chain in chains(evidence):
        if chain.count:
            yield from _of_chain(chain, evidence)


def _of_chain(chain: Chain, evidence: Evidence) -> Iterator[_Case]:
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
    times, unreached = tuple(_running(evidence)), tuple(_beyond(evidence))
    if present((*times, *unreached), _NO_DUE_DATE) and times:
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
    cases = {time.subject: time for time in passing}.values()
    reached = (
        time
        for time in {(time.kind, time.opened_on, time.extended): time for time in passing}.values()
        if time.due_on < _BEYOND
    )
    basis = (one for time in reached for one in time.basis(evidence))
    return Finding(
        subject=doubt.subject,
        sources=places_of([time.row for time in cases]),
        provided=doubt.provided,
        affected=sum(time.count for time in cases),
        facts={"what": doubt.what, "cases": _said(cases), "advice": doubt.advice},
        basis=tuple(dict.fromkeys(basis)),
    )


def _said(cases: Iterable[_Running]) -> Bilingual:
    """Return how many there are of each register: *3 permohonan dan 1 keberatan*."""
    counts: Counter[Register] = Counter()
    for time in cases:
        counts[time.register] += time.count
    counted = (_COUNT.fill(number=said(number), name=term(register)) for register, number in counts.items())
    return series(list(counted))
