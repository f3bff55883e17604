"""Which files are pictures, by how they begin: whatever their names say."""

from __future__ import annotations

from collections.abc import Mapping

_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
"""JPEG, PNG, GIF and TIFF."""
_BMP_HEADERS = frozenset({12, 40, 52, 56, 64, 108, 124})
"""How long the second header of a BMP may say it is."""


def _is_picture(content: bytes) -> bool:
    """Tell whether a file begins as a BMP, GIF, JPEG, PNG, TIFF or WebP picture does."""
    if content.startswith(b"RIFF"):
        return content[8:12] == b"WEBP"
    if content.startswith(b"BM"):
        return int.from_bytes(content[14:18], "little") in _BMP_HEADERS
    return content.startswith(_BEGINNINGS)


def printable_pictures(files: Mapping[str, bytes]) -> frozenset[str]:
    """Return the names of the files that are pictures."""
    return frozenset(name for name, content in files.items() if _is_picture(content))
