"""A term: its label in both languages and every spelling that leads to it."""

from __future__ import annotations

import re
from unicodedata import normalize

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.writing.whitespace import seen

_APOSTROPHES = re.compile("['\u2018\u2019]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SEPARATORS = re.compile(r"[^\w§%><+-]+|_")
_HYPHENS = re.compile(" ?-[ -]*")


def spelling(text: str) -> str:
    """Return ``text`` without the differences that are none: case, punctuation, spaces, what is not seen.

    A dash beside a letter is punctuation (``serta-merta``); between digits (``0-10``), or alone, it says
    something and stays.
    """
    folded = text.casefold() if text.isascii() else normalize("NFKC", seen(text)).casefold()
    if folded.replace(" ", "").isalnum():
        return " ".join(folded.split())  # nearly all, and without a pattern
    plain = _SEPARATORS.sub(" ", _DASHES.sub("-", _APOSTROPHES.sub("", folded)))
    return " ".join(_HYPHENS.sub(_space_beside_letter, plain).split())


def _space_beside_letter(run: re.Match[str]) -> str:
    before, after = run.string[max(run.start() - 1, 0) : run.start()], run.string[run.end() : run.end() + 1]
    return " " if before.isalpha() or after.isalpha() else run[0]


@frozen(cache_hash=True)
class Term:
    """One term of the glossary (*istilah*).

    Attributes:
        label: what is printed.
        spellings: what is accepted on input besides both labels.
    """

    label: Bilingual
    spellings: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every accepted spelling, in the form of `spelling`."""
        return tuple(
            dict.fromkeys(spelling(text) for text in (self.label.id, *self.spellings, self.label.en))
        )


def term(indonesian: str, english: str, *spellings: str) -> Term:
    """Return a term from its labels and its other spellings."""
    return Term(Bilingual(indonesian, english), spellings)
