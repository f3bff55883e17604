"""Tables of joint counts, as totals tell them: OPD × keputusan, bulan × kanal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ppid_core.glossary import label
from ppid_core.glossary.vocabulary import VOCABULARIES
from ppid_core.language import Bilingual, Lang
from ppid_core.model import (
    Absent,
    Aggregate,
    Breakdown,
    Dimension,
    JointPart,
    Register,
    breakdowns_of,
    is_unread,
)
from ppid_core.report.blocks import Column, Table
from ppid_core.report.material import Material, capital
from ppid_core.report.parts.breakdowns import (
    KINDS,
    OUTCOMES,
    names_lang,
    official,
    part_name,
    register_source,
)
from ppid_core.report.row_tables import Line
from ppid_core.report.values import Value
from ppid_core.summary import NOT_RECORDED, UNNAMED, UNREAD, listed
from ppid_core.summary.joint import Pair, joint_cells, joint_lines, joint_tables, typed_words
from ppid_core.summary.rows import naming, rows_of

_Cells = Mapping[tuple[str, str], int]
_MOST_COLUMNS = 10
"""Of more categories than so many the table is turned."""
_NOBODY_KNOWS = Absent()
_ELSEWHERE = {Register.REQUESTS: {Dimension.MONTH, Dimension.OUTCOME}}
"""Told in the table of months and outcomes."""


def joined(material: Material, register: Register) -> Iterator[Table]:
    """Yield each table of joint counts that totals tell; of cases that are kept, what is asked of both."""
    if listed(rows_of(material.year, register)):
        yield from _kinds_decided(material) if register is Register.REQUESTS else ()
        return
    for pair, table in joint_tables(joint_lines(material.year, register)).items():
        if {*pair} != _ELSEWHERE.get(register):
            yield _table(material, register, pair, table)


def _kinds_decided(material: Material) -> Iterator[Table]:
    """Yield what was decided of each kind of information, where rows name kinds."""
    counts: Counter[tuple[str, str]] = Counter()
    kinds, outcomes = naming(KINDS), naming(OUTCOMES)
    for row in listed(material.year.requests):
        is_inside = row.period is None or material.year.period.may_hold(row.period)
        if row.opening is None and is_inside:
            kind, outcome = (
                UNREAD if is_unread(row, one.attribute) else str(name(row) or NOT_RECORDED)
                for one, name in ((KINDS, kinds), (OUTCOMES, outcomes))
            )
            counts[kind, outcome] += row.count
    if {kind for kind, _ in counts} - UNNAMED.keys():
        lines = [
            Aggregate(
                register=Register.REQUESTS,
                dimension=KINDS.dimension,
                category=kind,
                second=JointPart(dimension=OUTCOMES.dimension, category=outcome),
                count=number,
            )
            for (kind, outcome), number in counts.items()
        ]
        for pair, table in joint_tables(lines).items():
            yield _table(material, Register.REQUESTS, pair, table, blank=0)


def _table(
    material: Material,
    register: Register,
    pair: Pair,
    lines: Sequence[Aggregate],
    *,
    blank: int | Absent = _NOBODY_KNOWS,
) -> Table:
    """Return a table of joint counts; ``blank`` is what a cell says of which nothing is known."""
    cells = joint_cells(pair, lines)
    words = {along: typed_words(along, lines) for along in pair}
    down, across = pair
    names = {one: _categories(material, one, [key[at] for key in cells]) for at, one in enumerate(pair)}
    if _is_turned(lines[0], across, names):
        down, across = across, down
        cells = {(first, second): number for (second, first), number in cells.items()}
    known = breakdowns_of(register)

    def named(along: Dimension, category: str) -> str:
        return part_name(material, known[along], words[along][category])

    rows = tuple(
        (named(down, row), *_line(cells, row, names[across], known[across], blank)) for row in names[down]
    )
    heads = [capital(label(down, material.lang)), *(named(across, one) for one in names[across])]
    if not known[across].is_overlapping:
        heads.append(material.t("Jumlah", "Total"))
    return Table(
        key=f"{register}_by_{down}_and_{across}",
        columns=tuple(
            Column(key=f"column_{at}", title=head, summed=True)
            if at
            else Column(key="name", title=head, lang=names_lang(material, known[down], names[down]))
            for at, head in enumerate(heads)
        ),
        rows=rows,
        caption=_caption(register, down, across)(material.lang),
        total=_total(material, rows) if not known[down].is_overlapping else None,
        notes=(register_source(material, register),),
    )


def _is_turned(first: Aggregate, across: Dimension, names: Mapping[Dimension, Sequence[str]]) -> bool:
    """Tell whether a table stands the other way: months go down, else what was typed first, if it fits."""
    ways = sorted(names, key=across.__ne__)
    if Dimension.MONTH in names:
        return across is Dimension.MONTH
    if max(map(len, names.values())) > _MOST_COLUMNS:
        return len(names[ways[0]]) > len(names[ways[1]])
    return first.dimension is across


def _categories(material: Material, along: Dimension, named: Sequence[str]) -> list[str]:
    """Return categories in the order of their list, months as they follow each other, others as typed."""
    found = list(dict.fromkeys(named))
    if along is Dimension.AGENCY:
        return official(material, found)
    if along is Dimension.MONTH:
        return sorted(found, key=int)
    places = {str(word): at for at, word in enumerate(VOCABULARIES.get(along, ()))}
    return sorted(found, key=lambda one: places.get(one, len(places)))


def _line(
    cells: _Cells, row: str, across: Sequence[str], breakdown: Breakdown, blank: int | Absent
) -> Iterator[Value]:
    """Yield the cells of a row, and their sum where they do not overlap; a cell nobody filled in is no 0."""
    known = [cells.get((row, one)) for one in across]
    yield from (blank if number is None else number for number in known)
    if not breakdown.is_overlapping:
        yield sum(number for number in known if number is not None)


def _total(material: Material, rows: Sequence[Line]) -> Line:
    columns = list(zip(*rows, strict=True))[1:]
    sums = (sum(cell for cell in column if isinstance(cell, int)) for column in columns)
    return (material.t("Jumlah", "Total"), *sums)


def _caption(register: Register, down: Dimension, across: Dimension) -> Bilingual:
    def said(lang: Lang, by: str, and_: str) -> str:
        head = capital(label(register, lang))
        return f"{head} {by} {label(down, lang)} {and_} {label(across, lang)}"

    return Bilingual(said("id", "menurut", "dan"), said("en", "by", "and"))
