"""Periods: ISO 8601 with reduced precision, and the year or part of it that a report covers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from functools import cache

from attrs import field, frozen
from attrs.validators import in_, optional

_QUARTER = 3
_SEMESTER = 6
_TWELVE = range(1, 13)
_ISO = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


def _unknown_first(part: int | None) -> int:
    return part or 0


@frozen(order=True)
class Period:
    """A year, a month or a day (*waktu*), written ``2020``, ``2020-02``, ``2020-02-13``.

    Sorted, a year stands before its months and a month before its days; `before` tells what happened first.

    >>> from ppid_core.model import Period
    >>> str(Period(2020, 2)), Period(2020, 2).before(Period(2020, 3)), Period(2020).before(Period(2020, 3))
    ('2020-02', True, None)

    Raises:
        ValueError: for a month or day that does not exist, or a day without a month.
    """

    year: int
    month: int | None = field(default=None, validator=optional(in_(_TWELVE)), order=_unknown_first)
    day: int | None = field(default=None, order=_unknown_first)

    def __attrs_post_init__(self) -> None:
        """Refuse what no calendar has."""
        if self.month is None and self.day is not None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, 1 if self.day is None else self.day)

    @classmethod
    def of(cls, day: date) -> Period:
        """Return the period of one day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Return the period that ``text`` writes in ISO 8601.

        Raises:
            ValueError: where it is none.
        """
        if not _ISO.fullmatch(text):
            raise ValueError(f"{text!r} is no period as ISO 8601 writes it")
        return cls(*(int(part) for part in text.split("-")))

    def __str__(self) -> str:
        """Return ISO 8601 with as many parts as are known."""
        parts = (f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)

    @property
    def first_day(self) -> date:
        """The first day that it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that it can be."""
        if self.day is not None:
            return self.first_day
        month = self.month or max(_TWELVE)
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day, where it is known to the day."""
        return None if self.day is None else self.first_day

    def before(self, other: Period) -> bool | None:
        """Tell whether it lies wholly before ``other``; None where the precision leaves that open."""
        if self.last_day < other.first_day:
            return True
        return False if self.first_day >= other.last_day else None


class YearPart(StrEnum):
    """Which part of the year a report covers."""

    YEAR = "year"
    SEMESTER_1 = "semester_1"
    SEMESTER_2 = "semester_2"
    QUARTER_1 = "quarter_1"
    QUARTER_2 = "quarter_2"
    QUARTER_3 = "quarter_3"
    QUARTER_4 = "quarter_4"
    FIRST_MONTH = "first_1"
    FIRST_2_MONTHS = "first_2"
    FIRST_4_MONTHS = "first_4"
    FIRST_5_MONTHS = "first_5"
    FIRST_7_MONTHS = "first_7"
    FIRST_8_MONTHS = "first_8"
    FIRST_9_MONTHS = "first_9"
    FIRST_10_MONTHS = "first_10"
    FIRST_11_MONTHS = "first_11"

    @classmethod
    def until(cls, month: int) -> YearPart:
        """Return the part from January to ``month``, 1 to 12.

        Raises:
            ValueError: there is no such month.
        """
        for part in cls:
            if part.months == range(1, month + 1):
                return part
        raise ValueError(f"no month: {month}")

    @property
    def months(self) -> range:
        """The months of the part, 1 to 12."""
        if self is YearPart.YEAR:
            return _TWELVE
        kind, _, digits = self.value.partition("_")
        number = int(digits)
        if kind == "first":
            return range(1, number + 1)
        length = _SEMESTER if kind == "semester" else _QUARTER
        return range((number - 1) * length + 1, number * length + 1)


@frozen(order=True)
class ReportingPeriod:
    """The year, or the part of it, that a report covers (*tahun laporan*).

    >>> from ppid_core.model import ReportingPeriod, YearPart
    >>> ReportingPeriod(2024, YearPart.SEMESTER_1).last_day
    datetime.date(2024, 6, 30)

    Raises:
        ValueError: for a year that no calendar has.
    """

    year: int
    part: YearPart = YearPart.YEAR

    def __attrs_post_init__(self) -> None:
        """Refuse what no calendar has."""
        date(self.year, 1, 1)

    @property
    def first_day(self) -> date:
        """The first day covered."""
        return _days(self.year, self.part)[0]

    @property
    def last_day(self) -> date:
        """The last day covered."""
        return _days(self.year, self.part)[1]

    def may_hold(self, period: Period) -> bool:
        """Tell whether any day of ``period`` is covered."""
        if self.part is YearPart.YEAR:
            return period.year == self.year
        first, last = _days(self.year, self.part)
        return period.first_day <= last and period.last_day >= first


@cache
def _days(year: int, part: YearPart) -> tuple[date, date]:
    """Return the first and the last day; every row of a register is asked whether it lies between them."""
    first, last = part.months[0], part.months[-1]
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
