"""L103: each required content, told and not told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from ppid_core.intake import from_rows, load
from ppid_core.law import Lawbook
from ppid_core.model import (
    Aggregate,
    Budget,
    BudgetLine,
    Coded,
    Constraint,
    ConstraintKind,
    CourtCase,
    Dimension,
    Dispute,
    DisputeResult,
    Facility,
    Measure,
    Narrative,
    Objection,
    ObjectionAnswer,
    Outcome,
    Passage,
    Recommendation,
    RefusalReason,
    Register,
    Regulation,
    ReportingPeriod,
    Request,
    Service,
    ServiceYear,
    Staff,
    StatedFigure,
    UnreadCell,
)
from ppid_core.rules import Evidence, Status
from ppid_core.rules.legal.required_contents import tellings
from ppid_core.source import Source
from ppid_core.summary import summarize
from ppid_core.testing.judgement import judged
from ppid_core.workdays import WorkdayCalendar

NOTHING = ServiceYear(period=ReportingPeriod(2021))
FULL = ServiceYear(
    period=ReportingPeriod(2021),
    narrative=Narrative(
        passages=(Passage(part="kebijakan", text="…"),),
        constraints=(
            Constraint(text="…", kind=ConstraintKind.INTERNAL),
            Constraint(text="…", kind=ConstraintKind.EXTERNAL),
        ),
        recommendations=(Recommendation(text="…", follow_up="…"),),
    ),
    service=Service(
        facilities=(Facility(name="Meja", condition="baik"),), staff=(Staff(count=1, qualification="S1"),)
    ),
    budget=Budget(lines=(BudgetLine(allocated=Decimal(9), realised=Decimal(8)),)),
    requests=(
        Request(outcome=Outcome.REFUSED, reason=Coded(RefusalReason.NOT_HELD), working_days=4),
        Request(outcome=Outcome.GRANTED, working_days=6),
    ),
    objections=(Objection(answer=Coded(ObjectionAnswer.ACCEPTED), execution="diberikan"),),
    disputes=(Dispute(result=Coded(DisputeResult.GRANTED), execution="diberikan"),),
    suits=(CourtCase(decision="dikabulkan", execution="diberikan"),),
)
UNCOUNTED = (Request(count=3),)


def missing(year: ServiceYear) -> set[str]:
    return {finding.subject.removeprefix("content:") for finding in judged(year, "L103").findings}


def test_l103_passes_a_report_in_which_everything_is_told() -> None:
    assert judged(FULL, "L103").run("L103").status is Status.PASSED


def test_l103_fires_for_each_whole_where_nothing_is_told_and_for_no_part() -> None:
    assert missing(NOTHING) == {
        *("policy", "facilities", "staff", "budget", "requests", "objections", "disputes"),
        *("constraints", "recommendations"),
    }


def test_plan_may_stand_in_the_words_of_its_chapter() -> None:
    """A report may recommend its very plan in one list, as that of Kota Serang 2020 does: nobody can tell."""
    passage = Passage(
        part="rekomendasi", text="Hal-hal berikut direkomendasikan sebagai rencana tindak lanjut."
    )
    told = evolve(FULL.narrative, recommendations=(Recommendation(text="…"),))

    told = evolve(told, passages=(*told.passages, passage))

    assert judged(evolve(FULL, narrative=told), "L103").findings == ()


@pytest.mark.parametrize(
    ("slug", "year"),
    [
        ("policy", evolve(FULL, narrative=evolve(FULL.narrative, passages=()))),
        *(
            (
                f"constraints_{other}",
                evolve(
                    FULL, narrative=evolve(FULL.narrative, constraints=(Constraint(text="…", kind=kind),))
                ),
            )
            for kind, other in (
                (ConstraintKind.INTERNAL, "external"),
                (ConstraintKind.EXTERNAL, "internal"),
                (None, "internal"),
            )
        ),
        (
            "follow_up",
            evolve(FULL, narrative=evolve(FULL.narrative, recommendations=(Recommendation(text="…"),))),
        ),
        (
            "facilities_condition",
            evolve(FULL, service=evolve(FULL.service, facilities=(Facility(name="Meja"),))),
        ),
        ("staff_qualifications", evolve(FULL, service=evolve(FULL.service, staff=(Staff(count=1),)))),
        ("budget", evolve(FULL, budget=Budget(lines=(BudgetLine(realised=Decimal(1)),)))),
        ("budget_use", evolve(FULL, budget=Budget(lines=(BudgetLine(allocated=Decimal(9)),)))),
        ("response_time", evolve(FULL, requests=(Request(outcome=Outcome.GRANTED),))),
        ("granted", evolve(FULL, requests=(Request(working_days=4),))),
        ("refused", evolve(FULL, requests=(Request(outcome=Outcome.ANSWERED, working_days=4),))),
        ("refusal_reasons", evolve(FULL, requests=(Request(outcome=Outcome.REFUSED, working_days=4),))),
        ("objection_answers", evolve(FULL, objections=(Objection(),))),
        (
            "objection_execution",
            evolve(FULL, objections=(Objection(answer=Coded(ObjectionAnswer.ACCEPTED)),)),
        ),
        ("dispute_results", evolve(FULL, disputes=(Dispute(),))),
        ("dispute_execution", evolve(FULL, disputes=(Dispute(result=Coded(DisputeResult.MEDIATED)),))),
        ("suits", evolve(FULL, suits=NOTHING.suits)),
        ("suit_results", evolve(FULL, suits=(CourtCase(),))),
        ("suit_execution", evolve(FULL, suits=(CourtCase(decision="dikabulkan"),))),
    ],
)
def test_l103_fires_where_one_content_is_missing(slug: str, year: ServiceYear) -> None:
    assert slug in missing(year)


@pytest.mark.parametrize(
    ("slug", "year"),
    [
        ("policy", evolve(NOTHING, narrative=Narrative(regulations=(Regulation(number="Perwal 24/2011"),)))),
        ("requests", evolve(NOTHING, requests=())),
        ("response_time", evolve(NOTHING, requests=())),
        ("refusal_reasons", evolve(NOTHING, requests=(Request(outcome=Outcome.GRANTED),))),
        ("objections", evolve(NOTHING, objections=())),
        ("objection_answers", evolve(NOTHING, objections=())),
        (
            "objection_execution",
            evolve(NOTHING, objections=(Objection(answer=Coded(ObjectionAnswer.REJECTED)),)),
        ),
        ("dispute_execution", evolve(NOTHING, disputes=(Dispute(result=Coded(DisputeResult.WITHDRAWN)),))),
        ("suits", evolve(NOTHING, disputes=(Dispute(result=Coded(DisputeResult.MEDIATED)),))),
        ("suit_execution", evolve(NOTHING, suits=(CourtCase(decision="ditolak"),))),
        ("staff", evolve(NOTHING, service=Service(staff_total=7))),
        ("facilities", evolve(NOTHING, service=Service(facilities=()))),
        ("facilities_condition", evolve(NOTHING, service=Service(facilities=()))),
        ("budget", evolve(NOTHING, budget=Budget())),
    ],
)
def test_l103_passes_nihil_and_what_no_case_calls_for(slug: str, year: ServiceYear) -> None:
    assert slug not in missing(year)


@pytest.mark.parametrize("register", ["requests", "objections", "disputes", "suits"])
def test_l103_asks_nothing_of_a_register_that_is_nil(register: str) -> None:
    nil: dict[str, Any] = {register: ()}
    assert missing(evolve(FULL, **nil)) == set()


def line(dimension: Dimension | None, category: str) -> Aggregate:
    return Aggregate(register=Register.REQUESTS, dimension=dimension, category=category, count=3)


def test_l103_counts_aggregate_lines_as_told_and_a_stated_mean_as_the_time_of_no_request() -> None:
    lines = (line(None, ""), line(Dimension.OUTCOME, "granted"))
    assert {"response_time"} == missing(evolve(FULL, requests=NOTHING.requests, aggregates=lines))
    classes = (*lines, line(Dimension.TIME, "0-10"))
    assert set() == missing(evolve(FULL, requests=NOTHING.requests, aggregates=classes))
    mean = StatedFigure(measure=Measure.RESPONSE_MEAN, value=Decimal("8.48"))
    stated = evolve(FULL, requests=NOTHING.requests, aggregates=lines, stated_figures=(mean,))
    assert {"response_time"} == missing(stated)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((Request(count=72, working_days=4, outcome=Outcome.GRANTED),), None),
        (
            (
                Request(count=72, working_days=4, outcome=Outcome.GRANTED),
                Request(count=12, outcome=Outcome.GRANTED),
                Request(count=3, outcome=Outcome.WITHDRAWN),
            ),
            (
                "Isi minimum belum lengkap: waktu yang diperlukan untuk memenuhi setiap permohonan"
                " (12 dari 87 permohonan)."
            ),
        ),
        (
            (
                Request(count=72, working_days=4, outcome=Outcome.GRANTED),
                Request(count=3, outcome=Outcome.LAPSED, letter_received_on=date(2021, 9, 1)),
            ),
            None,
        ),
        (
            (
                Request(count=72, working_days=4, outcome=Outcome.GRANTED),
                Request(count=3, outcome=Outcome.LAPSED),
            ),
            (
                "Isi minimum belum lengkap: waktu yang diperlukan untuk memenuhi setiap permohonan"
                " (3 dari 75 permohonan)."
            ),
        ),
        (
            (Request(count=72, working_days=4, outcome=Outcome.GRANTED), Request(count=12)),
            (
                "Isi minimum belum lengkap: waktu yang diperlukan untuk memenuhi setiap permohonan"
                " (12 dari 84 permohonan)."
            ),
        ),
        (
            (
                Request(working_days=4, outcome=Outcome.GRANTED),
                Request(count=2, outcome=Outcome.GRANTED),
                Request(outcome=Outcome.GRANTED, unread=("working_days",)),
            ),
            (
                "Isi minimum belum lengkap: waktu yang diperlukan untuk memenuhi setiap permohonan"
                " (2 dari 4 permohonan)."
            ),
        ),
        (
            (Request(count=3, unread=("count",)), Request(outcome=Outcome.GRANTED)),
            "Isi minimum belum ada: waktu yang diperlukan untuk memenuhi setiap permohonan.",
        ),
        (
            (Request(count=84, outcome=Outcome.GRANTED),),
            (
                "Isi minimum belum ada: waktu yang diperlukan untuk memenuhi setiap permohonan (84 dari 84"
                " permohonan)."
            ),
        ),
    ],
)
def test_l103_asks_the_time_of_each_request_and_says_how_many_lack_it(
    rows: tuple[Request, ...], said: str | None
) -> None:
    checked = judged(evolve(FULL, requests=rows), "L103")
    told = [checked.message(one) for one in checked.findings if one.subject == "content:response_time"]
    assert told == ([] if said is None else [said])


def test_l103_tells_how_many_lack_their_time_though_the_cell_of_another_is_unread() -> None:
    cells = ("4", "", "empat atau lima")
    rows = [{"keputusan": "dikabulkan", "hari_kerja": cell} for cell in cells]
    intake = from_rows({"laporan": [{"kunci": "tahun", "isi": 2021}], "permohonan": rows})
    assert [problem.value for problem in intake.problems] == ["empat atau lima"]

    checked = judged(intake.year, "L103")

    told = [checked.message(one) for one in checked.findings if one.subject == "content:response_time"]
    assert ["(1 dari 3 permohonan)" in message for message in told] == [True]


def test_l103_waits_for_a_time_that_all_lack_where_a_cell_for_it_is_unread() -> None:
    unread = UnreadCell(table="permohonan", column="hari_kerja")
    year = evolve(FULL, requests=(Request(outcome=Outcome.GRANTED),), unread=(unread,))

    assert "content:response_time" not in {one.subject for one in judged(year, "L103").findings}


def test_l103_passes_prose_of_constraints_and_recommendations() -> None:
    prose = (Passage(part="kendala", text="…"), Passage(part="rekomendasi", text="…"))
    assert not {"constraints", "recommendations"} & missing(
        evolve(NOTHING, narrative=Narrative(passages=prose))
    )


def test_l103_points_beside_the_gap_and_names_where_it_is_typed() -> None:
    place = Source(file="anggaran.csv", row=2)
    year = evolve(FULL, budget=Budget(lines=(BudgetLine(allocated=Decimal(9), source=place),)))
    checked = judged(year, "L103")
    (finding,) = checked.findings
    assert finding.places == (place,)
    assert checked.message(finding) == "Isi minimum belum ada: penggunaan anggaran."
    assert checked.mend(finding).startswith("Isi tabel anggaran, kolom realisasi atau penggunaan;")


@pytest.mark.parametrize(
    "service",
    [
        {"staff": (Staff(count=2, source=Source(file="sdm.csv", row=2)),)},
        {"staff": Service().staff, "staff_total": 2, "staff_total_source": Source(file="laporan.csv", row=9)},
    ],
)
def test_l103_points_at_the_staff_whose_qualification_is_missing(service: dict[str, Any]) -> None:
    year = evolve(FULL, service=evolve(FULL.service, **service))
    (finding,) = judged(year, "L103").findings
    assert finding.subject == "content:staff_qualifications"
    assert [place.file for place in finding.places] == [
        "laporan.csv" if "staff_total" in service else "sdm.csv"
    ]


ROW, LINE = Source(file="register.csv", row=2), Source(file="rekap.csv", row=2)


@pytest.mark.parametrize(
    ("slug", "fields", "register"),
    [
        ("response_time", {"requests": (Request(source=ROW),)}, Register.REQUESTS),
        ("objection_answers", {"objections": (Objection(source=ROW),)}, Register.OBJECTIONS),
        ("dispute_results", {"disputes": (Dispute(source=ROW),)}, Register.DISPUTES),
        ("suit_results", {"suits": (CourtCase(source=ROW),)}, Register.SUITS),
    ],
)
def test_l103_points_at_the_register_else_at_its_aggregate_line(
    slug: str, fields: dict[str, Any], register: Register
) -> None:
    lines = (Aggregate(register=register, count=1, source=LINE),)

    def places(year: ServiceYear) -> list[object]:
        found = judged(year, "L103").findings
        return [finding.places for finding in found if finding.subject == f"content:{slug}"]

    assert places(evolve(NOTHING, **fields)) == [(ROW,)]
    assert places(evolve(NOTHING, aggregates=lines)) == [(LINE,)]


def test_l103_points_at_the_dispute_whose_suit_nothing_tells_of() -> None:
    year = evolve(NOTHING, disputes=(Dispute(result=Coded(DisputeResult.GRANTED), source=ROW),))
    (finding,) = (one for one in judged(year, "L103").findings if one.subject == "content:suits")

    assert finding.places == (ROW,)


def test_l103_points_at_the_case_that_has_to_be_executed_and_at_no_other() -> None:
    obliging = Source(file="register.csv", row=3)
    year = evolve(
        FULL,
        objections=(
            Objection(answer=Coded(ObjectionAnswer.REJECTED), source=ROW),
            Objection(answer=Coded(ObjectionAnswer.ACCEPTED), source=obliging),
        ),
        disputes=(
            Dispute(result=Coded(DisputeResult.REJECTED), source=ROW),
            Dispute(result=Coded(DisputeResult.GRANTED), source=obliging),
        ),
    )
    places = {one.subject: one.places for one in judged(year, "L103").findings}
    assert places == {
        "content:objection_execution": (obliging,),
        "content:dispute_execution": (obliging,),
    }


def test_l103_has_no_place_for_what_is_nowhere() -> None:
    findings = judged(NOTHING, "L103").findings
    assert {finding.places for finding in findings} == {()}


def test_l103_names_the_law_of_each_content() -> None:
    year = evolve(FULL, requests=(Request(outcome=Outcome.GRANTED),))
    (finding,) = judged(year, "L103").findings
    assert finding.basis[0].id == "UU 14/2008 Pasal 12 huruf b, Perki 1/2021 Pasal 57 ayat (2) huruf b"


def test_l103_is_not_applicable_before_there_was_a_standard() -> None:
    run = judged(ServiceYear(period=ReportingPeriod(2005)), "L103").run("L103")
    assert run.status is Status.NOT_APPLICABLE


def test_every_content_of_the_law_can_be_judged() -> None:
    law, workdays, day = Lawbook.load(), WorkdayCalendar.load(), NOTHING.period.last_day
    summary = summarize(NOTHING, law, workdays, day)
    evidence = Evidence(year=NOTHING, summary=summary, law=law, workdays=workdays, as_of=day)
    days = [provision.since for provision in law.required_contents.provisions]
    asked = [content.slug for day in days for content in law.required_contents.at(day).value]
    assert set(asked) == set(tellings(evidence))


OF_DISPUTES = ("disputes", "dispute_results", "dispute_execution", "suits", "suit_results", "suit_execution")


def missing_of_disputes(year: ServiceYear) -> set[str]:
    checked = judged(year, "L103")
    subjects = {finding.subject.removeprefix("content:") for finding in checked.findings}
    return subjects & set(OF_DISPUTES)


def test_l103_asks_nothing_of_disputes_that_are_nil() -> None:
    assert missing_of_disputes(ServiceYear(period=ReportingPeriod(2021), disputes=())) == set()


def test_l103_asks_for_disputes_where_nothing_is_recorded_and_for_results_where_there_are_any() -> None:
    assert "disputes" in missing_of_disputes(ServiceYear(period=ReportingPeriod(2021)))
    filed = ServiceYear(period=ReportingPeriod(2021), disputes=(Dispute(number="S-1"),))
    assert missing_of_disputes(filed) == {"dispute_results"}
    granted = evolve(filed, disputes=(Dispute(number="S-1", result=Coded(DisputeResult.GRANTED)),))
    assert missing_of_disputes(granted) == {"dispute_execution", "suits"}


def test_l103_takes_a_nil_of_disputes_in_rekap_for_told() -> None:
    lines = (Aggregate(register=Register.DISPUTES, count=0),)
    assert missing_of_disputes(ServiceYear(period=ReportingPeriod(2021), aggregates=lines)) == set()


@pytest.mark.parametrize(
    ("content", "table"),
    [("requests", "permohonan"), ("objections", "keberatan"), ("disputes", "sengketa")],
)
def test_l103_tells_of_a_register_how_one_says_that_there_was_none(
    content: str, table: str, tmp_path: Path
) -> None:
    found = {finding.subject: finding for finding in judged(NOTHING, "L103").findings}
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2021\n", "utf-8")
    (tmp_path / f"{table}.csv").write_text("nomor,tanggal\nNIHIL,\n", "utf-8")

    done = load(tmp_path).year

    assert found[f"content:{content}"].mend() == (
        f"Isi tabel {table}, atau tulis NIHIL di kolom pertamanya, di bawah judul kolom, bila tahun ini"
        " tidak ada satu pun; bila tidak dapat diisi, laporan menyebut sebabnya."
    )
    assert content not in missing(done)


def test_l103_speaks_of_nihil_only_where_a_register_may_be_so() -> None:
    told = [finding.subject for finding in judged(NOTHING, "L103").findings if "NIHIL" in finding.mend()]

    assert sorted(told) == ["content:disputes", "content:objections", "content:requests"]
