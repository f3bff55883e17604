"""Words of a table that are in no list though there is one: each stays a category of its own, and is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from ppid_core.glossary import spelling
from ppid_core.intake.tables.spec import TableSpec

if TYPE_CHECKING:
    from ppid_core.intake.rows.weighted import WeightedRows

T = TypeVar("T")


class UnlistedWords(Generic[T]):
    """The words of one table, each as it was typed first."""

    def __init__(self, spec: TableSpec[T]) -> None:
        """Look for words of the columns of a table that have a list, but not a closed one."""
        self._spec = spec
        self._fields = [column.field for column in spec.columns if column.coded]
        self._words: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def take(self, values: Sequence[T] | WeightedRows[T]) -> None:
        """Take those of values that come next."""
        rows = values if isinstance(values, Sequence) else list(values.each(*self._fields))
        for name, key, word in self._of(rows):
            self._words[name].setdefault(key, word)

    def first_rows(self, rows: WeightedRows[T]) -> Iterator[int]:
        """Yield the rows in which a new word comes first."""
        for name in self._fields:
            yield from rows.first(name, lambda row: any(self._is_new(*one) for one in self._of((row,))))

    def by_column(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the words of each column, in the order of the columns."""
        for name in (column.name for column in self._spec.columns if column.name in self._words):
            yield name, tuple(self._words[name].values())

    def _of(self, rows: Sequence[T]) -> Iterator[tuple[str, str, str]]:
        """Yield the words of rows, each with its column and what it is known by."""
        for column, word in self._spec.unlisted(rows):
            yield column.name, spelling(word) or word, word

    def _is_new(self, name: str, key: str, _: str) -> bool:
        return key not in self._words[name]
