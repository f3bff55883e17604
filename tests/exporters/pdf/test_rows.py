"""How high rows are taken to be: what decides whether a table stays on one page."""

from __future__ import annotations

from tests.exporters import small

from ppid_exporters.layout.grid import Grid
from ppid_exporters.pdf.columns import OF_MATRIX, height


def test_row_of_states_is_as_high_as_its_name_whatever_the_states_are_called() -> None:
    row, *_ = Grid.of(small.STATES).rows

    found = height(row, (150.0, 20.0, 20.0, 90.0), OF_MATRIX)

    assert found == OF_MATRIX.leading + OF_MATRIX.padding / 2
