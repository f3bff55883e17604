"""T104 and T105: tables against their own totals, aggregate lines against rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ppid_core.language import Bilingual
from ppid_core.model import Aggregate, Dimension, Register, ServiceYear, StatedTotal
from ppid_core.rules.columns import column_sum
from ppid_core.rules.evidence import Evidence, present
from ppid_core.rules.finding import Finding, Severity
from ppid_core.rules.groups import PARTS_OF_AN_OUTCOME, Lines, lines_of, part_key, part_title
from ppid_core.rules.naming import term
from ppid_core.rules.place import places_of
from ppid_core.rules.recorded import Bounds, RegisterRows, recorded_rows
from ppid_core.rules.rule import Rule

NO_TOTAL = Bilingual(
    "tidak ada jumlah yang dapat dibandingkan dengan rinciannya", "no total can be compared with its parts"
)
NO_BOTH = Bilingual(
    "tidak ada rekap yang barisnya juga tercatat", "no aggregate line has rows of the register beside it"
)
Judged = tuple[Finding, bool]


def own_totals(evidence: Evidence) -> Iterator[Finding]:
    """Yield each total that its own parts contradict: rows JUMLAH, staff, groups of aggregate lines."""
    year = evidence.year
    judged = (
        *_stated_totals(year),
        *_staff_total(year),
        *(pair for register in Register for pair in _group_totals(lines_of(year, register))),
        *(pair for register in Register for pair in _monthly_lines(lines_of(year, register), year)),
    )
    yield from (finding for finding, contradicts in present(judged, NO_TOTAL) if contradicts)


def _stated_totals(year: ServiceYear) -> Iterator[Judged]:
    for total in year.stated_totals:
        found = column_sum(year, total.table, total.column)
        if found is not None:
            place = f"{total.table}.{total.column}"
            finding = Finding(
                subject=f"total:{place}",
                sources=(total.source, *places_of(found.rows)),
                provided=total.value,
                expected=found.sum,
                facts={"what": _column(total)},
            )
            yield finding, found.contradicts(total.value)


def _column(total: StatedTotal) -> Bilingual:
    return Bilingual(
        f"Jumlah kolom {total.column} di tabel {total.table}",
        f"Total of column {total.column} in table {total.table}",
    )


def _staff_total(year: ServiceYear) -> Iterator[Judged]:
    found = column_sum(year, "sdm", "jumlah")
    if found is not None and year.service.staff_total is not None:
        finding = Finding(
            subject="staff.total",
            sources=(year.service.staff_total_source, *places_of(found.rows)),
            provided=year.service.staff_total,
            expected=found.sum,
            facts={"what": Bilingual("Jumlah petugas", "Number of staff")},
        )
        yield finding, found.contradicts(Decimal(year.service.staff_total))


def _group_totals(lines: Lines) -> Iterator[Judged]:
    """Judge each group by the whole: above it contradicts; below it, some parts are only not named."""
    groups = lines.dimensions
    first = next((group for group in groups if group not in PARTS_OF_AN_OUTCOME), None)
    for group in groups:
        whole, head = lines.whole_of(group), lines.heads(group)
        if whole is not None:
            finding = _group_finding(lines, group, whole, lines.sum_of(group), head)
            yield finding, lines.sum_of(group) > whole
        elif first is not None and group not in {first, *PARTS_OF_AN_OUTCOME}:
            one, other = lines.sum_of(group), lines.sum_of(first)
            yield _group_finding(lines, group, one, other, lines.under(group)), one != other


def _group_finding(
    lines: Lines, group: Dimension, provided: int, expected: int, heads: Sequence[Aggregate]
) -> Finding:
    rows = lines.under(group)
    first = heads[0].source if heads else None
    name = term(group)
    return Finding(
        subject=f"{lines.register}.by_{group}",
        sources=(first, *places_of(rows)),
        provided=provided,
        expected=expected,
        facts={
            "what": Bilingual(
                f"Rekap {term(lines.register).id} menurut {name.id}",
                f"Aggregate lines of {term(lines.register).en} by {name.en}",
            )
        },
    )


def _monthly_lines(lines: Lines, year: ServiceYear) -> Iterator[Judged]:
    """Judge each line for the whole period by the lines that a month narrows."""
    for whole, months in lines.narrowed():
        total = sum(line.count for line in months)
        all_told = {line.period.month for line in months if line.period} >= set(year.period.part.months)
        finding = Finding(
            subject=part_key(whole),
            sources=(whole.source, *places_of(months)),
            provided=whole.count,
            expected=total,
            facts={"what": part_title(whole)},
        )
        yield finding, total > whole.count or (all_told and total != whole.count)


def aggregates_and_rows(evidence: Evidence) -> Iterator[Finding]:
    """Yield each aggregate line that the rows of its register contradict."""
    pairs = [pair for register in Register for pair in _beside_rows(register, evidence)]
    for finding, contradicts in present(pairs, NO_BOTH):
        if contradicts:
            yield finding


def _beside_rows(register: Register, evidence: Evidence) -> Iterator[Judged]:
    lines = lines_of(evidence.year, register).lines
    rows = recorded_rows(evidence.year, register, evidence.summary) if lines else None
    if rows is None:
        return
    parts: dict[str, list[Aggregate]] = {}
    for line in lines:
        parts.setdefault(part_key(line), []).append(line)
    for same in parts.values():
        bounds = rows.bounds(same[0])
        if bounds is not None:
            yield _beside(same, bounds, rows)


def _beside(lines: Sequence[Aggregate], bounds: Bounds, rows: RegisterRows) -> Judged:
    """Judge the lines of one part, which add up where there are several."""
    (low, high), said = bounds, sum(line.count for line in lines)
    nearest = low if said < low else high
    finding = Finding(
        subject=part_key(lines[0]),
        sources=(*(line.source for line in lines), *places_of(rows.rows)),
        provided=said,
        expected=nearest,
        facts={"what": part_title(lines[0])},
    )
    return finding, not low <= said <= high


T104 = Rule(
    code="T104",
    severity=Severity.ERROR,
    title=Bilingual("Jumlah berbeda dari rinciannya", "A total differs from its own parts"),
    message=Bilingual(
        "{what}: tertulis {provided}, rinciannya berjumlah {expected} (selisih {difference}).",
        "{what}: {provided} is written, the parts add up to {expected} (difference {difference}).",
    ),
    mend=Bilingual(
        "Betulkan jumlahnya menjadi {expected}, atau perbaiki rinciannya.",
        "Correct the total to {expected}, or correct its parts.",
    ),
    explanation=Bilingual(
        "Jumlah di kaki tabel dan jumlah sebuah kelompok harus sama dengan rinciannya. Rincian kelompok yang"
        " kurang dari jumlahnya dianggap belum lengkap; yang melebihinya bertentangan.",
        "The total under a table, or of a group, has to equal its parts. Parts that fall short of it count as"
        " not recorded; parts that exceed it contradict it.",
    ),
    where=Bilingual(
        "baris JUMLAH; tabel laporan, kunci sdm.jumlah; tabel rekap, kolom jumlah",
        "row JUMLAH; table laporan, key sdm.jumlah; table rekap, column jumlah",
    ),
    example=Bilingual("5 + 1 + 1, JUMLAH 7", "5 + 1 + 1, JUMLAH 7"),
    check=own_totals,
)
T105 = Rule(
    code="T105",
    severity=Severity.ERROR,
    title=Bilingual("Rekap berbeda dari baris register", "Aggregate lines differ from the rows"),
    message=Bilingual(
        "{what}: rekap menyebut {provided}, register berjumlah {expected} (selisih {difference}).",
        "{what}: rekap says {provided}, the register adds up to {expected} (difference {difference}).",
    ),
    mend=Bilingual(
        "Laporan memakai register, {expected}. Betulkan rekap, atau perbaiki baris register.",
        "The report uses the register, {expected}. Correct the aggregate line, or the rows.",
    ),
    explanation=Bilingual(
        "Rekap dan register mencatat hal yang sama; bila keduanya ada, hasilnya harus sama.",
        "Aggregate lines and the register record the same cases; where both exist, they have to agree.",
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
