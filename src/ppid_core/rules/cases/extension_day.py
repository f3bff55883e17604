"""C311: an extension is told before the time for the notice has run out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ppid_core.deadlines import DeadlineKind
from ppid_core.language import Bilingual
from ppid_core.rules.cases.extension import NO_EXTENSION, Extended, extended
from ppid_core.rules.cases.span import Span, basis_of, due_of
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, told


def extensions_are_told_in_time(evidence: Evidence) -> Iterator[Finding]:
    """Yield each extension that was told after the last day for the notice, by the clock of the Act."""
    return told(extended(evidence), partial(_in_time, evidence=evidence), NO_EXTENSION)


def _in_time(case: Extended, evidence: Evidence) -> Verdict | None:
    if case.row.period is None:
        return None
    due = due_of(DeadlineKind.REQUEST, Span.of(case.row.period), evidence)
    if case.days[0] <= due.last:
        return FINE if case.days[0] <= due.first else None
    finding = Finding(
        subject=case.subject,
        sources=case.places,
        provided=case.days[0],
        expected=due.last,
        affected=case.row.count,
        basis=basis_of(DeadlineKind.REQUEST, case.row.period.last_day, evidence),
    )
    return Verdict(finding=finding)


C311 = Rule(
    code="C311",
    severity=Severity.INFO,
    title=Bilingual(
        "Perpanjangan diberitahukan setelah batas pemberitahuan", "An extension told after the last day"
    ),
    message=Bilingual(
        "Waktu menjawab diperpanjang {provided}, setelah batas pemberitahuannya {expected} ({affected}"
        " permohonan).",
        "The time for the answer was extended on {provided}, after its last day, {expected} ({affected}"
        " requests).",
    ),
    mend=Bilingual(
        "Periksa tanggal_perpanjangan dan tanggal penerimaan permohonan.",
        "Look at tanggal_perpanjangan and at the day of receipt.",
    ),
    explanation=Bilingual(
        "Peraturan tidak menyebut sampai kapan perpanjangan diberitahukan; yang diberitahukan setelah batas"
        " waktu pemberitahuan lewat dapat dipersoalkan pemohon.",
        "The law does not say until when an extension is told; one told after the last day for the notice may"
        " be questioned by the applicant.",
    ),
    where=Bilingual(
        "tabel permohonan, kolom tanggal dan tanggal_perpanjangan",
        "table permohonan, columns tanggal and tanggal_perpanjangan",
    ),
    example=Bilingual(
        "tanggal 1 Maret 2021, tanggal_perpanjangan 10 Maret 2021",
        "tanggal 1 Maret 2021, tanggal_perpanjangan 10 Maret 2021",
    ),
    basis=("request_response", "request_extension"),
    check=extensions_are_told_in_time,
)
