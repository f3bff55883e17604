"""Rules of strangers, asked: whatever they answer, the check goes on and can be printed."""

from __future__ import annotations

import pickle
from typing import Protocol

import pytest

from ppid_core import Checked, Evidence, Lawbook, check, from_rows, load_plugins, summarize
from ppid_core.plugins.loader import MOST_FINDINGS
from ppid_core.rules import Status
from ppid_core.workdays import WorkdayCalendar

RULE = """
    from itertools import repeat
    from ppid_core.language import Bilingual
    from ppid_core.plugins import hookimpl
    from ppid_core.rules import Finding, NotApplicable, Rule, Severity, known

    TEXT = Bilingual("teks", "text")

    def question(evidence):
        {body}

    @hookimpl
    def ppid_register_rules():
        yield Rule(
            code="BTN101", severity=Severity.INFO, title=TEXT, mend=TEXT, explanation=TEXT, where=TEXT,
            example=TEXT, check=question, message=Bilingual("{message}", "text"),
        )
"""


class Site(Protocol):
    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    year = from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}]}).year
    law, workdays = Lawbook.load(), WorkdayCalendar.of(year)
    summary = summarize(year, law, workdays, year.as_of)
    return Evidence(year=year, summary=summary, law=law, workdays=workdays, as_of=year.as_of)


def checked(site: Site, evidence: Evidence, body: str, message: str = "teks") -> Checked:
    site.install("ppid-rules-banten", "2.1", plug_banten=RULE.format(body=body, message=message))
    plugins = load_plugins()
    assert plugins.problems == ()
    return check(evidence, plugins.rules, ruleset=plugins.ruleset)


@pytest.mark.parametrize(
    ("body", "message", "reason"),
    [
        ("return None", "teks", "mengembalikan NoneType, bukan daftar"),
        ("return 'teks'", "teks", 'mengembalikan "teks", bukan daftar'),
        ("return {}", "teks", "mengembalikan dict, bukan daftar"),
        ("return Finding(subject='a')", "teks", "mengembalikan Finding, bukan daftar"),
        ("return repeat(Finding(subject='a'))", "teks", "lebih dari 100.000 butir"),
        ("yield 'teks'", "teks", '"teks" bukan hasil pemeriksaan (perlu Finding; '),
        ("yield Finding(subject=7)", "teks", "hasil pemeriksaan int salah pada subject=7"),
        (
            "yield Finding(subject='a', sources=('berkas.csv',))",
            "teks",
            "hasil pemeriksaan \"a\" salah pada sources=('berkas.csv',)",
        ),
        (
            "yield Finding(subject='a', basis='UU', affected='1')",
            "teks",
            "salah pada affected='1', basis='UU'",
        ),
        ("yield Finding(subject='a')", "{jumlah} hal", "hasilnya tidak dapat ditulis (KeyError: 'jumlah')"),
        ("raise SystemExit(3)", "teks", "SystemExit: 3"),
    ],
)
def test_answer_that_nobody_could_use_fails_the_rule_and_no_other(
    site: Site, evidence: Evidence, body: str, message: str, reason: str
) -> None:
    outcome = checked(site, evidence, body, message)

    assert reason in outcome.run("BTN101").reason.id
    assert ["BTN101"] == [run.code for run in outcome.runs if run.status is Status.FAILED]
    assert all(finding.code != "BTN101" for finding in outcome.findings)


def test_finding_that_can_be_told_is_found(site: Site, evidence: Evidence) -> None:
    body = "yield Finding(subject='a', provided=3, expected=2, facts={'nama': 'Dinkes'})"

    outcome = checked(site, evidence, body, "{nama}: {provided} dan {expected}")

    (finding,) = (finding for finding in outcome.findings if finding.code == "BTN101")
    assert outcome.message(finding) == "Dinkes: 3 dan 2"


def test_rule_that_cannot_be_asked_says_why_as_ours_do(site: Site, evidence: Evidence) -> None:
    outcome = checked(site, evidence, "yield from known(evidence.year.requests)")

    assert outcome.run("BTN101").status is Status.NOT_APPLICABLE


def test_rule_of_a_plugin_can_be_pickled(site: Site) -> None:
    site.install("ppid-rules-banten", plug_banten=RULE.format(body="return []", message="teks"))
    rule = load_plugins().rule("BTN101")

    assert rule == pickle.loads(pickle.dumps(rule))  # noqa: S301  our own bytes


def test_limit_is_the_one_that_is_promised() -> None:
    assert MOST_FINDINGS == 100_000
