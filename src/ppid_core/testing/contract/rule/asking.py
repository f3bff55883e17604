"""Asks one rule about one case, and keeps how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from itertools import islice

from attrs import evolve, frozen

from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.language import Bilingual, Lang
from ppid_core.model import ServiceYear
from ppid_core.rules import CATALOGUE, Evidence, Finding, NotApplicable, Rule, Status, check
from ppid_core.testing import judging

Case = ServiceYear | Evidence
"""A year, or the whole evidence where a case needs last year's report, files or another day."""

MOST_FINDINGS = 10_000
SPY = "ZZZZ999"
LANGS: tuple[Lang, ...] = ("id", "en")


@frozen(kw_only=True)
class Answer:
    """How a rule ended.

    Attributes:
        findings: what it found, as it yielded them: no code, no severity.
        reason: why it was not applicable, None where it was.
    """

    status: Status
    findings: tuple[Finding, ...] = ()
    reason: Bilingual | None = None


def evidence_of(case: Case) -> Evidence:
    """Return what a rule may look at: a copy of the year, its figures, law and calendar of this package."""
    if isinstance(case, Evidence):
        return evolve(case, year=deepcopy(case.year), inputs=dict(case.inputs))
    return judging.evidence_of(deepcopy(case))


def asked(rule: Rule, case: Case) -> Answer:
    """Return how ``rule`` ends on a case.

    Raises:
        Exception: whatever the rule raises, other than the words by which it may stop.
    """
    return answered(rule, prepared(rule, case))


def answered(rule: Rule, evidence: Evidence) -> Answer:
    """Return how ``rule`` ends on an evidence that `prepared` made; raises as `asked` does."""
    try:
        findings = tuple(islice(rule.check(evidence), MOST_FINDINGS))
    except NotApplicable as end:
        return Answer(status=Status.NOT_APPLICABLE, reason=end.reason)
    except (NotInForceError, CalendarRangeError) as unknown:
        return Answer(status=Status.NOT_APPLICABLE, reason=Bilingual(str(unknown), str(unknown)))
    return Answer(status=Status.FOUND if findings else Status.PASSED, findings=findings)


def quietly(rule: Rule, case: Case) -> Answer | None:
    """Return how ``rule`` ends, None where it raises: there is a promise about that."""
    try:
        return asked(rule, case)
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001  a rule of a stranger may raise anything, SystemExit too
        return None


def told(rule: Rule, finding: Finding) -> Iterator[str]:
    """Yield what a reader is told of a finding: message and mend, in both languages.

    Raises:
        KeyError: where a template names what the finding does not hold.
    """
    stamped = evolve(finding, code=rule.code, wording=rule.message, mending=rule.mend)
    for lang in LANGS:
        yield stamped.message(lang)
        yield stamped.mend(lang)


def prepared(rule: Rule, case: Case) -> Evidence:
    """Return the evidence of a case, with the findings of our catalogue for a rule that judges those."""
    evidence = case if isinstance(case, Evidence) else evidence_of(case)
    if not rule.judges_findings:
        return evidence
    judged = _with_findings(_Once(evidence))
    return evolve(judged, codes=judged.codes | {rule.code})


@frozen(hash=False, eq=False)
class _Once:
    """An evidence as a key: the same object is the same key, for evidence itself cannot be hashed."""

    evidence: Evidence

    def __hash__(self) -> int:
        return id(self.evidence)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Once) and other.evidence is self.evidence


@lru_cache(maxsize=256)
def _with_findings(once: _Once) -> Evidence:
    """Return what the engine hands to a rule that runs after the others, caught by a rule of our own."""
    caught: list[Evidence] = []

    def spy(evidence: Evidence) -> Iterator[Finding]:
        caught.append(evidence)
        return iter(())

    check(once.evidence, (*CATALOGUE, evolve(CATALOGUE[0], code=SPY, check=spy, judges_findings=True)))
    (evidence,) = caught
    return evolve(evidence, codes=evidence.codes - {SPY})
