"""One plugin's functions, each registered by itself: a wrong one does not take the others with it."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pluggy

from ppid_core.language import Bilingual
from ppid_core.plugins import hookspecs
from ppid_core.plugins.attempt import Failure, attempt, one_line
from ppid_core.plugins.faults import Owner, PluginProblem

PREFIX = f"{hookspecs.PROJECT}_"
HOOKS = tuple(name for name in vars(hookspecs) if name.startswith(PREFIX))
"""Every hook, in the order of the life cycle."""

ALIKE = 0.75


class _Alone:
    """What one function is registered by."""

    def __init__(self, name: str, function: object) -> None:
        setattr(self, name, function)


def registered(owner: Owner, plugin: object) -> tuple[pluggy.PluginManager, tuple[PluginProblem, ...]]:
    """Return a manager that knows this plugin alone, so that it asks nobody else; and what is wrong."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    home = Bilingual(owner.module, owner.module)
    if isinstance(plugin, type):
        return manager, (PluginProblem.of(owner, home, _A_CLASS),)
    problems = tuple(_registered(manager, owner, plugin))
    if not problems and not manager.get_plugins():
        problems = (PluginProblem.of(owner, home, _NO_HOOK),)
    return manager, problems


def _registered(manager: pluggy.PluginManager, owner: Owner, plugin: object) -> Iterator[PluginProblem]:
    names = attempt(lambda: dir(plugin))
    if isinstance(names, Failure):
        yield PluginProblem.of(owner, names, _NOT_REGISTERED)
        return
    for name in (name for name in names if not name.startswith("__")):
        function: Any = attempt(partial(getattr, plugin, name))
        marks: Any = attempt(partial(manager.parse_hookimpl_opts, _Alone(name, function), name))
        if isinstance(marks, dict):
            yield from _added(manager, owner, function, name, marks)
        elif meant := _unmarked(plugin, name):
            yield PluginProblem.of(owner, meant, _UNMARKED)


def _added(
    manager: pluggy.PluginManager,
    owner: Owner,
    function: Callable[..., object],
    name: str,
    marks: dict[str, Any],
) -> Iterator[PluginProblem]:
    """Register one marked function; yield why it is no implementation of a hook."""
    hook = marks.get("specname") or name
    if hook not in HOOKS:
        if not marks.get("optionalhook"):
            yield PluginProblem.of(owner, _nearest(one_line(str(hook))), _UNKNOWN_HOOK)
        return
    added = attempt(partial(manager.register, _Alone(name, function), name=name))
    if isinstance(added, Failure):
        surplus = attempt(lambda: _surplus(hook, function))
        fault = added if isinstance(surplus, Failure) or surplus is None else surplus
        yield PluginProblem.of(owner, fault, _NOT_REGISTERED)


def _surplus(hook: str, function: Callable[..., object]) -> Bilingual | None:
    """Return which arguments a function wants that the hook has not, None where there are none."""
    known = list(inspect.signature(getattr(hookspecs, hook)).parameters)
    wanted = inspect.signature(function).parameters.values()
    surplus = ", ".join(one.name for one in wanted if one.default is one.empty and one.name not in known)
    if not surplus:
        return None
    listed = ", ".join(known)
    return Bilingual(
        f"{hook} meminta argumen {surplus}; yang ada: {listed or 'tidak satu pun'}",
        f"{hook} wants the argument {surplus}; there are: {listed or 'none'}",
    )


def _nearest(hook: str) -> Bilingual:
    """Return an unknown name with the hook that may be meant, or with all there are."""
    if near := difflib.get_close_matches(hook, HOOKS, n=1):
        return _MEANT.fill(name=hook, near=near[0])
    return _KNOWN.fill(name=hook, known=", ".join(HOOKS))


def _unmarked(plugin: object, name: str) -> Bilingual | None:
    """Return what a function without the mark is named after, well or nearly; None where after no hook."""
    if not name.startswith(PREFIX) or not callable(inspect.getattr_static(plugin, name, None)):
        return None
    if name in HOOKS:
        return Bilingual(name, name)
    near = difflib.get_close_matches(name, HOOKS, n=1, cutoff=ALIKE)
    return _MEANT.fill(name=one_line(name), near=near[0]) if near else None


_MEANT = Bilingual("{name}; maksudnya {near}?", "{name}; is {near} meant?")
_KNOWN = Bilingual("{name}; yang ada: {known}", "{name}; there are: {known}")
_A_CLASS = Bilingual(
    "Plugin {owner}: titik masuknya ({cause}) menunjuk sebuah kelas, jadi tidak dipakai. Pembuatnya perlu "
    "menunjuk modul atau objek.",
    "Plugin {owner}: its entry point ({cause}) leads to a class, so it is not used. Its author has to name a "
    "module or an object.",
)
_NO_HOOK = Bilingual(
    "Plugin {owner}: di {cause} tidak ada fungsi bertanda @hookimpl, jadi tidak ada yang dipakai. Perbarui "
    "paket itu, atau beri tahu pembuatnya.",
    "Plugin {owner}: {cause} has no function marked @hookimpl, so nothing of it is used. Update the package, "
    "or tell its author.",
)
_NOT_REGISTERED = Bilingual(
    "Plugin {owner}: satu bagian tidak dapat dipakai ({cause}). Perbarui paket itu, atau beri tahu "
    "pembuatnya; bagian lain dan plugin lain tetap dipakai.",
    "Plugin {owner}: one part cannot be used ({cause}). Update the package, or tell its author; its other "
    "parts and the other plugins are used.",
)
_UNKNOWN_HOOK = Bilingual(
    "Plugin {owner} memakai nama hook yang tidak dikenal ({cause}), jadi bagian itu tidak dipakai. Perbarui "
    "paket itu, atau beri tahu pembuatnya.",
    "Plugin {owner} uses a hook name that is not known ({cause}), so that part is not used. Update the "
    "package, or tell its author.",
)
_UNMARKED = Bilingual(
    "Plugin {owner}: sebuah fungsi tidak ditandai @hookimpl ({cause}), jadi tidak dipakai. Perbarui paket "
    "itu, atau beri tahu pembuatnya.",
    "Plugin {owner}: a function is not marked @hookimpl ({cause}), so it is not used. Update the package, or "
    "tell its author.",
)
