"""Exact arithmetic for what is printed: no figure is rounded twice, and none is too large."""

from __future__ import annotations

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction

EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Adds and shifts without rounding; dividing in it would fill the memory."""


def ratio(part: int | Decimal, whole: int | Decimal, places: int) -> Decimal:
    """Return ``part`` / ``whole``, rounded half up to ``places`` decimals.

    Raises:
        ZeroDivisionError: where ``whole`` is 0.
    """
    scaled = Fraction(part) / Fraction(whole) * 10**places
    return EXACT.scaleb(Decimal((2 * scaled + 1) // 2), -places)
