"""What the law asks for and nobody wrote down: told so that an officer can still sign."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_core.language import Bilingual
from ppid_core.model import Absent, Reason
from ppid_core.report.blocks import Block, Paragraph
from ppid_core.report.material import Material
from ppid_core.report.sentences import Sentence
from ppid_core.rules import Finding
from ppid_core.rules.legal.required_contents import LACKING

BECAUSE: Mapping[str, Bilingual] = {
    "policy": Bilingual(
        "Kebijakan layanan informasi tidak disajikan karena belum dituliskan untuk {period}.",
        "The policy is not told because nothing is written about it for {period}.",
    ),
    "facilities": Bilingual(
        "Sarana dan prasarana tidak disajikan karena belum dicatat pada {period}.",
        "Facilities are not told because they are not recorded for {period}.",
    ),
    "facilities_condition": Bilingual(
        "Kondisi sarana dan prasarana tidak disajikan karena belum dicatat pada {period}.",
        "The condition of the facilities is not told because it is not recorded for {period}.",
    ),
    "staff": Bilingual(
        "Sumber daya manusia tidak disajikan karena belum dicatat pada {period}.",
        "Staff is not told because it is not recorded for {period}.",
    ),
    "staff_qualifications": Bilingual(
        "Kualifikasi petugas tidak disajikan karena belum dicatat pada {period}.",
        "Qualifications of staff are not told because they are not recorded for {period}.",
    ),
    "budget": Bilingual(
        "Anggaran tidak disajikan karena belum dicatat pada {period}.",
        "The budget is not told because it is not recorded for {period}.",
    ),
    "budget_use": Bilingual(
        "Penggunaan anggaran tidak disajikan karena realisasi dan penggunaannya belum dicatat pada {period}.",
        "The use of the budget is not told because neither spending nor use is recorded for {period}.",
    ),
    "requests": Bilingual(
        "Jumlah permohonan tidak disajikan karena register permohonan belum tercatat pada {period}.",
        "The number of requests is not told because the register is not recorded for {period}.",
    ),
    "response_time": Bilingual(
        "Waktu pemenuhan permohonan tidak disajikan karena tanggal pemberitahuan tertulis belum dicatat "
        "pada {period}.",
        "Response time is not told because the day of the written notice is not recorded for {period}.",
    ),
    "refusal_reasons": Bilingual(
        "Alasan penolakan tidak disajikan karena belum dicatat pada {period}.",
        "Reasons of refusal are not told because they are not recorded for {period}.",
    ),
    "objections": Bilingual(
        "Keberatan tidak disajikan karena register keberatan belum tercatat pada {period}.",
        "Objections are not told because the register is not recorded for {period}.",
    ),
    "objection_answers": Bilingual(
        "Jawaban atas keberatan tidak disajikan karena belum dicatat pada {period}.",
        "Answers to objections are not told because they are not recorded for {period}.",
    ),
    "objection_execution": Bilingual(
        "Pelaksanaan jawaban atas keberatan tidak disajikan karena belum dicatat pada {period}.",
        "Execution of the answers is not told because it is not recorded for {period}.",
    ),
    "disputes": Bilingual(
        "Sengketa informasi tidak disajikan karena belum tercatat pada {period}.",
        "Disputes are not told because they are not recorded for {period}.",
    ),
    "dispute_results": Bilingual(
        "Hasil sengketa tidak disajikan karena belum dicatat pada {period}.",
        "Results of disputes are not told because they are not recorded for {period}.",
    ),
    "dispute_execution": Bilingual(
        "Pelaksanaan hasil sengketa tidak disajikan karena belum dicatat pada {period}.",
        "Execution of the results is not told because it is not recorded for {period}.",
    ),
    "suits": Bilingual(
        "Gugatan ke pengadilan tidak disajikan karena belum tercatat pada {period}.",
        "Suits are not told because they are not recorded for {period}.",
    ),
    "constraints": Bilingual(
        "Kendala tidak disajikan karena belum dicatat pada {period}.",
        "Constraints are not told because they are not recorded for {period}.",
    ),
    "constraints_internal": Bilingual(
        "Kendala internal tidak disajikan karena belum dicatat pada {period}.",
        "Internal constraints are not told because they are not recorded for {period}.",
    ),
    "constraints_external": Bilingual(
        "Kendala eksternal tidak disajikan karena belum dicatat pada {period}.",
        "External constraints are not told because they are not recorded for {period}.",
    ),
    "recommendations": Bilingual(
        "Rekomendasi tidak disajikan karena belum dicatat pada {period}.",
        "Recommendations are not told because they are not recorded for {period}.",
    ),
    "follow_up": Bilingual(
        "Rencana tindak lanjut tidak disajikan karena belum dicatat pada {period}.",
        "A follow-up plan is not told because it is not recorded for {period}.",
    ),
}
OF_SOME: Mapping[str, Bilingual] = {
    "response_time": Bilingual(
        "Waktu pemenuhan {lacking} permohonan tidak disajikan karena belum dicatat pada {period}.",
        "The response time of {lacking} requests is not told because it is not recorded for {period}.",
    ),
}
"""Where a content is told of some of the cases that owe it."""
UNTOLD = Bilingual(
    "{title} tidak disajikan karena belum dicatat pada {period}.",
    "{title}: not told because it is not recorded for {period}.",
)
UNKNOWN = Bilingual(
    "{title} tidak disajikan karena {reason}.",
    "{title} cannot be told because {reason}.",
)


def missing(material: Material, *slugs: str) -> tuple[Block, ...]:
    """Return a notice for each of the contents that the check found missing."""
    wanted = {f"content:{slug}": slug for slug in slugs}
    return tuple(
        material.notice(_because(material, wanted[finding.subject], finding), finding.basis)
        for finding in material.found("L103")
        if finding.subject in wanted
    )


def is_of_some(finding: Finding) -> bool:
    """Tell whether a content that is owed of each case is told of some of them."""
    return finding.facts.get("state") == LACKING


def _because(material: Material, slug: str, finding: Finding) -> Bilingual:
    if is_of_some(finding) and slug in OF_SOME:
        return OF_SOME[slug].fill(period=material.period_words, lacking=finding.facts["lacking"])
    return BECAUSE.get(slug, UNTOLD).fill(period=material.period_words, title=slug)


def total_told(material: Material, sentence: Sentence, path: str, title: Bilingual) -> tuple[Paragraph, ...]:
    """Return the sentence with a total, or why it is not known of a register that was kept."""
    total = material.figure(path)
    if isinstance(total, Absent) and total.reason is not Reason.NOT_KEPT:
        return (unknown(material, title, total),)
    return material.sentence(sentence)


def unknown(material: Material, title: Bilingual, why: Absent | Bilingual) -> Paragraph:
    """Return one sentence that says why something is not told that no law asks for."""
    reason = material.absence(why) if isinstance(why, Absent) else why(material.lang)
    return Paragraph(content=(UNKNOWN(material.lang).format(title=title(material.lang), reason=reason),))
