"""Columns as polars keeps them: each different text once, and a number for each cell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from io import SEEK_END, BytesIO
from typing import Any, BinaryIO, overload

import polars as pl
from attrs import define, evolve, field, frozen

from ppid_core.intake.rows.columns import Column, Distinct
from ppid_core.intake.rows.combination import Combination, Factor

MOST_NUMBERED = 16_384
"""Different texts of a column that are numbered; where there are more, most say what no other does."""
_DIFFERENT = 4
"""Where one in so many cells says what no other does, the column is kept as its cells."""
_MARK = "\x00"


@define(eq=False)
class ColumnFile:
    """A file of our own in which columns lie, those of the same rows together."""

    _file: BinaryIO
    _latest: tuple[int, pl.DataFrame] = field(factory=lambda: (-1, pl.DataFrame()))
    """Where the columns lie that were read last, and they."""

    def write(self, columns: Sequence[PolarsColumn]) -> list[PolarsColumn]:
        """Write the columns of some rows to the end, and return them as they lie there."""
        room = BytesIO()
        series = [one.series.alias(str(at)) for at, one in enumerate(columns)]
        pl.DataFrame(series).write_ipc(room, compression="uncompressed")
        begin, length = self._file.seek(0, SEEK_END), self._file.write(room.getbuffer())
        places = (_Stored(self, begin, length, one.name) for one in series)
        return [evolve(one, cells=place) for one, place in zip(columns, places, strict=True)]

    def read(self, begin: int, length: int) -> pl.DataFrame:
        """Return the columns of some rows."""
        if self._latest[0] != begin:
            self._file.seek(begin)
            self._latest = begin, pl.read_ipc(BytesIO(self._file.read(length)))
        return self._latest[1]


@frozen(eq=False)
class _Stored:
    """Where a column lies in a file."""

    file: ColumnFile
    begin: int
    length: int
    name: str

    def series(self) -> pl.Series:
        return self.file.read(self.begin, self.length)[self.name]


@define(eq=False)
class PolarsColumn(Distinct):
    """Some cells of a column; a cell of nothing but blanks is blank, and none holds a NUL."""

    _length: int
    _cells: pl.Series | _Stored
    _known: tuple[str, ...] | None = None

    @classmethod
    def of(cls, cells: pl.Series) -> PolarsColumn:
        """Return the cells of a column, whose texts are numbered where they repeat."""
        most = min(MOST_NUMBERED, max(len(cells) // _DIFFERENT, 2))
        begin = cells.head(2 * most)
        if len(begin) > most and begin.n_unique() > most:
            return cls(len(cells), _without_blanks(cells))
        texts = cells.unique(maintain_order=True)
        if len(texts) > most:
            return cls(len(cells), _without_blanks(cells))
        known = texts.to_list()
        if any(map(str.isspace, known)):
            cells = _without_blanks(cells)
            texts = cells.unique(maintain_order=True)
            known = texts.to_list()
        return cls(len(cells), _numbers(cells, texts), tuple(known))

    @property
    def series(self) -> pl.Series:
        """Its cells, or where its texts are known their numbers."""
        return self._cells.series() if isinstance(self._cells, _Stored) else self._cells

    @property
    def cells(self) -> pl.Series:
        """Its cells as text."""
        series = self.series
        return series if self._known is None else pl.Series(self._known, dtype=pl.String).gather(series)

    def factor(self, kept: pl.Series | None) -> Factor:
        """Return what the kept rows say."""
        series = self.series if kept is None else self.series.filter(kept)
        if self._known is not None:
            return Factor(series, [(text,) for text in self._known])
        texts = series.unique(maintain_order=True)
        return Factor(_numbers(series, texts), [(text,) for text in texts.to_list()])

    @property
    def texts(self) -> Collection[str]:
        """Its different texts, in the order in which they come."""
        if self._known is not None:
            return self._known
        return dict.fromkeys(self.series.to_list())

    @property
    def packed(self) -> str:
        """Its texts as one, each at least once."""
        if self._known is not None:
            return _MARK.join(self._known)
        joined: str = self.series.str.join(_MARK).item()
        return joined

    def where(self, texts: Collection[str]) -> list[int]:
        """Return the rows, from 0, that say one of some texts."""
        if self._known is None:
            found = self.series.is_in(list(texts))
        else:
            found = self.series.is_in([at for at, text in enumerate(self._known) if text in texts])
        return found.arg_true().to_list()

    @property
    def is_filled(self) -> pl.Series:
        """Whether each of its cells says anything."""
        if self._known is None:
            return self.series != ""
        return self.series != self._known.index("") if "" in self._known else self.series >= 0

    def filled(self, others: Sequence[Distinct]) -> list[int]:
        """Return how many cells each row has in it and others."""
        columns = [column for column in (self, *others) if isinstance(column, PolarsColumn)]
        filled = pl.DataFrame([one.is_filled.alias(str(at)) for at, one in enumerate(columns)])
        return filled.select(pl.sum_horizontal(pl.all())).to_series().to_list()

    def first_rows(self, texts: Collection[str], passed: Collection[int]) -> list[int]:
        """Return the first row, from 0, of each of some texts, but those rows that are passed."""
        kept = all_but(passed, self._length) if passed else None
        factor, wanted = self.factor(kept), frozenset(texts)
        return first_rows(factor, kept, [text in wanted for (text,) in factor.values])

    def together(
        self, others: Sequence[Distinct], passed: Collection[int], wanted: Callable[[tuple[str, ...]], bool]
    ) -> list[int]:
        """Return the rows, from 0, that say in it and others together what is wanted, but some."""
        kept = all_but(passed, self._length) if passed else None
        columns = [column.factor(kept) for column in (self, *others) if isinstance(column, PolarsColumn)]
        texts = Combination.of(columns, self._length - len(passed)).as_one()
        is_wanted = pl.Series(list(map(wanted, texts.values)), dtype=pl.Boolean).gather(texts.numbers)
        if kept is not None:
            is_wanted = kept.clone().scatter(kept.arg_true(), is_wanted)
        return is_wanted.arg_true().to_list()

    def blanked(self, rows: Sequence[int]) -> PolarsColumn:
        """Return the column with some of its cells blank."""
        return self.of(self.cells.clone().scatter(list(rows), ""))

    def may_repeat(self, others: Iterable[Column]) -> bool:
        """Tell whether a text that is not blank may stand twice in it and columns that go on below it.

        Of each text a number is compared that two texts hardly share.
        """
        marks = []
        for column in (self, *others):
            if not isinstance(column, PolarsColumn):
                return True
            cells = column.cells
            marks.append(cells.filter(cells != "").hash())
        every = pl.concat(marks)
        return every.n_unique() < len(every)

    def stored(self, file: BinaryIO) -> PolarsColumn:
        """Write it to the end of a file of our own."""
        return self if isinstance(self._cells, _Stored) else ColumnFile(file).write([self])[0]

    def read(self) -> PolarsColumn:
        """Return it."""
        return self

    def __len__(self) -> int:
        """Return how many cells it has."""
        return self._length

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        """Return one cell, or some of them."""
        if isinstance(at, slice):
            return self.cells[at].to_list()
        said: Any = self.series[at]
        text: str = said if self._known is None else self._known[said]
        return text

    def __iter__(self) -> Iterator[str]:
        """Yield its cells."""
        return iter(self.cells.to_list())

    def __contains__(self, text: object) -> bool:
        """Tell whether a cell says a text."""
        if self._known is not None:
            return text in self._known
        return bool((self.series == text).any())


def all_but(passed: Collection[int], length: int) -> pl.Series:
    """Return of so many rows which are kept: all but some."""
    kept = pl.zeros(length, dtype=pl.UInt8, eager=True) == 0
    return kept.scatter(sorted(passed), False)  # noqa: FBT003  the value of a cell


def first_rows(factor: Factor, kept: pl.Series | None, wanted: Sequence[bool]) -> list[int]:
    """Return the first row, from 0, in which each wanted one of the values is said.

    Args:
        factor: what the rows say.
        kept: of all rows, which these are; None for all.
        wanted: tells it of each value.
    """
    firsts = factor.numbers.to_frame("number").with_row_index("row").unique("number", keep="first")
    rows = firsts.filter(pl.Series(wanted, dtype=pl.Boolean).gather(firsts["number"]))["row"]
    return (rows if kept is None else kept.arg_true().gather(rows)).to_list()


def _numbers(cells: pl.Series, texts: pl.Series) -> pl.Series:
    """Return for each cell the place of its text among the different ones."""
    return cells.cast(pl.Enum(texts)).to_physical()


def _without_blanks(cells: pl.Series) -> pl.Series:
    """Return the cells of a column; those of nothing but blanks are blank."""
    is_blank = cells.str.strip_chars() == ""
    return cells.to_frame("").select(pl.when(is_blank).then(pl.lit("")).otherwise(pl.first())).to_series()
