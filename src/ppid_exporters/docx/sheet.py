"""The sheet: its size, its margins, and the set-up of pages as Word writes it."""

from __future__ import annotations

from attrs import evolve, frozen

from ppid_exporters.docx.markup import NOTHING, Xml, joined, tag, twips, w
from ppid_exporters.layout.theme import Paper

_EDGE = 12.5
Parts = tuple[tuple[str, str], ...]
"""Which pages ("default", "first", "even"), and the relationship of their header or footer."""


@frozen(kw_only=True)
class PageSetup:
    """An upright sheet; millimetres."""

    width: float
    height: float
    top: float = 25
    right: float = 25
    bottom: float = 25
    left: float = 30
    header: float = _EDGE
    footer: float = _EDGE

    @classmethod
    def of(cls, paper: Paper) -> PageSetup:
        """Return the sheet of a paper with the margins of the report."""
        return cls(width=paper.width, height=paper.height)

    @property
    def room(self) -> float:
        """The width of text."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """The height of text."""
        return self.height - self.top - self.bottom

    @property
    def turned(self) -> PageSetup:
        """The same sheet lying: what was bound at the left is bound at the top."""
        return evolve(
            self,
            width=self.height,
            height=self.width,
            top=max(self.left, self.top),
            left=self.bottom,
            right=self.right,
        )


@frozen(kw_only=True)
class Margins:
    """What stands in the margins: which pages, and the relationship of the header or footer.

    Attributes:
        upright: footers of upright sheets; ``lying`` of lying ones.
        cover: whether the footers stand on the cover, too.
        first_differs: whether the first page has a header of its own.
    """

    headers: Parts = ()
    upright: Parts = ()
    lying: Parts = ()
    cover: bool = False
    first_differs: bool = False


def set_up(
    sheet: PageSetup, margins: Margins, *, kind: str, is_first: bool, begins: bool, is_lying: bool
) -> Xml:
    """Return the set-up of pages.

    Args:
        sheet: upright.
        margins: headers and footers.
        kind: "cover", "front" or "body": roman numbers stand before the body.
        is_first: whether the document begins with them.
        begins: whether they are the first of their kind: the body begins with page 1.
        is_lying: whether the long side is at the bottom.
    """
    footers = margins.lying if is_lying else margins.upright
    shown = footers if kind != "cover" or margins.cover else ()
    numbers: dict[str, str | int] = {"w:fmt": "decimal" if kind == "body" else "lowerRoman"}
    if is_first or (kind == "body" and begins):
        numbers["w:start"] = 1
    return w(
        "sectPr",
        _references("header", margins.headers),
        _references("footer", shown),
        w("type", val="nextPage"),
        _page(sheet.turned if is_lying else sheet, is_lying=is_lying),
        tag("w:pgNumType", numbers),
        w("cols", space=720),
        w("titlePg") if is_first and margins.first_differs else NOTHING,
    )


def _page(sheet: PageSetup, *, is_lying: bool) -> Xml:
    way = {"w:orient": "landscape"} if is_lying else {}
    size: dict[str, str | int] = {"w:w": twips(sheet.width), "w:h": twips(sheet.height), **way}
    margins = w(
        "pgMar",
        top=twips(sheet.top),
        right=twips(sheet.right),
        bottom=twips(sheet.bottom),
        left=twips(sheet.left),
        header=twips(sheet.header),
        footer=twips(sheet.footer),
        gutter=0,
    )
    return joined(tag("w:pgSz", size), margins)


def _references(kind: str, parts: Parts) -> Xml:
    return joined(
        *(tag(f"w:{kind}Reference", {"w:type": which, "r:id": relation}) for which, relation in parts)
    )
