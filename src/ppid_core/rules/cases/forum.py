"""C316, C317: before which court a body is sued, and that mediation comes before adjudication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ppid_core.glossary import spelling
from ppid_core.language import Bilingual
from ppid_core.model import ADJUDICATED, BodyKind, CourtCase, Dispute, Objection, Period, StageKind
from ppid_core.rules.casebook.ground import grounds_of, letter_of
from ppid_core.rules.casebook.origin import objections_of
from ppid_core.rules.casebook.span import cited, is_of, reported_disputes
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.place import about, keyed
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, told

_OF_THE_STATE = frozenset(
    {
        *(BodyKind.REGIONAL_GOVERNMENT, BodyKind.MINISTRY, BodyKind.STATE_INSTITUTION),
        *(BodyKind.VERTICAL_AGENCY, BodyKind.ELECTION_BODY),
    }
)
"""Bodies of which there is no doubt that they are the state's."""
_DISTRICT_COURT = re.compile(r"\b(?:pn|pengadilan negeri)\b")
_NO_COURT = Bilingual(
    "tidak ada gugatan yang pengadilannya tercatat, atau jenis badannya bukan badan publik negara ({where})",
    "no suit names its court, or the body is not known to be one of the state ({where})",
).fill(where=columns(gugatan="pengadilan", laporan="badan.jenis"))
_NO_ADJUDICATION = Bilingual(
    "tidak ada ajudikasi atas keberatan yang hurufnya diketahui ({where})",
    "there is no adjudication over an objection of which the letter is known ({where})",
).fill(where=columns(sengketa="tahap nomor_keberatan", keberatan="huruf"))


def _suits_before_their_court(evidence: Evidence) -> Iterator[Finding]:
    """Yield each suit about a body of the state that stands before a district court."""
    return told(keyed("suit", evidence.year.suits), partial(_before, evidence=evidence), _NO_COURT)


def _before(case: tuple[str, CourtCase], evidence: Evidence) -> Verdict | None:
    subject, row = case
    filed = None if row.filed_on is None else Period.of(row.filed_on)
    is_asked = row.count and row.court.strip() and is_of(evidence.year, filed)
    if evidence.year.body.kind not in _OF_THE_STATE or not is_asked:
        return None
    if not _DISTRICT_COURT.search(spelling(row.court)):
        return FINE
    return about(subject, row, provided=row.court)


def _mediation_comes_first(evidence: Evidence) -> Iterator[Finding]:
    """Yield each dispute that was decided by adjudication without mediation though its grounds have one.

    One that was dismissed, as premature perhaps, or has lapsed needed none.
    """
    objection_of = objections_of(evidence)

    def judge(case: tuple[str, Dispute]) -> Verdict | None:
        objection = objection_of(case[1])
        return None if objection is None else _mediated_first(case, objection, evidence)

    return told(reported_disputes(evidence), judge, _NO_ADJUDICATION)


def _mediated_first(case: tuple[str, Dispute], objection: Objection, evidence: Evidence) -> Verdict | None:
    subject, row = case
    grounds, kinds = grounds_of(objection), {stage.kind for stage in row.stages}
    is_adjudicated = bool(kinds) and row.result is not None and row.result.slug in ADJUDICATED
    if not (grounds and is_adjudicated):
        return None
    day = evidence.year.period.last_day if row.filed is None else row.filed.last_day
    provision = evidence.law.mediation_grounds.at(day)
    if StageKind.MEDIATION in kinds or not all(letter_of(one) in provision.value for one in grounds):
        return FINE
    return about(subject, row, objection, provided=letter_of(*grounds), basis=(cited(provision),))


C316 = Rule(
    code="C316",
    severity=Severity.WARNING,
    title=Bilingual("Gugatan di pengadilan negeri", "A suit before a district court"),
    message=Bilingual(
        'Pengadilannya tertulis "{provided}"; sengketa badan publik negara diperiksa PTUN.',
        'The court is written as "{provided}"; disputes of bodies of the state are heard by the PTUN.',
    ),
    mend=Bilingual(
        "Periksa kolom pengadilan gugatan dan badan.jenis.", "Look at column pengadilan and at badan.jenis."
    ),
    explanation=Bilingual(
        "Gugatan yang menyangkut badan publik negara diajukan ke pengadilan tata usaha negara, yang lain ke"
        " pengadilan negeri (Pasal 47).",
        "A suit about a body of the state is filed at the administrative court, any other at the district"
        " court (Pasal 47).",
    ),
    where=columns(gugatan="pengadilan", laporan="badan.jenis"),
    example=Bilingual.both("pengadilan: PTUN Serang"),
    basis=("court_filing",),
    check=_suits_before_their_court,
)
C317 = Rule(
    code="C317",
    severity=Severity.WARNING,
    title=Bilingual("Ajudikasi tanpa mediasi", "Adjudication without mediation"),
    message=Bilingual(
        "Sengketa diperiksa melalui ajudikasi tanpa tahap mediasi; alasan keberatannya huruf {provided}.",
        "The dispute was adjudicated without mediation; the ground of its objection is letter {provided}.",
    ),
    mend=Bilingual(
        "Lengkapi kolom tahap, atau periksa huruf keberatannya.",
        "Complete column tahap, or look at the letter of the objection.",
    ),
    explanation=Bilingual(
        "Sengketa atas alasan keberatan huruf b sampai g melalui mediasi lebih dahulu; huruf a langsung"
        " diperiksa melalui ajudikasi.",
        "A dispute over grounds b to g goes through mediation first; letter a goes straight to adjudication.",
    ),
    where=columns(sengketa="tahap nomor_keberatan", keberatan="huruf"),
    example=Bilingual(
        "keberatan huruf d, tahap mediasi|ajudikasi", "keberatan: huruf d, tahap mediasi|ajudikasi"
    ),
    basis=("mediation_grounds",),
    check=_mediation_comes_first,
)
