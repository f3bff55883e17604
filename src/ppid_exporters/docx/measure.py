"""How much room text takes: its lines in a width, and how high they are.

Lengths are twentieths of a point, rounded as LibreOffice rounds them; Word differs
by less than a line on a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from ppid_exporters.docx.cascade import LetterLook, ParagraphLook
from ppid_exporters.pdf.glyphs import width

_SANS = (0.9053, 0.2119, 0.0327)
_SYMBOLS = (0.9282, 0.2363, 0.0)
"""What fonts have above the line, below it and between lines: Liberation Sans (as Arial), DejaVu Sans."""

_SYMBOL_FONTS = frozenset({"Segoe UI Symbol", "DejaVu Sans"})
_SINGLE = 240
_SEVEN_POINTS = 140
"""The smallest letters, of which lines are a twentieth of a point lower than reckoned."""

KNOWN_FONTS = frozenset({"", "Arial", "Helvetica", "Liberation Sans"})
"""Fonts of the widths that we know; others are reckoned as if they were these."""

_LEEWAY = 0.5
"""So much narrower is a line than its room, for the widths of words are rounded."""

_WORD = re.compile(r".+?(?:[ \t]+|[\u2013\u2014](?=\S)|-(?=[^\W\d])|(?<=[^\W\d]/)(?=\d)|$)", re.DOTALL)
"""Up to where a line may end: after spaces, a dash, a hyphen before a letter, a slash before a digit."""


@frozen(kw_only=True)
class TextSpan:
    """Characters of one look."""

    words: str
    look: LetterLook


@frozen
class LineHeight:
    """How high a line is.

    Attributes:
        whole: with what sets it apart from the next line.
        least: what it needs at the end of a page.
    """

    whole: int
    least: int


def _extent(look: LetterLook) -> tuple[int, int]:
    """Return what letters of a size take above and below the line."""
    above, below, between = _SYMBOLS if look.font in _SYMBOL_FONTS else _SANS
    if look.size == _SEVEN_POINTS:
        return 131, 30
    return round(look.size * above) + round(look.size * between), round(look.size * below)


def _height(spans: Sequence[TextSpan], look: ParagraphLook, *, is_first: bool) -> LineHeight:
    """Return how high a line of these letters is."""
    own = _extent(look.letters)
    extents = [_extent(one.look) for one in spans if one.words] or [own]
    tall = max(above for above, _ in extents) + max(below for _, below in extents)
    if look.rule == "auto":
        percent = look.line * 100 // _SINGLE - 100
        extra = sum(own) * percent // 100 if is_first else int(sum(own) * percent / 100)
        return LineHeight(whole=tall + extra, least=tall + min(extra, 0))
    tall = look.line if look.rule == "exact" else max(tall, look.line)
    return LineHeight(whole=tall, least=tall)


def line_heights(
    spans: Sequence[TextSpan], look: ParagraphLook, room: float, *, is_listed: bool = False
) -> list[LineHeight]:
    """Return the lines that a paragraph takes.

    Args:
        spans: its text; line breaks are signs among it, a tab leads to the right edge.
        look: how it is set.
        room: the width that it has, its indents included.
        is_listed: whether a number or a bullet fills what its first line stands out.
    """
    wide = max(room - look.left - look.right - _LEEWAY, 1.0)
    first = wide - (0 if is_listed else look.first)
    heights: list[LineHeight] = []
    for line in _typed(spans):
        rest = wide if heights else first
        for one in _wrapped(line, rest, wide):
            heights.append(_height(one, look, is_first=not heights))
    return heights


def _typed(spans: Iterable[TextSpan]) -> Iterator[list[TextSpan]]:
    """Yield the typed lines."""
    line: list[TextSpan] = []
    for span in spans:
        before, *others = span.words.split("\n")
        line.append(TextSpan(words=before, look=span.look))
        for words in others:
            yield line
            line = [TextSpan(words=words, look=span.look)]
    yield line


def _wrapped(line: Sequence[TextSpan], first: float, wide: float) -> Iterator[list[TextSpan]]:
    """Yield the lines that one typed line takes; what is longer than a line is broken where it ends."""
    if _width(line, is_trimmed=True) <= first:
        yield list(line)
        return
    room, used, held = first, 0.0, list[TextSpan]()
    for whole in _words(line):
        word = whole
        long, bare = _width(word, is_trimmed=False), _width(word, is_trimmed=True)
        if held and used + bare > room:
            yield held
            room, used, held = wide, 0.0, []
        while bare > room and not used:
            yield word
            word, taken = _rest(word, room)
            room, long, bare = wide, long - taken, bare - taken
        used += long
        held = [*held, *word]
    yield held


def _words(line: Sequence[TextSpan]) -> Iterator[list[TextSpan]]:
    """Yield what stays on one line: words that may change their look within."""
    whole = "".join(span.words for span in line)
    ends = [found.end() for found in _WORD.finditer(whole)]
    at, start, left = 0, 0, list(line)
    word: list[TextSpan] = []
    for end in ends:
        while left and at + len(left[0].words) <= end:
            span = left.pop(0)
            word.append(TextSpan(words=span.words[start:], look=span.look))
            at, start = at + len(span.words), 0
        if left and at + start < end:
            word.append(TextSpan(words=left[0].words[start : end - at], look=left[0].look))
            start = end - at
        yield word
        word = []


def _rest(word: Sequence[TextSpan], room: float) -> tuple[list[TextSpan], float]:
    """Return what is left of a word that is broken where the line ends, and how wide the broken part is."""
    used, is_first = 0.0, True
    for number, span in enumerate(word):
        for at, sign in enumerate(span.words):
            wide = width(sign, is_bold=span.look.is_bold) * span.look.size
            if used + wide > room and not is_first:
                return [TextSpan(words=span.words[at:], look=span.look), *word[number + 1 :]], used
            used, is_first = used + wide, False
    return [], used


def _width(word: Sequence[TextSpan], *, is_trimmed: bool) -> float:
    last = len(word) - 1
    return sum(
        width(one.words.rstrip(" ") if is_trimmed and at == last else one.words, is_bold=one.look.is_bold)
        * one.look.size
        for at, one in enumerate(word)
    )
