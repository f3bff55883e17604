"""Lengths of time as they are typed: *5 tahun*, *6 (enam) bulan*, *paling lama tiga puluh tahun*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from ppid_core.writing.numbers import read_count
from ppid_core.writing.words import read_words

LengthUnit = Literal["year", "month", "day"]
"""In what a length is typed."""
_UNITS: Mapping[str, LengthUnit] = {
    **dict.fromkeys(("tahun", "thn", "th", "years", "year"), "year"),
    **dict.fromkeys(("bulan", "bln", "months", "month"), "month"),
    **dict.fromkeys(("hari", "days", "day"), "day"),
}
_LENGTH = re.compile(
    r"(?:(?:untuk |selama |dalam )?(?:jangka waktu |masa )?(?:paling lama |maksimal |maks\.? )?)"
    rf"(?P<number>\d[\d.,]*(?: ?\([^)]*\))?|[a-z][a-z -]*?) ?(?P<unit>{'|'.join(_UNITS)})\.?"
    r"(?:,? (?:sejak|terhitung|setelah|dari)\b.*)?"
)


def read_length(text: str) -> tuple[int, LengthUnit] | None:
    """Return the number and unit of a length of time; None of a text that says more, or something else.

    From which day it runs may stand behind it, and is not read.
    """
    found = _LENGTH.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        return None
    try:
        return _number(found["number"]), _UNITS[found["unit"]]
    except ValueError:
        return None


def _number(text: str) -> int:
    return read_count(text)[0] if text[0].isdecimal() else read_words(text)
