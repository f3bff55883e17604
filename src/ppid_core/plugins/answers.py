"""What one plugin answers to each hook, and what is wrong with its answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import chain
from typing import TypeVar

import pluggy
from attrs import frozen

from ppid_core.intake import Importer
from ppid_core.language import Bilingual
from ppid_core.plugins.accepting import accept_exporter, accept_importer, accept_rule
from ppid_core.plugins.attempt import Failure, attempt, listed
from ppid_core.plugins.claims import Claim
from ppid_core.plugins.exporter import Exporter
from ppid_core.plugins.faults import Owner, PluginProblem
from ppid_core.plugins.registering import registered
from ppid_core.rules import Rule

T = TypeVar("T")
Reader = Callable[[Owner, object], Claim[T] | Bilingual]
"""Makes a claim of what a hook returned, or says what is wrong with it."""

Outcome = tuple[tuple[Claim[T], ...], tuple[PluginProblem, ...]]

MOST_REGISTERED = 1_000


@frozen(kw_only=True)
class Answer:
    """One plugin, asked.

    Attributes:
        manager: knows this plugin alone, so that asking it asks nobody else.
    """

    owner: Owner
    manager: pluggy.PluginManager
    importers: tuple[Claim[Importer], ...] = ()
    rules: tuple[Claim[Rule], ...] = ()
    exporters: tuple[Claim[Exporter], ...] = ()
    problems: tuple[PluginProblem, ...] = ()

    @property
    def listens(self) -> bool:
        """Whether it implements ``ppid_exported``."""
        return bool(self.manager.hook.ppid_exported.get_hookimpls())


def ask(owner: Owner, plugin: object) -> Answer:
    """Register a loaded plugin by itself and collect what it brings.

    Returns:
        Its answer, with a problem for each hook that failed and each thing that cannot be used.
    """
    manager, problems = registered(owner, plugin)
    importers, wrong_importers = _claims(manager, owner, "ppid_register_importers", accept_importer)
    rules, wrong_rules = _claims(manager, owner, "ppid_register_rules", accept_rule)
    exporters, wrong_exporters = _claims(manager, owner, "ppid_register_exporters", accept_exporter)
    return Answer(
        owner=owner,
        manager=manager,
        importers=importers,
        rules=rules,
        exporters=exporters,
        problems=tuple(dict.fromkeys((*problems, *wrong_importers, *wrong_rules, *wrong_exporters))),
    )


def _claims(manager: pluggy.PluginManager, owner: Owner, hook: str, read: Reader[T]) -> Outcome[T]:
    """Ask one hook; a hook that raises has answered nothing."""
    items = attempt(lambda: answered(getattr(manager.hook, hook)))
    if isinstance(items, Failure):
        return (), (_failed(owner, hook, items, _HOOK_FAILED),)
    outcomes = [attempt(partial(read, owner, item)) for item in items]
    return (
        tuple(outcome for outcome in outcomes if isinstance(outcome, Claim)),
        tuple(
            _failed(owner, hook, outcome, _NOT_USED) for outcome in outcomes if not isinstance(outcome, Claim)
        ),
    )


def answered(hook: pluggy.HookCaller) -> tuple[object, ...]:
    """Return the items that the functions of a hook return.

    Raises:
        AnswerError: where one returns no list, or they return more than 1,000 items.
        BaseException: whatever one of them raises.
    """
    functions = hook.get_hookimpls()
    if not functions:
        return ()
    answers = listed(hook(), len(functions))
    if not answers:
        listed(None, 0)
    return listed(chain.from_iterable(listed(one, MOST_REGISTERED) for one in answers), MOST_REGISTERED)


def _failed(owner: Owner, hook: str, fault: Bilingual | Failure, message: Bilingual) -> PluginProblem:
    told = fault.told if isinstance(fault, Failure) else fault
    return PluginProblem.of(owner, Bilingual(f"{hook}: {told.id}", f"{hook}: {told.en}"), message)


_HOOK_FAILED = Bilingual(
    "Plugin {owner} gagal ditanya ({cause}). Perbarui paket itu, atau sisihkan dengan --block {handle}; "
    "plugin lain tetap dipakai.",
    "Plugin {owner} failed when asked ({cause}). Update that package, or leave it out with --block {handle}; "
    "the other plugins are used.",
)
_NOT_USED = Bilingual(
    "Plugin {owner}: satu bagian tidak dipakai ({cause}). Perbarui paket itu, atau beri tahu pembuatnya.",
    "Plugin {owner}: one part is not used ({cause}). Update that package, or tell its author.",
)
