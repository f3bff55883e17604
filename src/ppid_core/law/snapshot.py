"""The law and the calendar as they were structured once: a process starts from it instead of from TOML.

A snapshot is JSON beside the TOML files, in which every value names its class and the arguments that make it.
It bears the digest of the texts that it was made of, and where these have changed since, it counts for
nothing. ``python -m docs.generate`` renews it; a test holds it equal to the TOML.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, cast

from attrs import fields, has

from ppid_core.law.structure import beside

FILE = "snapshot.json"
_CLASS, _MADE_OF = "class", "made of"


def taken(texts: Mapping[str, str], values: Mapping[str, object]) -> str:
    """Return the snapshot of ``values``, which were structured from ``texts``: a line for each."""
    lines = (f"{_json(name)}: {_json(_plain(value))}" for name, value in values.items())
    return ",\n".join((_head(texts), *lines)) + "\n}\n"


def restored(texts: Mapping[str, str], *folder: str, classes: tuple[type, ...]) -> Mapping[str, Any] | None:
    """Return the values of a snapshot by name; None where there is none of exactly these texts.

    Args:
        texts: the TOML texts that lie there now.
        folder: where the snapshot lies beside this module.
        classes: those of the values and of what they hold, but for `date`.
    """
    place = beside(*folder).joinpath(FILE)
    if not place.is_file():
        return None
    text = place.read_text(encoding="utf-8")
    if not text.startswith(_head(texts)):
        return None
    made = partial(_made, {cls.__name__: cls for cls in (date, *classes)})
    values = cast("dict[str, object]", json.loads(text, object_hook=made))
    del values[_MADE_OF]
    return values


def _head(texts: Mapping[str, str]) -> str:
    digest = hashlib.sha256(repr(sorted(texts.items())).encode()).hexdigest()
    return f"{{\n{_json(_MADE_OF)}: {_json(digest)}"


_json = partial(json.dumps, ensure_ascii=False)


def _plain(value: object) -> object:
    """Return a value as JSON knows it: of a class its name, and the arguments that make the value again."""
    kind = type(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return {_CLASS: kind.__name__, "value": value.value}
    if isinstance(value, date):
        return {_CLASS: kind.__name__, "year": value.year, "month": value.month, "day": value.day}
    if not has(kind):
        return value
    asked = ((each, getattr(value, each.name)) for each in fields(kind) if each.init)
    said = {each.name: _plain(argument) for each, argument in asked if argument != each.default}
    return {_CLASS: kind.__name__, **said}


def _made(makers: Mapping[str, type], plain: dict[str, object]) -> object:
    arguments = {name: tuple(item) if isinstance(item, list) else item for name, item in plain.items()}
    name = arguments.pop(_CLASS, None)
    return makers[name](**arguments) if isinstance(name, str) else arguments
