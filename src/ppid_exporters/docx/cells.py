"""One cell of a table."""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve, frozen

from ppid_exporters.docx.inline import run
from ppid_exporters.docx.markup import NOTHING, Xml, joined, twips, w
from ppid_exporters.layout.columns import width
from ppid_exporters.layout.grid import Head

_LONGEST_TURNED = 42.0
"""Millimetres: a longer heading goes on in a second line."""


_HOLE = Xml("<!-- -->")
TIGHT = w("tcMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa"))


@frozen(kw_only=True)
class Look:
    """How a cell looks.

    Attributes:
        letters: properties of its text.
        content: what stands there instead of the plain text.
        is_tight: whether it has no room at its sides.
    """

    style: str
    borders: Xml = NOTHING
    ground: Xml = NOTHING
    merge: Xml = NOTHING
    direction: str = ""
    upright: str = ""
    keeps: bool = False
    letters: tuple[Xml, ...] = ()
    content: Xml = NOTHING
    is_tight: bool = False


def cell_markup(words: str, look: Look, wide: float, columns: int = 1) -> Xml:
    """Return a cell of ``columns`` columns, ``wide`` millimetres wide."""
    content = look.content or (run(words, *look.letters) if words else NOTHING)
    before, after = _shell(evolve(look, content=NOTHING) if look.content else look, wide, columns)
    return joined(before, content, after)


@lru_cache(maxsize=512)
def _shell(look: Look, wide: float, columns: int) -> tuple[Xml, Xml]:
    """Return what stands before and after the text of a cell: a long table has few kinds of cells."""
    properties = w(
        "tcPr",
        w("tcW", w=twips(wide), type="dxa"),
        w("gridSpan", val=columns) if columns > 1 else NOTHING,
        look.merge,
        w("tcBorders", look.borders) if look.borders else NOTHING,
        look.ground,
        TIGHT if look.is_tight else NOTHING,
        w("textDirection", val=look.direction) if look.direction else NOTHING,
        w("vAlign", val=look.upright) if look.upright else NOTHING,
    )
    keeps = w("keepNext") if look.keeps else NOTHING
    shell = w("tc", properties, w("p", w("pPr", w("pStyle", val=look.style), keeps), _HOLE))
    before, _, after = shell.partition(_HOLE)
    return Xml(before), Xml(after)


def turned_height(head: Head, size: float) -> float:
    """Return the height that a turned heading needs, 0 where it is not turned."""
    return min(width(head.title, size) + 4, _LONGEST_TURNED) if head.is_turned else 0.0
