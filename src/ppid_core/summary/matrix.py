"""Availability: the matrix as counts, and its figures, each with a stated denominator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from ppid_core.model import Absent, CellState, ComplianceMatrix, Reason
from ppid_core.summary.delivery import Deliveries, cells_of, period_cells, period_rows
from ppid_core.summary.parts import Counts, Key, Marks
from ppid_core.summary.register import NOT_RECORDED, UNREAD, share
from ppid_core.summary.tally import RECORDED, MatrixTally, absence, state

_Tree = Mapping[str, object]


def matrix_tally(matrix: ComplianceMatrix | Absent) -> MatrixTally:
    """Return the tally of the matrix."""
    if isinstance(matrix, Absent):
        return MatrixTally(state=state(matrix))
    return MatrixTally(
        state=state(matrix),
        types=Marks.of(f"{place:06d}:{kind.code}" for place, kind in enumerate(matrix.types)),
        categories=Marks.of(str(kind.category or NOT_RECORDED) for kind in matrix.types),
        **(_of_periods(matrix) if matrix.is_by_period else _of_the_year(matrix)),
    )


def _of_periods(matrix: ComplianceMatrix) -> Mapping[str, Any]:
    return {
        "parts": Marks.of(str(one.part) for one in matrix.deliveries),
        "own": Marks.of([str(matrix.part)]),
        "period_rows": Counts.of(period_rows(matrix)),
        "period_cells": Counts.of(period_cells(matrix)),
    }


def _of_the_year(matrix: ComplianceMatrix) -> Mapping[str, Any]:
    rows = ((row.agency.key, 1, int(row.is_blank), len(row.states) * row.is_blank) for row in matrix.rows)
    cells = ((row.agency.key, *cell, 1) for row in matrix.rows for cell in cells_of(matrix, row))
    return {"cells": Counts.of(_cell_pairs(cells)), "rows": Counts.of(_row_pairs(rows))}


def _row_pairs(rows: Iterable[tuple[str, int, int, int]]) -> Iterator[tuple[Key, int]]:
    for agency, number, blank, blank_cells in rows:
        yield ("all",), number
        yield ("agency", agency), number
        yield ("blank",), blank
        yield ("blank_cells",), blank_cells


def _cell_pairs(cells: Iterable[tuple[str, str, str, str, int]]) -> Iterator[tuple[Key, int]]:
    for agency, code, category, cell, number in cells:
        yield ("state", cell), number
        yield ("agency", agency, cell), number
        yield ("type", code, cell), number
        yield ("category", category, cell), number


@frozen(kw_only=True)
class MatrixFigures:
    """The availability matrix of one body, read from its tally.

    Attributes:
        tally: the state of the year; where agencies delivered by period, that of the last one delivered.
        by_period: what is told of each period.
    """

    tally: MatrixTally
    by_period: Mapping[str, Mapping[str, object]] = field(factory=dict)

    @classmethod
    def of(cls, tally: MatrixTally) -> MatrixFigures:
        """Return the figures of a tally."""
        if not tally.parts.values:
            return cls(tally=tally)
        told = Deliveries(tally=tally)
        cells, rows = Counts.of(_cell_pairs(told.year_cells())), Counts.of(_row_pairs(told.year_rows()))
        whole = evolve(tally, cells=tally.cells.merge(cells), rows=tally.rows.merge(rows))
        return cls(tally=whole, by_period=told.figures())

    def tree(self) -> _Tree | Absent:
        """Return every figure of the matrix, or why there is none."""
        if RECORDED not in self.tally.state.values:
            return absence(self.tally.state)
        disclosed, unread = self.state(CellState.DISCLOSED), self.tally.cells.get("state", UNREAD)
        hidden = Absent(Reason.UNREAD) if unread else None
        return {
            "agencies": self.agencies,
            "reporting_agencies": self.agencies - self.tally.rows.get("blank"),
            "types": len(self.tally.types.values),
            "cells": self.cells,
            **{str(state): self.state(state) for state in CellState},
            UNREAD: unread,
            "share": hidden or share(disclosed, self.denominator),
            "share_of_reporting": hidden or share(disclosed, self.denominator_of_reporting),
            "denominator": self.denominator,
            "denominator_of_reporting": self.denominator_of_reporting,
            "by_agency": self.disclosed_by("agency", natural(self.tally.rows.under("agency"))),
            "by_type": self.disclosed_by("type", self.tally.type_codes),
            "by_category": self.disclosed_by("category", self.tally.categories.values),
            **({"by_period": self.by_period} if self.by_period else {}),
        }

    @property
    def agencies(self) -> int:
        """How many agencies have a row."""
        return self.tally.rows.get("all")

    @property
    def cells(self) -> int:
        """Agencies × types."""
        return sum(self.tally.cells.under("state").values())

    @property
    def denominator(self) -> int:
        """The cells that could be available: without those not applicable and exempt."""
        return self.cells - self.state(CellState.NOT_APPLICABLE) - self.state(CellState.EXEMPT)

    @property
    def denominator_of_reporting(self) -> int:
        """The same without the rows in which nothing is filled in."""
        return self.denominator - self.tally.rows.get("blank_cells")

    def state(self, state: CellState) -> int:
        """Return how many cells say ``state``."""
        return self.tally.cells.get("state", str(state))

    def disclosed_by(self, kind: str, keys: Iterable[str]) -> Mapping[str, int]:
        """Return how many cells are available by agency, type or category; they add up to all available."""
        counted = {
            key[1]: number
            for key, number in self.tally.cells.pairs
            if key[0] == kind and key[2:] == (CellState.DISCLOSED,)
        }
        return {key: counted.get(key, 0) for key in keys}


def natural(keys: Iterable[str]) -> list[str]:
    """Return ``keys`` sorted as people count, 2 before 10; of "1" and "01" the first given comes first."""
    return sorted(keys, key=_pieces)


def _pieces(key: str) -> list[tuple[int, str]]:
    return [
        (int(piece), "") if piece.isdecimal() else (-1, piece) for piece in re.split(r"(\d+)", key) if piece
    ]
