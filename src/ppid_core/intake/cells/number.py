"""Cells of numbers: counts with their words, amounts, claimed figures, years."""

from __future__ import annotations

import re
from decimal import Decimal

from ppid_core.intake.cells.error import CellError
from ppid_core.language import Bilingual
from ppid_core.writing import (
    format_number,
    read_count,
    read_number,
    read_rupiah,
    read_words,
    spell,
    tidy,
)

_EXAMPLE = 13
_LARGEST_EXAMPLE = 10**6
_YEAR = re.compile(r"(?:tahun )?(1[89]|2[0-9])([0-9]{2})", re.IGNORECASE | re.ASCII)
_DAYS = re.compile(r" ?(?:hari kerja|hari|hk)\.?$", re.IGNORECASE)
_FREE = frozenset({"gratis", "cuma-cuma", "tidak dipungut biaya", "tanpa biaya", "nihil"})
_SCALES = {
    **dict.fromkeys(("ribu", "rb"), 10**3),
    **dict.fromkeys(("juta", "jt"), 10**6),
    **dict.fromkeys(("miliar", "milyar", "m"), 10**9),
}
_IN_WORDS = re.compile(
    r"(?:rp\.?|idr)? ?(?P<figures>(?:0|[1-9][0-9]{0,5})(?:[.,][0-9]{1,2})?)"
    r" ?(?P<scale>ribu|rb|juta|jt|miliar|milyar|m)\.?(?: rupiah)?",
    re.IGNORECASE | re.ASCII,
)
_PERCENT = re.compile(r" ?(?:%|persen)$", re.IGNORECASE)


def count(text: str) -> tuple[int, str | None]:
    """Return the count and the words beside it: ``13 (Tiga Belas)``.

    Raises:
        CellError: it is no whole number, or it is negative.
    """
    try:
        number, words = read_count(text)
    except ValueError:
        raise _no_number(text) from None
    if number < 0:
        raise _negative()
    return number, words


def whole(text: str) -> int:
    """Return the count alone.

    Raises:
        CellError: as for `count`.
    """
    return count(text)[0]


def counted(text: str) -> Decimal:
    """Return the count in a total row."""
    return Decimal(whole(text))


def working_days(text: str) -> int:
    """Return the number in ``8`` or ``8 hari kerja``."""
    return whole(_DAYS.sub("", tidy(text)))


def rupiah(text: str) -> Decimal:
    """Return an amount in rupiah.

    Raises:
        CellError: it is none, or it is negative.
    """
    try:
        amount = read_rupiah(text)
    except ValueError:
        raise CellError(_no_amount(text), Bilingual("jumlah rupiah", "an amount in rupiah")) from None
    if amount < 0:
        raise _negative()
    return amount


def cost(text: str) -> Decimal:
    """Return a cost in rupiah; *gratis* is 0."""
    return Decimal(0) if tidy(text).casefold() in _FREE else rupiah(text)


def figure(text: str) -> Decimal:
    """Return a number that may have decimals, a sign of percent or rupiah, or words in brackets.

    Raises:
        CellError: it is none, or it is negative.
    """
    plain = _PERCENT.sub("", tidy(text))
    if plain.casefold().startswith("rp"):
        return rupiah(plain)
    try:
        number = read_count(plain)[0] if "(" in plain else read_number(plain)
    except ValueError:
        raise _no_number(text) from None
    if number < 0:
        raise _negative()
    return Decimal(number)


def is_percent(text: str) -> bool:
    """Tell whether the number is written with its sign of percent."""
    return _PERCENT.search(tidy(text)) is not None


def year(text: str) -> int:
    """Return a year of four figures, 1800 to 2999.

    Raises:
        CellError: it is none.
    """
    match = _YEAR.fullmatch(tidy(text))
    if match is None:
        raise CellError(
            Bilingual(
                '"{value}" bukan tahun. Tulis empat angka, misalnya 2024.',
                '"{value}" is no year. Write 2024.',
            ),
            Bilingual("tahun, empat angka", "a year, four figures"),
        )
    return int(match[1] + match[2])


def _no_amount(text: str) -> Bilingual:
    """Return why a text is no amount: *Rp 75 juta* leaves open how exact it is."""
    match = _IN_WORDS.fullmatch(tidy(text))
    if match is None:
        return Bilingual(
            '"{value}" tidak terbaca sebagai rupiah. Tulis 51.904.000 atau Rp51.904.000.',
            '"{value}" is no amount in rupiah. Write 51.904.000 or Rp51.904.000.',
        )
    scale = match["scale"].casefold()
    meant = read_number(match["figures"]) * _SCALES[scale]
    return Bilingual(
        f'"{{value}}": kata "{scale}" tidak dibaca sebagai angka. Tulis seluruh angkanya, '
        f"misalnya {format_number(meant, places=0)}.",
        f'"{{value}}": the word "{scale}" is not read as figures. Write all of them, '
        f"for example {format_number(meant, places=0)}.",
    )


def _negative() -> CellError:
    return CellError(
        Bilingual(
            '"{value}": jumlah tidak boleh negatif. Tulis 0 atau lebih.',
            '"{value}": a count cannot be negative. Write 0 or more.',
        ),
        Bilingual("0 atau lebih", "0 or more"),
    )


def _no_number(text: str) -> CellError:
    try:
        meant = read_words(text)
    except ValueError:
        meant = _EXAMPLE
    example = meant if 0 <= meant < _LARGEST_EXAMPLE else _EXAMPLE
    form = f"{format_number(example)} atau {format_number(example)} ({spell(example)})"
    return CellError(
        Bilingual(
            f'"{{value}}" tidak terbaca sebagai angka. Tulis {form}.',
            f'"{{value}}" is not read as a number. Write {form.replace(" atau ", " or ")}.',
        ),
        Bilingual("angka", "a number"),
    )
