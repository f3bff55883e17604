"""The main figures beside those of the year before, on the screen of a summary."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.glossary import label, say_absence
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Absent, Measure
from ppid_core.summary import History, Series
from ppid_core.writing import format_number
from ppid_core.writing.numbers import EXACT

_TOLD = (
    Measure.REQUESTS_TOTAL,
    Measure.REQUESTS_GRANTED,
    Measure.REQUESTS_PARTLY_GRANTED,
    Measure.REQUESTS_REFUSED,
    Measure.OBJECTIONS_TOTAL,
    Measure.DISPUTES_TOTAL,
    Measure.SUITS_TOTAL,
)


def history_lines(history: History, lang: Lang) -> Iterator[str]:
    """Yield each figure that both years tell: ``84 (2019: 61; +23, +37,70%)``."""
    series = (history.series(measure) for measure in _TOLD) if history.last else ()
    told = [one for one in series if not isinstance(one.change, Absent) and (one.latest or one.before)]
    if told:
        yield ""
        yield _BESIDE(lang).format(year=history.own.year.period.year - 1)
        names = [label(Measure(one.path), lang) for one in told]
        width = max(map(len, names))
        yield from (f"  {name:{width}}  {_said(one, lang)}" for name, one in zip(names, told, strict=True))


def _said(series: Series, lang: Lang) -> str:
    values = (series.latest, series.before, series.change)
    latest, before, change = (format_number(one, lang) for one in values if not isinstance(one, Absent))
    sign = "" if change.startswith("-") or change == "0" else "+"
    year = series.points[-1].year - 1
    return f"{latest} ({year}: {before}; {sign}{change}, {_growth(series, lang)})"


def _growth(series: Series, lang: Lang) -> str:
    growth = series.growth
    if isinstance(growth, Absent):
        return say_absence(growth, lang)
    return f"{'+' if growth > 0 else ''}{format_number(EXACT.scaleb(growth, 2), lang)}%"


_BESIDE = Bilingual("Dibandingkan dengan tahun {year}", "Beside the year {year}")
