"""Requests by month and outcome: the table, and the chart drawn from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ppid_core.model import (
    Absent,
    Dimension,
    Outcome,
    Period,
    Register,
    Request,
    breakdowns_of,
    is_unread,
)
from ppid_core.report.blocks import Chart, Column, Table
from ppid_core.report.material import Material
from ppid_core.report.parts.breakdowns import OUTCOMES, part_name, register_source
from ppid_core.report.parts.comparison import beside_parts, drawn
from ppid_core.report.row_tables import Line, contradicted, sum_of_parts, totalled
from ppid_core.summary import UNREAD, listed, parts_of
from ppid_core.writing import format_number, month_name

_MONTHS = breakdowns_of(Register.REQUESTS)[Dimension.MONTH]


def by_month(material: Material) -> tuple[Table, ...]:
    """Return the table of months and outcomes; none where months are not known."""
    months = material.figure("requests.by_month")
    if isinstance(months, Absent) or not any(months):
        return ()
    outcomes = _outcomes_by_month(material)
    columns = (
        Column(key="month", title=material.t("Bulan", "Month")),
        *(Column(key=key, title=_name(material, key), summed=True) for key in outcomes),
        Column(key="count", title=material.t("Jumlah", "Total"), summed=True),
    )
    rows = tuple(
        (
            month_name(month, material.lang),
            *(counts[month - 1] if number else 0 for counts in outcomes.values()),
            number,
        )
        for month, number in enumerate(months, start=1)
        if number is not None
    )
    caption = material.t("Permohonan menurut bulan dan keputusan", "Requests by month and outcome")
    told, whole = sum(filter(None, months)), material.summary.whole("requests.by_month")
    table = Table(
        key="requests_by_month",
        columns=columns,
        rows=rows,
        caption=caption,
        total=_total(material, totalled(material, columns, rows), told, whole),
        notes=(register_source(material, Register.REQUESTS), *contradicted(material, told, whole)),
    )
    return (beside_parts(material, table, _MONTHS, [*parts_of(months)]),)


def _total(material: Material, sums: Line | None, told: int, whole: int | Absent) -> Line | None:
    """Return the last row: of an unknown whole none, of one that its parts exceed their sum by its name."""
    if sums is None or isinstance(whole, Absent):
        return None
    return sums if told == whole else (sum_of_parts(material), *sums[1:])


def _outcomes_by_month(material: Material) -> dict[str, list[int | Absent]]:
    """Return twelve counts for each outcome there was, in the order of the list.

    Rows tell them; where none are kept, totals that name a month and an outcome: what these do not say is
    not 0.
    """
    counts: dict[str, list[int | Absent]] = {}
    rows = _by_rows(material)
    blank: int | Absent = 0 if rows else Absent()
    for outcome, period, number in rows or _by_lines(material):
        if period.month and material.year.period.may_hold(period):
            months = counts.setdefault(outcome, [blank] * 12)
            months[period.month - 1] = _number(months[period.month - 1]) + number
    order = [*map(str, Outcome), UNREAD, ""]
    return {key: counts[key] for key in order if key in counts and any(map(_number, counts[key]))}


def _number(cell: int | Absent) -> int:
    return 0 if isinstance(cell, Absent) else cell


def _by_rows(material: Material) -> list[tuple[str, Period, int]]:
    return [
        (_outcome(row), row.period, row.count)
        for row in listed(material.year.requests)
        if row.opening is None and row.period
    ]


def _by_lines(material: Material) -> list[tuple[str, Period, int]]:
    return [
        (line.category, line.period, line.number)
        for line in material.year.aggregates
        if line.register is Register.REQUESTS and line.dimension is Dimension.OUTCOME
        if line.period and line.year is None and line.second is None
    ]


def _outcome(row: Request) -> str:
    """Return the outcome of a request; "" where none is recorded."""
    return UNREAD if is_unread(row, "outcome") else str(row.outcome or "")


def month_chart(material: Material) -> tuple[Chart, ...]:
    """Return the chart of requests by month, stacked by outcome."""
    months = material.figure("requests.by_month")
    if isinstance(months, Absent) or not any(months):
        return ()
    outcomes = _outcomes_by_month(material)
    told = "; ".join(
        _month_told(material, month, number, outcomes)
        for month, number in enumerate(months, start=1)
        if number
    )
    series = tuple(outcomes) or ("count",)
    total = material.figure("requests.total")
    number = "" if isinstance(total, Absent) else format_number(total, material.lang)
    whole = material.t(f", seluruhnya {number}", f", {number} in all") if number else ""
    chart = Chart(
        key="requests_by_month_chart",
        kind="stacked",
        table="requests_by_month",
        category="month",
        series=series,
        title=material.t("Permohonan menurut bulan dan keputusan", "Requests by month and outcome"),
        subtitle=material.t("Jumlah permohonan", "Number of requests") + whole,
        alt=material.t(
            f"Permohonan menurut bulan dan keputusan: {told}.", f"Requests by month and outcome: {told}."
        ),
    )
    return tuple(drawn(material, chart, table) for table in by_month(material))


def _month_told(
    material: Material, month: int, number: int, outcomes: Mapping[str, Sequence[int | Absent]]
) -> str:
    """Return a month as those hear it who do not see the chart: "Januari 4 (dikabulkan seluruhnya 3, …)"."""
    counted = {key: _number(counts[month - 1]) for key, counts in outcomes.items()}
    parts = ", ".join(
        f"{_name(material, key).casefold()} {format_number(count, material.lang)}"
        for key, count in counted.items()
        if count
    )
    whole = f"{month_name(month, material.lang)} {format_number(number, material.lang)}"
    return f"{whole} ({parts})" if parts else whole


def _name(material: Material, outcome: str) -> str:
    """Return the name of an outcome; of rows that name none, that it is not recorded."""
    if outcome:
        return part_name(material, OUTCOMES, outcome)
    return material.t("Tidak tercatat", "Not recorded")
