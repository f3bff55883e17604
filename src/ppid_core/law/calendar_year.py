"""The decrees of calendar years: which days they make free, on either track, and what each one changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from itertools import groupby, takewhile

from attrs import evolve, field, frozen

from ppid_core.errors import CalendarRangeError, LawFileError
from ppid_core.language import Bilingual, Lang
from ppid_core.law.citation import Citation, Confidence
from ppid_core.law.decree import Comparison, Decree, HolidayKind, Reading, Track
from ppid_core.law.snapshot import restored, taken
from ppid_core.law.structure import build, gather, parse, records, toml_texts

_FreeDays = dict[dt.date, Decree]
"""Each free day with the last decree that says so."""


@frozen(kw_only=True)
class CalendarYear:
    """All decrees found on one year (*tahun kalender*), in no promised order.

    A decree counts from its date on (*as known on* is inclusive). National holidays bind everybody; joint
    leave has two tracks, and as long as one of them has no decree of its own it follows the other.

    >>> from ppid_core.law import load_calendar
    >>> [year.estimated for year in load_calendar() if year.year == 2024]
    [False]

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

    def _leave(self, track: Track, on: dt.date | None) -> _FreeDays:
        """Return the joint leave of a track; up to its first own decree it follows the other one."""
        every = self._leave_decrees(on)
        own = [decree for decree in every if decree.binds(track)]
        if not own:
            return _folded(every)
        others = _folded(decree for decree in every if not decree.binds(track))
        followed = {day: decree for day, decree in others.items() if day <= own[0].date}
        return {**followed, **_folded(own)}


def _folded(decrees: Iterable[Decree]) -> _FreeDays:
    free: _FreeDays = {}
    for decree in decrees:
        for day in decree.remove:
            free.pop(day, None)
        free.update((day, decree) for day in decree.add)
    return free


def _contiguous(decreed: Iterable[CalendarYear]) -> tuple[CalendarYear, ...]:
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
    texts = toml_texts(_FOLDER)
    values = restored(texts, _FOLDER, classes=CLASSES)
    return structure_calendar(texts) if values is None else tuple(values.values())


_FOLDER = "calendar"
CLASSES = (CalendarYear, Citation, Comparison, Confidence, Decree, HolidayKind, Reading, Track)


def snapshot() -> str:
    """Return the snapshot of the years that come with this package, as it should lie beside their TOML."""
    texts = toml_texts(_FOLDER)
    return taken(texts, {str(year.year): year for year in structure_calendar(texts)})


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

    decreed: tuple[CalendarYear, ...] = field(converter=_contiguous, repr=False)
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


@frozen(kw_only=True)
class Amendment:
    """A decree that came after the year's list of holidays (*perubahan*).

    >>> from ppid_core.law import amendments, load_calendar
    >>> [len(one.freed) for one in amendments(next(year for year in load_calendar() if year.year == 2020))]
    [4, 5, 0, 0, 1, 0, 0]

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


def amendments(year: CalendarYear, track: Track = Track.BOTH) -> Iterator[Amendment]:
    """Yield what came after the list of ``year``, oldest first, with what it changed on ``track``.

    >>> from ppid_core.law import amendments, load_calendar
    >>> year = next(year for year in load_calendar() if year.year == 2020)
    >>> [amendment.decrees[0].instrument for amendment in amendments(year)][-1]
    'Keppres 23/2020'
    """
    past: tuple[Decree, ...] = ()
    is_set = False
    for _, group in groupby(year.known(), key=lambda decree: (decree.date, decree.instrument)):
        parts = tuple(group)
        before, after = (
            frozenset(evolve(year, decrees=decrees).fold(track)) for decrees in (past, (*past, *parts))
        )
        past = (*past, *parts)
        if any(part.yearly for part in parts):
            is_set = True
        elif is_set:
            yield Amendment(decrees=parts, freed=_ordered(after - before), restored=_ordered(before - after))


_Free = frozenset[tuple[dt.date, HolidayKind]]


def _ordered(days: _Free) -> tuple[tuple[dt.date, HolidayKind], ...]:
    return tuple(sorted(days))
