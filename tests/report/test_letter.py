"""The letter that sends the report to the chair of the commission."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.report.conftest import EXAMPLE
from tests.years import shared_years

from ppid_core import Report, ServiceYear, load
from ppid_core.model import Measure, ReportingPeriod
from ppid_core.report import Items, Num, Paragraph, Signature, Table

Composing = Callable[..., Report]

DOTS = "………………………………"


@pytest.fixture(scope="module")
def letter() -> Report:
    from tests.report.conftest import composed  # noqa: PLC0415  a fixture of one scope more

    year = load(EXAMPLE.parent / "kabupaten-contoh-2024").year
    return composed(year, date(2024, 12, 31), form="letter")


def numbers(report: Report) -> dict[object, object]:
    (table,) = report.tables()
    return {row[0]: row[2] for row in table.rows}


def test_head_names_the_body_and_how_to_reach_it(letter: Report) -> None:
    assert letter.cover.lines == (
        "Pemerintah Kabupaten Contoh",
        "PPID Utama Kabupaten Contoh",
        "Jalan\u00a0Contoh\u00a0Nomor\u00a01, Kabupaten\u00a0Contoh",
        "Surel ppid@contoh.example · Laman https://ppid.contoh.example",
    )


def test_letter_is_one_section_with_number_addressee_signature_and_copies(letter: Report) -> None:
    (section,) = letter.sections
    kinds = [type(block) for block in section.blocks]

    assert kinds[:3] == [Paragraph, Table, Paragraph]
    assert section.blocks[0].plain() == "Contoh, 25 Maret 2025"
    assert numbers(letter) == {
        "Nomor": "000/001/PPID-Contoh/2025",
        "Sifat": "Biasa",
        "Lampiran": "Satu berkas",
        "Hal": "Laporan Layanan Informasi Publik Tahun 2024",
    }
    assert section.blocks[2].plain() == "Yth. Ketua Komisi Informasi Provinsi Contoh\ndi tempat"
    assert kinds[-3:] == [Signature, Paragraph, Items]
    assert section.blocks[-1].plain() == "- Bupati Contoh\n- Sekretaris Daerah Kabupaten Contoh"


def test_columns_of_the_numbers_have_no_headings(letter: Report) -> None:
    """So every format sets them without rules."""
    (table,) = letter.tables()

    assert {column.title for column in table.columns} == {""}
    assert table.caption == ""


def test_figures_of_the_letter_are_identified(letter: Report) -> None:
    figures = {
        part.measure
        for block in letter.blocks()
        if isinstance(block, Paragraph)
        for part in block.content
        if isinstance(part, Num)
    }

    assert {Measure.REQUESTS_TOTAL, Measure.REQUESTS_REFUSED, Measure.OBJECTIONS_TOTAL} <= figures


def test_day_of_signature_is_not_said_twice(letter: Report) -> None:
    (signature,) = (block for block in letter.blocks() if isinstance(block, Signature))

    assert (signature.place, signature.on) == ("", None)


def test_what_is_not_filled_in_is_a_dotted_line(serang: ServiceYear, compose_year: Composing) -> None:
    """The example says neither when it was sent, nor under which number, nor the NIP of who signs."""
    report = compose_year(serang, form="letter")

    assert next(report.blocks()).plain() == f"Serang, {DOTS}"
    assert numbers(report) == {
        "Nomor": DOTS,
        "Sifat": DOTS,
        "Lampiran": DOTS,
        "Hal": "Penyampaian Laporan Layanan Informasi Publik Tahun 2020",
    }
    (signature,) = (block for block in report.blocks() if isinstance(block, Signature))
    assert signature.below == ("W. Hari Pamungkas, S.STP, M.Si", f"NIP {DOTS}")


def test_letter_without_register_says_what_is_missing(compose_year: Composing) -> None:
    report = compose_year(ServiceYear(period=ReportingPeriod(2024)), date(2024, 12, 31), form="letter")

    told = "\n".join(block.plain() for block in report.blocks())
    assert "Jumlah permohonan tidak disajikan karena register permohonan belum tercatat" in told
    assert f"Yth. Ketua Komisi Informasi {DOTS}" in told
    assert report.cover.lines[0] == DOTS


def test_addressee_is_called_honoured_once(serang: ServiceYear, compose_year: Composing) -> None:
    load_submission = load(EXAMPLE.parent / "kabupaten-contoh-2024").year.submission
    assert load_submission is not None
    year = evolve(serang, submission=evolve(load_submission, to="Yth. Ketua KI"))

    told = [block.plain() for block in compose_year(year, form="letter").blocks()]
    assert "Yth. Ketua KI\ndi tempat" in told


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(year=shared_years(), lang=st.sampled_from(["id", "en"]))
def test_any_year_has_a_letter(compose_year: Composing, year: ServiceYear, lang: str) -> None:
    report = compose_year(year, date(year.period.year, 12, 31), form="letter", lang=lang)

    assert [section.key for section in report.sections] == ["letter"]
    assert all(len(row) == 3 and all(row) for table in report.tables() for row in table.rows)
    assert any(isinstance(block, Signature) for block in report.blocks())
