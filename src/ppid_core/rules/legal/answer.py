"""L101, L102, L104, L105: what the law asks of each answer, and of the report as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ppid_core.glossary import label
from ppid_core.glossary.refusal import WITHHOLDING, provisions, refusal_reason
from ppid_core.language import Bilingual
from ppid_core.law import RefusalGround
from ppid_core.model import Outcome, RefusalReason
from ppid_core.rules.casebook.answers import Answered, answered
from ppid_core.rules.casebook.span import cited
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, known, legible
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, said
from ppid_core.rules.engine.noted_law import cited_once, in_force, plain
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule

_NO_SUBMISSION = Bilingual(
    "tanggal penyampaian dan tanggal tanda tangan tidak tercatat ({where})",
    "neither submission nor signature is dated ({where})",
).fill(where=columns(laporan="penyampaian.tanggal penandatangan.tanggal"))
_SENT = Bilingual("disampaikan {day}", "was handed in on {day}")
_SIGNED = Bilingual(
    "ditandatangani {day} (tanggal penyampaian belum dicatat, maka dipakai tanggal tanda tangan)",
    "was signed on {day} (no submission is dated, so the signature is taken)",
)
_NO_REASON = Bilingual("tanpa alasan", "without a reason")
_GIVE_REASON = Bilingual(
    "Pemberitahuan penolakan memuat alasannya.", "The notice of a refusal states its reason."
)
_NOT_KNOWN = Bilingual(
    "Alasan ini belum dikenali; sebutkan dasarnya.", "This reason is not known; name its legal basis."
)

_NAME_LETTER = Bilingual(
    "Pasal 6 ayat (3) memuat beberapa alasan; sebutkan hurufnya.",
    "Pasal 6 ayat (3) holds several reasons; name the letter.",
)


def _lawful_refusals(evidence: Evidence) -> Iterator[Finding]:
    """Yield each refusal whose reason the law does not know, or that gives none."""
    for answer in answered(evidence, Outcome.REFUSED):
        day = _day_of(answer, evidence)
        ground = evidence.answer(_ground, answer.reason, answer.reason_typed, answer.letters, day)
        if ground is None or not ground.lawful:
            own = () if ground is None else (cited(ground),)
            yield about(
                answer.subject,
                answer,
                provided=answer.reason_typed or None,
                facts={"reason": _told(answer), "why": _why(answer, ground)},
                basis=cited_once(own, [cited(evidence.law.refusal_grounds.at(day))]),
            )


def _ground(
    evidence: Evidence, reason: RefusalReason | None, typed: str, letters: tuple[str, ...], day: date
) -> RefusalGround | None:
    """Return what the law of that day says of the reason; a letter of Pasal 17 says *exempt*."""
    law = evidence.law
    if reason in {None, RefusalReason.OTHER}:
        known = {one.letter for one in law.exemption_letters.at(day).value}
        is_exempt = not known.isdisjoint(letters)
        reason = RefusalReason.EXEMPT if is_exempt else refusal_reason(typed)
    return next((ground for ground in law.refusal_grounds.at(day).value if ground.reason == reason), None)


def _day_of(answer: Answered, evidence: Evidence) -> date:
    """Return the day that judges the answer, else the last of the period.

    A day before there was such a law is a slip, and the report's own day judges.
    """
    return evidence.answer(_judging, answer.day or evidence.year.period.last_day)


def _judging(evidence: Evidence, day: date) -> date:
    return day if in_force(plain(evidence.law), "refusal_grounds", day) else evidence.due_on


def _answering(answer: Answered, evidence: Evidence) -> tuple[Bilingual, ...]:
    """Return the provision by which an answer was due."""
    return (cited(evidence.law.request_response.at(_day_of(answer, evidence))),)


def _told(answer: Answered) -> Bilingual:
    if answer.reason is None:
        return _NO_REASON
    words = answer.reason_typed or label(answer.reason)
    return Bilingual(f'dengan alasan "{words}"', f'for "{words}"')


def _why(answer: Answered, ground: RefusalGround | None) -> Bilingual:
    if ground is not None:
        return ground.note
    if WITHHOLDING in provisions(answer.reason_typed).articles:
        return _NAME_LETTER
    return _GIVE_REASON if answer.reason is None else _NOT_KNOWN


def _partial_reasons(evidence: Evidence) -> Iterator[Finding]:
    """Yield each partial grant that gives no reason."""
    known(evidence.year.requests)
    for answer in answered(evidence, Outcome.PARTLY_GRANTED):
        if answer.reason is None:
            yield about(answer.subject, answer, basis=_answering(answer, evidence))


def _submitted_in_time(evidence: Evidence) -> Iterator[Finding]:
    """Yield the report itself where it was handed in after its day."""
    legible(evidence.year, "laporan", "penyampaian.tanggal")
    submission, signatory = evidence.year.submission, evidence.year.signatory
    sent = None if submission is None else submission.on
    day = sent or (None if signatory is None else signatory.on)
    if day is None:
        legible(evidence.year, "laporan", "penandatangan.tanggal")
        raise NotApplicable(_NO_SUBMISSION)
    if day > evidence.due_on:
        words, place = (_SENT, submission) if sent else (_SIGNED, signatory)
        source = None if place is None else place.source
        yield Finding(
            subject="report.submission",
            sources=(source,),
            provided=day,
            expected=evidence.due_on,
            facts={"how": words.fill(day=said(day))},
        )


def _everyone_answered(evidence: Evidence) -> Iterator[Finding]:
    """Yield each line of requests that nobody answered."""
    for answer in answered(evidence, Outcome.UNANSWERED):
        yield about(answer.subject, answer, facts={"desk": answer.desk}, basis=_answering(answer, evidence))


L101 = Rule(
    code="L101",
    severity=Severity.WARNING,
    title=Bilingual("Alasan penolakan perlu diperiksa", "A reason of refusal needs a look"),
    message=Bilingual(
        "{affected} permohonan ditolak {reason}. {why}",
        "{affected} {affected:request|requests} refused {reason}. {why}",
    ),
    mend=Bilingual(
        "Periksa alasannya; tulis dasarnya di kolom alasan_penolakan atau pasal_pengecualian.",
        "Look at the reason; write its basis in column alasan_penolakan or pasal_pengecualian.",
    ),
    explanation=Bilingual(
        "Permohonan ditolak karena informasinya dikecualikan (Pasal 17) atau karena alasan pada Pasal 6 ayat"
        " (3): membahayakan negara, persaingan usaha tidak sehat, hak-hak pribadi, rahasia jabatan, belum"
        " dikuasai atau belum didokumentasikan. Dasar boleh ditulis sebagai pasal dan huruf; kata yang belum"
        " dikenali hanya ditanyakan dasarnya.",
        "A request is refused where the information is exempt (Pasal 17) or for a reason of Pasal 6 ayat (3):"
        " danger to the state, unfair competition, personal rights, official secrecy, not yet held or"
        " documented. The basis can be written as article and letter; of words that are not known only the"
        " basis is asked.",
    ),
    where=columns(permohonan="alasan_penolakan pasal_pengecualian"),
    example=Bilingual(
        "ditolak, Pasal 17 huruf h UU KIP; atau ditolak, tidak dikuasai",
        "ditolak, Pasal 17 huruf h UU KIP; or ditolak, tidak dikuasai",
    ),
    basis=("refusal_grounds",),
    check=_lawful_refusals,
)
L102 = Rule(
    code="L102",
    severity=Severity.WARNING,
    title=Bilingual("Pengabulan sebagian tanpa alasan", "A partial grant without a reason"),
    message=Bilingual(
        "Dikabulkan sebagian tanpa alasan ({affected} permohonan).",
        "Granted in part without a reason ({affected} {affected:request|requests}).",
    ),
    mend=Bilingual("Isi kolom alasan_penolakan.", "Fill in column alasan_penolakan."),
    explanation=Bilingual(
        "Pemberitahuan tertulis menyebut apakah informasi diberikan seluruhnya atau sebagian, dan alasan"
        " bagian yang dihitamkan.",
        "The written notice says whether the material is given wholly or partly, and why parts are blacked"
        " out.",
    ),
    where=columns(permohonan="alasan_penolakan"),
    example=Bilingual.both("dikabulkan sebagian, tidak dikuasai"),
    basis=("request_response",),
    check=_partial_reasons,
)
L104 = Rule(
    code="L104",
    severity=Severity.WARNING,
    title=Bilingual("Laporan disampaikan lewat batas waktu", "The report was handed in late"),
    message=Bilingual("Laporan {how}; batasnya {expected}.", "The report {how}; due on {expected}."),
    mend=Bilingual(
        "Periksa tanggal penyampaian; bila benar, jelaskan sebabnya.",
        "Look at the day of submission; where it is right, explain why.",
    ),
    explanation=Bilingual(
        "Laporan layanan informasi publik disampaikan paling lambat pada hari yang ditetapkan peraturan,"
        " setelah tahun anggaran berakhir.",
        "The yearly report is due on the day that the law sets after the end of the fiscal year.",
    ),
    where=columns(laporan="penyampaian.tanggal penandatangan.tanggal"),
    example=Bilingual.both("penyampaian.tanggal 31 Maret 2021"),
    basis=("report_due",),
    check=_submitted_in_time,
)
L105 = Rule(
    code="L105",
    severity=Severity.WARNING,
    title=Bilingual("Permohonan tidak dijawab", "Requests that were not answered"),
    message=Bilingual(
        "{affected} permohonan tidak dijawab{desk}.",
        "{affected} {affected:request was|requests were} not answered{desk}.",
    ),
    mend=Bilingual(
        "Jawab permohonan itu; bila sudah, betulkan kolom keputusan.",
        "Answer the requests; where that is done, correct column keputusan.",
    ),
    explanation=Bilingual(
        "Setiap permohonan dijawab dengan pemberitahuan tertulis, juga bila informasinya tidak diberikan.",
        "Every request gets a written notice, also where the information is not given.",
    ),
    where=columns(permohonan="keputusan"),
    example=Bilingual(
        "dikabulkan seluruhnya, ditolak, atau tidak dikuasai", "dikabulkan, ditolak, tidak dikuasai"
    ),
    basis=("request_response",),
    check=_everyone_answered,
)
