"""Headers and footers: the marks above every page, title and page number below."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from ppid_core.report import Meta
from ppid_exporters.docx.fields import field
from ppid_exporters.docx.filling import parsed, root_of
from ppid_exporters.docx.inline import run
from ppid_exporters.docx.letterhead import Letterhead
from ppid_exporters.docx.markup import NAMESPACES, Xml, joined, rooted, w
from ppid_exporters.docx.package import MAIN
from ppid_exporters.docx.sheet import Margins, Parts, Sheet
from ppid_exporters.docx.units import twips
from ppid_exporters.layout.character import one_line

if TYPE_CHECKING:
    from docx.document import Document

LONGEST = 95
"""Characters of the footer: one line beside the page number."""


def margins_of(document: Document, letterhead: Letterhead, meta: Meta, sheet: Sheet) -> Margins:
    """Return headers and footers: those of the letterhead, or our own; every header bears the marks."""
    marks = joined(*(_mark(one_line(mark)) for mark in meta.marks))
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


def _feet(document: Document, letterhead: Letterhead, meta: Meta, sheet: Sheet) -> Parts:
    """Return the footers of the letterhead, or our own; a letter on a letterhead has none of ours."""
    if letterhead.footers or (meta.form == "letter" and letterhead.headers):
        return letterhead.footers
    return (("default", _add(document, "footer", _foot(meta, sheet))),)


def _foot(meta: Meta, sheet: Sheet) -> Xml:
    """Return title and body at the left, the page number at the right; a letter has the number alone."""
    told = () if meta.form == "letter" else (meta.title, meta.body)
    words = " · ".join(one_line(part) for part in told if part)
    edge = w("tabs", w("tab", val="right", pos=twips(sheet.room)))
    left = run(shorten(words, LONGEST, placeholder=" …"))
    return w(
        "p",
        w("pPr", w("pStyle", val="Footer"), edge),
        left,
        w("r", w("tab")),
        field("PAGE \\* MERGEFORMAT", "1"),
    )


def _mark(words: str) -> Xml:
    return w("p", w("pPr", w("pStyle", val="PageMark")), run(shorten(words, 2 * LONGEST, placeholder=" …")))


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
