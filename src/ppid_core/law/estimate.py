"""Years that no decree fixes yet: their holidays as the package ``holidays`` computes them."""

from __future__ import annotations

import datetime as dt

from ppid_core.errors import ExtraMissingError
from ppid_core.language import Bilingual
from ppid_core.law.calendar_year import CalendarYear, load_calendar
from ppid_core.law.citation import Citation, Confidence
from ppid_core.law.decree import Decree, HolidayKind, Track

_PURPOSE = Bilingual("perkiraan hari libur", "estimated holidays")
MOST_YEARS = 20
"""How far ahead an estimate makes sense at all."""
NOTE = "Perkiraan: belum ada keputusan untuk tahun ini; hari raya dapat bergeser dan cuti bersama belum ada."


def years_until(last: int | None, as_known_on: dt.date | None = None) -> tuple[CalendarYear, ...]:
    """Return every year that comes with this package, ``last`` and those before it estimated if need be.

    Args:
        last: the last year that is asked for, at most `MOST_YEARS` on; None where none is to be estimated.
        as_known_on: the day whose decrees are known: a year without its own by then is estimated, too.

    Raises:
        ExtraMissingError: where the package ``holidays`` is not installed (extra ``estimate``).
    """
    known = tuple(year for year in load_calendar() if year.is_known(as_known_on))
    if last is None or not known:
        return load_calendar()
    farthest = min(last, known[-1].year + MOST_YEARS)
    return (*known, *(_estimated(year) for year in range(known[-1].year + 1, farthest + 1)))


def _estimated(year: int) -> CalendarYear:
    try:
        from importlib.metadata import version  # noqa: PLC0415  only an estimate needs it

        import holidays  # noqa: PLC0415  optional, and slow to import
    except ImportError as error:
        raise ExtraMissingError(_PURPOSE, "estimate") from error
    days = tuple(sorted(holidays.country_holidays("ID", years=year)))
    source = f"paket Python holidays {version('holidays')}"
    return CalendarYear(year=year, decrees=(_computed(year, days, source),), estimated=True)


def _computed(year: int, days: tuple[dt.date, ...], source: str) -> Decree:
    return Decree(
        instrument=f"perkiraan {source}",
        date=dt.date(year, 1, 1),
        track=Track.BOTH,
        kind=HolidayKind.LIBUR_NASIONAL,
        add=days,
        citation=Citation(instrument=source),
        confidence=Confidence.UNCONFIRMED,
        date_confidence=Confidence.UNCONFIRMED,
        yearly=True,
        note=NOTE,
    )
