"""Some thousand rows at once: what each column says, then values of the rows in which nothing is odd."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import compress, repeat
from operator import itemgetter
from typing import Any, Generic, TypeVar

from attrs import frozen

from ppid_core.intake.rows.cell_reader import CellReader
from ppid_core.intake.rows.columns import Column, Distinct
from ppid_core.intake.rows.facts import Facts
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import Composite, Fault, Row, TableColumn, TableSpec
from ppid_core.model.maker import can_be_made, maker
from ppid_core.source import Source

T = TypeVar("T")
V = TypeVar("V")

_REMEMBERED = 16_384
"""Different cells of a `Composite` that are kept with what they say."""
_NOWHERE = Source()
_Texts = tuple[str, ...]
_Readers = Mapping[str, CellReader]


@frozen
class FieldReading:
    """What some columns say of some fields.

    Attributes:
        fields: which they fill.
        positions: of the columns.
        said: returns what each of some combinations of their texts says of the fields.
    """

    fields: tuple[str, ...]
    positions: tuple[int, ...]
    said: Callable[[Sequence[_Texts]], Sequence[tuple[Any, ...]]]


class Part(Row):
    """Some cells of a row in which nothing is odd: whoever reads them may look at no other."""

    __slots__ = ("_seen",)

    def __init__(self, seen: Container[str], values: dict[str, Any], kept: Container[str]) -> None:
        """Show the values of the columns in ``seen``."""
        super().__init__(_NOWHERE, {}, (), values, kept=kept)
        self._seen = seen

    def __getitem__(self, column: TableColumn[T]) -> T | None:
        """Return the value under ``column``.

        Raises:
            LookupError: it is none of those that are shown.
        """
        if column.name not in self._seen:
            raise LookupError(column.name)
        return super().__getitem__(column)


class _Known(dict[_Texts, V]):
    """What combinations of texts say, each looked at when it is met first."""

    def __init__(self, look: Callable[[_Texts], V]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, texts: _Texts) -> V:
        value = self[texts] = self._look(texts)
        return value

    def of(self, keys: Iterable[_Texts]) -> list[V]:
        """Return what each of some says."""
        if len(self) > _REMEMBERED:
            self.clear()
        return list(map(self.__getitem__, keys))


class _Group:
    """Columns that say something together: each combination of their texts is looked at once."""

    def __init__(
        self, columns: Iterable[TableColumn[Any]], readers: _Readers, facts: Facts, setting: Setting
    ) -> None:
        names = [column.name for column in columns]
        self._seen, self._kept, self._setting = frozenset(names), facts.kept, setting
        self._given = {name: facts.given[name] for name in names if name in facts.given}
        self.readers = [readers[name] for name in names if name in readers]

    def keys(self, columns: Sequence[Column]) -> Iterable[_Texts]:
        """Return the texts of each row."""
        return zip(*(columns[one.place.position] for one in self.readers), strict=True)

    def row(self, texts: _Texts) -> Part:
        """Return the cells of a row."""
        said = zip(self.readers, texts, strict=True)
        values = {one.place.column.name: one.values[text] for one, text in said if text}
        return Part(self._seen, self._given | values, self._kept)


class _Fields(_Group):
    """What the columns of a `Composite` say of several fields.

    Attributes:
        blank: the fields where every one of the columns is blank.
    """

    def __init__(self, one: Composite[Any], readers: _Readers, facts: Facts, setting: Setting) -> None:
        super().__init__((*one.columns, *one.beside), readers, facts, setting)
        self._read = one.read
        self.blank = one.read(self.row(("",) * len(self.readers)), setting)
        self._known = _Known(self._look)
        uncounted = {column.name for column in one.uncounted}
        self._counted = [one.place.column.name not in uncounted for one in self.readers]

    @property
    def counted(self) -> Iterator[CellReader]:
        """The columns on which figures may hang."""
        return compress(self.readers, self._counted)

    def values(self, columns: Sequence[Column]) -> Iterator[Sequence[Any]]:
        """Yield the values of each field, those of all rows."""
        found = self._known.of(self.keys(columns))
        yield from (list(map(itemgetter(at), found)) for at in range(len(self.blank)))

    def said(self, keys: Iterable[_Texts]) -> Sequence[tuple[Any, ...]]:
        """Return what the fields say in each of some combinations of texts of the `counted` columns."""
        return self._known.of(map(self._whole, keys))

    def _whole(self, key: _Texts) -> _Texts:
        texts = iter(key)
        return tuple(next(texts) if is_counted else "" for is_counted in self._counted)

    def _look(self, texts: _Texts) -> tuple[Any, ...]:
        said = self._read(self.row(texts), self._setting)
        return tuple(said[name] for name in self.blank)


class _Faults(_Group):
    """Which cells contradict each other though each can be read."""

    def __init__(
        self,
        columns: Iterable[TableColumn[Any]],
        check: Callable[[Row, Setting], Iterator[Fault]],
        readers: _Readers,
        facts: Facts,
        setting: Setting,
    ) -> None:
        super().__init__(columns, readers, facts, setting)
        self._check = check
        self._known = _Known(self._look)

    def rows(self, columns: Sequence[Column], odd: Collection[int]) -> Iterator[int]:
        """Yield the rows, from 0, beside those that are odd already."""
        if not self.readers:
            yield from range(len(columns[0])) if self._given and self._known[()] else ()
            return
        said = [columns[one.place.position] for one in self.readers]
        known = [column for column in said if isinstance(column, Distinct)]
        if len(known) == len(said):
            yield from known[0].together(known[1:], odd, self._known.__getitem__)
            return
        rows = [at for at in range(len(columns[0])) if at not in odd] if odd else range(len(columns[0]))
        keys = self.keys(columns)
        faulty = self._known.of((texts for at, texts in enumerate(keys) if at not in odd) if odd else keys)
        yield from compress(rows, faulty)

    def _look(self, texts: _Texts) -> bool:
        return any(self._check(self.row(texts), self._setting))


def _is_alone(one: Composite[Any], readers: _Readers) -> bool:
    """Tell whether the first column of a `Composite` fills its one field, as none of the others is there."""
    return one.is_plain and [column.name for column in one.columns if column.name in readers] == [
        one.columns[0].name
    ]


def _faults(spec: TableSpec[Any], readers: _Readers, facts: Facts, setting: Setting) -> Iterator[_Faults]:
    """Yield each check of a row, with the columns at which it looks."""
    yield _Faults(spec.checked, spec.check, readers, facts, setting)
    for one in spec.composites:
        if one.is_checked and _may_contradict(one, readers, facts):
            yield _Faults(one.columns, one.check, readers, facts, setting)


def _may_contradict(one: Composite[Any], readers: _Readers, facts: Facts) -> bool:
    """Tell whether more than one column of a `Composite` says something."""
    return sum(column.name in readers or column.name in facts.given for column in one.columns) > 1


class BatchReader(Generic[T]):
    """Reads rows by columns, where one row of a table is one value of a class.

    What a row says is the same as when it is read for itself (`tests/intake/test_batch.py`); whatever has to
    be told of a row is not told here: it is odd, and read for itself.

    Attributes:
        model: makes a row of its fields.
        constants: what rows say of the fields that none of their columns fills.
    """

    def __init__(
        self,
        spec: TableSpec[T],
        sheet: Sheet,
        facts: Facts,
        readers: Sequence[CellReader],
        setting: Setting,
        *,
        is_placed: bool = True,
    ) -> None:
        """Read by ``readers``, those of the columns that are there.

        Args:
            spec: describes the table.
            sheet: what is typed.
            facts: what is known of it.
            readers: of its columns.
            setting: of the report.
            is_placed: whether each value tells its row, or the table alone.
        """
        self._sheet, self._setting, self._readers = sheet, setting, readers
        by_name = {one.place.column.name: one for one in readers}
        parts = [one for one in spec.composites if not _is_alone(one, by_name)]
        alone = (one.columns[0] for one in spec.composites if one not in parts)
        self._plain = [by_name[column.name] for column in (*spec.plain, *alone) if column.name in by_name]
        fields = [_Fields(one, by_name, facts, setting) for one in parts]
        self._fields = [one for one in fields if one.readers]
        self._faults = list(_faults(spec, by_name, facts, setting))
        self._uncounted = {column.name for one in parts for column in one.uncounted}
        self._settled: dict[str, dict[str, Any]] = {}
        self._passing = set[int]()
        unknown = (at for at in range(len(sheet.heading)) if at not in facts.layout.titled)
        self._strange = (*unknown, *(at for at, _ in facts.layout.unread))
        names = [
            *(one.place.column.field for one in self._plain),
            *(name for one in self._fields for name in one.blank),
        ]
        always = {name: value for one in fields for name, value in one.blank.items()}
        always |= self._given(spec, facts)
        self.model, self.constants = spec.model, {**spec.blanks, **always, "unread": ()}
        self._make: Callable[..., T] = maker(spec.model, (*names, "source"), self.constants)
        place = {"file": sheet.file, "sheet": sheet.sheet}
        self._source = maker(Source, ("row", "key") if sheet.keys else ("row",), place)
        self._is_placed, self._sheet_itself = is_placed, Source(file=sheet.file, sheet=sheet.sheet)

    def _given(self, spec: TableSpec[T], facts: Facts) -> Iterator[tuple[str, Any]]:
        """Yield the field and the value of each column of which every row says the same."""
        for column in spec.plain:
            if column.name in facts.given:
                value = facts.given[column.name]
                settled = column.settle(self._setting, value) if column.settle else value
                yield column.field, column.otherwise if settled is None else settled

    @staticmethod
    def can_read(spec: TableSpec[Any]) -> bool:
        """Tell whether the rows of a table can be read by columns."""
        return spec.is_plain and can_be_made(spec.model)

    def odd(self, columns: Sequence[Column], passed: Container[int], *, is_counted: bool = False) -> set[int]:
        """Return the rows, from 0, of which anything has to be told; what the others say is known then.

        Args:
            columns: of some rows.
            passed: rows that are no data, or are read for themselves anyway.
            is_counted: whether rows are taken by their `readings`, and no value is made of them.
        """
        odd = set[int]()
        self._passing.clear()
        for one in self._readers:
            cells = columns[one.place.position]
            may_pass = one in self._plain or (is_counted and one.place.column.name in self._uncounted)
            if may_pass and one.passes(cells):
                self._passing.add(one.place.position)
            else:
                odd.update(one.odd(cells, passed))
        for position in self._strange:
            odd.update(at for at, text in enumerate(columns[position]) if text)
        for faults in self._faults:
            odd.update(faults.rows(columns, odd))
        return odd

    def values(self, columns: Sequence[Column], first: int) -> Iterator[T]:
        """Return the values of rows that follow each other from the ``first`` row on, none of them odd."""
        said = [self._of_field(one, columns[one.place.position]) for one in self._plain]
        for one in self._fields:
            said += one.values(columns)
        return map(self._make, *said, self._sources(range(first, first + len(columns[0]))))

    def first_rows(self, columns: Sequence[Distinct], passed: Collection[int]) -> Iterator[int]:
        """Yield the rows, from 0, in which a name comes first by which all rows that follow are read."""
        for one in self._plain:
            if one.place.column.settle is not None:
                settled, cells = self._settled_of(one), columns[one.place.position]
                yield from cells.first_rows([text for text in cells.texts if text not in settled], passed)

    @property
    def readings(self) -> Iterator[FieldReading]:
        """What columns say of the fields of a row, where none of its cells is odd."""
        for one in self._plain:
            yield FieldReading((one.place.column.field,), (one.place.position,), partial(self._of_texts, one))
        for group in self._fields:
            if places := tuple(one.place.position for one in group.counted):
                yield FieldReading(tuple(group.blank), places, group.said)

    def _of_texts(self, one: CellReader, keys: Iterable[_Texts]) -> Sequence[tuple[Any, ...]]:
        return list(zip(self._of_field(one, [text for (text,) in keys]), strict=True))

    def _of_field(self, one: CellReader, cells: Column) -> Iterable[Any]:
        column = one.place.column
        if column.settle is None:
            return cells if one.place.position in self._passing else map(one.values.__getitem__, cells)
        settled = self._settled_of(one)
        for text in dict.fromkeys(cells):
            if text not in settled:
                value = column.settle(self._setting, one.values[text])
                settled[text] = column.otherwise if value is None else value
        return map(settled.__getitem__, cells)

    def _settled_of(self, one: CellReader) -> dict[str, Any]:
        """Return what the texts of a column say in the setting of the report, as far as they were met."""
        return self._settled.setdefault(one.place.column.name, {"": one.place.column.otherwise})

    def _sources(self, rows: range) -> Iterator[Source]:
        if not self._is_placed:
            return repeat(self._sheet_itself, len(rows))
        keys = self._sheet.keys
        return (
            map(self._source, rows, (keys.get(row, "") for row in rows)) if keys else map(self._source, rows)
        )
