"""The last pages: every figure, and the colophon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from ppid_core.glossary import label, say
from ppid_core.law.citation import unmarked
from ppid_core.model import Absent, Measure
from ppid_core.report.blocks import Block, Column, Items, Table
from ppid_core.report.material import Material, capital, section


@section("figures", "Ikhtisar Angka", "All Figures")
def figures(material: Material) -> Iterator[Block]:
    """List every figure of the report once, with its reason where it is absent."""
    values = ((one, material.value(one)) for one in Measure if one is not Measure.OTHER)
    rows = tuple(
        (capital(label(one, material.lang)), *(("–", value) if isinstance(value, Absent) else (value, "")))
        for one, value in values
    )
    yield Table(
        key="figures",
        columns=(
            Column(key="figure", title=material.t("Pokok", "Figure")),
            Column(key="value", title=material.t("Angka", "Value")),
            Column(key="reason", title=material.t("Bila tidak ada: sebabnya", "Where absent: why")),
        ),
        rows=rows,
        caption=material.t("Semua angka laporan ini", "Every figure of this report"),
    )


@section("colophon", "Kolofon", "Colophon")
def colophon(material: Material) -> Iterator[Block]:
    """Say by which rules and which law the figures were judged, and from which data they were counted."""
    yield material.said(
        "Angka dihitung dari register, bukan disalin.", "Figures are counted from the registers, not copied."
    )
    yield Items(items=tuple((line,) for line in _origins(material)))


def _origins(material: Material) -> Iterator[str]:
    scope, t = material.summary.scope, material.t
    rules = ", ".join(f"{name} {version}" for name, version in sorted(material.checked.ruleset.items()))
    yield f"{t('Kumpulan aturan', 'Rule set')}: {rules}."
    if scope is not None:
        as_of = say(scope.as_of, material.lang)
        yield t(f"Keadaan per {as_of}.", f"State of {as_of}.")
        yield t(
            f"Versi hukum {scope.law}; versi kalender {scope.calendar}.",
            f"Law version {scope.law}; calendar version {scope.calendar}.",
        )
        if scope.estimate:
            yield t(
                f"Hari libur yang belum ditetapkan dan diperkirakan: {scope.estimate}.",
                f"Holidays that no decree fixes yet, estimated: {scope.estimate}.",
            )
    if doubts := _doubts(material):
        yield t(f"Dasar hukum yang belum diverifikasi: {doubts}.", f"Law that is not verified: {doubts}.")
    if inputs := material.checked.inputs:
        told, number = t("SHA-256 atas {} berkas data", "SHA-256 of {} data files"), len(inputs)
        yield f"{told.format(number)}: {one_hash(inputs)}"


def _doubts(material: Material) -> str:
    """Return the provisions behind the findings whose text nobody of ours has read."""
    bases = (basis(material.lang) for finding in material.found("L901") for basis in finding.basis)
    return "; ".join(dict.fromkeys(unmarked(basis, material.lang) for basis in bases))


def one_hash(inputs: Mapping[str, str]) -> str:
    """Return one SHA-256 for all files: of what ``sha256sum`` prints for them, in the order of their names.

    >>> from ppid_core.report.parts.annex import one_hash
    >>> one_hash({"laporan.csv": "ab", "opd.csv": "cd"})[:8]
    '036855b8'
    """
    lines = (f"{digest}  {name}\n" for name, digest in sorted(inputs.items()))
    return sha256("".join(lines).encode()).hexdigest()
