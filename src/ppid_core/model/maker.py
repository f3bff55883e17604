"""Values of a frozen class, made of what our own readers made: its validators have nothing to find."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from inspect import isclass
from typing import Any, TypeVar, cast

from attrs import NOTHING, Attribute, fields, has

T = TypeVar("T")


@cache
def can_be_made(kind: Callable[..., Any]) -> bool:
    """Tell whether a class is nothing but its slots: no converter and no step of its own makes a value."""
    if not (isclass(kind) and has(kind) and not hasattr(kind, "__attrs_post_init__")):
        return False
    slots = frozenset(vars(kind).get("__slots__", ()))
    return all(
        one.converter is None and one.init and one.name in slots and not one.name.startswith("_")
        for one in fields(kind)
    )


def maker(kind: Callable[..., T], names: Sequence[str], others: Mapping[str, object]) -> Callable[..., T]:
    """Return what makes a value of the fields in ``names``, in that order; ``others`` are always the same.

    ``__init__`` of a frozen class asks each validator once more, and looks up how to set an attribute in
    spite of its own refusal. Here the slots are filled while the value is a draft, of a class with the same
    slots that refuses nothing, which costs a third; then it is what it is. The text of the function is made
    of the names of the fields alone.

    Raises:
        ValueError: a field without a default is in neither.
    """
    members: tuple[Attribute[Any], ...] = fields(cast("type[Any]", kind))
    values = {one.name: others.get(one.name, _default(one)) for one in members if one.name not in names}
    if missing := [name for name, value in values.items() if value is NOTHING]:
        raise ValueError(", ".join(missing))
    constants = {f"_is_{name}": value for name, value in values.items()}
    lines = [f" _made.{name} = {name if name in names else f'_is_{name}'}" for name in [*names, *values]]
    source = "\n".join(
        [
            f"def make({', '.join(names)}):",
            " _made = _new(_draft)",
            *lines,
            " _made.__class__ = _kind",
            " return _made",
        ]
    )
    space: dict[str, Any] = {"_kind": kind, "_draft": _draft(kind), "_new": object.__new__, **constants}
    exec(source, space)  # noqa: S102  names of our own fields, as attrs writes its methods
    made: Callable[..., T] = space["make"]
    return made


@cache
def _draft(kind: Callable[..., Any]) -> type[Any]:
    """Return a class with the slots of another one, which are set as those of any class are."""
    open_to_all = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type("Draft", (cast("type[Any]", kind),), {"__slots__": (), **open_to_all})


def _default(member: Attribute[Any]) -> object:
    default: Any = member.default
    return default.factory() if hasattr(default, "factory") else default
