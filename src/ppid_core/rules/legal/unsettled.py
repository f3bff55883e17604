"""Days and years of the calendar on which a due date hangs, and which no decree settles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from ppid_core.glossary import say
from ppid_core.language import Bilingual
from ppid_core.law import Track
from ppid_core.model import Register
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.naming import term
from ppid_core.rules.engine.place import places_of
from ppid_core.rules.legal.running_times import BEYOND, Running, beyond, running
from ppid_core.workdays import WorkdayCalendar

NO_DUE_DATE = Bilingual(
    "tidak ada batas waktu yang dihitung (tabel permohonan, keberatan, sengketa, dan gugatan, kolom tanggal)",
    "no due date was computed (tables permohonan, keberatan, sengketa and gugatan, column tanggal)",
)
NOT_COUNTED = Bilingual(
    "Hari itu tidak dihitung. Bila badan ini bekerja pada hari itu, batasnya maju ke hari kerja sebelumnya.",
    "The day was not counted. Where the body worked on it, the due date moves to the working day before.",
)
COUNTED = Bilingual(
    "Hari itu dihitung. Bila badan ini tutup pada hari itu, catat di tabel hari_libur.",
    "The day was counted. Where the body was closed on it, write it in table hari_libur.",
)
ASK_AGAIN = Bilingual(
    "Periksa lagi setelah keputusannya terbit; gunakan versi ppid-core yang lebih baru.",
    "Look again once the decree is out; use a newer version of ppid-core.",
)

INSTALL = Bilingual(
    'Perkiraannya memerlukan paket tambahan: pip install "ppid-core[estimate]"',
    'An estimate needs a package more: pip install "ppid-core[estimate]"',
)


@frozen(kw_only=True)
class Doubt:
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
    times, unreached = tuple(running(evidence)), tuple(beyond(evidence))
    if present((*times, *unreached), NO_DUE_DATE) and times:
        yield from _passed(times, evidence)
    if unreached:
        yield _finding(_unknown(evidence.workdays), unreached, evidence)


def _passed(times: Sequence[Running], evidence: Evidence) -> Iterator[Finding]:
    """Yield the days in dispute and the years without a decree that any of ``times`` passes."""
    workdays = evidence.workdays
    first, last = min(time.opened_on for time in times), max(time.due_on for time in times)
    for day in workdays.disputed(first, last):
        if passing := [time for time in times if time.passes(day)]:
            yield _finding(_differing(day, workdays), passing, evidence)
    for year, doubt in _unfixed(workdays, first, last):
        if passing := [time for time in times if time.opened_on.year <= year <= time.due_on.year]:
            yield _finding(doubt, passing, evidence)


def _differing(day: date, workdays: WorkdayCalendar) -> Doubt:
    """Return by which decrees a day is joint leave, and by which it is a working day."""
    is_work_of_asn = evolve(workdays, track=Track.ASN).is_working_day(day)
    work, leave = (Track.ASN, Track.UMUM) if is_work_of_asn else (Track.UMUM, Track.ASN)
    return Doubt(
        subject=f"calendar:{day}",
        provided=day,
        what=Bilingual(
            f"{say(day, 'id')}: cuti bersama menurut jalur {leave.label.id}, hari kerja menurut jalur"
            f" {work.label.id}",
            f"{say(day, 'en')}: joint leave on the track {leave.label.en}, a working day on {work.label.en}",
        ),
        advice=COUNTED if workdays.is_working_day(day) else NOT_COUNTED,
    )


def _unfixed(workdays: WorkdayCalendar, first: date, last: date) -> Iterator[tuple[int, Doubt]]:
    """Yield the years from ``first`` to ``last`` that are estimated, or without a decree of a track."""
    followed = workdays.following_years if workdays.cuti_bersama else ()
    awaited = [one for one in workdays.awaited if workdays.track is Track.BOTH]
    for year in range(first.year, last.year + 1):
        if year in workdays.estimated_years:
            yield year, _estimated(year)
        if year in followed:
            yield year, _following(year, workdays.track)
        yield from ((year, _awaiting(year, track)) for on, track in awaited if on == year)


def _estimated(year: int) -> Doubt:
    return Doubt(
        subject=f"calendar:{year}",
        provided=str(year),
        what=Bilingual(
            f"Hari libur tahun {year} masih perkiraan", f"The holidays of {year} are still an estimate"
        ),
        advice=ASK_AGAIN,
    )


def _unknown(workdays: WorkdayCalendar) -> Doubt:
    year = workdays.years[-1] + 1
    return Doubt(
        subject=f"calendar:{year}",
        provided=str(year),
        what=Bilingual(
            f"Hari libur tahun {year} belum diketahui, sehingga batas waktunya tidak dihitung",
            f"The holidays of {year} are not known yet, so no last day was counted",
        ),
        advice=ASK_AGAIN if workdays.estimated_years else INSTALL,
    )


def _following(year: int, track: Track) -> Doubt:
    return Doubt(
        subject=f"calendar:{year}:{track}",
        provided=str(year),
        what=Bilingual(
            f"Tahun {year} tanpa keputusan cuti bersama jalur {track.label.id}, sehingga jalur lain diikuti",
            f"{year} has no decree on joint leave of the track {track.label.en}; the other one is followed",
        ),
        advice=ASK_AGAIN,
    )


def _awaiting(year: int, track: Track) -> Doubt:
    return Doubt(
        subject=f"calendar:{year}:{track}",
        provided=str(year),
        what=Bilingual(
            f"Tahun {year} belum mempunyai keputusan cuti bersama jalur {track.label.id}; cuti bersama jalur"
            " lain yang dihitung",
            f"{year} has no decree on joint leave of the track {track.label.en} yet; that of the other one is"
            " counted",
        ),
        advice=ASK_AGAIN,
    )


def _finding(doubt: Doubt, passing: Sequence[Running], evidence: Evidence) -> Finding:
    cases = {time.subject: time for time in passing}.values()
    reached = (time for time in _distinct(passing) if time.due_on < BEYOND)
    basis = (one for time in reached for one in time.basis(evidence))
    return Finding(
        subject=doubt.subject,
        sources=places_of([time.row for time in cases]),
        provided=doubt.provided,
        affected=sum(time.count for time in cases),
        facts={"what": doubt.what, "cases": _said(cases), "advice": doubt.advice},
        basis=tuple(dict.fromkeys(basis)),
    )


def _distinct(times: Iterable[Running]) -> Iterable[Running]:
    return {(time.kind, time.opened_on, time.extended): time for time in times}.values()


def _said(cases: Iterable[Running]) -> Bilingual:
    """Return how many there are of each register: *3 permohonan dan 1 keberatan*."""
    counts: Counter[Register] = Counter()
    for time in cases:
        counts[time.register] += time.count
    told = [(number, term(register)) for register, number in counts.items()]
    return Bilingual(
        _series([f"{say(number, 'id')} {name.id}" for number, name in told], "dan"),
        _series([f"{say(number, 'en')} {name.en}" for number, name in told], "and"),
    )


def _series(items: Sequence[str], word: str) -> str:
    *others, last = items
    if len(others) > 1:
        return f"{', '.join(others)}, {word} {last}"
    return f" {word} ".join(items)
