"""The nearest known name: a question to the clerk, never an answer in his place."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from ppid_core.glossary import spelling
from ppid_core.glossary.fold import fold
from ppid_core.language import Bilingual

MOST_ASKED = 1_000
"""So many unknown names of one table are compared with the known ones; what is more is another table."""
LONGEST = 80
"""Letters of a name that are compared; no known name is longer."""

_CLOSE = 0.75
"""How alike a name has to be to be asked for as meant: less is another word (*status* and *tujuan*)."""
_ALMOST_SAME = 0.85
"""How alike a heading has to be to be taken as a slip of another one.

Of our accepted headings of four letters or more each is at least 0.857 like itself with one letter left out
(*dai* for *dari* is the least), so that every such slip is known. Two of our own can be more alike (*jumlah
permohonan* and *jumlah pemohon*, 0.90): therefore nothing is read under a slip, and what stands there is
called unread.
"""


def ask_nearest(text: str, known: Mapping[str, str], number: int = 1) -> Bilingual:
    """Return a sentence that names what ``text`` may have meant.

    Args:
        text: the unknown name as typed.
        known: the name for each accepted spelling; not empty.
        number: the how-manieth such name it is, or may be.
    """
    if number > MOST_ASKED:
        return Bilingual("Periksa namanya.", "Check its name.")
    best, closeness = nearest(text, known)
    if closeness >= _CLOSE:
        return _meant(known[best])
    return Bilingual(f'Yang terdekat: "{known[best]}".', f'The nearest is "{known[best]}".')


def ask_near(text: str, known: Mapping[str, str]) -> Bilingual | None:
    """Return a sentence that asks for the word that ``text`` may have meant; None where none is near."""
    best, closeness = nearest(text, known, least=_CLOSE)
    return _meant(known[best]) if closeness >= _CLOSE else None


def misspelt(text: str, known: Mapping[str, str]) -> str | None:
    """Return the name that ``text`` is a slip of, None where it may as well be another name.

    What stands under it is not read as that: it is only known to be unread.
    """
    best, closeness = nearest(text, known)
    return known[best] if closeness >= _ALMOST_SAME else None


def _meant(name: str) -> Bilingual:
    return Bilingual(f'Maksudnya "{name}"?', f'Did you mean "{name}"?')


def nearest(text: str, known: Mapping[str, str], least: float = 0) -> tuple[str, float]:
    """Return the accepted spelling most like ``text`` (folded where that changes it), and how much so.

    Args:
        text: the unknown name as typed.
        known: the name for each accepted spelling; not empty.
        least: what is less alike than that need not be measured.
    """
    typed, folded = spelling(text[: 2 * LONGEST])[:LONGEST], fold(text[: 2 * LONGEST])[:LONGEST]
    if folded == typed:
        closeness = {one: _like(typed, one, least) for one in known}
    else:
        closeness = {one: _like(folded, _folded(one), least) for one in known}
    best = max(closeness, key=lambda one: closeness[one])
    return best, closeness[best]


def _like(one: str, other: str, least: float) -> float:
    """Return how alike two texts are, 1 for the same."""
    match = SequenceMatcher(a=one, b=other, autojunk=False)
    if match.real_quick_ratio() < least or match.quick_ratio() < least:
        return 0
    return match.ratio()


_folded = lru_cache(maxsize=4096)(fold)
"""Accepted spellings are few, and asked for over and over."""
