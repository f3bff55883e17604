"""What several columns of numbers say together: one number for each combination, and what it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl
from attrs import frozen

_SHORT, _MOST = 1 << 32, 1 << 62
"""Numbers that fit into four bytes, and the highest that there are."""
_LISTED = 1 << 20
"""Of so many numbers a list is made that says the place of each; more are looked up."""


@frozen(eq=False)
class Factor:
    """What rows say, as a number for each.

    Attributes:
        numbers: of each row the place of what it says among the values.
        values: what may be said, of one field or of several.
    """

    numbers: pl.Series
    values: Sequence[tuple[Any, ...]]


@frozen(eq=False)
class Combination:
    """What rows say in several ways at once.

    Attributes:
        parts: the ways.
        numbers: of each row one for all that it says; equal ones say the same.
        most: all numbers are less.
    """

    parts: Sequence[Factor]
    numbers: pl.Series
    most: int

    @classmethod
    def of(cls, parts: Sequence[Factor], length: int) -> Combination:
        """Return what so many rows say in all parts."""
        most = 1
        for at, part in enumerate(parts):
            if most * len(part.values) > _MOST:
                first = cls.of(parts[:at], length)
                return cls.of([first.as_one(), *parts[at:]], length)
            most *= max(len(part.values), 1)
        kind = pl.UInt32 if most <= _SHORT else pl.UInt64
        numbers = pl.zeros(0 if parts else length, dtype=kind, eager=True)
        for at, part in enumerate(parts):
            more = part.numbers.cast(kind)
            numbers = numbers * len(part.values) + more if at else more
        return cls(parts, numbers, most)

    def as_one(self) -> Factor:
        """Return what is said in all parts as if it was one."""
        different = self.numbers.unique(maintain_order=True)
        return Factor(self.places(different), self.said(different))

    def counted(self) -> tuple[pl.Series, list[int]]:
        """Return the different numbers, and how many rows have each."""
        found = self.numbers.alias("number").value_counts(name="size")
        return found["number"], found["size"].to_list()

    def said(self, numbers: pl.Series) -> list[tuple[Any, ...]]:
        """Return what some numbers stand for."""
        columns: list[Sequence[Any]] = []
        for part in reversed(self.parts):
            places = (numbers % len(part.values)).to_list()
            numbers = numbers // len(part.values)
            width = len(part.values[0]) if part.values else 0
            columns += [[part.values[place][at] for place in places] for at in reversed(range(width))]
        return list(zip(*reversed(columns), strict=True)) if columns else [()] * len(numbers)

    def places(self, numbers: pl.Series) -> pl.Series:
        """Return for each row the place of its number among the different ones."""
        places = pl.Series(range(len(numbers)), dtype=pl.UInt32)
        if self.most <= _LISTED:
            listed = pl.zeros(self.most, dtype=pl.UInt32, eager=True).scatter(numbers, places)
            return listed.gather(self.numbers)
        return self.numbers.replace_strict(numbers, places, return_dtype=pl.UInt32)
