"""Last year beside this one in a table: its figure, the change, and the percentage where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from ppid_core.glossary import label
from ppid_core.language import Bilingual
from ppid_core.model import Absent, AgencyRef, Breakdown, Dimension, Reason, Register, normal
from ppid_core.report.blocks import Chart, Column, Table
from ppid_core.report.material import Material
from ppid_core.report.prose import joined
from ppid_core.report.row_tables import Line
from ppid_core.report.text import text
from ppid_core.report.values import Counted, Days, Ratio, Rupiah, Value, number
from ppid_core.summary import (
    SMALLEST_BASE,
    UNNAMED,
    BreakKind,
    Counterpart,
    Origin,
    counterpart_of,
    ratio,
)
from ppid_core.writing import format_number
from ppid_core.writing.numbers import EXACT

NONE = "–"
"""Stands where nothing can be set beside a figure; a line below the table says why."""
LAST = "last"
"""The key of the column of last year."""
_PLACES = 4
_SOURCES = {
    Origin.REPORT: Bilingual("Pembanding: laporan tahun {year}.", "Compared with: the report of {year}."),
    Origin.TYPED: Bilingual(
        "Pembanding: angka tahun {year} di rekap.", "Compared with: the lines of {year} in rekap."
    ),
}
_SMALL = Bilingual(
    "Persentase perubahan tidak disajikan bila angka tahun {year} di bawah 10.",
    "No percentage of change is told where the figure of {year} is under 10.",
)
_NOTHING = Bilingual("Tanda –: tidak ada pembanding.", "A dash: there is nothing to compare it with.")


@frozen
class TwoYears:
    """A figure of last year and that of this one (*angka dua tahun*); either may be unknown.

    Attributes:
        before: that of last year.
        latest: that of this year.
        is_comparable: whether a change says anything: not of what a register left open.
    """

    before: Value
    latest: Value
    is_comparable: bool = True

    @property
    def sizes(self) -> tuple[Decimal, Decimal] | None:
        """Both as numbers, None where one of them is unknown."""
        before, latest = number(self.before), number(self.latest)
        return None if before is None or latest is None else (before, latest)

    @property
    def growth(self) -> Decimal | None:
        """The change as a share of last year; None on a base under ten, and of shares."""
        sizes = None if isinstance(self.latest, Ratio) else self.sizes
        if sizes is None or sizes[0] < SMALLEST_BASE:
            return None
        return ratio(EXACT.subtract(sizes[1], sizes[0]), sizes[0], _PLACES)


def change(material: Material, one: TwoYears) -> str:
    """Return the change with its sign, as the figures are printed; of a share in points of a percentage."""
    if one.sizes is None:
        return NONE
    before, latest = one.sizes
    by = EXACT.subtract(latest, before)
    sign, amount = "+" if by > 0 else "-" if by < 0 else "", by.copy_abs()
    if isinstance(one.latest, Ratio):
        points = format_number(EXACT.scaleb(amount, 2), material.lang)
        return f"{sign}{points} {material.t('poin persen', 'percentage points')}"
    if isinstance(one.latest, Rupiah):
        return f"{sign}{text(Rupiah(amount), material.lang)}"
    return f"{sign}{text(Days(amount) if amount % 1 else Counted(int(amount)), material.lang)}"


def growth(material: Material, one: TwoYears) -> str:
    """Return the change as a percentage, `NONE` where there is none."""
    if one.growth is None:
        return NONE
    sign = "+" if one.growth > 0 else ""
    return f"{sign}{format_number(EXACT.scaleb(one.growth, 2), material.lang)}%"


def compared(
    material: Material,
    table: Table,
    rows: Sequence[TwoYears],
    total: TwoYears | None,
    *,
    of: str = "count",
    before: str = "",
    is_share: bool = True,
    is_change: bool = True,
) -> Table:
    """Return a table with last year at its right: figure, change, and the percentage where any row has one.

    Args:
        material: the year and those before it.
        table: the table of this year.
        rows: the figures of its rows.
        total: those of its last row; None where these cannot be compared.
        of: the key of the column beside which last year stands.
        before: the key of the column before which it stands; "" for the right end.
        is_share: whether percentages are told: not of months, which have few cases.
        is_change: whether changes are told: not of amounts of money, which leave no room for them.
    """
    lines, keys = [*rows, *([total] if total else [])], [column.key for column in table.columns]
    is_share = is_change and is_share and any(one.growth is not None for one in lines)
    at = keys.index(before) if before in keys else len(keys)
    own = table.columns[keys.index(of)]
    heads = (
        Column(key=LAST, title=f"{own.title} {_year(material)}", group=own.group),
        Column(key="change", title=material.t("Perubahan", "Change")),
        Column(key="growth", title=material.t("Perubahan (%)", "Change (%)")),
    )[: 1 + is_change + is_share]

    def beside(line: Line, one: TwoYears | None) -> Line:
        told = (NONE,) * 3 if one is None else _cells(material, one)
        return (*line[:at], *told[: len(heads)], *line[at:])

    return evolve(
        table,
        columns=(*table.columns[:at], *heads, *table.columns[at:]),
        rows=tuple(map(beside, table.rows, rows)),
        total=None if table.total is None else beside(table.total, total),
        notes=(*table.notes, " ".join(_notes(material, lines, is_share=is_share))),
    )


def _cells(material: Material, one: TwoYears) -> Line:
    before = NONE if number(one.before) is None else one.before
    if not one.is_comparable:
        return before, NONE, NONE
    return before, change(material, one), growth(material, one)


def _notes(material: Material, lines: Iterable[TwoYears], *, is_share: bool) -> Iterator[str]:
    """Yield where the figures of last year come from, and why cells tell nothing."""
    told, year = list(lines), _year(material)
    yield source(material)
    if is_share and any(one.sizes is not None and one.growth is None for one in told):
        yield _SMALL.fill(year=year)(material.lang)
    if any(one.sizes is None for one in told):
        yield _NOTHING(material.lang)


def source(material: Material) -> str:
    """Return the line that says where the figures of last year come from."""
    year = _year(material)
    return _SOURCES[material.history.years[year][1]].fill(year=year)(material.lang)


def _year(material: Material) -> int:
    return material.year.period.year - 1


def counterpart(material: Material, breakdown: Breakdown) -> Counterpart | None:
    """Return what the parts of a breakdown stood at last year; None where nobody says it.

    An announcement of one page has no room for it.
    """
    if material.history.last is None or material.form != "full":
        return None
    found = counterpart_of(material.history, breakdown)
    return None if isinstance(found, Absent) or not any(found.told.values()) else found


def _untold(material: Material, found: object) -> tuple[str, ...]:
    """Return why last year does not stand beside a table; of a year that is typed alone its section says so.

    Nothing where nobody knows of any last year.
    """
    if not isinstance(found, Absent) or found.reason is Reason.NO_BASE or not material.history.last_report:
        return ()
    why = material.absence(found)
    return (
        material.t(
            f"Angka tahun {_year(material)} tidak disajikan: {why}.",
            f"Figures of {_year(material)} are not told: {why}.",
        ),
    )


def followed(material: Material, found: Counterpart) -> Iterator[str]:
    """Yield which agencies of last year those of this one go on with, and whose figure is nobody's."""
    t, year, last = material.t, found.year, material.t("dan", "and")
    for one in found.mergers:
        heir = material.agency(AgencyRef(typed=one.heir, code=one.heir))
        told = [f"{name} ({text(number, material.lang)})" for name, number in one.origins.items()]
        if len(told) == 1:
            yield t(f"{heir}: tahun {year} {told[0]}.", f"{heir}: in {year} {told[0]}.")
        else:
            sums = joined(told, last)
            yield t(
                f"{heir}: angka tahun {year} ialah jumlah {sums}.", f"{heir}: {year} is the sum of {sums}."
            )
    for lost in found.divisions:
        named = f"{lost.name} ({text(lost.figure, material.lang)})"
        if lost.heirs:
            heirs = joined((material.agency(AgencyRef(typed=one, code=one)) for one in lost.heirs), last)
            yield t(
                f"{named} dipecah menjadi {heirs}; angka tahun {year} masing-masing tidak diketahui.",
                f"{named} was split into {heirs}; what each had in {year} is not known.",
            )
        else:
            yield t(
                f"{named} ada pada tahun {year} dan tidak ada lagi tahun ini, tanpa penerus.",
                f"{named} was there in {year} and is no longer; nobody goes on with it.",
            )


def other_unit(material: Material, breakdown: Breakdown) -> Iterator[str]:
    """Yield that requests were counted by another unit last year: a break in the series."""
    if breakdown.register is not Register.REQUESTS:
        return
    for one in material.history.series("requests.total").breaks:
        if one.kind is BreakKind.UNIT and one.year == material.year.period.year:
            before, after = (label(Register(by[0]), material.lang) for by in (one.before, one.after))
            yield material.t(
                f"Patahan: tahun ini yang dihitung {after}, tahun {_year(material)} {before}.",
                f"Break: this year {after} are counted, in {_year(material)} {before}.",
            )


def beside_parts(
    material: Material, table: Table, breakdown: Breakdown, keys: Sequence[str], *, of: str = "count"
) -> Table:
    """Return the table of a breakdown with last year beside its parts, or with the line that says why not.

    Args:
        material: the year and those before it.
        table: the table, a row for each key.
        breakdown: what it breaks down.
        keys: the parts, in its order.
        of: the key of the column that counts them.
    """
    found = counterpart(material, breakdown)
    if found is None:
        is_asked = material.history.last is not None and material.form == "full"
        why = _untold(material, counterpart_of(material.history, breakdown)) if is_asked else ()
        return evolve(table, notes=(*table.notes, *why))
    at = [column.key for column in table.columns].index(of)
    rows = [
        TwoYears(found.before(key), line[at], key not in UNNAMED)
        for key, line in zip(keys, table.rows, strict=True)
    ]
    total = None if table.total is None else TwoYears(found.whole, table.total[at])
    is_share = breakdown.dimension is not Dimension.MONTH
    told = compared(material, table, rows, total, of=of, is_share=is_share)
    notes = (*told.notes, *other_unit(material, breakdown), *followed(material, found))
    return evolve(told, notes=notes)


def beside_figures(
    material: Material,
    table: Table,
    paths: Sequence[str],
    total: str = "",
    *,
    of: str = "count",
    is_share: bool = False,
) -> Table:
    """Return a table of which each row is one figure of the summary with those of last year beside them.

    Args:
        material: the year and those before it.
        table: the table, a row for each path.
        paths: the figures, in its order.
        total: the figure of its last row.
        of: the key of the column that holds them.
        is_share: whether percentages of change are told.
    """
    last = material.history.last
    if last is None or material.form != "full":
        return table
    before = [last.summary.number(path) for path in (*paths, *([total] if total else []))]
    if all(isinstance(figure, Absent) for figure in before):
        return evolve(table, notes=(*table.notes, *_untold(material, before[0])))
    at = [column.key for column in table.columns].index(of)
    told = zip(before, (line[at] for line in table.lines), strict=True)
    both = [TwoYears(_as(figure, latest), latest) for figure, latest in told]
    rows, sums = (both[:-1], both[-1]) if total else (both, None)
    return compared(material, table, rows, sums, of=of, is_share=is_share)


def _as(figure: int | Decimal | Absent, latest: Value) -> Value:
    """Return a figure as the one of this year is printed."""
    return Days(figure) if isinstance(latest, Days) and not isinstance(figure, Absent) else figure


def beside_names(
    material: Material,
    table: Table,
    last: Mapping[str, Value],
    total: Value,
    *,
    name: str,
    of: str,
    before: str = "",
    is_change: bool = True,
) -> Table:
    """Return a table of rows that have names with what those of last year stood at; as it is without any.

    Args:
        material: the year and those before it.
        table: the table.
        last: the figures of last year by the names of its rows.
        total: the figure of last year beside its last row.
        name: the key of the column of names.
        of: the key of the column that is compared.
        before: as for `compared`.
        is_change: as there.
    """
    keys = [column.key for column in table.columns]
    if not {name, of} <= set(keys) or not last or material.form != "full":
        return table
    names = [normal(str(row[keys.index(name)])) for row in table.rows]
    known = {normal(one): value for one, value in last.items()}
    if len(set(names)) < len(names) or known.keys().isdisjoint(names):
        return table
    nothing = Absent(Reason.NO_BASE)
    rows = [
        TwoYears(known.get(one, nothing), row[keys.index(of)])
        for one, row in zip(names, table.rows, strict=True)
    ]
    sums = None if table.total is None else TwoYears(total, table.total[keys.index(of)])
    return compared(material, table, rows, sums, of=of, before=before, is_change=is_change)


def drawn(material: Material, chart: Chart, table: Table) -> Chart:
    """Return a chart with last year beside this one, and its figures in words, where its table tells them."""
    keys = [column.key for column in table.columns]
    if LAST not in keys:
        return chart
    at, lang = keys.index(LAST), material.lang
    told = "; ".join(f"{text(row[0], lang)} {text(row[at], lang)}" for row in table.rows)
    return evolve(chart, beside=LAST, alt=f"{chart.alt} {table.columns[at].title}: {told}.")
