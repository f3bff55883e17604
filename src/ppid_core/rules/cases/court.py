"""C204, C205: the suit and the appeal in cassation, each in its window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from attrs import frozen

from ppid_core.deadlines import DeadlineKind, Standing
from ppid_core.language import Bilingual
from ppid_core.model import CourtCase, Dispute, Period, StageKind
from ppid_core.rules.cases.origin import disputes_of
from ppid_core.rules.cases.span import Span, basis_of, due_of, is_of, standing_of
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.place import keyed
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, told
from ppid_core.source import Source

NO_SUIT = Bilingual(
    "tidak ada gugatan bertanggal atas putusan yang hari penerimaannya diketahui (tabel gugatan, kolom"
    " nomor_sengketa, tanggal; tabel sengketa, kolom tanggal_terima_putusan)",
    "there is no dated suit against a decision of which the receipt is known (table gugatan, columns"
    " nomor_sengketa, tanggal; table sengketa, column tanggal_terima_putusan)",
)
NO_CASSATION = Bilingual(
    "tidak ada kasasi bertanggal atas putusan pengadilan yang hari penerimaannya diketahui (tabel gugatan,"
    " kolom tanggal_terima_putusan, tanggal_kasasi)",
    "there is no dated cassation against a decision of which the receipt is known (table gugatan, columns"
    " tanggal_terima_putusan, tanggal_kasasi)",
)


@frozen(kw_only=True)
class Step:
    """An act after a decision (*upaya hukum*).

    Attributes:
        received: the day on which the decision was received.
        acted: the day of the act.
        sources: the row, and the row of the decision where that is another one.
    """

    subject: str
    received: date
    acted: date
    count: int
    sources: tuple[Source | None, ...]


def suits_in_window(evidence: Evidence) -> Iterator[Finding]:
    """Yield each suit that was filed after its last day."""
    return told(_suits(evidence), partial(_judge, kind=DeadlineKind.COURT, evidence=evidence), NO_SUIT)


def _suits(evidence: Evidence) -> Iterator[Step]:
    dispute_of = disputes_of(evidence)
    for subject, row in _of_the_year(evidence):
        dispute = dispute_of(row)
        received = None if dispute is None else _received(dispute)
        if dispute is not None and received is not None and row.filed_on is not None:
            yield Step(
                subject=subject,
                received=received,
                acted=row.filed_on,
                count=row.count,
                sources=(row.source, dispute.source),
            )


def _of_the_year(evidence: Evidence) -> Iterator[tuple[str, CourtCase]]:
    for subject, row in keyed("suit", evidence.year.suits):
        filed = None if row.filed_on is None else Period.of(row.filed_on)
        if row.count and is_of(evidence.year, filed):
            yield subject, row


def _received(dispute: Dispute) -> date | None:
    """Return the day on which the decision by adjudication was received."""
    days = (stage.received_on for stage in dispute.stages if stage.kind is StageKind.ADJUDICATION)
    return max(filter(None, days), default=dispute.decision_received_on)


def cassations_in_window(evidence: Evidence) -> Iterator[Finding]:
    """Yield each appeal in cassation that was filed after its last day."""
    judge = partial(_judge, kind=DeadlineKind.CASSATION, evidence=evidence)
    return told(_cassations(evidence), judge, NO_CASSATION)


def _cassations(evidence: Evidence) -> Iterator[Step]:
    for subject, row in _of_the_year(evidence):
        if row.received_on is not None and row.cassation_on is not None:
            yield Step(
                subject=subject,
                received=row.received_on,
                acted=row.cassation_on,
                count=row.count,
                sources=(row.source,),
            )


def _judge(step: Step, kind: DeadlineKind, evidence: Evidence) -> Verdict | None:
    opened, acted = Span.of(step.received), Span.of(step.acted)
    if standing_of(kind, opened, acted, evidence) is not Standing.LATE:
        return FINE
    finding = Finding(
        subject=step.subject,
        sources=step.sources,
        provided=step.acted,
        expected=due_of(kind, opened, evidence).last,
        affected=step.count,
        facts={"received": step.received},
        basis=basis_of(kind, step.received, evidence),
    )
    return Verdict(finding=finding)


C204 = Rule(
    code="C204",
    severity=Severity.WARNING,
    title=Bilingual("Gugatan lewat batas waktu", "A suit out of time"),
    message=Bilingual(
        "Gugatan diajukan {provided}, batasnya {expected}; putusan Komisi Informasi diterima {received}.",
        "Suit filed {provided}, the last day was {expected}; the commission's decision was received on"
        " {received}.",
    ),
    mend=Bilingual(
        "Periksa tanggal gugatan dan tanggal_terima_putusan sengketanya.",
        "Look at the date of the suit and at tanggal_terima_putusan of the dispute.",
    ),
    explanation=Bilingual(
        "Gugatan diajukan dalam jangka waktu tertentu, dihitung menurut hari kerja, sejak putusan ajudikasi"
        " diterima. Yang dipakai hari penerimaan menurut register; hari penerimaan pihak lain dapat berbeda.",
        "A suit is filed within a time, counted in working days, that runs from the receipt of the decision."
        " The day of receipt in the register is used; that of the other party may differ.",
    ),
    where=Bilingual(
        "tabel gugatan, kolom nomor_sengketa dan tanggal; tabel sengketa, kolom tanggal_terima_putusan",
        "table gugatan, columns nomor_sengketa and tanggal; table sengketa, column tanggal_terima_putusan",
    ),
    example=Bilingual(
        "putusan diterima 6 September 2021, gugatan diajukan 20 September 2021",
        "decision received 6 September 2021, suit filed 20 September 2021",
    ),
    basis=("court_filing",),
    check=suits_in_window,
)
C205 = Rule(
    code="C205",
    severity=Severity.WARNING,
    title=Bilingual("Kasasi lewat batas waktu", "A cassation out of time"),
    message=Bilingual(
        "Kasasi diajukan {provided}, batasnya {expected}; putusan pengadilan diterima {received}.",
        "Cassation filed {provided}, the last day was {expected}; the court's decision was received on"
        " {received}.",
    ),
    mend=Bilingual(
        "Periksa tanggal_kasasi dan tanggal_terima_putusan.",
        "Look at tanggal_kasasi and tanggal_terima_putusan.",
    ),
    explanation=Bilingual(
        "Kasasi diajukan dalam jangka waktu tertentu sejak putusan pengadilan diterima, dihitung menurut hari"
        " kalender; hari terakhir yang jatuh pada hari libur tidak digeser.",
        "A cassation is filed within a time that runs from the receipt of the court's decision, counted in"
        " calendar days; a last day that is a holiday is not moved.",
    ),
    where=Bilingual(
        "tabel gugatan, kolom tanggal_terima_putusan dan tanggal_kasasi",
        "table gugatan, columns tanggal_terima_putusan and tanggal_kasasi",
    ),
    example=Bilingual(
        "tanggal_terima_putusan 1 November 2021, tanggal_kasasi 10 November 2021",
        "tanggal_terima_putusan 1 November 2021, tanggal_kasasi 10 November 2021",
    ),
    basis=("cassation_filing",),
    check=cassations_in_window,
)
