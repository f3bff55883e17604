"""How the service is run: facilities, hours, staff, budget, visits to the website."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from ppid_core.glossary import label, say
from ppid_core.glossary.vocabulary import is_unlisted
from ppid_core.language import Bilingual
from ppid_core.model import Absent, BudgetLine, Measure, OfferedChannel, YearPart
from ppid_core.report.absences import missing
from ppid_core.report.blocks import Block, Chart, Column, Items, Picture, Table
from ppid_core.report.columns import BUDGET, FACILITIES, HOURS
from ppid_core.report.columns import STAFF as STAFF_COLUMNS
from ppid_core.report.material import Material, section
from ppid_core.report.parts.comparison import beside_figures, beside_names, drawn
from ppid_core.report.prose import joined, passage
from ppid_core.report.row_tables import row_table, source_of
from ppid_core.report.sentences import ALLOCATED, REALISED, REALISED_OF_YEAR, STAFF, VISITS
from ppid_core.report.values import Rupiah, Typed, Value, measured, phrased
from ppid_core.summary import listed
from ppid_core.writing import format_number, format_rupiah, month_name


@section("secretariat", "Sekretariat dan Sarana Layanan", "Desk and Facilities")
def secretariat(material: Material) -> Iterator[Block]:
    """Tell of facilities, offered channels, hours, and show the pictures."""
    yield from passage(material, "pelaksanaan")
    if address := material.year.body.address:
        yield material.said(f"Layanan informasi beralamat di {address}.", f"The service is at {address}.")
    if offered := listed(material.year.service.offered_channels):
        names = joined((_channel(material, one) for one in offered), material.t("dan", "and"))
        yield material.said(
            f"Permohonan dapat disampaikan melalui kanal {names}.", f"Requests can be made by {names}."
        )
    caption = Bilingual("Sarana dan prasarana layanan informasi", "Facilities of the information service")
    rows = listed(material.year.service.facilities)
    notes = source_of(material, "daftar sarana dan prasarana", "list of facilities", len(rows))
    table = row_table(material, "facilities", caption, rows, FACILITIES, notes=notes, is_list=True)
    yield from table or missing(material, "facilities")
    yield from missing(material, "facilities_condition")
    caption = Bilingual("Jam layanan informasi", "Hours of the information service")
    hours = listed(material.year.service.hours)
    notes = source_of(material, "jadwal layanan", "timetable of the service", len(hours))
    yield from row_table(material, "hours", caption, hours, HOURS, notes=notes, is_list=True)
    yield from _pictures(material)


def _channel(material: Material, offered: OfferedChannel) -> str:
    """Return what a list calls a channel, else the words as typed."""
    channel = offered.channel
    return Typed(channel.typed) if is_unlisted(channel) else label(channel.slug, material.lang)


def _pictures(material: Material) -> Iterator[Block]:
    """Yield the pictures, and the captions of those that are not there: none is lost."""
    for picture in listed(material.year.service.pictures):
        content = material.pictures.get(picture.file)
        if content is not None:
            yield Picture(
                number=picture.number, caption=picture.caption, alt=picture.caption, content=content
            )
    captions = [row for row in listed(material.year.service.pictures) if row.file not in material.pictures]
    if captions:
        yield material.said("Gambar yang berkasnya tidak disertakan:", "Pictures whose file is not there:")
        told = (phrased((row.number or "", Typed(row.caption or "")), " ") for row in captions)
        yield Items(items=tuple((one,) for one in told))


@section("staff", "Sumber Daya Manusia", "Staff")
def staff(material: Material) -> Iterator[Block]:
    """Tell who runs the service, and with which qualifications."""
    yield from material.sentence(STAFF)
    if basis := material.year.service.staff_basis:
        yield material.said(f"Dasar penetapan: {basis}.", f"They are appointed by: {basis}.")
    caption = Bilingual("Sumber daya manusia PPID", "Staff of the PPID")
    rows = listed(material.year.service.staff)
    notes = source_of(material, "daftar petugas", "list of staff", len(rows))
    told = row_table(material, "staff", caption, rows, STAFF_COLUMNS, notes=notes, is_list=True)
    table = tuple(_staff_beside(material, one) for one in told)
    yield from table or missing(material, "staff")
    yield from missing(material, "staff_qualifications")


def _staff_beside(material: Material, table: Table) -> Table:
    """Return the table of staff with last year beside each unit."""
    last = material.history.last
    rows = () if last is None else listed(last.year.service.staff)
    if last is None or len({row.unit for row in rows}) < len(rows):
        return table
    units: dict[str, Value] = {row.unit: row.count for row in rows if row.count is not None}
    total = last.summary.number(Measure.STAFF)
    return beside_names(material, table, units, total, name="unit", of="count", before="qualification")


@section("budget", "Anggaran", "Budget")
def budget(material: Material) -> Iterator[Block]:
    """Tell what the service was given and what it spent."""
    yield from money(material)
    yield from _budget_table(material) or missing(material, "budget")
    yield from missing(material, "budget_use")


def money(material: Material) -> Iterator[Block]:
    """Yield the sentences of the budget; money has no month: it is that of the whole year in any report."""
    is_of_a_year = material.year.period.part is YearPart.YEAR
    yield from material.sentence(ALLOCATED)
    yield from material.sentence(REALISED if is_of_a_year else REALISED_OF_YEAR)


def _budget_table(material: Material) -> tuple[Block, ...]:
    rows = material.year.budget_lines
    caption = Bilingual("Anggaran layanan informasi", "Budget of the information service")
    notes = source_of(material, "daftar anggaran", "list of the budget", len(rows))
    tables = row_table(material, "budget", caption, rows, BUDGET, notes=notes, is_list=True)
    summed = (evolve(table, total=_budget_total(material, table.columns)) for table in tables)
    totalled = tuple(_budget_beside(material, table) for table in summed)
    return (*totalled, *(chart for table in totalled for chart in _spent(material, table)))


def _budget_beside(material: Material, table: Table) -> Table:
    """Return the table of the budget with the allocation of last year beside each source of money."""
    last = material.history.last
    rows = () if last is None else last.year.budget_lines
    if last is None or len({row.funding for row in rows}) < len(rows):
        return table
    given = {row.funding: Rupiah(row.allocated) for row in rows if row.allocated is not None}
    total = measured(last.summary, Measure.ALLOCATED)
    places = {"name": "funding", "of": "allocated", "before": "realised"}
    return beside_names(material, table, given, total, **places, is_change=False)


def _spent(material: Material, table: Table) -> Iterator[Chart]:
    """Yield the chart of what was spent inside what there was, where each line tells both."""
    rows = material.year.budget_lines
    if not all(row.funding and row.allocated and row.realised is not None for row in rows):
        return
    told = "; ".join(_spent_told(material, row) for row in rows)
    yield Chart(
        key="budget_chart",
        kind="bullet",
        table=table.key,
        category="funding",
        series=("realised", "allocated"),
        title=material.t("Realisasi terhadap alokasi anggaran", "Spending against the budget"),
        subtitle=material.t("Rupiah, menurut sumber dana", "Rupiah, by funding"),
        alt=f"{told}.",
    )


def _budget_total(material: Material, columns: tuple[Column, ...]) -> tuple[Value, ...]:
    known: dict[str, Value] = {
        "funding": material.t("Jumlah", "Total"),
        "allocated": material.value(Measure.ALLOCATED),
        "realised": material.value(Measure.REALISED),
        "absorption": material.value(Measure.ABSORPTION),
    }
    return tuple(known.get(column.key, "") for column in columns)


def _spent_told(material: Material, row: BudgetLine) -> str:
    spent, given = (
        format_rupiah(amount or Decimal(0), material.lang) for amount in (row.realised, row.allocated)
    )
    return material.t(
        f"{row.funding}: realisasi {spent} dari alokasi {given}", f"{row.funding}: {spent} spent of {given}"
    )


@section("visits", "Kunjungan Laman", "Visits to the Website")
def visits(material: Material) -> Iterator[Block]:
    """Tell how often the website was visited."""
    yield from material.sentence(VISITS)
    months = material.figure("visits.by_month")
    if isinstance(months, Absent):
        return
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (month_name(month, material.lang), number)
        for month, number in enumerate(months, start=1)
        if number is not None
    )
    caption = material.t("Rekapitulasi jumlah kunjungan laman", "Visits to the website")
    table = Table(
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
    paths = [f"visits.by_month.{month}" for month, number in enumerate(months, start=1) if number is not None]
    table = beside_figures(material, table, paths, "visits.total", is_share=True)
    yield table
    told = "; ".join(
        f"{row[0]} {format_number(row[1], material.lang)}" for row in rows if isinstance(row[1], int)
    )
    total = say(material.figure("visits.total"), material.lang)
    chart = Chart(
        key="visits_chart",
        kind="line",
        table="visits",
        category="month",
        series=("count",),
        title=material.t("Kunjungan laman menurut bulan", "Visits by month"),
        subtitle=material.t(f"Jumlah kunjungan, seluruhnya {total}", f"Number of visits, {total} in all"),
        alt=material.t(f"Kunjungan per bulan: {told}.", f"Visits by month: {told}."),
    )
    yield drawn(material, chart, table)
