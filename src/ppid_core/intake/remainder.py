"""What tables do not hold of a year: where its values came from, and what no column can say.

Both are told of the year as plain values, places by pointers (RFC 6901), the rest as changes (RFC 6902).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NotRequired, TypedDict

_Json = Any  # whatever json.loads returns
_NESTED = (dict, list, tuple)
Place = tuple[str, Mapping[str, _Json]]
"""The pointer of a source in the year, and what it says."""


class PatchStepJson(TypedDict):
    """One step of a JSON Patch (RFC 6902): ``add``, ``replace`` or ``remove`` the value at a pointer."""

    op: str
    path: str
    value: NotRequired[Any]


def _is_source(key: str, value: object) -> bool:
    """Tell whether a value of the model is the place that another one came from."""
    return (key == "source" or key.endswith("_source")) and isinstance(value, dict)


def without_sources(plain: _Json) -> _Json:
    """Return plain values without any place."""
    if isinstance(plain, dict):
        return {
            key: without_sources(value) if isinstance(value, _NESTED) else value
            for key, value in plain.items()
            if not _is_source(key, value)
        }
    if isinstance(plain, list | tuple):
        return [without_sources(value) if isinstance(value, _NESTED) else value for value in plain]
    return plain


def sources_in(plain: _Json, pointer: str = "") -> Iterator[Place]:
    """Yield every place in plain values, with its pointer."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            if _is_source(key, value):
                yield f"{pointer}/{_escaped(key)}", value
            elif isinstance(value, _NESTED):
                yield from sources_in(value, f"{pointer}/{_escaped(key)}")
    elif isinstance(plain, list | tuple):
        for index, value in enumerate(plain):
            if isinstance(value, _NESTED):
                yield from sources_in(value, f"{pointer}/{index}")


def changes(old: _Json, new: _Json, pointer: str = "") -> Iterator[PatchStepJson]:
    """Yield the steps that make ``new`` of ``old``; rows are compared where both have as many.

    A place of the model holds values of one type: what is equal is the same.
    """
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in (*new, *(key for key in old if key not in new)):
            place = f"{pointer}/{_escaped(key)}"
            if key not in new:
                yield {"op": "remove", "path": place}
            elif key not in old:
                yield {"op": "add", "path": place, "value": new[key]}
            else:
                yield from changes(old[key], new[key], place)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, pair in enumerate(zip(old, new, strict=True)):
            yield from changes(*pair, f"{pointer}/{index}")
    else:
        yield {"op": "replace", "path": pointer, "value": new}


def changed(plain: _Json, steps: Iterable[PatchStepJson]) -> _Json:
    """Return what ``steps`` make of plain values, which are changed.

    Raises:
        LookupError: a step leads to what is not there.
        ValueError: it is none.
        TypeError: it leads into what holds nothing.
    """
    for step in steps:
        if not step["path"]:
            plain = step["value"]
            continue
        home, last = _home_of(plain, step["path"])
        if step["op"] == "remove":
            del home[last]
            continue
        if step["op"] == "replace":
            home[last]
        home[last] = step["value"]
    return plain


def put_sources(plain: _Json, places: Iterable[Place]) -> None:
    """Put every place where its pointer leads.

    Raises:
        LookupError: it leads to what is not there.
        ValueError: a row of a list has no number.
        TypeError: it leads into what holds nothing.
    """
    for pointer, said in places:
        home, last = _home_of(plain, pointer)
        home[last] = said


def _home_of(plain: _Json, pointer: str) -> tuple[_Json, str | int]:
    """Return what holds the value at a pointer, and under which key or index."""
    *steps, last = (step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])
    for step in steps:
        plain = plain[int(step) if isinstance(plain, list) else step]
    return plain, int(last) if isinstance(plain, list) else last


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
