"""Objections to the superior of the PPID."""

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


class ObjectionGround(StrEnum):
    """Grounds of an objection, UU 14/2008 Pasal 35 ayat (1) (open list)."""

    A = "ground_a"
    B = "ground_b"
    C = "ground_c"
    D = "ground_d"
    E = "ground_e"
    F = "ground_f"
    G = "ground_g"
    OTHER = "other"


class ObjectionAnswer(StrEnum):
    """What the superior answered (open list)."""

    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly_accepted"
    REJECTED = "rejected"
    UNANSWERED = "unanswered"
    PENDING = "pending"
    OTHER = "other"


@frozen(kw_only=True)
class Objection:
    """An objection (*keberatan*), or a line that stands for several.

    >>> from ppid_core.model import Objection, Period
    >>> Objection(number="K-1", request_number="001/2024", period=Period(2024, 2, 13)).answer is None
    True

    Attributes:
        request_number: the request objected about.
        earlier_request_number: a request in an earlier year's report (*permohonan lalu*).
        period: when it was filed; None is the period of the report.
        registered_on: the day it was entered in the register of objections.
        subject: the information that was asked for, where this register says it.
        purpose: what the information is for, where this register says it.
        ground: ground of Pasal 35 ayat (1), the first where there are several; the letter wins over the
            wording.
        further_grounds: the other grounds: the form ticks several.
        ground_letter: the letter as typed, ``c, d`` of several, "" where only the wording stands.
        ground_found_on: the day the ground was found (Pasal 36 ayat (1)).
        answered_on: the day of the superior's written answer.
        answer_received_on: the day on which the applicant received it (Pasal 37 ayat (2)).
        answer_reason: why the objection was granted or rejected.
        superior_name: the superior as the register names him or her.
        execution: how the answer was carried out.
        response: the applicant's response.
        unread: fields whose cell could not be read, as of a `Request`.
    """

    number: str = ""
    request_number: str = ""
    earlier_request_number: str = ""
    period: Period | None = None
    registered_on: date | None = None
    count: int = field(default=1, validator=ge(0))
    count_in_words: str | None = None
    opening: int | None = None
    applicant: Applicant | None = field(default=None, repr=False)
    applicant_class: ApplicantClass | None = None
    occupation: str = ""
    subject: str = ""
    purpose: str = ""
    ground: Coded[ObjectionGround] | None = None
    further_grounds: tuple[ObjectionGround, ...] = ()
    ground_letter: str = ""
    ground_found_on: date | None = None
    agency: AgencyRef | None = None
    answer: Coded[ObjectionAnswer] | None = None
    answered_on: date | None = None
    answer_received_on: date | None = None
    answer_reason: str = ""
    superior_name: str = ""
    superior_office: str = ""
    execution: str = ""
    response: str = ""
    unread: tuple[str, ...] = ()
    source: Source | None = field(default=None, eq=False)

    @property
    def grounds(self) -> tuple[ObjectionGround, ...]:
        """Every ground that it names, `ObjectionGround.OTHER` for words that are none."""
        first = () if self.ground is None else (self.ground.slug,)
        return tuple(dict.fromkeys((*first, *self.further_grounds))) if self.further_grounds else first
