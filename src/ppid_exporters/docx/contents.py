"""The table of contents and the lists of tables and of pictures, filled: nobody is asked to update them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from ppid_core.report import Picture
from ppid_exporters.docx.inline import field_end, field_start, run
from ppid_exporters.docx.manuscript import Manuscript
from ppid_exporters.docx.pieces import Line
from ppid_exporters.docx.stylesheet import LISTED_DEPTHS
from ppid_exporters.layout import wording
from ppid_exporters.layout.caption import Caption, anchor, is_listed
from ppid_exporters.layout.character import one_line


def contents(book: Manuscript) -> Iterator[Line]:
    """Yield every list with its entries."""
    yield from _field(f'TOC \\o "1-{LISTED_DEPTHS}" \\h \\z', _chapters(book))
    yield from _list(book.say(wording.LIST_OF_TABLES), book.say(wording.TABLE), book.captions.tables, book)
    has_pictures = any(isinstance(block, Picture) for block in book.report.blocks())
    counted = "" if has_pictures else book.say(wording.CHART)
    yield from _list(book.say(wording.LIST_OF_PICTURES), counted, book.captions.pictures, book)
    # The front may end here: in LibreOffice its pages lose their numbers where it ends within a field.
    yield Line(style="AfterTable")


def _chapters(book: Manuscript) -> Iterator[Line]:
    for depth, section in book.report.walk():
        if depth <= LISTED_DEPTHS and is_listed(section):
            words = one_line(section.heading)
            yield Line(
                style=f"TOC{depth}",
                content=run(words),
                refers_to=book.names[anchor(section)],
            )


def _list(title: str, sequence: str, captions: Iterable[Caption], book: Manuscript) -> Iterator[Line]:
    """Yield a list of captions.

    Args:
        title: of the list.
        captions: its entries.
        book: the document.
        sequence: by which Word would make the list anew; "" where some bear the numbers of the body, which
            Word does not count: then only the pages are fields.
    """
    entries = [_entry(caption, book) for caption in captions]
    if entries:
        yield Line(style="ListHeading", content=run(title))
        yield from _field(f"TOC \\h \\z \\c {sequence}", entries) if sequence else entries


def _entry(caption: Caption, book: Manuscript) -> Line:
    words = one_line(caption.line)
    return Line(style="TableofFigures", content=run(words), refers_to=book.names[caption.anchor])


def _field(code: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Yield entries as what one field shows."""
    entries = list(lines)
    if not entries:
        return
    entries[0] = evolve(entries[0], opening=field_start(code))
    entries[-1] = evolve(entries[-1], closing=field_end())
    yield from entries
