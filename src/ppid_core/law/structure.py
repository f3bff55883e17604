"""From parsed TOML to typed values, strictly: every fault is told, each with its place.

Nothing is coerced: a number in quotes is no number, a key that no class knows is a fault and not ignored.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, has

from ppid_core.errors import LawFileError

if TYPE_CHECKING:
    from attrs import AttrsInstance


R = TypeVar("R")

_KINDS = {str: "teks", int: "bilangan bulat", bool: "true atau false", date: "tanggal (2020-12-31)"}


def parse(text: str, file: str) -> dict[str, object]:
    """Return the tables of one TOML text.

    Raises:
        LawFileError: if it is no TOML.
    """
    import tomllib  # noqa: PLC0415  the law that comes with this package starts from its snapshot

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LawFileError([f"{file}: bukan TOML yang benar: {error}"]) from error


def gather(parts: Iterable[Callable[[], R]]) -> tuple[R, ...]:
    """Return what every part gives, or raise one error with the faults of them all."""
    values: list[R] = []
    faults: list[str] = []
    for part in parts:
        try:
            values.append(part())
        except LawFileError as error:
            faults.extend(error.faults)
    if faults:
        raise LawFileError(faults)
    return tuple(values)


def records(entries: object, cls: type[R], place: str) -> tuple[R, ...]:
    """Return an array of tables as values of ``cls``, numbered from 1 in the faults."""
    return cast("tuple[R, ...]", _items(entries, cls, place))


def record(raw: object, cls: type[R], place: str, overrides: Mapping[str, object] | None = None) -> R:
    """Return one table as a value of the attrs class ``cls``.

    Args:
        raw: the parsed table.
        cls: an attrs class; its fields are the keys, those without a default are required.
        place: file, array and number, as the faults name it.
        overrides: the type of a field whose annotation is a type variable.

    Raises:
        LawFileError: with every fault of the table and of what it holds.
    """
    if not isinstance(raw, dict):
        raise LawFileError([f"{place}: seharusnya tabel, tertulis {raw!r}"])
    hints = {**_hints(cast("type", cls)), **(overrides or {})}
    known = {field.name: field for field in fields(cast("type", cls)) if field.init}
    missing = [name for name, field in known.items() if field.default is NOTHING and name not in raw]
    told = [f"{place}: kunci {name!r} tidak ada" for name in missing]
    told += [f"{place}: kunci {name!r} tidak dikenal" for name in raw if name not in known]
    present = [name for name in raw if name in known]
    try:
        values = gather(partial(_value, raw[name], hints[name], f"{place}, {name}") for name in present)
    except LawFileError as error:
        raise LawFileError([*told, *error.faults]) from None
    if told:
        raise LawFileError(told)
    return build(cls, dict(zip(present, values, strict=True)), place)


@cache
def _hints(cls: type) -> Mapping[str, object]:
    """Return the types of its fields; a class is asked once, though a file holds hundreds of its tables."""
    return get_type_hints(cls)


def build(cls: type[R], values: Mapping[str, object], place: str) -> R:
    """Return ``cls(**values)``; what its own validators refuse is a fault of the file."""
    try:
        return cls(**values)
    except ValueError as error:
        raise LawFileError([f"{place}: {error}"]) from error


def _value(raw: object, wanted: object, place: str) -> object:
    origin = get_origin(wanted) or wanted
    if origin in {Union, UnionType}:
        (inner,) = (kind for kind in get_args(wanted) if kind is not NoneType)
        return _value(raw, inner, place)
    if origin is tuple:
        return _items(raw, get_args(wanted)[0], place)
    kind = cast("type", origin)
    if has(kind):
        return record(raw, kind, place)
    return _member(raw, kind, place) if issubclass(kind, StrEnum) else _scalar(raw, kind, place)


def _items(raw: object, wanted: object, place: str) -> tuple[object, ...]:
    if not isinstance(raw, list):
        raise LawFileError([f"{place}: seharusnya daftar, tertulis {raw!r}"])
    return gather(
        partial(_value, item, wanted, f"{place} ke-{number}") for number, item in enumerate(raw, start=1)
    )


def _member(raw: object, kind: type[StrEnum], place: str) -> StrEnum:
    members = [member.value for member in kind]
    if not isinstance(raw, str) or raw not in members:
        raise LawFileError([f"{place}: seharusnya salah satu dari {', '.join(members)}; tertulis {raw!r}"])
    return kind(raw)


def _scalar(raw: object, kind: type, place: str) -> object:
    exact = (
        isinstance(raw, kind)
        and not (kind is int and isinstance(raw, bool))
        and not isinstance(raw, datetime)
    )
    if not exact:
        raise LawFileError([f"{place}: seharusnya {_KINDS.get(kind, kind.__name__)}, tertulis {raw!r}"])
    return raw


beside = Path(__file__).parent.joinpath
"""What lies in the folder of the law."""


def toml_texts(*folder: str) -> dict[str, str]:
    """Return the TOML files beside this module, or in a folder beside it, by name in order."""
    entries = beside(*folder).iterdir()
    texts = {
        entry.name: entry.read_text(encoding="utf-8") for entry in entries if entry.name.endswith(".toml")
    }
    return dict(sorted(texts.items()))


def _plain(value: object) -> object:
    """Return what JSON does not know as it is written: a value by its fields, all else as a text."""
    kind = type(value)
    return {each.name: getattr(value, each.name) for each in fields(kind)} if has(kind) else str(value)


_LENGTH = 12


def fingerprint(*values: AttrsInstance | str) -> str:
    """Return 12 hexadecimal digits that change when any field of any value does; same on every machine."""
    written = json.dumps(values, default=_plain, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:_LENGTH]
