"""By what a body serves: its standards of service, and the commission's questions about them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from attrs import Attribute, field, frozen

from ppid_core.model.amount import is_sane
from ppid_core.model.open_list import Coded
from ppid_core.source import Source


class StandardKind(StrEnum):
    """What a standard of service is about (*jenis standar layanan*)."""

    ANNOUNCEMENT = "announcement"
    REQUESTS = "requests"
    OBJECTIONS = "objections"
    PUBLIC_LIST = "public_list"
    DOCUMENTATION = "documentation"
    CHARTER = "charter"
    """The body's written promise of service (*maklumat*)."""
    CONSEQUENCE_TEST = "consequence_test"
    PROCEDURE = "procedure"
    """Any other standing procedure (*SOP*)."""
    HOURS = "hours"
    CHANNELS = "channels"
    FEE = "fee"
    OTHER = "other"


class CharterContent(StrEnum):
    """What the charter of service tells (*isi maklumat*)."""

    LEGAL_BASIS = "legal_basis"
    PROCEDURE = "procedure"
    TIME = "time"
    FEE = "fee"
    GUARANTEE = "guarantee"
    EVALUATION = "evaluation"


@frozen(kw_only=True)
class ServiceStandard:
    """A standard by which a body serves (*standar layanan*): its charter, a procedure, a tariff.

    >>> from ppid_core.model import Coded, ServiceStandard, StandardKind
    >>> ServiceStandard(kind=Coded(StandardKind.PROCEDURE, "SOP"), number="SOP 3/2023").number
    'SOP 3/2023'

    Attributes:
        kind: what it is about.
        content: what it says, in a few words; of the charter, its contents.
        number: the number of its document.
        on: the day of its document.
        announced_at: where it is announced, as written.
    """

    kind: Coded[StandardKind] | None = None
    content: str = ""
    number: str = ""
    on: date | None = None
    announced_at: str = ""
    source: Source | None = field(default=None, eq=False)


class MonevCategory(StrEnum):
    """What the commission's yearly evaluation looks at (*kategori monev*)."""

    QUALITY = "quality"
    KINDS = "kinds"
    SERVICE = "service"
    COMMITMENT = "commitment"
    FACILITIES = "facilities"
    DIGITALISATION = "digitalisation"
    INNOVATION = "innovation"
    WEBSITE = "website"
    ANNOUNCEMENT = "announcement"
    PROVISION = "provision"
    PRESENTATION = "presentation"
    PROCUREMENT = "procurement"
    OTHER = "other"


class SelfAnswer(StrEnum):
    """How a body answers a question of the commission (*jawaban*)."""

    YES = "yes"
    PARTLY = "partly"
    """How much of it is not said."""
    NO = "no"
    SHARE = "share"
    """How much of it, in percent: the words hold it."""
    OTHER = "other"


def _weight(_: object, attribute: Attribute[Any], value: Decimal | None) -> None:
    if value is not None and not (is_sane(value) and value >= 0):
        raise ValueError(f"{attribute.name} is a finite number, not negative")


@frozen(kw_only=True)
class AssessmentQuestion:
    """A question of the commission's questionnaire (*pertanyaan SAQ*), as the body received and answers it.

    >>> from decimal import Decimal
    >>> from ppid_core.model import AssessmentQuestion, Coded, SelfAnswer
    >>> AssessmentQuestion(weight=Decimal(5), answer=Coded(SelfAnswer.YES, "ya")).answer.slug.value
    'yes'

    Attributes:
        category: the category under which it is asked.
        question: its words.
        weight: what it weighs in the whole.
        answer: what the body answers; None where nothing is recorded, which is not *no*.
        proof: what shows it: a table, a document, an address.
    """

    category: Coded[MonevCategory] | None = None
    question: str = ""
    weight: Decimal | None = field(default=None, validator=_weight)
    answer: Coded[SelfAnswer] | None = None
    proof: str = ""
    source: Source | None = field(default=None, eq=False)
