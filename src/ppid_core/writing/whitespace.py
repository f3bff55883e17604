"""Spaces as office programs leave them in a cell, and signs that nobody sees."""

from __future__ import annotations

import re
from unicodedata import normalize

UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Signs of no width, for a class of a pattern: they come with text that is copied from a page."""

_SPACES = re.compile("[ \u00a0\u2007\u2009\u202f]+")
_UNSEEN = re.compile(f"[{UNSEEN}]+")


def seen(text: str) -> str:
    """Return ``text`` as one sees it: without signs of no width, each letter in one form (NFC)."""
    return text if text.isascii() else normalize("NFC", _UNSEEN.sub("", text))


def tidy(text: str) -> str:
    """Return ``text`` as one sees it, without outer blanks, each run of inner spaces made one ordinary space.

    Non-breaking, figure and thin spaces count as spaces. Line breaks and tabs inside are kept: two lines in
    one cell are two things, so a reader of one value shall refuse them.
    """
    return _SPACES.sub(" ", seen(text).strip())
