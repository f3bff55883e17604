"""Availability: the matrix as counts, and its figures, each with a stated denominator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from ppid_core.model import Absent, CellState, ComplianceMatrix, Reason
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
        cells=Counts.of((key, 1) for key in _cell_keys(matrix)),
        rows=Counts.of(_row_pairs(matrix)),
        types=Marks.of(f"{place:06d}:{kind.code}" for place, kind in enumerate(matrix.types)),
        categories=Marks.of(str(kind.category or NOT_RECORDED) for kind in matrix.types),
    )


def _row_pairs(matrix: ComplianceMatrix) -> Iterator[tuple[Key, int]]:
    for row in matrix.rows:
        yield ("all",), 1
        yield ("agency", row.agency.key), 1
        yield ("blank",), int(row.is_blank)
        yield ("blank_cells",), len(row.states) * row.is_blank


def _cell_keys(matrix: ComplianceMatrix) -> Iterator[Key]:
    for row, kind, stated in matrix.cells():
        cell = UNREAD if kind.code in row.unread else stated
        yield "state", str(cell)
        yield "agency", row.agency.key, str(cell)
        yield "type", kind.code, str(cell)
        yield "category", str(kind.category or NOT_RECORDED), str(cell)


@frozen(kw_only=True)
class MatrixFigures:
    """The availability matrix of one body, read from its tally."""

    tally: MatrixTally

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
