"""JSON text as plain values: numbers exact, each name once in its object."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from functools import cache
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


def plain_values(text: str) -> _Json:
    """Return what a text holds.

    Raises:
        CellError: it is no JSON, or a name stands twice in an object.
    """
    with suppress(Exception):  # whatever it is, the careful way meets it again and tells it
        values, names = _at_once(text)
        if names == text.count(":") or names == len(_NAME_END.findall(text)):
            return values
    return _carefully(text)


@cache
def line_reader() -> Callable[[str], _Json]:
    """Return what reads one line of JSON: msgspec where it is installed, which takes a third of the time.

    A whole text takes it as long as `json`: its objects are to be made, and their names counted.
    """
    try:
        from msgspec import MsgspecError  # noqa: PLC0415  an extra
        from msgspec.json import Decoder  # noqa: PLC0415  an extra
    except ImportError:
        return json.loads
    decode = Decoder().decode

    def read(line: str) -> _Json:
        try:
            return decode(line)
        except (MsgspecError, ValueError, RecursionError):
            return json.loads(line)  # takes a little more, and tells where it is wrong

    return read


def may_hold_controls(content: bytes, text: str) -> bool:
    """Tell whether a text of JSON may say a control character; of most it is no JSON unless escaped."""
    return (
        _DELETE in content
        or (_WIDE_BEGIN in content and _WIDE.search(text) is not None)
        or (b"\\" in content and _ESCAPED.search(text) is not None)
    )


def _at_once(text: str) -> tuple[_Json, int]:
    """Return what a text holds, and how many names its objects have.

    Of a name that stands twice in an object, one is lost: then they have fewer than are written, as far as
    what is written can be told from what looks like it in a text.
    """
    sizes: list[int] = []

    def counted(plain: dict[str, _Json]) -> dict[str, _Json]:
        sizes.append(len(plain))
        return plain

    values = json.loads(text, parse_float=_exact, parse_constant=_no_constant, object_hook=counted)
    return values, sum(sizes)


def _carefully(text: str) -> _Json:
    try:
        return json.loads(text, parse_float=_exact, parse_constant=_no_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        line, column = error.lineno, error.colno
        raise _no_json(Bilingual(f"baris {line}, kolom {column}", f"row {line}, column {column}")) from None
    except (ValueError, RecursionError) as error:
        if isinstance(error, CellError):
            raise
        raise _no_json(Bilingual("nilainya tidak terbaca", "its values could not be read")) from None


def _exact(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        digits = text[:_MOST_DIGITS]
        raise _no_json(Bilingual(f"angka {digits}", f"the number {digits}")) from None


def _once(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    """Return an object; of a name that stands in it twice, one value would be lost."""
    plain = dict(pairs)
    if len(plain) != len(pairs):
        raise twice(Counter(name for name, _ in pairs).most_common(1)[0][0])
    return plain


def _no_constant(name: str) -> Any:  # noqa: ANN401  as json wants it
    raise ValueError(name)


def _no_json(where: Bilingual) -> CellError:
    return CellError(
        Bilingual(
            f"berkas ini bukan JSON yang lengkap ({where.id}).",
            f"this file is no complete JSON ({where.en}).",
        ),
        Bilingual.both("JSON"),
    )


def twice(name: str) -> CellError:
    """Return the error for a name that stands twice."""
    return CellError(
        Bilingual(f'"{name}" tertulis dua kali. Hapus salah satu.', f'"{name}" stands there twice.'),
        Bilingual("setiap nama sekali", "each name once"),
    )
