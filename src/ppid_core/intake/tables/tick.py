"""Columns that are ticked in printed forms (*kolom centang*): a group of them says what one of ours says.

A group is described once: what a tick under each of its columns stands for in the column of words, and under
which headings forms have it. Our own tables have the column of words alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from operator import attrgetter
from typing import Any

from attrs import field, frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.sign import CROSSES, SIGNS, UNTICKED, WINGDINGS
from ppid_core.intake.cells import CellError, TimeFrame, line
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.fault import lost_tick
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.spec import Choice, Composite, Fault, Row, TableColumn
from ppid_core.language import Bilingual
from ppid_core.model import CellState
from ppid_core.writing.whitespace import seen

TICK = SIGNS[CellState.DISCLOSED][0]
"""The tick that we write."""
_TICKS = frozenset(SIGNS[CellState.DISCLOSED])
_OFFERED = Choice("centang", (TICK,), is_open=True)
_AND = re.compile(r"[,;|/&+\n]|\bdan\b", re.IGNORECASE)
_takes_words = attrgetter("takes_words")
_EXPECTED = Bilingual("tanda √, atau kosong", "√ or blank")


@frozen
class TickColumn:
    """One column of a group.

    Attributes:
        name: of the column.
        word: what a tick under it says in the column of words.
        headings: what forms call it, below the heading of the group.
        alone: headings by which it is known without that of the group.
        takes_words: whether words may stand there instead of a tick, which say it more exactly.
        printed: what the form of Perki 1/2021 prints over it, from the top; () where it has it not.
    """

    name: str
    word: str
    headings: tuple[str, ...]
    alone: tuple[str, ...] = ()
    takes_words: bool = False
    printed: tuple[str, ...] = ()


@frozen
class Mark:
    """What one cell of a group says.

    Attributes:
        words: what it stands for in the column of words; none where it is not ticked.
        exactly: words that stand there instead of a tick.
        is_cross: whether it is ticked by ``x``, which *laporan* may say means no.
    """

    words: tuple[str, ...]
    exactly: str = ""
    is_cross: bool = False


@frozen(kw_only=True)
class TickGroup:
    """Columns of a form that are ticked, and the column of words that says the same.

    Attributes:
        column: of words.
        heads: what forms write above the group, with or without what stands above that.
        options: what can be ticked.
        is_single: whether one of them is asked.
        joins: whether words for several of them may stand in one cell.
        columns: those that are ticked, in the order of the options.
    """

    column: TableColumn[Any]
    heads: tuple[str, ...]
    options: tuple[TickColumn, ...]
    is_single: bool = True
    joins: bool = False
    columns: tuple[TableColumn[Mark], ...] = field(init=False, repr=False)

    @columns.default
    def _of_options(self) -> tuple[TableColumn[Mark], ...]:
        return tuple(map(self._column, self.options))

    def _column(self, option: TickColumn) -> TableColumn[Mark]:
        told = f'kolom formulir: centang berarti {self.column.name} "{option.word}"'
        under = (f"{head} {own}" for head, own in product(self.heads, option.headings))
        return TableColumn(
            name=option.name,
            field=self.column.field,
            told=" = ".join((told, *option.alone, *under)),
            read=self._reader(option),
            remark=_cross,
            offers=_OFFERED,
            ticked=True,
        )

    def value(self, row: Row, setting: Setting) -> Any:  # noqa: ANN401  whatever the column of words holds
        """Return what a row says in the column of words, else by its ticks.

        None where it says nothing, or one of these cells could not be read.
        """
        if self.is_unread(row):
            return None
        said = row[self.column]
        return self._ticked(row, setting) if said is None else said

    def is_unread(self, row: Row) -> bool:
        """Tell whether one of these cells could not be read: nobody knows what the others are beside it."""
        return any(row.is_unread(column) for column in (self.column, *self.columns))

    def check(self, row: Row, setting: Setting) -> Iterator[Fault]:
        """Yield that several columns are ticked of which one is asked, or that words beside say otherwise."""
        marks = dict(self._marks(row, setting)) if self.is_single else {}
        if len({mark.words for mark in marks.values()}) > 1:
            *others, last = marks
            yield Fault(last, _several(row, (*others, last)), beside=tuple(others))
        elif marks and row[self.column] not in {None, self._ticked(row, setting)}:
            yield Fault(self.column, _several(row, (*marks, self.column)), beside=tuple(marks))

    def cells(self, words: str) -> Mapping[str, str]:
        """Return the cells of the form, by column, that say what words do; none where no cells can."""
        named = self._named(words)
        if len(named) > 1 and self.is_single:
            cells = {self._option(named[0]).name: words}
        elif named:
            cells = {self._option(word).name: TICK for word in named}
        else:
            cells = {one.name: words for one in [*filter(_takes_words, self.options)][:1]}
        return cells if self._say(cells, words) else {}

    def _option(self, word: str) -> TickColumn:
        return next(one for one in self.options if one.word == word)

    def _say(self, cells: Mapping[str, str], words: str) -> bool:
        """Tell whether cells of the form are read as words are."""
        marks = [column.read(cells[column.name]) for column in self.columns if column.name in cells]
        said = self._said(marks)
        return said is not None and said == self.column.read(words)

    def _ticked(self, row: Row, setting: Setting) -> Any:  # noqa: ANN401  whatever the column of words holds
        return self._said([mark for _, mark in self._marks(row, setting)])

    def _said(self, marks: Sequence[Mark]) -> Any:  # noqa: ANN401  whatever the column of words holds
        """Return what ticks say together; None where there are none."""
        words = dict.fromkeys(word for mark in marks for word in mark.words)
        exactly = next((mark.exactly for mark in marks if mark.exactly), "")
        return self.column.read(exactly or ", ".join(words)) if words else None

    def _marks(self, row: Row, setting: Setting) -> Iterator[tuple[TableColumn[Mark], Mark]]:
        """Yield the columns that are ticked in a row."""
        is_no = setting.cross not in {None, CellState.DISCLOSED}
        for column in self.columns:
            mark = row[column]
            if mark is not None and mark.words and not (mark.is_cross and is_no):
                yield column, mark

    def _reader(self, option: TickColumn) -> Callable[[str], Mark]:
        own = frozenset(map(spelling, (option.word, *option.headings, *option.alone)))

        def reader(text: str) -> Mark:
            typed = " ".join(seen(text).split())
            folded = typed.casefold()
            if folded == "?":
                raise lost_tick(_EXPECTED)
            if folded in _TICKS or typed in WINGDINGS or spelling(text) in own:
                return Mark((option.word,))
            if folded in CROSSES:
                return Mark((option.word,), is_cross=True)
            if folded in UNTICKED:
                return Mark(())
            words = self._named(text)
            if words and (self.joins or len(words) == 1):
                return Mark(words)
            if option.takes_words:
                return Mark((option.word,), exactly=line(text))
            raise _no_tick()

        return reader

    def _named(self, text: str) -> tuple[str, ...]:
        """Return the options that words name, one or several; () where they name anything else."""
        by_spelling = {
            spelling(said): one.word for one in self.options for said in (one.word, *one.headings, *one.alone)
        }
        parts = [spelling(text)] if spelling(text) in by_spelling else map(spelling, _AND.split(text))
        named = [by_spelling.get(part, "") for part in parts if part]
        return tuple(dict.fromkeys(named)) if all(named) else ()


def words_or_ticks(group: TickGroup) -> Composite[Any]:
    """Return a column of words and those that are ticked instead."""
    words = group.column

    def read(row: Row, setting: Setting) -> Mapping[str, Any]:
        said = group.value(row, setting)
        return {words.field: words.otherwise if said is None else said}

    def write(value: object, _: int) -> Cells:
        return {words.name: words.write(getattr(value, words.field))}

    return Composite(
        columns=(words, *group.columns), read=read, write=write, check=group.check, is_plain=True
    )


def _cross(text: str, _: TimeFrame) -> Bilingual | None:
    """Return how ``x`` is read: some tick with it, some strike out."""
    if text.strip().casefold() not in CROSSES:
        return None
    return Bilingual(
        "dibaca sebagai tanda centang, kecuali laporan memuat tanda_x = tidak",
        "is read as a tick, unless laporan says tanda_x = tidak",
    )


def _several(row: Row, columns: Sequence[TableColumn[Any]]) -> CellError:
    *others, last = (f'"{row.at(column).column or column.name}"' for column in columns)
    return CellError(
        Bilingual(
            f"kolom {', '.join(others)} dan {last} sama-sama terisi, padahal hanya satu yang dapat benar. "
            "Kosongkan yang keliru.",
            f"columns {', '.join(others)} and {last} are both filled in, and only one can be right. "
            "Clear the wrong one.",
        ),
        Bilingual("satu tanda √ dalam kelompok ini", "one √ in this group"),
    )


def _no_tick() -> CellError:
    return CellError(
        Bilingual(
            '"{value}" bukan tanda centang. Tulis √, atau kosongkan selnya.',
            '"{value}" is no tick. Write √, or leave the cell blank.',
        ),
        _EXPECTED,
    )
