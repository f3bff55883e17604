"""M104–M106: availability by period. Each fires, passes, and cannot be asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from attrs import evolve

from ppid_core.model import (
    AgencyRef,
    CellState,
    ComplianceMatrix,
    InformationType,
    MatrixPeriod,
    MatrixRow,
    ReportingPeriod,
    ServiceYear,
    Signatory,
    UnreadCell,
    YearPart,
)
from ppid_core.rules import Status
from ppid_core.source import Source
from ppid_core.testing.judgement import judged

YES, NO, NA, BLANK = (
    CellState.DISCLOSED,
    CellState.NOT_DISCLOSED,
    CellState.NOT_APPLICABLE,
    CellState.NOT_REPORTED,
)
TYPES = tuple(InformationType(code=code, name=code) for code in ("profil", "aset", "sop", "dip"))
FIRST, SECOND = YearPart.SEMESTER_1, YearPart.SEMESTER_2
CODES = ("M104", "M105", "M106")
Rows = Mapping[str, tuple[CellState, ...]]


def year_of(told: Mapping[YearPart, Rows], covers: YearPart = YearPart.YEAR) -> ServiceYear:
    periods = [
        MatrixPeriod(
            part=part,
            rows=tuple(
                MatrixRow(
                    agency=AgencyRef(typed=name),
                    states=states,
                    source=Source(file="ketersediaan.csv", row=at),
                )
                for at, (name, states) in enumerate(rows.items(), start=2)
            ),
        )
        for part, rows in told.items()
    ]
    width = max(len(row.states) for one in periods for row in one.rows)
    matrix = ComplianceMatrix.of(TYPES[:width], periods)
    return ServiceYear(period=ReportingPeriod(2024, covers), matrix=matrix)


BOTH = year_of({FIRST: {"A": (YES, YES), "B": (YES, NO)}, SECOND: {"A": (YES, YES), "B": (YES, YES)}})


def status(year: ServiceYear, code: str) -> Status:
    return judged(year, code).run(code).status


@pytest.mark.parametrize("code", CODES)
def test_m104_m105_m106_passes_where_all_delivered_both_and_nothing_fell(code: str) -> None:
    assert status(BOTH, code) is Status.PASSED


@pytest.mark.parametrize("code", CODES)
def test_m104_m105_m106_are_not_applicable_to_a_matrix_of_the_year_or_to_none(code: str) -> None:
    row = MatrixRow(agency=AgencyRef(typed="A"), states=(YES, NO))
    of_the_year = evolve(BOTH, matrix=ComplianceMatrix(types=TYPES[:2], rows=(row,)))

    assert status(of_the_year, code) is Status.NOT_APPLICABLE
    assert status(ServiceYear(period=ReportingPeriod(2024)), code) is Status.NOT_APPLICABLE


@pytest.mark.parametrize("code", CODES)
def test_m104_m105_m106_are_not_applicable_while_a_period_could_not_be_read(code: str) -> None:
    cell = UnreadCell(table="ketersediaan", column="periode", source=Source(file="ketersediaan.csv", row=9))

    assert status(evolve(BOTH, unread=(cell,)), code) is Status.NOT_APPLICABLE


def test_m104_fires_on_who_delivered_before_and_fell_silent_and_m101_leaves_it_alone() -> None:
    year = year_of({FIRST: {"A": (YES, YES), "B": (YES, NO)}, SECOND: {"A": (YES, YES)}})
    checked = judged(year, "M104", "M101")
    (finding,) = checked.findings

    assert (finding.code, finding.subject, finding.affected) == ("M104", "agency:B", 2)
    assert finding.places == (Source(file="ketersediaan.csv", row=3),)
    assert checked.message(finding) == (
        "B: tanpa isian pada semester-2, periode terakhir yang disampaikan; terakhir mengisi semester-1."
    )


def test_m104_names_the_last_period_that_was_delivered_and_points_there() -> None:
    parts = YearPart.QUARTER_1, YearPart.QUARTER_2, YearPart.QUARTER_3
    told = {
        part: dict.fromkeys(names, (YES, YES))
        for part, names in zip(parts, ("BAC", "CBA", "AC"), strict=True)
    }
    checked = judged(year_of(told), "M104")
    (finding,) = checked.findings

    assert checked.message(finding).endswith("; terakhir mengisi triwulan-2.")
    assert [place.row for place in finding.places] == [3]


def test_m101_tells_who_filled_nothing_in_all_year() -> None:
    year = year_of({FIRST: {"A": (YES, YES), "B": (BLANK, BLANK)}, SECOND: {"A": (YES, YES)}})

    assert [one.code for one in judged(year, "M104", "M101").findings] == ["M101"]


def test_m105_fires_where_more_was_lost_than_gained() -> None:
    year = year_of({FIRST: {"A": (YES, YES)}, SECOND: {"A": (YES, BLANK)}})
    checked = judged(year, "M105")
    (finding,) = checked.findings

    assert (finding.subject, finding.provided, finding.affected) == ("agency:A", 1, 1)
    assert checked.message(finding) == (
        "A: 2 jenis tersedia pada semester-1, 1 pada semester-2 (1 tidak lagi tersedia, 0 menjadi tersedia)."
    )


def test_m105_says_how_many_there_were_before_what_was_lost_and_gained() -> None:
    checked = judged(year_of({FIRST: {"A": (YES, YES, YES, NO)}, SECOND: {"A": (NO, NO, YES, YES)}}), "M105")

    assert checked.message(checked.findings[0]) == (
        "A: 3 jenis tersedia pada semester-1, 2 pada semester-2 (2 tidak lagi tersedia, 1 menjadi tersedia)."
    )


@pytest.mark.parametrize("now", [(YES, NA), (BLANK, BLANK)])
def test_m105_passes_over_what_no_longer_applies_and_who_fell_silent(
    now: tuple[CellState, CellState],
) -> None:
    year = year_of({FIRST: {"A": (YES, YES), "B": (YES, NO)}, SECOND: {"A": now, "B": (YES, NO)}})

    assert status(year, "M105") is Status.PASSED


def test_m105_passes_where_as_much_was_gained() -> None:
    assert status(year_of({FIRST: {"A": (YES, NO)}, SECOND: {"A": (NO, YES)}}), "M105") is Status.PASSED


@pytest.mark.parametrize("code", ["M104", "M105"])
def test_m104_m105_are_not_applicable_to_one_period_alone(code: str) -> None:
    assert status(year_of({SECOND: {"A": (YES, YES)}}), code) is Status.NOT_APPLICABLE


def test_m106_fires_on_each_period_that_is_over_and_that_nobody_delivered() -> None:
    year = year_of({SECOND: {"A": (YES, YES), "B": (YES, NO)}})
    checked = judged(year, "M106")

    assert [(one.subject, one.provided) for one in checked.findings] == [("compliance:semester_1", 0)]
    assert checked.message(checked.findings[0]) == (
        "semester-1: tidak satu pun dari 2 OPD mengisi ketersediaan."
    )
    quarters = year_of({YearPart.QUARTER_2: {"A": (YES, YES)}, YearPart.QUARTER_3: {"A": (BLANK, BLANK)}})
    assert [one.subject for one in judged(quarters, "M106").findings] == [
        "compliance:quarter_1",
        "compliance:quarter_3",
        "compliance:quarter_4",
    ]


def test_m106_waits_for_a_period_that_is_not_over_or_that_the_report_does_not_cover() -> None:
    half = {FIRST: {"A": (YES, YES)}}
    signed = evolve(year_of(half), signatory=Signatory(on=date(2024, 12, 30)))

    assert status(signed, "M106") is Status.PASSED
    assert status(year_of(half, YearPart.SEMESTER_1), "M106") is Status.PASSED
