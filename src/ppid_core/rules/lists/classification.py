"""I203, I204: what is exempt was tested, and classified by a decree."""

from __future__ import annotations

from ppid_core.language import Bilingual
from ppid_core.rules.casebook.information_lists import ExemptEntry, exempt_entries
from ppid_core.rules.casebook.span import cited_on
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, each

_NO_ENTRY = Bilingual("DIK belum berisi", "the list of exempt information has no entry")


def _tested(entry: ExemptEntry, evidence: Evidence) -> Verdict | None:
    """Find each exempt entry of which no consequence test is recorded."""
    if not evidence.law.consequence_test.at(evidence.as_of).value:
        return None
    return FINE if entry.row.tested_on is not None else _finding(entry, evidence, "consequence_test")


def _classified(entry: ExemptEntry, evidence: Evidence) -> Verdict | None:
    """Find each exempt entry of which no decree of classification is recorded."""
    if not evidence.law.classification_decree.at(evidence.as_of).value:
        return None
    return FINE if entry.decree else _finding(entry, evidence, "classification_decree")


def _finding(entry: ExemptEntry, evidence: Evidence, asked_by: str) -> Finding:
    return Finding(
        subject=entry.subject,
        sources=(entry.row.source,),
        basis=cited_on(evidence.as_of, asked_by, evidence),
    )


I203 = Rule(
    code="I203",
    severity=Severity.WARNING,
    title=Bilingual("Entri DIK tanpa uji konsekuensi", "An exempt entry without a consequence test"),
    message=Bilingual("Tanggal uji konsekuensi belum dicatat.", "No day of a consequence test is recorded."),
    mend=Bilingual(
        "Isi kolom tanggal_uji; bila belum diuji, lakukan uji konsekuensi.",
        "Fill in column tanggal_uji; where it was not tested, make the test.",
    ),
    explanation=Bilingual(
        "Uji konsekuensi mendahului pengecualian: tanpa itu informasi belum dapat dinyatakan dikecualikan.",
        "A consequence test comes before an exemption: without it nothing can be called exempt.",
    ),
    where=columns(dik="tanggal_uji"),
    example=Bilingual.both("tanggal_uji: 17 Februari 2023"),
    basis=("consequence_test",),
    check=each(exempt_entries, _tested, _NO_ENTRY),
)
I204 = Rule(
    code="I204",
    severity=Severity.WARNING,
    title=Bilingual("Entri DIK tanpa surat penetapan", "An exempt entry without a decree"),
    message=Bilingual(
        "Surat penetapan klasifikasi belum dicatat.", "No decree of classification is recorded."
    ),
    mend=Bilingual("Isi kolom penetapan.", "Fill in column penetapan."),
    explanation=Bilingual(
        "Klasifikasi informasi ditetapkan PPID dengan surat, setelah uji konsekuensi dan dengan persetujuan"
        " pimpinan badan publik; surat itu disertakan pada penolakan.",
        "Information is classified by a decree of the PPID, after the test and with the consent of the head"
        " of the body; a refusal carries that decree.",
    ),
    where=columns(dik="penetapan"),
    example=Bilingual.both("penetapan: Keputusan PPID Nomor 3 Tahun 2023"),
    basis=("classification_decree",),
    check=each(exempt_entries, _classified, _NO_ENTRY),
)
