"""Asks one rule about one case, as the engine does, and about years of any kind."""

from __future__ import annotations

from copy import deepcopy
from functools import cache

from attrs import evolve, frozen
from hypothesis import HealthCheck, Phase, given, settings

from ppid_core.model import ServiceYear
from ppid_core.rules import CATALOGUE, Evidence, Finding, Rule, Run, check
from ppid_core.testing import judgement, samples
from ppid_core.testing.strategies import service_years

Case = ServiceYear | Evidence
"""A year, or the whole evidence where a case needs last year's report, files or another day."""

_SAMPLES = ("empty", "nihil", "small", "absent", "exact", "huge", "hostile", "named")


@frozen(kw_only=True)
class Answer:
    """How a rule ended on one case.

    Attributes:
        findings: what it found, as the engine stamps them.
    """

    evidence: Evidence
    run: Run
    findings: tuple[Finding, ...]


def evidence_of(case: Case) -> Evidence:
    """Return what a rule may look at: a copy of the year, its figures, law and calendar of this package."""
    if isinstance(case, Evidence):
        return evolve(case, year=deepcopy(case.year), inputs=dict(case.inputs))
    return judgement.evidence_of(deepcopy(case))


def sample(name: str) -> Evidence:
    """Return the evidence of a sample year, made anew."""
    year: ServiceYear = getattr(samples, name)()
    return evidence_of(year)


def asked(rule: Rule, case: Case) -> Answer:
    """Return how ``rule`` ends on a case; one that judges what others found is asked after ours."""
    evidence = case if isinstance(case, Evidence) else evidence_of(case)
    others = CATALOGUE if rule.judges_findings else ()
    checked = check(evidence, (*(one for one in others if one.code != rule.code), rule))
    (run,) = (one for one in checked.runs if one.code == rule.code)
    findings = tuple(one for one in checked.findings if one.code == rule.code)
    return Answer(evidence=evidence, run=run, findings=findings)


@cache
def asked_of_any_year(rule: Rule, examples: int) -> tuple[Answer, ...]:
    """Return how ``rule`` ends on the sample years, and on so many others; the same ones each time."""
    return tuple(asked(rule, evidence) for evidence in _any_years(examples))


@cache
def _any_years(examples: int) -> tuple[Evidence, ...]:
    made: list[ServiceYear] = []

    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(service_years())
    def gather(year: ServiceYear) -> None:
        made.append(year)

    gather()
    return (*map(sample, _SAMPLES), *map(evidence_of, made))
