"""Which plugins are installed: entry points, each once, in an order that does not depend on the machine."""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import Distribution, EntryPoint

from ppid_core.language import Bilingual
from ppid_core.plugins.attempt import Failure, attempt, one_line
from ppid_core.plugins.faults import UNKNOWN, Owner, PluginProblem
from ppid_core.plugins.hookspecs import PROJECT

METADATA = "entry_points.txt"

Found = tuple[Owner, EntryPoint]


def discovered(
    entry_points: Iterable[EntryPoint] | None, block: Collection[str]
) -> tuple[tuple[Found, ...], tuple[PluginProblem, ...]]:
    """Return the plugins to load, our own first, then by distribution and name; and what cannot be read.

    Args:
        entry_points: what to look at; None is what is installed.
        block: distributions or entry points that are left out.
    """
    blocked = {_normal(name) for name in block}
    named = _installed() if entry_points is None else [(_owner(one), one) for one in entry_points]
    outcomes = [
        (owner, outcome)
        for owner, outcome in named
        if blocked.isdisjoint({owner.distribution, _normal(owner.entry_point)})
    ]
    found = dict.fromkeys((owner, one) for owner, one in outcomes if isinstance(one, EntryPoint))
    unread = (PluginProblem.of(owner, one, _NOT_READ) for owner, one in outcomes if isinstance(one, Failure))
    return tuple(sorted(found, key=_place)), tuple(unread)


def _place(found: Found) -> tuple[bool, Owner]:
    return not found[0].is_built_in, found[0]


def _installed() -> Iterator[tuple[Owner, EntryPoint | Failure]]:
    """Yield the entry points of each distribution that has any; metadata that nobody can read are told.

    `importlib.metadata.entry_points` raises for all where the metadata of one cannot be read.
    """
    ours = [one for one in importlib.metadata.distributions() if f"[{PROJECT}]" in _text(one)]
    for distribution in _first(ours):
        read = attempt(lambda: [one for one in distribution.entry_points if one.group == PROJECT])  # noqa: B023  called at once
        if isinstance(read, Failure):
            yield _distributed(distribution), read
        else:
            yield from ((_owner(one, distribution), one) for one in read)


def _first(distributions: Iterable[Distribution]) -> Iterator[Distribution]:
    """Yield each distribution once, as the import finds it: metadata can lie twice on the path, old ones too.

    Of several in one folder the newest counts; a folder that comes later on the path does not count.
    """
    by_name: dict[str, list[Distribution]] = {}
    for distribution in distributions:
        by_name.setdefault(_name(distribution), []).append(distribution)
    yield from by_name.pop(UNKNOWN, ())
    for name, same in by_name.items():
        first = attempt(lambda: importlib.metadata.distribution(name))  # noqa: B023  called at once
        home = _home(same[0] if isinstance(first, Failure) else first)
        if beside := [one for one in same if _home(one) == home]:
            yield max(beside, key=lambda one: _numbers(_version(one)))


def _owner(entry_point: EntryPoint, distribution: Distribution | None = None) -> Owner:
    home = distribution or entry_point.dist
    return Owner(
        distribution=UNKNOWN if home is None else _name(home),
        version="" if home is None else _version(home),
        entry_point=one_line(entry_point.name),
        module=one_line(entry_point.value),
    )


def _distributed(distribution: Distribution) -> Owner:
    return Owner(distribution=_name(distribution), version=_version(distribution), entry_point="")


def _text(distribution: Distribution) -> str:
    text = attempt(lambda: distribution.read_text(METADATA))
    return text if isinstance(text, str) else ""


def _name(distribution: Distribution) -> str:
    name: object = attempt(lambda: distribution.metadata["Name"])
    return _normal(one_line(name)) if isinstance(name, str) and name.strip() else UNKNOWN


def _version(distribution: Distribution) -> str:
    version: object = attempt(lambda: distribution.metadata["Version"])
    return one_line(version) if isinstance(version, str) else ""


def _home(distribution: Distribution) -> str:
    return str(attempt(lambda: distribution.locate_file("")))


def _numbers(version: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"[0-9]+", version)]


def _normal(name: str) -> str:
    """Return the name of a distribution as packaging tools compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


_NOT_READ = Bilingual(
    "Metadata plugin {owner} tidak dapat dibaca ({cause}). Pasang ulang paket itu; yang lain tetap dipakai.",
    "The metadata of the plugin {owner} cannot be read ({cause}). Install it again; the others are used.",
)
