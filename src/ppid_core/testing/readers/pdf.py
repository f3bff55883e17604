"""Reads the figures of a report from its PDF: tables by their tags, sentences by their words.

Which table is which is told by the named destinations, ``tabel-requests``, that stand before the tables in
the same order.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ppid_core.language import Lang
from ppid_core.model import Measure
from ppid_core.plugins import Artifact
from ppid_core.testing.readers.gathering import Figure, Read, gathered
from ppid_core.testing.readers.number import printed_number
from ppid_core.testing.readers.prose import sentence_figures
from ppid_core.testing.readers.table import PLACES, table_figures
from ppid_core.testing.readers.tagged import Element, structure

if TYPE_CHECKING:
    from pypdf import PdfReader

MARK = "tabel-"
CARDS = "key_figures"
PROSE = frozenset({"P", "LBody"})
HEADS = "THead"


def read_pdf(artifacts: Iterable[Artifact], lang: Lang = "id") -> dict[Measure, Figure]:
    """Return the figures of the document, of tables and sentences alike.

    Raises:
        AssertionError: the PDF is not tagged, or its tables and their names do not match.
        ModuleNotFoundError: pypdf is not installed.
    """
    return gathered(read for artifact in artifacts for read in _figures(artifact, lang))


def _figures(artifact: Artifact, lang: Lang) -> Iterator[Read]:
    from pypdf import PdfReader  # noqa: PLC0415  an extra

    reader = PdfReader(io.BytesIO(artifact.content))
    root = structure(reader)
    tables = [element for element in root.walk() if element.tag == "Table"]
    keys = [key for key in _keys(reader) if key != CARDS]
    assert len(keys) == len(tables), f"{len(tables)} tables, but {len(keys)} names: {keys}"
    for key, table in zip(keys, tables, strict=True):
        yield from table_figures(key, _lines(table), lambda cell: printed_number(cell, lang), lang)
    prose = [element.text for element in root.walk() if element.tag in PROSE]
    yield from table_figures(CARDS, _cards(prose, lang), lambda cell: printed_number(cell, lang), lang)
    yield from sentence_figures(prose, lang)


def _keys(reader: PdfReader) -> list[str]:
    """Return the keys of tables, from the first to the last."""
    places = sorted(
        (reader.get_destination_page_number(place) or 0, -float(place.top or 0), name.removeprefix(MARK))
        for name, place in reader.named_destinations.items()
        if name.startswith(MARK)
    )
    return [key for *_, key in places]


def _cards(prose: Sequence[str], lang: Lang) -> list[list[str]]:
    """Return a line for each card: what is counted, and the figure that stands above it."""
    places = PLACES[CARDS]
    names = places.rows(lang)
    rows = [[name, figure] for figure, name in pairwise(prose) if name in names]
    return [["", places.column(lang)], *rows]


def _lines(table: Element) -> list[list[str]]:
    """Return the last heading row, the rows and the total row, each cell repeated over what it spans."""
    rows = [row for part in table.elements for row in part.walk() if row.tag == "TR"]
    heads = sum(len(part.elements) for part in table.elements if part.tag == HEADS)
    grid: dict[tuple[int, int], str] = {}
    for at, row in enumerate(rows):
        column = 0
        for cell in row.elements:
            while (at, column) in grid:
                column += 1
            across, down = cell.spans
            grid |= dict.fromkeys(
                ((at + y, column + x) for y in range(down) for x in range(across)), cell.text
            )
    width = 1 + max((column for _, column in grid), default=-1)
    lines = [[grid.get((at, column), "") for column in range(width)] for at in range(len(rows))]
    return lines[max(heads - 1, 0) :]
