"""Cells of time: days, months with or without a year, hours, weekdays."""

from __future__ import annotations

import re
from datetime import date, time, tzinfo

from attrs import frozen

from ppid_core.intake.cells.error import CellError
from ppid_core.language import Bilingual
from ppid_core.model import Period
from ppid_core.writing import (
    WIB,
    format_date,
    is_ambiguous_date,
    read_date,
    read_month,
    read_time,
    read_weekdays,
    tidy,
)

_MONTH_AND_YEAR = re.compile(r"(.+?)[ /-]([0-9]{4})", re.ASCII)
_YEAR_AND_MONTH = re.compile(r"([0-9]{4})[/-]([0-9]{1,2})", re.ASCII)


@frozen
class Month:
    """A month, 1 to 12, with its year where that is typed."""

    month: int
    year: int | None = None

    def within(self, year: int) -> Period:
        """Return the period, in ``year`` where none is typed."""
        return Period(self.year or year, self.month)


def month(text: str) -> Month:
    """Return the month in ``Pebruari``, ``2``, ``Februari 2020`` or ``2020-02``.

    Raises:
        CellError: there is no such month.
    """
    typed = tidy(text)
    try:
        if match := _YEAR_AND_MONTH.fullmatch(typed):
            return Month(read_month(match[2]), int(match[1]))
        if match := _MONTH_AND_YEAR.fullmatch(typed):
            return Month(read_month(match[1]), int(match[2]))
        return Month(read_month(typed))
    except ValueError:
        raise CellError(
            Bilingual(
                '"{value}" bukan bulan. Tulis Januari–Desember atau 1–12.',
                '"{value}" is no month. Write Januari–Desember or 1–12.',
            ),
            Bilingual("Januari–Desember atau 1–12", "Januari–Desember or 1–12"),
        ) from None


def day(text: str, zone: tzinfo = WIB) -> date:
    """Return a date, the day before the month; of a moment with a time zone, the day in ``zone``.

    Raises:
        CellError: there is no such day.
    """
    try:
        return read_date(text, zone)
    except ValueError:
        raise CellError(
            Bilingual(
                '"{value}" bukan tanggal. Tulis 7 Januari 2021, 07/01/2021, atau 2021-01-07.',
                '"{value}" is no date. Write 7 Januari 2021, 07/01/2021 or 2021-01-07.',
            ),
            Bilingual("tanggal, hari lebih dahulu", "a date, the day first"),
        ) from None


def doubtful_day(text: str) -> Bilingual | None:
    """Return how a date that can be read in two ways was read, None where there is one way."""
    if not is_ambiguous_date(text):
        return None
    read = read_date(text)
    return Bilingual(
        f"dibaca hari lebih dahulu, {format_date(read)}",
        f"read with the day first, {format_date(read, 'en')}",
    )


def hour(text: str) -> time:
    """Return a time of day.

    Raises:
        CellError: it is none.
    """
    try:
        return read_time(text)
    except ValueError:
        raise CellError(
            Bilingual('"{value}" bukan jam. Tulis seperti 09.00.', '"{value}" is no time. Write 09.00.'),
            Bilingual("jam, misalnya 09.00", "a time of day such as 09.00"),
        ) from None


def weekdays(text: str) -> tuple[int, ...]:
    """Return the weekdays, Monday 0.

    Raises:
        CellError: a part is no weekday.
    """
    try:
        return read_weekdays(text)
    except ValueError:
        raise CellError(
            Bilingual(
                '"{value}" bukan hari. Tulis Senin, atau Senin s/d Kamis.',
                '"{value}" is no weekday. Write Senin or Senin s/d Kamis.',
            ),
            Bilingual("hari, misalnya Senin s/d Kamis", "weekdays such as Senin s/d Kamis"),
        ) from None
