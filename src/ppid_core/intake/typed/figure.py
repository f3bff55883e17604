"""Figures as rows: totals along one dimension, claims, the matrix, rows JUMLAH."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ppid_core.glossary import label
from ppid_core.glossary.sign import SIGNS
from ppid_core.glossary.vocabulary import part_label
from ppid_core.intake.cells.cell import Cell, Cells, agency, counted, month, words
from ppid_core.law import Lawbook
from ppid_core.model import (
    Aggregate,
    Bound,
    CellState,
    ComplianceMatrix,
    Dimension,
    FigureUnit,
    MatrixRow,
    StatedFigure,
    StatedTotal,
)
from ppid_core.writing import format_number

TOTAL = "JUMLAH"


def aggregate_cells(row: Aggregate, year: int) -> Cells:
    """Return a total along one dimension."""
    return {
        "apa": row.register,
        "menurut": row.dimension,
        "nilai": words(row.typed) if row.typed else category(row.dimension, row.category),
        "bulan": month(row.period, row.year or year),
        "tahun": row.year,
        "jumlah": counted(row.count, row.count_in_words),
    }


def claim_cells(row: StatedFigure, _: int) -> Cells:
    """Return a figure that the text claims."""
    return {
        "apa": row.measure,
        "menurut": row.dimension,
        "nilai": category(row.dimension, row.category),
        "jumlah": _claimed(row),
        "dari": row.of,
        "tahun": row.year,
        "satuan": words(row.unit_typed),
        "bagian": words(row.passage),
    }


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


def category(dimension: Dimension | None, slug: str) -> str:
    """Return the words of one part of a breakdown."""
    if dimension is Dimension.TIME:
        return _span(slug)
    return words(part_label(dimension, slug) if dimension else slug)


def _span(slug: str) -> str:
    law = Lawbook.load()
    signs = {one.slug: one.sign for one in law.response_classes(law.classes_since)}
    return signs.get(slug, slug)


def _claimed(row: StatedFigure) -> Cell:
    """Return the figure, with its sign of percent where no unit is typed that says so."""
    sign = "%" if row.unit is FigureUnit.PERCENT and not row.unit_typed else ""
    beside = f" ({row.value_in_words})" if row.value_in_words is not None else ""
    if row.bound is None:
        return f"{_plain(row.value)}{beside}{sign}" if sign or beside else row.value
    number, word = f"{_plain(row.value)}{beside}{sign}", label(row.bound)
    return f"{number} {word}" if row.bound is Bound.OVER else f"{word} {number}"


def _plain(value: Decimal) -> str:
    decimals = max(-int(value.as_tuple().exponent), 0)
    return format_number(value, "id", decimals).replace(".", "")


def _signs(row: MatrixRow, codes: tuple[str, ...]) -> dict[str, Cell]:
    unclear = {sign.code: sign.sign for sign in row.unclear}
    signs = {state: shown[0] for state, shown in SIGNS.items()}
    blank = CellState.NOT_REPORTED
    return {
        code: unclear.get(code) or ("" if state is blank else signs[state])
        for code, state in zip(codes, row.states, strict=True)
    }
