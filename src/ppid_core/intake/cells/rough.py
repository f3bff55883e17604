"""Cells of figures that a text only says roughly: *lebih dari 73.000*, *sekitar 40*, *73 ribu lebih*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from attrs import evolve

from ppid_core.glossary import spellings
from ppid_core.intake.cells.number import figure
from ppid_core.intake.cells.ways import FIGURES
from ppid_core.model import Bound
from ppid_core.writing import tidy
from ppid_core.writing.numbers import EXACT

_SIGNS: Mapping[str, Bound] = {
    ">=": Bound.AT_LEAST,
    "≥": Bound.AT_LEAST,
    "<=": Bound.AT_MOST,
    "≤": Bound.AT_MOST,
    ">": Bound.MORE,
    "<": Bound.LESS,
    "±": Bound.ABOUT,
    "~": Bound.ABOUT,
    "+/-": Bound.ABOUT,
}
_UNITS: Mapping[str, int] = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9}
_UNIT = re.compile(rf"(?P<number>.+?) ?(?P<unit>{'|'.join(_UNITS)})", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\d ?\((?P<words>[^()]*)\)")
_OVER = re.compile(r"(?P<number>.+?) (?:lebih|lebih sedikit)", re.IGNORECASE)


def rough(text: str) -> tuple[Decimal, Bound | None]:
    """Return a figure and how roughly it is said; *73 ribu* is said roughly, too.

    Raises:
        CellError: as for `figure`.
    """
    plain, bound = _parted(text)
    unit = _UNIT.fullmatch(plain)
    if unit is None:
        return figure(plain), bound
    whole = EXACT.multiply(figure(unit["number"]), Decimal(_UNITS[unit["unit"].casefold()]))
    return whole, bound or Bound.ABOUT


def words_beside(text: str) -> str | None:
    """Return the words in brackets beside a figure, ``13 (Tiga Belas)``; None where there are none."""
    found = _IN_BRACKETS.search(tidy(text))
    return found["words"].strip() or None if found else None


def _parted(text: str) -> tuple[str, Bound | None]:
    """Return what is said of a number apart from it."""
    typed = tidy(text)
    for sign, bound in _SIGNS.items():
        if typed.startswith(sign):
            return typed.removeprefix(sign).strip(), bound
    for phrase, bound in _phrases():
        if match := re.match(rf"{phrase}(?= |\d|rp)", typed, re.IGNORECASE):
            return typed[match.end() :].strip(), bound
    over = _OVER.fullmatch(typed)
    return (over["number"], Bound.OVER) if over else (typed, None)


def _phrases() -> list[tuple[str, Bound]]:
    """Return the words of the glossary, the longest first: *tidak kurang dari* before *kurang dari*."""
    words = ((word, bound) for word, bound in spellings(Bound).items() if isinstance(bound, Bound))
    phrases = ((word.replace(" ", "[ -]"), bound) for word, bound in words if bound is not Bound.OVER)
    return sorted(phrases, key=lambda pair: -len(pair[0]))


ROUGH = evolve(
    FIGURES,
    only=lambda text: FIGURES.only(_parted(text)[0]),
    taken=lambda text: FIGURES.taken(_parted(text)[0]),
    told=lambda text: FIGURES.told(_parted(text)[0]),
)
"""How such figures are read where they can be read in two ways."""
