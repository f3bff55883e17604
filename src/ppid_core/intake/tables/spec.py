"""What a table is made of: columns described once, and how a row becomes a value and a value a row."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from enum import Enum, StrEnum, auto
from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar

from attrs import evolve, field, fields, frozen

from ppid_core.glossary import label
from ppid_core.glossary.heading import Accepted, Heading, TableHeadings, accepted, parse_heading
from ppid_core.glossary.vocabulary import is_unlisted
from ppid_core.intake.cells import CellError, TimeFrame, TwoWays
from ppid_core.intake.cells.cell import Cell, Cells, marked
from ppid_core.intake.setting import Setting
from ppid_core.language import Bilingual
from ppid_core.source import Source

T = TypeVar("T")

COUNT_HEADING = "jumlah"
"""The column that says how many cases a row of a register stands for."""
RUNNING_NUMBER = frozenset({"no", "no urut", "nomor urut"})
"""Headings, in the form of `spelling`, of a column that only counts the rows."""


class Blank(Enum):
    """What a blank cell means."""

    NOT_RECORDED = auto()
    REFUSED = auto()
    """Where the column is kept: under one in which nothing is recorded no cell is missing."""
    REFUSED_AS_COLUMN = auto()


def nothing(_: str) -> bool:
    """Tell that no text is meant."""
    return False


def _itself(value: Any) -> Cell:  # noqa: ANN401  what a cell can hold as it is
    cell: Cell = value
    return cell


@frozen
class Choice:
    """Words to choose from while a cell is typed.

    Attributes:
        name: of the list, as the sheet of lists heads it.
        of: the list whose labels they are, or the words themselves.
        is_open: whether other words may be typed, too.
    """

    name: str
    of: type[StrEnum] | tuple[str, ...]
    is_open: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words, in their order."""
        return self.of if isinstance(self.of, tuple) else tuple(map(label, self.of))


@frozen
class Print:
    """What a column is in the annexed book: its slug in the law, and how the book heads it."""

    slug: str
    indonesian: str
    english: str


@frozen(kw_only=True)
class TableColumn(Generic[T]):
    """One column (*kolom*), described once: what it is called, how it is read, how it is written back.

    Attributes:
        told: what stands under it, and after each ``=`` another accepted spelling of its heading.
        field: of the model: what it fills, and what is called unread where its cell could not be read.
        read: turns a text that is not blank into the value, or raises `CellError`.
        write: turns the value of the field back into a cell.
        otherwise: the value of the field where the cell is blank.
        settle: makes the value of what was read in the setting of the report; None where it is the value.
        blank: whether a blank cell, or also a missing column, is a problem.
        private: whether its cells are personal data, never quoted, printed in the internal edition alone.
        names_person: whether its cells are names of persons.
        total: reader of its cell in a JUMLAH row; None where no total is taken.
        means: tells whether a sign such as ``-`` is a word of this column, because *peta* says so.
        unrecorded: tells whether a word says that nothing is recorded, because *peta* says so.
        ways: what is known of its texts that can be read in two ways; None where each has one.
        remark: what is said, once, of a text that was read; None where nothing is.
        zoned: ``read`` for the zone and the year of a report, where the column holds days; None elsewhere.
        several: whether a cell may hold several values, with ``|`` between them.
        coded: whether its field holds a `Coded`, of which words may be in no list.
        offers: what may be chosen while it is typed.
        example: its cells in the filled example; None where the example does without the column.
        printed: its column in the annexed book, if the law asks for it there.
        ticked: whether printed forms have it, to be ticked; our own tables do without it.
        joint: what stands between the cells of several columns that are this one; "" where only one may be.
    """

    name: str
    told: str = ""
    field: str = ""
    read: Callable[[str], T]
    write: Callable[[Any], Cell] = _itself
    otherwise: object = None
    settle: Callable[[Setting, T], object] | None = None
    blank: Blank = Blank.NOT_RECORDED
    private: bool = False
    names_person: bool = False
    total: Callable[[str], Any] | None = None
    ways: TwoWays | None = None
    remark: Callable[[str, TimeFrame], Bilingual | None] | None = None
    means: Callable[[str], bool] = nothing
    unrecorded: Callable[[str], bool] = nothing
    zoned: Callable[[str, TimeFrame], T] | None = None
    several: bool = False
    coded: bool = False
    offers: Choice | None = None
    example: tuple[str, ...] | None = None
    printed: Print | None = None
    ticked: bool = False
    joint: str = ""

    @property
    def is_listed(self) -> bool:
        """Whether it holds words of a list, open or closed."""
        return self.coded or (self.offers is not None and not isinstance(self.offers.of, tuple))

    @property
    def is_closed(self) -> bool:
        """Whether it holds words of a closed list."""
        return self.is_listed and not self.coded

    @property
    def heading(self) -> Heading:
        """Its heading, with what it means and every other spelling."""
        return evolve(parse_heading(f"{self.name}: {self.told}"), is_ticked=self.ticked)

    def reader(self, frame: TimeFrame) -> Callable[[str], T]:
        """Return the reader of its cells for the zone and the year of a report."""
        zoned = self.zoned
        return self.read if zoned is None else lambda text: zoned(text, frame)


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

    def __getitem__(self, column: TableColumn[T]) -> T | None:
        """Return the value under ``column``."""
        value: T | None = self._values.get(column.name)
        return value

    def under(self, fields: Mapping[str, str]) -> dict[str, Any]:
        """Return the values that are there, by the field of their column."""
        return {fields[name]: value for name, value in self._values.items() if name in fields}

    def lose(self, column: TableColumn[Any]) -> None:
        """Take the value of a cell away: it is unread, for what the rest of the row says."""
        self.unread.add(column.name)
        self._values.pop(column.name, None)

    def doubt(self, column: TableColumn[Any]) -> None:
        """Count a cell as unread whose value is known, and says nothing without another one."""
        self.unread.add(column.name)

    def forgive(self, column: TableColumn[Any]) -> None:
        """Count a cell as none that is unread: another one says the same."""
        self.unread.discard(column.name)

    def is_unread(self, column: TableColumn[Any]) -> bool:
        """Tell whether something stands under ``column`` that could not be read."""
        return column.name in self.unread

    def words(self, column: TableColumn[str]) -> str:
        """Return the text under ``column``, "" for a blank or missing cell."""
        return self[column] or ""

    def keeps(self, column: TableColumn[Any]) -> bool:
        """Tell whether the table has this column, and something is recorded in it."""
        return column.name in self._kept

    def typed(self, column: TableColumn[Any]) -> str:
        """Return the cell as typed."""
        return self._cells[self._headings[column.name][0]] if column.name in self._headings else ""

    def at(self, column: TableColumn[Any]) -> Source:
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

    column: TableColumn[Any]
    error: CellError
    beside: tuple[TableColumn[Any], ...] = ()


def _no_faults(_row: Row, _setting: Setting) -> Iterator[Fault]:
    return iter(())


def _whole_table(_row: Row) -> str:
    return ""


def _no_claims(_row: Row, _setting: Setting) -> Iterator[tuple[TableColumn[Any], str]]:
    return iter(())


@frozen
class Given:
    """What every row says of a column that its table has not, because *peta* says so."""

    text: str
    source: Source


@frozen(kw_only=True)
class Composite(Generic[T]):
    """Columns that only together say what some fields of the model hold.

    Attributes:
        columns: they, in their order.
        beside: columns of others at which ``read`` looks, too.
        read: makes those fields of the cells of a row.
        write: makes the cells of a value, in the report of a year.
        check: yields what its cells cannot be together.
        is_plain: whether the first column fills its one field where none of the others is there.
        uncounted: those of its columns on which no figure hangs: rows that are counted, and never seen
            again, are read as if these were blank.
    """

    columns: tuple[TableColumn[Any], ...]
    beside: tuple[TableColumn[Any], ...] = ()
    read: Callable[[Row, Setting], Mapping[str, Any]]
    write: Callable[[T, int], Cells]
    check: Callable[[Row, Setting], Iterator[Fault]] = _no_faults
    is_plain: bool = False
    uncounted: tuple[TableColumn[Any], ...] = ()

    @property
    def is_checked(self) -> bool:
        """Whether its cells may contradict each other."""
        return self.check is not _no_faults


@frozen(kw_only=True)
class TableSpec(Generic[T]):
    """One table, described once, both ways: its columns, the value that a row is, the row that a value is.

    Attributes:
        told: what the table is, and after each ``=`` another name of its file or sheet.
        rows: where its values stand in the year, step by step; () of a table that helps to read others.
        columns: in the order in which they are explained to staff.
        holds: the class of the model that a row is; None where `build` and `write` are given.
        composites: those of its columns that read and write several fields, or share one.
        build: makes the value of a row without faults; None where the row says nothing.
        write: makes the row of a value, in the report of a year.
        check: yields what the cells of one row cannot be together.
        checked: the columns at which it looks.
        bearing: columns without which a row would say another thing: one unread, it is rejected. Blank ones
            that are refused as columns are always among them.
        about: names what a rejected row would have told, in place of a column; "" for anything.
        claims: yields what only one row of the table may say, with the column that says it.
        unlisted: yields the words of values that are in no list though there is one, with their column.
        exclusive: columns of which only one may be there.
        gives_way: headings, in the form of `spelling`, that step aside where another one names their column
            too: for the first of these columns that is free and can hold their cells, *Status* beside
            *Keputusan* for *tahap*; "" for none, for then they say what the other one says less exactly.
        by_cells: headings, in the form of `spelling`, that some programs put over another column: they are
            read as that one where no cell of theirs says a word of their own, and each one can be its.
        nihil: whether a row NIHIL says that the table is recorded and empty.
        cases: whether each row is a case, or so many as it says: the registers.
        groups: columns that tell apart lines of several groups, of which a total sums one.
        totals: whether some rows may be totals or notes below the table, which are no data.
        signs: whether ``-`` and ``n/a`` are values; elsewhere they say that nothing is recorded.
        aside: headings that are passed over without a word, because another table told what is wrong.
        accepted: the column for each accepted spelling of its heading.
        foreign: those of *peta* among them, which win over the others.
        given: what every row says of a column, by its name, where the table has no such column.
        fields: for rows that tell which of their fields are unread, the field of each column.
        blanks: the fields that one column fills, where its cell is blank.
    """

    name: str
    told: str = ""
    rows: tuple[str, ...] = ()
    columns: tuple[TableColumn[Any], ...]
    holds: Callable[..., T] | None = None
    composites: tuple[Composite[T], ...] = ()
    build: Callable[[Row, Setting], T | None] = field(repr=False)
    write: Callable[[T, int], Cells] = field(repr=False)
    check: Callable[[Row, Setting], Iterator[Fault]] = _no_faults
    checked: tuple[TableColumn[Any], ...] = ()
    claims: Callable[[Row, Setting], Iterator[tuple[TableColumn[Any], str]]] = _no_claims
    bearing: tuple[TableColumn[Any], ...] = ()
    about: Callable[[Row], str] = _whole_table
    unlisted: Callable[[Iterable[T]], Iterator[tuple[TableColumn[Any], str]]] = field(repr=False)
    exclusive: tuple[TableColumn[Any], ...] = ()
    gives_way: Mapping[str, tuple[str, ...]] = field(factory=dict)
    by_cells: Mapping[str, str] = field(factory=dict)
    nihil: bool = True
    cases: bool = False
    groups: tuple[TableColumn[Any], ...] = ()
    totals: bool = True
    signs: bool = False
    aside: frozenset[str] = frozenset()
    accepted: Accepted = field()
    foreign: frozenset[str] = frozenset()
    given: Mapping[str, Given] = field(factory=dict)
    fields: Mapping[str, str] = field(init=False)

    _plain: Mapping[str, str] = field(init=False, repr=False)
    blanks: Mapping[str, object] = field(init=False, repr=False)
    _settled: tuple[TableColumn[Any], ...] = field(init=False, repr=False)
    _coded: tuple[TableColumn[Any], ...] = field(init=False, repr=False)
    _parts: tuple[TableColumn[Any] | Composite[T], ...] = field(init=False, repr=False)

    @build.default
    def _assembled(self) -> Callable[[Row, Setting], T | None]:
        return self._value

    @write.default
    def _written(self) -> Callable[[T, int], Cells]:
        return self._cells

    @unlisted.default
    def _by_columns(self) -> Callable[[Iterable[T]], Iterator[tuple[TableColumn[Any], str]]]:
        return self._words

    @accepted.default
    def _by_spelling(self) -> Accepted:
        return accepted(column.heading for column in self.columns)

    @fields.default
    def _by_column(self) -> Mapping[str, str]:
        return {column.name: column.field for column in self.columns} if self.cases else {}

    @_plain.default
    def _of_one_field(self) -> Mapping[str, str]:
        others = {column.name for one in self.composites for column in one.columns}
        return {column.name: column.field for column in self.columns if column.name not in others}

    @blanks.default
    def _of_blank_cells(self) -> Mapping[str, object]:
        return {column.field: column.otherwise for column in self.plain}

    @_settled.default
    def _of_the_setting(self) -> tuple[TableColumn[Any], ...]:
        return tuple(column for column in self.plain if column.settle is not None)

    @_coded.default
    def _of_open_lists(self) -> tuple[TableColumn[Any], ...]:
        return tuple(column for column in self.columns if column.coded)

    @_parts.default
    def _in_order(self) -> tuple[TableColumn[Any] | Composite[T], ...]:
        first = {one.columns[0].name: one for one in self.composites}
        others = {column.name for one in self.composites for column in one.columns[1:]}
        return tuple(first.get(column.name, column) for column in self.columns if column.name not in others)

    def altered(self, **changes: Any) -> TableSpec[T]:  # noqa: ANN401  whatever an attribute holds
        """Return the table with other attributes; what it makes of its columns is made of the new ones."""
        made = {"build": self._value, "write": self._cells, "unlisted": self._words}
        kept = {one.name: getattr(self, one.name) for one in fields(type(self)) if one.init}
        own = {name: value for name, value in kept.items() if name not in made or value != made[name]}
        return TableSpec(**{**own, **changes})

    def faults(self, row: Row, setting: Setting) -> Iterator[Fault]:
        """Yield what the cells of a row cannot be together."""
        yield from self.check(row, setting)
        for one in self.composites:
            yield from one.check(row, setting)

    @property
    def is_plain(self) -> bool:
        """Whether a row is a value of the class, whatever stands in others."""
        is_checked = self.check is not _no_faults
        is_judged = is_checked and not self.checked
        return (
            self.holds is not None
            and self.build == self._value
            and not is_judged
            and self.claims is _no_claims
        )

    @property
    def private(self) -> frozenset[str]:
        """The names of its columns of personal data."""
        return frozenset(column.name for column in self.columns if column.private)

    @property
    def plain(self) -> Iterator[TableColumn[Any]]:
        """The columns that fill one field each."""
        return (column for column in self.columns if column.name in self._plain)

    @property
    def headings(self) -> TableHeadings:
        """Its name and headings, with what they mean and every other spelling."""
        own = parse_heading(f"{self.name}: {self.told}")
        columns = tuple(column.heading for column in self.columns)
        return TableHeadings(own.name, own.meaning, own.spellings, columns)

    def _words(self, values: Iterable[T]) -> Iterator[tuple[TableColumn[Any], str]]:
        for column in self._coded:
            said = list(map(attrgetter(column.field), values))
            for one in dict(zip(map(id, said), said, strict=True)).values():  # what rows share is asked once
                if one is not None and is_unlisted(one):
                    yield column, one.typed

    @property
    def model(self) -> Callable[..., T]:
        """The class of the model that a row is."""
        if self.holds is None:
            raise TypeError(self.name)
        return self.holds

    def _value(self, row: Row, setting: Setting) -> T | None:
        fields = {**self.blanks, **row.under(self._plain)}
        for column in self._settled:
            if column.settle and (read := row[column]) is not None:
                settled = column.settle(setting, read)
                fields[column.field] = column.otherwise if settled is None else settled
        for composite in self.composites:
            fields |= composite.read(row, setting)
        if self.cases:
            unread = (self.fields[name] for name in row.unread if name in self.fields)
            fields["unread"] = _shared(frozenset(unread))
        return self.model(**fields, source=row.source)

    def _cells(self, value: T, year: int) -> Cells:
        cells: dict[str, Cell] = {}
        for part in self._parts:
            if isinstance(part, Composite):
                cells.update(part.write(value, year))
            else:
                cells[part.name] = part.write(getattr(value, part.field))
        unread: tuple[str, ...] = getattr(value, "unread", ())
        return marked(cells, unread, self.fields) if unread else cells


@cache
def _shared(names: frozenset[str]) -> tuple[str, ...]:
    """Return names in their order; rows of which the same is unread share one value."""
    return tuple(sorted(names))
