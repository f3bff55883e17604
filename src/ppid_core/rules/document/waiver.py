"""W101–W103: explanations that explain, and still count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ppid_core.language import Bilingual
from ppid_core.model import Waiver
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.place import keyed
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.subjects import subjects_of
from ppid_core.rules.engine.waivers import covers, is_expired

_NO_WAIVER = Bilingual("tidak ada penjelasan", "nothing is explained")


def _with_reason(evidence: Evidence) -> Iterator[Finding]:
    """Yield each explanation without a reason: it explains nothing."""
    for subject, waiver in present(keyed("waiver", evidence.year.waivers), _NO_WAIVER):
        if not waiver.reason.strip():
            yield Finding(subject=subject, sources=(waiver.source,), facts=_named(waiver))


def _that_match(evidence: Evidence) -> Iterator[Finding]:
    """Yield each explanation of a judged rule, or of none there is, that no finding needs.

    Where the rule was not judged it is not known whether the explanation is needed: it is left alone.
    """
    waivers, subjects = (
        present(keyed("waiver", evidence.year.waivers), _NO_WAIVER),
        subjects_of(evidence),
    )
    judged = (entry for entry in waivers if _is_judged(entry[1], evidence))
    for subject, waiver in present(judged, _none_judged(waiver for _, waiver in waivers)):
        if not any(covers(waiver, finding, subjects) for finding in evidence.findings):
            yield Finding(subject=subject, sources=(waiver.source,), facts=_named(waiver))


def _none_judged(waivers: Iterable[Waiver]) -> Bilingual:
    codes = ", ".join(sorted({waiver.code for waiver in waivers}))
    return Bilingual(
        f"aturan yang dijelaskan ({codes}) tidak dapat dinilai atau tidak dipilih, sehingga belum diketahui"
        " apakah penjelasannya diperlukan",
        f"the rules that are explained ({codes}) could not be judged or were not chosen, so it is not known"
        " whether the explanation is needed",
    )


def _is_judged(waiver: Waiver, evidence: Evidence) -> bool:
    return waiver.code in evidence.judged or waiver.code not in evidence.codes


def _still_valid(evidence: Evidence) -> Iterator[Finding]:
    """Yield each explanation whose last day lies before the day that is judged."""
    for subject, waiver in present(keyed("waiver", evidence.year.waivers), _NO_WAIVER):
        if is_expired(waiver, evidence.as_of):
            yield Finding(
                subject=subject,
                sources=(waiver.source,),
                provided=waiver.until,
                expected=evidence.as_of,
                facts=_named(waiver),
            )


def _named(waiver: Waiver) -> dict[str, str]:
    return {"explained": f"{waiver.code} {waiver.subject}".strip()}


W101 = Rule(
    code="W101",
    severity=Severity.WARNING,
    title=Bilingual("Penjelasan tanpa alasan", "An explanation without a reason"),
    message=Bilingual(
        "Penjelasan untuk {explained} tanpa alasan.", "{explained} is explained without a reason."
    ),
    mend=Bilingual("Isi kolom alasan.", "Fill in column alasan."),
    explanation=Bilingual(
        "Penjelasan tanpa alasan tidak diperhitungkan: hasil pemeriksaan itu tetap berlaku.",
        "An explanation without a reason does not count: what it names still stands.",
    ),
    where=columns(penjelasan="alasan"),
    example=Bilingual.both("D102, picture:2.4, gambar 2.4 dipindah ke lampiran"),
    check=_with_reason,
    judges_findings=True,
)
W102 = Rule(
    code="W102",
    severity=Severity.WARNING,
    title=Bilingual("Penjelasan yang tidak diperlukan", "An explanation of nothing"),
    message=Bilingual(
        "Penjelasan untuk {explained} tidak mengenai hasil mana pun.",
        "{explained} is explained, but was not found.",
    ),
    mend=Bilingual(
        "Periksa kolom kode dan subjek; hapus bila sudah diperbaiki.",
        "Look at columns kode and subjek; remove the row where it is mended.",
    ),
    explanation=Bilingual(
        "Penjelasan yang tidak mengenai hasil mana pun berarti hasilnya sudah diperbaiki, atau kode dan"
        " subjeknya keliru tulis. Subjek sebuah perkara adalah nomor registernya; bila nomornya dipakai lebih"
        " dari satu perkara, tulis barisnya. Penjelasan untuk aturan yang tidak dapat dinilai dibiarkan:"
        " belum diketahui apakah diperlukan.",
        "Where an explanation meets nothing, the thing is mended, or its code or subject is a slip of the"
        " pen. The subject of a case is its number in the register; where several cases bear it, name the"
        " row. One for a rule that could not be judged is left alone: whether it is needed is not known.",
    ),
    where=columns(penjelasan="kode subjek"),
    example=Bilingual.both("kode L102, subjek 007/PPID/2025; kode L102, subjek permohonan.csv#5"),
    check=_that_match,
    judges_findings=True,
)
W103 = Rule(
    code="W103",
    severity=Severity.WARNING,
    title=Bilingual("Penjelasan sudah lewat masa berlakunya", "An explanation has expired"),
    message=Bilingual(
        "Penjelasan untuk {explained} berlaku sampai {provided}; dinilai per {expected}.",
        "{explained} is explained until {provided}; judged as of {expected}.",
    ),
    mend=Bilingual(
        "Perbarui kolom berlaku_sampai, atau hapus penjelasan itu.",
        "Renew column berlaku_sampai, or remove the explanation.",
    ),
    explanation=Bilingual(
        "Penjelasan yang lewat masa berlakunya tidak diperhitungkan lagi.",
        "An explanation that has expired no longer counts.",
    ),
    where=columns(penjelasan="berlaku_sampai"),
    example=Bilingual.both("berlaku_sampai 31 Desember 2021"),
    check=_still_valid,
    judges_findings=True,
)
