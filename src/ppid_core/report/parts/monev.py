"""What tables can prove for the commission's evaluation, and what the body's own answers add up to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ppid_core.language import LANGS, Bilingual, Lang, by_number, filled
from ppid_core.law import AssessedCategory, Provision
from ppid_core.law.citation import unmarked
from ppid_core.model import Absent
from ppid_core.report.blocks import Block, Column, Paragraph, Table
from ppid_core.report.material import Material, section
from ppid_core.report.parts.standards import placed
from ppid_core.report.prose import joined
from ppid_core.report.text import running
from ppid_core.report.values import Counted, Typed, Value, phrased
from ppid_core.summary.assessment import (
    CategoryFacts,
    SelfAssessment,
    by_category,
    categories_of,
    category_facts,
    self_assessment,
)
from ppid_core.writing import format_number
from ppid_core.writing.numbers import EXACT


@section("monev", "Fakta untuk e-Monev", "Facts for the Commission's Evaluation")
def monev(material: Material) -> Iterator[Block]:
    """Tell the facts of each category; a sum only where the body answered a questionnaire of its own."""
    own = self_assessment(material.year)
    if facts := category_facts(material.year, material.law):
        yield _facts(material, facts)
    if not isinstance(own, Absent):
        yield from _estimate(material, own)


def _facts(material: Material, facts: tuple[CategoryFacts, ...]) -> Table:
    """Return the facts of each category, with its weight where that is known of any."""
    is_weighted = any(one.weight is not None for one in facts)
    weight = (Column(key="weight", title=material.t("Bobot", "Weight")),) if is_weighted else ()
    return Table(
        key="monev_facts",
        columns=(
            Column(key="category", title=material.t("Kategori", "Category")),
            *weight,
            Column(key="facts", title=material.t("Fakta dari tabel, dan tempatnya", "Facts, and where")),
        ),
        rows=tuple(
            (
                _called(material, one.title),
                *((one.weight or material.t("tidak ditemukan", "not found"),) if is_weighted else ()),
                phrased((placed(material, fact) for fact in one.proofs), "; ")
                or material.t("tidak ada fakta dalam tabel", "no fact in the tables"),
            )
            for one in facts
        ),
        caption=material.t("Fakta menurut kategori e-Monev", "Facts by category of the evaluation"),
        notes=tuple(_sources(material, categories_of(material.year, material.law))),
    )


def _sources(material: Material, provision: Provision[tuple[AssessedCategory, ...]] | None) -> Iterator[str]:
    """Yield where the facts and the categories are from, and whose arrangement it is."""
    yield material.t("Sumber: tabel yang disebut pada tiap kategori.", "Source: the tables named.")
    year = material.year.period.year
    if provision is not None and provision.value:
        cited = unmarked(provision.cite(material.lang), material.lang)
        sure = provision.confidence.label(material.lang)
        note = f" {provision.note}" if material.lang == "id" else ""
        yield material.t(f"Kategori: {cited} ({sure}).{note}", f"Categories: {cited} ({sure}).")
    else:
        yield material.t(
            f"Kategori tahun {year} tidak ditemukan; kategori menurut tabel saq.",
            f"The categories of {year} were not found; they are those of table saq.",
        )
    yield material.t(
        "Fakta ditempatkan pada kategori oleh penyusun laporan; Komisi Informasi yang menilai.",
        "Facts stand under categories by our own arrangement; the information commission is who judges.",
    )


def _estimate(material: Material, own: SelfAssessment) -> Iterator[Block]:
    """Yield what the answers add up to, over what, the grade, and what is missing."""
    yield Paragraph(content=(f"{_sum(own)(material.lang)} {_grade(material, own)(material.lang)}",))
    lines = tuple(by_category(material.year))
    yield Table(
        key="monev_saq",
        columns=(
            Column(key="category", title=material.t("Kategori", "Category")),
            Column(key="questions", title=material.t("Pertanyaan", "Questions"), summed=True),
            Column(key="measured", title=material.t("Terhitung", "Counted"), summed=True),
            Column(key="weight", title=material.t("Bobot", "Weight")),
            Column(key="measured_weight", title=material.t("Bobot terhitung", "Weight counted")),
            Column(key="points", title=material.t("Nilai", "Points")),
        ),
        rows=tuple(_line(material, _called(material, title), one) for title, one in lines),
        caption=material.t(
            "Jawaban SAQ menurut kategori: perkiraan sendiri, hanya SAQ",
            "Answers to the questionnaire by category: the body's own estimate, of it alone",
        ),
        total=_line(material, material.t("Jumlah", "Total"), own),
        notes=tuple(_notes(material, own)),
    )


def _called(material: Material, title: Bilingual) -> str:
    """Return a category as a line begins; one that no list holds is as staff typed it."""
    words = title(material.lang)
    capital = words[:1].upper() + words[1:]
    return Typed(capital) if title.id == title.en else capital


def _line(material: Material, title: str, own: SelfAssessment) -> tuple[Value, ...]:
    return (
        title,
        own.questions,
        own.measured,
        _plain(own.weight) if own.weighted == own.questions else material.t("tidak diketahui", "not known"),
        _plain(own.measured_weight) if own.measured else "–",
        _plain(own.points) if own.measured else "–",
    )


def _plain(value: Decimal) -> int | Decimal:
    """Return a number without zeros behind its point."""
    return int(value) if value == value.to_integral_value() else value.normalize(EXACT)


_NO_SUM = Bilingual(
    "Perkiraan sendiri, hanya SAQ: belum ada nilai, karena dari {count} pertanyaan tidak satu pun berbobot"
    " dan terjawab.",
    "The body's own estimate, of the questionnaire alone: no sum yet, as none of {count}"
    " {count:question|questions} has a weight and an answer that counts.",
)
_SUM = Bilingual(
    "Perkiraan sendiri, hanya SAQ: nilai jawaban {points} dari bobot {weight}, atas {measured} dari {count}"
    " pertanyaan.",
    "The body's own estimate, of the questionnaire alone: answers earn {points} of a weight of {weight}, over"
    " {measured} of {count} {count:question|questions}.",
)
_NO_GRADE = Bilingual("Golongannya tidak dapat disebut: {why}.", "Its grade cannot be told: {why}.")
_NO_WHOLE = Bilingual("bobot seluruhnya belum diketahui", "the whole weight is not known")
_UNREAD = Bilingual("ada sel yang belum terbaca", "cells could not be read")
_NO_GRADES_YET = Bilingual(
    "golongan belum ada, atau tidak ditemukan, untuk tahun itu",
    "there were no grades yet, or none was found, for that year",
)
_GRADE = Bilingual(
    "Itu {low} persen dari bobot seluruhnya: golongan {first}.",
    "That is {low} percent of the whole weight: grade {first}.",
)
_ONE_GRADE = Bilingual(
    "Bagaimanapun isi yang belum diketahui, nilainya antara {low} dan {high} persen dari bobot seluruhnya:"
    " golongan {first}.",
    "Whatever is unknown, it lies between {low} and {high} percent of the whole weight: grade {first}.",
)
_TWO_GRADES = Bilingual(
    "Golongannya belum dapat disebut: bergantung pada yang belum diketahui, nilainya antara {low} dan {high}"
    " persen dari bobot seluruhnya, yaitu {first} sampai {last}.",
    "Its grade cannot be told yet: as what is unknown turns out, it lies between {low} and {high} percent of"
    " the whole weight, {first} to {last}.",
)


def _sum(own: SelfAssessment) -> Bilingual:
    """Return what the answers add up to, and over how many questions of which weight."""
    return Bilingual(
        *(
            filled(
                (_SUM if own.measured else _NO_SUM)(lang),
                {
                    "count": running(Counted(own.questions), lang),
                    "measured": running(Counted(own.measured), lang),
                    "points": format_number(_plain(own.points), lang),
                    "weight": format_number(_plain(own.measured_weight), lang),
                },
            )
            for lang in LANGS
        )
    )


def _grade(material: Material, own: SelfAssessment) -> Bilingual:
    """Return the grade, or between which ones what is unknown leaves it."""
    bands, lowest, highest = own.bands(material.law, material.year), own.lowest, own.highest
    if isinstance(lowest, Absent) or isinstance(highest, Absent):
        return _NO_GRADE.fill(why=_NO_WHOLE)
    if not bands:
        return _NO_GRADE.fill(why=_UNREAD if material.year.unread_cells("saq") else _NO_GRADES_YET)
    sentence = _GRADE if own.is_whole else _ONE_GRADE if len(bands) == 1 else _TWO_GRADES
    return Bilingual(
        *(
            sentence(lang).format(
                low=_percent(lowest, lang),
                high=_percent(highest, lang),
                first=bands[0].title(lang),
                last=bands[-1].title(lang),
            )
            for lang in LANGS
        )
    )


def _percent(part: Fraction, lang: Lang) -> str:
    """Return a percentage cut after two decimals: rounded, it might seem to reach another grade."""
    cents = Decimal(part.numerator * 100 // part.denominator).scaleb(-2)
    return format_number(_plain(cents), lang)


def _notes(material: Material, own: SelfAssessment) -> Iterator[str]:
    """Yield the source, and what is missing."""
    yield material.t(
        f"Sumber: tabel saq, {own.questions} pertanyaan.",
        f"Source: table saq, {own.questions} {by_number(own.questions, 'question', 'questions')}.",
    )
    lacks = [
        (own.unanswered, "belum dijawab", "without an answer"),
        (own.unmeasured, "dijawab tanpa bagian yang terpenuhi", "with an answer that says no share"),
        (own.questions - own.weighted, "tanpa bobot", "without a weight"),
        (own.unproven, "dijawab tanpa sumber", "with nothing that shows it"),
    ]
    told = [material.t(f"{count} pertanyaan {id_}", f"{count} {en}") for count, id_, en in lacks if count]
    if told:
        named = joined(told, material.t("dan", "and"))
        yield material.t(
            f"Yang belum ada: {named}. Yang belum diketahui tidak dihitung sebagai 0.",
            f"What is missing, of the questions: {named}. What is unknown does not count as 0.",
        )
