"""How many findings there are: by severity, and by who acts on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ppid_core.report.blocks import Column, Table
from ppid_core.report.findings.entries import EXPLAINED, SEVERITIES, Entry, Findings
from ppid_core.report.values import Value
from ppid_core.rules import Severity

Line = tuple[Value, ...]


def by_severity(findings: Findings) -> Table:
    """Return how many findings there are of each severity, and what it means."""
    heads = (
        ("severity", "Tingkat", "Severity"),
        ("count", "Jumlah", "Count"),
        ("means", "Artinya", "Meaning"),
    )
    return Table(
        key="findings-overview",
        columns=tuple(Column(key=key, title=findings.t(one, other)) for key, one, other in heads),
        rows=tuple(_levels(findings)),
        caption=findings.t("Hasil menurut tingkat", "Findings by severity"),
    )


def _levels(findings: Findings) -> Iterator[Line]:
    t = findings.t
    if problems := len(findings.intake.problems):
        yield (
            t("Tidak terbaca", "Not read"),
            problems,
            t("isian yang dibetulkan lebih dahulu", "to be mended first"),
        )
    meanings = {
        Severity.ERROR: t("angka atau nomor bertentangan", "figures or numbers contradict each other"),
        Severity.WARNING: t("syarat minimum peraturan", "the legal minimum"),
        Severity.INFO: t("untuk diketahui sebelum ditandatangani", "to be known before signing"),
    }
    for severity, heading in SEVERITIES.items():
        yield heading(findings.lang), len(findings.of_severity(severity)), meanings[severity]
    covered = t("sebabnya tercatat di tabel penjelasan", "the reason is recorded in the table penjelasan")
    yield EXPLAINED(findings.lang), len(findings.explained), covered


def by_actor(findings: Findings) -> Table:
    """Return how many findings each of those who act has before them."""
    severities = tuple(SEVERITIES.items())
    columns = (
        Column(key="actor", title=findings.t("Yang menindaklanjuti", "Acted on by")),
        *(Column(key=str(kind), title=head(findings.lang), summed=True) for kind, head in severities),
        Column(key="count", title=findings.t("Jumlah", "Total"), summed=True),
    )
    rows: tuple[Line, ...] = tuple(
        (actor.name, *_counts(entries)) for actor, entries in findings.sheets.items()
    )
    total = _counts(entry for entries in findings.sheets.values() for entry in entries)
    return Table(
        key="findings-actors",
        columns=columns,
        rows=rows,
        caption=findings.t("Hasil per OPD dan PPID", "Findings of agencies and PPID"),
        total=(findings.t("Jumlah", "Total"), *total),
    )


def _counts(entries: Iterable[Entry]) -> tuple[int, ...]:
    """Return how many there are of each severity, and in all."""
    found = Counter(entry.finding.severity for entry in entries)
    return (*(found[severity] for severity in SEVERITIES), found.total())
