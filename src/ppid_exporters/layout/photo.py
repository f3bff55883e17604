"""Pictures of the folder as documents take them: upright, small enough, and without what a camera adds."""

from __future__ import annotations

import io
import warnings

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.report import Report

LONGEST = 1600
"""Pixels of the long side: 240 for each inch of the text width of A4."""
MOST_PIXELS = 100_000_000
QUALITY = 85
FORMATS = ("BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP")


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
    from PIL import Image, ImageOps  # noqa: PLC0415  an extra

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content), formats=FORMATS) as opened:
            warnings.simplefilter("ignore")
            if opened.width * opened.height > MOST_PIXELS:
                return None
            is_photo = opened.format == "JPEG"
            upright = ImageOps.exif_transpose(opened).convert("RGB" if is_photo else "RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    upright.thumbnail((longest, longest))
    upright.info.clear()
    file = io.BytesIO()
    if is_photo:
        upright.save(file, "JPEG", quality=QUALITY, optimize=True)
    else:
        upright.save(file, "PNG", optimize=True)
    kind = "image/jpeg" if is_photo else "image/png"
    return Photo(content=file.getvalue(), media_type=kind, width=upright.width, height=upright.height)


def unread_logo(report: Report) -> str:
    """Return the note that the logo of a report cannot be read, "" where it can or there is none."""
    content = report.cover.logo
    return _UNREAD(report.meta.lang) if content and photo(content) is None else ""


_UNREAD = Bilingual(
    "Berkas logo tidak terbaca sebagai gambar; sampul dicetak tanpa logo.",
    "The logo file is not read as a picture; the cover is printed without it.",
)
