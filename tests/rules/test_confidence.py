"""L901–L903: how far law and calendar can be relied on."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.law import Lawbook
from ppid_core.law.citation import Confidence
from ppid_core.model import (
    Outcome,
    Period,
    ReportingPeriod,
    Request,
    ServiceYear,
    Submission,
)
from ppid_core.rules import CATALOGUE, Evidence, Status, check
from ppid_core.summary import summarize
from ppid_core.testing.judging import judged
from ppid_core.workdays import WorkdayCalendar

EMPTY = ServiceYear(period=ReportingPeriod(2021))

SUBMITTED_2020 = ServiceYear(period=ReportingPeriod(2020), submission=Submission(on=date(2021, 3, 1)))


def test_l901_fires_once_for_each_unconfirmed_value_that_a_judged_rule_used() -> None:
    checked = judged(SUBMITTED_2020, "L1", "L901")
    assert {"law:report_due", "law:required_contents"} == {
        finding.subject for finding in checked.findings if finding.code == "L901"
    }
    assert len({finding.subject for finding in checked.findings if finding.code == "L901"}) == 2


def test_l901_passes_what_a_text_confirms() -> None:
    checked = judged(evolve(EMPTY, requests=(Request(outcome=Outcome.GRANTED),)), "L102", "L901")
    assert checked.run("L901").status is Status.PASSED


@pytest.mark.parametrize("code", ["L901", "L902"])
def test_l901_l902_are_not_applicable_where_no_rule_of_law_was_judged(code: str) -> None:
    assert judged(EMPTY, "T1", code).run(code).status is Status.NOT_APPLICABLE


def test_l902_fires_where_the_law_was_looked_up_before_the_year_ended() -> None:
    year = ServiceYear(period=ReportingPeriod(2026), requests=(Request(outcome=Outcome.GRANTED),))
    (finding,) = judged(year, "L102", "L902").findings
    assert ("law:request_response", date(2026, 12, 31)) == (finding.subject, finding.expected)


def test_l902_passes_a_year_that_had_ended() -> None:
    checked = judged(evolve(EMPTY, requests=(Request(),)), "L102", "L902")
    assert checked.run("L902").status is Status.PASSED


def test_l903_fires_where_a_due_date_passes_a_day_on_which_the_decrees_differ() -> None:
    year = evolve(EMPTY, requests=(Request(count=3, period=Period(2021, 12, 20)),))
    (finding,) = judged(year, "L903").findings
    assert (finding.subject, finding.affected) == ("calendar:2021-12-24", 3)


def test_l903_passes_days_on_which_they_agree_and_bodies_that_work_on_joint_leave() -> None:
    year = evolve(EMPTY, requests=(Request(period=Period(2021, 5, 3)),))
    assert judged(year, "L903").run("L903").status is Status.PASSED
    december = evolve(EMPTY, requests=(Request(period=Period(2021, 12, 20)),))
    law, workdays, day = Lawbook.load(), WorkdayCalendar.load(cuti_bersama=False), date(2021, 12, 31)
    summary = summarize(december, law, workdays, day)
    evidence = Evidence(year=december, summary=summary, law=law, workdays=workdays, as_of=day)
    assert check(evidence, CATALOGUE, select=["L903"]).run("L903").status is Status.PASSED


def test_l903_is_not_applicable_where_no_due_date_was_computed() -> None:
    assert judged(evolve(EMPTY, requests=(Request(),)), "L903").run("L903").status is Status.NOT_APPLICABLE


def test_every_parameter_that_a_rule_rests_on_is_in_the_law_book_and_has_a_confidence() -> None:
    law, day = Lawbook.load(), date(2021, 3, 31)
    for name in {name for rule in CATALOGUE for name in rule.basis}:
        assert getattr(law, name).at(day).confidence in Confidence
