"""A value of a workbook as the text that a clerk would have typed."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from ppid_core.intake.cells import CellError
from ppid_core.intake.cells.value import cell_text
from ppid_core.language import Bilingual
from ppid_core.model.amount import is_sane
from ppid_core.writing import format_date, month_name
from ppid_core.writing.numbers import EXACT

Value = str | float | bool | date | time | timedelta
"""What a cell of a workbook holds; "" is a blank one."""

_ODD_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")


def typed(value: Value, *, is_percent: bool = False) -> str:
    """Return the text of a cell; spaces that only look like spaces are made some.

    Raises:
        CellError: the number is too large, or the duration is no time of day.
    """
    match value:
        case str():
            return _UNSEEN.sub("", _ODD_SPACES.sub(" ", cell_text(value)))
        case timedelta():
            return _time_of_day(value)
        case date() if not isinstance(value, datetime) or value.time() == time():
            return format_date(value)
        case int() | float() if is_percent and is_sane(Decimal(value)):
            return f"{cell_text(EXACT.scaleb(Decimal(repr(value)), 2))}%"
    return cell_text(value)


def month_of(value: Value) -> str | None:
    """Return the month of a date in a column of months: ``Jan-20`` is kept as its first day."""
    if isinstance(value, date) and value.day == 1:
        return f"{month_name(value.month)} {value.year}"
    return None


def _time_of_day(value: timedelta) -> str:
    if not timedelta() <= value < timedelta(days=1):
        raise CellError(
            Bilingual(
                "isi sel ini lama waktu sehari atau lebih, bukan jam. Tulis jam seperti 09.00.",
                "this cell is a length of time of a day or more, no time of day. Write 09.00.",
            ),
            Bilingual("jam, misalnya 09.00", "a time of day such as 09.00"),
        )
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    return f"{time(minutes // 60, minutes % 60, seconds):%H:%M:%S}"
