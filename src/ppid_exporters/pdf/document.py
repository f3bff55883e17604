"""Lays out a whole document: what stands on the cover, on each page, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from ppid_core.report import Contents, Meta, Report, Section, Signature
from ppid_exporters.layout.caption import slug
from ppid_exporters.layout.character import one_line
from ppid_exporters.layout.matrix import is_across
from ppid_exporters.layout.theme import INK, RULE, SECONDARY
from ppid_exporters.layout.wording import LIST_OF_PICTURES, LIST_OF_TABLES
from ppid_exporters.pdf.blocks import embedded, laid_out
from ppid_exporters.pdf.frame import MILLIMETRE, Frame, Tree
from ppid_exporters.pdf.lettering import width
from ppid_exporters.pdf.typeface import FAMILIES

DEEPEST = 6
"""Levels of headings that a tagged PDF knows."""
COVER = (60 * MILLIMETRE, 35 * MILLIMETRE)
KOP = (28 * MILLIMETRE, 25 * MILLIMETRE)
"""The most room for a logo, on a cover and in the head of a letter."""
UNDATED = date(2000, 1, 1)
"""PDF/A wants a date: this one, where a document has none."""
NOTHING = "–"
"""Stands for a title that nobody typed: a heading without words is none."""


def document(frame: Frame, logo: bytes | None) -> Tree:
    """Return everything that the template reads."""
    report, meta = frame.report, frame.report.meta
    chapters = [_chapter(section, frame) for section in report.sections]
    first = next((at for at, section in enumerate(report.sections) if section.label), 0)
    return {
        "lang": meta.lang,
        "title": frame.lettering.shown(one_line(meta.title)) or NOTHING,
        "author": frame.lettering.shown(one_line(meta.body)),
        "date": _date(report),
        "paper": [frame.paper.width, frame.paper.height],
        "families": FAMILIES,
        "colours": {"accent": frame.accent, "ink": INK, "secondary": SECONDARY, "rule": RULE},
        "form": meta.form,
        "foot": _short(_foot(meta), 8.5, 1.8, frame),
        "marks": [_short(mark, 10, 0.95, frame) for mark in meta.marks],
        "cover": _cover(frame, logo),
        "lists": [frame.line(words(meta.lang)) for words in (LIST_OF_TABLES, LIST_OF_PICTURES)],
        "front": list(chain(*chapters[:first])),
        "body": list(chain(*chapters[first:])),
    }


def _cover(frame: Frame, logo: bytes | None) -> Tree:
    meta = frame.report.meta
    size = 28 if meta.form == "full" else 16
    room = KOP if meta.form == "letter" else COVER
    file, wide = embedded(logo or frame.report.cover.logo, frame, *room)
    return {
        "logo": file,
        "width": wide,
        "title": frame.line(meta.title, size, is_bold=True) or NOTHING,
        "lines": [frame.line(line, 14) for line in frame.report.cover.lines if line != meta.title],
        "marks": [frame.line(mark, is_bold=True, room=frame.room() - 40) for mark in meta.marks],
    }


def _chapter(section: Section, frame: Frame) -> list[Tree]:
    """Return a chapter; one of nothing but wide tables stands on the long side of the paper with them."""
    items = list(_section(section, 1, frame))
    return [{"kind": "flipped", "items": items}] if is_across(section) else items


def _section(section: Section, depth: int, frame: Frame) -> Iterator[Tree]:
    """Yield the heading of a section, its blocks, and the sections within."""
    level = min(depth, DEEPEST)
    size = {1: 20.0, 2: 14.0}.get(level, 11.5)
    yield {
        "kind": "heading",
        "level": level,
        "label": frame.line(section.label, size, is_bold=True),
        "title": frame.line(section.title, size, is_bold=True) or NOTHING,
        "anchor": f"bagian-{slug(section.key)}",
        "key": section.key,
        "is_listed": not any(isinstance(block, Contents) for block in section.blocks),
    }
    yield from (block | {"within": section.key, "depth": level} for block in laid_out(section.blocks, frame))
    for inner in section.sections:
        yield from _section(inner, depth + 1, frame)


def _foot(meta: Meta) -> str:
    return " · ".join(part for part in (meta.title, meta.body) if part)


def _short(words: str, size: float, lines: float, frame: Frame) -> str:
    """Return ``words`` cut to so many lines of the narrow side of the paper; the cover has them whole."""
    shown, room = frame.line(words, size), frame.room() * lines / size
    if width(shown, is_bold=True) <= room:
        return shown
    while shown and width(shown, is_bold=True) > room - 1:
        shown = shown[: len(shown) * 9 // 10]
    return shown + "…"


def _date(report: Report) -> list[int]:
    """Return the day of the signature, else the one that the year is told of: no clock is read."""
    signatures = (block for block in report.blocks() if isinstance(block, Signature))
    signed = next((block.on for block in signatures if block.on is not None), None)
    day = signed or (report.year.as_of if report.year else UNDATED)
    return [day.year, day.month, day.day]
