"""The document: its outline, its forms, its languages, and what it never leaves without a word."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import localcontext

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.years import shared_years

from ppid_core import Checked, Lawbook, Report, ServiceYear, WorkdayCalendar, compose, summarize
from ppid_core.model import (
    NOT_KEPT,
    Absent,
    Aggregate,
    Applicant,
    Coded,
    CourtCase,
    Dimension,
    Dispute,
    DisputeResult,
    Outline,
    Period,
    Reason,
    Register,
    ReportingPeriod,
    Request,
    Service,
    Staff,
    UnreadCell,
)
from ppid_core.report import Chart, Notice, Signature, Table, text

Composing = Callable[..., Report]

LAW = Lawbook.load()
WORKDAYS = WorkdayCalendar.load()


def chapters(report: Report) -> list[str]:
    return [section.label for section in report.sections if section.key.startswith("chapter_")]


def test_example_has_the_seven_parts_that_it_chose(serang: ServiceYear, compose_year: Composing) -> None:
    report = compose_year(serang)

    assert chapters(report) == [f"Bagian {number}" for number in ("I", "II", "III", "IV", "V", "VI", "VII")]


def test_default_outline_is_that_of_the_perki_in_six_chapters(
    serang: ServiceYear, compose_year: Composing
) -> None:
    year = evolve(serang, presentation=evolve(serang.presentation, outline=Outline.PERKI, chapter_word=""))

    assert chapters(compose_year(year)) == [f"BAB {number}" for number in ("I", "II", "III", "IV", "V", "VI")]


def test_both_outlines_tell_the_same_tables(serang: ServiceYear, compose_year: Composing) -> None:
    perki = evolve(serang, presentation=evolve(serang.presentation, outline=Outline.PERKI))

    tables = [{table.key for table in compose_year(year).tables()} for year in (serang, perki)]

    assert tables[0] == tables[1]


def test_every_table_of_the_printed_report_is_there_with_its_total(
    serang: ServiceYear, compose_year: Composing
) -> None:
    """Tables 1.1, 2.1, the matrix, 3.1, requests, 4.1 and objections of the report of Kota Serang 2020."""
    tables = {table.key: table for table in compose_year(serang).tables()}

    rows = {
        key: len(tables[key].rows) for key in ("regulations", "availability", "visits", "register_requests")
    }
    assert rows == {"regulations": 2, "availability": 33, "visits": 12, "register_requests": 12}
    assert len(tables["facilities"].rows) == 18
    totals = {key: table.total for key, table in tables.items()}
    assert 84 in (totals["register_requests"] or ())
    assert 53 in (totals["register_objections"] or ())
    assert 5 in (totals["disputes"] or ())
    assert 82800 in (totals["visits"] or ())
    assert (totals["availability"] or ())[1:-1] == (22, 16, 22, 13, 19, 17, 14, 6, 11, 9, 8, 23, 4, 15)


def test_what_is_missing_from_the_legal_minimum_is_said_with_its_basis(
    serang: ServiceYear, compose_year: Composing
) -> None:
    notices = [block for block in compose_year(serang).blocks() if isinstance(block, Notice)]

    assert tuple(notice.text for notice in notices) == (
        "Kondisi sarana dan prasarana tidak disajikan karena belum dicatat pada tahun 2020.",
        "Kualifikasi petugas tidak disajikan karena belum dicatat pada tahun 2020.",
        (
            "Penggunaan anggaran tidak disajikan karena realisasi dan penggunaannya belum dicatat "
            "pada tahun 2020."
        ),
        (
            "Waktu pemenuhan permohonan tidak disajikan karena tanggal pemberitahuan tertulis belum "
            "dicatat pada tahun 2020."
        ),
    )
    assert all(notice.basis for notice in notices)


def test_conformity_names_section_and_state_of_every_content(
    serang: ServiceYear, compose_year: Composing
) -> None:
    (table,) = (table for table in compose_year(serang).tables() if table.key == "conformity")

    states = Counter(row[3] for row in table.rows)
    assert states == {"ada": 18, "tidak tercatat": 4, "tidak berlaku": 4}
    assert all(row[2] for row in table.rows)


def test_brief_form_is_one_announcement_that_is_signed(serang: ServiceYear, compose_year: Composing) -> None:
    report = compose_year(serang, form="brief")

    assert report.meta.title == report.cover.lines[0] == "Pengumuman Layanan Informasi Publik Tahun 2020"
    assert len(report.sections) == 1
    (signature,) = (block for block in report.blocks() if isinstance(block, Signature))
    assert (
        signature.plain() == "Serang, 7 Januari 2021\nPPID Utama Kota Serang\nW. Hari Pamungkas, S.STP, M.Si"
    )


@pytest.mark.parametrize("form", ["full", "brief", "letter"])
def test_english_report_has_the_same_figures_as_the_indonesian(
    serang: ServiceYear, compose_year: Composing, form: str
) -> None:
    def numbers(report: Report) -> list[object]:
        cells = (value for table in report.tables() for line in table.lines for value in line)
        return [value for value in cells if not isinstance(value, str)]

    assert numbers(compose_year(serang, form=form)) == numbers(compose_year(serang, form=form, lang="en"))


def test_public_edition_knows_no_applicant(compose_year: Composing) -> None:
    named = Request(applicant=Applicant(name="Rahasia Sekali"))
    year = ServiceYear(period=ReportingPeriod(2020), requests=(named,))

    public, internal = compose_year(year), compose_year(year, edition="internal")

    assert public.year is not None
    assert internal.year is not None
    assert [row.applicant for row in _requests(public)] == [None]
    assert [row.applicant for row in _requests(internal)] == [named.applicant]
    assert "Rahasia" not in "\n".join(block.plain() for block in public.blocks())


def _requests(report: Report) -> tuple[Request, ...]:
    assert report.year is not None
    assert isinstance(report.year.requests, tuple)
    return report.year.requests


def test_report_can_be_pickled(serang: ServiceYear, compose_year: Composing) -> None:
    report = compose_year(serang)

    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301  our own bytes


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    year=shared_years(),
    form=st.sampled_from(["full", "brief", "letter"]),
    lang=st.sampled_from(["id", "en"]),
)
def test_any_year_has_a_report_without_empty_sections_whose_tables_are_whole(
    compose_year: Composing, year: ServiceYear, form: str, lang: str
) -> None:
    """Every section says something, each table key stands once, each line has a cell for each column."""
    report = compose_year(year, date(year.period.year, 12, 31), form=form, lang=lang)

    assert all(section.blocks or section.sections for _, section in report.walk())
    keys = Counter(table.key for table in report.tables())
    assert set(keys.values()) <= {1}
    assert all(len(line) == len(table.columns) for table in report.tables() for line in table.lines)
    assert all(chart.table in keys for chart in report.blocks() if isinstance(chart, Chart))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(year=shared_years())
def test_totals_of_registers_are_those_of_the_summary(compose_year: Composing, year: ServiceYear) -> None:
    """A line that is carried over or outside the period stands in the table and not in its total."""
    report = compose_year(year, date(year.period.year, 12, 31))
    assert report.summary is not None

    for register in ("requests", "objections", "disputes", "suits"):
        for table in report.tables():
            if table.key == register and table.total is not None:
                assert _total(table) == report.summary.figure(f"{register}.total")


def _total(table: Table) -> object:
    place = next(place for place, column in enumerate(table.columns) if column.key == "count")
    assert table.total is not None
    return table.total[place]


@pytest.mark.parametrize(
    ("disputes", "suits", "state"),
    [
        (NOT_KEPT, NOT_KEPT, "tidak tercatat"),
        ((), NOT_KEPT, "tidak berlaku"),
        ((), (), "nihil"),
        ((Dispute(result=Coded(DisputeResult.GRANTED, "")),), (CourtCase(),), "ada"),
    ],
)
def test_suits_are_not_applicable_only_where_the_disputes_are_known(
    compose_year: Composing,
    disputes: tuple[Dispute, ...] | Absent,
    suits: tuple[CourtCase, ...] | Absent,
    state: str,
) -> None:
    year = ServiceYear(period=ReportingPeriod(2020), disputes=disputes, suits=suits)

    report = compose_year(year)

    (conformity,) = (table for table in report.tables() if table.key == "conformity")
    (row,) = (row for row in conformity.rows if "gugatan" in str(row[0]))
    assert row[3] == state
    said = "\n".join(block.plain() for block in report.blocks())
    assert ("Tidak ada gugatan, karena" in said) is (state == "tidak berlaku")


def test_contents_that_nobody_looked_for_are_not_said_to_be_there(serang: ServiceYear) -> None:
    """Without the run of L103 the report says that nothing was checked."""
    summary = summarize(serang, LAW, WORKDAYS, serang.as_of)

    report = compose(serang, summary, Checked(), LAW)

    (table,) = (table for table in report.tables() if table.key == "conformity")
    assert {row[3] for row in table.rows} == {"tidak diperiksa"}


def test_year_before_there_was_a_standard_has_a_report_too(compose_year: Composing) -> None:
    report = compose_year(ServiceYear(period=ReportingPeriod(2005)), date(2005, 12, 31))

    (table,) = (table for table in report.tables() if table.key == "conformity")
    assert table.rows == ()


def test_shares_do_not_depend_on_the_precision_of_the_program_around(
    serang: ServiceYear, compose_year: Composing
) -> None:
    with localcontext(prec=2):
        tables = list(compose_year(serang).tables())
        printed = [text(value) for table in tables for line in table.lines for value in line]

    assert "43,07%" in printed


def test_suits_do_not_apply_where_totals_say_that_all_was_mediated(compose_year: Composing) -> None:
    lines = (
        Aggregate(register=Register.DISPUTES, count=2),
        Aggregate(register=Register.DISPUTES, dimension=Dimension.RESULT, category="mediated", count=2),
    )

    report = compose_year(ServiceYear(period=ReportingPeriod(2020), aggregates=lines))

    assert "Tidak ada gugatan, karena" in "\n".join(block.plain() for block in report.blocks())


def test_line_that_is_carried_over_stands_beside_the_count_and_not_in_it(compose_year: Composing) -> None:
    rows = (Request(count=3), Request(count=2, opening=2019))

    report = compose_year(ServiceYear(period=ReportingPeriod(2020), requests=rows))

    (table,) = (table for table in report.tables() if table.key == "register_requests")
    columns = {column.key: at for at, column in enumerate(table.columns)}
    assert [row[columns["count"]] for row in table.lines] == [3, "", 3]
    assert [row[columns["aside"]] for row in table.rows] == ["", "2 (bawaan 2019)"]


def test_register_with_a_count_or_a_row_that_could_not_be_read_has_no_sum(compose_year: Composing) -> None:
    """The sum of the lines that could be read would contradict the sentence: *tidak seluruhnya terbaca*."""
    hidden = Request(period=Period(2020, 3), unread=("count",))
    rows = (Request(count=3), hidden, evolve(hidden, opening=2019))
    missing = (UnreadCell(table="permohonan"),)
    period = ReportingPeriod(2020)

    one = compose_year(ServiceYear(period=period, requests=rows))
    other = compose_year(ServiceYear(period=period, requests=rows[:1], unread=missing))

    (table,) = (table for table in one.tables() if table.key == "register_requests")
    places = {column.key: at for at, column in enumerate(table.columns)}
    assert [text(row[places["count"]]) for row in table.lines] == [
        "3",
        "tidak terbaca",
        "",
        "tidak seluruhnya terbaca",
    ]
    assert table.rows[2][places["aside"]] == "tidak terbaca (bawaan 2019)"
    (table,) = (table for table in other.tables() if table.key == "register_requests")
    assert [_total(table)] == [Absent(Reason.UNREAD)]


def test_month_with_an_outcome_that_could_not_be_read_says_so(compose_year: Composing) -> None:
    rows = (Request(period=Period(2020, 3), unread=("outcome",)), Request(period=Period(2020, 4)))

    report = compose_year(ServiceYear(period=ReportingPeriod(2020), requests=rows))

    (table,) = (table for table in report.tables() if table.key == "requests_by_month")
    heads = [column.title for column in table.columns]
    assert heads == ["Bulan", "Tidak terbaca", "Tidak tercatat", "Jumlah"]
    assert table.rows[2:4] == (("Maret", 1, 0, 1), ("April", 0, 1, 1))


def test_staff_of_whom_one_line_says_no_number_have_no_sum(compose_year: Composing) -> None:
    staff = (Staff(unit="Sekretariat", count=5), Staff(unit="Meja layanan"))

    report = compose_year(ServiceYear(period=ReportingPeriod(2020), service=Service(staff=staff)))

    (table,) = (table for table in report.tables() if table.key == "staff")
    assert _total(table) == Absent(Reason.PART_OF_ROWS)


def test_class_of_time_that_is_not_recorded_is_named_in_words(compose_year: Composing) -> None:
    lines = (
        Aggregate(register=Register.REQUESTS, count=20),
        Aggregate(register=Register.REQUESTS, dimension=Dimension.TIME, category="0-10", count=15),
    )

    report = compose_year(ServiceYear(period=ReportingPeriod(2020), aggregates=lines))

    (table,) = (table for table in report.tables() if table.key == "response_classes")
    assert [row[0] for row in table.rows] == ["0–10", "Tidak tercatat"]
    assert table.notes == ("Sumber: rekapitulasi permohonan.",)
