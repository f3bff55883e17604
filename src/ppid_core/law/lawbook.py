"""The law as one value: one typed field for each parameter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property, partial
from inspect import Parameter as Argument
from inspect import Signature
from typing import get_args, get_type_hints

from attrs import field, fields, frozen

from ppid_core.errors import LawFileError, UnknownNameError
from ppid_core.language import Bilingual
from ppid_core.law.citation import Citation, Confidence
from ppid_core.law.exemption import (
    DurationRule,
    ExemptionDuration,
    ExemptionLetter,
    LetteredGround,
    RefusalGround,
)
from ppid_core.law.instrument import Instrument, Precision
from ppid_core.law.monev import AssessedCategory, MonevBand, are_gapless
from ppid_core.law.parameter import Parameter, Provision, Repeal, Unit
from ppid_core.law.register import RegisterColumn, RegisterKind
from ppid_core.law.report import ContentCondition, MonthDay, RequiredContent
from ppid_core.law.service_standard import RequiredStandard
from ppid_core.law.snapshot import restored, taken
from ppid_core.law.standard import OwnStandard
from ppid_core.law.structure import build, fingerprint, gather, parse, records, toml_texts


@frozen(kw_only=True, cache_hash=True)
class ResponseClass:
    """A span of working days in which requests are answered (*kelas waktu*).

    >>> from ppid_core import Lawbook
    >>> from ppid_core.law import ResponseClass
    >>> ResponseClass(slug="1-10", low=1, high=10).high
    10

    Attributes:
        slug: ``low-high``, or ``over_`` and the last day of the class before it.
        low: its first working day.
        high: its last working day, None where it has no end.
    """

    slug: str
    low: int
    high: int | None

    @property
    def sign(self) -> str:
        """How clerks write it: ``low-high``, or ``>`` and the last day of the class before it."""
        return f">{self.low - 1}" if self.high is None else f"{self.low}-{self.high}"

    def holds(self, days: int) -> bool:
        """Return whether an answer after ``days`` working days belongs here."""
        return self.low <= days and (self.high is None or days <= self.high)


@cache
def _response_classes(limit: int, extended: int) -> tuple[ResponseClass, ...]:
    """Return the classes of two limits, for each pair the same ones."""
    return (
        ResponseClass(slug=f"0-{limit}", low=0, high=limit),
        ResponseClass(slug=f"{limit + 1}-{extended}", low=limit + 1, high=extended),
        ResponseClass(slug=f"over_{extended}", low=extended + 1, high=None),
    )


@frozen(kw_only=True)
class Lawbook:
    """What the law says, and since when (*buku hukum*).

    An act is judged by the law of its day, a report by the law of the day it is due.

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> provision = Lawbook.load().request_response.at(date(2024, 1, 2))
    >>> provision.value, str(provision.citation)
    (10, 'UU 14/2008 Pasal 22 ayat (7)')

    Attributes:
        request_response: working days for the written notice on a request, from its receipt: the act's time,
            by which lateness is judged.
        request_notice: the same by the standard of service (Perki).
        request_refusal: the same for a refusal, always from receipt.
        request_clock: "received" or "complete": from which day the standard of service counts a notice.
        request_extension: working days by which that may be extended, once.
        extension_grounds: on what grounds.
        request_completeness: working days for checking that a request is complete, from its registration.
        request_repair: working days in which the applicant completes it, from receipt of the letter.
        unrepaired_request: what becomes of a request that is not completed in time: "noted", not refused.
        exemption_letters: Pasal 17 a–j, with what Pasal 18 and Pasal 20 say of them.
        consequence_test: whether one comes before an exemption (Pasal 19).
        classification_decree: whether a decree says what is exempt (PP 61/2010 Pasal 4).
        refusal_grounds: which reasons of refusal the law knows.
        other_lawful_reasons: Pasal 6 ayat (3), as far as it is known.
        objection_grounds: Pasal 35 ayat (1) a–g.
        objection_filing: working days for filing an objection, from the day its ground was found.
        objection_answer: working days in which the superior answers, from receipt: the act's time.
        objection_answer_registered: the same by the standard of service, from entry in the register.
        dispute_filing: working days for going to the commission, from the superior's answer.
        dispute_filing_after_silence: the same, from the last day that the superior had for it.
        commission_start: working days in which the commission starts on a dispute.
        commission_finish: working days in which it finishes.
        mediation: working days for mediation.
        mediation_extension: working days by which that may be extended, once.
        mediation_grounds: the letters of Pasal 35 ayat (1) that can be mediated.
        court_statement: working days for stating that the decision is not accepted, from its receipt.
        court_filing: working days for going to court, from the same day.
        cassation_filing: calendar days for cassation, from receipt: the act's time.
        cassation_filing_perma: working days for it by the court's rule, from pronouncement or notice.
        report_due: the day of the year by which the yearly report is due.
        report_standard: name of the instrument that the report is judged by.
        required_contents: what the report must tell.
        periodic_information: months within which periodic information is announced.
        public_list_renewal: months within which the list of public information is renewed.
        public_categories: how public information is made known (Pasal 9 to 11).
        exemption_durations: how long Pasal 17 a–i may exempt (PP 61/2010).
        exemption_end_notice: working days before the end of an exemption by which the PPID declares it over.
        own_standards: the kinds of body whose standard of service is another, or is not known.
        service_standards: the standards that a body must have.
        charter_contents: what its charter of service must hold.
        charter_places: where that is announced.
        register_columns: what the registers and lists hold.
        personal_data: what tells who a person is (UU 27/2022 Pasal 4 ayat (3)).
        personal_data_bases: on what data of persons may be processed (UU 27/2022 Pasal 20 ayat (2)).
        personal_data_masked: whether what is published leaves them out.
        monev_bands: the grades of the commission's yearly evaluation.
        monev_categories: what that looks at, year by year; nothing for a year of which it was not found.
        instruments: the instruments themselves.
    """

    request_response: Parameter[int]
    request_notice: Parameter[int]
    request_refusal: Parameter[int]
    request_clock: Parameter[str]
    request_extension: Parameter[int]
    extension_grounds: Parameter[tuple[LetteredGround, ...]]
    request_completeness: Parameter[int]
    request_repair: Parameter[int]
    unrepaired_request: Parameter[str]
    exemption_letters: Parameter[tuple[ExemptionLetter, ...]]
    consequence_test: Parameter[bool]
    classification_decree: Parameter[bool]
    refusal_grounds: Parameter[tuple[RefusalGround, ...]]
    other_lawful_reasons: Parameter[tuple[LetteredGround, ...]]
    objection_grounds: Parameter[tuple[LetteredGround, ...]]
    objection_filing: Parameter[int]
    objection_answer: Parameter[int]
    objection_answer_registered: Parameter[int]
    dispute_filing: Parameter[int]
    dispute_filing_after_silence: Parameter[int]
    commission_start: Parameter[int]
    commission_finish: Parameter[int]
    mediation: Parameter[int]
    mediation_extension: Parameter[int]
    mediation_grounds: Parameter[tuple[str, ...]]
    court_statement: Parameter[int]
    court_filing: Parameter[int]
    cassation_filing: Parameter[int]
    cassation_filing_perma: Parameter[int]
    report_due: Parameter[MonthDay]
    report_standard: Parameter[str]
    required_contents: Parameter[tuple[RequiredContent, ...]]
    periodic_information: Parameter[int]
    public_list_renewal: Parameter[int]
    public_categories: Parameter[tuple[str, ...]]
    exemption_durations: Parameter[tuple[ExemptionDuration, ...]]
    exemption_end_notice: Parameter[int]
    own_standards: Parameter[tuple[OwnStandard, ...]]
    service_standards: Parameter[tuple[RequiredStandard, ...]]
    charter_contents: Parameter[tuple[RequiredStandard, ...]]
    charter_places: Parameter[tuple[RequiredStandard, ...]]
    register_columns: Parameter[tuple[RegisterColumn, ...]]
    personal_data: Parameter[tuple[LetteredGround, ...]]
    personal_data_bases: Parameter[tuple[LetteredGround, ...]]
    personal_data_masked: Parameter[bool]
    monev_bands: Parameter[tuple[MonevBand, ...]] = field()
    monev_categories: Parameter[tuple[AssessedCategory, ...]]
    instruments: tuple[Instrument, ...]

    @monev_bands.validator
    def _every_score_has_one_grade(self, _: object, bands: Parameter[tuple[MonevBand, ...]]) -> None:
        for provision in bands.provisions:
            if isinstance(provision, Provision) and not are_gapless(provision.value):
                raise ValueError(
                    f"[[{bands.name}]] sejak {provision.since}: harus bersambung, tertinggi dahulu"
                )

    @cached_property
    def version(self) -> str:
        """Short name of this state of the law."""
        return fingerprint(self)

    @property
    def parameters(self) -> tuple[Parameter[object], ...]:
        """All parameters, in the order of the book."""
        values = (getattr(self, each.name) for each in fields(Lawbook))
        return tuple(value for value in values if isinstance(value, Parameter))

    def parameter(self, name: str) -> Parameter[object]:
        """Return the parameter called ``name``; who knows the name when writing code takes the field.

        Raises:
            UnknownNameError: there is none of that name; it carries the names there are.
        """
        named = {parameter.name: parameter for parameter in self.parameters}
        if name not in named:
            raise UnknownNameError(Bilingual("parameter hukum", "the parameter of the law"), name, named)
        return named[name]

    def instrument(self, name: str) -> Instrument | None:
        """Return the instrument called ``name`` ("Permendagri 35/2010"), None if it is not in the book."""
        return next((instrument for instrument in self.instruments if instrument.name == name), None)

    def replaced_by(self, instrument: Instrument) -> tuple[Instrument, ...]:
        """Return the instruments whose place ``instrument`` took."""
        return tuple(old for old in self.instruments if old.replaced_by == instrument.name)

    @property
    def classes_since(self) -> date:
        """The first day on which there were classes of response time."""
        return max(self.request_response.since, self.request_extension.since)

    def response_classes(self, day: date) -> tuple[ResponseClass, ...]:
        """Return the classes of response time under the limits of ``day``: in time, extended, late."""
        limit = self.request_response.at(day).value
        return _response_classes(limit, limit + self.request_extension.at(day).value)

    def monev_band(self, score: Decimal | Fraction | int, day: date) -> MonevBand:
        """Return the grade that the commission gave on ``day`` for ``score``.

        Raises:
            NotInForceError: before there were grades.
        """
        return next(band for band in self.monev_bands.at(day).value if band.holds(score))

    @classmethod
    def load(cls) -> Lawbook:
        """Return the law that comes with this package."""
        return _load()

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> Lawbook:
        """Structure TOML texts, by file name; each parameter stands in one of them.

        Raises:
            LawFileError: with every fault of every file and its place.
        """
        parsed = gather(partial(parse, text, file) for file, text in texts.items())
        documents = dict(zip(texts, parsed, strict=True))
        homes = {name: file for file, document in documents.items() for name in document}
        every = get_type_hints(cls)
        hints = {attribute.name: every[attribute.name] for attribute in fields(cls)}
        names = [name for name in hints if name in homes]
        parts: list[Callable[[], object]] = [partial(_refuse_strays, documents, homes, hints)]
        parts += [
            partial(_structure, documents[homes[name]], name, hints[name], homes[name]) for name in names
        ]
        _, *values = gather(parts)
        return build(cls, dict(zip(names, values, strict=True)), "law")


# What `help` shows of making one: every field with its type would be a line of 1,800 characters.
vars(Lawbook)["__init__"].__signature__ = Signature(
    [
        Argument("self", Argument.POSITIONAL_OR_KEYWORD),
        Argument("parameters", Argument.VAR_KEYWORD, annotation="Parameter[object]"),
    ]
)


def read() -> Lawbook:
    """Read the law that comes with this package; `Lawbook.load` does so once."""
    texts = toml_texts()
    values = restored(texts, classes=CLASSES)
    return Lawbook.from_texts(texts) if values is None else Lawbook(**values)


_load = cache(read)

CLASSES = (
    *(Bilingual, Citation, Confidence, Instrument, Precision, Parameter, Provision, Repeal, Unit),
    *(ExemptionLetter, ExemptionDuration, DurationRule, LetteredGround, RefusalGround),
    *(RegisterColumn, RegisterKind, RequiredContent, ContentCondition, MonthDay, OwnStandard),
    *(RequiredStandard, MonevBand, AssessedCategory),
)


def snapshot() -> str:
    """Return the snapshot of the law that comes with this package, as it should lie beside its TOML."""
    texts = toml_texts()
    law = Lawbook.from_texts(texts)
    return taken(texts, {each.name: getattr(law, each.name) for each in fields(Lawbook)})


def _refuse_strays(
    documents: Mapping[str, Mapping[str, object]], homes: Mapping[str, str], hints: Mapping[str, object]
) -> None:
    """Raise for the names that are unknown, in two files, or in none."""
    named = [(file, name) for file, document in documents.items() for name in document]
    unknown = [f"{file}: [[{name}]] tidak dikenal" for file, name in named if name not in hints]
    twice = [f"{file}: [[{name}]] juga ada di {homes[name]}" for file, name in named if homes[name] != file]
    nowhere = [f"[[{name}]] tidak ada di berkas mana pun" for name in hints if name not in homes]
    if faults := [*unknown, *twice, *nowhere]:
        raise LawFileError(faults)


def _structure(document: Mapping[str, object], name: str, hint: object, file: str) -> object:
    """Return one field of the book from its array of tables."""
    (value_type, *_) = get_args(hint)
    if value_type is Instrument:
        return records(document[name], Instrument, f"{file}: [[{name}]]")
    return Parameter.from_entries(document[name], name, value_type, file)
