"""Rows under a heading that are no data: column numbers, the heading once more, notes below."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.intake.line_kind import LineKind
from ppid_core.intake.rows.columns import Columns
from ppid_core.intake.rows.label import is_total_label

_MARKED = re.compile(r"\*|mengetahui\b|nip\b|[^\s=]{1,12} ?= ?\S|(?:keterangan|catatan)$", re.IGNORECASE)
_SAID = re.compile(r"\*?\)? ?(?:sumber|catatan|keterangan|ket|note|nb)\b\.? ?:", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:[a-z .]+, (?:tanggal )?|tanggal )[0-9]{1,2} [a-z]+ [0-9]{4}|(?:mengetahui|ttd|nip)\b.*"
    r"|(?:plt\.? |a\.?n\.? )?(?:ppid|pejabat|atasan|kepala|sekretaris|walikota|wali kota|bupati)\b.*",
    re.IGNORECASE,
)
"""A day needs its place in front (*Serang, 7 Januari 2021*): a bare one may be a row of its own."""
_BLOCKS = 2
"""A line of signatures has two blocks at most."""
_FEWEST_NUMBERS = 3
RUNNING_CELL = re.compile(r"[0-9]{1,6}[.)]?")
"""What a column that only counts the rows holds: ``7``, ``7.`` or ``7)``."""
_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,3})[.)]?\)?")

_Rows = Sequence[Sequence[str]]


def notes_below(rows: _Rows, others: Container[int] = (), *, after_gap: bool = True) -> tuple[int, ...]:
    """Return the rows that are notes below the table, from 0.

    Args:
        rows: the filled cells of each row under the heading, running numbers apart.
        others: rows that are none, such as those with a running number.
        after_gap: whether a single cell after a blank row is enough; else it has to look like a note.
    """
    tail = _tail(rows, others)
    if not tail:
        return ()
    longest, above = _longest_from(rows, tail.start), _above(rows, tail)
    for at, (fewest, before) in above:
        limit = _limit(rows, at, fewest, before, after_gap=after_gap)
        if longest[at - tail.start] < limit:
            return tuple(one for one in range(at, len(rows)) if rows[one])
    return ()


def _tail(rows: _Rows, others: Container[int]) -> range:
    """Return the rows at the end in which notes may stand: no JUMLAH, and few cells, but in legends."""
    ends = (
        at
        for at in reversed(range(len(rows)))
        if at in others
        or any(map(is_total_label, rows[at]))
        or (len(rows[at]) > _BLOCKS and not _is_legend(rows[at]))
    )
    return range(next(ends, -1) + 1, len(rows))


def _longest_from(rows: _Rows, start: int) -> list[int]:
    """Return for each row of the tail the most cells that it or one below has, but signatures and legends."""
    lengths = [0 if _is_signed(row) or _is_legend(row) else len(row) for row in reversed(rows[start:])]
    return list(accumulate(lengths, max))[::-1]


def _above(rows: _Rows, tail: range) -> Iterator[tuple[int, tuple[int, Sequence[str]]]]:
    """Yield each row of the tail with the fewest cells of a row above it, and the filled row above it."""
    fewest = min((len(row) for row in rows[: tail.start] if row), default=0)
    before = next((row for at in reversed(range(tail.start)) if (row := rows[at])), ())
    for at in tail:
        yield at, (fewest, before)
        if rows[at]:
            fewest, before = min(fewest or len(rows[at]), len(rows[at])), rows[at]


def _limit(rows: _Rows, at: int, fewest: int, before: Sequence[str], *, after_gap: bool) -> int:
    """Return how many cells a row must stay below from here on if notes begin here, 0 where they do not."""
    cells = rows[at]
    is_apart = _is_signed(cells) or _is_legend(cells)
    if not cells or not (len(cells) == 1 or is_apart):
        return 0
    if _SAID.match(cells[0]):
        return _BLOCKS
    if not before:
        return 0
    if any(map(is_total_label, before)):
        return _BLOCKS + 1
    is_marked = bool(_MARKED.match(cells[0])) or is_apart
    may_begin = is_marked or (after_gap and not rows[at - 1])
    return fewest if fewest >= _BLOCKS and may_begin else 0


def _is_signed(cells: Sequence[str]) -> bool:
    return bool(cells) and len(cells) <= _BLOCKS and all(map(_SIGNED.fullmatch, cells))


def _is_legend(cells: Sequence[str]) -> bool:
    """Tell whether a row explains a column, as below the registers of Perki 1/2021: *Nomor* | *: diisi …*."""
    return len(cells) > 1 and cells[1].startswith(":")


@frozen(kw_only=True)
class Under:
    """The rows under one heading.

    Attributes:
        rows: their texts.
        titles: what each column is called, "" for one without a title.
        running: positions of columns of running numbers.
    """

    rows: _Rows
    titles: Sequence[str]
    running: frozenset[int]

    def headings(self) -> Mapping[int, LineKind]:
        """Return the rows that say again what the columns are, or number them, from 0."""
        found = dict(self._repeated())
        if (numbers := self._numbers()) is not None:
            found[numbers] = LineKind.COLUMN_NUMBERS
        return found

    def passed(self) -> Mapping[int, LineKind]:
        """Return the rows that are no data, from 0, each with what it is."""
        found, own = self.headings(), list(map(self._own, self.rows))
        filled = (at for at, row in enumerate(self.rows) if any(map(str.strip, row)))
        unused = dict.fromkeys((at for at in filled if not own[at]), LineKind.NUMBER)
        below = notes_below([[] if at in found else row for at, row in enumerate(own)], self._numbered())
        return {**found, **unused, **dict.fromkeys(below, LineKind.NOTE)}

    def _numbered(self) -> frozenset[int]:
        """Return the rows with a running number."""
        return frozenset(
            at
            for at, row in enumerate(self.rows)
            if any(
                RUNNING_CELL.fullmatch(row[column].strip()) for column in self.running if column < len(row)
            )
        )

    def _own(self, row: Sequence[str]) -> list[str]:
        """Return the filled cells of a row, running numbers apart; words under *NO* are no number."""
        return [
            text
            for at, cell in enumerate(row)
            if (text := cell.strip()) and not (at in self.running and RUNNING_CELL.fullmatch(text))
        ]

    def _repeated(self) -> Iterator[tuple[int, LineKind]]:
        titles = [spelling(title) for title in self.titles]
        begins = {title[:1] for title in titles if title}
        rows = Columns.of(self.rows, len(titles))
        of_a_title = set[int]()
        for position, title in enumerate(titles):
            word = next(iter(title.split()), "")
            of_a_title.update(rows.places(position, partial(_says, title), word=word) if word else ())
        for at in sorted(of_a_title):
            row = rows[at]
            lead = next((cell for cell in row if cell), "").lstrip()
            if spelling(lead[:1]) not in begins and lead[:1].casefold() not in begins:
                continue
            untitled = [""] * (len(row) - len(titles))
            pairs = zip(row, [*titles, *untitled], strict=False)
            texts = [(spelling(cell), title) for cell, title in pairs if cell.strip()]
            if len(texts) > 1 and all(text == title for text, title in texts):
                yield at, LineKind.HEADING

    def _numbers(self) -> int | None:
        """Return the row that numbers the columns: 1, 2, 3 … below the heading, each under a title."""
        first = next((at for at, row in enumerate(self.rows) if any(map(str.strip, row))), None)
        if first is None:
            return None
        titled = [cell.strip() for cell, title in zip(self.rows[first], self.titles, strict=False) if title]
        matches = [_COLUMN_NUMBER.fullmatch(cell) for cell in titled]
        digits = [int(match[1]) if match else None for match in matches]
        is_in_order = len(titled) > 1 and digits == list(range(1, len(titled) + 1))
        return first if is_in_order and (len(titled) >= _FEWEST_NUMBERS or self._starts_anew(first)) else None

    def _starts_anew(self, first: int) -> bool:
        """Tell whether the row after a short ``1 2`` cannot go on counting, so that it is no first record."""
        after = next((row for row in self.rows[first + 1 :] if any(map(str.strip, row))), ())
        leading = next((cell.strip() for cell in after if cell.strip()), "")
        return bool(leading) and leading != "2" and not leading.startswith("2 ")


def _says(title: str, text: str) -> bool:
    """Tell whether a text is a title; most begin with another letter, and are not looked at more closely."""
    lead = text.lstrip()[:1]
    may_be = not lead.isascii() or not lead.isalnum() or lead.casefold() == title[:1]
    return may_be and spelling(text) == title
