"""Pages: what stands above and below each."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from ppid_core.report import Meta
from ppid_exporters.docx.inline import counted_field, run
from ppid_exporters.docx.letterhead import Letterhead
from ppid_exporters.docx.markup import NAMESPACES, Xml, joined, rooted, twips, w
from ppid_exporters.docx.package import MAIN, parsed, root_of
from ppid_exporters.docx.sheet import Margins, PageSetup, Parts
from ppid_exporters.layout.character import one_line

if TYPE_CHECKING:
    from docx.document import Document


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
