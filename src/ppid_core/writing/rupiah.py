"""Amounts of money, written as EYD has it (``Rp51.904.000,00``) and read as offices type them."""

from __future__ import annotations

import re
from decimal import Decimal

from ppid_core.language import Lang
from ppid_core.writing.numbers import format_number, is_ambiguous_number, read_number
from ppid_core.writing.spacing import tidy

_AMOUNT = re.compile(
    r"(?P<sign>[-−]?) ?(?:rp\.?|idr)? ?(?P<figures>[-−]?[0-9][0-9., ]*?) ?(?:,-+|,=|\.-+)? ?(?:rupiah)?",
    re.IGNORECASE | re.ASCII,
)
_DENOMINATOR_OF_SEN = 100


def format_rupiah(value: Decimal | int, lang: Lang = "id") -> str:
    """Return an amount in rupiah with two places, rounded half up; the sign stands before ``Rp``.

    Raises:
        ValueError: the value is infinite or no number.
    """
    figures = format_number(value, lang, places=2)
    return f"-Rp{figures[1:]}" if figures.startswith("-") else f"Rp{figures}"


def read_rupiah(text: str) -> Decimal:
    """Return the amount in rupiah that ``text`` states, such as ``Rp. 51.904.000,-``.

    Money has no thousandths, so a comma or dot before exactly three figures sets thousands apart.

    Raises:
        ValueError: the text is no amount, or names a part of a sen.
    """
    match = _AMOUNT.fullmatch(tidy(text))
    if match is None:
        raise ValueError(f"no amount of rupiah: {text!r}")
    figures = (
        match["figures"].replace(",", ".") if is_ambiguous_number(match["figures"]) else match["figures"]
    )
    amount = Decimal(read_number(match["sign"] + figures))
    if _DENOMINATOR_OF_SEN % amount.as_integer_ratio()[1]:
        raise ValueError(f"less than a sen: {text!r}")
    return amount
