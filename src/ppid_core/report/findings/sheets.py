"""The findings twice: by severity, and a sheet for each of those who act on them.

Each is a chapter that is one wide table under its heading, so that heading and table stand on one page.
"""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.language import Bilingual
from ppid_core.report.blocks import Section
from ppid_core.report.findings import tables
from ppid_core.report.findings.entries import EXPLAINED, PPID, SEVERITIES, Actor, Findings
from ppid_core.report.findings.tables import entry_table
from ppid_core.rules import Severity

_BY_SEVERITY = (
    *(tables.NUMBER, tables.CODE, tables.PLACE, tables.WHAT),
    *(tables.MEND, tables.BASIS, tables.ACTOR, tables.FOLLOW_UP),
)
_BY_ACTOR = (
    *(tables.NUMBER, tables.SEVERITY, tables.PLACE, tables.WHAT),
    *(tables.MEND, tables.BASIS, tables.FOLLOW_UP),
)
_EXPLAINED_ONES = (
    *(tables.NUMBER, tables.CODE, tables.PLACE, tables.WHAT),
    *(tables.REASON, tables.BASIS),
)
_NOTHING = {
    Severity.ERROR: Bilingual(
        "Tidak ada angka atau nomor yang bertentangan menurut aturan yang dijalankan.",
        "No figures or numbers contradict each other, by the rules that were asked.",
    ),
    Severity.WARNING: Bilingual(
        "Tidak ada syarat minimum peraturan yang perlu diperiksa menurut aturan yang dijalankan.",
        "No legal minimum has to be checked, by the rules that were asked.",
    ),
    Severity.INFO: Bilingual("Tidak ada catatan.", "There are no notes."),
}
_NOT_JUDGED = Bilingual(
    "{heading}: tidak ada aturan pada tingkat ini yang dapat dinilai; sebabnya tertulis di bagian akhir.",
    "{heading}: no rule of this severity could be judged; the reasons stand at the end.",
)


def by_severity(findings: Findings) -> Iterator[Section]:
    """Yield a chapter for each severity that has findings, and one for those that are explained."""
    lang = findings.lang
    for severity, heading in SEVERITIES.items():
        if entries := findings.of_severity(severity):
            table = entry_table(findings, str(severity), heading(lang), entries, _BY_SEVERITY)
            yield Section(key=f"findings-{severity}", title=heading(lang), blocks=(table,))
    if findings.explained:
        table = entry_table(findings, "explained", EXPLAINED(lang), findings.explained, _EXPLAINED_ONES)
        yield Section(key="findings-explained", title=EXPLAINED(lang), blocks=(table,))


def without_findings(findings: Findings) -> Iterator[str]:
    """Yield for each severity without a chapter why: nothing was found, or nothing could be judged."""
    for severity, heading in SEVERITIES.items():
        if not findings.of_severity(severity):
            told = _NOTHING[severity] if findings.has_asked(severity) else _NOT_JUDGED
            yield told(findings.lang).format(heading=heading(findings.lang))


def sheets(findings: Findings) -> Iterator[Section]:
    """Yield one sheet for each of those who act: a chapter of its own, so that it can be handed over."""
    for actor, entries in findings.sheets.items():
        notes = tuple(_notes(findings, actor, len(entries)))
        caption = findings.t(f"Tindak lanjut {actor.short}", f"Follow-up of {actor.short}")
        yield Section(
            key=f"findings-sheet-{actor.key}",
            title=findings.t(f"Lembar Tindak Lanjut: {actor.name}", f"Follow-up Sheet: {actor.name}"),
            blocks=(entry_table(findings, actor.key, caption, entries, _BY_ACTOR, notes=notes),),
        )


def _notes(findings: Findings, actor: Actor, count: int) -> Iterator[str]:
    """Yield what the sheet is, for it is read apart from the others."""
    body = findings.intake.year.body.name or findings.t("badan publik ini", "this public body")
    yield findings.t(
        f"Lembar ini memuat {findings.count(count)} hasil pemeriksaan data layanan informasi publik {body} "
        f"{findings.period}, keadaan per {findings.day}. Nomornya sama dengan nomor dalam daftar.",
        f"This sheet holds {findings.count(count)} findings on the data of the information service of {body} "
        f"in {findings.period}, as of {findings.day}. The numbers are those of the lists.",
    )
    if actor != PPID:
        yield findings.t(
            "Mohon kolom tindak lanjut diisi dan lembar ini dikembalikan kepada PPID.",
            "Please fill in the follow-up and return this sheet to the PPID.",
        )
