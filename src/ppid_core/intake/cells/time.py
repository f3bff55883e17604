"""Cells of time: days, months with or without a year, hours, weekdays."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, time, tzinfo

from attrs import frozen

from ppid_core.intake.cells.error import CellError
from ppid_core.language import Bilingual
from ppid_core.model import Period
from ppid_core.writing import (
    WIB,
    format_date,
    month_name,
    read_date,
    read_month,
    read_month_first,
    read_time,
    read_weekdays,
    stated_weekday,
    tidy,
    weekday_name,
)

_MONTH_AND_YEAR = re.compile(r"(.+?)[ /-]([0-9]{4})", re.ASCII)
_TWO_FIGURES = re.compile(r"([0-9]{1,2}([-/. ])(?:[0-9]{1,2}|[^\W\d_]{3,12})\2)([0-9]{2})")
_A_DAY = Bilingual("tanggal, hari lebih dahulu", "a date, the day first")
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
        raise CellError(_no_day(text), _A_DAY) from None


def other_weekday(text: str) -> Bilingual | None:
    """Return which weekday a date is where another one is written before it: *Senin, 7 Januari 2021*."""
    try:
        said, right = stated_weekday(text), read_date(text).weekday()
    except ValueError:
        return None
    if said is None or said == right:
        return None
    return Bilingual(
        f"jatuh pada hari {weekday_name(right)}; periksa hari atau tanggalnya",
        f"is a {weekday_name(right, 'en')}; look at the weekday or at the date",
    )


def _no_day(text: str) -> Bilingual:
    """Return why a text is no day, as exactly as it can be said."""
    typed = tidy(text)
    if (meant := read_month_first(typed)) is not None:
        return Bilingual(
            f'"{{value}}" ditulis bulan lebih dahulu. Tulis {format_date(meant)}.',
            f'"{{value}}" has the month first. Write {format_date(meant, "en")}.',
        )
    if match := _TWO_FIGURES.fullmatch(typed):
        example = f"{match[1]}20{match[3]}"
        return Bilingual(
            f'"{{value}}": tahunnya hanya dua angka. Tulis empat angka, misalnya {example}.',
            f'"{{value}}": its year has two figures only. Write four, for example {example}.',
        )
    with suppress(ValueError):
        name = month_name(read_month(typed))
        return Bilingual(
            f'"{{value}}" hanya menyebut bulan ({name}). Tulis tanggal lengkap, atau isi kolom bulan.',
            f'"{{value}}" names a month only ({name}). Write the whole date, or fill in the column bulan.',
        )
    return Bilingual(
        '"{value}" bukan tanggal. Tulis 7 Januari 2021, 07/01/2021, atau 2021-01-07.',
        '"{value}" is no date. Write 7 Januari 2021, 07/01/2021 or 2021-01-07.',
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
