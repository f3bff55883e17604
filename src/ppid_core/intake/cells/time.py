"""Cells of time: days, months with or without a year, hours, weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, time, tzinfo

from attrs import frozen

from ppid_core.intake.cells.error import CellError
from ppid_core.intake.cells.no_day import why_no_day
from ppid_core.intake.cells.text import several
from ppid_core.language import Bilingual
from ppid_core.model import Period
from ppid_core.writing import (
    WIB,
    WrittenDay,
    read_date,
    read_month,
    read_time,
    read_weekdays,
    read_written_day,
    tidy,
    weekday_name,
)

_MONTH_AND_YEAR = re.compile(r"(.+?)[ /-]([0-9]{4})")
_A_DAY = Bilingual("tanggal, hari lebih dahulu", "a date, the day first")
_FIRST_YEAR, _LAST_YEAR = 1800, 2999
"""A day of another year is a slip: 7/1/0021."""
_YEAR_AND_MONTH = re.compile(r"([0-9]{4})[/-]([0-9]{1,2})")


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


@frozen(kw_only=True)
class TimeFrame:
    """What a day needs to be read that is not written with it.

    Attributes:
        zone: the time zone of the body, in which a moment is a day.
        year: the year of the report, in which a day without a year lies; None where it is not known.
    """

    zone: tzinfo = WIB
    year: int | None = None


_NO_YEAR = TimeFrame()
_NOTHING_TO_TELL = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9:]{5,8})?|[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{4}"
    r"|[0-9]{1,2} [^\W\d_]{3,12} [0-9]{4}",
)
"""How nearly all days are written: in full, and nothing else beside them."""


def day(text: str, frame: TimeFrame = _NO_YEAR) -> date:
    """Return a date, the day before the month; of a moment with a time zone, the day in that of ``frame``.

    A day without a year, or with two figures of it, is one of the year of the report, else none. Words may
    stand behind it. What was added or passed over is told by `remark_on_day`.

    Raises:
        CellError: there is no such day.
    """
    found = _found(text, frame)
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise CellError(why_no_day(text, frame.year), _A_DAY)
    return found


def _found(text: str, frame: TimeFrame) -> date | None:
    with suppress(ValueError):
        return read_date(text, frame.zone)
    with suppress(ValueError):
        return read_written_day(text).within(frame.year)
    return None


def remark_on_day(text: str, frame: TimeFrame = _NO_YEAR) -> Bilingual | None:
    """Return what the clerk should know of a text that is read as a day; None where that is nothing.

    The year may be that of the report, words beside the day are not read, and the weekday may be that of
    another day.
    """
    if _NOTHING_TO_TELL.fullmatch(text):
        return None
    try:
        written = read_written_day(text)
        parts = list(_remarks(written, written.within(frame.year)))
    except ValueError:
        return None
    if not parts:
        return None
    return Bilingual("; ".join(part.id for part in parts), "; ".join(part.en for part in parts))


def _remarks(written: WrittenDay, found: date) -> Iterator[Bilingual]:
    if written.is_short:
        yield Bilingual(
            f"dibaca dalam tahun laporan, {found.year}, sebab tahunnya hanya dua angka",
            f"read in the year of the report, {found.year}, for its year has two figures only",
        )
    elif written.year is None:
        yield Bilingual(
            f"dibaca dalam tahun laporan, {found.year}, sebab tahunnya tidak ditulis",
            f"read in the year of the report, {found.year}, for no year is written",
        )
    if written.words:
        yield Bilingual(
            "dibaca tanggalnya saja; kata di belakangnya tidak dibaca",
            "is read for its date alone; the words behind it are not read",
        )
    right = found.weekday()
    if written.weekday not in (None, right):
        yield Bilingual(
            f"jatuh pada hari {weekday_name(right)}; periksa hari atau tanggalnya",
            f"is a {weekday_name(right, 'en')}; look at the weekday or at the date",
        )


def several_days(text: str, frame: TimeFrame = _NO_YEAR) -> tuple[date, ...]:
    """Return several days with ``|`` between them, the first of them first."""
    return tuple(sorted(several(lambda part: day(part, frame))(text)))


def remark_on_days(text: str, frame: TimeFrame = _NO_YEAR) -> Bilingual | None:
    """Return what the clerk should know of several days: the first thing that there is."""
    return next(filter(None, (remark_on_day(part.strip(), frame) for part in text.split("|"))), None)


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
