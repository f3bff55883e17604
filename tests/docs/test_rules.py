"""The page of the rules holds every code."""

from __future__ import annotations

import pytest
from tests.docs.page import page

from ppid_core.rules import CATALOGUE, Rule


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_rule_has_its_heading_its_row_and_its_basis(rule: Rule) -> None:
    rules = page("rules.md")
    (row,) = (row for row in rules.rows["All codes"] if row[0] == rule.code)

    assert row == (rule.code, str(rule.severity), rule.title.id, rule.title.en)
    assert rule.code in rules.headings
    for name in rule.basis:
        assert f"law.md#{name}" in rules.below(rule.code)


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_rule_is_told_in_both_languages(rule: Rule) -> None:
    rows = {row[0]: row[1:] for row in page("rules.md").rows[rule.code]}

    assert rows["Why"] == (rule.explanation.id, rule.explanation.en)
    assert rows["Where"] == (rule.where.id, rule.where.en)
    assert rows["When right"] == (one_line(rule.example.id), one_line(rule.example.en))
    assert {"Says", "Mend"} <= set(rows)
    assert not any("{" in said for pair in rows.values() for said in pair)


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_question_of_every_rule_is_told() -> None:
    for rule in CATALOGUE:
        assert "Finds: " in page("rules.md").below(rule.code)
        assert "Yield" not in page("rules.md").below(rule.code)
