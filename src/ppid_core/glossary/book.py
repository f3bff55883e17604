"""The glossary as one book: labels out, spellings in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import TypeVar

from ppid_core.glossary import body, dispute, figure, request, standard
from ppid_core.glossary.fold import fold
from ppid_core.glossary.key_word import by_key_words
from ppid_core.glossary.term import Term, spelling
from ppid_core.language import Lang

Member = TypeVar("Member", bound=StrEnum)


PAGES = (request.TERMS, dispute.TERMS, body.TERMS, figure.TERMS, standard.TERMS)


@cache
def terms(kind: type[StrEnum]) -> Mapping[StrEnum, Term]:
    """Return the terms of one list, in the order of its members.

    Raises:
        KeyError: where a member has no term.
    """
    page = next(page[kind] for page in PAGES if kind in page)
    return {member: page[member] for member in kind}


def label(member: StrEnum, lang: Lang = "id") -> str:
    """Return what is printed for a member."""
    return terms(type(member))[member].label(lang)


@cache
def spellings(kind: type[StrEnum]) -> Mapping[str, StrEnum]:
    """Return the member for each accepted spelling of one list."""
    return {text: member for member, entry in terms(kind).items() for text in entry.accepted}


@cache
def folded_spellings(kind: type[StrEnum]) -> Mapping[str, StrEnum]:
    """Return the member for each accepted spelling of one list, folded; no two members share one."""
    return {fold(text): member for text, member in spellings(kind).items()}


def spelt(kind: type[Member], text: str) -> Member | None:
    """Return the member that ``text`` spells or is folded like; None where it is none."""
    found = spellings(kind).get(spelling(text)) or folded_spellings(kind).get(fold(text))
    return found if isinstance(found, kind) else None


def recognise(kind: type[Member], text: str) -> Member | None:
    """Return the member that ``text`` spells, or that its key words say; None where none: never a guess."""
    found = spelt(kind, text) or by_key_words(kind, text)
    return found if isinstance(found, kind) else None
