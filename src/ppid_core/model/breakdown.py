"""The one list of breakdowns: what is read, counted, compared, printed and generated of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import field, fields_dict, frozen

from ppid_core.model.dispute import CourtCase, Dispute, DisputeResult, StageKind
from ppid_core.model.matrix import InformationCategory
from ppid_core.model.objection import Objection, ObjectionAnswer, ObjectionGround
from ppid_core.model.request import (
    APPLICANT_TRAITS,
    ApplicantClass,
    Channel,
    Delivery,
    Outcome,
    RefusalReason,
    Request,
    WorkStage,
)


class Register(StrEnum):
    """What is counted case by case."""

    REQUESTS = "requests"
    APPLICANTS = "applicants"
    COMPLAINTS = "complaints"
    OBJECTIONS = "objections"
    DISPUTES = "disputes"
    SUITS = "suits"


class Dimension(StrEnum):
    """Along what a register is broken down."""

    MONTH = "month"
    OUTCOME = "outcome"
    APPLICANT = "applicant"
    OCCUPATION = "occupation"
    CHANNEL = "channel"
    AGENCY = "agency"
    REFUSAL_REASON = "refusal_reason"
    PARTIAL_REASON = "partial_reason"
    TIME = "time"
    SEX = "sex"
    AGE = "age"
    EDUCATION = "education"
    PROVINCE = "province"
    CITY = "city"
    PURPOSE = "purpose"
    TOPIC = "topic"
    INFORMATION = "information"
    WORK_STAGE = "work_stage"
    DELIVERY = "delivery"
    SATISFACTION = "satisfaction"
    GROUND = "ground"
    ANSWER = "answer"
    RESULT = "result"
    STAGE = "stage"
    DECISION = "decision"


_NO_WORDS = frozenset({Dimension.MONTH, Dimension.AGENCY, Dimension.TIME})
"""Their categories are months, agencies and the classes of the law: neither a list of ours nor any word."""


@frozen
class Breakdown:
    """One way in which a register is taken apart (*rincian*).

    Attributes:
        register: what is counted.
        dimension: along what.
        vocabulary: the list that its categories belong to, None where there is none.
        of: the outcome whose cases alone it breaks down; None where it is all of the register.
        attribute: the field of a row, or of its applicant, that names its category; "" where rows name none.
        is_asked: whether a year that does not tell it has to say so; of the others nothing is missed.
        is_overlapping: whether one case may fall into several parts: each counts, and nothing adds them.
        is_open_ended: whether reports often name the largest parts only.
        is_of_person: whether it is said of a person: then a part that few share may tell who they are.

    >>> [one.path for one in BREAKDOWNS if one.register is Register.SUITS and one.attribute]
    ['suits.by_decision']
    """

    register: Register
    dimension: Dimension
    vocabulary: type[StrEnum] | None = None
    of: Outcome | None = None
    attribute: str = field(default="", kw_only=True)
    is_asked: bool = field(default=False, kw_only=True)
    is_overlapping: bool = field(default=False, kw_only=True)
    is_open_ended: bool = field(default=False, kw_only=True)
    is_of_person: bool = field(default=False, kw_only=True)

    @property
    def step(self) -> str:
        """The name under its register in the summary JSON."""
        return f"by_{self.dimension}"

    @property
    def path(self) -> str:
        """Its path in the summary JSON."""
        return path_of(self.register, self.dimension)

    @property
    def whole(self) -> str:
        """The path of what it divides: its register, or the cases with one outcome."""
        return f"{self.register}.total" if self.of is None else f"{self.register}.by_outcome.{self.of}"

    @property
    def is_free(self) -> bool:
        """Whether any word is a category."""
        return self.vocabulary is None and self.dimension not in _NO_WORDS


def path_of(register: str, dimension: Dimension) -> str:
    """Return the path of a breakdown in the summary JSON: only of requests the time is counted."""
    if dimension is Dimension.TIME and register == Register.REQUESTS:
        return f"{register}.response_time.by_class"
    return f"{register}.by_{dimension}"


_ROWS: Mapping[Register, type] = {
    Register.REQUESTS: Request,
    Register.APPLICANTS: Request,
    Register.OBJECTIONS: Objection,
    Register.DISPUTES: Dispute,
    Register.SUITS: CourtCase,
}
"""Of what class the rows of a register are; those of applicants are requests that count applicants."""
_REQUESTS = (Register.REQUESTS,)
_PERSONS = (Register.REQUESTS, Register.APPLICANTS)
_CASES = (Register.REQUESTS, Register.OBJECTIONS, Register.DISPUTES)


def _fields(row: type) -> frozenset[str]:
    """Return what rows of a class may name: their fields, and traits of who made a request."""
    return frozenset((*fields_dict(row), *(APPLICANT_TRAITS if row is Request else ())))


def _along(
    dimension: Dimension,
    vocabulary: type[StrEnum] | None = None,
    attribute: str = "",
    *,
    registers: Iterable[Register] = Register,
    asked: Iterable[Register] = _REQUESTS,
    of: Outcome | None = None,
    **facts: bool,
) -> Iterator[Breakdown]:
    """Yield the breakdowns of ``registers`` along one dimension.

    Args:
        dimension: along what.
        vocabulary: as of a `Breakdown`.
        attribute: the field that names the category in whatever rows have such a field.
        registers: all six, unless they are named.
        asked: the registers of which its absence is told.
        of: as of a `Breakdown`.
        facts: the other attributes of a `Breakdown`.
    """
    asking = frozenset(asked)
    for register in registers:
        is_kept = register in _ROWS and attribute in _fields(_ROWS[register])
        yield Breakdown(
            register,
            dimension,
            vocabulary,
            of,
            attribute=attribute if is_kept else "",
            is_asked=register in asking,
            **facts,
        )


BREAKDOWNS: tuple[Breakdown, ...] = (
    *_along(Dimension.MONTH, asked=frozenset(Register) - {Register.APPLICANTS}),
    *_along(Dimension.OUTCOME, Outcome, "outcome"),
    *_along(Dimension.APPLICANT, ApplicantClass, "applicant_class", asked=(*_PERSONS, *_CASES)),
    *_along(Dimension.CHANNEL, Channel, "channel"),
    *_along(Dimension.OCCUPATION, None, "occupation", asked=_PERSONS, is_open_ended=True, is_of_person=True),
    *_along(Dimension.AGENCY, None, "agency", asked=_CASES, is_open_ended=True),
    *_along(Dimension.SEX, None, "sex", asked=_PERSONS, is_of_person=True),
    *_along(Dimension.AGE, None, "age", registers=_PERSONS, asked=(), is_of_person=True),
    *_along(Dimension.EDUCATION, None, "education", registers=_PERSONS, asked=(), is_of_person=True),
    *_along(
        Dimension.PROVINCE,
        None,
        "province",
        registers=_PERSONS,
        asked=(),
        is_open_ended=True,
        is_of_person=True,
    ),
    *_along(
        Dimension.CITY, None, "city", registers=_PERSONS, asked=(), is_open_ended=True, is_of_person=True
    ),
    *_along(Dimension.PURPOSE, is_open_ended=True),
    *_along(Dimension.TOPIC, is_open_ended=True),
    *_along(Dimension.INFORMATION, InformationCategory, "information_kind", registers=_REQUESTS, asked=()),
    *_along(Dimension.WORK_STAGE, WorkStage, "stage", registers=_REQUESTS, asked=()),
    *_along(Dimension.DELIVERY, Delivery, "delivery", registers=_REQUESTS, asked=()),
    *_along(Dimension.SATISFACTION, None, "satisfaction", registers=_REQUESTS, asked=(), is_open_ended=True),
    *_along(Dimension.TIME),
    *_along(Dimension.REFUSAL_REASON, RefusalReason, "reason", of=Outcome.REFUSED),
    *_along(
        *(Dimension.PARTIAL_REASON, RefusalReason, "reason"),
        registers=_REQUESTS,
        of=Outcome.PARTLY_GRANTED,
    ),
    Breakdown(
        *(Register.OBJECTIONS, Dimension.GROUND, ObjectionGround),
        attribute="ground",
        is_asked=True,
        is_overlapping=True,
    ),
    Breakdown(Register.OBJECTIONS, Dimension.ANSWER, ObjectionAnswer, attribute="answer", is_asked=True),
    Breakdown(Register.DISPUTES, Dimension.RESULT, DisputeResult, attribute="result", is_asked=True),
    Breakdown(
        *(Register.DISPUTES, Dimension.STAGE, StageKind),
        attribute="stages",
        is_asked=True,
        is_overlapping=True,
    ),
    Breakdown(Register.SUITS, Dimension.DECISION, attribute="decision", is_asked=True, is_open_ended=True),
)
"""Every breakdown, in the order in which it is told.

A new dimension is its name in `Dimension`, its entry here and its words in ``glossary/figure.py``: what is
read of it is then counted, compared, printed and generated. A purpose stands in rows as whole sentences, not
as a class that lines could be compared with, so that rows do not name it.
"""

OVERLAPPING = frozenset(one.dimension for one in BREAKDOWNS if one.is_overlapping)
"""Breakdowns of which one case may fall into several parts: each part counts, and nothing adds them."""

_OF_REGISTER: Mapping[Register, Mapping[Dimension, Breakdown]] = {
    register: {one.dimension: one for one in BREAKDOWNS if one.register is register} for register in Register
}


def breakdowns_of(register: Register) -> Mapping[Dimension, Breakdown]:
    """Return the breakdowns of one register by their dimension, in the order of the list.

    >>> from ppid_core.model import Dimension, Register, breakdowns_of
    >>> Dimension.MONTH in breakdowns_of(Register.SUITS)
    True
    """
    return _OF_REGISTER[register]
