"""What plugins get to see, and what becomes of what they scribble on."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, Literal, Protocol, cast

import pytest
from attrs import evolve
from tests.plugins.walking import texts

from ppid_core import (
    Checked,
    Evidence,
    Intake,
    Lawbook,
    Plugins,
    Report,
    compose,
    export,
    from_rows,
    load_plugins,
    summarize,
)
from ppid_core import check as check_year
from ppid_core.model import Absent
from ppid_core.plugins.artifacts import completed, made_by
from ppid_core.plugins.loans import lent_evidence, lent_report
from ppid_core.summary import EarlierYear
from ppid_core.workdays import WorkdayCalendar

NAME, ADDRESS = "Nama Sangat Rahasia", "Jalan Sangat Rahasia 5"
SPY = """
    from attrs import frozen
    from ppid_core.language import Bilingual
    from ppid_core.plugins import Artifact, hookimpl
    from ppid_core.rules import Rule, Severity

    SEEN = {}
    TEXT = Bilingual("teks", "text")

    def spied(evidence):
        SEEN["rule"] = evidence
        return []

    def spied_again(evidence):
        SEEN["judging rule"] = evidence
        return []

    @frozen(kw_only=True)
    class Spy:
        name: str = "spy"
        label: str = "Pengintip"

        def export(self, report, /):
            SEEN["exporter"] = report
            yield Artifact(name="spy.txt", media_type="text/plain", content=b"isi")

    @hookimpl
    def ppid_register_rules():
        for code, question, late in (("SPY101", spied, False), ("SPY102", spied_again, True)):
            yield Rule(
                code=code, severity=Severity.INFO, title=TEXT, message=TEXT, mend=TEXT, explanation=TEXT,
                where=TEXT, example=TEXT, check=question, judges_findings=late,
            )

    @hookimpl
    def ppid_register_exporters():
        return [Spy()]

    @hookimpl
    def ppid_exported(report, exporter, artifacts):
        SEEN["listener"] = (report, exporter, artifacts)
        return []
"""


class Site(Protocol):
    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


@pytest.fixture
def intake() -> Intake:
    return from_rows(
        {
            "laporan": [{"kunci": "tahun", "isi": 2023}],
            "permohonan": [
                {"nomor": "1", "nama": NAME, "alamat": ADDRESS, "kanal": "surel", "keputusan": "ditolak"}
            ],
            "keberatan": [{"nomor": "1", "nomor_permohonan": "1", "nama": NAME, "huruf": "a"}],
        }
    )


def evidence_of(intake: Intake) -> Evidence:
    year, law = intake.year, Lawbook.load()
    workdays = WorkdayCalendar.of(year)
    summary = summarize(year, law, workdays, year.as_of)
    return Evidence(
        year=year,
        summary=summary,
        law=law,
        workdays=workdays,
        as_of=year.as_of,
        previous=(EarlierYear(year=year, summary=summary),),
    )


def checked_by(plugins: Plugins, evidence: Evidence) -> Checked:
    return check_year(evidence, plugins.rules, ruleset=plugins.ruleset)


def report_of(evidence: Evidence, checked: Checked, edition: Literal["public", "internal"]) -> Report:
    return compose(evidence.year, evidence.summary, checked, evidence.law, edition=edition)


def seen(module: str = "plug_spy") -> Mapping[str, object]:
    return cast("Mapping[str, object]", cast("Any", sys.modules[module]).SEEN)


def test_plugins_see_no_applicant_in_the_public_edition(site: Site, intake: Intake) -> None:
    site.install("ppid-spy", plug_spy=SPY)
    plugins, evidence = load_plugins(), evidence_of(intake)

    checked = checked_by(plugins, evidence)
    export(report_of(evidence, checked, "public"), "spy", plugins)

    assert {"rule", "judging rule", "exporter", "listener"} == set(seen())
    for handed in seen().values():
        reached = "\n".join(texts(handed))
        assert NAME not in reached
        assert ADDRESS not in reached


def test_walk_finds_the_applicant_where_it_is(intake: Intake) -> None:
    reached = set(texts(evidence_of(intake)))

    assert {NAME, ADDRESS} <= reached


def test_exporters_see_the_applicant_in_the_internal_edition_and_rules_do_not(
    site: Site, intake: Intake
) -> None:
    site.install("ppid-spy", plug_spy=SPY)
    plugins, evidence = load_plugins(), evidence_of(intake)

    export(report_of(evidence, checked_by(plugins, evidence), "internal"), "spy", plugins)

    assert {"exporter", "listener"} == {part for part, handed in seen().items() if NAME in set(texts(handed))}


def test_public_report_that_somebody_composed_by_hand_is_handed_over_without_applicants(
    intake: Intake, report: Report
) -> None:
    careless = evolve(report, year=intake.year)

    assert NAME in set(texts(careless))
    assert NAME not in set(texts(lent_report(careless)))


def test_year_without_applicants_is_handed_over_as_it_is(intake: Intake) -> None:
    shown = lent_evidence(evidence_of(intake)).year

    assert lent_evidence(evolve(evidence_of(intake), year=shown)).year is shown
    assert not isinstance(shown.requests, Absent)
    assert all(request.applicant is None for request in shown.requests)


SCRIBBLER = """
    from attrs import frozen
    from ppid_core.plugins import Artifact, hookimpl

    def scribble(report):
        report.checked.ruleset.clear()
        report.checked.inputs["palsu"] = "palsu"
        for finding in report.checked.findings:
            finding.facts.clear()

    @frozen(kw_only=True)
    class Scribbler:
        name: str = "coret"
        label: str = "Pencoret"

        def export(self, report, /):
            scribble(report)
            report.meta.title = "Judul palsu"
            yield Artifact(name="coret.txt", media_type="text/plain", content=b"isi")

    @hookimpl
    def ppid_register_exporters():
        return [Scribbler()]

    @hookimpl
    def ppid_exported(report, artifacts):
        scribble(report)
        artifacts[0].content = b"palsu"
        return []
"""


def test_what_a_plugin_scribbles_on_is_its_own_copy(site: Site, intake: Intake) -> None:
    site.install("ppid-coret", plug_coret=SCRIBBLER)
    plugins, evidence = load_plugins(), evidence_of(intake)
    report = report_of(evidence, checked_by(plugins, evidence), "public")
    before = export(report, "json", load_plugins(block=["ppid-coret"]))

    with pytest.raises(AttributeError):
        export(report, "coret", plugins)
    ours = plugins.exporter("json")
    artifacts, problems = completed(report, ours, made_by(ours, report), plugins)

    assert before == artifacts
    assert [problem.cause.split(":")[0] for problem in problems] == ["FrozenInstanceError"]
    assert report.checked is not None
    assert report.checked.findings
    assert "ppid-core" in report.checked.ruleset
