"""A due date with its reasons: every day counted or skipped, the text for a letter, what is in dispute."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from attrs import frozen

from ppid_core.language import Bilingual, Lang
from ppid_core.law.citation import Confidence
from ppid_core.law.decree import Track
from ppid_core.law.parameter import Provision, Unit
from ppid_core.law.report import MonthDay
from ppid_core.law.time_limit import DeadlineKind
from ppid_core.workdays import Rest
from ppid_core.writing import format_date, spell
from ppid_core.writing.weekdays import WEEKDAYS


@frozen(kw_only=True)
class Step:
    """One day after day zero, up to the due date (*langkah*).

    >>> from datetime import date
    >>> from ppid_core import DeadlineKind, Lawbook, WorkdayCalendar, deadline
    >>> due = deadline(DeadlineKind.REQUEST, date(2020, 12, 18), Lawbook.load(), WorkdayCalendar.load())
    >>> due.steps[0].counted, due.steps[0].why.en, due.steps[0].reason.value
    (False, 'Saturday', 'saturday')

    Attributes:
        counted: whether it counts.
        why: why it does not, None where it does.
        reason: the same as a slug.
    """

    date: date
    counted: bool
    why: Bilingual | None = None
    reason: Rest | None = None


@frozen(kw_only=True)
class Leg:
    """One time that runs by one provision (*jangka waktu*): extended, a deadline has two.

    >>> from datetime import date
    >>> from ppid_core import DeadlineKind, Lawbook, WorkdayCalendar, deadline
    >>> law, workdays = Lawbook.load(), WorkdayCalendar.load()
    >>> due = deadline(DeadlineKind.REQUEST, date(2020, 12, 18), law, workdays, extended=True)
    >>> [leg.provision.value for leg in due.legs]
    [10, 7]

    Attributes:
        start: day zero.
        end: the last day.
    """

    provision: Provision[int]
    start: date
    end: date

    @property
    def is_worked(self) -> bool:
        """Whether working days are counted, so that the calendar has a say."""
        return self.provision.unit is Unit.WORKING_DAY


@frozen(kw_only=True)
class Deadline:
    """A due date with its reasons (*batas waktu*).

    >>> from datetime import date
    >>> from ppid_core import DeadlineKind, Lawbook, WorkdayCalendar, deadline
    >>> due = deadline(DeadlineKind.REQUEST, date(2020, 12, 18), Lawbook.load(), WorkdayCalendar.load())
    >>> due.due_on.isoformat(), len(due.skipped)
    ('2021-01-07', 10)

    Attributes:
        opened_on: the day of the event; it counts as zero.
        due_on: the last day.
        extended: whether the extension was counted in.
        provision: what the law says of its length; of the yearly report, the day of the year.
        legs: the times that run one after the other; none where the law names a day.
        steps: every day after ``opened_on`` up to ``due_on``; none where the law names a day.
        calendar_version: short name of the calendar it was counted along.
        track: whose joint leave counted.
        as_known_on: the day whose decrees were known, None for all there are.
        estimated: whether working days are counted in a year that no decree fixes.
        conflict: days passed on which the decrees of the two tracks disagree: the due date hangs on them.
        following: years counted in which ``track`` has no decree of its own and follows the other.
        clock: of a request, from which day the law lets the time run: "received" or "complete".
        complete: of a request, whether ``opened_on`` is the day on which it was complete, not of receipt.
        cuti_bersama: whether days of joint leave were skipped.
    """

    kind: DeadlineKind
    opened_on: date
    due_on: date
    extended: bool = False
    provision: Provision[int] | Provision[MonthDay]
    legs: tuple[Leg, ...] = ()
    steps: tuple[Step, ...] = ()
    calendar_version: str
    track: Track
    as_known_on: date | None = None
    estimated: bool = False
    conflict: tuple[date, ...] = ()
    following: tuple[int, ...] = ()
    clock: Provision[str] | None = None
    complete: bool = False
    cuti_bersama: bool = True

    @property
    def is_worked(self) -> bool:
        """Whether any working days are counted: where none are, no calendar has a say."""
        return any(leg.is_worked for leg in self.legs)

    @property
    def skipped(self) -> tuple[Step, ...]:
        """The steps that do not count."""
        return tuple(step for step in self.steps if not step.counted)

    def sentence(self, lang: Lang = "id") -> str:
        """Return what is due, and by which day."""
        limit, day = self.kind.limit, long_date(self.due_on, lang)
        return f"{limit.act(lang)} {limit.done(lang)} {day}{_EXTENDED(lang) if self.extended else ''}."

    def caveats(self, lang: Lang = "id") -> tuple[str, ...]:
        """Return what is convention, unknown or in dispute: a sentence each."""
        return tuple(_caveats(self, lang))

    def explain(self, lang: Lang = "id") -> str:
        """Return the reasons as text that can go into a letter: lines, some of them blank."""
        return "\n".join(_explanation(self, lang))


def _length_of(provision: Provision[int], lang: Lang) -> str:
    """Return ``10 (sepuluh) hari kerja``; in English without the words."""
    unit = "" if provision.unit is None else provision.unit.label(lang)
    words = f" ({spell(provision.value)})" if lang == "id" else ""
    return f"{provision.value}{words} {unit}"


def _basis(provision: Provision[int] | Provision[MonthDay] | Provision[str], lang: Lang) -> str:
    """Return the citation with how sure we are; an unconfirmed one says so by itself."""
    cited = provision.cite(lang)
    is_told = provision.confidence is Confidence.UNCONFIRMED
    return cited if is_told else f"{cited} ({provision.confidence.label(lang)})"


def long_date(day: date, lang: Lang) -> str:
    """Return ``Kamis, 7 Januari 2021``."""
    return f"{WEEKDAYS[lang][day.weekday()]}, {format_date(day, lang)}"


def _caveats(deadline: Deadline, lang: Lang) -> Iterator[str]:
    """Yield what is convention, unknown or in dispute."""
    convention = deadline.kind.limit.convention(lang)
    if convention:
        yield convention
    if deadline.clock is not None and deadline.clock.value == "complete":
        clock = _FROM_COMPLETE if deadline.complete else _FROM_RECEIPT
        yield clock(lang).format(law=_basis(deadline.clock, lang), day=long_date(deadline.opened_on, lang))
    for leg in deadline.legs:
        if leg.provision.confidence is Confidence.UNCONFIRMED:
            length = _length_of(leg.provision, lang)
            yield _UNVERIFIED(lang).format(length=length, law=leg.provision.citation)
    if deadline.is_worked:
        yield from _of_the_calendar(deadline, lang)


def _of_the_calendar(deadline: Deadline, lang: Lang) -> Iterator[str]:
    """Yield what is chosen, unknown or in dispute of the days that count."""
    if not deadline.cuti_bersama:
        yield _WORKING(lang)
    for day in deadline.conflict:
        yield _CONFLICT(lang).format(day=long_date(day, lang))
    if deadline.following:
        years = ", ".join(str(year) for year in deadline.following)
        other = Track.UMUM if deadline.track is Track.ASN else Track.ASN
        yield _FOLLOWING(lang).format(track=deadline.track.label(lang), years=years, other=other.label(lang))
    if deadline.as_known_on is not None:
        yield _AS_KNOWN(lang).format(day=long_date(deadline.as_known_on, lang))
    if deadline.estimated:
        yield _ESTIMATED(lang)


_FROM_RECEIPT = Bilingual(
    "Keterlambatan dinilai menurut undang-undang, sejak permohonan diterima, {day}. {law} menghitung"
    " pemberitahuan sejak permohonan dinyatakan lengkap, kecuali penolakan, yang dihitung sejak diterima.",
    "Lateness is judged by the act, from the receipt of the request, {day}. {law} counts the notice from the"
    " day the request is complete, but a refusal from its receipt.",
)
_FROM_COMPLETE = Bilingual(
    "Ini hitungan {law}, sejak permohonan dinyatakan lengkap, {day}; penolakan dihitung sejak permohonan"
    " diterima. Keterlambatan dinilai menurut undang-undang, sejak permohonan diterima.",
    "This is the count of {law}, from the day the request was complete, {day}; a refusal is counted from its"
    " receipt. Lateness is judged by the act, from the receipt of the request.",
)
_UNVERIFIED = Bilingual(
    "Belum diverifikasi: jangka waktu {length} menurut {law}.", "Not verified: a time of {length} by {law}."
)
_WORKING = Bilingual(
    "Badan ini tidak mengikuti cuti bersama; hari cuti bersama dihitung sebagai hari kerja.",
    "The body does not follow joint leave; days of joint leave count as working days.",
)
_CONFLICT = Bilingual(
    "{day} adalah cuti bersama menurut satu keputusan dan hari kerja menurut keputusan lain; batas waktu ini"
    " bergantung pada hari itu.",
    "{day} is joint leave by one decree and a working day by another; this due date hangs on that day.",
)
_FOLLOWING = Bilingual(
    "Jalur {track} tidak mempunyai keputusan cuti bersama sendiri untuk tahun {years} dan mengikuti jalur"
    " {other}.",
    "The track {track} has no decree on joint leave of its own for {years} and follows {other}.",
)
_AS_KNOWN = Bilingual(
    "Dihitung menurut keputusan hari libur yang ditetapkan sampai dengan {day}.",
    "Counted by the decrees on holidays signed up to {day}.",
)
_ESTIMATED = Bilingual(
    "Perkiraan: keputusan hari libur untuk sebagian atau seluruh jangka waktu ini belum ada; hari raya dapat"
    " bergeser dan cuti bersama belum diperhitungkan.",
    "An estimate: for some or all of this time there is no decree on holidays yet; feasts may move, and joint"
    " leave is not counted in.",
)


_INDENT = "  "


def _explanation(deadline: Deadline, lang: Lang) -> Iterator[str]:
    """Yield the lines: what is due, the times that run, the days counted and skipped, what is uncertain."""
    yield deadline.sentence(lang)
    yield ""
    if not deadline.legs:
        yield _NAMED(lang).format(
            day=long_date(deadline.due_on, lang),
            event=_event(deadline, lang),
            opened=long_date(deadline.opened_on, lang),
            law=_basis(deadline.provision, lang),
        )
    for leg in deadline.legs:
        yield from _leg_lines(deadline, leg, lang)
    notes = deadline.caveats(lang)
    if notes:
        yield ""
        yield from notes
    if deadline.is_worked:
        yield ""
        yield _VERSION(lang).format(version=deadline.calendar_version, track=deadline.track.label(lang))


def _leg_lines(deadline: Deadline, leg: Leg, lang: Lang) -> Iterator[str]:
    steps = [step for step in deadline.steps if leg.start < step.date <= leg.end]
    yield _zero(deadline, leg)(lang).format(day=long_date(leg.start, lang), event=_event(deadline, lang))
    yield _LENGTH(lang).format(
        what=_what(deadline, leg)(lang),
        length=_length_of(leg.provision, lang),
        day=long_date(leg.end, lang),
        law=_basis(leg.provision, lang),
    )
    if leg.is_worked:
        yield _COUNTED(lang)
        yield from (_INDENT + run for run in _runs(steps, lang))
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
    yield from (f"{_INDENT}{long_date(step.date, lang)}: {step.why(lang)}" for step in free if step.why)


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
