"""What the law asks for and nobody wrote down: told so that an officer can still sign."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_core.language import Bilingual
from ppid_core.model import Absent, Reason
from ppid_core.report.blocks import Notice, Paragraph
from ppid_core.report.material import Material
from ppid_core.rules import Finding
from ppid_core.rules.legal.required_contents import LACKING


def _unwritten(indonesian: str, english: str, *, done: str = "dicatat") -> Bilingual:
    """Return the sentence on what is not presented because nobody wrote it down; ``english`` has its verb."""
    they = "they are" if english.endswith(" are") else "it is"
    return Bilingual(
        f"{indonesian} tidak disajikan karena belum {done} pada {{period}}.",
        f"{english} not told because {they} not recorded for {{period}}.",
    )


_BECAUSE: Mapping[str, Bilingual] = {
    "policy": Bilingual(
        "Kebijakan layanan informasi tidak disajikan karena belum dituliskan untuk {period}.",
        "The policy is not told because nothing is written about it for {period}.",
    ),
    "facilities": _unwritten("Sarana dan prasarana", "Facilities are"),
    "facilities_condition": _unwritten("Kondisi sarana dan prasarana", "The condition of the facilities is"),
    "staff": _unwritten("Sumber daya manusia", "Staff is"),
    "staff_qualifications": _unwritten("Kualifikasi petugas", "Qualifications of staff are"),
    "budget": _unwritten("Anggaran", "The budget is"),
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
    "refusal_reasons": _unwritten("Alasan penolakan", "Reasons of refusal are"),
    "objections": Bilingual(
        "Keberatan tidak disajikan karena register keberatan belum tercatat pada {period}.",
        "Objections are not told because the register is not recorded for {period}.",
    ),
    "objection_answers": _unwritten("Jawaban atas keberatan", "Answers to objections are"),
    "objection_execution": _unwritten("Pelaksanaan jawaban atas keberatan", "Execution of the answers is"),
    "disputes": _unwritten("Sengketa informasi", "Disputes are", done="tercatat"),
    "dispute_results": _unwritten("Hasil sengketa", "Results of disputes are"),
    "dispute_execution": _unwritten("Pelaksanaan hasil sengketa", "Execution of the results is"),
    "suits": _unwritten("Gugatan ke pengadilan", "Suits are", done="tercatat"),
    "constraints": _unwritten("Kendala", "Constraints are"),
    "constraints_internal": _unwritten("Kendala internal", "Internal constraints are"),
    "constraints_external": _unwritten("Kendala eksternal", "External constraints are"),
    "recommendations": _unwritten("Rekomendasi", "Recommendations are"),
    "follow_up": _unwritten("Rencana tindak lanjut", "A follow-up plan is"),
}
_OF_SOME: Mapping[str, Bilingual] = {
    "response_time": Bilingual(
        "Waktu pemenuhan {lacking} permohonan tidak disajikan karena belum dicatat pada {period}.",
        "The response time of {lacking} {lacking:request|requests} is not told because it is not recorded for"
        " {period}.",
    ),
}
"""Where a content is told of some of the cases that owe it."""
_UNTOLD = Bilingual(
    "{title} tidak disajikan karena belum dicatat pada {period}.",
    "{title}: not told because it is not recorded for {period}.",
)
_UNKNOWN = Bilingual(
    "{title} tidak disajikan karena {reason}.",
    "{title} cannot be told because {reason}.",
)


def missing(material: Material, *slugs: str) -> tuple[Notice, ...]:
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
    if is_of_some(finding) and slug in _OF_SOME:
        return _OF_SOME[slug].fill(period=material.period_words, lacking=finding.facts["lacking"])
    return _BECAUSE.get(slug, _UNTOLD).fill(period=material.period_words, title=slug)


def total_told(material: Material, sentence: Bilingual, path: str, title: Bilingual) -> tuple[Paragraph, ...]:
    """Return the sentence with a total, or why it is not known of a register that was kept."""
    total = material.figure(path)
    if isinstance(total, Absent) and total.reason is not Reason.NOT_KEPT:
        return (unknown(material, title, total),)
    return material.sentence(sentence)


def unknown(material: Material, title: Bilingual, why: Absent | Bilingual) -> Paragraph:
    """Return one sentence that says why something is not told that no law asks for."""
    reason = material.absence(why) if isinstance(why, Absent) else why(material.lang)
    return Paragraph(content=(_UNKNOWN(material.lang).format(title=title(material.lang), reason=reason),))
