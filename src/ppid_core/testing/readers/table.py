"""Where figures stand in the tables of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import field, frozen

from ppid_core.glossary import label
from ppid_core.language import Bilingual, Lang
from ppid_core.model import BREAKDOWNS, Measure, Outcome
from ppid_core.report.parts.backlog import BALANCED
from ppid_core.report.parts.breakdowns import CLASSES, table_key
from ppid_core.report.parts.spread import COUNTED, STATISTICS
from ppid_core.testing.readers.figures import Read

Parse = Callable[[str], Decimal | None]

COUNT = Bilingual("Jumlah", "Count")
MONTH_TOTAL = Bilingual("Jumlah", "Total")
TOTAL = Bilingual("Jumlah", "Total")


@frozen(kw_only=True)
class Places:
    """Where a table holds figures.

    Attributes:
        rows: measure of a row by its first cell, and the column of its figure.
        total: measure of a column of the last row.
        named: whether the last row is a total only where it is called so: parts that exceed their total, or
            whose total nobody knows, have none.
    """

    rows: Callable[[Lang], Mapping[str, Measure]] = lambda _: {}
    column: Bilingual = COUNT
    total: Mapping[Bilingual, Measure] = field(factory=dict)
    named: bool = False


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _labels(lang: Lang) -> Mapping[str, Measure]:
    return {_capital(label(measure, lang)): measure for measure in Measure if measure is not Measure.OTHER}


def _outcomes(lang: Lang) -> Mapping[str, Measure]:
    return {_capital(label(outcome, lang)): Measure(f"requests.by_outcome.{outcome}") for outcome in Outcome}


def _key_figures(lang: Lang) -> Mapping[str, Measure]:
    names = {
        Measure.REQUESTS_TOTAL: Bilingual("permohonan", "requests"),
        Measure.OBJECTIONS_TOTAL: Bilingual("keberatan", "objections"),
        Measure.DISPUTES_TOTAL: Bilingual("sengketa", "disputes"),
        Measure.SHARE: Bilingual("informasi tersedia", "of information available"),
    }
    return {name(lang): measure for measure, name in names.items()}


def _statistics(lang: Lang) -> Mapping[str, Measure]:
    names = {**STATISTICS, Measure.RESPONSE_COUNT: COUNTED}
    return {name(lang): measure for measure, name in names.items()}


def _balance(lang: Lang) -> Mapping[str, Measure]:
    return {name(lang): measure for measure, name in BALANCED.items()}


def _spread() -> Places:
    """Return the places of a table of times; a heading stands alone, or after that of its group."""
    days = {
        Measure.RESPONSE_MEAN: Bilingual("Rerata", "Mean"),
        Measure.RESPONSE_MIN: Bilingual("Tersingkat", "Shortest"),
        Measure.RESPONSE_MEDIAN: Bilingual("Median", "Median"),
        Measure.RESPONSE_MAX: Bilingual("Terlama", "Longest"),
    }
    grouped = {
        Bilingual(f"Hari kerja – {name.id}", f"Working days – {name.en}"): measure
        for measure, name in days.items()
    }
    alone = {name: measure for measure, name in days.items()}
    return Places(total={Bilingual("Permohonan", "Requests"): Measure.RESPONSE_COUNT, **grouped, **alone})


def _total(measure: Measure, column: Bilingual = COUNT) -> Places:
    return Places(total={column: measure})


def _parts(measure: Measure, column: Bilingual = COUNT) -> Places:
    return Places(total={column: measure}, named=True)


def _breakdowns() -> Mapping[str, Places]:
    """Return the places of every breakdown that adds up to a figure with a name."""
    adding = (one for one in BREAKDOWNS if one.whole in _MEASURES and not one.is_overlapping)
    return {table_key(one): _parts(Measure(one.whole)) for one in adding if one is not CLASSES}


_MEASURES = frozenset(map(str, Measure))
PLACES: Mapping[str, Places] = {
    **_breakdowns(),
    "figures": Places(rows=_labels, column=Bilingual("Angka", "Value")),
    "key_figures": Places(rows=_key_figures, column=Bilingual("Angka", "Figure")),
    "outcomes": Places(rows=_outcomes, total={COUNT: Measure.REQUESTS_TOTAL}, named=True),
    "requests_by_month": _parts(Measure.REQUESTS_TOTAL, MONTH_TOTAL),
    "requests": _total(Measure.REQUESTS_TOTAL),
    "objections": _total(Measure.OBJECTIONS_TOTAL),
    "disputes": _total(Measure.DISPUTES_TOTAL),
    "response_statistics": Places(rows=_statistics, column=Bilingual("Nilai", "Value")),
    "response_by_outcome": _spread(),
    "response_by_agency": _spread(),
    "balance": Places(rows=_balance),
    "suits": _total(Measure.SUITS_TOTAL),
    "staff": _total(Measure.STAFF, Bilingual("Jumlah (orang)", "Count (people)")),
    "visits": _total(Measure.VISITS, Bilingual("Jumlah kunjungan", "Visits")),
    "availability": _total(Measure.SHARE, Bilingual("Tersedia", "Available")),
    "availability_by_type": _total(Measure.DISCLOSED, Bilingual("OPD yang menyediakan", "Agencies")),
    "budget": Places(
        total={
            Bilingual("Alokasi", "Allocated"): Measure.ALLOCATED,
            Bilingual("Realisasi", "Realised"): Measure.REALISED,
            Bilingual("Serapan", "Absorption"): Measure.ABSORPTION,
        }
    ),
}


def table_figures(key: str, lines: Sequence[Sequence[str]], parse: Parse, lang: Lang) -> Iterator[Read]:
    """Yield the figures of one table.

    Args:
        key: key of the table.
        lines: the heading row, the rows and the total row, as text.
        parse: how a cell of this format is read as a number.
        lang: language of the document.
    """
    places = PLACES.get(key)
    if places is None or not lines:
        return
    heading, *body = lines
    yield from _row_figures(places, heading, body, parse, lang)
    if places.named and (not body or body[-1][0] != TOTAL(lang)):
        return
    for column, measure in places.total.items():
        if body and column(lang) in heading:
            yield from _cell(measure, body[-1][heading.index(column(lang))], parse)


def _row_figures(
    places: Places, heading: Sequence[str], body: Sequence[Sequence[str]], parse: Parse, lang: Lang
) -> Iterator[Read]:
    measures = places.rows(lang)
    for row in body:
        if row[0] in measures:
            yield from _cell(measures[row[0]], row[heading.index(places.column(lang))], parse)


def _cell(measure: Measure, text: str, parse: Parse) -> Iterator[Read]:
    number = parse(text)
    if number is not None:
        yield measure, number
