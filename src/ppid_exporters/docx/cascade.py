"""What a style comes to, with all that it rests on: read from the styles as they are written in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from attrs import evolve, field, frozen

from ppid_exporters.docx.markup import NAMESPACES

W = f"{{{NAMESPACES['w']}}}"
"""The namespace of WordprocessingML, as ElementTree writes it before a name."""
_TWIPS_OF_A_HALF_POINT = 10
_TWIPS_OF_AN_EIGHTH = 2.5
_TWIPS_OF_A_POINT = 20
_SINGLE = 240
_USUAL_SIZE = 200
_OFF = frozenset({"0", "false", "off"})
_HEADS = {"firstRow": "first", "lastRow": "last"}


@frozen(kw_only=True)
class LetterLook:
    """How letters look, as far as they take room.

    Attributes:
        size: twentieths of a point, as all lengths here.
    """

    font: str = ""
    size: int = _USUAL_SIZE
    is_bold: bool = False

    def with_properties(self, properties: Element | None) -> LetterLook:
        """Return the look with what an element ``w:rPr`` says otherwise."""
        if properties is None:
            return self
        font, size, bold = (properties.find(f"{W}{name}") for name in ("rFonts", "sz", "b"))
        return LetterLook(
            font=self.font if font is None else font.get(f"{W}ascii", self.font),
            size=self.size if size is None else round(float(_value(size, "22")) * _TWIPS_OF_A_HALF_POINT),
            is_bold=self.is_bold if bold is None else _is_on(bold),
        )


@frozen(kw_only=True)
class ParagraphLook:
    """How a paragraph is set, as far as it takes room.

    Attributes:
        line: distance of lines; in 240ths of the natural one where ``rule`` is "auto".
        first: where the first line begins, from ``left``.
        keeps: whether it stays with what follows; ``is_whole``: whether its lines stay together.
        edges: what borders above and below add.
    """

    letters: LetterLook = LetterLook()
    line: int = _SINGLE
    rule: str = "auto"
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    first: int = 0
    keeps: bool = False
    is_whole: bool = False
    breaks: bool = False
    edges: tuple[int, int] = (0, 0)

    def with_properties(self, properties: Element | None) -> ParagraphLook:
        """Return the look with what an element ``w:pPr`` says otherwise."""
        look = self
        for child in () if properties is None else properties:
            look = evolve(look, **_SAID.get(child.tag, _nothing)(child))
        return look


@frozen(kw_only=True)
class TableLook:
    """What cells of a table have where they say nothing of their own.

    Attributes:
        margins: of a cell, by side.
        top, bottom: the outer rules.
        bold: of which rows the text is bold: "first", "last".
        rules: what such rows have above and below.
    """

    margins: Mapping[str, int] = field(factory=dict)
    top: int = 0
    bottom: int = 0
    bold: frozenset[str] = frozenset()
    rules: Mapping[str, tuple[int, int]] = field(factory=dict)

    def with_properties(self, properties: Element | None) -> TableLook:
        """Return the look with what an element ``w:tblPr`` says otherwise."""
        if properties is None:
            return self
        above, below = rules_of(properties.find(f"{W}tblBorders"))
        return evolve(
            self,
            margins={**self.margins, **margins_of_cell(properties.find(f"{W}tblCellMar"))},
            top=above or self.top,
            bottom=below or self.bottom,
        )


def margins_of_cell(element: Element | None) -> dict[str, int]:
    """Return the room inside a cell by its sides, as an element says it."""
    sides = {"start": "left", "end": "right"}
    return {
        sides.get(name := one.tag.removeprefix(W), name): int(float(one.get(f"{W}w", "0")))
        for one in (() if element is None else element)
    }


def rules_of(element: Element | None) -> tuple[int, int]:
    """Return how thick the rules above and below are."""
    if element is None:
        return 0, 0
    return _thick(element.find(f"{W}top")), _thick(element.find(f"{W}bottom"))


def _thick(rule: Element | None) -> int:
    if rule is None or rule.get(f"{W}val", "nil") in {"nil", "none"}:
        return 0
    return round(int(rule.get(f"{W}sz", "0")) * _TWIPS_OF_AN_EIGHTH)


def _value(element: Element, usual: str) -> str:
    return element.get(f"{W}val", usual)


def _is_on(element: Element) -> bool:
    return _value(element, "1") not in _OFF


def _nothing(_: Element) -> dict[str, Any]:
    return {}


def _spacing(element: Element) -> dict[str, Any]:
    said: dict[str, Any] = {
        name: int(float(element.get(f"{W}{name}", "0")))
        for name in ("before", "after", "line")
        if f"{W}{name}" in element.attrib
    }
    return said | ({"rule": element.get(f"{W}lineRule", "auto")} if "line" in said else {})


def _indent(element: Element) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for name, key in (("left", "left"), ("start", "left"), ("right", "right"), ("end", "right")):
        if f"{W}{name}" in element.attrib:
            said[key] = int(float(element.get(f"{W}{name}", "0")))
    if f"{W}hanging" in element.attrib:
        said["first"] = -int(float(element.get(f"{W}hanging", "0")))
    elif f"{W}firstLine" in element.attrib:
        said["first"] = int(float(element.get(f"{W}firstLine", "0")))
    return said


def _edges(element: Element) -> dict[str, Any]:
    sides = (element.find(f"{W}{side}") for side in ("top", "bottom"))
    thick = tuple(
        _thick(one) + int(one.get(f"{W}space", "0")) * _TWIPS_OF_A_POINT if one is not None else 0
        for one in sides
    )
    return {"edges": thick}


_SAID: Mapping[str, Callable[[Element], dict[str, Any]]] = {
    f"{W}spacing": _spacing,
    f"{W}ind": _indent,
    f"{W}pBdr": _edges,
    f"{W}keepNext": lambda one: {"keeps": _is_on(one)},
    f"{W}keepLines": lambda one: {"is_whole": _is_on(one)},
    f"{W}pageBreakBefore": lambda one: {"breaks": _is_on(one)},
}
"""What properties of paragraphs mean for the room they take."""


class Cascade:
    """The styles of a document.

    Args:
        styles: the part that holds them.
    """

    def __init__(self, styles: bytes) -> None:
        """Read the styles."""
        root = fromstring(styles)  # noqa: S314  our own part, or one that `template` has looked through
        self._styles = {one.get(f"{W}styleId", ""): one for one in root.iter(f"{W}style")}
        self._usual = {
            one.get(f"{W}type"): key for key, one in self._styles.items() if one.get(f"{W}default")
        }
        letters = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        paragraphs = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        look = ParagraphLook(letters=LetterLook().with_properties(letters))
        self._start = look.with_properties(paragraphs)
        self._paragraphs: dict[str, ParagraphLook] = {}
        self._tables: dict[str, TableLook] = {}

    def paragraph(self, style: str) -> ParagraphLook:
        """Return the look of a paragraph style, of the usual one where it is not there."""
        if style not in self._paragraphs:
            look = self._start
            for one in self._chain(style, "paragraph"):
                letters = look.letters.with_properties(one.find(f"{W}rPr"))
                look = evolve(look.with_properties(one.find(f"{W}pPr")), letters=letters)
            self._paragraphs[style] = look
        return self._paragraphs[style]

    def letters(self, style: str, look: LetterLook) -> LetterLook:
        """Return letters in a character style."""
        for one in self._chain(style, "character"):
            look = look.with_properties(one.find(f"{W}rPr"))
        return look

    def table(self, style: str) -> TableLook:
        """Return the look of a table style."""
        if style not in self._tables:
            look = TableLook(margins={"left": 115, "right": 115})
            for one in self._chain(style, "table"):
                look = _rows_of(one, look.with_properties(one.find(f"{W}tblPr")))
            self._tables[style] = look
        return self._tables[style]

    def fonts(self) -> frozenset[str]:
        """Return the fonts that styles of paragraphs ask for."""
        kinds = (key for key, one in self._styles.items() if one.get(f"{W}type") == "paragraph")
        return frozenset(self.paragraph(key).letters.font for key in kinds)

    def _chain(self, style: str, kind: str) -> Iterator[Element]:
        """Yield a style after all that it rests on."""
        chain: list[Element] = []
        key = style if style in self._styles else self._usual.get(kind, "")
        while key in self._styles and self._styles[key] not in chain:
            chain.append(self._styles[key])
            below = self._styles[key].find(f"{W}basedOn")
            key = "" if below is None else _value(below, "")
        yield from reversed(chain)


def _rows_of(style: Element, look: TableLook) -> TableLook:
    """Return a look with what a style says of first and last rows."""
    bold, rules = set(look.bold), dict(look.rules)
    for one in style.findall(f"{W}tblStylePr"):
        row = _HEADS.get(one.get(f"{W}type", ""))
        if row is None:
            continue
        if LetterLook().with_properties(one.find(f"{W}rPr")).is_bold:
            bold.add(row)
        rules[row] = rules_of(one.find(f"{W}tcPr/{W}tcBorders"))
    return evolve(look, bold=frozenset(bold), rules=rules)
