"""Where a value came from: the place a person can open to mend it."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True, order=True)
class Source:
    """A place in the input (*tempat asal*).

    Attributes:
        file: path relative to the report folder, ``/`` between its parts; "" for rows from memory.
        sheet: sheet of a workbook, else "".
        row: 1-based row as a spreadsheet counts it (the heading is row 1), None for a whole file.
        column: the heading as the clerk typed it, "" for a whole row.
    """

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""

    def at(self, column: str) -> Source:
        """Return the cell of this row under the typed heading ``column``."""
        return Source(file=self.file, sheet=self.sheet, row=self.row, column=column)

    def __str__(self) -> str:
        """Return ``permohonan.csv baris 8``: file and row, as messages name a place."""
        name = f"{self.file}[{self.sheet}]" if self.sheet else self.file
        return name if self.row is None else f"{name} baris {self.row}".strip()
