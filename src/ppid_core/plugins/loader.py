"""Loads plugins one by one: nothing that one of them does stops the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from importlib.metadata import EntryPoint

from attrs import evolve

from ppid_core.errors import PluginConflictError, PluginLoadError
from ppid_core.language import Bilingual
from ppid_core.plugins import built_in
from ppid_core.plugins.answers import Answer, ask
from ppid_core.plugins.attempt import Failure, attempt
from ppid_core.plugins.claims import settle
from ppid_core.plugins.discovery import discovered
from ppid_core.plugins.faults import Owner, PluginProblem
from ppid_core.plugins.importing import settle_importers
from ppid_core.plugins.installed import FORMAT, RULE, Listener, Plugins


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
    found, unread = discovered(entry_points, block)
    outcomes = [_loaded(owner, entry_point) for owner, entry_point in found]
    answers = [ask(built_in.OURSELVES, built_in), *(one for one in outcomes if isinstance(one, Answer))]
    failures = (
        *unread,
        *(outcome for outcome in outcomes if isinstance(outcome, PluginProblem)),
        *(problem for answer in answers for problem in answer.problems),
    )
    settled = _settled(answers)
    if strict:
        _refuse(failures, settled.problems)
    return evolve(
        settled,
        owners=(built_in.OURSELVES, *(owner for owner, _ in found)),
        problems=(*failures, *settled.problems),
    )


def _settled(answers: Sequence[Answer]) -> Plugins:
    """Return what the plugins bring, each name with its one claimant; its problems are the conflicts."""
    importers = settle_importers(claim for answer in answers for claim in answer.importers)
    rules = settle(RULE, (claim for answer in answers for claim in answer.rules))
    exporters = settle(FORMAT, (claim for answer in answers for claim in answer.exporters))
    return Plugins(
        importer_claims=importers.kept,
        rule_claims=rules.kept,
        exporter_claims=exporters.kept,
        listeners=tuple(
            Listener(owner=answer.owner, hook=answer.manager.hook.ppid_exported)
            for answer in answers
            if answer.listens
        ),
        problems=(*importers.problems, *rules.problems, *exporters.problems),
        contested={**importers.contested, **rules.contested, **exporters.contested},
    )


def _loaded(owner: Owner, entry_point: EntryPoint) -> Answer | PluginProblem:
    plugin = attempt(entry_point.load)
    if isinstance(plugin, Failure):
        return PluginProblem.of(owner, plugin, _NOT_LOADED)
    answer = attempt(lambda: ask(owner, plugin))
    return PluginProblem.of(owner, answer, _NOT_LOADED) if isinstance(answer, Failure) else answer


def _refuse(failures: Collection[PluginProblem], conflicts: Collection[PluginProblem]) -> None:
    told = "\n".join(problem.message.id for problem in (*failures, *conflicts))
    if told:
        raise (PluginLoadError if failures else PluginConflictError)(told)


_NOT_LOADED = Bilingual(
    "Plugin {owner} gagal dimuat ({cause}). Perbarui paket itu, atau sisihkan dengan --block {handle}; "
    "plugin lain tetap dipakai.",
    "Plugin {owner} could not be loaded ({cause}). Update that package, or leave it out with --block "
    "{handle}; the other plugins are used.",
)
