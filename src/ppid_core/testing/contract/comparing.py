"""Finds what changed in a value, field by field, also where equality does not look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs


def changes(before: Any, after: Any, path: str) -> Iterator[str]:  # noqa: ANN401  any value of the library
    """Yield the places in which two values differ, as ``report.checked.inputs``.

    Fields that are left out of equality, such as sources, are compared too.
    """
    if type(before) is not type(after):
        yield f"{path} was {_short(before)} and is {_short(after)}"
    elif attrs.has(type(before)):
        for field in attrs.fields(type(before)):
            yield from changes(
                getattr(before, field.name), getattr(after, field.name), f"{path}.{field.name}"
            )
    elif isinstance(before, Mapping):
        yield from _of_mappings(before, after, path)
    elif isinstance(before, list | tuple):
        yield from _of_sequences(before, after, path)
    elif before != after:
        yield f"{path} was {_short(before)} and is {_short(after)}"


def _of_mappings(before: Mapping[Any, Any], after: Mapping[Any, Any], path: str) -> Iterator[str]:
    if list(before) != list(after):
        yield f"{path} had the keys {_short(list(before))} and has {_short(list(after))}"
        return
    for key in before:
        yield from changes(before[key], after[key], f"{path}[{key!r}]")


def _of_sequences(before: Any, after: Any, path: str) -> Iterator[str]:  # noqa: ANN401  list or tuple
    if len(before) != len(after):
        yield f"{path} had {len(before)} items and has {len(after)}"
        return
    for place, (one, other) in enumerate(zip(before, after, strict=True)):
        yield from changes(one, other, f"{path}[{place}]")


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:80]}…"  # noqa: PLR2004  a line of a terminal
