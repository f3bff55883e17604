"""Pages: what stands above and below each, and on which one something stands until Word counts anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from attrs import define, field

from ppid_core.report import Meta
from ppid_exporters.docx.inline import counted_field, run
from ppid_exporters.docx.letterhead import Letterhead
from ppid_exporters.docx.markup import NAMESPACES, Xml, joined, millimetres, rooted, twips, w
from ppid_exporters.docx.package import MAIN, parsed, root_of
from ppid_exporters.docx.pieces import Box, Line, Piece
from ppid_exporters.docx.sheet import Margins, PageSetup, Parts
from ppid_exporters.docx.styles import Style
from ppid_exporters.docx.widths import lines
from ppid_exporters.layout.character import one_line

if TYPE_CHECKING:
    from docx.document import Document


_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_NUMBER_ROOM = 12.0
"""Millimetres that the number of an entry needs."""


def reckon(
    pieces: Sequence[Piece], sheet: PageSetup, styles: Mapping[str, Style], *, first: int
) -> dict[str, str]:
    """Return the printed page of each bookmark.

    Args:
        sheet: upright.
        styles: by their key.
        pieces: the document after its cover, in its order.
        first: the number of the page on which the front begins.
    """
    press = _Press(sheet=sheet, styles=styles, page=first)
    for at, piece in enumerate(pieces):
        press.turn(piece)
        press.set(piece, _following(pieces, at, press))
    return press.found


@define
class _Press:
    """Sets pieces one below the other, and counts pages.

    Attributes:
        used: millimetres of the page that are filled.
        after: room asked for below the last piece; of two neighbours, the larger wish holds.
        is_top: whether nothing stands on the page, and the room above a piece is kept.
    """

    sheet: PageSetup
    styles: Mapping[str, Style]
    page: int
    found: dict[str, str] = field(factory=dict)
    used: float = 0.0
    after: float = 0.0
    is_top: bool = True
    is_wide: bool = False
    is_front: bool = True

    @property
    def paper(self) -> PageSetup:
        return self.sheet.turned if self.is_wide else self.sheet

    def turn(self, piece: Piece) -> None:
        """Begin a page where the sheet is turned or the chapters begin."""
        if piece.is_front != self.is_front:
            self.break_page(is_top=True)
            self.page = 1
        elif piece.is_wide != self.is_wide:
            self.break_page(is_top=True)
        self.is_front, self.is_wide = piece.is_front, piece.is_wide

    def break_page(self, *, is_top: bool) -> None:
        if self.used:
            self.page, self.used = self.page + 1, 0.0
        self.after, self.is_top = 0.0, is_top

    def set(self, piece: Piece, following: float) -> None:
        if isinstance(piece, Box):
            self.set_box(piece, following)
        else:
            self.set_line(piece, following)
        self.is_top = False

    def set_line(self, line: Line, following: float) -> None:
        style = self.styles[line.style]
        if style.breaks:
            self.break_page(is_top=True)
        height = self.height(line)
        if (
            self.used
            and self.used + self.gap(style) + height + following > self.paper.depth > height + following
        ):
            self.break_page(is_top=False)
        if line.anchor:
            self.found[line.anchor] = self.printed()
        self.used += self.gap(style) + height
        self.after = millimetres(style.after)
        while self.used > self.paper.depth:
            self.page, self.used = self.page + 1, self.used - self.paper.depth

    def set_box(self, box: Box, following: float) -> None:
        whole = box.head + sum(box.rows) + following
        if box.is_together and self.used and self.used + self.after + whole > self.paper.depth > whole:
            self.break_page(is_top=False)
        self.used += self.after + box.head
        for row in box.rows:
            if self.used + row > self.paper.depth and self.used > box.head:
                self.page, self.used = self.page + 1, box.head
            self.used += row
        self.after = 0.0

    def gap(self, style: Style) -> float:
        """Return the room above a paragraph."""
        before = millimetres(style.before) if self.used or self.is_top else 0.0
        return max(before, self.after)

    def height(self, line: Line) -> float:
        """Return the height of a paragraph without the room around it."""
        style = self.styles[line.style]
        room = self.paper.room - style.indent - (_NUMBER_ROOM if line.refers_to else 0)
        rows = (
            lines(line.words, style.size, room, is_bold=style.is_bold) if line.words or not line.height else 0
        )
        return millimetres(rows * style.size * style.leading) + line.height

    def printed(self) -> str:
        return roman(self.page) if self.is_front else str(self.page)


def _following(pieces: Sequence[Piece], at: int, press: _Press) -> float:
    """Return the height of what must stand on the same page below a piece."""
    total, piece = 0.0, pieces[at]
    while (
        isinstance(piece, Line) and (piece.keeps or press.styles[piece.style].keeps) and at + 1 < len(pieces)
    ):
        at, piece = at + 1, pieces[at + 1]
        if isinstance(piece, Box):
            return total + piece.head + sum(piece.rows if piece.is_together else piece.rows[:2])
        style = press.styles[piece.style]
        total += millimetres(style.before) + press.height(piece)
    return total


def roman(number: int) -> str:
    """Return a number in small Roman digits, as the pages before the first chapter bear it."""
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written, number = written + sign, number - value
    return written


_LONGEST = 95
"""Characters of the footer: one line beside the page number."""


def margins_of(document: Document, letterhead: Letterhead, meta: Meta, sheet: PageSetup) -> Margins:
    """Return headers and footers: those of the letterhead, or our own; every header bears the marks."""
    style = w("pPr", w("pStyle", val="PageMark"))
    words = (shorten(one_line(mark), 2 * _LONGEST, placeholder=" …") for mark in meta.marks)
    marks = joined(*(w("p", style, run(mark)) for mark in words))
    headers = dict(letterhead.headers)
    is_plain_letter = meta.form == "letter" and not letterhead.headers and not letterhead.footers
    first_differs = letterhead.first_differs or is_plain_letter
    for relation in headers.values():
        _put_above(document, relation, marks)
    for which in ("default", *(("first",) if first_differs else ())):
        if marks and which not in headers:
            headers[which] = _add(document, "header", marks)
    return Margins(
        headers=tuple(headers.items()),
        upright=_feet(document, letterhead, meta, sheet),
        lying=_feet(document, letterhead, meta, sheet.turned),
        cover=bool(letterhead.footers),
        first_differs=first_differs,
    )


def _feet(document: Document, letterhead: Letterhead, meta: Meta, sheet: PageSetup) -> Parts:
    """Return the footers of the letterhead, or our own; a letter on a letterhead has none of ours."""
    if letterhead.footers or (meta.form == "letter" and letterhead.headers):
        return letterhead.footers
    return (("default", _add(document, "footer", _foot(meta, sheet))),)


def _foot(meta: Meta, sheet: PageSetup) -> Xml:
    """Return title and body at the left, the page number at the right; a letter has the number alone."""
    told = () if meta.form == "letter" else (meta.title, meta.body)
    words = " · ".join(one_line(part) for part in told if part)
    edge = w("tabs", w("tab", val="right", pos=twips(sheet.room)))
    left = run(shorten(words, _LONGEST, placeholder=" …"))
    return w(
        "p",
        w("pPr", w("pStyle", val="Footer"), edge),
        left,
        w("r", w("tab")),
        counted_field("PAGE \\* MERGEFORMAT", "1"),
    )


def _put_above(document: Document, relation: str, marks: Xml) -> None:
    """Put the marks above what stands in a header of the letterhead."""
    element = root_of(document.part.related_parts[relation])
    for at, mark in enumerate(parsed(rooted("w:hdr", marks))):
        element.insert(at, mark)


def _add(document: Document, kind: str, content: Xml) -> str:
    """Add a header or a footer to the document, return its relationship."""
    from docx.opc.part import XmlPart  # noqa: PLC0415  an extra

    root = "w:hdr" if kind == "header" else "w:ftr"
    package = document.part.package
    name = package.next_partname(f"/word/{kind}%d.xml")
    part = XmlPart(name, f"{MAIN}.{kind}+xml", parsed(rooted(root, content)), package)
    return document.part.relate_to(part, f"{NAMESPACES['r']}/{kind}")
