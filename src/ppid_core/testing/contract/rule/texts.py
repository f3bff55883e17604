"""Promises about what a rule says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from attrs import fields_dict

from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.rules import Rule
from ppid_core.testing.contract.promise import promise

_OURS = re.compile(r"[A-Z]{1,4}[0-9]{3}")
_STRANGERS = re.compile(r"[A-Z]{2,4}[0-9]{3}")
_TEXTS = ("title", "message", "mend", "explanation", "where", "example")
_MAY_BE_ALIKE = "example"
"""An example shows what a clerk types, which is the same in any language."""


class RuleText:
    """What a rule says."""

    built_in: ClassVar[bool] = False

    @promise(
        "Choose two to four letters of your own and three digits (BTN101); families of one letter belong to "
        "ppid_core. Codes are never reused or renamed."
    )
    def test_code_is_of_a_family_of_its_own(self, rule: Rule) -> Iterator[str]:
        """The code is two to four capital letters and three digits."""
        if not (_OURS if self.built_in else _STRANGERS).fullmatch(rule.code):
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


def _says_something(template: str) -> bool:
    """Tell whether a template has words beside its places."""
    return re.sub(r"\{[^}]*\}", "", template).strip(" .,:;") != ""
