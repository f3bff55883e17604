"""What every register of cases has: number, date or month, count, year of receipt, applicant, agency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from ppid_core.glossary.vocabulary import is_unlisted
from ppid_core.intake.cells import (
    COUNTS,
    DAYS,
    Month,
    count,
    counted,
    day,
    line,
    member,
    month,
    other_weekday,
    year,
)
from ppid_core.intake.fault import disagreeing
from ppid_core.intake.setting import Setting
from ppid_core.intake.spec import Blank, Column, Fault, Row
from ppid_core.model import ApplicantClass, Coded, Period, YearPart


def day_column(name: str, blank: Blank = Blank.NOT_RECORDED) -> Column[date]:
    """Return a column of dates."""
    return Column(name=name, read=day, zoned=day, ways=DAYS, remark=other_weekday, blank=blank)


def text_column(name: str, blank: Blank = Blank.NOT_RECORDED) -> Column[str]:
    """Return a column of words on one line."""
    return Column(name=name, read=line, blank=blank)


NUMBER = text_column("nomor")
DATE = day_column("tanggal")
MONTH: Column[Month] = Column(name="bulan", read=month)
COUNT = Column(name="jumlah", read=count, total=counted, ways=COUNTS, blank=Blank.REFUSED)
OPENING = Column(name="bawaan", read=year)
NAME = Column(name="nama", read=line, private=True, names_person=True)
APPLICANT_CLASS = Column(name="pemohon", read=member(ApplicantClass))
AGENCY = text_column("opd")


def counted_cases(row: Row) -> tuple[int, str | None]:
    """Return how many cases the row stands for, and the words beside the count; one without a count."""
    return row[COUNT] or (1, None)


def period_of(row: Row, setting: Setting) -> Period | None:
    """Return when the case came in: the day, else the month, else nothing."""
    on, within = row[DATE], row[MONTH]
    if on is not None:
        return Period.of(on)
    return None if within is None or _has_no_year(row) else within.within(row[OPENING] or setting.year)


def _has_no_year(row: Row) -> bool:
    """Tell whether a month is of a year that is typed beside it and could not be read."""
    within = row[MONTH]
    return within is not None and within.year is None and row.is_unread(OPENING)


def unread_fields(row: Row, fields: Mapping[str, str]) -> tuple[str, ...]:
    """Return the fields of a case whose cell could not be read; a day that is read tells the month, too."""
    told = {MONTH.name} if row[DATE] is not None else set()
    unread = row.unread - told | ({MONTH.name} if row[DATE] is None and _has_no_year(row) else set())
    return _shared(frozenset(fields[name] for name in unread if name in fields))


@cache
def _shared(names: frozenset[str]) -> tuple[str, ...]:
    """Return names in their order; rows of which the same is unread share one value."""
    return tuple(sorted(names))


def unlisted_words(
    *cells: tuple[Column[Any], Coded[Any] | None],
) -> Iterator[tuple[Column[Any], str]]:
    """Yield the words of one row that are in no list."""
    for column, value in cells:
        if value is not None and is_unlisted(value):
            yield column, value.typed


def check_period(row: Row, setting: Setting) -> Iterator[Fault]:
    """Yield where date, month and year of receipt of one row contradict each other: none of them is known."""
    on, within, opening = row[DATE], row[MONTH], row[OPENING]
    typed_year = within.year if within else None
    if on and within and (within.month != on.month or typed_year not in (None, on.year)):
        yield Fault(MONTH, disagreeing("tanggal", "bulan"), beside=(DATE,))
    if opening and any(known not in (None, opening) for known in (on and on.year, typed_year)):
        yield Fault(OPENING, disagreeing("tanggal", "bawaan"), beside=tuple(filter(row.keeps, (DATE, MONTH))))
    elif opening and _is_no_opening(opening, setting):
        yield Fault(OPENING, disagreeing("bawaan", "tahun laporan"))


def _is_no_opening(opening: int, setting: Setting) -> bool:
    """Tell whether the year of receipt is not before the period of the report."""
    same_year_is_earlier = setting.period.part is not YearPart.YEAR
    return opening > setting.year or (opening == setting.year and not same_year_is_earlier)
