"""Reads the figures of a report from its HTML page: what the page shows, never its attributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from attrs import Factory, define

from ppid_core.language import Lang
from ppid_core.model import Measure
from ppid_core.plugins import Artifact
from ppid_core.testing.readers.figures import Figure, Read, gathered, printed_number
from ppid_core.testing.readers.table import lines_of, table_figures


@define
class _Cell:
    columns: int
    rows: int
    text: str = ""


@define
class _ShownTable:
    key: str
    rows: list[list[_Cell]] = Factory(list)
    heads: int = 0

    def lines(self) -> list[list[str]]:
        """Return the last heading row, the rows and the total row."""
        cells = [[(" ".join(one.text.split()), one.columns, one.rows) for one in row] for row in self.rows]
        return lines_of(cells, self.heads)


class _ShownPage(HTMLParser):
    """Collects tables, by their key, and the figures of sentences, by their measure."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[_ShownTable] = []
        self.figures: list[tuple[str, str]] = []
        self._open: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self._open.add(tag)
        if tag == "table":
            self.tables.append(_ShownTable(named.get("data-table", "")))
        elif tag == "tr":
            self.tables[-1].rows.append([])
            self.tables[-1].heads += "thead" in self._open
        elif tag in {"td", "th"}:
            columns, rows = int(named.get("colspan", "1")), int(named.get("rowspan", "1"))
            self.tables[-1].rows[-1].append(_Cell(columns, rows))
        elif tag == "data":
            self.figures.append((named.get("data-measure", ""), ""))

    def handle_endtag(self, tag: str) -> None:
        self._open.discard(tag)

    def handle_data(self, data: str) -> None:
        if self._open & {"td", "th"}:
            self.tables[-1].rows[-1][-1].text += data
        if "data" in self._open:
            measure, text = self.figures[-1]
            self.figures[-1] = measure, text + data


def read_html(artifacts: Iterable[Artifact], lang: Lang = "id") -> dict[Measure, Figure]:
    """Return the figures of the page, of tables and sentences alike.

    >>> from ppid_core import export, load_plugins
    >>> from ppid_core.model import Measure
    >>> from ppid_core.testing import read_html, samples
    >>> read_html(export(samples.composed(samples.small()), "html", load_plugins()))[Measure.REQUESTS_TOTAL]
    Decimal('3')
    """
    return gathered(read for artifact in artifacts for read in _figures(artifact, lang))


def _figures(artifact: Artifact, lang: Lang) -> Iterator[Read]:
    page = _ShownPage()
    page.feed(artifact.content.decode())
    for table in page.tables:
        yield from table_figures(table.key, table.lines(), lambda text: printed_number(text, lang), lang)
    for measure, text in page.figures:
        number = printed_number(" ".join(text.split()), lang)
        if measure and number is not None:
            yield Measure(measure), number
