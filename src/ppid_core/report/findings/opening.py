"""What stands first: what was read and asked, how much there is to mend and for whom, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ppid_core.language import Bilingual
from ppid_core.report.blocks import Block, Items, Paragraph, Section
from ppid_core.report.findings.entries import Findings
from ppid_core.report.findings.overview import by_actor, by_severity
from ppid_core.report.findings.sheets import without_findings
from ppid_core.report.material import capital
from ppid_core.rules import Status


def title(findings: Findings) -> str:
    """Return the title of the document."""
    period = " ".join(map(capital, findings.period.split()))
    return findings.t(
        f"Hasil Pemeriksaan Data Layanan Informasi Publik {period}",
        f"Check of the Data on the Information Service in {findings.period}",
    )


def summary(findings: Findings) -> Section:
    """Return the first page: what was read and asked, how many findings, who acts on them, what to do."""
    return Section(
        key="findings-summary",
        title=findings.t("Ringkasan", "Summary"),
        blocks=tuple(_summary(findings)),
    )


def _summary(findings: Findings) -> Iterator[Block]:
    yield Paragraph(content=(_subject(findings),))
    yield Paragraph(content=(f"{_read(findings)} {_asked(findings)}".strip(),))
    yield by_severity(findings)
    yield from (Paragraph(content=(told,)) for told in without_findings(findings))
    if findings.sheets:
        yield by_actor(findings)
    yield Items(items=tuple((step,) for step in _steps(findings)), ordered=True)


def _subject(findings: Findings) -> str:
    body = findings.intake.year.body.name or findings.t("badan publik ini", "this public body")
    return findings.t(
        f"Yang diperiksa adalah data layanan informasi publik {body} {findings.period}, "
        f"keadaan per {findings.day}.",
        f"What was checked are the data on the information service of {body} in {findings.period}, "
        f"as of {findings.day}.",
    )


def _read(findings: Findings) -> str:
    """Return how much was read, and whether all of it is used; nothing of what was not read from tables."""
    tables, rows = len(findings.intake.read), sum(findings.intake.read.values())
    problems = len(findings.intake.problems)
    parts = []
    if rows:
        parts.append(_READ(findings.lang).format(rows=findings.count(rows), tables=findings.count(tables)))
    if problems:
        parts.append(_PROBLEMS(findings.lang).format(problems=findings.count(problems)))
    elif rows:
        parts.append(_ALL_USED(findings.lang))
    return " ".join(parts)


def _asked(findings: Findings) -> str:
    """Return how the rules ended; those that failed or were left out are told only where there are any."""
    ended = Counter(run.status for run in findings.checked.runs)
    counts = {
        "asked": ended[Status.PASSED] + ended[Status.FOUND],
        "passed": ended[Status.PASSED],
        "found": ended[Status.FOUND],
        "idle": ended[Status.NOT_APPLICABLE],
        "failed": ended[Status.FAILED],
        "left_out": ended[Status.NOT_SELECTED],
    }
    words = {name: findings.count(count) for name, count in counts.items()}
    parts = [_ASKED, *([_FAILED] if counts["failed"] else []), *([_LEFT_OUT] if counts["left_out"] else [])]
    return " ".join(part(findings.lang).format(**words) for part in parts)


def _steps(findings: Findings) -> Iterator[str]:
    t = findings.t
    if not findings.sheets and not findings.intake.problems:
        yield t("Tidak ada yang perlu ditindaklanjuti.", "There is nothing to act on.")
        return
    if len(findings.sheets) > 1:
        yield t("Serahkan lembar setiap OPD kepada OPD itu.", "Hand each agency its sheet.")
    yield t(
        "Isi kolom tindak lanjut: apa yang dilakukan, oleh siapa, dan kapan.",
        "Fill in the follow-up: what was done, by whom, and when.",
    )
    yield t(
        "Betulkan datanya, atau catat sebabnya di tabel penjelasan, lalu jalankan pemeriksaan lagi.",
        "Mend the data, or record the reason in the table penjelasan, then run the check again.",
    )


_READ = Bilingual("Terbaca {rows} baris dalam {tables} tabel.", "Read were {rows} rows in {tables} tables.")
_PROBLEMS = Bilingual(
    "Isian yang tidak terbaca {problems}; barisnya belum ikut dihitung dan diperiksa.",
    "Entries that could not be read: {problems}; their rows are neither counted nor checked yet.",
)
_ALL_USED = Bilingual("Semua baris terpakai.", "All rows are used.")
_ASKED = Bilingual(
    "Aturan yang dijalankan {asked}: sesuai {passed}, memberi hasil {found}. Tidak dapat dinilai {idle}.",
    "Rules asked: {asked}, of which {passed} in order and {found} with findings. Not judged: {idle}.",
)
_FAILED = Bilingual("Gagal dijalankan {failed}.", "Failed: {failed}.")
_LEFT_OUT = Bilingual("Tidak dipilih {left_out}.", "Not selected: {left_out}.")
