"""Days, months and times as a spreadsheet keeps them: numbers, first days, parts of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from ppid_core.intake.workbook.cell import Value, month_of, serial_day, typed
from ppid_core.writing import format_date

_SECONDS = 24 * 60 * 60

Rows = Sequence[list[str]]


def read_serials(rows: Rows, column: int, first: int, *, is_from_1904: bool) -> tuple[str, str] | None:
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


def read_times(rows: Rows, values: Sequence[Sequence[Value]], column: int, first: int) -> None:
    """Write the times that stand as parts of a day in a column of times: 0.375 is nine o'clock."""
    for cells, row in zip(rows[first:], values[first:], strict=False):
        value = row[column] if cells and column < len(row) else ""
        if isinstance(value, float) and 0 < value < 1:
            cells[column] = typed(timedelta(seconds=round(value * _SECONDS)))


def read_months(rows: Rows, values: Sequence[Sequence[Value]], column: int, first: int) -> None:
    """Write the months that stand as their first day in a column of months."""
    for cells, row in zip(rows[first:], values[first:], strict=False):
        month = month_of(row[column]) if cells and column < len(row) else None
        if month is not None:
            cells[column] = month
