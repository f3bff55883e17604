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

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@frozen
class _Chapter:
    """A chapter: its heading in both languages and the parts in it."""

    key: str
    indonesian: str
    english: str
    parts: tuple[Part, ...]


_POLICY = (policy.background, policy.regulations, policy.priorities)
_CONSTRAINTS = (conclusion.internal_constraints, conclusion.external_constraints)
_RECOMMENDATIONS = _Chapter(
    "chapter_recommendations",
    "Rekomendasi dan Rencana Tindak Lanjut",
    "Recommendations and Plan",
    (conclusion.recommendations, conclusion.end),
)

_OUTLINES: Mapping[Outline, tuple[_Chapter, ...]] = {
    Outline.PERKI: (
        _Chapter(
            "chapter_policy",
            "Gambaran Umum Kebijakan Layanan Informasi Publik",
            "Policy on the Information Service",
            _POLICY,
        ),
        _Chapter(
            "chapter_service",
            "Gambaran Umum Pelaksanaan Layanan Informasi Publik",
            "How the Service Was Carried Out",
            (service.secretariat, service.staff, service.budget, availability.availability, service.visits),
        ),
        _Chapter(
            "chapter_requests",
            "Rincian Layanan Permohonan Informasi Publik",
            "Requests in Detail",
            (requests.requests, response.response_time, backlog.backlog),
        ),
        _Chapter(
            "chapter_disputes",
            "Rincian Penyelesaian Sengketa Informasi Publik",
            "Disputes in Detail",
            (cases.objections, cases.disputes, cases.suits),
        ),
        _Chapter(
            "chapter_constraints", "Kendala Pelaksanaan Layanan Informasi Publik", "Constraints", _CONSTRAINTS
        ),
        _RECOMMENDATIONS,
    ),
    Outline.SEVEN_PARTS: (
        _Chapter(
            "chapter_policy",
            "Gambaran Umum dan Kebijakan Layanan Informasi",
            "Overview and Policy of the Service",
            _POLICY,
        ),
        _Chapter(
            "chapter_service",
            "Gambaran Umum Pelaksanaan Pelayanan Informasi",
            "How the Service Was Carried Out",
            (service.secretariat, service.staff, availability.availability, service.budget),
        ),
        _Chapter(
            "chapter_requests",
            "Layanan Permohonan Informasi Publik",
            "Requests for Public Information",
            (service.visits, requests.requests, response.response_time, backlog.backlog),
        ),
        _Chapter("chapter_disputes", "Laporan Sengketa Informasi", "Disputes", (cases.disputes, cases.suits)),
        _Chapter(
            "chapter_objections", "Laporan Keberatan Informasi Publik", "Objections", (cases.objections,)
        ),
        _Chapter("chapter_constraints", "Kendala Pelayanan Informasi Publik", "Constraints", _CONSTRAINTS),
        _RECOMMENDATIONS,
    ),
}
_WORDS: Mapping[Outline, str] = {Outline.PERKI: "BAB", Outline.SEVEN_PARTS: "Bagian"}


def chapters(material: Material) -> Iterator[Section]:
    """Yield the numbered chapters of the outline that the body chose."""
    presentation = material.year.presentation
    word = presentation.chapter_word or _WORDS[presentation.outline]
    name = word if material.lang == "id" else "Part"
    for number, chapter in enumerate(_OUTLINES[presentation.outline], start=1):
        yield Section(
            key=chapter.key,
            label=f"{name} {_ROMAN[number - 1]}",
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
