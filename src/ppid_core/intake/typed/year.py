"""All tables of a year, in the order in which they are explained to staff."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from ppid_core.glossary.table import table_headings
from ppid_core.intake.typed import body, case, figure, telling
from ppid_core.intake.typed.cells import Cells, marked_at
from ppid_core.model import NOT_KEPT, Absent, ServiceYear
from ppid_core.source import Source


class _Placed(Protocol):
    @property
    def source(self) -> Source | None: ...


T = TypeVar("T", bound=_Placed)
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

    def typed(rows: tuple[T, ...] | Absent, write: Callable[[T, int], Cells]) -> tuple[Cells, ...] | Absent:
        if isinstance(rows, Absent):
            return rows
        return tuple(
            marked_at(write(row, year.period.year), unread.get(_line(row.source), ())) for row in rows
        )

    service, told, done = year.service, year.narrative, year.activity
    lines = year.budget if isinstance(year.budget, Absent) else year.budget.lines
    yield "naskah", typed(told.passages or NOT_KEPT, telling.passage_cells)
    yield "opd", typed(year.agencies, body.agency_cells)
    yield "jenis_informasi", typed(year.information_types, body.type_cells)
    yield "permohonan", typed(year.requests, case.request_cells)
    yield "keberatan", typed(year.objections, case.objection_cells)
    yield "sengketa", typed(year.disputes, case.dispute_cells)
    yield "gugatan", typed(year.suits, case.suit_cells)
    yield "rekap", typed(year.aggregates or NOT_KEPT, figure.aggregate_cells)
    yield "kunjungan", typed(service.visits, telling.visit_cells)
    yield "anggaran", typed(lines, figure.budget_cells)
    yield "regulasi", typed(told.regulations, telling.regulation_cells)
    yield "kutipan", typed(told.mentions, telling.mention_cells)
    yield "pernyataan", typed(year.stated_figures, figure.claim_cells)
    yield "sdm", typed(service.staff, telling.staff_cells)
    yield "sarana_prasarana", typed(service.facilities, telling.facility_cells)
    yield "jam_layanan", typed(service.hours, telling.hour_cells)
    yield "gambar", typed(service.pictures, telling.picture_cells)
    yield "prioritas", typed(told.priorities, telling.entry_cells)
    yield "kegiatan", typed(done.activities, telling.entry_cells)
    yield "inovasi", typed(done.innovations, telling.entry_cells)
    yield "penghargaan", typed(done.awards, telling.entry_cells)
    yield "rekomendasi", typed(told.recommendations, telling.recommendation_cells)
    yield "kendala", typed(told.constraints, telling.constraint_cells)
    yield "peringkat_opd", typed(done.ranking, body.score_cells)
    yield "penjelasan", typed(year.waivers or NOT_KEPT, telling.waiver_cells)
    yield "hari_libur", typed(year.closures or NOT_KEPT, telling.closure_cells)


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
