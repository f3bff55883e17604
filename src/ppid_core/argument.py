"""What callers hand in: a likely slip is told where it is made, with what was given and what to give."""

from __future__ import annotations

from datetime import date, datetime

from ppid_core.errors import ArgumentError
from ppid_core.language import Bilingual


def refuse_other(name: str, value: object, kind: type, give: str = "") -> None:
    """Refuse an argument that is of another class than the one that is needed.

    Args:
        name: of the argument.
        value: what was given.
        kind: the class that is needed.
        give: Python that gives one, where the name of the class does not say enough.

    Raises:
        ArgumentError: it is of another.
    """
    if not isinstance(value, kind):
        raise ArgumentError(name, value, Bilingual.both(give or kind.__name__))


def refuse_moment(name: str, value: object) -> None:
    """Refuse what is no day: a text, or a moment, which is before or after the day that it lies in.

    Raises:
        ArgumentError: it is none.
    """
    if isinstance(value, datetime):
        raise ArgumentError(name, value, _DAY_OF_MOMENT)
    if not isinstance(value, date):
        raise ArgumentError(name, value, _DAY)


def refuse_bare(name: str, value: object, kind: type) -> None:
    """Refuse one value where a list of such values is needed.

    Raises:
        ArgumentError: it is one.
    """
    if isinstance(value, kind):
        raise ArgumentError(name, value, _LIST.fill(example=f"[{kind.__name__}, …]"))


def refuse_text(name: str, values: object) -> None:
    """Refuse one text where a list of them is needed: its letters would be taken for the list.

    Raises:
        ArgumentError: it is a text.
    """
    if isinstance(values, str):
        raise ArgumentError(name, values, _LIST.fill(example=f'["{values}"]'))


_DAY = Bilingual("tanggal, seperti date(2021, 1, 7)", "a day, such as date(2021, 1, 7)")
_DAY_OF_MOMENT = Bilingual("tanggalnya saja: .date()", "its day alone: .date()")
_LIST = Bilingual("daftar: {example}", "a list: {example}")
