"""Loads plugins one by one: nothing that one of them does stops the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from importlib.metadata import EntryPoint

from ppid_core.errors import PluginConflictError, PluginLoadError
from ppid_core.language import Bilingual
from ppid_core.plugins.answers import Answer, ask
from ppid_core.plugins.attempt import Failure, attempt
from ppid_core.plugins.claims import Claim, settle
from ppid_core.plugins.discovery import discovered
from ppid_core.plugins.faults import BUILT_IN, Owner, PluginProblem
from ppid_core.plugins.installed import FORMAT, RULE, Listener, Plugins
from ppid_core.rules import CATALOGUE
from ppid_core.version import VERSION

OURSELVES = Owner(distribution=BUILT_IN, version=VERSION, entry_point="")


def load_plugins(
    *,
    strict: bool = False,
    block: Collection[str] = (),
    entry_points: Iterable[EntryPoint] | None = None,
) -> Plugins:
    """Load every plugin that is installed; what fails is a problem, and the others go on.

    Args:
        strict: raise instead of telling.
        block: distributions or entry points that are left out; so one of two rivals is chosen.
        entry_points: the entry points to load; None is those that are installed.

    Raises:
        PluginConflictError: in strict loading, where two plugins claim one name.
        PluginLoadError: in strict loading, where anything else failed.
    """
    outcomes = [_loaded(owner, entry_point) for owner, entry_point in discovered(entry_points, block)]
    answers = [outcome for outcome in outcomes if isinstance(outcome, Answer)]
    failures = [outcome for outcome in outcomes if isinstance(outcome, PluginProblem)]
    ours = (Claim(name=rule.code, item=rule, owner=OURSELVES) for rule in CATALOGUE)
    rules = settle(RULE, (*ours, *(claim for answer in answers for claim in answer.rules)))
    exporters = settle(FORMAT, (claim for answer in answers for claim in answer.exporters))
    failures += [problem for answer in answers for problem in answer.problems]
    conflicts = (*rules.problems, *exporters.problems)
    if strict:
        _refuse(failures, conflicts)
    return Plugins(
        exporter_claims=exporters.kept,
        rule_claims=rules.kept,
        listeners=tuple(
            Listener(owner=answer.owner, hook=answer.manager.hook.ppid_exported)
            for answer in answers
            if answer.listens
        ),
        problems=(*failures, *conflicts),
        contested={**rules.contested, **exporters.contested},
    )


def _loaded(owner: Owner, entry_point: EntryPoint) -> Answer | PluginProblem:
    plugin = attempt(entry_point.load)
    if isinstance(plugin, Failure):
        return PluginProblem.of(owner, plugin, _NOT_LOADED)
    answer = attempt(lambda: ask(owner, plugin))
    return PluginProblem.of(owner, answer, _NOT_LOADED) if isinstance(answer, Failure) else answer


def _refuse(failures: Iterable[PluginProblem], conflicts: Iterable[PluginProblem]) -> None:
    for error, problems in ((PluginLoadError, failures), (PluginConflictError, conflicts)):
        if told := "\n".join(problem.message.id for problem in problems):
            raise error(told)


_NOT_LOADED = Bilingual(
    "Plugin {owner} gagal dimuat ({cause}). Format lain tetap dibuat.",
    "Plugin {owner} could not be loaded ({cause}). Other formats are still made.",
)
