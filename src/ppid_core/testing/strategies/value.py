"""What cells of a table and figures of a sentence may hold."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.model import CellState, Measure, Outcome
from ppid_core.report import Counted, Days, Inline, Num, Ratio, Rupiah, Value
from ppid_core.testing.strategies.plain import absent, amounts, counts, days, periods, texts, words

HUNDREDTHS = 2
FEW_PIECES = 3


@cache
def counted() -> SearchStrategy[Counted]:
    """Return counts of things."""
    return st.builds(Counted, counts())


@cache
def rupiah() -> SearchStrategy[Rupiah]:
    """Return amounts of money."""
    return st.builds(Rupiah, amounts())


@cache
def ratios() -> SearchStrategy[Ratio]:
    """Return shares: a part, never more than the whole, of a whole that is not 0."""
    return st.integers(1, 10**6).flatmap(
        lambda whole: st.builds(Ratio, st.integers(0, whole), st.just(whole), in_parts=st.booleans())
    )


@cache
def working_days() -> SearchStrategy[Days]:
    """Return numbers of working days, whole or with hundredths."""
    whole = st.integers(0, 400)
    return st.builds(Days, whole | whole.map(lambda number: Decimal(number).scaleb(-HUNDREDTHS)))


@cache
def values() -> SearchStrategy[Value]:
    """Return whatever a cell may hold: text, numbers of every kind, days, slugs, and what is absent."""
    numbers = st.integers(-99, 99) | counts() | amounts()
    slugs = st.sampled_from(CellState) | st.sampled_from(Outcome)
    figures = counted() | rupiah() | ratios() | working_days()
    return words() | numbers | figures | days() | periods() | slugs | absent()


@cache
def figures_in_text() -> SearchStrategy[Num]:
    """Return figures of a sentence, each with what it is of."""
    return st.builds(Num, st.sampled_from(Measure), counted() | rupiah() | ratios() | absent())


@cache
def running_text() -> SearchStrategy[tuple[Inline, ...]]:
    """Return the pieces of a sentence, figures among them."""
    return st.lists(texts() | figures_in_text(), max_size=FEW_PIECES).map(tuple)
