from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.summary import ratio

COUNTS = st.integers(0, 10**60)
WHOLES = st.integers(1, 10**60)


@given(COUNTS, WHOLES, st.integers(0, 6))
def test_a_ratio_is_the_nearest_number_of_so_many_places(part: int, whole: int, places: int) -> None:
    rounded = Fraction(ratio(part, whole, places))

    assert abs(rounded - Fraction(part, whole)) <= Fraction(1, 2 * 10**places)
    assert (rounded * 10**places).denominator == 1


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (199, 462, "0.4307"),
        (199, 406, "0.4901"),
        (1, 20_000, "0.0001"),
        (1, 20_001, "0.0000"),
        (3, 1, "3.0000"),
    ],
)
def test_a_half_is_rounded_up(part: int, whole: int, expected: str) -> None:
    assert expected == str(ratio(part, whole, 4))


def test_money_and_huge_numbers_are_divided_exactly() -> None:
    assert Decimal("0.5000") == ratio(Decimal("0.25"), Decimal("0.5"), 4)
    assert Decimal(10**50) == ratio(10**50, 1, 4)


@pytest.mark.parametrize(
    ("part", "whole", "places", "expected"),
    [
        (99_995, 100_000, 4, "1.0000"),
        (99_994, 100_000, 4, "0.9999"),
        (9_995, 1_000, 2, "10.00"),
        (999_995, 10_000, 2, "100.00"),
        (19, 2, 0, "10"),
    ],
)
def test_rounding_carries_over_every_nine(part: int, whole: int, places: int, expected: str) -> None:
    assert expected == str(ratio(part, whole, places))
