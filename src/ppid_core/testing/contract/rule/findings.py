"""Promises about findings: facts and places, true ones, and nobody's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, TypeVar

import attrs
import pytest
from attrs import astuple, evolve

from ppid_core.language import Bilingual
from ppid_core.model import Absent, Applicant, Dispute, Objection, Period, Request, ServiceYear
from ppid_core.rules import Evidence, Finding, Rule, Severity
from ppid_core.source import Source
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.contract.rule.asking import Case, evidence_of, quietly, told
from ppid_core.testing.contract.rule.texts import places
from ppid_core.testing.contract.rule.years import any_years, sample

Row = TypeVar("Row", Request, Objection, Dispute)

PLAIN = (str, int, Decimal, date, time, Period, StrEnum, Absent, type(None))
SUBJECT = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*(?::\S.*)?", re.DOTALL)
SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+[.!?]")
"""Four words or more and a full stop: what a reader is told, and no value."""

PERSON = Applicant(
    name="nama-siapapun",
    nik="nik-siapapun",
    address="alamat-siapapun",
    contact="kontak-siapapun",
    power_of_attorney="kuasa-siapapun",
)


class Found:
    """What a rule finds."""

    examples: ClassVar[int] = 60

    @promise(
        "Fill in what the templates name: provided, expected, or facts={…}; a place that is None prints as –."
    )
    def test_templates_are_filled_by_every_finding(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """Message and mend of every finding can be told in both languages, without a hole."""
        for finding in self.found(rule, fires):
            yield from _holes(rule, finding)

    @promise(
        "Name the place by a key that stays: objections.total, request:permohonan.csv#5 (Source), agency:12. "
        "No translated words, no sentence, and nothing that depends on the order of rows or the day."
    )
    def test_subjects_are_stable_keys(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """The subject of a finding is an untranslated key, a word or path, then a colon and what it is of."""
        for finding in self.found(rule, fires):
            if not isinstance(finding.subject, str) or not SUBJECT.fullmatch(finding.subject):
                yield f"the subject {finding.subject!r}"

    @promise(
        "Leave code, severity and waived alone, the engine stamps them; put sentences into Rule.message as "
        "templates, and words of your own into Bilingual(…, …)."
    )
    def test_findings_hold_facts_and_no_text(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """A finding holds neither code nor severity nor sentences: those are the rule's and the engine's."""
        for evidence, findings in self._found_in(rule, fires):
            typed = "\n".join(part for part in parts_of(evidence.year) if isinstance(part, str))
            for finding in findings:
                if (finding.code, finding.severity, finding.waived) != ("", Severity.INFO, ""):
                    yield f"{finding.subject}: code {finding.code!r}, severity {finding.severity!r} are set"
                for name, value in _values(finding):
                    if isinstance(value, str) and SENTENCE.fullmatch(value) and value not in typed:
                        yield f"{finding.subject}: {name} is the sentence {value!r}"

    @promise(
        "Give provided, expected and facts the values themselves: str, int, Decimal, date, time, Period, an "
        "enum member, Absent or None; in facts also Bilingual. No float, no bool, no list."
    )
    def test_values_of_findings_are_plain(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """Everything in a finding has a type that is printed in both languages."""
        for finding in self.found(rule, fires):
            yield from _ill_typed(finding)

    @promise(
        "Hand on the source of the row you looked at (row.source, row.source.at(heading)); None where it has "
        "none. Make no Source of your own."
    )
    def test_sources_are_places_of_the_year(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """Every source is the place of something that was read."""
        for evidence, findings in self._found_in(rule, fires):
            rows, files = _places(evidence)
            for finding in findings:
                for source in finding.places:
                    is_row = (source.file, source.sheet, source.row) in rows
                    if not is_row and not (source.row is None and source.file in files):
                        yield f"{finding.subject}: nothing was read at {source} (file {source.file!r})"

    @promise(
        "Never touch row.applicant: the class of an applicant, a number or a row is enough to name a case. "
        "Findings are printed, logged and published."
    )
    def test_findings_name_no_person(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """No name, address or contact of an applicant gets into a finding."""
        cases = [sample("small"), *([] if fires is None else [evidence_of(fires)])]
        for evidence in cases:
            answer = quietly(rule, evolve(evidence, year=_with_persons(evidence.year)))
            for said in () if answer is None else (answer.reason, *answer.findings):
                printed = "\n".join((repr(said), *_told_if_possible(rule, said)))
                for secret in astuple(PERSON):
                    if secret in printed:
                        yield f"{secret!r} stands in {said!r}"

    def found(self, rule: Rule, fires: Case | None) -> Iterator[Finding]:
        """Yield what the rule finds in its own case and in years of any kind."""
        return (finding for _, findings in self._found_in(rule, fires) for finding in findings)

    def _found_in(self, rule: Rule, fires: Case | None) -> Iterator[tuple[Evidence, tuple[Finding, ...]]]:
        nothing = True
        for case in (*([] if fires is None else [evidence_of(fires)]), *any_years(self.examples)):
            if findings := _found(rule, case):
                nothing = False
                yield case, findings
        if nothing:
            pytest.skip("the rule found nothing anywhere: see test_fires_where_it_should")


def _found(rule: Rule, case: Evidence) -> tuple[Finding, ...]:
    """Return what a rule finds; that it raises, or yields what is no finding, is told by other promises."""
    answer = quietly(rule, case)
    return () if answer is None else tuple(one for one in answer.findings if isinstance(one, Finding))


def _told_if_possible(rule: Rule, said: object) -> tuple[str, ...]:
    if not isinstance(said, Finding):
        return ()
    try:
        return tuple(told(rule, said))
    except Exception:  # noqa: BLE001  that the template cannot be filled is told by its own promise
        return ()


def _holes(rule: Rule, finding: Finding) -> Iterator[str]:
    given = {"subject", "affected", "place", *finding.facts}
    optional = {name: getattr(finding, name) for name in ("provided", "expected", "difference")}
    given |= {name for name, value in optional.items() if value is not None}
    empty = {name for name, value in finding.facts.items() if value is None}
    templates = (rule.message.id, rule.message.en, rule.mend.id, rule.mend.en)
    named = {name for template in templates for name in places(template)}
    for name in sorted(named - given | named & empty):
        yield f"{finding.subject}: {{{name}}} stands in a template and is not in the finding"
    if named <= given and not all(line.strip() for line in told(rule, finding)):
        yield f"{finding.subject}: a sentence is empty"


def _values(finding: Finding) -> Iterator[tuple[str, object]]:
    yield "provided", finding.provided
    yield "expected", finding.expected
    yield from ((f"facts[{name!r}]", value) for name, value in finding.facts.items())


def _ill_typed(finding: Finding) -> Iterator[str]:
    for name, value in _values(finding):
        may_be = (*PLAIN, Bilingual) if name.startswith("facts") else PLAIN
        if not isinstance(value, may_be) or isinstance(value, bool):
            yield f"{finding.subject}: {name} is {value!r}, a {type(value).__name__}"
    if not isinstance(finding.affected, int) or isinstance(finding.affected, bool) or finding.affected < 0:
        yield f"{finding.subject}: affected is {finding.affected!r}"
    for name, items, kind in (
        ("sources", finding.sources, (Source, type(None))),
        ("basis", finding.basis, (Bilingual,)),
    ):
        if not isinstance(items, tuple) or not all(isinstance(item, kind) for item in items):
            yield f"{finding.subject}: {name} is {items!r}"


def _places(evidence: Evidence) -> tuple[set[tuple[str, str, int | None]], set[str]]:
    """Return the rows and the files of which a year, last year's report and the inputs know."""
    sources = {*_sources(evidence.year), *_sources(evidence.previous)}
    rows = {(source.file, source.sheet, source.row) for source in sources}
    return rows, {*(source.file for source in sources), *evidence.inputs}


def _sources(value: object) -> Iterator[Source]:
    return (part for part in parts_of(value) if isinstance(part, Source))


def parts_of(value: object) -> Iterator[object]:
    """Yield a value and everything in it."""
    yield value
    inner: Iterable[object] = ()
    kind = type(value)
    if attrs.has(kind):
        inner = (getattr(value, field.name) for field in attrs.fields(kind))
    elif isinstance(value, Mapping):
        inner = value.values()
    elif isinstance(value, list | tuple | frozenset):
        inner = value
    for part in inner:
        yield from parts_of(part)


def _with_persons(year: ServiceYear) -> ServiceYear:
    return evolve(
        year,
        requests=_signed(year.requests),
        objections=_signed(year.objections),
        disputes=_signed(year.disputes),
    )


def _signed(rows: tuple[Row, ...] | Absent) -> tuple[Row, ...] | Absent:
    return rows if isinstance(rows, Absent) else tuple(evolve(row, applicant=PERSON) for row in rows)
