"""Finds the plugins that are installed, and loads and asks each by itself: none of them stops another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from importlib.metadata import Distribution, EntryPoint, distributions
from itertools import chain, starmap
from types import SimpleNamespace
from typing import Any

import pluggy
from attrs import evolve

from ppid_core.errors import PluginConflictError, PluginLoadError
from ppid_core.intake import BUILT_IN_IMPORTERS, Importer
from ppid_core.language import Bilingual
from ppid_core.output.artifact import one_line
from ppid_core.plugins import hookspecs
from ppid_core.plugins.acceptance import Guarded, checked
from ppid_core.plugins.exporter import Exporter
from ppid_core.plugins.faults import BUILT_IN, Failure, Owner, PluginProblem, attempt, each
from ppid_core.plugins.hookspecs import PROJECT, hookimpl
from ppid_core.plugins.inventory import ENDING, FORMAT, LISTENER, RULE, PluginClaim, Plugins, settled
from ppid_core.rules import CATALOGUE, Rule
from ppid_core.version import VERSION

Brought = PluginClaim[Any] | PluginProblem
"""What comes of asking a plugin."""
OURSELVES = Owner(distribution=BUILT_IN, version=VERSION, entry_point="ppid_core", module="ppid_core")
"""Not read from metadata: a year can be read and checked wherever the library can be imported."""
OUR_HOOKS = SimpleNamespace(
    ppid_register_importers=hookimpl(lambda: BUILT_IN_IMPORTERS),
    ppid_register_rules=hookimpl(lambda: CATALOGUE),
)
HOOKS = tuple(name for name in vars(hookspecs) if name.startswith(f"{PROJECT}_"))
"""Every hook, in the order of the life cycle."""
REGISTRIES: Mapping[str, tuple[type, Bilingual]] = {
    "ppid_register_importers": (Importer, ENDING),
    "ppid_register_rules": (Rule, RULE),
    "ppid_register_exporters": (Exporter, FORMAT),
}
"""What each hook returns, and by what it is asked for."""
MOST_REGISTERED = 1_000


def load_plugins(
    *,
    strict: bool = False,
    block: Collection[str] = (),
    entry_points: Iterable[EntryPoint] | None = None,
) -> Plugins:
    """Load every plugin that is installed; what fails is a problem, and the others go on.

    The built-in importers and rules are always there; the built-in formats are a plugin of ``ppid-core``.

    >>> from ppid_core import load_plugins
    >>> "L101" in {rule.code for rule in load_plugins(entry_points=[]).rules}
    True

    Args:
        strict: raise instead of telling.
        block: distributions or entry points that are left out; so one of two rivals is chosen.
        entry_points: the entry points to load; None is those that are installed.

    Raises:
        PluginConflictError: in strict loading, where two plugins claim one name and nothing else failed.
        PluginLoadError: in strict loading, where anything else failed; it tells the conflicts, too.
    """
    blocked = set(map(_normal, block))
    every = _installed() if entry_points is None else ((_owner(one, one.dist), one) for one in entry_points)
    found = dict.fromkeys(
        one for one in every if blocked.isdisjoint({one[0].distribution, _normal(one[0].entry_point)})
    )
    ordered = sorted(found, key=lambda one: (not one[0].is_built_in, one[0]))
    owners = [OURSELVES, *(owner for owner, one in ordered if isinstance(one, EntryPoint))]
    plugins = settled(owners, [*_asked(OURSELVES, OUR_HOOKS), *chain(*starmap(_loaded, ordered))])
    if strict and plugins.problems:
        told = "\n".join(problem.message.id for problem in plugins.problems)
        has_failed = len(plugins.problems) > len(plugins.contested)
        raise (PluginLoadError if has_failed else PluginConflictError)(told)
    return plugins


def _installed() -> Iterator[tuple[Owner, EntryPoint | Failure]]:
    """Yield the entry points of each distribution, the first on the path of each name.

    `importlib.metadata.entry_points` raises for all where the metadata of one cannot be read.
    """
    seen: set[str] = set()
    for distribution in distributions():
        owner = _owner(None, distribution)
        if owner.distribution in seen:
            continue
        seen |= {owner.distribution} - {""}
        if f"[{PROJECT}]" in (distribution.read_text("entry_points.txt") or ""):
            read = attempt(partial(getattr, distribution, "entry_points"))
            if isinstance(read, Failure):
                yield owner, read
            else:
                yield from ((_owner(one, distribution), one) for one in read if one.group == PROJECT)


def _owner(entry_point: EntryPoint | None, distribution: Distribution | None) -> Owner:
    metadata: Any = {} if distribution is None else distribution.metadata
    return Owner(
        distribution=_normal(metadata.get("Name", "")),
        version=one_line(metadata.get("Version", "")),
        entry_point="" if entry_point is None else one_line(entry_point.name),
        module="" if entry_point is None else one_line(entry_point.value),
    )


def _normal(name: str) -> str:
    """Return the name of a distribution as packaging tools compare it."""
    return re.sub(r"[-_.]+", "-", one_line(name)).lower()


def _loaded(owner: Owner, found: EntryPoint | Failure) -> Iterator[Brought]:
    """Yield what a plugin brings, and what is wrong with it; nothing that it raises gets out."""
    brought = found if isinstance(found, Failure) else attempt(lambda: [*_asked(owner, found.load())])
    if isinstance(brought, Failure):
        yield PluginProblem.of(owner, brought.told, failed=_LOADED)
    else:
        yield from brought


def _asked(owner: Owner, plugin: object) -> Iterator[Brought]:
    """Register a loaded plugin with a manager that knows no other, and ask each hook by itself.

    Raises:
        PluginValidationError: where there is no such hook, or it has no such argument.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin, owner.entry_point)
    manager.check_pending()
    callers = {caller.name for caller in manager.get_hookcallers(plugin) or ()}
    unmarked = ", ".join(name for name in HOOKS if hasattr(plugin, name) and name not in callers)
    if unmarked or not callers:
        yield PluginProblem.of(owner, _UNMARKED.fill(name=unmarked or owner.module), failed=_ASKED)
    for hook, (kind, named) in REGISTRIES.items():
        for answer in _answers(getattr(manager.hook, hook), owner, kind):
            if isinstance(answer, Failure):
                cause = Bilingual(f"{hook}: {answer.told.id}", f"{hook}: {answer.told.en}")
                yield PluginProblem.of(owner, cause, failed=_ASKED)
            else:
                yield PluginClaim(kind=named, item=answer, owner=owner)
    if "ppid_exported" in callers:
        yield PluginClaim(kind=LISTENER, item=manager.hook.ppid_exported, owner=owner)


def _answers(hook: pluggy.HookCaller, owner: Owner, kind: type) -> Iterator[object]:
    """Yield what a plugin answers, and the failures among it; a hook that raises has answered nothing."""
    asked = (item for one in hook.get_hookimpls() for item in each(one.function(), MOST_REGISTERED))
    items = attempt(lambda: list(asked))
    if isinstance(items, Failure):
        yield items
    else:
        yield from (attempt(partial(_usable, owner, kind, item)) for item in items)


def _usable(owner: Owner, kind: type, item: object) -> object:
    """Return what can be used of what a hook returned."""
    if owner.is_built_in:
        return item
    part = checked(item, kind)
    return evolve(part, check=Guarded(rule=part)) if isinstance(part, Rule) else part


_LOADED = Bilingual("gagal dimuat", "could not be loaded")
_ASKED = Bilingual("gagal ditanya", "failed when asked")
_UNMARKED = Bilingual("{name} tanpa @hookimpl", "{name} without @hookimpl")
