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
from ppid_core.rules import Checked, Evidence, Finding, Rule
from ppid_core.source import Source
from ppid_core.wire import unstructure

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
        rule = self.rule
        for finding in listed(rule.check(lent_evidence(evidence)), MOST_FINDINGS):
            if not isinstance(finding, Finding):
                raise AnswerError(_NO_FINDING.fill(shown=shown(finding)))
            if wrong := _mistyped(finding):
                raise AnswerError(_MISTYPED.fill(names=", ".join(wrong)))
            stamped = evolve(finding, code=rule.code, wording=rule.message, mending=rule.mend)
            untold = attempt(partial(_tell, stamped))
            if isinstance(untold, Failure):
                raise AnswerError(Bilingual(_UNTOLD.id.format(cause=untold), _UNTOLD.en.format(cause=untold)))
            yield finding


def _tell(finding: Finding) -> None:
    """Do all that is done with a finding later."""
    whole = Checked(findings=(finding,))
    unstructure(whole, "id"), unstructure(whole, "en")
    finding.mend("id"), finding.mend("en")


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
