"""C301, C302: a dispute goes the way that its ground allows, and ends by a stage that it went through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ppid_core.glossary import label
from ppid_core.language import Bilingual
from ppid_core.model import ADJUDICATED, Dispute, DisputeResult, Objection, StageKind
from ppid_core.rules.casebook.ground import grounds_of, letter_of
from ppid_core.rules.casebook.origin import objections_of
from ppid_core.rules.casebook.span import cited, reported_disputes
from ppid_core.rules.engine.evidence import Evidence, NotApplicable
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, term
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, told

_KeyedDispute = tuple[str, Dispute]

_NEEDED: Mapping[DisputeResult, StageKind] = {
    DisputeResult.MEDIATED: StageKind.MEDIATION,
    **dict.fromkeys(ADJUDICATED, StageKind.ADJUDICATION),
}
"""The stage by which a dispute comes to a result."""
_NO_STAGE = Bilingual("kolom tahap kosong", "column tahap is blank")
_NO_STAGES = Bilingual(
    "tahap sengketa tidak dicatat ({where})", "the stages of disputes are not recorded ({where})"
).fill(where=columns(sengketa="tahap"))
_NO_MEDIATION = Bilingual(
    "tidak ada mediasi atas keberatan yang hurufnya diketahui ({where})",
    "there is no mediation over an objection of which the letter is known ({where})",
).fill(where=columns(sengketa="tahap nomor_keberatan", keberatan="huruf"))
_NO_RESULT = Bilingual(
    "tidak ada sengketa yang hasilnya mediasi atau ajudikasi ({where})",
    "no dispute ended in mediation or adjudication ({where})",
).fill(where=columns(sengketa="hasil"))


def _mediation_where_it_can_be(evidence: Evidence) -> Iterator[Finding]:
    """Yield each dispute that was mediated though its ground goes straight to adjudication."""
    objection_of = objections_of(evidence)

    def judge(case: _KeyedDispute) -> Verdict | None:
        objection = objection_of(case[1])
        return None if objection is None else _mediated(case, objection, evidence)

    return told(reported_disputes(evidence), judge, _NO_MEDIATION)


def _mediated(case: _KeyedDispute, objection: Objection, evidence: Evidence) -> Verdict | None:
    subject, row = case
    grounds = grounds_of(objection)
    stages = [stage for stage in row.stages if stage.kind is StageKind.MEDIATION]
    is_mediated = stages or (row.result is not None and row.result.slug is DisputeResult.MEDIATED)
    if not grounds or not is_mediated:
        return None
    days = (stage.opened_on for stage in stages if stage.opened_on is not None)
    otherwise = evidence.year.period.last_day if row.filed is None else row.filed.last_day
    provision = evidence.law.mediation_grounds.at(min(days, default=otherwise))
    if any(letter_of(ground) in provision.value for ground in grounds):
        return FINE
    return about(
        subject,
        row,
        objection,
        provided=letter_of(*grounds),
        facts={"ground": term(grounds[0])},
        basis=(cited(provision),),
    )


def _results_have_their_stage(evidence: Evidence) -> Iterator[Finding]:
    """Yield each dispute whose result needs a stage that it did not go through."""
    cases = tuple(reported_disputes(evidence))
    if any(_needed(row) for _, row in cases) and not any(row.stages for _, row in cases):
        raise NotApplicable(_NO_STAGES)
    return told(cases, _staged, _NO_RESULT)


def _needed(row: Dispute) -> StageKind | None:
    """Return the stage by which a dispute comes to its result, None where it needs none."""
    return None if row.result is None else _NEEDED.get(row.result.slug)


def _staged(case: _KeyedDispute) -> Verdict | None:
    subject, row = case
    result, needed = None if row.result is None else row.result.slug, _needed(row)
    if needed is None:
        return None
    stages = tuple(dict.fromkeys(stage.kind for stage in row.stages))
    if needed in stages:
        return FINE
    return about(subject, row, provided=result, expected=needed, facts={"stages": _listed(stages)})


def _listed(stages: tuple[StageKind, ...]) -> Bilingual:
    if not stages:
        return _NO_STAGE
    return Bilingual(
        f"kolom tahap: {', '.join(label(stage, 'id') for stage in stages)}",
        f"column tahap: {', '.join(label(stage, 'en') for stage in stages)}",
    )


C301 = Rule(
    code="C301",
    severity=Severity.WARNING,
    title=Bilingual("Mediasi atas alasan yang tidak dimediasi", "Mediation over a ground that has none"),
    message=Bilingual(
        "Sengketa dimediasi; alasan keberatannya huruf {provided} ({ground}).",
        "The dispute was mediated; the ground of its objection is letter {provided} ({ground}).",
    ),
    mend=Bilingual(
        "Periksa huruf keberatan dan tahap sengketanya.",
        "Look at the letter of the objection and at the stages of the dispute.",
    ),
    explanation=Bilingual(
        "Mediasi tersedia untuk alasan keberatan tertentu; penolakan dengan alasan pengecualian langsung"
        " diperiksa melalui ajudikasi.",
        "Mediation is for certain grounds of objection; a refusal as exempt goes straight to adjudication.",
    ),
    where=columns(sengketa="tahap hasil nomor_keberatan", keberatan="huruf"),
    example=Bilingual(
        "keberatan huruf d, tahap mediasi; keberatan huruf a, tahap ajudikasi",
        "keberatan: huruf d, tahap mediasi; keberatan: huruf a, tahap ajudikasi",
    ),
    basis=("mediation_grounds",),
    check=_mediation_where_it_can_be,
)
C302 = Rule(
    code="C302",
    severity=Severity.WARNING,
    title=Bilingual("Hasil sengketa tanpa tahapnya", "A result of a dispute without its stage"),
    message=Bilingual(
        'Hasil sengketa "{provided}", tetapi tahap {expected} tidak tercatat ({stages}).',
        'The result of the dispute is "{provided}", but no stage of {expected} is recorded ({stages}).',
    ),
    mend=Bilingual("Isi atau betulkan kolom tahap, atau hasilnya.", "Correct column tahap, or the result."),
    explanation=Bilingual(
        "Kesepakatan dicapai dalam mediasi; dikabulkan dan ditolak adalah hasil ajudikasi. Hasil tanpa"
        " tahapnya membuat jumlah menurut tahap dan jumlah menurut hasil berbeda.",
        "An agreement comes of mediation; granted and rejected are results of adjudication. A result without"
        " its stage makes the numbers by stage and by result differ.",
    ),
    where=columns(sengketa="tahap hasil"),
    example=Bilingual.both("tahap mediasi|ajudikasi, hasil dikabulkan sebagian"),
    check=_results_have_their_stage,
)
