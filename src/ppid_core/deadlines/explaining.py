"""The reasons of a due date as text that can go into a letter."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ppid_core.deadlines.caveats import caveats
from ppid_core.deadlines.saying import basis, length_of, long_date
from ppid_core.language import Bilingual, Lang
from ppid_core.law.time_limit import DeadlineKind
from ppid_core.writing import format_date

if TYPE_CHECKING:
    from datetime import date

    from ppid_core.deadlines.deadline import Deadline, Leg, Step

INDENT = "  "


def explanation(deadline: Deadline, lang: Lang) -> Iterator[str]:
    """Yield the lines: what is due, the times that run, the days counted and skipped, what is uncertain."""
    yield sentence(deadline, lang)
    yield ""
    if not deadline.legs:
        yield _NAMED(lang).format(
            day=long_date(deadline.due_on, lang),
            event=_event(deadline, lang),
            opened=long_date(deadline.opened_on, lang),
            law=basis(deadline.provision, lang),
        )
    for leg in deadline.legs:
        yield from _leg_lines(deadline, leg, lang)
    notes = list(caveats(deadline, lang))
    if notes:
        yield ""
        yield from notes
    if deadline.is_worked:
        yield ""
        yield _VERSION(lang).format(version=deadline.calendar_version, track=deadline.track.label(lang))


def sentence(deadline: Deadline, lang: Lang) -> str:
    """Return what is due, and by which day."""
    limit, day = deadline.kind.limit, long_date(deadline.due_on, lang)
    return f"{limit.act(lang)} {limit.done(lang)} {day}{_EXTENDED(lang) if deadline.extended else ''}."


def _leg_lines(deadline: Deadline, leg: Leg, lang: Lang) -> Iterator[str]:
    steps = [step for step in deadline.steps if leg.start < step.date <= leg.end]
    yield _zero(deadline, leg)(lang).format(day=long_date(leg.start, lang), event=_event(deadline, lang))
    yield _LENGTH(lang).format(
        what=_what(deadline, leg)(lang),
        length=length_of(leg.provision, lang),
        day=long_date(leg.end, lang),
        law=basis(leg.provision, lang),
    )
    if leg.is_worked:
        yield _COUNTED(lang)
        yield from (INDENT + run for run in _runs(steps, lang))
        yield from _skipped([step for step in steps if not step.counted], lang)


def _zero(deadline: Deadline, leg: Leg) -> Bilingual:
    """Return what day zero of a leg is: the event, or the last day of the leg before it."""
    if leg is deadline.legs[0]:
        return _FIRST_ZERO
    return _ZERO_AFTER_SILENCE if deadline.kind.limit.before else _ZERO_OF_EXTENSION


def _what(deadline: Deadline, leg: Leg) -> Bilingual:
    """Return whose time a leg is; that of another act, which runs first, is called by it."""
    before = deadline.kind.limit.before
    if not before or leg is not deadline.legs[0]:
        return _TIME
    return next(kind.limit.act for kind in DeadlineKind if kind.limit.parameter == before)


def _event(deadline: Deadline, lang: Lang) -> str:
    return (_WHEN_COMPLETE if deadline.complete else deadline.kind.limit.event)(lang)


def _runs(steps: Sequence[Step], lang: Lang) -> Iterator[str]:
    """Yield ``21–23 Desember 2020: hari ke-1 sampai ke-3`` for each run of days that count."""
    number = 0
    for counted, run in groupby(steps, key=lambda step: step.counted):
        days = [step.date for step in run]
        if not counted:
            continue
        first, number = number + 1, number + len(days)
        numbers = _ONE_DAY if first == number else _DAYS
        yield f"{_span(days[0], days[-1], lang)}: {numbers(lang).format(a=first, b=number)}"


def _span(first: date, last: date, lang: Lang) -> str:
    if first == last:
        return format_date(first, lang)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_date(last, lang)}"
    head = format_date(first, lang)
    return f"{head.removesuffix(f' {last.year:04d}')} – {format_date(last, lang)}"


def _skipped(steps: Sequence[Step], lang: Lang) -> Iterator[str]:
    """Yield the days that do not count; weekends together, the others each with its reason."""
    free = [step for step in steps if step.date.weekday() < calendar.SATURDAY]
    if steps:
        yield (_SKIPPED if free else _ONLY_WEEKENDS)(lang)
    yield from (f"{INDENT}{long_date(step.date, lang)}: {step.why(lang)}" for step in free if step.why)


_EXTENDED = Bilingual(", termasuk perpanjangan", ", with the extension")
_FIRST_ZERO = Bilingual(
    "Hari nol, tidak dihitung: {day}, yaitu hari {event}.", "Day zero, not counted: {day}, {event}."
)
_ZERO_OF_EXTENSION = Bilingual(
    "Perpanjangan dihitung sejak hari terakhir semula, {day}, sebagai hari nol.",
    "The extension runs from the original last day, {day}, as day zero.",
)
_ZERO_AFTER_SILENCE = Bilingual(
    "Karena tidak ada tanggapan, jangka waktu pengajuan dihitung sejak hari terakhir itu, {day}, sebagai hari"
    " nol.",
    "As there was no answer, the time for filing runs from that last day, {day}, as day zero.",
)
_TIME = Bilingual("Jangka waktu", "Time")
_LENGTH = Bilingual(
    "{what}: {length}, sampai dengan {day}. Dasar: {law}.", "{what}: {length}, until {day}. Basis: {law}."
)
_NAMED = Bilingual(
    "Batas waktu ini ditentukan dengan tanggal: {day}, sesudah {event} pada {opened}. Dasar: {law}.",
    "Set by a date: {day}, after {event} on {opened}. Basis: {law}.",
)
_WHEN_COMPLETE = Bilingual("permohonan dinyatakan lengkap", "the day the request was complete")
_COUNTED = Bilingual("Hari yang dihitung:", "Days that count:")
_DAYS = Bilingual("hari ke-{a} sampai ke-{b}", "days {a} to {b}")
_ONE_DAY = Bilingual("hari ke-{b}", "day {b}")
_SKIPPED = Bilingual(
    "Tidak dihitung, selain Sabtu dan Minggu:", "Days that do not count, besides Saturdays and Sundays:"
)
_ONLY_WEEKENDS = Bilingual(
    "Tidak dihitung: Sabtu dan Minggu.", "Days that do not count: Saturdays and Sundays."
)
_VERSION = Bilingual(
    "Kalender hari kerja versi {version}, jalur {track}.", "Working calendar {version}, track {track}."
)
