"""T105 against the registers of disputes and suits: which rows count, in which month, under which part."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.law import Lawbook
from ppid_core.model import (
    Aggregate,
    ApplicantClass,
    Coded,
    CourtCase,
    Dimension,
    Dispute,
    DisputeResult,
    Outcome,
    Period,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    Stage,
    StageKind,
)
from ppid_core.rules import Status
from ppid_core.summary import summarize
from ppid_core.testing.judgement import judged
from ppid_core.workdays import WorkdayCalendar

YEAR = ServiceYear(period=ReportingPeriod(2021))
BOTH = (Stage(kind=StageKind.MEDIATION), Stage(kind=StageKind.ADJUDICATION))
DISPUTES = (
    Dispute(
        number="S-1",
        filed=Period(2021, 3, 2),
        stages=BOTH,
        result=Coded(DisputeResult.GRANTED),
        applicant_class=ApplicantClass.INDIVIDUAL,
    ),
    Dispute(
        number="S-2",
        filed=Period(2021, 5),
        count=2,
        stages=BOTH[:1],
        result=Coded(DisputeResult.MEDIATED),
        applicant_class=ApplicantClass.GROUP,
    ),
    Dispute(number="S-3", opening=2020, stages=BOTH[1:]),
    Dispute(number="S-4", filed=Period(2022, 1, 3), stages=BOTH),
)
"""Three of this year, one carried over, one of the year after."""
SUITS = (
    CourtCase(dispute_number="S-1", filed_on=date(2021, 4, 5), decision="dikuatkan"),
    CourtCase(dispute_number="S-2", filed_on=date(2021, 4, 30), count=2, decision="dibatalkan"),
    CourtCase(dispute_number="S-4", filed_on=date(2022, 2, 1), decision="dikuatkan"),
)


def said(register: Register, dimension: Dimension | None, **parts: int) -> ServiceYear:
    """Return a year in which aggregate lines stand beside the rows."""
    lines = tuple(
        Aggregate(
            register=register,
            dimension=None if dimension is Dimension.MONTH else dimension,
            category="" if dimension in {None, Dimension.MONTH} else part,
            period=Period(2021, int(part.removeprefix("m"))) if dimension is Dimension.MONTH else None,
            count=count,
        )
        for part, count in parts.items()
    )
    return evolve(YEAR, disputes=DISPUTES, suits=SUITS, aggregates=lines)


CASES = (
    (Register.DISPUTES, None, {"total": 3}),
    (Register.DISPUTES, Dimension.MONTH, {"m3": 1, "m5": 2}),
    (Register.DISPUTES, Dimension.RESULT, {"granted": 1, "mediated": 2}),
    (Register.DISPUTES, Dimension.STAGE, {"mediation": 3, "adjudication": 1}),
    (Register.DISPUTES, Dimension.APPLICANT, {"individual": 1, "group": 2}),
    (Register.SUITS, None, {"total": 3}),
    (Register.SUITS, Dimension.MONTH, {"m4": 3}),
    (Register.SUITS, Dimension.DECISION, {"dikuatkan": 1, "dibatalkan": 2}),
)


@pytest.mark.parametrize(("register", "dimension", "parts"), CASES)
def test_t105_passes_what_the_register_of_disputes_and_suits_says(
    register: Register, dimension: Dimension | None, parts: dict[str, int]
) -> None:
    assert judged(said(register, dimension, **parts), "T105").run("T105").status is Status.PASSED


@pytest.mark.parametrize(("register", "dimension", "parts"), CASES)
@pytest.mark.parametrize("more", [1, -1])
def test_t105_fires_on_one_more_or_less_of_any_part(
    register: Register, dimension: Dimension | None, parts: dict[str, int], more: int
) -> None:
    for part, count in parts.items():
        (finding, *_) = judged(said(register, dimension, **{**parts, part: count + more}), "T105").findings
        assert (finding.provided, finding.expected) == (count + more, count)


def test_t105_fires_on_a_stage_and_a_month_of_suits_that_the_lines_leave_out() -> None:
    stages = judged(said(Register.DISPUTES, Dimension.STAGE, mediation=3), "T105").findings
    assert [(one.subject, one.expected) for one in stages] == [("disputes.by_stage.adjudication", 1)]
    months = judged(said(Register.SUITS, Dimension.MONTH, m4=3, m6=0), "T105").findings
    assert months == ()
    (wrong,) = judged(said(Register.SUITS, Dimension.MONTH, m5=3), "T105").findings[:1]
    assert (wrong.provided, wrong.expected) == (3, 0)


def test_suits_are_counted_in_the_month_in_which_they_were_filed() -> None:
    year = evolve(YEAR, suits=SUITS)
    months = summarize(year, Lawbook.load(), WorkdayCalendar.load(), year.as_of).figure("suits.by_month")
    assert months == (0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize("dimension", [Dimension.TOPIC, Dimension.PURPOSE])
def test_t105_looks_for_classes_of_time_under_no_other_group(dimension: Dimension) -> None:
    """Rows say how long an answer took; lines of topics need not name that."""
    rows = (Request(count=3, outcome=Outcome.GRANTED, working_days=4),)
    lines = (Aggregate(register=Register.REQUESTS, dimension=dimension, category="anggaran", count=3),)

    assert judged(evolve(YEAR, requests=rows, aggregates=lines), "T105").findings == ()
