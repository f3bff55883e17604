"""The open cases of a year on one day, and what is due of each next."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.years import shared_years

from ppid_core import unstructure
from ppid_core.deadlines import DeadlineKind, State
from ppid_core.law import Lawbook
from ppid_core.model import (
    Absent,
    AgencyRef,
    Coded,
    CourtCase,
    Dispute,
    DisputeResult,
    Objection,
    ObjectionAnswer,
    Outcome,
    Period,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    Stage,
    StageKind,
)
from ppid_core.source import Source
from ppid_core.summary import Docket, docket
from ppid_core.workdays import WorkdayCalendar

LAW, WORKDAYS = Lawbook.load(), WorkdayCalendar.load()
END = date(2023, 12, 31)
REQUEST = Request(number="1/2023", period=Period(2023, 4, 10))
OBJECTION = Objection(number="K-1", period=Period(2023, 6, 5))
DISPUTE = Dispute(
    number="S-1", filed=Period(2023, 1, 2), received_on=date(2023, 1, 4), registered_on=date(2023, 1, 6)
)
DECIDED = evolve(
    DISPUTE,
    result=Coded(DisputeResult.GRANTED),
    decided_on=date(2023, 5, 24),
    decision_received_on=date(2023, 5, 31),
)
SUIT = CourtCase(dispute_number="S-1", filed_on=date(2023, 6, 12), received_on=date(2023, 11, 6))


def opened(
    as_of: date = END,
    workdays: WorkdayCalendar = WORKDAYS,
    *,
    requests: tuple[Request, ...] | Absent = (),
    objections: tuple[Objection, ...] = (),
    disputes: tuple[Dispute, ...] | Absent = (),
    suits: tuple[CourtCase, ...] = (),
) -> Docket:
    year = ServiceYear(
        period=ReportingPeriod(2023), requests=requests, objections=objections, disputes=disputes, suits=suits
    )
    return docket(year, LAW, workdays, as_of)


def due(found: Docket) -> list[tuple[DeadlineKind, date]]:
    return [(case.deadline.kind, case.deadline.due_on) for case in found.cases]


def test_a_quiet_year_has_no_open_cases() -> None:
    assert opened() == Docket(cases=(), undated=())
    assert opened(requests=Absent(), disputes=Absent()).cases == ()


def test_of_a_request_the_written_notice_is_due() -> None:
    agency, source = AgencyRef(typed="Dinas A"), Source(file="permohonan.csv", row=2)

    (case,) = opened(date(2023, 4, 28), requests=(evolve(REQUEST, agency=agency, source=source),)).cases

    assert (case.register, case.number, case.count) == (Register.REQUESTS, "1/2023", 1)
    assert (case.agency, case.source) == (agency, source)
    assert (case.deadline.kind, case.deadline.due_on) == (DeadlineKind.REQUEST, date(2023, 5, 2))
    assert (case.state, case.days_left) == (State.OPEN_IN_TIME, 1)


@pytest.mark.parametrize(
    ("as_of", "state", "left"),
    [
        (date(2023, 4, 10), State.OPEN_IN_TIME, 10),
        (date(2023, 4, 20), State.OPEN_IN_TIME, 4),
        (date(2023, 5, 2), State.OPEN_IN_TIME, 0),
        (date(2023, 5, 3), State.OPEN_LATE, -1),
        (date(2023, 5, 6), State.OPEN_LATE, -3),
    ],
)
def test_days_left_are_working_days_and_negative_once_past(as_of: date, state: State, left: int) -> None:
    (case,) = opened(as_of, requests=(REQUEST,)).cases

    assert (case.state, case.days_left) == (state, left)


@pytest.mark.parametrize(
    "closed",
    [
        evolve(REQUEST, notice_on=date(2023, 5, 2)),
        evolve(REQUEST, notice_on=date(2023, 6, 1), outcome=Outcome.GRANTED),
        evolve(REQUEST, outcome=Outcome.WITHDRAWN),
        evolve(REQUEST, outcome=Outcome.LAPSED),
        evolve(REQUEST, outcome=Outcome.ANSWERED),
    ],
)
def test_what_is_answered_or_withdrawn_is_not_open(closed: Request) -> None:
    assert opened(requests=(closed,)) == Docket(cases=(), undated=())


def test_in_the_middle_of_the_year_what_comes_later_has_not_happened() -> None:
    requests = (evolve(REQUEST, notice_on=date(2023, 5, 2)), evolve(REQUEST, period=Period(2023, 5, 2)))

    before, at_noon, after = (
        opened(day, requests=requests) for day in (date(2023, 4, 9), date(2023, 5, 1), date(2023, 5, 2))
    )

    assert before.cases == ()
    assert [case.deadline.opened_on for case in at_noon.cases] == [date(2023, 4, 10)]
    assert [case.deadline.opened_on for case in after.cases] == [date(2023, 5, 2)]


def test_an_extension_counts_from_the_day_it_was_granted() -> None:
    requests = (evolve(REQUEST, extended_on=date(2023, 4, 28)),)

    eve, then = (opened(day, requests=requests) for day in (date(2023, 4, 27), date(2023, 4, 28)))

    assert due(eve) == [(DeadlineKind.REQUEST, date(2023, 5, 2))]
    assert due(then) == [(DeadlineKind.REQUEST, date(2023, 5, 11))]
    assert then.cases[0].deadline.extended


def test_a_request_that_became_complete_still_counts_from_its_receipt() -> None:
    requests = (evolve(REQUEST, completed_on=date(2023, 4, 13)),)

    eve, then = (opened(day, requests=requests) for day in (date(2023, 4, 12), date(2023, 4, 13)))

    assert due(eve) == [(DeadlineKind.REQUEST, date(2023, 5, 2))]
    assert due(then) == [(DeadlineKind.REQUEST, date(2023, 5, 2))]
    assert "Keterlambatan dinilai menurut undang-undang" in then.cases[0].deadline.explain()


def test_of_an_objection_the_answer_is_due() -> None:
    answered = evolve(OBJECTION, number="K-2", answered_on=date(2023, 7, 3))
    pending = evolve(OBJECTION, number="K-3", answer=Coded(ObjectionAnswer.PENDING))

    found = opened(date(2023, 7, 2), objections=(OBJECTION, answered, pending))

    assert [case.number for case in found.cases] == ["K-1", "K-2", "K-3"]
    assert due(found)[0] == (DeadlineKind.OBJECTION_ANSWER, date(2023, 7, 21))
    assert [case.number for case in opened(objections=(OBJECTION, answered, pending)).cases] == ["K-1", "K-3"]


@pytest.mark.parametrize(
    ("filed", "register"),
    [(Period(2023, 9, 4), Register.DISPUTES), (Period(2024, 1, 8), Register.OBJECTIONS)],
    ids=["from the day of the dispute on", "until that day"],
)
def test_of_an_objection_and_its_dispute_only_the_one_that_is_under_way_is_listed(
    filed: Period, register: Register
) -> None:
    dispute = Dispute(number="S-2", objection_number="K-1", filed=filed)

    (case,) = opened(objections=(OBJECTION,), disputes=(dispute,)).cases

    assert case.register is register


def test_a_dispute_runs_from_its_receipt_else_its_registration_else_its_filing() -> None:
    registered, filed = (
        evolve(DISPUTE, received_on=None),
        evolve(DISPUTE, received_on=None, registered_on=None),
    )

    found = opened(date(2023, 1, 31), disputes=(DISPUTE, registered, filed))

    assert [case.deadline.opened_on for case in found.cases] == [
        *(date(2023, 1, 2), date(2023, 1, 4), date(2023, 1, 6))
    ]
    assert {case.deadline.kind for case in found.cases} == {DeadlineKind.COMMISSION_FINISH}


@pytest.mark.parametrize(
    ("as_of", "kinds"),
    [
        (date(2023, 5, 23), [DeadlineKind.COMMISSION_FINISH]),
        (date(2023, 5, 24), []),
        (date(2023, 5, 31), [DeadlineKind.COURT]),
        (date(2023, 6, 22), [DeadlineKind.COURT]),
        (date(2023, 6, 23), []),
    ],
    ids=["before the decision", "decided", "received", "last day for a suit", "the day after"],
)
def test_a_decision_ends_the_dispute_and_its_receipt_opens_the_time_for_a_suit(
    as_of: date, kinds: list[DeadlineKind]
) -> None:
    assert [kind for kind, _ in due(opened(as_of, disputes=(DECIDED,)))] == kinds


def test_who_has_sued_has_no_time_for_a_suit_left_to_watch() -> None:
    eve, then = (
        opened(day, disputes=(DECIDED,), suits=(SUIT,)) for day in (date(2023, 6, 11), date(2023, 6, 12))
    )

    assert due(eve) == [(DeadlineKind.COURT, date(2023, 6, 22))]
    assert due(then) == []


def test_a_suit_over_another_dispute_or_without_its_number_leaves_the_time_open() -> None:
    as_of, other = date(2023, 6, 12), evolve(SUIT, dispute_number="")

    assert len(opened(as_of, disputes=(DECIDED,), suits=(evolve(SUIT, dispute_number="S-2"),)).cases) == 1
    assert len(opened(as_of, disputes=(evolve(DECIDED, number=""),), suits=(other,)).cases) == 1


@pytest.mark.parametrize(
    "result", [DisputeResult.MEDIATED, DisputeResult.WITHDRAWN, DisputeResult.LAPSED, DisputeResult.DISMISSED]
)
def test_only_a_decision_by_adjudication_opens_the_time_for_a_suit(result: DisputeResult) -> None:
    ended = evolve(DECIDED, result=Coded(result))

    assert opened(date(2023, 6, 1), disputes=(ended,)).cases == ()


@pytest.mark.parametrize("result", [DisputeResult.PENDING, DisputeResult.INTERIM])
def test_a_dispute_with_an_interim_decision_or_none_is_still_open(result: DisputeResult) -> None:
    going_on = evolve(DECIDED, result=Coded(result))

    assert due(opened(disputes=(going_on,))) == [(DeadlineKind.COMMISSION_FINISH, date(2023, 6, 12))]


def test_a_dispute_goes_on_after_its_mediation_until_its_last_stage_is_decided() -> None:
    mediation = Stage(kind=StageKind.MEDIATION, decided_on=date(2023, 2, 1), received_on=date(2023, 2, 2))
    adjudication = Stage(kind=StageKind.ADJUDICATION, decided_on=date(2023, 5, 24))
    staged = evolve(DISPUTE, stages=(mediation, adjudication), result=Coded(DisputeResult.GRANTED))
    received = evolve(staged, stages=(mediation, evolve(adjudication, received_on=date(2023, 5, 31))))

    assert due(opened(date(2023, 3, 1), disputes=(staged,)))[0][0] is DeadlineKind.COMMISSION_FINISH
    assert opened(date(2023, 6, 1), disputes=(staged,)).cases == ()
    assert due(opened(date(2023, 6, 1), disputes=(received,))) == [(DeadlineKind.COURT, date(2023, 6, 22))]


@pytest.mark.parametrize(
    ("as_of", "left"),
    [
        (date(2023, 11, 6), [14]),
        (date(2023, 11, 18), [2]),
        (date(2023, 11, 20), [0]),
        (date(2023, 11, 21), [3]),
        (date(2023, 11, 25), []),
    ],
)
def test_of_both_times_for_cassation_the_earlier_is_listed_while_it_runs_then_the_later(
    as_of: date, left: list[int]
) -> None:
    found = opened(as_of, suits=(SUIT,))

    assert [case.days_left for case in found.cases] == left
    is_past = as_of > date(2023, 11, 20)
    kinds = [DeadlineKind.CASSATION_PERMA if is_past else DeadlineKind.CASSATION]
    assert [kind for kind, _ in due(found)] == kinds[: len(left)]
    assert all(
        (case.register, case.number, case.agency) == (Register.SUITS, "S-1", None) for case in found.cases
    )


def test_what_is_left_is_told_in_the_unit_of_its_time() -> None:
    """Of cassation the act counts calendar days, the time for a suit is in working days."""
    cassation = opened(date(2023, 11, 8), disputes=(DECIDED,), suits=(SUIT,))
    suit = opened(date(2023, 6, 1), disputes=(DECIDED,))

    units = [
        (str(case["deadline"]["kind"]), case["days_unit"])
        for found in (cassation, suit)
        for case in unstructure(found)["cases"]
    ]

    assert units == [("cassation", "calendar_day"), ("court", "working_day")]


def test_an_appeal_or_a_judgment_that_is_not_received_leaves_no_time_for_cassation() -> None:
    appealed = evolve(SUIT, cassation_on=date(2023, 11, 8))

    assert len(opened(date(2023, 11, 7), suits=(appealed,)).cases) == 1
    assert opened(date(2023, 11, 8), suits=(appealed,)).cases == ()
    assert opened(date(2023, 11, 8), suits=(evolve(SUIT, received_on=None),)) == Docket(cases=(), undated=())


def test_what_is_open_without_a_day_is_counted_by_register() -> None:
    month = Period(2023, 4)
    found = opened(
        requests=(
            Request(period=month, count=5, outcome=Outcome.PENDING),
            Request(period=month, count=2, outcome=Outcome.UNANSWERED),
        ),
        objections=(Objection(count=3, answer=Coded(ObjectionAnswer.UNANSWERED)),),
        disputes=(Dispute(count=4, result=Coded(DisputeResult.PENDING)),),
    )

    assert found.cases == ()
    assert found.undated == ((Register.REQUESTS, 7), (Register.OBJECTIONS, 3), (Register.DISPUTES, 4))


def test_a_month_that_begins_after_the_day_asked_is_not_counted_yet() -> None:
    requests = (Request(period=Period(2023, 9), outcome=Outcome.PENDING),)
    disputes = (Dispute(filed=Period(2023, 9), result=Coded(DisputeResult.PENDING)),)

    found = [
        opened(day, requests=requests, disputes=disputes).undated
        for day in (date(2023, 8, 31), date(2023, 9, 1))
    ]

    assert found == [(), ((Register.REQUESTS, 1), (Register.DISPUTES, 1))]


def test_a_judgment_that_came_later_opens_no_window_yet() -> None:
    """Received before it was given: the register is wrong, and nothing that came later is told."""
    suit = evolve(SUIT, received_on=date(2023, 6, 1), decided_on=date(2023, 11, 6))

    found = opened(date(2023, 6, 5), suits=(suit,)).cases

    assert {case.deadline.opened_on for case in found} <= {date(2023, 6, 1)}


def test_a_line_that_says_nothing_of_the_end_is_not_taken_for_open() -> None:
    assert opened(
        requests=(Request(period=Period(2023, 4)),),
        objections=(Objection(period=Period(2023, 4)),),
        disputes=(Dispute(filed=Period(2023, 4)),),
    ) == Docket(cases=(), undated=())


def test_what_the_calendar_or_the_law_does_not_reach_is_counted_as_undated() -> None:
    old = evolve(REQUEST, period=Period(2010, 4, 29))
    beyond = WorkdayCalendar.load(as_known_on=date(2022, 12, 31))

    assert opened(requests=(old,)).undated == ((Register.REQUESTS, 1),)
    assert opened(date(2024, 1, 2), beyond, requests=(REQUEST,)).undated == ((Register.REQUESTS, 1),)
    assert opened(requests=(evolve(REQUEST, count=0), evolve(old, count=0))) == Docket(cases=(), undated=())


def test_the_soonest_stands_first_then_register_and_number() -> None:
    found = opened(
        date(2023, 6, 6),
        requests=(
            evolve(REQUEST, number="2", period=Period(2023, 6, 5)),
            evolve(REQUEST, number="1", period=Period(2023, 6, 5)),
            evolve(REQUEST, number="3", period=Period(2023, 5, 31)),
        ),
        objections=(evolve(OBJECTION, period=Period(2023, 5, 2)),),
        disputes=(DISPUTE,),
    )

    assert [(case.number, case.deadline.due_on) for case in found.cases] == [
        ("S-1", date(2023, 6, 12)),
        ("K-1", date(2023, 6, 16)),
        ("3", date(2023, 6, 16)),
        ("1", date(2023, 6, 19)),
        ("2", date(2023, 6, 19)),
    ]


def test_a_line_of_several_cases_is_one_entry_with_their_number() -> None:
    (case,) = opened(date(2023, 4, 28), requests=(evolve(REQUEST, count=3),)).cases

    assert case.count == 3


@given(shared_years(), st.dates(date(2010, 6, 1), date(2027, 6, 30)))
def test_every_year_has_a_docket_on_every_day_and_nothing_in_it_is_closed_or_to_come(
    year: ServiceYear, as_of: date
) -> None:
    found = docket(year, LAW, WORKDAYS, as_of)

    assert all(case.count > 0 and case.deadline.opened_on <= as_of for case in found.cases)
    assert {case.state for case in found.cases} <= {State.OPEN_IN_TIME, State.OPEN_LATE}
    assert [case.deadline.due_on for case in found.cases] == sorted(
        case.deadline.due_on for case in found.cases
    )
    assert all(count > 0 for _, count in found.undated)
