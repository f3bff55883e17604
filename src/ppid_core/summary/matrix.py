"""The figures of availability, each with a stated denominator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from attrs import frozen

from ppid_core.model import Absent, CellState, Reason
from ppid_core.summary.tally import RECORDED, MatrixTally

TEN_THOUSANDTH = Decimal("0.0001")


@frozen(kw_only=True)
class MatrixFigures:
    """The availability matrix of one body, read from its tally."""

    tally: MatrixTally

    def tree(self) -> Mapping[str, object] | Absent:
        """Return every figure of the matrix, or why there is none."""
        if RECORDED not in self.tally.state.values:
            reasons = self.tally.state.values
            return Absent(Reason(reasons[0])) if reasons else Absent()
        return {
            "agencies": self.agencies,
            "reporting_agencies": self.agencies - self.tally.rows.get("blank"),
            "types": len(self.tally.types.values),
            "cells": self.cells,
            **{str(state): self.state(state) for state in CellState},
            "share": share(self.state(CellState.DISCLOSED), self.denominator),
            "share_of_reporting": share(self.state(CellState.DISCLOSED), self.denominator_of_reporting),
            "denominator": self.denominator,
            "denominator_of_reporting": self.denominator_of_reporting,
            "by_agency": self.disclosed_by("agency", sorted(self.tally.cells_keys("agency"), key=natural)),
            "by_type": self.disclosed_by("type", self.tally.type_codes),
            "by_category": self.disclosed_by("category", sorted(self.tally.cells_keys("category"))),
        }

    @property
    def agencies(self) -> int:
        """How many agencies have a row."""
        return self.tally.rows.get("all")

    @property
    def cells(self) -> int:
        """Agencies × types."""
        return sum(self.state(state) for state in CellState)

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
        return {key: self.tally.cells.get(kind, key, str(CellState.DISCLOSED)) for key in keys}


def share(part: int | Decimal, whole: int | Decimal) -> Decimal | Absent:
    """Return ``part`` of ``whole`` between 0 and 1, rounded half up to four decimals."""
    if not whole:
        return Absent(Reason.NOTHING_TO_SHARE)
    return (Decimal(part) / Decimal(whole)).quantize(TEN_THOUSANDTH, "ROUND_HALF_UP")


def natural(key: str) -> tuple[tuple[int, str], ...]:
    """Return a sort key that puts 2 before 10."""
    return tuple(
        (int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", key) if part
    )
