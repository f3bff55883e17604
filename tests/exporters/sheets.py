"""Measures printed pages: how far down each is filled, and how many lines stand on it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from attrs import frozen

PROGRAMS = ("pdftoppm", "pdftotext")
needs_measuring = pytest.mark.skipif(
    any(shutil.which(program) is None for program in PROGRAMS), reason="poppler-utils is not installed"
)
_DOTS = 36
"""Dots of an inch: a line of small letters is some four dots high."""
_WHITE = 245
_EDGE, _BOUND = 25.0, 30.0
"""Millimetres of the margins: below, and at the side where the sheets are bound."""
_XHTML = "{http://www.w3.org/1999/xhtml}"
_HALF, _SCANT, _FEW = 0.5, 0.2, 6
"""Of the height of text: what a page ends above; what one sentence, row or source line takes at most with the
headings above it, and in how many lines."""


@frozen(kw_only=True)
class PrintedSheet:
    """A page as it was printed.

    Attributes:
        number: its place in the file, the first is 1.
        filled: how far down it is filled, of the height that text may have.
        lines: how many lines of text stand on it, foot and head excluded.
    """

    number: int
    filled: float
    lines: int

    @property
    def is_half_empty(self) -> bool:
        """Whether it ends above half its height."""
        return self.filled < _HALF

    @property
    def is_scant(self) -> bool:
        """Whether it holds no more than a sentence, a row or the source of a table, headings aside."""
        return self.filled < _SCANT and self.lines <= _FEW


def measured(pdf: Path) -> tuple[PrintedSheet, ...]:
    """Return the pages after the cover."""
    pictures = pdf.with_suffix(".pages")
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir()
    _run("pdftoppm", "-gray", "-r", str(_DOTS), str(pdf), str(pictures / "page"))
    words = fromstring(_run("pdftotext", "-bbox", str(pdf), "-"))  # noqa: S314  of our own document
    pages = list(words.iter(f"{_XHTML}page"))
    found = sorted(pictures.glob("*.pgm"))
    assert len(found) == len(pages)
    return tuple(
        PrintedSheet(number=number, filled=_filled(picture.read_bytes()), lines=_lines(page))
        for number, (picture, page) in enumerate(zip(found, pages, strict=True), start=1)
        if number > 1
    )


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _filled(picture: bytes) -> float:
    """Return where the last dot of ink stands between the margins, of the height between them."""
    found = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
    assert found is not None
    width, height, start = int(found[1]), int(found[2]), found.end()
    dot = 25.4 / _DOTS
    top, bottom = (round(edge / dot) for edge in (_BOUND if width > height else _EDGE, _EDGE))
    rows = (picture[start + at * width : start + (at + 1) * width] for at in range(top, height - bottom))
    inked = [at for at, row in enumerate(rows, start=1) if min(row) < _WHITE]
    return max(inked, default=0) / (height - top - bottom)


def _lines(page: Element) -> int:
    """Return how many lines there are: words of one are as high as each other."""
    height = float(page.get("height", 0))
    edge = _EDGE / 25.4 * 72
    ends = sorted(float(word.get("yMax", 0)) for word in page.iter(f"{_XHTML}word"))
    inside = [end for end in ends if edge <= end <= height - edge + 2]
    return sum(after - before > 4 for before, after in zip([0.0, *inside], inside, strict=False))
