"""``ppid calendar``: the non-working days of a year by decree, and what each amendment changed."""

from __future__ import annotations

from calendar import SATURDAY
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import click

from ppid_core.cli import choices
from ppid_core.cli.amendments import Changes, decree_json, short_day, show_changes
from ppid_core.cli.calendars import calendar_for, unknown_year
from ppid_core.cli.console import show, show_json, wrapped
from ppid_core.cli.dossier import through_plugins
from ppid_core.cli.ending import FINE
from ppid_core.cli.usage import Refusal
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Comparison, Decree, Track
from ppid_core.model import ReportingPeriod, ServiceYear
from ppid_core.workdays import WorkdayCalendar
from ppid_core.writing import format_date
from ppid_core.writing.weekdays import WEEKDAYS

DAY, KIND = 28, 16
FIRST, LAST = date.min.year + 1, date.max.year - 1


@click.command("calendar", short_help="Hari libur dan cuti bersama menurut keputusannya (kalender).")
@click.argument("asked", default="", metavar="TAHUN")
@click.option(
    "--changes",
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
        wanted = Changes(year=_year(changes, lang), track=Track(track), as_known_on=as_known_on)
        read_other = through_plugins(lang, strict=strict_plugins, block=block)
        return show_changes(wanted, asked, output, lang, read_other)
    year = _year(asked, lang)
    body, eve = ServiceYear(period=ReportingPeriod(year)), date(year - 1, 12, 31)
    workdays = calendar_for(body, eve, track=Track(track), as_known_on=as_known_on)
    if year not in workdays.years:
        raise Refusal(unknown_year(year, workdays, lang))
    if output == "json":
        show_json(_json(year, workdays, lang))
    else:
        show(_lines(year, workdays, lang))
    return FINE


def _year(asked: str, lang: Lang) -> int:
    if len(asked) > len(str(LAST)) or not asked.isdecimal() or not FIRST <= int(asked) <= LAST:
        raise Refusal((_NO_SUCH_YEAR if asked else _NO_YEAR)(lang).format(asked=asked))
    return int(asked)


def _free(year: int, workdays: WorkdayCalendar) -> Mapping[date, Decree]:
    return {day: decree for day, decree in sorted(workdays.days.free.items()) if day.year == year}


def _disputed(year: int, workdays: WorkdayCalendar) -> frozenset[date]:
    return frozenset(workdays.disputed(date(year - 1, 12, 31), date(year, 12, 31)))


def _lines(year: int, workdays: WorkdayCalendar, lang: Lang) -> Iterator[str]:
    free, disputed = _free(year, workdays), _disputed(year, workdays)
    on_weekdays = sum(day.weekday() < SATURDAY for day in free)
    yield wrapped(_TITLE(lang).format(year=year, track=workdays.track.label(lang)), then="  ")
    if workdays.as_known_on is not None:
        yield _AS_KNOWN(lang).format(day=format_date(workdays.as_known_on, lang))
    yield ""
    for day, decree in free.items():
        named = f"{WEEKDAYS[lang][day.weekday()]}, {format_date(day, lang)}"
        mark = f" {_DISPUTED(lang)}" if day in disputed else ""
        first = f"{named:<{DAY}}{decree.kind.label(lang):<{KIND}}"
        yield wrapped(f"{decree.cite(lang, day=day)}{mark}", first=first, then=" " * (DAY + KIND))
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
        named = f" ({', '.join(short_day(day, lang) for day in days)})" if len(days) < largest else ""
        if days:
            yield _COMPARED[compared](lang).format(count=len(days), named=named)


def _notes(year: int, workdays: WorkdayCalendar, working: frozenset[date], lang: Lang) -> Iterator[str]:
    """Yield what is uncertain: days off on the other track only, a track that follows, an estimate."""
    for day in sorted(working):
        yield _OTHER_TRACK(lang).format(day=format_date(day, lang))
    if year in workdays.following_years:
        yield _FOLLOWS(lang).format(track=workdays.track.label(lang))
    for track in _awaited(year, workdays):
        yield _AWAITED(lang).format(track=track.label(lang))
    if year in workdays.estimated_years:
        yield _ESTIMATED(lang)
    yield _VERSION(lang).format(version=workdays.version)


def _awaited(year: int, workdays: WorkdayCalendar) -> list[Track]:
    return [track for awaited, track in workdays.awaited if awaited == year and track is not workdays.track]


def _json(year: int, workdays: WorkdayCalendar, lang: Lang) -> dict[str, object]:
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
                **decree_json(decree, lang, reading=workdays.days.reading(day)),
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
