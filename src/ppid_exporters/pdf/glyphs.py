"""What the bundled fonts can show: no sign is lost, no word is wider than its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from attrs import Factory, define, frozen

from ppid_core.language import Bilingual, Lang
from ppid_exporters.layout.character import printable

FOLDER = Path(__file__).parent / "fonts"
FAMILIES = ("Liberation Sans", "DejaVu Sans")
"""The family of the document, and the one that fills in for signs and scripts it does not have."""


@frozen(kw_only=True, eq=False)
class Typeface:
    """A font.

    Attributes:
        advances: how far each character moves on, by code point, in parts of the size of the font.
    """

    advances: Mapping[int, float]

    def __contains__(self, character: str) -> bool:
        """Tell whether the font has a shape for a character."""
        return ord(character) in self.advances


@cache
def typeface(name: str) -> Typeface:
    """Return the bundled font of that file name, without its ending.

    Raises:
        ModuleNotFoundError: fontTools is not installed.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415  an extra

    with TTFont(FOLDER / f"{name}.ttf", lazy=True) as font:
        units, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        glyphs = font.getBestCmap()
    return Typeface(advances={code: widths[glyph][0] / units for code, glyph in glyphs.items()})


BREAK = "\u200b"
"""Where a word may be broken, without a hyphen."""
_ISOLATED = "\u2068{}\u2069"
"""A value whose direction leaves that of its surroundings alone (UAX #9: FSI, PDI)."""
_DIRECTING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What turns the order of other signs: shown as a code, so that no text looks like another one."""
_UNSEEN = frozenset("\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""What has no shape of its own in any font and needs none."""
_JOINER = "\u200d"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_WORD = re.compile(r"[^\s\u00a0]+?-(?=[^\W\d])|(?:\S|\u00a0)+")
"""What stays on one line: a word, or its part up to a hyphen."""
_MOST_TOLD = 12
_KEPT = 4096
"""Measured texts that are remembered: each is asked for when columns are shared, rows and words broken."""


@define
class Glyphs:
    """Turns text into what the fonts can show, and remembers what they cannot.

    Attributes:
        missing: characters that were printed as their code point, in the order of the document.
    """

    missing: dict[str, None] = Factory(dict)

    def shown(self, text: str) -> str:
        """Return ``text`` with code points, ``[U+1F600]``, for what no bundled font has."""
        clean = printable(text).replace("\t", "    ")
        if clean.isascii():
            return clean
        return "\n".join(map(_isolated, self.spelled(clean).split("\n")))

    def spelled(self, text: str) -> str:
        """Return ``text`` with code points for what no bundled font has, and nothing else changed."""
        return text if text.isascii() else "".join(self._spelled(cluster) for cluster in _clusters(text))

    def fitted(self, text: str, width: float, size: float, *, is_bold: bool = False) -> str:
        """Return ``text`` as shown, its words broken where they are wider than their place.

        Args:
            text: as it was typed.
            width: of the place, in points.
            size: of the letters, in points.
            is_bold: whether it is set in the bold font.
        """
        shown, room = self.shown(text), max(width / size, 1.0)
        return _WORD.sub(lambda found: _broken(found[0], room, is_bold=is_bold), shown)

    def note(self, lang: Lang) -> str:
        """Return what people should know: which characters are printed as codes; "" where there are none."""
        if not self.missing:
            return ""
        told = ", ".join(_named(sign) for sign in list(self.missing)[:_MOST_TOLD])
        rest = len(self.missing) - _MOST_TOLD
        return _MISSING.fill(told=told + (_MORE(lang).format(rest=rest) if rest > 0 else ""))(lang)

    def _spelled(self, cluster: str) -> str:
        if _is_covered(cluster):
            return cluster
        composed = unicodedata.normalize("NFC", cluster)
        if _is_covered(composed):
            return composed
        return "".join(sign if sign.isspace() else self._code(sign) for sign in cluster)

    def _code(self, sign: str) -> str:
        self.missing.setdefault(sign)
        return f"[U+{ord(sign):04X}]"


@lru_cache(maxsize=_KEPT)
def width(text: str, *, is_bold: bool = False) -> float:
    """Return how wide ``text`` is on one line, in parts of the size of its letters; as it is set or wider."""
    advances = _advances(is_bold=is_bold)
    return sum(advances.get(code, 1.0) for code in map(ord, text))


def widest_word(text: str, *, is_bold: bool = False) -> float:
    """Return how wide the widest word of ``text`` is, in parts of the size of its letters."""
    return max(
        (width(word, is_bold=is_bold) for word in _WORD.findall(text.replace(BREAK, " "))), default=0.0
    )


@cache
def _advances(*, is_bold: bool) -> Mapping[int, float]:
    main = typeface("LiberationSans-Bold" if is_bold else "LiberationSans-Regular")
    return {**typeface("DejaVuSans").advances, **main.advances}


def _is_covered(cluster: str) -> bool:
    """Tell whether one family has every sign of a cluster, in each weight that it is set in."""
    signs = [sign for sign in cluster if sign not in _UNSEEN and sign != "\n"]
    if any(sign in _DIRECTING for sign in signs):
        return False
    main = (typeface("LiberationSans-Regular"), typeface("LiberationSans-Bold"))
    return _has_all(main, signs) or _has_all((typeface("DejaVuSans"),), signs)


def _has_all(some: Iterable[Typeface], signs: Iterable[str]) -> bool:
    wanted = tuple(signs)
    return all(sign in one for one in some for sign in wanted)


def _clusters(text: str) -> Iterator[str]:
    """Yield what is shaped together: a sign with the marks on it, and what a joiner joins."""
    start = 0
    for at, sign in enumerate(text):
        goes_on = unicodedata.category(sign).startswith("M") or _JOINER in {sign, text[at - 1 : at]}
        if at and not goes_on:
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _isolated(line: str) -> str:
    turns = any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in line)
    return _ISOLATED.format(line) if turns else line


def _broken(word: str, room: float, *, is_bold: bool) -> str:
    """Return a word with places to break it, so that each piece has room, also where other words touch it."""
    if len(word) <= room / 2 or width(word, is_bold=is_bold) <= room:
        return word
    pieces, start, taken = [], 0, 0.0
    for at, sign in enumerate(word):
        advance = width(sign, is_bold=is_bold)
        if at > start and taken + advance > room and not unicodedata.category(sign).startswith("M"):
            pieces.append(word[start:at])
            start, taken = at, 0.0
        taken += advance
    return BREAK.join(("", *pieces, word[start:], "")) if pieces else word


def _named(sign: str) -> str:
    return f"{sign} (U+{ord(sign):04X})" if sign.isprintable() else f"U+{ord(sign):04X}"


_MISSING = Bilingual(
    "Aksara yang tidak ada pada huruf bawaan PDF dicetak sebagai kodenya: {told}.",
    "Characters that the fonts of the PDF do not have are printed as their code points: {told}.",
)
_MORE = Bilingual(" dan {rest} lagi", " and {rest} more")
