"""I201, I202: exemptions that have ended, and those of which the end has to be declared by now."""

from __future__ import annotations

from ppid_core.language import Bilingual
from ppid_core.rules.casebook.information_lists import ExemptEntry, exempt_entries
from ppid_core.rules.casebook.span import cited_on
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, said
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, each

_WHERE = columns(dik="berlaku_sampai")
_NO_END = Bilingual(
    "tidak ada entri DIK dengan hari terakhir ({where})", "no exempt entry has a last day ({where})"
).fill(where=_WHERE)


def _still_runs(entry: ExemptEntry, evidence: Evidence) -> Verdict | None:
    """Find each exemption whose last day has passed."""
    if entry.row.valid_until is None:
        return None
    return _finding(entry, evidence) if entry.row.has_ended(evidence.as_of) else FINE


def _ends_later(entry: ExemptEntry, evidence: Evidence) -> Verdict | None:
    """Find each exemption that ends within the working days in which its end has to be declared."""
    until = entry.row.valid_until
    if until is None or until < evidence.as_of:
        return None
    days = evidence.law.exemption_end_notice.at(evidence.as_of).value
    if evidence.workdays.add(evidence.as_of, days) < until:
        return FINE
    return _finding(entry, evidence, left=evidence.workdays.between(evidence.as_of, until), days=days)


def _finding(entry: ExemptEntry, evidence: Evidence, **facts: int) -> Finding:
    return Finding(
        subject=entry.subject,
        sources=(entry.row.source,),
        provided=entry.row.valid_until,
        facts={"as_of": said(evidence.as_of), **facts},
        basis=cited_on(evidence.as_of, "exemption_end_notice", evidence),
    )


I201 = Rule(
    code="I201",
    severity=Severity.WARNING,
    title=Bilingual("Masa pengecualian sudah berakhir", "An exemption that has ended"),
    message=Bilingual(
        "Masa pengecualian berakhir pada {provided}, sebelum {as_of}.",
        "The exemption ended on {provided}, before {as_of}.",
    ),
    mend=Bilingual(
        "Pindahkan informasinya ke tabel dip; bila diperpanjang setelah uji baru, isi berlaku_sampai dan"
        " tanggal_uji yang baru.",
        "Move the information to table dip; where it was prolonged after a new test, fill in the new"
        " berlaku_sampai and tanggal_uji.",
    ),
    explanation=Bilingual(
        "Informasi yang dikecualikan menjadi terbuka pada akhir masa pengecualiannya, juga tanpa pernyataan"
        " PPID.",
        "Exempt information is public at the end of its exemption, also where the PPID declares nothing.",
    ),
    where=_WHERE,
    example=Bilingual.both("berlaku_sampai: 31 Desember 2052"),
    basis=("exemption_end_notice",),
    check=each(exempt_entries, _still_runs, _NO_END),
)
I202 = Rule(
    code="I202",
    severity=Severity.WARNING,
    title=Bilingual("Masa pengecualian segera berakhir", "An exemption that ends soon"),
    message=Bilingual(
        "Masa pengecualian berakhir pada {provided}, {left} hari kerja setelah {as_of}; informasi dinyatakan"
        " terbuka paling lambat {days} hari kerja sebelumnya.",
        "The exemption ends on {provided}, {left} working {left:day|days} after {as_of}; it is declared"
        " public {days} working days before at the latest.",
    ),
    mend=Bilingual(
        "Nyatakan informasinya terbuka, atau lakukan uji konsekuensi baru.",
        "Declare the information public, or make a new consequence test.",
    ),
    explanation=Bilingual(
        "Sebelum masa pengecualian berakhir PPID menyatakan informasinya terbuka; tanpa itu informasi terbuka"
        " dengan sendirinya.",
        "Before an exemption ends the PPID declares the information public; without that it becomes public by"
        " itself.",
    ),
    where=_WHERE,
    example=Bilingual.both("berlaku_sampai: 31 Desember 2052"),
    basis=("exemption_end_notice",),
    check=each(exempt_entries, _ends_later, _NO_END),
)
