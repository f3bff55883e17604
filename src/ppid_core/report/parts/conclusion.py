"""Constraints, recommendations and the signature."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.model import Constraint, ConstraintKind
from ppid_core.report.absences import missing
from ppid_core.report.blocks import Block, Items, Paragraph, Signature
from ppid_core.report.material import Material, capital, section
from ppid_core.report.parts.follow_up import followed_up
from ppid_core.report.prose import entry_text, passage, prose
from ppid_core.summary import listed

_PLACED = frozenset(
    {
        "kata-pengantar",
        "latar-belakang",
        "kebijakan",
        "prioritas",
        "pelaksanaan",
        "kendala",
        "rekomendasi",
        "penutup",
    }
)


@section("internal_constraints", "Kendala Internal", "Internal Constraints")
def internal_constraints(material: Material) -> Iterator[Block]:
    """List the constraints inside the body."""
    yield from passage(material, "kendala")
    yield from _constraints(material, ConstraintKind.INTERNAL)
    yield from missing(material, "constraints", "constraints_internal")


@section("external_constraints", "Kendala Eksternal", "External Constraints")
def external_constraints(material: Material) -> Iterator[Block]:
    """List the constraints outside the body, and those of which no kind is told."""
    yield from _constraints(material, ConstraintKind.EXTERNAL)
    yield from _constraints(material, None)
    yield from missing(material, "constraints_external")


def _constraints(material: Material, kind: ConstraintKind | None) -> tuple[Block, ...]:
    rows: list[Constraint] = [row for row in listed(material.year.narrative.constraints) if row.kind is kind]
    items = tuple((row.text,) for row in rows)
    return (Items(items=items, ordered=True, lang=material.typed_lang),) if rows else ()


@section("recommendations", "Rekomendasi dan Rencana Tindak Lanjut", "Recommendations and Plan")
def recommendations(material: Material) -> Iterator[Block]:
    """List what is recommended, each with what is planned to come of it, and what became of last year's."""
    yield from passage(material, "rekomendasi")
    plan = material.t("Rencana tindak lanjut", "Plan")
    items = tuple(
        (
            f"{entry_text(row).removesuffix('.')}. {plan}: {row.follow_up}"
            if row.follow_up
            else entry_text(row),
        )
        for row in listed(material.year.narrative.recommendations)
        if not row.is_earlier(material.year.period.year)
    )
    if items:
        yield Items(items=items, ordered=True, lang=material.typed_lang)
    yield from missing(material, "recommendations", "follow_up")
    yield from followed_up(material)


@section("end", "Penutup", "Closing")
def end(material: Material) -> Iterator[Block]:
    """Close the report: what else was written, the last words, and the signature."""
    for one in material.year.narrative.passages:
        if one.part not in _PLACED:
            yield Paragraph(content=(f"{capital(one.part.replace('-', ' '))}:",))
            yield from prose(material, one.text)
    yield from passage(material, "penutup")
    if not material.year.narrative.passage("penutup"):
        yield material.said(
            f"Demikian laporan layanan informasi publik {material.period_words} ini disusun untuk "
            "dipergunakan sebagaimana mestinya.",
            f"This is the report on the information service in {material.period_words}.",
        )
    yield from signature(material)
    superior = material.year.body.superior
    if material.year.signatory is not None and superior:
        yield Signature(place=material.t("Mengetahui,", "Acknowledged by"), office=superior)


def signature(material: Material) -> tuple[Signature, ...]:
    """Return the signature block, none where nobody is named."""
    signatory = material.year.signatory
    if signatory is None:
        return ()
    return (
        Signature(
            place=signatory.place,
            on=signatory.on,
            office=signatory.office,
            name=signatory.name,
            nip=signatory.nip,
        ),
    )
