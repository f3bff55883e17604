"""Lines of text over several columns: captions and notes, as wide as can be read and as high as needed."""

from __future__ import annotations

from collections.abc import Sequence

from ppid_exporters.xlsx.cells import Cells
from ppid_exporters.xlsx.library import Options, Worksheet
from ppid_exporters.xlsx.style import FONT, Styles
from ppid_exporters.xlsx.width import height

READABLE = 90.0
"""Digits of a line of text across columns: also the width of an upright page."""

SPARE_COLUMN = 9.14
"""The width of a column that nobody set."""

POINTS = 1.35
"""Height of a line, of the size of its letters."""


class Lines:
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
        last, width = self.reach(min(len(words) * scale + 2, READABLE))
        if last:
            self._sheet.merge_range(row, 0, row, last, "", self._styles.of(look))
        self._cells.text(row, 0, words, look)
        self._sheet.set_row(row, height(words, width / scale, size * POINTS))

    def reach(self, needed: float) -> tuple[int, float]:
        """Return the last column that ``needed`` digits reach, and the width up to its end."""
        at, width = 0, self._width(0)
        while width < needed:
            at += 1
            width += self._width(at)
        self.last = max(self.last, at)
        return at, width

    def _width(self, at: int) -> float:
        return self._widths[at] if at < len(self._widths) else SPARE_COLUMN
