"""Everything that can be reached from a value: what a plugin could find in what it is handed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from types import FunctionType, MappingProxyType, MethodType

LEAVES = (int, float, complex, type(None), type)


def texts(value: object) -> Iterator[str]:
    """Yield every text and every name of a file that can be reached from ``value``."""
    seen: dict[int, object] = {}
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if id(item) in seen or isinstance(item, LEAVES):
            continue
        seen[id(item)] = item
        if isinstance(item, str):
            yield str(item)
        elif isinstance(item, bytes):
            yield item.decode("utf-8", "replace")
        else:
            waiting.extend(_parts(item))


def _parts(item: object) -> Iterator[object]:
    if isinstance(item, dict | Mapping | MappingProxyType):
        yield from item.keys()
        yield from item.values()
    elif isinstance(item, tuple | list | set | frozenset):
        yield from item
    elif isinstance(item, FunctionType):
        yield from (cell.cell_contents for cell in item.__closure__ or ())
        yield from item.__defaults__ or ()
    elif isinstance(item, MethodType):
        yield item.__self__
        yield item.__func__
    elif isinstance(item, partial):
        yield from (item.func, item.args, item.keywords)
    else:
        yield from _attributes(item)


def _attributes(item: object) -> Iterator[object]:
    slots = (name for kind in type(item).__mro__ for name in getattr(kind, "__slots__", ()))
    yield from (getattr(item, name) for name in slots if hasattr(item, name))
    yield from getattr(item, "__dict__", {}).values()
