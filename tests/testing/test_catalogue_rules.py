"""Every rule of our own keeps the contract that strangers' rules keep, on the years of its own tests."""

from __future__ import annotations

import pytest
from tests.testing.harvest import Harvest, case, harvested

from ppid_core.rules import CATALOGUE, Evidence, Rule, Status, check
from ppid_core.testing import RuleContract
from ppid_core.testing.elsewhere.process import found, run_elsewhere

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("catalogue_rules")]

ASKED_AT_ONCE = "test_same_findings_in_other_processes_and_on_other_days"
"""The promise that starts a process: kept below, by all rules in one."""


@pytest.fixture(scope="module")
def harvest() -> Harvest:
    """The years by which the tests of the rules make each rule fire, pass, or not apply."""
    return harvested()


class TestOurs(RuleContract):
    """The contract, asked of each rule in turn; ``tests/rules/test_catalogue.py`` asks all of any year."""

    built_in = True
    examples = 10

    @pytest.fixture(params=CATALOGUE, ids=lambda rule: rule.code)
    def rule(self, request: pytest.FixtureRequest) -> Rule:
        """The rule under test."""
        ours: Rule = request.param
        return ours

    @pytest.fixture(autouse=True)
    def processes_are_few(self, request: pytest.FixtureRequest) -> None:
        """Leave out what is asked of all rules at once."""
        if request.function.__name__ == ASKED_AT_ONCE:
            pytest.skip("asked of all rules at once")

    @pytest.fixture
    def fires(self, rule: Rule, harvest: Harvest) -> Evidence | None:
        """A year in which it finds something."""
        return case(harvest, rule, Status.FOUND)

    @pytest.fixture
    def passes(self, rule: Rule, harvest: Harvest) -> Evidence | None:
        """A year in which it can be asked and finds nothing."""
        return case(harvest, rule, Status.PASSED)

    @pytest.fixture
    def not_applicable(self, rule: Rule, harvest: Harvest) -> Evidence | None:
        """A year in which it cannot be asked."""
        return case(harvest, rule, Status.NOT_APPLICABLE)


@pytest.mark.slow
class TestOursAsAStrangers(TestOurs):
    """A rule about rows, which the engine names by their numbers, is asked in processes of its own, too."""

    @pytest.fixture(params=[rule for rule in CATALOGUE if rule.code == "P101"], ids=lambda rule: rule.code)
    def rule(self, request: pytest.FixtureRequest) -> Rule:
        """The rule under test."""
        ours: Rule = request.param
        return ours

    @pytest.fixture(autouse=True)
    def processes_are_few(self) -> None:
        """Leave nothing out."""


def test_all_rules_find_the_same_in_another_process(harvest: Harvest) -> None:
    """Other hash seed, time zone, locale and day; on every case that makes a rule fire."""
    fired = [case(harvest, rule, Status.FOUND) for rule in CATALOGUE]
    cases = [evidence for evidence in fired if evidence is not None]

    outcome = run_elsewhere(found, (CATALOGUE, cases))

    assert outcome.fault == ""
    assert [list(check(evidence).findings) for evidence in cases] == outcome.value
