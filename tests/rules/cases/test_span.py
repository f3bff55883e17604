"""Days that are known only roughly: only what holds for each of them is certain."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.deadlines import DeadlineKind, standing
from ppid_core.law import Lawbook
from ppid_core.model import Period, ReportingPeriod, ServiceYear
from ppid_core.rules import Evidence
from ppid_core.rules.casebook.span import Span, due_of, standing_of
from ppid_core.summary import summarize
from ppid_core.workdays import WorkdayCalendar

LAW, WORKDAYS, DAY = Lawbook.load(), WorkdayCalendar.load(), date(2021, 12, 31)
YEAR = ServiceYear(period=ReportingPeriod(2021))
EVIDENCE = Evidence(
    year=YEAR, summary=summarize(YEAR, LAW, WORKDAYS, DAY), law=LAW, workdays=WORKDAYS, as_of=DAY
)
MONTHS = st.builds(Period, st.sampled_from((2020, 2021)), st.integers(1, 12))
KINDS = st.sampled_from(
    (
        DeadlineKind.OBJECTION_FILING,
        DeadlineKind.OBJECTION_ANSWER,
        DeadlineKind.DISPUTE_FILING_AFTER_SILENCE,
        DeadlineKind.CASSATION,
    )
)


def days(span: Span) -> list[date]:
    return [span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1)]


@given(KINDS, st.dates(date(2020, 1, 1), date(2021, 12, 31)), MONTHS)
def test_an_act_of_a_month_stands_as_each_of_its_days_does_or_is_left_open(
    kind: DeadlineKind, opened: date, month: Period
) -> None:
    filed = Span.of(month)
    each = {standing(kind, opened, day, LAW, WORKDAYS) for day in days(filed)}
    certain = standing_of(kind, Span.of(opened), filed, EVIDENCE)
    assert certain == (each.pop() if len(each) == 1 else None)


@given(KINDS, MONTHS, st.dates(date(2020, 1, 1), date(2021, 12, 31)))
def test_an_act_after_an_event_of_a_month_stands_as_after_each_of_its_days_or_is_left_open(
    kind: DeadlineKind, month: Period, filed: date
) -> None:
    opened = Span.of(month)
    each = {standing(kind, day, filed, LAW, WORKDAYS) for day in days(opened)}
    certain = standing_of(kind, opened, Span.of(filed), EVIDENCE)
    assert certain == (each.pop() if len(each) == 1 else None)


def test_what_is_due_after_an_event_of_a_month_lies_between_two_days() -> None:
    due = due_of(DeadlineKind.CASSATION, Span.of(Period(2021, 11)), EVIDENCE)
    assert (due.first, due.last) == (date(2021, 11, 15), date(2021, 12, 14))


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Span.of(Period(2021, 3, 1)), "1 Maret 2021"),
        (Span.of(date(2021, 3, 1)), "1 Maret 2021"),
        (Span(first=date(2021, 3, 1), last=date(2021, 3, 1)), "1 Maret 2021"),
        (Span.of(Period(2021, 2)), "antara 1 Februari 2021 dan 28 Februari 2021"),
    ],
)
def test_days_are_said_as_one_or_as_between_two(span: Span, said: str) -> None:
    assert span.said.id == said
