"""The year of a register that nobody named: that in which all of its cases came in, or a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ppid_core.intake import tables
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import Absent, Period
from ppid_core.writing import format_number

ANY_YEAR = 2999
"""Stands in while tables are read of which no year is known yet: later than any that is typed."""
_REGISTERS: tuple[TableSpec[Any], ...] = (tables.REQUESTS, tables.OBJECTIONS, tables.DISPUTES, tables.SUITS)
_RECEIVED = "tanggal"
_MOST_TOLD = 5


def years_of_receipt(read: Callable[[TableSpec[Any]], tuple[Any, ...] | Absent]) -> Counter[int]:
    """Return how many cases came in in each year, those of earlier years (*bawaan*) left out.

    Args:
        read: returns the rows of a register; `ANY_YEAR` stands for the year of a month that names none.
    """
    return Counter(
        year
        for spec in _REGISTERS
        for case in _listed(read(spec))
        if getattr(case, "opening", None) is None
        for year in _year_of(getattr(case, spec.fields[_RECEIVED]))
    )


def _listed(rows: tuple[Any, ...] | Absent) -> tuple[Any, ...]:
    return () if isinstance(rows, Absent) else rows


def _year_of(received: Period | date | None) -> Iterator[int]:
    if received is not None and (received.day is not None or received.year != ANY_YEAR):
        yield received.year


def note_of_year(years: Counter[int]) -> Bilingual:
    """Return the sentence that says which year was taken, and from how many days of receipt."""
    ((year, number),) = years.items()
    return Bilingual(
        f"Tahun laporan: {year}, sebab semua tanggal terima ({format_number(number)}) ada di tahun itu. "
        "Tahun lain disebut dengan --year.",
        f"The year of the report is {year}: all days of receipt ({format_number(number, 'en')}) lie in it. "
        "Another one is named by --year.",
    )


def told_years(years: Counter[int]) -> Bilingual:
    """Return in which years cases came in, where they are several; "" where none is known."""
    most = years.most_common(_MOST_TOLD)
    listed = ", ".join(f"{year} ({format_number(number)})" for year, number in most)
    english = ", ".join(f"{year} ({format_number(number, 'en')})" for year, number in most)
    more = ", …" if len(years) > _MOST_TOLD else ""
    if not most:
        return Bilingual("", "")
    return Bilingual(f" Tanggal terima: {listed}{more}.", f" Days of receipt: {english}{more}.")
