"""What stands first: how much there is to mend and for whom, what was read, what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ppid_core.language import Bilingual
from ppid_core.report.blocks import Block, Column, Items, Paragraph, Table
from ppid_core.report.findings.entries import EXPLAINED, SEVERITIES, Findings, NumberedFinding
from ppid_core.report.findings.sheets import without_findings
from ppid_core.report.findings.tables import FOLLOW_UP_HEADING, TO_FILL_IN
from ppid_core.report.material import capital, section
from ppid_core.report.place import place
from ppid_core.report.values import Value
from ppid_core.rules import Severity, Status

_Line = tuple[Value, ...]


def _by_severity(findings: Findings) -> Table:
    """Return how many findings there are of each severity, and what it means."""
    return Table(
        key="findings-overview",
        columns=findings.columns(
            ("severity", "Tingkat", "Severity"), ("count", "Jumlah", "Count"), ("means", "Artinya", "Meaning")
        ),
        rows=tuple(_levels(findings)),
        caption=findings.t("Hasil menurut tingkat", "Findings by severity"),
    )


def _levels(findings: Findings) -> Iterator[_Line]:
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


def _by_actor(findings: Findings) -> Table:
    """Return how many findings each of those who act has before them."""
    severities = tuple(SEVERITIES.items())
    columns = (
        Column(key="actor", title=findings.t("Yang menindaklanjuti", "Acted on by")),
        *(Column(key=str(kind), title=head(findings.lang), summed=True) for kind, head in severities),
        Column(key="count", title=findings.t("Jumlah", "Total"), summed=True),
    )
    rows: tuple[_Line, ...] = tuple(
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


def _counts(entries: Iterable[NumberedFinding]) -> tuple[int, ...]:
    """Return how many there are of each severity, and in all."""
    found = Counter(entry.finding.severity for entry in entries)
    return (*(found[severity] for severity in SEVERITIES), found.total())


def title(findings: Findings) -> str:
    """Return the title of the document."""
    period = " ".join(map(capital, findings.period.split()))
    return findings.t(
        f"Hasil Pemeriksaan Data Layanan Informasi Publik {period}",
        f"Check of the Data on the Information Service in {findings.period}",
    )


@section("findings-summary", "Ringkasan", "Summary")
def summary(findings: Findings) -> Iterator[Block]:
    """Yield the first page: what was read and asked, how many findings, who acts on them, what to do."""
    body = findings.intake.year.body.name or findings.t("badan publik ini", "this public body")
    subject = findings.t(
        f"Yang diperiksa adalah data layanan informasi publik {body} {findings.period}, "
        f"keadaan per {findings.day}.",
        f"What was checked are the data on the information service of {body} in {findings.period}, "
        f"as of {findings.day}.",
    )
    yield Paragraph(content=(subject,))
    yield Paragraph(content=(f"{_read(findings)} {_asked(findings)}".strip(),))
    yield _by_severity(findings)
    yield from (Paragraph(content=(told,)) for told in without_findings(findings))
    if findings.sheets:
        yield _by_actor(findings)
    yield Items(items=tuple((step,) for step in _steps(findings)), ordered=True)


def _read(findings: Findings) -> str:
    """Return how much was read, and whether all of it is used; nothing of what was not read from tables."""
    tables, rows = len(findings.intake.read), sum(findings.intake.read.values())
    problems = len(findings.intake.problems)
    parts = []
    if rows:
        parts.append(_READ.fill(rows=findings.count(rows), tables=findings.count(tables))(findings.lang))
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
    return " ".join(part.fill(**words)(findings.lang) for part in parts)


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


_READ = Bilingual(
    "Terbaca {rows} baris dalam {tables} tabel.",
    "Read: {rows} {rows:row|rows} in {tables} {tables:table|tables}.",
)
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


@section("findings-unread", "Yang Tidak Terbaca", "Not Read")
def unread(findings: Findings) -> Iterator[Block]:
    """Yield every entry that could not be read."""
    lang = findings.lang
    yield Table(
        key="findings-unread",
        columns=findings.columns(
            ("number", "No.", "No."),
            ("place", "Tempat", "Place"),
            ("what", "Hasil", "Finding"),
            ("expected", "Yang dapat dibaca", "What can be read"),
            ("follow_up", FOLLOW_UP_HEADING.id, FOLLOW_UP_HEADING.en),
        ),
        rows=tuple(
            (number, place(problem.source, lang), problem.message(lang), problem.expected(lang), TO_FILL_IN)
            for number, problem in enumerate(findings.intake.problems, start=1)
        ),
        caption=findings.t("Isian yang tidak terbaca", "Entries that could not be read"),
        wide=True,
        notes=(_MEND_FIRST(lang),),
    )


_MEND_FIRST = Bilingual(
    "Baris dengan isian ini belum ikut dihitung dan diperiksa. Betulkan lebih dahulu.",
    "Rows with these entries are neither counted nor checked yet. Mend them first.",
)
