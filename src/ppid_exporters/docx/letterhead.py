"""The head of a letter (*kop*): drawn by us, or the Word document of the body that is used for it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from attrs import frozen

from ppid_core.errors import OptionError
from ppid_core.language import Bilingual
from ppid_core.report import Report
from ppid_exporters.docx.cells import TIGHT
from ppid_exporters.docx.inline import run
from ppid_exporters.docx.manuscript import Manuscript
from ppid_exporters.docx.markup import Xml, joined, twips, w
from ppid_exporters.docx.pictures import emblem
from ppid_exporters.docx.pieces import Box, Line, Piece
from ppid_exporters.docx.sheet import PageSetup, Parts

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.rel import Relationships
    from docx.section import Section
    from docx.shared import Length

_ASKING = "w:updateFields | w:attachedTemplate | w:documentProtection | w:trackRevisions"
"""Settings that would ask, lock or track when the report is opened."""

_MODE = './/w:compatSetting[@w:name="compatibilityMode"]'
_WORD_2013 = "15"
"""From this version on, the rules of a table begin where the text does."""

_KEPT = frozenset(
    {"styles", "settings", "numbering", "fontTable", "theme", "footnotes", "endnotes", "customXml"}
)
"""Relationships that stay; what only the text of the letterhead needed goes with it."""


@frozen(kw_only=True)
class Letterhead:
    """What is taken from the letterhead.

    Attributes:
        first_differs: whether its first page has a header of its own.
    """

    sheet: PageSetup
    headers: Parts = ()
    footers: Parts = ()
    first_differs: bool = False


def read_file(path: Path, option: str) -> bytes:
    """Return the bytes of a file that an option names.

    Raises:
        OptionError: it is missing or cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        why = _NOT_FOUND if isinstance(error, FileNotFoundError) else _NOT_READABLE
        raise OptionError(why.fill(option=option, path=path)) from error


def opened(path: Path) -> Document:
    """Return the document of a letterhead.

    Raises:
        OptionError: the file is missing, cannot be read, or is no Word document.
    """
    from docx import Document  # noqa: PLC0415  an extra

    content = read_file(path, "template")
    try:
        return Document(io.BytesIO(content))
    except (BadZipFile, KeyError, NotImplementedError, OSError, SyntaxError, ValueError) as error:
        raise OptionError(_NO_WORD_FILE.fill(path=path)) from error


def taken(document: Document) -> Letterhead:
    """Return what the report takes, and empty the document of the rest."""
    (properties, *_) = document.element.body.xpath(".//w:sectPr") or [None]
    section = document.sections[0]
    found = Letterhead(
        sheet=_sheet(section),
        headers=_parts(properties, "headerReference"),
        footers=_parts(properties, "footerReference"),
        first_differs=section.different_first_page_header_footer,
    )
    _empty(document, found)
    return found


def _sheet(section: Section) -> PageSetup:
    """Return the sheet of a letterhead, upright; what it does not say is as in the report."""
    usual = PageSetup(width=210, height=297)
    sides = sorted((_length(section.page_width, usual.width), _length(section.page_height, usual.height)))
    return PageSetup(
        width=sides[0],
        height=sides[1],
        top=_length(section.top_margin, usual.top),
        right=_length(section.right_margin, usual.right),
        bottom=_length(section.bottom_margin, usual.bottom),
        left=_length(section.left_margin, usual.left),
        header=_length(section.header_distance, usual.header),
        footer=_length(section.footer_distance, usual.footer),
    )


def _length(found: Length | None, usual: float) -> float:
    return usual if found is None else found.mm


def _parts(properties: object, kind: str) -> Parts:
    from docx.oxml.ns import qn  # noqa: PLC0415  an extra
    from docx.oxml.xmlchemy import BaseOxmlElement  # noqa: PLC0415  as above

    if not isinstance(properties, BaseOxmlElement):
        return ()
    found = properties.findall(qn(f"w:{kind}"))
    return tuple((str(one.get(qn("w:type"), "default")), str(one.get(qn("r:id")))) for one in found)


def _empty(document: Document, letterhead: Letterhead) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415  an extra

    for setting in document.settings.element.xpath(_ASKING):
        setting.getparent().remove(setting)
    for mode in document.settings.element.xpath(_MODE):
        mode.set(qn("w:val"), _WORD_2013)
    kept = {relation for _, relation in (*letterhead.headers, *letterhead.footers)}
    _drop(document.part.rels, kept)
    package = document.part.package
    for relation in [one.rId for one in package.rels.values() if one.reltype.endswith("/thumbnail")]:
        del package.rels[relation]


def _drop(relations: Relationships, kept: set[str]) -> None:
    unneeded = [
        one.rId
        for one in relations.values()
        if one.rId not in kept and one.reltype.rpartition("/")[2] not in _KEPT
    ]
    for relation in unneeded:
        del relations[relation]


_NOT_FOUND = Bilingual(
    'Pilihan docx.{option}: berkas "{path}" tidak ditemukan.',
    'The option docx.{option}: there is no file "{path}".',
)
_NOT_READABLE = Bilingual(
    'Pilihan docx.{option}: berkas "{path}" tidak dapat dibaca.',
    'The option docx.{option}: the file "{path}" cannot be read.',
)
_NO_WORD_FILE = Bilingual(
    'Pilihan docx.template: "{path}" bukan dokumen Word (.docx).',
    'The option docx.template: "{path}" is no Word document (.docx).',
)


_LOGO = (28.0, 25.0)
_GAP = 6.0


def kop(report: Report, logo: bytes | None, book: Manuscript) -> Iterator[Piece]:
    """Yield the head of a letter: the lines of its cover, the first one bold, beside the logo."""
    lines = [
        Line(style="LetterWay" if at else "LetterBody", content=run(words))
        for at, words in enumerate(report.cover.lines)
    ]
    shown = emblem(logo, book, _LOGO)
    yield from lines if shown is None else (_beside(shown, lines, book),)
    yield Line(style="LetterRule")


def _beside(logo: Line, lines: list[Line], book: Manuscript) -> Box:
    """Return the lines beside the logo."""
    widths = (_LOGO[0] + _GAP, book.sheet.room - _LOGO[0] - _GAP)
    properties = w(
        "tblPr",
        w("tblStyle", val="TableNormal"),
        w("tblW", w=twips(sum(widths)), type="dxa"),
        w("tblLayout", type="fixed"),
    )
    columns = w("tblGrid", *(w("gridCol", w=twips(wide)) for wide in widths))
    cells = (_cell(some, wide) for some, wide in zip(([logo], lines), widths, strict=True))
    return Box(content=w("tbl", properties, columns, w("tr", *cells)))


def _cell(lines: list[Line], wide: float) -> Xml:
    look = joined(w("tcW", w=twips(wide), type="dxa"), TIGHT, w("vAlign", val="center"))
    return w("tc", w("tcPr", look), *(line.xml({}) for line in lines or [Line(style="LetterWay")]))
