"""From aggregate lines and claims to what is kept where the joint rows do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.glossary import say_rough
from ppid_core.model import Aggregate, Dimension, Measure, Register, ServiceYear
from ppid_core.summary.frame import OUTSIDE, Frame
from ppid_core.summary.parts import Counts, Key, Marks
from ppid_core.summary.register import NOT_RECORDED, UNCOUNTED
from ppid_core.summary.rows import folded, listed, worded


def stated_counts(year: ServiceYear, register: Register, frame: Frame) -> Counts:
    """Return what the aggregate lines of ``register`` say of the period.

    A line of another year is a comparison, and one of a month outside the period is no part of it: neither
    is counted.
    """
    return Counts.of((folded(key), number) for key, number in _said(year, register, frame))


def stated_words(year: ServiceYear, register: Register, frame: Frame) -> Counts:
    """Return in which words those lines name the categories that no list holds."""
    return Counts.of(((*key, ""), number) for key, number in worded(_said(year, register, frame)))


def _said(year: ServiceYear, register: Register, frame: Frame) -> Iterator[tuple[Key, int]]:
    for line in year.aggregates:
        of_this_year = line.register is register and line.year in {None, year.period.year}
        if of_this_year and frame.place(line.period) != OUTSIDE:
            yield _key(line, frame), 1 if line.count is None else line.count


def _key(line: Aggregate, frame: Frame) -> Key:
    if line.count is None:
        return UNCOUNTED, "", ""
    _, month = frame.place(line.period)
    if line.dimension is None and not month:
        return "total", "", ""
    if line.dimension in {None, Dimension.MONTH}:
        return "month", month or NOT_RECORDED, ""
    return str(line.dimension), line.category or NOT_RECORDED, month


def stated_means(year: ServiceYear) -> Marks:
    """Return the mean times that the text claims for this year, as they are printed."""
    return Marks.of(
        f"{say_rough(claim.value, claim.bound)} {claim.unit_typed or 'hari'}"
        for claim in listed(year.stated_figures)
        if claim.measure is Measure.RESPONSE_MEAN
        and claim.dimension is None
        and claim.year in {None, year.period.year}
    )
