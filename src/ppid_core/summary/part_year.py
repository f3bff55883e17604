"""The first months of a year: how rows stood on one day, as if the report were made then."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from attrs import evolve, fields, frozen

from ppid_core.model import (
    NOT_KEPT,
    Absent,
    Activity,
    Aggregate,
    Coded,
    CourtCase,
    Dispute,
    DisputeResult,
    Entry,
    Narrative,
    Objection,
    ObjectionAnswer,
    Outcome,
    Period,
    Register,
    ReportingPeriod,
    Request,
    Service,
    ServiceYear,
    Stage,
    Submission,
    Visits,
    YearPart,
)
from ppid_core.summary.rows import listed, placed
from ppid_core.writing import read_date, read_month

Case = TypeVar("Case", Request, Objection, Dispute, CourtCase)
_Told = TypeVar("_Told", Narrative, Activity)
Item = TypeVar("Item", bound=Entry)
_Undone = Mapping[str, Mapping[str, Any]]
"""The day of an event → what a row says that came with it, as it was before."""

_DECISION: Mapping[str, Any] = {
    "result": Coded(DisputeResult.PENDING),
    "decision_number": "",
    "execution": "",
    "decision_received_on": None,
}
_UNDONE: Mapping[type, _Undone] = {
    Request: {
        "notice_on": {
            "outcome": Outcome.PENDING,
            "desk": None,
            "reason": None,
            "working_days": None,
            "cost": None,
            "exemption_letter": "",
            "exempt_number": "",
            "consequence_test": "",
            "payment": "",
            "delivered_on": None,
        },
        "extended_on": {"extension_reason": "", "further_extensions": ()},
        "registered_on": {},
        "told_incomplete_on": {},
        "letter_received_on": {},
        "repaired_on": {},
        "completed_on": {},
    },
    Objection: {
        "answered_on": {
            "answer": Coded(ObjectionAnswer.PENDING),
            "answer_reason": "",
            "superior_name": "",
            "superior_office": "",
            "answer_received_on": None,
            "execution": "",
            "response": "",
        },
        "registered_on": {},
        "answer_received_on": {},
    },
    Dispute: {"decided_on": _DECISION},
    CourtCase: {
        "decided_on": {
            "decision": "",
            "received_on": None,
            "cassation_on": None,
            "cassation_decision": "",
            "execution": "",
        },
        "cassation_on": {"cassation_decision": "", "execution": ""},
        "statement_on": {},
        "received_on": {},
    },
    Stage: {"decided_on": {"received_on": None}},
}
_MONTH_AND_YEAR = re.compile(r"(\w+) (\d{4})")
_YEAR = re.compile(r"\d{4}")


def _standing(row: Case, last: date) -> Case:
    """Return a row as it stood on the ``last`` day.

    A case that was decided later was pending, and nothing that came with the decision is told. An event whose
    day nobody wrote down stays: whether it had happened is not known.
    """
    stood: Any = _undone(row, last)
    if isinstance(stood, Request):
        days = tuple(day for day in stood.further_extensions if day <= last)
        stood = evolve(stood, further_extensions=days)
    elif isinstance(stood, Dispute):
        stood = _dispute(stood, last)
    kept: Case = stood
    return kept


def _happened(items: tuple[Item, ...] | Absent, last: date) -> tuple[Item, ...] | Absent:
    """Return what had begun by the ``last`` day; an item without a day or month stays."""
    if isinstance(items, Absent):
        return items
    begun = [(item, _began(item.date, last.year)) for item in items]
    return tuple(item for item, when in begun if when is None or when.first_day <= last)


def _dispute(row: Dispute, last: date) -> Dispute:
    """Return a dispute whose decision stands in its last stage."""
    reached = (stage for stage in row.stages if stage.opened_on is None or stage.opened_on <= last)
    decided = row.stages[-1].decided_on if row.stages else None
    later = _DECISION if decided is not None and decided > last else {}
    return evolve(row, stages=tuple(_undone(stage, last) for stage in reached), **later)


def _undone(row: Any, last: date) -> Any:  # noqa: ANN401  any row of the model
    """Return a row without days after the ``last`` one, and without what came with them."""
    changed: dict[str, Any] = {}
    for attribute in fields(type(row)):
        day = getattr(row, attribute.name)
        if isinstance(day, date) and day > last:
            changed |= {attribute.name: None, **_UNDONE.get(type(row), {}).get(attribute.name, {})}
    unread: tuple[str, ...] = getattr(row, "unread", None) or ()
    if changed and unread:
        changed["unread"] = tuple(name for name in unread if name not in changed)
    return evolve(row, **changed) if changed else row


def _began(text: str, year: int) -> Period | None:
    """Return the day, the month or the year that ``text`` names; a month alone is one of ``year``."""
    for read in (_day, _month):
        try:
            return read(text, year)
        except ValueError:
            continue
    return Period(int(text)) if _YEAR.fullmatch(text.strip()) else None


def _day(text: str, _: int) -> Period:
    return Period.of(read_date(text))


def _month(text: str, year: int) -> Period:
    named = _MONTH_AND_YEAR.fullmatch(text.strip())
    return Period(int(named[2]), read_month(named[1])) if named else Period(year, read_month(text))


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
        narrative=_begun(year.narrative, period.last_day, "priorities", "recommendations"),
        activity=_begun(year.activity, period.last_day, "activities", "innovations", "awards"),
        stated_figures=NOT_KEPT,
        stated_totals=(),
    )
    return YearBeginning(year=begun, left_out=dict(left_out))


@frozen(kw_only=True)
class _Cut:
    """The last day that counts."""

    last: date

    def kept(
        self, rows: tuple[Case, ...] | Absent, register: Register, left_out: Counter[Register]
    ) -> tuple[Case, ...] | Absent:
        """Return the rows that came in by then; a register all of whose rows are unplaced is not known."""
        if isinstance(rows, Absent):
            return rows
        kept = tuple(_standing(row, self.last) for row in rows if self.has(row))
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
        came, opening = (row.period, None) if isinstance(row, Aggregate | Visits) else placed(row)
        if opening is not None:
            return True
        return None if came is None or came.month is None else came.first_day <= self.last


def _submitted(submission: Submission | None, last: date) -> Submission | None:
    """Return the sending; one after the last day is that of another report."""
    if submission is None or submission.on is None or submission.on <= last:
        return submission
    return evolve(submission, on=None, number="")


def _begun(told: _Told, last: date, *names: str) -> _Told:
    """Return what is told, in each of its lists only what had begun by the ``last`` day."""
    changes: dict[str, Any] = {name: _happened(getattr(told, name), last) for name in names}
    return evolve(told, **changes)


def _visited(service: Service, cut: _Cut) -> Service:
    if isinstance(service.visits, Absent):
        return service
    return evolve(service, visits=tuple(row for row in listed(service.visits) if cut.has(row)) or NOT_KEPT)
