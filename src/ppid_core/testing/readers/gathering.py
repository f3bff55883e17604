"""Figures read from a document: each must say the same wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from ppid_core.model import Measure

Figure = int | Decimal
Figures = Mapping[Measure, Figure]
Read = tuple[Measure, Figure]


def gathered(reads: Iterable[Read]) -> dict[Measure, Figure]:
    """Return one figure for each measure.

    Raises:
        AssertionError: where one measure has two figures in one document; names both.
    """
    figures: dict[Measure, Figure] = {}
    for measure, figure in reads:
        known = figures.setdefault(measure, figure)
        assert known == figure, f"{measure} is {known} in one place and {figure} in another"
    return figures
