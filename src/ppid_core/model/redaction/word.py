"""The words of a text, folded so that equal ones are equal, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

from ppid_core.writing.whitespace import UNSEEN

_WORD = re.compile(rf"(?:[^\W_]|[\u0300-\u036f{UNSEEN}])+")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
_UNSEEN = re.compile(f"[{UNSEEN}]+")

Words = tuple[str, ...]
Span = tuple[int, int]


class _Word(NamedTuple):
    """One word of a text: how it is compared, and where it stands."""

    folded: str
    start: int
    end: int


def words_of(text: str) -> list[_Word]:
    """Return the words of ``text``; points, hyphens and underscores stand between words."""
    if text.isascii():
        return [_Word(match[0], *match.span()) for match in _PLAIN_WORD.finditer(text.lower())]
    found = ((_fold(match[0]), *match.span()) for match in _WORD.finditer(text))
    return [_Word(word, start, end) for word, start, end in found if word]


def _fold(word: str) -> str:
    """Return ``word`` without case, without signs of no width, in one form of its letters."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", word)).casefold()


def folded(text: str) -> Words:
    """Return the words of ``text`` alone."""
    if text.isascii():
        return tuple(_PLAIN_WORD.findall(text.lower()))
    return tuple(filter(None, map(_fold, _WORD.findall(text))))


class Phrases:
    """Phrases found by their words: one index, a step for each word of a text, however many there are."""

    __slots__ = ("_first", "_known")

    def __init__(self, phrases: Iterable[Words]) -> None:
        """Keep the phrases, each once, numbered from 1 in their order."""
        self._first: dict[str, Any] = {}
        self._known: dict[Words, int] = {}
        for phrase in phrases:
            if phrase and phrase not in self._known:
                self._known[phrase] = len(self._known) + 1
                step = self._first
                for word in phrase:
                    step = step.setdefault(word, {})
                step[""] = self._known[phrase]

    @property
    def is_empty(self) -> bool:
        """Whether there is none."""
        return not self._first

    def may_begin(self, words: Words) -> bool:
        """Tell whether any of the words is the first of a phrase."""
        return not self._first.keys().isdisjoint(words)

    def at(self, words: list[_Word], start: int) -> tuple[int, int]:
        """Return how many words from ``start`` are the longest phrase, and its number; 0 and 0 for none."""
        step, length, number = self._first, 0, 0
        for ahead in range(start, len(words)):
            following = step.get(words[ahead].folded)
            if following is None:
                break
            step = following
            if "" in step:
                length, number = ahead - start + 1, step[""]
        return length, number
