"""A table laid out: headings with their spans, cells with what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import TypeGuard

from attrs import frozen

from ppid_core.language import Lang
from ppid_core.model import CellState, Period
from ppid_core.report import Ratio, Table, Value, number, text
from ppid_exporters.layout.cell import is_numeric, naming_column, plain
from ppid_exporters.layout.matrix import fraction, is_blank, is_matrix
from ppid_exporters.layout.speech import Speech, speech
from ppid_exporters.layout.tone import Tone, tone_of

_DAY = re.compile(r"(?:\w+, )?\d{2}-\d{2}-\d{4}")


@frozen(kw_only=True)
class Head:
    """A heading.

    Attributes:
        spans: over how many columns and rows.
        lang: the language of its words, None where it is that of the document.
    """

    title: str
    spans: tuple[int, int] = (1, 1)
    is_band: bool = False
    is_turned: bool = False
    is_numeric: bool = False
    lang: Lang | None = None


@frozen(kw_only=True)
class PlacedHead:
    """A heading, and the columns that it stands above.

    Attributes:
        goes_on: whether it takes the place below it, too.
        is_below: whether it is that place: nothing stands there.
    """

    head: Head
    column: int
    columns: int = 1
    goes_on: bool = False
    is_below: bool = False


@frozen(kw_only=True)
class Cell:
    """A cell of a row.

    Attributes:
        text: as it is printed.
        plain: as machines read it, None where it is no number.
        state: what a cell of a matrix says.
        share: part and whole, where it is drawn as a bar.
        span: over how many columns.
        is_name: whether it names its row.
        is_numeric: whether it stands in a column of numbers.
        tone: how dark it is, of a column of toned shares.
        lang: the language of words that staff wrote, None where it is that of the document.
        parts: its words by their languages, where they are in several.
    """

    text: str
    plain: str | None = None
    state: CellState | None = None
    share: Ratio | None = None
    span: int = 1
    is_name: bool = False
    is_numeric: bool = False
    tone: Tone | None = None
    lang: Lang | None = None
    parts: tuple[Speech, ...] = ()

    @property
    def is_day(self) -> bool:
        """Whether it is a day in figures, as registers have it: hyphens are no place to end a line."""
        return _DAY.fullmatch(self.text) is not None

    @property
    def percent(self) -> str:
        """The length of the bar."""
        return f"{(self.share.fraction if self.share else 0) * 100:.0f}"


@frozen(kw_only=True)
class Grid:
    """A table laid out, to be set in any format."""

    bands: tuple[int, ...]
    heads: tuple[tuple[Head, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...]

    @classmethod
    def of(cls, table: Table, lang: Lang = "id") -> Grid:
        """Lay out ``table``."""
        layout = _Layout(
            numeric=tuple(is_numeric(table, at) for at in range(len(table.columns))),
            naming=naming_column(table),
            langs=tuple(column.lang for column in table.columns),
            is_matrix=is_matrix(table),
            table=table,
            lang=lang,
        )
        return cls(
            bands=tuple(len(some) for _, some in _bands(table)),
            heads=tuple(layout.heads(table)),
            rows=tuple(tuple(layout.row(row)) for row in table.rows),
            total=tuple(layout.total(table.total or ())),
        )

    @property
    def placed(self) -> tuple[tuple[PlacedHead, ...], ...]:
        """The rows of headings, with a place for every column in each."""
        if not self.heads:
            return ()
        first = tuple(_across(self.heads[0]))
        return (first,) if len(self.heads) == 1 else (first, tuple(_below(first, iter(self.heads[1]))))


def _across(heads: tuple[Head, ...]) -> Iterator[PlacedHead]:
    column = 0
    for head in heads:
        yield PlacedHead(head=head, column=column, columns=head.spans[0], goes_on=head.spans[1] > 1)
        column += head.spans[0]


def _below(first: tuple[PlacedHead, ...], heads: Iterator[Head]) -> Iterator[PlacedHead]:
    for above in first:
        if above.goes_on:
            yield PlacedHead(head=Head(title=""), column=above.column, is_below=True)
        else:
            for column in range(above.column, above.column + above.columns):
                yield PlacedHead(head=next(heads), column=column)


@frozen(kw_only=True)
class _Layout:
    numeric: tuple[bool, ...]
    naming: int
    langs: tuple[Lang | None, ...]
    is_matrix: bool
    table: Table
    lang: Lang

    def heads(self, table: Table) -> Iterator[tuple[Head, ...]]:
        """Yield one row of headings, or two where columns stand in groups."""
        bands = _bands(table)
        if any(title for title, _ in bands):
            yield tuple(
                self.band(title, some) if title else self.head(table, some[0], 2) for title, some in bands
            )
            yield tuple(self.head(table, at, 1) for title, some in bands if title for at in some)
        else:
            yield tuple(self.head(table, at, 1) for at in range(len(table.columns)))

    def band(self, title: str, columns: list[int]) -> Head:
        return Head(title=title, spans=(len(columns), 1), is_band=True)

    def head(self, table: Table, at: int, rows: int) -> Head:
        column, numeric = table.columns[at], self.numeric[at]
        (said, *_) = speech(column.title, self.lang)
        return Head(
            title=column.title, spans=(1, rows), is_turned=column.turned, is_numeric=numeric, lang=said.lang
        )

    def row(self, row: tuple[Value, ...]) -> Iterator[Cell]:
        if self.is_matrix and is_blank(row):
            shown, state = self.naming + 1, CellState.NOT_REPORTED
            yield from (self.cell(at, value) for at, value in enumerate(row[:shown]))
            yield Cell(text=text(state, self.lang), state=state, span=len(row) - shown)
        else:
            yield from (self.cell(at, value) for at, value in enumerate(row))

    def cell(self, at: int, value: Value) -> Cell:
        share = value if self.is_matrix and isinstance(value, Ratio) else None
        said = speech(value, self.lang, self.langs[at]) if _is_typed(value) else ()
        return Cell(
            text=fraction(value, self.lang) if share else self.words(value),
            plain=None if number(value) is None else plain(value, self.lang),
            state=value if isinstance(value, CellState) else None,
            share=share,
            is_name=at == self.naming,
            is_numeric=self.numeric[at],
            lang=said[0].lang if len(said) == 1 else None,
            parts=said if len(said) > 1 else (),
            tone=None if self.is_matrix else tone_of(self.table, at, value),
        )

    def words(self, value: Value) -> str:
        """Return a value as it is printed; days of a register in figures, as narrow columns have room."""
        day = value.exact if isinstance(value, Period) else value
        if self.table.is_register and isinstance(day, date):
            return f"{day:%d-%m-%Y}"
        return text(value, self.lang)

    def total(self, row: tuple[Value, ...]) -> Iterator[Cell]:
        for at, value in enumerate(row):
            figure = None if number(value) is None else plain(value, self.lang)
            yield Cell(
                text=text(value, self.lang),
                plain=figure,
                is_name=at == self.naming and text(value, self.lang) != "",
                is_numeric=self.numeric[at] or figure is not None,
            )


def _is_typed(value: Value) -> TypeGuard[str]:
    """Tell whether a cell holds words: members of our lists are strings, too, and have labels."""
    return isinstance(value, str) and not isinstance(value, StrEnum) and bool(value)


def _bands(table: Table) -> list[tuple[str, list[int]]]:
    """Return the positions of columns that stand together under one heading; ungrouped ones stand alone."""
    keyed = ((column.group or at, at) for at, column in enumerate(table.columns))
    return [
        (key if isinstance(key, str) else "", [at for _, at in some])
        for key, some in groupby(keyed, key=lambda pair: pair[0])
    ]


def is_bare(table: Table) -> bool:
    """Tell whether a table is set without heading, rules and caption, as the numbers of a letter are."""
    return not any(column.title or column.group for column in table.columns)
