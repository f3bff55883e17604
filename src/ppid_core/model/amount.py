"""What an exact number may be: finite, and where it counts rupiah of a budget, not negative."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import Attribute


def finite(_: object, attribute: Attribute[Any], value: Decimal | None) -> None:
    """Refuse NaN and infinity: they mean nothing, and NaN does not even equal itself."""
    if value is not None and not value.is_finite():
        raise ValueError(f"{attribute.name} is a finite number")


def amount(_: object, attribute: Attribute[Any], value: Decimal | None) -> None:
    """Refuse what cannot be an amount of money: NaN, infinity, less than nothing."""
    if value is not None and not (value.is_finite() and value >= 0):
        raise ValueError(f"{attribute.name} is a finite amount of rupiah, not negative")
