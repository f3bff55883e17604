"""The numbering of lists: bullets, and decimal numbers that begin with 1 in every list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ppid_exporters.docx.filling import parsed, refill, root_of
from ppid_exporters.docx.markup import NAMESPACES, Xml, rooted, w
from ppid_exporters.docx.package import MAIN

if TYPE_CHECKING:
    from docx.document import Document

BULLETS, DECIMALS = 0, 1


def fill_numbering(document: Document, ordered: int) -> None:
    """Write the definitions of ``ordered`` lists, in place of those that a letterhead has."""
    kind = f"{NAMESPACES['r']}/numbering"
    definitions = tuple(numbering(ordered))
    found = [one.target_part for one in document.part.rels.values() if one.reltype == kind]
    if found:
        refill(root_of(found[0]), definitions)
        return
    from docx.opc.packuri import PackURI  # noqa: PLC0415  an extra
    from docx.opc.part import XmlPart  # noqa: PLC0415  as above

    root = parsed(rooted("w:numbering", *definitions))
    part = XmlPart(PackURI("/word/numbering.xml"), f"{MAIN}.numbering+xml", root, document.part.package)
    document.part.relate_to(part, kind)


def numbering(ordered: int) -> Iterator[Xml]:
    """Yield the definitions: abstract ones, then one for the bullets and for each of ``ordered`` lists."""
    yield _abstract(BULLETS, "bullet", "–")
    yield _abstract(DECIMALS, "decimal", "%1.")
    yield w("num", w("abstractNumId", val=BULLETS), numId=1)
    for number in range(2, ordered + 2):
        begin = w("lvlOverride", w("startOverride", val=1), ilvl=0)
        yield w("num", w("abstractNumId", val=DECIMALS), begin, numId=number)


def _abstract(number: int, kind: str, sign: str) -> Xml:
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("lvlText", val=sign),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=397, hanging=397)),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number)
