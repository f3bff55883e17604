"""A table as it was typed: a heading and rows of text, wherever it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from ppid_core.intake.cells import CellError
from ppid_core.source import Source

FIRST_ROW = 2
"""The heading is row 1."""


@frozen(kw_only=True)
class Sheet:
    """One table as typed.

    Attributes:
        file: path relative to the folder; the table's name for rows from memory.
        sheet: sheet of a workbook, else "".
        heading: the headings as typed.
        rows: the cells of each row under the heading, blank rows included.
        faults: what is wrong with a whole row (position None) or one cell before anyone reads it,
            by row as a spreadsheet counts it.
    """

    file: str
    sheet: str = ""
    heading: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    faults: Mapping[tuple[int, int | None], CellError] = field(factory=dict)

    def source(self, row: int) -> Source:
        """Return the place of one row."""
        return Source(file=self.file, sheet=self.sheet, row=row)
