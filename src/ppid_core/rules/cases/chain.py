"""C401–C403: the numbers of requests, objections, disputes and suits fit along the chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import ADJUDICATED, DisputeResult, ObjectionGround, Register
from ppid_core.rules.casebook.ground import letter_of
from ppid_core.rules.casebook.pool import Bounds, Lodged, Pool, lodged, pool_of
from ppid_core.rules.engine.evidence import Evidence, NotApplicable
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, series
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict
from ppid_core.source import Source

_NO_OUTCOMES = Bilingual(
    "keputusan dan waktu jawaban belum cukup tercatat ({where})",
    "outcomes and times of answers are not recorded well enough ({where})",
).fill(where=columns(permohonan="keputusan tanggal tanggal_pemberitahuan"))
_NO_RESULTS = Bilingual(
    "hasil sengketa belum cukup tercatat ({where})",
    "the results of disputes are not recorded well enough ({where})",
).fill(where=columns(sengketa="hasil"))
_OF_ANY_REQUEST = (ObjectionGround.D, ObjectionGround.E, ObjectionGround.F)
"""Grounds that a request can give that was granted in time."""
_OF_NO_REQUEST = ObjectionGround.B
"""Periodic information is objected about without a request."""
_NEVER_SUED = frozenset({DisputeResult.MEDIATED, DisputeResult.WITHDRAWN, DisputeResult.PENDING})

_REQUESTS = Bilingual("permohonan", "requests")
_OBJECTIONABLE = Bilingual(
    "permohonan yang ditolak, dikabulkan sebagian, tidak dikuasai, tidak dijawab, atau dijawab lewat batas"
    " waktu",
    "requests refused, granted in part, not held, not answered, or answered late",
)
_REFUSED = Bilingual(
    "permohonan yang ditolak atau dikabulkan sebagian", "requests refused or granted in part"
)
_LATE = Bilingual(
    "permohonan yang tidak dijawab atau dijawab lewat batas waktu", "requests not answered or answered late"
)


@frozen(kw_only=True)
class _CaseComparison:
    """Cases, and those that they can come from (*perbandingan*).

    Attributes:
        what: what the cases are called, as a sentence begins.
        pool: what the others are called, inside it.
        bounds: the least and the most that there are of these.
    """

    subject: str
    what: Bilingual
    pool: Bilingual
    provided: int
    bounds: Bounds
    sources: tuple[Source | None, ...]

    def judge(self) -> Verdict | None:
        """Return what it comes to, None where that cannot be told."""
        least, most = self.bounds
        if self.provided <= most:
            return FINE if self.provided <= least else None
        return Finding(
            subject=self.subject,
            sources=self.sources,
            provided=self.provided,
            expected=most,
            affected=self.provided,
            facts={"what": self.what, "pool": self.pool},
        )


def _exceeding(comparisons: Iterable[_CaseComparison]) -> list[Finding]:
    """Return what is told of the comparisons that surely fail."""
    return [verdict for one in comparisons if isinstance(verdict := one.judge(), Finding)]


def _objections_have_requests(evidence: Evidence) -> Iterator[Finding]:
    """Yield the objections that are more than the requests they can be about, by ground where it is known."""
    objections, pool = lodged(evidence, Register.OBJECTIONS, older=False), pool_of(evidence)
    grounds, narrow = _by_ground(objections, pool), _narrow(objections, pool)
    asked = [one.judge() is not None for one in (*grounds, narrow) if one.provided]
    # A ground that exceeds says all; the wider comparison would tell the same again.
    found = _exceeding(grounds) or _exceeding([narrow]) or _exceeding([_whole(objections, pool)])
    if asked and not found and not any(asked):
        raise NotApplicable(_NO_OUTCOMES)
    yield from found


def _by_ground(objections: Lodged, pool: Pool) -> tuple[_CaseComparison, ...]:
    """Return what each ground presupposes: a refusal, silence, a late answer."""
    presupposed = (
        (ObjectionGround.A, pool.refused, _REFUSED),
        (ObjectionGround.C, pool.late, _LATE),
        (ObjectionGround.G, pool.late, _LATE),
    )
    return tuple(
        _CaseComparison(
            subject=f"{Register.OBJECTIONS}.by_ground.{ground}",
            what=Bilingual(f"Keberatan huruf {letter_of(ground)}", f"Objections, letter {letter_of(ground)}"),
            pool=name,
            provided=objections.of(ground),
            bounds=bounds,
            sources=objections.sources,
        )
        for ground, bounds, name in presupposed
    )


def _narrow(objections: Lodged, pool: Pool) -> _CaseComparison:
    """Return the objections that need a request which was not simply granted."""
    left_out = min(objections.only(_OF_NO_REQUEST, *_OF_ANY_REQUEST), objections.total)
    return _CaseComparison(
        subject=f"{Register.OBJECTIONS}.total",
        what=_without(left_out, (_OF_NO_REQUEST, *_OF_ANY_REQUEST)),
        pool=_OBJECTIONABLE,
        provided=objections.total - left_out,
        bounds=pool.any,
        sources=objections.sources,
    )


def _whole(objections: Lodged, pool: Pool) -> _CaseComparison:
    """Return the objections that need any request at all."""
    left_out = min(objections.only(_OF_NO_REQUEST), objections.total)
    return _CaseComparison(
        subject=f"{Register.OBJECTIONS}.total",
        what=_without(left_out, (_OF_NO_REQUEST,)),
        pool=_REQUESTS,
        provided=objections.total - left_out,
        bounds=pool.total,
        sources=objections.sources,
    )


def _without(number: int, grounds: Sequence[ObjectionGround]) -> Bilingual:
    if not number:
        return Bilingual("Keberatan", "Objections")
    letters = series([Bilingual.both(letter) for letter in map(letter_of, grounds)])
    return Bilingual("Keberatan di luar huruf {letters}", "Objections besides letter {letters}").fill(
        letters=letters
    )


def _disputes_have_objections(evidence: Evidence) -> Iterator[Finding]:
    """Yield the disputes where they are more than the objections, those carried over counted too."""
    disputes = lodged(evidence, Register.DISPUTES, older=False)
    objections = lodged(evidence, Register.OBJECTIONS, older=True).total
    comparison = _CaseComparison(
        subject=f"{Register.DISPUTES}.total",
        what=Bilingual("Sengketa", "Disputes"),
        pool=Bilingual("keberatan", "objections"),
        provided=disputes.total,
        bounds=(objections, objections),
        sources=disputes.sources,
    )
    yield from _exceeding([comparison])


def _suits_have_decisions(evidence: Evidence) -> Iterator[Finding]:
    """Yield the suits where they are more than the disputes that can have ended in adjudication."""
    suits = lodged(evidence, Register.SUITS, older=False)
    disputes = lodged(evidence, Register.DISPUTES, older=True)
    comparison = _CaseComparison(
        subject=f"{Register.SUITS}.total",
        what=Bilingual("Gugatan", "Suits"),
        pool=Bilingual("sengketa yang diputus ajudikasi", "disputes decided by adjudication"),
        provided=suits.total,
        bounds=(disputes.of(*ADJUDICATED), disputes.total - disputes.of(*_NEVER_SUED)),
        sources=suits.sources,
    )
    if comparison.judge() is None:
        raise NotApplicable(_NO_RESULTS)
    yield from _exceeding([comparison])


_MESSAGE = Bilingual(
    "{what}: {provided}; {pool}: paling banyak {expected} (selisih {difference}).",
    "{what}: {provided}; {pool}: {expected} at most (difference {difference}).",
)
C401 = Rule(
    code="C401",
    severity=Severity.WARNING,
    title=Bilingual(
        "Keberatan lebih banyak daripada permohonannya", "More objections than requests they can be about"
    ),
    message=_MESSAGE,
    mend=Bilingual(
        "Periksa kedua jumlah. Keberatan atas permohonan tahun lalu: isi bawaan atau permohonan_lalu; alasan"
        " keberatan: isi huruf; beberapa keberatan atas satu permohonan: jelaskan.",
        "Look at both numbers. About a request of last year: fill in bawaan or permohonan_lalu; the ground:"
        " fill in huruf; several about one request: explain it.",
    ),
    explanation=Bilingual(
        "Keberatan berasal dari permohonan: huruf a dari yang ditolak, huruf c dan g dari yang tidak dijawab"
        " atau terlambat. Huruf d, e, dan f dapat menyangkut permohonan apa pun, huruf b tidak memerlukannya."
        " Yang belum dicatat dihitung sebagai mungkin; bawaan dan permohonan_lalu tidak dihitung.",
        "An objection comes from a request: letter a from one refused, letters c and g from one not answered"
        " or late. Letters d, e and f can be about any request, letter b needs none. What is not recorded"
        " counts as possible; bawaan and permohonan_lalu are left out.",
    ),
    where=columns(
        keberatan="jumlah huruf bawaan permohonan_lalu", permohonan="jumlah keputusan", rekap="jumlah"
    ),
    example=Bilingual(
        "permohonan: 9 ditolak; keberatan: 4 huruf a", "permohonan: 9 refused; keberatan: 4 of letter a"
    ),
    basis=("objection_grounds",),
    check=_objections_have_requests,
)
C402 = Rule(
    code="C402",
    severity=Severity.WARNING,
    title=Bilingual("Sengketa lebih banyak daripada keberatan", "More disputes than objections"),
    message=_MESSAGE,
    mend=Bilingual(
        "Periksa kedua jumlah. Bila keberatannya diajukan tahun lalu, catat keberatan itu dengan bawaan; bila"
        " sengketanya dari tahun lalu, isi bawaan sengketa.",
        "Look at both numbers. Where the objection is of last year, record it with bawaan; where the dispute"
        " is, fill in bawaan there.",
    ),
    explanation=Bilingual(
        "Sengketa diajukan setelah keberatan, maka tidak dapat lebih banyak daripada keberatan tahun ini dan"
        " bawaannya. Sengketa bawaan tidak dihitung.",
        "A dispute follows an objection, so there cannot be more than objections of this year and carried"
        " over. Disputes carried over are left out.",
    ),
    where=Bilingual(
        "tabel sengketa dan keberatan, kolom jumlah dan bawaan; tabel rekap, kolom jumlah",
        "tables sengketa and keberatan, columns jumlah and bawaan; table rekap, column jumlah",
    ),
    example=Bilingual.both("keberatan 5, sengketa 2"),
    basis=("dispute_filing",),
    check=_disputes_have_objections,
)
C403 = Rule(
    code="C403",
    severity=Severity.WARNING,
    title=Bilingual(
        "Gugatan lebih banyak daripada putusan ajudikasi", "More suits than decisions by adjudication"
    ),
    message=_MESSAGE,
    mend=Bilingual(
        "Periksa kedua jumlah. Bila sengketanya dari tahun lalu, catat sengketa itu dengan bawaan dan"
        " hasilnya; bila kedua pihak menggugat satu putusan, jelaskan.",
        "Look at both numbers. Where the dispute is of last year, record it with bawaan and its result; where"
        " both parties went to court about one decision, explain it.",
    ),
    explanation=Bilingual(
        "Gugatan diajukan atas putusan ajudikasi. Sengketa yang dimediasi, dicabut, atau masih diproses tidak"
        " dapat digugat; yang hasilnya belum dicatat dihitung sebagai mungkin.",
        "A suit is about a decision by adjudication. A dispute that was mediated, withdrawn or is pending"
        " cannot be sued about; one without a recorded result counts as possible.",
    ),
    where=columns(gugatan="jumlah nomor_sengketa", sengketa="hasil bawaan", rekap="jumlah"),
    example=Bilingual(
        "sengketa 3, dua di antaranya dikabulkan; gugatan 1", "sengketa 3, two of them granted; gugatan 1"
    ),
    basis=("court_filing",),
    check=_suits_have_decisions,
)
