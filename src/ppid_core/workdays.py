"""The working calendar: which days count, and counting along them."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from itertools import accumulate

from attrs import field, frozen

from ppid_core.errors import CalendarRangeError
from ppid_core.language import Bilingual, Lang
from ppid_core.law.decree import CalendarYear, Decree, HolidayKind, load_calendar
from ppid_core.law.version import fingerprint
from ppid_core.model import ServiceYear

_SATURDAY, _SUNDAY = Bilingual("hari Sabtu", "Saturday"), Bilingual("hari Minggu", "Sunday")
_CLOSURE = Bilingual("libur atau penutupan setempat", "local holiday or closure")


def _contiguous(decreed: Iterable[CalendarYear]) -> tuple[CalendarYear, ...]:
    """Refuse a gap before any table is made: an unknown year is not free of holidays."""
    years = tuple(decreed)
    numbers = [year.year for year in years]
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        raise ValueError(f"years must ascend without a gap: {numbers}")
    return years


@frozen(kw_only=True)
class WorkdayCalendar:
    """Working days, Monday to Friday less the days that decrees make free (*kalender hari kerja*).

    The week is that of Perpres 21/2023 Pasal 3. That joint leave is no working day for UU 14/2008 is
    written nowhere: it is the convention, and a body may choose otherwise (``cuti_bersama=False``).
    Every count is one look into a table made once, whatever its length.

    Attributes:
        decreed: the years known, ascending and without a gap, each with its decrees.
        closures: regional holidays and days on which the body itself was closed.
        cuti_bersama: whether days of joint leave do not count.
        version: short name of all of these; it changes when a day does.
    """

    decreed: tuple[CalendarYear, ...] = field(converter=_contiguous, repr=False)
    closures: frozenset[date] = frozenset()
    cuti_bersama: bool = True
    version: str = field(init=False, eq=False)
    _free: dict[date, Decree] = field(init=False, eq=False, repr=False)
    _first: int = field(init=False, eq=False, repr=False)
    _counted: tuple[int, ...] = field(init=False, eq=False, repr=False)
    _working: tuple[date, ...] = field(init=False, eq=False, repr=False)

    @classmethod
    def load(cls, closures: Iterable[date] = (), *, cuti_bersama: bool = True) -> WorkdayCalendar:
        """Return the calendar that comes with this package, in its final state."""
        return cls(decreed=load_calendar(), closures=frozenset(closures), cuti_bersama=cuti_bersama)

    @classmethod
    def of(cls, year: ServiceYear) -> WorkdayCalendar:
        """Return the calendar of one body's year: its own closures, and joint leave as it follows it."""
        closures = (closure.on for closure in year.closures)
        return cls.load(closures, cuti_bersama=year.body.cuti_bersama is not False)

    @version.default
    def _fingerprint(self) -> str:
        closures = (str(day) for day in sorted(self.closures))
        return fingerprint(*self.decreed, *closures, f"cuti_bersama={self.cuti_bersama}")

    @_free.default
    def _free_days(self) -> dict[date, Decree]:
        folded = {key: decree for year in self.decreed for key, decree in year.fold().items()}
        holidays = {
            day: decree for (day, kind), decree in folded.items() if kind is HolidayKind.LIBUR_NASIONAL
        }
        leave = {day: decree for (day, kind), decree in folded.items() if kind is HolidayKind.CUTI_BERSAMA}
        return {**leave, **holidays} if self.cuti_bersama else holidays

    @_first.default
    def _first_ordinal(self) -> int:
        return date(self.years[0], 1, 1).toordinal()

    @_counted.default
    def _prefix_table(self) -> tuple[int, ...]:
        end = date(self.years[-1] + 1, 1, 1).toordinal()
        days = (date.fromordinal(ordinal) for ordinal in range(self._first, end))
        return tuple(accumulate(self._counts(day) for day in days))

    @_working.default
    def _working_days(self) -> tuple[date, ...]:
        days = (date.fromordinal(self._first + offset) for offset in range(len(self._counted)))
        return tuple(day for day in days if self._counts(day))

    def _counts(self, day: date) -> bool:
        return day.weekday() < calendar.SATURDAY and day not in self._free and day not in self.closures

    @property
    def years(self) -> tuple[int, ...]:
        """The years whose decrees are known, ascending."""
        return tuple(year.year for year in self.decreed)

    def is_working_day(self, day: date) -> bool:
        """Return whether ``day`` counts.

        Raises:
            CalendarRangeError: outside the known years.
        """
        self._index(day)
        return self._counts(day)

    def add(self, start: date, n: int) -> date:
        """Return the ``n``-th working day after ``start``.

        ``start`` is the day of the event and counts as zero, also where it is no working day; the next
        working day is day one.

        Args:
            start: the day of the event.
            n: working days, 0 or more; 0 is ``start`` itself.

        Raises:
            CalendarRangeError: if ``start`` or the result lies outside the known years.
            ValueError: if ``n`` is negative.
        """
        if n < 0:
            raise ValueError(f"n must not be negative: {n}")
        index = self._index(start) + n - 1
        if n == 0:
            return start
        if index >= len(self._working):
            raise CalendarRangeError(f"{start} + {n} hari kerja: lewat dari {self._known()}")
        return self._working[index]

    def between(self, start: date, end: date) -> int:
        """Return the working days in (``start``, ``end``]; negative where ``end`` comes first.

        Raises:
            CalendarRangeError: outside the known years.
        """
        return self._index(end) - self._index(start)

    def why(self, day: date, lang: Lang = "id") -> str | None:
        """Return why ``day`` does not count: the decree, the weekend, a closure; None for a working day.

        Raises:
            CalendarRangeError: outside the known years.
        """
        if self.is_working_day(day):
            return None
        decree = self._free.get(day)
        if decree is not None:
            return f"{decree.kind.label(lang)} ({decree.cite(lang)})"
        if day in self.closures:
            return _CLOSURE(lang)
        return (_SATURDAY if day.weekday() == calendar.SATURDAY else _SUNDAY)(lang)

    def _index(self, day: date) -> int:
        """Return how many working days there are up to and with ``day``."""
        offset = day.toordinal() - self._first
        if not 0 <= offset < len(self._counted):
            raise CalendarRangeError(f"{day}: hari libur hanya diketahui untuk {self._known()}")
        return self._counted[offset]

    def _known(self) -> str:
        return f"tahun {self.years[0]}–{self.years[-1]}"
