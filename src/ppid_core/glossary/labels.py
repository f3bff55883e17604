"""One way from a plain value to characters: findings and documents say it alike."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from ppid_core.glossary.book import label
from ppid_core.language import Lang
from ppid_core.model import Absent, Bound, Period
from ppid_core.writing import format_date, format_number, format_time, month_name

Plain = str | int | Decimal | date | time | Period | StrEnum | Absent | None


def say(value: Plain, lang: Lang = "id") -> str:
    """Return the characters of ``value`` in ``lang``; None is "–"."""
    match value:
        case None:
            return "–"
        case StrEnum():
            return label(value, lang)
        case str():
            return value
        case int() | Decimal():
            return format_number(value, lang)
        case date():
            return format_date(value, lang)
        case time():
            return format_time(value, lang)
        case Period():
            return say_period(value, lang)
        case Absent():
            return say_absence(value, lang)


def say_absence(value: Absent, lang: Lang = "id") -> str:
    """Return why a figure is absent, as one phrase."""
    reason = label(value.reason, lang)
    return f"{reason}: {value.detail}" if value.detail else reason


def say_rough(value: int | Decimal, bound: Bound | None, lang: Lang = "id") -> str:
    """Return a figure as roughly as the text says it: *lebih dari 73.000*, *73.000 lebih*."""
    number = format_number(value, lang)
    if bound is None:
        return number
    word = label(bound, lang)
    return f"{number} {word}" if bound is Bound.OVER else f"{word} {number}"


def say_period(period: Period, lang: Lang = "id") -> str:
    """Return a year, a month with its year, or a date."""
    if period.exact is not None:
        return format_date(period.exact, lang)
    if period.month is not None:
        return f"{month_name(period.month, lang)} {period.year}"
    return str(period.year)


def say_span(slug: str, lang: Lang = "id") -> str:
    """Return a class of response time, as ``0-10`` or ``over_17`` names it."""
    over = "lebih dari " if lang == "id" else "over "
    return slug.replace("over_", over).replace("-", "–")
