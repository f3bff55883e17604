"""T104 and T105: totals and their parts, aggregate lines and rows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from ppid_core.model import (
    Agency,
    AgencyRef,
    Aggregate,
    Applicant,
    Budget,
    BudgetLine,
    CellState,
    Channel,
    Coded,
    ComplianceMatrix,
    CountUnit,
    Dimension,
    InformationType,
    MatrixRow,
    Outcome,
    Period,
    RefusalReason,
    Register,
    ReportingPeriod,
    Request,
    Service,
    ServiceYear,
    Staff,
    StatedTotal,
    UnreadCell,
)
from ppid_core.rules import Checked, Status
from ppid_core.source import Source
from ppid_core.testing.judgement import judged

STAFF = (Staff(count=5), Staff(count=1), Staff(count=1))
REQUESTS = (
    Request(count=3, outcome=Outcome.GRANTED, period=Period(2021, 2)),
    Request(count=2, outcome=Outcome.REFUSED, period=Period(2021, 3)),
)


EMPTY = ServiceYear(period=ReportingPeriod(2021))


def line(
    count: int,
    dimension: Dimension | None = None,
    category: str = "",
    *,
    register: Register = Register.REQUESTS,
    period: Period | None = None,
) -> Aggregate:
    return Aggregate(register=register, dimension=dimension, category=category, period=period, count=count)


def outcome(count: int, category: Outcome = Outcome.GRANTED, *, period: Period | None = None) -> Aggregate:
    return line(count, Dimension.OUTCOME, str(category), period=period)


def found(checked: Checked) -> list[tuple[str, object, object]]:
    return [(finding.subject, finding.provided, finding.expected) for finding in checked.findings]


@pytest.mark.parametrize(
    ("table", "column", "value", "expected"),
    [
        ("permohonan", "jumlah", 6, 5),
        ("permohonan", "jumlah_pemohon", 6, 5),
        ("sdm", "jumlah", 8, 7),
        ("anggaran", "alokasi", 90, 100),
        ("ketersediaan", "dik", 2, 1),
    ],
)
def test_t104_fires_where_a_row_jumlah_is_not_the_sum(
    table: str, column: str, value: int, expected: int
) -> None:
    kind = InformationType(code="dik", name="DIK")
    states = (CellState.DISCLOSED, CellState.NOT_REPORTED)
    rows = tuple(MatrixRow(agency=AgencyRef(typed="A"), states=(state,)) for state in states)
    checked = judged(
        evolve(
            EMPTY,
            requests=REQUESTS,
            service=Service(staff=STAFF),
            budget=Budget(lines=(BudgetLine(allocated=Decimal(100)),)),
            matrix=ComplianceMatrix(types=(kind,), rows=rows),
            stated_totals=(StatedTotal(table=table, column=column, value=Decimal(value)),),
        ),
        "T104",
    )
    assert [(f"total:{table}.{column}", value, expected)] == found(checked)


@pytest.mark.parametrize(("column", "value"), [("berkala", 2), ("dik", 1)])
def test_t104_adds_up_the_ticks_of_one_type_alone(column: str, value: int) -> None:
    types = (InformationType(code="berkala", name="Berkala"), InformationType(code="dik", name="DIK"))
    here, gone = CellState.DISCLOSED, CellState.NOT_REPORTED
    rows = (
        MatrixRow(agency=AgencyRef(typed="A"), states=(here, gone)),
        MatrixRow(agency=AgencyRef(typed="B"), states=(here, here)),
    )
    total = StatedTotal(table="ketersediaan", column=column, value=Decimal(value))
    year = evolve(EMPTY, matrix=ComplianceMatrix(types=types, rows=rows), stated_totals=(total,))
    assert found(judged(year, "T104")) == []


@pytest.mark.parametrize(
    ("rows", "value", "different"),
    [((0, 1), 5, []), ((0, 1), 7, [("total:sdm.jumlah#1-1", 7, 5)]), ((1, 3), 2, []), (None, 7, [])],
)
def test_t104_compares_a_subtotal_with_its_own_rows(
    rows: tuple[int, int] | None, value: int, different: list[tuple[str, object, object]]
) -> None:
    total = StatedTotal(table="sdm", column="jumlah", value=Decimal(value), rows=rows)
    year = evolve(EMPTY, service=Service(staff=STAFF), stated_totals=(total,))
    assert found(judged(year, "T104")) == different


def test_t104_fires_where_a_total_of_aggregate_lines_is_not_their_sum() -> None:
    total = StatedTotal(table="rekap", column="jumlah", value=Decimal(6), rows=(1, 3))
    lines = (line(5), outcome(3), outcome(2, Outcome.REFUSED))
    checked = judged(evolve(EMPTY, aggregates=lines, stated_totals=(total,)), "T104")
    assert found(checked) == [("total:rekap.jumlah#2-3", 6, 5)]
    assert "Subjumlah kolom jumlah di tabel rekap" in checked.message(checked.findings[0])


JOINT = (line(3), line(2))
JOINT_TOTAL = StatedTotal(table="silang", column="ditolak", value=Decimal(6), lines=(0, 1))


@pytest.mark.parametrize(
    ("value", "is_partial", "differs"),
    [(5, False, False), (6, False, True), (4, False, True), (6, True, False), (4, True, True)],
)
def test_t104_compares_the_end_of_a_line_of_joint_counts_with_its_cells(
    value: int, *, is_partial: bool, differs: bool
) -> None:
    total = evolve(JOINT_TOTAL, value=Decimal(value), is_partial=is_partial)
    checked = judged(evolve(EMPTY, aggregates=JOINT, stated_totals=(total,)), "T104")
    assert [(one.provided, one.expected) for one in checked.findings if one.subject.startswith("total:")] == [
        (value, 5)
    ] * differs


def test_t104_compares_every_stated_total_whatever_stands_before_it() -> None:
    row, blank = (StatedTotal(table=table, column="jumlah", value=Decimal(6)) for table in ("rekap", "sdm"))
    unread, gone = evolve(row, table="keberatan"), evolve(JOINT_TOTAL, lines=(0, 2))
    year = evolve(
        EMPTY,
        aggregates=JOINT,
        service=Service(staff=(Staff(),)),
        unread=(UnreadCell(table="keberatan", column="jumlah"),),
    )
    for before in (unread, gone, blank, JOINT_TOTAL, row):
        totals = evolve(year, stated_totals=(before, row, JOINT_TOTAL))
        subjects = [
            one.subject for one in judged(totals, "T104").findings if one.subject.startswith("total:")
        ]
        assert subjects[-2:] == ["total:rekap.jumlah", "total:silang:ditolak"]


def test_t104_compares_no_line_of_joint_counts_of_which_a_cell_is_gone() -> None:
    total = evolve(JOINT_TOTAL, lines=(0, 2))
    checked = judged(evolve(EMPTY, aggregates=JOINT, stated_totals=(total,)), "T104")
    assert not [one for one in checked.findings if one.subject.startswith("total:")]


def test_t104_fires_where_the_staff_are_more_than_the_total() -> None:
    assert found(judged(evolve(EMPTY, service=Service(staff=STAFF, staff_total=6)), "T104")) == [
        ("staff.total", 6, 7)
    ]


def test_t104_passes_totals_that_are_the_sum_or_may_be_where_cells_are_blank() -> None:
    staff = (*STAFF, Staff())
    checked = judged(evolve(EMPTY, service=Service(staff=staff, staff_total=9)), "T104")
    assert checked.run("T104").status is Status.PASSED


def test_t104_fires_where_a_group_exceeds_the_total_and_passes_below_it() -> None:
    above = evolve(EMPTY, aggregates=(line(4), outcome(3), outcome(2, Outcome.REFUSED)))
    below = evolve(EMPTY, aggregates=(line(6), outcome(3), outcome(2, Outcome.REFUSED)))
    assert found(judged(above, "T104")) == [("requests.by_outcome", 4, 5)]
    assert found(judged(below, "T104")) == []


def test_t104_names_one_total_beside_the_parts_that_exceed_it() -> None:
    lines = (line(4), line(4), outcome(5), outcome(4, Outcome.REFUSED))
    rows = (evolve(one, source=Source(file="rekap.csv", row=at)) for at, one in enumerate(lines, start=2))
    findings = judged(evolve(EMPTY, aggregates=tuple(rows)), "T104").findings

    above = next(one for one in findings if one.subject == "requests.by_outcome")
    assert [place.row for place in above.places] == [2, 4, 5]


@pytest.mark.parametrize(("number", "differs"), [(4, True), (5, False), (6, True)])
def test_t104_fires_where_groups_without_a_total_differ(number: int, *, differs: bool) -> None:
    groups = (outcome(5), line(number, Dimension.CHANNEL, "desk"))
    checked = judged(evolve(EMPTY, aggregates=groups), "T104")
    assert found(checked) == ([("requests.by_channel", number, 5)] if differs else [])


def test_t104_fires_saying_that_two_groups_differ_and_names_each_row_once() -> None:
    lines = (
        evolve(outcome(5), source=Source(file="rekap.csv", row=2)),
        evolve(line(4, Dimension.CHANNEL, "desk"), source=Source(file="rekap.csv", row=3)),
    )
    checked = judged(evolve(EMPTY, aggregates=lines), "T104")
    (finding,) = checked.findings
    assert checked.message(finding) == (
        "Rekap permohonan menurut kanal: berjumlah 4, menurut keputusan berjumlah 5 (selisih 1)."
    )
    assert [place.row for place in finding.places] == [3, 2]


@pytest.mark.parametrize(
    ("lines", "subject", "provided", "expected", "what"),
    [
        ((line(3), line(2)), "requests.total", 5, 3, "Permohonan, 2 baris: bersama-sama 5, salah satunya 3"),
        ((line(5), line(5)), "requests.total", 10, 5, "Permohonan, 2 baris: bersama-sama 10"),
        (
            (line(4, Dimension.MONTH, period=Period(2021, 3)), line(4, period=Period(2021, 3))),
            "requests.by_month.3",
            8,
            4,
            "Permohonan (bulan: Maret), 2 baris",
        ),
    ],
)
def test_t104_fires_where_two_lines_state_one_total(
    lines: tuple[Aggregate, ...], subject: str, provided: int, expected: int, what: str
) -> None:
    checked = judged(evolve(EMPTY, aggregates=lines), "T104")
    assert found(checked) == [(subject, provided, expected)]
    assert what in checked.message(checked.findings[0])


def test_t104_passes_two_lines_of_one_category_a_total_of_none_and_totals_of_two_years() -> None:
    lines = (line(5), line(0), evolve(line(9), year=2020), outcome(2), outcome(3))
    assert judged(evolve(EMPTY, aggregates=lines), "T104").run("T104").status is Status.PASSED


@pytest.mark.parametrize(
    ("table", "column", "fields"),
    [
        ("keberatan", "jumlah", {"objections": ()}),
        ("keberatan", "jumlah", {}),
        ("anggaran", "alokasi", {}),
        ("ketersediaan", "dik", {}),
    ],
)
def test_t104_fires_where_a_row_jumlah_stands_above_nothing(
    table: str, column: str, fields: dict[str, Any]
) -> None:
    total = StatedTotal(table=table, column=column, value=Decimal(5))
    year = evolve(EMPTY, stated_totals=(total,), **fields)
    checked = judged(year, "T104")
    assert found(checked) == [(f"total:{table}.{column}", 5, 0)]
    assert "tertulis 5, rinciannya berjumlah 0 (selisih 5)" in checked.message(checked.findings[0])


@pytest.mark.parametrize(
    ("value", "rows", "fields"),
    [
        (0, None, {"objections": ()}),
        (5, None, {"service": Service(staff=(Staff(), Staff()))}),
        (5, (0, 1), {"service": Service(staff=(Staff(), Staff(count=5)))}),
    ],
)
def test_t104_passes_a_row_jumlah_of_zero_and_one_above_blank_cells(
    value: int, rows: tuple[int, int] | None, fields: dict[str, Any]
) -> None:
    table = "keberatan" if "objections" in fields else "sdm"
    total = StatedTotal(table=table, column="jumlah", value=Decimal(value), rows=rows)
    assert found(judged(evolve(EMPTY, stated_totals=(total,), **fields), "T104")) == []


def test_t104_compares_reasons_with_the_refused_only() -> None:
    reason = line(2, Dimension.REFUSAL_REASON, "not_held")
    same = evolve(EMPTY, aggregates=(outcome(5), outcome(2, Outcome.REFUSED), reason))
    more = evolve(EMPTY, aggregates=(outcome(5), outcome(1, Outcome.REFUSED), reason))
    assert found(judged(same, "T104")) == []
    assert found(judged(more, "T104")) == [("requests.by_refusal_reason", 1, 2)]


def test_t104_fires_where_lines_of_months_exceed_the_line_of_the_period() -> None:
    months = tuple(outcome(2, period=Period(2021, month)) for month in (1, 2))
    for lines in ((outcome(3), *months), (line(9), *months, outcome(3))):
        assert found(judged(evolve(EMPTY, aggregates=lines), "T104")) == [
            ("requests.by_outcome.granted", 3, 4)
        ]


def test_t104_passes_a_line_of_the_period_that_its_months_add_up_to() -> None:
    months = tuple(outcome(50, period=Period(2021, month)) for month in range(1, 13))
    assert found(judged(evolve(EMPTY, aggregates=(outcome(600), *months)), "T104")) == []


def test_t104_fires_where_all_months_are_told_and_fall_short() -> None:
    months = tuple(outcome(1, period=Period(2021, month)) for month in range(1, 13))
    assert found(judged(evolve(EMPTY, aggregates=(outcome(13), *months)), "T104")) == [
        ("requests.by_outcome.granted", 13, 12)
    ]


def test_t104_leaves_lines_of_another_year_alone() -> None:
    other = evolve(outcome(9), year=2020)
    assert (
        judged(evolve(EMPTY, aggregates=(line(4), outcome(3), other)), "T104").run("T104").status
        is Status.PASSED
    )


def test_t104_is_not_applicable_without_any_total() -> None:
    assert judged(evolve(EMPTY, requests=REQUESTS), "T104").run("T104").status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("aggregate", "others", "subject", "expected"),
    [
        (line(6), (), "requests.total", 5),
        (outcome(4), (outcome(2, Outcome.REFUSED),), "requests.by_outcome.granted", 3),
        (
            line(1, Dimension.MONTH, period=Period(2021, 3)),
            (line(3, Dimension.MONTH, period=Period(2021, 2)),),
            "requests.by_month.3",
            2,
        ),
        (line(1, period=Period(2021, 3)), (line(3, period=Period(2021, 2)),), "requests.by_month.3", 2),
        (
            outcome(2, period=Period(2021, 2)),
            (outcome(2, Outcome.REFUSED),),
            "requests.by_outcome.granted@02",
            3,
        ),
    ],
)
def test_t105_fires_where_the_rows_say_otherwise(
    aggregate: Aggregate, others: tuple[Aggregate, ...], subject: str, expected: int
) -> None:
    checked = judged(evolve(EMPTY, requests=REQUESTS, aggregates=(aggregate, *others)), "T105")
    assert [(subject, aggregate.count, expected)] == found(checked)


FEBRUARY, MARCH = line(3, period=Period(2021, 2)), line(2, period=Period(2021, 3))


@pytest.mark.parametrize(
    ("lines", "subject", "provided", "expected"),
    [
        ((FEBRUARY, MARCH, line(4, period=Period(2021, 5))), "requests.by_month.5", 4, 0),
        ((FEBRUARY,), "requests.by_month.3", None, 2),
        (
            (outcome(3), outcome(2, Outcome.REFUSED), outcome(1, Outcome.PENDING)),
            "requests.by_outcome.pending",
            1,
            0,
        ),
        ((outcome(3),), "requests.by_outcome.refused", None, 2),
        (
            (outcome(3, period=Period(2021, 2)), outcome(2, Outcome.REFUSED, period=Period(2021, 4))),
            "requests.by_outcome.refused@04",
            2,
            0,
        ),
    ],
)
def test_t105_fires_both_ways_for_a_part_that_only_the_lines_or_only_the_rows_name(
    lines: tuple[Aggregate, ...], subject: str, provided: int | None, expected: int
) -> None:
    checked = judged(evolve(EMPTY, requests=REQUESTS, aggregates=lines), "T105")
    assert (subject, provided, expected) in found(checked)


@pytest.mark.parametrize(("stated", "fits"), [(1, False), (2, True), (3, False)])
def test_t105_counts_the_reasons_of_those_alone_that_were_refused(stated: int, *, fits: bool) -> None:
    reason = Coded(RefusalReason.NOT_HELD)
    rows = tuple(
        Request(count=count, outcome=outcome, reason=reason)
        for count, outcome in ((2, Outcome.REFUSED), (1, Outcome.GRANTED))
    )
    lines = (line(stated, Dimension.REFUSAL_REASON, "not_held"),)
    checked = judged(evolve(EMPTY, requests=rows, aggregates=lines), "T105")
    assert checked.run("T105").status is (Status.PASSED if fits else Status.FOUND)


def test_t105_fires_on_a_month_of_a_category_that_no_line_names() -> None:
    rows = (*REQUESTS, Request(count=4, outcome=Outcome.GRANTED, period=Period(2021, 6)))
    lines = (outcome(3, period=Period(2021, 2)), outcome(2, Outcome.REFUSED))
    checked = judged(evolve(EMPTY, requests=rows, aggregates=lines), "T105")
    assert found(checked) == [("requests.by_outcome.granted@06", None, 4)]


def test_t105_fires_saying_that_the_lines_do_not_name_the_part_and_where_they_stand() -> None:
    lines = (evolve(FEBRUARY, source=Source(file="rekap.csv", row=2)),)
    rows = tuple(
        evolve(row, source=Source(file="permohonan.csv", row=at)) for at, row in enumerate(REQUESTS, start=2)
    )
    checked = judged(evolve(EMPTY, requests=rows, aggregates=lines), "T105")
    (finding,) = checked.findings
    assert checked.message(finding) == (
        "Permohonan (bulan: Maret): rekap tidak menyebutnya, register berjumlah 2."
    )
    assert [str(place) for place in finding.places] == [
        "rekap.csv baris 2",
        "permohonan.csv baris 2",
        "permohonan.csv baris 3",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (line(5), outcome(3)),
        (line(6), FEBRUARY),
        (outcome(5, Outcome.FULFILLED), outcome(2, Outcome.REFUSED)),
        (outcome(0, Outcome.PENDING), outcome(3), outcome(2, Outcome.REFUSED)),
    ],
)
def test_t105_passes_over_parts_that_the_rest_of_a_total_or_a_vague_word_can_hold(
    lines: tuple[Aggregate, ...],
) -> None:
    checked = judged(evolve(EMPTY, requests=REQUESTS, aggregates=lines), "T105")
    assert [finding for finding in checked.findings if finding.provided is None] == []


@pytest.mark.parametrize(("total", "left_out"), [(4, [2]), (5, []), (6, [])])
def test_t105_fires_on_parts_that_the_rest_of_a_total_cannot_hold(total: int, left_out: list[int]) -> None:
    checked = judged(evolve(EMPTY, requests=REQUESTS, aggregates=(line(total), outcome(3))), "T105")
    assert [one.expected for one in checked.findings if one.provided is None] == left_out


@pytest.mark.parametrize(("largest", "left_out"), [(9, []), (10, [1])])
def test_t105_passes_what_an_open_list_leaves_to_the_rest_of_the_rows(
    largest: int, left_out: list[int]
) -> None:
    rows = tuple(
        Request(count=count, occupation=name) for name, count in (("mahasiswa", 9), ("LSM", 5), ("guru", 1))
    )
    lines = (line(largest, Dimension.OCCUPATION, "mahasiswa"), line(5, Dimension.OCCUPATION, "LSM"))
    checked = judged(evolve(EMPTY, requests=rows, aggregates=lines), "T105")
    assert checked.run("T105").status is (Status.FOUND if left_out else Status.PASSED)
    assert [one.expected for one in checked.findings if one.provided is None] == left_out


@pytest.mark.parametrize(
    ("first", "second", "fits"),
    [
        *((0, 0, False), (1, 0, True), (3, 0, True), (4, 0, False)),
        *((1, 1, True), (1, 2, True), (1, 3, False)),
    ],
)
def test_t105_takes_applicants_of_whom_a_trait_is_not_told_for_any(
    first: int, second: int, *, fits: bool
) -> None:
    """Of three one has the first degree, and of two nobody says which they have."""
    rows = (Request(applicant=Applicant(education="S1")), Request(), Request())
    lines = (line(first, Dimension.EDUCATION, "S1"), line(second, Dimension.EDUCATION, "S2"))
    checked = judged(evolve(EMPTY, requests=rows, aggregates=lines), "T105")
    assert checked.run("T105").status is (Status.PASSED if fits else Status.FOUND)


def test_t105_passes_over_rows_without_a_month() -> None:
    rows = (*REQUESTS, Request(count=1, outcome=Outcome.GRANTED))
    assert found(judged(evolve(EMPTY, requests=rows, aggregates=(FEBRUARY, MARCH)), "T105")) == []


def test_t105_passes_lines_that_agree_and_adds_up_lines_of_one_part() -> None:
    lines = (line(2), line(3), outcome(3), outcome(2, Outcome.REFUSED))
    checked = judged(evolve(EMPTY, requests=REQUESTS, aggregates=lines), "T105")
    assert checked.run("T105").status is Status.PASSED


def test_t105_passes_what_rows_without_a_category_leave_possible() -> None:
    rows = (Request(count=3, outcome=Outcome.GRANTED), Request(count=2))
    assert found(judged(evolve(EMPTY, requests=rows, aggregates=(outcome(5),)), "T105")) == []
    assert found(judged(evolve(EMPTY, requests=rows, aggregates=(outcome(6),)), "T105")) == [
        ("requests.by_outcome.granted", 6, 5)
    ]


def test_t105_fires_where_a_nihil_register_has_a_line() -> None:
    assert found(
        judged(evolve(EMPTY, objections=(), aggregates=(line(4, register=Register.OBJECTIONS),)), "T105")
    ) == [("objections.total", 4, 0)]


def test_t105_compares_applicants_only_with_rows_that_count_applicants() -> None:
    lines = (line(9, register=Register.APPLICANTS),)
    applicants = tuple(Request(count=4, unit=CountUnit.APPLICANT) for _ in range(2))
    assert found(judged(evolve(EMPTY, requests=applicants, aggregates=lines), "T105")) == [
        ("applicants.total", 9, 8)
    ]
    run = judged(evolve(EMPTY, requests=REQUESTS, aggregates=lines), "T105").run("T105")
    assert run.status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("typed", "stated", "contradicts"),
    [
        (Channel.EMAIL, Channel.ONLINE, False),
        (Channel.ONLINE, Channel.EMAIL, False),
        (Channel.POST, Channel.ONLINE, True),
        (Channel.DESK, Channel.EMAIL, True),
    ],
)
def test_t105_knows_that_a_channel_may_belong_to_a_group(
    typed: Channel, stated: Channel, *, contradicts: bool
) -> None:
    rows = (Request(count=3, channel=Coded(typed)),)
    year = evolve(EMPTY, requests=rows, aggregates=(line(3, Dimension.CHANNEL, stated),))

    assert bool(judged(year, "T105").findings) is contradicts


def test_t105_compares_classes_of_time_with_the_answers_that_were_timed() -> None:
    rows = tuple(Request(working_days=days, outcome=Outcome.GRANTED) for days in (3, 12))
    lines = (line(2, Dimension.TIME, "0-10"), line(1, Dimension.TIME, "11-17"))
    checked = judged(evolve(EMPTY, requests=rows, aggregates=lines), "T105")
    assert found(checked) == [("requests.by_time:0-10", 2, 1)]
    checked = judged(evolve(EMPTY, requests=rows, aggregates=(line(1, Dimension.TIME, "0-10"),)), "T105")
    assert found(checked) == [("requests.by_time:11-17", None, 1)]


@pytest.mark.parametrize(("stated", "nearest"), [(0, 1), (1, None), (4, None), (5, 4)])
def test_t105_leaves_answers_without_a_time_to_any_class(stated: int, nearest: int | None) -> None:
    rows = (Request(working_days=3, outcome=Outcome.GRANTED), Request(count=3, outcome=Outcome.GRANTED))
    checked = judged(evolve(EMPTY, requests=rows, aggregates=(line(stated, Dimension.TIME, "0-10"),)), "T105")
    assert [finding.expected for finding in checked.findings] == ([] if nearest is None else [nearest])


def test_t104_names_the_total_and_the_line_where_a_part_that_overlaps_exceeds_it() -> None:
    total, mediated, adjudicated = (
        evolve(line(count, along, category, register=Register.DISPUTES), source=Source(file="r.csv", row=row))
        for row, (count, along, category) in enumerate(
            ((2, None, ""), (3, Dimension.STAGE, "mediation"), (2, Dimension.STAGE, "adjudication")), start=2
        )
    )
    checked = judged(evolve(EMPTY, aggregates=(total, mediated, adjudicated)), "T104")
    (finding,) = checked.findings
    assert (finding.provided, finding.expected) == (3, 2)
    assert [place.row for place in finding.places] == [2, 3]


@pytest.mark.parametrize(("words", "found_at_desk"), [("merpati pos", [1]), ("merpati", [])])
def test_t105_takes_words_for_another_line_only_where_no_line_has_them(
    words: str, found_at_desk: list[int]
) -> None:
    rows = (
        Request(count=3, channel=Coded(Channel.OTHER, "merpati pos")),
        Request(channel=Coded(Channel.DESK)),
    )
    lines = (line(3, Dimension.CHANNEL, words), line(2, Dimension.CHANNEL, "desk"))
    checked = judged(evolve(EMPTY, requests=rows, aggregates=lines), "T105")
    at_desk = [one for one in checked.findings if one.subject == "requests.by_channel.desk"]
    assert [one.expected for one in at_desk] == found_at_desk


def test_t104_fires_where_a_total_stands_above_a_matrix_without_any_row() -> None:
    matrix = ComplianceMatrix(types=(InformationType(code="dik", name="DIK"),), rows=())
    total = StatedTotal(table="ketersediaan", column="dik", value=Decimal(1))
    assert found(judged(evolve(EMPTY, matrix=matrix, stated_totals=(total,)), "T104")) == [
        ("total:ketersediaan.dik", 1, 0)
    ]


def test_t105_calls_a_part_as_the_first_of_its_lines_does() -> None:
    rows = (Request(count=3, occupation="petani"),)
    lines = (line(1, Dimension.OCCUPATION, "Petani"), line(1, Dimension.OCCUPATION, "PETANI"))
    (finding,) = judged(evolve(EMPTY, requests=rows, aggregates=lines), "T105").findings
    assert "Petani" in str(finding.facts["what"])


def test_t105_counts_agencies_by_their_code() -> None:
    agencies = (Agency(code="1", name="Dinas Sosial"),)
    rows = (Request(count=3, agency=AgencyRef(typed="Dinsos", code="1")),)
    lines = (line(4, Dimension.AGENCY, "1"),)
    checked = judged(evolve(EMPTY, agencies=agencies, requests=rows, aggregates=lines), "T105")
    assert found(checked) == [("requests.by_agency.1", 4, 3)]


@pytest.mark.parametrize("fields", [{"aggregates": (line(5),)}, {"requests": REQUESTS}])
def test_t105_is_not_applicable_unless_both_are_there(fields: dict[str, Any]) -> None:
    assert judged(evolve(EMPTY, **fields), "T105").run("T105").status is Status.NOT_APPLICABLE


BLANK = Request(count=2, period=Period(2021, 4))
"""Requests whose outcome nobody recorded: they may have been anything."""


@pytest.mark.parametrize(
    ("said", "expected", "gap"),
    [(1, 3, 2), (2, 3, 1), (6, 5, 1), (9, 5, 4)],
)
def test_t105_prints_how_far_a_line_is_from_the_nearest_that_the_rows_leave_possible(
    said: int, expected: int, gap: int
) -> None:
    """Three were granted and two may have been: below three the least is meant, above five the most."""
    year = evolve(EMPTY, requests=(*REQUESTS, BLANK), aggregates=(outcome(said), outcome(2, Outcome.REFUSED)))

    checked = judged(year, "T105")

    (finding,) = (one for one in checked.findings if one.provided is not None)
    assert checked.message(finding) == (
        f"Permohonan (keputusan: dikabulkan seluruhnya): rekap menyebut {said}, register berjumlah {expected}"
        f" (selisih {gap})."
    )
    assert checked.message(finding, "en").endswith(
        f"says {said}, the register adds up to {expected} (difference {gap})."
    )


def test_t105_prints_the_month_that_narrows_a_line_and_compares_it_with_that_month_only() -> None:
    lines = (outcome(5, period=Period(2021, 2)), outcome(2, Outcome.REFUSED, period=Period(2021, 3)))

    checked = judged(evolve(EMPTY, requests=REQUESTS, aggregates=lines), "T105")

    (finding,) = checked.findings
    assert finding.subject == "requests.by_outcome.granted@02"
    assert checked.message(finding) == (
        "Permohonan (keputusan: dikabulkan seluruhnya), Februari: rekap menyebut 5, register berjumlah 3 "
        "(selisih 2)."
    )
    assert checked.message(finding, "en").startswith("Requests (outcome: granted in full), February: ")


@pytest.mark.parametrize(
    ("stated", "fits"), [(1, False), (2, True), (3, True), (4, False), (6, False), (10, False)]
)
def test_t105_adds_to_a_month_what_has_no_month_and_nothing_of_months_around_it(
    stated: int, *, fits: bool
) -> None:
    whens = ((4, Period(2021, 1)), (2, Period(2021, 2)), (8, Period(2021, 3)), (1, None))
    rows = tuple(Request(count=count, outcome=Outcome.GRANTED, period=when) for count, when in whens)
    lines = (outcome(stated, period=Period(2021, 2)),)
    checked = judged(evolve(EMPTY, requests=rows, aggregates=lines), "T105")
    assert ("requests.by_outcome.granted@02" in {one.subject for one in checked.findings}) is not fits


def test_t105_takes_a_total_of_a_month_for_that_month() -> None:
    checked = judged(
        evolve(EMPTY, requests=REQUESTS, aggregates=(line(9, period=Period(2021, 2)), MARCH)), "T105"
    )

    (finding,) = checked.findings
    assert finding.subject == "requests.by_month.2"
    assert checked.message(finding).startswith(
        "Permohonan (bulan: Februari): rekap menyebut 9, register berjum"
    )


def test_t104_prints_the_months_of_a_line_against_the_line_of_the_period() -> None:
    months = tuple(outcome(2, period=Period(2021, month)) for month in (1, 2))

    checked = judged(evolve(EMPTY, aggregates=(outcome(3), *months)), "T104")

    (finding,) = checked.findings
    assert (finding.subject, finding.provided, finding.expected) == ("requests.by_outcome.granted", 3, 4)
    assert checked.message(finding) == (
        "Permohonan (keputusan: dikabulkan seluruhnya): tertulis 3, rinciannya berjumlah 4 (selisih 1)."
    )


def test_lines_of_a_month_in_another_month_than_the_rows_do_not_agree() -> None:
    april = (outcome(3, period=Period(2021, 4)), outcome(2, Outcome.REFUSED, period=Period(2021, 3)))

    checked = judged(evolve(EMPTY, requests=REQUESTS, aggregates=april), "T105")

    assert set(found(checked)) == {
        ("requests.by_outcome.granted@04", 3, 0),
        ("requests.by_outcome.granted@02", None, 3),
    }


def test_t104_adds_up_a_line_of_the_period_and_not_the_months_beside_it() -> None:
    lines = (line(4), outcome(3), outcome(1, period=Period(2021, 2)), outcome(2, Outcome.REFUSED))

    checked = judged(evolve(EMPTY, aggregates=lines), "T104")

    assert found(checked) == [("requests.by_outcome", 4, 5)]
