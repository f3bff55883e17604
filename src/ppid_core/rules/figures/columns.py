"""The sum of a column, by the names of the input tables: what a row JUMLAH claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from ppid_core.model import Absent, BudgetLine, CellState, ServiceYear
from ppid_core.rules.engine.place import Placed
from ppid_core.summary import listed
from ppid_core.summary.parts import Amount

MATRIX = frozenset({"ketersediaan", "kepatuhan"})
Cells = Sequence[tuple[Placed, int | Decimal | None]]


@frozen(kw_only=True)
class ColumnSum:
    """What the rows of a column add up to (*jumlah kolom*).

    Attributes:
        rows: the rows that were added.
        sum: of the cells that say a number.
        is_whole: whether every row says one.
    """

    rows: tuple[Placed, ...]
    sum: Decimal
    is_whole: bool

    def contradicts(self, total: Decimal) -> bool:
        """Tell whether ``total`` cannot be right; where cells are blank, only a smaller one cannot."""
        return total != self.sum if self.is_whole else total < self.sum


def column_sum(
    year: ServiceYear, table: str, column: str, span: tuple[int, int] | None = None
) -> ColumnSum | None:
    """Return the sum of a column, or of some of its rows; None where none of them says a number."""
    cells = _matrix_cells(year, column) if table in MATRIX else _cells(year, table, column)
    if span is not None:
        cells = cells[slice(*span)]
    numbers = [None if value is None else Decimal(value) for _, value in cells]
    amount = Amount.of(numbers)
    if not amount.known:
        return None
    rows = tuple(row for row, _ in cells)
    return ColumnSum(rows=rows, sum=amount.total, is_whole=amount.known == amount.lines)


def _cells(year: ServiceYear, table: str, column: str) -> Cells:
    read = COLUMNS.get((table, column))
    return [] if read is None else read(year)


def _matrix_cells(year: ServiceYear, code: str) -> Cells:
    """Return a 1 for each tick under one type of information."""
    if isinstance(year.matrix, Absent):
        return []
    return [
        (row, int(cell is CellState.DISCLOSED))
        for row, kind, cell in year.matrix.cells()
        if kind.code == code
    ]


def _lines(year: ServiceYear) -> tuple[BudgetLine, ...]:
    return year.budget_lines


COLUMNS: Mapping[tuple[str, str], Callable[[ServiceYear], Cells]] = {
    ("permohonan", "jumlah"): lambda year: [(row, row.count) for row in listed(year.requests)],
    ("permohonan", "jumlah_pemohon"): lambda year: [(row, row.count) for row in listed(year.requests)],
    ("permohonan", "biaya"): lambda year: [(row, row.cost) for row in listed(year.requests)],
    ("keberatan", "jumlah"): lambda year: [(row, row.count) for row in listed(year.objections)],
    ("sengketa", "jumlah"): lambda year: [(row, row.count) for row in listed(year.disputes)],
    ("gugatan", "jumlah"): lambda year: [(row, row.count) for row in listed(year.suits)],
    ("rekap", "jumlah"): lambda year: [(line, line.count) for line in year.aggregates],
    ("kunjungan", "kunjungan"): lambda year: [(row, row.count) for row in listed(year.service.visits)],
    ("anggaran", "alokasi"): lambda year: [(line, line.allocated) for line in _lines(year)],
    ("anggaran", "realisasi"): lambda year: [(line, line.realised) for line in _lines(year)],
    ("sdm", "jumlah"): lambda year: [(row, row.count) for row in listed(year.service.staff)],
    ("sarana_prasarana", "jumlah"): lambda year: [
        (row, row.count) for row in listed(year.service.facilities)
    ],
    ("peringkat_opd", "nilai"): lambda year: [(row, row.value) for row in listed(year.activity.ranking)],
}
