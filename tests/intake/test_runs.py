from __future__ import annotations

from bisect import bisect_left

from hypothesis import given
from hypothesis import strategies as st

from ppid_core.intake.rows.runs import Runs


@given(st.sets(st.integers(0, 60)), st.integers(-1, 70))
def test_numbers_kept_as_runs_are_the_same_numbers(numbers: set[int], other: int) -> None:
    runs = Runs()
    for number in sorted(numbers):
        runs.add(range(number, number + 1))
    runs.add(range(80, 80))

    assert list(runs) == sorted(numbers)
    assert len(runs) == len(numbers)
    assert runs.below(other) == bisect_left(sorted(numbers), other)
