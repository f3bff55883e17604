"""Policy: background, regulations, priorities and what was done about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ppid_core.language import Bilingual
from ppid_core.report.absences import missing
from ppid_core.report.blocks import Block, Paragraph
from ppid_core.report.columns import RANKING, REGULATIONS
from ppid_core.report.material import Material, section
from ppid_core.report.prose import entries, passage
from ppid_core.report.row_tables import row_table, source_of
from ppid_core.summary import listed


@section("background", "Latar Belakang dan Kebijakan", "Background and Policy")
def background(material: Material) -> Iterable[Block]:
    """Tell why the service exists and by which policy it is run."""
    return passage(material, "latar-belakang", "kebijakan") or missing(material, "policy")


@section("regulations", "Regulasi atau Peraturan", "Regulations")
def regulations(material: Material) -> Iterable[Block]:
    """List the regulations that the service rests on."""
    caption = Bilingual("Landasan regulasi", "Regulations the service rests on")
    rows = listed(material.year.narrative.regulations)
    notes = source_of(material, "daftar regulasi", "list of regulations", len(rows))
    return row_table(material, "regulations", caption, rows, REGULATIONS, notes=notes, is_list=True)


@section("priorities", "Arah Prioritas Pelayanan", "Priorities of the Service")
def priorities(material: Material) -> Iterator[Block]:
    """List priorities, activities, innovations, awards and the ranking of agencies."""
    yield from passage(material, "prioritas")
    narrative, activity = material.year.narrative, material.year.activity
    leads = (
        (material.t("Prioritas layanan pada", "Priorities in"), narrative.priorities),
        (material.t("Kegiatan utama pada", "Main activities in"), activity.activities),
        (material.t("Inovasi pada", "Innovations in"), activity.innovations),
        (material.t("Penghargaan pada", "Awards in"), activity.awards),
    )
    for lead, rows in leads:
        items = entries(material, rows, ordered=rows is narrative.priorities)
        if items:
            yield Paragraph(content=(f"{lead} {material.period_words}:",))
            yield from items
    ranked = sorted(
        listed(material.year.activity.ranking), key=lambda row: (row.value or Decimal(0)).copy_negate()
    )
    caption = Bilingual("Peringkat OPD", "Ranking of agencies")
    notes = source_of(material, "daftar peringkat OPD", "ranking of agencies", len(ranked))
    yield from row_table(material, "agency_ranking", caption, ranked, RANKING, notes=notes)
