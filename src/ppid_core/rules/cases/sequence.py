"""C101–C103: nothing happens before its cause, no chain runs backwards, no row lies outside the period."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.language import Bilingual
from ppid_core.model import Period, Register
from ppid_core.rules.cases.linking import Link, Numbered, links
from ppid_core.rules.cases.steps import dated_rows, steps
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.register_number import shown_number
from ppid_core.rules.engine.rule import Rule

NO_STEP = Bilingual("tidak ada baris dengan dua tanggal", "no row records two dates")
NO_CHAIN = Bilingual(
    "tidak ada perkara bertanggal yang merujuk perkara bertanggal", "no dated case refers to a dated case"
)
DECISION = Bilingual("putusan sengketa", "the decision on dispute")
NO_DATE = Bilingual("tidak ada baris yang mencatat waktu", "no row records when it came in")


def causes_first(evidence: Evidence) -> Iterator[Finding]:
    """Yield each event of a row that is dated before what it answers."""
    for step in present(steps(evidence.year), NO_STEP):
        if step.effect.when.before(step.cause.when):
            yield Finding(
                subject=step.subject,
                sources=(step.source,),
                provided=step.effect.when,
                expected=step.cause.when,
                affected=step.count,
                facts={"effect": step.effect.name, "cause": step.cause.name},
            )


def chains_forwards(evidence: Evidence) -> Iterator[Finding]:
    """Yield each case that came in before the case it comes from, and each suit before its decision."""
    dated = (
        (link, link.row.begun, *_cause(link, link.origin))
        for link in links(evidence.year, evidence.previous)
        if link.origin is not None
    )
    pairs = (pair for pair in dated if pair[1] is not None and pair[3] is not None)
    for link, begun, name, cause in present(pairs, NO_CHAIN):
        if begun is not None and cause is not None and begun.before(cause):
            yield Finding(
                subject=link.row.subject,
                sources=(link.row.source, None if link.origin is None else link.origin.source),
                provided=begun,
                expected=cause,
                affected=link.row.count,
                facts={"effect": link.row.name, "cause": name, "number": shown_number(link.number)},
            )


def _cause(link: Link, origin: Numbered) -> tuple[Bilingual, Period | None]:
    """Return what must have happened first: of a suit the commission's decision, where its day is known."""
    if link.row.register is Register.SUITS and origin.decided is not None:
        return DECISION, origin.decided
    return link.target, origin.begun


def within_period(evidence: Evidence) -> Iterator[Finding]:
    """Yield each row that the report's period cannot hold and that does not say it is carried over."""
    covered = evidence.year.period
    for row in present(dated_rows(evidence.year), NO_DATE):
        if not covered.may_hold(row.when):
            yield Finding(
                subject=row.subject,
                sources=(row.source,),
                provided=row.when,
                affected=row.count,
                facts={
                    "what": row.name,
                    "first": Period.of(covered.first_day),
                    "last": Period.of(covered.last_day),
                },
            )


C101 = Rule(
    code="C101",
    severity=Severity.ERROR,
    title=Bilingual("Terjadi sebelum sebabnya", "Before its cause"),
    message=Bilingual(
        "{effect} {provided} mendahului {cause} {expected}.",
        "{effect} {provided} comes before {cause} {expected}.",
    ),
    mend=Bilingual("Periksa kedua tanggal di baris itu.", "Look at both dates of the row."),
    explanation=Bilingual(
        "Jawaban tidak dapat mendahului permohonannya, putusan tidak dapat mendahului pengajuannya. Dari"
        " tanggal yang terbalik lama pelayanan tidak dapat dihitung.",
        "An answer cannot come before its request, nor a decision before the filing. From dates the wrong way"
        " round the time needed cannot be counted.",
    ),
    where=Bilingual(
        "tabel permohonan, keberatan, sengketa, dan gugatan, kolom tanggal dan tanggal yang disebut",
        "permohonan, keberatan, sengketa and gugatan: column tanggal and the dates named",
    ),
    example=Bilingual(
        "tanggal 4 Maret 2021, tanggal_pemberitahuan 12 Maret 2021",
        "tanggal 4 Maret 2021, tanggal_pemberitahuan 12 Maret 2021",
    ),
    check=causes_first,
)
C102 = Rule(
    code="C102",
    severity=Severity.ERROR,
    title=Bilingual("Rangkaian perkara terbalik", "A chain runs backwards"),
    message=Bilingual(
        "{effect} {provided} mendahului {cause} {number} yang dirujuknya, {expected}.",
        "{effect} {provided} comes before {cause} {number} to which it refers, {expected}.",
    ),
    mend=Bilingual(
        "Periksa tanggal kedua baris, atau nomor rujukannya.",
        "Look at the dates of both rows, or at the reference.",
    ),
    explanation=Bilingual(
        "Keberatan diajukan sesudah permohonan, sengketa sesudah keberatan, gugatan sesudah sengketa.",
        "An objection follows its request, a dispute its objection, a suit its dispute.",
    ),
    where=Bilingual(
        "tabel keberatan, sengketa, dan gugatan, kolom tanggal dan nomor rujukan",
        "keberatan, sengketa and gugatan: column tanggal and the reference",
    ),
    example=Bilingual(
        "permohonan 001 tanggal 4 Maret 2021; keberatan atas 001 tanggal 1 April 2021",
        "request 001 of 4 March 2021; objection about 001 of 1 April 2021",
    ),
    check=chains_forwards,
)
C103 = Rule(
    code="C103",
    severity=Severity.ERROR,
    title=Bilingual("Baris di luar periode laporan", "A row outside the period"),
    message=Bilingual(
        "{what} {provided} di luar periode laporan ({first} sampai {last}).",
        "{what} {provided} lies outside the period of the report ({first} to {last}).",
    ),
    mend=Bilingual(
        "Betulkan waktunya; bila diterima tahun sebelumnya, isi kolom bawaan.",
        "Correct the date; for a case of an earlier year fill in column bawaan.",
    ),
    explanation=Bilingual(
        "Laporan menghitung yang masuk dalam periodenya. Baris di luar periode tanpa bawaan tidak ikut"
        " dihitung.",
        "A report counts what came in within its period. A row outside it without bawaan is not counted.",
    ),
    where=Bilingual(
        "tabel permohonan, keberatan, sengketa, dan rekap, kolom tanggal, bulan, dan bawaan",
        "permohonan, keberatan, sengketa and rekap: columns tanggal, bulan and bawaan",
    ),
    example=Bilingual(
        "tanggal 28 Desember 2020, bawaan 2020 (laporan 2021)",
        "tanggal 28 Desember 2020, bawaan 2020 (report on 2021)",
    ),
    check=within_period,
)
