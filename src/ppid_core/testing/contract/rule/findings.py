"""Promises about findings: facts and places, true ones, and nobody's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from itertools import chain, product
from typing import ClassVar

import pytest

from ppid_core.language import LANGS, Bilingual
from ppid_core.model import Absent, Period
from ppid_core.rules import Finding, Rule, Severity
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.contract.rule.trial import Answer, Case, asked, asked_of_any_year, evidence_of

_PLAIN = (str, int, Decimal, date, time, Period, StrEnum, Absent, type(None))
_SUBJECT = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*(?:@\d\d)?(?::\S.*)?", re.DOTALL)
"""A path may be narrowed by a month, as the lines of *rekap* are: ``requests.by_outcome.refused@02``."""
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+[.!?]")
"""Four words or more and a full stop: what a reader is told, and no value."""


class Found:
    """What a rule finds."""

    examples: ClassVar[int] = 60

    @promise(
        "Name in braces only subject, provided, expected, difference, affected, place and keys of facts, and "
        "fill them in; leave no {}, no {0} and no doubled braces. A place that is None prints as –."
    )
    def test_templates_are_filled_by_every_finding(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """Message and mend of every finding can be told in both languages, without a brace."""
        for finding, lang in product(self._findings(rule, fires), LANGS):
            try:
                finding.message(lang), finding.mend(lang)
            except (LookupError, ValueError) as error:
                yield f"{finding.subject}: a template cannot be filled: {type(error).__name__} {error}"
            for template in (rule.message(lang), rule.mend(lang)):
                if "{{" in template or "}}" in template:
                    yield f"{template!r} leaves a brace unfilled"

    @promise(
        "Name the place by a key that stays: objections.total, request:permohonan.csv#5 (Source), agency:12. "
        "No translated words, no sentence, and nothing that depends on the order of rows or the day."
    )
    def test_subjects_are_stable_keys(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """The subject of a finding is an untranslated key, a word or path, then a colon and what it is of."""
        for finding in self._findings(rule, fires):
            if not isinstance(finding.subject, str) or not _SUBJECT.fullmatch(finding.subject):
                yield f"the subject {finding.subject!r}"

    @promise(
        "Leave code, severity and waived alone, the engine stamps them; put sentences into Rule.message as "
        "templates, and words of your own into Bilingual(…, …)."
    )
    def test_findings_hold_facts_and_no_text(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """A finding holds neither code nor severity nor sentences: those are the rule's and the engine's."""
        for finding in () if fires is None or rule.judges_findings else rule.check(evidence_of(fires)):
            if (finding.code, finding.severity, finding.waived) != ("", Severity.INFO, ""):
                yield f"{finding.subject}: code {finding.code!r}, severity {finding.severity!r} are set"
        for answer in self._answers(rule, fires):
            typed = repr(answer.evidence.year)
            for name, value in chain.from_iterable(map(_values, answer.findings)):
                if isinstance(value, str) and _SENTENCE.fullmatch(value) and repr(value) not in typed:
                    yield f"{name} is the sentence {value!r}"

    @promise(
        "Give provided, expected and facts the values themselves: str, int, Decimal, date, time, Period, an "
        "enum member, Absent or None; in facts also Bilingual. No float, no bool, no list."
    )
    def test_values_of_findings_are_plain(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """Everything in a finding has a type that is printed in both languages."""
        for finding in self._findings(rule, fires):
            for name, value in _values(finding):
                may_be = (*_PLAIN, Bilingual) if name.startswith("facts") else _PLAIN
                if not isinstance(value, may_be) or isinstance(value, bool):
                    yield f"{finding.subject}: {name} is {value!r}, a {type(value).__name__}"

    def _answers(self, rule: Rule, fires: Case | None) -> Iterator[Answer]:
        """Yield where the rule finds something, in its own case and in years of any kind."""
        nothing = True
        own = () if fires is None else (asked(rule, fires),)
        for answer in (*own, *asked_of_any_year(rule, self.examples)):
            if answer.findings:
                nothing = False
                yield answer
        if nothing:
            pytest.skip("the rule found nothing anywhere: see test_fires_where_it_should")

    def _findings(self, rule: Rule, fires: Case | None) -> Iterator[Finding]:
        return chain.from_iterable(answer.findings for answer in self._answers(rule, fires))


def _values(finding: Finding) -> Iterator[tuple[str, object]]:
    yield "provided", finding.provided
    yield "expected", finding.expected
    yield from ((f"facts[{name!r}]", value) for name, value in finding.facts.items())
