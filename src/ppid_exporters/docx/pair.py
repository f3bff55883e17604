"""A table and its chart side by side: two cells of a table without rules, which is layout alone.

A floating picture would be read in an order of its own; cells are read from the left to the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from ppid_exporters.chart.pair import GUTTER, Pair
from ppid_exporters.docx.manuscript import Manuscript
from ppid_exporters.docx.markup import NOTHING, Xml, joined, twips, w
from ppid_exporters.docx.pictures import chart
from ppid_exporters.docx.pieces import Box, Line, Piece
from ppid_exporters.docx.tables import table

_SIDES = ("top", "left", "bottom", "right")


def pair_pieces(pair: Pair, book: Manuscript) -> Iterator[Piece]:
    """Yield the two beside each other; they stay on one page."""
    left, right = pair.of_table, book.sheet.room - pair.of_table
    widths = (left, right)
    cells = (
        _cell(_closed(table(pair.table, _narrowed(book, left))), left),
        _cell(chart(pair.chart, _narrowed(book, right - GUTTER), "beside"), right, GUTTER),
    )
    properties = w(
        "tblPr",
        w("tblStyle", val="TableNormal"),
        w("tblW", w=twips(sum(widths)), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in _SIDES)),
        w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    columns = w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths))
    yield Box(content=w("tbl", properties, columns, w("tr", w("trPr", w("cantSplit")), *cells)))
    yield Line(style="AfterTable")


def _closed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces of which the notes ask for no room below: the cell ends there."""
    yield from (
        evolve(one, direct=NOTHING) if isinstance(one, Line) and one.style == "TableNote" else one
        for one in pieces
    )


def _narrowed(book: Manuscript, room: float) -> Manuscript:
    """Return the document as if its sheet had no more room than a cell."""
    return evolve(book, sheet=evolve(book.sheet, width=book.sheet.width - book.sheet.room + room))


def _cell(pieces: Iterable[Piece], wide: float, edge: float = 0.0) -> Xml:
    margins = w("tcMar", w("left", w=twips(edge), type="dxa")) if edge else NOTHING
    content = joined(*(piece.xml({}) for piece in pieces))
    return w("tc", w("tcPr", w("tcW", w=twips(wide), type="dxa"), margins), content)
