"""Constraints, recommendations and the signature."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.model import Constraint, ConstraintKind, Recommendation
from ppid_core.report.absences import missing
from ppid_core.report.blocks import Block, Items, Paragraph, Section, Signature
from ppid_core.report.material import Material, capital
from ppid_core.report.prose import entry_text, passage, prose
from ppid_core.summary import listed

PLACED = frozenset(
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


def internal_constraints(material: Material) -> Section:
    """List the constraints inside the body."""
    return Section(
        key="internal_constraints",
        title=material.t("Kendala Internal", "Internal Constraints"),
        blocks=(
            *passage(material, "kendala"),
            *_constraints(material, ConstraintKind.INTERNAL),
            *missing(material, "constraints", "constraints_internal"),
        ),
    )


def external_constraints(material: Material) -> Section:
    """List the constraints outside the body, and those of which no kind is told."""
    return Section(
        key="external_constraints",
        title=material.t("Kendala Eksternal", "External Constraints"),
        blocks=(
            *_constraints(material, ConstraintKind.EXTERNAL),
            *_constraints(material, None),
            *missing(material, "constraints_external"),
        ),
    )


def _constraints(material: Material, kind: ConstraintKind | None) -> tuple[Block, ...]:
    rows: list[Constraint] = [row for row in listed(material.year.narrative.constraints) if row.kind is kind]
    return (Items(items=tuple((row.text,) for row in rows), ordered=True),) if rows else ()


def recommendations(material: Material) -> Section:
    """List what is recommended and planned."""
    return Section(
        key="recommendations",
        title=material.t("Rekomendasi dan Rencana Tindak Lanjut", "Recommendations and Plan"),
        blocks=(
            *passage(material, "rekomendasi"),
            *_recommended(material),
            *missing(material, "recommendations", "follow_up"),
        ),
    )


def _recommended(material: Material) -> tuple[Block, ...]:
    """Return each recommendation with what is planned to come of it."""
    rows: tuple[Recommendation, ...] = listed(material.year.narrative.recommendations)
    plan = material.t("Rencana tindak lanjut", "Plan")
    items = tuple(
        (f"{entry_text(row)} {plan}: {row.follow_up}" if row.follow_up else entry_text(row),) for row in rows
    )
    return (Items(items=items, ordered=True),) if items else ()


def end(material: Material) -> Section:
    """Close the report: what else was written, the last words, and the signature."""
    return Section(
        key="end",
        title=material.t("Penutup", "Closing"),
        blocks=(
            *_others(material),
            *passage(material, "penutup"),
            *_closing_words(material),
            *signature(material),
        ),
    )


def _others(material: Material) -> Iterator[Block]:
    for one in material.year.narrative.passages:
        if one.part not in PLACED:
            yield Paragraph(content=(f"{capital(one.part.replace('-', ' '))}:",))
            yield from prose(one.text)


def _closing_words(material: Material) -> tuple[Block, ...]:
    if material.year.narrative.passage("penutup"):
        return ()
    text = material.t(
        f"Demikian laporan layanan informasi publik {material.period_words} ini disusun untuk dipergunakan "
        "sebagaimana mestinya.",
        f"This is the report on the information service in {material.period_words}.",
    )
    return tuple(prose(text))


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
