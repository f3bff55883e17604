"""The instruments of the law book on the console: since when, until when, and what took whose place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ppid_core.cli.console import unbroken, wrapped
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Instrument, Lawbook, Precision, marked
from ppid_core.writing import format_date, month_name

INDENT = "  "


def instrument_lines(instruments: Iterable[Instrument], law: Lawbook, lang: Lang) -> Iterator[str]:
    """Yield each instrument with its title, the time in which it applied, and its neighbours in time."""
    for instrument in instruments:
        yield wrapped(f"{instrument.name} – {instrument.title}", then=INDENT)
        yield wrapped(unbroken(*_facts(instrument, law, lang)), first=INDENT, then=INDENT)


def _facts(instrument: Instrument, law: Lawbook, lang: Lang) -> Iterator[str]:
    since = _dated(instrument.in_force_from, instrument.precision, lang)
    sure = instrument.since_confidence or instrument.confidence
    yield marked(f"{_SINCE(lang)} {since}", sure, lang)
    if instrument.in_force_until is not None:
        successor = law.instrument(instrument.replaced_by or "")
        precision = successor.precision if successor else Precision.DAY
        yield f"{_UNTIL(lang)} {_dated(instrument.in_force_until, precision, lang)}"
    if instrument.replaced_by:
        yield f"{_REPLACED_BY(lang)} {instrument.replaced_by}"
    if replaced := law.replaced_by(instrument):
        yield f"{_REPLACES(lang)} {', '.join(old.name for old in replaced)}"


def _dated(day: date, precision: Precision, lang: Lang) -> str:
    """Return as much of a day as is known."""
    match precision:
        case Precision.YEAR:
            return str(day.year)
        case Precision.MONTH:
            return f"{month_name(day.month, lang)} {day.year}"
        case Precision.DAY:
            return format_date(day, lang)


_SINCE = Bilingual("berlaku sejak", "in force since")
_UNTIL = Bilingual("tidak berlaku lagi sejak", "no more since")
_REPLACED_BY = Bilingual("diganti", "replaced by")
_REPLACES = Bilingual("menggantikan", "replaces")
