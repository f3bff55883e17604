"""Options of exporters: attrs fields with defaults, set from the strings of a command or a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

import attrs

from ppid_core.errors import OptionError, UnknownNameError
from ppid_core.language import Bilingual, Lang
from ppid_core.output.artifact import one_line
from ppid_core.plugins.attempt import Failure, attempt
from ppid_core.plugins.exporter import Exporter
from ppid_core.writing import format_date, read_date

FIXED = frozenset({"name", "label"})
YES, NO = Bilingual("ya", "yes"), Bilingual("tidak", "no")
ANSWERS = {"ya": True, "yes": True, "true": True, "1": True} | {
    "tidak": False,
    "no": False,
    "false": False,
    "0": False,
}


@attrs.frozen(kw_only=True)
class Option:
    """One option of an exporter.

    Attributes:
        kind: what can be typed.
        default: what holds where nothing is typed, as a value.
    """

    name: str
    kind: Bilingual
    default: object

    def typed(self, lang: Lang) -> str:
        """Return the default as one would type it, "" for none."""
        return _typed(self.default, lang)


def options_of(exporter: Exporter) -> tuple[str, ...]:
    """Return the names of the options that ``exporter`` has, sorted."""
    return tuple(sorted(_fields(exporter)))


def path_options(exporter: Exporter) -> frozenset[str]:
    """Return the names of the options that name a file."""
    return frozenset(name for name, kind in _fields(exporter).items() if Path in (kind, *get_args(kind)))


def described_options(exporter: Exporter) -> tuple[Option, ...]:
    """Return the options that ``exporter`` has, sorted by name."""
    known = _fields(exporter)
    attributes = (
        {entry.alias: entry.name for entry in attrs.fields(cast("Any", type(exporter)))} if known else {}
    )
    return tuple(
        Option(name=name, kind=_expected(known[name]), default=getattr(exporter, attributes[name]))
        for name in sorted(known)
    )


def with_options(exporter: Exporter, options: Mapping[str, str]) -> Exporter:
    """Return ``exporter`` with its options set.

    Args:
        exporter: an attrs class, where it has options at all.
        options: name of each option and its value as typed.

    Raises:
        UnknownNameError: for an option it does not have; lists those it has.
        OptionError: for a value that cannot be read as the field's type, or that the exporter refuses.
    """
    if not options:
        return exporter
    known, format_name = _fields(exporter), exporter.name
    for name in options:
        if name not in known:
            raise UnknownNameError(
                Bilingual(f"pilihan format {format_name}", f"the option of the format {format_name}"),
                name,
                known,
            )
    values = {name: _read(f"{format_name}.{name}", typed, known[name]) for name, typed in options.items()}
    changed = attempt(lambda: attrs.evolve(cast("Any", exporter), **values))
    if isinstance(changed, Failure):
        typed = ", ".join(f"{format_name}.{name}={value}" for name, value in options.items())
        pairs = one_line(typed)
        raise OptionError(
            Bilingual(
                f"Pilihan {pairs} ditolak oleh format itu ({changed.told.id}).",
                f"The option {pairs} was refused by that format ({changed.told.en}).",
            )
        )
    return cast("Exporter", changed)


def _fields(exporter: Exporter) -> dict[str, object]:
    """Return the type of each option by its name; text where its annotation cannot be resolved."""
    kind: type[Any] = type(exporter)
    if not attrs.has(kind):
        return {}
    hints = attempt(lambda: get_type_hints(kind))
    settable = [entry for entry in attrs.fields(kind) if entry.init and entry.name not in FIXED]
    if isinstance(hints, Failure):
        return {entry.alias: _hint(kind, entry.type) for entry in settable}
    return {entry.alias: hints.get(entry.name, str) for entry in settable}


def _hint(kind: type[Any], annotation: object) -> object:
    """Return the type of one field, text where nobody can resolve it: one bad annotation spoils them all."""
    alone = type("_", (), {"__annotations__": {"field": annotation}, "__module__": kind.__module__})
    found = attempt(lambda: get_type_hints(alone)["field"])
    return str if isinstance(found, Failure) else found


def _read(option: str, typed: str, kind: object) -> object:
    converter = _converter()
    value = attempt(lambda: converter.structure(typed, kind))
    if isinstance(value, Failure):
        expected = _expected(kind)
        raise OptionError(
            Bilingual(
                f'Pilihan {option}: "{typed}" tidak dapat dipakai. Yang dapat: {expected.id}.',
                f'The option {option}: "{typed}" cannot be used. What can: {expected.en}.',
            )
        )
    return value


def _expected(kind: object) -> Bilingual:
    """Return what can be typed for a field; of one that may be absent, what it is where it is there."""
    kinds = (
        [part for part in get_args(kind) if part is not NoneType] if NoneType in get_args(kind) else [kind]
    )
    if len(kinds) == 1:
        kind = kinds[0]
    members: tuple[object, ...] = get_args(kind) if get_origin(kind) is Literal else ()
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = tuple(member.value for member in kind)
    if members:
        listed = ", ".join(map(str, members))
        return Bilingual(listed, listed)
    named = kind.__name__ if isinstance(kind, type) else str(kind)
    return next((said for known, said in _SAID if kind == known), Bilingual(named, named))


def _typed(value: object, lang: Lang) -> str:
    match value:
        case None:
            return ""
        case bool():
            return (YES if value else NO)(lang)
        case Enum():
            return str(value.value)
        case date():
            return format_date(value, lang)
        case tuple():
            return "|".join(_typed(part, lang) for part in value)
        case _:
            return str(value)


_SAID = (
    (str, Bilingual("teks", "text")),
    (bool, Bilingual("ya atau tidak", "yes or no")),
    (int, Bilingual("bilangan bulat", "a whole number")),
    (float, Bilingual("bilangan, misalnya 2.5", "a number, such as 2.5")),
    (Decimal, Bilingual("bilangan, misalnya 2.5", "a number, such as 2.5")),
    (date, Bilingual("tanggal, misalnya 7 Januari 2021", "a date, such as 2021-01-07")),
    (Path, Bilingual("nama berkas", "the name of a file")),
    (tuple[str, ...], Bilingual("beberapa teks, dipisah |", "several texts, set apart by |")),
)


@cache
def _converter() -> Any:  # noqa: ANN401  cattrs is imported at first use, so its type has no name here
    from cattrs import Converter  # noqa: PLC0415  most commands set no option

    converter = Converter()
    converter.register_structure_hook(bool, lambda typed, _: ANSWERS[typed.strip().casefold()])
    converter.register_structure_hook(Decimal, lambda typed, _: Decimal(typed))
    converter.register_structure_hook(Path, lambda typed, _: Path(typed))
    converter.register_structure_hook(date, lambda typed, _: read_date(typed))
    converter.register_structure_hook_func(
        lambda kind: kind == tuple[str, ...], lambda typed, _: tuple(typed.split("|"))
    )
    return converter
