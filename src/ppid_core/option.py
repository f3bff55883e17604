"""What can be set of a format or a rule: attrs fields with defaults, read from what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from pathlib import Path
from types import NoneType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

import attrs

from ppid_core.errors import OptionError, UnknownNameError
from ppid_core.failure import Failure, attempt, one_line
from ppid_core.language import Bilingual, Lang
from ppid_core.writing import format_date, read_date

T = TypeVar("T")

Settings = Mapping[str, Mapping[str, str]]
"""Options as they are typed, by the name of the format or the code of the rule."""
FIXED = frozenset({"name", "label"})
"""Fields that say what a format is: they are no options."""
FORMAT = Bilingual("format", "the format")
YES, NO = Bilingual("ya", "yes"), Bilingual("tidak", "no")
ANSWERS = dict.fromkeys(("ya", "yes", "true", "1"), True) | dict.fromkeys(
    ("tidak", "no", "false", "0"), False
)
NUMBER = Bilingual("bilangan, misalnya 2.5", "a number, such as 2.5")
Reader = Callable[[str], object]
TYPES: Mapping[object, tuple[Bilingual, Reader]] = {
    str: (Bilingual("teks", "text"), str),
    bool: (Bilingual("ya atau tidak", "yes or no"), lambda typed: ANSWERS[typed.strip().casefold()]),
    int: (Bilingual("bilangan bulat", "a whole number"), int),
    float: (NUMBER, float),
    Decimal: (NUMBER, Decimal),
    date: (Bilingual("tanggal, misalnya 7 Januari 2021", "a date, such as 2021-01-07"), read_date),
    Path: (Bilingual("nama berkas", "the name of a file"), Path),
    tuple[str, ...]: (
        Bilingual("beberapa teks, dipisah |", "several texts, set apart by |"),
        lambda typed: tuple(typed.split("|")),
    ),
}
"""What can be typed for a field of each type, and what makes a value of it."""


@attrs.frozen(kw_only=True)
class Option:
    """One option of a format or a rule.

    Attributes:
        kind: what can be typed.
        read: makes a value of what is typed.
        default: what holds where nothing is typed, as a value.
    """

    name: str
    kind: Bilingual
    read: Reader
    default: object

    def typed(self, lang: Lang) -> str:
        """Return the default as one would type it, "" for none."""
        if isinstance(self.default, bool):
            return (YES if self.default else NO)(lang)
        if isinstance(self.default, date):
            return format_date(self.default, lang)
        parts = self.default if isinstance(self.default, tuple) else (self.default,)
        return "|".join(str(getattr(part, "value", part)) for part in parts if part is not None)

    @property
    def plain(self) -> str:
        """The default as it can be typed in any language: ``true``, ``2021-01-07``."""
        return str(self.default).lower() if isinstance(self.default, bool | date) else self.typed("id")


def described_options(value: object) -> tuple[Option, ...]:
    """Return the options that a value has, sorted by name; none where its class is none of attrs.

    One annotation that cannot be resolved spoils them all: then the type of each default is taken.
    """
    kind: Any = type(value)
    fields = [one for one in attrs.fields(kind) if one.init] if attrs.has(kind) else []
    named = sorted((one.alias, one.name) for one in fields if one.name not in FIXED)
    hints = attempt(partial(get_type_hints, kind)) if named else {}
    known = {} if isinstance(hints, Failure) else hints
    return tuple(_option(alias, getattr(value, name), known.get(name)) for alias, name in named)


def _option(name: str, default: object, hint: object) -> Option:
    present = [one for one in get_args(hint) if one is not NoneType]
    kind: Any = present[0] if NoneType in get_args(hint) else hint
    if kind is None:
        kind = str if default is None else type(default)
    members: dict[str, object] = {}
    if get_origin(kind) is Literal:
        members = {str(one): one for one in get_args(kind)}
    elif isinstance(kind, type) and issubclass(kind, Enum):
        members = {str(one.value): one for one in kind}
    listed = ", ".join(members) or getattr(kind, "__name__", str(kind))
    said, read = TYPES.get(kind, (Bilingual.both(listed), members.__getitem__ if members else kind))
    return Option(name=name, kind=said, read=read, default=default)


def is_of_rule(name: str) -> bool:
    """Tell whether ``name`` begins with the code of a rule: names of formats are in small letters."""
    return name[:1].isupper()


def grouped(pairs: Iterable[tuple[str, str]]) -> Settings:
    """Return pairs of ``format.option`` and value, by format; the last of one name holds."""
    settings: dict[str, dict[str, str]] = {}
    for name, value in pairs:
        whose, _, option = name.partition(".")
        settings.setdefault(whose, {})[option] = value
    return settings


def options_of(value: object) -> tuple[str, ...]:
    """Return the names of the options that a format has, sorted.

    >>> from ppid_core import load_plugins
    >>> from ppid_core.plugins import options_of
    >>> options_of(load_plugins().exporter("csv"))
    ('alamat', 'bom', 'delimiter', 'lisensi')
    """
    return tuple(option.name for option in described_options(value))


def with_options(value: T, options: Mapping[str, str], *, of: Bilingual = FORMAT, name: str = "") -> T:
    """Return a format with its options set.

    >>> from ppid_core import load_plugins
    >>> from ppid_core.plugins import with_options
    >>> with_options(load_plugins().exporter("csv"), {"delimiter": ";"}).delimiter
    ';'

    Args:
        value: of an attrs class, where it has options at all.
        options: name of each option and its value as typed.
        of: what it is, where it is no format.
        name: what that is called; by default by its own name.

    Raises:
        UnknownNameError: for an option it does not have; lists those it has.
        OptionError: for a value that cannot be read as the field's type, or that the class refuses.
    """
    name = name or str(getattr(value, "name", ""))
    if not options:
        return value
    known, values = {option.name: option for option in described_options(value)}, dict[str, object]()
    for option, text in options.items():
        if option not in known:
            raise UnknownNameError(_OPTION.fill(of=of, name=name), option, known)
        read = attempt(partial(known[option].read, text))
        if isinstance(read, Failure):
            kind = known[option].kind
            raise OptionError(_UNREAD.fill(option=f"{name}.{option}", typed=text, kind=kind))
        values[option] = read
    changed = attempt(lambda: attrs.evolve(cast("Any", value), **values))
    if isinstance(changed, Failure):
        if isinstance(changed.cause, OptionError):
            raise changed.cause
        pairs = ", ".join(f"{name}.{option}={text}" for option, text in options.items())
        raise OptionError(_REFUSED.fill(pairs=one_line(pairs), of=of, cause=changed.told))
    return cast("T", changed)


_OPTION = Bilingual("pilihan {of} {name}", "the option of {of} {name}")
_UNREAD = Bilingual(
    'Pilihan {option}: "{typed}" tidak dapat dipakai. Yang dapat: {kind}.',
    'The option {option}: "{typed}" cannot be used. What can: {kind}.',
)
_REFUSED = Bilingual(
    "Pilihan {pairs} ditolak oleh {of} itu ({cause}).",
    "The option {pairs} was refused by {of} ({cause}).",
)
