"""How long answers took."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from ppid_core.language import Bilingual
from ppid_core.model import Absent
from ppid_core.report.blocks import Block, Paragraph, Section
from ppid_core.report.material import Material
from ppid_core.report.missing import missing
from ppid_core.report.parts.requests import source_line
from ppid_core.report.sentences import RESPONSE, TIMELINESS
from ppid_core.report.tabling import Split, breakdown_table

CLASSES = Split(
    key="response_classes",
    caption=Bilingual("Permohonan menurut waktu pemenuhan", "Requests by response time"),
    heading=Bilingual("Hari kerja", "Working days"),
    path="requests.response_time.by_class",
    kind=StrEnum,
)


def response_time(material: Material) -> Section:
    """Tell how long answers took, or why that is not known."""
    return Section(
        key="response_time",
        title=material.t("Waktu Pemenuhan Permohonan", "Response Time"),
        blocks=(
            *material.sentence(RESPONSE),
            *(material.sentence(TIMELINESS) if material.figure("requests.total") != 0 else ()),
            *_stated_only(material),
            *_classes(material),
            *missing(material, "response_time"),
        ),
    )


def _stated_only(material: Material) -> Iterator[Block]:
    """Say what the text states of the mean, where nothing can be counted."""
    mean = material.figure("requests.response_time.mean")
    if isinstance(mean, Absent) and mean.detail:
        text = material.t(
            f"Rata-rata waktu pemenuhan tidak dihitung dari register; naskah menyebut {mean.detail}.",
            f"The mean response time is not counted from the register; the text says {mean.detail}.",
        )
        yield Paragraph(content=(text,))


def _classes(material: Material) -> tuple[Block, ...]:
    def name(slug: str) -> str:
        return slug.replace("over_", material.t("lebih dari ", "over ")).replace("-", "–")

    return breakdown_table(material, CLASSES, name, source_line(material))
