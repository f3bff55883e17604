"""Writes cells, and remembers what their columns and notes must make room for."""

from __future__ import annotations

from datetime import date

from ppid_core.language import Lang
from ppid_exporters.xlsx.library import Options, Worksheet
from ppid_exporters.xlsx.naming import length, split
from ppid_exporters.xlsx.style import QUOTED, WRAPPED, Styles
from ppid_exporters.xlsx.value import Entry
from ppid_exporters.xlsx.width import NARROWEST, extent
from ppid_exporters.xlsx.wording import CONTINUED

LONGEST_TEXT = 32_000
"""UTF-16 units of a cell; Excel takes 32,767, and some are needed to say where the text goes on."""

FORMULA = ("=", "+", "-", "@", "\t")


class Cells:
    """The cells of a sheet.

    Attributes:
        longest: width of the longest line of each column of the table.
        continued: the rest of texts that are too long for a cell, numbered.
        wrapping: texts that may need several lines, with row and column.
        has_long_numbers: whether a figure was written as text, for the number of its digits.
    """

    def __init__(self, sheet: Worksheet, styles: Styles, columns: int, lang: Lang) -> None:
        """Begin with nothing written."""
        self.longest = [0.0] * columns
        self.continued: list[tuple[int, str]] = []
        self.has_long_numbers = False
        self.wrapping: list[tuple[int, int, str]] = []
        self._sheet, self._styles, self._lang = sheet, styles, lang

    def put(self, row: int, at: int, entry: Entry, look: Options) -> None:
        """Write a cell of the table: typed, with its number format."""
        self._measure(at, entry)
        if isinstance(entry.content, str):
            if len(entry.content) > NARROWEST or "\n" in entry.content:
                self.wrapping.append((row, at, entry.content))
            self.text(row, at, entry.content, look)
            return
        shaped = self._styles.of(look, {"num_format": entry.shape})
        if isinstance(entry.content, date):
            self._sheet.write_datetime(row, at, entry.content, shaped)
        else:
            self._sheet.write_number(row, at, entry.content, shaped)

    def sum(self, row: int, at: int, rows: tuple[int, int], entry: Entry, look: Options) -> None:
        """Write the sum of cells above as a formula that already knows its figure."""
        self._measure(at, entry)
        name, (first, last) = letters(at), rows
        shaped = self._styles.of(look, {"num_format": entry.shape})
        known = entry.content if isinstance(entry.content, int | float) else 0
        self._sheet.write_formula(row, at, f"=SUM({name}{first + 1}:{name}{last + 1})", shaped, known)

    def text(self, row: int, at: int, words: str, look: Options) -> None:
        """Write text that stays text; what a cell cannot hold is kept for below the table."""
        quoted = QUOTED if words.startswith(FORMULA) else {}
        shaped = self._styles.of(WRAPPED, look, quoted)
        if words:
            self._sheet.write_string(row, at, self._fitting(words), shaped)
        else:
            self._sheet.write_blank(row, at, None, shaped)

    def _fitting(self, words: str) -> str:
        if length(words) <= LONGEST_TEXT:
            return words
        head, rest = split(words, LONGEST_TEXT)
        number = len(self.continued) + 1
        self.continued.append((number, rest))
        return f"{head} {CONTINUED.fill(number=number)(self._lang)}"

    def _measure(self, at: int, entry: Entry) -> None:
        self.has_long_numbers = self.has_long_numbers or entry.is_too_long
        self.longest[at] = max(self.longest[at], *map(extent, entry.printed.split("\n")))


def letters(at: int) -> str:
    """Return the name of a column, counted from 0: A, Z, AA."""
    name, left = "", at + 1
    while left:
        left, letter = divmod(left - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
