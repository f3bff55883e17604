"""Opening balance + received − closed = closing balance, and the share of what came in time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.years import shared_years

from ppid_core import unstructure
from ppid_core.model import (
    OPEN_OUTCOMES,
    Absent,
    Aggregate,
    Dimension,
    Outcome,
    Period,
    Reason,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.summary import Summary
from ppid_core.testing.strategies import requests

Count = Callable[..., Summary]

YEAR = ReportingPeriod(2020)
LAST_DAY = date(2020, 12, 31)
UNOPENED = Absent(Reason.NO_OPENING)
"""Nobody says what was carried over: no line of an earlier year, not even one that counts 0."""
RECEIVED = Request(period=Period(2020, 2, 3))
OPEN = evolve(RECEIVED, outcome=Outcome.PENDING)
slow_to_draw = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


def year_of(*rows: Request) -> ServiceYear:
    return ServiceYear(period=YEAR, requests=rows)


def balance(summary: Summary) -> tuple[object, ...]:
    figures = summary.branch("requests.balance")
    return tuple(figures[name] for name in ("opening", "received", "closed", "closing"))


@slow_to_draw
@given(shared_years(registers_kept=True), st.dates(date(2009, 1, 1), date(2028, 12, 31)))
def test_opening_and_received_less_closed_is_closing(count: Count, year: ServiceYear, as_of: date) -> None:
    summary = count(year, as_of)
    opening, received, closed, closing = balance(summary)

    carried_over = summary.figure("requests.carried_over")
    if opening == UNOPENED:
        assert carried_over == 0
        opening = 0
    else:
        assert opening == carried_over
    assert received == summary.figure("requests.total")
    assert isinstance(closed, Absent) is isinstance(closing, Absent)
    if isinstance(opening, int) and isinstance(received, int) and isinstance(closed, int):
        assert opening + received - closed == closing


@slow_to_draw
@given(st.lists(requests(YEAR), max_size=6), st.dates(date(2019, 1, 1), date(2022, 12, 31)))
def test_what_is_open_in_time_or_late_is_open_in_the_balance(
    count: Count, rows: list[Request], as_of: date
) -> None:
    summary = count(year_of(*rows), as_of)
    timeliness, (_, _, closed, closing) = summary.branch("requests.timeliness"), balance(summary)

    if not isinstance(timeliness, Absent) and isinstance(closing, int) and isinstance(closed, int):
        assert timeliness["open_in_time"] + timeliness["open_late"] <= closing
        assert timeliness["closed_in_time"] + timeliness["closed_late"] <= closed


@pytest.mark.parametrize("outcome", [*Outcome, None])
@pytest.mark.parametrize("notice_on", [None, date(2020, 3, 2), date(2021, 1, 4)])
def test_a_dated_request_is_closed_by_its_notice_its_own_end_or_an_outcome_without_date(
    count: Count, outcome: Outcome | None, notice_on: date | None
) -> None:
    summary = count(year_of(evolve(RECEIVED, outcome=outcome, notice_on=notice_on)), LAST_DAY)

    answered = outcome is not None and outcome not in OPEN_OUTCOMES
    closed = notice_on <= LAST_DAY if notice_on else answered
    expected = 1 if closed or outcome in {Outcome.WITHDRAWN, Outcome.LAPSED} else 0
    if outcome is None and notice_on is None:  # a register that keeps neither says nothing of an end
        assert balance(summary) == (UNOPENED, 1, Absent(Reason.NO_DATES), Absent(Reason.NO_DATES))
    else:
        assert balance(summary) == (UNOPENED, 1, expected, 1 - expected)


def test_carried_over_rows_open_the_balance_and_close_it(count: Count) -> None:
    carried = Request(period=Period(2019, 12, 20), opening=2019, count=3)

    summary = count(
        year_of(
            evolve(carried, outcome=Outcome.GRANTED, notice_on=date(2020, 1, 6)),
            evolve(carried, outcome=Outcome.PENDING, count=2),
            evolve(RECEIVED, outcome=Outcome.REFUSED, notice_on=date(2020, 2, 7)),
            evolve(RECEIVED, outcome=Outcome.WITHDRAWN),
            RECEIVED,
        )
    )

    assert balance(summary) == (5, 3, 5, 3)


def test_a_line_that_counts_0_says_that_nothing_was_carried_over(count: Count) -> None:
    none = Request(period=Period(2019, 12), opening=2019, count=0)

    assert balance(count(year_of(none, OPEN))) == (0, 1, 0, 1)


def test_a_line_whose_count_could_not_be_read_opens_the_balance_with_what_is_unread(count: Count) -> None:
    """It says that something was carried over: that nobody says so would be false."""
    hidden = Request(period=Period(2019, 12), opening=2019, unread=("count",))

    unread = Absent(Reason.UNREAD)
    assert balance(count(year_of(hidden, OPEN))) == (unread, 1, unread, unread)


def test_a_row_outside_the_period_is_in_no_part_of_the_balance(count: Count) -> None:
    outside = Request(period=Period(2021, 1, 4), count=7)

    assert balance(count(year_of(OPEN, outside))) == (UNOPENED, 1, 0, 1)


def test_a_notice_after_the_day_leaves_an_undated_request_open_and_its_time_unknown(count: Count) -> None:
    row = Request(
        period=Period(2020, 12), working_days=4, outcome=Outcome.GRANTED, notice_on=date(2021, 1, 4)
    )

    summary = count(year_of(row))

    assert balance(summary) == (UNOPENED, 1, 0, 1)
    assert Absent(Reason.NO_DATES) == summary.branch("requests.timeliness")
    assert balance(count(year_of(row), date(2021, 1, 4))) == (UNOPENED, 1, 1, 0)


def test_lines_without_outcome_and_day_leave_the_balance_unknown(count: Count) -> None:
    blank = Request(period=Period(2020, 2), count=4)

    assert balance(count(year_of(blank))) == (UNOPENED, 4, Absent(Reason.NO_DATES), Absent(Reason.NO_DATES))
    some = balance(count(year_of(blank, OPEN)))
    assert some == (UNOPENED, 5, Absent(Reason.PART_OF_ROWS), Absent(Reason.PART_OF_ROWS))


def test_totals_alone_tell_what_was_received_and_no_balance(count: Count) -> None:
    lines = (
        Aggregate(register=Register.REQUESTS, count=20),
        Aggregate(register=Register.REQUESTS, dimension=Dimension.OUTCOME, category="granted", count=20),
    )

    summary = count(ServiceYear(period=YEAR, aggregates=lines))

    unknown = Absent(Reason.NO_ROWS)
    assert balance(summary) == (unknown, 20, unknown, unknown)
    assert unknown == summary.branch("requests.oldest_open")


def test_an_empty_register_balances_at_nothing_and_one_not_kept_at_all(count: Count) -> None:
    assert balance(count(year_of())) == (0, 0, 0, 0)
    assert set(balance(count(ServiceYear(period=YEAR)))) == {Absent(Reason.NOT_KEPT)}


IN_TIME = evolve(RECEIVED, outcome=Outcome.GRANTED, notice_on=date(2020, 2, 4))
LATE = evolve(RECEIVED, outcome=Outcome.GRANTED, notice_on=date(2020, 6, 30))
OPEN_LATE = evolve(RECEIVED, outcome=Outcome.PENDING)
OPEN_IN_TIME = evolve(RECEIVED, period=Period(2020, 12, 30), outcome=Outcome.PENDING)
UNKNOWN = evolve(RECEIVED, outcome=Outcome.GRANTED)


def test_the_share_in_time_counts_what_is_open_late_and_not_what_may_still_be_in_time(count: Count) -> None:
    rows = (
        evolve(IN_TIME, count=5),
        LATE,
        OPEN_LATE,
        evolve(OPEN_IN_TIME, count=9),
        evolve(UNKNOWN, count=9),
    )

    summary = count(year_of(*rows))

    assert summary.figure("requests.judged") == 7
    assert Decimal("0.7143") == summary.figure("requests.share_in_time")
    assert unstructure(summary)["requests"]["share_in_time"] == 0.7143


@pytest.mark.parametrize(
    ("rows", "judged", "share"),
    [
        ((), 0, Absent(Reason.NOTHING_TO_SHARE)),
        ((OPEN_IN_TIME,), 0, Absent(Reason.NOTHING_TO_SHARE)),
        ((OPEN_LATE,), 1, 0),
        ((IN_TIME,), 1, 1),
        ((UNKNOWN,), Absent(Reason.NO_DATES), Absent(Reason.NO_DATES)),
    ],
)
def test_there_is_no_share_of_nothing(
    count: Count, rows: tuple[Request, ...], judged: object, share: object
) -> None:
    summary = count(year_of(*rows))

    assert judged == summary.figure("requests.judged")
    assert share == summary.figure("requests.share_in_time")
