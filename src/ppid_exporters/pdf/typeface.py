"""What a TrueType font can show and how wide each character is, read from its tables (ISO/IEC 14496-22)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
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
    """Return the bundled font of that file name, without its ending."""
    content = (FOLDER / f"{name}.ttf").read_bytes()
    tables = dict(_tables(content))
    units = struct.unpack_from(">H", content, tables["head"] + 18)[0]
    widths = _widths(content, tables)
    return Typeface(
        advances={
            code: widths[min(glyph, len(widths) - 1)] / units
            for code, glyph in _glyphs(content, tables["cmap"])
            if glyph
        }
    )


def _tables(content: bytes) -> Iterator[tuple[str, int]]:
    """Yield the name of each table and where it begins."""
    (number,) = struct.unpack_from(">H", content, 4)
    for at in range(12, 12 + 16 * number, 16):
        tag, _, start = struct.unpack_from(">4sII", content, at)
        yield tag.decode("latin-1"), start


def _widths(content: bytes, tables: Mapping[str, int]) -> tuple[int, ...]:
    """Return the advance of each glyph; those after the last have its advance."""
    (number,) = struct.unpack_from(">H", content, tables["hhea"] + 34)
    return struct.unpack_from(">" + "Hh" * number, content, tables["hmtx"])[::2]


def _glyphs(content: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Yield code points and their glyphs, from the table of all planes (format 12) where there is one."""
    (number,) = struct.unpack_from(">H", content, start + 2)
    places = (struct.unpack_from(">HHI", content, start + 4 + 8 * at)[2] + start for at in range(number))
    known = {struct.unpack_from(">H", content, place)[0]: place for place in places}
    return _of_all_planes(content, known[12]) if 12 in known else _of_first_plane(content, known[4])  # noqa: PLR2004  the numbers of the formats


def _of_all_planes(content: bytes, start: int) -> Iterator[tuple[int, int]]:
    (groups,) = struct.unpack_from(">I", content, start + 12)
    for at in range(groups):
        first, last, glyph = struct.unpack_from(">III", content, start + 16 + 12 * at)
        yield from ((code, glyph + code - first) for code in range(first, last + 1))


def _of_first_plane(content: bytes, start: int) -> Iterator[tuple[int, int]]:
    doubled = struct.unpack_from(">H", content, start + 6)[0]
    lists = [
        struct.unpack_from(f">{doubled // 2}{sign}", content, start + place)
        for sign, place in (
            ("H", 14),
            ("H", 16 + doubled),
            ("h", 16 + 2 * doubled),
            ("H", 16 + 3 * doubled),
        )
    ]
    for at, (last, first, delta, offset) in enumerate(zip(*lists, strict=True)):
        here = start + 16 + 3 * doubled + 2 * at
        for code in range(first, last + 1):
            glyph = (
                code
                if offset == 0
                else struct.unpack_from(">H", content, here + offset + 2 * (code - first))[0]
            )
            yield code, (glyph + delta) & 0xFFFF if glyph else 0
