"""Lines that count two things at once: the tables that they make up, and what these say along one of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from ppid_core.glossary.vocabulary import same
from ppid_core.model import Aggregate, Dimension, JointPart, Register, ServiceYear, breakdowns_of
from ppid_core.summary.parts import Counts, Key

Pair = tuple[Dimension, Dimension]
"""Along what a table of joint counts goes, in the order in which dimensions are told."""
AND = "_and_"
"""Between the two dimensions in the name of a table: ``agency_and_outcome``."""
JointTable = Mapping[str, Mapping[str, int]]
"""Counts by a category along one dimension, then by one along the other."""
_ORDER = tuple(Dimension)


def joint_lines(year: ServiceYear, register: Register) -> tuple[Aggregate, ...]:
    """Return the totals of a register in its own year that may join two dimensions.

    A line that a month narrows counts in that month what belongs to a part.
    """
    return joined(
        line
        for line in year.aggregates
        if line.register is register and line.year in {None, year.period.year}
        if line.period is None or year.period.may_hold(line.period)
    )


def joined(lines: Iterable[Aggregate]) -> tuple[Aggregate, ...]:
    """Return lines of one register and year with the month that narrows one as its second part."""
    return tuple(map(_with_month, lines))


def _with_month(line: Aggregate) -> Aggregate:
    month = None if line.period is None else line.period.month
    if month is None or line.second is not None or line.dimension in {None, Dimension.MONTH}:
        return line
    return evolve(line, second=JointPart(dimension=Dimension.MONTH, category=str(month)), period=None)


def joint_tables(lines: Iterable[Aggregate]) -> Mapping[Pair, tuple[Aggregate, ...]]:
    """Return the joint lines of one register and year by the two dimensions that they join."""
    tables: dict[Pair, list[Aggregate]] = {}
    for line in lines:
        if (pair := _pair_of(line)) is not None:
            tables.setdefault(pair, []).append(line)
    return {pair: tuple(table) for pair, table in tables.items()}


def _pair_of(line: Aggregate) -> Pair | None:
    if line.dimension is None or line.second is None:
        return None
    first, second = sorted((line.dimension, line.second.dimension), key=_ORDER.index)
    return first, second


def joint_cells(pair: Pair, lines: Iterable[Aggregate]) -> Mapping[tuple[str, str], int]:
    """Return the counts of a table by both categories; a line for the whole period wins over its months."""
    whole: Counter[tuple[str, str]] = Counter()
    monthly: Counter[tuple[str, str]] = Counter()
    for line in lines:
        first, second = (category_along(line, dimension) for dimension in pair)
        home = whole if line.period is None else monthly
        home[first, second] += line.number
    return {**monthly, **whole}


def joint_pairs(lines: Iterable[Aggregate]) -> Iterator[tuple[Key, int]]:
    """Yield what joint lines count: both dimensions with the words typed, and the month; what merges."""
    for pair, table in joint_tables(joined(lines)).items():
        for line in table:
            parts = (part for one in pair for part in (str(one), turned(line, one).category))
            month = "" if line.period is None else str(line.period.month or "")
            yield (*parts, month), line.number


def tables_of(counts: Counts) -> Mapping[str, JointTable]:
    """Return each table of joint counts, ``agency_and_outcome``, by the categories of both.

    Words are one category in whatever case; a count of the whole period wins over those of its months.
    """
    words: dict[tuple[str, str], Counter[str]] = {}
    found: dict[str, tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]] = {}
    for (one, first, other, second, month), number in counts.pairs:
        cell = same(Dimension(one), first), same(Dimension(other), second)
        whole, monthly = found.setdefault(f"{one}{AND}{other}", (Counter(), Counter()))
        (monthly if month else whole)[cell] += number
        for part, word in (((one, cell[0]), first), ((other, cell[1]), second)):
            words.setdefault(part, Counter())[word] += number
    tables: dict[str, dict[str, dict[str, int]]] = {}
    for name, (whole, monthly) in found.items():
        one, _, other = name.partition(AND)
        for (first, second), number in {**monthly, **whole}.items():
            row = tables.setdefault(name, {}).setdefault(_word(words[one, first]), {})
            row[_word(words[other, second])] = number
    return tables


def _word(typed: Counter[str]) -> str:
    """Return in which words a category was typed for most cases, of equal ones the first in the alphabet."""
    return min(typed, key=lambda word: (-typed[word], word))


def category_along(line: Aggregate, dimension: Dimension) -> str:
    """Return the category of a joint line along one of its dimensions, words in whatever case."""
    return same(dimension, turned(line, dimension).category)


def typed_words(dimension: Dimension, lines: Iterable[Aggregate]) -> Mapping[str, str]:
    """Return in which words each category along a dimension was typed first."""
    words: dict[str, str] = {}
    for line in lines:
        words.setdefault(category_along(line, dimension), turned(line, dimension).category)
    return words


def turned(line: Aggregate, dimension: Dimension) -> Aggregate:
    """Return what a joint line says along one of its dimensions, whatever the other is."""
    part = line.second
    if part is None or part.dimension is not dimension:
        return evolve(line, second=None)
    return evolve(line, dimension=dimension, category=part.category, typed=part.typed, second=None)


def parts_of_line(line: Aggregate) -> Iterator[Aggregate]:
    """Yield a line along each of its dimensions: one, of a joint line both."""
    yield evolve(line, second=None) if line.second else line
    if line.second is not None:
        yield turned(line, line.second.dimension)


def margins(pair: Pair, lines: Iterable[Aggregate]) -> Iterator[tuple[Dimension, tuple[Aggregate, ...]]]:
    """Yield the dimensions along which a table adds up to parts of its register, each with those parts.

    A table by reasons of refusal holds only what was refused, and one by grounds holds a case several times:
    along the other dimension neither says how many there were.
    """
    table = tuple(lines)
    known = breakdowns_of(table[0].register)
    for own, other in (pair, pair[::-1]):
        if known[other].of is None and not known[other].is_overlapping:
            yield own, tuple(turned(line, own) for line in table)


def along_one(lines: Iterable[Aggregate]) -> tuple[Aggregate, ...]:
    """Return lines of one register and year along one dimension each.

    Joint lines stand for a dimension along which no line of its own goes: of several tables the one that
    counts most, for the others leave something out.
    """
    given = tuple(lines)
    own = tuple(line for line in given if line.second is None)
    said = {line.dimension for line in own}
    fullest: dict[Dimension, tuple[int, tuple[Aggregate, ...]]] = {}
    for pair, table in joint_tables(given).items():
        counted = sum(joint_cells(pair, table).values())
        for dimension, margin in margins(pair, table):
            if dimension not in said and counted > fullest.get(dimension, (-1, ()))[0]:
                fullest[dimension] = counted, margin
    return (*own, *(line for _, margin in fullest.values() for line in margin))
