"""What the XML of an .ods says and its values do not: joined cells, percents, errors, how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, field

from ppid_core.intake.files.workbook.archive import Archive
from ppid_core.intake.files.workbook.formula import read_sum
from ppid_core.intake.files.workbook.marks import At, Merge, SheetMarks
from ppid_core.intake.files.workbook.markup import listen

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
_CELLS = {"table-cell", "covered-table-cell"}
_MOST_MARKED = 100_000
"""A repeated cell is marked so many times at most; a sheet that repeats it more often is refused anyway."""


def sheet_marks(archive: Archive) -> Iterator[tuple[str, SheetMarks]]:
    """Yield the marks of each sheet by its name.

    Raises:
        CellError: the XML is damaged.
    """
    tables = _OdsTables()
    listen((archive.parts[CONTENT],), tables)
    for name, table in tables.tables:
        yield name, table.marks()


@define
class _OdsTable:
    row: int = 0
    rows: int = 1
    column: int = 0
    columns: int = 1
    attributes: Mapping[str, str] = field(factory=dict)
    words: str = ""
    height: int = 0
    width: int = 0
    merges: list[Merge] = field(factory=list)
    percents: set[At] = field(factory=set)
    errors: dict[At, str] = field(factory=dict)
    sums: set[At] = field(factory=set)

    def begin_cell(self, attributes: Mapping[str, str]) -> None:
        self.attributes, self.words = attributes, ""
        self.columns = _repeated(attributes.get("number-columns-repeated", ""))
        spans = [attributes.get(f"number-{way}-spanned", "1") for way in ("rows", "columns")]
        down, across = (int(span) if span.isdigit() else 1 for span in spans)
        if down > 1 or across > 1:
            last = self.row + down - 1, self.column + across - 1
            self.merges.append(((self.row, self.column), last))
        if read_sum(attributes.get("formula", ""), (self.row, self.column)) is not None:
            self.sums.add((self.row, self.column))

    def end_cell(self) -> None:
        if self.attributes.get("value-type") or self.words:
            self.height = max(self.height, self.row + self.rows)
            self.width = max(self.width, self.column + self.columns)
            if self.attributes.get("calcext-value-type") == "error":
                self.errors |= dict.fromkeys(self._places(), self.words)
            elif self.attributes.get("value-type") == "percentage":
                self.percents.update(self._places())
        self.column += self.columns

    def _places(self) -> Iterator[At]:
        if self.rows * self.columns <= _MOST_MARKED:
            for row in range(self.row, self.row + self.rows):
                for column in range(self.column, self.column + self.columns):
                    yield row, column

    def marks(self) -> SheetMarks:
        """Return what was heard."""
        return SheetMarks(
            height=self.height,
            width=self.width,
            merges=tuple(self.merges),
            percents=frozenset(self.percents),
            errors=self.errors,
            sums=frozenset(self.sums),
        )


@define
class _OdsTables:
    tables: list[tuple[str, _OdsTable]] = field(factory=list)
    depth: int = 0
    is_in_cell: bool = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append((attributes.get("name", ""), _OdsTable()))
        elif self.depth == 1 and name == "table-row":
            self._table.rows = _repeated(attributes.get("number-rows-repeated", ""))
            self._table.column = 0
        elif self.depth == 1 and name in _CELLS:
            self.is_in_cell = True
            self._table.begin_cell(attributes)

    def end(self, name: str) -> None:
        if name == "table":
            self.depth -= 1
        elif self.depth == 1 and name == "table-row":
            self._table.row += self._table.rows
        elif self.depth == 1 and name in _CELLS:
            self.is_in_cell = False
            self._table.end_cell()

    def text(self, text: str) -> None:
        if self.is_in_cell:
            self._table.words += text

    @property
    def _table(self) -> _OdsTable:
        return self.tables[-1][1]


def _repeated(times: str) -> int:
    return max(int(times), 1) if times.isdigit() else 1
