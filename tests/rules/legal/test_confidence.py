"""L901–L903: how far law and calendar can be relied on."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from ppid_core.law import Citation, Confidence, Lawbook, Parameter, Provision, Track
from ppid_core.model import (
    Closure,
    Coded,
    CourtCase,
    Dispute,
    Objection,
    ObjectionAnswer,
    ObjectionGround,
    Outcome,
    Period,
    PublicBody,
    RefusalReason,
    ReportingPeriod,
    Request,
    ServiceYear,
    Stage,
    StageKind,
    Submission,
)
from ppid_core.rules import CATALOGUE, Checked, Evidence, Status, check
from ppid_core.summary import summarize
from ppid_core.testing.judgement import judged
from ppid_core.workdays import WorkdayCalendar

EMPTY = ServiceYear(period=ReportingPeriod(2021))

SUBMITTED_2020 = ServiceYear(period=ReportingPeriod(2020), submission=Submission(on=date(2021, 3, 1)))


def test_l901_fires_once_for_each_unconfirmed_value_that_a_judged_rule_used() -> None:
    found = by_law(SUBMITTED_2020, Lawbook.load(), "L103", "L104")
    assert [subject for subject, _ in found] == ["law:report_due", "law:required_contents"]


def test_l901_passes_what_a_text_confirms() -> None:
    checked = judged(evolve(EMPTY, requests=(Request(outcome=Outcome.GRANTED),)), "L102", "L901")
    assert checked.run("L901").status is Status.PASSED


def test_l901_fires_for_what_no_text_confirms_yet_in_the_law_of_this_package() -> None:
    checked = judged(evolve(EMPTY, requests=(Request(subject="salinan APBD"),)), "P101", "L901")
    (finding,) = checked.findings
    assert (finding.code, finding.subject) == ("L901", "law:personal_data_masked")
    assert checked.message(finding).endswith("belum diverifikasi: Perki 1/2021 Pasal 5 ayat (3) dan (4).")


def test_l901_passes_a_year_before_that_law_whichever_rule_is_asked() -> None:
    year = ServiceYear(period=ReportingPeriod(2019), requests=(Request(outcome=Outcome.GRANTED),))
    assert judged(year).run("L901").status is Status.PASSED


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


TIMED = (
    Request(period=Period(2021, 3, 1), notice_on=date(2021, 3, 8)),
    Request(period=Period(2021, 7, 1), completed_on=date(2021, 7, 5), notice_on=date(2021, 7, 21)),
    Request(period=Period(2021, 8, 2), completed_on=date(2021, 8, 4), notice_on=date(2021, 8, 9)),
)


def by_law(year: ServiceYear, law: Lawbook, *select: str) -> list[tuple[str, str]]:
    """Return subject and citation of what L901 finds where ``law`` confirms nothing."""
    changes: dict[str, Any] = {parameter.name: _unconfirmed(parameter) for parameter in law.parameters}
    doubted = evolve(law, **changes)
    workdays = WorkdayCalendar.of(year)
    evidence = Evidence(
        year=year,
        summary=summarize(year, doubted, workdays, year.as_of),
        law=doubted,
        workdays=workdays,
        as_of=year.as_of,
    )
    findings = check(evidence, CATALOGUE, select=[*select, "L901"]).findings
    return [(one.subject, str(one.provided)) for one in findings if one.code == "L901"]


def _unconfirmed(parameter: Parameter[object]) -> Parameter[object]:
    provisions = (
        evolve(one, confidence=Confidence.UNCONFIRMED) if isinstance(one, Provision) else one
        for one in parameter.provisions
    )
    return evolve(parameter, provisions=tuple(provisions))


def test_l901_fires_for_each_provision_that_was_used_and_not_for_each_row() -> None:
    year = evolve(EMPTY, requests=TIMED)
    assert by_law(year, Lawbook.load(), "L106") == [
        ("law:request_response", "UU 14/2008 Pasal 22 ayat (7)"),
    ]


def test_l901_fires_for_the_extension_only_where_it_was_given() -> None:
    row = Request(period=Period(2021, 3, 1), extended_on=date(2021, 3, 5), notice_on=date(2021, 3, 22))
    found = by_law(evolve(EMPTY, requests=(*TIMED, row)), Lawbook.load(), "L106")
    assert [subject for subject, _ in found] == [
        "law:request_response",
        "law:request_extension",
    ]


def test_l901_fires_for_the_law_of_the_year_and_never_for_that_of_another_one() -> None:
    submitted = SUBMITTED_2020
    assert by_law(submitted, Lawbook.load(), "L103", "L104") == [
        ("law:report_due", "Perki 1/2010 Pasal 36 ayat (1)"),
        ("law:required_contents", "Perki 1/2010 Pasal 36 ayat (3)"),
    ]
    later = evolve(submitted, period=ReportingPeriod(2021))
    assert {citation for _, citation in by_law(later, Lawbook.load(), "L103", "L104")} == {
        "Perki 1/2021 Pasal 56 ayat (1)",
        "Perki 1/2021 Pasal 56 ayat (4)",
    }
    before = (Request(period=Period(2020, 3, 2), completed_on=date(2020, 3, 4), notice_on=date(2020, 3, 20)),)
    assert by_law(evolve(EMPTY, period=ReportingPeriod(2020), requests=before), Lawbook.load(), "L106") == [
        ("law:request_response", "UU 14/2008 Pasal 22 ayat (7)")
    ]


def test_l901_names_the_first_day_of_a_provision_that_the_report_is_not_judged_by() -> None:
    response = Lawbook.load().request_response
    (first,) = (one for one in response.provisions if isinstance(one, Provision))
    then = evolve(first, since=date(2021, 7, 1), citation=Citation(instrument="UU baru"))
    law = evolve(Lawbook.load(), request_response=evolve(response, provisions=(first, then)))
    assert by_law(evolve(EMPTY, requests=TIMED), law, "L106")[:2] == [
        ("law:request_response@2010-04-30", "UU 14/2008 Pasal 22 ayat (7)"),
        ("law:request_response", "UU baru"),
    ]


def test_l901_passes_over_what_a_rule_did_not_use() -> None:
    """A rule that found nothing to judge by the law rests on what it says of itself, and no more."""
    refusals = evolve(
        EMPTY, requests=(Request(outcome=Outcome.REFUSED, reason=Coded(RefusalReason.NOT_HELD)),)
    )
    assert by_law(refusals, Lawbook.load(), "L101") == [("law:refusal_grounds", "UU 14/2008 Pasal 17")]
    assert by_law(evolve(EMPTY, requests=(Request(),)), Lawbook.load(), "L101") == [
        ("law:refusal_grounds", "UU 14/2008 Pasal 17")
    ]


def settled(year: ServiceYear, workdays: WorkdayCalendar) -> Checked:
    """Return what L903 says by a calendar of one's own choice."""
    law = Lawbook.load()
    summary = summarize(year, law, workdays, year.as_of)
    evidence = Evidence(year=year, summary=summary, law=law, workdays=workdays, as_of=year.as_of)
    return check(evidence, CATALOGUE, select=["L903"])


FROM_20_DECEMBER = Request(count=3, period=Period(2021, 12, 20))
DECEMBER = evolve(EMPTY, requests=(FROM_20_DECEMBER,))
AUGUST = ServiceYear(period=ReportingPeriod(2025), requests=(Request(period=Period(2025, 8, 11)),))


def test_l903_fires_where_a_due_date_passes_a_day_on_which_the_decrees_differ() -> None:
    checked = judged(DECEMBER, "L903")
    (finding,) = checked.findings
    assert (finding.subject, finding.affected) == ("calendar:2021-12-24", 3)
    assert checked.message(finding) == (
        "24 Desember 2021: cuti bersama menurut jalur ASN (Keppres), hari kerja menurut jalur umum (SKB);"
        " batas waktu 3 permohonan melewatinya."
    )
    assert "hari_libur" in checked.mend(finding)
    assert [basis.id for basis in finding.basis] == ["UU 14/2008 Pasal 22 ayat (7)"]


def test_l903_counts_each_request_though_none_has_a_number() -> None:
    rows = tuple(
        Request(count=count, period=Period(2021, 12, day)) for count, day in ((3, 20), (2, 21), (4, 20))
    )
    (finding,) = judged(evolve(EMPTY, requests=rows), "L903").findings
    assert finding.affected == 9


@pytest.mark.parametrize(
    ("received", "is_told"), [(9, False), (10, True), (23, True), (24, False), (27, False)]
)
def test_l903_counts_those_whose_time_begins_before_the_day_and_does_not_end_before_it(
    received: int, *, is_told: bool
) -> None:
    rows = (FROM_20_DECEMBER, Request(count=2, period=Period(2021, 12, received)))
    (finding,) = judged(evolve(EMPTY, requests=rows), "L903").findings
    assert finding.affected == (5 if is_told else 3)


def test_l903_fires_in_the_other_direction_where_one_track_alone_speaks() -> None:
    checked = judged(AUGUST, "L903")
    (finding,) = checked.findings
    assert finding.subject == "calendar:2025-08-18"
    assert checked.message(finding) == (
        "18 Agustus 2025: cuti bersama menurut jalur umum (SKB), hari kerja menurut jalur ASN (Keppres);"
        " batas waktu 1 permohonan melewatinya."
    )
    assert "hari kerja sebelumnya" in checked.mend(finding)


@pytest.mark.parametrize("track", [Track.ASN, Track.UMUM])
def test_l903_fires_on_whatever_track_the_body_follows(track: Track) -> None:
    (finding,) = settled(AUGUST, WorkdayCalendar.load(track=track)).findings
    assert finding.subject == "calendar:2025-08-18"


def test_l903_fires_for_objections_disputes_and_suits_each_row_once() -> None:
    dispute = Dispute(
        number="S-1", objection_number="K-1", filed=Period(2021, 12, 21), received_on=date(2021, 12, 21)
    )
    decided = Dispute(
        number="S-2", opening=2020, decided_on=date(2021, 12, 10), decision_received_on=date(2021, 12, 13)
    )
    year = evolve(
        EMPTY,
        requests=(Request(number="P-1", period=Period(2021, 11, 1), notice_on=date(2021, 12, 1)),),
        objections=(
            Objection(
                number="K-1",
                request_number="P-1",
                period=Period(2021, 12, 6),
                ground=Coded(ObjectionGround.D),
                answered_on=date(2021, 12, 20),
            ),
        ),
        disputes=(dispute, decided),
        suits=(CourtCase(dispute_number="S-2", filed_on=date(2021, 12, 20)),),
    )
    checked = judged(year, "L903")
    (finding,) = checked.findings
    assert finding.affected == 3
    assert "1 keberatan, 1 sengketa, dan 1 gugatan" in checked.message(finding)
    assert {basis.id for basis in finding.basis} == {
        "UU 14/2008 Pasal 36 ayat (1)",
        "UU 14/2008 Pasal 36 ayat (2)",
        "UU 14/2008 Pasal 37 ayat (2)",
        "UU 14/2008 Pasal 38 ayat (1)",
        "UU 14/2008 Pasal 38 ayat (2)",
        "PERMA 2/2011 Pasal 4 ayat (2)",
    }


def test_l903_fires_for_the_silence_of_the_superior_and_for_mediation() -> None:
    year = evolve(
        EMPTY,
        objections=(
            Objection(number="K-1", period=Period(2021, 11, 1), answer=Coded(ObjectionAnswer.UNANSWERED)),
        ),
        disputes=(
            Dispute(
                objection_number="K-1",
                filed=Period(2021, 12, 15),
                stages=(Stage(kind=StageKind.MEDIATION, opened_on=date(2021, 12, 20)),),
            ),
        ),
    )
    (finding,) = judged(year, "L903").findings
    assert "Perki 1/2013 Pasal 13" in [basis.id for basis in finding.basis]
    assert "Perki 1/2013 Pasal 41" in [basis.id for basis in finding.basis]


def test_l903_fires_for_a_year_that_is_an_estimate() -> None:
    year = ServiceYear(period=ReportingPeriod(2028), requests=(Request(count=2, period=Period(2028, 3, 1)),))
    checked = settled(year, WorkdayCalendar.load(until=2028))
    (finding,) = checked.findings
    assert (finding.subject, finding.affected) == ("calendar:2028", 2)
    assert checked.message(finding).startswith("Hari libur tahun 2028 masih perkiraan;")


def test_l903_counts_those_alone_whose_time_runs_in_the_estimated_year() -> None:
    received = ((8, Period(2027, 3, 1)), (4, Period(2027, 12, 28)))
    rows = tuple(Request(count=count, period=period) for count, period in received)
    year = ServiceYear(period=ReportingPeriod(2027), requests=rows)
    findings = settled(year, WorkdayCalendar.load(until=2028)).findings
    assert [one.affected for one in findings if one.subject == "calendar:2028"] == [4]


def test_l903_fires_where_the_chosen_track_follows_the_other() -> None:
    year = ServiceYear(period=ReportingPeriod(2012), requests=(Request(period=Period(2012, 3, 1)),))
    checked = settled(year, WorkdayCalendar.load(track=Track.ASN))
    (finding,) = checked.findings
    assert finding.subject == "calendar:2012:asn"
    assert "ASN (Keppres)" in checked.message(finding)
    assert (
        settled(year, WorkdayCalendar.load(track=Track.ASN, cuti_bersama=False)).run("L903").status
        is Status.PASSED
    )
    assert settled(year, WorkdayCalendar.load()).run("L903").status is Status.PASSED


def test_l903_passes_days_on_which_they_agree_and_bodies_that_work_on_joint_leave() -> None:
    year = evolve(EMPTY, requests=(Request(period=Period(2021, 5, 3)),))
    assert judged(year, "L903").run("L903").status is Status.PASSED
    assert settled(DECEMBER, WorkdayCalendar.load(cuti_bersama=False)).run("L903").status is Status.PASSED


def test_l903_passes_a_day_on_which_the_body_was_closed_anyway() -> None:
    closed = evolve(DECEMBER, closures=(Closure(on=date(2021, 12, 24), reason="listrik padam"),))
    assert judged(closed, "L903").run("L903").status is Status.PASSED


def test_l903_says_that_a_last_day_lies_beyond_every_known_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    year = ServiceYear(
        period=ReportingPeriod(2027),
        body=PublicBody(cuti_bersama=False),
        requests=(Request(period=Period(2027, 3, 1)), Request(period=Period(2027, 12, 30))),
    )
    (finding,) = judged(year, "L903").findings
    assert (finding.subject, finding.affected) == ("calendar:2028", 1)
    assert 'pip install "ppid-core[estimate]"' in finding.mend("en")


def test_l904_is_not_applicable_where_nothing_is_estimated() -> None:
    run = judged(evolve(EMPTY, requests=(Request(),)), "L904").run("L904")
    assert run.status is Status.NOT_APPLICABLE


LATE_BY_ESTIMATE = Request(period=Period(2027, 12, 24), notice_on=date(2028, 2, 1), outcome=Outcome.GRANTED)


def test_l904_fires_for_what_would_be_late_were_its_year_decreed() -> None:
    year = ServiceYear(period=ReportingPeriod(2027), requests=(LATE_BY_ESTIMATE,))
    checked = judged(year, "L106", "L904", as_of=date(2028, 3, 1))
    (finding,) = checked.findings
    assert (finding.code, finding.subject[:8], finding.provided, finding.expected) == (
        "L904",
        "request:",
        26,
        10,
    )
    assert finding.message("en").startswith("By an estimated calendar, L106: 1 request: answered on")


def test_l904_passes_what_is_in_time_and_whatever_is_decreed() -> None:
    early = evolve(LATE_BY_ESTIMATE, notice_on=date(2028, 1, 3))
    decreed = evolve(LATE_BY_ESTIMATE, period=Period(2027, 11, 1))
    for row in (early, decreed):
        year = ServiceYear(period=ReportingPeriod(2027), requests=(row,))
        assert judged(year, "L106", "L904", as_of=date(2028, 3, 1)).run("L904").status is Status.PASSED


def test_l903_says_that_the_keppres_on_joint_leave_of_a_year_is_not_there_yet() -> None:
    year = ServiceYear(period=ReportingPeriod(2027), requests=(Request(period=Period(2027, 3, 1)),))
    (finding,) = judged(year, "L903").findings
    assert (finding.subject, finding.affected) == ("calendar:2027:asn", 1)
    assert "Tahun 2027 belum mempunyai keputusan cuti bersama jalur ASN (Keppres)" in finding.message("id")


def test_l903_waits_for_no_keppres_in_the_years_before_there_was_any() -> None:
    year = ServiceYear(period=ReportingPeriod(2016), requests=(Request(period=Period(2016, 3, 1)),))
    assert judged(year, "L903").run("L903").status is Status.PASSED


@pytest.mark.parametrize(("kind", "found"), [(StageKind.MEDIATION, 1), (StageKind.ADJUDICATION, 0)])
def test_l903_asks_of_a_stage_only_the_time_for_mediation(kind: StageKind, found: int) -> None:
    """The dispute itself ran in 2026, whose days are decreed."""
    dispute = Dispute(
        filed=Period(2026, 1, 5),
        received_on=date(2026, 1, 5),
        opening=2026,
        stages=(Stage(kind=kind, opened_on=date(2027, 3, 1)),),
    )
    year = ServiceYear(period=ReportingPeriod(2027), disputes=(dispute,))
    assert len(judged(year, "L903").findings) == found


def test_l903_is_not_applicable_where_no_due_date_was_computed() -> None:
    run = judged(evolve(EMPTY, requests=(Request(),)), "L903").run("L903")
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel permohonan" in run.reason.id


def test_every_parameter_that_a_rule_rests_on_is_in_the_law_book_and_has_a_confidence() -> None:
    law, day = Lawbook.load(), date(2026, 3, 31)
    for name in {name for rule in CATALOGUE for name in rule.basis}:
        assert getattr(law, name).at(day).confidence in Confidence
