"""From blocks to pieces: one function for each kind of block."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from ppid_core.language import Lang
from ppid_core.report import (
    Block,
    Chart,
    Contents,
    Inline,
    Items,
    Notice,
    Paragraph,
    Picture,
    Section,
    Signature,
    Table,
)
from ppid_exporters.chart.pair import Pair, paired
from ppid_exporters.docx.contents import contents
from ppid_exporters.docx.inline import run, runs
from ppid_exporters.docx.manuscript import Manuscript
from ppid_exporters.docx.markup import NOTHING, Xml, joined, twips, w
from ppid_exporters.docx.pair import pair_pieces
from ppid_exporters.docx.pictures import chart, picture
from ppid_exporters.docx.pieces import Line, Piece
from ppid_exporters.docx.styles import weight
from ppid_exporters.docx.stylesheet import HEADINGS
from ppid_exporters.docx.tables import table
from ppid_exporters.layout import wording
from ppid_exporters.layout.caption import KEY_FIGURES, anchor, is_listed

_COLOPHON = "colophon"
_FRAME_WIDTH, _FRAME_HEIGHT = 58.0, 20.0
"""Millimetres of the place for an electronic signature and its code."""
_FRAME_RIGHT = 15.0
"""Millimetres that are free at its right: it stands below the lines of the signature."""
_SIGNING_SPACE = 22.0
"""Millimetres for the signature itself."""


def section_pieces(section: Section, depth: int, book: Manuscript) -> Iterator[Piece]:
    """Yield heading and blocks of a section, those of its parts excluded; a letter shows no headings."""
    yield _place(section, book) if book.is_letter else _heading(section, depth, book)
    blocks = list(paired(section.blocks, book.sheet.room, book.accent, book.lang))
    for at, block in enumerate(blocks):
        pieces = list(_block_pieces(block, section, book))
        following = blocks[at + 1 : at + 2]
        yield from _kept(pieces) if any(_belongs(after, block) for after in following) else pieces


def _block_pieces(block: Block | Pair, section: Section, book: Manuscript) -> Iterator[Piece]:
    """Yield the pieces of a block; one of an unknown kind is set as plain text."""
    match block:
        case Paragraph():
            yield _paragraph(block, section, book)
        case Items():
            yield from _items(block, section, book)
        case Pair():
            yield from pair_pieces(block, book)
        case Table():
            yield from table(block, book)
        case Chart():
            yield from chart(block, book)
        case Picture():
            yield from picture(block, book)
        case Notice():
            yield from _notice(block, book)
        case Signature():
            yield from _signature(block, book)
        case Contents():
            yield from contents(book)
        case _:
            words = block.plain(book.lang)
            yield Line(style="BodyText", content=run(words))


def _belongs(after: Block | Pair, before: Block | Pair) -> bool:
    """Tell whether a block stands on the page of the one before: a signature, a list with its words."""
    return isinstance(after, Signature) or (isinstance(after, Items) and isinstance(before, Paragraph))


def _kept(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield pieces of which the last paragraph stays with what follows."""
    last = max((at for at, piece in enumerate(pieces) if isinstance(piece, Line)), default=-1)
    for at, piece in enumerate(pieces):
        yield evolve(piece, keeps=True) if at >= last and isinstance(piece, Line) else piece


def _heading(section: Section, depth: int, book: Manuscript) -> Line:
    """Return the heading; the label of a chapter stands above its title."""
    name, title = book.names[anchor(section)], run(section.title)
    if section.label and depth == 1:
        style = w("rStyle", val="ChapterLabel")
        content = joined(run(section.label, style), w("r", w("br")), title)
    else:
        content = run(section.heading)
    return Line(
        style=f"Heading{min(depth, HEADINGS)}" if is_listed(section) else "TOCHeading",
        content=book.marked(name, content),
        anchor=name,
    )


def _place(section: Section, book: Manuscript) -> Line:
    """Return where links to a section lead that has no heading."""
    name = book.names[anchor(section)]
    return Line(style="Place", content=book.marked(name), anchor=name)


def _paragraph(block: Paragraph, section: Section, book: Manuscript) -> Line:
    return Line(
        style="Colophon" if section.key == _COLOPHON else "BodyText",
        content=_runs(block.content, section, book, block.lang),
    )


def _runs(content: tuple[Inline, ...], section: Section, book: Manuscript, lang: Lang | None) -> Xml:
    """Return running text; on the page of key figures its figures are bold."""
    bold = weight(is_bold=True) if section.key == KEY_FIGURES else ()
    return runs(content, book.lang, *bold, spoken=lang)


def _items(block: Items, section: Section, book: Manuscript) -> Iterator[Line]:
    number = _ordered(book) if block.ordered else book.numbers.bullets
    style = "ListNumber" if block.ordered else "ListBullet"
    style = "ColophonItem" if section.key == _COLOPHON else style
    counted = w("numPr", w("ilvl", val=0), w("numId", val=number))
    last = len(block.items) - 1
    for at, item in enumerate(block.items):
        yield Line(
            style=style,
            number=counted,
            direct=w("spacing", after=100) if at == last else NOTHING,
            content=_runs(item, section, book, block.lang),
        )


def _ordered(book: Manuscript) -> int:
    """Return the number of a list that begins with 1."""
    book.numbers.ordered += 1
    return book.numbers.first + book.numbers.ordered - 1


def _notice(block: Notice, book: Manuscript) -> Iterator[Line]:
    style = "NoticeFirst" if block.basis else "Notice"
    yield Line(style=style, content=run(block.text))
    if block.basis:
        words = f"{book.say(wording.BASIS)}: {block.basis}."
        yield Line(style="NoticeBasis", content=run(words))


def _signature(block: Signature, book: Manuscript) -> Iterator[Line]:
    """Yield the lines of the signature, which stay together; the space belongs to the last line above it."""
    above, below = block.above(book.lang), block.below
    lines = [Line(style="Signature", content=run(words)) for words in above]
    first = w("spacing", before=240, after=0)
    for at, line in enumerate(lines):
        yield evolve(line, direct=first) if at == 0 else line
    is_framed = book.report.meta.form == "full"
    if is_framed:
        high = w("spacing", before=120, after=120, line=twips(_FRAME_HEIGHT), lineRule="exact")
        wide = w("ind", left=twips(book.sheet.room - _FRAME_RIGHT - _FRAME_WIDTH), right=twips(_FRAME_RIGHT))
        yield Line(style="SealPlace", content=run(book.say(wording.SEAL)), direct=joined(high, wide))
    for at, words in enumerate(below):
        bold = weight(is_bold=True) if at == 0 and block.name else ()
        line = Line(style="Signature", content=run(words, *bold))
        space, after = 0.0 if at or is_framed else _SIGNING_SPACE, 240 if at == len(below) - 1 else 0
        yield evolve(line, direct=w("spacing", before=twips(space), after=after))
