"""What is done in another process: each job is a function of values that can be pickled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import frozen

from ppid_core.model import ServiceYear
from ppid_core.plugins import Artifact, Exporter
from ppid_core.report import Report
from ppid_core.rules import CATALOGUE, Evidence, Finding, Rule
from ppid_core.testing.judging import judged


def exported(exporter: Exporter, reports: Iterable[Report]) -> list[list[Artifact]]:
    """Return the files of each report."""
    return [list(exporter.export(report)) for report in reports]


@frozen(kw_only=True)
class Told:
    """What an evidence is made of; law and calendar are those of the package, wherever it is asked."""

    year: ServiceYear
    as_of: date
    inputs: Mapping[str, str]
    previous: ServiceYear | None

    @classmethod
    def of(cls, evidence: Evidence) -> Told:
        """Return what ``evidence`` is made of."""
        return cls(
            year=evidence.year,
            as_of=evidence.as_of,
            inputs=dict(evidence.inputs),
            previous=evidence.previous,
        )


def found(rules: Sequence[Rule], cases: Iterable[Told]) -> list[list[Finding]]:
    """Return what ``rules`` find in each case, asked together with our own."""
    codes = {rule.code for rule in rules}
    everyone = (*(rule for rule in CATALOGUE if rule.code not in codes), *rules)
    return [[one for one in _found(everyone, case) if one.code in codes] for case in cases]


def _found(rules: Sequence[Rule], case: Told) -> tuple[Finding, ...]:
    asked = judged(case.year, rules=rules, as_of=case.as_of, inputs=case.inputs, previous=case.previous)
    return asked.findings
