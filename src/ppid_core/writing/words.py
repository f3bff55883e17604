"""Numbers in words: 51 and *lima puluh satu*."""

from __future__ import annotations

import re

from ppid_core.writing.whitespace import seen

LIMIT = 10**15
"""Numbers are spelled and read strictly between ``-LIMIT`` and ``LIMIT``: no settled word beyond."""

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
_OLD_SPELLINGS = (("milyar", "miliar"), ("trilyun", "triliun"))
_GLUED = re.compile(r"(belas|puluh|ratus|ribu|juta|miliar|triliun)")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")


def spell(number: int) -> str:
    """Return ``number`` in Indonesian words, in lower case.

    Raises:
        ValueError: the number has more than 15 digits.
    """
    if abs(number) >= LIMIT:
        raise ValueError("only numbers of at most 15 digits have words")
    if number < 0:
        return f"minus {spell(-number)}"
    return " ".join(_parts(number)) or _DIGITS[0]


def read_words(text: str) -> int:
    """Return the number that ``text`` spells, whatever its case.

    Accepts words written together (*duapuluh*), hyphens, brackets around the whole, a trailing *rupiah*, and
    both *seribu* and *satu ribu*.

    Raises:
        ValueError: the words spell no number.
    """
    tokens = _tokens(text)
    if tokens[:1] in (["minus"], ["negatif"]):
        return -_read_unsigned(tokens[1:], text)
    return _read_unsigned(tokens, text)


def _parts(number: int) -> list[str]:
    parts = []
    for value, name in _SCALES:
        group, number = divmod(number, value)
        if group:
            parts.append("seribu" if (group, name) == (1, "ribu") else f"{_spell_group(group)} {name}")
    return [*parts, _spell_group(number)] if number else parts


def _spell_group(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    head = {0: "", 1: "seratus"}.get(hundreds, f"{_DIGITS[hundreds]} ratus")
    return f"{head} {_spell_tens(rest)}".strip()


def _spell_tens(number: int) -> str:
    tens, digit = divmod(number, 10)
    tail = _DIGITS[digit] if digit else ""
    if number in (10, 11):
        return ("sepuluh", "sebelas")[digit]
    if tens == 1:
        return f"{tail} belas"
    return f"{_DIGITS[tens]} puluh {tail}".strip() if tens else tail


def _split(words: str) -> tuple[str, ...]:
    """Set the power words free: *seratus duapuluh* becomes *se ratus dua puluh*."""
    return tuple(_GLUED.sub(r" \1 ", words).split())


_HUNDREDS = {_split(_spell_group(number)): number for number in range(100, 1000, 100)}
_TENS = {(): 0, **{_split(_spell_tens(number)): number for number in range(1, 100)}}


def _tokens(text: str) -> list[str]:
    words = seen(text).strip().casefold()
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1]
    for old, new in _OLD_SPELLINGS:
        words = words.replace(old, new)
    tokens = list(_split(_HYPHEN.sub(" ", words)))
    return tokens[:-1] if tokens[-1:] == ["rupiah"] else tokens


def _read_unsigned(tokens: list[str], text: str) -> int:
    if tokens == [_DIGITS[0]]:
        return 0
    total, rest = 0, tokens
    for value, name in _SCALES:
        if name in rest:
            place = rest.index(name)
            total += value * _read_multiplier(rest[:place], text)
            rest = rest[place + 1 :]
    return total + _read_group(rest, text) if rest or not total else total


def _read_multiplier(tokens: list[str], text: str) -> int:
    return 1 if tokens == ["se"] else _read_group(tokens, text)


def _read_group(tokens: list[str], text: str) -> int:
    one = ("se", *tokens[1:]) if tokens[:2] == ["satu", "ratus"] else tuple(tokens)
    head = one[:2] if one[:2] in _HUNDREDS else ()
    rest = one[len(head) :]
    if not one or rest not in _TENS:
        raise ValueError(f"no number in words: {text!r}")
    return _HUNDREDS.get(head, 0) + _TENS[rest]
