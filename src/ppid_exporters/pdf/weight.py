"""How large a file may be: pictures are scaled down until it is small enough, text never."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

from ppid_core.errors import OptionError
from ppid_core.language import Bilingual
from ppid_exporters.layout.photo import LONGEST

UNITS = {"": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}
"""Decimal ones: a limit meant in powers of two is kept all the more."""
WRITTEN = re.compile(r"(\d+(?:[.,]\d+)?)\s*([KMG]?B?)", re.IGNORECASE)
STEPS = (LONGEST, 1200, 900, 700, 500, 350, 250, 150)
"""Pixels of the long side of pictures, tried in this order."""


@frozen(kw_only=True)
class Weighed:
    """A file, and what people should know of its size; "" where it is as it should be."""

    content: bytes
    note: Bilingual = Bilingual("", "")


def most_bytes(written: str) -> int | None:
    """Return a size as typed, "2MB" or "1,5 MB", in bytes; None for "".

    Raises:
        OptionError: it is no size.
    """
    if not written.strip():
        return None
    found = WRITTEN.fullmatch(written.strip())
    unit = found[2].upper() if found else ""
    if found is None or (unit and not unit.endswith("B")):
        raise OptionError(_NO_SIZE.fill(written=written))
    return int(float(found[1].replace(",", ".")) * UNITS[unit])


def light_enough(typeset: Callable[[int], bytes], most: int | None, *, has_photos: bool) -> Weighed:
    """Return the document with pictures as large as the limit allows.

    Args:
        typeset: makes the document with pictures of so many pixels on the long side.
        most: bytes that it may have, None for any.
        has_photos: whether there is anything to scale.
    """
    content = typeset(LONGEST)
    if most is None or len(content) <= most:
        return Weighed(content=content)
    for longest in STEPS[1:] if has_photos else ():
        content = typeset(longest)
        if len(content) <= most:
            return Weighed(content=content, note=_SCALED.fill(longest=longest))
    size = f"{len(content) / UNITS['KB']:.0f}"
    return Weighed(content=content, note=_TOO_LARGE.fill(size=size, most=f"{most / UNITS['KB']:.0f}"))


_SCALED = Bilingual(
    "Gambar diperkecil menjadi paling panjang {longest} piksel agar berkas tidak melebihi batas ukurannya.",
    "Pictures were scaled to at most {longest} pixels so that the file keeps to its limit.",
)
_TOO_LARGE = Bilingual(
    "Ukuran PDF {size} KB, di atas batas {most} KB, juga dengan gambar terkecil; teks tidak diperkecil.",
    "The PDF has {size} KB, over the limit of {most} KB, with the smallest pictures too; text is not scaled.",
)


_NO_SIZE = Bilingual(
    'max_size: "{written}" tidak terbaca sebagai ukuran. Tulis, misalnya, 2MB atau 800KB.',
    'max_size: "{written}" is not read as a size. Write 2MB or 800KB.',
)
