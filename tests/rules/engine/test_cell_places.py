"""A finding about few rows of a workbook names the cells that are to be mended."""

from __future__ import annotations

import pytest
from attrs import evolve

from ppid_core.intake.result import SheetColumns
from ppid_core.language import Bilingual
from ppid_core.rules import CATALOGUE, Finding
from ppid_core.rules.engine.cell_places import in_cells
from ppid_core.source import Source

COLUMNS = {"nomor": (0, "Nomor"), "tanggal": (1, "Tgl"), "keputusan": (2, "Hasil"), "kanal": (3, "Kanal")}
SHEETS = {("a.xlsx", "Isi"): SheetColumns(table="permohonan", at=COLUMNS)}


def cells(where: str, mend: str = "", *rows: int) -> list[str]:
    """Return the cells that a finding names about rows of a sheet."""
    rule = evolve(CATALOGUE[0], where=Bilingual.both(where), mend=Bilingual.both(mend))
    places = tuple(Source(file="a.xlsx", sheet="Isi", row=row) for row in rows or (7,))
    told = in_cells(Finding(subject="", sources=places), rule, SHEETS)
    return [place.cell or str(place.row) for place in told.places]


@pytest.mark.parametrize(
    ("where", "mend", "named"),
    [
        ("tabel permohonan, kolom tanggal", "", ["B7"]),
        ("tabel permohonan, kolom tanggal keputusan", "", ["B7", "C7"]),
        ("tabel permohonan, kolom tanggal keputusan", "Betulkan kolom tanggal.", ["B7"]),
        ("tabel permohonan, kolom tanggal keputusan", "Betulkan kolom itu.", ["B7", "C7"]),
        ("tabel permohonan, kolom tanggal; tabel keberatan, kolom nomor", "", ["B7"]),
        ("tabel permohonan, kolom nomor tanggal keputusan kanal", "", ["A7", "B7", "C7", "D7"]),
        ("tabel permohonan, kolom biaya", "", ["7"]),
    ],
)
def test_the_cells_are_those_of_the_columns_that_a_rule_names_else_the_row(
    where: str, mend: str, named: list[str]
) -> None:
    assert cells(where, mend) == named


def test_of_more_than_two_rows_of_a_sheet_no_cell_is_named() -> None:
    where = "tabel permohonan, kolom tanggal"

    assert cells(where, "", 7, 9) == cells(where, "", 9, 7) == ["B7", "B9"]
    assert cells(where, "", 7, 8, 9) == ["7", "8", "9"]
