"""Writes the document: its cover, its pieces, the numbering of its lists, its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import fromstring

from attrs import evolve, frozen

from ppid_core.errors import OptionError
from ppid_core.report import Report, Theme
from ppid_exporters.docx.adoption import (
    ListKinds,
    adopted,
    free_kind,
    gives_styles,
    list_kind,
    list_kinds,
    merged,
    with_keys,
    with_lists,
)
from ppid_exporters.docx.blocks import section_pieces
from ppid_exporters.docx.cascade import Cascade
from ppid_exporters.docx.inline import LANGUAGES, run
from ppid_exporters.docx.letterhead import kop
from ppid_exporters.docx.manuscript import Manuscript, RunningNumbers, bookmark_names
from ppid_exporters.docx.markup import NOTHING, Xml, joined, rooted, twips, w
from ppid_exporters.docx.measure import KNOWN_FONTS
from ppid_exporters.docx.package import DOCUMENT, MAIN, WordFile, add_settings, blank
from ppid_exporters.docx.page_block import BlockMeasure
from ppid_exporters.docx.pages import margins_of
from ppid_exporters.docx.pictures import emblem
from ppid_exporters.docx.pieces import Line, Piece, with_headings
from ppid_exporters.docx.press import ABOVE, Paging, Stretch, printed_pages
from ppid_exporters.docx.properties import add_data, add_properties
from ppid_exporters.docx.sheet import Margins, PageSetup, set_up
from ppid_exporters.docx.stylesheet import character_styles, defaults, styles, table_styles
from ppid_exporters.docx.template import (
    STYLE_MISSING,
    Letterhead,
    fill_slots,
    opened,
    read_file,
    taken,
    with_edges,
)
from ppid_exporters.layout.caption import Captions, anchor, first_annex, first_chapter
from ppid_exporters.layout.matrix import is_across
from ppid_exporters.layout.part import parted
from ppid_exporters.layout.theme import accent, paper


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


@frozen(kw_only=True)
class Written:
    """A document, and the fonts of its template whose widths we do not know."""

    content: bytes
    unknown_fonts: tuple[str, ...] = ()


def written(report: Report, chosen: Chosen) -> Written:
    """Return the file of ``report``.

    Raises:
        ModuleNotFoundError: a package of the extra is not installed.
        OptionError: for a template or a logo that cannot be read, and for what a template lacks.
        UnknownNameError: for a paper that is neither A4 nor F4.
    """
    file, letterhead = _begun(report, chosen)
    lists = _lists_of(file) if letterhead.gives_styles else ListKinds()
    book = _book(report, file, letterhead.sheet, chosen.theme, lists)
    logo = read_file(chosen.logo, "logo") if chosen.logo else report.cover.logo
    front = tuple(_front(report, logo, book, letterhead))
    pieces = with_headings(list(_pieces(book.report, book)))
    margins = margins_of(file, letterhead, report.meta, book.sheet)
    page_runs = _page_runs(front, pieces, book)
    _add_styles(file, letterhead, page_runs, book, chosen)
    cascade = Cascade(file.parts[file.related(DOCUMENT, "styles")])
    paging = _paging(page_runs, book, cascade)
    text = rooted("w:document", w("body", *_body(page_runs, margins, book, paging)))
    file.add(DOCUMENT, f"{MAIN}.document.main+xml", text)
    _add_lists(file, lists, book)
    add_settings(file, *letterhead.flags)
    add_properties(file, report)
    add_data(file, report)
    unknown = cascade.fonts() - KNOWN_FONTS if paging.pages else frozenset()
    return Written(content=file.kept().packed(), unknown_fonts=tuple(sorted(unknown)))


def _begun(report: Report, chosen: Chosen) -> tuple[WordFile, Letterhead]:
    """Return the file that is filled, and what its template gives."""
    ours = PageSetup.of(paper(chosen.theme))
    if chosen.template is None:
        return blank(), Letterhead(sheet=ours)
    file = opened(chosen.template)
    is_whole = gives_styles(file.parts[file.related(DOCUMENT, "styles")])
    letterhead = taken(file, gives_styles=is_whole)
    fill_slots(file, letterhead, report.meta, chosen.template)
    letterhead = evolve(letterhead, sheet=ours) if chosen.has_paper else letterhead
    return file, with_edges(file, letterhead) if is_whole else letterhead


def _book(report: Report, file: WordFile, sheet: PageSetup, theme: Theme, lists: ListKinds) -> Manuscript:
    numbers = RunningNumbers(
        bullets=lists.bullets or lists.first, first=lists.first + (lists.bullets is None)
    )
    cut = parted(report, sheet.turned.room)
    return Manuscript(
        report=cut,
        accent=accent(theme).colour,
        sheet=sheet,
        captions=Captions.of(report),
        names=bookmark_names(cut),
        embed=file.embed,
        numbers=numbers,
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


def _body(page_runs: Sequence[_Run], margins: Margins, book: Manuscript, paging: Paging) -> Iterator[Xml]:
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
        pieces, pages = [_followed(piece, paging) for piece in one.pieces], paging.pages
        for piece in pieces[:-1]:
            yield piece.xml(pages)
        for piece in pieces[-1:]:
            yield piece.xml(pages) if is_last else piece.xml(pages, properties)
        if is_last:
            yield properties


def _followed(piece: Piece, paging: Paging) -> Piece:
    """Return a piece; the heading of a chapter that follows on does not begin a page."""
    if not (isinstance(piece, Line) and piece.anchor in paging.following):
        return piece
    return evolve(piece, direct=joined(w("pageBreakBefore", val=0), w("spacing", before=ABOVE)))


def _paging(page_runs: Sequence[_Run], book: Manuscript, cascade: Cascade) -> Paging:
    """Return the page of each bookmark; nothing is measured where no list asks for one."""
    if not any(isinstance(piece, Line) and piece.refers_to for one in page_runs for piece in one.pieces):
        return Paging()
    measure, first = BlockMeasure(cascade=cascade), 1 if page_runs[0].kind == "cover" else 0
    annex = first_annex(book.report)
    apart = frozenset() if annex is None else frozenset({book.names[anchor(annex)]})
    stretches = (_stretch(one, book, measure) for one in page_runs[first:])
    return printed_pages(stretches, first=1 + first, apart=apart)


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


_USED = re.compile(r'<w:(?:pStyle|rStyle) w:val="([^"]*)"')


def _add_styles(
    file: WordFile, letterhead: Letterhead, page_runs: Sequence[_Run], book: Manuscript, chosen: Chosen
) -> None:
    """Write the styles: ours, ours into those of a letterhead, or those of a template that has them all.

    Raises:
        OptionError: for styles that the report uses and the template lacks; they are named.
    """
    language = LANGUAGES[book.lang]
    name = file.related(DOCUMENT, "styles")
    made = styles(book.accent, book.sheet.room, is_brief=book.report.meta.form == "brief")
    definitions = joined(character_styles(), table_styles(), *(style.xml for style in made.values()))
    if chosen.template is None:
        file.parts[name] = rooted("w:styles", defaults(language), definitions)
        return
    if not letterhead.gives_styles:
        file.parts[name] = merged(file.parts[name], definitions, language)
        return
    found = adopted(file.parts[name], definitions, language, twips(book.sheet.room))
    marked = "".join(piece.xml({}) for one in page_runs for piece in one.pieces)
    lacking = [found.missing[key] for key in dict.fromkeys(_USED.findall(marked)) if key in found.missing]
    if lacking:
        raise OptionError(
            STYLE_MISSING.fill(path=chosen.template, styles=", ".join(f'"{one}"' for one in lacking))
        )
    file.parts[name] = found.content
    for part in [
        part for part in file.parts if re.fullmatch(r"word/(header|footer|numbering)\d*\.xml", part)
    ]:
        file.parts[part] = with_keys(file.parts[part], found.renamed)


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


def _lists_of(file: WordFile) -> ListKinds:
    numbering = file.parts.get(file.related(DOCUMENT, "numbering"), rooted("w:numbering"))
    return list_kinds(numbering, file.parts[file.related(DOCUMENT, "styles")])


def _add_lists(file: WordFile, lists: ListKinds, book: Manuscript) -> None:
    """Write the lists of the document: of the kinds that a template has, else of ours."""
    name = file.related(DOCUMENT, "numbering")
    is_kept = lists.first > 1 and name in file.parts
    numbering = file.parts[name] if is_kept else rooted("w:numbering")
    free = free_kind(numbering)
    bullets, decimals = free, free + 1 if lists.decimals is None else lists.decimals
    abstract = [
        *([list_kind(bullets, "bullet", "–")] if lists.bullets is None else []),
        *([list_kind(decimals, "decimal", "%1.")] if lists.decimals is None else []),
    ]
    begin = w("lvlOverride", w("startOverride", val=1), ilvl=0)
    ordered = range(book.numbers.first, book.numbers.first + book.numbers.ordered)
    numbers = [
        *(
            [w("num", w("abstractNumId", val=bullets), numId=book.numbers.bullets)]
            if lists.bullets is None
            else []
        ),
        *(w("num", w("abstractNumId", val=decimals), begin, numId=number) for number in ordered),
    ]
    content = (
        with_lists(numbering, abstract, numbers) if is_kept else rooted("w:numbering", *abstract, *numbers)
    )
    file.relate(
        DOCUMENT, file.add(name or "word/numbering.xml", f"{MAIN}.numbering+xml", content), "numbering"
    )
