"""What the chapters are made of: the year, its figures, and one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cached_property, wraps
from typing import Protocol, TypeVar

from attrs import field, frozen

from ppid_core.glossary import label, say, say_absence
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Lawbook
from ppid_core.law.citation import unmarked
from ppid_core.model import (
    Absent,
    AgencyRef,
    Coded,
    Measure,
    Objection,
    Period,
    ReportingPeriod,
    Request,
    ServiceYear,
    YearPart,
)
from ppid_core.report.blocks import Block, Notice, Paragraph, Section
from ppid_core.report.document import Edition, Form
from ppid_core.report.sentences import composed
from ppid_core.report.values import Typed, Value, measured
from ppid_core.rules import Checked, Finding, Status
from ppid_core.summary import EarlierYear, History, Summary, Tree
from ppid_core.writing import month_name

Slug = TypeVar("Slug", bound=StrEnum)


@frozen(kw_only=True, slots=False)
class Material:
    """Everything that a chapter may tell.

    Attributes:
        pictures: content of each picture file, by the path that the table names.
        previous: earlier years with their figures, which stand beside those of this one.
    """

    year: ServiceYear
    summary: Summary
    checked: Checked
    law: Lawbook
    lang: Lang = "id"
    form: Form = "full"
    edition: Edition = "public"
    pictures: Mapping[str, bytes] = field(factory=dict)
    previous: tuple[EarlierYear, ...] = ()

    @cached_property
    def history(self) -> History:
        """The year beside those before it."""
        own = EarlierYear(year=self.year, summary=self.summary)
        return History(own=own, previous=self.previous, law=self.law)

    def t(self, indonesian: str, english: str) -> str:
        """Return the text in the language of the document."""
        return indonesian if self.lang == "id" else english

    @property
    def typed_lang(self) -> Lang | None:
        """The language of what staff typed, None where the document is in it."""
        return None if self.lang == "id" else "id"

    def said(self, indonesian: str, english: str) -> Paragraph:
        """Return a paragraph in the language of the document."""
        return Paragraph(content=(self.t(indonesian, english),))

    def figure(self, path: str) -> Tree:
        """Return a figure of the summary."""
        return self.summary.figure(path)

    def value(self, measure: Measure) -> Value:
        """Return a figure as it is printed."""
        return measured(self.summary, measure)

    def sentence(self, sentence: Bilingual, **facts: str) -> tuple[Paragraph, ...]:
        """Return a sentence with its figures; none where one of them is absent."""
        content = composed(sentence, self.value, self.lang, self.standing_facts | facts)
        return () if content is None else (Paragraph(content=content),)

    @property
    def standing_facts(self) -> dict[str, str]:
        """The facts that any sentence may name."""
        return {
            "period": self.period_words,
            "whole_year": period_words(ReportingPeriod(self.year.period.year), self.lang),
            "body": self.year.body.name or self.t("badan publik ini", "this public body"),
            "commission": self.year.body.commission
            or self.t("Komisi Informasi", "the information commission"),
            "as_of": self.as_of_words,
            "earlier": self.earlier_words,
        }

    @property
    def earlier_words(self) -> str:
        """What came before the period: an earlier year, of a part of one an earlier part."""
        if self.year.period.part is YearPart.YEAR:
            return self.t("tahun sebelumnya", "earlier years")
        return self.t("masa sebelumnya", "earlier periods")

    @property
    def as_of_words(self) -> str:
        """The day whose state the figures tell, in words."""
        scope = self.summary.scope
        return say(self.year.as_of if scope is None else scope.as_of, self.lang)

    @property
    def period_words(self) -> str:
        """The period in words, such as *semester I tahun 2020*."""
        return period_words(self.year.period, self.lang)

    def agency(self, ref: AgencyRef | None) -> str:
        """Return the short name of an agency, else the words as typed."""
        if ref is None:
            return ""
        names = (
            {} if isinstance(self.year.agencies, Absent) else {a.code: a.label for a in self.year.agencies}
        )
        return Typed(names.get(ref.key, ref.typed))

    def outcome(self, row: Request) -> str | None:
        """Return what became of a request; of one that the agency desk left unanswered, that it did."""
        if row.outcome is None:
            return None
        desk = "" if row.desk is None else f" ({label(row.desk, self.lang)})"
        return label(row.outcome, self.lang) + desk

    def typed(self, coded: Coded[Slug] | None) -> str:
        """Return the clerk's words, the label where none were typed."""
        if coded is None:
            return ""
        return Typed(coded.typed) if coded.typed else label(coded.slug, self.lang)

    def grounds(self, row: Objection) -> str:
        """Return the grounds of an objection: the clerk's words, the labels where none were typed."""
        if row.ground is None or row.ground.typed:
            return self.typed(row.ground)
        return "; ".join(label(ground, self.lang) for ground in row.grounds)

    def when(self, period: Period | None) -> Value:
        """Return when something came in, the month without its year where that is the report's."""
        if period is None:
            return self.t("sepanjang periode", "all through the period")
        if period.day is None and period.month is not None and period.year == self.year.period.year:
            return month_name(period.month, self.lang)
        return period

    def absence(self, value: Absent) -> str:
        """Return why something is absent."""
        return say_absence(value, self.lang)

    def found(self, code: str) -> tuple[Finding, ...]:
        """Return what one rule found."""
        return tuple(finding for finding in self.checked.findings if finding.code == code)

    def has_judged(self, code: str) -> bool:
        """Tell whether a rule ran to its end."""
        done = {Status.PASSED, Status.FOUND}
        return any(run.code == code and run.status in done for run in self.checked.runs)

    def notice(self, text: Bilingual, basis: Iterable[Bilingual] = ()) -> Notice:
        """Return the notice of a content that is absent."""
        cited = ", ".join(unmarked(one(self.lang), self.lang) for one in basis)
        return Notice(text=text(self.lang), basis=cited)


class Bilinguist(Protocol):
    """What a part of a document is made of: it has a language."""

    def t(self, indonesian: str, english: str) -> str:
        """Return the text in the language of the document."""


Speaker = TypeVar("Speaker", bound=Bilinguist)
Part = Callable[[Material], Section]


def section(
    key: str, indonesian: str, english: str
) -> Callable[[Callable[[Speaker], Iterable[Block]]], Callable[[Speaker], Section]]:
    """Make a part of a document of the blocks that a function yields, under this key and heading."""

    def headed(blocks: Callable[[Speaker], Iterable[Block]]) -> Callable[[Speaker], Section]:
        @wraps(blocks)
        def part(material: Speaker) -> Section:
            title = material.t(indonesian, english)
            return Section(key=key, title=title, blocks=tuple(blocks(material)))

        return part

    return headed


def capital(text: str) -> str:
    """Return ``text`` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def period_words(period: ReportingPeriod, lang: Lang) -> str:
    """Return the period in words, for titles and sentences."""
    if period.part is YearPart.YEAR:
        return f"tahun {period.year}" if lang == "id" else f"the year {period.year}"
    kind, _, number = period.part.value.partition("_")
    if kind == "first":
        return f"{label(period.part, lang)} {period.year}"
    roman = ("I", "II", "III", "IV")[int(number) - 1]
    if lang == "id":
        return f"{'semester' if kind == 'semester' else 'triwulan'} {roman} tahun {period.year}"
    return f"{'half-year' if kind == 'semester' else 'quarter'} {roman} of {period.year}"
