"""The order of the chapters: two outlines over the same parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from ppid_core.model import Outline
from ppid_core.report.blocks import Section
from ppid_core.report.material import Material, Part
from ppid_core.report.parts import (
    availability,
    backlog,
    cases,
    conclusion,
    policy,
    requests,
    response,
    service,
)

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@frozen
class Chapter:
    """A chapter: its heading in both languages and the parts in it."""

    key: str
    indonesian: str
    english: str
    parts: tuple[Part, ...]


POLICY = (policy.background, policy.regulations, policy.priorities)
CONSTRAINTS = (conclusion.internal_constraints, conclusion.external_constraints)
RECOMMENDATIONS = Chapter(
    "chapter_recommendations",
    "Rekomendasi dan Rencana Tindak Lanjut",
    "Recommendations and Plan",
    (conclusion.recommendations, conclusion.end),
)

OUTLINES: Mapping[Outline, tuple[Chapter, ...]] = {
    Outline.PERKI: (
        Chapter(
            "chapter_policy",
            "Gambaran Umum Kebijakan Layanan Informasi Publik",
            "Policy on the Information Service",
            POLICY,
        ),
        Chapter(
            "chapter_service",
            "Gambaran Umum Pelaksanaan Layanan Informasi Publik",
            "How the Service Was Carried Out",
            (service.secretariat, service.staff, service.budget, availability.availability, service.visits),
        ),
        Chapter(
            "chapter_requests",
            "Rincian Layanan Permohonan Informasi Publik",
            "Requests in Detail",
            (requests.requests, response.response_time, backlog.backlog),
        ),
        Chapter(
            "chapter_disputes",
            "Rincian Penyelesaian Sengketa Informasi Publik",
            "Disputes in Detail",
            (cases.objections, cases.disputes, cases.suits),
        ),
        Chapter(
            "chapter_constraints", "Kendala Pelaksanaan Layanan Informasi Publik", "Constraints", CONSTRAINTS
        ),
        RECOMMENDATIONS,
    ),
    Outline.SEVEN_PARTS: (
        Chapter(
            "chapter_policy",
            "Gambaran Umum dan Kebijakan Layanan Informasi",
            "Overview and Policy of the Service",
            POLICY,
        ),
        Chapter(
            "chapter_service",
            "Gambaran Umum Pelaksanaan Pelayanan Informasi",
            "How the Service Was Carried Out",
            (service.secretariat, service.staff, availability.availability, service.budget),
        ),
        Chapter(
            "chapter_requests",
            "Layanan Permohonan Informasi Publik",
            "Requests for Public Information",
            (service.visits, requests.requests, response.response_time, backlog.backlog),
        ),
        Chapter("chapter_disputes", "Laporan Sengketa Informasi", "Disputes", (cases.disputes, cases.suits)),
        Chapter(
            "chapter_objections", "Laporan Keberatan Informasi Publik", "Objections", (cases.objections,)
        ),
        Chapter("chapter_constraints", "Kendala Pelayanan Informasi Publik", "Constraints", CONSTRAINTS),
        RECOMMENDATIONS,
    ),
}
WORDS: Mapping[Outline, str] = {Outline.PERKI: "BAB", Outline.SEVEN_PARTS: "Bagian"}


def chapters(material: Material) -> Iterator[Section]:
    """Yield the numbered chapters of the outline that the body chose."""
    presentation = material.year.presentation
    word = presentation.chapter_word or WORDS[presentation.outline]
    name = word if material.lang == "id" else "Part"
    for number, chapter in enumerate(OUTLINES[presentation.outline], start=1):
        yield Section(
            key=chapter.key,
            label=f"{name} {ROMAN[number - 1]}",
            title=material.t(chapter.indonesian, chapter.english),
            sections=tuple(_numbered(number, (part(material) for part in chapter.parts), material)),
        )


def _numbered(chapter: int, sections: Iterable[Section], material: Material) -> Iterator[Section]:
    for number, section in enumerate(sections, start=1):
        # None is left without a word.
        nothing = material.said(
            f"Tidak ada yang dicatat untuk bagian ini pada {material.period_words}.",
            f"Nothing is recorded for this section in {material.period_words}.",
        )
        yield evolve(section, label=f"{chapter}.{number}", blocks=section.blocks or (nothing,))
