"""Figures: the matrix, totals and claims, money."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.glossary.vocabulary import is_open
from ppid_core.intake.tables import BUDGET_LINES, INFORMATION_TYPES
from ppid_core.law import Lawbook
from ppid_core.model import (
    BREAKDOWNS,
    Aggregate,
    Breakdown,
    Budget,
    BudgetLine,
    CellState,
    ComplianceMatrix,
    Dimension,
    InformationType,
    JointPart,
    MatrixPeriod,
    MatrixRow,
    Measure,
    Period,
    Register,
    ReportingPeriod,
    StatedFigure,
    StatedTotal,
    UnclearSign,
    YearPart,
)
from ppid_core.testing.strategies.agency import agency_refs
from ppid_core.testing.strategies.column import rows_of_table, some_of
from ppid_core.testing.strategies.plain import (
    amounts,
    counts,
    counts_in_words,
    names,
    partly,
    periods,
    rows_of,
    sources,
    words,
)

_CODES = ("profil", "keuangan", "dik")
_MOST_TYPES = 4
_MOST_UNASKED = 2
_UNLISTED = ("Kotak Saran", "kotak saran", '"desk"')
"""Words that no list holds: one in two cases, and one that is spelt like a slug."""
_TYPED: Mapping[Dimension, tuple[str, ...]] = {
    Dimension.MONTH: ("",),
    Dimension.AGENCY: ("1",),
    Dimension.SEX: ("laki-laki", "perempuan"),
}
"""What may stand along a dimension that no list names; along the others, any words."""


@cache
def _lines() -> tuple[tuple[Register, Dimension | None, str], ...]:
    """Return what a line may count: wholes, and of each breakdown its parts, of those nobody asks for few."""
    wholes = ((register, None, "") for register in Register)
    parts = (
        (one.register, one.dimension, category)
        for one in BREAKDOWNS
        for category in _categories(one)[: None if one.is_asked else _MOST_UNASKED]
    )
    return (*wholes, *parts)


def _categories(breakdown: Breakdown) -> tuple[str, ...]:
    """Return parts of a breakdown; the classes of time are those of the law."""
    if breakdown.dimension is Dimension.TIME:
        law = Lawbook.load()
        return tuple(span.slug for span in law.response_classes(law.classes_since))
    listed = tuple(map(str, breakdown.vocabulary or ()))
    if breakdown.is_free or is_open(breakdown.dimension):
        return (*listed, *_TYPED.get(breakdown.dimension, _UNLISTED))
    return listed or _TYPED[breakdown.dimension]


@cache
def breakdowns() -> SearchStrategy[Breakdown]:
    """Return breakdowns of the list."""
    return st.sampled_from(BREAKDOWNS)


@cache
def information_types() -> SearchStrategy[InformationType]:
    """Return types of information; codes recur."""
    called = {"code": st.sampled_from(_CODES) | names(), "name": names()}
    return rows_of_table(INFORMATION_TYPES, always=called, short_name=words())


@cache
def unclear_signs() -> SearchStrategy[UnclearSign]:
    """Return signs that the list of signs does not know."""
    signs = st.sampled_from(("x", "?", "√?"))
    return some_of(UnclearSign, {"code": st.sampled_from(_CODES) | names(), "sign": signs | names()})


@cache
def matrix_rows(types: int = len(_CODES)) -> SearchStrategy[MatrixRow]:
    """Return rows with one state for each of so many ``types``; some are blank."""
    blank = st.just((CellState.NOT_REPORTED,) * types)
    states = blank | st.tuples(*[st.sampled_from(CellState)] * types)
    told = {"agency": agency_refs(), "states": states}
    return some_of(MatrixRow, told, unclear=rows_of(unclear_signs(), most=1))


@cache
def matrices() -> SearchStrategy[ComplianceMatrix]:
    """Return matrices of few types and rows, none among them."""
    return st.integers(0, _MOST_TYPES).flatmap(_matrices)


@cache
def _matrices(types: int) -> SearchStrategy[ComplianceMatrix]:
    kinds = st.lists(
        information_types(), min_size=types, max_size=types, unique_by=lambda kind: kind.code
    ).map(tuple)
    rows = rows_of(matrix_rows(types))
    lengths = st.sampled_from(("SEMESTER", "QUARTER")).map(
        lambda name: [part for part in YearPart if part.name.startswith(name)]
    )
    told = lengths.flatmap(lambda parts: _told(parts, matrix_rows(types)))
    of_a_year = st.builds(ComplianceMatrix, types=kinds, rows=rows)
    return of_a_year | st.builds(ComplianceMatrix.of, kinds, told)


def _told(parts: list[YearPart], row: SearchStrategy[MatrixRow]) -> SearchStrategy[list[MatrixPeriod]]:
    """Return some of the periods, each with a row at least; without one no table tells of it."""
    rows = st.lists(row, min_size=1, max_size=2).map(tuple)
    made = st.builds(MatrixPeriod, part=st.sampled_from(parts), rows=rows)
    return st.lists(made, max_size=len(parts), unique_by=lambda one: one.part)


@cache
def matrix_periods(types: int = len(_CODES)) -> SearchStrategy[MatrixPeriod]:
    """Return what was delivered for one semester or quarter, with one state for each of so many ``types``."""
    parts = [part for part in YearPart if part.name.startswith(("SEMESTER", "QUARTER"))]
    return st.builds(MatrixPeriod, part=st.sampled_from(parts), rows=rows_of(matrix_rows(types)))


@cache
def aggregates(period: ReportingPeriod | None = None) -> SearchStrategy[Aggregate]:
    """Return totals along one dimension, in months mostly within ``period``; some of a count unknown."""
    facts = st.fixed_dictionaries(
        {"count": counts()},
        optional={
            "typed": words(),
            "year": _compared_years(period),
            "count_in_words": counts_in_words(),
            "source": sources(),
        },
    )
    told = st.builds(_aggregate, st.sampled_from(_lines()), periods(period), st.booleans(), facts)
    joint = st.builds(_joined, told, st.sampled_from(_lines()), words())
    return (
        told
        | joint
        | partly(Aggregate, {"register": st.sampled_from(Register), "count": st.none()}, source=sources())
    )


def _compared_years(period: ReportingPeriod | None) -> SearchStrategy[int]:
    """Return years of which a line tells: of a report, as often one of the five before it as any."""
    any_year = st.integers(2010, 2027)
    return any_year if period is None else st.integers(max(period.year - 5, 1), period.year) | any_year


def _aggregate(
    line: tuple[Register, Dimension | None, str],
    period: Period,
    narrowed: bool,  # noqa: FBT001  hypothesis hands it over by position
    facts: Mapping[str, Any],
) -> Aggregate:
    register, dimension, category = line
    is_dated = narrowed or dimension is Dimension.MONTH
    return Aggregate(
        register=register,
        dimension=dimension,
        category=category,
        period=period if is_dated else None,
        **facts,
    )


def _joined(line: Aggregate, other: tuple[Register, Dimension | None, str], typed: str) -> Aggregate:
    """Return a line with a second part beside its own, where its register has such a part."""
    register, dimension, category = other
    alone = {None, Dimension.MONTH}
    is_joint = register is line.register and not {line.dimension, dimension} & alone
    if not is_joint or dimension is None or dimension is line.dimension:
        return line
    return evolve(line, second=JointPart(dimension=dimension, category=category, typed=typed))


@cache
def joint_parts() -> SearchStrategy[JointPart]:
    """Return second parts of lines that count two things at once."""
    parts = sorted({(str(along), category) for _, along, category in _lines() if along})
    told = st.sampled_from(parts).filter(lambda part: part[0] != Dimension.MONTH)
    return st.builds(
        lambda part, typed: JointPart(dimension=Dimension(part[0]), category=part[1], typed=typed),
        told,
        st.just("") | words(),
    )


@cache
def stated_figures() -> SearchStrategy[StatedFigure]:
    """Return claims of the text, of every measure and unit."""
    return (
        some_of(
            StatedFigure,
            {"measure": st.sampled_from(Measure), "value": counts().map(Decimal) | amounts()},
            value_in_words=counts_in_words(),
            category=st.sampled_from(sorted({category for _, _, category in _lines()})),
            of=counts().map(Decimal),
            year=st.integers(2010, 2027),
        )
        .map(_with_words_beside_a_whole_number)
        .filter(lambda claim: claim.dimension is None or claim.category != "")
    )


def _with_words_beside_a_whole_number(claim: StatedFigure) -> StatedFigure:
    return claim if claim.value == int(claim.value) else evolve(claim, value_in_words=None)


@cache
def stated_totals() -> SearchStrategy[StatedTotal]:
    """Return rows JUMLAH, and the sums at the edges of tables of joint counts."""
    return summed_rows() | some_of(
        StatedTotal,
        {
            "table": st.just("rekap"),
            "column": words(),
            "value": counts().map(Decimal),
            "lines": rows_of(st.integers(0, 6)),
        },
        rows=st.none(),
        is_partial=st.booleans(),
    )


@cache
def summed_rows() -> SearchStrategy[StatedTotal]:
    """Return rows JUMLAH, which tables hold; the edges of joint counts are lost where these become lines."""
    return some_of(
        StatedTotal,
        {
            "table": st.sampled_from(("permohonan", "keberatan", "sdm", "kunjungan")),
            "column": st.sampled_from(("jumlah", "kunjungan")),
            "value": counts().map(Decimal) | amounts(),
        },
        rows=st.none() | st.tuples(st.integers(0, 3), st.integers(3, 6)),
        lines=st.none(),
        is_partial=st.sampled_from((False,)),
    )


@cache
def budget_lines() -> SearchStrategy[BudgetLine]:
    """Return lines of a budget; more may be spent than was granted."""
    return rows_of_table(
        BUDGET_LINES, often=("allocated",), funding=st.sampled_from(("APBD", "APBN")) | words()
    )


@cache
def budgets() -> SearchStrategy[Budget]:
    """Return budgets, recorded and empty among them."""
    return st.builds(Budget, lines=rows_of(budget_lines()))
