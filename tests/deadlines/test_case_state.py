"""Where an act stands in its window, and a case against its due date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.deadlines import DeadlineKind, Standing, State, due_on, standing, state_of
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.law import Lawbook
from ppid_core.workdays import WorkdayCalendar

LAW, WORKDAYS = Lawbook.load(), WorkdayCalendar.load()
SILENCE = DeadlineKind.DISPUTE_FILING_AFTER_SILENCE
ONE_DAY = timedelta(days=1)
PLAIN = [kind for kind in DeadlineKind if kind is not SILENCE]
opened = st.dates(date(2021, 6, 30), date(2026, 12, 31))
cases = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@given(st.sampled_from(PLAIN), opened)
def test_a_window_opens_with_the_event_and_closes_after_the_last_day(kind: DeadlineKind, day: date) -> None:
    last = due_on(kind, day, LAW, WORKDAYS)

    stands = [
        standing(kind, day, filed, LAW, WORKDAYS)
        for filed in (day - ONE_DAY, day, day + ONE_DAY, last, last + ONE_DAY)
    ]

    assert stands == [
        Standing.PREMATURE,
        *[Standing.IN_TIME] * 3,
        Standing.LATE,
    ]


@given(opened)
def test_after_silence_it_is_premature_up_to_the_last_day_for_the_answer(day: date) -> None:
    answer, last = (due_on(kind, day, LAW, WORKDAYS) for kind in (DeadlineKind.OBJECTION_ANSWER, SILENCE))

    stands = [
        standing(SILENCE, day, filed, LAW, WORKDAYS)
        for filed in (day, answer, answer + ONE_DAY, last, last + ONE_DAY)
    ]

    assert stands == [
        *[Standing.PREMATURE] * 2,
        *[Standing.IN_TIME] * 2,
        Standing.LATE,
    ]


def test_an_objection_is_filed_within_its_window_counted_by_hand() -> None:
    found = date(2018, 5, 25)
    filed = (date(2018, 5, 24), found, date(2018, 7, 23), date(2018, 7, 24))

    stands = [standing(DeadlineKind.OBJECTION_FILING, found, day, LAW, WORKDAYS) for day in filed]

    assert stands == [Standing.PREMATURE, Standing.IN_TIME, Standing.IN_TIME, Standing.LATE]


def test_a_report_stands_by_its_day_and_not_by_a_calendar() -> None:
    end = date(2023, 12, 31)

    stands = [
        standing(DeadlineKind.YEARLY_REPORT, end, day, LAW, WORKDAYS)
        for day in (date(2023, 12, 30), date(2024, 3, 31), date(2024, 4, 1))
    ]

    assert stands == [Standing.PREMATURE, Standing.IN_TIME, Standing.LATE]


def test_an_act_without_a_law_or_a_calendar_has_no_standing() -> None:
    with pytest.raises(NotInForceError):
        standing(DeadlineKind.COURT, date(2010, 4, 29), date(2010, 5, 3), LAW, WORKDAYS)
    with pytest.raises(CalendarRangeError):
        standing(DeadlineKind.COURT, date(2027, 12, 27), date(2027, 12, 28), LAW, WORKDAYS)


@pytest.mark.parametrize(
    ("closed", "as_of", "state", "taken", "left"),
    [
        (None, date(2020, 12, 18), State.OPEN_IN_TIME, 0, 10),
        (None, date(2020, 12, 26), State.OPEN_IN_TIME, 3, 7),
        (None, date(2021, 1, 7), State.OPEN_IN_TIME, 10, 0),
        (None, date(2021, 1, 8), State.OPEN_LATE, 11, -1),
        (None, date(2021, 1, 12), State.OPEN_LATE, 13, -3),
        (date(2021, 1, 7), date(2021, 3, 1), State.CLOSED_IN_TIME, 10, 0),
        (date(2020, 12, 23), date(2021, 3, 1), State.CLOSED_IN_TIME, 3, 7),
        (date(2021, 1, 8), date(2021, 3, 1), State.CLOSED_LATE, 11, -1),
        (date(2021, 1, 8), date(2021, 1, 8), State.CLOSED_LATE, 11, -1),
        (date(2021, 1, 8), date(2021, 1, 7), State.OPEN_IN_TIME, 10, 0),
    ],
)
def test_the_four_states_of_a_request_that_is_due_on_7_january_2021(
    closed: date | None, as_of: date, state: State, taken: int, left: int
) -> None:
    case = state_of(date(2020, 12, 18), date(2021, 1, 7), closed, as_of, WORKDAYS)

    assert (case.state, case.days_taken, case.days_left) == (state, taken, left)


def test_on_the_weekend_behind_a_friday_a_case_is_late_though_no_working_day_has_passed() -> None:
    friday = date(2021, 1, 15)

    days = [state_of(date(2020, 12, 30), friday, None, friday + n * ONE_DAY, WORKDAYS) for n in range(4)]

    assert [(case.state, case.days_left) for case in days] == [
        (State.OPEN_IN_TIME, 0),
        (State.OPEN_LATE, 0),
        (State.OPEN_LATE, 0),
        (State.OPEN_LATE, -1),
    ]


@given(cases, st.integers(1, 100), cases, st.none() | cases)
def test_days_taken_and_days_left_add_up_to_the_time_there_was(
    start: date, length: int, as_of: date, closed: date | None
) -> None:
    due = WORKDAYS.add(start, length)

    case = state_of(start, due, closed, as_of, WORKDAYS)

    assert case.days_taken + case.days_left == length
    assert (case.days_left < 0) <= (case.state in {State.OPEN_LATE, State.CLOSED_LATE})
    assert (case.days_left > 0) <= (case.state in {State.OPEN_IN_TIME, State.CLOSED_IN_TIME})
    is_closed = closed is not None and closed <= as_of
    assert is_closed == (case.state in {State.CLOSED_IN_TIME, State.CLOSED_LATE})


def test_a_state_on_a_day_outside_the_calendar_is_not_made_up() -> None:
    with pytest.raises(CalendarRangeError):
        state_of(date(2027, 12, 1), date(2027, 12, 15), None, date(2028, 1, 3), WORKDAYS)
