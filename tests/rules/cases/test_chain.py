"""C401–C404: the numbers fit along the chain, and no case is recorded twice."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.model import (
    Aggregate,
    Coded,
    CountUnit,
    CourtCase,
    Dimension,
    Dispute,
    DisputeResult,
    Objection,
    ObjectionGround,
    Outcome,
    Period,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.rules import Checked, Severity, Status
from ppid_core.testing.judgement import judged

EMPTY = ServiceYear(period=ReportingPeriod(2021))
GRANTED = Request(
    number="G", count=9, outcome=Outcome.GRANTED, period=Period(2021, 3, 1), notice_on=date(2021, 3, 4)
)
REFUSED = evolve(GRANTED, number="T", count=2, outcome=Outcome.REFUSED)


def objected(ground: ObjectionGround | None, count: int) -> Objection:
    return Objection(ground=None if ground is None else Coded(ground), count=count)


def line(register: Register, count: int, dimension: Dimension | None = None, category: str = "") -> Aggregate:
    return Aggregate(register=register, dimension=dimension, category=category, count=count)


def found(checked: Checked) -> list[tuple[str, object, object]]:
    return [(finding.subject, finding.provided, finding.expected) for finding in checked.findings]


def c401(*objections: Objection, requests: tuple[Request, ...] = (GRANTED, REFUSED)) -> Checked:
    return judged(evolve(EMPTY, requests=requests, objections=objections), "C401")


@pytest.mark.parametrize(
    ("objections", "subject", "provided", "expected"),
    [
        ((objected(None, 3),), "objections.total", 3, 2),
        ((objected(ObjectionGround.A, 3),), "objections.by_ground.ground_a", 3, 2),
        ((objected(ObjectionGround.C, 1),), "objections.by_ground.ground_c", 1, 0),
        ((objected(ObjectionGround.G, 1),), "objections.by_ground.ground_g", 1, 0),
        ((objected(ObjectionGround.A, 2), objected(ObjectionGround.OTHER, 1)), "objections.total", 3, 2),
        ((objected(ObjectionGround.D, 12),), "objections.total", 12, 11),
    ],
)
def test_c401_fires_where_objections_are_more_than_the_requests_they_can_be_about(
    objections: tuple[Objection, ...], subject: str, provided: int, expected: int
) -> None:
    checked = c401(*objections)
    assert found(checked) == [(subject, provided, expected)]
    assert checked.findings[0].severity is Severity.WARNING
    assert [basis.id for basis in checked.findings[0].basis] == ["UU 14/2008 Pasal 35 ayat (1)"]


def test_c401_fires_with_both_numbers_and_says_how_to_mark_cases_of_last_year() -> None:
    checked = c401(objected(None, 3), objected(ObjectionGround.B, 5), objected(ObjectionGround.D, 1))
    (finding,) = checked.findings
    assert checked.message(finding) == (
        "Keberatan di luar huruf b, d, e, dan f: 3; permohonan yang ditolak, dikabulkan sebagian, tidak"
        " dikuasai, tidak dijawab, atau dijawab lewat batas waktu: paling banyak 2 (selisih 1)."
    )
    assert "bawaan atau permohonan_lalu" in checked.mend(finding)


@pytest.mark.parametrize(
    ("count", "request_"),
    [
        (2, Request(count=2, outcome=Outcome.PARTLY_GRANTED)),
        (2, Request(count=2, outcome=Outcome.NOT_HELD)),
        (2, Request(count=2, outcome=Outcome.UNANSWERED)),
        (2, Request(count=2, outcome=Outcome.GRANTED, working_days=30)),
        (2, Request(count=2, period=Period(2021, 3, 1), outcome=Outcome.PENDING)),
        (2, Request(count=2, opening=2020, outcome=Outcome.REFUSED, period=Period(2020, 12, 28))),
    ],
)
def test_c401_passes_where_that_many_requests_were_refused_unanswered_or_late(
    count: int, request_: Request
) -> None:
    assert c401(objected(None, count), requests=(request_,)).run("C401").status is Status.PASSED
    assert found(c401(objected(None, count + 1), requests=(request_,))) == [
        ("objections.total", count + 1, count)
    ]


@pytest.mark.parametrize(
    "objection",
    [
        evolve(objected(None, 9), opening=2020),
        evolve(objected(None, 9), earlier_request_number="P-7"),
        evolve(objected(None, 9), period=Period(2020, 5)),
        objected(ObjectionGround.B, 99),
        objected(ObjectionGround.D, 11),
        objected(ObjectionGround.F, 11),
        objected(None, 0),
    ],
)
def test_c401_passes_objections_of_last_year_and_those_that_need_no_refusal(objection: Objection) -> None:
    assert c401(objection).run("C401").status is Status.PASSED


def test_c401_passes_an_objection_about_a_request_of_last_years_report() -> None:
    previous = ServiceYear(period=ReportingPeriod(2020), requests=(Request(number="P-7"),))
    objection = Objection(request_number="P-7", ground=Coded(ObjectionGround.C))
    year = evolve(EMPTY, requests=(GRANTED,), objections=(objection,))
    assert found(judged(year, "C401")) == [("objections.by_ground.ground_c", 1, 0)]
    assert judged(year, "C401", previous=previous).run("C401").status is Status.PASSED

    with_another = evolve(year, objections=(objection, objected(ObjectionGround.C, 1)))
    assert found(judged(with_another, "C401", previous=previous)) == [("objections.by_ground.ground_c", 1, 0)]


def test_c401_passes_a_letter_without_wording_and_no_objection_at_all() -> None:
    assert c401(Objection(ground_letter="A", count=2)).run("C401").status is Status.PASSED
    assert c401().run("C401").status is Status.PASSED


def test_c401_fires_on_aggregate_lines() -> None:
    lines = (
        line(Register.REQUESTS, 10),
        line(Register.REQUESTS, 8, Dimension.OUTCOME, "granted"),
        line(Register.REQUESTS, 2, Dimension.OUTCOME, "refused"),
        line(Register.REQUESTS, 10, Dimension.TIME, "0-10"),
        line(Register.OBJECTIONS, 4),
        line(Register.OBJECTIONS, 3, Dimension.GROUND, "ground_a"),
    )
    assert found(judged(evolve(EMPTY, aggregates=lines), "C401")) == [("objections.by_ground.ground_a", 3, 2)]
    without_ground = lines[:-1]
    assert found(judged(evolve(EMPTY, aggregates=without_ground), "C401")) == [("objections.total", 4, 2)]


@pytest.mark.parametrize(("count", "status"), [(1, Status.PASSED), (2, Status.PASSED), (3, Status.FOUND)])
def test_c401_passes_up_to_as_many_as_were_surely_refused(count: int, status: Status) -> None:
    assert c401(objected(None, count)).run("C401").status is status


@pytest.mark.parametrize(
    ("count", "status"),
    [(2, Status.PASSED), (3, Status.NOT_APPLICABLE), (5, Status.NOT_APPLICABLE), (6, Status.FOUND)],
)
def test_c401_adds_what_lines_of_time_leave_open_to_what_was_never_answered(
    count: int, status: Status
) -> None:
    """Of ten requests two were not answered, and of three nobody says that they were answered in time."""
    lines = (
        line(Register.REQUESTS, 10),
        line(Register.REQUESTS, 8, Dimension.OUTCOME, "granted"),
        line(Register.REQUESTS, 2, Dimension.OUTCOME, "unanswered"),
        line(Register.REQUESTS, 7, Dimension.TIME, "0-10"),
        line(Register.OBJECTIONS, count),
        line(Register.OBJECTIONS, count, Dimension.GROUND, "ground_c"),
    )
    assert judged(evolve(EMPTY, aggregates=lines), "C401").run("C401").status is status


@pytest.mark.parametrize(("count", "is_told"), [(3, False), (4, True)])
def test_c401_takes_no_request_for_one_in_time_where_no_line_names_that_class(
    count: int, *, is_told: bool
) -> None:
    lines = (
        line(Register.REQUESTS, 3),
        line(Register.REQUESTS, 3, Dimension.OUTCOME, "granted"),
        line(Register.REQUESTS, 3, Dimension.TIME, "11-17"),
        line(Register.OBJECTIONS, count),
        line(Register.OBJECTIONS, count, Dimension.GROUND, "ground_g"),
    )
    assert bool(judged(evolve(EMPTY, aggregates=lines), "C401").findings) is is_told


@pytest.mark.parametrize(("count", "status"), [(8, Status.NOT_APPLICABLE), (9, Status.FOUND)])
def test_c401_takes_what_no_line_names_for_refused_at_most(count: int, status: Status) -> None:
    """Of ten requests three were refused and two granted, and of five nobody says what became of them."""
    lines = (
        line(Register.REQUESTS, 10),
        line(Register.REQUESTS, 3, Dimension.OUTCOME, "refused"),
        line(Register.REQUESTS, 2, Dimension.OUTCOME, "granted"),
        line(Register.OBJECTIONS, count),
        line(Register.OBJECTIONS, count, Dimension.GROUND, "ground_a"),
    )
    assert judged(evolve(EMPTY, aggregates=lines), "C401").run("C401").status is status


@pytest.mark.parametrize(("count", "status"), [(7, Status.NOT_APPLICABLE), (8, Status.FOUND)])
def test_c401_takes_what_is_only_said_to_be_answered_for_refused_at_most(count: int, status: Status) -> None:
    """Of ten requests three were refused, three granted, and four answered in some way."""
    lines = (
        line(Register.REQUESTS, 10),
        line(Register.REQUESTS, 3, Dimension.OUTCOME, "refused"),
        line(Register.REQUESTS, 3, Dimension.OUTCOME, "granted"),
        line(Register.REQUESTS, 4, Dimension.OUTCOME, "answered"),
        line(Register.OBJECTIONS, count),
        line(Register.OBJECTIONS, count, Dimension.GROUND, "ground_a"),
    )
    assert judged(evolve(EMPTY, aggregates=lines), "C401").run("C401").status is status


def test_c401_passes_lines_that_leave_enough_possible() -> None:
    lines = (
        line(Register.REQUESTS, 10),
        line(Register.REQUESTS, 4, Dimension.OUTCOME, "refused"),
        line(Register.OBJECTIONS, 4),
    )
    assert judged(evolve(EMPTY, aggregates=lines), "C401").run("C401").status is Status.PASSED


@pytest.mark.parametrize(
    ("year", "table"),
    [
        (evolve(EMPTY, requests=(REFUSED,)), "tabel keberatan atau rekap"),
        (evolve(EMPTY, objections=(objected(None, 3),)), "tabel permohonan atau rekap"),
        (
            evolve(
                EMPTY,
                requests=(Request(count=9, unit=CountUnit.APPLICANT, outcome=Outcome.GRANTED),),
                objections=(objected(None, 10),),
            ),
            "kolom jumlah_pemohon",
        ),
        (
            evolve(EMPTY, requests=(Request(count=9),), objections=(objected(None, 3),)),
            "tabel permohonan, kolom keputusan",
        ),
        (
            evolve(
                EMPTY,
                aggregates=(line(Register.REQUESTS, 9), line(Register.OBJECTIONS, 3)),
            ),
            "tabel permohonan, kolom keputusan",
        ),
    ],
)
def test_c401_is_not_applicable_where_too_little_is_recorded_and_names_the_table(
    year: ServiceYear, table: str
) -> None:
    run = judged(year, "C401").run("C401")
    assert run.status is Status.NOT_APPLICABLE
    assert table in run.reason.id


@pytest.mark.parametrize(
    "request_",
    [
        Request(count=9, outcome=Outcome.GRANTED, period=Period(2021, 3, 1)),
        Request(count=9, period=Period(2021, 3, 1)),
    ],
    ids=["no day of the notice", "neither outcome nor notice"],
)
def test_c401_leaves_open_whether_an_answer_was_late_whose_day_nobody_wrote_down(request_: Request) -> None:
    kept = evolve(GRANTED, count=1)
    checked = c401(objected(ObjectionGround.C, 3), requests=(request_, kept))
    assert checked.run("C401").status is Status.NOT_APPLICABLE


def test_c401_fires_beyond_all_requests_even_where_outcomes_are_not_recorded() -> None:
    assert found(c401(objected(None, 10), requests=(Request(count=9),))) == [("objections.total", 10, 9)]


@pytest.mark.parametrize(
    "year",
    [
        evolve(EMPTY, objections=(Objection(count=1),), disputes=(Dispute(count=2),)),
        evolve(EMPTY, aggregates=(line(Register.OBJECTIONS, 1), line(Register.DISPUTES, 2))),
        evolve(EMPTY, objections=(), disputes=(Dispute(count=2),)),
    ],
)
def test_c402_fires_where_disputes_are_more_than_objections(year: ServiceYear) -> None:
    ((subject, provided, _),) = found(judged(year, "C402"))
    assert (subject, provided) == ("disputes.total", 2)


def test_c402_fires_with_both_numbers_and_says_how_to_record_an_objection_of_last_year() -> None:
    checked = judged(evolve(EMPTY, objections=(Objection(),), disputes=(Dispute(count=2),)), "C402")
    (finding,) = checked.findings
    assert checked.message(finding) == "Sengketa: 2; keberatan: paling banyak 1 (selisih 1)."
    assert "bawaan" in checked.mend(finding)


@pytest.mark.parametrize(
    ("objections", "dispute"),
    [
        ((Objection(count=2),), Dispute(count=2)),
        ((Objection(count=1), Objection(opening=2020)), Dispute(count=2)),
        ((Objection(earlier_request_number="P-7", count=2),), Dispute(count=2)),
        ((), Dispute(count=2, opening=2020)),
        ((), Dispute(count=2, filed=Period(2020, 3))),
    ],
)
def test_c402_passes_disputes_of_last_year_and_objections_carried_over(
    objections: tuple[Objection, ...], dispute: Dispute
) -> None:
    year = evolve(EMPTY, objections=objections, disputes=(dispute,))
    assert judged(year, "C402").run("C402").status is Status.PASSED


def test_c402_passes_a_dispute_about_an_objection_of_last_years_report() -> None:
    previous = ServiceYear(period=ReportingPeriod(2020), objections=(Objection(number="K-7"),))
    year = evolve(
        EMPTY, objections=(Objection(number="K-1", count=0),), disputes=(Dispute(objection_number="K-7"),)
    )
    assert found(judged(year, "C402")) == [("disputes.total", 1, 0)]
    assert judged(year, "C402", previous=previous).run("C402").status is Status.PASSED


@pytest.mark.parametrize(
    ("year", "table"),
    [
        (evolve(EMPTY, disputes=(Dispute(),)), "tabel keberatan atau rekap"),
        (evolve(EMPTY, objections=(Objection(),)), "tabel sengketa atau rekap"),
    ],
)
def test_c402_is_not_applicable_where_either_is_not_recorded(year: ServiceYear, table: str) -> None:
    run = judged(year, "C402").run("C402")
    assert run.status is Status.NOT_APPLICABLE
    assert table in run.reason.id


def ended(result: DisputeResult | None, count: int = 1, opening: int | None = None) -> Dispute:
    return Dispute(result=None if result is None else Coded(result), count=count, opening=opening)


def c403(suits: int, *disputes: Dispute) -> Checked:
    return judged(evolve(EMPTY, disputes=disputes, suits=(CourtCase(count=suits),)), "C403")


@pytest.mark.parametrize("result", [DisputeResult.MEDIATED, DisputeResult.WITHDRAWN, DisputeResult.PENDING])
def test_c403_fires_where_suits_are_more_than_decisions(result: DisputeResult) -> None:
    checked = c403(2, ended(DisputeResult.REJECTED), ended(result, 5))
    assert found(checked) == [("suits.total", 2, 1)]
    assert checked.message(checked.findings[0]) == (
        "Gugatan: 2; sengketa yang diputus ajudikasi: paling banyak 1 (selisih 1)."
    )


def test_c403_fires_on_aggregate_lines() -> None:
    lines = (
        line(Register.DISPUTES, 3),
        line(Register.DISPUTES, 3, Dimension.RESULT, "mediated"),
        line(Register.SUITS, 1),
    )
    assert found(judged(evolve(EMPTY, aggregates=lines), "C403")) == [("suits.total", 1, 0)]


def test_c403_passes_decisions_of_this_year_and_carried_over() -> None:
    checked = c403(2, ended(DisputeResult.GRANTED), ended(DisputeResult.REJECTED, opening=2020))
    assert checked.run("C403").status is Status.PASSED


@pytest.mark.parametrize("result", [None, DisputeResult.DISMISSED, DisputeResult.INTERIM])
def test_c403_is_not_applicable_where_results_leave_it_open(result: DisputeResult | None) -> None:
    run = c403(1, ended(result)).run("C403")
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel sengketa, kolom hasil" in run.reason.id


@pytest.mark.parametrize(
    ("year", "table"),
    [
        (evolve(EMPTY, disputes=(Dispute(),)), "tabel gugatan atau rekap"),
        (evolve(EMPTY, suits=(CourtCase(),)), "tabel sengketa atau rekap"),
    ],
)
def test_c403_is_not_applicable_where_either_is_not_recorded(year: ServiceYear, table: str) -> None:
    run = judged(year, "C403").run("C403")
    assert run.status is Status.NOT_APPLICABLE
    assert table in run.reason.id


A, C = Coded(ObjectionGround.A), Coded(ObjectionGround.C)
TWICE = (
    Objection(number="K-1", request_number="P-1", ground=A),
    Objection(number="K-2", request_number="p-1 ", ground=A),
)


def c404(
    *objections: Objection, disputes: tuple[Dispute, ...] = (), requests: tuple[Request, ...] = ()
) -> Checked:
    return judged(evolve(EMPTY, requests=requests, objections=objections, disputes=disputes), "C404")


def test_c404_fires_on_two_objections_to_one_request_on_one_ground() -> None:
    checked = c404(*TWICE)
    (finding,) = checked.findings
    assert (finding.subject, finding.severity) == ("objection:K-2", Severity.WARNING)
    assert checked.message(finding) == (
        "Keberatan K-2 – Keberatan atas permohonan p-1 dengan alasan yang sama (huruf a) sudah tercatat di"
        " baris lain."
    )


CARRIED = tuple(evolve(row, opening=2020) for row in TWICE)


@pytest.mark.parametrize(("older", "is_one"), [(0, True), (1, True), (2, False)])
def test_c404_looks_for_the_request_of_objections_carried_over_among_those_carried_over(
    older: int, *, is_one: bool
) -> None:
    requests = (*(Request(number="P-1"),) * 2, *(Request(number="P-1", opening=2020),) * older)
    assert bool(c404(*CARRIED, requests=requests).findings) is is_one


@pytest.mark.parametrize(
    ("subject", "disputes"),
    [
        (
            "dispute:S-2",
            (Dispute(number="S-1", objection_number="K-1"), Dispute(number="S-2", objection_number="K-1")),
        ),
        ("dispute:#2", (Dispute(objection_number="K-1"), Dispute(request_number="P-1"))),
        ("dispute:#2", (Dispute(objection_number="K-9"), Dispute(objection_number="k-9"))),
        *(
            ("dispute:#2", (evolve(ended(result), objection_number="K-1"), Dispute(objection_number="K-1")))
            for result in DisputeResult
            if result is not DisputeResult.DISMISSED
        ),
    ],
)
def test_c404_fires_on_two_disputes_of_one_objection(subject: str, disputes: tuple[Dispute, ...]) -> None:
    checked = c404(TWICE[0], disputes=disputes)
    assert [finding.subject for finding in checked.findings] == [subject]
    assert "Sengketa atas keberatan" in checked.message(checked.findings[0])


@pytest.mark.parametrize(
    ("objections", "disputes", "requests"),
    [
        ((TWICE[0], evolve(TWICE[1], ground=C)), (), ()),
        ((TWICE[0], evolve(TWICE[1], request_number="P-2")), (), ()),
        ((TWICE[0], evolve(TWICE[1], count=3)), (), ()),
        ((TWICE[0], evolve(TWICE[1], opening=2020)), (), ()),
        ((TWICE[0], evolve(TWICE[1], request_number="", earlier_request_number="P-1")), (), ()),
        ((TWICE[0], evolve(TWICE[1], number="K-1")), (), ()),
        ((*TWICE, evolve(TWICE[0], request_number="P-3")), (), (Request(number="P-1", count=7),)),
        (
            (*TWICE, evolve(TWICE[0], request_number="P-3")),
            (),
            (Request(number="P-1"), Request(number="P-1", opening=2020)),
        ),
        (
            (*TWICE, evolve(TWICE[0], request_number="P-3")),
            (),
            (Request(number="P-1"), Request(number="P-1", count=0)),
        ),
        (
            (TWICE[0],),
            (
                Dispute(objection_number="K-1", result=Coded(DisputeResult.DISMISSED)),
                Dispute(objection_number="K-1"),
            ),
            (),
        ),
    ],
)
def test_c404_passes_what_is_another_case_or_cannot_be_told(
    objections: tuple[Objection, ...], disputes: tuple[Dispute, ...], requests: tuple[Request, ...]
) -> None:
    checked = c404(*objections, disputes=disputes, requests=requests)
    assert checked.run("C404").status is Status.PASSED


@pytest.mark.parametrize(
    "year",
    [
        EMPTY,
        evolve(EMPTY, objections=(Objection(request_number="P-1"), Objection(ground=A))),
        evolve(EMPTY, objections=(), disputes=(Dispute(),)),
    ],
)
def test_c404_is_not_applicable_where_nothing_says_what_it_is_about(year: ServiceYear) -> None:
    run = judged(year, "C404").run("C404")
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel keberatan" in run.reason.id
