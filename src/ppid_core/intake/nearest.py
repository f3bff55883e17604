"""The nearest known name: a question to the clerk, never an answer in his place."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from ppid_core.glossary import spelling
from ppid_core.language import Bilingual

MOST_ASKED = 1_000
"""So many unknown names of one table are compared with the known ones; what is more is another table."""
LONGEST = 80
"""Letters of a name that are compared; no known name is longer."""

_CLOSE = 0.6
"""How alike a name has to be to be asked for as meant: as much as difflib asks of a close match."""
_ALMOST_SAME = 0.85
"""How alike a heading has to be to be taken as a slip of another one.

Of our accepted headings each is at least 0.857 like itself with one letter left out (*dai* for *dari* is the
least), so that every such slip is known. Two of our own can be more alike (*jumlah permohonan* and *jumlah
pemohon*, 0.90): therefore nothing is read under a slip, and what stands there is called unread.
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
        return Bilingual(f'Maksudnya "{known[best]}"?', f'Did you mean "{known[best]}"?')
    return Bilingual(f'Yang terdekat: "{known[best]}".', f'The nearest is "{known[best]}".')


def misspelt(text: str, known: Mapping[str, str]) -> str | None:
    """Return the name that ``text`` is a slip of, None where it may as well be another name.

    What stands under it is not read as that: it is only known to be unread.
    """
    best, closeness = nearest(text, known)
    return known[best] if closeness >= _ALMOST_SAME else None


def nearest(text: str, known: Mapping[str, str]) -> tuple[str, float]:
    """Return the accepted spelling that is most like ``text``, and how much so, 1 for the same."""
    typed = spelling(text[: 2 * LONGEST])[:LONGEST]
    closeness = {text: SequenceMatcher(a=typed, b=text, autojunk=False).ratio() for text in known}
    best = max(closeness, key=lambda text: closeness[text])
    return best, closeness[best]
