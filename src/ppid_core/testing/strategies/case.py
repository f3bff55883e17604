"""Cases: requests, objections, disputes and suits."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.intake.tables import DISPUTES, OBJECTIONS, REQUESTS, SUITS
from ppid_core.model import (
    AccessKind,
    Applicant,
    CountUnit,
    CourtCase,
    Delivery,
    Desk,
    Dispute,
    DisputeResult,
    Objection,
    ObjectionGround,
    Outcome,
    RefusalReason,
    ReportingPeriod,
    Request,
    Stage,
    StageKind,
)
from ppid_core.testing.strategies.column import rows_of_table, some_of
from ppid_core.testing.strategies.plain import (
    amounts,
    coded,
    counts,
    counts_in_words,
    days,
    names,
    periods,
    rows_of,
    texts,
    words,
)


@cache
def _numbers() -> SearchStrategy[str]:
    """Return numbers of a register: few, so that they recur and cases lead to each other."""
    return st.sampled_from(("", "1", "2", "001/PPID/2020")) | words()


@cache
def applicants() -> SearchStrategy[Applicant]:
    """Return personal data, invented."""
    return some_of(Applicant, address=texts())


def _unread(*fields: str) -> SearchStrategy[tuple[str, ...]]:
    """Return which fields of a row could not be read: one of those that most hangs on."""
    return st.sampled_from(fields).map(lambda name: (name,))


@cache
def requests(period: ReportingPeriod | None = None) -> SearchStrategy[Request]:
    """Return requests, received mostly within ``period``; what they say may contradict itself."""
    day = days(period)
    return rows_of_table(
        REQUESTS,
        period,
        ("applicant_class", "channel", "agency", "notice_on"),
        {
            "period": st.none() | periods(period),
            "count": st.just(1) | counts(),
            "outcome": st.none() | st.sampled_from(Outcome),
            "reason": st.none() | coded(RefusalReason),
        },
        number=_numbers(),
        count_in_words=counts_in_words(),
        unit=st.sampled_from(CountUnit),
        opening=st.integers(2010, 2027),
        applicant=applicants(),
        purpose=texts(),
        held=st.booleans(),
        held_by=words(),
        documented=st.just(value=False),
        form=words(),
        desk=st.sampled_from(Desk),
        access=st.sampled_from(AccessKind),
        delivery=coded(Delivery),
        exemption_letter=st.sampled_from(("", "a", "h", "j")) | words(),
        extended_on=day,
        further_extensions=rows_of(day, fewest=1),
        working_days=st.integers(0, 400),
        cost=amounts(),
        payment=words(),
        unread=_unread("outcome", "period", "notice_on", "channel", "reason", "count", "number"),
    )


@cache
def objections(period: ReportingPeriod | None = None) -> SearchStrategy[Objection]:
    """Return objections, filed mostly within ``period``."""
    return rows_of_table(
        OBJECTIONS,
        period,
        ("answer",),
        {
            "period": st.none() | periods(period),
            "count": st.just(1) | counts(),
            "ground": st.none() | coded(ObjectionGround),
        },
        number=_numbers(),
        request_number=_numbers(),
        earlier_request_number=_numbers(),
        count_in_words=counts_in_words(),
        opening=st.integers(2010, 2027),
        applicant=applicants(),
        purpose=texts(),
        further_grounds=rows_of(st.sampled_from(ObjectionGround)),
        ground_letter=st.sampled_from(("", *"abcdefg", "D.")) | words(),
        execution=texts(),
        response=texts(),
        unread=_unread("answer", "period", "answered_on", "ground", "count", "request_number"),
    )


@cache
def stages(period: ReportingPeriod | None = None) -> SearchStrategy[Stage]:
    """Return stages of a dispute."""
    return some_of(Stage, {"kind": st.sampled_from(StageKind)}, period)


@cache
def disputes(period: ReportingPeriod | None = None) -> SearchStrategy[Dispute]:
    """Return disputes, filed mostly within ``period``."""
    return rows_of_table(
        DISPUTES,
        period,
        (),
        {
            "filed": st.none() | periods(period),
            "count": st.just(1) | counts(),
            "stages": rows_of(stages(period)),
            "result": st.none() | coded(DisputeResult),
        },
        number=_numbers(),
        objection_number=_numbers(),
        request_number=_numbers(),
        count_in_words=counts_in_words(),
        opening=st.integers(2010, 2027),
        applicant=applicants(),
        subject=texts(),
        execution=texts(),
        unread=_unread("result", "filed", "decided_on", "stages", "count", "objection_number"),
    )


@cache
def suits(period: ReportingPeriod | None = None) -> SearchStrategy[CourtCase]:
    """Return suits, filed mostly within ``period``."""
    return rows_of_table(
        SUITS,
        period,
        ("filed_on",),
        {"count": st.just(1) | counts()},
        dispute_number=_numbers(),
        count_in_words=counts_in_words(),
        court=st.sampled_from(("PTUN Serang", "PN Serang")) | names(),
        execution=texts(),
        unread=_unread("decision", "filed_on", "count", "dispute_number"),
    )
