"""The working calendar of a verb: estimated beyond the known years where that can be done."""

from __future__ import annotations

from datetime import date

from ppid_core.cli.console import UNBROKEN
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Track
from ppid_core.model import ServiceYear
from ppid_core.workdays import WorkdayCalendar


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
    return told(lang).format(year=year, known=known, install=INSTALL)


INSTALL = f'pip{UNBROKEN}install{UNBROKEN}"ppid-core[estimate]"'
_UNKNOWN = Bilingual(
    "Hari libur tahun {year} tidak diketahui; yang diketahui: {known}.",
    "The holidays of {year} are not known; known are {known}.",
)
_NOT_ESTIMATED = Bilingual(
    "Hari libur tahun {year} belum diketahui (yang diketahui: {known}); perkiraannya memerlukan {install}",
    "The holidays of {year} are not known yet (known are {known}); to estimate them: {install}",
)
