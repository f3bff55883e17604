"""Pictures of the folder as documents take them: upright, small enough, and without what a camera adds."""

from __future__ import annotations

import io
import warnings
from hashlib import sha256
from typing import TYPE_CHECKING

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.report import Report

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1600
"""Pixels of the long side: 240 for each inch of the text width of A4."""
_MOST_PIXELS, _MOST_DRAWN = 100_000_000, 40_000_000
"""Of a photograph, which is unpacked at a fraction of its size, and of any other picture, which is not."""
_SHARP = 2
"""So many times the pixels that are needed are unpacked, for the scaling to choose from."""
_MOST_KEPT = 32
"""Pictures that are kept as they are embedded: every format of a report takes the same."""
_QUALITY = 85
_FORMATS = ("BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP")


@frozen(kw_only=True)
class Photo:
    """A picture: its file, and its size in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int


def photo(content: bytes | None, longest: int = LONGEST) -> Photo | None:
    """Return a picture ready to embed, None where there is none that can be read.

    Its metadata (Exif, with place and owner; XMP; comments) are left behind; only which side is up is kept,
    by turning it. Photographs become JPEG, everything else PNG.

    Args:
        content: a file of a common picture format.
        longest: the most pixels that the long side may have.

    Raises:
        ModuleNotFoundError: Pillow is not installed.
    """
    if not content:
        return None
    from PIL import Image, ImageOps  # noqa: F401, PLC0415  an extra: told where it is missing

    asked = sha256(content).digest(), longest
    if asked not in _MADE:
        if len(_MADE) >= _MOST_KEPT:
            _MADE.clear()
        _MADE[asked] = _made(content, longest)
    return _MADE[asked]


def _made(content: bytes, longest: int) -> Photo | None:
    from PIL import Image, ImageOps  # noqa: PLC0415  an extra

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
            warnings.simplefilter("ignore")
            is_photo = opened.format == "JPEG"
            if opened.width * opened.height > (_MOST_PIXELS if is_photo else _MOST_DRAWN):
                return None
            # A photograph is unpacked no larger than it takes: a camera's has ten times the pixels of a page.
            wide, high = (max(_SHARP * longest * side // max(opened.size), 1) for side in opened.size)
            opened.draft("RGB", (wide, high))
            ImageOps.exif_transpose(opened, in_place=True)
            mode = "RGB" if is_photo else "RGBA"
            opened.load()
            upright = opened if opened.mode == mode else opened.convert(mode)
            upright.thumbnail((longest, longest))
            return _saved(upright, is_photo=is_photo)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def _saved(upright: Image, *, is_photo: bool) -> Photo:
    upright.info.clear()
    file = io.BytesIO()
    if is_photo:
        upright.save(file, "JPEG", quality=_QUALITY, optimize=True)
    else:
        upright.save(file, "PNG", optimize=True)
    kind = "image/jpeg" if is_photo else "image/png"
    return Photo(content=file.getvalue(), media_type=kind, width=upright.width, height=upright.height)


_MADE: dict[tuple[bytes, int], Photo | None] = {}


def unread_logo(report: Report) -> str:
    """Return the note that the logo of a report cannot be read, "" where it can or there is none."""
    content = report.cover.logo
    return _UNREAD(report.meta.lang) if content and photo(content) is None else ""


_UNREAD = Bilingual(
    "Berkas logo tidak terbaca sebagai gambar; sampul dicetak tanpa logo.",
    "The logo file is not read as a picture; the cover is printed without it.",
)
