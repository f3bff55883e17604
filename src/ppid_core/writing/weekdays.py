"""Weekdays, one or several: *Senin s.d. Kamis*. Monday is 0, as in the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ppid_core.language import Lang
from ppid_core.writing.whitespace import tidy

WEEKDAYS: Final[Mapping[Lang, tuple[str, ...]]] = MappingProxyType(
    {
        "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
        "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    },
)
"""The names of the weekdays by language, Monday first."""

_NUMBERS = {name.casefold(): day for names in WEEKDAYS.values() for day, name in enumerate(names)} | {
    "sen": 0,
    "sel": 1,
    "rab": 2,
    "rabo": 2,
    "kam": 3,
    "jum": 4,
    "jumaat": 4,
    "sab": 5,
    "min": 6,
    "mgg": 6,
    "ahad": 6,
}
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_UNTIL = re.compile(r" ?(?:\bs ?[/.]? ?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b|\bto\b|[-–—]) ?")
_AND = re.compile(r",? (?:dan|and) |[,;&/]")
_WORTH_A_RANGE = 3
_DAYS_IN_A_WEEK = 7


def read_weekday(text: str) -> int:
    """Return the weekday, 0 for *Senin* to 6 for *Minggu*; *Jum'at* and *Ahad* are read too.

    Raises:
        ValueError: there is no such weekday.
    """
    typed = _APOSTROPHES.sub("", tidy(text).casefold()).removeprefix("hari ").removesuffix(".")
    if typed not in _NUMBERS:
        raise ValueError(f"no weekday: {text!r}")
    return _NUMBERS[typed]


def read_weekdays(text: str) -> tuple[int, ...]:
    """Return each weekday that ``text`` names or spans, sorted: ``Senin s/d Kamis`` is ``(0, 1, 2, 3)``.

    A span may run over the end of the week (*Minggu s/d Selasa*).

    Raises:
        ValueError: a part of the text is no weekday and no span of two.
    """
    # The span is read first, for "s/d" holds a sign that also stands between single days.
    spans = _AND.split(_UNTIL.sub("–", tidy(text).casefold()))
    return tuple(sorted({day for span in spans for day in _span(span)}))


def weekday_name(index_monday_0: int, lang: Lang = "id") -> str:
    """Return the name of a weekday, 0 for Monday.

    Raises:
        ValueError: the index is not 0 to 6.
    """
    if not 0 <= index_monday_0 < _DAYS_IN_A_WEEK:
        raise ValueError(f"no weekday: {index_monday_0}")
    return WEEKDAYS[lang][index_monday_0]


def format_weekdays(days: Iterable[int], lang: Lang = "id") -> str:
    """Return the days in the order of the week, three or more in a row as a span; "" for none.

    Raises:
        ValueError: a day is not 0 to 6.
    """
    parts = [part for run in _runs(sorted(set(days))) for part in _named(run, lang)]
    if len(parts) <= 1:
        return "".join(parts)
    last = f" {'dan' if lang == 'id' else 'and'} {parts[-1]}"
    return ", ".join(parts[:-1]) + ("," if len(parts) >= _WORTH_A_RANGE else "") + last


def _span(text: str) -> Iterator[int]:
    first, until, last = text.partition("–")
    start = read_weekday(first)
    length = (read_weekday(last) - start) % _DAYS_IN_A_WEEK if until else 0
    return ((start + step) % _DAYS_IN_A_WEEK for step in range(length + 1))


def _runs(days: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _named(run: list[int], lang: Lang) -> list[str]:
    names = [weekday_name(day, lang) for day in run]
    if len(names) < _WORTH_A_RANGE:
        return names
    return [f"{names[0]} {'s.d.' if lang == 'id' else 'to'} {names[-1]}"]
