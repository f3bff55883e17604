"""The engine: selection, isolation, order, reasons, what is stamped on a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from ppid_core.errors import UnknownNameError
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook, Parameter
from ppid_core.model import Objection, Outcome, Period, ReportingPeriod, Request, ServiceYear, Waiver
from ppid_core.rules import (
    CATALOGUE,
    CORE_RULESET,
    Checked,
    Evidence,
    Finding,
    Rule,
    Severity,
    Status,
    check,
    known,
)
from ppid_core.rules.engine.place import keyed
from ppid_core.rules.engine.rule import Check
from ppid_core.source import Source
from ppid_core.summary import summarize
from ppid_core.testing.judgement import judged
from ppid_core.workdays import WorkdayCalendar

YEAR = ServiceYear(period=ReportingPeriod(2021), requests=(Request(count=2, outcome=Outcome.UNANSWERED),))
SAID = Bilingual("{provided} {expected} {difference} {affected} {place} {fact}", "{subject}: {fact}")


def _exits(_: Evidence) -> Iterator[Finding]:
    raise SystemExit(9)


def _breaks(_: Evidence) -> Iterator[Finding]:
    raise RuntimeError("boom")
    yield


def _breaks_late(evidence: Evidence) -> Iterator[Finding]:
    yield from _finds(evidence)
    raise RuntimeError("boom")


def _finds(_: Evidence) -> Iterator[Finding]:
    yield Finding(
        subject="a",
        sources=(Source(file="a.csv", row=2), None),
        provided=Decimal("1.5"),
        expected=3,
        affected=7,
        facts={"fact": Bilingual("fakta", "fact")},
    )


def _needs_objections(evidence: Evidence) -> Iterator[Finding]:
    known(evidence.year.objections)
    yield from _finds(evidence)


def rule(code: str, check: Check = _finds, *, judges: bool = False) -> Rule:
    text = Bilingual(code, code)
    return Rule(
        code=code,
        severity=Severity.WARNING,
        title=text,
        message=SAID,
        mend=text,
        explanation=text,
        where=text,
        example=text,
        check=check,
        judges_findings=judges,
    )


def test_a_rule_that_raises_is_failed_and_the_others_go_on() -> None:
    checked = judged(YEAR, rules=(rule("AA101", _breaks), rule("AA102", _breaks_late), rule("AA103")))
    assert [run.status for run in checked.runs] == [Status.FAILED, Status.FAILED, Status.FOUND]
    assert checked.run("AA101").reason.id == "RuntimeError: boom"
    assert [finding.code for finding in checked.findings] == ["AA103"]


def test_a_rule_that_ends_the_program_is_failed_like_any_other() -> None:
    checked = judged(YEAR, rules=(rule("AA101", _exits), rule("AA103")))

    assert [run.status for run in checked.runs] == [Status.FAILED, Status.FOUND]
    assert checked.run("AA101").reason.id == "SystemExit: 9"


def test_a_finding_shows_what_was_found_and_none_of_its_texts() -> None:
    (finding,) = judged(YEAR, rules=(rule("AA101"),)).findings

    assert "wording" not in repr(finding)
    assert "mending" not in repr(finding)


def test_a_sentence_may_take_a_part_of_what_a_placeholder_stands_for() -> None:
    finding = Finding(subject="a", wording=Bilingual.both("{fact[0]}: {affected}"), facts={"fact": "Rekap"})

    assert finding.message() == "R: 1"


def test_an_article_stands_once_in_the_basis_with_its_mark() -> None:
    """What the finding cites as unverified is not cited again by the rule as if it were verified."""
    checked = judged(YEAR, "L103")

    for finding in checked.findings:
        cited = [basis.id.removesuffix(" (belum diverifikasi)") for basis in finding.basis]
        assert len(cited) == len(set(cited))
    assert checked.findings


NEW_LAW = """
[[request_response]]
since = 2010-04-30
value = 10
unit = "working_day"
citation = { instrument = "UU lama", article = "Pasal 1" }
confidence = "confirmed"
checked_on = 2026-11-24

[[request_response]]
since = 2021-07-01
value = 5
unit = "working_day"
citation = { instrument = "UU baru", article = "Pasal 2" }
confidence = "unconfirmed"
checked_on = 2026-11-24
"""
CHANGED = evolve(Lawbook.load(), request_response=Parameter[int].from_toml(NEW_LAW, "request_response", int))
"""A law book in which the time for answers changed in the middle of 2021."""


def by_changed_law(year: ServiceYear, *select: str, rules: Sequence[Rule] = CATALOGUE) -> Checked:
    workdays = WorkdayCalendar.of(year)
    evidence = Evidence(
        year=year,
        summary=summarize(year, CHANGED, workdays, year.as_of),
        law=CHANGED,
        workdays=workdays,
        as_of=year.as_of,
    )
    return check(evidence, rules, select=select)


def _finds_rows(evidence: Evidence) -> Iterator[Finding]:
    for subject, row in keyed("request", evidence.year.requests):
        yield Finding(subject=subject, sources=(row.source,), facts={"fact": ""})
    yield Finding(subject="report.submission", facts={"fact": ""})


def _finds_rows_and_says_why(evidence: Evidence) -> Iterator[Finding]:
    why = (Bilingual("Perda 1/2020 Pasal 3", "Perda 1/2020 Pasal 3"),)
    yield from (evolve(finding, basis=why) for finding in _finds_rows(evidence))


def _says_why_twice(evidence: Evidence) -> Iterator[Finding]:
    yield from (evolve(one, basis=one.basis * 2) for one in _finds_rows_and_says_why(evidence))


ACTS = ServiceYear(
    period=ReportingPeriod(2021),
    requests=(
        Request(period=Period(2021, 3, 1)),
        Request(period=Period(2021, 8, 2)),
        Request(period=Period(2021, 6)),
        Request(),
        Request(opening=2020),
        Request(period=Period(201, 3, 1)),
    ),
)
OLD, NEW = "UU lama Pasal 1", "UU baru Pasal 2 (belum diverifikasi)"


def test_a_row_is_cited_by_the_law_of_its_day_and_the_report_by_that_of_the_day_it_is_due() -> None:
    asked = evolve(rule("AA101", _finds_rows), basis=("request_response",))
    findings = by_changed_law(ACTS, rules=(asked,)).findings
    assert [finding.basis[0].id for finding in findings] == [OLD, NEW, OLD, NEW, OLD, NEW, NEW]


def test_a_row_that_says_by_what_it_was_judged_is_cited_by_that_alone() -> None:
    asked = evolve(rule("AA101", _finds_rows_and_says_why), basis=("request_response",))
    *rows, report = by_changed_law(ACTS, rules=(asked,)).findings
    assert {tuple(one.id for one in row.basis) for row in rows} == {("Perda 1/2020 Pasal 3",)}
    assert [one.id for one in report.basis] == ["Perda 1/2020 Pasal 3", NEW]


def test_what_a_finding_names_twice_is_cited_once() -> None:
    asked = evolve(rule("AA101", _says_why_twice), basis=("request_response",))
    *rows, _ = by_changed_law(ACTS, rules=(asked,)).findings
    assert {tuple(one.id for one in row.basis) for row in rows} == {("Perda 1/2020 Pasal 3",)}


@pytest.mark.parametrize("code", ["L102", "L105"])
def test_an_answer_is_cited_by_the_law_of_the_day_of_its_request(code: str) -> None:
    """A request is finished under the standard that it began under (Perki 1/2021 Pasal 62)."""
    outcome = Outcome.PARTLY_GRANTED if code == "L102" else Outcome.UNANSWERED
    rows = (
        Request(period=Period(2021, 3, 1), outcome=outcome),
        Request(period=Period(2021, 6, 1), notice_on=date(2021, 7, 2), outcome=outcome),
        Request(period=Period(2021, 7, 2), outcome=outcome),
    )
    findings = by_changed_law(evolve(ACTS, requests=rows), code).findings
    assert [[one.id for one in finding.basis] for finding in findings] == [[OLD], [OLD], [NEW]]


def test_the_limit_of_a_request_is_that_of_the_day_it_came_in() -> None:
    rows = (
        Request(period=Period(2021, 3, 1), notice_on=date(2021, 3, 17)),
        Request(period=Period(2021, 8, 2), notice_on=date(2021, 8, 10)),
    )
    findings = by_changed_law(evolve(ACTS, requests=rows), "L106").findings
    assert [(finding.expected, finding.basis[0].id) for finding in findings] == [(10, OLD), (5, NEW)]


def test_a_rule_that_names_no_parameter_of_ours_goes_on() -> None:
    asked = evolve(rule("AA101", _finds_rows), basis=("regional_time",))
    assert by_changed_law(ACTS, rules=(asked,)).findings[0].basis == ()
    passing = evolve(rule("AA101", lambda _: iter(())), basis=("regional_time",))
    assert by_changed_law(ACTS, rules=(passing,)).run("AA101").status is Status.PASSED


def test_code_and_severity_are_stamped_and_the_texts_are_filled_in_both_languages() -> None:
    checked = judged(YEAR, rules=(rule("AA103"),))
    (finding,) = checked.findings
    assert (finding.code, finding.severity, finding.difference) == (
        "AA103",
        Severity.WARNING,
        Decimal("-1.5"),
    )
    assert checked.message(finding) == "1,5 3 1,5 7 a.csv baris 2 fakta"
    assert checked.message(finding, "en") == "a: fact"


def test_what_is_absent_ends_a_rule_with_its_reason() -> None:
    asked = (rule("AA101", _needs_objections),)
    run = judged(YEAR, rules=asked).run("AA101")
    assert (run.status, run.reason) == (Status.NOT_APPLICABLE, Bilingual("tidak tercatat", "not recorded"))
    kept = evolve(YEAR, objections=(Objection(),))
    assert judged(kept, rules=asked).run("AA101").status is Status.FOUND


def test_rules_that_judge_findings_run_last_and_keep_their_place_in_the_order() -> None:
    seen: list[tuple[str, ...]] = []

    def judging(evidence: Evidence) -> Iterator[Finding]:
        seen.append(tuple(finding.code for finding in evidence.findings))
        assert evidence.judged == {"AA102"}
        assert evidence.codes == {"AA101", "AA102", "AA103"}
        yield Finding(subject="b", facts={"fact": "b"})

    rules = (rule("AA101", judging, judges=True), rule("AA102"), rule("AA103", _breaks))
    checked = judged(YEAR, rules=rules)
    assert seen == [("AA102",)]
    assert [run.code for run in checked.runs] == ["AA101", "AA102", "AA103"]
    assert [finding.subject for finding in checked.findings] == ["b", "a"]


CODES = ("A101", "A102", "A201", "AB101")


@pytest.mark.parametrize(
    ("select", "chosen"),
    [
        ((), CODES),
        (("A",), ("A101", "A102", "A201")),
        (("A1",), ("A101", "A102")),
        (("A10",), ("A101", "A102")),
        (("A201", "AB"), ("A201", "AB101")),
    ],
)
def test_letters_match_whole_and_digits_as_a_prefix(select: tuple[str, ...], chosen: tuple[str, ...]) -> None:
    checked = judged(YEAR, *select, rules=tuple(map(rule, CODES)))
    ran = [run.code for run in checked.runs if run.status is not Status.NOT_SELECTED]
    assert ran == list(chosen)


@pytest.mark.parametrize("selector", ["B", "A3", "a", "A1011", "", "1"])
def test_a_selector_that_means_no_rule_is_refused_with_the_known_ones(selector: str) -> None:
    with pytest.raises(UnknownNameError, match="A101") as caught:
        judged(YEAR, selector, rules=tuple(map(rule, CODES)))
    assert caught.value.known == CODES


def test_every_known_rule_has_a_run_and_the_rule_set_is_told() -> None:
    checked = judged(YEAR)
    assert [run.code for run in checked.runs] == [rule.code for rule in CATALOGUE]
    assert checked.ruleset == CORE_RULESET
    assert judged(YEAR, inputs={"a.csv": "…"}).inputs == {"a.csv": "…"}


def test_the_same_evidence_gives_the_same_outcome() -> None:
    year = evolve(YEAR, waivers=(Waiver(code="L105", reason="arsip terbakar"),))
    assert judged(year) == judged(year)


@pytest.mark.parametrize("code", ["a101", "ABCDE101", "A1", "A1011", "101"])
def test_a_code_of_another_form_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="code"):
        rule(code)


def test_what_no_waiver_explains_is_told_by_its_own_severity_alone() -> None:
    rows = (Request(count=13, count_in_words="Tiga Puluh", outcome=Outcome.PARTLY_GRANTED),)
    checked = judged(ServiceYear(period=ReportingPeriod(2021), requests=rows), "T103", "L102", "S101")

    told = {severity: [one.code for one in checked.unexplained(severity)] for severity in Severity}

    assert told == {Severity.ERROR: ["T103"], Severity.WARNING: ["L102"], Severity.INFO: []}
