"""Lengths of time as clerks type them; what says more or something else is none."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.writing import spell
from ppid_core.writing.lengths import LengthUnit, read_length

YEAR, MONTH, DAY = get_args(LengthUnit)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("5 tahun", (5, YEAR)),
        ("5thn.", (5, YEAR)),
        ("paling lama 30 (Tiga Puluh) Tahun", (30, YEAR)),
        ("selama 6 bulan sejak ditetapkan", (6, MONTH)),
        ("90 hari", (90, DAY)),
    ],
)
def test_a_length_is_read_as_people_write_it(text: str, length: tuple[int, LengthUnit]) -> None:
    assert read_length(text) == length


@pytest.mark.parametrize(
    "text",
    [
        "",
        "selama diperlukan",
        "permanen",
        "2 tahun 6 bulan",
        "2,5 tahun",
        "90 hari kerja",
        "sampai 2030",
        "tahun",
    ],
)
def test_what_says_more_or_something_else_is_no_length(text: str) -> None:
    assert read_length(text) is None


@given(st.integers(1, 999), st.sampled_from(["tahun", "bulan", "hari"]))
def test_figures_and_words_are_one_length(number: int, unit: str) -> None:
    expected = (number, {"tahun": YEAR, "bulan": MONTH, "hari": DAY}[unit])

    assert read_length(f"{number} {unit}") == read_length(f"{spell(number)} {unit}") == expected
    assert read_length(f"{number} ({spell(number)}) {unit}") == expected
