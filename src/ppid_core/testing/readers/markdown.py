"""Reads the figures of a report from its Markdown text: tables by their anchor, sentences by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ppid_core.language import Lang
from ppid_core.model import Measure
from ppid_core.plugins import Artifact
from ppid_core.testing.readers.figures import Figure, Read, gathered, printed_number
from ppid_core.testing.readers.prose import sentence_figures
from ppid_core.testing.readers.table import table_figures

_ANCHOR = re.compile(r'<a id="tabel-([^"]+)"></a>')
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CELL_EDGE = re.compile(r"(?<!\\)\|")


def read_markdown(artifacts: Iterable[Artifact], lang: Lang = "id") -> dict[Measure, Figure]:
    """Return the figures of the text, of tables and sentences alike.

    >>> from ppid_core import export, load_plugins
    >>> from ppid_core.model import Measure
    >>> from ppid_core.testing import read_markdown, samples
    >>> report = samples.composed(samples.small())
    >>> read_markdown(export(report, "markdown", load_plugins()))[Measure.REQUESTS_TOTAL]
    Decimal('3')
    """
    return gathered(read for artifact in artifacts for read in _figures(artifact.content.decode(), lang))


def _figures(page: str, lang: Lang) -> Iterator[Read]:
    key = ""
    for piece in page.split("\n\n"):
        if piece.startswith("|"):
            yield from table_figures(key, _lines(piece), lambda cell: printed_number(cell, lang), lang)
        else:
            anchor = _ANCHOR.search(piece)
            key = anchor[1] if anchor else ""
            yield from sentence_figures([_plain(piece)], lang)


def _lines(table: str) -> list[list[str]]:
    """Return heading row, rows and total row without the row of rules below the heading."""
    lines = [[_plain(cell) for cell in _CELL_EDGE.split(line)[1:-1]] for line in table.splitlines()]
    return [lines[0], *lines[2:]]


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text.strip().removeprefix("**").removesuffix("**"))
