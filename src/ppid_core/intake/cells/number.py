"""Cells of numbers: counts with their words, amounts, years, figures that a text only says roughly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from attrs import evolve

from ppid_core.glossary import spellings
from ppid_core.intake.cells.error import CellError
from ppid_core.intake.cells.time import TimeFrame
from ppid_core.intake.cells.ways import FIGURES, THINGS
from ppid_core.language import Bilingual
from ppid_core.model import Bound
from ppid_core.writing import (
    format_number,
    read_count,
    read_number,
    read_rupiah,
    read_words,
    spell,
    tidy,
)
from ppid_core.writing.numbers import EXACT

_THING = re.compile(rf" ?(?P<thing>{THINGS})\.?$", re.IGNORECASE)
_ZEROS = re.compile(r"[.,](?P<zeros>0+)(?= ?\(|$)")
_FEW_FIGURES = re.compile(r"(?:rp\.?|idr)? ?[0-9]{1,3}[.,][0-9]{1,2}(?: rupiah)?", re.IGNORECASE | re.ASCII)
"""An amount that may be a slip of another one: *10.00* of *10.000*."""
_PLACES = 3
_EXAMPLE = 13
_LARGEST_EXAMPLE = 10**6
_YEAR = re.compile(r"(?:tahun )?(1[89]|2[0-9])([0-9]{2})", re.IGNORECASE)
_DAYS = re.compile(r" ?(?:hari kerja|hari|hk)\.?$", re.IGNORECASE)
_FREE = frozenset({"gratis", "cuma-cuma", "tidak dipungut biaya", "tanpa biaya", "nihil"})
_SCALES = {
    **dict.fromkeys(("ribu", "rb"), 10**3),
    **dict.fromkeys(("juta", "jt"), 10**6),
    **dict.fromkeys(("miliar", "milyar", "m"), 10**9),
}
_TWO_SCALES = frozenset({"m"})
"""*Miliar* to most, a million to some."""
_IN_WORDS = re.compile(
    r"(?:rp\.?|idr)? ?(?P<figures>(?:0|[1-9][0-9]{0,5})(?:[.,][0-9]{1,2})?)"
    r" ?(?P<scale>ribu|rb|juta|jt|miliar|milyar|m)\.?(?: rupiah)?",
    re.IGNORECASE | re.ASCII,
)
_PERCENT = re.compile(r" ?(?:%|persen)$", re.IGNORECASE)


def count(text: str) -> tuple[int, str | None]:
    """Return the count and the words beside it: ``13 (Tiga Belas)``; what is counted may stand behind it.

    Raises:
        CellError: it is no whole number, or it is negative.
    """
    figures = _THING.sub("", tidy(text))
    zeros = _ZEROS.search(figures)
    try:
        number, words = read_count(figures)
    except ValueError:
        raise _no_number(text) from None
    if zeros and len(zeros["zeros"]) > _PLACES:
        raise _no_number(text)  # 1.0000 is a slip, of which nobody knows which
    if number < 0:
        raise _negative()
    return number, words


def remark_on_count(text: str, _: TimeFrame) -> Bilingual | None:
    """Return that what is counted stands behind its number and is not read, or decimals of it."""
    typed = tidy(text)
    if thing := _THING.search(typed):
        named = thing["thing"].casefold()
        return Bilingual(
            f'dibaca angkanya saja; satuannya, "{named}", tidak dibaca',
            f'is read for its number alone, not for its unit, "{named}"',
        )
    zeros = _ZEROS.search(typed)
    if zeros is None or len(zeros["zeros"]) == _PLACES:
        return None
    return Bilingual(
        "dibaca sebagai bilangan bulat; angka nol di belakang tandanya dibaca sebagai pecahan",
        "is read as a whole number, and the zeros behind its sign as decimals",
    )


def whole(text: str) -> int:
    """Return the count alone; words in brackets beside it have to say the same.

    Raises:
        CellError: as for `count`, or they say another number.
    """
    number, words = count(text)
    if words is not None:
        _refuse_other_words(number, words)
    return number


def _refuse_other_words(number: int | Decimal, words: str) -> None:
    """Refuse words in brackets that are another number than the figures before them, or none.

    Raises:
        CellError: they are.
    """
    try:
        said = read_words(words)
    except ValueError:
        raise _other_words("tidak terbaca sebagai angka", "are no number") from None
    if said != number:
        raise _other_words(f"berarti {format_number(said)}", f"say {format_number(said, 'en')}")


def _other_words(said: str, english: str) -> CellError:
    return CellError(
        Bilingual(
            f'"{{value}}": kata di dalam kurung {said}. Samakan dengan angkanya, atau hapus.',
            f'"{{value}}": the words in brackets {english}. Make them agree, or delete them.',
        ),
        Bilingual("angka, dengan kata yang sama di dalam kurung", "a number, with the same one in words"),
    )


def counted(text: str) -> Decimal:
    """Return the count in a total row."""
    return Decimal(count(text)[0])


def working_days(text: str) -> int:
    """Return the number in ``8`` or ``8 hari kerja``."""
    return whole(_DAYS.sub("", tidy(text)))


def rupiah(text: str) -> Decimal:
    """Return an amount in rupiah: ``Rp. 51.904.000,-``, ``Rp 75 juta``, ``Rp1.000 (seribu rupiah)``.

    Raises:
        CellError: it is none, it is negative, or words in brackets say another number.
    """
    figures, bracket, words = tidy(text).partition("(")
    if bracket and not words.endswith(")"):
        raise _no_amount(text)
    amount = _scaled(figures.strip())
    if amount is None:
        try:
            amount = read_rupiah(figures)
        except ValueError:
            raise _no_amount(text) from None
    if amount < 0:
        raise _negative()
    if bracket:
        _refuse_other_words(amount, words[:-1])
    return amount


def _scaled(figures: str) -> Decimal | None:
    """Return the amount in *Rp 75 juta*; None where its scale is no word, or may be two (*75 M*)."""
    match = _IN_WORDS.fullmatch(figures)
    if match is None or match["scale"].casefold() in _TWO_SCALES:
        return None
    return _amount_of(match)


def _amount_of(match: re.Match[str]) -> Decimal:
    return EXACT.multiply(Decimal(read_number(match["figures"])), Decimal(_SCALES[match["scale"].casefold()]))


def remark_on_amount(text: str, _: TimeFrame) -> Bilingual | None:
    """Return that a word was read as part of an amount: *juta* stands for 1.000.000."""
    figures = tidy(text).partition("(")[0].strip()
    if _FEW_FIGURES.fullmatch(figures):
        return Bilingual(
            "dibaca sebagai rupiah dan sen; periksa bila maksudnya ribuan",
            "is read as rupiah and sen; look at it if thousands are meant",
        )
    match = _IN_WORDS.fullmatch(figures)
    if match is None:
        return None
    scale = match["scale"].casefold()
    return Bilingual(
        f'dibaca tepat, dengan "{scale}" sebagai {format_number(_SCALES[scale])}',
        f'is read exactly, with "{scale}" as {format_number(_SCALES[scale], "en")}',
    )


def cost(text: str) -> Decimal:
    """Return a cost in rupiah; *gratis* is 0."""
    return Decimal(0) if tidy(text).casefold() in _FREE else rupiah(text)


def figure(text: str) -> Decimal:
    """Return a number that may have decimals, a sign of percent or rupiah, or words in brackets.

    Raises:
        CellError: it is none, or it is negative.
    """
    plain = _PERCENT.sub("", tidy(text))
    if plain.casefold().startswith("rp") and _scaled(plain) is None:
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
    """Return a year of four figures, 1800 to 2999: ``2025``, ``2025 (dua ribu dua puluh lima)``.

    Raises:
        CellError: it is none, or words in brackets say another number.
    """
    figures, bracket, words = tidy(text).partition("(")
    match = None if bracket and not words.endswith(")") else _YEAR.fullmatch(figures.strip())
    if match is None:
        raise CellError(
            Bilingual(
                '"{value}" bukan tahun. Tulis empat angka, misalnya 2024.',
                '"{value}" is no year. Write 2024.',
            ),
            Bilingual("tahun, empat angka", "a year, four figures"),
        )
    found = int(match[1] + match[2])
    if bracket:
        _refuse_other_words(found, words[:-1])
    return found


def _no_amount(text: str) -> CellError:
    """Return why a text is no amount: *75 M* may be a milliard or a million."""
    expected = Bilingual("jumlah rupiah", "an amount in rupiah")
    match = _IN_WORDS.fullmatch(tidy(text))
    if match is None:
        return CellError(
            Bilingual(
                '"{value}" tidak terbaca sebagai rupiah. Tulis 51.904.000 atau Rp51.904.000.',
                '"{value}" is no amount in rupiah. Write 51.904.000 or Rp51.904.000.',
            ),
            expected,
        )
    scale, meant = match["scale"].casefold(), format_number(_amount_of(match), places=0)
    return CellError(
        Bilingual(
            f'"{{value}}": kata "{scale}" tidak dibaca sebagai angka. Tulis seluruh angkanya, '
            f"misalnya {meant}.",
            f'"{{value}}": the word "{scale}" is not read as figures. Write all of them, '
            f"for example {meant}.",
        ),
        expected,
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


_SIGNS: Mapping[str, Bound] = {
    ">=": Bound.AT_LEAST,
    "≥": Bound.AT_LEAST,
    "<=": Bound.AT_MOST,
    "≤": Bound.AT_MOST,
    ">": Bound.MORE,
    "<": Bound.LESS,
    "±": Bound.ABOUT,
    "~": Bound.ABOUT,
    "+/-": Bound.ABOUT,
}
_UNITS: Mapping[str, int] = {scale: value for scale, value in _SCALES.items() if scale not in _TWO_SCALES}
_UNIT = re.compile(rf"(?P<number>.+?) ?(?P<unit>{'|'.join(_UNITS)})", re.IGNORECASE | re.ASCII)
_IN_BRACKETS = re.compile(r"\d ?\((?P<words>[^()]*)\)")
_OVER = re.compile(r"(?P<number>.+?) (?:lebih|lebih sedikit)", re.IGNORECASE)


def rough(text: str) -> tuple[Decimal, Bound | None]:
    """Return a figure and how roughly it is said; *73 ribu* is said roughly, too.

    Raises:
        CellError: as for `figure`.
    """
    plain, bound = _parted(text)
    unit = _UNIT.fullmatch(plain)
    if unit is None:
        return figure(plain), bound
    whole = EXACT.multiply(figure(unit["number"]), Decimal(_UNITS[unit["unit"].casefold()]))
    return whole, bound or Bound.ABOUT


def words_beside(text: str) -> str | None:
    """Return the words in brackets beside a figure, ``13 (Tiga Belas)``; None where there are none."""
    found = _IN_BRACKETS.search(tidy(text))
    return found["words"].strip() or None if found else None


def _parted(text: str) -> tuple[str, Bound | None]:
    """Return what is said of a number apart from it."""
    typed = tidy(text)
    for sign, bound in _SIGNS.items():
        if typed.startswith(sign):
            return typed.removeprefix(sign).strip(), bound
    for phrase, bound in _phrases():
        if match := re.match(rf"{phrase}(?= |\d|rp)", typed, re.IGNORECASE):
            return typed[match.end() :].strip(), bound
    over = _OVER.fullmatch(typed)
    return (over["number"], Bound.OVER) if over else (typed, None)


def _phrases() -> list[tuple[str, Bound]]:
    """Return the words of the glossary, the longest first: *tidak kurang dari* before *kurang dari*."""
    words = ((word, bound) for word, bound in spellings(Bound).items() if isinstance(bound, Bound))
    phrases = ((word.replace(" ", "[ -]"), bound) for word, bound in words if bound is not Bound.OVER)
    return sorted(phrases, key=lambda pair: -len(pair[0]))


ROUGH = evolve(
    FIGURES,
    only=lambda text: FIGURES.only(_parted(text)[0]),
    taken=lambda text: FIGURES.taken(_parted(text)[0]),
    told=lambda text: FIGURES.told(_parted(text)[0]),
)
"""How such figures are read where they can be read in two ways."""
