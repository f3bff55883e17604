"""The contract of rules: what every rule promises to the officer who is told what it found."""

from __future__ import annotations

import pytest

from ppid_core.rules import Rule
from ppid_core.testing.contract.rule.behaviour import Behaved
from ppid_core.testing.contract.rule.texts import RuleText
from ppid_core.testing.contract.rule.trial import Case

NO_RULE = """The contract does not know which rule it is about. Give the class a fixture:

    @pytest.fixture
    def rule(self):
        return BTN101
"""


class RuleContract(RuleText, Behaved):
    """Tests of one rule: subclass it as ``TestMine`` and define the fixtures ``rule``, ``fires``, ``passes``.

    A case is a `ServiceYear`, or an `Evidence` where it takes last year's report, files or another day.

    >>> from ppid_core.testing import RuleContract, promises
    >>> "test_fires_where_it_should" in {promise.name for promise in promises(RuleContract)}
    True

    Attributes:
        built_in: whether the code may be of a family of one letter: only those of ppid_core are.
        examples: of how many years of any kind the rule is asked, beside the samples.
    """

    @pytest.fixture
    def rule(self) -> Rule:
        """The rule under test."""
        pytest.fail(NO_RULE, pytrace=False)

    @pytest.fixture
    def fires(self) -> Case | None:
        """A year in which the rule finds something: required."""
        return None

    @pytest.fixture
    def passes(self) -> Case | None:
        """A year in which the rule can be asked and finds nothing: required."""
        return None

    @pytest.fixture
    def not_applicable(self) -> Case | None:
        """A year in which the rule cannot be asked; without it, the year of which nothing is recorded."""
        return None


__all__ = ["Case", "RuleContract"]
