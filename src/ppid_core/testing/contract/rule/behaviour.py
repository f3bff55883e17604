"""Promises about how a rule behaves: it ends, changes nothing, and says the same each time."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import ClassVar

import pytest
from attrs import evolve

from ppid_core.rules import Evidence, Finding, NotApplicable, Rule
from ppid_core.testing.contract.comparing import changes
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.contract.rule.asking import Answer, Case, asked, evidence_of, quietly
from ppid_core.testing.contract.rule.ordering import placed, turned
from ppid_core.testing.contract.rule.probing import PLACES, probed
from ppid_core.testing.contract.rule.years import any_years, sample, smallest
from ppid_core.testing.elsewhere.job import Told, found

PARTS = ("year", "summary", "inputs", "findings")
"""What of the evidence a rule could change: law and calendar are everybody's."""

Key = tuple[object, ...]


class Behaved:
    """How a rule behaves."""

    examples: ClassVar[int] = 60
    any_order: ClassVar[bool] = True

    @promise(
        "Write check as a generator: yield Finding(subject=…, …) for each place to mend, and nothing where "
        "all is well."
    )
    def test_check_yields_findings(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """The check is a generator of findings."""
        case = sample("small") if fires is None else evidence_of(fires)
        try:
            answer = rule.check(case)
        except NotApplicable:
            return
        if not isinstance(answer, Iterator):
            yield f"check returned {answer!r}"
            return
        for item in asked(rule, case).findings:
            if not isinstance(item, Finding):
                yield f"check yielded {item!r}"

    @promise(
        "Ask before you index, divide, compare or look up: a date, an agency, an outcome may be None, a "
        "count 0, a register Absent or empty, a text anything. What cannot be judged ends by NotApplicable."
    )
    def test_never_raises(self, rule: Rule) -> Iterator[str]:
        """Whatever year there is, the rule finds, passes or is not applicable."""
        for evidence in any_years(self.examples):
            if quietly(rule, evidence) is None:
                year = smallest(evidence.year, lambda year: quietly(rule, year) is None)
                try:
                    asked(rule, year)
                except BaseException as error:
                    error.add_note(f"Year:    {year!r}")
                    raise
        yield from ()

    @promise("Keep nothing between calls: no global, no cache over years, no iterator that runs dry.")
    def test_same_evidence_gives_the_same_findings(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """Asked twice, the rule says the same."""
        for case in _cases(fires):
            first, second = quietly(rule, case), quietly(rule, case)
            if first != second:
                yield f"first {_shown(first)}, then {_shown(second)}"

    @promise(
        "Sort what comes from a set before you walk through it; read neither clock nor time zone nor locale: "
        "evidence.as_of is today."
    )
    def test_same_findings_in_other_processes_and_on_other_days(
        self, rule: Rule, fires: Case | None
    ) -> Iterator[str]:
        """Another process with another hash seed, time zone, locale and day finds the same, in that order."""
        if not _is_pickled(rule):
            pytest.skip("the rule cannot be pickled over: see test_can_be_pickled")
        cases = _cases(fires)
        ours = found((rule,), [Told.of(case) for case in cases])
        for name in PLACES:
            outcome = probed(rule, cases, name)
            if outcome.raised and not outcome.touched:
                yield f"{name} it raised {outcome.raised}"
            for mine, theirs in zip(ours, outcome.value or (), strict=False):
                if _keys(mine) != _keys(theirs):
                    yield f"here it found {_subjects(mine)}, {name} {_subjects(theirs)}"

    @promise("Look at the evidence, and at nothing else: no file, no network, no process.")
    def test_touches_nothing_outside(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """Nothing is written to disk, no network is used, no process is started, no stray file is read."""
        if not _is_pickled(rule):
            pytest.skip("the rule cannot be pickled over: see test_can_be_pickled")
        yield from (f"check {did}" for did in probed(rule, _cases(fires), "at home").touched)

    @promise(
        "Name a row by its source, compare each with all others instead of its neighbour; a rule that is "
        "about the order of rows says so: any_order = False."
    )
    def test_order_of_rows_does_not_matter(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """The same rows in another order give the same findings."""
        if not self.any_order:
            pytest.skip("any_order is False: the rule is about the order of rows")
        for case in _cases(fires):
            there = evolve(case, year=placed(case.year))
            back = evolve(case, year=turned(there.year))
            one, other = _counted(quietly(rule, there)), _counted(quietly(rule, back))
            if one != other:
                yield f"in the order of the input {[*(one - other)]}, in the opposite {[*(other - one)]}"

    @promise("Copy what you want to sort or change; the year, the summary and the law are everybody's.")
    def test_evidence_is_not_changed(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """The year, its summary and what others found are the same after the rule was asked."""
        for case in _cases(fires):
            before = {name: deepcopy(getattr(case, name)) for name in PARTS}
            quietly(rule, case)
            for name, part in before.items():
                yield from changes(part, getattr(case, name), f"evidence.{name}")

    @promise("Define check as a function at the top of a module: no lambda, no function inside another.")
    def test_can_be_pickled(self, rule: Rule) -> Iterator[str]:
        """The rule can be pickled, and comes back equal."""
        try:
            copy = pickle.loads(pickle.dumps(rule))  # noqa: S301  our own bytes
        except Exception as error:  # noqa: BLE001  each kind of object that cannot be pickled says so in its own way
            yield f"{type(error).__name__}: {error}"
            return
        if copy != rule:
            yield "its copy is not equal to it"


def _cases(fires: Case | None) -> tuple[Evidence, ...]:
    own = () if fires is None else (evidence_of(fires),)
    return (*own, *(sample(name) for name in ("small", "absent", "hostile")))


def _is_pickled(rule: Rule) -> bool:
    try:
        pickle.dumps(rule)
    except Exception:  # noqa: BLE001  as in the promise about it
        return False
    return True


def _key(finding: Finding) -> Key:
    """Return what a finding says, without what the engine stamps and without the order of its sources."""
    return finding.subject, finding.provided, finding.expected, finding.affected


def _keys(findings: Iterable[Finding]) -> list[tuple[Key, str]]:
    return [(_key(finding), repr((finding.sources, sorted(finding.facts.items())))) for finding in findings]


def _counted(answer: Answer | None) -> Counter[Key]:
    return Counter() if answer is None else Counter(_key(finding) for finding in answer.findings)


def _subjects(findings: Iterable[Finding]) -> list[object]:
    return [finding.subject for finding in findings]


def _shown(answer: Answer | None) -> str:
    return "it raised" if answer is None else f"{answer.status} {_subjects(answer.findings)}"
