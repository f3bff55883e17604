"""Visits to the website of the PPID."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.glossary import say
from ppid_core.model import Absent
from ppid_core.report.blocks import Block, Chart, Column, Section, Table
from ppid_core.report.material import Material
from ppid_core.report.sentences import VISITS
from ppid_core.report.tabling import source_of
from ppid_core.report.values import Value
from ppid_core.writing import format_number, month_name


def visits(material: Material) -> Section:
    """Tell how often the website was visited."""
    return Section(
        key="visits",
        title=material.t("Kunjungan Laman", "Visits to the Website"),
        blocks=(*material.sentence(VISITS), *_visits(material)),
    )


def _visits(material: Material) -> Iterator[Block]:
    months = material.figure("visits.by_month")
    if isinstance(months, Absent):
        return
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (month_name(month, material.lang), number)
        for month, number in enumerate(months, start=1)
        if number is not None
    )
    caption = material.t("Rekapitulasi jumlah kunjungan laman", "Visits to the website")
    yield Table(
        key="visits",
        columns=(
            Column(key="month", title=material.t("Bulan", "Month")),
            Column(key="count", title=material.t("Jumlah kunjungan", "Visits"), summed=True),
        ),
        rows=rows,
        caption=caption,
        total=(material.t("Jumlah", "Total"), material.figure("visits.total")),
        notes=source_of(material, "data kunjungan", "visits", len(rows)),
    )
    told = "; ".join(
        f"{row[0]} {format_number(row[1], material.lang)}" for row in rows if isinstance(row[1], int)
    )
    yield Chart(
        key="visits_chart",
        kind="line",
        table="visits",
        category="month",
        series=("count",),
        title=material.t("Kunjungan laman menurut bulan", "Visits by month"),
        subtitle=_subtitle(material),
        alt=material.t(f"Kunjungan per bulan: {told}.", f"Visits by month: {told}."),
    )


def _subtitle(material: Material) -> str:
    total = say(material.figure("visits.total"), material.lang)
    return material.t(f"Jumlah kunjungan, seluruhnya {total}", f"Number of visits, {total} in all")
