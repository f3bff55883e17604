"""Dates and months, written *7 Januari 2021* and read as clerks type them: the day first, or ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from types import MappingProxyType
from typing import Final

from ppid_core.language import Lang
from ppid_core.writing.weekdays import read_weekday
from ppid_core.writing.whitespace import tidy

MONTHS: Final[Mapping[Lang, tuple[str, ...]]] = MappingProxyType(
    {
        "id": (
            *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
            *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
        ),
        "en": (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
    },
)
"""The names of the months by language, January first."""

_SHORT_OR_OLD = {
    "pebruari": 2,
    "peb": 2,
    "mrt": 3,
    "agust": 8,
    "agt": 8,
    "ags": 8,
    "sept": 9,
    "nopember": 11,
    "nop": 11,
}
_NUMBERS = (
    {name.casefold(): month for names in MONTHS.values() for month, name in enumerate(names, start=1)}
    | {name[:3].casefold(): month for names in MONTHS.values() for month, name in enumerate(names, start=1)}
    | _SHORT_OR_OLD
)
_CLOCK = r"(?:[ t][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)?"
_ISO = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_CLOCK}")
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}}) ?([-/.]) ?([0-9]{{1,2}}) ?\2 ?([0-9]{{4}}){_CLOCK}")
_NAMED = re.compile(r"([0-9]{1,2})[ -]?([^\W\d_]{3,12})\.?[ -]?([0-9]{4})")
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ t]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]{1,9})? ?"
    r"(z|utc|[+-][0-9]{2}(?::?[0-9]{2})?)"
)
_FIGURE = re.compile(r"[0-9]")
_MONTHS_IN_A_YEAR = 12
_ISO_LENGTH = len("2021-01-07")
WIB = timezone(timedelta(hours=7), "WIB")
"""The time of western Indonesia; nowhere in Indonesia do clocks change with the season."""


def format_date(day: date, lang: Lang = "id") -> str:
    """Return ``7 Januari 2021``, in English ``7 January 2021``."""
    return f"{day.day} {month_name(day.month, lang)} {day.year:04d}"


def read_date(text: str, zone: tzinfo = WIB) -> date:
    """Return the day written in ``text``, the day before the month.

    A weekday before it is accepted and not compared (`stated_weekday` returns it), a time of day after
    figures is dropped. A year takes four figures. A moment of another zone (ISO 8601, ``Z`` or an offset
    behind it) is a day of ``zone``: 31 December 17.30 UTC is 1 January in Jakarta.

    Raises:
        ValueError: the text is no date, or there is no such day.
    """
    if len(text) == _ISO_LENGTH and text[4] == text[7] == "-":  # as most programs write it
        with suppress(ValueError):
            return date.fromisoformat(text)
    if moment := _MOMENT.fullmatch(tidy(text).casefold()):
        on, at, offset = moment.groups()
        ahead = "+00:00" if offset in {"z", "utc"} else offset
        return datetime.fromisoformat(f"{on}T{at}{ahead}").astimezone(zone).date()
    weekday, written = _without_weekday(text)
    if weekday:
        read_weekday(weekday)
    if iso := _ISO.fullmatch(written):
        return date(int(iso[1]), int(iso[3]), int(iso[4]))
    if figures := _DAY_FIRST.fullmatch(written):
        return date(int(figures[4]), int(figures[3]), int(figures[1]))
    if named := _NAMED.fullmatch(written):
        return date(int(named[3]), read_month(named[2]), int(named[1]))
    raise ValueError(f"no date: {text!r}")


def is_ambiguous_date(text: str) -> bool:
    """Tell whether ``text`` would be another day if the month stood first, as in ``07/01/2021``."""
    figures = _in_figures(text)
    if figures is None:
        return False
    first, second = int(figures[1]), int(figures[3])
    return first != second and all(1 <= part <= _MONTHS_IN_A_YEAR for part in (first, second))


def read_month_first(text: str) -> date | None:
    """Return the day that ``text`` names if the month stands first; None where it names none so."""
    figures = _in_figures(text)
    try:
        return date(int(figures[4]), int(figures[1]), int(figures[3])) if figures else None
    except ValueError:
        return None


def _in_figures(text: str) -> re.Match[str] | None:
    """Return the figures of a date such as 07/01/2021; what stands before them can only be a weekday."""
    weekday, written = _without_weekday(text)
    try:
        return _DAY_FIRST.fullmatch(written) if not weekday or read_weekday(weekday) >= 0 else None
    except ValueError:
        return None


def stated_weekday(text: str) -> int | None:
    """Return the weekday that stands before a date, 0 for Monday, None where there is none.

    Raises:
        ValueError: what stands before the first figure is no weekday.
    """
    weekday, _ = _without_weekday(text)
    return read_weekday(weekday) if weekday else None


def read_month(text: str) -> int:
    """Return the month, 1 to 12, from its name (short and old ones too) or number.

    Raises:
        ValueError: there is no such month.
    """
    typed = tidy(text).casefold().removesuffix(".")
    if re.fullmatch(r"0?[1-9]|1[0-2]", typed):
        return int(typed)
    if typed not in _NUMBERS:
        raise ValueError(f"no month: {text!r}")
    return _NUMBERS[typed]


def month_name(month: int, lang: Lang = "id") -> str:
    """Return the name of a month, 1 to 12.

    Raises:
        ValueError: there is no such month.
    """
    if not 1 <= month <= _MONTHS_IN_A_YEAR:
        raise ValueError(f"no month: {month}")
    return MONTHS[lang][month - 1]


def _without_weekday(text: str) -> tuple[str, str]:
    written = tidy(text).casefold()
    first_figure = _FIGURE.search(written)
    start = first_figure.start() if first_figure else len(written)
    before = written[:start].strip(" ,/").removesuffix("tanggal").rstrip(" ,")
    return before, written[start:]


_TIME = re.compile(
    r"(?:(?:pukul|pkl|jam)\.? ?)?([0-9]{1,2})(?:[.:]([0-9]{2})(?:[.:]([0-9]{2}))?)? ?(?:wib|wita|wit)?",
    re.IGNORECASE | re.ASCII,
)


def read_time(text: str) -> time:
    """Return the time of day in ``09.00``, ``09:00``, ``09.00 WIB`` or ``9``.

    The zone is dropped: a body's opening hours are local.

    Raises:
        ValueError: the text is no time of day.
    """
    match = _TIME.fullmatch(tidy(text))
    if match is None:
        raise ValueError(f"no time of day: {text!r}")
    hour, minute, second = (int(part or 0) for part in match.groups())
    return time(hour, minute, second)


def format_time(moment: time, lang: Lang = "id") -> str:
    """Return ``09.00``, in English ``09:00``; seconds are not printed."""
    return f"{moment:%H.%M}" if lang == "id" else f"{moment:%H:%M}"
