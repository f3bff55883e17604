"""Aggregate lines of one register, by the group that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from ppid_core.glossary.vocabulary import same
from ppid_core.language import Bilingual
from ppid_core.model import BREAKDOWNS, Aggregate, Dimension, Outcome, Register, ServiceYear
from ppid_core.rules.engine.labels import part_of, term
from ppid_core.summary.joint import Pair, along_one, joint_tables
from ppid_core.writing import month_name

PARTS_OF_AN_OUTCOME: Mapping[Dimension, Outcome] = {
    one.dimension: one.of for one in BREAKDOWNS if one.of is not None
}
"""Groups that break down one outcome only, not the register."""


def part_named(line: Aggregate) -> tuple[Dimension | None, str, int | None]:
    """Return the part that a line names, and the month that narrows it; a total of a month is that month."""
    month = None if line.period is None else line.period.month
    if line.dimension is Dimension.MONTH or (line.dimension is None and month is not None):
        return Dimension.MONTH, "" if month is None else str(month), None
    return line.dimension, line.category, month


def same_part(line: Aggregate) -> tuple[Dimension | None, str, int | None]:
    """Return what lines have in common that name one part: a word typed in two cases is one."""
    dimension, category, month = part_named(line)
    return dimension, same(dimension, category), month


_SLUG = re.compile(r"[a-z0-9_]+")


def part_subject(breakdown: str, category: str) -> str:
    """Return the subject of a part: what no list holds are words, which stand behind a colon."""
    return f"{breakdown}{'.' if _SLUG.fullmatch(category) else ':'}{category}"


def part_key(line: Aggregate) -> str:
    """Return the subject of a line: ``requests.by_outcome.refused``, narrowed by a month with ``@02``.

    Words that no list holds stand behind a colon: ``objections.by_sex:laki-laki``.
    """
    dimension, category, month = part_named(line)
    if dimension is None:
        path = f"{line.register}.total"
    else:
        path = part_subject(f"{line.register}.by_{dimension}", category)
    return path if month is None else f"{path}@{month:02d}"


def part_title(line: Aggregate) -> Bilingual:
    """Return what a line is called in a sentence."""
    dimension, category, month = part_named(line)
    name = part_of(term(line.register), dimension, category)
    if month is None:
        return name
    return Bilingual(f"{name.id}, {month_name(month, 'id')}", f"{name.en}, {month_name(month, 'en')}")


@frozen(kw_only=True)
class AggregateLines:
    """The aggregate lines of one register for the report's own year (*rekap*).

    Attributes:
        lines: along one dimension each; joint ones stand for what no line of its own says.
        tables: the joint lines, by the two dimensions that they join.
    """

    register: Register
    lines: tuple[Aggregate, ...]
    tables: Mapping[Pair, tuple[Aggregate, ...]] = field(factory=dict)

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The groups, in the order of the input."""
        groups = (part_named(line)[0] for line in self.lines)
        return tuple(dict.fromkeys(group for group in groups if group is not None))

    def under(self, dimension: Dimension) -> tuple[Aggregate, ...]:
        """Return the lines of one group."""
        return tuple(line for line in self.lines if part_named(line)[0] is dimension)

    def parts(self, dimension: Dimension) -> Mapping[str, int]:
        """Return the categories of a group; a line for the whole period wins over lines of its months."""
        whole: dict[str, int] = {}
        monthly: dict[str, int] = {}
        for line in self.under(dimension):
            _, category, month = same_part(line)
            home = whole if month is None else monthly
            home[category] = home.get(category, 0) + line.number
        return {**monthly, **whole}

    def sum_of(self, dimension: Dimension) -> int:
        """Return what a group adds up to."""
        return sum(self.parts(dimension).values())

    def heads(self, dimension: Dimension) -> tuple[Aggregate, ...]:
        """Return the lines that state the whole of a group: its outcome, else the total."""
        outcome = PARTS_OF_AN_OUTCOME.get(dimension)
        outcomes = (line for line in self.under(Dimension.OUTCOME) if line.category == outcome)
        return tuple(outcomes) or tuple(line for line in self.lines if part_named(line)[0] is None)

    def whole_of(self, dimension: Dimension) -> int | None:
        """Return the whole that a group may not exceed, None where no line states it."""
        outcome, outcomes = PARTS_OF_AN_OUTCOME.get(dimension), self.parts(Dimension.OUTCOME)
        if outcome is not None and outcome in outcomes:
            return outcomes[outcome]
        totals = [line.count for line in self.lines if part_named(line)[0] is None]
        counted = [count for count in totals if count is not None]
        return sum(counted) if counted else None

    @property
    def is_uncounted(self) -> bool:
        """Whether a line says that the count of the whole is not recorded, and none says the count."""
        wholes = [line.count for line in self.lines if line.is_whole]
        return bool(wholes) and all(count is None for count in wholes)

    def narrowed(self) -> Iterator[tuple[Aggregate, tuple[Aggregate, ...]]]:
        """Yield each line for the whole period beside which lines of its single months stand."""
        for line in self.lines:
            dimension, category, month = same_part(line)
            if dimension is None or month is not None:
                continue
            alike = (other for other in self.under(dimension) if same_part(other)[1] == category)
            months = tuple(other for other in alike if part_named(other)[2] is not None)
            if months:
                yield line, months


def lines_of(year: ServiceYear, register: Register) -> AggregateLines:
    """Return the aggregate lines of one register, those of other years and outside the period left out."""
    lines = [
        line
        for line in year.aggregates
        if line.register is register and line.year in {None, year.period.year}
        if line.period is None or year.period.may_hold(line.period)
    ]
    return AggregateLines(register=register, lines=along_one(lines), tables=joint_tables(lines))
