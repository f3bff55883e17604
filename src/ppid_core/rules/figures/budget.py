"""B101 and B102: money spent within what was granted, and lines that add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ppid_core.glossary import spelling
from ppid_core.language import Bilingual
from ppid_core.model import BudgetLine
from ppid_core.rules.engine.evidence import Evidence, known, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.place import budget_key
from ppid_core.rules.engine.rule import Rule
from ppid_core.summary.parts import Amount
from ppid_core.writing import format_rupiah

_NO_PAIR = Bilingual(
    "tidak ada baris anggaran dengan alokasi dan realisasi", "no line records both allocation and realisation"
)
_NO_LINES = Bilingual(
    "anggaran tidak dirinci dalam beberapa baris", "the budget is not broken down into several lines"
)
_TOTAL = re.compile(r"(?:jumlah|total|grand total|sub ?total)\b.*")


def _within_allocation(evidence: Evidence) -> Iterator[Finding]:
    """Yield each line of which more is spent than was granted."""
    lines = enumerate(known(evidence.year.budget).lines, start=1)
    pairs = [(place, line, line.realised, line.allocated) for place, line in lines]
    full = (pair for pair in pairs if pair[2] is not None and pair[3] is not None)
    for place, line, realised, allocated in present(full, _NO_PAIR):
        if realised is not None and allocated is not None and realised > allocated:
            yield Finding(
                subject=budget_key(line, place),
                sources=(line.source,),
                provided=realised,
                expected=allocated,
                facts={
                    "funding": line.funding or "–",
                    "realised": _rupiah(realised),
                    "allocated": _rupiah(allocated),
                },
            )


def _lines_add_up(evidence: Evidence) -> Iterator[Finding]:
    """Yield each line that is itself a total among the lines: it is added a second time.

    A row JUMLAH stands in the first column under that word alone, and `T104` checks it; a line called
    *Jumlah anggaran* is data, so the budget counts twice what it adds up.
    """
    entries = [line for line in known(evidence.year.budget).lines if line.allocated is not None]
    for line in present(entries if len(entries) > 1 else (), _NO_LINES):
        others = [other for other in entries if other is not line]
        if _TOTAL.fullmatch(spelling(line.funding)):
            counted, parts = _sum([*others, line]), _sum(others)
            yield Finding(
                subject=f"budget:{line.funding}",
                sources=(line.source, others[0].source),
                provided=counted,
                expected=parts,
                facts={"funding": line.funding, "counted": _rupiah(counted), "parts": _rupiah(parts)},
            )


def _sum(lines: Sequence[BudgetLine]) -> Decimal:
    return Amount.of(line.allocated for line in lines).total


def _rupiah(amount: Decimal) -> Bilingual:
    return Bilingual(format_rupiah(amount, "id"), format_rupiah(amount, "en"))


B101 = Rule(
    code="B101",
    severity=Severity.ERROR,
    title=Bilingual("Realisasi melebihi alokasi", "More spent than granted"),
    message=Bilingual(
        "{funding}: realisasi {realised}, alokasi {allocated}.",
        "{funding}: spent {realised}, granted {allocated}.",
    ),
    mend=Bilingual(
        "Betulkan alokasi atau realisasinya; bila alokasi berubah, tulis yang terakhir.",
        "Correct the allocation or the realisation; where the allocation changed, write the last one.",
    ),
    explanation=Bilingual(
        "Realisasi anggaran tidak dapat melebihi alokasinya.",
        "A budget cannot be spent beyond its allocation.",
    ),
    where=columns(anggaran="alokasi realisasi"),
    example=Bilingual.both("alokasi Rp51.904.000,00, realisasi Rp49.500.000,00"),
    check=_within_allocation,
)
B102 = Rule(
    code="B102",
    severity=Severity.ERROR,
    title=Bilingual("Baris jumlah ikut dijumlahkan", "A total is added as a line"),
    message=Bilingual(
        'Baris "{funding}" ikut dijumlahkan: anggaran menjadi {counted}, tanpa baris itu {parts}.',
        'The line "{funding}" is added as well: the budget becomes {counted}, without it {parts}.',
    ),
    mend=Bilingual(
        "Tulis JUMLAH saja di kolom sumber, atau hapus baris itu.",
        "Write JUMLAH alone in column sumber, or remove the line.",
    ),
    explanation=Bilingual(
        "Setiap baris anggaran adalah satu sumber dana dan dijumlahkan. Baris yang sendirinya jumlah membuat"
        " anggaran terhitung dua kali.",
        "Each line of the budget is one source of money and is added up. A line that is itself a total makes"
        " the budget count twice.",
    ),
    where=columns(anggaran="sumber"),
    example=Bilingual.both("APBD; APBN; JUMLAH"),
    check=_lines_add_up,
)
