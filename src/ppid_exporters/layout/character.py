"""Characters that every format can hold."""

from __future__ import annotations

import re
from datetime import date

from ppid_core.report import text

_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_ENDS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
"""The last two of each plane, which are no characters (Unicode 16.0, 23.7)."""
UNPRINTABLE = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_ENDS}]")
_REPLACEMENT = "\ufffd"


def printable(text: str) -> str:
    """Return ``text`` with one kind of line break, and with � for what neither XML nor HTML may hold.

    Control characters, lone surrogates and non-characters come from broken exports of other programs.
    """
    return UNPRINTABLE.sub(_REPLACEMENT, _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """Return ``text`` on one line, as headings and cells of plain formats need it."""
    return " ".join(printable(text).split())


_MONTHS = {text(date(2000, month, 1), lang).split()[1] for month in range(1, 13) for lang in ("id", "en")}
_NAMES = "|".join(sorted(_MONTHS))
DATE = re.compile(rf"(?<!\w)(\d{{1,2}}) ({_NAMES}) (\d{{4}})(?!\w)")
_HELD = "\\1\u00a0\\2\u00a0\\3"


def bound(words: str) -> str:
    """Return ``words`` with no-break spaces in every date."""
    return DATE.sub(_HELD, words)
