"""What a document is set from: lines (paragraphs of Word) and boxes (its tables), each knowing its height."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from ppid_exporters.docx.inline import page_reference
from ppid_exporters.docx.markup import NOTHING, Xml, joined, w


@frozen(kw_only=True)
class Line:
    """A paragraph.

    Attributes:
        words: its characters, to measure it.
        anchor: the bookmark it bears, "" for none.
        keeps: whether it stays with what follows, whatever its style says.
        number: the list it belongs to, as a property.
        direct: properties that differ from its style, in the order of the schema.
        refers_to: the bookmark whose page stands at its right edge, "" for none.
        height: of a picture in it, in millimetres.
        is_wide: whether it needs the long side of the paper.
        is_front: whether it stands before the first chapter.
    """

    style: str
    content: Xml = NOTHING
    words: str = ""
    anchor: str = ""
    keeps: bool = False
    number: Xml = NOTHING
    direct: Xml = NOTHING
    refers_to: str = ""
    opening: Xml = NOTHING
    closing: Xml = NOTHING
    height: float = 0
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
    """A table.

    Attributes:
        head: height of the heading that every page repeats, in millimetres.
        rows: height of each row.
        keeps: whether it stays with what follows.
    """

    content: Xml
    head: float = 0
    rows: tuple[float, ...] = ()
    is_together: bool = False
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
