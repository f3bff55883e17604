"""A table with three horizontal rules: its heading repeats, its rows never split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from ppid_core.report import Table
from ppid_exporters.docx.book import Book
from ppid_exporters.docx.cells import Look, cell_markup, turned_height
from ppid_exporters.docx.heads import Place, placed
from ppid_exporters.docx.letters import lines
from ppid_exporters.docx.markup import NOTHING, Xml, w
from ppid_exporters.docx.matrix import PADDING as MATRIX_PADDING
from ppid_exporters.docx.matrix import ROOM as MATRIX_ROOM
from ppid_exporters.docx.matrix import SIZE as MATRIX_SIZE
from ppid_exporters.docx.matrix import matrix_widths, state_look
from ppid_exporters.docx.pieces import Box
from ppid_exporters.docx.styles import SMALL, border
from ppid_exporters.docx.units import millimetres, twips
from ppid_exporters.docx.widths import PADDING, Need, fits, needs, shared
from ppid_exporters.layout.grid import Cell, Grid, Head
from ppid_exporters.layout.matrix import is_matrix
from ppid_exporters.layout.theme import INK, SECONDARY

SIZE = 9.5
LEADING = 1.22
ROW_PADDING = 1.2
STYLES = {
    (False, False): "TableText",
    (False, True): "TableNumber",
    (True, False): "TableHeadText",
    (True, True): "TableHeadNumber",
}
"""Of a cell, by whether it stands in the total row, and whether it is a number."""

SHORT = 0.4
"""Tables that take less of a page than this stay on one."""

SMALL_SIZE = 8.5
SMALL_ROOM = w("tblCellMar", w("left", w=80, type="dxa"), w("right", w=80, type="dxa"))
ENDS = 2
"""So many rows stay with the heading, and so many with the end of a long table."""


@frozen(kw_only=True)
class Ruled:
    """Sets one table.

    Attributes:
        widths: millimetres of each column.
        is_bare: whether it has no headings: it is set without rules then.
        size: points of its type.
    """

    block: Table
    book: Book
    grid: Grid
    widths: tuple[float, ...]
    is_matrix: bool
    is_bare: bool
    size: float

    @classmethod
    def of(cls, block: Table, book: Book) -> Ruled:
        """Lay out a table."""
        grid, states = Grid.of(block, book.lang), is_matrix(block)
        room = (book.sheet.turned if block.wide else book.sheet).room
        size, some = (MATRIX_SIZE, ()) if states else _chosen(grid, room)
        return cls(
            block=block,
            book=book,
            grid=grid,
            widths=matrix_widths(grid, room) if states else shared(some, room),
            is_matrix=states,
            size=size,
            is_bare=not any(column.title or column.group for column in block.columns),
        )

    @property
    def turned(self) -> float:
        """The height of turned headings, 0 where there are none."""
        return max((turned_height(head, self.size) for row in self.grid.heads for head in row), default=0.0)

    @property
    def room(self) -> Xml:
        """The room inside cells, where it differs from that of the style."""
        if self.is_matrix:
            return MATRIX_ROOM
        return SMALL_ROOM if self.small else NOTHING

    @property
    def small(self) -> str:
        """What the keys of styles end with."""
        return SMALL if self.size == SMALL_SIZE else ""

    def box(self, *, is_followed: bool) -> Box:
        """Return the table."""
        heads = () if self.is_bare else placed(self.grid)
        bodies = [*self.grid.rows, *([self.grid.total] if self.grid.total else [])]
        head, rows = self.turned + sum(map(self._head_height, heads)), tuple(map(self._height, bodies))
        sheet = self.book.sheet.turned if self.block.wide else self.book.sheet
        together = head + sum(rows) < SHORT * sheet.depth
        last = len(bodies) - 1
        kept = [
            (is_followed if at == last else together or at < ENDS or at > last - ENDS)
            for at in range(len(bodies))
        ]
        has_total = bool(self.grid.total)
        written = [
            self._row(
                row, keeps=keeps, is_total=has_total and at == last, is_above_rule=at + 1 + has_total > last
            )
            for at, (row, keeps) in enumerate(zip(bodies, kept, strict=True))
        ]
        return Box(
            content=w("tbl", self._properties(), self._columns(), *self._headings(heads), *written),
            head=head,
            rows=rows,
            is_together=together,
        )

    def _properties(self) -> Xml:
        style = "TableNormal" if self.is_bare else "TabelPPID"
        caption = self.book.caption(self.block)
        return w(
            "tblPr",
            w("tblStyle", val=style),
            w("tblW", w=twips(sum(self.widths)), type="dxa"),
            w("tblLayout", type="fixed"),
            self.room,
            w(
                "tblLook",
                val="0460" if self.grid.total else "0420",
                firstRow=int(not self.is_bare),
                lastRow=int(bool(self.grid.total)),
                firstColumn=0,
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
            w("tblCaption", val=caption.line or self.block.key),
        )

    def _columns(self) -> Xml:
        return w("tblGrid", *(w("gridCol", w=twips(width)) for width in self.widths))

    def _headings(self, heads: Sequence[Sequence[Place]]) -> Iterator[Xml]:
        for at, row in enumerate(heads):
            is_last = at == len(heads) - 1
            tall = (
                w("trHeight", val=twips(self.turned), hRule="exact") if is_last and self.turned else NOTHING
            )
            cells = (self._heading(place, is_last=is_last) for place in row)
            yield w("tr", w("trPr", w("cantSplit"), tall, w("tblHeader")), *cells)

    def _heading(self, place: Place, *, is_last: bool) -> Xml:
        is_end = is_last or place.goes_on
        below = border("bottom", INK, 0.75) if is_end else NOTHING
        merge = NOTHING
        if place.goes_on:
            merge = w("vMerge", val="restart")
        elif place.head is None:
            merge = w("vMerge")
        head = place.head or Head(title="")
        if head.is_band and head.title:
            below = border("bottom", SECONDARY, 0.75)
        look = Look(
            style=self._head_style(head),
            borders=below,
            merge=merge,
            direction="btLr" if head.is_turned else "",
            upright="bottom" if not head.is_turned else "center",
            keeps=True,
            is_tight=self.is_matrix and place.column > 0,
        )
        return cell_markup(head.title, look, self._spanned(place.column, place.columns), place.columns)

    def _head_style(self, head: Head) -> str:
        if head.is_band or head.is_turned:
            return "TableTurned" if head.is_turned else "TableBand"
        return f"TableHead{'Number' if head.is_numeric and not self.is_matrix else 'Text'}{self.small}"

    def _spanned(self, column: int, columns: int) -> float:
        return sum(self.widths[column : column + columns])

    def _row(self, row: Sequence[Cell], *, keeps: bool, is_total: bool, is_above_rule: bool) -> Xml:
        cells, column = [], 0
        for cell in row:
            look = self._look(cell, is_total=is_total, keeps=keeps, is_above_rule=is_above_rule)
            cells.append(cell_markup(cell.text, look, self._spanned(column, cell.span), cell.span))
            column += cell.span
        return w("tr", w("trPr", w("cantSplit")), *cells)

    def _look(self, cell: Cell, *, is_total: bool, keeps: bool, is_above_rule: bool) -> Look:
        if self.is_matrix:
            return state_look(cell, self.book, is_total=is_total, keeps=keeps, is_above_rule=is_above_rule)
        style = "LetterLine" if self.is_bare else STYLES[is_total, cell.is_numeric] + self.small
        return Look(style=style, borders=border("top", INK, 0.75) if is_total else NOTHING, keeps=keeps)

    def _height(self, row: Sequence[Cell]) -> float:
        most, column = 1, 0
        for cell in row:
            room = self._spanned(column, cell.span) - PADDING
            most = max(most, 1 if cell.state else lines(cell.text, self.size, room))
            column += cell.span
        return millimetres(most * self.size * LEADING) + (MATRIX_PADDING if self.is_matrix else ROW_PADDING)

    def _head_height(self, row: Sequence[Place]) -> float:
        upright = [
            lines(
                place.head.title,
                self.size,
                self._spanned(place.column, place.columns) - PADDING,
                is_bold=True,
            )
            for place in row
            if place.head and not place.head.is_turned
        ]
        return millimetres(max(upright, default=0) * self.size * LEADING) + ROW_PADDING


def _chosen(grid: Grid, room: float) -> tuple[float, Sequence[Need]]:
    """Return the size of type and the needs of columns: small where usual type would break a word."""
    tries = ((SIZE, True), (SMALL_SIZE, True), (SMALL_SIZE, False))
    some = [(size, needs(grid, size, whole_dates=whole)) for size, whole in tries]
    return next((pair for pair in some if fits(pair[1], room)), some[-1])
