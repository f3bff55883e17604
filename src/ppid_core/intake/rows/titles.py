"""Where the heading of a table stands: under title rows, on one line or on several."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache

from attrs import evolve, frozen

from ppid_core.glossary import spelling
from ppid_core.intake.rows.cross_heading import cross_table, names_lines
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import RUNNING_NUMBER
from ppid_core.model import ReportingPeriod

_MOST_TITLES = 60
"""Rows in which a heading is looked for."""
_MOST_LINES = 3

_Rows = Sequence[Sequence[str]]
_Joined = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last of cells that are joined into one, row and column from 0."""
_HYPHENATED = re.compile(r"-[ \t]*\r?\n\s*")


@frozen(kw_only=True)
class Titles:
    """A heading as it was found.

    Attributes:
        first: its first row, from 0.
        last: its last row, from 0.
        titles: what each column is called; of several lines those that together name a column.
        known: how many columns of the table are among them.
    """

    first: int
    last: int
    titles: tuple[str, ...]
    known: int


def find_titles(
    rows: _Rows, merges: Sequence[_Joined], accepted: Mapping[str, str], *, is_matrix: bool
) -> Titles | None:
    """Return the heading of a table: the lines that name most of its columns, and spell most of them.

    Of equal ones it is the first: a line that explains the columns below (*tanggalnya*) spells fewer.

    Args:
        rows: the texts of the sheet.
        merges: cells joined into one.
        accepted: the column for each accepted spelling.
        is_matrix: whether its columns are types of information, which may be called anything.
    """
    found = [one for one in _candidates(rows, merges, accepted, is_matrix=is_matrix) if one.known]
    spelt = frozenset(accepted)
    return max(
        found, key=lambda one: (one.known, _is_spanned(merges, one), _spelt(one.titles, spelt)), default=None
    )


def _spelt(titles: Sequence[str], spellings: Container[str]) -> int:
    """Return how many titles are spelt as a heading is, not only alike."""
    return sum(spelling(title) in spellings for title in titles)


def find_cross_titles(rows: _Rows, merges: Sequence[_Joined]) -> Titles | None:
    """Return the heading of a table of joint counts: the lines by which most columns say what they count.

    Below the heading of a list of lines there is none, whatever its lines look like.
    """
    found, candidates = [], tuple(_candidates(rows, merges, {}, is_matrix=False))
    if any(names_lines(one.titles) for one in candidates):
        return None
    for one in candidates:
        below = Sheet(file="", heading=one.titles, rows=rows[one.last + 1 :])
        if (known := cross_table(below, _any_setting())) is not None:
            found.append(evolve(one, known=1 + len(known.parts)))
    return max(found, key=lambda one: (one.known, _is_spanned(merges, one)), default=None)


@cache
def _any_setting() -> Setting:
    """Return a setting: the headings of counts are the same in any year."""
    return Setting(period=ReportingPeriod(2000))


def _is_spanned(merges: Sequence[_Joined], found: Titles) -> bool:
    """Tell whether a title is joined from the first line down to the last one."""
    return found.last > found.first and any(
        (begin[0], end[0]) == (found.first, found.last) for begin, end in merges
    )


def _candidates(
    rows: _Rows, merges: Sequence[_Joined], accepted: Mapping[str, str], *, is_matrix: bool
) -> Iterator[Titles]:
    spelt = frozenset(accepted)
    filled = [at for at, row in enumerate(rows[: _MOST_TITLES * 2]) if any(map(str.strip, row))]
    for lines in range(1, _MOST_LINES + 1):
        for first in filled[:_MOST_TITLES]:
            last = first + lines - 1
            if last < len(rows) and (lines == 1 or _is_joined(rows, merges, first, last)):
                levels = _levels(rows, merges, first, last)
                titles = tuple(
                    _title(level, accepted, spelt, is_matrix=is_matrix) for level in zip(*levels, strict=True)
                )
                known = (_types if is_matrix else _columns)(titles, accepted)
                yield Titles(first=first, last=last, titles=titles, known=known)


def _columns(titles: Sequence[str], accepted: Mapping[str, str]) -> int:
    return len({accepted[spelling(title)] for title in titles if spelling(title) in accepted})


def _types(titles: Sequence[str], accepted: Mapping[str, str]) -> int:
    """Return how many titles a matrix has, 0 where none of them is a heading of agencies."""
    distinct = {spelling(title) for title in titles if title} - RUNNING_NUMBER
    return 0 if distinct.isdisjoint(accepted) else len(distinct)


def _is_joined(rows: _Rows, merges: Sequence[_Joined], first: int, last: int) -> bool:
    """Tell whether lines belong together: joined cells say so, or gaps above what stands below."""
    for line in range(first, last):
        across = any(
            begin[0] == line and (end[0] > line or (end[1] > begin[1] and _is_group(rows, begin, end)))
            for begin, end in merges
        )
        gaps = any(
            below.strip() and not above.strip()
            for above, below in zip(rows[line], rows[line + 1], strict=False)
        )
        if not (across or gaps):
            return False
    return True


def _is_group(rows: _Rows, begin: tuple[int, int], end: tuple[int, int]) -> bool:
    """Tell whether something stands beside the joined cells: a title over everything is no group."""
    return any(cell.strip() for at, cell in enumerate(rows[begin[0]]) if not begin[1] <= at <= end[1])


def _levels(rows: _Rows, merges: Sequence[_Joined], first: int, last: int) -> list[list[str]]:
    """Return the lines, each title repeated over the columns that it heads."""
    levels = [list(map(_plain, rows[at])) for at in range(first, last + 1)]
    for begin, end in merges:
        if first <= begin[0] <= last:
            level = levels[begin[0] - first]
            for column in range(begin[1] + 1, min(end[1] + 1, len(level))):
                level[column] = level[begin[1]]
    joined = {(begin[0], at) for begin, end in merges for at in range(begin[1], end[1] + 1)}
    for number in reversed(range(len(levels) - 1)):
        level, below = levels[number], [any(column) for column in zip(*levels[number + 1 :], strict=True)]
        for column in range(1, len(level)):
            heads_nothing = not level[column] and below[column] and (first + number, column) not in joined
            if heads_nothing and (level[column - 1] and below[column - 1]):
                level[column] = level[column - 1]
    return levels


def _plain(title: str) -> str:
    """Return a title on one line; a hyphen at the end of a line only parts a word."""
    return " ".join(_HYPHENATED.sub("", title).split())


def _title(
    level: Sequence[str], accepted: Mapping[str, str], spelt: Container[str], *, is_matrix: bool
) -> str:
    """Return what a column is called: the lowest line, with those above it where they say which."""
    parts = list(dict.fromkeys(text for text in level if text))
    if len(parts) <= 1:
        return "".join(parts)
    *above, own = parts
    if is_matrix:
        return own
    both = (f"{own} {above[-1]}", f"{above[-1]} {own}")
    for known in (spelt, accepted):  # what is only alike may be so without its letter: *a* above *Alasan*
        for said in both:
            if spelling(said) in known:
                return said
    of_groups = {accepted[spelling(text)] for text in above if spelling(text) in accepted}
    if spelling(own) in accepted and of_groups <= {accepted[spelling(own)]}:
        return own
    return " ".join(parts)
