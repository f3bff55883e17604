"""How wide columns and how high rows must be, from the characters in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from ppid_core.report import Column
from ppid_exporters.xlsx.library import Options

_LINE = 13.5
"""Points of a line of 10-point text."""
_PER_LETTER = 5.6
"""Points of a letter, along a turned heading."""

_BOLD = 1.15
"""How much wider bold letters are."""

SLENDER = 1.12
"""How many letters of running text stand where one digit has room."""

_CAPITAL = 0.25
"""How much of a digit a capital is wider."""

_BUTTON, _BUTTON_WIDE = 14.0, 3.0
"""Points and digits of the button of a filter, at the lower right of a heading: it would hide letters."""
INSET: Options = {"align": "right", "indent": 2}
"""Numbers and their headings stand left of the button, at one edge: no line is kept free below headings."""
_INSET = 3.0
"""Digits of that indent."""
NARROWEST, _WIDEST = 8.0, 58.0
_NARROWED = 20.0
_ALL_TOGETHER = 240.0
"""Digits that columns of text share where there are many of them."""

_MARGIN = 1.1
"""Digits at the sides of a cell, and a little for what is rounded."""

_TURNED = 5.0
_ONE_LINE = 14
"""Letters of a heading that need not be broken."""

_HIGHEST = 400.0
"""Excel takes rows of 409 points."""
_HIGHEST_TURNED = 170.0
_NEVER_CUT = 1e6


def natural(
    columns: Sequence[Column], longest: Sequence[float], numeric: Sequence[bool]
) -> tuple[float, ...]:
    """Return the width of each column, in digits, as Excel measures.

    Args:
        columns: the columns of the table.
        longest: width of the longest line of each column, headings excepted.
        numeric: which columns hold numbers: those are never cut.
    """
    upright = sum(not column.turned for column in columns)
    cap = min(max(_ALL_TOGETHER / max(upright, 1), _NARROWED), _WIDEST)
    widths = [
        _width(column, count + 2 + _inset(column, is_numeric=is_numeric), _NEVER_CUT if is_numeric else cap)
        for column, count, is_numeric in zip(columns, longest, numeric, strict=True)
    ]
    return tuple(_wide_enough_for_groups(columns, widths))


def _inset(column: Column, *, is_numeric: bool) -> float:
    return _INSET if is_numeric and not column.turned else 0.0


def _width(column: Column, needed: float, cap: float) -> float:
    if column.turned:
        return max(_TURNED, min(needed, cap))
    words = max(map(len, _parts(column.title)), default=0)
    heading = max(words, min(len(column.title), _ONE_LINE)) * _BOLD + _BUTTON_WIDE + _MARGIN
    return max(NARROWEST, min(heading, _WIDEST), min(needed, cap))


def _wide_enough_for_groups(columns: Sequence[Column], widths: list[float]) -> list[float]:
    for title, first, last in bands(columns):
        needed = min(max(map(len, _parts(title)), default=0) * _BOLD + 2, _WIDEST)
        short = max(needed - sum(widths[first : last + 1]), 0) / (last - first + 1)
        for at in range(first, last + 1):
            widths[at] += short
    return widths


def bands(columns: Sequence[Column]) -> Iterator[tuple[str, int, int]]:
    """Yield each heading over columns with its first and last column."""
    for title, some in groupby(enumerate(columns), key=lambda pair: pair[1].group):
        places = [at for at, _ in some]
        if title:
            yield title, places[0], places[-1]


def extent(line: str) -> float:
    """Return the width of a line, in digits: capitals take more room."""
    return len(line) + _CAPITAL * sum(map(str.isupper, line))


def _parts(text: str) -> list[str]:
    """Return what a line break may part: words, and the parts of words at hyphens."""
    return re.findall(r"[^\s-]+-?", text)


def height(text: str, width: float, line: float = _LINE) -> float:
    """Return the points that ``text`` takes in a cell of ``width`` digits."""
    room = max(int(width), 1)
    lines = sum(max(len(wrap(part, room)), 1) for part in text.split("\n"))
    return min(lines * line + 3, _HIGHEST)


def heading_height(columns: Sequence[Column], widths: Sequence[float], numeric: Sequence[bool]) -> float:
    """Return the points of the row of headings: no letter of them is under the button of a filter."""
    return max(
        _BUTTON + min(len(column.title) * _PER_LETTER + 8, _HIGHEST_TURNED)
        if column.turned
        else _upright_height(
            column.title, (width - 1 - _inset(column, is_numeric=is_numeric)) / _BOLD, is_numeric=is_numeric
        )
        for column, width, is_numeric in zip(columns, widths, numeric, strict=True)
    )


def _upright_height(title: str, room: float, *, is_numeric: bool) -> float:
    """Return the points of a heading; the button is below it where its last line leaves no room beside."""
    last = (wrap(title, max(int(room), 1)) or [""])[-1]
    is_beside = is_numeric or len(last) <= room - _BUTTON_WIDE / _BOLD
    return height(title, room) + (0.0 if is_beside else _BUTTON)
