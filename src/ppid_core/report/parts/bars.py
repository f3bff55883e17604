"""Bars drawn from a breakdown: the largest first, each with its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ppid_core.report.blocks import Block, Chart, Table
from ppid_core.report.material import Material
from ppid_core.report.text import text


def with_bars(material: Material, tables: Iterable[Table]) -> Iterator[Block]:
    """Yield tables of a breakdown of requests, each with its chart; of one part alone none is drawn."""
    for table in tables:
        yield table
        if len(table.rows) > 1:
            yield _bars(material, table)


def _bars(material: Material, table: Table) -> Chart:
    lang = material.lang
    told = "; ".join(f"{text(name, lang)} {text(count, lang)}" for name, count, *_ in table.rows)
    number = text(table.total[1], lang) if table.total else ""
    whole = material.t(f", seluruhnya {number}", f", {number} in all") if number else ""
    return Chart(
        key=f"{table.key}_chart",
        kind="bars",
        table=table.key,
        category="name",
        series=("count",),
        title=table.caption,
        subtitle=material.t("Jumlah permohonan", "Number of requests") + whole,
        alt=f"{table.caption}: {told}.",
    )
