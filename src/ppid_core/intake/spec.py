"""What a table is made of: typed columns, and how a row becomes a value."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from ppid_core.glossary.heading import accepted
from ppid_core.glossary.table import table_headings
from ppid_core.intake.cells import CellError, TwoWays
from ppid_core.intake.setting import Setting
from ppid_core.language import Bilingual
from ppid_core.source import Source

T = TypeVar("T")

COUNT_HEADING = "jumlah"
"""The column that says how many cases a row of a register stands for."""


class Blank(Enum):
    """What a blank cell means."""

    NOT_RECORDED = auto()
    REFUSED = auto()
    """Where the column is kept: under one in which nothing is recorded no cell is missing."""
    REFUSED_AS_COLUMN = auto()


def _nothing(_: str) -> bool:
    return False


@frozen(kw_only=True)
class Column(Generic[T]):
    """One column: its canonical heading and the reader of its cells.

    Attributes:
        read: turns a text that is not blank into the value, or raises `CellError`.
        blank: whether a blank cell, or also a missing column, is a problem.
        private: whether its cells are personal data, never quoted.
        names_person: whether its cells are names of persons.
        total: reader of its cell in a JUMLAH row; None where no total is taken.
        means: tells whether a sign such as ``-`` is a word of this column, because *peta* says so.
        ways: what is known of its texts that can be read in two ways; None where each has one.
        remark: what is said, once, of a text that was read; None where nothing is.
        zoned: ``read`` for a body in a time zone, where the column holds days; None elsewhere.
    """

    name: str
    read: Callable[[str], T]
    blank: Blank = Blank.NOT_RECORDED
    private: bool = False
    names_person: bool = False
    total: Callable[[str], Any] | None = None
    ways: TwoWays | None = None
    remark: Callable[[str], Bilingual | None] | None = None
    means: Callable[[str], bool] = _nothing
    zoned: Callable[[str, tzinfo], T] | None = None

    def reader(self, zone: tzinfo) -> Callable[[str], T]:
        """Return the reader of its cells for a body in ``zone``."""
        zoned = self.zoned
        return self.read if zoned is None else lambda text: zoned(text, zone)


class Row:
    """One row whose cells are read: ``row[COLUMN]`` is the value, None for a blank or missing cell."""

    __slots__ = ("_cells", "_headings", "_kept", "_values", "source", "unread")

    def __init__(
        self,
        source: Source,
        headings: Mapping[str, tuple[int, str]],
        cells: Sequence[str],
        values: dict[str, Any],
        *,
        kept: Container[str] = (),
        unread: Iterable[str] = (),
    ) -> None:
        """Keep the values by canonical heading, where each stands as typed, and which columns are kept."""
        self.source, self._kept, self.unread = source, kept, set(unread)
        self._headings, self._cells, self._values = headings, cells, values

    def __getitem__(self, column: Column[T]) -> T | None:
        """Return the value under ``column``."""
        value: T | None = self._values.get(column.name)
        return value

    def lose(self, column: Column[Any]) -> None:
        """Take the value of a cell away: it is unread, for what the rest of the row says."""
        self.unread.add(column.name)
        self._values.pop(column.name, None)

    def is_unread(self, column: Column[Any]) -> bool:
        """Tell whether something stands under ``column`` that could not be read."""
        return column.name in self.unread

    def words(self, column: Column[str]) -> str:
        """Return the text under ``column``, "" for a blank or missing cell."""
        return self[column] or ""

    def keeps(self, column: Column[Any]) -> bool:
        """Tell whether the table has this column, and something is recorded in it."""
        return column.name in self._kept

    def typed(self, column: Column[Any]) -> str:
        """Return the cell as typed."""
        return self._cells[self._headings[column.name][0]] if column.name in self._headings else ""

    def at(self, column: Column[Any]) -> Source:
        """Return the place of the cell, under its heading as typed."""
        if column.name not in self._headings:
            return self.source
        position, heading = self._headings[column.name]
        return self.source.at(heading, position)


@frozen
class Fault:
    """What a row cannot be though each of its cells can: shown at ``column``.

    Attributes:
        beside: the other cells that are unread for it: nobody knows which of them is right.
    """

    column: Column[Any]
    error: CellError
    beside: tuple[Column[Any], ...] = ()


def _no_faults(_row: Row, _setting: Setting) -> Iterator[Fault]:
    return iter(())


def _whole_table(_row: Row) -> str:
    return ""


def _no_claims(_row: Row, _setting: Setting) -> Iterator[tuple[Column[Any], str]]:
    return iter(())


def _no_words(_value: object) -> Iterator[tuple[Column[Any], str]]:
    return iter(())


@frozen(kw_only=True)
class TableSpec(Generic[T]):
    """One table.

    Attributes:
        build: makes the value of a row without faults; None where the row says nothing.
        check: yields what the cells of one row cannot be together.
        bearing: columns without which a row would say another thing: one unread, it is rejected. Blank ones
            that are refused as columns are always among them.
        fields: for rows that tell which of their fields are unread, the field of each column.
        about: names what a rejected row would have told, in place of a column; "" for anything.
        claims: yields what only one row of the table may say, with the column that says it.
        unlisted: yields the words of a value that are in no list though there is one, with their column.
        exclusive: columns of which only one may be there.
        nihil: whether a row NIHIL says that the table is recorded and empty.
        cases: whether each row is a case, or so many as it says: the registers.
        groups: columns that tell apart lines of several groups, of which a total sums one.
        totals: whether some rows may be totals or notes below the table, which are no data.
        signs: whether ``-`` and ``n/a`` are values; elsewhere they say that nothing is recorded.
        aside: headings that are passed over without a word, because another table told what is wrong.
        accepted: the column for each accepted spelling of its heading.
    """

    name: str
    columns: tuple[Column[Any], ...]
    build: Callable[[Row, Setting], T | None]
    check: Callable[[Row, Setting], Iterator[Fault]] = _no_faults
    claims: Callable[[Row, Setting], Iterator[tuple[Column[Any], str]]] = _no_claims
    bearing: tuple[Column[Any], ...] = ()
    fields: Mapping[str, str] = field(factory=dict)
    about: Callable[[Row], str] = _whole_table
    unlisted: Callable[[T], Iterator[tuple[Column[Any], str]]] = _no_words
    exclusive: tuple[Column[Any], ...] = ()
    nihil: bool = True
    cases: bool = False
    groups: tuple[Column[Any], ...] = ()
    totals: bool = True
    signs: bool = False
    aside: frozenset[str] = frozenset()
    accepted: Mapping[str, str] = field()

    @accepted.default
    def _from_the_glossary(self) -> Mapping[str, str]:
        return accepted(table_headings()[self.name].headings)
