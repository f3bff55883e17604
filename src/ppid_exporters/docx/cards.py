"""The key figures: a card for each, the number large, with its words below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ppid_core.report import Table
from ppid_exporters.docx.book import Book
from ppid_exporters.docx.cells import TIGHT
from ppid_exporters.docx.inline import run
from ppid_exporters.docx.letters import lines
from ppid_exporters.docx.markup import NOTHING, Xml, joined, w
from ppid_exporters.docx.pieces import Box, Line, Piece
from ppid_exporters.docx.styles import PALE, border, shade
from ppid_exporters.docx.units import millimetres, twips
from ppid_exporters.layout.grid import Cell, Grid

ACROSS = 5
PADDING = 4.0
SPACER = 2.5
EMPTY = w("p", w("pPr", w("pStyle", val="CardWords")))


def cards(block: Table, book: Book) -> Iterator[Piece]:
    """Yield the cards, at most five side by side."""
    rows = Grid.of(block, book.lang).rows
    if not rows:
        return
    across = min(len(rows), ACROSS)
    width = (book.sheet.room - SPACER * (across - 1)) / across
    lots = [rows[at : at + across] for at in range(0, len(rows), across)]
    properties = w(
        "tblPr",
        w("tblStyle", val="TableNormal"),
        w("tblW", w=twips(book.sheet.room), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=100, type="dxa") for side in ("top", "left", "bottom", "right"))),
        w("tblCaption", val=book.caption(block).title or block.key),
    )
    sizes = [*(size for _ in range(across) for size in (width, SPACER))][:-1]
    columns = w("tblGrid", *(w("gridCol", w=twips(size)) for size in sizes))
    name = book.name(block)
    written = [_lot(lot, across, width, book, name if not at else "") for at, lot in enumerate(lots)]
    yield Box(
        content=w("tbl", properties, columns, *written),
        rows=tuple(max(_height(row, width) for row in lot) for lot in lots),
        is_together=True,
    )
    yield Line(style="AfterTable")


def _lot(lot: Sequence[Sequence[Cell]], across: int, width: float, book: Book, name: str) -> Xml:
    some = [_card(row, width, book, name if not at else "") for at, row in enumerate(lot)]
    filled = some + [_cell(width, NOTHING, EMPTY)] * (across - len(lot))
    spaced = [cell for card in filled for cell in (card, _cell(SPACER, TIGHT, EMPTY))][:-1]
    return w("tr", w("trPr", w("cantSplit")), *spaced)


def _card(row: Sequence[Cell], width: float, book: Book, name: str) -> Xml:
    """Return one card: the figure, what it counts, the figure in words; an absent figure tells why."""
    label, figure, *words = row
    kind = "CardAbsent" if figure.plain is None else "CardFigure"
    borders = w("tcBorders", border("top", book.accent, 3))
    return _cell(
        width,
        joined(borders, shade(PALE)),
        _paragraph(kind, book.marked(name, run(figure.text)) if name else run(figure.text)),
        _paragraph("CardLabel", run(label.text)),
        *(_paragraph("CardWords", run(cell.text)) for cell in words if cell.text),
    )


def _cell(width: float, look: Xml, *content: Xml) -> Xml:
    return w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa"), look), *content)


def _paragraph(style: str, content: Xml) -> Xml:
    return w("p", w("pPr", w("pStyle", val=style), w("keepNext")), content)


def _height(row: Sequence[Cell], width: float) -> float:
    label, figure, *words = (cell.text for cell in row)
    room = width - PADDING
    points = 18 * 1.15 * lines(figure, 18, room) + 9 * 1.2 * lines(label, 9, room)
    points += sum(8.5 * 1.25 * lines(some, 8.5, room) + 2 for some in words)
    return millimetres(points) + 3
