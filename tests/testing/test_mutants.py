"""The kit catches each wrong exporter and each wrong rule, by the promise that the table names."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.testing import nested
from tests.testing.mutants import EXPORTERS, RULES, ExporterMutant, Mutant, RuleMutant

pytestmark = pytest.mark.slow

EXPORTER = """
class {name}(ExporterContract):
    @pytest.fixture
    def exporter(self):
        return {mutant}.make()

    @pytest.fixture
    def reader(self):
        return {mutant}.reader
"""
RULE = """
class {name}(RuleContract):
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
HEAD = """
import pytest
from tests.testing.mutants import EXPORTERS, RULES, RIGHT
from ppid_core.testing import ExporterContract, RuleContract
"""


def generated(template: str, table: str, mutants: Sequence[Mutant]) -> str:
    classes = [template.format(name="TestRight", mutant=f"RIGHT[{table!r}]")]
    classes += [template.format(name=f"Test{at}", mutant=f"{table}[{at}]") for at in range(len(mutants))]
    return HEAD + "".join(classes)


@pytest.fixture(scope="module")
def of_exporters(tmp_path_factory: pytest.TempPathFactory) -> nested.Results:
    return nested.run(tmp_path_factory.mktemp("exporters"), generated(EXPORTER, "EXPORTERS", EXPORTERS))


@pytest.fixture(scope="module")
def of_rules(tmp_path_factory: pytest.TempPathFactory) -> nested.Results:
    return nested.run(tmp_path_factory.mktemp("rules"), generated(RULE, "RULES", RULES))


def test_the_right_exporter_and_the_right_rule_break_no_promise(
    of_exporters: nested.Results, of_rules: nested.Results
) -> None:
    assert frozenset() == of_exporters.broken_by("TestRight")
    assert frozenset() == of_rules.broken_by("TestRight")


@pytest.mark.parametrize("mutant", EXPORTERS, ids=lambda mutant: mutant.name)
def test_a_wrong_exporter_is_caught_by_the_promise_it_breaks(
    mutant: ExporterMutant, of_exporters: nested.Results
) -> None:
    assert mutant.caught_by == of_exporters.broken_by(f"Test{EXPORTERS.index(mutant)}")


@pytest.mark.parametrize("mutant", RULES, ids=lambda mutant: mutant.name)
def test_a_wrong_rule_is_caught_by_the_promise_it_breaks(
    mutant: RuleMutant, of_rules: nested.Results
) -> None:
    assert mutant.caught_by == of_rules.broken_by(f"Test{RULES.index(mutant)}")
