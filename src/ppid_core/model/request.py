"""Requests for information, and who made them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from typing import Any

from attrs import field, frozen
from attrs.validators import ge, optional

from ppid_core.model.agency import AgencyRef
from ppid_core.model.amount import finite
from ppid_core.model.matrix import InformationCategory
from ppid_core.model.open_list import Coded
from ppid_core.model.period import Period
from ppid_core.source import Source


class Outcome(StrEnum):
    """What became of a request (closed list)."""

    GRANTED = "granted"
    PARTLY_GRANTED = "partly_granted"
    FULFILLED = "fulfilled"
    REFUSED = "refused"
    NOT_HELD = "not_held"
    INCOMPLETE = "incomplete"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    UNANSWERED = "unanswered"
    ANSWERED = "answered"
    PENDING = "pending"


OPEN_OUTCOMES = frozenset({Outcome.UNANSWERED, Outcome.PENDING})
"""Outcomes that leave a request open."""


class ApplicantClass(StrEnum):
    """Classes of applicant (closed list)."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    ORGANISATION = "organisation"


class Channel(StrEnum):
    """Ways by which a request comes in (open list); ``online`` and ``offline`` are groups."""

    DESK = "desk"
    AGENCY_DESK = "agency_desk"
    WEBSITE = "website"
    EMAIL = "email"
    WHATSAPP = "whatsapp"
    PHONE = "phone"
    POST = "post"
    SOCIAL_MEDIA = "social_media"
    SP4N_LAPOR = "sp4n_lapor"
    ONLINE = "online"
    OFFLINE = "offline"
    OTHER = "other"


ONLINE_CHANNELS = frozenset(
    {Channel.WEBSITE, Channel.EMAIL, Channel.WHATSAPP, Channel.SOCIAL_MEDIA, Channel.SP4N_LAPOR}
)
"""Members of the group `Channel.ONLINE` (*daring*)."""
OFFLINE_CHANNELS = frozenset({Channel.DESK, Channel.AGENCY_DESK, Channel.PHONE, Channel.POST})
"""Members of the group `Channel.OFFLINE` (*luring*)."""
CHANNEL_GROUPS: Mapping[Channel, frozenset[Channel]] = {
    Channel.ONLINE: ONLINE_CHANNELS,
    Channel.OFFLINE: OFFLINE_CHANNELS,
}
"""Channels that hold others: a request by a member came by the group, too."""


class RefusalReason(StrEnum):
    """Reasons for refusing a request, wholly or in part (open list); seven of them are lawful ones."""

    EXEMPT = "exempt"
    STATE_DANGER = "state_danger"
    UNFAIR_COMPETITION = "unfair_competition"
    PERSONAL_RIGHTS = "personal_rights"
    OFFICIAL_SECRECY = "official_secrecy"
    NOT_HELD = "not_held"
    BAD_FAITH = "bad_faith"
    UNCLEAR_IDENTITY = "unclear_identity"
    INCOMPLETE = "incomplete"
    REPEATED = "repeated"
    OTHER = "other"


class CountUnit(StrEnum):
    """What a count counts."""

    REQUEST = "request"
    APPLICANT = "applicant"


class Desk(StrEnum):
    """Which desk did not answer."""

    MAIN = "main"
    AGENCY = "agency"


class AccessKind(StrEnum):
    """How the information is taken."""

    SEE = "see"
    COPY = "copy"


class WorkStage(StrEnum):
    """How far the work on a request has come (open list): no outcome, which stands beside it."""

    SUBMITTED = "submitted"
    VERIFICATION = "verification"
    COMPLETION = "completion"
    FORWARDED = "forwarded"
    IN_PROGRESS = "in_progress"
    SUSPENDED = "suspended"
    EXTENDED = "extended"
    ANSWERED = "answered"
    DELIVERED = "delivered"
    CLOSED = "closed"
    OTHER = "other"


class Delivery(StrEnum):
    """How a copy comes to the applicant (open list)."""

    PICKED_UP = "picked_up"
    COURIER = "courier"
    POST = "post"
    FAX = "fax"
    EMAIL = "email"
    WHATSAPP = "whatsapp"
    DOWNLOAD = "download"
    OTHER = "other"


@frozen(kw_only=True, repr=False)
class Applicant:
    """Personal data of an applicant (*identitas pemohon*): only the internal edition has it.

    What many share, from `sex` to `city`, is counted; it stands in no register that is published.

    >>> from ppid_core.model import Applicant
    >>> "Siti" in repr(Applicant(name="Siti Contoh"))
    False

    Attributes:
        nik: number of the identity card, or that by which a legal body was approved.
        power_of_attorney: the special power by which a proxy asks (*surat kuasa*), as written.
        age: the group of age.
    """

    name: str = ""
    nik: str = ""
    address: str = ""
    contact: str = ""
    power_of_attorney: str = ""
    sex: str = ""
    age: str = ""
    education: str = ""
    province: str = ""
    city: str = ""


APPLICANT_TRAITS = ("sex", "age", "education", "province", "city")
"""What of an applicant is counted, by the field of `Applicant`."""


@frozen(kw_only=True)
class Request:
    """A request (*permohonan informasi*), or a line that stands for several.

    >>> from ppid_core.model import Outcome, Period, Request
    >>> request = Request(number="001/2024", period=Period(2024, 1, 8), outcome=Outcome.GRANTED)
    >>> request.count, request.notice_on
    (1, None)

    Attributes:
        number: registration number.
        period: when it was received; None is the period of the report.
        count: how many requests (or applicants) the line stands for.
        count_in_words: the words written beside the count, None where there are none.
        opening: the year of receipt of a request carried over from an earlier year (*bawaan*).
        held: whether the body holds the information.
        held_by: who else holds it.
        documented: False where it is not documented yet (*belum didokumentasikan*), else None.
        information_kind: the legal category of what is asked for.
        stage: how far the work on it has come.
        verified_on: the day on which its completeness was checked (*tanggal verifikasi*).
        forwarded_on: the day on which it was handed to whoever holds the information (*disposisi*).
        registered_on: the day it was entered in the register (*tanggal register*).
        told_incomplete_on: the day of the letter that it is incomplete (*surat keterangan tidak lengkap*).
        letter_received_on: the day on which the applicant received that letter.
        repaired_on: the day on which the applicant completed it (*perbaikan*).
        completed_on: the day the request was complete (*tanggal lengkap*).
        desk: which desk did not answer, where the line says so.
        exemption_letter: letter of UU 14/2008 Pasal 17.
        exempt_number: the entry of the list of exempt information that a refusal rests on (*nomor DIK*).
        consequence_test: the test that came before the exemption (Pasal 19), as written.
        extended_on: the day on which the time was extended (*perpanjangan*); the first, where there are more.
        further_extensions: the days on which it was extended again, ascending.
        notice_on: the day of the written notice (*pemberitahuan tertulis*).
        working_days: stated working days from receipt to notice, the same for each request of the line.
        cost: rupiah.
        delivery: how the copy comes to the applicant.
        satisfaction: how the applicant rated the service, on the scale of the body (*nilai kepuasan*).
        unread: fields whose cell could not be read; a line whose ``count`` is unread stands for one at least.
    """

    number: str = ""
    period: Period | None = None
    count: int = field(default=1, validator=ge(0))
    count_in_words: str | None = None
    unit: CountUnit = CountUnit.REQUEST
    opening: int | None = None
    applicant: Applicant | None = field(default=None, repr=False)
    applicant_class: ApplicantClass | None = None
    occupation: str = ""
    channel: Coded[Channel] | None = None
    subject: str = ""
    information_kind: InformationCategory | None = None
    purpose: str = ""
    agency: AgencyRef | None = None
    held: bool | None = None
    held_by: str = ""
    documented: bool | None = None
    stage: Coded[WorkStage] | None = None
    registered_on: date | None = None
    verified_on: date | None = None
    forwarded_on: date | None = None
    told_incomplete_on: date | None = None
    letter_received_on: date | None = None
    repaired_on: date | None = None
    completed_on: date | None = None
    outcome: Outcome | None = None
    desk: Desk | None = None
    reason: Coded[RefusalReason] | None = None
    exemption_letter: str = ""
    exempt_number: str = ""
    consequence_test: str = ""
    extended_on: date | None = None
    further_extensions: tuple[date, ...] = ()
    extension_reason: str = ""
    notice_on: date | None = None
    delivered_on: date | None = None
    working_days: int | None = field(default=None, validator=optional(ge(0)))
    cost: Decimal | None = field(default=None, validator=finite)
    payment: str = ""
    access: AccessKind | None = None
    delivery: Coded[Delivery] | None = None
    form: str = ""
    satisfaction: str = ""
    unread: tuple[str, ...] = ()
    source: Source | None = field(default=None, eq=False)


def traits_of(rows: Iterable[Any], trait: str) -> list[str]:
    """Return what requests say of one trait of their applicants, "" where they say nothing."""
    known = list(map(attrgetter("applicant"), rows))
    if not any(known):
        return [""] * len(known)
    return ["" if one is None else getattr(one, trait) for one in known]
