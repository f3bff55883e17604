"""Tables: caption above, the table, its notes below."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from ppid_core.report import Table
from ppid_exporters.docx.book import Book
from ppid_exporters.docx.captions import caption_line
from ppid_exporters.docx.cards import cards
from ppid_exporters.docx.inline import run
from ppid_exporters.docx.markup import w
from ppid_exporters.docx.matrix import key_line
from ppid_exporters.docx.pieces import Line, Piece
from ppid_exporters.docx.ruled import Ruled
from ppid_exporters.layout.caption import KEY_FIGURES


def table(block: Table, book: Book) -> Iterator[Piece]:
    """Yield caption, table and notes."""
    if block.key == KEY_FIGURES:
        yield from cards(block, book)
        return
    after = tuple(_after(block, book))
    yield from (evolve(piece, is_wide=block.wide) for piece in _table(block, book, after))


def _table(block: Table, book: Book, after: tuple[Line, ...]) -> Iterator[Piece]:
    caption = book.caption(block)
    if caption.title:
        yield caption_line(block, book)
    yield Ruled.of(block, book).box(is_followed=bool(after))
    yield from after or (Line(style="AfterTable"),)


def _after(block: Table, book: Book) -> Iterator[Line]:
    """Yield what stands below: the key of a matrix, the notes; the last one with room after it."""
    some = [
        *key_line(block, book),
        *(Line(style="TableNote", content=run(note), words=note) for note in block.notes),
    ]
    yield from (evolve(line, keeps=True) for line in some[:-1])
    yield from (evolve(line, direct=w("spacing", after=240)) for line in some[-1:])
