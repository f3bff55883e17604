"""Requests: how many, by whom, by which way, with which outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ppid_core.glossary import label
from ppid_core.language import Bilingual
from ppid_core.model import Absent, CountUnit, Measure, Register
from ppid_core.report.absences import missing, total_told
from ppid_core.report.blocks import Block, Paragraph
from ppid_core.report.material import Material, section
from ppid_core.report.parts.agencies import agencies_told
from ppid_core.report.parts.breakdowns import broken_down, other_years
from ppid_core.report.parts.joint import joined
from ppid_core.report.parts.monthly import by_month
from ppid_core.report.parts.purposes import purposes_told
from ppid_core.report.parts.refusals import refusal_table
from ppid_core.report.sentences import (
    APPLICANTS,
    CARRIED_OVER,
    COMPLAINTS,
    OUTCOMES,
    RECEIVED,
    composed,
)
from ppid_core.report.values import Inline
from ppid_core.summary import listed
from ppid_core.summary.rows import rows_of


@section("requests", "Permohonan Informasi Publik", "Requests for Public Information")
def requests(material: Material) -> Iterator[Block]:
    """Tell of the requests: how many, by whom, what became of them."""
    number = Bilingual("Jumlah permohonan", "The number of requests")
    yield from total_told(material, RECEIVED, "requests.total", number)
    yield from outcomes_told(material)
    if material.figure("requests.carried_over"):
        yield from material.sentence(CARRIED_OVER)
    if material.figure("applicants.total") != 0 and not _counts_applicants(material):
        yield from material.sentence(APPLICANTS)
    yield from material.sentence(COMPLAINTS)
    yield from missing(material, "requests")
    yield from by_month(material)
    for kind in (Register.REQUESTS, Register.APPLICANTS, Register.COMPLAINTS):
        yield from broken_down(material, kind)
        if kind is Register.REQUESTS:
            yield from _of_requests(material)
        yield from joined(material, kind)
        yield from other_years(material, kind)
    yield from missing(material, "refusal_reasons")
    yield from see_annex(material, Register.REQUESTS, "A")


def _of_requests(material: Material) -> Iterator[Block]:
    """Yield what more is told of requests: on what refusals rest, purposes, what each agency did."""
    yield from refusal_table(material)
    yield from purposes_told(material)
    yield from agencies_told(material)


def outcomes_told(material: Material) -> tuple[Paragraph, ...]:
    """Return one sentence that lists the outcomes there were."""
    return enumerated(material, OUTCOMES, _lead(material))


def enumerated(material: Material, pieces: Mapping[Measure, Bilingual], lead: str) -> tuple[Paragraph, ...]:
    """Return one sentence that lists figures, without those that are 0 or absent; none where all are.

    Args:
        material: the year and its figures.
        pieces: the words of each figure.
        lead: how the sentence begins.
    """
    told = [
        content
        for measure, sentence in pieces.items()
        if material.figure(measure)
        and (content := composed(sentence, material.value, material.lang, {})) is not None
    ]
    if not told:
        return ()
    return (Paragraph(content=(lead, *_listed(told, material.t("dan", "and")), ".")),)


def _lead(material: Material) -> str:
    """Return how the list of outcomes begins: only of a total that it adds up to, it says *of these*."""
    if material.summary.exceeds("requests.by_outcome"):
        return material.t(
            "Menurut rincian keputusan, yang melebihi jumlahnya: ",
            "By the breakdown of outcomes, which exceeds its total: ",
        )
    if isinstance(material.figure("requests.total"), Absent):
        return material.t("Keputusan yang tercatat: ", "Outcomes that are recorded: ")
    return material.t("Dari jumlah itu ", "Of these, ")


def _listed(pieces: list[tuple[Inline, ...]], last: str) -> Iterator[Inline]:
    """Yield pieces as a sentence lists them: "a, b, dan c", of two "a dan b"."""
    *head, tail = pieces
    for place, piece in enumerate(head):
        yield from (", ", *piece) if place else piece
    if head:
        yield f"{',' if len(head) > 1 else ''} {last} "
    yield from tail


def _counts_applicants(material: Material) -> bool:
    return any(row.unit is CountUnit.APPLICANT for row in listed(material.year.requests))


def see_annex(material: Material, register: Register, letter: str) -> tuple[Paragraph, ...]:
    """Return the sentence that says where the lines of a register stand; nothing where it has none."""
    if not listed(rows_of(material.year, register)):
        return ()
    name = label(register, material.lang)
    return (
        material.said(
            f"Rincian tiap baris register {name} termuat dalam Lampiran {letter}.",
            f"Every line of the register of {name} is in Annex {letter}.",
        ),
    )
