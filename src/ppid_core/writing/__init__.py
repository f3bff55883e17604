"""Indonesian writing, read and written: words, numbers, rupiah, dates, hours, names of instruments.

Every reader takes what a clerk typed and raises a plain `ValueError` where it cannot be read;
`read_instrument` alone never raises, since any words may name an instrument.
Nothing here knows of tables, law or reports.
"""

from __future__ import annotations

from ppid_core.writing.dates import (
    MONTHS,
    WIB,
    WrittenDay,
    format_date,
    format_time,
    is_ambiguous_date,
    month_name,
    read_date,
    read_month,
    read_month_first,
    read_time,
    read_written_day,
    stated_weekday,
)
from ppid_core.writing.decree import InstrumentName, read_instrument, same_number
from ppid_core.writing.numbers import (
    format_number,
    format_rupiah,
    is_ambiguous_number,
    read_count,
    read_number,
    read_rupiah,
)
from ppid_core.writing.weekdays import WEEKDAYS, format_weekdays, read_weekday, read_weekdays, weekday_name
from ppid_core.writing.whitespace import tidy
from ppid_core.writing.words import read_words, spell

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "WIB",
    "InstrumentName",
    "WrittenDay",
    "format_date",
    "format_number",
    "format_rupiah",
    "format_time",
    "format_weekdays",
    "is_ambiguous_date",
    "is_ambiguous_number",
    "month_name",
    "read_count",
    "read_date",
    "read_instrument",
    "read_month",
    "read_month_first",
    "read_number",
    "read_rupiah",
    "read_time",
    "read_weekday",
    "read_weekdays",
    "read_words",
    "read_written_day",
    "same_number",
    "spell",
    "stated_weekday",
    "tidy",
    "weekday_name",
]
