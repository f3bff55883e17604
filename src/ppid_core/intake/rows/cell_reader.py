"""The cells of one column, each distinct text read once: one after the other, or many at once."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from functools import lru_cache
from typing import Any

from attrs import frozen

from ppid_core.intake.cells import (
    PRIVATE,
    CellError,
    TimeFrame,
    line,
    prose,
    refuse_control,
    refuse_unread,
    shown,
    unguarded,
)
from ppid_core.intake.cells.text import UNREAD
from ppid_core.intake.nearest import MOST_ASKED
from ppid_core.intake.rows.columns import Distinct, distinct, rows_saying
from ppid_core.intake.rows.heading import Place
from ppid_core.intake.tables.spec import Blank
from ppid_core.language import Bilingual

_REMEMBERED = 8192
"""Cells repeat (months, channels, outcomes): each distinct text of a column is read once."""
_MARK = "\x00"
"""Between the texts of a column that are looked at as one; where a text holds it, none of them is passed."""


@frozen
class Refusal:
    """What is wrong with a text; shared by every cell that holds it."""

    message: Bilingual
    expected: Bilingual


class CellReader:
    """Reads the cells of one column.

    Attributes:
        values: what the texts say that need no word to the clerk.
    """

    def __init__(self, place: Place, frame: TimeFrame, tell: Callable[[Place, str, Bilingual], None]) -> None:
        """Read the column at ``place``; ``tell`` is called where the clerk should know how it was read."""
        self.place, self._tell = place, tell
        column = place.column
        self._read, self._frame = column.reader(frame), frame
        self._noted, self._remarked = column.ways is None, set[Bilingual]()
        self.attempt = lru_cache(maxsize=_REMEMBERED)(self._attempt)
        self.values: dict[str, Any] = {}
        self._refused = 0

    def _attempt(self, text: str) -> object:
        """Return the value of a text or a `Refusal`; what the clerk should know of it is told."""
        column = self.place.column
        try:
            value = self._value(text)
        except CellError as error:
            self._refused += 1
            quoted = PRIVATE if column.private else shown(text)
            return Refusal(error.about(quoted, looks=self._refused <= MOST_ASKED), error.expected)
        how = None if self._noted or column.ways is None else column.ways.how(text)
        if how is not None:
            self._noted = True
            self._tell(self.place, text, how)
        if (said := self._remark(text)) and said not in self._remarked:
            self._remarked.add(said)
            self._tell(self.place, text, said)
        return value

    def _value(self, text: str) -> object:
        refuse_control(text)
        refuse_unread(text)
        return self._read(unguarded(text))

    def odd(self, cells: Sequence[str], passed: Container[int]) -> Iterator[int]:
        """Read cells into `values`, and yield the rows, from 0, of those that need a word.

        Args:
            cells: of some rows.
            passed: rows that are no data, or are read for themselves anyway.
        """
        if len(self.values) > _REMEMBERED:
            self.values.clear()
        refused, told = set[str](), set[str]()
        for text in distinct(cells):
            if text in self.values:
                continue
            try:
                value = self._blank() if not text else self._value(text.strip())
            except CellError:
                refused.add(text)
            else:
                told |= {text} if text and self._is_told(text.strip()) else set()
                self.values[text] = value
        if refused:
            yield from rows_saying(cells, refused)
        for at in rows_saying(cells, frozenset(told)) if told else ():
            if cells[at] in told and at not in passed:  # the first of its cells
                told.remove(cells[at])
                yield at

    def _blank(self) -> object:
        """Return what a blank cell says.

        Raises:
            CellError: it is refused.
        """
        if self.place.column.blank is not Blank.NOT_RECORDED:
            raise CellError(Bilingual("", ""), Bilingual("", ""))
        return self.place.column.otherwise

    def _is_told(self, text: str) -> bool:
        column = self.place.column
        if not self._noted and column.ways is not None and column.ways.how(text) is not None:
            return True
        said = self._remark(text)
        return bool(said) and said not in self._remarked

    def _remark(self, text: str) -> Bilingual | None:
        remark = self.place.column.remark
        return remark(unguarded(text), self._frame) if remark else None

    def passes(self, texts: Sequence[str]) -> bool:
        """Tell whether words can be taken as they are typed: nothing in any of them is odd."""
        column = self.place.column
        is_plain = column.read in {line, prose} and column.settle is None and not column.otherwise
        if not is_plain or column.blank is not Blank.NOT_RECORDED:
            return False
        if isinstance(texts, Distinct):
            joined = texts.packed
            together = joined.replace(_MARK, "")
        else:
            said = list(set(texts)) if isinstance(texts, tuple) else texts  # so is one of which words repeat
            joined, together = _MARK.join(said), "".join(said)
        return (
            together.isprintable()
            and "  " not in joined
            and not any(sign in joined for sign in (f"{_MARK} ", f" {_MARK}", f"{_MARK}'", UNREAD))
            and not joined.startswith((" ", "'"))
            and not joined.endswith(" ")
        )
