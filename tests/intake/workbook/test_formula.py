"""Formulas that sum the cells above them, as Excel and LibreOffice save them."""

from __future__ import annotations

import pytest

from ppid_core.intake.files.workbook.formula import read_sum
from ppid_core.intake.files.workbook.markup import listen
from ppid_core.intake.files.workbook.xlsx import _SheetListener

AT = (3, 2)
"""The cell C4."""


@pytest.mark.parametrize(
    "formula",
    [
        *("SUM(C2:C3)", "=sum(c2:c3)", "SUM($C$2:$C$3)", "SUM(C2,C3)", "SUM(C2)", "C2+C3", "SUM(C1:C2)+C3"),
        *("SUBTOTAL(9,C2:C3)", "AGGREGATE(9,6,C2:C3)", "COUNTA(A2:A3)", "of:=SUM([.C2:.C3])"),
    ],
)
def test_sum_of_cells_above_is_known(formula: str) -> None:
    assert read_sum(formula, AT) is not None


@pytest.mark.parametrize(
    "formula",
    [
        *("", "C2", "C2*2", "SUM(A2:B2)", "SUM(A2:A3)", "SUM(C2:C4)", "SUM(C5:C9)", "SUM(Lain!C2:C3)"),
        *('SUMIF(A2:A3,"x",C2:C3)', "IF(A1>1,C2,C3)", "TODAY()", "C2-C3", "SUM(C2:C3)/2", "A2&C3"),
    ],
)
def test_other_formula_is_no_sum(formula: str) -> None:
    assert read_sum(formula, AT) is None


def test_formula_that_was_filled_to_the_right_says_only_which_it_is() -> None:
    first = '<c r="B4"><f t="shared" ref="B4:C4" si="0">SUM(B2:B3)</f><v>7</v></c>'
    second = '<c r="C4"><f t="shared" si="0"/><v>9</v></c>'
    sheet = _SheetListener(percents=frozenset())
    xml = f'<worksheet><sheetData><row r="4">{first}{second}</row></sheetData></worksheet>'
    listen((xml.encode(),), sheet)

    assert sheet.marks().sums == {(3, 1), (3, 2)}
