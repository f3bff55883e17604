"""What strangers are handed: values of their own to scribble on, and no applicant where none is meant.

Values of the model are frozen; the few mappings beside them are not, so strangers get copies of those. This
guards against mistakes, and against seeing what was never asked for. It is no sandbox: a plugin is code that
runs with the rights of whoever installed it, and could look for the variables of its caller.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from ppid_core.model import Absent, Objection, Request, ServiceYear, redact
from ppid_core.report import Report
from ppid_core.rules import Checked, Evidence, Finding


def lent_report(report: Report) -> Report:
    """Return the same report, its mappings copied; a public one holds no applicant, whoever composed it."""
    checked = None if report.checked is None else _lent_checked(report.checked)
    if report.year is None or report.meta.edition == "internal":
        return evolve(report, checked=checked)
    return evolve(report, year=_shown(report.year), checked=checked)


def lent_evidence(evidence: Evidence) -> Evidence:
    """Return the same evidence without any applicant, its mappings copied."""
    return evolve(
        evidence,
        year=_shown(evidence.year),
        previous=None if evidence.previous is None else _shown(evidence.previous),
        inputs=dict(evidence.inputs),
        findings=_lent_findings(evidence.findings),
    )


def _lent_checked(checked: Checked) -> Checked:
    return evolve(
        checked,
        findings=_lent_findings(checked.findings),
        ruleset=dict(checked.ruleset),
        inputs=dict(checked.inputs),
    )


def _lent_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(evolve(one, facts=dict(one.facts)) if one.facts else one for one in findings)


def _shown(year: ServiceYear) -> ServiceYear:
    """Return the year without any applicant: itself, where it has none."""
    return redact(year) if _names(year.requests) or _names(year.objections) else year


def _names(rows: tuple[Request, ...] | tuple[Objection, ...] | Absent) -> bool:
    return not isinstance(rows, Absent) and any(row.applicant is not None for row in rows)
