"""One sheet for a register as the law prints it: titles over several columns and rows, columns to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ppid_core.glossary.heading import TableHeadings
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.files.form.pen import Pen, Worksheet
from ppid_core.intake.files.form.sheet import check_column, lay_out_page, write_meanings, write_rows
from ppid_core.intake.tables.printed_form import FormColumn, PrintedForm

_TOP = 2
"""The first row of the head, from 0: the title and the meaning of each heading stand above."""
_NARROW, _HIGH = 14, 34
"""The width of a column to tick, and the height of a line of the head."""
_Span = tuple[int, int, int, int]
"""First row, first column, last row and last column, from 0."""


def write_form(
    sheet: Worksheet, pen: Pen, table: TableHeadings, form: PrintedForm, rows: Sequence[Cells]
) -> None:
    """Write one register in the layout of its form."""
    columns, cells = form.filled(rows)
    known = {heading.name: heading for heading in table.headings}
    headings = [known[column.name] for column in columns]
    first = _TOP + max(len(column.titles) for column in columns)
    write_meanings(sheet, pen, table, headings)
    sheet.write_string(0, 0, form.told, pen.formats["title"])
    for span, title in _titles(columns, first):
        _write_title(sheet, pen, span, title)
    for row in range(_TOP, first):
        sheet.set_row(row, _HIGH)
    for at, heading in enumerate(headings):
        check_column(sheet, pen, table.name, heading, at, first=first)
        if heading.is_ticked:
            sheet.set_column(at, at, _NARROW)
    write_rows(sheet, pen, table.name, [column.name for column in columns], cells, first=first)
    lay_out_page(sheet, first)


def _titles(columns: Sequence[FormColumn], first: int) -> Iterator[tuple[_Span, str]]:
    """Yield each title with the cells that it spans: the columns under it, and down to the next title."""
    for level in range(first - _TOP):
        numbered = enumerate(columns)
        for titles, some in groupby(numbered, key=lambda one: one[1].titles[: level + 1]):
            places = [at for at, _ in some]
            if len(titles) > level:
                is_lowest = len(columns[places[0]].titles) == level + 1
                last = first - 1 if is_lowest else _TOP + level
                yield (_TOP + level, places[0], last, places[-1]), titles[level]


def _write_title(sheet: Worksheet, pen: Pen, span: _Span, title: str) -> None:
    if span[:2] == span[2:]:
        sheet.write_string(*span[:2], title, pen.formats["printed"])
    else:
        sheet.merge_range(*span, title, pen.formats["printed"])
