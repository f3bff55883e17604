"""Promises about what a rule says: of itself, and of each place that it finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from itertools import chain, product
from typing import ClassVar

import pytest
from attrs import fields_dict

from ppid_core.language import LANGS, Bilingual
from ppid_core.law import Lawbook
from ppid_core.model import Absent, Period
from ppid_core.plugins.loader import STRANGERS_CODE
from ppid_core.rules import Finding, Rule, Severity
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.contract.rule.trial import Answer, Case, asked, asked_of_any_year, evidence_of

_OURS = re.compile(r"[A-Z]{1,4}[0-9]{3}")
_TEXTS = ("title", "message", "mend", "explanation", "where", "example")
_MAY_BE_ALIKE = "example"
"""An example shows what a clerk types, which is the same in any language."""
_PLAIN = (str, int, Decimal, date, time, Period, StrEnum, Absent, type(None))
_SUBJECT = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*(?:@\d\d)?(?::\S.*)?", re.DOTALL)
"""A path may be narrowed by a month, as the lines of *rekap* are: ``requests.by_outcome.refused@02``."""
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+[.!?]")
"""Four words or more and a full stop: what a reader is told, and no value."""


class RuleText:
    """What a rule says."""

    built_in: ClassVar[bool] = False
    examples: ClassVar[int] = 60

    @promise(
        "Choose two to four letters of your own and three digits (BTN101); families of one letter belong to "
        "ppid_core. Codes are never reused or renamed."
    )
    def test_code_is_of_a_family_of_its_own(self, rule: Rule) -> Iterator[str]:
        """The code is two to four capital letters and three digits."""
        if not (_OURS if self.built_in else STRANGERS_CODE).fullmatch(rule.code):
            yield f"the code is {rule.code!r}"

    @promise(
        "Write title, message, mend, explanation, where and example in formal Indonesian and in English: "
        'Bilingual("…", "…").'
    )
    def test_texts_are_there_in_both_languages(self, rule: Rule) -> Iterator[str]:
        """Every text is there in Indonesian and in English, and the two are not the same."""
        for name in _TEXTS:
            text = getattr(rule, name)
            if not isinstance(text, Bilingual):
                yield f"{name} is {text!r}"
            elif not text.id.strip() or not text.en.strip():
                yield f"{name} lacks {'Indonesian' if not text.id.strip() else 'English'}"
            elif text.id == text.en and name != _MAY_BE_ALIKE and _says_something(text.id):
                yield f"{name} is {text.id!r} in both languages"

    @promise(
        "Give every field of the attrs class that checks a default that works, and a type that can be typed "
        "on a command line: str, int, bool, Decimal, date, an Enum or a Literal."
    )
    def test_every_option_works_by_its_default(self, rule: Rule) -> Iterator[str]:
        """Each option can be set to its own default, as it is typed."""
        for option in rule.options:
            typed = option.typed("id")
            if typed and rule.with_options({option.name: typed}) != rule:
                yield f"the option {option.name} was set to its default {typed!r} and became another"

    @promise("Name fields of ppid_core.Lawbook, such as request_response; none for plain arithmetic.")
    def test_basis_is_in_the_law_book(self, rule: Rule) -> Iterator[str]:
        """The basis names parameters of the law book."""
        yield from (f"{name!r} is no parameter" for name in rule.basis if name not in fields_dict(Lawbook))

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
            typed = repr(answer.evidence.year)  # a quotation may be one paragraph of what was typed
            for name, value in chain.from_iterable(map(_values, answer.findings)):
                if isinstance(value, str) and _SENTENCE.fullmatch(value) and repr(value)[1:-1] not in typed:
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


def _says_something(template: str) -> bool:
    """Tell whether a template has words beside its places."""
    return re.sub(r"\{[^}]*\}", "", template).strip(" .,:;") != ""
