"""Parts that the rows of a register name, and that no aggregate line of the same group does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ppid_core.glossary.vocabulary import is_word, same
from ppid_core.model import BREAKDOWNS, Aggregate, Dimension, Period
from ppid_core.rules.figures.groups import Lines
from ppid_core.rules.figures.recorded import TIMED, RegisterRows
from ppid_core.summary.register import COULD_BE

LARGEST_ONLY = frozenset(one.dimension for one in BREAKDOWNS if one.is_open_ended)
"""Groups without a closed list, of which reports often name the largest parts only."""
Part = tuple[str, int | None]
"""A category, and the month that narrows it."""


def unnamed(lines: Lines, rows: RegisterRows, year: int) -> Iterator[tuple[Aggregate, int]]:
    """Yield each part that is left out, as the line that it would be, with what the rows count.

    A group below its total may leave parts out, as long as the rest holds them. Where no line states the
    total, the group itself is the whole; only of open lists is the total of the rows the whole. A total that
    is said not to be recorded may hold any rest.
    """
    for group in () if lines.is_uncounted else lines.dimensions:
        parts = _left_out(lines, group, _named(rows, group))
        if sum(parts.values()) > _rest(lines, group, rows):
            for (category, month), number in parts.items():
                word = rows.words.get((group, category), category)
                yield _line(lines, group, word, None if month is None else Period(year, month)), number


def _rest(lines: Lines, group: Dimension, rows: RegisterRows) -> int:
    whole = lines.whole_of(group)
    if whole is None and group in LARGEST_ONLY:
        whole = sum(number for (_, dimension, _), number in rows.cells.items() if dimension is None)
    return 0 if whole is None else max(whole - lines.sum_of(group), 0)


def _line(lines: Lines, group: Dimension, category: str, period: Period | None) -> Aggregate:
    return Aggregate(register=lines.register, dimension=group, category=category, period=period, count=0)


def _named(rows: RegisterRows, group: Dimension) -> Mapping[Part, int]:
    """Return what the rows name along a group, month by month."""
    if group is Dimension.TIME and rows.register in TIMED:
        classes = rows.summary.figure("requests.response_time.by_class")
        told = classes.items() if isinstance(classes, Mapping) else ()
        return {(name, None): number for name, number in told if isinstance(number, int) and number}
    return {
        ("" if group is Dimension.MONTH else name, month): number
        for (month, dimension, name), number in rows.cells.items()
        if dimension is group and name is not None and number
    }


def _left_out(lines: Lines, group: Dimension, named: Mapping[Part, int]) -> Mapping[Part, int]:
    """Return the parts that no line holds; a category that no line holds in any month is one part.

    Words that no list holds, and that only one of both sides says, may stand for any part of the other.
    """
    stated = [
        (same(group, line.category), None if line.period is None else line.period.month)
        for line in lines.under(group)
    ]
    names = {name for name, _ in named}
    words = {category for category, _ in stated if is_word(group, category)} - names
    left: Counter[Part] = Counter()
    for (name, month), number in named.items():
        is_any = is_word(group, name) and name not in {category for category, _ in stated}
        months = {at for category, at in stated if is_any or category in words or _may_hold(category, name)}
        if group is not Dimension.MONTH and not months:
            left[name, None] += number
        elif month is not None and not months & {None, month}:
            left[name, month] += number
    return left


def _may_hold(stated: str, name: str) -> bool:
    """Tell whether rows of ``name`` may belong to a line; a vague word may stand for an exact one."""
    return stated == name or name in COULD_BE.get(stated, ()) or stated in COULD_BE.get(name, ())
