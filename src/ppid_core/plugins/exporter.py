"""What an exporter is, and its options: attrs fields with defaults, set from what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from pathlib import Path
from types import NoneType
from typing import Any, Literal, Protocol, cast, get_args, get_origin, get_type_hints, runtime_checkable

import attrs

from ppid_core.errors import OptionError, UnknownNameError
from ppid_core.language import Bilingual, Lang
from ppid_core.output.artifact import Artifact, one_line
from ppid_core.plugins.faults import Failure, attempt
from ppid_core.report import Report
from ppid_core.writing import format_date, read_date

FIXED = frozenset({"name", "label"})
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


@runtime_checkable
class Exporter(Protocol):
    """Turns a report into files; structural, a plugin need not inherit.

    `export` is pure and deterministic: same report, same bytes; the exporter can be pickled. Options are
    attrs fields with defaults. One that uses a library which can end the process (no Python, and may crash)
    says ``may_end_process: ClassVar[bool] = True``: the command makes it in a process apart.

    >>> from ppid_core import Artifact, Dossier, Plugins, export
    >>> class Title:
    ...     name, label = "judul", "Judul (.txt)"
    ...     def export(self, report, /):
    ...         yield Artifact(name="judul.txt", media_type="text/plain", content=report.meta.title.encode())
    >>> (file,) = export(Dossier.open("examples/kota-serang-2020").report(), Title(), Plugins())
    >>> file.content.decode()
    'Laporan Layanan Informasi Publik Tahun 2020'
    """

    @property
    def name(self) -> str:
        """``[a-z][a-z0-9-]*``, unique among exporters."""
        ...

    @property
    def label(self) -> str:
        """What a person reads: "Excel (.xlsx)"."""
        ...

    def export(self, report: Report, /) -> Iterable[Artifact]:
        """Return the files of ``report``."""
        ...


@attrs.frozen(kw_only=True)
class Option:
    """One option of an exporter.

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


def options_of(exporter: Exporter) -> tuple[str, ...]:
    """Return the names of the options that ``exporter`` has, sorted."""
    return tuple(option.name for option in described_options(exporter))


def path_options(exporter: Exporter) -> frozenset[str]:
    """Return the names of the options that name a file."""
    return frozenset(option.name for option in described_options(exporter) if option.read is Path)


def described_options(exporter: Exporter) -> tuple[Option, ...]:
    """Return the options that ``exporter`` has, sorted by name.

    One annotation that cannot be resolved spoils them all: then the type of each default is taken.
    """
    kind: Any = type(exporter)
    hints = attempt(partial(get_type_hints, kind))
    known = {} if isinstance(hints, Failure) else hints
    fields = [one for one in attrs.fields(kind) if one.init] if attrs.has(kind) else []
    named = sorted((one.alias, one.name) for one in fields if one.name not in FIXED)
    return tuple(_option(alias, getattr(exporter, name), known.get(name)) for alias, name in named)


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
    known, values = {option.name: option for option in described_options(exporter)}, {}
    for name, typed in options.items():
        if name not in known:
            raise UnknownNameError(_OPTION.fill(format=exporter.name), name, known)
        value = attempt(partial(known[name].read, typed))
        if isinstance(value, Failure):
            place, kind = f"{exporter.name}.{name}", known[name].kind
            raise OptionError(_UNREAD.fill(option=place, typed=typed, kind=kind))
        values[name] = value
    changed = attempt(lambda: attrs.evolve(cast("Any", exporter), **values))
    if isinstance(changed, Failure):
        if isinstance(changed.cause, OptionError):
            raise changed.cause
        pairs = ", ".join(f"{exporter.name}.{name}={typed}" for name, typed in options.items())
        raise OptionError(_REFUSED.fill(pairs=one_line(pairs), cause=changed.told))
    return cast("Exporter", changed)


_OPTION = Bilingual("pilihan format {format}", "the option of the format {format}")
_UNREAD = Bilingual(
    'Pilihan {option}: "{typed}" tidak dapat dipakai. Yang dapat: {kind}.',
    'The option {option}: "{typed}" cannot be used. What can: {kind}.',
)
_REFUSED = Bilingual(
    "Pilihan {pairs} ditolak oleh format itu ({cause}).",
    "The option {pairs} was refused by that format ({cause}).",
)
