"""The head of a letter (*kop*), drawn by us where no template has one."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.report import Report
from ppid_exporters.docx.cells import TIGHT
from ppid_exporters.docx.inline import run
from ppid_exporters.docx.manuscript import Manuscript
from ppid_exporters.docx.markup import Xml, joined, twips, w
from ppid_exporters.docx.pictures import emblem
from ppid_exporters.docx.pieces import Box, Line, Piece

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
