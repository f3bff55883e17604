"""The order of the chapters: two outlines over the same parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from ppid_core.language import Bilingual
from ppid_core.model import Outline
from ppid_core.report.blocks import Paragraph, Section
from ppid_core.report.material import Material
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

Part = Callable[[Material], Section]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@frozen(kw_only=True)
class Chapter:
    """A chapter: its heading and the parts in it."""

    key: str
    title: Bilingual
    parts: tuple[Part, ...] = field()


CONSTRAINTS = (conclusion.internal_constraints, conclusion.external_constraints)

OUTLINES: Mapping[Outline, tuple[Chapter, ...]] = {
    Outline.PERKI: (
        Chapter(
            key="chapter_policy",
            title=Bilingual(
                "Gambaran Umum Kebijakan Layanan Informasi Publik", "Policy on the Information Service"
            ),
            parts=(policy.background, policy.regulations, policy.priorities),
        ),
        Chapter(
            key="chapter_service",
            title=Bilingual(
                "Gambaran Umum Pelaksanaan Layanan Informasi Publik", "How the Service Was Carried Out"
            ),
            parts=(
                service.secretariat,
                service.staff,
                service.budget,
                availability.availability,
                service.visits,
            ),
        ),
        Chapter(
            key="chapter_requests",
            title=Bilingual("Rincian Layanan Permohonan Informasi Publik", "Requests in Detail"),
            parts=(requests.requests, response.response_time, backlog.backlog),
        ),
        Chapter(
            key="chapter_disputes",
            title=Bilingual("Rincian Penyelesaian Sengketa Informasi Publik", "Disputes in Detail"),
            parts=(cases.objections, cases.disputes, cases.suits),
        ),
        Chapter(
            key="chapter_constraints",
            title=Bilingual("Kendala Pelaksanaan Layanan Informasi Publik", "Constraints"),
            parts=CONSTRAINTS,
        ),
        Chapter(
            key="chapter_recommendations",
            title=Bilingual("Rekomendasi dan Rencana Tindak Lanjut", "Recommendations and Plan"),
            parts=(conclusion.recommendations, conclusion.end),
        ),
    ),
    Outline.SEVEN_PARTS: (
        Chapter(
            key="chapter_policy",
            title=Bilingual(
                "Gambaran Umum dan Kebijakan Layanan Informasi", "Overview and Policy of the Service"
            ),
            parts=(policy.background, policy.regulations, policy.priorities),
        ),
        Chapter(
            key="chapter_service",
            title=Bilingual(
                "Gambaran Umum Pelaksanaan Pelayanan Informasi", "How the Service Was Carried Out"
            ),
            parts=(service.secretariat, service.staff, availability.availability, service.budget),
        ),
        Chapter(
            key="chapter_requests",
            title=Bilingual("Layanan Permohonan Informasi Publik", "Requests for Public Information"),
            parts=(service.visits, requests.requests, response.response_time, backlog.backlog),
        ),
        Chapter(
            key="chapter_disputes",
            title=Bilingual("Laporan Sengketa Informasi", "Disputes"),
            parts=(cases.disputes, cases.suits),
        ),
        Chapter(
            key="chapter_objections",
            title=Bilingual("Laporan Keberatan Informasi Publik", "Objections"),
            parts=(cases.objections,),
        ),
        Chapter(
            key="chapter_constraints",
            title=Bilingual("Kendala Pelayanan Informasi Publik", "Constraints"),
            parts=CONSTRAINTS,
        ),
        Chapter(
            key="chapter_recommendations",
            title=Bilingual("Rekomendasi dan Rencana Tindak Lanjut", "Recommendations and Plan"),
            parts=(conclusion.recommendations, conclusion.end),
        ),
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
            title=chapter.title(material.lang),
            sections=tuple(_numbered(number, (part(material) for part in chapter.parts), material)),
        )


def _numbered(chapter: int, sections: Iterable[Section], material: Material) -> Iterator[Section]:
    for number, section in enumerate(sections, start=1):
        blocks = section.blocks or (Paragraph(content=(_nothing(material),)),)
        yield evolve(section, label=f"{chapter}.{number}", blocks=blocks)


def _nothing(material: Material) -> str:
    """Say why a section is empty: none is left without a word."""
    return material.t(
        f"Tidak ada yang dicatat untuk bagian ini pada {material.period_words}.",
        f"Nothing is recorded for this section in {material.period_words}.",
    )
