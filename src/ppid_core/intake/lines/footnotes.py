"""Notes and signatures below a table: lines of few cells after its last row or its JUMLAH."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate

from ppid_core.intake.lines.label import is_total_label

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

Cells = Sequence[Sequence[str]]


def notes_below(rows: Cells, others: Container[int] = (), *, after_gap: bool = True) -> tuple[int, ...]:
    """Return the rows that are notes below the table, from 0.

    Args:
        rows: the filled cells of each row under the heading, running numbers apart.
        others: rows that are none, such as those with a running number.
        after_gap: whether a single cell after a blank row is enough; else it has to look like a note.
    """
    tail = _tail(rows, others)
    longest, above = _longest_from(rows, tail.start), _above(rows, tail)
    for at, (fewest, before) in above:
        limit = _limit(rows, at, fewest, before, after_gap=after_gap)
        if longest[at - tail.start] < limit:
            return tuple(one for one in range(at, len(rows)) if rows[one])
    return ()


def _tail(rows: Cells, others: Container[int]) -> range:
    """Return the rows at the end in which notes may stand: no JUMLAH, and not more cells than signatures."""
    ends = (
        at
        for at in reversed(range(len(rows)))
        if at in others or len(rows[at]) > _BLOCKS or any(map(is_total_label, rows[at]))
    )
    return range(next(ends, -1) + 1, len(rows))


def _longest_from(rows: Cells, start: int) -> list[int]:
    """Return for each row of the tail the most cells that it or one below has, signatures apart."""
    lengths = [0 if _is_signed(row) else len(row) for row in reversed(rows[start:])]
    return list(accumulate(lengths, max))[::-1]


def _above(rows: Cells, tail: range) -> Iterator[tuple[int, tuple[int, Sequence[str]]]]:
    """Yield each row of the tail with the fewest cells of a row above it, and the filled row above it."""
    fewest = min((len(row) for row in rows[: tail.start] if row), default=0)
    before = next((row for at in reversed(range(tail.start)) if (row := rows[at])), ())
    for at in tail:
        yield at, (fewest, before)
        if rows[at]:
            fewest, before = min(fewest or len(rows[at]), len(rows[at])), rows[at]


def _limit(rows: Cells, at: int, fewest: int, before: Sequence[str], *, after_gap: bool) -> int:
    """Return how many cells a row must stay below from here on if notes begin here, 0 where they do not."""
    cells = rows[at]
    if not cells or not (len(cells) == 1 or _is_signed(cells)):
        return 0
    if _SAID.match(cells[0]):
        return _BLOCKS
    if not before:
        return 0
    if any(map(is_total_label, before)):
        return _BLOCKS + 1
    is_marked = bool(_MARKED.match(cells[0])) or _is_signed(cells)
    may_begin = is_marked or (after_gap and not rows[at - 1])
    return fewest if fewest >= _BLOCKS and may_begin else 0


def _is_signed(cells: Sequence[str]) -> bool:
    return bool(cells) and len(cells) <= _BLOCKS and all(map(_SIGNED.fullmatch, cells))
