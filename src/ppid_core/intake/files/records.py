"""From whatever has rows to names and values: each row once, by what its library offers, none imported."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, TypeGuard

from ppid_core.errors import RowError
from ppid_core.intake.cells import CellError
from ppid_core.intake.rows.columns import BATCH
from ppid_core.language import Bilingual

_PLAIN_NAMES = frozenset({str})


class _Cursor(Protocol):
    """A cursor of a database (PEP 249) that was told what to fetch."""

    @property
    def description(self) -> Iterable[Sequence[Any]] | None: ...
    def fetchmany(self, size: int = ..., /) -> Sequence[Any]: ...


class _Result(Protocol):
    """A result of SQLAlchemy."""

    def keys(self) -> Iterable[str]: ...
    def mappings(self) -> Iterable[Any]: ...


class _Query(Protocol):
    """A query set of Django."""

    def iterator(self, chunk_size: int = ...) -> Iterable[Any]: ...
    def values_list(self) -> Any: ...  # noqa: ANN401  no other library offers it


class _Polars(Protocol):
    """A frame of polars."""

    def iter_rows(self, *, named: Literal[True]) -> Iterable[Any]: ...


class _Pandas(Protocol):
    """A frame of pandas."""

    @property
    def index(self) -> Any: ...  # noqa: ANN401  with its ``names``
    @property
    def columns(self) -> Iterable[Any]: ...
    def itertuples(self, *, index: bool, name: None) -> Iterable[Any]: ...
    def reset_index(self) -> Any: ...  # noqa: ANN401  a frame whose index is columns


class _Batch(Protocol):
    """A batch of Arrow; a table has the same, and all its rows are one of them or more."""

    @property
    def schema(self) -> Any: ...  # noqa: ANN401  with the ``names`` of its columns
    @property
    def num_rows(self) -> int: ...
    def slice(self, offset: int, length: int) -> Any: ...  # noqa: ANN401  some of them, as a batch
    def to_pylist(self) -> Sequence[Any]: ...


class _Batches(Protocol):
    """A table or a data set of Arrow."""

    def to_batches(self) -> Iterable[Any]: ...


Rows = Iterable[Mapping[str, object]] | _Cursor | _Result | _Query | _Polars | _Pandas | _Batches | _Batch
"""The rows of one table: mappings, also from a generator; a cursor, a result, a query set, a data frame."""


def mappings(table: str, rows: object) -> Iterator[dict[str, object]]:
    """Yield each row as names and values; of what is fetched as it is gone through, nothing is kept.

    Args:
        table: the name of the table as given.
        rows: as `Rows` says, or frames that come one after the other.

    Raises:
        RowError: what stands for the rows, or for one of them, is none.
        CellError: two of its columns have one name.
    """
    for number, row in enumerate(_records(table, rows), start=1):
        taken = _named(row) if type(row) is not dict else row
        if not _is_row(taken):
            raise RowError(table, f"#{number}", row)
        if type(taken) is dict and set(map(type, taken)) <= _PLAIN_NAMES:
            yield taken
        else:
            yield {str(name): taken[name] for name in taken.keys()}  # noqa: SIM118  a row of sqlite3 iterates over values


def _named(row: Any) -> object:  # noqa: ANN401  any row
    """Return a row of SQLAlchemy, and a named tuple, by its names; any other as it is."""
    if hasattr(row, "_mapping"):
        return row._mapping  # noqa: SLF001  so SQLAlchemy calls it, and documents it
    return row._asdict() if isinstance(row, tuple) and hasattr(row, "_asdict") else row


def _is_row(row: object) -> TypeGuard[Mapping[Any, object]]:
    """Tell whether ``row`` has names and values: a mapping, or a row of sqlite3."""
    return hasattr(row, "keys") and hasattr(row, "__getitem__")


def _records(table: str, rows: Any) -> Iterator[Any]:  # noqa: ANN401  what has rows
    """Yield the rows of a list, of a frame, or of what a database returned.

    Raises:
        RowError: ``rows`` is one row, a text, or nothing that can be gone through.
    """
    if (way := _way(rows)) is not None:
        yield from way(table, rows)
    elif isinstance(rows, str | bytes | Mapping) or not isinstance(rows, Iterable):
        raise RowError(table, "", rows)
    else:
        for row in rows:
            if type(row) is not dict and (way := _way_of_frame(row)) is not None:
                yield from way(table, row)
            else:
                yield row


_Way = Callable[[str, Any], Iterator[Any]]


def _way(rows: object) -> _Way | None:
    """Return how the rows of a library are gone through, by what it offers; None where it is a plain list."""
    if callable(getattr(rows, "mappings", None)):
        return _of_result
    if hasattr(rows, "fetchmany") and hasattr(rows, "description"):
        return _of_cursor
    if hasattr(rows, "iterator") and hasattr(rows, "values_list"):
        return _of_query
    return _way_of_frame(rows)


def _way_of_frame(rows: object) -> _Way | None:
    if hasattr(rows, "iter_rows"):
        return _of_polars
    if hasattr(rows, "itertuples") and hasattr(rows, "columns"):
        return _of_pandas
    if hasattr(rows, "to_batches"):
        return _of_batches
    if hasattr(rows, "to_pylist") and hasattr(rows, "slice"):
        return _of_batch
    return None


def _of_result(_: str, rows: _Result) -> Iterator[Any]:
    _refuse_twins(list(rows.keys()))
    yield from rows.mappings()


def _of_cursor(table: str, rows: _Cursor) -> Iterator[Any]:
    names: Sequence[str] = ()
    while some := rows.fetchmany(BATCH):
        names = names or _described(rows)  # some drivers know them only when they have fetched
        for number, row in enumerate(some, start=1):
            if isinstance(row, Mapping):
                yield row
            elif _has_cells(row, names):
                yield dict(zip(names, row, strict=True))
            else:
                raise RowError(table, f"#{number}", row)
    if rows.description is None:
        raise RowError(table, "", rows)


def _described(cursor: _Cursor) -> Sequence[str]:
    names = [str(column[0]) for column in cursor.description or ()]
    _refuse_twins(names)
    return names


def _has_cells(row: object, names: Collection[str]) -> bool:
    return hasattr(row, "__len__") and not isinstance(row, str | bytes) and len(row) == len(names)


def _of_query(_: str, rows: _Query) -> Iterator[Any]:
    yield from rows.iterator(chunk_size=BATCH)  # gone through as a list, it keeps every row


def _of_polars(_: str, rows: _Polars) -> Iterator[Any]:
    yield from rows.iter_rows(named=True)


def _of_pandas(_: str, rows: _Pandas) -> Iterator[Any]:
    if any(name is not None for name in rows.index.names):
        rows = rows.reset_index()  # what has a name is a column
    names = [str(name) for name in rows.columns]
    _refuse_twins(names)
    yield from (dict(zip(names, row, strict=True)) for row in rows.itertuples(index=False, name=None))


def _of_batches(table: str, rows: _Batches) -> Iterator[Any]:
    for batch in rows.to_batches():
        yield from _of_batch(table, batch)


def _of_batch(_: str, rows: _Batch) -> Iterator[Any]:
    _refuse_twins(list(rows.schema.names))
    for begin in range(0, rows.num_rows, BATCH):
        yield from rows.slice(begin, BATCH).to_pylist()


def _refuse_twins(names: Sequence[str]) -> None:
    """Refuse columns of one name: a row by its names would hold the last of them alone.

    Raises:
        CellError: there are some.
    """
    twin = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if twin is not None:
        raise CellError(
            Bilingual(
                f'dua kolom bernama "{twin}". Beri salah satunya nama lain, misalnya dengan AS dalam SELECT.',
                f'two columns are called "{twin}". Give one of them another name, as with AS in SELECT.',
            ),
            Bilingual("nama kolom yang berbeda", "columns of different names"),
        )
