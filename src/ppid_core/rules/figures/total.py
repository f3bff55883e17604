"""T104: tables and groups of aggregate lines against their own totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import (
    OVERLAPPING,
    Absent,
    Aggregate,
    CellState,
    Dimension,
    Register,
    ServiceYear,
    StatedTotal,
)
from ppid_core.rules.casebook.aggregate_lines import (
    PARTS_OF_AN_OUTCOME,
    AggregateLines,
    lines_of,
    part_key,
    part_named,
    part_title,
    same_part,
)
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import term
from ppid_core.rules.engine.place import Placed, places_of
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.figures.joint import joint_totals
from ppid_core.summary import listed
from ppid_core.summary.parts import Amount

_MATRIX = frozenset({"ketersediaan", "kepatuhan"})
_Cells = Sequence[tuple[Placed, int | Decimal | None]]


@frozen(kw_only=True)
class _ColumnSum:
    """What the rows of a column add up to (*jumlah kolom*).

    Attributes:
        rows: the rows that were added.
        sum: of the cells that say a number.
        is_whole: whether every row says one.
    """

    rows: tuple[Placed, ...]
    sum: Decimal
    is_whole: bool

    def contradicts(self, total: Decimal) -> bool:
        """Tell whether ``total`` cannot be right; where cells are blank, only a smaller one cannot."""
        return total != self.sum if self.is_whole else total < self.sum


def _column_sum(
    year: ServiceYear, table: str, column: str, span: tuple[int, int] | None = None
) -> _ColumnSum | None:
    """Return the sum of a column, or of some of its rows; None where none of them says a number."""
    cells = _matrix_cells(year, column) if table in _MATRIX else _cells(year, table, column)
    if span is not None:
        cells = cells[slice(*span)]
    numbers = [None if value is None else Decimal(value) for _, value in cells]
    amount = Amount.of(numbers)
    if not amount.known:
        return None
    rows = tuple(row for row, _ in cells)
    return _ColumnSum(rows=rows, sum=amount.total, is_whole=amount.known == amount.lines)


def _cells(year: ServiceYear, table: str, column: str) -> _Cells:
    read = _COLUMNS.get((table, column))
    return [] if read is None else read(year)


def _matrix_cells(year: ServiceYear, code: str) -> _Cells:
    """Return a 1 for each tick under one type of information."""
    if isinstance(year.matrix, Absent):
        return []
    places = [place for place, kind in enumerate(year.matrix.types) if kind.code == code]
    return [
        (row, int(row.states[place] is CellState.DISCLOSED))
        for _, row in year.matrix.typed_rows()
        for place in places
    ]


_COLUMNS: Mapping[tuple[str, str], Callable[[ServiceYear], _Cells]] = {
    ("permohonan", "jumlah"): lambda year: [(row, row.count) for row in listed(year.requests)],
    ("permohonan", "jumlah_pemohon"): lambda year: [(row, row.count) for row in listed(year.requests)],
    ("permohonan", "biaya"): lambda year: [(row, row.cost) for row in listed(year.requests)],
    ("keberatan", "jumlah"): lambda year: [(row, row.count) for row in listed(year.objections)],
    ("sengketa", "jumlah"): lambda year: [(row, row.count) for row in listed(year.disputes)],
    ("gugatan", "jumlah"): lambda year: [(row, row.count) for row in listed(year.suits)],
    ("rekap", "jumlah"): lambda year: [(line, line.count) for line in year.aggregates],
    ("kunjungan", "kunjungan"): lambda year: [(row, row.count) for row in listed(year.service.visits)],
    ("anggaran", "alokasi"): lambda year: [(line, line.allocated) for line in year.budget_lines],
    ("anggaran", "realisasi"): lambda year: [(line, line.realised) for line in year.budget_lines],
    ("sdm", "jumlah"): lambda year: [(row, row.count) for row in listed(year.service.staff)],
    ("sarana_prasarana", "jumlah"): lambda year: [
        (row, row.count) for row in listed(year.service.facilities)
    ],
    ("saq", "bobot"): lambda year: [(row, row.weight) for row in listed(year.questions)],
    ("peringkat_opd", "nilai"): lambda year: [(row, row.value) for row in listed(year.activity.ranking)],
}


_NO_TOTAL = Bilingual(
    "tidak ada jumlah yang dapat dibandingkan dengan rinciannya", "no total can be compared with its parts"
)
_WRITTEN = Bilingual("tertulis", "it is written")
_ADDING_UP = Bilingual("berjumlah", "adds up to")
_TOGETHER = Bilingual("bersama-sama", "together")
_PARTS = Bilingual("rinciannya berjumlah", "the parts add up to")
_AT_MOST = Bilingual("jumlah seluruhnya", "the total is")
_ONE_ALONE = Bilingual("salah satunya", "one of them")
_Judged = tuple[Finding, bool]


def _own_totals(evidence: Evidence) -> Iterator[Finding]:
    """Yield each total that its own parts contradict: rows JUMLAH, staff, groups of aggregate lines."""
    year = evidence.year
    registers = [
        lines_of(year, register) for register in Register if not year.unread_cells("rekap", register)
    ]
    judged = (
        *_stated_totals(year),
        *_staff_total(year),
        *(pair for lines in registers for pair in _doubled(lines)),
        *(pair for lines in registers for pair in _group_totals(lines)),
        *(pair for lines in registers for pair in _monthly_lines(lines, year)),
        *(pair for lines in registers for pair in joint_totals(lines)),
    )
    yield from (finding for finding, contradicts in present(judged, _NO_TOTAL) if contradicts)


def _stated_totals(year: ServiceYear) -> Iterator[_Judged]:
    for total in year.stated_totals:
        if year.unread_cells(total.table, total.column):
            continue
        if total.lines is not None:
            yield from _joint_total(year, total, total.lines)
            continue
        found = _column_sum(year, total.table, total.column, total.rows)
        if found is None and not _is_empty(year, total):
            continue
        finding = Finding(
            subject=_subject(total),
            sources=(total.source, *places_of(found.rows if found else ())),
            provided=total.value,
            expected=found.sum if found else Decimal(0),
            facts={"what": _column(total), "how": _WRITTEN, "against": _PARTS},
        )
        yield finding, found.contradicts(total.value) if found else total.value != 0


def _joint_total(year: ServiceYear, total: StatedTotal, places: Sequence[int]) -> Iterator[_Judged]:
    """Judge what a table of joint counts states at the end of a row or column, by the cells that it sums."""
    if any(at >= len(year.aggregates) for at in places):
        return
    lines = [year.aggregates[at] for at in places]
    if any(year.unread_cells(total.table, line.register) for line in lines):
        return
    summed = Decimal(sum(line.number for line in lines))
    row = "" if total.source is None or total.source.row is None else f"#{total.source.row}"
    finding = Finding(
        subject=f"total:{total.table}:{total.column}{row}",
        sources=(total.source, *places_of(lines)),
        provided=total.value,
        expected=summed,
        facts={
            "what": Bilingual(
                f'Jumlah "{total.column}" di tabel {total.table}',
                f'Total "{total.column}" of table {total.table}',
            ),
            "how": _WRITTEN,
            "against": _PARTS,
        },
    )
    yield finding, total.value < summed if total.is_partial else total.value != summed


def _subject(total: StatedTotal) -> str:
    """Return the key of a total; of several in a table each names its rows."""
    span = "" if total.rows is None else f"#{total.rows[0] + 1}-{total.rows[1]}"
    return f"total:{total.table}.{total.column}{span}"


def _is_empty(year: ServiceYear, total: StatedTotal) -> bool:
    """Tell whether a table has no rows above its total; one whose cells are blank has some."""
    if total.rows is not None:
        return False
    if total.table in _MATRIX:
        return isinstance(year.matrix, Absent) or not year.matrix.rows
    read = _COLUMNS.get((total.table, total.column))
    return read is not None and not read(year)


def _column(total: StatedTotal) -> Bilingual:
    name = Bilingual("Jumlah", "Total") if total.rows is None else Bilingual("Subjumlah", "Subtotal")
    return Bilingual(
        f"{name.id} kolom {total.column} di tabel {total.table}",
        f"{name.en} of column {total.column} in table {total.table}",
    )


def _staff_total(year: ServiceYear) -> Iterator[_Judged]:
    found = _column_sum(year, "sdm", "jumlah")
    if year.unread_cells("sdm", "jumlah"):
        return
    if found is not None and year.service.staff_total is not None:
        finding = Finding(
            subject="staff.total",
            sources=(year.service.staff_total_source, *places_of(found.rows)),
            provided=year.service.staff_total,
            expected=found.sum,
            facts={
                "what": Bilingual("Jumlah petugas", "Number of staff"),
                "how": _WRITTEN,
                "against": _PARTS,
            },
        )
        yield finding, found.contradicts(Decimal(year.service.staff_total))


def _doubled(lines: AggregateLines) -> Iterator[_Judged]:
    """Judge the total and each month that several lines state: they are added up, and counted twice."""
    stated: dict[str, list[Aggregate]] = {}
    for line in lines.lines:
        dimension, category, _ = part_named(line)
        is_one = dimension is None or (dimension is Dimension.MONTH and bool(category))
        if is_one and line.count is not None:
            stated.setdefault(part_key(line), []).append(line)
    for subject, same in stated.items():
        if len(same) > 1:
            together, largest = sum(line.number for line in same), max(line.number for line in same)
            title, number = part_title(same[0]), len(same)
            finding = Finding(
                subject=subject,
                sources=places_of(same),
                provided=together,
                expected=largest,
                facts={
                    "what": Bilingual(f"{title.id}, {number} baris", f"{title.en}, {number} lines"),
                    "how": _TOGETHER,
                    "against": _ONE_ALONE,
                },
            )
            yield finding, together != largest


def _group_totals(lines: AggregateLines) -> Iterator[_Judged]:
    """Judge each group by the whole: above it contradicts; below it, some parts are only not named.

    Without a whole, groups are judged by the first one; where its count is said not to be recorded, none is:
    each may name a part only. Parts that overlap are never added: each is judged.
    """
    groups = lines.dimensions
    alone = {*PARTS_OF_AN_OUTCOME, *OVERLAPPING}
    first = next((group for group in groups if group not in alone), None)
    for group in groups:
        whole = lines.whole_of(group)
        if group in OVERLAPPING:
            yield from _each_beside_whole(lines, group, whole)
        elif whole is not None:
            yield _beside_whole(lines, group, whole), lines.sum_of(group) > whole
        elif first is not None and group not in {first, *alone} and not lines.is_uncounted:
            yield _beside_group(lines, group, first), lines.sum_of(group) != lines.sum_of(first)


def _each_beside_whole(lines: AggregateLines, group: Dimension, whole: int | None) -> Iterator[_Judged]:
    """Judge each part of a group whose parts overlap: none can be more than the whole."""
    parts = lines.parts(group)
    for line in lines.under(group):
        _, category, month = same_part(line)
        if whole is not None and month is None:
            finding = Finding(
                subject=part_key(line),
                sources=places_of((*lines.heads(group)[:1], line)),
                provided=parts[category],
                expected=whole,
                facts={"what": part_title(line), "how": _WRITTEN, "against": _AT_MOST},
            )
            yield finding, parts[category] > whole


def _beside_whole(lines: AggregateLines, group: Dimension, whole: int) -> Finding:
    return Finding(
        subject=f"{lines.register}.by_{group}",
        sources=places_of((*lines.heads(group)[:1], *lines.under(group))),
        provided=whole,
        expected=lines.sum_of(group),
        facts={"what": _group(lines, group), "how": _WRITTEN, "against": _PARTS},
    )


def _beside_group(lines: AggregateLines, group: Dimension, other: Dimension) -> Finding:
    name = term(other)
    return Finding(
        subject=f"{lines.register}.by_{group}",
        sources=places_of((*lines.under(group), *lines.under(other))),
        provided=lines.sum_of(group),
        expected=lines.sum_of(other),
        facts={
            "what": _group(lines, group),
            "how": _ADDING_UP,
            "against": Bilingual(f"menurut {name.id} berjumlah", f"by {name.en} it adds up to"),
        },
    )


def _group(lines: AggregateLines, group: Dimension) -> Bilingual:
    whole, along = term(lines.register), term(group)
    return Bilingual(f"Rekap {whole.id} menurut {along.id}", f"Aggregate lines of {whole.en} by {along.en}")


def _monthly_lines(lines: AggregateLines, year: ServiceYear) -> Iterator[_Judged]:
    """Judge each line for the whole period by the lines that a month narrows."""
    for whole, months in lines.narrowed():
        total = sum(line.number for line in months)
        all_told = {line.period.month for line in months if line.period} >= set(year.period.part.months)
        finding = Finding(
            subject=part_key(whole),
            sources=(whole.source, *places_of(months)),
            provided=whole.count,
            expected=total,
            facts={"what": part_title(whole), "how": _WRITTEN, "against": _PARTS},
        )
        yield finding, total > whole.number or (all_told and total != whole.number)


T104 = Rule(
    code="T104",
    severity=Severity.ERROR,
    title=Bilingual("Jumlah berbeda dari rinciannya", "A total differs from its own parts"),
    message=Bilingual(
        "{what}: {how} {provided}, {against} {expected} (selisih {difference}).",
        "{what}: {how} {provided}, {against} {expected} (difference {difference}).",
    ),
    mend=Bilingual(
        "Betulkan jumlahnya menjadi {expected}, atau perbaiki rinciannya; baris jumlah cukup satu.",
        "Correct the total to {expected}, or correct its parts; one total line is enough.",
    ),
    explanation=Bilingual(
        "Jumlah di kaki tabel dan jumlah sebuah kelompok harus sama dengan rinciannya. Rincian kelompok yang"
        " kurang dari jumlahnya dianggap belum lengkap; yang melebihinya bertentangan. Dua baris jumlah"
        " dijumlahkan, sehingga satu hal terhitung dua kali. Tepi tabel silang dan rincian menurut dua hal"
        " sekaligus diperiksa dengan cara yang sama.",
        "The total under a table, or of a group, has to equal its parts. Parts that fall short of it count as"
        " not recorded; parts that exceed it contradict it. Two total lines are added up, so that one thing"
        " counts twice. The edges of a table of joint counts, and counts of two things at once, are judged in"
        " the same way.",
    ),
    where=Bilingual(
        "baris JUMLAH; tabel laporan, kunci sdm.jumlah; tabel rekap, kolom jumlah",
        "row JUMLAH; table laporan, key sdm.jumlah; table rekap, column jumlah",
    ),
    example=Bilingual.both("5 + 1 + 1, JUMLAH 7"),
    check=_own_totals,
)
