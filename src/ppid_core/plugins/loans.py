"""What strangers are handed: values of their own to scribble on, and no personal data where none is meant.

Values of the model are frozen; the few mappings beside them are not, so strangers get copies of those. This
guards against mistakes, and against seeing what was never asked for. It is no sandbox: a plugin is code that
runs with the rights of whoever installed it, and could look for the variables of its caller.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from ppid_core.model.redaction import Redaction
from ppid_core.report import Report
from ppid_core.report.wire import without_personal_data
from ppid_core.rules import Evidence, Finding
from ppid_core.summary import renamed


def lent_report(report: Report) -> Report:
    """Return the same report, its mappings copied; no personal data in a public one, whoever composed it."""
    told = report if report.meta.edition == "internal" else without_personal_data(report)
    if (checked := report.checked) is None:
        return told
    ruleset, inputs = dict(checked.ruleset), dict(checked.inputs)
    lent = evolve(checked, findings=_lent(checked.findings), ruleset=ruleset, inputs=inputs)
    return evolve(told, checked=lent)


def lent_evidence(evidence: Evidence) -> Evidence:
    """Return the same evidence without personal data, its mappings copied; where there was some is told.

    Offices and traits stay, so that what is claimed of them can still be compared.
    """
    redaction, before = Redaction.of(evidence.year, traits=False), evidence.previous
    return evolve(
        evidence,
        year=redaction.year,
        summary=renamed(evidence.summary, redaction.key),
        previous=None if before is None else Redaction.of(before, traits=False).year,
        exposures=redaction.exposures if evidence.exposures is None else evidence.exposures,
        inputs=dict(evidence.inputs),
        findings=_lent(evidence.findings),
    )


def _lent(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(evolve(one, facts=dict(one.facts)) if one.facts else one for one in findings)
