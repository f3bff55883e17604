"""The matrix and rows JUMLAH as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ppid_core.glossary.sign import SIGNS
from ppid_core.intake.cells.cell import Cell, Cells, agency
from ppid_core.model import (
    CellState,
    ComplianceMatrix,
    MatrixRow,
    StatedTotal,
)

TOTAL = "JUMLAH"


def matrix_cells(matrix: ComplianceMatrix) -> list[Cells]:
    """Return the matrix: a column for each type."""
    codes = tuple(kind.code for kind in matrix.types)
    return [{"opd": agency(row.agency), **_signs(row, codes)} for row in matrix.rows]


def total_cells(totals: Iterable[StatedTotal], first: str) -> Iterator[Cells]:
    """Yield the rows JUMLAH of one table, whose ``first`` column says so.

    A column that comes again begins another row.
    """
    cells: dict[str, Cell] = {}
    for total in totals:
        if total.column in cells:
            yield {first: TOTAL, **cells}
            cells = {}
        cells[total.column] = total.value
    if cells:
        yield {first: TOTAL, **cells}


def _signs(row: MatrixRow, codes: tuple[str, ...]) -> dict[str, Cell]:
    unclear = {sign.code: sign.sign for sign in row.unclear}
    signs = {state: shown[0] for state, shown in SIGNS.items()}
    blank = CellState.NOT_REPORTED
    return {
        code: unclear.get(code) or ("" if state is blank else signs[state])
        for code, state in zip(codes, row.states, strict=True)
    }
