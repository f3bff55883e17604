"""What programs call .xls and is none: a page with a table in it, or rows set apart by tabs.

Excel opens both; the one sheet it shows bears the name of the file, and so it does here.
"""

from __future__ import annotations

import csv
import re
from contextlib import suppress
from html.parser import HTMLParser
from io import StringIO
from pathlib import PurePath

from attrs import define, field

from ppid_core.intake.cells import CellError
from ppid_core.intake.files.csv_file import delimiter_of, unpaired
from ppid_core.intake.files.workbook.cell import Value
from ppid_core.intake.files.workbook.marks import MOST_MERGES, Merge, refuse_sprawl
from ppid_core.intake.sheet import MOST_COLUMNS
from ppid_core.intake.text_file import decode

_TABLE = re.compile(rb"<table[\s>]", re.IGNORECASE)
_MARKED_UP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_WESTERN = frozenset({"iso-8859-1", "latin1", "windows-1252", "cp1252"})
"""What older programs say they write; read as Windows-1252, as browsers do."""
_LONGEST_NAME = 31
_FEW = 6


def is_page(content: bytes) -> bool:
    """Tell whether a file is a page with a table in it."""
    return _MARKED_UP.match(content) is not None and _TABLE.search(content) is not None


def is_text(content: bytes) -> bool:
    """Tell whether a file is text in which cells are set apart."""
    if not content.strip() or _MARKED_UP.match(content):
        return False
    try:
        begin = _first_lines(decode(content))
    except CellError:
        return False
    return any(sign in begin for sign in "\t;,")


def sheet_name(file: str) -> str:
    """Return what Excel calls the sheet of a file that has no sheets."""
    return PurePath(file).stem[:_LONGEST_NAME]


def page_rows(content: bytes) -> tuple[list[list[Value]], tuple[Merge, ...]]:
    """Return the rows of a page as a spreadsheet shows them, and which cells are joined.

    Raises:
        CellError: it is no text that can be read, or would fill the memory with blank cells.
    """
    page = _Page()
    page.feed(_text(content))
    page.close()
    grid = page.grid
    refuse_sprawl(len(grid.rows), max(map(len, grid.rows), default=0))
    return grid.rows, tuple(grid.merges)


def text_rows(content: bytes) -> list[list[Value]]:
    """Return the rows of a text in which cells are set apart by tabs, or another sign.

    Raises:
        CellError: a quotation mark is not closed, or it would fill the memory.
    """
    text = decode(content)
    begin = _first_lines(text)
    sign = "\t" if "\t" in begin else delimiter_of(begin)
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        rows: list[list[Value]] = [list(row) for row in reader]
    except csv.Error:
        raise unpaired() from None
    refuse_sprawl(len(rows), max(map(len, rows), default=0))
    return rows


def _first_lines(text: str) -> str:
    """Return the lines by which it is seen what sets cells apart: a title above the heading has no cells."""
    return "\n".join(text.split("\n", _FEW)[:_FEW])


def _text(content: bytes) -> str:
    """Return the text of a page: UTF-8, or what an older program says it wrote."""
    said = _CHARSET.search(content[:4096])
    if said is not None and said[1].decode("ascii", "replace").casefold() in _WESTERN:
        with suppress(UnicodeDecodeError):
            content.decode("utf-8")
            return decode(content)
        return content.decode("cp1252", "replace")
    return decode(content)


@define
class _Grid:
    """Rows laid out as they are read; a cell that spans several takes their places."""

    rows: list[list[Value]] = field(factory=list)
    merges: list[Merge] = field(factory=list)
    _taken: dict[int, int] = field(factory=dict)
    """For a column, the last row that a cell from above still takes."""

    def begin_row(self) -> None:
        self.rows.append([])

    def add(self, text: str, width: int, height: int) -> None:
        """Add a cell to the last row, right of what stands there already."""
        if not self.rows:
            self.begin_row()
        row, at = len(self.rows) - 1, len(self.rows[-1])
        while self._taken.get(at, -1) >= row:
            self.rows[-1].append("")
            at += 1
        width = min(width, max(MOST_COLUMNS + 1 - at, 1))
        self.rows[-1].extend([text, *[""] * (width - 1)])
        if height > 1:
            self._taken.update(dict.fromkeys(range(at, at + width), row + height - 1))
        if (width > 1 or height > 1) and len(self.merges) < MOST_MERGES:
            self.merges.append(((row, at), (row + height - 1, at + width - 1)))


class _Page(HTMLParser):
    """Reads the tables of a page below each other; a line of text between them is a row of its own."""

    _UNSEEN = frozenset({"script", "style", "title", "xml"})
    _LINES = frozenset({"br", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "center"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grid = _Grid()
        self._pieces: list[str] = []
        self._span: tuple[int, int] | None = None
        """Columns and rows that the cell spans in which we are; None outside of cells."""
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row, a cell, or a line of text."""
        if tag in self._UNSEEN:
            self._unseen += 1
        elif tag in {"tr", "td", "th"}:
            self._end_cell()
            if tag == "tr":
                self.grid.begin_row()
            else:
                said = dict(attrs)
                self._span = _span(said.get("colspan")), _span(said.get("rowspan"))
        elif self._span is not None and tag in self._LINES:
            self._pieces.append("\n")
        elif tag in self._LINES:
            self._end_line()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take ``<br/>`` as ``<br>``, and a cell that ends at once as an empty one."""
        if tag not in self._UNSEEN:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what was begun; ends that are missing are made up for by what begins next."""
        if tag in self._UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in {"td", "th", "tr", "table"}:
            self._end_cell()
        elif tag in self._LINES and self._span is None:
            self._end_line()

    def handle_data(self, data: str) -> None:
        """Keep a piece of text, of a cell or between tables."""
        if not self._unseen:
            self._pieces.append(data)

    def close(self) -> None:
        """End the last cell or line."""
        super().close()
        self._end_cell()
        self._end_line()

    def _said(self) -> str:
        said = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        return said

    def _end_cell(self) -> None:
        if self._span is None:
            self._end_line()
        else:
            self.grid.add(self._said(), *self._span)
        self._span = None

    def _end_line(self) -> None:
        if said := self._said():
            self.grid.begin_row()
            self.grid.add(said, 1, 1)


def _span(said: str | None) -> int:
    """Return how many columns, or rows, a cell spans; one where it says nothing that can be."""
    text = (said or "").strip()
    return min(max(int(text), 1), 10_000) if text.isascii() and text.isdigit() else 1
