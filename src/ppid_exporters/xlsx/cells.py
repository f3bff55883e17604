"""Writes cells, and lines of text across them; remembers what columns and notes must make room for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ppid_core.language import Lang
from ppid_exporters.xlsx.library import Options, Worksheet
from ppid_exporters.xlsx.limits import length, split
from ppid_exporters.xlsx.style import FONT, QUOTED, WRAPPED, Styles
from ppid_exporters.xlsx.value import CellValue
from ppid_exporters.xlsx.width import NARROWEST, extent, height
from ppid_exporters.xlsx.wording import CONTINUED

_LONGEST_TEXT = 32_000
"""UTF-16 units of a cell; Excel takes 32,767, and some are needed to say where the text goes on."""

_FORMULA = ("=", "+", "-", "@", "\t")


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

    def put(self, row: int, at: int, entry: CellValue, look: Options) -> None:
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

    def sum(self, row: int, at: int, rows: tuple[int, int], entry: CellValue, look: Options) -> None:
        """Write the sum of cells above as a formula that already knows its figure."""
        self._measure(at, entry)
        name, (first, last) = letters(at), rows
        shaped = self._styles.of(look, {"num_format": entry.shape})
        known = entry.content if isinstance(entry.content, int | float) else 0
        self._sheet.write_formula(row, at, f"=SUM({name}{first + 1}:{name}{last + 1})", shaped, known)

    def text(self, row: int, at: int, words: str, look: Options) -> None:
        """Write text that stays text; what a cell cannot hold is kept for below the table."""
        quoted = QUOTED if words.startswith(_FORMULA) else {}
        shaped = self._styles.of(WRAPPED, look, quoted)
        if words:
            self._sheet.write_string(row, at, self._fitting(words), shaped)
        else:
            self._sheet.write_blank(row, at, None, shaped)

    def _fitting(self, words: str) -> str:
        if length(words) <= _LONGEST_TEXT:
            return words
        head, rest = split(words, _LONGEST_TEXT)
        number = len(self.continued) + 1
        self.continued.append((number, rest))
        return f"{head} {CONTINUED.fill(number=number)(self._lang)}"

    def _measure(self, at: int, entry: CellValue) -> None:
        self.has_long_numbers = self.has_long_numbers or entry.is_too_long
        self.longest[at] = max(self.longest[at], *map(extent, entry.printed.split("\n")))


def letters(at: int) -> str:
    """Return the name of a column, counted from 0: A, Z, AA."""
    name, left = "", at + 1
    while left:
        left, letter = divmod(left - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


_READABLE = 90.0
"""Digits of a line of text across columns: also the width of an upright page."""

_SPARE_COLUMN = 9.14
"""The width of a column that nobody set."""

_POINTS = 1.35
"""Height of a line, of the size of its letters."""


class TextLines:
    """Writes lines across the columns of a sheet.

    Attributes:
        last: the last column that any line needed.
    """

    def __init__(self, sheet: Worksheet, cells: Cells, styles: Styles, widths: Sequence[float]) -> None:
        """Take the sheet with the widths of its columns."""
        self.last = max(len(widths) - 1, 0)
        self._sheet, self._cells, self._styles, self._widths = sheet, cells, styles, widths

    def write(self, row: int, words: str, look: Options) -> None:
        """Write one line."""
        size = float(str(look.get("font_size", FONT["font_size"])))
        scale = size / float(str(FONT["font_size"]))
        last, width = self.reach(min(len(words) * scale + 2, _READABLE))
        if last:
            self._sheet.merge_range(row, 0, row, last, "", self._styles.of(look))
        self._cells.text(row, 0, words, look)
        self._sheet.set_row(row, height(words, width / scale, size * _POINTS))

    def reach(self, needed: float) -> tuple[int, float]:
        """Return the last column that ``needed`` digits reach, and the width up to its end."""
        at, width = 0, self._width(0)
        while width < needed:
            at += 1
            width += self._width(at)
        self.last = max(self.last, at)
        return at, width

    @property
    def wide(self) -> float:
        """Digits from the first column to the last that any line needed."""
        return sum(self._width(at) for at in range(self.last + 1))

    def _width(self, at: int) -> float:
        return self._widths[at] if at < len(self._widths) else _SPARE_COLUMN
