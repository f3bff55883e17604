"""Formulas that sum cells above: ``SUM(C2:C31)``, ``SUBTOTAL(9,C2:C31)``, ``C7+C14``, ``COUNTA(A2:A31)``."""

from __future__ import annotations

import re

from attrs import frozen

from ppid_core.intake.files.workbook.marks import At

_LETTERS = 26
_LONGEST = 2000
_SUMMING = re.compile(r"(?:SUM|SUBTOTAL|AGGREGATE|COUNT|COUNTA)\(", re.IGNORECASE)
_COUNTING = re.compile(r"COUNTA?\(", re.IGNORECASE)
_RANGE = re.compile(
    r"\[?\.?\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\.?\$?([A-Z]{1,3})\$?([0-9]{1,7}))?\]?", re.IGNORECASE
)
_REST = re.compile(r"[0-9;,+() ]*")
"""What may stand around the cells: the number of a function, signs between them."""
_FEWEST = 2
"""Without the name of a function one cell is only repeated, not summed."""


@frozen(kw_only=True)
class Sum:
    """A formula that sums cells of one column above it.

    Attributes:
        rows: how many rows above the formula the first and the last of its cells stand.
    """

    rows: tuple[int, int]

    def fits(self, at: At) -> bool:
        """Tell whether the same formula, copied to another cell, would still sum cells of the sheet."""
        return at[0] >= self.rows[0]


def read_sum(text: str, at: At) -> Sum | None:
    """Return what a formula in a cell sums, None where it is no sum of cells above.

    Args:
        text: the formula, with or without ``=``.
        at: row and column of its cell, from 0.
    """
    if len(text) > _LONGEST:
        return None
    formula = text.removeprefix("of:").removeprefix("=").strip()
    rows, cells = list[int](), 0
    for match in _RANGE.finditer(formula):
        first, last = _cell(match[1], match[2]), _cell(match[3] or match[1], match[4] or match[2])
        is_own = first[1] == last[1] and (first[1] == at[1] or _COUNTING.match(formula))
        if not is_own or max(first[0], last[0]) >= at[0]:
            return None
        rows += [at[0] - first[0], at[0] - last[0]]
        cells += abs(last[0] - first[0]) + 1
    rest = _RANGE.sub("", _SUMMING.sub("(", formula))
    fewest = 1 if _SUMMING.search(formula) else _FEWEST
    if cells < fewest or not _REST.fullmatch(rest):
        return None
    return Sum(rows=(max(rows), min(rows)))


def _cell(letters: str, row: str) -> At:
    column = 0
    for letter in letters.upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(row) - 1, column - 1
