"""Lengths as Word writes them, from the millimetres and points of the layout."""

from __future__ import annotations

POINTS_OF_A_MILLIMETRE = 72 / 25.4
TWIPS_OF_A_MILLIMETRE = POINTS_OF_A_MILLIMETRE * 20
EMU_OF_A_MILLIMETRE = 36_000
PIXELS_OF_A_MILLIMETRE = 96 / 25.4


def twips(millimetres: float) -> int:
    """Return twentieths of a point."""
    return round(millimetres * TWIPS_OF_A_MILLIMETRE)


def twips_of_points(points: float) -> int:
    """Return twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Return halves of a point: sizes of type."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return eighths of a point: the width of a border."""
    return round(points * 8)


def emu(millimetres: float) -> int:
    """Return English metric units: sizes of pictures."""
    return round(millimetres * EMU_OF_A_MILLIMETRE)


def millimetres(points: float) -> float:
    """Return points as millimetres."""
    return points / POINTS_OF_A_MILLIMETRE


def colour(hexadecimal: str) -> str:
    """Return ``#RRGGBB`` as Word writes it."""
    return hexadecimal.removeprefix("#").upper()
