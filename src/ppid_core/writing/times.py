"""Times of day: *09.00*, with a dot as Indonesian has it."""

from __future__ import annotations

import re
from datetime import time

from ppid_core.language import Lang
from ppid_core.writing.spacing import tidy

_TIME = re.compile(
    r"(?:(?:pukul|pkl|jam)\.? ?)?([0-9]{1,2})(?:[.:]([0-9]{2})(?:[.:]([0-9]{2}))?)? ?(?:wib|wita|wit)?",
    re.IGNORECASE | re.ASCII,
)


def read_time(text: str) -> time:
    """Return the time of day in ``09.00``, ``09:00``, ``09.00 WIB`` or ``9``.

    The zone is dropped: a body's opening hours are local.

    Raises:
        ValueError: the text is no time of day.
    """
    match = _TIME.fullmatch(tidy(text))
    if match is None:
        raise ValueError(f"no time of day: {text!r}")
    hour, minute, second = (int(part or 0) for part in match.groups())
    return time(hour, minute, second)


def format_time(moment: time, lang: Lang = "id") -> str:
    """Return ``09.00``, in English ``09:00``; seconds are not printed."""
    return f"{moment:%H.%M}" if lang == "id" else f"{moment:%H:%M}"
