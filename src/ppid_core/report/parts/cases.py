"""Objections, disputes and suits: the chain after an answer."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.language import Bilingual
from ppid_core.model import ADJUDICATED, Absent, Register
from ppid_core.report.absences import missing, total_told
from ppid_core.report.blocks import Block
from ppid_core.report.material import Material, section
from ppid_core.report.parts.backlog import oldest_open
from ppid_core.report.parts.breakdowns import broken_down, other_years
from ppid_core.report.parts.joint import joined
from ppid_core.report.parts.requests import see_annex
from ppid_core.report.sentences import DISPUTES, OBJECTIONS, SUITS
from ppid_core.summary import UNNAMED, listed


@section("objections", "Keberatan atas Layanan Informasi", "Objections")
def objections(material: Material) -> Iterator[Block]:
    """Tell of the objections, their grounds and answers, and which have waited longest."""
    number = Bilingual("Jumlah keberatan", "The number of objections")
    yield from total_told(material, OBJECTIONS, "objections.total", number)
    yield from missing(material, "objections")
    yield from broken_down(material, Register.OBJECTIONS)
    yield from joined(material, Register.OBJECTIONS)
    yield from other_years(material, Register.OBJECTIONS)
    yield from see_annex(material, Register.OBJECTIONS, "B")
    if listed(material.year.objections):
        caption = Bilingual(
            "Keberatan terbuka yang paling lama menunggu", "Open objections that have waited longest"
        )
        yield from oldest_open(material, Register.OBJECTIONS, caption)
    yield from missing(material, "objection_answers", "objection_execution")


@section("disputes", "Sengketa Informasi di Komisi Informasi", "Disputes before the Commission")
def disputes(material: Material) -> Iterator[Block]:
    """Tell of the disputes before the commission and how they ended."""
    number = Bilingual("Jumlah sengketa", "The number of disputes")
    yield from total_told(material, DISPUTES, "disputes.total", number)
    yield from missing(material, "disputes")
    yield from broken_down(material, Register.DISPUTES)
    yield from joined(material, Register.DISPUTES)
    yield from other_years(material, Register.DISPUTES)
    yield from see_annex(material, Register.DISPUTES, "C")
    yield from missing(material, "dispute_results", "dispute_execution")


@section("suits", "Gugatan ke Pengadilan", "Suits before a Court")
def suits(material: Material) -> Iterator[Block]:
    """Tell of the suits before a court, or that there can be none: no known dispute was adjudicated."""
    number = Bilingual("Jumlah gugatan", "The number of suits")
    yield from total_told(material, SUITS, "suits.total", number)
    if isinstance(material.year.suits, Absent) and none_adjudicated(material):
        yield material.said(
            "Tidak ada gugatan, karena tidak ada sengketa yang berakhir dengan putusan ajudikasi.",
            "There were no suits, because no dispute ended in a decision by adjudication.",
        )
    yield from broken_down(material, Register.SUITS)
    yield from joined(material, Register.SUITS)
    yield from other_years(material, Register.SUITS)
    yield from see_annex(material, Register.SUITS, "C")
    yield from missing(material, "suits", "suit_results", "suit_execution")


def none_adjudicated(material: Material) -> bool:
    """Tell whether it is known that no dispute ended in adjudication."""
    results = material.figure("disputes.by_result")
    if isinstance(results, Absent):
        return bool(material.figure("disputes.total") == 0)
    is_whole = sum(results.values()) == material.summary.whole("disputes.by_result")
    return (
        is_whole and UNNAMED.keys().isdisjoint(results) and not any(results.get(slug) for slug in ADJUDICATED)
    )
