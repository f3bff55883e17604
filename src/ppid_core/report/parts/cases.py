"""Objections, disputes and suits: the chain after an answer."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.language import Bilingual
from ppid_core.model import ADJUDICATED, Absent, Register
from ppid_core.report.absences import missing, total_told
from ppid_core.report.blocks import Block, Paragraph, Section
from ppid_core.report.columns import DISPUTES as DISPUTES_COLUMNS
from ppid_core.report.columns import OBJECTIONS as OBJECTIONS_COLUMNS
from ppid_core.report.columns import SUITS as SUITS_COLUMNS
from ppid_core.report.material import Material
from ppid_core.report.parts.backlog import oldest_open
from ppid_core.report.parts.breakdowns import broken_down, other_years
from ppid_core.report.parts.requests import see_annex
from ppid_core.report.row_tables import is_long, row_table
from ppid_core.report.sentences import DISPUTES, OBJECTIONS, SUITS
from ppid_core.summary import UNNAMED, listed

NUMBERS = (
    Bilingual("Jumlah keberatan", "The number of objections"),
    Bilingual("Jumlah sengketa", "The number of disputes"),
    Bilingual("Jumlah gugatan", "The number of suits"),
)


def objections(material: Material) -> Section:
    """Tell of the objections, their grounds and answers."""
    return Section(
        key="objections",
        title=material.t("Keberatan atas Layanan Informasi", "Objections"),
        blocks=(
            *total_told(material, OBJECTIONS, "objections.total", NUMBERS[0]),
            *missing(material, "objections"),
            *broken_down(material, Register.OBJECTIONS),
            *other_years(material, Register.OBJECTIONS),
            *_register_in_chapter(material),
            *_oldest_objections(material),
            *missing(material, "objection_answers", "objection_execution"),
        ),
    )


def _oldest_objections(material: Material) -> Iterator[Block]:
    """Yield the objections that have waited longest; where only totals are kept, nothing is said of it."""
    rows = listed(material.year.objections)
    if rows:
        caption = Bilingual(
            "Keberatan terbuka yang paling lama menunggu", "Open objections that have waited longest"
        )
        yield from oldest_open(material, "objections", caption, objection_source(material))


def _register_in_chapter(material: Material) -> tuple[Block, ...]:
    if is_long(material.year.objections):
        return (see_annex(material, "B"),)
    return objection_register(material)


def objection_register(material: Material) -> tuple[Block, ...]:
    """Return the table of all objections, with their answers and what was done."""
    rows = listed(material.year.objections)
    caption = Bilingual("Register keberatan", "Register of objections")
    notes = (objection_source(material),)
    return row_table(material, "objections", caption, rows, OBJECTIONS_COLUMNS, notes=notes)


def objection_source(material: Material) -> str:
    """Return the line below a table of objections: where its figures come from."""
    return _source(material, "keberatan", "objections", len(listed(material.year.objections)))


def _source(material: Material, register: str, english: str, lines: int) -> str:
    """Return the line below a table: a register with its lines, totals where there are none."""
    if not lines:
        return material.t(f"Sumber: rekapitulasi {register}.", f"Source: totals of {english}.")
    return material.t(
        f"Sumber: register {register}, {lines} baris.", f"Source: register of {english}, {lines} lines."
    )


def disputes(material: Material) -> Section:
    """Tell of the disputes before the commission and how they ended."""
    return Section(
        key="disputes",
        title=material.t("Sengketa Informasi di Komisi Informasi", "Disputes before the Commission"),
        blocks=(
            *total_told(material, DISPUTES, "disputes.total", NUMBERS[1]),
            *missing(material, "disputes"),
            *broken_down(material, Register.DISPUTES),
            *other_years(material, Register.DISPUTES),
            *_dispute_register(material),
            *missing(material, "dispute_results", "dispute_execution"),
        ),
    )


def _dispute_register(material: Material) -> tuple[Block, ...]:
    rows = listed(material.year.disputes)
    note = _source(material, "sengketa", "disputes", len(rows))
    caption = Bilingual("Laporan sengketa informasi", "Disputes")
    return row_table(material, "disputes", caption, rows, DISPUTES_COLUMNS, notes=(note,))


def suits(material: Material) -> Section:
    """Tell of the suits before a court, or why there can be none."""
    return Section(
        key="suits",
        title=material.t("Gugatan ke Pengadilan", "Suits before a Court"),
        blocks=(
            *total_told(material, SUITS, "suits.total", NUMBERS[2]),
            *_no_suits(material),
            *broken_down(material, Register.SUITS),
            *other_years(material, Register.SUITS),
            *_suit_register(material),
            *missing(material, "suits", "suit_results", "suit_execution"),
        ),
    )


def _no_suits(material: Material) -> Iterator[Block]:
    """Say that there can be no suit, where that is known: every dispute is, and none was adjudicated."""
    if isinstance(material.year.suits, Absent) and none_adjudicated(material):
        text = material.t(
            "Gugatan tidak berlaku: tidak ada sengketa yang berakhir dengan putusan ajudikasi.",
            "Not applicable: no dispute ended in a decision by adjudication.",
        )
        yield Paragraph(content=(text,))


def none_adjudicated(material: Material) -> bool:
    """Tell whether it is known that no dispute ended in adjudication."""
    results = material.figure("disputes.by_result")
    if isinstance(results, Absent):
        return bool(material.figure("disputes.total") == 0)
    is_whole = sum(results.values()) == material.summary.whole("disputes.by_result")
    return (
        is_whole and UNNAMED.keys().isdisjoint(results) and not any(results.get(slug) for slug in ADJUDICATED)
    )


def _suit_register(material: Material) -> tuple[Block, ...]:
    caption = Bilingual("Gugatan ke pengadilan", "Suits before a court")
    rows = listed(material.year.suits)
    note = _source(material, "gugatan", "suits", len(rows))
    return row_table(material, "suits", caption, rows, SUITS_COLUMNS, notes=(note,))
