"""What a rule found keeps what it says when the engine stamps it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, fields

from ppid_core import Dossier, Evidence, Finding, Rule, Severity, check
from ppid_core.language import Bilingual
from ppid_core.model import ReportingPeriod, ServiceYear
from ppid_core.plugins import Plugins
from ppid_core.source import Source

SAID = Finding(
    subject="perihal",
    sources=(Source(file="a.csv", row=2),),
    provided=1,
    expected=2,
    affected=3,
    facts={"hal": "ini"},
    basis=(Bilingual.both("Pasal 1"),),
    waived="alasan",
)
TEXT = Bilingual.both("Teks {hal}.")
STAMPED = {"code", "severity", "wording", "mending"}


def said(_: Evidence) -> Iterator[Finding]:
    yield SAID


RULE = Rule(
    code="X101",
    severity=Severity.WARNING,
    title=TEXT,
    message=TEXT,
    mend=TEXT,
    explanation=TEXT,
    where=TEXT,
    example=TEXT,
    check=said,
)


def test_a_stamped_finding_says_what_it_said() -> None:
    evidence = Dossier(year=ServiceYear(period=ReportingPeriod(2023)), plugins=Plugins()).evidence

    (finding,) = check(evidence, [RULE]).findings

    kept = [one.name for one in fields(Finding) if one.name not in STAMPED]
    assert [getattr(finding, name) for name in kept] == [getattr(SAID, name) for name in kept]
    assert (finding.code, finding.severity) == (RULE.code, RULE.severity)
    assert evolve(finding, code="").message() == "Teks ini."
