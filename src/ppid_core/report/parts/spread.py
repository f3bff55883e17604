"""How response times are spread: their statistics, and those of each outcome and agency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from ppid_core.language import Bilingual
from ppid_core.model import Absent, AgencyRef, Breakdown, Dimension, Measure, Reason, Register, normal
from ppid_core.report.blocks import Block, Chart, Column, Table
from ppid_core.report.material import Material
from ppid_core.report.parts.breakdowns import (
    AGENCIES,
    KINDS,
    OUTCOMES,
    names_lang,
    official,
    part_name,
    register_source,
)
from ppid_core.report.parts.comparison import (
    TwoYears,
    beside_figures,
    compared,
    counterpart,
    other_unit,
)
from ppid_core.report.prose import joined
from ppid_core.report.row_tables import Line
from ppid_core.report.text import text
from ppid_core.report.values import SMALLEST_WHOLE_FOR_PERCENT, Days
from ppid_core.summary import Counterpart, Tree

STATISTICS: Mapping[Measure, Bilingual] = {
    Measure.RESPONSE_MEAN: Bilingual("Rata-rata", "Mean"),
    Measure.RESPONSE_MIN: Bilingual("Tersingkat", "Shortest"),
    Measure.RESPONSE_P25: Bilingual("Persentil ke-25", "25th percentile"),
    Measure.RESPONSE_MEDIAN: Bilingual("Median", "Median"),
    Measure.RESPONSE_P75: Bilingual("Persentil ke-75", "75th percentile"),
    Measure.RESPONSE_P90: Bilingual("Persentil ke-90", "90th percentile"),
    Measure.RESPONSE_P95: Bilingual("Persentil ke-95", "95th percentile"),
    Measure.RESPONSE_MAX: Bilingual("Terlama", "Longest"),
}
_PERCENTILES = frozenset(
    {Measure.RESPONSE_P25, Measure.RESPONSE_P75, Measure.RESPONSE_P90, Measure.RESPONSE_P95}
)
COUNTED = Bilingual("Permohonan yang waktunya tercatat", "Requests whose time is recorded")
_NEAREST_RANK = Bilingual(
    "Persentil ke-90: sedikitnya 90 persen permohonan dijawab dalam hari kerja sebanyak itu atau kurang; "
    "demikian pula persentil yang lain.",
    "90th percentile: at least 90 percent of the requests were answered within so many working days; the "
    "other percentiles likewise.",
)
_CLOCKS: Mapping[str, Bilingual] = {
    "received": Bilingual(
        "Hari kerja dihitung sejak permohonan diterima.",
        "Working days count from the receipt of the request.",
    ),
    "stated": Bilingual(
        "Hari kerja menurut yang tertulis di register.", "Working days are those that the register states."
    ),
    "mixed": Bilingual(
        "Hari kerja dihitung sejak permohonan diterima; permohonan tanpa tanggal memakai hari kerja yang "
        "tertulis di register.",
        "Working days count from the receipt of the request; of requests without dates they are those that "
        "the register states.",
    ),
}


def spread(material: Material) -> Iterator[Block]:
    """Yield the statistics, and those by outcome and by agency where these are known."""
    if isinstance(material.figure(Measure.RESPONSE_COUNT), Absent) or not material.figure(
        Measure.RESPONSE_COUNT
    ):
        return
    yield _statistics(material)
    yield from _outcomes(material)
    yield from _kinds(material)
    yield from _agencies(material)


def is_enough(material: Material, path: str) -> bool:
    """Tell whether a whole is large enough for percentages: of fewer, they say more than is known."""
    whole = material.figure(path)
    return isinstance(whole, int) and whole >= SMALLEST_WHOLE_FOR_PERCENT


def time_notes(material: Material) -> tuple[str, ...]:
    """Return the lines below a table of times: the source, from which day, and who is told besides."""
    clock, carried = material.figure("requests.response_time.clock"), material.figure("requests.carried_over")
    lines = [register_source(material, Register.REQUESTS)]
    if not isinstance(clock, Absent):
        lines.append(_CLOCKS[clock](material.lang))
    if isinstance(carried, int) and carried:
        lines.append(
            material.t(
                f"Permohonan bawaan dari {material.earlier_words} ikut dihitung.",
                f"Requests carried over from {material.earlier_words} are counted, too.",
            )
        )
    return tuple(lines)


def _statistics(material: Material) -> Table:
    """Return the table of statistics; of fewer than ten answers no percentiles are told."""
    told = is_enough(material, Measure.RESPONSE_COUNT)
    days, t = material.t("hari kerja", "working days"), material.t
    measures = [measure for measure in STATISTICS if told or measure not in _PERCENTILES]
    table = Table(
        key="response_statistics",
        columns=(
            Column(key="statistic", title=t("Ukuran", "Statistic")),
            Column(key="value", title=t("Nilai", "Value")),
            Column(key="unit", title=t("Satuan", "Unit")),
        ),
        rows=(
            (COUNTED(material.lang), material.figure(Measure.RESPONSE_COUNT), t("permohonan", "requests")),
            *(
                (STATISTICS[measure](material.lang), Days(material.figure(measure)), days)
                for measure in measures
            ),
        ),
        caption=t("Ukuran waktu pemenuhan", "Statistics of response time"),
        notes=(
            register_source(material, Register.REQUESTS),
            *((_NEAREST_RANK(material.lang),) if told else ()),
        ),
    )
    return beside_figures(material, table, [Measure.RESPONSE_COUNT, *measures], of="value")


def _outcomes(material: Material) -> Iterator[Block]:
    caption = Bilingual("Waktu pemenuhan menurut keputusan", "Response time by outcome")
    heading = Bilingual("Keputusan", "Outcome")
    for table in _listed(material, OUTCOMES, caption, heading):
        yield table
        if len(table.rows) > 1:
            yield _chart(material, caption, table.rows)


def _kinds(material: Material) -> Iterator[Block]:
    caption = Bilingual("Waktu pemenuhan menurut kelompok informasi", "Response time by kind of information")
    yield from _listed(material, KINDS, caption, Bilingual("Kelompok informasi", "Kind of information"))


def _agencies(material: Material) -> Iterator[Block]:
    caption = Bilingual("Waktu pemenuhan menurut OPD", "Response time by agency")
    yield from _listed(material, AGENCIES, caption, Bilingual("OPD", "Agency"))


def _listed(
    material: Material, breakdown: Breakdown, caption: Bilingual, heading: Bilingual
) -> Iterator[Table]:
    """Yield the table of times along a dimension, agencies in the order of their list."""
    dimension = breakdown.dimension
    parts = material.figure(f"requests.response_time.by_{dimension}")
    if not isinstance(parts, Absent):
        order = official(material, parts) if dimension is Dimension.AGENCY else parts
        lines = tuple(_line(part_name(material, breakdown, part), parts[part]) for part in order)
        table = _table(material, f"response_by_{dimension}", caption, heading, lines)
        first, *others = table.columns
        names = evolve(first, lang=names_lang(material, breakdown, order))
        yield _beside(material, evolve(table, columns=(names, *others)), breakdown, tuple(order))


def _beside(material: Material, table: Table, breakdown: Breakdown, keys: tuple[str, ...]) -> Table:
    """Return a table of times with last year's medians at its right; as it is where nobody tells any.

    Medians do not add up: an agency in which several came together has none of last year.
    """
    last = material.history.last
    parts: Tree = (
        Absent() if last is None else last.summary.branch(f"requests.response_time.by_{breakdown.dimension}")
    )
    if last is None or isinstance(parts, Absent) or material.form != "full":
        return table
    found = counterpart(material, breakdown)
    medians = {normal(key): Days(figures["median"]) for key, figures in parts.items()}
    nothing = Absent(Reason.NO_BASE)

    def before(key: str) -> Days | Absent:
        earlier = (key,) if found is None else found.predecessors.get(key, (key,))
        return medians.get(normal(earlier[0]), nothing) if len(earlier) == 1 else nothing

    at = [column.key for column in table.columns].index("median")
    rows = [TwoYears(before(key), line[at]) for key, line in zip(keys, table.rows, strict=True)]
    if all(isinstance(one.before, Absent) for one in rows):
        return table
    median = last.summary.number(Measure.RESPONSE_MEDIAN)
    whole = median if isinstance(median, Absent) else Days(median)
    total = None if table.total is None else TwoYears(whole, table.total[at])
    told = compared(material, table, rows, total, of="median", is_share=False)
    named = () if found is None else _predecessors(material, found, keys)
    return evolve(told, notes=(*told.notes, *other_unit(material, breakdown), *named))


def _predecessors(material: Material, found: Counterpart, keys: tuple[str, ...]) -> Iterator[str]:
    """Yield under which name an agency was last year, and of which several it is made."""
    t, year = material.t, found.year
    for one in found.mergers:
        if one.heir in keys:
            heir = material.agency(AgencyRef(typed=one.heir, code=one.heir))
            names = joined(one.origins, t("dan", "and"))
            if len(one.origins) == 1:
                yield t(f"{heir}: tahun {year} {names}.", f"{heir}: in {year} {names}.")
            else:
                yield t(
                    f"{heir} ialah gabungan {names}; mediannya tahun {year} tidak dihitung.",
                    f"{heir} is made of {names}; its median of {year} is not counted.",
                )


def _line(name: str, figures: Tree) -> Line:
    rest = (Days(figures[statistic]) for statistic in ("min", "median", "max"))
    # The mean keeps its decimals, so that they stand below each other.
    return (name, figures["count"], figures["mean"], *rest)


def _table(
    material: Material, key: str, caption: Bilingual, heading: Bilingual, lines: tuple[Line, ...]
) -> Table:
    t, group = material.t, material.t("Hari kerja", "Working days")
    whole = _line(t("Seluruhnya", "All"), material.figure("requests.response_time"))
    return Table(
        key=key,
        columns=(
            Column(key="name", title=heading(material.lang)),
            Column(key="count", title=t("Permohonan", "Requests")),
            Column(key="mean", title=t("Rata-rata", "Mean"), group=group),
            Column(key="min", title=t("Tersingkat", "Shortest"), group=group),
            Column(key="median", title=t("Median", "Median"), group=group),
            Column(key="max", title=t("Terlama", "Longest"), group=group),
        ),
        rows=lines,
        caption=caption(material.lang),
        total=whole,
        notes=(register_source(material, Register.REQUESTS),),
    )


def _chart(material: Material, caption: Bilingual, lines: tuple[Line, ...]) -> Chart:
    names = (
        material.t("tersingkat", "shortest"),
        material.t("median", "median"),
        material.t("terlama", "longest"),
    )
    told = "; ".join(f"{line[0]}: {_named(material, names, line[3:6])}" for line in lines)
    return Chart(
        key="response_by_outcome_chart",
        kind="range",
        table="response_by_outcome",
        category="name",
        series=("min", "median", "max"),
        title=caption(material.lang),
        subtitle=material.t("Hari kerja", "Working days") + f": {', '.join(names)}",
        alt=f"{told}.",
    )


def _named(material: Material, names: tuple[str, ...], days: Line) -> str:
    pairs = zip(names, days, strict=True)
    return ", ".join(f"{name} {text(number, material.lang)}" for name, number in pairs)
