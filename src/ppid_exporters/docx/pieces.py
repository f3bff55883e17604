"""What a document is set from: lines (paragraphs of Word), captions among them, and boxes (its tables)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from ppid_core.report import Chart, Picture, Table
from ppid_exporters.docx.inline import counted_field, page_reference, run
from ppid_exporters.docx.manuscript import Manuscript
from ppid_exporters.docx.markup import NOTHING, Xml, joined, w
from ppid_exporters.docx.styles import weight
from ppid_exporters.layout import wording
from ppid_exporters.layout.caption import Caption


@frozen(kw_only=True)
class Line:
    """A paragraph.

    Attributes:
        anchor: the bookmark it bears, "" for none.
        keeps: whether it stays with what follows, whatever its style says.
        number: the list it belongs to, as a property.
        direct: properties that differ from its style, in the order of the schema.
        refers_to: the bookmark whose page stands at its right edge, "" for none.
        is_wide: whether it needs the long side of the paper.
        is_front: whether it stands before the first chapter.
    """

    style: str
    content: Xml = NOTHING
    anchor: str = ""
    keeps: bool = False
    number: Xml = NOTHING
    direct: Xml = NOTHING
    refers_to: str = ""
    opening: Xml = NOTHING
    closing: Xml = NOTHING
    is_wide: bool = False
    is_front: bool = False

    def xml(self, pages: Mapping[str, str], section: Xml = NOTHING) -> Xml:
        """Return the paragraph; ``section`` is the set-up of the pages that end with it."""
        properties = w(
            "pPr",
            w("pStyle", val=self.style),
            w("keepNext") if self.keeps else NOTHING,
            self.number,
            self.direct,
            section,
        )
        content = page_reference(self.refers_to, self.content, pages) if self.refers_to else self.content
        return w("p", properties, self.opening, content, self.closing)


@frozen(kw_only=True)
class Box:
    """A table."""

    content: Xml
    is_wide: bool = False
    is_front: bool = False
    anchor: str = field(default="", init=False)

    def xml(self, pages: Mapping[str, str], section: Xml = NOTHING) -> Xml:  # noqa: ARG002  as a line
        """Return the table; a set-up of pages needs a paragraph of its own after it."""
        end = w("p", w("pPr", w("pStyle", val="AfterTable"), section)) if section else NOTHING
        return joined(self.content, end)


Piece = Line | Box


def with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces in which the headings right above a wide table stand on its sheet, never alone."""
    turned: list[Piece] = []
    for piece in reversed(pieces):
        is_heading = isinstance(piece, Line) and piece.style.startswith("Heading")
        is_above_wide = is_heading and bool(turned) and turned[-1].is_wide
        turned.append(evolve(piece, is_wide=True) if is_above_wide else piece)
    return turned[::-1]


def caption_line(block: Table | Chart | Picture, book: Manuscript, style: str = "Caption") -> Line:
    """Return the caption of a block: label and title; it bears the bookmark that lists point to."""
    caption, name = book.caption(block), book.name(block)
    content = joined(_label(block, caption, book), run(caption.title))
    return Line(style=style, content=book.marked(name, content), anchor=name)


def _label(block: Table | Chart | Picture, caption: Caption, book: Manuscript) -> Xml:
    """Return "Tabel 3" and a space; of tables and charts, the number is counted by a field."""
    if not caption.label:
        return NOTHING
    bold = weight(is_bold=True)
    word, _, number = caption.label.rpartition(" ")
    if isinstance(block, Picture):
        return run(f"{caption.label} ", *bold)
    name = wording.TABLE if isinstance(block, Table) else wording.CHART
    counted = counted_field(f"SEQ {book.say(name)} \\* ARABIC", number, *bold)
    return joined(run(f"{word} ", *bold), counted, run(" "))
