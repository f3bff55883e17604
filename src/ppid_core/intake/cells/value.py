"""A value of a program or a database as a cell: the text that a clerk would have typed."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum, StrEnum
from numbers import Integral, Real
from typing import Any
from uuid import UUID

from ppid_core.glossary import label
from ppid_core.intake.cells.error import CellError
from ppid_core.language import Bilingual
from ppid_core.model.amount import is_sane

_BETWEEN = "|"
"""Between the words of a list, as in a cell of several."""
_THOUSANDTHS = 3


class ListError(CellError):
    """Raised for a list of words: a cell holds one only under a column that takes several.

    Attributes:
        text: the words as such a cell holds them.
    """

    def __init__(self, text: str) -> None:
        """Keep the words."""
        super().__init__(
            Bilingual(
                "sel ini memuat satu isi, bukan sebuah daftar.", "this cell holds one value and no list."
            ),
            Bilingual("satu isi", "one value"),
        )
        self.text = text


def cell_text(value: object) -> str:
    """Return ``value`` as a cell; what a frame holds where there is nothing (NaN, NaT, NA) is blank.

    Raises:
        ListError: it is a list of words.
        CellError: a cell cannot hold a value of that type, or so large a number.
    """
    plain = _plain(value)
    if _is_blank(plain):
        return ""
    match plain:
        case str() as text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        case bool() | int() as number:
            return _number_text(number)
        case float() | Decimal() as number if is_sane(Decimal(number)):
            return _number_text(number)
        case date() | time() as moment:
            return _moment_text(moment)
        case UUID() as identifier:
            return str(identifier)
        case list() | tuple() as values:
            return _list_text(values)
    raise CellError(
        Bilingual(
            f"nilai jenis {type(value).__name__} tidak dapat menjadi isi sel.",
            f"a value of type {type(value).__name__} cannot stand in a cell.",
        ),
        Bilingual(
            "teks, angka, tanggal, jam, bool, atau None", "text, a number, a date, a time, a bool or None"
        ),
    )


def is_blank(value: object) -> bool:
    """Tell whether a value stands for nothing: None, or what differs from itself (NaN, NaT, pandas' NA)."""
    return _is_blank(_plain(value))


def _is_blank(value: object) -> bool:
    if value is None:
        return True
    if isinstance(value, Decimal):
        return value.is_nan()
    if isinstance(value, str | bool | int | date | time | list | tuple):
        return type(value).__name__ == "NaTType"
    try:
        return bool(value != value)  # noqa: PLR0124  only what is no number differs from itself
    except (TypeError, ValueError):
        return type(value).__name__ == "NAType"  # it refuses to be true or false


def _plain(value: object) -> object:
    """Return a member of an enum, and a number, moment or array of another library, as Python's own."""
    if isinstance(value, Enum):
        return _of_member(value)
    if isinstance(value, str | bool | int | float | Decimal):
        return value
    if getattr(type(value), "__module__", "") == "numpy":
        return _of_numpy(value)
    match value:
        case Integral():
            return int(value)
        case Real():
            return Decimal(str(float(value)))
        case _:
            return value


def _of_member(member: Enum) -> object:
    """Return what a member says: ours its label, another its text or number, else its name."""
    if isinstance(member, StrEnum) and type(member).__module__.startswith("ppid_core.model"):
        return label(member)
    said = member.value
    return said if isinstance(said, str) or isinstance(member, int) else member.name


def _of_numpy(value: Any) -> object:  # noqa: ANN401  numpy is not imported here
    """Return a scalar or an array of numpy as Python holds it; what is more exact than Python stays exact."""
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if getattr(value, "shape", None) != ():
        return value.tolist() if hasattr(value, "tolist") else value
    match kind:
        case "b" | "i" | "u" | "U":
            return value.item()
        case "f":
            return Decimal(str(value))
        case "M":
            return value.astype("datetime64[us]").item()
        case _:
            return value


def _list_text(values: list[object] | tuple[object, ...]) -> str:
    """Return "" for a list in which nothing stands.

    Raises:
        ListError: something does.
        CellError: one of the values can be in no cell, or in none beside another.
    """
    texts = []
    for value in values:
        if isinstance(value, list | tuple) or _BETWEEN in (text := cell_text(value)):
            raise CellError(
                Bilingual("daftar ini memuat daftar lain.", "this list holds another list."),
                Bilingual("daftar kata", "a list of words"),
            )
        texts.append(text)
    filled = [text for text in texts if text]
    if filled:
        raise ListError(_BETWEEN.join(filled))
    return ""


def _number_text(number: float | Decimal) -> str:
    if isinstance(number, bool):
        return "ya" if number else "tidak"
    whole, _, decimals = f"{Decimal(str(number)):f}".partition(".")
    decimals = decimals.rstrip("0")
    if not decimals:
        return whole
    # Exactly three figures after the sign would be read as thousands.
    return f"{whole},{decimals}{'0' if len(decimals) == _THOUSANDTHS else ''}"


def _moment_text(moment: date | time) -> str:
    if isinstance(moment, datetime):
        if moment.tzinfo is None and moment.time() == time():
            return f"{moment.date()}"
        return moment.isoformat(sep=" ", timespec="seconds")
    return f"{moment:%H:%M:%S}" if isinstance(moment, time) else moment.isoformat()
