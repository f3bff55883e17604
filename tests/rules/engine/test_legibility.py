"""What findings rest on that could not be read: a row waits, a figure says how many cells it lacks."""

from __future__ import annotations

import pytest

from ppid_core.model import ReportingPeriod, ServiceYear, UnreadCell
from ppid_core.rules import CATALOGUE, Finding
from ppid_core.rules.engine.legibility import Legibility
from ppid_core.source import Source

FILE = "permohonan.csv"
CELL = UnreadCell(table="permohonan", column="tanggal_perpanjangan", source=Source(file=FILE, row=2), count=2)


@pytest.fixture
def legibility() -> Legibility:
    """Return what a rule on extensions can read of a year with an unread one."""
    (rule,) = (one for one in CATALOGUE if one.code == "C306")
    return Legibility(ServiceYear(period=ReportingPeriod(2021), unread=(CELL,)), rule)


@pytest.mark.parametrize(
    ("subject", "row", "waits"),
    [
        (f"request:{FILE}#2", 2, True),
        (f"request:{FILE}#3", 3, False),
        ("requests.total", 2, False),
    ],
)
def test_a_finding_about_a_row_waits_for_the_cells_of_that_row(
    legibility: Legibility, subject: str, row: int, *, waits: bool
) -> None:
    finding = Finding(subject=subject, sources=(Source(file=FILE, row=row),))
    assert legibility.holds_back(finding) is waits


@pytest.mark.parametrize(
    ("subject", "cells"),
    [(f"request:{FILE}#3", 0), ("requests.total", 2), ("requests.by_outcome:kata", 2), ("budget:APBD", 2)],
)
def test_a_finding_about_more_than_a_row_says_how_many_cells_it_lacks(
    legibility: Legibility, subject: str, cells: int
) -> None:
    assert legibility.unread(Finding(subject=subject)) == cells
