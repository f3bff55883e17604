"""Rows of the model made of plain values by columns: what repeats is read once, and nothing is told.

Whatever is odd is an exception here, and read once more value by value, by what knows where it stands
(`wire.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from inspect import isclass
from itertools import chain, islice
from operator import itemgetter
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin

from attrs import NOTHING, Attribute, fields, has, resolve_types

from ppid_core.model.maker import can_be_made, maker

_Json = Any  # whatever json.loads returns
_Kind = Any  # whatever stands in an annotation
_Structure = Callable[[_Json, _Kind], Any]
_Read = Callable[[Sequence[_Json]], Iterable[Any]]
_MOST = 4096
"""Rows of which the columns are held at once."""
_AS_THEY_ARE = frozenset({str, int, bool})


def rows_reader(kind: _Kind, structure: _Structure) -> _Read | None:
    """Return what makes values of a class of plain rows; None where it cannot be made by columns.

    Args:
        kind: the class, as an annotation names it.
        structure: makes any one value of the model of a plain one.
    """
    return _Rows(kind, structure).values if _is_made(kind) else None


def _is_made(kind: _Kind) -> bool:
    cls = get_origin(kind) or kind
    return isclass(cls) and has(cls) and can_be_made(cls)


class _Shared(dict[tuple[Any, ...], Any]):
    """Values that are nothing but words, by their words: rows that say the same share one."""

    def __init__(self, make: Callable[..., Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, words: tuple[Any, ...]) -> object:
        made = self[words] = self._make(*words)
        return made


class _Rows:
    """Reads plain objects of one class."""

    def __init__(self, kind: _Kind, structure: _Structure) -> None:
        origin: Any = get_origin(kind)
        cls: type[Any] = origin or kind
        self._class = cls
        resolve_types(cls)
        given = dict(zip(getattr(cls, "__parameters__", ()), get_args(kind), strict=False))
        self._members: dict[str, Attribute[Any]] = {one.name: one for one in fields(cls)}
        self._kinds = {name: given.get(one.type, one.type) for name, one in self._members.items()}
        self._required = {name for name, one in self._members.items() if one.default is NOTHING}
        self._are_words = all(map(_is_word, self._kinds.values()))
        self._reader = cache(lambda name: _reader(self._kinds[name], structure))
        self._maker: Callable[[tuple[str, ...]], Callable[..., Any]] = cache(
            lambda names: maker(cls, names, {})
        )

    def values(self, rows: Sequence[_Json]) -> Iterator[Any]:
        """Return a value for each object, one after the other.

        Raises:
            ValueError: one of them is no such object; as is whatever else a reader of its values raises.
        """
        return chain.from_iterable(
            self._some(rows[begin : begin + _MOST]) for begin in range(0, len(rows), _MOST)
        )

    def _some(self, rows: Sequence[_Json]) -> Iterable[Any]:
        if set(map(type, rows)) != {dict}:
            raise ValueError(self._class)
        said = set[str]().union(*rows)
        if not self._required <= said <= self._members.keys():
            raise ValueError(self._class)
        names = tuple(name for name in self._members if name in said)
        make, columns = self._maker(names), [self._column(name, rows) for name in names]
        if not columns:
            return [make() for _ in rows]
        if not self._are_words:
            return map(make, *columns)
        return map(_Shared(make).__getitem__, zip(*columns, strict=True))

    def _column(self, name: str, rows: Sequence[_Json]) -> Iterable[Any]:
        member, read = self._members[name], self._reader(name)
        try:
            values = read(list(map(itemgetter(name), rows)))
        except KeyError:  # some of them say nothing of it
            said, default = iter(read([row[name] for row in rows if name in row])), self._default(name)
            values = (next(said) if name in row else default for row in rows)
        if member.validator is None:
            return values
        values = list(values)
        for value in set(values):
            member.validator(cast("Any", None), member, value)
        return values

    def _default(self, name: str) -> object:
        default: Any = self._members[name].default
        if default is NOTHING:
            raise ValueError(name)
        return default.factory() if hasattr(default, "factory") else default


def _is_word(kind: _Kind) -> bool:
    kinds = set(get_args(kind) or (kind,)) - {NoneType}
    return all(isclass(one) and issubclass(one, str) for one in kinds)


def _reader(kind: _Kind, structure: _Structure) -> _Read:
    """Return what reads a column of values of one kind."""
    origin: object = get_origin(kind)
    inner = get_args(kind)
    if origin in {Union, UnionType} and NoneType in inner and len(inner) == len((None, kind)):
        (other,) = (one for one in inner if one is not NoneType)
        return _optional(_reader(other, structure))
    if origin is tuple and inner[1:] == (...,):
        return _several(_reader(inner[0], structure))
    return rows_reader(kind, structure) or _single(kind, structure)


def _optional(read: _Read) -> _Read:
    """Return what reads a column in which some values may be null."""

    def values(column: Sequence[_Json]) -> Iterable[Any]:
        if None not in column:
            return read(column)
        said = iter(read([one for one in column if one is not None]))
        return (None if one is None else next(said) for one in column)

    return values


def _several(read: _Read) -> _Read:
    """Return what reads a column of lists."""

    def values(column: Sequence[_Json]) -> Iterator[Any]:
        if set(map(type, column)) != {list}:
            raise ValueError(column)
        said = iter(read(list(chain.from_iterable(column))))
        return (tuple(islice(said, len(one))) for one in column)

    return values


def _single(kind: _Kind, structure: _Structure) -> _Read:
    """Return what reads a column of words, numbers, days, or whatever else has a way of its own."""

    def values(column: Sequence[_Json]) -> Iterable[Any]:
        kinds = set(map(type, column))
        if kind in _AS_THEY_ARE and kinds == {kind}:
            return column
        if kinds != {str}:
            return [structure(one, kind) for one in column]
        known = {text: structure(text, kind) for text in set(column)}
        return map(known.__getitem__, column)

    return values
