"""Reads a table under foreign headings and codes, as *peta* says; what was typed stays in every message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import tzinfo
from typing import Any, TypeVar

from attrs import evolve, frozen

from ppid_core.glossary import spelling
from ppid_core.intake.spec import Column, TableSpec
from ppid_core.intake.tables import Translation

T = TypeVar("T")


@frozen
class Dictionary:
    """The lines of *peta*."""

    lines: tuple[Translation, ...] = ()

    def applied(self, spec: TableSpec[T]) -> TableSpec[T]:
        """Return the table that also knows the foreign headings and words."""
        lines = [line for line in self.lines if line.table in {"", spec.name}]
        names = {column.name for column in spec.columns}
        headings = {line.heading: line.column for line in lines if line.heading and line.column in names}
        columns = tuple(_reading(column, lines) for column in spec.columns)
        if not headings and columns == spec.columns:
            return spec
        return evolve(spec, columns=columns, accepted={**spec.accepted, **headings})


def _reading(column: Column[Any], lines: Iterable[Translation]) -> Column[Any]:
    words = {line.word: line.meant for line in lines if line.word and line.column == column.name}
    if not words:
        return column
    return evolve(
        column,
        read=_translated(column.read, words),
        zoned=None if column.zoned is None else _translated(column.zoned, words),
        means=lambda text: spelling(text) in words,
    )


def _translated(read: Callable[..., T], words: Mapping[str, str]) -> Callable[..., T]:
    def reader(text: str, *zone: tzinfo) -> T:
        return read(words.get(spelling(text), text), *zone)

    return reader
