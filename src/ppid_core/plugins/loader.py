"""Finds the plugins that are installed, and loads and asks each by itself: none of them stops another."""

from __future__ import annotations

import difflib
import inspect
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from importlib.metadata import Distribution, EntryPoint, distributions
from itertools import chain
from typing import Any, TypeVar

import pluggy
from attrs import evolve, frozen

from ppid_core.errors import PluginConflictError, PluginLoadError
from ppid_core.intake import Importer
from ppid_core.language import Bilingual
from ppid_core.output.artifact import one_line
from ppid_core.plugins import built_in, hookspecs
from ppid_core.plugins.acceptance import accept_exporter, accept_importer, accept_rule
from ppid_core.plugins.attempt import Failure, attempt, each
from ppid_core.plugins.claims import FORMAT, RULE, Claim, settle, settle_importers
from ppid_core.plugins.exporter import Exporter
from ppid_core.plugins.faults import UNKNOWN, Owner, PluginProblem
from ppid_core.plugins.hookspecs import PROJECT
from ppid_core.plugins.installed import Listener, Plugins
from ppid_core.rules import Rule

T = TypeVar("T")
Found = tuple[Owner, EntryPoint]
Reader = Callable[[Owner, object], Claim[T] | Bilingual]
"""Makes a claim of what a hook returned, or says what is wrong with it."""

PREFIX = f"{PROJECT}_"
HOOKS = tuple(name for name in vars(hookspecs) if name.startswith(PREFIX))
"""Every hook, in the order of the life cycle."""
ALIKE = 0.75
MOST_REGISTERED = 1_000


@frozen(kw_only=True)
class AskedPlugin:
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
    answers = [
        _asked(built_in.OURSELVES, built_in),
        *(one for one in outcomes if isinstance(one, AskedPlugin)),
    ]
    failures = (
        *unread,
        *(outcome for outcome in outcomes if isinstance(outcome, PluginProblem)),
        *(problem for answer in answers for problem in answer.problems),
    )
    settled = _settled(answers)
    told = "\n".join(problem.message.id for problem in (*failures, *settled.problems))
    if strict and told:
        raise (PluginLoadError if failures else PluginConflictError)(told)
    return evolve(
        settled,
        owners=(built_in.OURSELVES, *(owner for owner, _ in found)),
        problems=(*failures, *settled.problems),
    )


def discovered(
    entry_points: Iterable[EntryPoint] | None, block: Collection[str]
) -> tuple[tuple[Found, ...], tuple[PluginProblem, ...]]:
    """Return the plugins to load, our own first, then by distribution and name; and what cannot be read.

    Args:
        entry_points: what to look at; None is what is installed.
        block: distributions or entry points that are left out.
    """
    named = _installed() if entry_points is None else [(_owner(one, one.dist), one) for one in entry_points]
    blocked = {_normal(name) for name in block}
    outcomes = [
        (owner, outcome)
        for owner, outcome in named
        if blocked.isdisjoint({owner.distribution, _normal(owner.entry_point)})
    ]
    found = dict.fromkeys((owner, one) for owner, one in outcomes if isinstance(one, EntryPoint))
    unread = (PluginProblem.of(owner, one, _NOT_READ) for owner, one in outcomes if isinstance(one, Failure))
    return tuple(sorted(found, key=lambda one: (not one[0].is_built_in, one[0]))), tuple(unread)


def _installed() -> Iterator[tuple[Owner, EntryPoint | Failure]]:
    """Yield the entry points of each distribution, the first on the path of each name.

    `importlib.metadata.entry_points` raises for all where the metadata of one cannot be read.
    """
    seen: set[str] = set()
    for distribution in distributions():
        owner = _owner(None, distribution)
        if owner.distribution in seen:
            continue
        seen |= {owner.distribution} - {UNKNOWN}
        if f"[{PROJECT}]" not in (distribution.read_text("entry_points.txt") or ""):
            continue
        read = attempt(lambda: [one for one in distribution.entry_points if one.group == PROJECT])  # noqa: B023  called at once
        if isinstance(read, Failure):
            yield owner, read
        else:
            yield from ((_owner(one, distribution), one) for one in read)


def _owner(entry_point: EntryPoint | None, distribution: Distribution | None) -> Owner:
    metadata: Any = {} if distribution is None else distribution.metadata
    return Owner(
        distribution=_normal(metadata["Name"]) if "Name" in metadata else UNKNOWN,
        version=one_line(metadata["Version"]) if "Version" in metadata else "",
        entry_point="" if entry_point is None else one_line(entry_point.name),
        module="" if entry_point is None else one_line(entry_point.value),
    )


def _normal(name: str) -> str:
    """Return the name of a distribution as packaging tools compare it."""
    return re.sub(r"[-_.]+", "-", one_line(name)).lower()


def _loaded(owner: Owner, entry_point: EntryPoint) -> AskedPlugin | PluginProblem:
    plugin = attempt(entry_point.load)
    answer = plugin if isinstance(plugin, Failure) else attempt(lambda: _asked(owner, plugin))
    return PluginProblem.of(owner, answer, _NOT_LOADED) if isinstance(answer, Failure) else answer


def _asked(owner: Owner, plugin: object) -> AskedPlugin:
    """Register a loaded plugin by itself and collect what it brings.

    Returns:
        Its answer, with a problem for each hook that failed and each thing that cannot be used.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    problems = list(_registered(manager, owner, plugin))
    return AskedPlugin(
        owner=owner,
        manager=manager,
        importers=_claims(manager, owner, "ppid_register_importers", accept_importer, problems),
        rules=_claims(manager, owner, "ppid_register_rules", accept_rule, problems),
        exporters=_claims(manager, owner, "ppid_register_exporters", accept_exporter, problems),
        problems=tuple(dict.fromkeys(problems)),
    )


def _claims(
    manager: pluggy.PluginManager, owner: Owner, hook: str, read: Reader[T], problems: list[PluginProblem]
) -> tuple[Claim[T], ...]:
    """Ask one hook; one that raises has answered nothing, and what cannot be used becomes a problem."""
    functions = getattr(manager.hook, hook).get_hookimpls()
    answers = (each(one.function(), MOST_REGISTERED) for one in functions)
    items = attempt(lambda: tuple(each(chain.from_iterable(answers), MOST_REGISTERED)))
    if isinstance(items, Failure):
        problems.append(_failed(owner, hook, items.told, _HOOK_FAILED))
        return ()
    claims = []
    for item in items:
        outcome = attempt(partial(read, owner, item))
        if isinstance(outcome, Claim):
            claims.append(outcome)
        else:
            told = outcome.told if isinstance(outcome, Failure) else outcome
            problems.append(_failed(owner, hook, told, _NOT_USED))
    return tuple(claims)


def _failed(owner: Owner, hook: str, told: Bilingual, message: Bilingual) -> PluginProblem:
    return PluginProblem.of(owner, Bilingual(f"{hook}: {told.id}", f"{hook}: {told.en}"), message)


def _registered(manager: pluggy.PluginManager, owner: Owner, plugin: object) -> Iterator[PluginProblem]:
    """Register each function of a plugin by itself: a wrong one does not take the others with it."""
    home, is_fine = Bilingual(owner.module, owner.module), True
    if isinstance(plugin, type):
        yield PluginProblem.of(owner, home, _A_CLASS)
        return
    for name in dir(plugin):
        function: Any = attempt(partial(getattr, plugin, name))
        if isinstance(getattr(function, f"{PROJECT}_impl", None), dict):
            problem = _added(manager, owner, name, function)
        else:
            meant = _unmarked(name) if callable(function) else None
            problem = None if meant is None else PluginProblem.of(owner, meant, _UNMARKED)
        if problem is not None:
            is_fine = False
            yield problem
    if is_fine and not manager.get_plugins():
        yield PluginProblem.of(owner, home, _NO_HOOK)


class _Alone:
    """What one function is registered by."""

    def __init__(self, name: str, function: object) -> None:
        setattr(self, name, function)


def _added(
    manager: pluggy.PluginManager, owner: Owner, name: str, function: Callable[..., object]
) -> PluginProblem | None:
    """Register one marked function; return why it is no implementation of a hook."""
    marks = getattr(function, f"{PROJECT}_impl")
    hook = marks.get("specname") or name
    if hook not in HOOKS:
        return None if marks.get("optionalhook") else PluginProblem.of(owner, _nearest(hook), _UNKNOWN_HOOK)
    if surplus := _surplus(hook, function):
        return PluginProblem.of(owner, surplus, _NOT_REGISTERED)
    added = attempt(lambda: manager.register(_Alone(name, function), name=name))
    return PluginProblem.of(owner, added, _NOT_REGISTERED) if isinstance(added, Failure) else None


def _surplus(hook: str, function: Callable[..., object]) -> Bilingual | None:
    """Return which arguments a function wants that the hook has not, None where there are none."""
    known = list(inspect.signature(getattr(hookspecs, hook)).parameters)
    wanted = inspect.signature(function).parameters.values()
    surplus = ", ".join(one.name for one in wanted if one.default is one.empty and one.name not in known)
    facts = {
        "hook": hook,
        "surplus": surplus,
        "known": ", ".join(known) or Bilingual("tidak satu pun", "none"),
    }
    return _SURPLUS.fill(**facts) if surplus else None


def _nearest(hook: str) -> Bilingual:
    """Return an unknown name with the hook that may be meant, or with all there are."""
    if near := difflib.get_close_matches(hook, HOOKS, n=1):
        return _MEANT.fill(name=hook, near=near[0])
    return _KNOWN.fill(name=hook, known=", ".join(HOOKS))


def _unmarked(name: str) -> Bilingual | None:
    """Return what a function without the mark is named after, well or nearly; None where after no hook."""
    if name in HOOKS:
        return Bilingual(name, name)
    near = difflib.get_close_matches(name, HOOKS, n=1, cutoff=ALIKE) if name.startswith(PREFIX) else ()
    return _MEANT.fill(name=name, near=near[0]) if near else None


def _settled(answers: Sequence[AskedPlugin]) -> Plugins:
    """Return what the plugins bring, each name with its one claimant; its problems are the conflicts."""
    importers = settle_importers(claim for answer in answers for claim in answer.importers)
    rules = settle(RULE, (claim for answer in answers for claim in answer.rules))
    exporters = settle(FORMAT, (claim for answer in answers for claim in answer.exporters))
    hooks = [(answer.owner, answer.manager.hook.ppid_exported) for answer in answers]
    return Plugins(
        importer_claims=importers.kept,
        rule_claims=rules.kept,
        exporter_claims=exporters.kept,
        listeners=tuple(Listener(owner=owner, hook=hook) for owner, hook in hooks if hook.get_hookimpls()),
        problems=(*importers.problems, *rules.problems, *exporters.problems),
        contested={**importers.contested, **rules.contested, **exporters.contested},
    )


_MEANT = Bilingual("{name}; maksudnya {near}?", "{name}; is {near} meant?")
_KNOWN = Bilingual("{name}; yang ada: {known}", "{name}; there are: {known}")
_SURPLUS = Bilingual(
    "{hook} meminta argumen {surplus}; yang ada: {known}",
    "{hook} wants the argument {surplus}; there are: {known}",
)
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
_NOT_READ = Bilingual(
    "Metadata plugin {owner} tidak dapat dibaca ({cause}). Pasang ulang paket itu; yang lain tetap dipakai.",
    "The metadata of the plugin {owner} cannot be read ({cause}). Install it again; the others are used.",
)
_NOT_LOADED = Bilingual(
    "Plugin {owner} gagal dimuat ({cause}). Perbarui paket itu, atau sisihkan dengan --block {handle}; "
    "plugin lain tetap dipakai.",
    "Plugin {owner} could not be loaded ({cause}). Update that package, or leave it out with --block "
    "{handle}; the other plugins are used.",
)
