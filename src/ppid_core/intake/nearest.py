"""The nearest known name: a question to the clerk, never an answer in his place."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from ppid_core.glossary import spelling
from ppid_core.language import Bilingual

_CLOSE = 0.6


def ask_nearest(text: str, known: Mapping[str, str]) -> Bilingual:
    """Return a sentence that names what ``text`` may have meant.

    Args:
        text: the unknown name as typed.
        known: the name for each accepted spelling; not empty.
    """
    typed = spelling(text)
    closeness = {text: SequenceMatcher(a=typed, b=text, autojunk=False).ratio() for text in known}
    best = max(closeness, key=lambda text: closeness[text])
    if closeness[best] >= _CLOSE:
        return Bilingual(f'Maksudnya "{known[best]}"?', f'Did you mean "{known[best]}"?')
    return Bilingual(f'Yang terdekat: "{known[best]}".', f'The nearest is "{known[best]}".')
