"""Gathers the years by which the tests of our rules make each of them fire, pass, or not apply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from ppid_core.rules import Checked, Evidence, Rule, Status, check
from ppid_core.testing.contract.rule import asked

RULES = Path(__file__).parents[1] / "rules"
ENGINE = "engine"
FAMILIES = sorted({path.parent.name for path in RULES.glob("*/test_*.py")} - {ENGINE})
"""The rooms of the families, one that joins as well; what all of them share has no rules of ours."""
QUIET = ("-q", "--no-header", "--no-summary", "-p", "no:cacheprovider", "-W", "error")
FEW = "--hypothesis-profile=few"
"""Examples of a property: what is looked for is one case of each kind, most of them written down."""

Harvest = Mapping[tuple[str, Status], Sequence[Evidence]]


@cache
def harvested() -> Harvest:
    """Return each evidence that a test of a rule asked about, by the code of the rule and how it ended.

    The tests run in a session of their own, in this process, while whoever calls `judged` is listened to.
    They run once: where the tests of this room come to a process at three times, all would run thrice.
    """
    found: dict[tuple[str, Status], list[Evidence]] = defaultdict(list)

    def listening(evidence: Evidence, rules: Sequence[Rule], *, select: Sequence[str]) -> Checked:
        checked = check(evidence, rules, select=select)
        for run in checked.runs:
            found[run.code, run.status].append(evidence)
        return checked

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ppid_core.testing.judgement.check", listening)
        profile = settings.get_current_profile_name()
        ended = pytest.main([*QUIET, FEW, *(str(RULES / family) for family in FAMILIES)])
        settings.load_profile(profile)
    assert ended is pytest.ExitCode.OK, "the tests of the rules themselves fail"
    return found


def case(harvest: Harvest, rule: Rule, status: Status) -> Evidence | None:
    """Return the first evidence on which ``rule``, asked alone, ends so; None where there is none."""
    for evidence in harvest.get((rule.code, status), ()):
        if asked(rule, evidence).run.status is status:
            return evidence
    return None
