"""How full printed pages are: few end above half their height, none is for one sentence, row or source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.exporters import city
from tests.exporters.docx.printing import needs_printing, printed
from tests.exporters.sheets import PrintedSheet, measured, needs_measuring

from ppid_core import Dossier, Report
from ppid_exporters.docx import DocxExporter
from ppid_exporters.pdf import PdfExporter

EXAMPLES = Path(__file__).parents[2] / "examples"
MOST = 1 / 6


def example(name: str) -> Callable[[], Report]:
    return lambda: Dossier.open(EXAMPLES / name).report()


years = pytest.mark.parametrize(
    "report",
    [example("kota-serang-2020"), example("kabupaten-contoh-2024"), city.report],
    ids=["kota-serang-2020", "kabupaten-contoh-2024", "a city of thirty requests"],
)


def assert_economical(sheets: tuple[PrintedSheet, ...]) -> None:
    """Assert the goal, and tell the pages that miss it."""
    half_empty = [one.number for one in sheets if one.is_half_empty]

    assert [one.number for one in sheets if one.is_scant] == []
    assert len(half_empty) <= len(sheets) * MOST, half_empty


@needs_measuring
@years
def test_at_most_one_page_in_six_of_the_pdf_ends_above_half_its_height(
    report: Callable[[], Report], tmp_path: Path
) -> None:
    (artifact,) = PdfExporter().export(report())
    pdf = tmp_path / artifact.name
    pdf.write_bytes(artifact.content)

    assert_economical(measured(pdf))


@pytest.mark.slow
@needs_measuring
@needs_printing
@years
def test_at_most_one_page_in_six_of_the_printed_word_file_ends_above_half_its_height(
    report: Callable[[], Report], tmp_path: Path
) -> None:
    (artifact,) = DocxExporter().export(report())

    assert_economical(measured(printed(tmp_path, artifact.content)))
