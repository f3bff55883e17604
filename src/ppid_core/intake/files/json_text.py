"""JSON text as plain values: numbers exact, each name once in its object."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import chain, compress
from typing import Any

from ppid_core.intake.cells import CellError
from ppid_core.language import Bilingual

_Json = Any  # whatever json.loads returns
_MOST_DIGITS = 40
"""As many characters of a number that cannot be read are told."""
_DELETE, _WIDE_BEGIN = b"\x7f", b"\xc2"
_ESCAPED = re.compile(r"\\(?:[bfr]|u00(?:[0189][0-9a-f]|7f))", re.IGNORECASE)
_WIDE = re.compile("[\x80-\x9f]")
_NAME_END = re.compile(r'"[ \t\n]*:')
_HOLDERS = frozenset({dict, list})


def plain_values(text: str) -> _Json:
    """Return what a text holds; msgspec reads it, where it is installed, and nobody sees a difference.

    Raises:
        CellError: it is no JSON, or a name stands twice in an object.
    """
    for read in (_by_msgspec, _by_json):
        with suppress(Exception):  # whatever it is, the careful way meets it again and tells it
            values, names = read(text)
            if names == text.count(":") or names == len(_NAME_END.findall(text)):
                return values
    return _carefully(text)


def may_hold_controls(content: bytes, text: str) -> bool:
    """Tell whether a text of JSON may say a control character; of most it is no JSON unless escaped."""
    return (
        _DELETE in content
        or (_WIDE_BEGIN in content and _WIDE.search(text) is not None)
        or (b"\\" in content and _ESCAPED.search(text) is not None)
    )


def _by_json(text: str) -> tuple[_Json, int]:
    """Return the values, and how many names their objects have.

    Of a name that stands twice in an object, one is lost: then they have fewer than are written, as far as
    what is written can be told from what looks like it in a text.
    """
    sizes: list[int] = []

    def counted(plain: dict[str, _Json]) -> dict[str, _Json]:
        sizes.append(len(plain))
        return plain

    values = json.loads(text, parse_float=_exact, parse_constant=_no_constant, object_hook=counted)
    return values, sum(sizes)


def _by_msgspec(text: str) -> tuple[_Json, int]:
    """Return the same by msgspec.

    Raises:
        ImportError: it is not installed.
    """
    values = _msgspec_decoder()(text)
    return values, _names(values)


@cache
def _msgspec_decoder() -> Callable[[str], _Json]:
    from msgspec.json import Decoder  # noqa: PLC0415  an extra

    decode: Callable[[str], _Json] = Decoder(float_hook=_exact).decode
    return decode


def _names(values: _Json) -> int:
    """Return how many names all objects have."""
    number, level = 0, [values]
    while level:
        objects = [one for one in level if type(one) is dict]
        lists = [one for one in level if type(one) is list]
        number += sum(map(len, objects))
        inner = [*chain.from_iterable(map(dict.values, objects)), *chain.from_iterable(lists)]
        level = list(compress(inner, map(_HOLDERS.__contains__, map(type, inner))))
    return number


def _carefully(text: str) -> _Json:
    try:
        return json.loads(text, parse_float=_exact, parse_constant=_no_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise _no_json(f"baris {error.lineno}, kolom {error.colno}") from None
    except (ValueError, RecursionError) as error:
        if isinstance(error, CellError):
            raise
        raise _no_json("nilainya tidak terbaca") from None


def _exact(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise _no_json(f"angka {text[:_MOST_DIGITS]}") from None


def _once(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    """Return an object; of a name that stands in it twice, one value would be lost."""
    plain = dict(pairs)
    if len(plain) != len(pairs):
        raise twice(Counter(name for name, _ in pairs).most_common(1)[0][0])
    return plain


def _no_constant(name: str) -> Any:  # noqa: ANN401  as json wants it
    raise ValueError(name)


def _no_json(where: str) -> CellError:
    return CellError(
        Bilingual(
            f"berkas ini bukan JSON yang lengkap ({where}).", f"this file is no complete JSON ({where})."
        ),
        Bilingual.both("JSON"),
    )


def twice(name: str) -> CellError:
    """Return the error for a name that stands twice."""
    return CellError(
        Bilingual(f'"{name}" tertulis dua kali. Hapus salah satu.', f'"{name}" stands there twice.'),
        Bilingual("setiap nama sekali", "each name once"),
    )
