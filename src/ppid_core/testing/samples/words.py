"""A year with the same words in every place where staff type text, and words that formats get wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from attrs import evolve

from ppid_core.model import (
    Activity,
    Agency,
    AgencyRef,
    AgencyScore,
    AssessmentQuestion,
    Budget,
    BudgetLine,
    Channel,
    Coded,
    Constraint,
    CourtCase,
    Dispute,
    DisputeResult,
    Entry,
    ExemptInformation,
    Facility,
    InformationType,
    InstrumentMention,
    MonevCategory,
    Narrative,
    Objection,
    ObjectionGround,
    OfferedChannel,
    Outcome,
    Passage,
    Picture,
    PublicBody,
    PublicInformation,
    Recommendation,
    RefusalReason,
    Regulation,
    Request,
    SelfAnswer,
    Service,
    ServiceStandard,
    ServiceYear,
    Signatory,
    Staff,
    StandardKind,
    Submission,
    Waiver,
)
from ppid_core.testing.samples.year import PERIOD

T = TypeVar("T")

SCRIPTS: Mapping[str, tuple[str, str]] = {
    "Indonesian": ("Jum’at–Rp½", "Jum’at–Rp¾"),
    "Latin with accents": ("Ünïcödé", "Ünïcödè"),
    "combining signs": ("Ca\u0301fe\u0301", "Ca\u0301fe\u0300"),
    "Arabic": ("معلومات", "معلومان"),
    "Hebrew": ("מידע", "מידא"),
    "Javanese": ("ꦗꦮ", "ꦗꦩ"),
    "Chinese": ("情報", "情韻"),
    "emoji": ("🙂", "🙃"),
    "joined emoji": ("👩🏽\u200d💻", "👩🏽\u200d🔧"),
}
"""A word of each script, and another of the same length, by the name of the script."""

MARKUP = (
    "<script>tanda</script>",
    "</title></style></script><script>tanda</script>",
    "<img src=x onerror=tanda>",
    '" onmouseover="tanda',
    "' onmouseover='tanda",
    "&amp; & &#65; &lt;",
    "]]> <!-- tanda -->",
    "`tanda`",
    "**tanda** _tanda_ [tanda](http://contoh.id)",
    "# tanda",
    "| tanda |",
    "#import tanda",
    "#tanda(1)",
    "$tanda$",
    "\\input{tanda}",
    "{{ tanda }} {% tanda %}",
)
"""Text that is markup in one format or another, and here is nothing but what a clerk typed."""

FORMULAS = ("=1+1", "+62 254", "-5+3", "@SUM(A1)", "\t=1+1", "\r=1+1")
"""Text that a spreadsheet takes for a formula: it begins with a sign that formulas begin with."""


def hostile() -> ServiceYear:
    """Return a year whose every text begins as a formula and goes on as markup of every format.

    >>> from ppid_core.testing import samples
    >>> len(samples.hostile().requests) > 0
    True
    """
    return worded(" ".join((*FORMULAS, *MARKUP)))


def worded(words: str) -> ServiceYear:
    """Return a year of one row in each register, with ``words`` wherever there is text; no person's name.

    >>> from ppid_core.testing import samples
    >>> samples.worded("kata").body.name
    'kata'
    """
    ref = AgencyRef(typed=words, code=words)
    year = ServiceYear(
        period=PERIOD,
        body=_body(words),
        signatory=Signatory(office=words, place=words),
        submission=_of(Submission, words, "to", "number", "nature", "subject", copies=(words,)),
        agencies=(Agency(code=words, name=words, aliases=(words,)),),
        information_types=(InformationType(code=words, name=words, short_name=words),),
        public_information=(
            _of(PublicInformation, words, *("number", "summary", "responsible", "made", "form", "retention")),
        ),
        exempt_information=(
            _of(
                ExemptInformation,
                words,
                *("number", "information", "basis", "when_opened", "when_closed", "duration", "decree"),
                agency=ref,
            ),
        ),
        narrative=_told(words),
        activity=Activity(
            activities=(_entry(words),),
            innovations=(_entry(words),),
            awards=(_entry(words),),
            ranking=(AgencyScore(agency=ref, unit=words),),
        ),
        service=_service(words),
        budget=Budget(lines=(BudgetLine(funding=words, use=words, allocated_in_words=words),)),
        waivers=(Waiver(code="T101", subject=words, reason=words, by=words),),
    )
    return _with_cases(_with_standards(year, words), words, ref)


def _of(kind: Callable[..., T], words: str, *fields: str, **others: object) -> T:
    """Return a value with ``words`` in these fields, and what is given in others."""
    return kind(**dict.fromkeys(fields, words), **others)


def _with_standards(year: ServiceYear, words: str) -> ServiceYear:
    return evolve(
        year,
        standards=(
            ServiceStandard(
                kind=Coded(StandardKind.OTHER, words), content=words, number=words, announced_at=words
            ),
        ),
        questions=(
            _of(
                AssessmentQuestion,
                words,
                *("question", "proof"),
                category=Coded(MonevCategory.OTHER, words),
                answer=Coded(SelfAnswer.OTHER, words),
            ),
        ),
    )


def _with_cases(year: ServiceYear, words: str, ref: AgencyRef) -> ServiceYear:
    return evolve(
        year,
        requests=(
            _of(
                Request,
                words,
                *("number", "occupation", "subject", "purpose", "held_by", "exempt_number"),
                channel=Coded(Channel.OTHER, words),
                agency=ref,
                outcome=Outcome.REFUSED,
                reason=Coded(RefusalReason.OTHER, words),
            ),
        ),
        objections=(
            _of(
                Objection,
                words,
                *("number", "request_number", "execution", "response"),
                ground=Coded(ObjectionGround.OTHER, words),
                agency=ref,
            ),
        ),
        disputes=(
            _of(
                Dispute,
                words,
                *("number", "objection_number", "subject", "execution", "note"),
                agency=ref,
                result=Coded(DisputeResult.OTHER, words),
            ),
        ),
        suits=(CourtCase(dispute_number=words, court=words, decision=words, execution=words),),
    )


def _body(words: str) -> PublicBody:
    places = ("name", "province", "commission", "address", "phone", "email", "website", "ppid", "superior")
    return _of(PublicBody, words, *places)


def _entry(words: str) -> Entry:
    return Entry(text=words, date=words, note=words)


def _told(words: str) -> Narrative:
    parts = ("kata-pengantar", "latar-belakang", "kebijakan", "pelaksanaan", "penutup")
    return Narrative(
        passages=tuple(Passage(part=part, text=words) for part in parts),
        priorities=(_entry(words),),
        constraints=(Constraint(text=words),),
        recommendations=(Recommendation(text=words, date=words, note=words, follow_up=words),),
        regulations=(Regulation(number=words, about=words),),
        mentions=(InstrumentMention(text=words, about=words, passage=words),),
    )


def _service(words: str) -> Service:
    return Service(
        facilities=(Facility(place=words, name=words, count=1, condition=words),),
        staff=(Staff(unit=words, count=1, qualification=words),),
        staff_basis=words,
        pictures=(Picture(number="1.1", caption=words, file=words),),
        offered_channels=(OfferedChannel(channel=Coded(Channel.OTHER, words)),),
    )
