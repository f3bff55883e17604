"""Which plugins are installed: entry points, each once, in an order that does not depend on the machine."""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import EntryPoint

from ppid_core.plugins.faults import Owner
from ppid_core.plugins.hookspecs import PROJECT

UNKNOWN = "?"

Found = tuple[Owner, EntryPoint]


def discovered(entry_points: Iterable[EntryPoint] | None, block: Collection[str]) -> tuple[Found, ...]:
    """Return the plugins to load: our own first, then by distribution and name.

    Args:
        entry_points: what to look at; None is what is installed.
        block: distributions or entry points that are left out.
    """
    if entry_points is None:
        entry_points = importlib.metadata.entry_points(group=PROJECT)
    blocked = {_normal(name) for name in block}
    named = ((_owner(entry_point), entry_point) for entry_point in entry_points)
    kept = (
        (owner, entry_point)
        for owner, entry_point in _once(named)
        if blocked.isdisjoint({owner.distribution, _normal(owner.entry_point)})
    )
    return tuple(sorted(kept, key=lambda found: (not found[0].is_built_in, found[0])))


def _once(found: Iterable[Found]) -> Iterator[Found]:
    """Yield each entry point once: metadata of one distribution can lie twice on the path, an old one too."""
    versions: dict[str, str] = {}
    seen: set[tuple[str, str, str]] = set()
    for owner, entry_point in found:
        key = (owner.distribution, entry_point.name, entry_point.value)
        if versions.setdefault(owner.distribution, owner.version) == owner.version and key not in seen:
            seen.add(key)
            yield owner, entry_point


def _owner(entry_point: EntryPoint) -> Owner:
    distribution = entry_point.dist
    return Owner(
        distribution=UNKNOWN if distribution is None else _normal(distribution.name or UNKNOWN),
        version="" if distribution is None else str(distribution.version),
        entry_point=entry_point.name,
    )


def _normal(name: str) -> str:
    """Return the name of a distribution as packaging tools compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
