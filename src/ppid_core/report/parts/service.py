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
from ppid_core.report.blocks import Block, Chart, Column, Items, Paragraph, Picture, Section, Table
from ppid_core.report.columns import BUDGET, FACILITIES, HOURS
from ppid_core.report.columns import STAFF as STAFF_COLUMNS
from ppid_core.report.material import Material
from ppid_core.report.prose import joined, passage
from ppid_core.report.row_tables import row_table, source_of
from ppid_core.report.sentences import ALLOCATED, REALISED, REALISED_OF_YEAR, STAFF, VISITS
from ppid_core.report.values import Value
from ppid_core.summary import listed
from ppid_core.writing import format_number, format_rupiah, month_name


def secretariat(material: Material) -> Section:
    """Tell of facilities, offered channels, hours, and show the pictures."""
    return Section(
        key="secretariat",
        title=material.t("Sekretariat dan Sarana Layanan", "Desk and Facilities"),
        blocks=(
            *passage(material, "pelaksanaan"),
            *_address(material),
            *_channels(material),
            *(_facilities(material) or missing(material, "facilities")),
            *missing(material, "facilities_condition"),
            *_hours(material),
            *_pictures(material),
            *_captions(material),
        ),
    )


def _address(material: Material) -> Iterator[Block]:
    address = material.year.body.address
    if address:
        text = material.t(f"Layanan informasi beralamat di {address}.", f"The service is at {address}.")
        yield Paragraph(content=(text,))


def _channels(material: Material) -> Iterator[Block]:
    offered = listed(material.year.service.offered_channels)
    if offered:
        names = joined((_channel(material, one) for one in offered), material.t("dan", "and"))
        lead = material.t("Permohonan dapat disampaikan melalui kanal", "Requests can be made by")
        yield Paragraph(content=(f"{lead} {names}.",))


def _channel(material: Material, offered: OfferedChannel) -> str:
    """Return what a list calls a channel, else the words as typed."""
    channel = offered.channel
    return channel.typed if is_unlisted(channel) else label(channel.slug, material.lang)


def _facilities(material: Material) -> tuple[Block, ...]:
    caption = Bilingual("Sarana dan prasarana layanan informasi", "Facilities of the information service")
    rows = listed(material.year.service.facilities)
    notes = source_of(material, "daftar sarana dan prasarana", "list of facilities", len(rows))
    return row_table(material, "facilities", caption, rows, FACILITIES, notes=notes)


def _hours(material: Material) -> tuple[Block, ...]:
    caption = Bilingual("Jam layanan informasi", "Hours of the information service")
    rows = listed(material.year.service.hours)
    notes = source_of(material, "jadwal layanan", "timetable of the service", len(rows))
    return row_table(material, "hours", caption, rows, HOURS, notes=notes)


def _pictures(material: Material) -> Iterator[Block]:
    for picture in listed(material.year.service.pictures):
        content = material.pictures.get(picture.file)
        if content is not None:
            yield Picture(
                number=picture.number, caption=picture.caption, alt=picture.caption, content=content
            )


def _captions(material: Material) -> Iterator[Block]:
    """List the captions whose picture is not there: none is lost."""
    captions = [row for row in listed(material.year.service.pictures) if row.file not in material.pictures]
    if captions:
        lead = material.t("Gambar yang berkasnya tidak disertakan:", "Pictures whose file is not there:")
        yield Paragraph(content=(lead,))
        yield Items(items=tuple((" ".join(filter(None, (row.number, row.caption))),) for row in captions))


def staff(material: Material) -> Section:
    """Tell who runs the service, and with which qualifications."""
    return Section(
        key="staff",
        title=material.t("Sumber Daya Manusia", "Staff"),
        blocks=(
            *material.sentence(STAFF),
            *_basis(material),
            *(_staff_table(material) or missing(material, "staff")),
            *missing(material, "staff_qualifications"),
        ),
    )


def _basis(material: Material) -> Iterator[Block]:
    basis = material.year.service.staff_basis
    if basis:
        yield Paragraph(
            content=(material.t(f"Dasar penetapan: {basis}.", f"They are appointed by: {basis}."),)
        )


def _staff_table(material: Material) -> tuple[Block, ...]:
    caption = Bilingual("Sumber daya manusia PPID", "Staff of the PPID")
    rows = listed(material.year.service.staff)
    notes = source_of(material, "daftar petugas", "list of staff", len(rows))
    return row_table(material, "staff", caption, rows, STAFF_COLUMNS, notes=notes)


def budget(material: Material) -> Section:
    """Tell what the service was given and what it spent."""
    return Section(
        key="budget",
        title=material.t("Anggaran", "Budget"),
        blocks=(
            *material.sentence(ALLOCATED),
            *material.sentence(REALISED if _is_of_a_year(material) else REALISED_OF_YEAR),
            *(_budget_table(material) or missing(material, "budget")),
            *missing(material, "budget_use"),
        ),
    )


def _is_of_a_year(material: Material) -> bool:
    """Tell whether the report covers a whole year: money has no month, so it is the year's in any report."""
    return material.year.period.part is YearPart.YEAR


def _budget_table(material: Material) -> tuple[Block, ...]:
    rows = material.year.budget_lines
    caption = Bilingual("Anggaran layanan informasi", "Budget of the information service")
    notes = source_of(material, "daftar anggaran", "list of the budget", len(rows))
    tables = row_table(material, "budget", caption, rows, BUDGET, notes=notes)
    totalled = tuple(evolve(table, total=_budget_total(material, table.columns)) for table in tables)
    return (*totalled, *(chart for table in totalled for chart in _spent(material, table)))


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
