"""The way back: a year as the tables that a clerk would have typed; `from_rows` reads them to the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from attrs import fields_dict

from ppid_core.glossary import label
from ppid_core.glossary.key import OPTION_PREFIX, RULE_PREFIX
from ppid_core.glossary.sign import SIGNS
from ppid_core.intake import tables
from ppid_core.intake.cells import UNREAD
from ppid_core.intake.cells.cell import Cell, Cells, agency, marked_at, several, words
from ppid_core.intake.report_values import typed_keys
from ppid_core.intake.tables import table_headings
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.model import (
    NOT_KEPT,
    Absent,
    CellState,
    Channel,
    Coded,
    ComplianceMatrix,
    MatrixRow,
    ServiceYear,
    StatedTotal,
    YearPart,
)
from ppid_core.option import is_of_rule
from ppid_core.source import Source


class _Placed(Protocol):
    @property
    def source(self) -> Source | None: ...


_Line = tuple[str, str, int | None]
"""File, sheet and row."""
_REGISTERS = frozenset({"permohonan", "keberatan", "sengketa", "gugatan"})

_NIHIL = "NIHIL"
_MATRIX = "ketersediaan"


def typed_tables(year: ServiceYear) -> Mapping[str, tuple[Cells, ...]]:
    """Return the rows of each table that holds something.

    A register that is recorded and empty is a row NIHIL, a stated total a row JUMLAH. What no table can hold
    (a request received in some month of a year that is only named) is left out: read the tables back to know.

    Args:
        year: any year, also an internal edition: applicants stand where the register has them.
    """
    rows = {name: tuple(cells) for name, cells in _tables(year)}
    return {name: rows[name] for name in table_headings() if rows.get(name)}


def tidy_tables(year: ServiceYear) -> Mapping[str, tuple[Cells, ...]]:
    """Return the rows of each table that is kept, each a value: no NIHIL and no JUMLAH among them.

    A table that is recorded and empty is there without rows; of a register the key ``nihil`` says so.
    """
    kept = {name: rows for name, rows in _registers(year) if not isinstance(rows, Absent)}
    empty = [name for name in table_headings() if name in _REGISTERS and kept.get(name) == ()]
    nihil: list[Cells] = [{"kunci": "nihil", "isi": several(empty)}] if empty else []
    matrix = {} if isinstance(year.matrix, Absent) else {_MATRIX: tuple(_matrix_cells(year.matrix))}
    rows = {"laporan": (*_report_cells(year), *nihil), **kept, **matrix}
    return {name: rows[name] for name in table_headings() if name in rows}


def _tables(year: ServiceYear) -> Iterator[tuple[str, Iterable[Cells]]]:
    yield "laporan", _report_cells(year)
    for name, rows in _registers(year):
        filled = () if isinstance(rows, Absent) else rows or ({_first(name): _NIHIL},)
        yield name, _with_totals(filled, year, name)
    if not isinstance(year.matrix, Absent):
        nothing = {"opd": _NIHIL, **{kind.code: "" for kind in year.matrix.types}}
        yield _MATRIX, _with_totals(_matrix_cells(year.matrix) or [nothing], year, _MATRIX)


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


def _unread(year: ServiceYear) -> Mapping[_Line, Sequence[str]]:
    """Return which columns of a line could not be read; a row of a register tells its fields by itself."""
    found: defaultdict[_Line, list[str]] = defaultdict(list)
    for cell in year.unread:
        if cell.table not in _REGISTERS and cell.source is not None:
            found[_line(cell.source)].append(cell.column)
    return found


def _line(source: Source | None) -> _Line:
    return ("", "", None) if source is None else (source.file, source.sheet, source.row)


def _with_totals(rows: Sequence[Cells], year: ServiceYear, name: str) -> Iterator[Cells]:
    """Yield the rows of a table, each total below the last row that it sums."""
    totals = [total for total in year.stated_totals if total.table == name and total.lines is None]
    ends = [len(rows) if total.rows is None else min(total.rows[1], len(rows)) for total in totals]
    for at in range(len(rows) + 1):
        below = (total for total, end in zip(totals, ends, strict=True) if end == at)
        yield from _total_cells(below, _first(name)) if at in ends else ()
        yield from rows[at : at + 1]


def _first(name: str) -> str:
    return table_headings()[name].headings[0].name


TOTAL = "JUMLAH"


def _matrix_cells(matrix: ComplianceMatrix) -> list[Cells]:
    """Return the matrix: a column for each type, and one for the period where it is told by period."""
    codes = tuple(kind.code for kind in matrix.types)
    return [
        {
            "opd": agency(row.agency),
            **({tables.PERIOD: label(part)} if matrix.is_by_period else {}),
            **_signs(row, codes),
        }
        for part, row in matrix.typed_rows()
    ]


def _total_cells(totals: Iterable[StatedTotal], first: str) -> Iterator[Cells]:
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
    unclear = {sign.code: UNREAD if sign.code in row.unread else sign.sign for sign in row.unclear}
    signs = {state: shown[0] for state, shown in SIGNS.items()}
    blank = CellState.NOT_REPORTED
    return {
        code: unclear.get(code) or ("" if state is blank else signs[state])
        for code, state in zip(codes, row.states, strict=True)
    }


def _report_cells(year: ServiceYear) -> list[Cells]:
    """Return the filled keys of *laporan*."""
    keys = (
        ("tahun", year.period.year),
        ("periode", "" if year.period.part is YearPart.YEAR else label(year.period.part)),
        *typed_keys(year.body),
        *(typed_keys(year.signatory) if year.signatory else ()),
        *(typed_keys(year.submission) if year.submission else ()),
        ("sdm.jumlah", year.service.staff_total),
        ("sdm.dasar", words(year.service.staff_basis)),
        ("kanal_ditawarkan", _channels(year)),
        *typed_keys(year.presentation),
        *(
            (f"{RULE_PREFIX if is_of_rule(name) else OPTION_PREFIX}{name}", words(value))
            for name, value in year.presentation.options
        ),
    )
    return [{"kunci": key, "isi": value} for key, value in keys if value not in ("", None)]


def _channels(year: ServiceYear) -> str:
    """Return the offered channels; that none is offered is a bar between nothing and nothing."""
    offered = year.service.offered_channels
    return "" if isinstance(offered, Absent) else several(_named(one.channel) for one in offered) or "|"


def _named(channel: Coded[Channel]) -> str:
    return channel.typed or label(channel.slug)
