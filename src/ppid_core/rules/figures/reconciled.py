"""T105: aggregate lines against the rows of the same register, both ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ppid_core.glossary import say
from ppid_core.language import Bilingual
from ppid_core.model import Aggregate, Dimension, Register
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.place import places_of
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.figures.groups import Lines, lines_of, part_key, part_named, part_title, same_part
from ppid_core.rules.figures.recorded import Bounds, RegisterRows, recorded_rows
from ppid_core.rules.figures.unnamed import unnamed

NO_BOTH = Bilingual(
    "tidak ada rekap yang barisnya juga tercatat", "no aggregate line has rows of the register beside it"
)
UNSAID = Bilingual("rekap tidak menyebutnya", "the lines do not name it")
Judged = tuple[Finding, bool]


def aggregates_and_rows(evidence: Evidence) -> Iterator[Finding]:
    """Yield each part of which aggregate lines and rows say different things, or only the rows anything."""
    pairs = [pair for register in Register for pair in _both_ways(register, evidence)]
    for finding, contradicts in present(pairs, NO_BOTH):
        if contradicts:
            yield finding


def _both_ways(register: Register, evidence: Evidence) -> Iterator[Judged]:
    lines = lines_of(evidence.year, register)
    if evidence.year.unread_cells("rekap", register):
        return
    rows = recorded_rows(evidence.year, register, evidence.summary) if lines.lines else None
    if rows is None:
        return
    parts: dict[tuple[Dimension | None, str, int | None], list[Aggregate]] = {}
    for line in (line for line in lines.lines if line.count is not None):
        parts.setdefault(same_part(line), []).append(line)
    for same in parts.values():
        bounds = rows.bounds(same[0], named_in(lines, same[0]))
        if bounds is not None:
            yield _beside(same, bounds, rows)
    for part, number in unnamed(lines, rows, evidence.year.period.year):
        yield _left_out(part, number, lines, rows), True


def named_in(lines: Lines, line: Aggregate) -> frozenset[str]:
    """Return the categories that the lines of one group name."""
    dimension = part_named(line)[0]
    return frozenset() if dimension is None else frozenset(lines.parts(dimension))


def _beside(lines: Sequence[Aggregate], bounds: Bounds, rows: RegisterRows) -> Judged:
    """Judge the lines of one part, which add up where there are several."""
    (low, high), said = bounds, sum(line.number for line in lines)
    nearest = low if said < low else high
    gap = abs(said - nearest)
    finding = Finding(
        subject=part_key(lines[0]),
        sources=(*places_of(lines), *places_of(rows.rows)),
        provided=said,
        expected=nearest,
        facts={
            "what": part_title(lines[0]),
            "said": Bilingual(f"rekap menyebut {say(said, 'id')}", f"rekap says {say(said, 'en')}"),
            "gap": Bilingual(f" (selisih {say(gap, 'id')})", f" (difference {say(gap, 'en')})"),
        },
    )
    return finding, not low <= said <= high


def _left_out(part: Aggregate, number: int, lines: Lines, rows: RegisterRows) -> Finding:
    """Return a part that the rows name and the lines of its group do not."""
    group, _, _ = part_named(part)
    beside = () if group is None else lines.under(group)
    return Finding(
        subject=part_key(part),
        sources=(*places_of(beside), *places_of(rows.rows)),
        expected=number,
        facts={"what": part_title(part), "said": UNSAID, "gap": ""},
    )


T105 = Rule(
    code="T105",
    severity=Severity.ERROR,
    title=Bilingual("Rekap berbeda dari baris register", "Aggregate lines differ from the rows"),
    message=Bilingual(
        "{what}: {said}, register berjumlah {expected}{gap}.",
        "{what}: {said}, the register adds up to {expected}{gap}.",
    ),
    mend=Bilingual(
        "Laporan memakai register, {expected}. Betulkan atau lengkapi rekap, atau perbaiki baris register.",
        "The report uses the register, {expected}. Correct or complete the lines, or mend the rows.",
    ),
    explanation=Bilingual(
        "Rekap dan register mencatat hal yang sama; bila keduanya ada, hasilnya harus sama dari kedua arah:"
        " bagian yang hanya ada di rekap, dan bagian yang hanya ada di register. Rekap yang kurang dari"
        " jumlahnya boleh tidak menyebut bagian selama sisanya cukup.",
        "Aggregate lines and the register record the same cases; where both exist, they have to agree both"
        " ways: what only the lines name, and what only the rows do. Lines that fall short of their total may"
        " leave parts out as long as the rest holds them.",
    ),
    where=Bilingual(
        "tabel rekap, kolom jumlah; atau baris register", "table rekap, column jumlah; or the register's rows"
    ),
    example=Bilingual(
        "rekap: permohonan 84; permohonan: dua belas baris yang berjumlah 84",
        "rekap: permohonan 84; permohonan: twelve rows that add up to 84",
    ),
    check=aggregates_and_rows,
)
