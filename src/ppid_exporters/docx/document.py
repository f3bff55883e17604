"""Writes the document: its cover, its pieces, the numbering of its lists, its parts."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from attrs import evolve, frozen

from ppid_core.report import Report, Theme
from ppid_exporters.docx.blocks import section_pieces
from ppid_exporters.docx.cascade import Cascade
from ppid_exporters.docx.inline import run
from ppid_exporters.docx.letterhead import Letterhead, kop, opened, read_file, taken
from ppid_exporters.docx.manuscript import Manuscript, bookmark_names
from ppid_exporters.docx.markup import NAMESPACES, NOTHING, Xml, joined, rooted, twips, w
from ppid_exporters.docx.package import (
    LANGUAGES,
    MAIN,
    add_data,
    blank,
    merge_styles,
    packed,
    parsed,
    refill,
    root_of,
    set_properties,
)
from ppid_exporters.docx.page_block import BlockMeasure
from ppid_exporters.docx.pages import margins_of
from ppid_exporters.docx.pictures import emblem
from ppid_exporters.docx.pieces import Line, Piece, with_headings
from ppid_exporters.docx.press import Stretch, printed_pages
from ppid_exporters.docx.sheet import Margins, PageSetup, set_up
from ppid_exporters.docx.stylesheet import character_styles, defaults, styles, table_styles
from ppid_exporters.layout.caption import Captions, first_chapter
from ppid_exporters.layout.matrix import is_across
from ppid_exporters.layout.theme import accent, paper

if TYPE_CHECKING:
    from docx.document import Document


@frozen(kw_only=True)
class Chosen:
    """What was chosen for one document.

    Attributes:
        has_paper: whether the paper was chosen, so that it goes before that of the letterhead.
        template: the letterhead, None for none.
        logo: a picture for the cover, None for that of the report.
    """

    theme: Theme
    has_paper: bool = False
    template: Path | None = None
    logo: Path | None = None


def written(report: Report, chosen: Chosen) -> bytes:
    """Return the file of ``report``.

    Raises:
        ModuleNotFoundError: a package of the extra is not installed.
        OptionError: for a letterhead or a logo that cannot be read.
        UnknownNameError: for a paper that is neither A4 nor F4.
    """
    ours = PageSetup.of(paper(chosen.theme))
    document = opened(chosen.template) if chosen.template else _blank()
    letterhead = taken(document) if chosen.template else Letterhead(sheet=ours)
    book = _book(report, document, ours if chosen.has_paper else letterhead.sheet, chosen.theme)
    logo = read_file(chosen.logo, "logo") if chosen.logo else report.cover.logo
    front = tuple(_front(report, logo, book, letterhead))
    pieces = with_headings(list(_pieces(report, book)))
    margins = margins_of(document, letterhead, report.meta, book.sheet)
    _fill(document, book, is_ours=chosen.template is None)
    page_runs = _page_runs(front, pieces, book)
    pages = _pages(page_runs, book, document.part.part_related_by(f"{NAMESPACES['r']}/styles").blob)
    return packed(document, rooted("w:document", w("body", *_body(page_runs, margins, book, pages))))


def _blank() -> Document:
    from docx import Document  # noqa: PLC0415  an extra

    return Document(io.BytesIO(blank()))


def _book(report: Report, document: Document, sheet: PageSetup, theme: Theme) -> Manuscript:
    def embed(content: bytes) -> str:
        relation, _ = document.part.get_or_add_image(io.BytesIO(content))
        return relation

    colour = accent(theme).colour
    return Manuscript(
        report=report,
        accent=colour,
        sheet=sheet,
        styles=styles(colour, sheet.room, is_brief=report.meta.form == "brief"),
        captions=Captions.of(report),
        names=bookmark_names(report),
        embed=embed,
    )


def _front(report: Report, logo: bytes | None, book: Manuscript, letterhead: Letterhead) -> Iterator[Piece]:
    """Yield the cover, or the head of a letter: one on a letterhead has it in the header already."""
    if not book.is_letter:
        yield from _cover(report, logo, book)
    elif not letterhead.headers:
        yield from kop(report, logo, book)


def _pieces(report: Report, book: Manuscript) -> Iterator[Piece]:
    """Yield the pieces of all sections; those before the first chapter are the front.

    A chapter of wide tables stands on lying sheets with its heading and its words.
    """
    keys = [section.key for section in report.sections]
    front, is_front = set(keys[: first_chapter(report)]), False
    for depth, section in report.walk():
        is_front = section.key in front if depth == 1 else is_front
        is_lying = depth == 1 and is_across(section)
        for piece in section_pieces(section, depth, book):
            yield evolve(piece, is_front=is_front, is_wide=piece.is_wide or is_lying)


@frozen(kw_only=True)
class _Run:
    """Pages of one set-up: cover, front, chapters, a lying sheet."""

    kind: str
    pieces: tuple[Piece, ...]
    begins: bool

    @property
    def is_lying(self) -> bool:
        return bool(self.pieces) and self.pieces[-1].is_wide


def _page_runs(front: Sequence[Piece], pieces: Sequence[Piece], book: Manuscript) -> tuple[_Run, ...]:
    """Return the document by the set-up of its pages."""
    groups = [list(some) for _, some in groupby(pieces, key=lambda one: (one.is_front, one.is_wide))]
    if not book.has_cover or not groups:
        groups = [[*front, *(groups[0] if groups else ())], *groups[1:]]
        kinds = ["body"] * len(groups)
    else:
        kinds = ["cover", *("front" if group[0].is_front else "body" for group in groups)]
        groups = [list(front), *groups]
    return tuple(
        _Run(kind=kind, pieces=tuple(group), begins=kind not in kinds[:at])
        for at, (group, kind) in enumerate(zip(groups, kinds, strict=True))
    )


def _body(
    page_runs: Sequence[_Run], margins: Margins, book: Manuscript, pages: Mapping[str, str]
) -> Iterator[Xml]:
    """Yield paragraphs and tables, and the set-up of their pages."""
    for at, one in enumerate(page_runs):
        properties = set_up(
            book.sheet,
            margins,
            kind=one.kind,
            is_first=at == 0,
            begins=one.begins,
            is_lying=one.is_lying,
        )
        is_last = at == len(page_runs) - 1
        for piece in one.pieces[:-1]:
            yield piece.xml(pages)
        for piece in one.pieces[-1:]:
            yield piece.xml(pages) if is_last else piece.xml(pages, properties)
        if is_last:
            yield properties


def _pages(page_runs: Sequence[_Run], book: Manuscript, styles: bytes) -> dict[str, str]:
    """Return the page of each bookmark; nothing is measured where no list asks for one."""
    if not any(isinstance(piece, Line) and piece.refers_to for one in page_runs for piece in one.pieces):
        return {}
    measure, first = BlockMeasure(cascade=Cascade(styles)), 1 if page_runs[0].kind == "cover" else 0
    return printed_pages((_stretch(one, book, measure) for one in page_runs[first:]), first=1 + first)


def _stretch(one: _Run, book: Manuscript, measure: BlockMeasure) -> Stretch:
    sheet = book.sheet.turned if one.is_lying else book.sheet
    end = w("sectPr")
    marked = [piece.xml({}, end if piece is one.pieces[-1] else NOTHING) for piece in one.pieces]
    elements = fromstring(rooted("w:body", *marked))  # noqa: S314  our own markup
    return Stretch(
        depth=twips(sheet.height) - twips(sheet.top) - twips(sheet.bottom),
        blocks=tuple(measure.blocks(elements, twips(sheet.width) - twips(sheet.left) - twips(sheet.right))),
        is_front=one.kind == "front",
        begins=one.kind == "body" and one.begins,
    )


def _fill(document: Document, book: Manuscript, *, is_ours: bool) -> None:
    report = book.report
    definitions = joined(
        defaults(LANGUAGES[book.lang]),
        character_styles(),
        table_styles(),
        *(style.xml for style in book.styles.values()),
    )
    if is_ours:
        refill(document.styles.element, [definitions])
    else:
        merge_styles(document.styles.element, definitions)
    _fill_numbering(document, book.numbers.ordered)
    set_properties(document, report)
    add_data(document, report)


_LOGO = (50.0, 32.0)


def _cover(report: Report, logo: bytes | None, book: Manuscript) -> Iterator[Line]:
    """Yield the lines of the cover."""
    meta = report.meta
    shown = emblem(logo, book, _LOGO)
    yield from () if shown is None else (shown,)
    yield Line(style="Title", content=run(meta.title))
    for line in report.cover.lines:
        if line != meta.title:
            yield Line(style="Subtitle", content=run(line))
    for mark in meta.marks:
        yield Line(style="CoverMark", content=run(mark))


_BULLETS, _DECIMALS = 0, 1


def _fill_numbering(document: Document, ordered: int) -> None:
    """Write the definitions of ``ordered`` lists, in place of those that a letterhead has."""
    kind = f"{NAMESPACES['r']}/numbering"
    definitions = tuple(_numbering(ordered))
    found = [one.target_part for one in document.part.rels.values() if one.reltype == kind]
    if found:
        refill(root_of(found[0]), definitions)
        return
    from docx.opc.packuri import PackURI  # noqa: PLC0415  an extra
    from docx.opc.part import XmlPart  # noqa: PLC0415  as above

    root = parsed(rooted("w:numbering", *definitions))
    part = XmlPart(PackURI("/word/numbering.xml"), f"{MAIN}.numbering+xml", root, document.part.package)
    document.part.relate_to(part, kind)


def _numbering(ordered: int) -> Iterator[Xml]:
    """Yield the definitions: abstract ones, then one for the bullets and for each of ``ordered`` lists."""
    yield _abstract(_BULLETS, "bullet", "–")
    yield _abstract(_DECIMALS, "decimal", "%1.")
    yield w("num", w("abstractNumId", val=_BULLETS), numId=1)
    for number in range(2, ordered + 2):
        begin = w("lvlOverride", w("startOverride", val=1), ilvl=0)
        yield w("num", w("abstractNumId", val=_DECIMALS), begin, numId=number)


def _abstract(number: int, kind: str, sign: str) -> Xml:
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("lvlText", val=sign),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=397, hanging=397)),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number)
