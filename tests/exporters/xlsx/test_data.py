"""The sheets of data, as other programs load them: pandas, openpyxl."""

from __future__ import annotations

import io
import warnings
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from openpyxl.workbook import Workbook

from ppid_core import Dossier
from ppid_core.report import DataPackage, Report
from ppid_core.testing import samples
from ppid_core.testing.samples import composed
from ppid_exporters.xlsx import XlsxExporter

SERANG = "examples/kota-serang-2020"


def content_of(report: Report) -> bytes:
    (artifact,) = XlsxExporter().export(report)
    return artifact.content


def opened(content: bytes) -> Workbook:
    """Return the workbook; whatever its reader warns of fails the test."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def serang() -> Report:
    return Dossier.open(SERANG).report()


@pytest.fixture(scope="module")
def content(serang: Report) -> bytes:
    return content_of(serang)


def test_every_table_of_the_package_is_a_named_table_with_its_headings_in_row_1(
    serang: Report, content: bytes
) -> None:
    book, package = opened(content), DataPackage.of(serang)

    assert package is not None
    named = {table.name: table.ref for sheet in book for table in sheet.tables.values()}
    kept = [table for table in package.tables if table.rows]
    assert {f"data_{table.name}" for table in kept} == set(named)
    for table in kept:
        sheet = book[f"data_{table.name}"]
        assert [column.name for column in table.columns] == [cell.value for cell in sheet[1]]
        assert len(table.rows) + 1 == sheet.max_row
        assert sheet.dimensions == named[sheet.title]


def test_a_workbook_of_ours_is_read_by_its_sheets_of_data_and_tells_the_same_figures(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "laporan.xlsx").write_bytes(content)

    read = Dossier.open(tmp_path / "laporan.xlsx")

    assert read.problems == ()
    assert read.summary.figures == Dossier.open(SERANG).summary.figures


def test_figures_load_as_numbers_and_what_is_absent_as_nothing(content: bytes) -> None:
    figures = pd.read_excel(io.BytesIO(content), sheet_name="data_angka", engine="calamine")

    whole = figures[(figures["measure"] == "requests.total") & figures["dimension"].isna()]
    assert [84] == whole["value"].tolist()
    absent = figures[figures["measure"] == "requests.response_time.median"]
    assert absent["value"].isna().all()
    assert absent["reason"].notna().all()
    assert len(absent) > 0


def test_days_are_days_and_signs_of_formulas_stay_text() -> None:
    work = Dossier.from_rows(
        {
            "laporan": [{"kunci": "tahun", "isi": 2023}],
            "permohonan": [
                {"nomor": "=1+1", "tanggal": "2023-05-04", "informasi": "+62", "keputusan": "ditolak"}
            ],
        }
    )
    sheet = opened(content_of(work.report()))["data_permohonan"]

    heads = [cell.value for cell in sheet[1]]
    row = dict(zip(heads, sheet[2], strict=True))
    assert datetime(2023, 5, 4) == row["tanggal"].value  # noqa: DTZ001  a spreadsheet knows no zone
    assert ("=1+1", "s") == (row["nomor"].value, row["nomor"].data_type)
    assert "+62" == row["informasi"].value


@pytest.mark.parametrize("choice", [{"form": "brief"}, {"form": "letter"}, {"lang": "en"}])
def test_only_the_whole_report_in_indonesian_carries_data(choice: dict[str, Any]) -> None:
    book = opened(content_of(composed(samples.small(), **choice)))

    assert [] == [sheet.title for sheet in book if sheet.title.startswith("data_")]


def test_a_table_called_as_a_sheet_of_data_is_called_otherwise() -> None:
    work = Dossier.from_rows(
        {
            "laporan": [{"kunci": "tahun", "isi": 2023}],
            "opd": [{"kode": "1", "nama": "Dinas"}],
            "ketersediaan": [{"opd": "1", "x": "ya", "X": "tidak"}],
            "jenis_informasi": [{"kode": "x", "nama": "satu"}, {"kode": "X", "nama": "dua"}],
        }
    )

    assert opened(content_of(work.report())).sheetnames
