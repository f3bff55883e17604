"""Where a value came from: the place a person can open to mend it."""

from __future__ import annotations

from attrs import frozen

from ppid_core.language import Bilingual

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
"""Endings of files whose sheets a person opens by their names."""
_LETTERS = 26


def column_letters(position: int) -> str:
    """Return the letters by which a spreadsheet names a column: ``A`` for 0, ``AA`` for 26."""
    before, letter = divmod(position, _LETTERS)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + letter)


@frozen(kw_only=True, order=True)
class Source:
    """A place in the input (*tempat asal*).

    >>> from ppid_core import Source
    >>> place = Source(file="permohonan.csv", row=5, column="keputusan")
    >>> print(place)
    permohonan.csv baris 5
    >>> print(place.told.en)
    permohonan.csv row 5

    Attributes:
        file: path relative to the report folder, ``/`` between its parts; "" for rows from memory.
        sheet: sheet of a workbook, else "".
        row: 1-based row as a spreadsheet counts it (the heading is row 1), None for a whole file.
        column: the heading as the clerk typed it, "" for a whole row.
        cell: the cell of a workbook, ``C7``; "" elsewhere.
        key: the caller's own key of a row from memory, "" where none was given.
    """

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    cell: str = ""
    key: str = ""

    @property
    def is_in_workbook(self) -> bool:
        """Whether the place is on a sheet that a person can open."""
        return bool(self.sheet) and self.file.casefold().endswith(WORKBOOKS)

    @property
    def whole_column(self) -> Source:
        """The column that a cell stands in."""
        return Source(file=self.file, sheet=self.sheet, column=self.column)

    def at(self, column: str, position: int | None = None) -> Source:
        """Return the cell of this row under the typed heading ``column``.

        Args:
            column: the heading; "" where there is none.
            position: place of the column from 0, which names the cell of a workbook.
        """
        named = position is not None and self.row is not None and self.is_in_workbook
        cell = f"{column_letters(position or 0)}{self.row}" if named else ""
        return Source(file=self.file, sheet=self.sheet, row=self.row, column=column, cell=cell, key=self.key)

    @property
    def told(self) -> Bilingual:
        """The place in words: ``permohonan.csv baris 8``, or ``buku.xlsx lembar "Permohonan" sel C8``."""
        template = _FILE if not self.sheet else _SHEET if self.is_in_workbook else _PART
        place = _CELL if self.cell else _BARE if self.row is None else _ROW
        name = template.fill(file=self.file, sheet=self.sheet)
        text = place.fill(name=name, cell=self.cell, row=self.row)
        return Bilingual(text.id.strip(), text.en.strip())

    def __str__(self) -> str:
        """Return the place in Indonesian."""
        return self.told.id


_FILE, _PART = Bilingual.both("{file}"), Bilingual.both("{file}[{sheet}]")
_SHEET = Bilingual('{file} lembar "{sheet}"', '{file} sheet "{sheet}"')
_BARE = Bilingual.both("{name}")
_ROW = Bilingual("{name} baris {row}", "{name} row {row}")
_CELL = Bilingual("{name} sel {cell}", "{name} cell {cell}")
