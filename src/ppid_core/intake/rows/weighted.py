"""Rows that say the same, each of these sayings once with how many say it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import repeat, starmap
from typing import Any, Generic, TypeVar

import polars as pl
from attrs import evolve, field, frozen

from ppid_core.intake.rows.batch import BatchReader, FieldReading
from ppid_core.intake.rows.columns import Distinct
from ppid_core.intake.rows.combination import Combination, Factor
from ppid_core.intake.rows.polars_column import PolarsColumn, all_but, first_rows
from ppid_core.model.maker import maker

T = TypeVar("T")


@frozen(eq=False)
class _Part:
    """What rows say of some fields."""

    fields: tuple[str, ...]
    factor: Factor

    def only(self, fields: Sequence[str]) -> _Part:
        """Return what they say of some of the fields."""
        at = [place for place, name in enumerate(self.fields) if name in fields]
        if len(at) == len(self.fields):
            return self
        found = [tuple(value[place] for place in at) for value in self.factor.values]
        values: dict[Hashable, tuple[Any, ...]] = {}
        marks = [tuple(map(_mark, one)) for one in found]
        for mark, one in zip(marks, found, strict=True):
            values.setdefault(mark, one)
        return _Part(
            tuple(self.fields[place] for place in at), _renumbered(self.factor.numbers, marks, values)
        )


@frozen(kw_only=True, eq=False, slots=False)
class AlikeRows(Generic[T]):
    """The different things that some fields of rows say together.

    Attributes:
        sizes: how many rows say each.
    """

    sizes: Sequence[int]
    _of: WeightedRows[T]
    _fields: tuple[str, ...]
    _said: Sequence[tuple[Any, ...]]
    _numbers: pl.Series
    _together: Combination

    @cached_property
    def rows(self) -> list[T]:
        """A row for each, which says of other fields what all rows say."""
        return list(starmap(maker(self._of.model, self._fields, self._of.constants), self._said))

    def added(self, field: str) -> Iterator[T]:
        """Yield a row for each, in which a number stands for all that say it; None is said as often as it is.

        Args:
            field: of the number.
        """
        names = self._fields if field in self._fields else (*self._fields, field)
        make, at = maker(self._of.model, names, self._of.constants), names.index(field)
        always: Any = self._of.constants.get(field)
        for said, size in zip(self._said, self.sizes, strict=True):
            number = said[at] if at < len(said) else always
            whole, times = (None, size) if number is None else (number * size, 1)
            yield from repeat(make(*said[:at], whole, *said[at + 1 :]), times)

    def where(self, wanted: Sequence[bool]) -> WeightedRows[T]:
        """Return the rows of wanted ones."""
        return self._of.where(pl.Series(wanted, dtype=pl.Boolean).gather(self._places))

    def merged(self, keys: Sequence[Hashable]) -> WeightedRows[T]:
        """Return the rows, of which those say in these fields what the first one of their key says.

        Args:
            keys: of each; rows of None are left out.
        """
        values: dict[Hashable, tuple[Any, ...]] = {}
        for key, said in zip(keys, self._said, strict=True):
            if key is not None:
                values.setdefault(key, said)
        rows, places = self._of, self._places
        if None in keys:
            wanted = pl.Series([key is not None for key in keys], dtype=pl.Boolean).gather(places)
            rows, places = rows.where(wanted), places.filter(wanted)
        return rows.saying(self._fields, _renumbered(places, keys, values))

    @cached_property
    def _places(self) -> pl.Series:
        """For each row the place of what it says."""
        return self._together.places(self._numbers)


@frozen(kw_only=True, eq=False)
class WeightedRows(Generic[T]):
    """Rows of a table by what their columns say, none of them a value of its own.

    Attributes:
        model: makes a row of its fields.
        constants: the fields of which every row says the same.
    """

    model: Callable[..., T]
    constants: Mapping[str, object]
    _length: int
    _readings: Mapping[str, FieldReading]
    """By each field that they fill."""
    _columns: Sequence[PolarsColumn]
    _kept: pl.Series | None = None
    """Of the rows of the columns, which are there."""
    _read: dict[str, _Part] = field(factory=dict)
    """What columns say of fields, as far as it was asked."""
    _instead: Mapping[str, _Part] = field(factory=dict)
    """What is said of fields instead."""

    @classmethod
    def of(
        cls, reader: BatchReader[T], columns: Sequence[Distinct], passed: Collection[int]
    ) -> WeightedRows[T]:
        """Return rows by their columns, but those, from 0, that are left out."""
        length = len(columns[0])
        return cls(
            model=reader.model,
            constants=reader.constants,
            length=length - len(passed),
            readings={name: one for one in reader.readings for name in one.fields},
            columns=[column for column in columns if isinstance(column, PolarsColumn)],
            kept=all_but(passed, length) if passed else None,
        )

    def __len__(self) -> int:
        """Return how many rows there are."""
        return self._length

    def tells_apart(self, field: str) -> bool:
        """Tell whether rows may differ in a field."""
        return field in self._readings

    def by(self, *fields: str) -> AlikeRows[T]:
        """Return what some fields say together."""
        parts = [part.only(fields) for part in self._parts_of(fields)]
        together = Combination.of([part.factor for part in parts], self._length)
        numbers, sizes = together.counted()
        return AlikeRows(
            sizes=sizes,
            of=self,
            fields=tuple(name for part in parts for name in part.fields),
            said=together.said(numbers),
            numbers=numbers,
            together=together,
        )

    def each(self, *fields: str) -> Iterator[T]:
        """Yield a row for each value of some fields, one field after the other, in the order of the rows."""
        for name in filter(self.tells_apart, fields):
            for part in self._parts_of((name,)):
                values = part.only((name,)).factor.values
                yield from starmap(maker(self.model, (name,), self.constants), values)

    def first(self, field: str, wanted: Callable[[T], bool]) -> list[int]:
        """Return the first row, from 0 of all in the columns, of each value of a field that is wanted."""
        make, found = maker(self.model, (field,), self.constants), list[int]()
        for part in self._parts_of((field,)):
            factor = part.only((field,)).factor
            found += first_rows(factor, self._kept, [wanted(make(*value)) for value in factor.values])
        return found

    def where(self, wanted: pl.Series) -> WeightedRows[T]:
        """Return some of the rows."""
        kept = wanted if self._kept is None else self._kept.clone().scatter(self._kept.arg_true(), wanted)
        read, instead = (_filtered(parts, wanted) for parts in (self._read, self._instead))
        return evolve(self, length=int(wanted.sum()), kept=kept, read=read, instead=instead)

    def saying(self, fields: tuple[str, ...], factor: Factor) -> WeightedRows[T]:
        """Return the rows with other values in some fields."""
        return evolve(self, instead={**self._instead, **dict.fromkeys(fields, _Part(fields, factor))})

    def _parts_of(self, fields: Sequence[str]) -> list[_Part]:
        """Return what rows say of some fields, but of those of which all say the same."""
        found: dict[int, _Part] = {}
        for name in fields:
            part = self._instead.get(name) or self._read.get(name)
            if part is None and name in self._readings:
                part = self._said_of(self._readings[name])
                self._read.update(dict.fromkeys(part.fields, part))
            if part is not None:
                found[id(part)] = part
        return list(found.values())

    def _said_of(self, one: FieldReading) -> _Part:
        """Return what columns say of their fields, each combination of their texts read once."""
        columns = [self._columns[at].factor(self._kept) for at in one.positions]
        texts = Combination.of(columns, self._length).as_one()
        return _Part(one.fields, Factor(texts.numbers, one.said(texts.values)))


def _filtered(parts: Mapping[str, _Part], wanted: pl.Series) -> dict[str, _Part]:
    """Return what some of the rows say."""
    found: dict[int, _Part] = {}
    for part in parts.values():
        if id(part) not in found:
            numbers = part.factor.numbers.filter(wanted)
            found[id(part)] = evolve(part, factor=evolve(part.factor, numbers=numbers))
    return {name: found[id(part)] for name, part in parts.items()}


def _renumbered(
    places: pl.Series, keys: Sequence[Hashable], values: Mapping[Hashable, tuple[Any, ...]]
) -> Factor:
    """Return what rows say by the keys of what they said before."""
    numbers = {key: at for at, key in enumerate(values)}
    found = pl.Series([numbers.get(key, 0) for key in keys], dtype=pl.UInt32)
    return Factor(found.gather(places), list(values.values()))


def _mark(value: object) -> Hashable:
    """Return what tells a value from others; what is more than a word is itself alone."""
    return value if value is None or isinstance(value, str | int | date) else id(value)
