"""The cover: logo, title, the lines below it, the marks of the edition."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.report import Report
from ppid_exporters.docx.book import Book
from ppid_exporters.docx.inline import run
from ppid_exporters.docx.pictures import emblem
from ppid_exporters.docx.pieces import Line

LOGO = (50.0, 32.0)


def cover(report: Report, logo: bytes | None, book: Book) -> Iterator[Line]:
    """Yield the lines of the cover."""
    meta = report.meta
    shown = emblem(logo, book, LOGO)
    yield from () if shown is None else (shown,)
    yield Line(style="Title", content=run(meta.title), words=meta.title)
    for line in report.cover.lines:
        if line != meta.title:
            yield Line(style="Subtitle", content=run(line), words=line)
    for mark in meta.marks:
        yield Line(style="CoverMark", content=run(mark), words=mark)
