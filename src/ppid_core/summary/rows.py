"""From rows to counts: one pass over each register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

from ppid_core.model import (
    Absent,
    Aggregate,
    Coded,
    ComplianceMatrix,
    CourtCase,
    Dispute,
    Objection,
    Outcome,
    Period,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    Staff,
    Visits,
)
from ppid_core.summary.parts import Counts, Key, Marks
from ppid_core.summary.tally import RECORDED, MatrixTally, RegisterTally

Row = TypeVar("Row")
Slug = TypeVar("Slug", bound=StrEnum)
Pair = tuple[Key, int]
PARTIAL = frozenset({Outcome.PARTLY_GRANTED})
REFUSING = frozenset({Outcome.REFUSED})


def state(register: object | Absent) -> Marks:
    """Return whether a register is recorded, or why not."""
    return Marks.of([str(register.reason) if isinstance(register, Absent) else RECORDED])


def listed(register: tuple[Row, ...] | Absent) -> tuple[Row, ...]:
    """Return the rows of a register, none where it is absent."""
    return () if isinstance(register, Absent) else register


def received(
    count: int, period: Period | None, opening: int | None, reporting: ReportingPeriod, parts: Iterable[Key]
) -> Iterator[Pair]:
    """Yield what one row adds: its parts, or only that it is carried over or outside the period."""
    if opening is not None:
        yield ("carried_over",), count
    elif period is not None and not reporting.may_hold(period):
        yield ("outside_period",), count
    else:
        yield ("total",), count
        if period is not None and period.month is not None:
            yield ("month", str(period.month)), count
        for part in parts:
            yield part, count


def request_pairs(row: Request, reporting: ReportingPeriod) -> Iterator[Pair]:
    """Yield the counts of one request line."""
    return received(row.count, row.period, row.opening, reporting, _request_parts(row))


def _request_parts(row: Request) -> Iterator[Key]:
    yield "unit", str(row.unit)
    yield from _part("outcome", row.outcome)
    yield from _part("applicant", row.applicant_class)
    yield from _part("occupation", row.occupation)
    yield from _part("channel", _slug(row.channel))
    yield from _part("agency", row.agency and row.agency.key)
    if row.outcome in REFUSING:
        yield from _part("refusal_reason", _slug(row.reason))
    if row.outcome in PARTIAL:
        yield from _part("partial_reason", _slug(row.reason))


def objection_pairs(row: Objection, reporting: ReportingPeriod) -> Iterator[Pair]:
    """Yield the counts of one objection line."""
    parts = (
        *_part("applicant", row.applicant_class),
        *_part("agency", row.agency and row.agency.key),
        *_part("ground", _slug(row.ground)),
        *_part("answer", _slug(row.answer)),
    )
    return received(row.count, row.period, row.opening, reporting, parts)


def dispute_pairs(row: Dispute, reporting: ReportingPeriod) -> Iterator[Pair]:
    """Yield the counts of one dispute line; its stage is the last one it reached."""
    parts = (
        *_part("applicant", row.applicant_class),
        *_part("agency", row.agency and row.agency.key),
        *_part("result", _slug(row.result)),
        *_part("stage", row.stages[-1].kind if row.stages else None),
    )
    return received(row.count, row.filed, row.opening, reporting, parts)


def suit_pairs(row: CourtCase, reporting: ReportingPeriod) -> Iterator[Pair]:
    """Yield the counts of one suit."""
    period = None if row.filed_on is None else Period.of(row.filed_on)
    return received(row.count, period, None, reporting, _part("decision", row.decision))


def visit_pairs(row: Visits, reporting: ReportingPeriod) -> Iterator[Pair]:
    """Yield the visits of one line; a blank one is told as unknown."""
    if row.count is None:
        return iter([(("unknown",), 1)])
    return received(row.count, row.period, None, reporting, ())


def staff_pairs(row: Staff, _: ReportingPeriod) -> Iterator[Pair]:
    """Yield the people of one unit; a blank number is told as unknown."""
    if row.count is None:
        return iter([(("unknown",), 1)])
    return iter([(("total",), row.count)])


def register_tally(
    rows: tuple[Row, ...] | Absent,
    pairs: Callable[[Row, ReportingPeriod], Iterator[Pair]],
    year: ServiceYear,
    register: Register | None = None,
) -> RegisterTally:
    """Return the tally of one register from its rows and its aggregate lines."""
    return RegisterTally(
        state=state(rows),
        rows=Counts.of(pair for row in listed(rows) for pair in pairs(row, year.period)),
        stated=Counts.of(
            pair for line in year.aggregates if line.register is register for pair in stated_pairs(line, year)
        ),
    )


def stated_pairs(line: Aggregate, year: ServiceYear) -> Iterator[Pair]:
    """Yield what an aggregate line says; a line of another year says nothing here."""
    if line.year is not None and line.year != year.period.year:
        return
    month = "" if line.period is None or line.period.month is None else str(line.period.month)
    if line.dimension is None:
        yield (("month", month, "") if month else ("total", "", "")), line.count
    elif line.dimension == "month":
        yield ("month", month, ""), line.count
    else:
        yield (str(line.dimension), line.category, month), line.count


def matrix_tally(matrix: ComplianceMatrix | Absent) -> MatrixTally:
    """Return the tally of the matrix."""
    if isinstance(matrix, Absent):
        return MatrixTally(state=state(matrix))
    width = len(matrix.types)
    return MatrixTally(
        state=state(matrix),
        cells=Counts.of(_cell_pairs(matrix)),
        rows=Counts.of(
            pair
            for row in matrix.rows
            for pair in (
                (("all",), 1),
                (("blank",), int(row.is_blank)),
                (("blank_cells",), width * row.is_blank),
            )
        ),
        types=Marks.of(f"{place:06d}:{kind.code}" for place, kind in enumerate(matrix.types)),
    )


def _cell_pairs(matrix: ComplianceMatrix) -> Iterator[Pair]:
    for row, kind, cell in matrix.cells():
        yield ("state", str(cell)), 1
        yield ("agency", row.agency.key, str(cell)), 1
        yield ("type", kind.code, str(cell)), 1
        yield ("category", str(kind.category or "not_recorded"), str(cell)), 1


def _slug(coded: Coded[Slug] | None) -> str | None:
    return None if coded is None else str(coded.slug)


def _part(dimension: str, category: object) -> Iterator[Key]:
    if category is not None and category != "":
        yield dimension, str(category)
