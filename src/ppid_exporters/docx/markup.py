"""Markup of Word documents, kept apart from text by its type, and lengths as Word writes them."""

from __future__ import annotations

from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from ppid_exporters.layout.character import printable

Xml = NewType("Xml", str)
"""Well-formed markup: elements, or nothing."""

NOTHING = Xml("")
OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES = {
    "a": f"{OFFICE}/drawingml/2006/main",
    "pic": f"{OFFICE}/drawingml/2006/picture",
    "r": f"{OFFICE}/officeDocument/2006/relationships",
    "w": f"{OFFICE}/wordprocessingml/2006/main",
    "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
}


def tag(name: str, attributes: dict[str, str | int], /, *children: Xml) -> Xml:
    """Return an element; its attributes are escaped, its children are markup already."""
    written = "".join(f" {key}={quoteattr(printable(str(value)))}" for key, value in attributes.items())
    inner = "".join(children)
    return Xml(f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>")


def w(name: str, /, *children: Xml, **attributes: str | int) -> Xml:
    """Return an element of WordprocessingML; its attributes stand in the same namespace."""
    return tag(f"w:{name}", {f"w:{key}": value for key, value in attributes.items()}, *children)


def plain(words: str) -> Xml:
    """Return what was typed as markup that holds exactly these characters."""
    return Xml(escape(printable(words)))


def joined(*pieces: Xml) -> Xml:
    """Return pieces of markup one after the other."""
    return Xml("".join(pieces))


def rooted(name: str, *children: Xml) -> bytes:
    """Return a whole file: its root element declares the namespaces."""
    declared: dict[str, str | int] = {f"xmlns:{prefix}": uri for prefix, uri in NAMESPACES.items()}
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{tag(name, declared, *children)}'.encode()


_POINTS_OF_A_MILLIMETRE = 72 / 25.4
TWIPS_OF_A_MILLIMETRE = _POINTS_OF_A_MILLIMETRE * 20
_EMU_OF_A_MILLIMETRE = 36_000
PIXELS_OF_A_MILLIMETRE = 96 / 25.4


def twips(millimetres: float) -> int:
    """Return twentieths of a point."""
    return round(millimetres * TWIPS_OF_A_MILLIMETRE)


def twips_of_points(points: float) -> int:
    """Return twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Return halves of a point: sizes of type."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return eighths of a point: the width of a border."""
    return round(points * 8)


def emu(millimetres: float) -> int:
    """Return English metric units: sizes of pictures."""
    return round(millimetres * _EMU_OF_A_MILLIMETRE)


def millimetres(points: float) -> float:
    """Return points as millimetres."""
    return points / _POINTS_OF_A_MILLIMETRE


def colour(hexadecimal: str) -> str:
    """Return ``#RRGGBB`` as Word writes it."""
    return hexadecimal.removeprefix("#").upper()
