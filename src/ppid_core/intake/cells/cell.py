"""Values as cells: each reads back, by the reader of its column, to the value it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from ppid_core.glossary import label
from ppid_core.intake.cells.text import UNREAD, is_unrecorded
from ppid_core.model import AgencyRef, Coded, Period
from ppid_core.writing import month_name

Member = TypeVar("Member", bound=StrEnum)

Cell = str | int | Decimal | date | time | None
"""What a cell holds; a member of the glossary's lists is text, None a blank cell."""
Cells = Mapping[str, Cell]
"""One row by canonical heading."""

_RUN_AS_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def words(text: str) -> str:
    """Return text that no spreadsheet runs as a formula: an apostrophe keeps it, and reading drops it."""
    return f"'{text}" if _RUN_AS_FORMULA.match(text) else text


def several(texts: Iterable[str]) -> str:
    """Return texts in one cell; one that would say that nothing is recorded is followed by a bar."""
    text = "|".join(texts)
    return words(f"{text}|" if is_unrecorded(text) else text)


def term(value: Coded[Member] | None) -> str:
    """Return the words of an open list as typed, the label where none were."""
    if value is None:
        return ""
    return words(value.typed) if value.typed else label(value.slug)


def counted(count: int | None, in_words: str | None) -> Cell:
    """Return a count, with the words beside it."""
    return count if in_words is None else f"{count} ({in_words})"


def agency(ref: AgencyRef | None) -> str:
    """Return the name of an agency as typed."""
    return "" if ref is None else words(ref.typed)


def yes_or_no(value: bool | None) -> str:  # noqa: FBT001  it is the value
    """Return *ya* or *tidak*, "" where nothing is known."""
    return "" if value is None else "ya" if value else "tidak"


def marked(cells: Cells, unread: Iterable[str], fields: Mapping[str, str]) -> Cells:
    """Return a row with a mark in each cell that could not be read; it is read back as unread.

    Args:
        cells: the row.
        unread: the fields that could not be read.
        fields: the field of each column; of several that share one, the first blank one is marked.
    """
    marks: dict[str, str] = {}
    for name in unread:
        own = [column for column in fields if fields[column] == name and column in cells]
        blank = [column for column in own if cells[column] in (None, "")]
        marks |= dict.fromkeys((blank or own)[:1], UNREAD)
    return {**cells, **marks}


def marked_at(cells: Cells, columns: Iterable[str]) -> Cells:
    """Return a row with the mark in those of its cells that could not be read."""
    return {**cells, **{column: UNREAD for column in columns if column in cells}}


def received(period: Period | None, expected_year: int) -> dict[str, Cell]:
    """Return when something came in: the day, else the month, with its year where another is expected."""
    if period is None or period.month is None:
        return {"tanggal": None, "bulan": None}
    if period.day is not None:
        return {"tanggal": period.exact, "bulan": None}
    return {"tanggal": None, "bulan": month(period, expected_year)}


def month(period: Period | None, expected_year: int) -> str:
    """Return a month by name, in figures with its year where another is expected."""
    if period is None or period.month is None:
        return ""
    return month_name(period.month) if period.year == expected_year else str(period)
