"""The cover: logo, title, the lines below it, the marks of the edition."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.report import Report
from ppid_exporters.docx.book import Book
from ppid_exporters.docx.inline import run
from ppid_exporters.docx.pictures import logo
from ppid_exporters.docx.pieces import Line


def cover(report: Report, emblem: bytes | None, book: Book) -> Iterator[Line]:
    """Yield the lines of the cover."""
    meta = report.meta
    yield from logo(emblem, book)
    yield Line(style="Title", content=run(meta.title), words=meta.title)
    for line in report.cover.lines:
        if line != meta.title:
            yield Line(style="Subtitle", content=run(line), words=line)
    for mark in meta.marks:
        yield Line(style="CoverMark", content=run(mark), words=mark)
