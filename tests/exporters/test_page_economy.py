"""How full printed pages are: few end above half their height, none is for one sentence, row or source."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.exporters import city, example
from tests.exporters.docx.opening import exported
from tests.exporters.docx.printing import Press, needs_printing
from tests.exporters.sheets import PrintedSheet, measured, needs_measuring

from ppid_core import Report
from ppid_exporters.pdf import PdfExporter

MOST = 1 / 6
CITY = "a city of thirty requests"
years = pytest.mark.parametrize("name", ["kota-serang-2020", "kabupaten-contoh-2024", CITY])


def report(name: str) -> Report:
    return city.report() if name == CITY else example.report(name)


def assert_economical(sheets: tuple[PrintedSheet, ...]) -> None:
    """Assert the goal, and tell the pages that miss it."""
    half_empty = [one.number for one in sheets if one.is_half_empty]

    assert [one.number for one in sheets if one.is_scant] == []
    assert len(half_empty) <= len(sheets) * MOST, half_empty


@pytest.mark.slow
@needs_measuring
@years
def test_at_most_one_page_in_six_of_the_pdf_ends_above_half_its_height(name: str, tmp_path: Path) -> None:
    (artifact,) = PdfExporter().export(report(name))
    pdf = tmp_path / artifact.name
    pdf.write_bytes(artifact.content)

    assert_economical(measured(pdf))


@pytest.mark.slow
@needs_measuring
@needs_printing
@years
def test_at_most_one_page_in_six_of_the_printed_word_file_ends_above_half_its_height(
    name: str, press: Press
) -> None:
    (pdf,) = press.printed(exported(city.report()) if name == CITY else example.word_file(name))

    assert_economical(measured(pdf))
