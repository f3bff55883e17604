"""The kit catches each wrong rule, by the promise that the table names, and by no other."""

from __future__ import annotations

import pytest
from tests.testing import nested
from tests.testing.mutants import RULES, RuleMutant
from tests.testing.nursery import nursery

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("mutant_rules")]

RULE = """
class {name}(RuleContract):
    examples = 10

    @pytest.fixture
    def rule(self):
        return {mutant}.make().rule

    @pytest.fixture
    def fires(self):
        return {mutant}.make().fires

    @pytest.fixture
    def passes(self):
        return {mutant}.make().passes
"""


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> nested.Results:
    with nursery():
        return nested.run(tmp_path_factory.mktemp("rules"), nested.contracts(RULE, "RULES", len(RULES)))


def test_the_right_rule_breaks_no_promise(results: nested.Results) -> None:
    assert frozenset() == results.broken_by("TestRight")


@pytest.mark.parametrize("mutant", RULES, ids=lambda mutant: mutant.name)
def test_a_wrong_rule_is_caught_by_the_promise_it_breaks(mutant: RuleMutant, results: nested.Results) -> None:
    assert mutant.caught_by == results.broken_by(f"Test{RULES.index(mutant)}")
