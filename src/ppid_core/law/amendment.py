"""What each decree changed in a year that was already set: its days before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from attrs import evolve, frozen

from ppid_core.language import Lang
from ppid_core.law.calendar_year import CalendarYear
from ppid_core.law.citation import Confidence
from ppid_core.law.decree import Decree, HolidayKind, Track


@frozen(kw_only=True)
class Amendment:
    """A decree that came after the year's list of holidays (*perubahan*).

    Attributes:
        decrees: its parts, one for each kind of day.
        freed: days that became free by it, on the track asked for, each with its kind.
        restored: days that became working days again.
    """

    decrees: tuple[Decree, ...]
    freed: tuple[tuple[dt.date, HolidayKind], ...]
    restored: tuple[tuple[dt.date, HolidayKind], ...]

    @property
    def instrument(self) -> str:
        """Name with its number, or numbers."""
        return self.decrees[0].instrument

    def cite(self, lang: Lang = "id") -> str:
        """Return its name as printed; one of which a part is unconfirmed says so."""
        unsure = (decree for decree in self.decrees if decree.confidence is Confidence.UNCONFIRMED)
        return next(unsure, self.decrees[0]).cite(lang)

    @property
    def date(self) -> dt.date:
        """The day from which it counts."""
        return self.decrees[0].date

    @property
    def is_date_sure(self) -> bool:
        """Whether the day was found."""
        sure = (decree.date_confidence or decree.confidence for decree in self.decrees)
        return Confidence.UNCONFIRMED not in sure

    @property
    def tracks(self) -> tuple[Track, ...]:
        """Whom it binds."""
        return tuple(sorted({decree.track for decree in self.decrees}))


def amendments(year: CalendarYear, track: Track = Track.BOTH) -> Iterator[Amendment]:
    """Yield what came after the list of ``year``, oldest first, with what it changed on ``track``."""
    past: tuple[Decree, ...] = ()
    is_set = False
    for _, group in groupby(year.known(), key=lambda decree: (decree.date, decree.instrument)):
        parts = tuple(group)
        before, after = (_free(year, decrees, track) for decrees in (past, (*past, *parts)))
        past = (*past, *parts)
        if any(part.yearly for part in parts):
            is_set = True
        elif is_set:
            yield Amendment(decrees=parts, freed=_ordered(after - before), restored=_ordered(before - after))


Free = frozenset[tuple[dt.date, HolidayKind]]


def _free(year: CalendarYear, decrees: tuple[Decree, ...], track: Track) -> Free:
    return frozenset(evolve(year, decrees=decrees).fold(track))


def _ordered(days: Free) -> tuple[tuple[dt.date, HolidayKind], ...]:
    return tuple(sorted(days))
