"""Under what guard the rule of a stranger is asked: what it is shown, and what it may answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from types import UnionType

from attrs import evolve, frozen

from ppid_core.errors import AnswerError
from ppid_core.language import Bilingual
from ppid_core.plugins.attempt import Failure, attempt, listed, shown
from ppid_core.plugins.lending import lent_evidence
from ppid_core.rules import Checked, Evidence, Finding, Rule, Run, Status, checked_json
from ppid_core.source import Source

MOST_FINDINGS = 100_000


@frozen(kw_only=True)
class Guarded:
    """The question of a stranger's rule: a finding that cannot be printed fails the rule, not the command."""

    rule: Rule

    def __call__(self, evidence: Evidence) -> Iterator[Finding]:
        """Yield what the rule finds in the year without any applicant.

        Raises:
            AnswerError: what it returns are no findings, or too many, or ones that cannot be told.
        """
        rule, told = self.rule, _told_by(self.rule)
        for finding in listed(rule.check(lent_evidence(evidence)), MOST_FINDINGS):
            if not isinstance(finding, Finding):
                raise AnswerError(_NO_FINDING.fill(shown=shown(finding)))
            if wrong := _mistyped(finding):
                raise AnswerError(_MISTYPED.fill(names=", ".join(wrong)))
            untold = attempt(partial(_tell, told, evolve(finding, code=rule.code)))
            if isinstance(untold, Failure):
                raise AnswerError(Bilingual(_UNTOLD.id.format(cause=untold), _UNTOLD.en.format(cause=untold)))
            yield finding


def _told_by(rule: Rule) -> Checked:
    run = Run(
        code=rule.code,
        severity=rule.severity,
        title=rule.title,
        message=rule.message,
        mend=rule.mend,
        status=Status.FOUND,
    )
    return Checked(runs=(run,))


def _tell(told: Checked, finding: Finding) -> None:
    """Do all that is done with a finding later."""
    whole = evolve(told, findings=(finding,))
    checked_json(whole, "id"), checked_json(whole, "en")
    told.mend(finding, "id"), told.mend(finding, "en")


def _mistyped(finding: Finding) -> list[str]:
    """Return the fields of a finding that hold something else than they should."""
    right = {
        "subject": isinstance(finding.subject, str),
        "sources": _holds(finding.sources, Source | None),
        "affected": isinstance(finding.affected, int),
        "facts": isinstance(finding.facts, Mapping),
        "basis": _holds(finding.basis, Bilingual),
    }
    return [name for name, is_right in right.items() if not is_right]


def _holds(values: object, kind: type | UnionType) -> bool:
    return isinstance(values, tuple) and all(isinstance(one, kind) for one in values)


_NO_FINDING = Bilingual("{shown} bukan Finding", "{shown} is no Finding")
_MISTYPED = Bilingual("isi hasilnya salah: {names}", "a finding is wrong in: {names}")
_UNTOLD = Bilingual("hasilnya tidak dapat ditulis ({cause})", "a finding cannot be told ({cause})")
