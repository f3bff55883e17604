"""Tables: caption above, notes below; key figures as cards; everything else in ruled columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from attrs import evolve, frozen

from ppid_core.report import Table
from ppid_exporters.docx.cells import TIGHT, Look, cell_markup, turned_height
from ppid_exporters.docx.inline import held, language, run, said
from ppid_exporters.docx.manuscript import Manuscript
from ppid_exporters.docx.markup import NOTHING, Xml, joined, millimetres, twips, w
from ppid_exporters.docx.matrix import PADDING as MATRIX_PADDING
from ppid_exporters.docx.matrix import ROOM as MATRIX_ROOM
from ppid_exporters.docx.matrix import key_line, state_look, toned
from ppid_exporters.docx.pieces import Box, Line, Piece, caption_line
from ppid_exporters.docx.styles import PALE, border, shade
from ppid_exporters.docx.stylesheet import KEY_FIGURE
from ppid_exporters.docx.widths import OF_LETTER, OF_MATRIX, TYPES, Type
from ppid_exporters.layout.caption import KEY_FIGURES
from ppid_exporters.layout.columns import chosen, lines, longest_word, of_lines, of_states, shared
from ppid_exporters.layout.grid import Cell, Grid, Head, PlacedHead, is_bare
from ppid_exporters.layout.matrix import is_matrix
from ppid_exporters.layout.theme import INK, SECONDARY


def table(block: Table, book: Manuscript) -> Iterator[Piece]:
    """Yield caption, table and notes."""
    if block.key == KEY_FIGURES:
        yield from _cards(block, book)
        return
    after = tuple(_after(block, book))
    yield from (evolve(piece, is_wide=block.wide) for piece in _table(block, book, after))


def _table(block: Table, book: Manuscript, after: tuple[Line, ...]) -> Iterator[Piece]:
    caption = book.caption(block)
    if caption.title:
        yield caption_line(block, book)
    yield _Ruled.of(block, book).box(is_followed=bool(after))
    yield from after or (Line(style="AfterTable"),)


def _after(block: Table, book: Manuscript) -> Iterator[Line]:
    """Yield what stands below: the key of a matrix, the notes; the last one with room after it."""
    some = [
        *key_line(block, book),
        *(Line(style="TableNote", content=said(note, book.lang)) for note in block.notes),
    ]
    yield from (evolve(line, keeps=True) for line in some[:-1])
    yield from (evolve(line, direct=w("spacing", after=240)) for line in some[-1:])


_LEADING = 1.1
_ROW_PADDING = 1.0
_STYLES = {
    (False, False): "TableText",
    (False, True): "TableNumber",
    (True, False): "TableHeadText",
    (True, True): "TableHeadNumber",
}
"""Of a cell, by whether it stands in the total row, and whether it is a number."""

_SHORT = 0.5
"""Tables that take less of a page than this stay on one."""

_ENDS = 2
"""So many rows stay with the heading, and so many with the end of a long table."""


@frozen(kw_only=True)
class _Ruled:
    """Sets one table.

    Attributes:
        widths: millimetres of each column.
        kind: how large it is set.
        is_bare: whether it has no headings: it is set without rules then.
        holds_dates: whether dates stay on one line.
    """

    block: Table
    book: Manuscript
    grid: Grid
    widths: tuple[float, ...]
    kind: Type
    is_matrix: bool = False
    is_bare: bool = False
    holds_dates: bool = True

    @classmethod
    def of(cls, block: Table, book: Manuscript) -> _Ruled:
        """Lay out a table."""
        grid, room = Grid.of(block, book.lang), (book.sheet.turned if block.wide else book.sheet).room
        start = partial(cls, block=block, book=book, grid=grid)
        if is_matrix(block):
            return start(widths=of_states(grid, room), kind=OF_MATRIX, is_matrix=True)
        if is_bare(block):
            return start(widths=of_lines(grid, OF_LETTER, room), kind=OF_LETTER, is_bare=True)
        kind, some, is_held = chosen(grid, room, TYPES)
        return start(widths=shared(some, kind, room), kind=kind, holds_dates=is_held)

    @property
    def turned(self) -> float:
        """The height of turned headings, 0 where there are none."""
        heads = (head for row in self.grid.heads for head in row)
        return max((turned_height(head, self.kind.size) for head in heads), default=0.0)

    def box(self, *, is_followed: bool) -> Box:
        """Return the table."""
        heads = () if self.is_bare else self.grid.placed
        bodies = [*self.grid.rows, *([self.grid.total] if self.grid.total else [])]
        head, rows = self.turned + sum(map(self._head_height, heads)), tuple(map(self._height, bodies))
        sheet = self.book.sheet.turned if self.block.wide else self.book.sheet
        together = head + sum(rows) < _SHORT * sheet.depth
        last = len(bodies) - 1
        kept = [
            (is_followed if at == last else together or at < _ENDS or at > last - _ENDS)
            for at in range(len(bodies))
        ]
        has_total = bool(self.grid.total)
        columns = w("tblGrid", *(w("gridCol", w=twips(width)) for width in self.widths))
        written = [
            self._row(
                row, keeps=keeps, is_total=has_total and at == last, is_above_rule=at + 1 + has_total > last
            )
            for at, (row, keeps) in enumerate(zip(bodies, kept, strict=True))
        ]
        return Box(content=w("tbl", self._properties(), columns, *self._headings(heads), *written))

    def _properties(self) -> Xml:
        style = "TableNormal" if self.is_bare else "TabelPPID"
        caption = self.book.caption(self.block)
        return w(
            "tblPr",
            w("tblStyle", val=style),
            w("tblW", w=twips(sum(self.widths)), type="dxa"),
            w("tblLayout", type="fixed"),
            MATRIX_ROOM if self.is_matrix else self.kind.margins,
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

    def _headings(self, heads: Sequence[Sequence[PlacedHead]]) -> Iterator[Xml]:
        for at, row in enumerate(heads):
            is_last = at == len(heads) - 1
            tall = (
                w("trHeight", val=twips(self.turned), hRule="exact") if is_last and self.turned else NOTHING
            )
            cells = (self._heading(place, is_last=is_last) for place in row)
            yield w("tr", w("trPr", w("cantSplit"), tall, w("tblHeader")), *cells)

    def _heading(self, place: PlacedHead, *, is_last: bool) -> Xml:
        is_end = is_last or place.goes_on
        below = border("bottom", INK, 0.75) if is_end else NOTHING
        merge = NOTHING
        if place.goes_on:
            merge = w("vMerge", val="restart")
        elif place.is_below:
            merge = w("vMerge")
        head = place.head
        if head.is_band and head.title:
            below = border("bottom", SECONDARY, 0.75)
        look = Look(
            style=self._head_style(head),
            borders=below,
            merge=merge,
            direction="btLr" if head.is_turned else "",
            upright="bottom" if not head.is_turned else "center",
            keeps=True,
            letters=language(head.lang),
            is_tight=self.is_matrix and place.column > 0,
        )
        return cell_markup(head.title, look, self._spanned(place.column, place.columns), place.columns)

    def _head_style(self, head: Head) -> str:
        if head.is_band or head.is_turned:
            return "TableTurned" if head.is_turned else "TableBand"
        return f"TableHead{'Number' if head.is_numeric and not self.is_matrix else 'Text'}{self.kind.key}"

    def _spanned(self, column: int, columns: int) -> float:
        return sum(self.widths[column : column + columns])

    def _row(self, row: Sequence[Cell], *, keeps: bool, is_total: bool, is_above_rule: bool) -> Xml:
        cells, column = [], 0
        for cell in row:
            look = self._look(cell, is_total=is_total, keeps=keeps, is_above_rule=is_above_rule)
            if cell.lang is not None:
                look = evolve(look, letters=(*look.letters, *language(cell.lang)))
            elif cell.parts:
                words = (run(self._held(one.words), *look.letters, *language(one.lang)) for one in cell.parts)
                look = evolve(look, content=joined(*words))
            cells.append(cell_markup(self._words(cell), look, self._spanned(column, cell.span), cell.span))
            column += cell.span
        return w("tr", w("trPr", w("cantSplit")), *cells)

    def _words(self, cell: Cell) -> str:
        return self._held(cell.text)

    def _held(self, words: str) -> str:
        return held(words) if self.holds_dates else words

    def _look(self, cell: Cell, *, is_total: bool, keeps: bool, is_above_rule: bool) -> Look:
        if self.is_matrix:
            return state_look(cell, self.book, is_total=is_total, keeps=keeps, is_above_rule=is_above_rule)
        style = "LetterLine" if self.is_bare else _STYLES[is_total, cell.is_numeric] + self.kind.key
        borders = border("top", INK, 0.75) if is_total else NOTHING
        look = Look(style=style, borders=borders, keeps=keeps)
        return look if cell.tone is None else toned(look, cell.tone, self.book, is_above_rule=is_above_rule)

    def _height(self, row: Sequence[Cell]) -> float:
        most, column = 1, 0
        for cell in row:
            room = self._spanned(column, cell.span) - self.kind.padding
            most = max(most, 1 if cell.state else lines(self._words(cell), self.kind.size, room))
            column += cell.span
        padding = MATRIX_PADDING if self.is_matrix else _ROW_PADDING
        return millimetres(most * self.kind.size * _LEADING) + padding

    def _head_height(self, row: Sequence[PlacedHead]) -> float:
        upright = [
            lines(
                place.head.title,
                self.kind.size,
                self._spanned(place.column, place.columns) - self.kind.padding,
                is_bold=True,
            )
            for place in row
            if not place.is_below and not place.head.is_turned
        ]
        return millimetres(max(upright, default=0) * self.kind.size * _LEADING) + _ROW_PADDING


_ACROSS = 5
_SPACER = 2.5
_MARGIN = 2.0
"""Millimetres left and right within a card, and somewhat more for letters of other widths."""
_EMPTY = w("p", w("pPr", w("pStyle", val="CardWords")))


def _cards(block: Table, book: Manuscript) -> Iterator[Piece]:
    """Yield the cards, at most five side by side."""
    rows = Grid.of(block, book.lang).rows
    if not rows:
        return
    across = min(len(rows), _ACROSS)
    width = (book.sheet.room - _SPACER * (across - 1)) / across
    lots = [rows[at : at + across] for at in range(0, len(rows), across)]
    properties = w(
        "tblPr",
        w("tblStyle", val="TableNormal"),
        w("tblW", w=twips(book.sheet.room), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=100, type="dxa") for side in ("top", "left", "bottom", "right"))),
        w("tblCaption", val=book.caption(block).title or block.key),
    )
    sizes = [*(size for _ in range(across) for size in (width, _SPACER))][:-1]
    columns = w("tblGrid", *(w("gridCol", w=twips(size)) for size in sizes))
    name = book.name(block)
    written = [_lot(lot, across, width, book, name if not at else "") for at, lot in enumerate(lots)]
    yield Box(content=w("tbl", properties, columns, *written))
    yield Line(style="AfterTable")


def _lot(lot: Sequence[Sequence[Cell]], across: int, width: float, book: Manuscript, name: str) -> Xml:
    some = [_card(row, width, book, name if not at else "") for at, row in enumerate(lot)]
    filled = some + [_cell(width, NOTHING, _EMPTY)] * (across - len(lot))
    spaced = [cell for card in filled for cell in (card, _cell(_SPACER, TIGHT, _EMPTY))][:-1]
    return w("tr", w("trPr", w("cantSplit")), *spaced)


def _card(row: Sequence[Cell], width: float, book: Manuscript, name: str) -> Xml:
    """Return one card: the figure, what it counts, the figure in words; an absent figure tells why."""
    label, figure, *words = row
    kind = "CardAbsent" if figure.plain is None else "CardFigure"
    borders = w("tcBorders", border("top", book.accent, 3))
    shown = run(figure.text, *(_smaller(figure.text, width) if figure.plain is not None else ()))
    return _cell(
        width,
        joined(borders, shade(PALE)),
        _paragraph(kind, book.marked(name, shown) if name else shown),
        _paragraph("CardLabel", run(label.text)),
        *(_paragraph("CardWords", run(cell.text)) for cell in words if cell.text),
    )


def _smaller(figure: str, width: float) -> tuple[Xml, ...]:
    """Return the size of a figure that is too long for its card: broken, it would read as another."""
    room, wished = width - 2 * _MARGIN, longest_word(figure, KEY_FIGURE, is_bold=True)
    return () if wished <= room else (w("sz", val=int(2 * KEY_FIGURE * room / wished)),)


def _cell(width: float, look: Xml, *content: Xml) -> Xml:
    return w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa"), look), *content)


def _paragraph(style: str, content: Xml) -> Xml:
    return w("p", w("pPr", w("pStyle", val=style), w("keepNext")), content)
