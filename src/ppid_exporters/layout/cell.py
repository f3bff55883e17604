"""What a cell holds, apart from its printed characters: the plain figure, and on which side it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Context, Decimal
from enum import StrEnum
from functools import reduce

from ppid_core.language import Lang
from ppid_core.model import Absent, Period
from ppid_core.report import Table, Value, number, text

EXACT = Context(prec=1_000)
"""Adds and shortens figures without rounding, whatever decimal context the program has that calls us."""
_NOTHING = frozenset({"", "-", "–"})
_SIGNS = ("+", "-", "\u2212")
_SIGNED = re.compile(r"[+\-\u2212]?(?:Rp)?\d{1,3}(?:[.,]\d{3})*(?:[.,]\d+)?%?(?: [a-z]+){0,2}")
"""A figure of a column of changes, as it is printed: +8, -21,05%, +Rp1.000,00, 2 hari; no phone."""


def added(figures: Iterable[Decimal]) -> Decimal:
    """Return the sum of figures, exact however long they are."""
    return reduce(EXACT.add, figures, Decimal(0))


def plain(value: Value, lang: Lang = "id") -> str:
    """Return a value as machines read it: plain digits with a decimal point, dates in ISO 8601, else text."""
    figure = number(value)
    if figure is not None:
        digits = f"{figure:f}"
        return digits.rstrip("0").rstrip(".") if "." in digits else digits
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Period) else text(value, lang)


def is_text(value: Value) -> bool:
    """Tell whether a value is words, typed or of the glossary: what may begin with any sign."""
    return isinstance(value, str | Absent)


def is_numeric(table: Table, index: int) -> bool:
    """Tell whether a column holds numbers, some of which may be absent: it is set to the right then.

    So is one of changes: their signs make them texts, yet they stand beside the figures that changed; and one
    of toned shares, whatever words stand among them.
    """
    cells = [row[index] for row in table.rows]
    if table.columns[index].toned or _are_changes(cells):
        return True
    counts = table.columns[index].summed or any(number(cell) is not None for cell in cells)
    return counts and all(map(_may_stand_among_numbers, cells))


def naming_column(table: Table) -> int:
    """Return the index of the column that names the rows: the first one that holds no numbers."""
    return next((i for i in range(len(table.columns)) if not is_numeric(table, i)), 0)


def _are_changes(cells: Iterable[Value]) -> bool:
    """Tell whether all words among cells are figures, of which some have a sign or each is 0, unchanged.

    Members of lists are no words.
    """
    known = [cell for cell in cells if not isinstance(cell, Absent) and cell not in _NOTHING]
    words = [cell for cell in known if isinstance(cell, str) and not isinstance(cell, StrEnum)]
    is_all = len(words) == len(known) and all(map(_SIGNED.fullmatch, words))
    is_unchanged = bool(words) and all(cell == "0" for cell in words)
    return is_all and (is_unchanged or any(cell.startswith(_SIGNS) for cell in words))


def _may_stand_among_numbers(cell: Value) -> bool:
    if isinstance(cell, StrEnum | date | Period):
        return False
    return not isinstance(cell, str) or cell in _NOTHING
