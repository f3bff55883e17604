"""Reads the figures of a report from its PDF: tables by their tags, sentences by their words.

Which table is which is told by the named destinations, ``tabel-requests``, that stand before the tables in
the same order.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from attrs import Factory, define, frozen

from ppid_core.language import Lang
from ppid_core.model import Measure
from ppid_core.plugins import Artifact
from ppid_core.testing.readers.figures import Figure, Read, gathered, printed_number
from ppid_core.testing.readers.prose import sentence_figures
from ppid_core.testing.readers.table import PLACES, lines_of, table_figures

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader


_CHARACTERS = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(r"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_TRIPLE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_TOKEN = re.compile(
    rb"""\s*(?:
    (?P<drawn>(?>\s*+(?>(?:/\w++|[-+.\d]++)\s++)*+
        (?:[mlcvyhSsnwJjMigGkK]|re|rg|RG|[cs][cs]n?|[CS][CS]N?|[fBbW]\*?|Tr|ET)(?=[\s/]))++)
    | (?P<number>[+-]?(?:\d+\.?\d*|\.\d+))
    | (?P<text>\((?>[^()\\]++|\\[\s\S]|\)\s*[-+.\d]++\s*\()*+\))
    | (?P<nested>\()
    | (?P<bracket>\[|\]|<<|>>|%[^\r\n]*)
    | (?P<digits><[0-9A-Fa-f\s]*>)
    | (?P<name>/[^\s()<>\[\]{}/%]*)
    | (?P<operator>ID\s[\s\S]*?\sEI(?=\s)|[A-Za-z'"][A-Za-z0-9*]*)
    )""",
    re.VERBOSE,
)
"""What the content of a page is made of; the points of a picture within it count as one operator.

What is drawn one after the other is one part, and so are texts with nothing between them but a number, which
only moves: most of a page is lines of charts, and letters set apart. What is repeated possessively is atomic:
before Python 3.11.5 a group that could be tried in another way was lost on the way (CPython gh-106052).
"""
_BRACKET = re.compile(rb"[()]|\\[\s\S]")
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])|\)\s*[-+.\d]+\s*\(")
_ESCAPES: Mapping[bytes, bytes] = {
    **{f"{code:0{width}o}".encode(): bytes([code & 0xFF]) for width in (1, 2, 3) for code in range(8**width)},
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
    b"": b"",
}
"""What a character after a backslash means; a line that goes on, or a number between texts, means nothing."""
_NUMBERED = "/MCID"
_UNMARKED = -1
_INVISIBLE = str.maketrans("", "", "\u200b\u2068\u2069\u2060\u00ad")
"""Places to break a word, and marks of direction: no characters that a person reads."""
_SAME_LINE = 1.5
"""Points of height within which text stands on one line."""

_Matrix = tuple[float, float, float, float, float, float]
_Place = tuple[int, int]
_Operand = float | bytes | str
"""A number, a text, a name."""


@define
class Piece:
    """Marked content: its text, and the heights of its first and last letters."""

    text: str = ""
    first: float = 0.0
    last: float = 0.0

    def add(self, text: str, height: float) -> None:
        """Add what is shown at a height; on another line it is set apart by a blank."""
        if not self.text:
            self.first = height
        elif abs(height - self.last) > _SAME_LINE:
            self.text += " "
        self.text, self.last = self.text + text, height


@frozen(kw_only=True)
class Element:
    """An element of the tree.

    Attributes:
        tag: "Table", "TR", "P" …
        alt: what stands for a picture.
        spans: over how many columns and rows a cell goes.
        kids: elements, and text between them.
    """

    tag: str
    alt: str = ""
    spans: tuple[int, int] = (1, 1)
    kids: tuple[Element | Piece, ...] = ()

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements within."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))

    def walk(self) -> Iterator[Element]:
        """Yield the element and all within it, in the order of reading."""
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def pieces(self) -> Iterator[Piece]:
        """Yield the text within, in the order of reading."""
        for kid in self.kids:
            if isinstance(kid, Piece):
                yield kid
            else:
                yield from kid.pieces()

    @property
    def text(self) -> str:
        """All text within, on one line."""
        whole = Piece()
        for piece in self.pieces():
            if piece.text:
                whole.add(piece.text, piece.first)
                whole.last = piece.last
        return " ".join(whole.text.translate(_INVISIBLE).split())


def structure(reader: PdfReader) -> Element:
    """Return the root of the tree.

    Raises:
        AssertionError: the PDF is not tagged.
    """
    root: Any = reader.trailer["/Root"]
    assert "/StructTreeRoot" in root, "the PDF is not tagged"
    numbers = {
        page.indirect_reference.idnum: at for at, page in enumerate(reader.pages) if page.indirect_reference
    }
    marked = {
        (at, mark): piece for at, page in enumerate(reader.pages) for mark, piece in _marked(page).items()
    }
    return _Tree(numbers, marked).element(root["/StructTreeRoot"], 0)


@frozen
class _Tree:
    numbers: Mapping[int, int]
    marked: Mapping[_Place, Piece]

    def element(self, node: Any, page: int) -> Element:  # noqa: ANN401  an object of PDF
        page = self.numbers[node.raw_get("/Pg").idnum] if "/Pg" in node else page
        kids = node.get("/K", [])
        some = kids if isinstance(kids, list) else [kids]
        return Element(
            tag=str(node.get("/S", "/")).removeprefix("/"),
            alt=str(node.get("/Alt", "")),
            spans=_spans(node),
            kids=tuple(kid for one in some for kid in self.kid(one.get_object(), page)),
        )

    def kid(self, node: Any, page: int) -> Iterator[Element | Piece]:  # noqa: ANN401  an object of PDF
        if isinstance(node, int):
            yield self.marked.get((page, node), Piece())
        elif "/MCID" in node:
            at = self.numbers[node.raw_get("/Pg").idnum] if "/Pg" in node else page
            yield self.marked.get((at, int(node["/MCID"])), Piece())
        elif "/S" in node:
            yield self.element(node, page)


def _spans(node: Any) -> tuple[int, int]:  # noqa: ANN401  an object of PDF
    attributes = node.get("/A", [])
    some = attributes if isinstance(attributes, list) else [attributes]
    told = {key: value for one in some for key, value in one.get_object().items()}
    return int(told.get("/ColSpan", 1)), int(told.get("/RowSpan", 1))


@define
class _State:
    """Where and how text is shown while the operators of a page are followed."""

    matrix: _Matrix = (1, 0, 0, 1, 0, 0)
    line: _Matrix = (1, 0, 0, 1, 0, 0)
    font: str = ""
    saved: list[tuple[_Matrix, str]] = Factory(list)
    marks: list[int] = Factory(list)

    @property
    def mark(self) -> int:
        """The number of the content that is shown, of the innermost that has one."""
        return next((mark for mark in reversed(self.marks) if mark != _UNMARKED), _UNMARKED)


def _marked(page: PageObject) -> dict[int, Piece]:
    """Return the text of each marked content of a page."""
    content = page.get_contents()
    pieces: dict[int, Piece] = {}
    state, fonts = _State(), _fonts(page)
    for operands, operator in _operations(b"" if content is None else content.get_data()):
        _follow(state, operator, operands)
        shown = "".join(_shown(operands, fonts[state.font])) if operator in {b"Tj", b"TJ"} else ""
        if shown and state.mark != _UNMARKED:
            height = _times(state.line, state.matrix)[5]
            pieces.setdefault(state.mark, Piece()).add(shown, height)
    return pieces


def _operations(content: bytes) -> Iterator[tuple[Sequence[_Operand], bytes]]:
    """Yield what shows text on a page, with what stands before it, lists and dictionaries taken apart.

    pypdf makes an object of each number, which takes five times as long.

    Raises:
        AssertionError: it is none of the content that PDF knows.
    """
    operands: list[_Operand] = []
    end = 0
    while token := _TOKEN.match(content, end):
        kind, part, end = token.lastgroup, token[token.lastindex or 0], token.end()
        if kind == "operator":
            yield operands, part
            operands = []
        elif kind == "number":
            operands.append(float(part))
        elif kind == "text":
            operands.append(_ESCAPED.sub(_sign, part[1:-1]))
        elif kind == "nested":
            start, end = end, _closed(content, end)
            operands.append(_ESCAPED.sub(_sign, content[start : end - 1]))
        elif kind == "digits":
            digits = b"".join(part[1:-1].split()).decode()
            operands.append(bytes.fromhex(digits + "0" * (len(digits) % 2)))
        elif kind == "name":
            operands.append(part.decode("latin-1"))
    assert not content[end:].strip(), f"unknown content: {content[end : end + 40]!r}"


def _closed(content: bytes, start: int) -> int:
    """Return where the text ends that begins at ``start``; brackets within it come in pairs."""
    depth = 1
    for sign in _BRACKET.finditer(content, start):
        depth += {b"(": 1, b")": -1}.get(sign[0], 0)
        if not depth:
            return sign.end()
    raise AssertionError("a text does not end")


def _sign(escaped: re.Match[bytes]) -> bytes:
    said: bytes = escaped[1] or b""
    return _ESCAPES.get(said, said)


def _follow(state: _State, operator: bytes, operands: Sequence[Any]) -> None:
    match operator:
        case b"q":
            state.saved.append((state.matrix, state.font))
        case b"Q":
            state.matrix, state.font = state.saved.pop()
        case b"cm":
            state.matrix = _times(_matrix(operands), state.matrix)
        case b"Tf":
            state.font = str(operands[0])
        case b"BT":
            state.line = (1, 0, 0, 1, 0, 0)
        case b"Tm":
            state.line = _matrix(operands)
        case b"Td":
            state.line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), state.line)
        case b"BDC" | b"BMC":
            numbered = _NUMBERED in operands
            state.marks.append(int(operands[operands.index(_NUMBERED) + 1]) if numbered else _UNMARKED)
        case b"EMC":
            state.marks.pop()


def _matrix(operands: Sequence[Any]) -> _Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _shown(operands: Sequence[_Operand], font: Mapping[int, str]) -> Iterator[str]:
    """Yield what the codes of two bytes mean; numbers between them only move."""
    for codes in operands:
        if not isinstance(codes, bytes):
            continue
        yield from (font.get(int.from_bytes(codes[at : at + 2]), "") for at in range(0, len(codes), 2))


def _fonts(page: PageObject) -> dict[str, Mapping[int, str]]:
    fonts = page["/Resources"].get_object().get("/Font", {}).get_object()  # type: ignore[union-attr]  # pypdf says less than it returns
    return {str(name): _meanings(font.get_object()) for name, font in fonts.items()}


def _meanings(font: Any) -> dict[int, str]:  # noqa: ANN401  an object of PDF
    """Return what the codes of a font mean."""
    told = font["/ToUnicode"].get_object().get_data().decode("latin-1") if "/ToUnicode" in font else ""
    singles = (pair for block in _CHARACTERS.findall(told) for pair in _PAIR.findall(block))
    meanings = {int(code, 16): _characters(meaning) for code, meaning in singles}
    for first, last, meaning in (
        triple for block in _RANGES.findall(told) for triple in _TRIPLE.findall(block)
    ):
        start = int(first, 16)
        meanings |= {
            code: chr(ord(_characters(meaning)) + code - start) for code in range(start, int(last, 16) + 1)
        }
    return meanings


def _characters(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")


_MARK = "tabel-"
_CARDS = "key_figures"
_PROSE = frozenset({"P", "LBody"})
_HEADS = "THead"


def read_pdf(artifacts: Iterable[Artifact], lang: Lang = "id") -> dict[Measure, Figure]:
    """Return the figures of the document, of tables and sentences alike; files beside it are no document.

    >>> from ppid_core import export, load_plugins
    >>> from ppid_core.model import Measure
    >>> from ppid_core.testing import read_pdf, samples
    >>> read_pdf(export(samples.composed(samples.small()), "pdf", load_plugins()))[Measure.REQUESTS_TOTAL]
    Decimal('3')

    Raises:
        AssertionError: the PDF is not tagged, or its tables and their names do not match.
        ModuleNotFoundError: pypdf is not installed.
    """
    documents = (artifact for artifact in artifacts if artifact.media_type == "application/pdf")
    return gathered(read for document in documents for read in _figures(document, lang))


def _figures(artifact: Artifact, lang: Lang) -> Iterator[Read]:
    from pypdf import PdfReader  # noqa: PLC0415  an extra

    reader = PdfReader(io.BytesIO(artifact.content))
    root = structure(reader)
    tables = [element for element in root.walk() if element.tag == "Table"]
    keys = [key for key in _keys(reader) if key != _CARDS]
    assert len(keys) == len(tables), f"{len(tables)} tables, but {len(keys)} names: {keys}"
    for key, table in zip(keys, tables, strict=True):
        yield from table_figures(key, _lines(table), lambda cell: printed_number(cell, lang), lang)
    prose = [element.text for element in root.walk() if element.tag in _PROSE]
    yield from table_figures(_CARDS, _cards(prose, lang), lambda cell: printed_number(cell, lang), lang)
    yield from sentence_figures(prose, lang)


def _keys(reader: PdfReader) -> list[str]:
    """Return the keys of tables, from the first to the last."""
    places = sorted(
        (reader.get_destination_page_number(place) or 0, -float(place.top or 0), name.removeprefix(_MARK))
        for name, place in reader.named_destinations.items()
        if name.startswith(_MARK)
    )
    return [key for *_, key in places]


def _cards(prose: Sequence[str], lang: Lang) -> list[list[str]]:
    """Return a line for each card: what is counted, and the figure that stands above it."""
    places = PLACES[_CARDS]
    names = places.rows(lang)
    rows = [[name, figure] for figure, name in pairwise(prose) if name in names]
    return [["", places.column(lang)], *rows]


def _lines(table: Element) -> list[list[str]]:
    """Return the last heading row, the rows and the total row."""
    rows = [row for part in table.elements for row in part.walk() if row.tag == "TR"]
    heads = sum(len(part.elements) for part in table.elements if part.tag == _HEADS)
    return lines_of([[(cell.text, *cell.spans) for cell in row.elements] for row in rows], heads)
