"""Ascending numbers of rows: kept as runs, for of a long table nearly all follow each other, and of marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import define, field


@define
class Runs(Iterable[int]):
    """Ascending numbers."""

    _runs: list[range] = field(factory=list)
    _before: list[int] = field(factory=list)
    """How many numbers stand before each run."""

    def add(self, rows: range) -> None:
        """Add numbers that follow each other, greater than all that are there."""
        if not rows:
            return
        last = self._runs[-1] if self._runs else None
        if last is not None and last.stop == rows.start:
            self._runs[-1] = range(last.start, rows.stop)
        else:
            self._before.append(len(self))
            self._runs.append(rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._before[-1] + len(self._runs[-1]) if self._runs else 0

    def __iter__(self) -> Iterator[int]:
        """Yield them from the smallest."""
        return chain.from_iterable(self._runs)

    def below(self, number: int) -> int:
        """Return how many of them are smaller than ``number``."""
        at = bisect_left(self._runs, number, key=lambda run: run.stop)
        if at == len(self._runs):
            return len(self)
        return self._before[at] + max(0, min(number, self._runs[at].stop) - self._runs[at].start)


def places_of(mark: int, marks: bytes | bytearray) -> Iterator[int]:
    """Yield where a mark stands."""
    at = marks.find(mark)
    while at >= 0:
        yield at
        at = marks.find(mark, at + 1)
