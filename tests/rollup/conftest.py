"""Generated bodies that all tests of the roll-up share: they are read once."""

from __future__ import annotations

import pytest
from benchmarks.many_bodies import Made, bodies

from ppid_core import Dossier
from ppid_core.rollup import BodyYear, Regions

Pair = tuple[Made, BodyYear]


@pytest.fixture(scope="package")
def made() -> tuple[Pair, ...]:
    """Return some forty reports of small bodies over two years, each with what a person counts in it."""
    current = [region for region in Regions.load().listed if region.until is None and not region.is_province]
    codes = [region.code for region in current[::20]]
    return tuple(
        (one, BodyYear.of(Dossier.from_rows(one.tables), file=one.name))
        for one in bodies(codes, (2022, 2023), seed=5, median=6)
    )
