"""What the bundled fonts can show, and how wide each character is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

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
