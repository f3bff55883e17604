"""Requests of which all that is dated is the same: what holds of one holds of all, so one is judged for them.

A register of a hundred thousand requests knows some ten thousand combinations of days and outcomes. A judge
that looks at nothing else is asked once for each of them; where it finds something it is asked again for
every row, so that each is told with its own place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple, TypeVar

from ppid_core.language import Bilingual
from ppid_core.model import Request
from ppid_core.rules.casebook.span import is_of
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.noted_law import plain
from ppid_core.rules.engine.rule import Check
from ppid_core.rules.engine.subjects import subjects_of
from ppid_core.rules.engine.verdict import Verdict, judged
from ppid_core.summary import listed
from ppid_core.summary.durations import Stopwatch, Timed
from ppid_core.summary.rows import alike

DATED = (
    *("count", "opening", "unread", "outcome", "held", "working_days"),
    *(
        "verified_on",
        "forwarded_on",
        "registered_on",
        "told_incomplete_on",
        "letter_received_on",
        "repaired_on",
        "completed_on",
    ),
    *("extended_on", "further_extensions", "notice_on", "delivered_on"),
)
"""The fields of a request, beside its period, at which the judge of a group may look."""
_dated = attrgetter(*DATED)
KeyedRequest = tuple[str, Request]
T = TypeVar("T")


class AlikeRequests(NamedTuple):
    """Requests of which all that is dated is the same (*permohonan yang serupa*).

    Attributes:
        first: one for all.
        positions: where they stand in the register, from 0.
    """

    first: Request
    positions: Sequence[int]

    @property
    def number(self) -> int:
        """How many requests its lines stand for."""
        return self.first.count * len(self.positions)


def alike_requests(evidence: Evidence) -> Sequence[AlikeRequests]:
    """Return the requests of the register in groups."""
    return evidence.once(_grouped)


def _grouped(evidence: Evidence) -> Sequence[AlikeRequests]:
    rows = listed(evidence.year.requests)
    groups = alike(rows, _dated, range(len(rows)))
    return tuple(AlikeRequests(rows[positions[0]], positions) for positions in groups)


def reported_alike(evidence: Evidence) -> Sequence[AlikeRequests]:
    """Return those of the report; a line that stands for none is left out."""
    return evidence.once(_reported)


def _reported(evidence: Evidence) -> Sequence[AlikeRequests]:
    return tuple(
        group
        for group in alike_requests(evidence)
        if group.first.count and is_of(evidence.year, group.first.period, group.first.opening)
    )


def rows_of(
    groups: Iterable[tuple[AlikeRequests, T]], evidence: Evidence
) -> Iterator[tuple[str, Request, T]]:
    """Yield each request of groups, in the order of the register: subject, row, what is known of it."""
    rows, keys = listed(evidence.year.requests), subjects_of(evidence).keys("request")
    known = {position: told for group, told in groups for position in group.positions}
    for position in sorted(known):
        yield keys[position], rows[position], known[position]


def each_alike(judge: Callable[[KeyedRequest, Evidence], Verdict | None], otherwise: Bilingual) -> Check:
    """Return the check of a rule that judges the requests of the report by `DATED` alone; else as `each`."""
    check = partial(_told, judge=judge, otherwise=otherwise)
    check.__doc__ = judge.__doc__
    return check


def _told(
    evidence: Evidence, *, judge: Callable[[KeyedRequest, Evidence], Verdict | None], otherwise: Bilingual
) -> Iterator[Finding]:
    def verdict_on(case: KeyedRequest) -> Verdict | None:
        return judged(case, lambda one: judge(one, evidence))

    verdicts = ((group, verdict_on(("", group.first))) for group in reported_alike(evidence))
    known = present(((group, verdict) for group, verdict in verdicts if verdict is not None), otherwise)
    found = ((group, verdict) for group, verdict in known if isinstance(verdict, Finding))
    for subject, row, _ in rows_of(found, evidence):
        verdict = verdict_on((subject, row))
        if isinstance(verdict, Finding):
            yield verdict


def timed_requests(evidence: Evidence) -> Sequence[tuple[AlikeRequests, Timed]]:
    """Return the requests of the report with what is known of their time, as the summary counts it."""
    return evidence.once_by_calendar(_timed)


def _timed(evidence: Evidence) -> Sequence[tuple[AlikeRequests, Timed]]:
    watch = Stopwatch(
        law=plain(evidence.law),
        workdays=evidence.workdays,
        as_of=evidence.as_of,
        kept=evidence.keeps_outcomes,
    )
    return tuple((group, watch.judgement(group.first)[0]) for group in reported_alike(evidence))
