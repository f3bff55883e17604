from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.law import Confidence, Lawbook
from ppid_core.law.monev import are_gapless

LAW = Lawbook.load()
DAY = date(2024, 1, 1)
PROVISION = LAW.monev_bands.at(DAY)


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("100", "Informatif"),
        ("90", "Informatif"),
        ("89.99", "Menuju Informatif"),
        ("89.95", "Menuju Informatif"),
        ("80", "Menuju Informatif"),
        ("79.999", "Cukup Informatif"),
        ("60", "Cukup Informatif"),
        ("59.9", "Kurang Informatif"),
        ("40", "Kurang Informatif"),
        ("39.99", "Tidak Informatif"),
        ("0", "Tidak Informatif"),
    ],
)
def test_a_score_between_the_printed_spans_belongs_to_the_lower_one(score: str, grade: str) -> None:
    assert LAW.monev_band(Decimal(score), DAY).title.id == grade


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_every_score_has_one_grade(score: Decimal) -> None:
    assert [band.holds(score) for band in PROVISION.value].count(True) == 1


def test_the_grades_are_secondary_and_since_when_is_not_known() -> None:
    assert (PROVISION.confidence, PROVISION.since_confidence) == (
        Confidence.SECONDARY,
        Confidence.UNCONFIRMED,
    )
    assert {band.cite() for band in PROVISION.value} == {PROVISION.cite()}


def test_bands_in_another_order_with_a_hole_or_an_end_leave_gaps() -> None:
    first, *rest = PROVISION.value

    assert are_gapless(PROVISION.value)
    assert not are_gapless(PROVISION.value[::-1])
    assert not are_gapless(rest)
    assert not are_gapless((evolve(first, low=91), *rest))
    assert not are_gapless((first, *rest[:-1]))
    assert not are_gapless(())
