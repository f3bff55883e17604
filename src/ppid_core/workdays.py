"""The working calendar: which days count, by which decree, and counting along them."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, compress

from attrs import evolve, field, frozen

from ppid_core.argument import refuse_other
from ppid_core.errors import CalendarRangeError, ExtraMissingError
from ppid_core.language import Bilingual
from ppid_core.law.calendar_year import CalendarYear, DecreedDays, load_calendar
from ppid_core.law.decree import HolidayKind, Track
from ppid_core.law.estimate import years_until
from ppid_core.law.structure import fingerprint
from ppid_core.model import Closure, ServiceYear

_WEEK = calendar.SUNDAY + 1
_CALENDARS = 8
"""So many are kept, the last that were asked for: each takes some megabytes."""


class Rest(StrEnum):
    """Why a day is no working day (*sebab bukan hari kerja*); of a decree, as `HolidayKind` says it."""

    LIBUR_NASIONAL = HolidayKind.LIBUR_NASIONAL.value
    CUTI_BERSAMA = HolidayKind.CUTI_BERSAMA.value
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    CLOSURE = "closure"

    @property
    def label(self) -> Bilingual:
        """The words that a reader sees; of a decree without its number, of a closure without its reason."""
        return _WORDS[self] if self in _WORDS else HolidayKind(self.value).label


_WORDS = {
    Rest.SATURDAY: Bilingual("hari Sabtu", "Saturday"),
    Rest.SUNDAY: Bilingual("hari Minggu", "Sunday"),
    Rest.CLOSURE: Bilingual("libur atau penutupan setempat", "local holiday or closure"),
}


def _by_day(closures: Iterable[Closure]) -> tuple[Closure, ...]:
    """Keep one closure a day, the first named, in the order of their days."""
    first = {closure.on: closure for closure in reversed(tuple(closures))}
    return tuple(first[day] for day in sorted(first))


def _plain(day: date) -> date:
    """Return the day of a time of day: a `datetime` is a `date`, but no key to one."""
    return date(day.year, day.month, day.day)


@frozen(kw_only=True)
class WorkdayCalendar:
    """Working days, Monday to Friday less the days that decrees make free (*kalender hari kerja*).

    The week is that of Perpres 21/2023 Pasal 3. That joint leave is no working day for UU 14/2008 is
    written nowhere: it is the convention, and a body may choose otherwise (``cuti_bersama=False``).
    Every count is one look into a table made once, whatever its length.

    >>> from datetime import date
    >>> from ppid_core import WorkdayCalendar
    >>> workdays = WorkdayCalendar.load()
    >>> workdays.add(date(2020, 12, 18), 10)
    datetime.date(2021, 1, 7)
    >>> print(workdays.why(date(2020, 12, 24)).en)
    joint leave (Keppres 17/2020)

    Attributes:
        decreed: years ascending and without a gap, each with its decrees.
        closures: regional holidays and days on which the body itself was closed.
        cuti_bersama: whether days of joint leave do not count.
        track: whose joint leave counts; on `Track.BOTH` the latest decree of either wins.
        as_known_on: the day whose decrees are known, that day included; None is all there are.
        certain: whether a day that is counted to has to lie in a decreed year: an estimate tells how many
            days passed, and sets no last day (`settled`).
        days: the free days by all of these, and what is uncertain about them.
        version: short name of all of these; it changes when a day does.
    """

    decreed: tuple[CalendarYear, ...] = field(factory=load_calendar, repr=False)
    closures: tuple[Closure, ...] = field(default=(), converter=_by_day)
    cuti_bersama: bool = True
    track: Track = field(default=Track.BOTH, converter=Track)
    as_known_on: date | None = None
    certain: bool = False
    days: DecreedDays = field(init=False, eq=False, repr=False)
    version: str = field(init=False, eq=False)
    _closed: Mapping[date, str] = field(init=False, eq=False, repr=False)
    _passed: Mapping[date, int] = field(init=False, eq=False, repr=False)
    _working: tuple[date, ...] = field(init=False, eq=False, repr=False)

    @classmethod
    def load(
        cls,
        closures: Iterable[Closure] = (),
        *,
        cuti_bersama: bool = True,
        track: Track = Track.BOTH,
        as_known_on: date | None = None,
        until: int | None = None,
    ) -> WorkdayCalendar:
        """Return the calendar that comes with this package.

        Args:
            closures: as the attribute.
            cuti_bersama: as the attribute.
            track: as the attribute.
            as_known_on: as the attribute.
            until: last year that is asked for; what no decree fixes by then is estimated.

        Raises:
            CalendarRangeError: where no year was known by ``as_known_on``.
            ExtraMissingError: where a year must be estimated and the package ``holidays`` is missing.
        """
        common = _common(years_until(until, as_known_on), cuti_bersama, track, as_known_on)
        return evolve(common, closures=closures) if closures else common

    @classmethod
    def of(
        cls,
        year: ServiceYear,
        *,
        track: Track = Track.BOTH,
        as_known_on: date | None = None,
        until: int | None = None,
    ) -> WorkdayCalendar:
        """Return the calendar of one body's year: its own closures, and joint leave as it follows it."""
        follows = year.body.cuti_bersama is not False
        return cls.load(
            year.closures, cuti_bersama=follows, track=track, as_known_on=as_known_on, until=until
        )

    @classmethod
    def reaching(
        cls, year: ServiceYear, last: int, *, track: Track = Track.BOTH, as_known_on: date | None = None
    ) -> WorkdayCalendar:
        """Return the calendar of one body's year up to the end of the year ``last``.

        What no decree fixes by then is estimated. Without the package ``holidays`` it stays unknown, and
        counting into it raises.

        Raises:
            CalendarRangeError: where no year was known by ``as_known_on``.
        """
        try:
            return cls.of(year, track=track, as_known_on=as_known_on, until=last)
        except ExtraMissingError:
            return cls.of(year, track=track, as_known_on=as_known_on)

    @classmethod
    def of_report(cls, year: ServiceYear, as_of: date) -> WorkdayCalendar:
        """Return the calendar that judges one body's year as it stands on ``as_of``, estimated where need be.

        What came in on the last day of the period falls due in the year after it.
        """
        return cls.reaching(year, max(as_of.year, year.period.last_day.year + 1))

    @days.default
    def _decreed_days(self) -> DecreedDays:
        return DecreedDays(
            decreed=self.decreed,
            cuti_bersama=self.cuti_bersama,
            track=self.track,
            as_known_on=self.as_known_on,
        )

    @version.default
    def _fingerprint(self) -> str:
        closed = (str(closure.on) for closure in self.closures)
        choices = (f"cuti_bersama={self.cuti_bersama}", f"track={self.track}")
        return fingerprint(*self.days.decrees, *closed, *choices)

    @_closed.default
    def _closed_days(self) -> Mapping[date, str]:
        return {closure.on: closure.reason for closure in self.closures}

    @_passed.default
    def _working_days_passed(self) -> Mapping[date, int]:
        """Return for each known day how many working days there are up to and with it."""
        first, end = self._first, date(self.years[-1] + 1, 1, 1).toordinal()
        return dict(zip(map(date.fromordinal, range(first, end)), accumulate(self._counting), strict=True))

    @_working.default
    def _working_days(self) -> tuple[date, ...]:
        """Return the working days in order, behind a day zero, so that day ``n`` stands at ``n``."""
        refused = frozenset(self.estimated_years if self.certain else ())
        counting = compress(self._passed, self._counting)
        return (date.min, *(day for day in counting if not refused or day.year not in refused))

    @property
    def _first(self) -> int:
        return date(self.years[0], 1, 1).toordinal()

    @property
    def _counting(self) -> bytes:
        """For each known day whether it counts: thousands at once, since every process asks this."""
        first = self._first
        known = date(self.years[-1] + 1, 1, 1).toordinal() - first
        weekdays = (date.fromordinal(first + day).weekday() for day in range(_WEEK))
        counting = bytearray(weekday < calendar.SATURDAY for weekday in weekdays) * (known // _WEEK + 1)
        for day in self.days.free.keys() | self._closed.keys():
            at = day.toordinal() - first
            if 0 <= at < known:
                counting[at] = False
        return bytes(counting[:known])

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are known, ascending."""
        return self.days.years

    @property
    def estimated_years(self) -> tuple[int, ...]:
        """Those of them that no decree fixes."""
        return self.days.estimated_years

    @property
    def estimate(self) -> str:
        """What was estimated, and by what: "2028 (paket Python holidays 0.109)"; "" if nothing was."""
        computed = (year.decrees for year in self.days.known if year.estimated)
        sources = sorted({str(decree.citation) for decrees in computed for decree in decrees})
        return f"{', '.join(map(str, self.estimated_years))} ({', '.join(sources)})" if sources else ""

    @property
    def settled(self) -> WorkdayCalendar:
        """This calendar where each last day must be decreed; itself where nothing is estimated."""
        return _settled(self) if self.estimated_years and not self.certain else self

    @property
    def following_years(self) -> tuple[int, ...]:
        """The years in which ``track`` has no decree on joint leave and follows the other one."""
        return self.days.following_years

    @property
    def awaited(self) -> tuple[tuple[int, Track], ...]:
        """The years for which a track has no decree on joint leave yet, each with the track.

        Days of joint leave that do not concern the body leave nothing to wait for.
        """
        return self.days.awaited if self.cuti_bersama else ()

    def disputed(self, first: date, last: date) -> tuple[date, ...]:
        """Return the days in (``first``, ``last``] that are joint leave on one track only, ascending."""
        return tuple(day for day in self.days.disputed(first, last) if day not in self._closed)

    def is_working_day(self, day: date) -> bool:
        """Return whether ``day`` counts.

        Raises:
            CalendarRangeError: outside the known years.
        """
        self._index(day)
        on = _plain(day)
        return on.weekday() < calendar.SATURDAY and on not in self.days.free and on not in self._closed

    def add(self, start: date, n: int) -> date:
        """Return the ``n``-th working day after ``start``.

        ``start`` is the day of the event and counts as zero, also where it is no working day; the next
        working day is day one. Of a time of day, here as everywhere, only the day counts.

        Args:
            start: the day of the event.
            n: working days, 0 or more; 0 is ``start`` itself.

        Raises:
            CalendarRangeError: if ``start`` or the result lies outside the known years.
            ValueError: if ``n`` is negative.
        """
        if n <= 0:
            return self._stay(start, n)
        try:
            return self._working[self._passed[start] + n]
        except LookupError:
            return self._look_closer(start, n)

    def between(self, start: date, end: date) -> int:
        """Return the working days in (``start``, ``end``]; negative where ``end`` comes first.

        Raises:
            CalendarRangeError: outside the known years.
        """
        return self._index(end) - self._index(start)

    def why(self, day: date) -> Bilingual | None:
        """Return why ``day`` does not count: the decree, the weekend or a closure; None for a working day.

        Raises:
            CalendarRangeError: outside the known years.
        """
        kind, on = self.rest(day), _plain(day)
        if kind is None:
            return None
        decree = self.days.free.get(on)
        if decree is not None:
            word, named = decree.kind.label, [decree.cite(lang, day=on) for lang in ("id", "en")]
            return Bilingual(f"{word.id} ({named[0]})", f"{word.en} ({named[1]})")
        reason = self._closed[on] if kind is Rest.CLOSURE else ""
        return Bilingual.both(reason) if reason else kind.label

    def rest(self, day: date) -> Rest | None:
        """Return why ``day`` does not count, as a slug: a decree, else the weekend, else a closure.

        Raises:
            CalendarRangeError: outside the known years.
        """
        if self.is_working_day(day):
            return None
        if (decree := self.days.free.get(_plain(day))) is not None:
            return Rest(decree.kind.value)
        return {calendar.SATURDAY: Rest.SATURDAY, calendar.SUNDAY: Rest.SUNDAY}.get(
            day.weekday(), Rest.CLOSURE
        )

    def _stay(self, start: date, n: int) -> date:
        if n < 0:
            raise ValueError(f"n must not be negative: {n}")
        self._index(start)
        return _plain(start)

    def _look_closer(self, start: date, n: int) -> date:
        """Add where the quick way found nothing: for a time of day, or beyond what is known."""
        index = self._index(start) + n
        if index >= len(self._working):
            raise CalendarRangeError(_BEYOND.fill(start=start, n=n, **self._span()))
        return self._working[index]

    def _index(self, day: date) -> int:
        """Return how many working days there are up to and with ``day``."""
        passed = self._passed.get(day)
        if passed is None:
            refuse_other("day", day, date, "date(2021, 1, 7)")
            passed = self._passed.get(_plain(day))
        if passed is None:
            raise CalendarRangeError(_UNKNOWN_DAY.fill(day=day, **self._span()))
        return passed

    def _span(self) -> dict[str, object]:
        """Return the years that are known, and by when."""
        known = Bilingual("", "")
        if self.as_known_on is not None:
            known = _AS_KNOWN.fill(day=self.as_known_on)
        decreed = [year for year in self.years if not self.certain or year not in self.estimated_years]
        return {"first": decreed[0], "last": decreed[-1], "known": known}


@lru_cache(_CALENDARS, typed=True)
def _common(
    decreed: tuple[CalendarYear, ...],
    cuti_bersama: bool,  # noqa: FBT001  a key of what is kept
    track: Track,
    as_known_on: date | None,
) -> WorkdayCalendar:
    """Return the calendar of whoever has no closures of its own, made once: most years are judged by one."""
    return WorkdayCalendar(decreed=decreed, cuti_bersama=cuti_bersama, track=track, as_known_on=as_known_on)


@lru_cache(_CALENDARS)
def _settled(calendar: WorkdayCalendar) -> WorkdayCalendar:
    return evolve(calendar, certain=True)


_AS_KNOWN = Bilingual(", menurut keputusan sampai {day}", ", by the decrees up to {day}")
_BEYOND = Bilingual(
    "{start} + {n} hari kerja: lewat dari tahun {first}–{last}{known}",
    "{start} + {n} working days: beyond the years {first}–{last}{known}",
)
_UNKNOWN_DAY = Bilingual(
    "{day}: hari libur hanya diketahui untuk tahun {first}–{last}{known}",
    "{day}: holidays are known for the years {first}–{last}{known} only",
)
