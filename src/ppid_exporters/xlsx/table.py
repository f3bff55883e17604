"""A table as a sheet: headings in row 4, content from row 5, notes below."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from ppid_core.language import Lang
from ppid_core.model import CellState
from ppid_core.report import Ratio, Table, Value, number, text
from ppid_exporters.layout.cell import added, is_numeric, naming_column
from ppid_exporters.layout.character import one_line, printable
from ppid_exporters.layout.matrix import SIGNS, is_blank, is_matrix, states
from ppid_exporters.layout.tone import tone_of
from ppid_exporters.xlsx import wording
from ppid_exporters.xlsx.cells import Cells, TextLines, letters
from ppid_exporters.xlsx.library import Options, Worksheet
from ppid_exporters.xlsx.style import (
    BAND,
    BODY,
    CAPTION,
    CENTRED,
    HEADING,
    LEFT,
    LINK,
    NOTE,
    SHARE_SHADE,
    TOTAL,
    TURNED,
    WRAPPED,
    Styles,
)
from ppid_exporters.xlsx.value import CellValue, entry, held
from ppid_exporters.xlsx.width import INSET, SLENDER, bands, heading_height, height, natural

_BACK, TITLE, BANDS, HEADS, FIRST = range(5)
"""The rows of a sheet, from the top: where the content begins does not change, so programs can rely on it."""

_MOST_FROZEN = 45.0
_ROW, _POINTS_OF_A_DIGIT = 15.0, 5.25
"""Points of a row that nobody set, and of a digit by which columns are measured."""
_FEW_COLUMNS = 4


class TableSheet:
    """A sheet that is being filled with one table.

    Attributes:
        row: the first row that is still free.
        copies: how many columns beside the table hold figures for charts.
        points: the height of each row that is set.
        lines: writes text across the columns, below the table too.
    """

    def __init__(self, sheet: Worksheet, styles: Styles, table: Table, lang: Lang) -> None:
        """Write the table: first what it holds, which tells how wide its columns are."""
        self.sheet, self.styles, self.table, self.lang = sheet, styles, table, lang
        self.cells = Cells(sheet, styles, len(table.columns), lang)
        self.is_matrix = is_matrix(table)
        self.shares = frozenset(_shares(table)) if self.is_matrix else frozenset()
        self.numeric = tuple(is_numeric(table, at) for at in range(len(table.columns)))
        self.row, self.copies = FIRST, 0
        self.points: dict[int, float] = {}
        self._rows()
        self._total()
        self.widths = natural(table.columns, self.cells.longest, self.numeric)
        self.lines = TextLines(sheet, self.cells, styles, self.widths)

    def finish(self, caption: str, contents: str) -> None:
        """Write what stands around the table, with a link to the sheet named ``contents``."""
        for at, width in enumerate(self.widths):
            self.sheet.set_column(at, at, width)
        look = self.styles.of(WRAPPED, self.styles.accented(LINK))
        self.sheet.write_url(_BACK, 0, link(contents), look, wording.BACK(self.lang))
        self.lines.write(TITLE, caption, self.styles.accented(CAPTION))
        self._bands()
        self._headings()
        self._heights()
        self._working()
        self._notes()

    def _rows(self) -> None:
        for row in self.table.rows:
            blank = self.is_matrix and is_blank(row)
            for at, value in enumerate(row):
                self.cells.put(self.row, at, *self._cell(at, value, blank=blank))
            self.row += 1

    def _cell(self, at: int, value: Value, *, blank: bool) -> tuple[CellValue, Options]:
        """Return content and look; the share of a blank row is *tanpa isian*, never 0."""
        if isinstance(value, CellState):
            return CellValue(content=SIGNS[value], printed=SIGNS[value]), {**BODY, **self.styles.state(value)}
        shown = CellState.NOT_REPORTED if blank and at in self.shares else value
        tone = None if self.is_matrix else tone_of(self.table, at, value)
        look = {} if tone is None else self.styles.tone(tone)
        return entry(shown, self.lang, in_matrix=self.is_matrix), {**BODY, **self._side(at), **look}

    def _total(self) -> None:
        for at, value in enumerate(self.table.total or ()):
            said = entry(value, self.lang)
            look = {**TOTAL, **self._side(at, is_number=bool(said.shape))}
            if _is_sum(self.table, at):
                self.cells.sum(self.row, at, (FIRST, self.row - 1), said, look)
            else:
                self.cells.put(self.row, at, said, look)
        self.row += self.table.total is not None

    def _side(self, at: int, *, is_number: bool = False) -> Options:
        """Return on which side a column stands: numbers at the right, text set off from numbers before it."""
        if self.table.columns[at].turned:
            return CENTRED
        if self.numeric[at] or is_number:
            return INSET
        return LEFT if at else {}

    def _bands(self) -> None:
        """Write the headings over several columns."""
        needed = 0.0
        for title, first, last in bands(self.table.columns):
            look = self.styles.accented(BAND)
            if last > first:
                self.sheet.merge_range(BANDS, first, BANDS, last, "", self.styles.of(WRAPPED, look))
            self.cells.text(BANDS, first, printable(title), look)
            needed = max(needed, height(title, sum(self.widths[first : last + 1])))
        if needed:
            self._set_height(BANDS, needed)

    def _headings(self) -> None:
        for at, column in enumerate(self.table.columns):
            look = {**(TURNED if column.turned else HEADING), **self._side(at)}
            self.cells.text(HEADS, at, printable(column.title), self.styles.accented(look))
        self._set_height(HEADS, heading_height(self.table.columns, self.widths, self.numeric))

    def _heights(self) -> None:
        """Make rows high enough: not every program does so by itself."""
        needed: dict[int, float] = {}
        for row, at, words in self.cells.wrapping:
            room = (self.widths[at] - 1) * SLENDER
            if len(words) > room or "\n" in words:
                needed[row] = max(needed.get(row, 0), height(words, room))
        for row, points in needed.items():
            self._set_height(row, points)

    def _set_height(self, row: int, points: float) -> None:
        self.sheet.set_row(row, points)
        self.points[row] = points

    def pages(self, page: tuple[float, float]) -> int:
        """Return on how many pages the rows are printed, headings on each, where the sheet is as wide as one.

        Args:
            page: points that a page is wide and high, margins excluded.
        """
        wide, high = page
        room = high * max(self.lines.wide * _POINTS_OF_A_DIGIT / wide, 1.0)
        head, last = self._high(BANDS, HEADS), FIRST + len(self.table.rows)
        return max(ceil(self._high(FIRST, last) / max(room - head, _ROW)), 1)

    def _high(self, first: int, last: int) -> float:
        return sum(self.points.get(row, _ROW) for row in range(first, last + 1))

    def _working(self) -> None:
        """Freeze headings, offer filters, shade shares, keep false alarms away."""
        last, columns = FIRST + len(self.table.rows) - 1, len(self.table.columns)
        self.sheet.hide_gridlines(2)
        self.sheet.freeze_panes(FIRST, self._frozen())
        if last < FIRST or not columns:
            return
        self.sheet.autofilter(HEADS, 0, last, columns - 1)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:{letters(columns - 1)}{self.row}"})
        for at in sorted(self.shares):
            self.sheet.conditional_format(FIRST, at, last, at, SHARE_SHADE)

    def _frozen(self) -> int:
        """Return how many columns stay in sight: up to the names of the rows, where those leave room."""
        named = naming_column(self.table) + 1
        has_room = sum(self.widths[:named]) <= _MOST_FROZEN
        return named if len(self.table.columns) > _FEW_COLUMNS and has_room else 0

    def _notes(self) -> None:
        self.row += 1
        for note in self._said():
            self.lines.write(self.row, note, NOTE)
            self.row += 1

    def _said(self) -> Iterator[str]:
        if self.is_matrix:
            signs = "; ".join(f"{SIGNS[state]} {text(state, self.lang)}" for state in self._states())
            yield f"{wording.SIGNS(self.lang)}: {signs}."
        yield from map(one_line, self.table.notes)
        if self.cells.has_long_numbers:
            yield wording.LONG_NUMBERS(self.lang)
        # What does not fit into a note either is continued once more: the list grows while it is read.
        for cell, rest in self.cells.continued:
            yield wording.CONTINUATION(self.lang).format(number=cell, text=rest)

    def _states(self) -> Iterator[CellState]:
        """Yield the states that need a key; a blank row has the one of *tanpa isian*."""
        used = set(states(self.table))
        if any(map(is_blank, self.table.rows)):
            used.add(CellState.NOT_REPORTED)
        yield from (state for state in CellState if state in used)


def link(sheet: str) -> str:
    """Return the address of the first cell of a sheet of the same workbook."""
    quoted = sheet.replace("'", "''")
    return f"internal:'{quoted}'!A1"


def _shares(table: Table) -> Iterator[int]:
    for at in range(len(table.columns)):
        if any(isinstance(row[at], Ratio) for row in table.rows):
            yield at


def _is_sum(table: Table, at: int) -> bool:
    """Tell whether adding the cells of a column, as a spreadsheet does, gives its total exactly.

    Text is not added: what is absent, and figures of more digits than a spreadsheet keeps.
    """
    if table.total is None or not table.columns[at].summed or not table.rows:
        return False
    values = [row[at] for row in table.rows]
    figures = [figure for figure in map(number, values) if figure is not None and held(figure) is not None]
    whole = number(table.total[at])
    is_plain = not any(isinstance(value, Ratio) for value in values)
    return is_plain and whole is not None and held(whole) is not None and added(figures) == whole
