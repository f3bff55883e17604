"""The announcement of UU 14/2008 Pasal 12 (*pengumuman*): one page for the website and the board."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from attrs import evolve

from ppid_core.report.absences import missing
from ppid_core.report.blocks import Block, Paragraph, Table
from ppid_core.report.document import Cover
from ppid_core.report.material import Material, capital, section
from ppid_core.report.parts import front
from ppid_core.report.parts.breakdowns import REASONS, breakdown_told
from ppid_core.report.parts.conclusion import signature
from ppid_core.report.parts.requests import outcomes_told
from ppid_core.report.parts.response import in_brief
from ppid_core.report.prose import run_on
from ppid_core.report.sentences import OBJECTED, RECEIVED
from ppid_core.report.text import text

_LONGEST = 5
"""Rows of a table that has room on the page."""


def title(material: Material) -> str:
    """Return the title: it is no report."""
    period = " ".join(map(capital, material.period_words.split()))
    return material.t(
        f"Pengumuman Layanan Informasi Publik {period}",
        f"Announcement of the Information Service in {material.period_words}",
    )


def head(material: Material) -> Cover:
    """Return title, PPID and body, which stand above the announcement on its one page."""
    cover = front.cover(material)
    return evolve(cover, lines=(title(material), *cover.lines[1:]))


def _short(material: Material, block: Block) -> Block:
    """Return a long table as a sentence, so that all of it stands on one page."""
    if not isinstance(block, Table) or len(block.rows) <= _LONGEST:
        return block
    parts = (f"{text(row[0], material.lang)} {text(row[1], material.lang)}" for row in block.rows)
    return Paragraph(content=(f"{block.caption}: {'; '.join(parts)}.",))


@section("announcement", "Permohonan, Waktu, dan Alasan Penolakan", "Requests, Time, and Reasons of Refusal")
def announcement(material: Material) -> Iterator[Block]:
    """Yield the announcement: requests received, time needed, given and refused, reasons of refusal."""
    body, period = material.standing_facts["body"], material.period_words
    yield material.said(
        f"Sesuai dengan UU 14/2008 Pasal 12, {body} mengumumkan layanan informasi publik {period}.",
        f"As UU 14/2008 Pasal 12 requires, {body} announces its information service in {period}.",
    )
    received = material.sentence(RECEIVED) or missing(material, "requests")
    yield from run_on((*received, *outcomes_told(material)))
    yield from run_on(in_brief(material))
    yield from map(partial(_short, material), breakdown_told(material, REASONS))
    yield from missing(material, "refusal_reasons")
    yield from material.sentence(OBJECTED)
    yield from signature(material)
