"""Widths of columns: as wide as the text wants where there is room, else shared by need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ppid_exporters.docx.heads import placed
from ppid_exporters.docx.letters import longest_word, width
from ppid_exporters.layout.grid import Grid

PADDING = 4.4
"""Millimetres at both sides of a cell together; in small type they are fewer."""

SMALL_PADDING = 3.2
USUAL_SIZE = 9.5

LEAST = 8.0
MOST = 120.0
WIDEST_HEAD = 34.0
NARROWEST_TABLE = 90.0
DATE = re.compile(r"\d{1,2} \w+ \d{4}")
Need = tuple[float, float]
"""The least and the wished width of a column."""


def needs(grid: Grid, size: float, *, whole_dates: bool) -> list[Need]:
    """Return what each column needs in type of ``size`` points.

    Args:
        grid: the table.
        size: of type.
        whole_dates: whether dates stay on one line, too.
    """
    count = sum(grid.bands)
    cells: list[list[str]] = [[] for _ in range(count)]
    for row in grid.rows:
        at = 0
        for cell in row:
            if cell.span == 1:
                cells[at].append(cell.text)
            at += cell.span
    bold: list[list[str]] = [[cell.text] for cell in grid.total] or [[] for _ in range(count)]
    for at, title in _heads(grid):
        bold[at].append(title)
    return [
        _need(texts, strong, size, whole_dates=whole_dates) for texts, strong in zip(cells, bold, strict=True)
    ]


def fits(some: Sequence[Need], room: float) -> bool:
    """Tell whether no word has to be broken."""
    return sum(least for least, _ in some) <= room


def shared(some: Sequence[Need], room: float) -> tuple[float, ...]:
    """Return the widths of columns: at most ``room`` together."""
    wished = sum(wish for _, wish in some)
    if wished <= room:
        spread = max(min(NARROWEST_TABLE, room) / wished, 1.0) if wished else 1.0
        return tuple(wish * spread for _, wish in some)
    if not fits(some, room):
        cap = _cap([least for least, _ in some], room)
        return tuple(min(least, cap) for least, _ in some)
    rest = [max(wish - least, 0.0) ** 0.85 for least, wish in some]
    share = (room - sum(least for least, _ in some)) / (sum(rest) or 1.0)
    return tuple(least + extra * share for (least, _), extra in zip(some, rest, strict=True))


def _heads(grid: Grid) -> Iterator[tuple[int, str]]:
    """Yield the heading right above each column; turned ones need no width."""
    for row in placed(grid):
        for place in row:
            if place.head and not place.head.is_band and not place.head.is_turned:
                yield place.column, place.head.title


def _need(texts: Iterable[str], strong: Iterable[str], size: float, *, whole_dates: bool) -> Need:
    """Return the need of a column; ``strong`` are its heading and its total, which are bold."""
    least = wished = 0.0
    for text in strong:
        word = longest_word(text, size, is_bold=True)
        least = max(least, word)
        wished = max(wished, min(width(text, size, is_bold=True), max(word, WIDEST_HEAD)))
    for text in texts:
        long = max(width(line, size) for line in text.split("\n"))
        least = max(least, long if whole_dates and DATE.fullmatch(text) else longest_word(text, size))
        wished = max(wished, long)
    padding = PADDING if size >= USUAL_SIZE else SMALL_PADDING
    least = min(max(least + padding, LEAST), MOST)
    return least, max(min(wished + padding, MOST), least)


def _cap(least: Sequence[float], room: float) -> float:
    """Return the width above which columns give way, so that all together have ``room``."""
    left, rest = room, sorted(least)
    for at, narrow in enumerate(rest):
        even = left / (len(rest) - at)
        if narrow > even:
            return even
        left -= narrow
    return room
