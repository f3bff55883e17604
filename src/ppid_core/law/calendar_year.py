"""The decrees of one calendar year, and the days that are free by them: on any day, on either track."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache, partial

from attrs import field, frozen

from ppid_core.errors import LawFileError
from ppid_core.law.decree import Decree, HolidayKind, Track
from ppid_core.law.files import toml_texts
from ppid_core.law.structure import build, gather, parse, records

FreeDays = dict[dt.date, Decree]
"""Each free day with the last decree that says so."""


@frozen(kw_only=True)
class CalendarYear:
    """All decrees found on one year (*tahun kalender*), in no promised order.

    A decree counts from its date on (*as known on* is inclusive). National holidays bind everybody; joint
    leave has two tracks, and as long as one of them has no decree of its own it follows the other.

    Attributes:
        estimated: whether no decree fixes its days and they were computed instead.
    """

    year: int
    decrees: tuple[Decree, ...] = field()
    estimated: bool = False

    @decrees.validator
    def _within_the_year(self, _: object, decrees: tuple[Decree, ...]) -> None:
        strays = sorted({str(day) for decree in decrees for day in decree.days if day.year != self.year})
        if strays:
            raise ValueError(f"hari di luar tahun {self.year}: {', '.join(strays)}")

    def is_known(self, on: dt.date | None = None) -> bool:
        """Tell whether its list of national holidays was out by ``on``; None is today's knowledge."""
        return on is None or self.estimated or any(decree.yearly for decree in self.known(on))

    def known(self, on: dt.date | None = None) -> tuple[Decree, ...]:
        """Return the decrees signed by ``on``, oldest first; those of one day as the file has them.

        What was computed in the place of a decree bears no date that could be too late.
        """
        is_open = on is None or self.estimated
        signed = (decree for decree in self.decrees if is_open or (on is not None and decree.date <= on))
        return tuple(sorted(signed, key=lambda decree: decree.date))

    def fold(
        self, track: Track = Track.BOTH, as_known_on: dt.date | None = None
    ) -> dict[tuple[dt.date, HolidayKind], Decree]:
        """Return each free day and its kind, with the last decree that says so."""
        decrees = self.known(as_known_on)
        holidays = _folded(decree for decree in decrees if decree.kind is HolidayKind.LIBUR_NASIONAL)
        leave = self._leave(track, as_known_on)
        return {
            **{(day, HolidayKind.LIBUR_NASIONAL): decree for day, decree in holidays.items()},
            **{(day, HolidayKind.CUTI_BERSAMA): decree for day, decree in leave.items()},
        }

    def disputed(self, as_known_on: dt.date | None = None) -> frozenset[dt.date]:
        """Return the days that are joint leave on one track and working days on the other."""
        asn, umum = (self._leave(track, as_known_on) for track in (Track.ASN, Track.UMUM))
        holidays = {day for day, kind in self.fold(as_known_on=as_known_on) if kind.is_national}
        return frozenset(asn.keys() ^ umum.keys()) - holidays

    def follows(self, track: Track, as_known_on: dt.date | None = None) -> bool:
        """Tell whether ``track`` has no decree on joint leave of its own yet, and the other one has."""
        return bool(self._leave_decrees(as_known_on)) and not self.decides(track, as_known_on)

    def decides(self, track: Track, as_known_on: dt.date | None = None) -> bool:
        """Tell whether ``track`` has a decree on joint leave of its own."""
        return any(decree.binds(track) for decree in self._leave_decrees(as_known_on))

    def _leave_decrees(self, on: dt.date | None) -> tuple[Decree, ...]:
        return tuple(decree for decree in self.known(on) if decree.kind is HolidayKind.CUTI_BERSAMA)

    def _leave(self, track: Track, on: dt.date | None) -> FreeDays:
        """Return the joint leave of a track; up to its first own decree it follows the other one."""
        every = self._leave_decrees(on)
        own = [decree for decree in every if decree.binds(track)]
        if not own:
            return _folded(every)
        others = _folded(decree for decree in every if not decree.binds(track))
        followed = {day: decree for day, decree in others.items() if day <= own[0].date}
        return {**followed, **_folded(own)}


def _folded(decrees: Iterable[Decree]) -> FreeDays:
    free: FreeDays = {}
    for decree in decrees:
        for day in decree.remove:
            free.pop(day, None)
        free.update((day, decree) for day in decree.add)
    return free


def contiguous(decreed: Iterable[CalendarYear]) -> tuple[CalendarYear, ...]:
    """Return ``decreed``, or raise `ValueError` at a gap: an unknown year is not free of holidays."""
    years = tuple(decreed)
    numbers = [year.year for year in years]
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        raise ValueError(f"years must ascend without a gap: {numbers}")
    return years


def structure_calendar(texts: Mapping[str, str]) -> tuple[CalendarYear, ...]:
    """Return the years of TOML texts by file name ("2020.toml"), ascending.

    Raises:
        LawFileError: with every fault of every file and its place.
    """
    return gather(partial(_structure_year, name, text) for name, text in sorted(texts.items()))


def _structure_year(name: str, text: str) -> CalendarYear:
    document = parse(text, name)
    place = f"{name}: [[decree]]"
    strays = [f"{name}: tabel {key!r} tidak dikenal" for key in document if key != "decree"]
    if strays:
        raise LawFileError(strays)
    decrees = records(document.get("decree", []), Decree, place)
    return build(CalendarYear, {"year": int(name.removesuffix(".toml")), "decrees": decrees}, place)


@cache
def load_calendar() -> tuple[CalendarYear, ...]:
    """Return the years that come with this package, ascending."""
    return structure_calendar(toml_texts("calendar"))
