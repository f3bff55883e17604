"""The first months of a year hold what came in by then, and nothing that nobody can place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.years import shared_years

from ppid_core.intake import from_rows, load
from ppid_core.law import Lawbook
from ppid_core.model import (
    Absent,
    Aggregate,
    Coded,
    Dispute,
    DisputeResult,
    Measure,
    Outcome,
    Period,
    Reason,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    Stage,
    StageKind,
    Submission,
    YearPart,
)
from ppid_core.summary import listed, summarize, year_until
from ppid_core.workdays import WorkdayCalendar

SERANG = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
BY_HAND = {1: 1, 2: 14, 3: 27, 4: 76, 6: 76, 9: 81, 10: 82, 11: 84, 12: 84}
"""Requests of Kota Serang up to each month, added up from the printed register."""


@pytest.mark.parametrize("month", BY_HAND)
def test_requests_up_to_a_month_are_those_that_came_in_by_then(month: int) -> None:
    year = year_until(load(SERANG).year, month).year

    summary = summarize(year, Lawbook.load(), WorkdayCalendar.of(year), year.period.last_day)

    assert summary.figure(Measure.REQUESTS_TOTAL) == BY_HAND[month]


@pytest.mark.parametrize(
    ("month", "part"),
    [
        (1, YearPart.FIRST_MONTH),
        (3, YearPart.QUARTER_1),
        (6, YearPart.SEMESTER_1),
        (11, YearPart.FIRST_11_MONTHS),
        (12, YearPart.YEAR),
    ],
)
def test_the_period_is_called_by_its_own_name(month: int, part: YearPart) -> None:
    assert year_until(load(SERANG).year, month).year.period.part is part


def test_lines_without_a_month_are_left_out_and_counted() -> None:
    """The five disputes of Kota Serang have no month: up to June nobody knows how many there were."""
    begun = year_until(load(SERANG).year, 6)

    assert begun.left_out[Register.DISPUTES] == len(listed(load(SERANG).year.disputes))
    assert isinstance(begun.year.disputes, Absent)
    assert begun.left_out.get(Register.REQUESTS, 0) == 0


def test_the_day_asked_for_is_the_last_of_the_month() -> None:
    assert year_until(load(SERANG).year, 6).year.as_of == date(2020, 6, 30)


def test_cases_carried_over_and_totals_of_those_months_stay() -> None:
    year = from_rows(
        {
            "laporan": [{"kunci": "tahun", "isi": 2024}],
            "permohonan": [
                {"bawaan": 2023, "bulan": "November", "keputusan": "ditolak"},
                {"bulan": "Juli", "keputusan": "ditolak"},
            ],
            "rekap": [
                {"apa": "pengaduan", "bulan": "Mei", "jumlah": 2},
                {"apa": "pengaduan", "bulan": "", "jumlah": 5},
            ],
        }
    ).year

    begun = year_until(year, 6)

    assert [row.opening for row in listed(begun.year.requests)] == [2023]
    assert [row.count for row in begun.year.aggregates] == [2]
    assert begun.left_out[Register.COMPLAINTS] == 1


def test_lines_of_another_year_and_of_a_count_that_nobody_recorded_stay_without_a_month() -> None:
    lines = (
        Aggregate(register=Register.COMPLAINTS, year=2023, count=5),
        Aggregate(register=Register.APPLICANTS, count=None),
    )
    begun = year_until(ServiceYear(period=ReportingPeriod(2024), aggregates=lines), 6)

    assert begun.year.aggregates == lines
    assert not begun.left_out


def test_a_dispute_stands_where_it_stood_on_the_last_day_which_is_one_of_the_months() -> None:
    """Decided by 30 June it is decided; a stage that began in July has not begun."""
    mediated = Stage(kind=StageKind.MEDIATION, opened_on=date(2024, 5, 2), decided_on=date(2024, 6, 30))
    adjudicated = Stage(kind=StageKind.ADJUDICATION, opened_on=date(2024, 7, 1), decided_on=date(2024, 7, 30))
    filed = Dispute(filed=Period(2024, 4, 1), result=Coded(DisputeResult.GRANTED))
    rows = (evolve(filed, stages=(mediated,)), evolve(filed, stages=(mediated, adjudicated)))
    year = ServiceYear(period=ReportingPeriod(2024), disputes=rows)

    decided, pending = listed(year_until(year, 6).year.disputes)

    assert (decided.stages, decided.result) == ((mediated,), Coded(DisputeResult.GRANTED))
    assert (pending.stages, pending.result) == ((mediated,), Coded(DisputeResult.PENDING))


def test_only_extensions_of_the_months_have_been_granted() -> None:
    days = tuple(date(2024, month, 2) for month in (5, 6, 7))
    row = Request(period=Period(2024, 4, 1), extended_on=date(2024, 4, 8), further_extensions=days)
    year = ServiceYear(period=ReportingPeriod(2024), requests=(row,))

    assert [one.further_extensions for one in listed(year_until(year, 6).year.requests)] == [days[:2]]


def test_a_cell_that_was_unread_is_so_no_more_where_what_it_says_came_later() -> None:
    row = Request(period=Period(2024, 4, 1), notice_on=date(2024, 7, 2), unread=("outcome", "subject"))
    early = evolve(row, notice_on=date(2024, 5, 2))
    year = ServiceYear(period=ReportingPeriod(2024), requests=(row, early))

    pending, answered = listed(year_until(year, 6).year.requests)

    assert (pending.outcome, pending.notice_on, pending.unread) == (Outcome.PENDING, None, ("subject",))
    assert answered == early


@pytest.mark.parametrize(("sent", "is_known"), [(date(2024, 6, 30), True), (date(2024, 7, 1), False)])
def test_what_was_sent_after_the_last_day_is_another_report(sent: date, *, is_known: bool) -> None:
    year = ServiceYear(period=ReportingPeriod(2024), submission=Submission(on=sent, number="7"))

    submission = year_until(year, 6).year.submission

    assert submission is not None
    assert (submission.on, submission.number) == ((sent, "7") if is_known else (None, ""))


def test_what_had_begun_by_the_last_day_stays_and_so_does_what_has_no_day() -> None:
    days = ("2 Mei 2024", "30 Juni 2024", "Juni", "", "1 Juli 2024", "Juli")
    tables: dict[str, list[dict[str, object]]] = {
        "laporan": [{"kunci": "tahun", "isi": 2024}],
        "kegiatan": [{"uraian": f"Rapat {day}", "tanggal": day} for day in days],
    }
    year = from_rows(tables).year

    assert [one.date for one in listed(year_until(year, 6).year.activity.activities)] == list(days[:4])


def test_there_is_no_thirteenth_month() -> None:
    with pytest.raises(ValueError, match="13"):
        year_until(load(SERANG).year, 13)


@given(shared_years(), st.integers(1, 12), st.integers(1, 12))
def test_up_to_an_earlier_month_there_is_never_more(year: ServiceYear, one: int, other: int) -> None:
    first, second = sorted((one, other))

    assert len(rows(year, first)) <= len(rows(year, second))


def rows(year: ServiceYear, month: int) -> tuple[object, ...]:
    return tuple(listed(year_until(year, month).year.requests))


def visits_of(*rows: dict[str, object]) -> ServiceYear:
    tables = {"laporan": [{"kunci": "tahun", "isi": 2024}], "kunjungan": list(rows)}
    return from_rows({name: lines for name, lines in tables.items() if lines}).year


def test_visits_that_were_not_kept_stay_so() -> None:
    begun = year_until(visits_of(), 6).year

    assert begun.service.visits == visits_of().service.visits
    assert isinstance(begun.service.visits, Absent)


def test_visits_of_later_months_alone_leave_those_of_the_beginning_unknown() -> None:
    begun = year_until(visits_of({"bulan": "Juli", "kunjungan": 9}), 6).year

    summary = summarize(begun, Lawbook.load(), WorkdayCalendar.of(begun), begun.period.last_day)

    assert isinstance(begun.service.visits, Absent)
    assert isinstance(summary.figure(Measure.VISITS), Absent)


def test_visits_of_the_beginning_are_those_of_its_months() -> None:
    rows: tuple[dict[str, object], ...] = (
        {"bulan": "Juni", "kunjungan": 4},
        {"bulan": "Juli", "kunjungan": 9},
        {"bulan": "", "kunjungan": 20},
    )

    begun = year_until(visits_of(*rows), 6).year

    assert [row.count for row in listed(begun.service.visits)] == [4]


def test_reason_for_which_visits_are_not_kept_stays() -> None:
    reason = Absent(Reason.NOT_ASKED, "laman dikelola provinsi")
    year = visits_of()

    begun = year_until(evolve(year, service=evolve(year.service, visits=reason)), 6).year

    assert begun.service.visits == reason
