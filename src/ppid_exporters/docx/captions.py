"""Captions with their numbers, counted by fields that Word knows."""

from __future__ import annotations

from ppid_core.report import Chart, Picture, Table
from ppid_exporters.docx.book import Manuscript
from ppid_exporters.docx.inline import counted_field, run
from ppid_exporters.docx.markup import NOTHING, Xml, joined
from ppid_exporters.docx.pieces import Line
from ppid_exporters.docx.styles import weight
from ppid_exporters.layout import wording
from ppid_exporters.layout.caption import Caption


def caption_line(block: Table | Chart | Picture, book: Manuscript, style: str = "Caption") -> Line:
    """Return the caption of a block: label and title; it bears the bookmark that lists point to."""
    caption, name = book.caption(block), book.name(block)
    content = joined(_label(block, caption, book), run(caption.title))
    return Line(style=style, content=book.marked(name, content), words=caption.line, anchor=name)


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
