"""Dates and months, written *7 Januari 2021* and read as clerks type them: the day first, or ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

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
    r"(z|utc|(?!-00$)[+-][0-9]{2}(?::?[0-9]{2})?)"
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


@frozen(kw_only=True)
class WrittenDay:
    """A day as it is written (*tanggal menurut tulisannya*), maybe without its century or year.

    Attributes:
        day: the first figure of a date in figures.
        month: from 1 to 12 where the text can be a date.
        year: four figures; two where the century is left out, None without a year.
        is_short: whether the century is left out.
        in_figures: whether the day could be the month, as far as the form tells: ``07/01/2021``.
        weekday: the one that stands before or behind it, 0 for Monday; None without one.
        words: what else stands behind it, "" for nothing.
    """

    day: int
    month: int
    year: int | None
    is_short: bool = False
    in_figures: bool = False
    weekday: int | None = None
    words: str = ""

    def within(self, year: int | None) -> date:
        """Return the day, in ``year`` where its own is left out, or a year of that ending.

        Raises:
            ValueError: there is no such day, or no year for it.
        """
        own = year if self.year is None or self.is_short else self.year
        if own is None or (self.is_short and own % _CENTURY != self.year):
            raise ValueError(f"no year: {self}")
        return date(own, self.month, self.day)


_CENTURY = 100
_LEAP_YEAR = 2000
"""In it each day of a year stands that a date without a year may name."""
_LOOSE = re.compile(
    r"(?:(?P<iso>[0-9]{4})(?P<dash>[-/.])(?P<iso_month>[0-9]{1,2})(?P=dash)(?P<iso_day>[0-9]{1,2})"
    r"|(?P<first>[0-9]{1,2}) ?(?P<sign>[-/.]) ?(?P<second>[0-9]{1,2}) ?(?P=sign) ?(?P<year>[0-9]{4}|[0-9]{2})"
    r"|(?P<day>[0-9]{1,2}) ?/ ?(?P<month>[0-9]{1,2})"
    r"|(?P<day_of>[0-9]{1,2})[ -]?(?P<name>[^\W\d_]{3,12})\.?(?:[ -]?'?(?P<of>[0-9]{4}|[0-9]{2}))?)"
    r"(?P<behind>|[ ,;(.–-].*)"
)
_CLOCK_BEHIND = re.compile(
    r"(?:[ t]|, ?)(?P<said>(?:pukul|pkl|jam)\.? ?)?(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9](?:[.:][0-5][0-9])?"
    r"(?: ?(?:wib|wita|wit)\b\.?)?(?![0-9])"
)
_ENDS = frozenset({"", ".", ",", ";"})
"""Behind a date they say nothing."""
_IN_DOUBT = re.compile(
    r"[?±~+=/\\]|\b(?:s ?d|sampai|hingga|atau|kira|sekitar|perkiraan|estimasi|rencana|sebelum|sesudah|setelah"
    r"|sejak|mulai|belum|bukan|batal|salah|tidak|tanpa|h|sm|lusa|besok|kemarin|mundur|maju|plus|minus|kurang|lebih)\b"
)
"""Behind a day, what says that it is not exactly that one."""


def read_written_day(text: str) -> WrittenDay:
    """Return the day that is written in ``text``, the day before the month, with what else is said of it.

    Raises:
        ValueError: it is none, or more than one; or words say that it is not exactly that day.
    """
    before, written = _without_weekday(text)
    match = _LOOSE.fullmatch(written)
    if match is None:
        raise ValueError(f"no day: {text!r}")
    parts, behind = _parts(match), match["behind"]
    clock = _CLOCK_BEHIND.match(behind)
    if clock and (clock["said"] or not (parts.is_short or parts.year is None)):  # "7 Januari 2.25" is a slip
        behind = behind[clock.end() :]
    if _FIGURE.search(behind) or _IN_DOUBT.search(behind) or "\n" in text.strip():
        raise ValueError(f"no day alone: {text!r}")
    named, words = _weekday_behind(behind)
    days = {read_weekday(before)} if before else set[int]()
    days |= named
    if len(days) > 1:
        raise ValueError(f"two weekdays: {text!r}")
    return evolve(parts, weekday=next(iter(days), None), words=words)


def _parts(match: re.Match[str]) -> WrittenDay:
    """Return the parts of a day, in whichever form they stand."""
    if match["iso"]:
        return WrittenDay(day=int(match["iso_day"]), month=int(match["iso_month"]), year=int(match["iso"]))
    if match["first"]:
        year = match["year"]
        return WrittenDay(
            day=int(match["first"]),
            month=int(match["second"]),
            year=int(year),
            is_short=len(year) == 2,  # noqa: PLR2004  figures of a year without its century
            in_figures=True,
        )
    if match["day"]:
        return WrittenDay(day=int(match["day"]), month=int(match["month"]), year=None, in_figures=True)
    year = match["of"] or ""
    return WrittenDay(
        day=int(match["day_of"]),
        month=read_month(match["name"]),
        year=int(year) if year else None,
        is_short=len(year) == 2,  # noqa: PLR2004  figures of a year without its century
    )


def _weekday_behind(behind: str) -> tuple[set[int], str]:
    """Return the weekdays that are named behind a date, and the other words there."""
    named, others = set[int](), list[str]()
    if behind in _ENDS:
        return named, ""
    for word in re.split(r"[\s,;()]+", behind.strip(" .,;()-–")):
        try:
            named.add(read_weekday(word))
        except ValueError:
            others += [word] if word and word != "hari" else []
    return named, " ".join(others) or ("" if named else behind)


def is_ambiguous_date(text: str) -> bool:
    """Tell whether ``text`` would be another day if the month stood first, as in ``07/01/2021``."""
    written = _in_figures(text)
    if written is None:
        return False
    first, second = written.day, written.month
    return first != second and all(1 <= part <= _MONTHS_IN_A_YEAR for part in (first, second))


def read_month_first(text: str, year: int | None = None) -> date | None:
    """Return the day that ``text`` names if the month stands first; None where it names none so.

    Args:
        text: what is written.
        year: the one of a date without a year; else it is a leap year, in which every day is.
    """
    written = _in_figures(text)
    if written is None:
        return None
    own = _CENTURY * (_LEAP_YEAR // _CENTURY) + (written.year or 0) if written.is_short else written.year
    try:
        return date(own or year or _LEAP_YEAR, written.day, written.month)
    except ValueError:
        return None


def _in_figures(text: str) -> WrittenDay | None:
    """Return a date such as 07/01/2021; what stands before it can only be a weekday."""
    try:
        written = read_written_day(text)
    except ValueError:
        return None
    return written if written.in_figures else None


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
