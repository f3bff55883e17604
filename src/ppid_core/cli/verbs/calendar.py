"""``ppid calendar``: the non-working days of a year by decree, and what each amendment changed and moved."""

from __future__ import annotations

from calendar import SATURDAY
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, TypedDict

import click
from attrs import frozen

from ppid_core.cli import choices, completion
from ppid_core.cli.console import UNBROKEN, show, show_json, wrapped
from ppid_core.cli.dossier import Reader, calendar_for, opened, through_plugins, unknown_year
from ppid_core.cli.screen.problems import ProblemJson, place, problem_lines, problems_json, show_problems
from ppid_core.cli.usage import FINE, UNUSABLE, CommandRefused
from ppid_core.dossier import Dossier
from ppid_core.errors import InputError
from ppid_core.language import Bilingual, Lang
from ppid_core.law import (
    Amendment,
    Comparison,
    Confidence,
    Decree,
    HolidayKind,
    Reading,
    Track,
    amendments,
    load_calendar,
)
from ppid_core.model import Register, ReportingPeriod, ServiceYear
from ppid_core.summary import Moved, moved
from ppid_core.workdays import WorkdayCalendar
from ppid_core.writing import format_date
from ppid_core.writing.dates import month_name
from ppid_core.writing.weekdays import WEEKDAYS

_Days = Sequence[tuple[date, HolidayKind]]
_Iso = Annotated[str, date]
_Changed = tuple[Amendment, tuple[Moved, ...]]


@frozen(kw_only=True)
class _Changes:
    """What is asked for: the amendments of a year on a track, up to those of a day."""

    year: int
    track: Track
    as_known_on: date | None = None

    def find(self) -> tuple[Amendment, ...] | None:
        """Return the amendments, None where no decree is known for the year."""
        years = {known.year: known for known in load_calendar() if known.is_known(self.as_known_on)}
        if self.year not in years:
            return None
        every, last = amendments(years[self.year], self.track), self.as_known_on
        return tuple(one for one in every if last is None or one.date <= last)


class DecreeJson(TypedDict):
    """A decree, how sure we are of its date, and with what its days were compared."""

    instrument: str
    decreed_on: _Iso
    date_confidence: Annotated[str, Confidence]
    decree_track: Annotated[str, Track]
    citation: str
    compared: Annotated[str, Comparison]
    compared_label: str
    confidence: Annotated[str, Confidence]
    confidence_label: str
    note: str


class DayOffJson(DecreeJson):
    """A day that is no working day, by which decree, and whether it is one of Monday to Friday."""

    date: _Iso
    weekday: bool
    kind: Annotated[str, HolidayKind]


class CalendarJson(TypedDict):
    """The days of a year that are no working days.

    Attributes:
        following: whether the track follows the other one, for want of a decree of its own.
        awaited: the tracks of which a decree is awaited.
        conflict: days on which decrees differ.
    """

    year: int
    track: Annotated[str, Track]
    as_known_on: _Iso | None
    calendar_version: str
    estimated: bool
    following: bool
    awaited: list[Annotated[str, Track]]
    conflict: list[_Iso]
    days: list[DayOffJson]


class ChangedDayJson(TypedDict):
    """A day, and which kind of day off it became or was."""

    date: _Iso
    kind: Annotated[str, HolidayKind]


class MovedJson(TypedDict):
    """A due date that a decree moved, and whose it is."""

    register: Annotated[str, Register]
    number: str
    file: str | None
    row: int | None
    before: _Iso
    after: _Iso


class ChangeJson(TypedDict):
    """What decrees of one day changed: days that became days off, days that are worked again."""

    date: _Iso
    decrees: list[DecreeJson]
    freed: list[ChangedDayJson]
    restored: list[ChangedDayJson]
    moved: list[MovedJson]


class CalendarChangesJson(TypedDict):
    """The amendments of a year; with a folder, the due dates that each of them moved."""

    year: int
    track: Annotated[str, Track]
    as_known_on: _Iso | None
    changes: list[ChangeJson]
    problems: list[ProblemJson]


def _show_changes(wanted: _Changes, folder: str, output: str, lang: Lang, read_other: Reader) -> int:
    """Print the amendments of a year; with a folder, the due dates that each of them moved."""
    found = wanted.find()
    if found is None:
        raise CommandRefused(_UNKNOWN(lang).format(year=wanted.year))
    try:
        work = opened(folder, read_other) if folder else None
    except InputError as error:
        show_problems(error.problems, output, lang)
        return UNUSABLE
    changed = [(change, _moved(change, work, wanted.track)) for change in found]
    problems = () if work is None else work.problems
    if output == "json":
        known_on = wanted.as_known_on
        told = CalendarChangesJson(
            year=wanted.year,
            track=str(wanted.track),
            as_known_on=None if known_on is None else known_on.isoformat(),
            changes=[_change_json(*pair, lang) for pair in changed],
            problems=problems_json(problems, lang),
        )
        show_json("calendar-changes", told)
    else:
        show(problem_lines(problems, lang))
        show(_change_lines(wanted, changed, with_folder=work is not None, lang=lang))
    return UNUSABLE if problems else FINE


def _moved(change: Amendment, work: Dossier | None, track: Track) -> tuple[Moved, ...]:
    """Return the due dates that differ between the day before the decree and its own day."""
    if work is None:
        return ()
    year, eve = work.year, change.date - timedelta(days=1)
    before, after = (WorkdayCalendar.of(year, track=track, as_known_on=day) for day in (eve, change.date))
    return moved(year, work.law, before, after, eve)


def _change_lines(
    wanted: _Changes, changed: Sequence[_Changed], *, with_folder: bool, lang: Lang
) -> Iterator[str]:
    yield (_CHANGED if changed else _NOTHING)(lang).format(year=wanted.year)
    if wanted.as_known_on is not None:
        yield _AS_KNOWN(lang).format(day=format_date(wanted.as_known_on, lang))
    for change, shifted in changed:
        yield ""
        sure = "" if change.is_date_sure else f" {_UNSURE(lang)}"
        yield wrapped(f"{format_date(change.date, lang)}{sure}: {change.cite(lang)}", then="  ")
        yield from _effect(change, wanted.track, lang)
        if with_folder:
            yield from _shifts(shifted, lang)


def _effect(change: Amendment, track: Track, lang: Lang) -> Iterator[str]:
    """Yield what changed on the track asked for; where nothing did, what the decree says for its own."""
    if change.freed or change.restored:
        yield from _days(change.freed, change.restored, lang)
        return
    yield f"  {_SAME(lang).format(track=track.label(lang))}"
    for decree in change.decrees:
        added, removed = ([(day, decree.kind) for day in days] for days in (decree.add, decree.remove))
        yield f"  {_OWN(lang).format(track=decree.track.label(lang))}"
        yield from _days(added, removed, lang)


def _days(freed: _Days, restored: _Days, lang: Lang) -> Iterator[str]:
    for template, days in ((_FREED, freed), (_RESTORED, restored)):
        for kind in HolidayKind:
            named = [_short_day(day, lang) for day, of_kind in days if of_kind is kind]
            if named:
                text = template(lang).format(days=", ".join(named), kind=kind.label(lang))
                yield wrapped(text, first="  ", then="    ")


def _short_day(day: date, lang: Lang) -> str:
    """Return day and month, which no line break parts."""
    return f"{day.day}{UNBROKEN}{month_name(day.month, lang)}"


def _shifts(shifted: Sequence[Moved], lang: Lang) -> Iterator[str]:
    if not shifted:
        yield f"  {_NONE_MOVED(lang)}"
    for one in shifted:
        number = one.number or ("" if one.source is None else place(one.source, lang))
        dates = (format_date(one.before, lang), format_date(one.after, lang))
        yield wrapped(
            _MOVED(lang).format(
                case=_CASES[one.register](lang), number=number, before=dates[0], after=dates[1]
            ),
            first="  ",
            then="    ",
        )


def _change_json(change: Amendment, shifted: Sequence[Moved], lang: Lang) -> ChangeJson:
    return {
        "date": change.date.isoformat(),
        "decrees": [_decree_json(decree, lang) for decree in change.decrees],
        "freed": [{"date": day.isoformat(), "kind": str(kind)} for day, kind in change.freed],
        "restored": [{"date": day.isoformat(), "kind": str(kind)} for day, kind in change.restored],
        "moved": [
            {
                "register": str(one.register),
                "number": one.number,
                "file": None if one.source is None else one.source.file,
                "row": None if one.source is None else one.source.row,
                "before": one.before.isoformat(),
                "after": one.after.isoformat(),
            }
            for one in shifted
        ],
    }


def _decree_json(decree: Decree, lang: Lang, *, reading: Reading | None = None) -> DecreeJson:
    """Return what a decree is and how sure we are of it, or of that day of it that ``reading`` tells of."""
    told = reading or decree
    compared, sure = told.compared, told.confidence
    return {
        "instrument": decree.instrument,
        "decreed_on": decree.date.isoformat(),
        "date_confidence": str(decree.date_confidence or decree.confidence),
        "decree_track": str(decree.track),
        "citation": str(decree.citation),
        "compared": str(compared),
        "compared_label": compared.label(lang),
        "confidence": str(sure),
        "confidence_label": sure.label(lang),
        "note": decree.note,
    }


_UNKNOWN = Bilingual("Keputusan untuk tahun {year} tidak diketahui.", "No decree is known for {year}.")
_CHANGED = Bilingual("Perubahan hari libur tahun {year}", "Changes of the holidays of {year}")
_NOTHING = Bilingual("Hari libur tahun {year} tidak diubah.", "The holidays of {year} were not changed.")
_UNSURE = Bilingual("(tanggal belum diverifikasi)", "(date not verified)")
_SAME = Bilingual("tidak mengubah jalur {track}", "changes nothing on track {track}")
_OWN = Bilingual("pada jalur {track}:", "on track {track}:")
_FREED = Bilingual("menjadi {kind}: {days}", "became {kind}: {days}")
_RESTORED = Bilingual(
    "tidak lagi {kind}, menjadi hari kerja: {days}", "no longer {kind}, working days again: {days}"
)
_NONE_MOVED = Bilingual("tidak ada batas waktu yang bergeser", "no due date moved")
_MOVED = Bilingual(
    "{case} {number}: batas waktu {before} menjadi {after}", "{case} {number}: due {before}, now {after}"
)
_CASES = {
    Register.REQUESTS: Bilingual("permohonan", "request"),
    Register.OBJECTIONS: Bilingual("keberatan", "objection"),
    Register.DISPUTES: Bilingual("sengketa", "dispute"),
}


_DAY, _BETWEEN = 28, 2
_FIRST, _LAST = date.min.year + 1, date.max.year - 1


@click.command("calendar", short_help="Hari libur dan cuti bersama menurut keputusannya (kalender).")
@click.argument("asked", default="", metavar="TAHUN", shell_complete=completion.year_or_file)
@click.option(
    "--changes",
    shell_complete=completion.year,
    metavar="TAHUN",
    help="Apa yang diubah tiap keputusan; dengan FOLDER di belakangnya: batas waktu yang bergeser.",
)
@choices.track
@choices.as_known_on
@choices.output
@choices.lang
@choices.strict
@choices.block
def command(
    *,
    asked: str,
    changes: str | None,
    track: str,
    as_known_on: date | None,
    output: str,
    lang: Lang,
    strict_plugins: bool,
    block: tuple[str, ...],
) -> int:
    """Tampilkan hari libur dalam TAHUN, masing-masing dengan keputusannya.

    Dengan --changes TAHUN [FOLDER]: apa yang diubah tiap keputusan, dan batas waktu mana yang bergeser.
    """
    if changes is not None:
        wanted = _Changes(year=_year(changes, lang), track=Track(track), as_known_on=as_known_on)
        read_other = through_plugins(lang, strict=strict_plugins, block=block)
        return _show_changes(wanted, asked, output, lang, read_other)
    year = _year(asked, lang)
    body, eve = ServiceYear(period=ReportingPeriod(year)), date(year - 1, 12, 31)
    workdays = calendar_for(body, eve, track=Track(track), as_known_on=as_known_on)
    if year not in workdays.years:
        raise CommandRefused(unknown_year(year, workdays, lang))
    if output == "json":
        show_json("calendar", _json(year, workdays, lang))
    else:
        show(_lines(year, workdays, lang))
    return FINE


def _year(asked: str, lang: Lang) -> int:
    if len(asked) > len(str(_LAST)) or not asked.isdecimal() or not _FIRST <= int(asked) <= _LAST:
        raise CommandRefused((_NO_SUCH_YEAR if asked else _NO_YEAR)(lang).format(asked=asked))
    return int(asked)


def _free(year: int, workdays: WorkdayCalendar) -> Mapping[date, Decree]:
    return {day: decree for day, decree in sorted(workdays.days.free.items()) if day.year == year}


def _disputed(year: int, workdays: WorkdayCalendar) -> frozenset[date]:
    return frozenset(workdays.disputed(date(year - 1, 12, 31), date(year, 12, 31)))


def _lines(year: int, workdays: WorkdayCalendar, lang: Lang) -> Iterator[str]:
    free, disputed = _free(year, workdays), _disputed(year, workdays)
    on_weekdays = sum(day.weekday() < SATURDAY for day in free)
    wide = max(len(kind.label(lang)) for kind in HolidayKind) + _BETWEEN
    yield wrapped(_TITLE(lang).format(year=year, track=workdays.track.label(lang)), then="  ")
    if workdays.as_known_on is not None:
        yield _AS_KNOWN(lang).format(day=format_date(workdays.as_known_on, lang))
    yield ""
    for day, decree in free.items():
        named = f"{WEEKDAYS[lang][day.weekday()]}, {format_date(day, lang)}"
        mark = f" {_DISPUTED(lang)}" if day in disputed else ""
        first = f"{named:<{_DAY}}{decree.kind.label(lang):<{wide}}"
        yield wrapped(f"{decree.cite(lang, day=day)}{mark}", first=first, then=" " * (_DAY + wide))
    yield ""
    yield _COUNT(lang).format(count=on_weekdays, rest=len(free) - on_weekdays)
    yield from (wrapped(line, then="  ") for line in _comparisons(free, workdays, lang))
    yield from (wrapped(note, then="  ") for note in _notes(year, workdays, disputed - free.keys(), lang))


def _comparisons(free: Iterable[date], workdays: WorkdayCalendar, lang: Lang) -> Iterator[str]:
    """Yield with what the days were compared; all but the largest group names its days."""
    groups: dict[Comparison, list[date]] = {}
    for day in free:
        groups.setdefault(workdays.days.reading(day).compared, []).append(day)
    largest = max(map(len, groups.values()), default=0)
    for compared in Comparison:
        days = groups.get(compared, [])
        named = f" ({', '.join(_short_day(day, lang) for day in days)})" if len(days) < largest else ""
        if days:
            yield _COMPARED[compared](lang).format(count=len(days), named=named)


def _notes(year: int, workdays: WorkdayCalendar, working: frozenset[date], lang: Lang) -> Iterator[str]:
    """Yield what is uncertain: days off on the other track only, a track that follows, an estimate."""
    for day in sorted(working):
        yield _OTHER_TRACK(lang).format(day=format_date(day, lang))
    if year in workdays.following_years:
        yield _FOLLOWS(lang).format(track=workdays.track.label(lang))
    for awaited, track in workdays.awaited:
        if awaited == year and track is not workdays.track:
            yield _AWAITED(lang).format(track=track.label(lang))
    if year in workdays.estimated_years:
        yield _ESTIMATED(lang)
    yield _VERSION(lang).format(version=workdays.version)


def _json(year: int, workdays: WorkdayCalendar, lang: Lang) -> CalendarJson:
    known_on, disputed = workdays.as_known_on, _disputed(year, workdays)
    return {
        "year": year,
        "track": str(workdays.track),
        "as_known_on": None if known_on is None else known_on.isoformat(),
        "calendar_version": workdays.version,
        "estimated": year in workdays.estimated_years,
        "following": year in workdays.following_years,
        "awaited": [str(track) for on, track in workdays.awaited if on == year],
        "conflict": [day.isoformat() for day in sorted(disputed)],
        "days": [
            {
                "date": day.isoformat(),
                "weekday": day.weekday() < SATURDAY,
                "kind": str(decree.kind),
                **_decree_json(decree, lang, reading=workdays.days.reading(day)),
            }
            for day, decree in _free(year, workdays).items()
        ],
    }


_NO_YEAR = Bilingual(
    "Tulis tahunnya, misalnya: ppid kalender 2024", "Name the year, as in: ppid calendar 2024"
)
_NO_SUCH_YEAR = Bilingual(
    '"{asked}" bukan tahun. Tulis misalnya: ppid kalender 2024',
    '"{asked}" is no year. Write for example: ppid calendar 2024',
)
_TITLE = Bilingual("Hari libur tahun {year}, jalur {track}", "Non-working days of {year}, track {track}")
_AS_KNOWN = Bilingual("menurut keputusan sampai dengan {day}", "by the decrees up to {day}")
_DISPUTED = Bilingual("– hanya pada satu jalur", "– on one track only")
_COUNT = Bilingual(
    "{count} hari Senin–Jumat bukan hari kerja; {rest} hari libur lain jatuh pada Sabtu atau Minggu.",
    "{count} weekdays are no working days; {rest} other holidays fall on a Saturday or Sunday.",
)
_COMPARED = {
    Comparison.DECREE: Bilingual(
        "Dibandingkan dengan naskah keputusan: {count} hari{named}.",
        "{count} of them compared with the decree itself{named}.",
    ),
    Comparison.REPRINT: Bilingual(
        "Dibandingkan dengan cetak ulangnya di pers atau laman badan: {count} hari{named}.",
        "{count} of them compared with a reprint in the press or on an agency's page{named}.",
    ),
    Comparison.PACKAGE: Bilingual(
        "Hanya menurut kalender atau program, naskahnya tidak ditemukan: {count} hari{named}.",
        "{count} of them by a calendar or a program only; no text was found{named}.",
    ),
}
_OTHER_TRACK = Bilingual(
    "{day}: hari kerja di sini, cuti bersama pada jalur lain.",
    "{day}: a working day here, joint leave on the other track.",
)
_FOLLOWS = Bilingual(
    "Jalur {track} tidak mempunyai keputusan cuti bersama sendiri untuk tahun ini dan mengikuti jalur lain.",
    "Track {track} has no decree on joint leave of its own for this year and follows the other.",
)
_AWAITED = Bilingual(
    "Belum ada keputusan cuti bersama jalur {track} untuk tahun ini; hari-harinya dapat berubah.",
    "There is no decree on joint leave of the track {track} for this year yet; the days may change.",
)
_ESTIMATED = Bilingual(
    "Perkiraan: belum ada keputusan untuk tahun ini; hari raya dapat bergeser, cuti bersama belum ada.",
    "An estimate: no decree fixes this year; feasts may move and there is no joint leave yet.",
)
_VERSION = Bilingual("Kalender hari kerja {version}.", "Working calendar {version}.")
