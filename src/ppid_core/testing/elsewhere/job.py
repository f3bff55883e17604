"""What is done in another process: each job is a function of values that can be pickled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ppid_core.plugins import Artifact, Exporter
from ppid_core.report import Report
from ppid_core.rules import CATALOGUE, Evidence, Finding, Rule, check


def exported(exporter: Exporter, reports: Iterable[Report]) -> list[list[Artifact]]:
    """Return the files of each report."""
    return [list(exporter.export(report)) for report in reports]


def found(rules: Sequence[Rule], cases: Iterable[Evidence]) -> list[list[Finding]]:
    """Return what ``rules`` find in each case, asked together with our own."""
    codes = {rule.code for rule in rules}
    everyone = (*(rule for rule in CATALOGUE if rule.code not in codes), *rules)
    return [[one for one in check(case, everyone).findings if one.code in codes] for case in cases]
