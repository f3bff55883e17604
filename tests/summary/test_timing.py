"""In time or late, open or closed: against a naive count of days, and case by case.

Monday 3 February 2020 is followed by working days only: the tenth is Monday the 17th, the seventeenth
Wednesday the 26th. Monday 7 February 2022 likewise: the tenth is Monday the 21st.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_core.law import Lawbook
from ppid_core.model import (
    Absent,
    Outcome,
    Period,
    Reason,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.summary import TIMELINESS, Summary
from ppid_core.summary.open_cases import is_unrepaired
from ppid_core.workdays import WorkdayCalendar

Count = Callable[..., Summary]

TEN, SEVEN = 10, 7
RECEIVED = Request(period=Period(2020, 2, 3))
ANSWERED = evolve(RECEIVED, outcome=Outcome.GRANTED)
COMPLETED = Request(period=Period(2022, 2, 7), completed_on=date(2022, 2, 10))


def year_of(*rows: Request) -> ServiceYear:
    when = rows[0].period
    return ServiceYear(period=ReportingPeriod(when.year if when else 2020), requests=rows)


def kinds(summary: Summary) -> Mapping[str, int]:
    """Return the kinds of timeliness that there were, straight from what is stored."""
    ((_, tally),) = summary.parts
    stored = tally.requests.rows.merge(tally.requests.blank)
    return {kind: number for kind, number in stored.under("timeliness").items() if number}


DAYS = st.integers(date(2018, 6, 1).toordinal(), date(2023, 6, 30).toordinal()).map(date.fromordinal)


@st.composite
def dated_requests(draw: st.DrawFn) -> Request:
    received = draw(DAYS)
    near = st.none() | st.integers(0, 50).map(lambda days: received + timedelta(days=days))
    return Request(
        period=Period.of(received),
        outcome=draw(st.none() | st.sampled_from(Outcome)),
        completed_on=draw(near),
        extended_on=draw(near),
        notice_on=draw(near),
    )


def counted_one_by_one(start: date, end: date, workdays: WorkdayCalendar) -> int:
    days = (start + timedelta(days=step) for step in range(1, (end - start).days + 1))
    return sum(workdays.is_working_day(day) for day in days)


def last_day(start: date, limit: int, workdays: WorkdayCalendar) -> date:
    day = start
    while limit:
        day += timedelta(days=1)
        limit -= workdays.is_working_day(day)
    return day


def judged_naively(row: Request, as_of: date, workdays: WorkdayCalendar) -> tuple[str, int | None]:
    assert row.period is not None
    start = row.period.first_day
    is_extended = row.extended_on is not None and row.extended_on <= as_of
    due = last_day(start, TEN + SEVEN * is_extended, workdays)
    if row.notice_on is not None and row.notice_on <= as_of:
        if row.notice_on < start:
            return "unknown", None
        days = counted_one_by_one(start, row.notice_on, workdays)
        return ("closed_late" if row.notice_on > due else "closed_in_time"), days
    if row.outcome in {Outcome.WITHDRAWN, Outcome.LAPSED}:
        return "unknown", None
    if row.notice_on is None and row.outcome not in {None, Outcome.PENDING, Outcome.UNANSWERED}:
        return "unknown", None
    return ("open_late" if as_of > due else "open_in_time"), None


@settings(deadline=None)
@given(dated_requests(), DAYS)
def test_a_dated_request_is_judged_as_counting_day_by_day_judges_it(
    count: Count, workdays: WorkdayCalendar, row: Request, as_of: date
) -> None:
    expected, days = judged_naively(row, as_of, workdays)

    summary = count(year_of(row), as_of)

    assert {expected: 1} == dict(kinds(summary))
    if days is not None:
        assert days == summary.figure("requests.response_time.max")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (evolve(ANSWERED, notice_on=date(2020, 2, 3)), "closed_in_time"),
        (evolve(ANSWERED, notice_on=date(2020, 2, 17)), "closed_in_time"),
        (evolve(ANSWERED, notice_on=date(2020, 2, 18)), "closed_late"),
        (evolve(ANSWERED, notice_on=date(2020, 2, 26), extended_on=date(2020, 2, 14)), "closed_in_time"),
        (evolve(ANSWERED, notice_on=date(2020, 2, 27), extended_on=date(2020, 2, 14)), "closed_late"),
        (evolve(COMPLETED, outcome=Outcome.GRANTED, notice_on=date(2022, 2, 21)), "closed_in_time"),
        (evolve(COMPLETED, outcome=Outcome.GRANTED, notice_on=date(2022, 2, 22)), "closed_late"),
        (evolve(RECEIVED, completed_on=date(2020, 2, 10), notice_on=date(2020, 2, 18)), "closed_late"),
        (evolve(RECEIVED, outcome=Outcome.PENDING, notice_on=date(2020, 2, 5)), "closed_in_time"),
    ],
)
def test_the_last_day_is_the_tenth_working_day_or_the_seventeenth_where_extended(
    count: Count, row: Request, expected: str
) -> None:
    assert {expected: 1} == dict(kinds(count(year_of(row))))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2020, 2, 17), "open_in_time"),
        (date(2020, 2, 18), "open_late"),
        (date(2020, 3, 1), "open_late"),
        (date(2020, 3, 2), "closed_late"),
    ],
)
def test_an_answer_after_the_day_of_the_report_leaves_the_request_open(
    count: Count, as_of: date, expected: str
) -> None:
    row = evolve(ANSWERED, notice_on=date(2020, 3, 2))

    assert {expected: 1} == dict(kinds(count(year_of(row), as_of)))


def test_an_extension_that_was_granted_later_does_not_count_yet(count: Count) -> None:
    row = evolve(RECEIVED, outcome=Outcome.PENDING, extended_on=date(2020, 2, 19))

    assert {"open_late": 1} == dict(kinds(count(year_of(row), date(2020, 2, 18))))
    assert {"open_in_time": 1} == dict(kinds(count(year_of(row), date(2020, 2, 19))))


def test_a_request_complete_before_it_was_received_counts_from_its_receipt(count: Count) -> None:
    row = evolve(COMPLETED, completed_on=date(2022, 1, 3), notice_on=date(2022, 2, 21))

    summary = count(year_of(row))

    assert {"closed_in_time": 1} == dict(kinds(summary))
    assert summary.figure("requests.response_time.clock") == "received"


@pytest.mark.parametrize(
    "outcome", [Outcome.GRANTED, Outcome.REFUSED, Outcome.ANSWERED, Outcome.WITHDRAWN, Outcome.LAPSED]
)
def test_what_was_closed_without_a_date_of_notice_is_unknown(count: Count, outcome: Outcome) -> None:
    summary = count(year_of(evolve(RECEIVED, outcome=outcome)))

    assert dict(kinds(summary)) == {"unknown": 1}
    assert Absent(Reason.NO_DATES) == summary.branch("requests.timeliness")


@pytest.mark.parametrize("outcome", [None, Outcome.PENDING, Outcome.UNANSWERED])
def test_what_has_no_notice_and_was_not_closed_is_open(count: Count, outcome: Outcome | None) -> None:
    assert dict(kinds(count(year_of(evolve(RECEIVED, outcome=outcome))))) == {"open_late": 1}


@pytest.mark.parametrize("outcome", [Outcome.WITHDRAWN, Outcome.LAPSED])
def test_a_request_that_ended_without_an_answer_is_never_open_even_where_a_notice_follows(
    count: Count, outcome: Outcome
) -> None:
    row = evolve(RECEIVED, outcome=outcome, notice_on=date(2020, 3, 2))

    assert dict(kinds(count(year_of(row), date(2020, 2, 20)))) == {"unknown": 1}


def test_a_notice_before_the_receipt_tells_no_time(count: Count) -> None:
    row = evolve(RECEIVED, notice_on=date(2020, 1, 31))

    assert dict(kinds(count(year_of(row)))) == {"unknown": 1}


@pytest.mark.parametrize(
    ("days", "extended_on", "expected"),
    [
        (10, None, "closed_in_time"),
        (11, None, "closed_late"),
        (17, date(2020, 2, 14), "closed_in_time"),
        (18, date(2020, 2, 14), "closed_late"),
    ],
)
@pytest.mark.parametrize("period", [None, Period(2020), Period(2020, 2), Period(2020, 2, 3)])
def test_stated_working_days_are_judged_where_no_dates_are_kept(
    count: Count, period: Period | None, days: int, extended_on: date | None, expected: str
) -> None:
    row = Request(period=period, count=3, working_days=days, extended_on=extended_on)

    summary = count(year_of(row))

    assert {expected: 3} == dict(kinds(summary))
    assert summary.figure("requests.response_time.clock") == "stated"
    assert days == summary.figure("requests.response_time.median")


@pytest.mark.parametrize("outcome", [Outcome.PENDING, Outcome.UNANSWERED])
def test_stated_working_days_close_nothing_that_is_said_to_be_open(count: Count, outcome: Outcome) -> None:
    undated = Request(outcome=outcome, working_days=3)

    assert dict(kinds(count(year_of(undated)))) == {"unknown": 1}
    assert dict(kinds(count(year_of(evolve(undated, period=Period(2020, 2, 3)))))) == {"open_late": 1}


@pytest.mark.parametrize(
    ("rows", "clock"),
    [
        ((evolve(COMPLETED, notice_on=date(2022, 2, 11)),), "received"),
        ((evolve(COMPLETED, completed_on=None, notice_on=date(2022, 2, 11)),), "received"),
        ((evolve(RECEIVED, completed_on=date(2020, 2, 4), notice_on=date(2020, 2, 5)),), "received"),
        (
            (
                evolve(COMPLETED, notice_on=date(2022, 2, 11)),
                Request(period=Period(2022, 2), outcome=Outcome.GRANTED, working_days=4),
            ),
            "mixed",
        ),
        (
            (
                evolve(COMPLETED, notice_on=date(2022, 2, 11)),
                Request(period=Period(2022, 2), outcome=Outcome.GRANTED, working_days=4, count=0),
            ),
            "received",
        ),
    ],
)
def test_the_clock_says_from_which_day_time_was_counted(
    count: Count, rows: tuple[Request, ...], clock: str
) -> None:
    assert clock == count(year_of(*rows)).figure("requests.response_time.clock")


# Complete on Thursday 10 February 2022: the tenth working day after it is the 24th.
GRANTED = evolve(COMPLETED, outcome=Outcome.GRANTED)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (evolve(GRANTED, notice_on=date(2022, 2, 24)), (10, 1, 0)),
        (evolve(GRANTED, notice_on=date(2022, 2, 25)), (11, 0, 1)),
        (evolve(GRANTED, notice_on=date(2022, 2, 25), extended_on=date(2022, 2, 21)), (11, 1, 0)),
        (evolve(GRANTED, outcome=Outcome.NOT_HELD, notice_on=date(2022, 2, 11)), (1, 1, 0)),
        (evolve(GRANTED, notice_on=date(2022, 2, 10)), (0, 1, 0)),
        (evolve(GRANTED, notice_on=date(2022, 2, 9)), None),
        (evolve(GRANTED, outcome=Outcome.REFUSED, notice_on=date(2022, 2, 24)), None),
        (evolve(GRANTED, outcome=None, notice_on=date(2022, 2, 24)), None),
        (evolve(GRANTED, completed_on=None, notice_on=date(2022, 2, 24)), None),
        (evolve(ANSWERED, completed_on=date(2020, 2, 10), notice_on=date(2020, 2, 18)), None),
        (
            Request(
                period=Period(2021, 6, 29),
                completed_on=date(2021, 7, 5),
                outcome=Outcome.GRANTED,
                notice_on=date(2021, 7, 6),
            ),
            None,
        ),
    ],
    ids=[
        *("last day", "day after", "extended", "not held"),
        *("same day", "before it was complete", "refused", "outcome unknown"),
        *("completeness unknown", "before Perki 1/2021", "in process when it came"),
    ],
)
def test_the_clock_of_the_standard_is_a_second_figure_of_answers_other_than_refusals(
    count: Count, row: Request, told: tuple[int, int, int] | None
) -> None:
    figure = count(year_of(row)).figure

    if told is None:
        assert Absent(Reason.NOTHING_TO_SHARE) == figure("requests.standard_time")
    else:
        names = ("mean", "closed_in_time", "closed_late")
        assert told == tuple(figure(f"requests.standard_time.{name}") for name in names)


@pytest.mark.parametrize("received", [Period(2009, 3, 2), Period(1, 1, 1), Period(9999, 12, 31)])
def test_a_year_without_a_calendar_is_unknown_and_says_so(count: Count, received: Period) -> None:
    row = Request(period=received, outcome=Outcome.GRANTED, notice_on=date(9999, 12, 31))

    summary = count(year_of(row), date(9999, 12, 31))

    assert dict(kinds(summary)) == {"unknown": 1}
    assert Absent(Reason.NO_CALENDAR) == summary.branch("requests.timeliness")
    assert Absent(Reason.NO_CALENDAR) == summary.figure("requests.response_time.mean")


def test_where_some_can_be_judged_the_others_are_unknown(count: Count) -> None:
    rows = (evolve(ANSWERED, notice_on=date(2020, 2, 5)), evolve(ANSWERED, count=4))

    timeliness = count(year_of(*rows)).branch("requests.timeliness")

    assert {**dict.fromkeys(TIMELINESS, 0), "closed_in_time": 1, "unknown": 4} == timeliness


def test_a_request_carried_over_is_in_no_total_but_its_answer_is_judged(count: Count) -> None:
    carried = Request(
        period=Period(2019, 12, 20),
        opening=2019,
        count=2,
        outcome=Outcome.GRANTED,
        notice_on=date(2020, 1, 2),
    )
    received = evolve(ANSWERED, notice_on=date(2020, 2, 18))

    summary = count(year_of(received, carried))

    assert summary.figure("requests.total") == 1
    assert summary.figure("requests.carried_over") == 2
    assert {
        outcome: number for outcome, number in summary.branch("requests.by_outcome").items() if number
    } == {"granted": 1}
    assert dict(kinds(summary)) == {"closed_in_time": 2, "closed_late": 1}
    assert summary.figure("requests.response_time.count") == 3


def test_a_request_outside_the_period_is_judged_by_nobody(count: Count) -> None:
    outside = Request(period=Period(2021, 1, 4), outcome=Outcome.GRANTED, notice_on=date(2021, 1, 5))

    summary = count(year_of(evolve(ANSWERED, notice_on=date(2020, 2, 5)), outside))

    assert dict(kinds(summary)) == {"closed_in_time": 1}
    assert summary.figure("requests.outside_period") == 1
    assert summary.figure("requests.response_time.count") == 1


@settings(deadline=None)
@given(st.lists(dated_requests(), max_size=8), DAYS)
def test_closed_open_and_unknown_add_up_to_all_that_are_judged(
    count: Count, rows: list[Request], as_of: date
) -> None:
    carried = tuple(evolve(row, opening=row.period.year) for row in rows if row.period)

    summary = count(ServiceYear(period=ReportingPeriod(2020), requests=carried), as_of)

    assert len(carried) == sum(kinds(summary).values())
    assert Counter(dict(kinds(summary))).keys() <= set(TIMELINESS)


@pytest.mark.parametrize(
    ("as_of", "is_over"),
    [(date(2024, 3, 1), False), (date(2024, 3, 14), False), (date(2024, 3, 15), True)],
)
def test_a_request_that_is_not_completed_ends_the_day_after_the_last_for_it(
    law: Lawbook, workdays: WorkdayCalendar, as_of: date, *, is_over: bool
) -> None:
    """The letter came on Thursday 7 March 2024: 8=1 [11 Nyepi] [12 joint leave] 13=2 14=3."""
    told = Request(period=Period(2024, 3, 4), letter_received_on=date(2024, 3, 7))

    assert is_unrepaired(told, as_of, law, workdays) is is_over


@pytest.mark.parametrize(("letter", "is_over"), [(date(2024, 3, 7), True), (date(2020, 3, 5), False)])
def test_of_a_request_without_its_receipt_the_day_of_the_letter_says_whether_it_can_end_so(
    law: Lawbook, workdays: WorkdayCalendar, letter: date, *, is_over: bool
) -> None:
    told = Request(letter_received_on=letter)

    assert is_unrepaired(told, date(2024, 12, 31), law, workdays) is is_over
