"""The brief form: one page for the website, what UU 14/2008 Pasal 12 asks to be announced."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.report.blocks import Block, Paragraph, Section
from ppid_core.report.material import Material
from ppid_core.report.missing import missing
from ppid_core.report.parts.breakdowns import REASONS, breakdown_source, breakdown_table
from ppid_core.report.parts.closing import signature
from ppid_core.report.parts.requests import outcomes_told
from ppid_core.report.parts.response import in_brief
from ppid_core.report.sentences import OBJECTED, RECEIVED


def announcement(material: Material) -> Section:
    """Return the announcement: requests received, time needed, given and refused, reasons of refusal."""
    return Section(
        key="announcement",
        title=material.t("Pengumuman Layanan Informasi Publik", "Announcement of the Information Service"),
        blocks=tuple(_blocks(material)),
    )


def _blocks(material: Material) -> Iterator[Block]:
    yield Paragraph(content=(_lead(material),))
    yield from material.sentence(RECEIVED) or missing(material, "requests")
    yield from outcomes_told(material)
    yield from in_brief(material)
    yield from breakdown_table(material, REASONS, breakdown_source(material, REASONS))
    yield from missing(material, "refusal_reasons")
    yield from material.sentence(OBJECTED)
    yield from signature(material)


def _lead(material: Material) -> str:
    body, period = material.standing_facts["body"], material.period_words
    return material.t(
        f"Sesuai dengan UU 14/2008 Pasal 12, {body} mengumumkan layanan informasi publik {period}.",
        f"As UU 14/2008 Pasal 12 requires, {body} announces its information service in {period}.",
    )
