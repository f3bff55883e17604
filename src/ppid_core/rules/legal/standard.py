"""L905: whether the standard of service by which the report is judged is that of the body."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.glossary import label
from ppid_core.language import Bilingual, Lang, by_number
from ppid_core.law import OwnStandard, Unit, marked
from ppid_core.model import BodyKind, Request
from ppid_core.rules.casebook.span import cited
from ppid_core.rules.engine.evidence import Evidence, NotApplicable
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import UNKNOWN
from ppid_core.summary import listed
from ppid_core.summary.day_zero import exact, is_extended

_SUBJECT = "body:standard"
_NO_KIND = Bilingual(
    "jenis badan publik tidak tercatat ({where})", "the kind of body is not recorded ({where})"
).fill(where=columns(laporan="badan.jenis"))


def _general_standard_fits(evidence: Evidence) -> Iterator[Finding]:
    """Yield what is another for a body that has a standard of its own, or whose standard is not known."""
    kind = evidence.year.body.kind
    if kind is None:
        raise NotApplicable(_NO_KIND)
    provision = evidence.law.own_standards.at(evidence.year.period.last_day)
    for own in provision.value:
        if own.kind == kind:
            yield Finding(
                subject=_SUBJECT,
                sources=(evidence.year.body.source,),
                facts={
                    "what": Bilingual(_named(kind, own, "id"), _named(kind, own, "en")),
                    "times": _times(own, evidence),
                },
                basis=(cited(own),),
            )


def _named(kind: BodyKind, own: OwnStandard, lang: Lang) -> str:
    """Return the kind of body, the standard where it is known, and what that means for the report."""
    name = label(kind, lang)
    named = f"{name[:1].upper()}{name[1:]}"
    sure = "" if own.standard is None else f", {marked(own.standard, own.confidence, lang)}"
    note = own.note(lang)
    return f"{named}{sure}: {note[:1].lower()}{note[1:]}"


def _times(own: OwnStandard, evidence: Evidence) -> Bilingual:
    """Return the times of that standard, and how many answers took longer; nothing where none is known."""
    if own.response is None:
        return Bilingual("", "")
    over = sum(
        row.count
        for row in listed(evidence.year.requests)
        if _is_over(row, own.response, own.extension or 0, evidence)
    )
    times = " + ".join(str(number) for number in (own.response, own.extension) if number is not None)
    days = Unit.WORKING_DAY.label
    return Bilingual(
        f" Menurut standar itu waktunya {times} {days('id')}; {over} permohonan dijawab lebih lama.",
        f" By that standard the time is {times} {days('en')}; {over} {by_number(over, 'request', 'requests')}"
        " took longer to answer.",
    )


def _is_over(row: Request, response: int, extension: int, evidence: Evidence) -> bool:
    days = _days(row, evidence)
    allowed = response + extension if is_extended(row, evidence.as_of) else response
    return days is not None and days > allowed


def _days(row: Request, evidence: Evidence) -> int | None:
    """Return the working days from receipt to the written notice, as dates or the register tell them."""
    received, noticed = exact(row.period), row.notice_on
    if received is None or noticed is None or noticed < received or noticed > evidence.as_of:
        return row.working_days
    try:
        return evidence.workdays.between(received, noticed)
    except UNKNOWN:
        return None


L905 = Rule(
    code="L905",
    severity=Severity.INFO,
    title=Bilingual("Standar layanan badan ini lain atau belum diketahui", "Another standard of service"),
    message=Bilingual.both("{what}{times}"),
    mend=Bilingual(
        "Sesuaikan laporan dengan standar badan ini bila ada; betulkan badan.jenis bila jenisnya lain.",
        "Follow the standard of the body where there is one; mend badan.jenis where it is of another kind.",
    ),
    explanation=Bilingual(
        "Tenggat dan isi minimum di sini berasal dari UU 14/2008 dan Perki tentang standar layanan informasi"
        " publik. Untuk desa dan penyelenggara pemilu ada Perki sendiri; untuk beberapa jenis badan lain hal"
        " itu belum diketahui. Karena itu hal itu disebut.",
        "Time limits and required contents here are those of UU 14/2008 and of the Perki on standards of"
        " service. Villages and election bodies have a Perki of their own; of some other kinds that is not"
        " known. So it is told.",
    ),
    where=columns(laporan="badan.jenis"),
    example=Bilingual.both("badan.jenis: pemerintah daerah"),
    basis=("own_standards",),
    check=_general_standard_fits,
)
