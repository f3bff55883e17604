"""Dates within text: their words stay on one line."""

from __future__ import annotations

import re
from datetime import date

from ppid_core.report import text

MONTHS = {text(date(2000, month, 1), lang).split()[1] for month in range(1, 13) for lang in ("id", "en")}
NAMES = "|".join(sorted(MONTHS))
DATE = re.compile(rf"(?<!\w)(\d{{1,2}}) ({NAMES}) (\d{{4}})(?!\w)")
HELD = "\\1\u00a0\\2\u00a0\\3"


def bound(words: str) -> str:
    """Return ``words`` with no-break spaces in every date."""
    return DATE.sub(HELD, words)


def held(words: str) -> str:
    """Return ``words`` with no-break spaces in dates; what is a date alone stays as it is typed."""
    return words if DATE.fullmatch(words) else bound(words)
