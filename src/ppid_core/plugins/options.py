"""Options of exporters: attrs fields with defaults, set from the strings of a command or a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

import attrs

from ppid_core.errors import OptionError, UnknownNameError
from ppid_core.plugins.attempt import Failure, attempt
from ppid_core.plugins.exporter import Exporter
from ppid_core.writing import read_date

FIXED = frozenset({"name", "label"})
ANSWERS = {"ya": True, "yes": True, "true": True, "1": True} | {
    "tidak": False,
    "no": False,
    "false": False,
    "0": False,
}


def options_of(exporter: Exporter) -> tuple[str, ...]:
    """Return the names of the options that ``exporter`` has, sorted."""
    return tuple(sorted(_fields(exporter)))


def with_options(exporter: Exporter, options: Mapping[str, str]) -> Exporter:
    """Return ``exporter`` with its options set.

    Args:
        exporter: an attrs class, where it has options at all.
        options: name of each option and its value as typed.

    Raises:
        UnknownNameError: for an option it does not have; lists those it has.
        OptionError: for a value that cannot be read as the field's type.
    """
    if not options:
        return exporter
    known = _fields(exporter)
    for name in options:
        if name not in known:
            raise UnknownNameError(f"Pilihan format {exporter.name}", name, known)
    values = {name: _read(f"{exporter.name}.{name}", typed, known[name]) for name, typed in options.items()}
    return cast("Exporter", attrs.evolve(cast("Any", exporter), **values))


def _fields(exporter: Exporter) -> dict[str, object]:
    """Return the type of each option by its name."""
    kind: type[Any] = type(exporter)
    if not attrs.has(kind):
        return {}
    hints = get_type_hints(kind)
    settable = (entry for entry in attrs.fields(kind) if entry.init and entry.name not in FIXED)
    return {entry.alias: hints.get(entry.name, str) for entry in settable}


def _read(option: str, typed: str, kind: object) -> object:
    converter = _converter()
    value = attempt(lambda: converter.structure(typed, kind))
    if isinstance(value, Failure):
        raise OptionError(f'Pilihan {option}: "{typed}" tidak dapat dipakai. Yang dapat: {_expected(kind)}.')
    return value


def _expected(kind: object) -> str:
    if get_origin(kind) is Literal:
        return ", ".join(map(str, get_args(kind)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(str(member.value) for member in kind)
    return next((said for known, said in _SAID if kind is known), str(kind))


_SAID = (
    (bool, "ya atau tidak"),
    (int, "bilangan bulat"),
    (float, "bilangan, misalnya 2.5"),
    (Decimal, "bilangan, misalnya 2.5"),
    (date, "tanggal, misalnya 7 Januari 2021"),
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
