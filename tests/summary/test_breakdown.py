"""Rows along one dimension: what is named, what is not, and what is truly 0."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ppid_core.model import (
    Absent,
    Aggregate,
    Channel,
    Coded,
    Dimension,
    Outcome,
    Period,
    Reason,
    RefusalReason,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    YearPart,
)
from ppid_core.summary import Summary

Count = Callable[..., Summary]


def year_of(*rows: Request, lines: tuple[Aggregate, ...] = ()) -> ServiceYear:
    return ServiceYear(period=ReportingPeriod(2020), requests=rows, aggregates=lines)


def by(channel: Channel, count: int = 1) -> Request:
    return Request(channel=Coded(channel), count=count)


def with_outcome(outcome: Outcome | None, count: int = 1, reason: RefusalReason | None = None) -> Request:
    return Request(outcome=outcome, count=count, reason=None if reason is None else Coded(reason))


def line(dimension: Dimension | None, category: str, count: int) -> Aggregate:
    return Aggregate(register=Register.REQUESTS, dimension=dimension, category=category, count=count)


def test_where_every_row_names_one_the_other_categories_are_0_in_the_order_of_the_list(count: Count) -> None:
    outcomes = count(year_of(with_outcome(Outcome.REFUSED, 2), with_outcome(Outcome.GRANTED))).branch(
        "requests.by_outcome"
    )

    assert [str(outcome) for outcome in Outcome] == list(outcomes)
    assert outcomes == {**dict.fromkeys(map(str, Outcome), 0), "granted": 1, "refused": 2}


def test_where_only_part_of_the_rows_name_one_the_rest_is_not_recorded_and_no_other_is_0(
    count: Count,
) -> None:
    summary = count(year_of(with_outcome(Outcome.GRANTED), with_outcome(None, 3)))

    assert summary.branch("requests.by_outcome") == {"granted": 1, "not_recorded": 3}
    assert Absent(Reason.NO_CATEGORY) == summary.figure("requests.by_outcome.refused")


def test_where_no_row_names_one_the_breakdown_is_absent(count: Count) -> None:
    assert Absent(Reason.NO_CATEGORY) == count(year_of(Request())).branch("requests.by_channel")


def test_a_recorded_0_is_told_beside_what_is_not_recorded(count: Count) -> None:
    summary = count(year_of(by(Channel.WEBSITE, 0), Request(count=3)))

    assert summary.branch("requests.by_channel") == {"website": 0, "not_recorded": 3}


def test_a_group_of_channels_is_neither_split_nor_filled_and_leaves_its_members_open(count: Count) -> None:
    channels = count(year_of(by(Channel.ONLINE, 5), by(Channel.EMAIL, 2))).branch("requests.by_channel")

    assert channels["online"] == 5
    assert channels["email"] == 2
    assert channels["desk"] == 0
    assert "website" not in channels
    assert sum(channels.values()) == 7


@pytest.mark.parametrize(("vague", "open_"), [(Outcome.FULFILLED, "granted"), (Outcome.ANSWERED, "refused")])
def test_an_outcome_that_was_not_said_exactly_leaves_the_exact_ones_open(
    count: Count, vague: Outcome, open_: str
) -> None:
    summary = count(year_of(with_outcome(vague, 5), with_outcome(Outcome.PENDING)))

    assert Absent(Reason.NO_CATEGORY) == summary.figure(f"requests.by_outcome.{open_}")
    assert summary.figure("requests.by_outcome.unanswered") == 0
    assert sum(summary.branch("requests.by_outcome").values()) == 6


def test_reasons_add_up_to_the_refused_and_say_what_gives_none(count: Count) -> None:
    rows = (
        with_outcome(Outcome.REFUSED, 42, RefusalReason.BAD_FAITH),
        with_outcome(Outcome.REFUSED, 3),
        with_outcome(Outcome.PARTLY_GRANTED, 2, RefusalReason.EXEMPT),
        with_outcome(Outcome.NOT_HELD, 7, RefusalReason.NOT_HELD),
    )

    summary = count(year_of(*rows))

    assert summary.branch("requests.by_refusal_reason") == {"bad_faith": 42, "not_recorded": 3}
    assert summary.branch("requests.by_partial_reason") == {
        **dict.fromkeys(map(str, RefusalReason), 0),
        "exempt": 2,
    }


def test_a_partial_grant_without_reasons_has_no_breakdown(count: Count) -> None:
    summary = count(year_of(with_outcome(Outcome.PARTLY_GRANTED, 22)))

    assert Absent(Reason.NO_CATEGORY) == summary.branch("requests.by_partial_reason")
    assert set(summary.branch("requests.by_refusal_reason").values()) == {0}


def test_a_partial_grant_without_reasons_leaves_its_own_open_where_refusals_have_some(count: Count) -> None:
    rows = with_outcome(Outcome.PARTLY_GRANTED, 22), with_outcome(Outcome.REFUSED, 1, RefusalReason.EXEMPT)

    assert count(year_of(*rows)).branch("requests.by_partial_reason") == {"not_recorded": 22}


def test_a_word_that_equals_our_own_key_adds_to_it(count: Count) -> None:
    rows = (Request(occupation="not_recorded", count=2), Request(count=3), Request(occupation="guru"))

    assert count(year_of(*rows)).branch("requests.by_occupation") == {"guru": 1, "not_recorded": 5}


def test_aggregate_lines_stand_in_for_a_dimension_that_no_row_names(count: Count) -> None:
    lines = (line(Dimension.CHANNEL, "website", 2), line(Dimension.OUTCOME, "refused", 3))

    summary = count(year_of(with_outcome(Outcome.GRANTED, 3), lines=lines))

    assert summary.branch("requests.by_channel") == {"website": 2, "not_recorded": 1}
    assert summary.figure("requests.by_outcome.granted") == 3
    assert summary.figure("requests.by_outcome.refused") == 0


def test_aggregate_lines_above_the_rows_keep_their_figures_and_are_marked(count: Count) -> None:
    summary = count(year_of(Request(count=3), lines=(line(Dimension.CHANNEL, "website", 4),)))

    assert summary.figure("requests.total") == 3
    assert summary.branch("requests.by_channel") == {"website": 4}
    assert summary.exceeds("requests.by_channel")


def test_months_are_absent_where_a_row_names_none(count: Count) -> None:
    summary = count(year_of(Request(period=Period(2020, 2)), Request(period=Period(2020))))

    assert Absent(Reason.PART_OF_ROWS) == summary.figure("requests.by_month")


def test_months_outside_a_semester_are_null_and_its_rows_counted_only_as_outside(count: Count) -> None:
    year = ServiceYear(
        period=ReportingPeriod(2020, YearPart.SEMESTER_2),
        requests=(Request(period=Period(2020, 7, 3), count=4), Request(period=Period(2020, 6), count=9)),
    )

    summary = count(year)

    assert (*[None] * 6, 4, 0, 0, 0, 0, 0) == summary.figure("requests.by_month")
    assert summary.figure("requests.total") == 4
    assert summary.figure("requests.outside_period") == 9
    assert summary.figure("requests.by_month.7") == 4
    assert Absent(Reason.NO_CATEGORY) == summary.figure("requests.by_month.6")


def test_a_nihil_register_is_0_and_an_unkept_one_absent(count: Count) -> None:
    nihil = count(ServiceYear(period=ReportingPeriod(2020), requests=(), objections=()))

    assert nihil.figure("requests.total") == 0
    assert nihil.figure("objections.by_month") == (0,) * 12
    assert set(nihil.branch("requests.by_outcome").values()) == {0}
    assert Absent(Reason.NOT_KEPT) == nihil.figure("disputes.total")
    assert Absent(Reason.NOT_KEPT) == nihil.figure("disputes.carried_over")


def test_the_reason_of_an_absent_register_is_kept_word_for_word(count: Count) -> None:
    reason = Absent(Reason.NOT_ASKED, "dikelola: provinsi")

    summary = count(ServiceYear(period=ReportingPeriod(2020), suits=reason))

    assert reason == summary.figure("suits.total")
    assert reason == summary.branch("suits.by_decision")
