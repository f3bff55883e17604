"""Which list names the parts of a breakdown, and what a part is called that no list names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from ppid_core.glossary.book import label, recognise
from ppid_core.glossary.labels import say_span
from ppid_core.glossary.term import spelling
from ppid_core.language import Lang
from ppid_core.model import BREAKDOWNS, Coded, Dimension
from ppid_core.writing import month_name

VOCABULARIES: Mapping[Dimension, type[StrEnum]] = {
    one.dimension: one.vocabulary for one in BREAKDOWNS if one.vocabulary is not None
}
"""By dimension; agencies, months, times and typed words have no list."""
_FREE = frozenset(one.dimension for one in BREAKDOWNS if one.is_free)
"""Along these, any word is a category."""
_OTHER = "other"
_QUOTES = '"'
_MONTHS = frozenset(map(str, range(1, 13)))


def is_open(dimension: Dimension) -> bool:
    """Tell whether a breakdown may have categories that no list holds."""
    return dimension in _FREE or _OTHER in _slugs(dimension)


def category_of(kind: type[StrEnum], text: str) -> str:
    """Return the key of what ``text`` names: the slug of the list, else the words as typed."""
    found = recognise(kind, text)
    return _apart(kind, text) if found is None else str(found)


def key_of(coded: Coded[Any]) -> str:
    """Return the key of the category of a value: its slug, else the words as typed.

    Two words that no list holds never become one. Words that lead to *lain* itself are known.
    """
    slug: StrEnum = coded.slug
    return category_of(type(slug), coded.typed) if is_unlisted(coded) else str(slug)


def is_unlisted(coded: Coded[Any]) -> bool:
    """Tell whether the words of a value are in no list."""
    slug: StrEnum = coded.slug
    return slug == _OTHER and bool(coded.typed) and recognise(type(slug), coded.typed) is None


def part_label(dimension: Dimension, category: str, lang: Lang = "id") -> str:
    """Return what a part of a breakdown is called; what no list holds, as it was typed."""
    if category in _slugs(dimension):
        return label(VOCABULARIES[dimension](category), lang)
    if dimension is Dimension.MONTH and category in _MONTHS:
        return month_name(int(category), lang)
    return say_span(category, lang) if dimension is Dimension.TIME else unquoted(category)


def is_word(dimension: Dimension | None, category: str) -> bool:
    """Tell whether a category is words that a list which is there does not hold."""
    slugs = _slugs(dimension)
    return _OTHER in slugs and bool(category) and category not in slugs


def same(dimension: Dimension | None, category: str) -> str:
    """Return what categories have in common that are one: a word typed in two cases is."""
    if dimension is None or category in _slugs(dimension) or not is_open(dimension):
        return category
    folded = spelling(category) or category
    return f"{_QUOTES}{folded}{_QUOTES}" if _is_quoted(category) else folded


def _is_quoted(category: str) -> bool:
    """Tell whether a word stands in quotes, because it is spelt like the slug of another category."""
    return len(category) > len(_QUOTES) and category[0] == category[-1] == _QUOTES


def unquoted(category: str) -> str:
    """Return a word as it was typed."""
    return category[1:-1] if _is_quoted(category) else category


@cache
def _slugs(dimension: Dimension | None) -> frozenset[str]:
    kind = VOCABULARIES.get(dimension) if dimension else None
    return frozenset(map(str, kind or ()))


def _apart(kind: type[StrEnum], text: str) -> str:
    slugs = frozenset(map(str, kind))
    return f"{_QUOTES}{text}{_QUOTES}" if {text, spelling(text)} & slugs else text
