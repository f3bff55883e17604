"""The outcome of a check: what was found, and which rules ran."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from ppid_core.language import Bilingual, Lang
from ppid_core.rules.engine.finding import Finding, Severity


class Status(StrEnum):
    """How a rule ended."""

    PASSED = "passed"
    FOUND = "found"
    NOT_APPLICABLE = "not_applicable"
    FAILED = "failed"
    NOT_SELECTED = "not_selected"


@frozen(kw_only=True)
class Run:
    """How one rule ended, with the texts that its findings are told in.

    Attributes:
        reason: why it was not applicable or failed.
        slug: the same in a word that no language changes: the `Reason` of what is absent,
            ``nothing_to_judge``, ``law_unknown`` or ``failed``.
    """

    code: str
    severity: Severity
    title: Bilingual
    message: Bilingual
    mend: Bilingual
    status: Status
    reason: Bilingual = Bilingual("", "")
    slug: str = ""


@frozen(kw_only=True)
class Checked:
    """What a check found (*hasil pemeriksaan*).

    Attributes:
        findings: in the order of the catalogue, within a rule as they stand in the input.
        runs: one for each known rule.
        ruleset: version of each distribution whose rules were known.
        inputs: SHA-256 of each file that was read.
    """

    findings: tuple[Finding, ...] = ()
    runs: tuple[Run, ...] = ()
    ruleset: Mapping[str, str] = field(factory=dict)
    inputs: Mapping[str, str] = field(factory=dict)

    def run(self, code: str) -> Run:
        """Return how the rule ``code`` ended."""
        return next(run for run in self.runs if run.code == code)

    def message(self, finding: Finding, lang: Lang = "id") -> str:
        """Return the sentence of a finding."""
        return finding.message(lang)

    def mend(self, finding: Finding, lang: Lang = "id") -> str:
        """Return what to do about a finding."""
        return finding.mend(lang)

    def unexplained(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity that no waiver explains."""
        return tuple(
            finding for finding in self.findings if finding.severity is severity and not finding.waived
        )
