"""Policy: background, regulations, priorities and what was done about them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ppid_core.language import Bilingual
from ppid_core.model import AgencyScore
from ppid_core.report.absences import missing
from ppid_core.report.blocks import Block, Paragraph, Section
from ppid_core.report.columns import RANKING, REGULATIONS
from ppid_core.report.material import Material
from ppid_core.report.prose import entries, passage
from ppid_core.report.row_tables import row_table, source_of
from ppid_core.summary import listed


def background(material: Material) -> Section:
    """Tell why the service exists and by which policy it is run."""
    return Section(
        key="background",
        title=material.t("Latar Belakang dan Kebijakan", "Background and Policy"),
        blocks=passage(material, "latar-belakang", "kebijakan") or missing(material, "policy"),
    )


def regulations(material: Material) -> Section:
    """List the regulations that the service rests on."""
    caption = Bilingual("Landasan regulasi", "Regulations the service rests on")
    rows = listed(material.year.narrative.regulations)
    return Section(
        key="regulations",
        title=material.t("Regulasi atau Peraturan", "Regulations"),
        blocks=row_table(
            material,
            "regulations",
            caption,
            rows,
            REGULATIONS,
            notes=source_of(material, "daftar regulasi", "list of regulations", len(rows)),
        ),
    )


def priorities(material: Material) -> Section:
    """List priorities, activities, innovations, awards and the ranking of agencies."""
    return Section(
        key="priorities",
        title=material.t("Arah Prioritas Pelayanan", "Priorities of the Service"),
        blocks=(*passage(material, "prioritas"), *_lists(material), *_ranking(material)),
    )


def _lists(material: Material) -> Iterator[Block]:
    narrative, activity = material.year.narrative, material.year.activity
    leads = (
        (material.t("Prioritas layanan pada", "Priorities in"), narrative.priorities),
        (material.t("Kegiatan utama pada", "Main activities in"), activity.activities),
        (material.t("Inovasi pada", "Innovations in"), activity.innovations),
        (material.t("Penghargaan pada", "Awards in"), activity.awards),
    )
    for lead, rows in leads:
        items = entries(rows, ordered=rows is narrative.priorities)
        if items:
            yield Paragraph(content=(f"{lead} {material.period_words}:",))
            yield from items


def _ranking(material: Material) -> tuple[Block, ...]:
    rows = sorted(listed(material.year.activity.ranking), key=_best_first)
    caption = Bilingual("OPD teraktif", "Most active agencies")
    notes = source_of(material, "daftar peringkat OPD", "ranking of agencies", len(rows))
    return row_table(material, "agency_ranking", caption, rows, RANKING, notes=notes)


def _best_first(row: AgencyScore) -> Decimal:
    return (row.value or Decimal(0)).copy_negate()
