"""The days that decrees make free: over all known years, as known on one day, on one track."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import takewhile

from attrs import field, frozen

from ppid_core.errors import CalendarRangeError
from ppid_core.language import Bilingual
from ppid_core.law.calendar_year import CalendarYear, contiguous
from ppid_core.law.decree import Comparison, Decree, Reading, Track


@frozen(kw_only=True)
class DecreedDays:
    """Free days by decree (*hari libur menurut keputusan*).

    Attributes:
        decreed: years ascending and without a gap, each with its decrees.
        cuti_bersama: whether joint leave is free.
        track: whose joint leave is.
        as_known_on: the day whose decrees are known, that day included; None is all there are.
        known: the years that were known on that day.
        free: each free day, with the last decree that says so; a holiday goes before joint leave.

    Raises:
        CalendarRangeError: where no year was known by ``as_known_on``.
        ValueError: where the years have a gap.
    """

    decreed: tuple[CalendarYear, ...] = field(converter=contiguous, repr=False)
    cuti_bersama: bool = True
    track: Track = Track.BOTH
    as_known_on: date | None = None
    known: tuple[CalendarYear, ...] = field(init=False, eq=False, repr=False)
    free: Mapping[date, Decree] = field(init=False, eq=False, repr=False)

    @known.default
    def _known_years(self) -> tuple[CalendarYear, ...]:
        known = tuple(takewhile(lambda year: year.is_known(self.as_known_on), self.decreed))
        if not known:
            raise CalendarRangeError(_NOTHING_KNOWN.fill(day=self.as_known_on))
        return known

    @free.default
    def _free_days(self) -> Mapping[date, Decree]:
        folds = (year.fold(self.track, self.as_known_on) for year in self.known)
        folded = [(day, kind, decree) for fold in folds for (day, kind), decree in fold.items()]
        holidays = {day: decree for day, kind, decree in folded if kind.is_national}
        leave = {day: decree for day, kind, decree in folded if not kind.is_national}
        return {**leave, **holidays} if self.cuti_bersama else holidays

    @property
    def decrees(self) -> tuple[Decree, ...]:
        """Every decree that was known, by year and date."""
        return tuple(decree for year in self.known for decree in year.known(self.as_known_on))

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are known, ascending."""
        return tuple(year.year for year in self.known)

    @property
    def estimated_years(self) -> tuple[int, ...]:
        """Those of them that no decree fixes."""
        return tuple(year.year for year in self.known if year.estimated)

    @property
    def following_years(self) -> tuple[int, ...]:
        """The years in which ``track`` has no decree on joint leave and follows the other one."""
        return tuple(year.year for year in self.known if year.follows(self.track, self.as_known_on))

    @property
    def awaited(self) -> tuple[tuple[int, Track], ...]:
        """The years, each with the track, for which a track that had decrees before has none on joint leave.

        In the years before its first one a track had none to wait for: up to PP 11/2017 the joint decree
        of the ministers bound civil servants too.
        """
        return tuple(
            (year.year, track)
            for number, year in enumerate(self.known)
            for track in (Track.ASN, Track.UMUM)
            if year.follows(track, self.as_known_on)
            and any(before.decides(track, self.as_known_on) for before in self.known[:number])
        )

    def reading(self, day: date) -> Reading:
        """Return the best that ``day`` was compared with, of all decrees that make it free here.

        Raises:
            KeyError: where no decree makes it free.
        """
        last, order = self.free[day], tuple(Comparison)
        readings = (
            decree.reading(day)
            for decree in self.decrees
            if day in decree.add and decree.kind is last.kind and decree.binds(self.track)
        )
        return min((last.reading(day), *readings), key=lambda reading: order.index(reading.compared))

    def disputed(self, first: date, last: date) -> tuple[date, ...]:
        """Return the days in (``first``, ``last``] that are joint leave on one track only, ascending."""
        if not self.cuti_bersama:
            return ()
        years = (year for year in self.known if first.year <= year.year <= last.year)
        return tuple(
            sorted(day for year in years for day in year.disputed(self.as_known_on) if first < day <= last)
        )


_NOTHING_KNOWN = Bilingual(
    "Belum ada hari libur yang diketahui pada {day}.", "No holidays were known on {day}."
)
