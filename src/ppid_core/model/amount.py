"""What an exact number may be: finite, and where it counts rupiah of a budget, not negative."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import Attribute

_MOST_DIGITS = 100
"""No amount of rupiah and no figure of a report has more digits before or after its point."""


def is_sane(value: Decimal) -> bool:
    """Tell whether a number is finite and can be added and printed: 1E+999999999 cannot."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_MOST_DIGITS and value.adjusted() <= _MOST_DIGITS


def finite(_: object, attribute: Attribute[Any], value: Decimal | None) -> None:
    """Refuse NaN and infinity: they mean nothing, and NaN does not even equal itself."""
    if value is not None and not is_sane(value):
        raise ValueError(f"{attribute.name} is a finite number")


def amount(_: object, attribute: Attribute[Any], value: Decimal | None) -> None:
    """Refuse what cannot be an amount of money: NaN, infinity, less than nothing."""
    if value is not None and not (is_sane(value) and value >= 0):
        raise ValueError(f"{attribute.name} is a finite amount of rupiah, not negative")
