"""Promises about what a rule says of itself."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from string import Formatter
from typing import ClassVar

import attrs

from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.rules import Rule, Severity
from ppid_core.testing.contract.promise import promise

OURS = re.compile(r"[A-Z]{1,4}[0-9]{3}")
STRANGERS = re.compile(r"[A-Z]{2,4}[0-9]{3}")
TEXTS = ("title", "message", "mend", "explanation", "where", "example")
MAY_BE_ALIKE = "example"
"""An example shows what a clerk types, which is the same in any language."""

PLACE = re.compile(r"[a-z][a-z0-9_]*")


class Told:
    """What a rule says."""

    built_in: ClassVar[bool] = False

    @promise("Return a ppid_core.Rule (an object, with a Severity and a function check(evidence)).")
    def test_is_a_rule(self, rule: Rule) -> Iterator[str]:
        """A rule is a Rule, with a severity and a check that takes the evidence alone."""
        if not isinstance(rule, Rule):
            yield f"it is {rule!r}"
            return
        if not isinstance(rule.severity, Severity):
            yield f"the severity is {rule.severity!r}"
        try:
            inspect.signature(rule.check).bind(None)
        except TypeError as error:
            yield f"check cannot be called with the evidence alone: {error}"

    @promise(
        "Choose two to four letters of your own and three digits (BTN101); families of one letter belong to "
        "ppid_core. Codes are never reused or renamed."
    )
    def test_code_is_of_a_family_of_its_own(self, rule: Rule) -> Iterator[str]:
        """The code is two to four capital letters and three digits."""
        if not (OURS if self.built_in else STRANGERS).fullmatch(rule.code):
            yield f"the code is {rule.code!r}"

    @promise(
        "Write title, message, mend, explanation, where and example in formal Indonesian and in English: "
        'Bilingual("…", "…").'
    )
    def test_texts_are_there_in_both_languages(self, rule: Rule) -> Iterator[str]:
        """Every text is there in Indonesian and in English, and the two are not the same."""
        for name in TEXTS:
            text = getattr(rule, name)
            if not isinstance(text, Bilingual):
                yield f"{name} is {text!r}"
            elif not text.id.strip() or not text.en.strip():
                yield f"{name} lacks {'Indonesian' if not text.id.strip() else 'English'}"
            elif text.id == text.en and name != MAY_BE_ALIKE and literal(text.id):
                yield f"{name} is {text.id!r} in both languages"

    @promise(
        "Name in braces only subject, provided, expected, difference, affected, place and keys of facts; "
        "leave no {}, no {0}, no format and no doubled braces: values arrive as text."
    )
    def test_templates_have_plain_places(self, rule: Rule) -> Iterator[str]:
        """Message and mend are templates that can be filled: plain names in single braces."""
        for name in ("message", "mend"):
            text = getattr(rule, name)
            if isinstance(text, Bilingual):
                yield from (f"{name}: {fault}" for lang in (text.id, text.en) for fault in _faults(lang))

    @promise("Name fields of ppid_core.Lawbook, such as request_response; none for plain arithmetic.")
    def test_basis_is_in_the_law_book(self, rule: Rule) -> Iterator[str]:
        """The basis names parameters of the law book."""
        known = {field.name for field in attrs.fields(Lawbook)}
        yield from (f"{name!r} is no parameter" for name in rule.basis if name not in known)


def literal(template: str) -> str:
    """Return what a template says beside its places."""
    try:
        return "".join(said for said, _, _, _ in Formatter().parse(template)).strip(" .,:;")
    except ValueError:
        return template


def places(template: str) -> Iterable[str]:
    """Return the names in braces; none of a template that cannot be read."""
    try:
        return [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    except ValueError:
        return []


def _faults(template: str) -> Iterator[str]:
    try:
        parsed = list(Formatter().parse(template))
    except ValueError as error:
        yield f"{template!r} cannot be filled: {error}"
        return
    for said, name, form, conversion in parsed:
        if "{" in said or "}" in said:
            yield f"{template!r} leaves a brace unfilled"
        if name is not None and (not PLACE.fullmatch(name) or form or conversion):
            yield f"{template!r} has a place that is no plain name"
