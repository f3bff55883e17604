"""Cases: requests, objections, disputes and suits."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.model import (
    AccessKind,
    Applicant,
    ApplicantClass,
    Channel,
    CountUnit,
    CourtCase,
    Desk,
    Dispute,
    DisputeResult,
    Objection,
    ObjectionAnswer,
    ObjectionGround,
    Outcome,
    RefusalReason,
    ReportingPeriod,
    Request,
    Stage,
    StageKind,
)
from ppid_core.testing.strategies.agency import agency_refs
from ppid_core.testing.strategies.plain import (
    amounts,
    coded,
    counts,
    counts_in_words,
    days,
    names,
    partly,
    periods,
    rows_of,
    sources,
    texts,
    words,
)


@cache
def numbers() -> SearchStrategy[str]:
    """Return numbers of a register: few, so that they recur and cases lead to each other."""
    return st.sampled_from(("", "1", "2", "001/PPID/2020")) | words()


@cache
def applicants() -> SearchStrategy[Applicant]:
    """Return personal data, invented."""
    return partly(
        Applicant,
        name=words(),
        nik=words(),
        address=texts(),
        contact=words(),
        power_of_attorney=words(),
    )


def _unread(*fields: str) -> SearchStrategy[tuple[str, ...]]:
    """Return which fields of a row could not be read: one of those that most hangs on."""
    return st.sampled_from(fields).map(lambda name: (name,))


@cache
def requests(period: ReportingPeriod | None = None) -> SearchStrategy[Request]:
    """Return requests, received mostly within ``period``; what they say may contradict itself."""
    day = days(period)
    return partly(
        Request,
        {
            "period": st.none() | periods(period),
            "count": st.just(1) | counts(),
            "applicant_class": st.none() | st.sampled_from(ApplicantClass),
            "channel": st.none() | coded(Channel),
            "agency": st.none() | agency_refs(),
            "outcome": st.none() | st.sampled_from(Outcome),
            "reason": st.none() | coded(RefusalReason),
            "notice_on": st.none() | day,
        },
        number=numbers(),
        count_in_words=counts_in_words(),
        unit=st.sampled_from(CountUnit),
        opening=st.integers(2010, 2027),
        applicant=applicants(),
        occupation=words(),
        subject=texts(),
        purpose=texts(),
        held=st.booleans(),
        held_by=words(),
        registered_on=day,
        told_incomplete_on=day,
        letter_received_on=day,
        repaired_on=day,
        completed_on=day,
        desk=st.sampled_from(Desk),
        exemption_letter=st.sampled_from(("", "a", "h", "j")) | words(),
        consequence_test=words(),
        extended_on=day,
        further_extensions=rows_of(day, fewest=1),
        extension_reason=words(),
        delivered_on=day,
        working_days=st.integers(0, 400),
        cost=amounts(),
        payment=words(),
        access=st.sampled_from(AccessKind),
        form=words(),
        unread=_unread("outcome", "period", "notice_on", "channel", "reason", "count", "number"),
        source=sources(),
    )


@cache
def objections(period: ReportingPeriod | None = None) -> SearchStrategy[Objection]:
    """Return objections, filed mostly within ``period``."""
    day = days(period)
    return partly(
        Objection,
        {
            "period": st.none() | periods(period),
            "count": st.just(1) | counts(),
            "ground": st.none() | coded(ObjectionGround),
            "answer": st.none() | coded(ObjectionAnswer),
        },
        number=numbers(),
        request_number=numbers(),
        earlier_request_number=numbers(),
        count_in_words=counts_in_words(),
        opening=st.integers(2010, 2027),
        applicant=applicants(),
        applicant_class=st.sampled_from(ApplicantClass),
        further_grounds=rows_of(st.sampled_from(ObjectionGround)),
        ground_letter=st.sampled_from(("", *"abcdefg", "D.")) | words(),
        registered_on=day,
        ground_found_on=day,
        agency=agency_refs(),
        answered_on=day,
        answer_received_on=day,
        superior_name=words(),
        superior_office=words(),
        execution=texts(),
        response=texts(),
        unread=_unread("answer", "period", "answered_on", "ground", "count", "request_number"),
        source=sources(),
    )


@cache
def stages(period: ReportingPeriod | None = None) -> SearchStrategy[Stage]:
    """Return stages of a dispute."""
    day = days(period)
    return partly(Stage, {"kind": st.sampled_from(StageKind)}, opened_on=day, decided_on=day, received_on=day)


@cache
def disputes(period: ReportingPeriod | None = None) -> SearchStrategy[Dispute]:
    """Return disputes, filed mostly within ``period``."""
    day = days(period)
    return partly(
        Dispute,
        {
            "filed": st.none() | periods(period),
            "count": st.just(1) | counts(),
            "stages": rows_of(stages(period)),
            "result": st.none() | coded(DisputeResult),
        },
        number=numbers(),
        objection_number=numbers(),
        request_number=numbers(),
        count_in_words=counts_in_words(),
        opening=st.integers(2010, 2027),
        received_on=day,
        registered_on=day,
        first_session_on=day,
        applicant=applicants(),
        applicant_class=st.sampled_from(ApplicantClass),
        subject=texts(),
        agency=agency_refs(),
        decision_number=words(),
        decided_on=day,
        decision_received_on=day,
        execution=texts(),
        note=texts(),
        unread=_unread("result", "filed", "decided_on", "stages", "count", "objection_number"),
        source=sources(),
    )


@cache
def suits(period: ReportingPeriod | None = None) -> SearchStrategy[CourtCase]:
    """Return suits, filed mostly within ``period``."""
    day = days(period)
    return partly(
        CourtCase,
        {"count": st.just(1) | counts(), "filed_on": st.none() | day},
        dispute_number=numbers(),
        count_in_words=counts_in_words(),
        court=st.sampled_from(("PTUN Serang", "PN Serang")) | names(),
        decision=words(),
        decided_on=day,
        received_on=day,
        statement_on=day,
        cassation_on=day,
        cassation_decision=words(),
        execution=texts(),
        unread=_unread("decision", "filed_on", "count", "dispute_number"),
        source=sources(),
    )
