"""Promises about how a rule ends on its cases, and that it changes nothing and says the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest

from ppid_core.rules import Evidence, Finding, NotApplicable, Rule, Status
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.contract.rule.trial import Answer, Case, asked, asked_of_any_year, evidence_of, sample
from ppid_core.testing.elsewhere.process import found, run_elsewhere


class Behaved:
    """How a rule behaves."""

    examples: ClassVar[int] = 60

    @promise(
        "Define the fixture fires: a year as small as can be (ServiceYear or Evidence) in which the rule "
        "finds something. A rule that was never seen to fire may never do so."
    )
    def test_fires_where_it_should(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """There is a year in which the rule finds something."""
        if fires is None:
            yield "there is no fixture fires; it is required"
        elif (answer := asked(rule, fires)).run.status is not Status.FOUND:
            yield _ended("fires", answer)

    @promise(
        "Define the fixture passes: the same year, mended. It has to be one in which the rule can be asked; "
        "where it cannot, it proves nothing."
    )
    def test_passes_where_all_is_well(self, rule: Rule, passes: Case | None) -> Iterator[str]:
        """There is a year in which the rule can be asked and finds nothing."""
        if passes is None:
            yield "there is no fixture passes; it is required"
        elif (answer := asked(rule, passes)).run.status is not Status.PASSED:
            yield _ended("passes", answer)

    @promise(
        "Take every register by known(evidence.year.…): where it was not kept, the rule ends there with the "
        "reason, for silence is no proof that all is well. Or raise NotApplicable(Bilingual(…, …))."
    )
    def test_is_not_applicable_where_it_cannot_be_asked(
        self, rule: Rule, not_applicable: Case | None
    ) -> Iterator[str]:
        """A year of which nothing is recorded does not pass; that it cannot be asked has a reason."""
        if rule.judges_findings and not_applicable is None:
            pytest.skip("the rule judges what others found")
        answer = asked(rule, sample("empty") if not_applicable is None else not_applicable)
        if answer.run.status is Status.NOT_APPLICABLE:
            if not (answer.run.reason.id and answer.run.reason.en):
                yield f"the reason is {answer.run.reason!r}"
        elif answer.run.status is Status.PASSED or not_applicable is not None:
            yield _ended("not_applicable", answer)

    @promise(
        "Write check as a generator: yield Finding(subject=…, …) for each place to mend, and nothing where "
        "all is well."
    )
    def test_check_yields_findings(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """The check is a generator of findings."""
        try:
            answer = rule.check(sample("small") if fires is None else evidence_of(fires))
            if not isinstance(answer, Iterator):
                yield f"check returned {answer!r}"
            for item in answer:
                if not isinstance(item, Finding):
                    yield f"check yielded {item!r}"
        except NotApplicable:
            return

    @promise(
        "Ask before you index, divide, compare or look up: a date, an agency, an outcome may be None, a "
        "count 0, a register Absent or empty, a text anything. What cannot be judged ends by NotApplicable."
    )
    def test_never_raises(self, rule: Rule) -> Iterator[str]:
        """Whatever year there is, the rule finds, passes or is not applicable."""
        for answer in asked_of_any_year(rule, self.examples):
            if answer.run.status is Status.FAILED:
                yield f"{answer.run.reason.en}, on the year {answer.evidence.year!r}"

    @promise("Keep nothing between calls: no global, no cache over years, no iterator that runs dry.")
    def test_same_evidence_gives_the_same_findings(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """Asked twice, the rule says the same."""
        for case in _cases(fires):
            first, second = asked(rule, case), asked(rule, case)
            if (first.run, first.findings) != (second.run, second.findings):
                yield f"first {_subjects(first.findings)}, then {_subjects(second.findings)}"

    @promise(
        "Sort what comes from a set before you walk through it; read neither clock nor time zone nor locale: "
        "evidence.as_of is today. Define check as a function at the top of a module: it is pickled over."
    )
    def test_same_findings_in_other_processes_and_on_other_days(
        self, rule: Rule, fires: Case | None
    ) -> Iterator[str]:
        """Another process with another hash seed, time zone, locale and day finds the same, in that order."""
        cases = _cases(fires)
        outcome = run_elsewhere(found, ((rule,), cases))
        if outcome.fault:
            yield f"elsewhere it {outcome.fault}"
        for ours, theirs in zip(found((rule,), cases), outcome.value or (), strict=False):
            if ours != theirs:
                yield f"here it found {_subjects(ours)}, elsewhere {_subjects(theirs)}"

    @promise("Copy what you want to sort or change; the year, the summary and the law are everybody's.")
    def test_evidence_is_not_changed(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """The year, its summary and what others found are the same after the rule was asked."""
        for case, before in zip(_cases(fires), _cases(fires), strict=True):
            asked(rule, case)
            for name in ("year", "summary", "inputs", "findings"):
                if getattr(case, name) != getattr(before, name):
                    yield f"evidence.{name} is another than before"


def _cases(fires: Case | None) -> tuple[Evidence, ...]:
    own = () if fires is None else (evidence_of(fires),)
    return (*own, *(sample(name) for name in ("small", "absent", "hostile")))


def _ended(case: str, answer: Answer) -> str:
    reason = answer.run.reason.en or ", ".join(_subjects(answer.findings))
    return f"the case {case!r} ended as {answer.run.status}{f': {reason}' if reason else ''}"


def _subjects(findings: tuple[Finding, ...] | list[Finding]) -> list[str]:
    return [finding.subject for finding in findings]
