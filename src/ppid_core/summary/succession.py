"""From one year to the next: what stays, what is still open, and what has to be renewed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from attrs import evolve, frozen

from ppid_core.language import Bilingual
from ppid_core.model import (
    NOT_KEPT,
    OPEN_OUTCOMES,
    Absent,
    CellState,
    Coded,
    ComplianceMatrix,
    CourtCase,
    Dispute,
    DisputeResult,
    MatrixPeriod,
    MatrixRow,
    Narrative,
    Objection,
    ObjectionAnswer,
    Outcome,
    Passage,
    Period,
    Recommendation,
    Register,
    Request,
    ServiceYear,
)
from ppid_core.summary.open_cases import (
    OPEN_ANSWERS,
    UNFINISHED,
    is_closed,
    is_open_dispute,
    is_open_objection,
)
from ppid_core.summary.rows import listed, placed

T = TypeVar("T")
_Case = TypeVar("_Case", Request, Objection, Dispute)

_MARK = "[Dari laporan tahun {year}: perbarui atau hapus.]"
"""Stands above prose of the year before: what staff write is Indonesian."""


@frozen(kw_only=True)
class Succession:
    """The next year as it begins (*tahun berikutnya*).

    Attributes:
        year: without figures; its cases are those that were still open.
        carried: what it holds already, each with how many rows.
        cases: how many cases of each register it holds.
    """

    year: ServiceYear
    carried: tuple[tuple[Bilingual, int], ...]
    cases: tuple[tuple[Register, int], ...]


def next_year(year: ServiceYear) -> Succession:
    """Return the year after ``year``: who and what there is stays, figures are empty.

    A case that was still open on the last day of the period comes in as one of an earlier year (*bawaan*);
    what happened to it since then stays with it. A line that does not tell whether it is open is left behind.
    """
    begun = ServiceYear(
        period=evolve(year.period, year=year.period.year + 1),
        body=year.body,
        signatory=None if year.signatory is None else evolve(year.signatory, on=None),
        presentation=year.presentation,
        agencies=year.agencies,
        information_types=year.information_types,
        matrix=_blank(year.matrix),
        public_information=year.public_information,
        exempt_information=year.exempt_information,
        standards=year.standards,
        requests=_filled(_requests(year)),
        objections=_filled(_objections(year)),
        disputes=_filled(_disputes(year)),
        suits=_filled(row for row in listed(year.suits) if not row.decision),
        service=evolve(year.service, visits=NOT_KEPT, pictures=NOT_KEPT),
        narrative=Narrative(
            passages=tuple(_passages(year)),
            regulations=year.narrative.regulations,
            recommendations=_filled(_recommendations(year)),
        ),
    )
    return Succession(
        year=begun,
        carried=tuple(pair for pair in _carried(begun) if pair[1]),
        cases=tuple(pair for pair in _cases(begun) if pair[1]),
    )


def _blank(matrix: ComplianceMatrix | Absent) -> ComplianceMatrix | Absent:
    """Return the same agencies, types and periods, nothing filled in."""
    if isinstance(matrix, Absent):
        return matrix
    blank = (CellState.NOT_REPORTED,) * len(matrix.types)
    rows = tuple(MatrixRow(agency=row.agency, states=blank) for row in matrix.rows)
    if not matrix.is_by_period:
        return ComplianceMatrix(types=matrix.types, rows=rows)
    told = (MatrixPeriod(part=one.part, rows=rows) for one in matrix.deliveries)
    return ComplianceMatrix.of(matrix.types, told)


def _filled(rows: Iterator[T]) -> tuple[T, ...] | Absent:
    """Return the rows; without any, nothing is typed yet, which is not *nihil*."""
    return tuple(rows) or NOT_KEPT


def _requests(year: ServiceYear) -> Iterator[Request]:
    for row in listed(year.requests):
        if _came_in(row.period, year) and is_closed(row, year.period.last_day) is False:
            is_open = row.outcome is None or row.outcome in OPEN_OUTCOMES
            again = evolve(row, outcome=Outcome.PENDING, desk=None) if is_open else row
            yield _carried_over(again, year)


def _objections(year: ServiceYear) -> Iterator[Objection]:
    for row in listed(year.objections):
        if _came_in(row.period, year) and is_open_objection(row, year.period.last_day):
            is_open = row.answer is None or row.answer.slug in OPEN_ANSWERS
            again = evolve(row, answer=Coded(ObjectionAnswer.PENDING)) if is_open else row
            yield _carried_over(again, year)


def _disputes(year: ServiceYear) -> Iterator[Dispute]:
    for row in listed(year.disputes):
        if _came_in(row.filed, year) and is_open_dispute(row, year.period.last_day):
            is_open = row.result is None or row.result.slug in UNFINISHED
            again = evolve(row, result=Coded(DisputeResult.PENDING)) if is_open else row
            yield _carried_over(again, year)


def _carried_over(row: _Case, year: ServiceYear) -> _Case:
    """Return a case as one of the year in which it came in."""
    period, opening = placed(row)
    return evolve(row, opening=opening or (period or year.period).year)


def _came_in(period: Period | None, year: ServiceYear) -> bool:
    """Tell whether a case was there by the end of the period; one without a date was."""
    return period is None or period.first_day <= year.period.last_day


def _passages(year: ServiceYear) -> Iterator[Passage]:
    mark = _MARK.format(year=year.period.year)
    for passage in year.narrative.passages:
        text = passage.text if passage.text.startswith(mark) else f"{mark}\n\n{passage.text}"
        yield Passage(part=passage.part, text=text)


def _recommendations(year: ServiceYear) -> Iterator[Recommendation]:
    """Yield what this year recommended: the next report says what became of it."""
    for row in listed(year.narrative.recommendations):
        if not row.is_earlier(year.period.year):
            yield evolve(row, year=year.period.year, follow_up="")


def _carried(year: ServiceYear) -> Iterator[tuple[Bilingual, int]]:
    service = year.service
    yield Bilingual("OPD", "agencies"), _count(year.agencies)
    yield Bilingual("jenis informasi", "types of information"), _count(year.information_types)
    yield Bilingual("entri DIP", "entries of the DIP"), _count(year.public_information)
    yield Bilingual("entri DIK", "entries of the DIK"), _count(year.exempt_information)
    yield Bilingual("standar layanan", "standards of service"), _count(year.standards)
    yield Bilingual("peraturan", "regulations"), _count(year.narrative.regulations)
    yield Bilingual("baris petugas", "lines of staff"), _count(service.staff)
    yield Bilingual("baris sarana", "lines of facilities"), _count(service.facilities)
    yield Bilingual("baris jam layanan", "lines of hours"), _count(service.hours)
    yield Bilingual("rekomendasi", "recommendations"), _count(year.narrative.recommendations)
    yield Bilingual("bagian naskah", "chapters of prose"), len(year.narrative.passages)


def _cases(year: ServiceYear) -> Iterator[tuple[Register, int]]:
    yield Register.REQUESTS, _stood_for(year.requests)
    yield Register.OBJECTIONS, _stood_for(year.objections)
    yield Register.DISPUTES, _stood_for(year.disputes)
    yield Register.SUITS, _stood_for(year.suits)


def _count(rows: tuple[object, ...] | Absent) -> int:
    return len(listed(rows))


def _stood_for(rows: tuple[Request | Objection | Dispute | CourtCase, ...] | Absent) -> int:
    return sum(row.count for row in listed(rows))
