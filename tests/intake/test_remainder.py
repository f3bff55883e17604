"""What tables do not hold is told as a JSON Patch, and as places by their pointers."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.intake.remainder import (
    PatchStepJson,
    changed,
    changes,
    put_sources,
    sources_in,
    without_sources,
)

KEYS = st.text(st.sampled_from("ab/~1"), max_size=3)
PLACES = st.fixed_dictionaries({}, optional={"file": st.text(), "row": st.integers(1, 9)})
VALUES = st.recursive(
    st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)
ROWS = st.dictionaries(KEYS, VALUES, max_size=4)
PLACED = st.builds(lambda row, place: {**row, "source": place, "total_source": place}, ROWS, PLACES)


@given(ROWS, ROWS)
def test_steps_make_the_new_value_of_the_old_one(old: dict[str, Any], new: dict[str, Any]) -> None:
    steps = list(changes(old, new))

    assert changed(deepcopy(old), steps) == new
    assert bool(steps) == (old != new)


@given(st.dictionaries(KEYS, st.lists(PLACED, max_size=3), max_size=3))
def test_sources_that_were_taken_out_are_put_where_they_were(plain: dict[str, Any]) -> None:
    bare = without_sources(plain)

    assert list(sources_in(bare)) == []
    put_sources(bare, list(sources_in(plain)))
    assert bare == plain


@pytest.mark.parametrize(
    "step",
    [
        {"op": "remove", "path": "/tidak"},
        {"op": "replace", "path": "/tidak", "value": 1},
        {"op": "replace", "path": "/a/3", "value": 1},
        {"op": "add", "path": "/tidak/ada", "value": 1},
    ],
)
def test_step_that_leads_nowhere_is_refused(step: PatchStepJson) -> None:
    with pytest.raises(LookupError):
        changed({"a": [1]}, [step])
