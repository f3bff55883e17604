"""Numbers in figures: dots between thousands and a decimal comma in Indonesian, the reverse in English."""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal

from ppid_core.language import Lang
from ppid_core.writing.whitespace import tidy

EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Adds and shifts without rounding; dividing in it would fill the memory."""


_AMOUNT = re.compile(
    r"(?P<sign>[-−]?) ?(?:rp\.?|idr)? ?(?P<figures>[-−]?[0-9][0-9., ]*?) ?(?:,-+|,=|\.-+)? ?(?:rupiah)?",
    re.IGNORECASE | re.ASCII,
)
_PLACES_OF_SEN = 2


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
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_PLACES_OF_SEN:
        raise ValueError(f"less than a sen: {text!r}")
    return amount


_TO_INDONESIAN = str.maketrans(",.", ".,")
_HEAD = r"[1-9][0-9]{0,2}"
_SIGNED = re.compile(r"(?P<sign>[-+−]?) ?(?P<digits>[0-9][0-9., ]*)")
_DOTTED = re.compile(rf"{_HEAD}(?:\.[0-9]{{3}})+(?:,[0-9]+)?")
_SPACED = re.compile(rf"{_HEAD}(?: [0-9]{{3}})+(?:[.,][0-9]+)?")
_ENGLISH = re.compile(rf"{_HEAD}(?:,[0-9]{{3}})+\.[0-9]+|{_HEAD}(?:,[0-9]{{3}}){{2,}}")
_PLAIN = re.compile(r"[0-9]+|(?:0|[1-9][0-9]*)[.,][0-9]+")
_EITHER = re.compile(rf"[-+−]? ?{_HEAD}[.,][0-9]{{3}}")


def format_number(value: int | Decimal, lang: Lang = "id", places: int | None = None) -> str:
    """Return ``value`` with its thousands set apart: ``51.904.000``, ``43,07``.

    Args:
        value: a finite number.
        lang: whose signs to use.
        places: decimal places, rounded half up as offices do; None keeps the places that ``value`` has.

    Raises:
        ValueError: the value is infinite or no number.
    """
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value}")
    text = f"{number if places is None else _rounded(number, places):z,f}"
    return text.translate(_TO_INDONESIAN) if lang == "id" else text


def read_number(text: str) -> int | Decimal:
    """Return the number written in ``text``, whole as ``int`` and with decimals as ``Decimal``.

    A dot or comma is read the Indonesian way wherever that is possible (``30.356`` is a whole number,
    ``1,234`` is not); ``8.48`` and ``1,234.5`` can be meant in one way only and are read in that way.

    Raises:
        ValueError: the text is no number in figures.
    """
    match = _SIGNED.fullmatch(tidy(text))
    plain = _plain(match["digits"]) if match else None
    if match is None or plain is None:
        raise ValueError(f"no number: {text!r}")
    signed = ("" if match["sign"] in ("", "+") else "-") + plain
    return Decimal(signed) if "." in plain else int(signed)


def read_count(text: str) -> tuple[int, str | None]:
    """Return the count in ``13 (Tiga Belas)`` and its words as typed, None without brackets.

    A count has no thousandths, so a comma or dot before exactly three figures sets thousands apart. A
    negative count is returned as it is: who asks for a count knows why it cannot be.

    Raises:
        ValueError: the figures are no whole number, or the brackets are empty or left open.
    """
    figures, bracket, rest = text.strip().partition("(")
    words = rest.removesuffix(")").strip() if bracket else None
    number = read_number(figures.replace(",", ".") if is_ambiguous_number(figures) else figures)
    if number != int(number) or (bracket and not (words and rest.endswith(")"))):
        raise ValueError(f"no count: {text!r}")
    return int(number), words


def is_ambiguous_number(text: str) -> bool:
    """Tell whether the one separator in ``text`` may stand for thousands or for decimals, as in ``1.234``."""
    return _EITHER.fullmatch(tidy(text)) is not None


def _rounded(number: Decimal, places: int) -> Decimal:
    # The default context would refuse numbers of more than 28 digits.
    enough = Context(prec=max(1, number.adjusted() + places + 2))
    return number.quantize(Decimal((0, (1,), -places)), rounding=ROUND_HALF_UP, context=enough)


def _plain(digits: str) -> str | None:
    if _DOTTED.fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    if _SPACED.fullmatch(digits):
        return digits.replace(" ", "").replace(",", ".")
    if _ENGLISH.fullmatch(digits):
        return digits.replace(",", "")
    return digits.replace(",", ".") if _PLAIN.fullmatch(digits) else None
