"""Pages: what stands above and below each."""

from __future__ import annotations

import re
from textwrap import shorten

from ppid_core.report import Meta
from ppid_exporters.docx.inline import counted_field, run
from ppid_exporters.docx.markup import NAMESPACES, Xml, joined, rooted, tag, twips, w
from ppid_exporters.docx.package import DOCUMENT, MAIN, WordFile
from ppid_exporters.docx.sheet import Margins, PageSetup, Parts
from ppid_exporters.docx.template import Letterhead
from ppid_exporters.layout.character import one_line

_LONGEST = 95
"""Characters of the footer: one line beside the page number."""

_ROOT = re.compile(rb"<w:hdr\b[^>]*>")


def margins_of(file: WordFile, letterhead: Letterhead, meta: Meta, sheet: PageSetup) -> Margins:
    """Return headers and footers: those of the template, or our own; every header bears the marks."""
    style = w("pPr", w("pStyle", val="PageMark"))
    words = (shorten(one_line(mark), 2 * _LONGEST, placeholder=" …") for mark in meta.marks)
    marks = joined(*(w("p", style, run(mark)) for mark in words))
    headers = dict(letterhead.headers)
    is_plain_letter = meta.form == "letter" and not letterhead.headers and not letterhead.footers
    first_differs = letterhead.first_differs or is_plain_letter
    for key in dict.fromkeys(headers.values()):
        _put_above(file, key, marks)
    for which in ("default", *(("first",) if first_differs else ())):
        if marks and which not in headers:
            headers[which] = _add(file, "header", marks)
    upright, lying = _feet(file, letterhead, meta, sheet)
    return Margins(
        headers=tuple(headers.items()),
        upright=upright,
        lying=lying,
        cover=bool(letterhead.footers) and letterhead.has_cover_foot,
        first_differs=first_differs,
    )


def _feet(file: WordFile, letterhead: Letterhead, meta: Meta, sheet: PageSetup) -> tuple[Parts, Parts]:
    """Return the footers of upright and of lying sheets: the template's or ours; a letter may have none."""
    if letterhead.footers or (meta.form == "letter" and letterhead.headers):
        return letterhead.footers, letterhead.lying
    upright, lying = (_add(file, "footer", _foot(meta, one)) for one in (sheet, sheet.turned))
    return (("default", upright),), (("default", lying),)


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


def _put_above(file: WordFile, key: str, marks: Xml) -> None:
    """Put the marks above what stands in a header of the template, of which nothing else changes."""
    name = file.relations[DOCUMENT][key].target
    declared = {f"xmlns:{prefix}": uri for prefix, uri in NAMESPACES.items()}
    written = marks.replace("<w:p>", tag("w:p", {**declared}).removesuffix("/>") + ">").encode()
    file.parts[name] = _ROOT.sub(lambda found: found[0] + written, file.parts[name], count=1)


def _add(file: WordFile, kind: str, content: Xml) -> str:
    """Add a header or a footer to the document, return the key of what leads to it."""
    number = next(one for one in range(1, len(file.parts) + 2) if f"word/{kind}{one}.xml" not in file.parts)
    part = rooted("w:hdr" if kind == "header" else "w:ftr", content)
    return file.relate(DOCUMENT, file.add(f"word/{kind}{number}.xml", f"{MAIN}.{kind}+xml", part), kind)
