"""What each decree changed in a year, and which due dates of a folder moved by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import frozen

from ppid_core.cli.console import UNBROKEN, show, show_json, wrapped
from ppid_core.cli.dossier import Reader, opened
from ppid_core.cli.ending import FINE, UNUSABLE
from ppid_core.cli.place import place
from ppid_core.cli.problems import problem_lines, problems_json
from ppid_core.cli.usage import Refusal
from ppid_core.dossier import Dossier
from ppid_core.errors import InputError, Problem
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Amendment, Decree, HolidayKind, Reading, Track, amendments, load_calendar
from ppid_core.model import Register
from ppid_core.summary import Moved, moved
from ppid_core.workdays import WorkdayCalendar
from ppid_core.writing import format_date
from ppid_core.writing.dates import month_name

Days = Sequence[tuple[date, HolidayKind]]
Changed = tuple[Amendment, tuple[Moved, ...]]


@frozen(kw_only=True)
class Changes:
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


def show_changes(wanted: Changes, folder: str, output: str, lang: Lang, read_other: Reader) -> int:
    """Print the amendments of a year; with a folder, the due dates that each of them moved."""
    found = wanted.find()
    if found is None:
        raise Refusal(_UNKNOWN(lang).format(year=wanted.year))
    try:
        work = opened(folder, read_other) if folder else None
    except InputError as error:
        if output == "json":
            show_json({"problems": problems_json(error.problems, lang)})
        else:
            show(problem_lines(error.problems, lang))
        return UNUSABLE
    changed = [(change, _moved(change, work, wanted.track)) for change in found]
    problems = () if work is None else work.problems
    if output == "json":
        show_json(_all_json(wanted, changed, problems, lang))
    else:
        show(problem_lines(problems, lang))
        show(_lines(wanted, changed, with_folder=work is not None, lang=lang))
    return UNUSABLE if problems else FINE


def _moved(change: Amendment, work: Dossier | None, track: Track) -> tuple[Moved, ...]:
    """Return the due dates that differ between the day before the decree and its own day."""
    if work is None:
        return ()
    year, eve = work.year, change.date - timedelta(days=1)
    before, after = (WorkdayCalendar.of(year, track=track, as_known_on=day) for day in (eve, change.date))
    return moved(year, work.law, before, after, eve)


def _lines(wanted: Changes, changed: Sequence[Changed], *, with_folder: bool, lang: Lang) -> Iterator[str]:
    yield (_TITLE if changed else _NOTHING)(lang).format(year=wanted.year)
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


def _days(freed: Days, restored: Days, lang: Lang) -> Iterator[str]:
    for template, days in ((_FREED, freed), (_RESTORED, restored)):
        for kind in HolidayKind:
            named = [short_day(day, lang) for day, of_kind in days if of_kind is kind]
            if named:
                text = template(lang).format(days=", ".join(named), kind=kind.label(lang))
                yield wrapped(text, first="  ", then="    ")


def short_day(day: date, lang: Lang) -> str:
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


def _all_json(
    wanted: Changes, changed: Sequence[Changed], problems: Sequence[Problem], lang: Lang
) -> dict[str, object]:
    return {
        "year": wanted.year,
        "track": str(wanted.track),
        "as_known_on": None if wanted.as_known_on is None else wanted.as_known_on.isoformat(),
        "changes": [_json(*pair, lang) for pair in changed],
        "problems": problems_json(problems, lang),
    }


def _json(change: Amendment, shifted: Sequence[Moved], lang: Lang) -> dict[str, object]:
    return {
        "date": change.date.isoformat(),
        "decrees": [decree_json(decree, lang) for decree in change.decrees],
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


def decree_json(decree: Decree, lang: Lang, *, reading: Reading | None = None) -> dict[str, object]:
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
_AS_KNOWN = Bilingual("menurut keputusan sampai dengan {day}", "by the decrees up to {day}")
_TITLE = Bilingual("Perubahan hari libur tahun {year}", "Changes of the holidays of {year}")
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
