"""C310: the ground of an objection fits what became of its request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from ppid_core.glossary import label, say
from ppid_core.glossary.refusal import BESIDE_EXEMPTION
from ppid_core.language import Bilingual
from ppid_core.model import OPEN_OUTCOMES, Objection, ObjectionGround, Outcome, RefusalReason, Request
from ppid_core.rules.casebook.ground import grounds_of, is_in_time, letter_of, notice_basis, notice_due
from ppid_core.rules.casebook.origin import requests_of
from ppid_core.rules.casebook.refusals import REFUSING
from ppid_core.rules.casebook.span import Span, cited, reported_objections
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, term
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, told

_KeyedObjection = tuple[str, Objection]

_FITS = Bilingual("", "")
"""Said of a request that the ground does not contradict."""
_MAY_BE_REFUSED = frozenset({Outcome.REFUSED, Outcome.PARTLY_GRANTED, Outcome.FULFILLED, Outcome.ANSWERED})
"""Outcomes that are a refusal, or that leave open whether a part was refused."""
_MAY_BE_EXEMPT = frozenset({RefusalReason.EXEMPT, RefusalReason.OTHER, *BESIDE_EXEMPTION})
"""Reasons that are an exemption, or that leave open whether they are."""
_NO_GROUND = Bilingual(
    "tidak ada keberatan huruf a, c, atau g yang permohonannya cukup diketahui ({where})",
    "of no objection with letter a, c or g is enough known of its request ({where})",
).fill(
    where=columns(keberatan="huruf nomor_permohonan", permohonan="tanggal keputusan tanggal_pemberitahuan")
)


def _grounds_fit_their_request(evidence: Evidence) -> Iterator[Finding]:
    """Yield each objection whose ground contradicts what became of its request."""
    request_of = requests_of(evidence)

    def judge(case: _KeyedObjection) -> Verdict | None:
        request = request_of(case[1])
        if request is None:
            return None
        told_of = (
            (one, _CONTRADICTIONS[one](request, evidence))
            for one in grounds_of(case[1])
            if one in _CONTRADICTIONS
        )
        known = [(ground, why) for ground, why in told_of if why is not None]
        against = next(((ground, why) for ground, why in known if why is not _FITS), None)
        if against is None:
            return FINE if known else None
        return _unfit(case, against[0], request, against[1], evidence)

    return told(reported_objections(evidence), judge, _NO_GROUND)


def _not_refused(request: Request, _: Evidence) -> Bilingual | None:
    """Return how the request ended where that is no refusal, `_FITS` where it may be one."""
    if request.outcome is None:
        return None
    if request.outcome in _MAY_BE_REFUSED:
        return _otherwise(request)
    return Bilingual(
        f"keputusan atas permohonannya: {label(request.outcome, 'id')}",
        f"the outcome of its request: {label(request.outcome, 'en')}",
    )


def _otherwise(request: Request) -> Bilingual:
    """Return for what a request was refused where that is no exemption, `_FITS` where it may be one."""
    reason = request.reason
    is_known = request.outcome in REFUSING and reason is not None and reason.slug not in _MAY_BE_EXEMPT
    if reason is None or not is_known or request.exemption_letter.strip():
        return _FITS
    return Bilingual(
        f"alasan penolakan permohonannya: {label(reason.slug, 'id')}, bukan pengecualian",
        f"the reason for which its request was refused: {label(reason.slug, 'en')}, which is no exemption",
    )


def _noticed_in_time(request: Request, evidence: Evidence) -> Bilingual | None:
    """Return when the request was answered where that was in time, `_FITS` where it surely was not."""
    if request.notice_on is None:
        return _FITS if request.outcome in OPEN_OUTCOMES else None
    due = notice_due(request, evidence)
    return None if due is None else _in_time(request.notice_on, due)


def _served_in_time(request: Request, evidence: Evidence) -> Bilingual | None:
    """Return the same, where the information was not handed over later than the time allowed, either."""
    due = notice_due(request, evidence)
    if due is None or request.notice_on is None:
        return None
    if request.delivered_on is not None and not is_in_time(request.delivered_on, due):
        return _FITS if request.delivered_on > due.last else None
    return _in_time(request.notice_on, due)


def _in_time(noticed: date, due: Span) -> Bilingual | None:
    if not is_in_time(noticed, due):
        return _FITS if noticed > due.last else None
    return Bilingual(
        f"pemberitahuan tertulis atas permohonannya {say(noticed, 'id')}, batasnya {due.said.id}",
        f"the written notice on its request: {say(noticed, 'en')}, due {due.said.en}",
    )


_CONTRADICTIONS: Mapping[ObjectionGround, Callable[[Request, Evidence], Bilingual | None]] = {
    ObjectionGround.A: _not_refused,
    ObjectionGround.C: _noticed_in_time,
    ObjectionGround.G: _served_in_time,
}
"""What of a request contradicts a ground; None where the register does not tell."""


def _unfit(
    case: _KeyedObjection, ground: ObjectionGround, request: Request, why: Bilingual, evidence: Evidence
) -> Finding:
    subject, row = case
    day = evidence.year.period.last_day if row.period is None else row.period.last_day
    grounds = evidence.law.objection_grounds.at(day).value
    own = (cited(one) for one in grounds if one.letter == letter_of(ground))
    timed = () if ground is ObjectionGround.A else notice_basis(request, evidence)
    return about(
        subject,
        row,
        request,
        provided=letter_of(ground),
        facts={"ground": term(ground), "why": why},
        basis=(*own, *timed),
    )


C310 = Rule(
    code="C310",
    severity=Severity.WARNING,
    title=Bilingual(
        "Alasan keberatan tidak sesuai dengan permohonannya", "A ground that does not fit its request"
    ),
    message=Bilingual(
        "Keberatan huruf {provided} ({ground}); {why}.", "Objection on letter {provided} ({ground}); {why}."
    ),
    mend=Bilingual(
        "Periksa huruf dan nomor_permohonan keberatan itu, atau keputusan dan tanggal permohonannya.",
        "Look at letter and nomor_permohonan of the objection, or at outcome and dates of the request.",
    ),
    explanation=Bilingual(
        "Keberatan atas penolakan berasal dari permohonan yang ditolak; keberatan karena tidak ditanggapi,"
        " dari permohonan yang tidak dijawab dalam batas waktunya; keberatan karena melebihi waktu, dari"
        " jawaban yang terlambat. Bila register berkata lain, huruf, nomor, atau tanggalnya perlu diperiksa.",
        "An objection to a refusal comes of a request that was refused; one over silence, of a request not"
        " answered in its time; one over delay, of a late answer. Where the register says otherwise, a"
        " letter, a number or a date needs a look.",
    ),
    where=columns(keberatan="huruf nomor_permohonan", permohonan="keputusan tanggal tanggal_pemberitahuan"),
    example=Bilingual(
        "permohonan ditolak (dikecualikan), keberatan huruf a",
        "permohonan: ditolak (dikecualikan), keberatan: huruf a",
    ),
    basis=("objection_grounds",),
    check=_grounds_fit_their_request,
)
