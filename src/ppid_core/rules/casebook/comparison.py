"""Compares numbers of cases with those that they can come from."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.verdict import FINE, Verdict
from ppid_core.source import Source

Bounds = tuple[int, int]
"""The least and the most that there can be."""


@frozen(kw_only=True)
class Comparison:
    """Cases, and those that they can come from (*perbandingan*).

    Attributes:
        what: what the cases are called, as a sentence begins.
        pool: what the others are called, inside it.
        bounds: the least and the most that there are of these.
    """

    subject: str
    what: Bilingual
    pool: Bilingual
    provided: int
    bounds: Bounds
    sources: tuple[Source | None, ...]

    def judge(self) -> Verdict | None:
        """Return what it comes to, None where that cannot be told."""
        least, most = self.bounds
        if self.provided <= most:
            return FINE if self.provided <= least else None
        return Verdict(
            finding=Finding(
                subject=self.subject,
                sources=self.sources,
                provided=self.provided,
                expected=most,
                affected=self.provided,
                facts={"what": self.what, "pool": self.pool},
            )
        )


def exceeding(comparisons: Iterable[Comparison]) -> list[Finding]:
    """Return what is told of the comparisons that surely fail."""
    verdicts = (one.judge() for one in comparisons)
    return [verdict.finding for verdict in verdicts if verdict is not None and verdict.finding is not None]
