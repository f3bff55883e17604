"""A term: its label in both languages and every spelling that leads to it."""

from __future__ import annotations

import re

from attrs import frozen

from ppid_core.language import Bilingual

SEPARATORS = re.compile(r"[^\w§%><+-]+|_", re.UNICODE)


def spelling(text: str) -> str:
    """Return ``text`` without the differences that are none: case, punctuation and spaces."""
    return " ".join(SEPARATORS.sub(" ", text.replace("'", "").replace("\u2019", "")).casefold().split())


@frozen
class Term:
    """One term of the glossary (*istilah*).

    Attributes:
        label: what is printed.
        spellings: what is accepted on input besides the Indonesian label.
    """

    label: Bilingual
    spellings: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every accepted spelling, in the form of `spelling`."""
        return tuple(dict.fromkeys(spelling(text) for text in (self.label.id, *self.spellings)))


def term(indonesian: str, english: str, *spellings: str) -> Term:
    """Return a term from its labels and its other spellings."""
    return Term(Bilingual(indonesian, english), spellings)
