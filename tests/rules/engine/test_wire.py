"""What a check found, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal

import pytest

from ppid_core import unstructure
from ppid_core.glossary import Plain
from ppid_core.language import Bilingual
from ppid_core.model import NOT_KEPT, Channel, Period, ReportingPeriod, ServiceYear, Waiver
from ppid_core.rules import CORE_RULESET, Evidence, Finding, Rule, Severity
from ppid_core.source import Source
from ppid_core.testing.judgement import judged

YEAR = ServiceYear(period=ReportingPeriod(2021), waivers=(Waiver(code="AA101", reason="sudah dijelaskan"),))
TEXT = Bilingual("teks", "text")


def finding_rule(*findings: Finding) -> Rule:
    def found(_: Evidence) -> Iterator[Finding]:
        yield from findings

    return Rule(
        code="AA101",
        severity=Severity.ERROR,
        title=TEXT,
        message=TEXT,
        mend=TEXT,
        explanation=TEXT,
        where=TEXT,
        example=TEXT,
        check=found,
    )


def test_a_finding_has_the_keys_of_the_format_and_its_first_place_as_source() -> None:
    finding = Finding(
        subject="objections.total",
        sources=(
            Source(file="pernyataan.csv", row=2),
            None,
            Source(file="buku.xlsx", sheet="keberatan", row=3),
        ),
        provided=Decimal(51),
        expected=53,
        basis=(Bilingual("UU 14/2008 (belum diverifikasi)", "UU 14/2008 (not verified)"),),
    )
    (made,) = unstructure(judged(YEAR, rules=(finding_rule(finding),)), "en")["findings"]
    assert made == {
        "code": "AA101",
        "severity": "error",
        "message": "text",
        "subject": "objections.total",
        "affected": 1,
        "source": {"file": "pernyataan.csv", "sheet": "", "row": 2, "column": ""},
        "related": [{"file": "buku.xlsx", "sheet": "keberatan", "row": 3, "column": ""}],
        "provided": 51,
        "expected": 53,
        "difference": -2,
        "basis": ["UU 14/2008 (not verified)"],
        "waived": True,
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (NOT_KEPT, None),
        (51, 51),
        (Decimal("51904000.00"), 51904000),
        (Decimal("8.48"), "8.48"),
        (date(2021, 3, 1), "2021-03-01"),
        (time(9, 30), "09:30:00"),
        (Period(2021, 3), "2021-03"),
        (Channel.ONLINE, "online"),
        ("lima", "lima"),
    ],
)
def test_values_stay_exact(value: Plain, expected: object) -> None:
    checked = judged(YEAR, rules=(finding_rule(Finding(subject="a", provided=value)),))
    (made,) = unstructure(checked)["findings"]
    assert made["provided"] == expected
    assert made["source"] is None
    assert made["related"] == []


def test_every_rule_is_told_with_its_status_and_why() -> None:
    made = unstructure(judged(YEAR, "T101", "W101"))
    rules = {rule["code"]: rule for rule in made["rules"]}
    assert made["ruleset"] == dict(CORE_RULESET)
    assert rules["T101"] == {
        "code": "T101",
        "severity": "error",
        "status": "not_applicable",
        "reason": "not_kept",
        "text": "tidak tercatat",
    }
    assert (rules["W101"]["status"], rules["W101"]["reason"]) == ("passed", None)
    assert rules["D101"]["status"] == "not_selected"
    assert json.loads(json.dumps(made)) == made
