"""Promises about cases: one that fires, one that passes, and one that cannot be judged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ppid_core.language import Bilingual
from ppid_core.rules import Rule, Status
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.contract.rule.asking import Answer, Case, asked
from ppid_core.testing.contract.rule.years import sample


class Cased:
    """How a rule ends on its own cases."""

    @promise(
        "Define the fixture fires: a year as small as can be (ServiceYear or Evidence) in which the rule "
        "finds something. A rule that was never seen to fire may never do so."
    )
    def test_fires_where_it_should(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """There is a year in which the rule finds something."""
        if fires is None:
            yield "there is no fixture fires; it is required"
        elif (answer := asked(rule, fires)).status is not Status.FOUND:
            yield _ended("fires", answer)

    @promise(
        "Define the fixture passes: the same year, mended. It has to be one in which the rule can be asked; "
        "where it cannot, it proves nothing."
    )
    def test_passes_where_all_is_well(self, rule: Rule, passes: Case | None) -> Iterator[str]:
        """There is a year in which the rule can be asked and finds nothing."""
        if passes is None:
            yield "there is no fixture passes; it is required"
        elif (answer := asked(rule, passes)).status is not Status.PASSED:
            yield _ended("passes", answer)

    @promise(
        "Raise NotApplicable(Bilingual(…, …)), or take what you ask about by known(…) and present(…): they "
        "raise it with the reason."
    )
    def test_is_not_applicable_where_it_cannot_be_asked(
        self, rule: Rule, not_applicable: Case | None
    ) -> Iterator[str]:
        """A year in which it cannot be asked ends it as not applicable, with a reason in both languages."""
        if not_applicable is None:
            not_applicable = sample("empty")
            if asked(rule, not_applicable).status is not Status.NOT_APPLICABLE:
                pytest.skip("the rule can be asked even where nothing is recorded; no fixture not_applicable")
        answer = asked(rule, not_applicable)
        if answer.status is not Status.NOT_APPLICABLE:
            yield _ended("not_applicable", answer)
        elif not isinstance(answer.reason, Bilingual) or not (answer.reason.id and answer.reason.en):
            yield f"the reason is {answer.reason!r}"

    @promise(
        "Take every register by known(evidence.year.…): where it was not kept, the rule ends there. Silence "
        "of the register is no proof that all is well."
    )
    def test_what_is_not_recorded_is_not_called_fine(self, rule: Rule) -> Iterator[str]:
        """A year of which nothing is recorded does not pass."""
        if rule.judges_findings:
            pytest.skip("the rule judges what others found")
        answer = asked(rule, sample("empty"))
        if answer.status is Status.PASSED:
            yield "a year in which every register is absent passed"


def _ended(case: str, answer: Answer) -> str:
    subjects = ", ".join(str(finding.subject) for finding in answer.findings)
    reason = f": {answer.reason.en}" if isinstance(answer.reason, Bilingual) else ""
    return f"the case {case!r} ended as {answer.status}{reason}{f' ({subjects})' if subjects else ''}"
