"""The calendar of the page of the law: a table of decrees for each year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from docs.generate.markdown import NOTHING, link, page, table, words
from ppid_core.law import CalendarYear, Decree, load_calendar
from ppid_core.writing import month_name

INTRODUCTION = """\
## Calendar (*kalender*)

Each decree counts from its date on: `WorkdayCalendar.load(as_known_on=day)` knows no later one. National
holidays bind everybody; joint leave (*cuti bersama*) has two tracks, civil servants by Keppres and the others
by the joint decree of three ministers, and a track without a decree of its own yet follows the other one. A
year that is not here raises `CalendarRangeError`: it is never free of holidays."""


def calendar_part() -> str:
    """Return the part, the years descending."""
    years = sorted(load_calendar(), key=lambda year: year.year, reverse=True)
    return page(INTRODUCTION, *map(_year, years))


def _year(year: CalendarYear) -> str:
    heading = [
        "Signed on",
        "Decree",
        "Track",
        "Kind",
        "Days added",
        "Days removed",
        "Compared with",
        "Confidence",
        "Note (*catatan*)",
    ]
    return page(f"### {year.year}", table(heading, map(_decree, year.known())))


def _decree(decree: Decree) -> list[str]:
    url = decree.citation.url
    return [
        _signed(decree),
        link(words(decree.instrument), url) if url else words(decree.instrument),
        f"`{decree.track}`",
        f"{decree.kind.label.en} (*{decree.kind.label.id}*)",
        days(decree.add),
        days(decree.remove),
        _compared(decree),
        f"{decree.confidence.label.en}: {words(str(decree.citation))}",
        words(decree.note),
    ]


def _compared(decree: Decree) -> str:
    """Return with what the days were compared, those apart that were compared with something else."""
    others = (
        f"{days(one.days)}: {one.compared.label.en} ({one.confidence.label.en})" for one in decree.readings
    )
    return "; ".join((decree.compared.label.en, *others))


def _signed(decree: Decree) -> str:
    unsure = decree.date_confidence
    return str(decree.date) if unsure is None else f"{decree.date} ({unsure.label.en})"


def days(listed: Iterable[date]) -> str:
    """Return days of one year by their month: ``22, 26, 27 May; 24 December``."""
    return "; ".join(_months(listed)) or NOTHING


def _months(listed: Iterable[date]) -> Iterator[str]:
    for month, group in groupby(sorted(listed), key=lambda day: day.month):
        yield f"{', '.join(str(day.day) for day in group)} {month_name(month, 'en')}"
