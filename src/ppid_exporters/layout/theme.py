"""Colours and paper: what the look of a document is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from attrs import frozen

from ppid_core.errors import ExtraMissingError, UnknownNameError
from ppid_core.language import Bilingual
from ppid_core.report import Report, Theme

INK = "#1B1F24"
SECONDARY = "#57606A"
RULE = "#AFB8C1"
LEGIBLE = 4.5
_HEX = re.compile("#[0-9A-Fa-f]{6}")
_LINEAR_BELOW = 0.04045


@frozen
class Paper:
    """A sheet, upright; millimetres."""

    width: int
    height: int


PAPERS = {"A4": Paper(210, 297), "F4": Paper(215, 330)}


@frozen(kw_only=True)
class Accent:
    """The one colour of a document.

    Attributes:
        colour: what is used, ``#RRGGBB``.
        note: why it is not the chosen one, "" where it is.
    """

    colour: str
    note: Bilingual = Bilingual("", "")


def theme_of(report: Report, paper: str, accent: str) -> Theme:
    """Return the look of a document: the paper and the colour that were chosen, else those of the report."""
    usual = report.meta.theme
    return Theme(paper=paper or usual.paper, accent=accent or usual.accent)


@contextmanager
def extra(name: str, *packages: str) -> Iterator[None]:
    """Tell which extra is not installed, where one of its packages is missing.

    Raises:
        ExtraMissingError: a package of the extra is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        if missing.name not in packages:
            raise
        raise ExtraMissingError(name, name) from missing


def paper(theme: Theme) -> Paper:
    """Return the sheet of a theme.

    Raises:
        UnknownNameError: for another name than A4 or F4.
    """
    found = PAPERS.get(theme.paper.strip().upper())
    if found is None:
        raise UnknownNameError(Bilingual("kertas", "the paper"), theme.paper, PAPERS)
    return found


def accent(theme: Theme) -> Accent:
    """Return the colour of a theme, darkened until text in it can be read on white.

    The limit is the contrast of 4.5 : 1 that WCAG 2.1 asks for (success criterion 1.4.3).
    """
    chosen = theme.accent.strip().upper()
    if not _HEX.fullmatch(chosen):
        default = Theme().accent
        return Accent(colour=default, note=_UNKNOWN.fill(chosen=chosen, used=default))
    used = _darkened(chosen)
    if used == chosen:
        return Accent(colour=used)
    return Accent(colour=used, note=_DARKENED.fill(chosen=chosen, used=used))


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.1 defines it."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(fill: str) -> str:
    """Return the colour of text on a fill: ink or white; black where neither has enough contrast."""
    return next((ink for ink in (INK, "#FFFFFF") if contrast(fill, ink) >= LEGIBLE), "#000000")


_DARKENED = Bilingual(
    "Warna utama {chosen} digelapkan menjadi {used} agar tulisan terbaca (kontras 4,5 : 1).",
    "The accent {chosen} was darkened to {used} so that text can be read (contrast 4.5 : 1).",
)
_UNKNOWN = Bilingual(
    "Warna utama “{chosen}” bukan warna #RRGGBB; dipakai {used}.",
    "The accent “{chosen}” is no colour #RRGGBB; {used} is used.",
)


def _darkened(colour: str) -> str:
    shares = (share / 100 for share in range(100, -1, -1))
    mixes = ("#" + "".join(f"{int(one * share):02X}" for one in _channels(colour)) for share in shares)
    return next(mix for mix in mixes if contrast(mix, "#FFFFFF") >= LEGIBLE)


def _channels(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4
