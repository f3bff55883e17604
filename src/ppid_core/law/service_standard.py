"""The standards of service that a body must have, and what its charter must hold."""

from __future__ import annotations

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.law.citation import Citable, Citation, Confidence


@frozen(kw_only=True)
class RequiredStandard(Citable):
    """One thing that a list about standards of service names (*butir standar layanan*).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> [one.letter for one in Lawbook.load().charter_contents.at(date(2024, 1, 1)).value]
    ['a', 'b', 'c', 'd', 'e', 'f']

    Attributes:
        slug: stable name.
        letter: its letter in the regulation; "" where none is known.
        title: what it is, in a few words; not the text of the law.
        citations: where it stands.
        confidence: how sure we are of this one.
    """

    slug: str
    letter: str = ""
    title: Bilingual
    citations: tuple[Citation, ...]
    confidence: Confidence
