"""What one plugin answers to each hook, and what is wrong with its answers."""

from __future__ import annotations

import difflib
import inspect
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import TypeVar

import pluggy
from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.plugins import hookspecs
from ppid_core.plugins.attempt import Failure, attempt, finite
from ppid_core.plugins.claims import Claim
from ppid_core.plugins.exporter import Exporter
from ppid_core.plugins.faults import Owner, PluginProblem
from ppid_core.rules import Rule

T = TypeVar("T")
Reader = Callable[[Owner, object], Claim[T] | Bilingual]
"""Makes a claim of what a hook returned, or says what is wrong with it."""

MOST_REGISTERED = 1_000
SLUG = re.compile(r"[a-z][a-z0-9-]*")
STRANGERS_CODE = re.compile(r"[A-Z]{2,4}[0-9]{3}")


@frozen(kw_only=True)
class Answer:
    """One plugin, asked.

    Attributes:
        manager: knows this plugin alone, so that asking it asks nobody else.
    """

    owner: Owner
    manager: pluggy.PluginManager
    exporters: tuple[Claim[Exporter], ...] = ()
    rules: tuple[Claim[Rule], ...] = ()
    problems: tuple[PluginProblem, ...] = ()

    @property
    def listens(self) -> bool:
        """Whether it implements ``ppid_exported``."""
        return bool(self.manager.hook.ppid_exported.get_hookimpls())


def ask(owner: Owner, plugin: object) -> Answer | PluginProblem:
    """Register a loaded plugin by itself and collect what it brings.

    Returns:
        Its answer, with a problem for each hook that failed and each thing that cannot be used; or the
        problem, where it cannot be registered at all.
    """
    manager = attempt(partial(_registered, plugin))
    if isinstance(manager, Failure):
        return PluginProblem.of(owner, manager, _NOT_REGISTERED)
    rules, wrong_rules = _claims(manager, owner, "ppid_register_rules", _rule)
    exporters, wrong_exporters = _claims(manager, owner, "ppid_register_exporters", _exporter)
    problems = (*_misnamed(manager, owner, plugin), *wrong_rules, *wrong_exporters)
    return Answer(
        owner=owner,
        manager=manager,
        exporters=exporters,
        rules=rules,
        problems=tuple(dict.fromkeys(problems)),
    )


def _registered(plugin: object) -> pluggy.PluginManager:
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin, name="plugin")
    return manager


def _misnamed(manager: pluggy.PluginManager, owner: Owner, plugin: object) -> Iterator[PluginProblem]:
    """Yield what is marked as a hook and is none, and what is named as one and not marked."""
    callers = manager.get_hookcallers(plugin) or []
    hooks = [name for name in vars(hookspecs) if name.startswith(f"{hookspecs.PROJECT}_")]
    for caller in callers:
        if not caller.has_spec() and not all(impl.optionalhook for impl in caller.get_hookimpls()):
            near = difflib.get_close_matches(caller.name, hooks, n=1) or hooks
            yield PluginProblem.of(owner, f"{caller.name} → {', '.join(near)}", _UNKNOWN_HOOK)
    implemented = {caller.name for caller in callers}
    for name in hooks:
        if name not in implemented and callable(inspect.getattr_static(plugin, name, None)):
            yield PluginProblem.of(owner, name, _UNMARKED)


def _claims(
    manager: pluggy.PluginManager, owner: Owner, hook: str, read: Reader[T]
) -> tuple[tuple[Claim[T], ...], tuple[PluginProblem, ...]]:
    """Ask one hook; a hook that raises has answered nothing."""
    items = attempt(lambda: finite(chain.from_iterable(getattr(manager.hook, hook)()), MOST_REGISTERED))
    if isinstance(items, Failure):
        return (), (PluginProblem.of(owner, f"{hook}: {items}", _HOOK_FAILED),)
    outcomes = [attempt(partial(read, owner, item)) for item in items]
    faults = [outcome for outcome in outcomes if not isinstance(outcome, Claim)]
    return (
        tuple(outcome for outcome in outcomes if isinstance(outcome, Claim)),
        tuple(_unusable(owner, hook, fault) for fault in faults),
    )


def _unusable(owner: Owner, hook: str, fault: Bilingual | Failure) -> PluginProblem:
    told = Bilingual(str(fault), str(fault)) if isinstance(fault, Failure) else fault
    cause = f"{hook}: {told.en}"
    return PluginProblem(
        distribution=owner.distribution,
        version=owner.version,
        entry_point=owner.entry_point,
        cause=cause,
        message=Bilingual(
            f"Plugin {owner}: {told.id}. Bagian itu tidak dipakai.",
            f"Plugin {owner}: {told.en}. That part is not used.",
        ),
    )


def _exporter(owner: Owner, item: object) -> Claim[Exporter] | Bilingual:
    if isinstance(item, type) or not isinstance(item, Exporter):
        return Bilingual(
            f"{_shown(item)} bukan pengekspor (perlu name, label dan export; kembalikan objek, bukan kelas)",
            f"{_shown(item)} is no exporter (it needs name, label and export; return an object, not a class)",
        )
    name, label = item.name, item.label
    if not isinstance(name, str) or not SLUG.fullmatch(name):
        return Bilingual(
            f"nama format {_shown(name)} tidak dapat dipakai (huruf kecil, angka dan tanda hubung)",
            f"the name {_shown(name)} cannot be used (small letters, digits and hyphens)",
        )
    if not isinstance(label, str) or not label.strip():
        return Bilingual(f'format "{name}" tidak mempunyai label', f'format "{name}" has no label')
    return Claim(name=name, item=item, owner=owner)


def _rule(owner: Owner, item: object) -> Claim[Rule] | Bilingual:
    if not isinstance(item, Rule):
        return Bilingual(f"{_shown(item)} bukan aturan", f"{_shown(item)} is no rule")
    if not STRANGERS_CODE.fullmatch(item.code):
        return Bilingual(
            f"kode {item.code} tidak dapat dipakai (plugin memakai dua sampai empat huruf dan tiga angka)",
            f"the code {item.code} cannot be used (plugins take two to four letters and three digits)",
        )
    return Claim(name=item.code, item=item, owner=owner)


def _shown(item: object) -> str:
    """Return a short name for anything a stranger may return."""
    if isinstance(item, type):
        return item.__name__
    return f'"{item[:40]}"' if isinstance(item, str) else type(item).__name__


_NOT_REGISTERED = Bilingual(
    "Plugin {owner} tidak dapat dipakai ({cause}). Yang lain tetap bekerja.",
    "Plugin {owner} cannot be used ({cause}). The others still work.",
)
_HOOK_FAILED = Bilingual(
    "Plugin {owner} gagal ditanya ({cause}). Yang lain tetap bekerja.",
    "Plugin {owner} failed when asked ({cause}). The others still work.",
)
_UNKNOWN_HOOK = Bilingual(
    "Plugin {owner} memakai nama hook yang tidak dikenal: {cause}.",
    "Plugin {owner} uses a hook name that is not known: {cause}.",
)
_UNMARKED = Bilingual(
    "Plugin {owner}: fungsi {cause} tidak ditandai @hookimpl, jadi tidak dipakai.",
    "Plugin {owner}: the function {cause} is not marked @hookimpl, so it is not used.",
)
