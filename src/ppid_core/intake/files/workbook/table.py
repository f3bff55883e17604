"""From a sheet of a workbook to the table that a clerk typed: texts, joined cells, days, the column NO."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import islice, pairwise

from attrs import field, frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.heading import accepted
from ppid_core.intake import tables
from ppid_core.intake.cells import CellError
from ppid_core.intake.cells.no_day import serial_day
from ppid_core.intake.files.workbook import fault
from ppid_core.intake.files.workbook.book import TypedSheet
from ppid_core.intake.files.workbook.cell import Value, month_of, typed
from ppid_core.intake.files.workbook.fault import formula_failed, not_computed
from ppid_core.intake.files.workbook.marks import MOST_CELLS, At, Merge, SheetMarks
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.line_kind import LineKind
from ppid_core.intake.rows.label import is_total_label, period_label
from ppid_core.intake.rows.titles import Titles, find_cross_titles, find_titles
from ppid_core.intake.rows.under import RUNNING_CELL, Under
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import Translation, known_headings, table_headings
from ppid_core.intake.tables.spec import RUNNING_NUMBER
from ppid_core.source import Source
from ppid_core.writing import format_date

_DAYS, _MONTH = ("tanggal", "berlaku_"), "bulan"
"""How the names of columns of days begin, and the name of a column of months."""
_TIMES = frozenset({"buka", "tutup", "istirahat_mulai", "istirahat_selesai"})


@frozen(kw_only=True)
class Tabling:
    """The reading of one sheet as a table.

    Attributes:
        place: the sheet in its workbook.
        table: the table that its name says.
        is_from_1904: whether day 0 of the workbook is 1 January 1904.
        foreign: what *peta* says of headings that are not ours.
        is_crossed: whether it may be a table of joint counts, whose corner says what stands in it.
    """

    place: Source
    table: str
    is_from_1904: bool
    ledger: Ledger
    foreign: Sequence[Translation] = ()
    is_crossed: bool = False

    def read(self, sheet: TypedSheet) -> Sheet | None:
        """Return the table; None where the sheet has no heading, which is told."""
        texts, names = _Texts.of(sheet), self._accepted()
        is_matrix = self.table == tables.MATRIX
        found = find_cross_titles(texts.rows, sheet.marks.merges) if self.is_crossed else None
        found = found or find_titles(texts.rows, sheet.marks.merges, names, is_matrix=is_matrix)
        if found is None:
            self.ledger.refuse(self.place, fault.no_heading(self.table))
            self.ledger.lose_table(self.table, self.place)
            return None
        fault.note_above(self.ledger, self.place, texts.rows[: found.first], self._meanings())
        columns = {
            at: names[spelling(title)] for at, title in enumerate(found.titles) if spelling(title) in names
        }
        self._carry_down(texts, sheet, found, columns)
        apart = self._pass_over(texts, found)
        self._read_days(texts, sheet, found, columns)
        return Sheet(
            file=self.place.file,
            sheet=self.place.sheet,
            heading=self._titles(texts, found, names),
            heading_row=found.last + 1,
            rows=texts.rows[found.last + 1 :],
            faults={(row + 1, column): told for (row, column), told in texts.faults.items()},
            apart=apart,
            sums=frozenset((row + 1, column) for row, column in sheet.marks.sums if row > found.last),
        )

    def _meanings(self) -> frozenset[str]:
        """Return what a workbook of ours says above each heading."""
        return frozenset(heading.meaning for heading in table_headings()[self.table].headings)

    def _accepted(self) -> Mapping[str, str]:
        """Return the column for each heading that is accepted, foreign ones too."""
        lines = (line for line in self.foreign if line.heading and line.table in {"", self.table})
        own = accepted(table_headings()[self.table].headings)
        return own | {line.heading: line.column for line in lines if line.column in own.values()}

    def _carry_down(
        self, texts: _Texts, sheet: TypedSheet, found: Titles, columns: Mapping[int, str]
    ) -> None:
        merges, first = sheet.marks.merges, found.last + 1
        for (row, column), text in _carried_down(texts.rows, merges, first, self._summed(columns)).items():
            texts.rows[row][column] = text

    def _summed(self, columns: Mapping[int, str]) -> frozenset[int]:
        """Return the positions of columns that are added up."""
        specs = (spec for spec in tables.TABLES if spec.name == self.table)
        summed = {column.name for spec in specs for column in spec.columns if column.total is not None}
        return frozenset(at for at, name in columns.items() if name in summed)

    def _pass_over(self, texts: _Texts, found: Titles) -> Mapping[int, LineKind]:
        """Clear the rows that are no data, and return what they are, as a spreadsheet counts them."""
        first = found.last + 1
        running = _running_columns(found.titles)
        passed = Under(rows=texts.rows[first:], titles=found.titles, running=running).passed()
        for at in passed:
            texts.rows[first + at] = []
        return {first + at + 1: kind for at, kind in passed.items()}

    def _titles(self, texts: _Texts, found: Titles, names: Mapping[str, str]) -> tuple[str, ...]:
        """Return the heading without columns that only count the rows, which are left out."""
        numbering = _leave_out_running(texts.rows[found.last + 1 :], found.titles, names)
        for title in numbering.renamed:
            fault.note_register_number(self.ledger, self.place.at(title))
        return numbering.titles

    def _read_days(self, texts: _Texts, sheet: TypedSheet, found: Titles, columns: Mapping[int, str]) -> None:
        first = found.last + 1
        for column, name in columns.items():
            if name == _MONTH:
                _read_months(texts.rows, sheet.rows, column, first)
            elif name in _TIMES:
                _read_times(texts.rows, sheet.rows, column, first)
            elif name.startswith(_DAYS):
                told = _read_serials(texts.rows, column, first, is_from_1904=self.is_from_1904)
                if told is not None:
                    fault.note_serial(self.ledger, self.place.at(found.titles[column]), *told)


def is_cross_sheet(sheet: TypedSheet) -> bool:
    """Tell whether a sheet is a table of joint counts: its first lines say so."""
    return find_cross_titles(_Texts.of(sheet).rows, sheet.marks.merges) is not None


def heading_of(sheet: TypedSheet, foreign: Sequence[Translation] = ()) -> tuple[str, ...]:
    """Return the titles of a sheet of which nobody knows yet which table it is.

    The heading is the line, or the lines, of which the tables of ours know most.
    """
    texts = _Texts.of(sheet)
    found = find_titles(texts.rows, sheet.marks.merges, known_headings(foreign), is_matrix=False)
    filled = next((row for row in texts.rows if any(map(str.strip, row))), [])
    return tuple(filled) if found is None else found.titles


_NOT_COMPUTED = "(rumus)"


@frozen(kw_only=True)
class _Texts:
    """A sheet as texts, which are changed while it is read.

    Attributes:
        rows: the texts of each row from row 1, each from column A; all rows are of one width.
        faults: what is wrong with a cell before anyone reads it.
    """

    rows: list[list[str]] = field(repr=False)
    faults: dict[At, CellError]

    @classmethod
    def of(cls, sheet: TypedSheet) -> _Texts:
        """Return the texts of all cells."""
        marks = sheet.marks
        width = max(marks.width, *(len(row) for row in sheet.rows), 0)
        texts = cls(rows=[], faults={})
        texts.rows.extend(texts._row(at, values, width, marks) for at, values in enumerate(sheet.rows))
        texts.rows.extend([""] * width for _ in range(marks.height - len(texts.rows)))
        for at, error in marks.errors.items():
            texts._refuse(at, error, formula_failed(error))
        for at in marks.uncomputed:
            texts._refuse(at, _NOT_COMPUTED, not_computed())
        return texts

    def _row(self, row: int, values: Sequence[Value], width: int, marks: SheetMarks) -> list[str]:
        """Return the texts of one row; words of ASCII are what they are."""
        texts = [
            value
            if type(value) is str and value.isascii() and "\r" not in value
            else self._text((row, column), value, marks)
            for column, value in enumerate(values)
        ]
        return texts + [""] * (width - len(texts))

    def _text(self, at: At, value: Value, marks: SheetMarks) -> str:
        try:
            return typed(value, is_percent=at in marks.percents)
        except CellError as error:
            self.faults[at] = error
            return str(value)

    def _refuse(self, at: At, text: str, error: CellError) -> None:
        self.rows[at[0]][at[1]], self.faults[at] = text, error


def _carried_down(
    rows: Sequence[Sequence[str]], merges: Sequence[Merge], first: int, summed: frozenset[int]
) -> Mapping[At, str]:
    """Return the text for each cell that is joined to one above it.

    A row in which nothing of its own is typed is no row: where all cells are joined, a record only stands on
    two lines. A joined count stays where it is: carried down it would be counted twice.

    Args:
        rows: the texts of the sheet.
        merges: cells joined into one.
        first: the first row under the heading, from 0.
        summed: positions of columns that are added up.
    """
    joined = (
        (row, begin)
        for begin, end in merges
        if first <= begin[0] < len(rows) and begin[1] not in summed and begin[1] < len(rows[begin[0]])
        for row in range(begin[0] + 1, min(end[0] + 1, len(rows)))
    )
    return {
        (row, begin[1]): rows[begin[0]][begin[1]]
        for row, begin in islice(joined, MOST_CELLS)
        if rows[begin[0]][begin[1]].strip() and any(cell.strip() for cell in rows[row])
    }


_REGISTER_NUMBER = "nomor"


@frozen(kw_only=True)
class _Numbering:
    """What a column NO turned out to be.

    Attributes:
        titles: the heading without the columns that only count.
        renamed: titles that are read as *nomor*, because what stands under them does not count.
    """

    titles: tuple[str, ...]
    renamed: tuple[str, ...]


def _running_columns(titles: Sequence[str]) -> frozenset[int]:
    """Return the positions of columns called NO."""
    return frozenset(at for at, title in enumerate(titles) if spelling(title) in RUNNING_NUMBER)


def _leave_out_running(
    rows: Sequence[list[str]], titles: Sequence[str], columns: Mapping[str, str]
) -> _Numbering:
    """Take the columns that only count out of the rows; words in them (JUMLAH, NIHIL) move one column on.

    A column called NO that the table knows stays: entries of a list are called by it.

    Args:
        rows: the texts under the heading, which are changed.
        titles: what each column is called.
        columns: the column for each accepted spelling.
    """
    kept, renamed = list(titles), []
    known = {columns.get(spelling(title)) for title in titles}
    for column in sorted(at for at in _running_columns(titles) if columns.get(spelling(titles[at])) is None):
        figures = [text for row in rows if row and _has_figures(text := row[column].strip())]
        are_whole = all(map(RUNNING_CELL.fullmatch, figures))
        if are_whole and _counts(figures):
            kept[column] = ""
            _move_words(rows, column, next((at for at, title in enumerate(kept) if title), column))
        elif not are_whole and _REGISTER_NUMBER in columns.values() and _REGISTER_NUMBER not in known:
            kept[column] = _REGISTER_NUMBER
            known.add(_REGISTER_NUMBER)
            renamed.append(titles[column])
    return _Numbering(titles=tuple(kept), renamed=tuple(renamed))


def _has_figures(text: str) -> bool:
    """Tell whether a cell may hold a number: *Jumlah 2023* and *Triwulan 1* hold none."""
    return any(map(str.isdigit, text)) and not is_total_label(text) and period_label(text) is None


def _counts(figures: Sequence[str]) -> bool:
    """Tell whether whole numbers go up by one, or begin again."""
    numbers = [int(figure.rstrip(".)")) for figure in figures]
    return all(after in {before + 1, 1} for before, after in pairwise(numbers))


def _move_words(rows: Sequence[list[str]], column: int, onto: int) -> None:
    for row in rows:
        if row:
            text, row[column] = row[column].strip(), ""
            if text and not RUNNING_CELL.fullmatch(text) and onto != column and not row[onto].strip():
                row[onto] = text


_SECONDS = 24 * 60 * 60

_Rows = Sequence[list[str]]


def _read_serials(rows: _Rows, column: int, first: int, *, is_from_1904: bool) -> tuple[str, str] | None:
    """Write the days that stand as bare numbers in a column of days, as people write days.

    Args:
        rows: the texts of the sheet, which are changed.
        column: its position.
        first: the first row under the heading, from 0.
        is_from_1904: whether day 0 is 1 January 1904.

    Returns:
        The first such number, and the day that it was read as; None where there is none.
    """
    told: tuple[str, str] | None = None
    for cells in rows[first:]:
        text = cells[column].strip() if cells else ""
        day = serial_day(text, is_from_1904=is_from_1904)
        if day is not None:
            cells[column] = format_date(day)
            told = told or (text, cells[column])
    return told


def _read_times(rows: _Rows, values: Sequence[Sequence[Value]], column: int, first: int) -> None:
    """Write the times that stand as parts of a day in a column of times: 0.375 is nine o'clock."""
    for cells, row in zip(rows[first:], values[first:], strict=False):
        value = row[column] if cells and column < len(row) else ""
        if isinstance(value, float) and 0 < value < 1:
            cells[column] = typed(timedelta(seconds=round(value * _SECONDS)))


def _read_months(rows: _Rows, values: Sequence[Sequence[Value]], column: int, first: int) -> None:
    """Write the months that stand as their first day in a column of months."""
    for cells, row in zip(rows[first:], values[first:], strict=False):
        month = month_of(row[column]) if cells and column < len(row) else None
        if month is not None:
            cells[column] = month
