"""What findings cite: an act by the law of its day, the report by the law of the day it is due."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from attrs import field, frozen

from ppid_core.errors import NotInForceError
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.model import Register
from ppid_core.rules.cases.linking import days_of
from ppid_core.rules.cases.span import cited
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.noted_law import NotedLaw, cited_once, in_force
from ppid_core.rules.engine.rule import Rule

ACTS = frozenset({"request", "objection", "dispute", "suit", "calendar", *map(str, Register)})
"""How subjects begin that are acts: rows, aggregate lines, and the days that due dates pass."""


@frozen(kw_only=True)
class Citing:
    """Cites the law for what rules find in one year; its rows are looked through once, if at all.

    Attributes:
        evidence: what is judged, by a law without notes.
    """

    evidence: Evidence
    _days: Callable[[], dict[str, date]] = field(init=False, eq=False, repr=False)

    @_days.default
    def _days_of_rows(self) -> Callable[[], dict[str, date]]:
        return cache(lambda: dict(days_of(self.evidence.year)))

    def basis(self, finding: Finding, rule: Rule, law: Lawbook) -> tuple[Bilingual, ...]:
        """Return what ``finding`` cites: its own basis, and that of its rule.

        A finding about an act that names its basis has said by what it was judged; nothing is added.
        """
        if finding.basis and _begins(finding.subject) in ACTS:
            return cited_once(finding.basis, ())
        return cited_once(finding.basis, self._general(rule, law, finding.subject))

    def rest(self, rule: Rule, law: NotedLaw) -> None:
        """Note what a rule says it rests on, where it asked the law for none of it."""
        if not any(name in rule.basis for name, _ in law.uses):
            tuple(self._general(rule, law, ""))

    def _general(self, rule: Rule, law: Lawbook, subject: str) -> Iterator[Bilingual]:
        days = tuple(self._judging(subject)) if rule.basis else ()
        for name in rule.basis:
            provision = in_force(law, name, *days)
            if provision is not None:
                yield cited(provision)

    def _judging(self, subject: str) -> Iterator[date]:
        """Yield the day of the row, where it is one; then the day the report is due."""
        day = self._days().get(subject) if _begins(subject) in ACTS else None
        if day is not None:
            yield day
        try:
            yield self.evidence.due_on
        except NotInForceError:
            return


def _begins(subject: str) -> str:
    return re.split("[:.]", subject, maxsplit=1)[0]
