"""The tables of findings: one row for each place to mend, the last column left empty for the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from attrs import frozen

from ppid_core.language import Bilingual, Lang
from ppid_core.report.blocks import Table
from ppid_core.report.findings.entries import SEVERITIES, Findings, NumberedFinding
from ppid_core.report.values import Value
from ppid_core.source import Source
from ppid_core.writing import format_number

_HEADING_ROW = 1
_MOST_RUNS = 20


def place(source: Source, lang: Lang) -> str:
    """Return ``permohonan.csv baris 8, kolom bulan``, or ``buku.xlsx, lembar Permohonan, sel C8``.

    Of a heading only its row is named, the sentence says which it is.
    """
    if source.cell:
        return f"{_file(source, lang)}, {_CELL(lang)} {source.cell}"
    row = "" if source.row is None else f"{_ROW(lang)} {source.row}"
    named = " ".join(part for part in (_file(source, lang), row) if part)
    is_cell = source.column and source.row != _HEADING_ROW
    return f"{named}, {_COLUMN(lang)} {source.column}" if is_cell else named


def _places(sources: Sequence[Source], lang: Lang) -> str:
    """Return several places, the rows of one file together: ``keberatan.csv baris 2–7; sdm.csv baris 2``."""
    if len(sources) == 1:
        return place(sources[0], lang)
    groups = groupby(sources, key=lambda source: _file(source, lang))
    return "; ".join(_together(file, list(group), lang) for file, group in groups)


def _together(file: str, sources: Sequence[Source], lang: Lang) -> str:
    rows = sorted({source.row for source in sources if source.row is not None})
    if not rows:
        return file
    if all(source.cell for source in sources):
        return f"{file}, {_CELL(lang)} {', '.join(dict.fromkeys(source.cell for source in sources))}"
    runs = list(_runs(rows))
    told = ", ".join(_told(run) for run in runs[:_MOST_RUNS])
    rest = sum(len(run) for run in runs[_MOST_RUNS:])
    more = _MORE(lang).format(count=format_number(rest, lang)) if rest else ""
    return f"{file} {_ROW(lang)} {told}{more}".strip()


def _runs(rows: Iterable[int]) -> Iterator[list[int]]:
    """Yield ascending numbers in runs without a gap."""
    numbered = groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    yield from ([row for _, row in group] for _, group in numbered)


def _told(run: Sequence[int]) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"


def _file(source: Source, lang: Lang) -> str:
    sheet = f"{_SHEET(lang)} {source.sheet}" if source.sheet else ""
    return ", ".join(part for part in (source.file, sheet) if part)


_ROW, _COLUMN = Bilingual("baris", "row"), Bilingual("kolom", "column")
_SHEET, _CELL = Bilingual("lembar", "sheet"), Bilingual("sel", "cell")
_MORE = Bilingual(" dan {count} baris lain", " and {count} more rows")


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
    "place", "Tempat", "Place", lambda findings, entry: _places(entry.finding.places, findings.lang) or "–"
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
