"""What the XML of an .xlsx says and its values do not: hidden rows, formulas, percents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from posixpath import join, normpath

from attrs import define, field

from ppid_core.intake.files.workbook.archive import Archive
from ppid_core.intake.files.workbook.fault import damaged
from ppid_core.intake.files.workbook.formula import Sum, read_sum
from ppid_core.intake.files.workbook.marks import MOST_CELLS, At, Merge, SheetMarks, refuse_sprawl
from ppid_core.intake.files.workbook.markup import listen
from ppid_core.source import column_letters

WORKBOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_CELL, _ROW = re.compile(r"([A-Z]{1,3})([0-9]{1,7})"), re.compile(r"[1-9][0-9]{0,6}")
_MOST_ROWS, _MOST_COLUMNS = 2**20, 2**14
_TRUE = {"1", "true"}
_LETTERS = 26


def sheet_marks(archive: Archive) -> Iterator[tuple[str, SheetMarks]]:
    """Yield the marks of each sheet by its name.

    Raises:
        CellError: the XML is damaged.
    """
    book, related = _BookListener(), _RelationListener()
    listen((archive.parts[WORKBOOK],), book)
    listen((archive.parts.get(_RELATIONS, b"<none/>"),), related)
    percents = _percent_styles(archive.parts.get(_STYLES, b"<none/>"))
    for name, key in book.sheets:
        part = archive.parts.get(normpath(join("/xl", related.targets.get(key, "")))[1:])
        if part is not None:
            sheet = _SheetListener(percents=percents)
            listen(_without_plain_cells(part, sheet), sheet)
            yield name, sheet.marks()


def is_counted_from_1904(archive: Archive) -> bool:
    """Tell whether day 0 of the workbook is 1 January 1904."""
    book = _BookListener()
    listen((archive.parts[WORKBOOK],), book)
    return book.is_from_1904


@define
class _Silent:
    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Pass over the beginning of an element."""

    def end(self, name: str) -> None:
        """Pass over the end of an element."""

    def text(self, text: str) -> None:
        """Pass over text."""


@define
class _BookListener(_Silent):
    sheets: list[tuple[str, str]] = field(factory=list)
    is_from_1904: bool = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            self.sheets.append((attributes.get("name", ""), attributes.get("id", "")))
        elif name == "workbookPr":
            self.is_from_1904 = attributes.get("date1904", "") in _TRUE


@define
class _RelationListener(_Silent):
    targets: dict[str, str] = field(factory=dict)

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


@define
class _SheetListener:
    """Hears one sheet; a cell without a value, however it is formatted, leaves no trace."""

    percents: frozenset[int]
    row: int = -1
    column: int = -1
    kind: str = ""
    style: str = ""
    value: str | None = None
    is_in_value: bool = False
    is_in_formula: bool = False
    has_formula: bool = False
    formula: str = ""
    shared: str = ""
    formulas: dict[str, Sum | None] = field(factory=dict)
    sums: set[At] = field(factory=set)
    is_hidden: bool = False
    hidden_columns: list[tuple[int, int]] = field(factory=list)
    hidden_rows: list[int] = field(factory=list)
    columns: set[int] = field(factory=set)
    height: int = 0
    filled: int = 0
    merges: list[Merge] = field(factory=list)
    shares: set[At] = field(factory=set)
    errors: dict[At, str] = field(factory=dict)
    uncomputed: set[At] = field(factory=set)

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self.row = _row(attributes["r"]) if "r" in attributes else self.row + 1
            self.column, self.is_hidden = -1, attributes.get("hidden", "") in _TRUE
        elif name in {"v", "t"}:
            self.is_in_value, self.value = True, self.value or ""
        elif name == "f":
            self.has_formula = self.is_in_formula = True
            self.formula, self.shared = (
                "",
                attributes.get("si", "") if attributes.get("t") == "shared" else "",
            )
        elif name == "col" and attributes.get("hidden", "") in _TRUE:
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdigit() and last.isdigit():
                self.hidden_columns.append((int(first) - 1, int(last) - 1))
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def text(self, text: str) -> None:
        if self.is_in_value:
            self.value = (self.value or "") + text
        elif self.is_in_formula:
            self.formula += text

    def end(self, name: str) -> None:
        if name in {"v", "t"}:
            self.is_in_value = False
        elif name == "f":
            self.is_in_formula = False
            self._end_formula()
        elif name == "c" and (self.value is not None or self.has_formula):
            self._end_cell()

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        if "r" in attributes:
            self.row, self.column = _position(attributes["r"])
        else:
            self.column += 1
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
        self.value, self.has_formula = None, False

    def _end_formula(self) -> None:
        """Take note of a sum; a formula copied from another cell says only which."""
        at = self.row, self.column
        found = read_sum(self.formula, at) if self.formula else self.formulas.get(self.shared)
        if self.shared and self.formula:
            self.formulas[self.shared] = found
        if found is not None and found.fits(at):
            self.sums.add(at)

    def _end_cell(self) -> None:
        at = self.row, self.column
        self._fill(1)
        self.height = max(self.height, self.row + 1)
        self.columns.add(self.column)
        if self.has_formula and not self.value and self.kind != "str":
            self.uncomputed.add(at)
        elif self.kind == "e" and self.value:
            self.errors[at] = self.value
        elif self.kind == "n" and self.style.isdigit() and int(self.style) in self.percents:
            self.shares.add(at)
        if self.is_hidden and self.hidden_rows[-1:] != [self.row + 1]:
            self.hidden_rows.append(self.row + 1)

    def _fill(self, number: int) -> None:
        self.filled += number
        if self.filled > MOST_CELLS:
            refuse_sprawl(self.filled, 1)

    def pass_over(self, letters: Sequence[bytes], rows: Sequence[bytes]) -> None:
        """Take note of filled cells of which there is nothing else to say."""
        self._fill(len(rows))
        for row in set(rows):
            self.height = max(self.height, _row(row.decode()) + 1)
        self.columns.update(_position(f"{one.decode()}1")[1] for one in set(letters))

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        self.merges.append((_position(first), _position(last)))

    def marks(self) -> SheetMarks:
        """Return what was heard."""
        hidden = [at for at in sorted(self.columns) if any(a <= at <= b for a, b in self.hidden_columns)]
        return SheetMarks(
            height=self.height,
            width=max(self.columns, default=-1) + 1,
            merges=tuple(self.merges),
            percents=frozenset(self.shares),
            errors=self.errors,
            uncomputed=frozenset(self.uncomputed),
            sums=frozenset(self.sums),
            hidden_rows=tuple(self.hidden_rows),
            hidden_columns=tuple(map(column_letters, hidden)),
        )


_PIECE, _CELL_END = 2**20, b"</c>"
_VALUE = rb"[^<>&\x00-\x08\x0b\x0c\x0e-\x1f]*"
_HEARD = re.compile(rb"<!|<row\b[^>]*\shidden|<c(?! r=\"[A-Z])[\s/>]")
"""What is heard from the first cell on: comments, hidden rows, cells that do not begin with their place."""


def _without_plain_cells(xml: bytes, sheet: _SheetListener) -> Iterator[bytes]:
    """Yield the XML of a sheet piece by piece; of cells that are a value and nothing else ``sheet`` is told.

    A register is little else: a pattern sees them forty times faster than they are heard one by one.
    """
    if _HEARD.search(xml):
        yield xml
        return
    plain, begin = _plain_cell(sheet.percents), 0
    while begin < len(xml):
        end = xml.rfind(_CELL_END, begin, begin + _PIECE)
        end = begin + _PIECE if end < 0 else end + len(_CELL_END)
        piece, begin = xml[begin:end], end
        if not _is_utf_8(piece):
            yield piece
            continue
        parts = plain.split(piece)
        sheet.pass_over(parts[1::3], parts[2::3])
        yield b"".join(parts[::3])


def _is_utf_8(piece: bytes) -> bool:
    try:
        return piece.isascii() or bool(piece.decode())
    except UnicodeDecodeError:
        return False


def _plain_cell(percents: Iterable[int]) -> re.Pattern[bytes]:
    """Return the pattern of a cell with nothing but a value: no formula, error or percent."""
    shares = "|".join(map(str, percents)).encode()
    style = rb'(?: s="(?!(?:%b)")[0-9]+")?' % (shares or b"-")
    value = rb"<v>%b</v>|<is><t(?: xml:space=\"preserve\")?>%b</t></is>" % (_VALUE, _VALUE)
    return re.compile(
        rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"%b(?: t="(?:n|s|b|d|inlineStr)")?>(?:%b)</c>' % (style, value)
    )


def _position(name: str) -> At:
    """Return the place of ``C7``.

    Raises:
        CellError: no sheet has such a cell; another reader might take it for a very distant one.
    """
    match = _CELL.fullmatch(name)
    if match is None:
        raise damaged()
    column = 0
    for letter in match[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    if column > _MOST_COLUMNS:
        raise damaged()
    return _row(match[2]), column - 1


def _row(number: str) -> int:
    """Return the place of a row from 0.

    Raises:
        CellError: no sheet has such a row.
    """
    if not _ROW.fullmatch(number) or int(number) > _MOST_ROWS:
        raise damaged()
    return int(number) - 1


_BUILT_IN = frozenset({9, 10})
"""The numbers of ``0%`` and ``0.00%``, which no file spells out."""
_LITERAL = re.compile(r'"[^"]*"|\\.')


def _shows_percent(code: str) -> bool:
    """Tell whether a format shows a share of a hundred; a sign in quotation marks only stands there."""
    return "%" in _LITERAL.sub("", code)


def _percent_styles(content: bytes) -> frozenset[int]:
    """Return the numbers of the styles of an .xlsx that show percents.

    Args:
        content: the XML of the styles.

    Raises:
        CellError: it is damaged.
    """
    styles = _StyleListener()
    listen((content,), styles)
    return frozenset(at for at, shown in enumerate(styles.formats) if shown in styles.percents)


@define
class _StyleListener:
    percents: set[int] = field(factory=lambda: set(_BUILT_IN))
    formats: list[int] = field(factory=list)
    is_in_list: bool = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        number = attributes.get("numFmtId", "")
        if name == "numFmt" and number.isdigit():
            if _shows_percent(attributes.get("formatCode", "")):
                self.percents.add(int(number))
        elif name == "cellXfs":
            self.is_in_list = True
        elif name == "xf" and self.is_in_list:
            self.formats.append(int(number) if number.isdigit() else 0)

    def end(self, name: str) -> None:
        self.is_in_list = self.is_in_list and name != "cellXfs"

    def text(self, text: str) -> None:
        """Pass over text: styles have none."""
