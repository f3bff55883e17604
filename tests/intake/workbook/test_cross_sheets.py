"""Sheets of totals as yearly reports print them: under a title, with a heading on two lines."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from tests.intake.workbook.making import read, written

from ppid_core.model import Aggregate, Dimension, JointPart, Period, Register

NAME = "Rekapitulasi Permohonan 2020"
ROWS = (
    ("REKAPITULASI PERMOHONAN INFORMASI PUBLIK",),
    (),
    ("No", "Bulan", "Keputusan", "", "Ditolak", "", "Jumlah"),
    ("", "", "Dikabulkan Seluruhnya", "Dikabulkan Sebagian", "Dikecualikan", "Tidak Dikuasai"),
    (1, "Januari", 4, 1, 0, 1, 6),
    (2, "Februari", 3, "", 2, 0, 5),
    ("JUMLAH", "", 7, 1, 2, 1, 11),
)
REGISTER = (("nomor", "pemohon"), ("1", "LSM"))


def join(book: Workbook) -> None:
    for span in ("A1:G1", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4", "A7:B7"):
        book[NAME].merge_cells(span)


def refused(number: int, month: int, reason: str, typed: str) -> Aggregate:
    return Aggregate(
        register=Register.REQUESTS,
        dimension=Dimension.REFUSAL_REASON,
        category=reason,
        typed=typed,
        period=Period(2020, month),
        count=number,
    )


def test_a_sheet_of_totals_is_read_by_its_two_lines_of_heading(tmp_path: Path) -> None:
    intake = read(written(tmp_path / "buku.xlsx", {NAME: ROWS}, join))
    lines = intake.year.aggregates

    assert intake.problems == ()
    assert [line for line in lines if line.dimension is Dimension.REFUSAL_REASON] == [
        refused(0, 1, "exempt", "Dikecualikan"),
        refused(1, 1, "not_held", "Tidak Dikuasai"),
        refused(2, 2, "exempt", "Dikecualikan"),
        refused(0, 2, "not_held", "Tidak Dikuasai"),
    ]
    assert [line.count for line in lines if line.category == "refused"] == [1, 2]
    assert [str(line.source) for line in lines[:1]] == [f'buku.xlsx lembar "{NAME}" sel C5']
    assert len(intake.year.stated_totals) == 2 + 5


def test_several_sheets_of_totals_stand_beside_a_register(tmp_path: Path) -> None:
    agencies = (("OPD/Hasil", "Dikabulkan", "Ditolak"), ("Dinkes", 5, 2))
    sheets = {NAME: ROWS, "Rekap OPD": agencies, "Permohonan": REGISTER}
    intake = read(written(tmp_path / "buku.xlsx", sheets, join))

    assert isinstance(intake.year.requests, tuple)
    assert (
        Aggregate(
            register=Register.REQUESTS,
            dimension=Dimension.AGENCY,
            category="Dinkes",
            typed="Dinkes",
            second=JointPart(dimension=Dimension.OUTCOME, category="refused", typed="Ditolak"),
            count=2,
        )
        in intake.year.aggregates
    )


def test_a_register_whose_sheet_is_called_a_summary_stays_a_register(tmp_path: Path) -> None:
    intake = read(written(tmp_path / "buku.xlsx", {"Rekap Permohonan": REGISTER}))

    assert isinstance(intake.year.requests, tuple)
    assert intake.year.aggregates == ()
