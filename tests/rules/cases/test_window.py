"""C201–C206: objections, answers, disputes, suits and the commission, each in its window."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.model import (
    Coded,
    CourtCase,
    Dispute,
    DisputeResult,
    Objection,
    ObjectionAnswer,
    ObjectionGround,
    Outcome,
    Period,
    ReportingPeriod,
    Request,
    ServiceYear,
    Stage,
    StageKind,
)
from ppid_core.rules import Checked, Finding, Severity, Status
from ppid_core.source import Source
from ppid_core.testing.judgement import judged

EMPTY = ServiceYear(period=ReportingPeriod(2021))
GROUND = Coded(ObjectionGround.A)
NOTICED = Request(number="1", period=Period(2021, 6, 2), notice_on=date(2021, 6, 7), outcome=Outcome.REFUSED)
OBJECTED = Objection(number="K1", request_number="1", period=Period(2021, 8, 2))
DISPUTED = Dispute(number="S1", objection_number="K1", filed=Period(2021, 9, 16))


def status(checked: Checked, code: str) -> Status:
    return checked.run(code).status


def objected(objection: Objection, request: Request | None = None) -> ServiceYear:
    return evolve(EMPTY, objections=(objection,), requests=() if request is None else (request,))


def found_on(day: date | None, filed: Period, ground: str = "") -> Objection:
    return Objection(ground_found_on=day, period=filed, ground_letter=ground, request_number="1")


def basis(finding: Finding) -> list[str]:
    return [cited.id for cited in finding.basis]


# 7 June 2021 is day zero: the thirtieth working day is 19 July, since nothing but weekends lies between.
JUNE_7, LAST, LATE = date(2021, 6, 7), Period(2021, 7, 19), Period(2021, 7, 20)


def test_c201_fires_the_day_after_the_last_from_the_typed_day_of_the_ground() -> None:
    checked = judged(objected(evolve(found_on(JUNE_7, LATE), count=3)), "C201")
    (finding,) = checked.findings
    assert (finding.provided, finding.expected) == (date(2021, 7, 20), date(2021, 7, 19))
    assert (finding.affected, finding.severity, basis(finding)) == (
        3,
        Severity.WARNING,
        ["UU 14/2008 Pasal 36 ayat (1)"],
    )
    assert checked.message(finding) == (
        "Keberatan diajukan 20 Juli 2021; batasnya 19 Juli 2021. Alasan ditemukan 7 Juni 2021 menurut"
        " register."
    )
    assert "on 7 June 2021" in checked.message(finding, "en")


def test_c201_says_between_which_days_the_ground_was_found_where_a_month_tells() -> None:
    silent = Request(number="1", period=Period(2021, 3), outcome=Outcome.UNANSWERED)
    objection = Objection(ground=Coded(ObjectionGround.C), period=Period(2021, 12, 1), request_number="1")
    checked = judged(objected(objection, silent), "C201")
    message = checked.message(checked.findings[0], "en")
    assert "between" in message
    assert "on between" not in message


@pytest.mark.parametrize("filed", [LAST, Period(2021, 6, 7)])
def test_c201_passes_from_the_day_of_the_ground_to_the_last_day(filed: Period) -> None:
    assert status(judged(objected(found_on(JUNE_7, filed)), "C201"), "C201") is Status.PASSED


@pytest.mark.parametrize("letter", ["a", "d", "e", "f", "g"])
def test_c201_fires_counted_from_the_notice_by_convention_and_says_so(letter: str) -> None:
    places = Source(file="keberatan.csv", row=2), Source(file="permohonan.csv", row=9)
    objection = evolve(found_on(None, LATE, letter), source=places[0])
    checked = judged(objected(objection, evolve(NOTICED, source=places[1])), "C201")
    (finding,) = checked.findings
    assert finding.expected == date(2021, 7, 19)
    assert finding.places == places
    assert "7 Juni 2021, hari pemberitahuan tertulis (konvensi" in checked.message(finding)
    assert status(judged(objected(evolve(objection, period=LAST), NOTICED), "C201"), "C201") is Status.PASSED


# Received 1 March 2021, due 16 March (11 March is a holiday): the ground is found on 17 March; 29 April is
# the thirtieth working day after it (2 April is a holiday).
UNANSWERED = Request(number="1", period=Period(2021, 3, 1), outcome=Outcome.UNANSWERED)


@pytest.mark.parametrize(
    ("filed", "expected"),
    [(Period(2021, 4, 30), date(2021, 4, 29)), (Period(2021, 3, 16), date(2021, 3, 17))],
)
def test_c201_fires_counted_from_the_working_day_after_the_last_day_where_nobody_answered(
    filed: Period, expected: date
) -> None:
    checked = judged(objected(found_on(None, filed, "c"), UNANSWERED), "C201")
    (finding,) = checked.findings
    assert finding.expected == expected
    assert "17 Maret 2021, hari kerja setelah batas waktu pemberitahuan (konvensi" in checked.message(finding)
    assert basis(finding) == ["UU 14/2008 Pasal 36 ayat (1)", "UU 14/2008 Pasal 22 ayat (7)"]


@pytest.mark.parametrize("filed", [Period(2021, 3, 17), Period(2021, 4, 29)])
def test_c201_passes_the_first_and_the_last_day_after_silence(filed: Period) -> None:
    checked = judged(objected(found_on(None, filed, "c"), UNANSWERED), "C201")
    assert status(checked, "C201") is Status.PASSED


@pytest.mark.parametrize("day", [15, 16])
def test_c201_counts_the_extension_up_to_the_last_day_before_the_ground_of_silence(day: int) -> None:
    request = evolve(UNANSWERED, extended_on=date(2021, 3, day))
    (finding,) = judged(objected(found_on(None, Period(2021, 3, 25), "c"), request), "C201").findings
    assert finding.expected == date(2021, 3, 26)


# Received 2 August 2021, complete on the 9th: due on 18 August by the act, on 25 August by the standard.
@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        (Outcome.UNANSWERED, "antara 19 Agustus 2021 dan 26 Agustus 2021"),
        (Outcome.REFUSED, "19 Agustus 2021,"),
    ],
)
def test_c201_leaves_open_whether_silence_counts_from_receipt_or_completeness_but_of_a_refusal(
    outcome: Outcome, found: str
) -> None:
    request = evolve(UNANSWERED, period=Period(2021, 8, 2), completed_on=date(2021, 8, 9), outcome=outcome)
    checked = judged(objected(found_on(None, Period(2021, 12, 1), "c"), request), "C201")

    assert found in checked.message(checked.findings[0])


@pytest.mark.parametrize("filed", [date(2021, 3, 19), date(2021, 4, 30), date(2021, 5, 7)])
def test_c201_leaves_open_whether_an_extension_counts_that_came_after_the_last_day(filed: date) -> None:
    request = evolve(UNANSWERED, extended_on=date(2021, 3, 22))
    checked = judged(objected(found_on(None, Period.of(filed), "c"), request), "C201")
    assert status(checked, "C201") is Status.NOT_APPLICABLE
    (finding,) = judged(objected(found_on(None, Period(2021, 3, 16), "c"), request), "C201").findings
    assert finding.expected == date(2021, 3, 17)


def test_c201_fires_on_months_only_where_every_day_of_them_is_late() -> None:
    (finding,) = judged(objected(found_on(JUNE_7, Period(2021, 8))), "C201").findings
    assert finding.provided == Period(2021, 8)
    request = evolve(UNANSWERED, period=Period(2021, 3))
    checked = judged(objected(found_on(None, Period(2021, 12), "c"), request), "C201")
    (finding,) = checked.findings
    assert finding.expected == date(2021, 6, 4)
    assert "antara 17 Maret 2021 dan 16 April 2021" in checked.message(finding)


@pytest.mark.parametrize(
    "year",
    [
        EMPTY,
        objected(found_on(JUNE_7, Period(2021, 7))),
        objected(found_on(JUNE_7, Period(2021, 6))),
        objected(evolve(found_on(JUNE_7, LATE), period=None)),
        objected(evolve(found_on(JUNE_7, LATE), count=0)),
        objected(found_on(date(2020, 1, 2), Period(2020, 7, 1))),
        objected(found_on(None, LATE, "b"), NOTICED),
        objected(found_on(None, LATE), NOTICED),
        objected(found_on(None, LATE, "a")),
        objected(found_on(None, LATE, "a"), UNANSWERED),
        objected(found_on(None, LATE, "c"), evolve(UNANSWERED, notice_on=date(2021, 3, 16))),
        objected(found_on(None, LATE, "c"), evolve(UNANSWERED, period=None)),
        objected(found_on(date(1999, 1, 4), Period(2021, 7, 1))),
        objected(found_on(None, Period(2021, 5, 5), "c"), evolve(UNANSWERED, period=Period(1990))),
    ],
)
def test_c201_is_not_applicable_where_no_window_is_certain(year: ServiceYear) -> None:
    run = judged(year, "C201").run("C201")
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel keberatan, kolom tanggal" in run.reason.id
    assert "table keberatan" in run.reason.en


def test_c201_leaves_an_objection_before_its_typed_ground_to_the_rule_on_causes() -> None:
    year = objected(found_on(JUNE_7, Period(2021, 6, 4)))
    assert [finding.code for finding in judged(year, "C1", "C201").findings] == ["C101"]


def test_c201_finds_the_request_in_the_report_of_the_year_before_and_names_no_place_there() -> None:
    request = evolve(NOTICED, source=Source(file="permohonan.csv", row=4))
    previous = ServiceYear(period=ReportingPeriod(2020), requests=(request,))
    for objection in (
        evolve(found_on(None, LATE, "a"), request_number="1"),
        evolve(found_on(None, LATE, "a"), request_number="", earlier_request_number="1"),
        evolve(found_on(None, LATE, "a"), request_number="1", opening=2020),
    ):
        (finding,) = judged(objected(objection), "C201", previous=previous).findings
        assert finding.places == ()


def test_c201_judges_by_no_request_where_a_number_is_borne_by_two_or_by_a_younger_one() -> None:
    twice = evolve(objected(found_on(None, LATE, "a")), requests=(NOTICED, NOTICED))
    assert status(judged(twice, "C201"), "C201") is Status.NOT_APPLICABLE
    carried = evolve(found_on(None, LATE, "a"), opening=2020)
    assert status(judged(objected(carried, NOTICED), "C201"), "C201") is Status.NOT_APPLICABLE
    both = evolve(objected(carried), requests=(NOTICED, evolve(NOTICED, opening=2020)))
    assert status(judged(both, "C201"), "C201") is Status.FOUND


# 2 August 2021 is day zero: 11 and 17 August are holidays, so the thirtieth working day is 15 September.
ANSWER_DUE = date(2021, 9, 15)
ACCEPTED, SILENT = Coded(ObjectionAnswer.ACCEPTED), Coded(ObjectionAnswer.UNANSWERED)


AUGUST = Period(2021, 8)


def answered(day: date | None, answer: Coded[ObjectionAnswer] | None = ACCEPTED) -> ServiceYear:
    return objected(evolve(OBJECTED, answer=answer, answered_on=day))


def test_c202_fires_the_day_after_the_last() -> None:
    checked = judged(answered(date(2021, 9, 16)), "C202")
    (finding,) = checked.findings
    assert (finding.provided, finding.expected) == (date(2021, 9, 16), ANSWER_DUE)
    assert checked.message(finding) == (
        "Keberatan K1 – Keberatan 2 Agustus 2021 ditanggapi 16 September 2021; batas tanggapannya 15"
        " September 2021."
    )
    assert basis(finding) == ["UU 14/2008 Pasal 36 ayat (2)"]


@pytest.mark.parametrize("answer", [SILENT, Coded(ObjectionAnswer.PENDING), None])
def test_c202_fires_on_what_is_without_an_answer_after_its_last_day(
    answer: Coded[ObjectionAnswer] | None,
) -> None:
    kept = Objection(answer=Coded(ObjectionAnswer.REJECTED))
    year = evolve(EMPTY, objections=(evolve(OBJECTED, answer=answer), kept))
    checked = judged(year, "C202", as_of=date(2021, 9, 16))
    (finding,) = checked.findings
    assert (finding.provided, finding.expected) == (None, ANSWER_DUE)
    assert "belum ditanggapi per 16 September 2021" in checked.message(finding)


def test_c202_fires_on_months_only_where_every_day_of_them_is_late() -> None:
    row = evolve(OBJECTED, period=Period(2021, 8), answer=SILENT, count=4)
    (finding,) = judged(objected(row), "C202", as_of=date(2021, 12, 31)).findings
    assert (finding.expected, finding.affected) == (date(2021, 10, 12), 4)
    in_october = judged(objected(row), "C202", as_of=date(2021, 10, 1)).run("C202")
    assert in_october.status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("filed", "day", "is_told"),
    [(Period(2021, 8, 2), 2, False), (Period(2021, 8, 2), 9, True), (AUGUST, 9, True)],
)
def test_c202_tells_the_count_from_the_register_where_that_is_of_another_day(
    filed: Period, day: int, *, is_told: bool
) -> None:
    row = evolve(OBJECTED, period=filed, registered_on=date(2021, 8, day), answer=SILENT)
    checked = judged(objected(row), "C202", as_of=date(2021, 12, 31))

    (finding,) = checked.findings
    assert ("sejak dicatat 9 Agustus 2021, sampai 22 September 2021." in checked.message(finding)) is is_told
    assert ("Menurut Perki 1/2021" in checked.message(finding)) is is_told


def test_c202_passes_the_last_day_and_what_may_still_be_answered() -> None:
    assert status(judged(answered(ANSWER_DUE), "C202"), "C202") is Status.PASSED
    assert status(judged(answered(None, SILENT), "C202", as_of=ANSWER_DUE), "C202") is Status.PASSED
    later = judged(answered(date(2021, 9, 20)), "C202", as_of=ANSWER_DUE)
    assert status(later, "C202") is Status.PASSED


@pytest.mark.parametrize(
    "year",
    [
        EMPTY,
        answered(None),
        objected(evolve(OBJECTED, period=Period(2021, 8), answered_on=date(2021, 9, 20))),
        objected(evolve(OBJECTED, period=None, answer=SILENT)),
        objected(evolve(OBJECTED, period=Period(2021, 8))),
        objected(evolve(OBJECTED, period=Period(1999, 1, 4), opening=1999, answer=SILENT)),
    ],
)
def test_c202_is_not_applicable_where_no_time_is_certain(year: ServiceYear) -> None:
    run = judged(year, "C202").run("C202")
    assert run.status is Status.NOT_APPLICABLE
    assert "tanggal_jawaban" in run.reason.id


def disputed(objection: Objection, dispute: Dispute = DISPUTED) -> ServiceYear:
    return evolve(EMPTY, objections=(objection,), disputes=(dispute,))


UNHEARD = evolve(OBJECTED, answer=SILENT)
HEARD = evolve(OBJECTED, answer=ACCEPTED, answered_on=date(2021, 8, 9))
HEARD_LATE = evolve(HEARD, answered_on=date(2021, 10, 12))


@pytest.mark.parametrize(
    ("filed", "expected", "said"),
    [
        (Period(2021, 9, 15), date(2021, 9, 16), "prematur; paling awal"),
        (Period(2021, 10, 6), date(2021, 10, 5), "lewat batas waktu"),
        (Period(2021, 8), date(2021, 9, 16), "prematur; paling awal"),
        (Period(2021, 11), date(2021, 10, 5), "lewat batas waktu"),
    ],
    ids=["30th day", "45th day", "a month before", "a month after"],
)
def test_c203_fires_after_silence_before_the_31st_and_after_the_44th_working_day(
    filed: Period, expected: date, said: str
) -> None:
    checked = judged(disputed(UNHEARD, evolve(DISPUTED, filed=filed)), "C203")
    (finding,) = checked.findings
    assert finding.expected == expected
    assert said in checked.message(finding)
    assert "tidak ditanggapi sampai dengan batas waktunya, 15 September 2021" in checked.message(finding)
    assert basis(finding)[:2] == ["UU 14/2008 Pasal 36 ayat (2)", "Perki 1/2013 Pasal 13"]


@pytest.mark.parametrize("day", [date(2021, 9, 16), date(2021, 10, 5)], ids=["31st day", "44th day"])
def test_c203_passes_the_first_and_the_last_day_after_silence(day: date) -> None:
    year = disputed(UNHEARD, evolve(DISPUTED, filed=Period.of(day)))
    assert status(judged(year, "C203"), "C203") is Status.PASSED


@pytest.mark.parametrize(
    ("filed", "expected", "said"),
    [
        (date(2021, 8, 8), date(2021, 8, 9), "prematur"),
        (date(2021, 9, 1), date(2021, 8, 31), "lewat batas waktu"),
    ],
)
def test_c203_fires_before_the_answer_and_after_the_time_that_runs_from_it(
    filed: date, expected: date, said: str
) -> None:
    places = Source(file="sengketa.csv", row=2), Source(file="keberatan.csv", row=3)
    dispute = evolve(DISPUTED, filed=Period.of(filed), source=places[0])
    checked = judged(disputed(evolve(HEARD, source=places[1]), dispute), "C203")
    (finding,) = checked.findings
    assert (finding.provided, finding.expected, finding.places) == (filed, expected, places)
    assert said in checked.message(finding)
    assert "sejak tanggal surat tanggapan atasan PPID, 9 Agustus 2021, dengan anggapan" in checked.message(
        finding
    )
    assert basis(finding)[0] == "UU 14/2008 Pasal 37 ayat (2)"


# Received Wednesday 11 August 2021, a holiday: 12–13=1–2 16=3 [17] 18–20=4–6 23–27=7–11 30–31=12–13; the
# fourteenth working day is Wednesday 1 September.
def test_c203_counts_from_the_receipt_of_the_answer_where_the_register_says_it() -> None:
    received = evolve(HEARD, answer_received_on=date(2021, 8, 11))
    in_time, late = (
        judged(disputed(received, evolve(DISPUTED, filed=Period.of(day))), "C203")
        for day in (date(2021, 9, 1), date(2021, 9, 2))
    )
    assert status(in_time, "C203") is Status.PASSED
    (finding,) = late.findings
    assert finding.expected == date(2021, 9, 1)
    assert "diterima pemohon, 11 Agustus 2021" in late.message(finding)
    assert "dengan anggapan" not in late.message(finding)


@pytest.mark.parametrize(
    ("received", "since"),
    [
        (date(2021, 8, 6), "sejak tanggal surat tanggapan atasan PPID, 9 Agustus 2021"),
        (date(2021, 8, 9), "diterima pemohon, 9 Agustus 2021"),
    ],
)
def test_c203_counts_from_a_receipt_that_is_not_before_the_answer(received: date, since: str) -> None:
    heard = evolve(HEARD, answer_received_on=received)
    checked = judged(disputed(heard, evolve(DISPUTED, filed=Period(2021, 9, 1))), "C203")
    (finding,) = checked.findings
    assert finding.expected == date(2021, 8, 31)
    assert since in checked.message(finding)


@pytest.mark.parametrize("day", [date(2021, 8, 9), date(2021, 8, 31)])
def test_c203_passes_the_first_and_the_last_day_after_the_answer(day: date) -> None:
    year = disputed(HEARD, evolve(DISPUTED, filed=Period.of(day)))
    assert status(judged(year, "C203"), "C203") is Status.PASSED


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 9, 15), date(2021, 9, 16)),
        (date(2021, 10, 5), None),
        (date(2021, 10, 6), date(2021, 10, 5)),
        (date(2021, 10, 12), None),
        (date(2021, 11, 2), None),
        (date(2021, 11, 3), date(2021, 11, 2)),
    ],
)
def test_c203_takes_both_times_where_the_answer_came_after_its_last_day(
    day: date, expected: date | None
) -> None:
    year = disputed(HEARD_LATE, evolve(DISPUTED, filed=Period.of(day)))
    found = [finding.expected for finding in judged(year, "C203").findings]
    assert found == ([] if expected is None else [expected])


def test_c203_tells_that_the_time_after_silence_is_over_though_that_of_a_later_answer_has_not_begun() -> None:
    heard = evolve(HEARD, answered_on=date(2021, 12, 1))
    checked = judged(disputed(heard, evolve(DISPUTED, filed=Period(2021, 11, 3))), "C203")

    (finding,) = checked.findings
    assert finding.expected == date(2021, 10, 5)
    assert "lewat batas waktu" in checked.message(finding)


def test_c203_fires_on_a_dispute_that_names_only_its_request() -> None:
    dispute = evolve(DISPUTED, objection_number="", request_number="1", filed=Period(2021, 9, 1))
    (finding,) = judged(disputed(HEARD, dispute), "C203").findings
    assert finding.expected == date(2021, 8, 31)


@pytest.mark.parametrize(
    "year",
    [
        EMPTY,
        disputed(UNHEARD, evolve(DISPUTED, objection_number="K9")),
        disputed(UNHEARD, evolve(DISPUTED, filed=None)),
        disputed(UNHEARD, evolve(DISPUTED, filed=Period(2021, 9))),
        disputed(evolve(OBJECTED, answer=ACCEPTED)),
        disputed(evolve(UNHEARD, period=None)),
        disputed(
            evolve(UNHEARD, period=Period(2011, 8, 2), opening=2011),
            evolve(DISPUTED, filed=Period(2011, 9, 1), opening=2011),
        ),
    ],
)
def test_c203_is_not_applicable_where_no_time_is_certain(year: ServiceYear) -> None:
    run = judged(year, "C203").run("C203")
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel sengketa, kolom tanggal" in run.reason.id


# 6 September 2021 is day zero: the fourteenth working day is 24 September.
DECIDED = Dispute(number="S1", decision_received_on=date(2021, 9, 6))


def sued(day: date | None, dispute: Dispute = DECIDED) -> ServiceYear:
    return evolve(EMPTY, disputes=(dispute,), suits=(CourtCase(dispute_number="S1", filed_on=day),))


def test_c204_fires_the_day_after_the_last() -> None:
    checked = judged(sued(date(2021, 9, 27)), "C204")
    (finding,) = checked.findings
    assert (finding.provided, finding.expected) == (date(2021, 9, 27), date(2021, 9, 24))
    assert checked.message(finding).endswith(
        "Salinan putusan Komisi Informasi diterima 6 September 2021. Gugatan diajukan 27 September 2021,"
        " batasnya 24 September 2021 (PERMA 2/2011 Pasal 4 ayat (2)). tanggal_pernyataan belum dicatat."
    )
    assert basis(finding) == ["PERMA 2/2011 Pasal 4 ayat (2)"]


@pytest.mark.parametrize(
    ("statement", "filed", "provided", "law"),
    [
        (date(2021, 9, 27), date(2021, 9, 24), date(2021, 9, 27), "UU 14/2008 Pasal 48 ayat (1)"),
        (date(2021, 9, 27), None, date(2021, 9, 27), "UU 14/2008 Pasal 48 ayat (1)"),
        (date(2021, 9, 24), date(2021, 9, 28), date(2021, 9, 28), "PERMA 2/2011 Pasal 4 ayat (2)"),
    ],
)
def test_c204_fires_on_the_statement_by_the_act_and_on_the_filing_by_the_rule_of_the_court(
    statement: date, filed: date | None, provided: date, law: str
) -> None:
    year = sued(filed)
    suit = CourtCase(dispute_number="S1", filed_on=filed, statement_on=statement)
    (finding,) = judged(evolve(year, suits=(suit,)), "C204").findings
    assert (finding.provided, finding.expected, basis(finding)) == (provided, date(2021, 9, 24), [law])


def test_c204_fires_counted_from_the_stage_of_adjudication_where_there_are_stages() -> None:
    stages = (
        Stage(kind=StageKind.MEDIATION, received_on=date(2021, 9, 20)),
        Stage(kind=StageKind.ADJUDICATION, received_on=date(2021, 9, 6)),
    )
    (finding,) = judged(sued(date(2021, 9, 27), Dispute(number="S1", stages=stages)), "C204").findings
    assert finding.facts["received"] == date(2021, 9, 6)


def test_c204_passes_the_last_day() -> None:
    assert status(judged(sued(date(2021, 9, 24)), "C204"), "C204") is Status.PASSED


@pytest.mark.parametrize(
    "year",
    [
        EMPTY,
        sued(None),
        sued(date(2021, 9, 27), Dispute(number="S1")),
        sued(date(2021, 9, 27), evolve(DECIDED, number="S2")),
        sued(date(2021, 9, 27), evolve(DECIDED, decision_received_on=date(1999, 9, 6))),
    ],
)
def test_c204_is_not_applicable_without_the_receipt_of_a_decision(year: ServiceYear) -> None:
    run = judged(year, "C204").run("C204")
    assert run.status is Status.NOT_APPLICABLE
    assert "tanggal_terima_putusan" in run.reason.id


def cassation(received: date | None, day: date | None) -> ServiceYear:
    return evolve(EMPTY, suits=(CourtCase(received_on=received, cassation_on=day),))


# By the act in calendar days, by the court's rule in working days: 2–5=1–4 8–12=5–9 15–19 November=10–14;
# 14–18=1–5 21–23=6–8 [24] [25] 28–30 December=9–11 [31] [1] 4–6 January=12–14.
@pytest.mark.parametrize(
    ("received", "by_act", "last"),
    [
        (date(2021, 11, 1), "15 November 2021", date(2021, 11, 19)),
        (date(2020, 12, 11), "25 Desember 2020", date(2021, 1, 6)),
    ],
    ids=["ordinary", "ends on Christmas Day by the act"],
)
def test_c205_fires_only_after_the_later_of_both_days_and_shows_both(
    received: date, by_act: str, last: date
) -> None:
    late = date.fromordinal(last.toordinal() + 1)
    checked = judged(cassation(received, late), "C205")
    (finding,) = checked.findings
    assert (finding.provided, finding.expected) == (late, last)
    assert basis(finding) == ["UU 14/2008 Pasal 50", "PERMA 2/2011 Pasal 9 ayat (2)"]
    assert f"Batasnya {by_act} menurut undang-undang dan" in checked.message(finding)
    assert f"yang aman {by_act}" in checked.message(finding)
    for day in (last, finding.facts["by_act"]):
        assert isinstance(day, date)
        assert status(judged(cassation(received, day), "C205"), "C205") is Status.PASSED


def test_c205_names_the_day_from_pronouncement_as_the_safe_one_where_it_is_earlier() -> None:
    suit = CourtCase(
        decided_on=date(2021, 10, 11), received_on=date(2021, 11, 1), cassation_on=date(2021, 11, 22)
    )
    checked = judged(evolve(EMPTY, suits=(suit,)), "C205")
    # 12–15=1–4 18–19=5–6 [20] 21–22=7–8 25–29 October=9–13, 1 November=14.
    assert "yang aman 1 November 2021" in checked.message(checked.findings[0])


def test_c205_asks_nothing_of_a_suit_of_another_year_nor_of_one_that_counts_none() -> None:
    suit = CourtCase(received_on=date(2021, 11, 1), cassation_on=date(2021, 12, 1))
    assert status(judged(evolve(EMPTY, suits=(suit,)), "C205"), "C205") is Status.FOUND
    for other in (evolve(suit, filed_on=date(2019, 11, 1)), evolve(suit, count=0)):
        assert status(judged(evolve(EMPTY, suits=(other,)), "C205"), "C205") is Status.NOT_APPLICABLE


def test_c205_passes_the_day_of_the_receipt() -> None:
    year = cassation(date(2021, 11, 1), date(2021, 11, 1))
    assert status(judged(year, "C205"), "C205") is Status.PASSED


@pytest.mark.parametrize(
    "year",
    [
        EMPTY,
        cassation(None, date(2021, 11, 16)),
        cassation(date(2021, 11, 1), None),
        cassation(date.max, date.max),
        cassation(date(2001, 1, 1), date(2021, 1, 1)),
    ],
)
def test_c205_is_not_applicable_without_both_days(year: ServiceYear) -> None:
    run = judged(year, "C205").run("C205")
    assert run.status is Status.NOT_APPLICABLE
    assert "tanggal_kasasi" in run.reason.id


RECEIVED = Dispute(received_on=date(2021, 9, 6))
MEDIATED = Dispute(
    first_session_on=date(2021, 9, 6), stages=(Stage(kind=StageKind.MEDIATION),), decided_on=date(2021, 10, 5)
)


@pytest.mark.parametrize(
    ("dispute", "expected", "said"),
    [
        (
            evolve(RECEIVED, first_session_on=date(2021, 9, 27)),
            date(2021, 9, 24),
            "Komisi Informasi mulai mengupayakan penyelesaian sengketa: 27 September 2021",
        ),
        (
            evolve(
                RECEIVED, stages=(Stage(kind=StageKind.ADJUDICATION, opened_on=date(2021, 9, 27)),), count=2
            ),
            date(2021, 9, 24),
            "Komisi Informasi mulai",
        ),
        (
            evolve(RECEIVED, decided_on=date(2022, 1, 26)),
            date(2022, 1, 25),
            "Penyelesaian sengketa oleh Komisi Informasi: 26 Januari 2022",
        ),
        (
            evolve(RECEIVED, result=Coded(DisputeResult.PENDING)),
            date(2022, 1, 25),
            "Penyelesaian sengketa oleh Komisi Informasi: belum per 26 Januari 2022",
        ),
        (
            evolve(MEDIATED, decided_on=date(2021, 10, 6)),
            date(2021, 10, 5),
            "Penyelesaian sengketa melalui mediasi: 6 Oktober 2021",
        ),
    ],
)
def test_c206_fires_on_what_the_commission_did_after_its_time(
    dispute: Dispute, expected: date, said: str
) -> None:
    checked = judged(evolve(EMPTY, disputes=(dispute,)), "C206", as_of=date(2022, 1, 26))
    (finding,) = checked.findings
    assert (finding.expected, finding.severity) == (expected, Severity.INFO)
    assert finding.affected == dispute.count
    assert said in checked.message(finding)
    # Pasal 38(1) names the first day, Pasal 41 too; only of the end does no text say it.
    assert ("dipakai hari" in checked.message(finding)) == ("Penyelesaian sengketa oleh" in said)


@pytest.mark.parametrize(
    ("dispute", "said"),
    [
        (RECEIVED, "penerimaan di Komisi Informasi 6 September 2021"),
        (Dispute(registered_on=date(2021, 9, 6)), "registrasi 6 September 2021, karena hari penerimaan"),
        (Dispute(filed=Period(2021, 9, 6)), "pengajuan 6 September 2021, karena hari penerimaan"),
    ],
)
def test_c206_fires_counted_from_the_receipt_else_the_registration_else_the_filing(
    dispute: Dispute, said: str
) -> None:
    year = evolve(EMPTY, disputes=(evolve(dispute, first_session_on=date(2021, 9, 27)),))
    checked = judged(year, "C206")
    assert [said in checked.message(finding) for finding in checked.findings] == [True]


@pytest.mark.parametrize(
    "dispute",
    [
        evolve(RECEIVED, first_session_on=date(2021, 9, 24), decided_on=date(2022, 1, 25)),
        evolve(RECEIVED, result=Coded(DisputeResult.INTERIM), decided_on=date(2022, 1, 26)),
        MEDIATED,
    ],
)
def test_c206_passes_the_last_day_and_a_mediation_that_may_have_been_extended(dispute: Dispute) -> None:
    checked = judged(evolve(EMPTY, disputes=(dispute,)), "C206", as_of=date(2022, 1, 25))
    assert status(checked, "C206") is Status.PASSED


@pytest.mark.parametrize(
    "dispute",
    [
        RECEIVED,
        Dispute(decided_on=date(2022, 1, 26)),
        evolve(RECEIVED, result=Coded(DisputeResult.WITHDRAWN)),
        Dispute(filed=Period(2021, 9), first_session_on=date(2021, 9, 27)),
        Dispute(
            stages=(Stage(kind=StageKind.MEDIATION), Stage(kind=StageKind.ADJUDICATION)),
            first_session_on=date(2021, 9, 6),
        ),
        evolve(RECEIVED, received_on=date(1999, 9, 6), decided_on=date(2022, 1, 26)),
    ],
)
def test_c206_is_not_applicable_where_no_time_is_certain(dispute: Dispute) -> None:
    run = judged(evolve(EMPTY, disputes=(dispute,)), "C206").run("C206")
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel sengketa, kolom tanggal_diterima" in run.reason.id


def test_c206_passes_what_the_commission_did_well_before_its_last_day() -> None:
    early = evolve(RECEIVED, first_session_on=date(2021, 9, 13))
    checked = judged(evolve(EMPTY, disputes=(early,)), "C206", as_of=date(2021, 9, 30))
    assert status(checked, "C206") is Status.PASSED
