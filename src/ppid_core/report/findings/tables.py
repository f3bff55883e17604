"""The tables of findings: one row for each place to mend, the last column left empty for the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.report.blocks import Column, Table
from ppid_core.report.findings.entries import SEVERITIES, Entry, Findings
from ppid_core.report.findings.places import places
from ppid_core.report.values import Value

TO_FILL_IN = ""
"""What stands under *Tindak lanjut*: nothing, it is written by hand."""
FOLLOW_UP_HEADING = Bilingual(
    "Tindak lanjut (apa,\u00a0siapa,\u00a0kapan)", "Follow-up (what,\u00a0who,\u00a0when)"
)
"""Its spaces do not break, so that formats leave the column wide enough to write in."""


@frozen(kw_only=True)
class Field:
    """A column, and what it holds of a finding."""

    key: str
    heading: Bilingual
    value: Callable[[Findings, Entry], Value]


NUMBER = Field(key="number", heading=Bilingual("No.", "No."), value=lambda _, entry: entry.number)
SEVERITY = Field(
    key="severity",
    heading=Bilingual("Tingkat", "Severity"),
    value=lambda findings, entry: SEVERITIES[entry.finding.severity](findings.lang),
)
PLACE = Field(
    key="place",
    heading=Bilingual("Tempat", "Place"),
    value=lambda findings, entry: places(entry.finding.places, findings.lang) or "–",
)
WHAT = Field(
    key="what",
    heading=Bilingual("Hasil", "Finding"),
    value=lambda findings, entry: findings.checked.message(entry.finding, findings.lang),
)
MEND = Field(
    key="mend",
    heading=Bilingual("Cara memperbaiki", "How to mend"),
    value=lambda findings, entry: findings.checked.mend(entry.finding, findings.lang),
)
CODE = Field(key="code", heading=Bilingual("Kode", "Code"), value=lambda _, entry: entry.finding.code)
BASIS = Field(
    key="basis",
    heading=Bilingual("Dasar", "Basis"),
    value=lambda findings, entry: "; ".join(cited(findings.lang) for cited in entry.finding.basis) or "–",
)
ACTOR = Field(
    key="actor",
    heading=Bilingual("Ditindaklanjuti oleh", "Acted on by"),
    value=lambda _, entry: entry.actor.short,
)
REASON = Field(
    key="reason", heading=Bilingual("Penjelasan", "Explanation"), value=lambda _, entry: entry.finding.waived
)
FOLLOW_UP = Field(key="follow_up", heading=FOLLOW_UP_HEADING, value=lambda _, __: TO_FILL_IN)


def entry_table(
    findings: Findings,
    key: str,
    caption: str,
    entries: Sequence[Entry],
    fields: Sequence[Field],
    *,
    notes: tuple[str, ...] = (),
) -> Table:
    """Return the table of ``entries`` with these columns, all of them."""
    return Table(
        key=f"findings-{key}",
        columns=tuple(Column(key=field.key, title=field.heading(findings.lang)) for field in fields),
        rows=tuple(tuple(field.value(findings, entry) for field in fields) for entry in entries),
        caption=caption,
        wide=True,
        notes=notes,
    )
