"""Names of sheets, and text that must not be longer than Excel takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ppid_exporters.layout.character import one_line

_LONGEST_NAME = 31
_IN_NO_NAME = re.compile(r"[\[\]:*?/\\]")
_RESERVED = frozenset({"history"})
"""What Excel keeps for itself."""

_ELLIPSIS = "…"


def sheet_names(wanted: Iterable[str], beside: Iterable[str] = ()) -> Iterator[str]:
    """Yield a name for each wanted one that Excel takes, none twice, whatever the case of its letters.

    Args:
        wanted: what sheets should be called.
        beside: names of sheets that keep theirs.
    """
    taken = {*_RESERVED, *(name.casefold() for name in beside)}
    for number, text in enumerate(wanted, start=1):
        name = _allowed(text, _LONGEST_NAME) or str(number)
        if name.casefold() in taken:
            ending = f" ({number})"
            name = _allowed(text, _LONGEST_NAME - len(ending)) + ending
        taken.add(name.casefold())
        yield name


def shortened(text: str, units: int) -> str:
    """Return ``text`` in at most ``units`` UTF-16 units, as Excel counts; where it is cut, "…" tells."""
    if length(text) <= units:
        return text
    head = split(text, units - 1)[0]
    words, _, _ = head.rpartition(" ")
    return (words if len(words) > units // 2 else head).rstrip(" ,;:–-") + _ELLIPSIS


def length(text: str) -> int:
    """Return how many UTF-16 units ``text`` has."""
    return len(text) + sum(character > "\uffff" for character in text)


def split(text: str, units: int) -> tuple[str, str]:
    """Return as much of ``text`` as ``units`` UTF-16 units hold, and the rest."""
    room = units
    for at, character in enumerate(text):
        room -= 2 if character > "\uffff" else 1
        if room < 0:
            return text[:at], text[at:]
    return text, ""


def _allowed(text: str, units: int) -> str:
    name = _IN_NO_NAME.sub("-", one_line(text)).strip("' ")
    return shortened(name, units).strip("' ")
