"""A table as it was typed: a heading and rows of text, wherever it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from ppid_core.intake.cells import CellError
from ppid_core.intake.line_kind import LineKind
from ppid_core.language import Bilingual
from ppid_core.source import Source
from ppid_core.writing import format_number

_HEADING_ROW = 1
"""Where the heading stands, unless a workbook has a title above it."""
FIRST_ROW = _HEADING_ROW + 1
MOST_COLUMNS = 512
"""As many as are read of a table; none of ours has more than forty."""
MOST_ROWS = 250_000
"""As many as are read of a file; a workbook is bounded by its cells. The largest known register of a year has
some ten thousand, and so many rows take some 400 MB of memory."""


def refuse_width(width: int) -> None:
    """Refuse a table of very many columns: each would be asked what it means, and each row be as long.

    Raises:
        CellError: there are more than `MOST_COLUMNS`.
    """
    if width > MOST_COLUMNS:
        raise CellError(
            Bilingual(
                f"tabel ini berkolom {format_number(width)}; yang dibaca paling banyak {MOST_COLUMNS} kolom. "
                "Periksa apakah berkas ini tabel yang dimaksud.",
                f"this table has {format_number(width, 'en')} columns; at most {MOST_COLUMNS} are read. "
                "Check whether it is the table that is meant.",
            ),
            Bilingual(f"paling banyak {MOST_COLUMNS} kolom", f"at most {MOST_COLUMNS} columns"),
        )


def refuse_length(length: int) -> None:
    """Refuse a table of very many rows: it is no register of one year, and each row is a value in memory.

    Raises:
        CellError: there are more than `MOST_ROWS`.
    """
    if length > MOST_ROWS:
        raise CellError(
            Bilingual(
                f"tabel ini berbaris lebih dari {format_number(MOST_ROWS)}. Periksa apakah berkas ini tabel "
                "satu tahun yang dimaksud.",
                f"this table has more than {format_number(MOST_ROWS, 'en')} rows. Check whether it is the "
                "table of one year that is meant.",
            ),
            Bilingual(f"paling banyak {format_number(MOST_ROWS)} baris", f"at most {MOST_ROWS} rows"),
        )


@frozen(kw_only=True)
class Sheet:
    """One table as typed.

    Attributes:
        file: path relative to the folder; the table's name for rows from memory.
        sheet: sheet of a workbook, else "".
        heading: the headings as typed.
        heading_row: the row that holds the heading, the last one of several; 0 where no row holds it, as in
            JSON Lines.
        rows: the cells of each row under the heading, blank rows included.
        faults: what is wrong with a whole row (position None) or one cell before anyone reads it,
            by row as a spreadsheet counts it.
        keys: the caller's own key of a row, for rows from memory.
        apart: rows that are no data, as whoever opened the file knows; counted as a spreadsheet does.
        shared: headings, in the form of `spelling`, of another table whose rows are here, too.
        more: other files, or sheets, of the same register; their rows come after these.
        sums: cells whose formula sums cells above, by row as a spreadsheet counts it and position.
    """

    file: str
    sheet: str = ""
    heading: tuple[str, ...]
    heading_row: int = _HEADING_ROW
    rows: Sequence[Sequence[str]]
    faults: Mapping[tuple[int, int | None], CellError] = field(factory=dict)
    keys: Mapping[int, str] = field(factory=dict)
    apart: Mapping[int, LineKind] = field(factory=dict)
    sums: frozenset[tuple[int, int]] = frozenset()
    shared: frozenset[str] = frozenset()
    more: tuple[Sheet, ...] = ()

    @property
    def first_row(self) -> int:
        """The row that the first of ``rows`` is."""
        return self.heading_row + 1

    @property
    def title(self) -> str:
        """What a note calls this table: the name of its file, in a workbook that of its sheet."""
        return self.sheet if self.source(self.heading_row).is_in_workbook else self.file

    def source(self, row: int) -> Source:
        """Return the place of one row."""
        return Source(file=self.file, sheet=self.sheet, row=row or None, key=self.keys.get(row, ""))

    def column_source(self, title: str) -> Source:
        """Return the place of a whole column."""
        return Source(file=self.file, sheet=self.sheet, column=title)

    def heading_source(self, title: str = "", position: int | None = None) -> Source:
        """Return the place of the heading, or of one title in it."""
        return self.source(self.heading_row).at(title, position)
