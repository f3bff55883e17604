"""Reads the figures of a report from its Word file: tables by their bookmark, sentences by their words.

It opens the archive and its XML by itself, so that no library for Word hides a fault of the file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, fromstring

from ppid_core.language import Bilingual, Lang
from ppid_core.model import Measure
from ppid_core.plugins import Artifact
from ppid_core.testing.readers.figures import Figure, Read, gathered, printed_number
from ppid_core.testing.readers.prose import sentence_figures
from ppid_core.testing.readers.table import table_figures

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARK = "tabel_"
_CARDS = "key_figures"
_CARD_HEAD = Bilingual("Angka", "Figure")
_SIGNS = {f"{_W}br": "\n", f"{_W}tab": "\t"}
_Cells = dict[tuple[int, int], str]


def read_docx(artifacts: Iterable[Artifact], lang: Lang = "id") -> dict[Measure, Figure]:
    """Return the figures of the document, of tables and sentences alike; files beside it are no document.

    >>> from ppid_core import export, load_plugins
    >>> from ppid_core.model import Measure
    >>> from ppid_core.testing import read_docx, samples
    >>> read_docx(export(samples.composed(samples.small()), "docx", load_plugins()))[Measure.REQUESTS_TOTAL]
    Decimal('3')
    """
    documents = (artifact for artifact in artifacts if artifact.name.endswith(".docx"))
    return gathered(read for document in documents for read in _figures(document, lang))


def _figures(artifact: Artifact, lang: Lang) -> Iterator[Read]:
    with zipfile.ZipFile(io.BytesIO(artifact.content)) as archive:
        root = fromstring(archive.read("word/document.xml"))  # noqa: S314  a file under test
    key = ""
    for element in _laid_out(root.find(f"{_W}body") or ()):
        key = _key(element) or key
        if element.tag == f"{_W}tbl":
            lines = _cards(element, lang) if key == _CARDS else _lines(element)
            yield from table_figures(key, lines, lambda cell: printed_number(cell, lang), lang)
            key = ""
        else:
            yield from sentence_figures([_text(element)], lang)


def _laid_out(elements: Iterable[Element]) -> Iterator[Element]:
    """Yield paragraphs and tables; a table that holds others is layout, and what stands in it is yielded."""
    for element in elements:
        if element.tag == f"{_W}tbl" and element.find(f".//{_W}tbl") is not None:
            for cell in element.iterfind(f"{_W}tr/{_W}tc"):
                yield from _laid_out(cell)
        else:
            yield element


def _key(element: Element) -> str:
    """Return the key of a table by the last of its bookmarks in ``element``, "" where there is none."""
    names = (mark.get(f"{_W}name", "") for mark in element.iter(f"{_W}bookmarkStart"))
    return next((name.removeprefix(_MARK) for name in names if name.startswith(_MARK)), "")


def _text(element: Element) -> str:
    """Return what is printed: the codes of fields are not."""
    return "".join(
        part.text or "" if part.tag == f"{_W}t" else _SIGNS.get(part.tag, "") for part in element.iter()
    )


def _lines(table: Element) -> list[list[str]]:
    """Return the last heading row, the rows and the total row, each cell repeated over what it spans."""
    rows = table.findall(f"{_W}tr")
    heads = sum(row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows)
    grid: _Cells = {}
    for at, row in enumerate(rows):
        column = 0
        for cell in row.findall(f"{_W}tc"):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            columns = 1 if span is None else int(span.get(f"{_W}val", "1"))
            words = grid.get((at - 1, column), "") if _goes_on(cell) else " ".join(_text(cell).split())
            grid |= {(at, column + place): words for place in range(columns)}
            column += columns
    width = 1 + max((column for _, column in grid), default=-1)
    lines = [[grid.get((at, column), "") for column in range(width)] for at in range(len(rows))]
    return lines[max(heads - 1, 0) :]


def _goes_on(cell: Element) -> bool:
    """Tell whether a cell continues the one above it."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _cards(table: Element, lang: Lang) -> list[list[str]]:
    """Return a line for each card: what is counted, the figure; in a card the figure stands first."""
    cards = ([_text(line) for line in cell.findall(f"{_W}p")] for cell in table.iter(f"{_W}tc"))
    rows = [[words[1], words[0]] for words in cards if len(words) > 1]
    return [["", _CARD_HEAD(lang)], *rows]
