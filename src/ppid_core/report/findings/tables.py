"""The tables of findings: one row for each place to mend, the last column left empty for the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.report.blocks import Table
from ppid_core.report.findings.entries import SEVERITIES, Findings, NumberedFinding
from ppid_core.report.place import places
from ppid_core.report.values import Value

TO_FILL_IN = ""
"""What stands under *Tindak lanjut*: nothing, it is written by hand."""
FOLLOW_UP_HEADING = Bilingual(
    "Tindak lanjut (apa,\u00a0siapa,\u00a0kapan)", "Follow-up (what,\u00a0who,\u00a0when)"
)
"""Its spaces do not break, so that formats leave the column wide enough to write in."""


@frozen
class FindingColumn:
    """A column, its heading in both languages, and what it holds of a finding."""

    key: str
    indonesian: str
    english: str
    value: Callable[[Findings, NumberedFinding], Value]


NUMBER = FindingColumn("number", "No.", "No.", lambda _, entry: entry.number)
SEVERITY = FindingColumn(
    "severity",
    "Tingkat",
    "Severity",
    lambda findings, entry: SEVERITIES[entry.finding.severity](findings.lang),
)
PLACE = FindingColumn(
    "place", "Tempat", "Place", lambda findings, entry: places(entry.finding.places, findings.lang) or "–"
)
WHAT = FindingColumn(
    "what", "Hasil", "Finding", lambda findings, entry: findings.checked.message(entry.finding, findings.lang)
)
MEND = FindingColumn(
    "mend",
    "Cara memperbaiki",
    "How to mend",
    lambda findings, entry: findings.checked.mend(entry.finding, findings.lang),
)
CODE = FindingColumn("code", "Kode", "Code", lambda _, entry: entry.finding.code)
BASIS = FindingColumn(
    "basis",
    "Dasar",
    "Basis",
    lambda findings, entry: "; ".join(cited(findings.lang) for cited in entry.finding.basis) or "–",
)
ACTOR = FindingColumn("actor", "Ditindaklanjuti oleh", "Acted on by", lambda _, entry: entry.actor.short)
REASON = FindingColumn("reason", "Penjelasan", "Explanation", lambda _, entry: entry.finding.waived)
FOLLOW_UP = FindingColumn("follow_up", FOLLOW_UP_HEADING.id, FOLLOW_UP_HEADING.en, lambda _, __: TO_FILL_IN)


def entry_table(
    findings: Findings,
    key: str,
    caption: str,
    entries: Sequence[NumberedFinding],
    fields: Sequence[FindingColumn],
    *,
    notes: tuple[str, ...] = (),
) -> Table:
    """Return the table of ``entries`` with these columns, all of them."""
    return Table(
        key=f"findings-{key}",
        columns=findings.columns(*((field.key, field.indonesian, field.english) for field in fields)),
        rows=tuple(tuple(field.value(findings, entry) for field in fields) for entry in entries),
        caption=caption,
        wide=True,
        notes=notes,
    )
