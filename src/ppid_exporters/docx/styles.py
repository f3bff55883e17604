"""The styles of the document: names that Word knows, with the type, sizes and colours of the report."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from ppid_exporters.docx.markup import NOTHING, Xml, colour, eighths, half_points, twips, twips_of_points, w
from ppid_exporters.layout.theme import INK

_FONT = "Arial"
"""Metric-compatible with Liberation Sans, in which the other formats are set."""

NATURAL_LINE = 1.149
"""The height of a line of that font, as a multiple of its size: what Word multiplies."""

PALE = "#F4F6F8"
SMALL = "Small"
"""What the key of a style in small type ends with."""
Side = Literal["left", "right", "center"]


@frozen(kw_only=True)
class Style:
    """A paragraph style.

    Attributes:
        size: points.
        leading: lines, as a multiple of the size.
        before: points above; ``after``: points below.
        indent: millimetres at the left; ``hanging``: by how much the first line stands out.
        outline: level of a heading, 0 for none.
        keeps: whether it stays with what follows.
        breaks: whether it begins a page.
        more: other properties, as markup in the order of the schema: before spacing, and after it.
    """

    key: str
    name: str
    size: float = 11
    leading: float = 1.3
    before: float = 0
    after: float = 0
    indent: float = 0
    hanging: float = 0
    side: Side = "left"
    ink: str = INK
    is_bold: bool = False
    outline: int = 0
    keeps: bool = False
    breaks: bool = False
    more: Xml = NOTHING

    @property
    def xml(self) -> Xml:
        """The style as Word defines it."""
        kind = {"type": "paragraph", "styleId": self.key} | ({"default": "1"} if self.key == "Normal" else {})
        return w(
            "style",
            w("name", val=self.name),
            NOTHING if self.key == "Normal" else w("basedOn", val="Normal"),
            w("next", val="BodyText") if self.outline else NOTHING,
            w("uiPriority", val=1),
            w("qFormat"),
            self._paragraph(),
            w("rPr", fonts(), *weight(is_bold=self.is_bold), *letters(self.ink, self.size)),
            **kind,
        )

    def _paragraph(self) -> Xml:
        line = round(240 * self.leading / NATURAL_LINE)
        return w(
            "pPr",
            w("keepNext", val=int(self.keeps)),
            w("keepLines") if self.keeps else NOTHING,
            w("pageBreakBefore") if self.breaks else NOTHING,
            w("widowControl"),
            self.more,
            w(
                "spacing",
                before=twips_of_points(self.before),
                after=twips_of_points(self.after),
                line=line,
                lineRule="auto",
            ),
            w("ind", left=twips(self.indent), right=0, hanging=twips(self.hanging)),
            w("jc", val=self.side),
            w("outlineLvl", val=self.outline - 1) if self.outline else NOTHING,
        )


def fonts() -> Xml:
    """Return the font, for every script."""
    return w("rFonts", ascii=_FONT, hAnsi=_FONT, eastAsia=_FONT, cs=_FONT)


def weight(*, is_bold: bool) -> tuple[Xml, Xml]:
    """Return whether text is bold, in every script."""
    return w("b", val=int(is_bold)), w("bCs", val=int(is_bold))


def letters(ink: str, size: float) -> tuple[Xml, Xml, Xml]:
    """Return colour and size of text, in the order of the schema."""
    points = half_points(size)
    return w("color", val=colour(ink)), w("sz", val=points), w("szCs", val=points)


def border(side: str, ink: str, points: float, space: int = 0) -> Xml:
    """Return a border at one side."""
    return w(side, val="single", sz=eighths(points), space=space, color=colour(ink))


def shade(fill: str) -> Xml:
    """Return a ground."""
    return w("shd", val="clear", color="auto", fill=colour(fill))
