"""Requests with one outcome: rows of the register, else the aggregate lines that stand in for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from ppid_core.glossary.refusal import provisions
from ppid_core.language import Bilingual
from ppid_core.model import (
    Absent,
    Aggregate,
    Dimension,
    Outcome,
    RefusalReason,
    Register,
    Request,
)
from ppid_core.rules.casebook.aggregate_lines import (
    PARTS_OF_AN_OUTCOME,
    AggregateLines,
    lines_of,
    part_key,
    part_named,
    same_part,
)
from ppid_core.rules.casebook.alike import reported_alike, rows_of
from ppid_core.rules.engine.evidence import Evidence, known
from ppid_core.rules.engine.labels import term
from ppid_core.source import Source

_REASONED = {outcome: dimension for dimension, outcome in PARTS_OF_AN_OUTCOME.items()}
_NOBODY, _BY = Bilingual("", ""), Bilingual(" oleh {desk}", " by the {desk}")
LATE = frozenset({"closed_late", "open_late"})
"""The parts of timeliness whose requests came too late."""


@frozen(kw_only=True)
class Answered:
    """What became of one line of requests (*jawaban permohonan*).

    Attributes:
        day: the last day on which it can have come in, for a request is finished under the standard that it
            began under (Perki 1/2021 Pasal 62); where that is not told, when it was answered, else None.
        letters: the letters of Pasal 17 that it names.
        desk: the desk that did not answer, as the end of a sentence.
    """

    subject: str
    count: int
    reason: RefusalReason | None = None
    reason_typed: str = ""
    letters: tuple[str, ...] = ()
    day: date | None = None
    desk: Bilingual = _NOBODY
    source: Source | None


def undivided(lines: Sequence[Aggregate]) -> Iterator[Aggregate]:
    """Yield the lines of one group that are no parts of others: a line of a month is, beside a whole one."""
    whole = {same_part(line)[1] for line in lines if part_named(line)[2] is None}
    return (line for line in lines if part_named(line)[2] is None or same_part(line)[1] not in whole)


def answered(evidence: Evidence, outcome: Outcome) -> Iterator[Answered]:
    """Yield the requests with ``outcome``; a line that stands for none is passed over."""
    year = evidence.year
    lines = lines_of(year, Register.REQUESTS)
    if isinstance(year.requests, Absent) and lines.lines:
        return _from_lines(lines, outcome)
    known(year.requests)
    groups = ((group, outcome) for group in reported_alike(evidence) if group.first.outcome is outcome)
    return (_from_row(subject, row) for subject, row, _ in rows_of(groups, evidence))


def _from_row(subject: str, row: Request) -> Answered:
    received = None if row.period is None else row.period.last_day
    return Answered(
        subject=subject,
        count=row.count,
        reason=row.reason.slug if row.reason else None,
        reason_typed=row.reason.typed if row.reason else "",
        letters=provisions(row.exemption_letter).exempting,
        day=received or row.notice_on,
        desk=_NOBODY if row.desk is None else _BY.fill(desk=term(row.desk)),
        source=row.source,
    )


def _from_lines(lines: AggregateLines, outcome: Outcome) -> Iterator[Answered]:
    """Yield the reasons of an outcome that has some, else its total."""
    dimension = _REASONED.get(outcome, Dimension.OUTCOME)
    for line in undivided(lines.under(dimension)):
        is_reason = dimension is not Dimension.OUTCOME
        if line.count and (is_reason or line.category == outcome):
            yield Answered(
                subject=part_key(line),
                count=line.count,
                reason=_reason(line.category) if is_reason else None,
                reason_typed=line.typed if is_reason else "",
                day=None if line.period is None else line.period.last_day,
                source=line.source,
            )


def _reason(category: str) -> RefusalReason:
    return next((reason for reason in RefusalReason if reason == category), RefusalReason.OTHER)
