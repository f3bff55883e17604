"""Notes and signatures below a table: lines of few cells after its last row or its JUMLAH."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from ppid_core.intake.marker import is_total_word

_MARKED = re.compile(r"\*|mengetahui\b|nip\b", re.IGNORECASE)
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


def notes_below(rows: Cells, numbered: Container[int] = ()) -> tuple[int, ...]:
    """Return the rows that are notes below the table, from 0.

    Args:
        rows: the filled cells of each row under the heading, running numbers apart.
        numbered: rows with a running number, which are none.
    """
    start = next((at for at in _tail(rows, numbered) if _begins(rows, at)), None)
    return () if start is None else tuple(at for at in range(start, len(rows)) if rows[at])


def _tail(rows: Cells, numbered: Container[int]) -> range:
    """Return the rows at the end in which notes may stand: no JUMLAH, and not more cells than signatures."""
    ends = (
        at
        for at in reversed(range(len(rows)))
        if at in numbered or len(rows[at]) > _BLOCKS or any(map(is_total_word, rows[at]))
    )
    return range(next(ends, -1) + 1, len(rows))


def _begins(rows: Cells, at: int) -> bool:
    """Tell whether a row begins the notes: everything below it must be able to be one too."""
    cells = rows[at]
    if not cells or not (len(cells) == 1 or _is_signed(cells)):
        return False
    if _SAID.match(cells[0]):
        return _may_all_be_notes(rows, at, fewest=_BLOCKS)
    before = [row for row in rows[:at] if row]
    if not before:
        return False
    fewest = min(len(row) for row in before)
    if any(map(is_total_word, before[-1])):
        return _may_all_be_notes(rows, at, fewest=_BLOCKS + 1)
    is_marked = bool(_MARKED.match(cells[0])) or _is_signed(cells)
    return (
        fewest >= _BLOCKS and (is_marked or not rows[at - 1]) and _may_all_be_notes(rows, at, fewest=fewest)
    )


def _may_all_be_notes(rows: Cells, at: int, fewest: int) -> bool:
    return all(len(row) < max(fewest, _BLOCKS) or _is_signed(row) for row in rows[at:])


def _is_signed(cells: Sequence[str]) -> bool:
    return bool(cells) and len(cells) <= _BLOCKS and all(map(_SIGNED.fullmatch, cells))
