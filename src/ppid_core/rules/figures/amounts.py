"""Numbers in words, and numbers that text rounds: what the rules on figures compare."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from ppid_core.language import Bilingual
from ppid_core.model import Bound
from ppid_core.summary.ratio import EXACT
from ppid_core.writing import format_number, read_words, spell

SEN = 100
HALF = Decimal("0.5")
DIGITS = 15
PLACES = 6


def rounds_to(figure: int | Decimal, claim: Decimal) -> bool:
    """Tell whether ``claim`` is ``figure``, rounded half up to the decimal places that the claim shows.

    Whole figures are never rounded: 51 is not 53, however it is written.
    """
    if figure == claim:
        return True
    exponent = claim.as_tuple().exponent
    if not isinstance(figure, Decimal) or not isinstance(exponent, int) or not -PLACES <= exponent <= 0:
        return False
    return figure.quantize(Decimal((0, (1,), exponent)), ROUND_HALF_UP, EXACT) == claim


def agrees(figure: int | Decimal, claim: Decimal, bound: Bound | None) -> bool:
    """Tell whether a figure is what a text says of it, as roughly as it says so.

    *Sekitar* holds up to a tenth of what is said, or up to the half of its last figure that is no zero where
    that is more; *hampir* down to a tenth below it; *40 lebih* as long as the figure before the zeros stays.
    """
    distance = EXACT.subtract(Decimal(figure), claim)
    near = EXACT.scaleb(claim, -1)
    match bound:
        case None:
            return rounds_to(figure, claim)
        case Bound.MORE:
            return distance > 0
        case Bound.LESS:
            return distance < 0
        case Bound.AT_LEAST:
            return distance >= 0
        case Bound.AT_MOST:
            return distance <= 0
        case Bound.ABOUT:
            return distance.copy_abs() <= max(near, EXACT.multiply(last_place(claim), HALF))
        case Bound.ALMOST:
            return near.copy_negate() <= distance < 0
        case Bound.OVER:
            return 0 < distance < last_place(claim)


def last_place(claim: Decimal) -> Decimal:
    """Return the value of the last figure that is no zero: 1,000 in 73,000."""
    exponent = claim.normalize(EXACT).as_tuple().exponent if claim else 0
    return Decimal((0, (1,), exponent)) if isinstance(exponent, int) else Decimal(1)


def read_amount_words(words: str) -> Decimal | None:
    """Return the rupiah that ``words`` say, *sen* included; None where they say no number."""
    whole, _, rest = words.casefold().strip(" ().").partition("rupiah")
    cents = rest.strip().removesuffix("sen")
    try:
        sen = EXACT.scaleb(Decimal(read_words(cents)), -2) if cents.strip() else Decimal(0)
        return EXACT.add(Decimal(read_words(whole)), sen)
    except ValueError:
        return None


def spelled(number: int) -> str | None:
    """Return a count in words; None where it is too long to have any."""
    try:
        return spell(number)
    except ValueError:
        return None


def spelled_rupiah(amount: Decimal) -> str | None:
    """Return an amount in words, *sen* included; None where it has none."""
    if amount.adjusted() >= DIGITS:
        return None
    rupiah = int(amount)
    sen = EXACT.multiply(EXACT.subtract(amount, Decimal(rupiah)), Decimal(SEN))
    if sen != int(sen):
        return None
    return f"{spell(rupiah)} rupiah {spell(int(sen))} sen" if sen else f"{spell(rupiah)} rupiah"


def written(words: str, number: int | Decimal | None) -> Bilingual:
    """Return the words as typed and the number that they say."""
    if number is None:
        return Bilingual(f'"{words}" (tidak terbaca)', f'"{words}" (not readable)')
    return Bilingual(
        f'"{words}" ({format_number(number, "id")})', f'"{words}" ({format_number(number, "en")})'
    )
