"""The first months of a year, as if the report were made at their end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from attrs import evolve, frozen

from ppid_core.model import (
    NOT_KEPT,
    Absent,
    Activity,
    Aggregate,
    CourtCase,
    Dispute,
    Narrative,
    Objection,
    Period,
    Register,
    ReportingPeriod,
    Request,
    Service,
    ServiceYear,
    Submission,
    Visits,
    YearPart,
)
from ppid_core.summary.rows import listed
from ppid_core.summary.standing import happened, standing

Row = TypeVar("Row", Request, Objection, Dispute, CourtCase)


@frozen(kw_only=True)
class YearBeginning:
    """A year up to one month (*bagian awal tahun*).

    Attributes:
        year: the year; its period ends with that month, and its signature has no day.
        left_out: how many lines of each register name no month, so that nobody knows whether they belong.
    """

    year: ServiceYear
    left_out: Mapping[Register, int]


def year_until(year: ServiceYear, month: int) -> YearBeginning:
    """Return the first months of ``year``.

    What came in later is left out, and so is what the text claims of the whole year; what happened later to a
    case that was there has not happened. A case that is carried over stays. Money, staff and what is told
    without a day stay as they are typed: they have no month, so the budget is the year's.

    Args:
        year: a whole year, or a part of it that begins in January.
        month: the last month, 1 to 12.

    Raises:
        ValueError: there is no such month.
    """
    period = ReportingPeriod(year.period.year, YearPart.until(month))
    cut = _Cut(last=period.last_day)
    left_out: Counter[Register] = Counter()
    begun = evolve(
        year,
        period=period,
        signatory=None if year.signatory is None else evolve(year.signatory, on=None),
        submission=_submitted(year.submission, period.last_day),
        requests=cut.kept(year.requests, Register.REQUESTS, left_out),
        objections=cut.kept(year.objections, Register.OBJECTIONS, left_out),
        disputes=cut.kept(year.disputes, Register.DISPUTES, left_out),
        suits=cut.kept(year.suits, Register.SUITS, left_out),
        aggregates=tuple(cut.lines(year.aggregates, left_out)),
        service=_visited(year.service, cut),
        narrative=_told(year.narrative, period.last_day),
        activity=_done(year.activity, period.last_day),
        stated_figures=NOT_KEPT,
        stated_totals=(),
    )
    return YearBeginning(year=begun, left_out=dict(left_out))


@frozen(kw_only=True)
class _Cut:
    """The last day that counts."""

    last: date

    def kept(
        self, rows: tuple[Row, ...] | Absent, register: Register, left_out: Counter[Register]
    ) -> tuple[Row, ...] | Absent:
        """Return the rows that came in by then; a register all of whose rows are unplaced is not known."""
        if isinstance(rows, Absent):
            return rows
        kept = tuple(standing(row, self.last) for row in rows if self.has(row))
        unplaced = sum(1 for row in rows if self.has(row) is None)
        left_out[register] += unplaced
        return kept if kept or not unplaced else NOT_KEPT

    def lines(self, rows: Iterable[Aggregate], left_out: Counter[Register]) -> Iterable[Aggregate]:
        """Yield totals of those months; a total of the year is none of its beginning.

        Of a year whose count is not recorded, that of its beginning is not, either.
        """
        for row in rows:
            if self.has(row) or row.year is not None or row.count is None:
                yield row
            elif self.has(row) is None:
                left_out[row.register] += 1

    def has(self, row: Request | Objection | Dispute | CourtCase | Aggregate | Visits) -> bool | None:
        """Tell whether a row came in by then, None where it does not say when."""
        if getattr(row, "opening", None) is not None:
            return True
        came = _came(row)
        return None if came is None or came.month is None else came.first_day <= self.last


def _came(row: Request | Objection | Dispute | CourtCase | Aggregate | Visits) -> Period | None:
    match row:
        case Dispute():
            return row.filed
        case CourtCase():
            return None if row.filed_on is None else Period.of(row.filed_on)
        case _:
            return row.period


def _submitted(submission: Submission | None, last: date) -> Submission | None:
    """Return the sending; one after the last day is that of another report."""
    if submission is None or submission.on is None or submission.on <= last:
        return submission
    return evolve(submission, on=None, number="")


def _told(narrative: Narrative, last: date) -> Narrative:
    return evolve(
        narrative,
        priorities=happened(narrative.priorities, last),
        recommendations=happened(narrative.recommendations, last),
    )


def _done(activity: Activity, last: date) -> Activity:
    return evolve(
        activity,
        activities=happened(activity.activities, last),
        innovations=happened(activity.innovations, last),
        awards=happened(activity.awards, last),
    )


def _visited(service: Service, cut: _Cut) -> Service:
    if isinstance(service.visits, Absent):
        return service
    return evolve(service, visits=tuple(row for row in listed(service.visits) if cut.has(row)) or NOT_KEPT)
