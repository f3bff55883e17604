"""Disputes before the information commission, and suits before a court."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import field, frozen
from attrs.validators import ge

from ppid_core.model.agency import AgencyRef
from ppid_core.model.open_list import Coded
from ppid_core.model.period import Period
from ppid_core.model.request import Applicant, ApplicantClass
from ppid_core.source import Source


class StageKind(StrEnum):
    """Stages of a dispute (closed list)."""

    MEDIATION = "mediation"
    ADJUDICATION = "adjudication"


class DisputeResult(StrEnum):
    """How a dispute ended (open list)."""

    WITHDRAWN = "withdrawn"
    MEDIATED = "mediated"
    GRANTED = "granted"
    PARTLY_GRANTED = "partly_granted"
    REJECTED = "rejected"
    LAPSED = "lapsed"
    DISMISSED = "dismissed"
    INTERIM = "interim"
    PENDING = "pending"
    OTHER = "other"


ADJUDICATED = frozenset({DisputeResult.GRANTED, DisputeResult.PARTLY_GRANTED, DisputeResult.REJECTED})
"""Results of adjudication: only these can be taken to court."""
EXECUTABLE = frozenset({DisputeResult.MEDIATED, DisputeResult.GRANTED, DisputeResult.PARTLY_GRANTED})
"""Results that oblige the body to something."""


@frozen(kw_only=True)
class Stage:
    """One stage of a dispute (*tahap*): mediation or adjudication.

    >>> from datetime import date
    >>> from ppid_core.model import Stage, StageKind
    >>> Stage(kind=StageKind.MEDIATION, opened_on=date(2024, 5, 2)).decided_on is None
    True

    Attributes:
        decided_on: day of the decision.
        received_on: day the body received the decision.
    """

    kind: StageKind
    opened_on: date | None = None
    decided_on: date | None = None
    received_on: date | None = None


@frozen(kw_only=True)
class Dispute:
    """A dispute (*sengketa informasi*) before the commission.

    >>> from ppid_core.model import Dispute, Period
    >>> Dispute(number="001/PS/2024", objection_number="K-1", filed=Period(2024, 3)).stages
    ()

    Attributes:
        filed: when the applicant filed it; None is the period of the report.
        received_on: the day it reached the commission.
        registered_on: the day it was registered.
        first_session_on: the day of the first session.
        decided_on: day of the decision, where no stage is named.
        decision_received_on: day the body received the decision.
        execution: how the result was carried out.
        unread: fields whose cell could not be read, as of a `Request`.
    """

    number: str = ""
    objection_number: str = ""
    request_number: str = ""
    filed: Period | None = None
    count: int = field(default=1, validator=ge(0))
    count_in_words: str | None = None
    opening: int | None = None
    received_on: date | None = None
    registered_on: date | None = None
    first_session_on: date | None = None
    applicant: Applicant | None = field(default=None, repr=False)
    applicant_class: ApplicantClass | None = None
    subject: str = ""
    agency: AgencyRef | None = None
    stages: tuple[Stage, ...] = ()
    result: Coded[DisputeResult] | None = None
    decision_number: str = ""
    decided_on: date | None = None
    decision_received_on: date | None = None
    execution: str = ""
    note: str = ""
    unread: tuple[str, ...] = ()
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class CourtCase:
    """A suit before a court (*gugatan*) against a decision of the commission.

    >>> from datetime import date
    >>> from ppid_core.model import CourtCase
    >>> CourtCase(dispute_number="001/PS/2024", filed_on=date(2024, 5, 2)).count
    1

    Attributes:
        dispute_number: the dispute it goes back to.
        court: PTUN or PN (UU 14/2008 Pasal 47).
        statement_on: the day of the written statement that the decision is not accepted (Pasal 48 ayat (1)).
        filed_on: the day of the suit.
        received_on: the day the body received the judgment.
        unread: fields whose cell could not be read, as of a `Request`.
    """

    dispute_number: str = ""
    count: int = field(default=1, validator=ge(0))
    count_in_words: str | None = None
    court: str = ""
    statement_on: date | None = None
    filed_on: date | None = None
    decision: str = ""
    decided_on: date | None = None
    received_on: date | None = None
    cassation_on: date | None = None
    cassation_decision: str = ""
    execution: str = ""
    unread: tuple[str, ...] = ()
    source: Source | None = field(default=None, eq=False)
