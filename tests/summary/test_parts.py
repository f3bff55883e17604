from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ppid_core.summary.parts import Amount, Counts, Marks

KEYS = st.sampled_from((("total",), ("month", "1"), ("outcome", "granted"), ("outcome", "refused")))
PAIRS = st.lists(st.tuples(KEYS, st.integers(0, 10**20)))
MONEY = st.decimals(min_value=0, max_value=10**18, places=2, allow_nan=False, allow_infinity=False)
AMOUNTS = st.lists(st.none() | MONEY)


@given(PAIRS)
def test_counts_are_those_of_a_counter_and_sorted(pairs: list[tuple[tuple[str, ...], int]]) -> None:
    counter: Counter[tuple[str, ...]] = Counter()
    for key, number in pairs:
        counter[key] += number

    counts = Counts.of(pairs)

    assert dict(counter) == dict(counts.pairs)
    assert sorted(counts.pairs) == list(counts.pairs)


@given(PAIRS, PAIRS)
def test_merged_counts_are_the_counts_of_both(
    left: list[tuple[tuple[str, ...], int]], right: list[tuple[tuple[str, ...], int]]
) -> None:
    assert Counts.of([*left, *right]) == Counts.of(left).merge(Counts.of(right))


def test_a_key_counted_0_stays_and_one_never_counted_reads_0() -> None:
    counts = Counts.of([(("channel", "website"), 0)])

    assert counts.under("channel") == {"website": 0}
    assert counts.get("channel", "email") == 0


def test_under_takes_one_step_only() -> None:
    counts = Counts.of([(("total",), 5), (("type", "a", "disclosed"), 2), (("type", "a"), 3)])

    assert counts.under("type") == {"a": 3}


@given(st.lists(st.text()), st.lists(st.text()))
def test_merged_marks_are_the_union(left: list[str], right: list[str]) -> None:
    merged = Marks.of(left).merge(Marks.of(right))

    assert {*left, *right} == set(merged.values)
    assert merged == Marks.of(right).merge(Marks.of(left))


@given(AMOUNTS, AMOUNTS)
def test_amounts_add_up_exactly_and_remember_what_is_unknown(
    left: list[Decimal | None], right: list[Decimal | None]
) -> None:
    both = [*left, *right]
    expected = sum((Fraction(value) for value in both if value is not None), Fraction())

    amount = Amount.of(left).merge(Amount.of(right))

    assert (len(both), sum(value is not None for value in both)) == (amount.lines, amount.known)
    assert expected == Fraction(amount.total)
    assert Amount.of(both) == amount


def test_amounts_of_very_different_size_lose_no_cent() -> None:
    amount = Amount.of([Decimal(10**60), Decimal("0.01")])

    assert Fraction(amount.total) == 10**60 + Fraction(1, 100)
