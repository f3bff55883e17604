"""Tables of very many different texts in little memory: rows packed into one text, and views of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, overload

_SEPARATOR = "\x1f"
"""The unit separator of ASCII; a row that holds one itself is kept as it is."""

T = TypeVar("T")
_Rows = Sequence[Sequence[str]]


class PackedRows(Sequence[list[str]]):
    """Rows each of which is held as one text: a list of its cells takes some eight times the memory."""

    def __init__(self, rows: Iterable[list[str]] = ()) -> None:
        """Pack the rows."""
        self._rows = [_packed(row) for row in rows]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def __iter__(self) -> Iterator[list[str]]:
        """Unpack one row after the other."""
        return map(_unpacked, self._rows)

    @overload
    def __getitem__(self, at: int) -> list[str]: ...
    @overload
    def __getitem__(self, at: slice) -> PackedRows: ...
    def __getitem__(self, at: int | slice) -> list[str] | PackedRows:
        """Return one row, or some of them."""
        return self._some(self._rows[at]) if isinstance(at, slice) else _unpacked(self._rows[at])

    def __setitem__(self, at: int, row: Sequence[str]) -> None:
        """Replace one row."""
        self._rows[at] = _packed(list(row))

    def append(self, row: list[str]) -> None:
        """Add a row."""
        self._rows.append(_packed(row))

    def copy(self) -> PackedRows:
        """Return rows that can be replaced without changing these."""
        return self._some(self._rows.copy())

    @staticmethod
    def _some(rows: list[str | list[str]]) -> PackedRows:
        packed = PackedRows()
        packed._rows = rows
        return packed


def copied(rows: _Rows) -> list[Sequence[str]] | PackedRows:
    """Return rows that can be replaced, packed where they are."""
    return rows.copy() if isinstance(rows, PackedRows) else list(rows)


class RowView(Sequence[T]):
    """What of each row is looked at, made anew whenever it is asked for, and never held."""

    def __init__(self, rows: Sequence[Sequence[str]], look: Callable[[Sequence[str]], T]) -> None:
        """Look at the rows by a function."""
        self._rows, self._look = rows, look

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        """Look at one row after the other."""
        return map(self._look, self._rows)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> RowView[T]: ...
    def __getitem__(self, at: int | slice) -> T | RowView[T]:
        """Look at one row, or at some."""
        return RowView(self._rows[at], self._look) if isinstance(at, slice) else self._look(self._rows[at])


def _packed(row: list[str]) -> str | list[str]:
    packed = _SEPARATOR.join(row)
    return row if not row or packed.count(_SEPARATOR) >= len(row) else packed


def _unpacked(row: str | list[str]) -> list[str]:
    return row.split(_SEPARATOR) if isinstance(row, str) else row
