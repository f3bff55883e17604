"""How wide text runs: enough to choose the widths of columns and to tell on which page something stands."""

from __future__ import annotations

import re
from math import ceil

from ppid_exporters.docx.units import millimetres

SPACES = re.compile(r"[ \t\n]+")
"""Where a line may end: not at a no-break space."""
WIDTHS = {
    222: "ijl‘’",
    278: " !,./:;[\\]ftI·",
    333: "()-`r“”",
    355: "\"'|{}°",
    389: "*",
    500: "cksvxyzJ",
    556: "abdeghnopquL#$?_0123456789–",
    584: "+<=>~×÷",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1000: "—…@√✓□",
}
"""Thousandths of the size, as the metrics of Helvetica have them: Arial and Liberation Sans share them."""

EMS = {sign: thousandths / 1000 for thousandths, signs in WIDTHS.items() for sign in signs}
BEYOND_LATIN = 0x2E80
WIDEST, USUAL = 1.0, 0.6
BOLD = 1.07


def width(words: str, size: float, *, is_bold: bool = False) -> float:
    """Return the width of one line in millimetres, in a sans serif of ``size`` points."""
    ems = sum(map(_letter, words))
    return millimetres(ems * size) * (BOLD if is_bold else 1)


def lines(words: str, size: float, room: float, *, is_bold: bool = False) -> int:
    """Return how many lines ``words`` take in ``room`` millimetres."""
    return sum(_wrapped(line, size, max(room, 1.0), is_bold=is_bold) for line in words.split("\n"))


def longest_word(words: str, size: float, *, is_bold: bool = False) -> float:
    """Return the width of the longest word."""
    return max((width(word, size, is_bold=is_bold) for word in SPACES.split(words)), default=0.0)


def _wrapped(line: str, size: float, room: float, *, is_bold: bool) -> int:
    """Return the lines that one typed line takes; a word longer than a line is broken where it ends."""
    if width(line, size, is_bold=is_bold) <= room:
        return 1
    space, filled, count = width(" ", size), 0.0, 1
    for word in line.split(" "):
        long = width(word, size, is_bold=is_bold)
        if filled and filled + space + long > room:
            count, filled = count + 1, 0.0
        if long > room:
            whole = ceil(long / room)
            count, filled = count + whole - 1, long - (whole - 1) * room
        else:
            filled += long + (space if filled else 0.0)
    return count


def _letter(sign: str) -> float:
    return EMS.get(sign) or (WIDEST if ord(sign) >= BEYOND_LATIN else USUAL)
