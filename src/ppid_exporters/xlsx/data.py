"""The data of a report as sheets that programs load: headings in row 1, each a table with a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from ppid_core.report import DataColumn, DataPackage, DataTable
from ppid_exporters.layout.character import one_line, printable
from ppid_exporters.layout.table_file import unguard
from ppid_exporters.xlsx.library import Worksheet
from ppid_exporters.xlsx.limits import shortened
from ppid_exporters.xlsx.style import HEADING, Styles
from ppid_exporters.xlsx.value import FIRST_DAY, held

_PREFIX = "data_"
"""Begins the name of each sheet and table, so that none is called as a sheet that is read by people."""
_LONGEST_TEXT = 32_767
_DAY = "yyyy-mm-dd"
_WIDTHS = {"string": 22.0, "date": 12.0}
_OTHER_WIDTH = 14.0
_MOST_ROWS = 1_000_000


def data_sheets(package: DataPackage | None) -> Iterator[tuple[str, DataTable]]:
    """Yield the name of each sheet with its table; a table of more rows than a sheet has is left to CSV."""
    for table in () if package is None else package.tables:
        if table.rows and len(table.rows) <= _MOST_ROWS:
            yield f"{_PREFIX}{table.name}", table


def write_data(sheet: Worksheet, styles: Styles, name: str, table: DataTable) -> None:
    """Write one table: numbers and days as such, all else as text that stays text."""
    headings = [one_line(column.name) for column in table.columns]
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, _WIDTHS.get(column.kind, _OTHER_WIDTH))
        sheet.write_string(0, at, headings[at], styles.of(HEADING))
        for row, cells in enumerate(table.rows, start=1):
            _write(sheet, styles, (row, at), column, cells[at])
    sheet.freeze_panes(1, 0)
    if len({heading.casefold() for heading in headings} - {""}) == len(headings):
        # Excel refuses a table of which two headings are one, whatever their case.
        columns = [{"header": heading, "header_format": styles.of(HEADING)} for heading in headings]
        options = {"name": name, "style": None, "columns": columns}
        sheet.add_table(0, 0, len(table.rows), len(headings) - 1, options)


def _write(sheet: Worksheet, styles: Styles, place: tuple[int, int], column: DataColumn, words: str) -> None:
    figure = _figure(words) if column.kind in {"integer", "number"} else None
    day = _day(words) if column.kind == "date" else None
    if day is not None:
        sheet.write_datetime(*place, day, styles.of({"num_format": _DAY}))
    elif figure is not None:
        sheet.write_number(*place, figure, styles.of({}))
    elif words:
        sheet.write_string(*place, shortened(printable(unguard(words)), _LONGEST_TEXT), styles.of({}))


def _figure(words: str) -> float | None:
    """Return a number as a spreadsheet keeps it, None of one that would lose a digit, and of other words."""
    try:
        return held(Decimal(words.replace(",", ".")))
    except InvalidOperation:
        return None


def _day(words: str) -> date | None:
    """Return a day, None of one before those that all programs count alike, and of other words."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return None
    return day if day >= FIRST_DAY else None
