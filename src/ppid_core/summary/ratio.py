"""Exact arithmetic for what is printed: no figure is rounded twice, and none is too large."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ppid_core.writing.numbers import EXACT

__all__ = ["EXACT", "ratio"]


def ratio(part: int | Decimal, whole: int | Decimal, places: int) -> Decimal:
    """Return ``part`` / ``whole``, rounded half up to ``places`` decimals.

    Raises:
        ZeroDivisionError: where ``whole`` is 0.
    """
    scaled = Fraction(part) / Fraction(whole) * 10**places
    return EXACT.scaleb(Decimal((2 * scaled + 1) // 2), -places)
