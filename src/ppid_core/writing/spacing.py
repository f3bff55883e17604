"""Spaces as office programs leave them in a cell."""

from __future__ import annotations

import re

_SPACES = re.compile("[ \u00a0\u2007\u2009\u202f]+")


def tidy(text: str) -> str:
    """Return ``text`` without outer blanks, each run of inner spaces made one ordinary space.

    Non-breaking, figure and thin spaces count as spaces. Line breaks and tabs inside are kept: two lines in
    one cell are two things, so a reader of one value shall refuse them.
    """
    return _SPACES.sub(" ", text.strip())
