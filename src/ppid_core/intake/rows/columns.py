"""Rows kept by column, in batches: what repeats is held once, and what differs as one text.

They lie in memory, or in a file of their own for a register that may be of any length.
"""

from __future__ import annotations

import marshal
import re
from abc import abstractmethod
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, count, filterfalse, islice, repeat, zip_longest
from typing import BinaryIO, Protocol, overload

from attrs import define, field, frozen

BATCH = 4096
"""Rows of a batch: so many cells at once are read by loops of the interpreter's own."""
FEW = 256
"""Rows that are turned at once into columns: so few that the collector does not look at their lists and keep
them for old ones."""
MOST_SHARED = 16_384
"""Different texts of a column that are kept so; what is new after them hardly repeats."""
_SEPARATOR = "\x00"
"""Between the cells of a packed column; one of which a cell holds it is kept as it is."""
_DIFFERENT = 4
"""Where one in so many cells of a column says what no other does, they are packed: each text that is held
for itself takes some fifty bytes more than what it says."""
_NEARLY_ALL = 0.8
"""Where more than so many of a few cells say what no other does, the rest of the column is not asked."""

Column = Sequence[str]
Cells = Sequence[str]


class Stored(Protocol):
    """A column that lies in a file."""

    def read(self) -> Column:
        """Return it."""


class Distinct(Sequence[str]):
    """A column of which it is known what its cells say (*kolom berulang*), each text told once."""

    __slots__ = ()

    @property
    @abstractmethod
    def texts(self) -> Collection[str]:
        """Its different texts, in the order in which they come."""

    @property
    @abstractmethod
    def packed(self) -> str:
        """Its texts as one, each at least once."""

    @abstractmethod
    def where(self, texts: Collection[str]) -> Sequence[int]:
        """Return the rows, from 0, that say one of some texts."""

    @abstractmethod
    def filled(self, others: Sequence[Distinct]) -> Iterable[int]:
        """Return how many cells each row has in it and others."""

    @abstractmethod
    def first_rows(self, texts: Collection[str], passed: Collection[int]) -> Sequence[int]:
        """Return the first row, from 0, of each of some texts, but those rows that are passed."""

    @abstractmethod
    def together(
        self, others: Sequence[Distinct], passed: Collection[int], wanted: Callable[[tuple[str, ...]], bool]
    ) -> Sequence[int]:
        """Return the rows, from 0, that say in it and others together what is wanted, but some."""

    @abstractmethod
    def blanked(self, rows: Sequence[int]) -> Distinct:
        """Return the column with some of its cells blank."""

    @abstractmethod
    def may_repeat(self, others: Iterable[Column]) -> bool:
        """Tell whether a text that is not blank may stand twice in it and columns that go on below it."""

    @abstractmethod
    def stored(self, file: BinaryIO) -> Stored:
        """Write it to the end of a file of our own."""


def distinct(column: Column) -> Collection[str]:
    """Return the different texts of a column, in the order in which they come."""
    return column.texts if isinstance(column, Distinct) else dict.fromkeys(column)


def rows_saying(column: Column, texts: Collection[str]) -> Iterable[int]:
    """Return the rows, from 0, whose cell in a column says one of some texts."""
    if isinstance(column, Distinct):
        return column.where(texts)
    return (at for at, text in enumerate(column) if text in texts)


@frozen
class _Stored:
    """Where a column lies in a file."""

    file: BinaryIO
    begin: int
    length: int

    @classmethod
    def of(cls, column: Column, file: BinaryIO) -> _Stored:
        """Write a column to the end of a file of our own."""
        content = marshal.dumps(column if isinstance(column, str) else tuple(column))
        return cls(file, file.seek(0, 2), file.write(content))

    def read(self) -> Column:
        self.file.seek(self.begin)
        column: Column = marshal.loads(self.file.read(self.length))  # noqa: S302  what this process wrote
        return column


@define
class _Batch:
    """Some rows: for each column its cells, or where they differ one text of all of them."""

    length: int
    columns: list[Column | Stored]

    def _kept(self, position: int) -> Column:
        """Return a column as it is kept; rows of a batch may say nothing of those that came up later."""
        if position >= len(self.columns):
            return ("",) * self.length
        kept = self.columns[position]
        return kept if isinstance(kept, Sequence) else kept.read()

    def column(self, position: int) -> Column:
        kept = self._kept(position)
        return kept.split(_SEPARATOR) if isinstance(kept, str) else kept

    def put(self, position: int, column: Column | Stored) -> None:
        while len(self.columns) <= position:
            self.columns.append(("",) * self.length)
        self.columns[position] = column

    def may_hold(self, word: str, position: int) -> bool:
        """Tell whether a word may stand in a column: of a packed one that is seen without taking it apart."""
        packed = _packed(self._kept(position))
        return packed is None or not packed.isascii() or word in packed.casefold().replace("'", "")

    def rows(self, width: int) -> list[Cells]:
        columns = map(self.column, range(width))
        return list(zip(*columns, strict=True)) if width else [()] * self.length

    def may_begin(self, sign: str, position: int) -> bool:
        """Tell whether a cell of a column may begin as a pattern says."""
        packed = _packed(self._kept(position))
        return packed is None or _begins(sign).search(_SEPARATOR + packed) is not None

    def filled(self, width: int) -> Iterable[int]:
        """Return how many cells each row has."""
        if not width:
            return repeat(0, self.length)
        columns = [self.column(at) for at in range(width)]
        known = [column for column in columns if isinstance(column, Distinct)]
        if known and len(known) == len(columns):
            return known[0].filled(known[1:])
        return (width - cells.count("") for cells in zip(*columns, strict=True))

    def says_anything(self, position: int) -> bool:
        kept = self._kept(position)
        packed = _packed(kept)
        return any(kept) if packed is None else bool(packed.strip(_SEPARATOR))

    def is_full(self, position: int) -> bool:
        """Tell whether no cell of a column is blank."""
        kept = self._kept(position)
        if isinstance(kept, str):
            ends = (_SEPARATOR, "") if not kept else (kept[0], kept[-1])
            return _SEPARATOR not in ends and _SEPARATOR * 2 not in kept
        return "" not in kept


def _packed(kept: Column) -> str | None:
    """Return the texts of a column as one, where that is how they are kept."""
    if isinstance(kept, Distinct):
        return kept.packed
    return kept if isinstance(kept, str) else None


class _Words(dict[str, str]):
    """The texts of a column, each held once; nothing but blanks is blank."""

    def __missing__(self, text: str) -> str:
        kept = self[text] = "" if text.isspace() else text
        return kept


@cache
def _begins(sign: str) -> re.Pattern[str]:
    return re.compile(f"{_SEPARATOR}(?:{sign})", re.IGNORECASE)


@define(eq=False)
class Columns(Sequence[Cells]):
    """The rows of a table, each at least as long as its heading; a cell of nothing but blanks is blank.

    Rows can be taken one by one, as from a list; whoever goes through very many of them takes `batches`.

    Attributes:
        width: how many columns the heading has.
        file: where they lie; None for in memory. It is read and written at any place, and ours alone.
        extra: what rows say beyond them, by row from 0.
    """

    width: int
    file: BinaryIO | None = None
    extra: dict[int, Cells] = field(factory=dict)
    _batches: list[_Batch] = field(factory=list)
    _few: list[Cells] = field(factory=list)
    """Rows that are no columns yet."""
    _waiting: tuple[list[str], ...] = ()
    """The columns of rows that are no batch yet."""
    _number: int = 0
    """How many rows these columns have."""
    _known: dict[int, _Words] = field(factory=dict)
    _closed: int = 0
    _open: tuple[int, Sequence[Cells]] = (0, ())
    """The rows of the batch of which one was asked for last, from the first of them on."""

    @classmethod
    def of(cls, rows: Iterable[Cells], width: int) -> Columns:
        """Return rows by column; what is kept so already is shared, until a column of it is changed."""
        if isinstance(rows, Columns) and rows.width == width:
            return rows.copy()
        made = cls(width=width)
        made.extend(rows)
        return made

    def copy(self) -> Columns:
        """Return the same rows; columns of them that are changed are changed here alone."""
        self._close()
        batches = [_Batch(one.length, one.columns.copy()) for one in self._batches]
        return Columns(
            width=self.width, file=self.file, extra=self.extra, batches=batches, closed=self._closed
        )

    def append(self, row: Cells) -> None:
        """Add a row."""
        self.extend((row,))

    def extend(self, rows: Iterable[Cells]) -> None:
        """Add rows; those that came before an error stay."""
        left = iter(rows)
        while True:
            most = min(FEW, BATCH - self._number)
            self._few.extend(islice(left, most - len(self._few)))
            if len(self._few) < most:
                return
            self._turn()

    def _turn(self) -> None:
        """Add the rows that are no columns yet to those that wait."""
        rows, self._few = self._few, []
        lengths = set(map(len, rows))
        if max(lengths, default=0) > self.width:
            for at, row in enumerate(rows, start=self._closed + self._number):
                self.extra |= {at: beyond} if any(map(str.strip, beyond := row[self.width :])) else {}
            rows = [row[: self.width] for row in rows]
        columns = zip(*rows, strict=True) if len(lengths) == 1 else zip_longest(*rows, fillvalue="")
        self._waiting = self._waiting or tuple([] for _ in range(self.width))
        for column, more in zip(self._waiting, chain(columns, repeat(("",) * len(rows))), strict=False):
            column.extend(more)
        self._number += len(rows)
        if self._number >= BATCH:
            self._close()

    def add(self, length: int, columns: Iterable[Column]) -> None:
        """Add so many rows as a batch, by their columns."""
        self._close()
        self._batch(length, columns)

    def _close(self) -> None:
        """Make a batch of the rows that wait."""
        if self._few:
            self._turn()
        if self._number:
            columns, number = self._waiting, self._number
            self._waiting, self._number = (), 0
            self._batch(number, columns)

    def _batch(self, length: int, columns: Iterable[Column]) -> None:
        self._batches.append(_Batch(length, list(map(self._placed, map(self._kept, count(), columns)))))
        self._closed += length

    def widen(self, width: int) -> None:
        """Let rows that come be wider; those that are here say nothing there."""
        self._close()
        self.width = width

    def _placed(self, column: Column) -> Column | Stored:
        """Return a column where columns of these rows lie."""
        if self.file is None:
            return column
        return column.stored(self.file) if isinstance(column, Distinct) else _Stored.of(column, self.file)

    def _kept(self, position: int, column: Column) -> Column:
        if isinstance(column, Distinct):
            return column
        few, known = column[:FEW], self._known.setdefault(position, _Words({"": ""}))
        if len(set(few)) <= _NEARLY_ALL * len(few) and len(known) < MOST_SHARED:
            before = len(known)
            shared = tuple(map(known.__getitem__, column))
            if (len(known) - before) * _DIFFERENT < len(column):
                return shared
        if any(map(str.isspace, column)):
            column = tuple("" if text.isspace() else text for text in column)
        packed = _SEPARATOR.join(column)
        return tuple(column) if packed.count(_SEPARATOR) >= len(column) else packed

    def __len__(self) -> int:
        """Return how many rows there are."""
        return self._closed + self._number + len(self._few)

    @overload
    def __getitem__(self, at: int) -> Cells: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Cells]: ...
    def __getitem__(self, at: int | slice) -> Cells | Sequence[Cells]:
        """Return one row, or some of them."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        self._close()
        at = at if at >= 0 else len(self) + at
        begin, rows = self._open
        if not begin <= at < begin + len(rows):
            begin, rows = self._open = self._around(at)
        return (*rows[at - begin], *self.extra.get(at, ()))

    def _around(self, at: int) -> tuple[int, Sequence[Cells]]:
        """Return the rows of the batch that holds one, from the first of them on."""
        begin = 0
        for batch in self._batches:
            if begin <= at < begin + batch.length:
                return begin, batch.rows(self.width)
            begin += batch.length
        raise IndexError(at)

    def __iter__(self) -> Iterator[Cells]:
        """Yield one row after the other."""
        self._close()
        at = 0
        for batch in self._batches:
            for row in batch.rows(self.width):
                yield (*row, *self.extra[at]) if at in self.extra else row
                at += 1

    def batches(self) -> Iterator[tuple[range, Sequence[Column]]]:
        """Yield some thousand rows at a time: which they are, from 0, and their columns."""
        self._close()
        begin = 0
        for batch in self._batches:
            yield range(begin, begin + batch.length), [batch.column(at) for at in range(self.width)]
            begin += batch.length

    def filled(self, most: int) -> Iterator[tuple[range, Iterable[int] | None]]:
        """Yield how many cells each of some thousand rows has; None where all of them have over ``most``."""
        self._close()
        begin = 0
        for batch in self._batches:
            some = range(begin, begin + batch.length)
            begin = some.stop
            if sum(map(batch.is_full, range(self.width))) > most:
                yield some, None
            else:
                yield some, batch.filled(self.width)

    def says_anything(self, position: int) -> bool:
        """Tell whether any cell of a column is filled."""
        self._close()
        return any(batch.says_anything(position) for batch in self._batches)

    def said(self, position: int, wanted: Callable[[str], bool], *, begin: str = "") -> set[str]:
        """Return the texts of a column, without outer blanks, that are wanted.

        Args:
            position: of the column.
            wanted: tells it of a text.
            begin: how every wanted text begins in its cell, as a pattern in which case does not matter.
        """
        self._close()
        found = set[str]()
        for batch in self._batches:
            if batch.may_begin(begin, position):
                found.update(filter(wanted, map(str.strip, set(distinct(batch.column(position))))))
        return found

    def column(self, position: int) -> Iterator[tuple[int, Column]]:
        """Yield the cells of a column some thousand at a time, with the place of the first from 0."""
        self._close()
        begin = 0
        for batch in self._batches:
            yield begin, batch.column(position)
            begin += batch.length

    def texts(self, position: int, but: Container[str] = ()) -> Iterable[str]:
        """Return the texts of a column without outer blanks, but some, whenever they are gone through."""
        return _Texts(self, position, but)

    def may_repeat(self, position: int) -> bool:
        """Tell whether a text may stand twice in a column; where all are known to differ it cannot."""
        self._close()
        columns = (batch.column(position) for batch in self._batches)
        first = next(columns, ())
        return not isinstance(first, Distinct) or first.may_repeat(columns)

    def places(self, position: int, wanted: Callable[[str], bool], *, word: str = "") -> Iterator[int]:
        """Yield the rows, from 0, whose text in a column is wanted.

        Args:
            position: of the column.
            wanted: tells it of a text.
            word: small letters without which, apostrophes apart, no wanted text of ASCII is.
        """
        self._close()
        begin = 0
        for batch in self._batches:
            if batch.may_hold(word, position):
                cells = batch.column(position)
                if hits := set(filter(wanted, distinct(cells))):
                    yield from (begin + at for at in rows_saying(cells, hits))
            begin += batch.length

    def combine(
        self,
        positions: Sequence[int],
        made: Callable[[Cells], str],
        wanted: Callable[[Cells], bool] | None = None,
    ) -> list[int]:
        """Put into the first of some columns what is made of all of them, and make the others blank.

        Args:
            positions: of the columns.
            made: makes the cell of those of a row.
            wanted: tells of the cells of a row whether it is returned.

        Returns:
            The rows, from 0, that are wanted.
        """
        self._close()
        self._open = 0, ()
        found, begin = list[int](), 0
        for batch in self._batches:
            cells = list(zip(*map(batch.column, positions), strict=True))
            known = {texts: made(texts) for texts in set(cells)}
            blank = ("",) * batch.length
            for at in positions:
                batch.put(at, self._placed(blank))
            batch.put(positions[0], self._placed(tuple(map(known.__getitem__, cells))))
            if wanted is not None:
                hits = set(filter(wanted, known))
                found += (at for at, texts in enumerate(cells, start=begin) if texts in hits)
            begin += batch.length
        return found

    def clear(self, position: int, signs: Container[str], spared: Container[int]) -> list[str]:
        """Make cells blank that say one of some signs, but those of spared rows; return what they said."""
        cleared: list[str] = []
        self._open = 0, ()
        for batch, (begin, cells) in zip(self._batches, self.column(position), strict=True):
            hits = {text for text in distinct(cells) if text.strip() in signs}
            here = {at: cells[at].strip() for at in rows_saying(cells, hits) if begin + at not in spared}
            if here:
                batch.put(position, self._placed(_blanked(cells, here)))
                cleared += here.values()
        return cleared


def _blanked(cells: Column, rows: Collection[int]) -> Column:
    """Return a column with some of its cells blank."""
    if isinstance(cells, Distinct):
        return cells.blanked(list(rows))
    return tuple("" if at in rows else text for at, text in enumerate(cells))


@frozen
class _Texts(Iterable[str]):
    rows: Columns
    position: int
    but: Container[str]

    def __iter__(self) -> Iterator[str]:
        """Yield each text once for the rows of a batch."""
        for _, cells in self.rows.column(self.position):
            yield from filterfalse(self.but.__contains__, set(map(str.strip, distinct(cells))))
