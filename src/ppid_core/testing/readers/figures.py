"""Numbers as documents print them, read back; each must say the same wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from ppid_core.language import Lang
from ppid_core.model import Measure
from ppid_core.summary import ratio

_HUNDRED = Decimal(100)
_PRINTED = re.compile(r"(?P<sign>-?)(?:Rp)?(?P<digits>\d[\d.,]*)(?P<unit>%| persen| percent)?")
_PART_OF = re.compile(r"(\d+) (?:dari|of) (\d+)")
_PLACES = 4


def printed_number(text: str, lang: Lang = "id") -> Decimal | None:
    """Return the number that a cell or a figure begins with, a share as a fraction; None for "–".

    "51.904.000", "Rp51.904.000,00 (…)", "84 (delapan puluh empat)", "43,07%", "8,48 hari kerja",
    "2 dari 3".
    """
    if share := _PART_OF.fullmatch(text.strip()):
        return ratio(int(share[1]), int(share[2]), _PLACES)
    found = _PRINTED.match(text.strip())
    if found is None:
        return None
    thousands, point = (".", ",") if lang == "id" else (",", ".")
    digits = found["digits"].rstrip(".,").replace(thousands, "").replace(point, ".")
    number = Decimal(found["sign"] + digits)
    return number / _HUNDRED if found["unit"] else number


def plain_number(text: str) -> Decimal | None:
    """Return the number of a cell that holds nothing else, as machines write it; None for other text."""
    return Decimal(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None


Figure = int | Decimal
Figures = Mapping[Measure, Figure]
Read = tuple[Measure, Figure]


def gathered(reads: Iterable[Read]) -> dict[Measure, Figure]:
    """Return one figure for each measure.

    Raises:
        AssertionError: where one measure has two figures in one document; names both.
    """
    figures: dict[Measure, Figure] = {}
    for measure, figure in reads:
        known = figures.setdefault(measure, figure)
        assert known == figure, f"{measure} is {known} in one place and {figure} in another"
    return figures
