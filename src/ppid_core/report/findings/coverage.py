"""What stands last: what is in order, what could not be judged and why, and what was read."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.report.blocks import Block, Column, Items, Paragraph, Section, Table
from ppid_core.report.findings.entries import Findings
from ppid_core.report.material import section
from ppid_core.rules import Run, Status


def in_order(findings: Findings) -> Section:
    """Return the rules that found nothing, and those that could not be asked."""
    return Section(
        key="findings-rules",
        title=findings.t("Yang Sesuai dan yang Tidak Dapat Dinilai", "In Order, and Not Judged"),
        sections=(_passed(findings), _idle(findings)),
    )


@section("findings-passed", "Sesuai", "In order")
def _passed(findings: Findings) -> Iterator[Block]:
    runs = [run for run in findings.checked.runs if run.status is Status.PASSED]
    none = findings.t(
        "Belum ada aturan yang dijalankan tanpa hasil.", "No rule was asked that found nothing."
    )
    said = findings.t("Hal-hal berikut dicari dan tidak ada.", "These were looked for, and are not there.")
    yield Paragraph(content=(said if runs else none,))
    yield from _runs(findings, "passed", "Aturan yang sesuai", "Rules in order", runs)


@section("findings-idle", "Tidak dapat dinilai", "Not judged")
def _idle(findings: Findings) -> Iterator[Block]:
    runs = [run for run in findings.checked.runs if _reason(findings, run)]
    none = findings.t("Semua aturan dapat dinilai.", "Every rule could be judged.")
    said = findings.t(
        "Hal-hal berikut belum dapat dicari, karena sebab yang tertulis di sampingnya.",
        "These could not be looked for, for the reason beside each.",
    )
    yield Paragraph(content=(said if runs else none,))
    yield from _runs(findings, "idle", "Aturan yang tidak dapat dinilai", "Rules not judged", runs)


def _runs(findings: Findings, key: str, indonesian: str, english: str, runs: list[Run]) -> Iterator[Table]:
    """Yield the table of rules, with the reasons where they have any; none for no rules."""
    if not runs:
        return
    heads = [("code", "Kode", "Code"), ("sought", "Yang dicari", "Looked for")]
    rows = [(run.code, run.title(findings.lang), _reason(findings, run)) for run in runs]
    if any(row[2] for row in rows):
        heads.append(("reason", "Sebab", "Reason"))
    yield Table(
        key=f"findings-{key}",
        columns=findings.columns(*heads),
        rows=tuple(row[: len(heads)] for row in rows),
        caption=findings.t(indonesian, english),
    )


def _reason(findings: Findings, run: Run) -> str:
    """Return why a rule was not judged, "" where it was."""
    t, reason = findings.t, run.reason(findings.lang)
    match run.status:
        case Status.NOT_APPLICABLE:
            return reason or "–"
        case Status.FAILED:
            return t(f"aturan gagal dijalankan: {reason}", f"the rule failed: {reason}")
        case Status.NOT_SELECTED:
            return t("tidak dipilih untuk pemeriksaan ini", "not selected for this check")
        case _:
            return ""


@section("findings-reading", "Data yang Dibaca", "Data Read")
def reading(findings: Findings) -> Iterator[Block]:
    """Yield which tables were read, and what was noted."""
    intake, t = findings.intake, findings.t
    if intake.read:
        yield _rows(findings)
    else:
        yield Paragraph(content=(t("Data tidak dibaca dari tabel.", "The data were not read from tables."),))
    if intake.notes:
        yield Paragraph(content=(t("Keterangan pembacaan:", "Notes on reading:"),))
        yield Items(items=tuple((note.message(findings.lang),) for note in intake.notes))


@section("colophon", "Kolofon", "Colophon")
def colophon(findings: Findings) -> Iterator[Block]:
    """Say by which rules the data were judged, and which files they were."""
    t, checked = findings.t, findings.checked
    rules = ", ".join(f"{name} {version}" for name, version in sorted(checked.ruleset.items()))
    lines = [f"{t('Kumpulan aturan', 'Rule set')}: {rules or '–'}."]
    lines += [f"SHA-256 {name}: {digest}" for name, digest in sorted(checked.inputs.items())]
    yield Items(items=tuple((line,) for line in lines))


def _rows(findings: Findings) -> Table:
    intake, t = findings.intake, findings.t
    used, left = intake.accepted, intake.rejected_counts
    rows = tuple((table, count, used[table], left[table]) for table, count in intake.read.items())
    sums = (sum(counts.values()) for counts in (intake.read, used, left))
    return Table(
        key="findings-read",
        columns=(
            Column(key="table", title=t("Tabel", "Table")),
            Column(key="read", title=t("Baris terbaca", "Rows read"), summed=True),
            Column(key="used", title=t("Terpakai", "Used"), summed=True),
            Column(key="left", title=t("Bermasalah", "With problems"), summed=True),
        ),
        rows=rows,
        caption=t("Tabel yang dibaca", "Tables read"),
        total=(t("Jumlah", "Total"), *sums),
    )
