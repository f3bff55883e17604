"""What a verb starts from: the dossier of what was typed on the command line, and its calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ppid_core.cli import collector_held
from ppid_core.cli.console import UNBROKEN
from ppid_core.cli.given import NOTHING_SAID, Said
from ppid_core.cli.usage import CommandRefused
from ppid_core.dossier import Dossier
from ppid_core.dossier.previous import home_of, newest_first, past_of, strangers, with_last_report
from ppid_core.intake import STANDARD_INPUT, Intake, load
from ppid_core.intake.cells import Month
from ppid_core.intake.files.loading import is_ours
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Track
from ppid_core.model import ServiceYear
from ppid_core.workdays import WorkdayCalendar

if TYPE_CHECKING:
    from ppid_core.plugins import Plugins


def calendar_for(
    year: ServiceYear, day: date, *, track: Track = Track.BOTH, as_known_on: date | None = None
) -> WorkdayCalendar:
    """Return the calendar of a body, reaching into the year after ``day``.

    What no decree fixes by then is estimated, as `WorkdayCalendar.reaching` tells.
    """
    return WorkdayCalendar.reaching(year, day.year + 1, track=track, as_known_on=as_known_on)


def unknown_year(year: int, workdays: WorkdayCalendar, lang: Lang) -> str:
    """Return the sentence for a year outside ``workdays``; where it could be estimated, what to install."""
    known = f"{workdays.years[0]}–{workdays.years[-1]}"
    # What can be estimated has been, in `calendar_for`: a later year is missing for want of the package.
    is_installed = bool(workdays.estimated_years)
    told = _UNKNOWN if is_installed or year < workdays.years[0] else _NOT_ESTIMATED
    return told(lang).format(year=year, known=known, install=_INSTALL)


_INSTALL = f'pip{UNBROKEN}install{UNBROKEN}"ppid-core[estimate]"'
_UNKNOWN = Bilingual(
    "Hari libur tahun {year} tidak diketahui; yang diketahui: {known}.",
    "The holidays of {year} are not known; known are {known}.",
)
_NOT_ESTIMATED = Bilingual(
    "Hari libur tahun {year} belum diketahui (yang diketahui: {known}); perkiraannya memerlukan {install}",
    "The holidays of {year} are not known yet (known are {known}); to estimate them: {install}",
)


_MOST_NAMES = 5

Reader = Callable[[Path], Intake]
"""Reads a file that none of our own importers reads."""
Calendar = Callable[[ServiceYear, date], WorkdayCalendar]


def opened(
    folder: str,
    read_other: Reader,
    *,
    said: Said = NOTHING_SAID,
    as_of: date | None = None,
    until: Month | None = None,
    plugins: Plugins | None = None,
    calendar: Calendar | None = None,
) -> Dossier:
    """Return the work of a folder, a file or (``-``) standard input.

    Args:
        folder: the path as typed.
        read_other: reads what only a plugin can read.
        said: what was said beside it.
        as_of: the day whose state is told; None is the day of signature, else the last day of the period.
        until: the last month that counts; None is the whole period.
        plugins: whose rules and formats are used; None where the verb needs none.
        calendar: makes the calendar of a year on a day; None is that by which a report is judged.

    Raises:
        CommandRefused: where there is no such folder, ``until`` is of another year, or something was said
            of what only a plugin can read.
        CommandFailed: where the importer of a plugin failed.
        InputError: where no year can be named; carries every problem.
    """
    for path in (folder, *(said.previous or ())):
        if path != STANDARD_INPUT and not Path(path).exists():
            raise CommandRefused(_missing_folder(Path(path)))
    with collector_held():
        intake, before = _compared(_read(folder, said, read_other), folder, said, read_other)
    year = intake.year
    day = as_of or year.as_of
    workdays = (calendar or WorkdayCalendar.of_report)(year, day)
    work = Dossier(
        year=year,
        intake=intake,
        as_of=day,
        workdays=workdays,
        previous=before,
        plugins=plugins,
        rule_options=said.rules,
    )
    return work if until is None else work.until(_month_of(work.year, until), as_of=as_of)


def _read(folder: str, said: Said, read_other: Reader) -> Intake:
    if is_ours(folder):
        return load(folder, year=said.year, keys=said.keys, tables=said.tables_of(folder))
    if said:
        raise CommandRefused(_OF_A_PLUGIN)
    return read_other(Path(folder))


def _compared(
    intake: Intake, folder: str, said: Said, read_other: Reader
) -> tuple[Intake, tuple[Dossier, ...]]:
    """Return what was read and what it is compared with; a plugin reads only what we do not.

    Raises:
        CommandRefused: what was named is no earlier year of this body.
    """
    if said.previous is None:
        return intake, ()
    read = [(path, load(path) if is_ours(path) else read_other(Path(path))) for path in said.previous]
    given = [past_of(earlier, path, Dossier) for path, earlier in read]
    for why in strangers(intake.year, newest_first(given)):
        raise CommandRefused(_NOT_PREVIOUS.fill(why=why))
    return with_last_report(intake, home_of(folder), given, Dossier)


def _month_of(year: ServiceYear, until: Month) -> int:
    if until.year not in {None, year.period.year}:
        wanted = f"{year.period.year}-{until.month:02}"
        raise CommandRefused(_OTHER_YEAR.fill(year=year.period.year, asked=until.year, wanted=wanted))
    return until.month


def through_plugins(lang: Lang, *, strict: bool, block: Sequence[str]) -> Reader:
    """Return a reader that loads the plugins when it is called: a folder and JSON need none."""

    def read(path: Path) -> Intake:
        from ppid_core.cli.installed_plugins import imported, plugged  # noqa: PLC0415  it brings every plugin

        return imported(path, plugged(lang, strict=strict, block=block))

    return read


def _missing_folder(path: Path) -> Bilingual:
    """Return the sentence for a folder that is not there, with those that are and look like it."""
    parent = path.parent
    names = sorted(entry.name for entry in parent.iterdir() if entry.is_dir()) if parent.is_dir() else []
    shown = [name for name in names if not name.startswith(".")]
    import difflib  # noqa: PLC0415  only where a folder is missing

    near = difflib.get_close_matches(path.name, shown, n=_MOST_NAMES) or shown[:_MOST_NAMES]
    there = _HERE.fill(names=", ".join(near)) if near else Bilingual("", "")
    return _NO_FOLDER.fill(path=path, there=there)


_OF_A_PLUGIN = Bilingual(
    "--year, --set KUNCI=ISI, dan --table hanya untuk folder dan tabel, bukan untuk yang dibaca plugin.",
    "--year, --set KEY=VALUE and --table are for folders and tables, and not for what a plugin reads.",
)
_OTHER_YEAR = Bilingual(
    "Data ini tentang tahun {year}, bukan {asked}. Tulis --until {wanted}.",
    "These data are about the year {year}, not {asked}. Write --until {wanted}.",
)
_NOT_PREVIOUS = Bilingual("--previous: {why}.", "--previous: {why}.")
_NO_FOLDER = Bilingual('Folder "{path}" tidak ditemukan.{there}', 'There is no folder "{path}".{there}')
_HERE = Bilingual(" Folder yang ada di sini: {names}.", " Folders here: {names}.")
