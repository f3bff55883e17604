"""Aggregate lines alone: the total line is the count, else the sum of a group."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve

from ppid_core.model import (
    Absent,
    Aggregate,
    Coded,
    Dimension,
    JointPart,
    Objection,
    ObjectionGround,
    Period,
    Reason,
    Register,
    ReportingPeriod,
    ServiceYear,
    UnreadCell,
    YearPart,
)
from ppid_core.summary import Summary
from ppid_core.summary.joint import joint_lines

Count = Callable[..., Summary]


def line(
    count: int,
    dimension: Dimension | None = None,
    category: str = "",
    month: int | None = None,
    year: int | None = None,
) -> Aggregate:
    return Aggregate(
        register=Register.REQUESTS,
        dimension=dimension,
        category=category,
        count=count,
        period=None if month is None else Period(2020, month),
        year=year,
    )


def body(*lines: Aggregate, part: YearPart = YearPart.YEAR) -> ServiceYear:
    return ServiceYear(period=ReportingPeriod(2020, part), aggregates=lines)


OUTCOMES = (line(30, Dimension.OUTCOME, "granted"), line(12, Dimension.OUTCOME, "refused"))


def test_the_total_line_is_the_count_and_a_smaller_group_leaves_the_rest_not_recorded(count: Count) -> None:
    summary = count(body(line(50), *OUTCOMES))

    assert summary.figure("requests.total") == 50
    assert summary.branch("requests.by_outcome") == {"granted": 30, "refused": 12, "not_recorded": 8}


def test_without_a_total_line_the_count_is_the_sum_of_a_group(count: Count) -> None:
    summary = count(body(*OUTCOMES))

    assert summary.figure("requests.total") == 42
    assert summary.figure("requests.by_outcome.granted") == 30
    assert summary.figure("requests.by_outcome.unanswered") == 0


def test_groups_that_agree_give_one_count(count: Count) -> None:
    applicants = (
        line(40, Dimension.APPLICANT, "individual"),
        line(2, Dimension.APPLICANT, "organisation"),
    )

    assert count(body(*OUTCOMES, *applicants)).figure("requests.total") == 42


def test_groups_that_differ_give_no_total_and_keep_their_parts(count: Count) -> None:
    summary = count(body(*OUTCOMES, line(41, Dimension.APPLICANT, "individual")))

    assert Absent(Reason.TOTALS_DIFFER) == summary.figure("requests.total")
    assert summary.branch("requests.by_outcome") == {"granted": 30, "refused": 12}
    assert not summary.exceeds("requests.by_outcome")


def test_a_group_above_the_total_line_keeps_its_figures_and_is_marked(count: Count) -> None:
    summary = count(body(line(40), *OUTCOMES))

    assert summary.figure("requests.total") == 40
    assert summary.branch("requests.by_outcome") == {"granted": 30, "refused": 12}
    assert summary.exceeds("requests.by_outcome")


def test_reasons_for_refusals_are_a_part_of_the_register_and_never_its_count(count: Count) -> None:
    reasons = (
        line(9, Dimension.REFUSAL_REASON, "exempt"),
        line(1, Dimension.REFUSAL_REASON, "not_held"),
    )

    summary = count(body(*OUTCOMES, *reasons))

    assert summary.figure("requests.total") == 42
    assert summary.branch("requests.by_refusal_reason") == {"exempt": 9, "not_held": 1, "not_recorded": 2}


def test_reasons_alone_are_told_though_nothing_says_how_many_were_refused(count: Count) -> None:
    summary = count(body(line(9, Dimension.REFUSAL_REASON, "exempt")))

    assert Absent(Reason.NOT_KEPT) == summary.figure("requests.total")
    assert summary.figure("requests.by_refusal_reason.exempt") == 9


def test_reasons_above_the_count_keep_their_figures_and_are_marked(count: Count) -> None:
    summary = count(body(line(5), line(9, Dimension.REFUSAL_REASON, "exempt")))

    assert summary.branch("requests.by_refusal_reason") == {"exempt": 9}
    assert summary.exceeds("requests.by_refusal_reason")


def test_months_come_from_lines_by_month_or_from_totals_of_a_month(count: Count) -> None:
    expected = (3, 4, *[0] * 10)

    by_month = count(body(line(3, Dimension.MONTH, month=1), line(4, Dimension.MONTH, month=2)))
    totals = count(body(line(3, month=1), line(4, month=2)))

    assert expected == by_month.figure("requests.by_month") == totals.figure("requests.by_month")
    assert by_month.figure("requests.total") == totals.figure("requests.total") == 7


def test_months_come_from_another_group_where_each_of_its_lines_names_one(count: Count) -> None:
    lines = (
        line(3, Dimension.OUTCOME, "granted", month=1),
        line(1, Dimension.OUTCOME, "refused", month=1),
        line(4, Dimension.OUTCOME, "granted", month=2),
    )

    summary = count(body(*lines))

    assert (4, 4, *[0] * 10) == summary.figure("requests.by_month")
    assert summary.figure("requests.by_outcome.granted") == 7


def test_a_line_for_the_whole_period_wins_over_its_months(count: Count) -> None:
    lines = (
        line(9, Dimension.OUTCOME, "granted"),
        line(3, Dimension.OUTCOME, "granted", month=1),
        line(1, Dimension.OUTCOME, "refused", month=1),
    )

    summary = count(body(*lines))

    assert summary.figure("requests.by_outcome.granted") == 9
    assert summary.figure("requests.by_outcome.refused") == 1
    assert summary.figure("requests.total") == 10


def test_a_line_by_month_that_names_none_leaves_the_months_unknown(count: Count) -> None:
    summary = count(body(line(3, Dimension.MONTH, month=1), line(4, Dimension.MONTH)))

    assert summary.figure("requests.total") == 7
    assert Absent(Reason.PART_OF_ROWS) == summary.figure("requests.by_month")


def test_a_part_that_leads_nowhere_is_not_recorded(count: Count) -> None:
    summary = count(body(line(3, Dimension.AGENCY, "Dinkes"), line(4, Dimension.AGENCY)))

    assert summary.branch("requests.by_agency") == {"Dinkes": 3, "not_recorded": 4}


def test_a_line_of_another_year_is_a_comparison(count: Count) -> None:
    assert count(body(line(50), line(60, year=2019))).figure("requests.total") == 50
    assert Absent(Reason.NOT_KEPT) == count(body(line(60, year=2019))).figure("requests.total")


def test_a_line_of_a_month_outside_a_semester_is_no_part_of_it(count: Count) -> None:
    lines = (line(3, Dimension.MONTH, month=6), line(4, Dimension.MONTH, month=7))

    summary = count(body(*lines, part=YearPart.SEMESTER_1))

    assert summary.figure("requests.total") == 3
    assert (0, 0, 0, 0, 0, 3, *[None] * 6) == summary.figure("requests.by_month")


def test_what_only_rows_can_tell_is_absent(count: Count) -> None:
    summary = count(body(line(50)))

    for path in ("carried_over", "outside_period", "timeliness", "response_time"):
        assert Absent(Reason.NO_ROWS) == summary.figure(f"requests.{path}")


@pytest.mark.parametrize(
    ("register", "path"),
    [
        (Register.COMPLAINTS, "complaints.total"),
        (Register.OBJECTIONS, "objections.total"),
        (Register.DISPUTES, "disputes.total"),
        (Register.SUITS, "suits.total"),
        (Register.APPLICANTS, "applicants.total"),
    ],
)
def test_each_register_may_be_known_by_its_total_only(count: Count, register: Register, path: str) -> None:
    summary = count(body(Aggregate(register=register, count=6)))

    assert summary.figure(path) == 6


def test_complaints_recorded_as_nihil_are_0(count: Count) -> None:
    summary = count(body(Aggregate(register=Register.COMPLAINTS, count=0)))

    assert summary.figure("complaints.total") == 0
    assert summary.figure("complaints.by_month") == (0,) * 12


def test_a_line_with_a_month_counts_in_its_month_and_in_its_category(count: Count) -> None:
    lines = (
        line(3, Dimension.OUTCOME, "granted", month=1),
        line(2, Dimension.OUTCOME, "granted", month=2),
        line(4, Dimension.OUTCOME, "refused", month=2),
    )

    summary = count(body(*lines))

    assert summary.figure("requests.total") == 9
    assert summary.figure("requests.by_outcome.granted") == 5
    assert summary.figure("requests.by_outcome.refused") == 4
    assert (3, 6, *[0] * 10) == summary.figure("requests.by_month")


def test_months_of_two_groups_that_differ_are_not_told(count: Count) -> None:
    lines = (
        line(3, Dimension.OUTCOME, "granted", month=1),
        line(3, Dimension.CHANNEL, "email", month=2),
    )

    summary = count(body(*lines))

    assert summary.figure("requests.total") == 3
    assert Absent(Reason.NO_CATEGORY) == summary.figure("requests.by_month")


def test_months_beside_a_line_of_the_whole_group_are_told_by_none(count: Count) -> None:
    lines = (line(9, Dimension.OUTCOME, "granted"), line(3, Dimension.OUTCOME, "refused", month=1))

    assert Absent(Reason.NO_CATEGORY) == count(body(*lines)).figure("requests.by_month")


def test_total_of_a_month_and_line_by_month_are_one_month(count: Count) -> None:
    summary = count(body(line(3, month=1), line(2, Dimension.MONTH, month=2)))

    assert summary.figure("requests.total") == 5
    assert (3, 2, *[0] * 10) == summary.figure("requests.by_month")


def test_line_with_a_month_outside_the_period_is_no_part_of_it(count: Count) -> None:
    lines = (
        line(3, Dimension.OUTCOME, "granted", month=6),
        line(4, Dimension.OUTCOME, "granted", month=7),
        line(5, month=8),
    )

    summary = count(body(*lines, part=YearPart.SEMESTER_1))

    assert summary.figure("requests.total") == 3
    assert summary.figure("requests.by_outcome.granted") == 3


GROUND_A = (Dimension.GROUND, "ground_a")
GROUNDS = (line(3), line(1, *GROUND_A))
UNREAD_LINE = UnreadCell(table="rekap", column="objections")


def objections(*rows: Objection, unread: tuple[UnreadCell, ...] = ()) -> ServiceYear:
    lines = tuple(evolve(one, register=Register.OBJECTIONS) for one in GROUNDS)
    year = evolve(body(*lines), unread=unread)
    return evolve(year, objections=rows) if rows else year


def test_of_overlapping_parts_what_lines_fall_short_of_may_stand_in_a_line_that_nobody_could_read(
    count: Count,
) -> None:
    path = "objections.by_ground"

    assert count(objections()).branch(path) == {"ground_a": 1, "not_recorded": 2}
    assert count(objections(unread=(UNREAD_LINE,))).branch(path) == {"ground_a": 1, "unread": 2}


def test_of_overlapping_parts_that_rows_name_a_line_has_no_say(count: Count) -> None:
    rows = (Objection(ground=Coded(ObjectionGround.A)), Objection(count=2))

    parts = count(objections(*rows, unread=(UNREAD_LINE,))).branch("objections.by_ground")

    assert parts == {"ground_a": 1, "not_recorded": 2}


def test_where_overlapping_parts_may_hold_more_no_other_part_is_0(count: Count) -> None:
    rows = (Objection(ground=Coded(ObjectionGround.A)), Objection(unread=("ground",)))
    beyond = tuple(evolve(one, register=Register.OBJECTIONS) for one in (line(3), line(4, *GROUND_A)))

    of_rows = count(ServiceYear(period=ReportingPeriod(2020), objections=rows)).branch("objections.by_ground")
    of_lines = count(body(*beyond)).branch("objections.by_ground")

    assert of_rows == {"ground_a": 1, "unread": 1}
    assert of_lines == {"ground_a": 4}


def test_joint_lines_are_those_of_their_own_register_year_and_period() -> None:
    part = JointPart(dimension=Dimension.CHANNEL, category="email")
    own = evolve(line(2, Dimension.AGENCY, "D1"), second=part)
    others = [
        *(evolve(own, register=register) for register in Register if register is not Register.REQUESTS),
        evolve(own, year=2019),
        evolve(own, period=Period(2021, 1)),
    ]

    assert joint_lines(body(own, *others, evolve(own, year=2020)), Register.REQUESTS) == (
        own,
        evolve(own, year=2020),
    )
