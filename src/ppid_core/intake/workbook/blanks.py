"""Blank cells of an .xlsx that are only formatted: a million of them say nothing, and are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CELL = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]+")?(?: t="[a-z]+")? ?(?:/>|></c>)')
_ROW = re.compile(rb'<row r="[0-9]{1,7}"(?: [A-Za-z0-9:]+="[^"<>]*")* ?(?:/>|>\s*</row>)')
_VERBATIM = b"<![CDATA["


_COUNTS = re.compile(rb"""(<(?:\w+:)?sst\b[^<>]*?)\s(?:uniqueCount|count)\s*=\s*(?:"[^"]*"|'[^']*')""")


def uncounted(strings: bytes) -> bytes:
    """Return shared strings that do not say how many they are: whoever believes it reserves room for them."""
    return _COUNTS.sub(rb"\1", _COUNTS.sub(rb"\1", strings, count=1), count=1)


def is_sheet(name: str) -> bool:
    """Tell whether a part of an .xlsx is a sheet."""
    return _SHEET.fullmatch(name) is not None


def without_blanks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the XML of a sheet without blank cells and rows, piece by piece.

    Every cell names its place, so those that stay keep theirs.
    """
    rest = b""
    for piece in pieces:
        head, end, rest = (rest + piece).rpartition(b">")
        yield _filled(head + end)
    yield rest


def _filled(xml: bytes) -> bytes:
    return xml if _VERBATIM in xml else _ROW.sub(b"", _CELL.sub(b"", xml))
