"""The registers as annexes: the columns of the regulation, every line, and no applicant in public."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.report.conftest import EXAMPLE

from ppid_core import Lawbook, Report, ServiceYear, export, load, load_plugins
from ppid_core.law import RegisterKind
from ppid_core.model import (
    Aggregate,
    Applicant,
    Objection,
    Outline,
    Period,
    Register,
    ReportingPeriod,
    Request,
)
from ppid_core.report import Column, Paragraph, Section, Table
from ppid_core.report.material import Material
from ppid_core.report.parts.register import PERSONAL, objection_fields, request_fields

Composing = Callable[..., Report]

DAILY = EXAMPLE.parent / "kabupaten-contoh-2024"
AS_OF = date(2024, 12, 31)
NAMES = tuple(f"Pemohon Rahasia {number}" for number in range(1, 4))


@pytest.fixture(scope="module")
def daily() -> ServiceYear:
    return load(DAILY).year


def section(report: Report, key: str) -> Section:
    return next(one for _, one in report.walk() if one.key == key)


def tables(report: Report) -> dict[str, Table]:
    return {table.key: table for table in report.tables()}


def titles(columns: tuple[Column, ...]) -> list[str]:
    return [column.title for column in columns]


def told(one: Section) -> str:
    return "\n".join(block.plain() for block in one.blocks)


def many(year: ServiceYear, count: int, name: str = "requests") -> ServiceYear:
    """Return the year with the cases of a register over and over, each with a number of its own."""
    cases = getattr(year, name)
    repeated = (cases * (1 + count // len(cases)))[:count]
    rows = (evolve(row, number=f"{at:03}", opening=None) for at, row in enumerate(repeated, start=1))
    registers: dict[str, Any] = {name: tuple(rows)}
    return evolve(year, **registers)


def with_applicants(year: ServiceYear) -> ServiceYear:
    """Return the year with a name, an address and a contact in every line."""

    def applicants() -> Iterator[Applicant]:
        for at in range(10**6):
            yield Applicant(
                name=NAMES[at % 3],
                nik=f"36730417018{at:05}",
                address=f"Jalan Sunyi {at}",
                contact=f"tertutup{at}@pos.example",
                power_of_attorney=f"kuasa tertutup {at}",
            )

    requests, objections = year.requests, year.objections
    assert isinstance(requests, tuple)
    assert isinstance(objections, tuple)
    return evolve(
        year,
        requests=tuple(evolve(row, applicant=one) for row, one in zip(requests, applicants(), strict=False)),
        objections=tuple(
            evolve(row, applicant=one) for row, one in zip(objections, applicants(), strict=False)
        ),
    )


def test_every_column_that_the_law_asks_for_can_be_filled(
    serang: ServiceYear, compose_year: Composing
) -> None:
    report = compose_year(serang)
    assert report.summary is not None
    assert report.checked is not None
    law = Lawbook.load()
    material = Material(year=serang, summary=report.summary, checked=report.checked, law=law)
    known = {
        RegisterKind.REQUESTS: {one.key for one in request_fields()},
        RegisterKind.OBJECTIONS: {one.key for one in objection_fields(material)},
    }

    for provision in law.register_columns.provisions:
        for kind, fields in known.items():
            assert {one.slug for one in provision.value if one.register is kind} <= fields  # type: ignore[union-attr]  # the columns in force
    latest = law.register_columns.provisions[-1].value  # type: ignore[union-attr]  # the columns in force
    for kind, fields in known.items():
        assert {one.slug for one in latest if one.register is kind} == fields
    assert set.union(*known.values()) >= PERSONAL


def test_books_stand_behind_the_chapters_in_both_outlines(
    daily: ServiceYear, compose_year: Composing
) -> None:
    seven = evolve(daily, presentation=evolve(daily.presentation, outline=Outline.SEVEN_PARTS))

    for year in (daily, seven):
        report = compose_year(year, AS_OF)
        headings = [one.heading for one in report.sections]
        assert headings[-7:] == [
            "Lampiran A Buku Register Permohonan",
            "Lampiran B Buku Register Keberatan",
            "Lampiran C Register Sengketa dan Gugatan",
            "Ikhtisar Angka",
            "Standar Layanan Informasi",
            "Kesesuaian Isi Minimum",
            "Kolofon",
        ]


def test_book_has_the_columns_of_the_regulation_and_says_where_they_stand(
    daily: ServiceYear, compose_year: Composing
) -> None:
    report = compose_year(daily, AS_OF)

    book = tables(report)["register_requests"]
    assert book.wide
    assert titles(book.columns) == [
        "Nomor",
        "Tanggal",
        "Pekerjaan",
        "Informasi yang diminta",
        "Tujuan penggunaan",
        "Dikuasai",
        "Bentuk",
        "Jenis",
        "Keputusan",
        "Alasan penolakan",
        "Pemberitahuan tertulis",
        "Penyerahan informasi",
        "Biaya",
        "Cara bayar",
        "Pemohon",
        "Kanal",
        "OPD",
        "Keterangan",
    ]
    told_columns = told(section(report, "annex_requests"))
    assert "dengan kolom menurut Perki 1/2021 Pasal 32 ayat (1), Perki 1/2021 Lampiran VIII." in told_columns
    assert book.rows[0][10] == "Kamis, 04-01-2024"
    assert book.rows[0][-1] == "bawaan 2023"


def test_objection_says_what_was_asked_for_in_its_request(
    daily: ServiceYear, compose_year: Composing
) -> None:
    book = tables(compose_year(daily, AS_OF))["register_objections"]

    asked = next(row for row in book.rows if row[0] == "001/KB/2024")
    assert asked[3] == "007/PPID/2024"
    assert asked[4] == "Dokumen penawaran teknis peserta lelang pembangunan pasar"


def test_lines_for_several_are_told_with_their_count(serang: ServiceYear, compose_year: Composing) -> None:
    book = tables(compose_year(serang))["register_requests"]

    place = [column.key for column in book.columns].index("count")
    assert [row[place] for row in book.rows] == [1, 13, 1, 8, 4, 1, 6, 42, 5, 1, 1, 1]
    assert book.rows[0][0] == "Januari"


def test_disputes_and_suits_stand_in_an_annex_only_where_there_are_any(
    daily: ServiceYear, compose_year: Composing
) -> None:
    annex = section(compose_year(daily, AS_OF), "annex_disputes")
    without = compose_year(evolve(daily, disputes=(), suits=()), AS_OF)

    assert [block.key for block in annex.blocks if isinstance(block, Table)] == ["disputes", "suits"]
    assert "annex_disputes" not in {one.key for _, one in without.walk()}
    assert "Lampiran C" not in told(section(without, "disputes"))


def test_two_hundred_requests_stand_all_in_the_annex(daily: ServiceYear, compose_year: Composing) -> None:
    report = compose_year(many(daily, 200), AS_OF)

    annex, chapter = section(report, "annex_requests"), section(report, "requests")
    (book,) = (block for block in annex.blocks if isinstance(block, Table))
    assert [row[0] for row in book.rows] == [f"{number:03}" for number in range(1, 201)]
    assert "requests" not in {block.key for block in chapter.blocks if isinstance(block, Table)}
    assert "Rincian tiap baris register permohonan termuat dalam Lampiran A." in told(chapter)


@pytest.mark.parametrize("name", ["requests", "objections"])
@given(count=st.integers(1, 60))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_case_stands_once_in_the_annex_and_nowhere_else(
    daily: ServiceYear, compose_year: Composing, name: str, count: int
) -> None:
    year = many(daily, count, name)
    report, rows = compose_year(year, AS_OF), getattr(year, name)

    (book,) = (one for one in section(report, f"annex_{name}").blocks if isinstance(one, Table))
    assert [row[0] for row in book.rows] == [row.number for row in rows]
    chapter = [one for one in section(report, name).blocks if isinstance(one, Table)]
    assert not any(one.is_register for one in chapter)


def test_book_has_what_chapters_tell_of_too_and_says_who_asks_for_it(
    daily: ServiceYear, compose_year: Composing
) -> None:
    book = tables(compose_year(daily, AS_OF))["register_requests"]

    assert {"Pemohon", "Kanal", "OPD"} <= set(titles(book.columns))
    assert book.notes[-1] == (
        "Kolom pemohon, kanal, dan OPD ditambahkan dari register; peraturan tidak memintanya."
    )


def test_lines_for_several_add_up_to_what_the_chapter_tells(
    serang: ServiceYear, compose_year: Composing
) -> None:
    book = tables(compose_year(serang))["register_requests"]

    assert 84 in (book.total or ())


def test_register_before_any_law_of_its_columns_has_the_columns_of_ours(
    compose_year: Composing,
) -> None:
    rows = tuple(Request(number=str(number)) for number in range(1, 31))
    report = compose_year(ServiceYear(period=ReportingPeriod(2005), requests=rows), date(2005, 12, 31))

    _, book = section(report, "annex_requests").blocks
    assert isinstance(book, Table)
    assert [row[0] for row in book.rows] == [row.number for row in rows]


def test_chapter_says_where_its_lines_stand(serang: ServiceYear, compose_year: Composing) -> None:
    report = compose_year(serang)

    chapters = (
        ("requests", "permohonan", "A"),
        ("objections", "keberatan", "B"),
        ("disputes", "sengketa", "C"),
    )
    for key, name, letter in chapters:
        line = f"Rincian tiap baris register {name} termuat dalam Lampiran {letter}."
        assert line in told(section(report, key))


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (
            ServiceYear(period=ReportingPeriod(2024)),
            "Buku Register Permohonan tidak disajikan karena tidak tercatat.",
        ),
        (
            ServiceYear(period=ReportingPeriod(2024), requests=()),
            "Nihil: tidak ada permohonan pada tahun 2024.",
        ),
        (
            ServiceYear(
                period=ReportingPeriod(2024), aggregates=(Aggregate(register=Register.REQUESTS, count=7),)
            ),
            "Buku Register Permohonan tidak disajikan karena yang dicatat hanya rekapitulasinya.",
        ),
        (
            ServiceYear(period=ReportingPeriod(2005), requests=(Request(number="1"),)),
            "Buku Register Permohonan tidak disajikan karena peraturan tentang kolomnya belum berlaku.",
        ),
    ],
    ids=["not recorded", "nil", "totals only", "before the law"],
)
def test_book_that_cannot_be_shown_says_why(compose_year: Composing, year: ServiceYear, text: str) -> None:
    report = compose_year(year, date(year.period.year, 12, 31))

    block, *_ = section(report, "annex_requests").blocks
    assert isinstance(block, Paragraph)
    assert block.plain() == text


def test_brief_form_has_no_annex(daily: ServiceYear, compose_year: Composing) -> None:
    keys = {one.key for _, one in compose_year(daily, AS_OF, form="brief").walk()}

    assert not {"annex_requests", "annex_objections"} & keys


def test_public_book_says_which_columns_hold_personal_data(
    daily: ServiceYear, compose_year: Composing
) -> None:
    public = tables(compose_year(with_applicants(daily), AS_OF))

    assert (
        "Kolom nama, NIK, alamat, kontak, dan surat kuasa tidak dimuat dalam edisi publik karena berisi data "
        "pribadi (UU 27/2022 Pasal 4 ayat (3))." in public["register_requests"].notes
    )
    assert any("pemohon atau kuasanya" in note for note in public["register_objections"].notes)


def test_internal_book_names_the_applicants(daily: ServiceYear, compose_year: Composing) -> None:
    internal = tables(compose_year(with_applicants(daily), AS_OF, edition="internal"))

    requests, objections = internal["register_requests"], internal["register_objections"]
    assert titles(requests.columns)[2:7] == ["Nama", "NIK", "Alamat", "Kontak", "Surat kuasa"]
    assert requests.rows[0][2:7] == (
        *(NAMES[0], "3673041701800000", "Jalan Sunyi 0", "tertutup0@pos.example", "kuasa tertutup 0"),
    )
    assert objections.rows[1][2:4] == (
        f"{NAMES[1]}, 3673041701800001, Jalan Sunyi 1",
        "tertutup1@pos.example",
    )
    assert not any("data pribadi" in note for note in internal["register_requests"].notes)


@pytest.mark.parametrize("form", ["full", "brief", "letter"])
@pytest.mark.parametrize("name", ["html", "markdown", "json", "csv"])
def test_no_applicant_is_anywhere_in_public_files(
    daily: ServiceYear, compose_year: Composing, name: str, form: str
) -> None:
    report = compose_year(with_applicants(daily), AS_OF, form=form)

    written = "\n".join(one.content.decode() for one in export(report, name, load_plugins()))
    marks = ("Pemohon Rahasia", "Jalan Sunyi", "tertutup", "3673041701")
    assert [word for word in marks if word in written] == []


@pytest.mark.parametrize("name", ["markdown", "json", "csv", "html"])
def test_applicants_are_in_files_of_the_internal_edition(
    daily: ServiceYear, compose_year: Composing, name: str
) -> None:
    """So the test above would see them."""
    report = compose_year(with_applicants(daily), AS_OF, edition="internal")

    written = "\n".join(one.content.decode() for one in export(report, name, load_plugins()))
    assert all(word in written for word in ("Pemohon Rahasia 2", "Jalan Sunyi 1"))


def test_no_line_of_a_book_is_lost(compose_year: Composing) -> None:
    """A line of which nothing is known but that it is there has a row as well."""
    year = ServiceYear(
        period=ReportingPeriod(2024),
        requests=(Request(), Request(number="2", period=Period(2024, 1, 5))),
        objections=(Objection(number="1"),),
    )

    assert len(tables(compose_year(year, AS_OF))["register_requests"].rows) == 2
