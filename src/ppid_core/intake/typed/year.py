"""All tables of a year, in the order in which they are explained to staff."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from attrs import fields_dict

from ppid_core.intake import tables
from ppid_core.intake.cells.cell import Cells, marked_at
from ppid_core.intake.spec import TableSpec
from ppid_core.intake.tables import table_headings
from ppid_core.intake.typed import body, figure
from ppid_core.model import NOT_KEPT, Absent, ServiceYear
from ppid_core.source import Source


class _Placed(Protocol):
    @property
    def source(self) -> Source | None: ...


Line = tuple[str, str, int | None]
"""File, sheet and row."""
REGISTERS = frozenset({"permohonan", "keberatan", "sengketa", "gugatan"})

NIHIL = "NIHIL"
MATRIX = "ketersediaan"


def typed_tables(year: ServiceYear) -> Mapping[str, tuple[Cells, ...]]:
    """Return the rows of each table that holds something.

    A register that is recorded and empty is a row NIHIL, a stated total a row JUMLAH. What no table can hold
    (a request received in some month of a year that is only named) is left out: read the tables back to know.

    Args:
        year: any year, also an internal edition: applicants stand where the register has them.
    """
    rows = {name: tuple(cells) for name, cells in _tables(year)}
    return {name: rows[name] for name in table_headings() if rows.get(name)}


def _tables(year: ServiceYear) -> Iterator[tuple[str, Iterable[Cells]]]:
    yield "laporan", body.report_cells(year)
    for name, rows in _registers(year):
        filled = () if isinstance(rows, Absent) else rows or ({_first(name): NIHIL},)
        yield name, _with_totals(filled, year, name)
    if not isinstance(year.matrix, Absent):
        nothing = {"opd": NIHIL, **{kind.code: "" for kind in year.matrix.types}}
        yield MATRIX, _with_totals(figure.matrix_cells(year.matrix) or [nothing], year, MATRIX)


def _registers(year: ServiceYear) -> Iterator[tuple[str, tuple[Cells, ...] | Absent]]:
    unread = _unread(year)

    def cells_of(spec: TableSpec[Any], rows: Iterable[_Placed]) -> Iterator[Cells]:
        for row in rows:
            yield marked_at(spec.write(row, year.period.year), unread.get(_line(row.source), ()))

    for spec in tables.TABLES:
        if spec.rows:
            rows = _rows_at(year, spec.rows)
            yield spec.name, rows if isinstance(rows, Absent) else tuple(cells_of(spec, rows))


def _rows_at(year: ServiceYear, path: Sequence[str]) -> tuple[_Placed, ...] | Absent:
    """Return the rows of a table; where a year cannot say that one is empty, it is not kept."""
    *steps, last = path
    held: Any = year
    for step in steps:
        held = getattr(held, step)
    if isinstance(held, Absent):
        return held
    rows: tuple[_Placed, ...] | Absent = getattr(held, last)
    never_absent = fields_dict(type(held))[last].default == ()
    return NOT_KEPT if never_absent and not rows else rows


def _unread(year: ServiceYear) -> Mapping[Line, Sequence[str]]:
    """Return which columns of a line could not be read; a row of a register tells its fields by itself."""
    found: defaultdict[Line, list[str]] = defaultdict(list)
    for cell in year.unread:
        if cell.table not in REGISTERS and cell.source is not None:
            found[_line(cell.source)].append(cell.column)
    return found


def _line(source: Source | None) -> Line:
    return ("", "", None) if source is None else (source.file, source.sheet, source.row)


def _with_totals(rows: Sequence[Cells], year: ServiceYear, name: str) -> Iterator[Cells]:
    """Yield the rows of a table, each total below the last row that it sums."""
    totals = [total for total in year.stated_totals if total.table == name]
    ends = [len(rows) if total.rows is None else min(total.rows[1], len(rows)) for total in totals]
    for at in range(len(rows) + 1):
        below = (total for total, end in zip(totals, ends, strict=True) if end == at)
        yield from figure.total_cells(below, _first(name)) if at in ends else ()
        yield from rows[at : at + 1]


def _first(name: str) -> str:
    return table_headings()[name].headings[0].name
