"""W101–W103, and what an explanation does to what was found."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.model import Outcome, ReportingPeriod, Request, ServiceYear, Waiver
from ppid_core.rules import Severity, Status
from ppid_core.source import Source
from ppid_core.testing.judgement import judged

UNANSWERED = ServiceYear(
    period=ReportingPeriod(2021),
    requests=(Request(outcome=Outcome.UNANSWERED), Request(outcome=Outcome.UNANSWERED)),
)


def explaining(
    code: str = "L105", subject: str = "", reason: str = "arsip terbakar", until: date | None = None
) -> ServiceYear:
    waiver = Waiver(
        code=code, subject=subject, reason=reason, until=until, source=Source(file="penjelasan.csv", row=2)
    )
    return evolve(UNANSWERED, waivers=(waiver,))


def test_an_explanation_covers_every_finding_of_its_code_or_the_one_it_names() -> None:
    every = judged(explaining(), "L105")
    one = judged(explaining(subject="request:#2"), "L105")
    assert [finding.waived for finding in every.findings] == ["arsip terbakar", "arsip terbakar"]
    assert [finding.waived for finding in one.findings] == ["", "arsip terbakar"]
    assert [finding.subject for finding in one.unexplained(Severity.WARNING)] == ["request:#1"]


@pytest.mark.parametrize("year", [explaining(reason=" "), explaining(until=date(2021, 12, 30))])
def test_an_explanation_without_reason_or_time_covers_nothing(year: ServiceYear) -> None:
    assert {finding.waived for finding in judged(year, "L105").findings} == {""}


def test_w101_fires_on_an_explanation_without_a_reason() -> None:
    checked = judged(explaining(subject="request:#2", reason=" "), "W101")
    (finding,) = checked.findings
    assert finding.subject == "waiver:penjelasan.csv#2"
    assert checked.message(finding) == "Penjelasan untuk L105 request:#2 tanpa alasan."


def test_w101_passes_a_reason() -> None:
    assert judged(explaining(), "W101").run("W101").status is Status.PASSED


@pytest.mark.parametrize("code", ["W101", "W102", "W103"])
def test_w101_w102_w103_are_not_applicable_where_nothing_is_explained(code: str) -> None:
    assert judged(UNANSWERED, code).run(code).status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    "year", [explaining(subject="request:#9"), explaining(code="L102"), explaining(code="Q999")]
)
def test_w102_fires_where_no_finding_needs_the_explanation(year: ServiceYear) -> None:
    assert len(judged(year, "L1", "W102").findings) > 2
    assert judged(year, "L1", "W102").run("W102").status is Status.FOUND


def test_w102_passes_what_a_finding_needs() -> None:
    assert judged(explaining(), "L105", "W102").run("W102").status is Status.PASSED


@pytest.mark.parametrize("code", ["L106", "T101", "L105"])
def test_w102_is_not_applicable_where_the_rule_was_not_judged(code: str) -> None:
    run = judged(explaining(code=code), "L106", "T101", "W102").run("W102")
    assert run.status is Status.NOT_APPLICABLE


def test_w102_is_not_applicable_saying_whose_explanation_may_still_be_needed() -> None:
    run = judged(explaining(code="L106"), "L106", "W102").run("W102")
    assert "(L106) tidak dapat dinilai" in run.reason.id
    assert "belum diketahui apakah penjelasannya diperlukan" in run.reason.id


def test_w102_leaves_the_explanation_of_a_rule_that_could_not_be_judged_beside_one_that_was() -> None:
    """L106 has no dates to judge: nobody knows yet whether its explanation will be needed."""
    unjudged = Waiver(code="L106", reason="tanggal belum dicatat")
    unneeded = Waiver(code="L105", subject="request:#9", reason="arsip terbakar")
    year = evolve(UNANSWERED, waivers=(unjudged, unneeded))
    checked = judged(year, "L1", "W102")
    assert checked.run("L106").status is Status.NOT_APPLICABLE
    told = [finding.facts["explained"] for finding in checked.findings if finding.code == "W102"]
    assert told == ["L105 request:#9"]


def test_w103_fires_on_the_day_after_the_last() -> None:
    (finding,) = judged(explaining(until=date(2021, 12, 30)), "W103").findings
    assert (finding.provided, finding.expected) == (date(2021, 12, 30), date(2021, 12, 31))


@pytest.mark.parametrize("until", [None, date(2021, 12, 31)])
def test_w103_passes_without_an_end_and_on_the_last_day(until: date | None) -> None:
    assert judged(explaining(until=until), "W103").run("W103").status is Status.PASSED
