"""T104: tables of joint counts (OPD × keputusan) against what stands beside them along one dimension."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from ppid_core.glossary import label
from ppid_core.language import Bilingual
from ppid_core.model import Aggregate, Dimension
from ppid_core.rules.casebook.aggregate_lines import (
    PARTS_OF_AN_OUTCOME,
    AggregateLines,
    part_key,
    part_title,
    same_part,
)
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.labels import term
from ppid_core.rules.engine.place import places_of
from ppid_core.summary.joint import Pair, category_along, margins, turned

_WRITTEN = Bilingual("tertulis", "it is written")
_Judged = tuple[Finding, bool]


def joint_totals(lines: AggregateLines) -> Iterator[_Judged]:
    """Judge each table of joint counts: more than what stands beside it contradicts, less leaves out."""
    for pair, table in lines.tables.items():
        for dimension, margin in margins(pair, table):
            yield from _margin(lines, pair, dimension, margin)
        for own, explained in (pair, pair[::-1]):
            yield from _explained(lines, own, explained, table)


def _margin(
    lines: AggregateLines, pair: Pair, dimension: Dimension, margin: Sequence[Aggregate]
) -> Iterator[_Judged]:
    """Judge what a table adds up to along one of its dimensions by the lines that say the same."""
    stated, sums = lines.parts(dimension), _beside(lines, margin).parts(dimension)
    for category, lines_of_part in _by_part(lines.under(dimension)).items():
        if category in sums:
            inside = [line for line in margin if same_part(line)[1] == category]
            first = evolve(lines_of_part[0], period=None)
            finding = Finding(
                subject=part_key(first),
                sources=places_of((*lines_of_part, *inside)),
                provided=stated[category],
                expected=sums[category],
                facts={"what": part_title(first), "how": _WRITTEN, "against": _table_adds_up(pair)},
            )
            yield finding, sums[category] > stated[category]


def _explained(
    lines: AggregateLines, own: Dimension, explained: Dimension, table: Sequence[Aggregate]
) -> Iterator[_Judged]:
    """Judge the reasons that a table gives in each part by how many there had the outcome they explain."""
    outcome = PARTS_OF_AN_OUTCOME.get(explained)
    decided = next((of for pair, of in lines.tables.items() if {*pair} == {own, Dimension.OUTCOME}), ())
    if outcome is None or not decided:
        return
    whole = [turned(line, own) for line in decided if category_along(line, Dimension.OUTCOME) == outcome]
    stated = _beside(lines, whole).parts(own)
    reasons = [turned(line, own) for line in table]
    sums = _beside(lines, reasons).parts(own)
    for category, lines_of_part in _by_part(whole).items():
        if category in sums:
            first = evolve(lines_of_part[0], period=None)
            name = part_title(first)
            inside = [line for line in reasons if same_part(line)[1] == category]
            finding = Finding(
                subject=f"{part_key(first)}+outcome.{outcome}",
                sources=places_of((*lines_of_part, *inside)),
                provided=stated[category],
                expected=sums[category],
                facts={
                    "what": Bilingual(f"{name.id}, {label(outcome)}", f"{name.en}, {label(outcome, 'en')}"),
                    "how": _WRITTEN,
                    "against": _adds_up(explained),
                },
            )
            yield finding, sums[category] > stated[category]


def _by_part(lines: Sequence[Aggregate]) -> Mapping[str, Sequence[Aggregate]]:
    """Return the lines of each category, in their order."""
    parts: dict[str, list[Aggregate]] = {}
    for line in lines:
        parts.setdefault(same_part(line)[1], []).append(line)
    return parts


def _beside(lines: AggregateLines, others: Sequence[Aggregate]) -> AggregateLines:
    return AggregateLines(register=lines.register, lines=tuple(others))


def _table_adds_up(pair: Pair) -> Bilingual:
    one, other = map(term, pair)
    return Bilingual(
        f"menurut {one.id} dan {other.id} berjumlah", f"by {one.en} and {other.en} it adds up to"
    )


def _adds_up(dimension: Dimension) -> Bilingual:
    name = term(dimension)
    return Bilingual(f"menurut {name.id} berjumlah", f"by {name.en} it adds up to")
