"""Where figures stand in the tables of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import field, frozen

from ppid_core.glossary import label
from ppid_core.language import Bilingual, Lang
from ppid_core.model import BREAKDOWNS, Measure, Outcome
from ppid_core.report.material import capital
from ppid_core.report.parts.backlog import BALANCED
from ppid_core.report.parts.breakdowns import CLASSES, table_key
from ppid_core.report.parts.spread import COUNTED, STATISTICS
from ppid_core.testing.readers.figures import Figure, Read, gathered, plain_number

Parse = Callable[[str], Decimal | None]

_COUNT = Bilingual("Jumlah", "Count")
_TOTAL = Bilingual("Jumlah", "Total")


@frozen(kw_only=True)
class _Places:
    """Where a table holds figures.

    Attributes:
        rows: measure of a row by its first cell, and the column of its figure.
        total: measure of a column of the last row.
        named: whether the last row is a total only where it is called so: parts that exceed their total, or
            whose total nobody knows, have none.
    """

    rows: Callable[[Lang], Mapping[str, Measure]] = lambda _: {}
    column: Bilingual = _COUNT
    total: Mapping[Bilingual, Measure] = field(factory=dict)
    named: bool = False


def _labels(lang: Lang) -> Mapping[str, Measure]:
    return {capital(label(measure, lang)): measure for measure in Measure if measure is not Measure.OTHER}


def _outcomes(lang: Lang) -> Mapping[str, Measure]:
    return {capital(label(outcome, lang)): Measure(f"requests.by_outcome.{outcome}") for outcome in Outcome}


_KEY_FIGURES = {
    Measure.REQUESTS_TOTAL: Bilingual("permohonan", "requests"),
    Measure.OBJECTIONS_TOTAL: Bilingual("keberatan", "objections"),
    Measure.DISPUTES_TOTAL: Bilingual("sengketa", "disputes"),
    Measure.SHARE: Bilingual("informasi tersedia", "of information available"),
}


def _rows(names: Mapping[Measure, Bilingual]) -> Callable[[Lang], Mapping[str, Measure]]:
    """Return the measure of each row by its name in a language."""
    return lambda lang: {name(lang): measure for measure, name in names.items()}


def _spread() -> _Places:
    """Return the places of a table of times; a heading stands alone, or after that of its group."""
    days = {
        Measure.RESPONSE_MEAN: Bilingual("Rata-rata", "Mean"),
        Measure.RESPONSE_MIN: Bilingual("Tersingkat", "Shortest"),
        Measure.RESPONSE_MEDIAN: Bilingual("Median", "Median"),
        Measure.RESPONSE_MAX: Bilingual("Terlama", "Longest"),
    }
    grouped = {
        Bilingual(f"Hari kerja – {name.id}", f"Working days – {name.en}"): measure
        for measure, name in days.items()
    }
    alone = {name: measure for measure, name in days.items()}
    return _Places(total={Bilingual("Permohonan", "Requests"): Measure.RESPONSE_COUNT, **grouped, **alone})


def _total(measure: Measure, column: Bilingual = _COUNT, *, named: bool = False) -> _Places:
    return _Places(total={column: measure}, named=named)


def _breakdowns() -> Mapping[str, _Places]:
    """Return the places of every breakdown that adds up to a figure with a name."""
    adding = (one for one in BREAKDOWNS if one.whole in _MEASURES and not one.is_overlapping)
    return {table_key(one): _total(Measure(one.whole), named=True) for one in adding if one is not CLASSES}


_MEASURES = frozenset(map(str, Measure))
PLACES: Mapping[str, _Places] = {
    **_breakdowns(),
    "figures": _Places(rows=_labels, column=Bilingual("Angka", "Value")),
    "key_figures": _Places(rows=_rows(_KEY_FIGURES), column=Bilingual("Angka", "Figure")),
    "outcomes": _Places(rows=_outcomes, total={_COUNT: Measure.REQUESTS_TOTAL}, named=True),
    "year_on_year": _Places(rows=_labels, column=Bilingual("Tahun ini", "This year")),
    "requests_by_month": _total(Measure.REQUESTS_TOTAL, _TOTAL, named=True),
    "requests": _total(Measure.REQUESTS_TOTAL),
    "objections": _total(Measure.OBJECTIONS_TOTAL),
    "disputes": _total(Measure.DISPUTES_TOTAL),
    "response_statistics": _Places(
        rows=_rows({**STATISTICS, Measure.RESPONSE_COUNT: COUNTED}), column=Bilingual("Nilai", "Value")
    ),
    "response_by_outcome": _spread(),
    "response_by_agency": _spread(),
    "requests_by_agency": _Places(
        total={_COUNT: Measure.REQUESTS_TOTAL, Bilingual("Diterima", "Received"): Measure.REQUESTS_TOTAL},
        named=True,
    ),
    "refusals_by_ground": _total(Measure.REQUESTS_REFUSED, Bilingual("Ditolak", "Refused"), named=True),
    "balance": _Places(rows=_rows(BALANCED)),
    "suits": _total(Measure.SUITS_TOTAL),
    "staff": _total(Measure.STAFF, Bilingual("Jumlah (orang)", "Count (people)")),
    "visits": _total(Measure.VISITS, Bilingual("Jumlah kunjungan", "Visits")),
    "availability": _total(Measure.SHARE, Bilingual("Tersedia", "Available")),
    "availability_by_type": _total(Measure.DISCLOSED, Bilingual("OPD yang menyediakan", "Agencies")),
    "budget": _Places(
        total={
            Bilingual("Alokasi", "Allocated"): Measure.ALLOCATED,
            Bilingual("Realisasi", "Realised"): Measure.REALISED,
            Bilingual("Persentase serapan", "Absorption"): Measure.ABSORPTION,
        }
    ),
}


def lines_of(rows: Sequence[Sequence[tuple[str, int, int]]], heads: int) -> list[list[str]]:
    """Return the last heading row and those below it, each cell repeated over what it spans.

    Args:
        rows: the cells, each with the number of columns and rows that it goes over.
        heads: how many of the rows are headings.
    """
    grid: dict[tuple[int, int], str] = {}
    for at, row in enumerate(rows):
        column = 0
        for text, across, down in row:
            while (at, column) in grid:
                column += 1
            grid |= dict.fromkeys(((at + y, column + x) for y in range(down) for x in range(across)), text)
    width = 1 + max((column for _, column in grid), default=-1)
    lines = [[grid.get((at, column), "") for column in range(width)] for at in range(len(rows))]
    return lines[max(heads - 1, 0) :]


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
    if places.named and (not body or body[-1][0] != _TOTAL(lang)):
        return
    for column, measure in places.total.items():
        if body and column(lang) in heading:
            yield from _cell(measure, body[-1][heading.index(column(lang))], parse)


def _row_figures(
    places: _Places, heading: Sequence[str], body: Sequence[Sequence[str]], parse: Parse, lang: Lang
) -> Iterator[Read]:
    measures = places.rows(lang)
    for row in body:
        if row[0] in measures:
            yield from _cell(measures[row[0]], row[heading.index(places.column(lang))], parse)


def _cell(measure: Measure, text: str, parse: Parse) -> Iterator[Read]:
    number = parse(text)
    if number is not None:
        yield measure, number


def read_tables(tables: Mapping[str, Sequence[Sequence[str]]], lang: Lang = "id") -> dict[Measure, Figure]:
    """Return the figures of printed tables: what a reader of a format with sheets hands on.

    >>> from ppid_core.testing import read_tables
    >>> read_tables({"visits": [["Bulan", "Jumlah kunjungan"], ["Januari", "5"], ["Jumlah", "5"]]})
    {<Measure.VISITS: 'visits.total'>: Decimal('5')}

    Args:
        tables: the lines of each table, by its key: headings, rows, and its total; numbers in plain digits.
        lang: in which they are printed.
    """
    return gathered(
        read
        for key, lines in tables.items()
        for read in table_figures(key, [list(line) for line in lines], plain_number, lang)
    )
