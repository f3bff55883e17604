"""Finds the plugins that are installed, loads, asks and checks each by itself: none of them stops another."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from importlib.metadata import Distribution, EntryPoint, distributions
from itertools import chain, starmap
from types import SimpleNamespace, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import pluggy
from attrs import evolve, fields_dict, frozen

from ppid_core.argument import refuse_text
from ppid_core.errors import AnswerError, PluginConflictError, PluginLoadError
from ppid_core.failure import Failure, attempt, one_line
from ppid_core.intake import BUILT_IN_IMPORTERS, Importer
from ppid_core.language import LANGS, Bilingual
from ppid_core.law import Lawbook
from ppid_core.option import FORMAT
from ppid_core.output.artifact import shown
from ppid_core.output.exporter import Exporter
from ppid_core.plugins import hookspecs
from ppid_core.plugins.hookspecs import PROJECT, hookimpl
from ppid_core.plugins.inventory import (
    BUILT_IN,
    ENDING,
    LISTENER,
    Owner,
    PluginClaim,
    PluginProblem,
    Plugins,
    settled,
)
from ppid_core.plugins.loans import each, lent_evidence
from ppid_core.rules import CATALOGUE, Checked, Evidence, Finding, Rule
from ppid_core.rules.engine.rule import RULE
from ppid_core.version import VERSION
from ppid_core.wire import unstructure

Checks = Mapping[str, Callable[[Any], object]]
Brought = PluginClaim[Any] | PluginProblem
OURSELVES = Owner(distribution=BUILT_IN, version=VERSION, entry_point="ppid_core", module="ppid_core")
"""Not read from metadata: a year can be read and checked wherever the library can be imported."""
OUR_HOOKS = SimpleNamespace(
    ppid_register_importers=hookimpl(lambda: BUILT_IN_IMPORTERS),
    ppid_register_rules=hookimpl(lambda: CATALOGUE),
)
HOOKS = tuple(name for name in vars(hookspecs) if name.startswith(f"{PROJECT}_"))
REGISTRIES: Mapping[str, tuple[type, Bilingual]] = {
    "ppid_register_importers": (Importer, ENDING),
    "ppid_register_rules": (Rule, RULE),
    "ppid_register_exporters": (Exporter, FORMAT),
}
"""What each hook returns, and by what it is asked for."""
MOST_REGISTERED = 1_000
NAME = re.compile(r"\AMetadata-Version:[^\n]*\nName:[ \t]*([\w.-]+)[ \t]*\n")
"""How metadata begin that a packaging tool has written."""
SLUG = re.compile(r"[a-z][a-z0-9-]*")
SUFFIX = re.compile(r"\.[a-z0-9]+")
STRANGERS_CODE = re.compile(r"[A-Z]{2,4}[0-9]{3}")
TEMPLATE = re.compile(r"(?:[^{}]|\{\{|\}\}|\{[^\W\d]\w*(?::[^{}|]*\|[^{}|]*)?\})*")
MOST_FINDINGS = 100_000


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
        ArgumentError: ``block`` is the name of one, and no list.
        PluginConflictError: in strict loading, where two plugins claim one name and nothing else failed.
        PluginLoadError: in strict loading, where anything else failed; it tells the conflicts, too.
    """
    refuse_text("block", block)
    blocked = set(map(_normal, block))
    every = _installed() if entry_points is None else ((_owner(one.dist, one), one) for one in entry_points)
    found = dict.fromkeys(
        one for one in every if blocked.isdisjoint({one[0].distribution, _normal(one[0].entry_point)})
    )
    ordered = sorted(found, key=lambda one: (not one[0].is_built_in, one[0]))
    owners = [OURSELVES, *(owner for owner, one in ordered if isinstance(one, EntryPoint))]
    plugins = settled(owners, [*_asked(OURSELVES, OUR_HOOKS), *chain(*starmap(_loaded, ordered))])
    if strict and plugins.problems:
        told = Bilingual(*("\n".join(one.message(lang) for one in plugins.problems) for lang in LANGS))
        has_failed = len(plugins.problems) > len(plugins.contested)
        raise (PluginLoadError if has_failed else PluginConflictError)(told)
    return plugins


def _installed() -> Iterator[tuple[Owner, EntryPoint | Failure]]:
    """Yield the entry points of each distribution, the first on the path of each name.

    `importlib.metadata.entry_points` raises for all where the metadata of one cannot be read; each is made
    anew, as whoever imports `importlib_metadata` gets all of them, from then on, of its own classes.
    """
    first: dict[object, Distribution] = {}
    for distribution in distributions():
        if f"[{PROJECT}]" in (distribution.read_text("entry_points.txt") or ""):
            same = distributions(name=named) if (named := _name(distribution)) else ()
            first.setdefault(named or distribution, next(iter(same), distribution))
    for distribution in first.values():
        read = attempt(partial(getattr, distribution, "entry_points"))
        if isinstance(read, Failure):
            yield _owner(distribution), read
        else:
            ours = (EntryPoint(one.name, one.value, PROJECT) for one in read if one.group == PROJECT)
            yield from ((_owner(distribution, one), one) for one in ours)


def _name(distribution: Distribution) -> str:
    """Return what a distribution calls itself; its other metadata, much of it prose, is not taken apart."""
    texts = (distribution.read_text(name) for name in ("METADATA", "PKG-INFO"))
    named = NAME.search(next(filter(None, texts), ""))
    return _normal(named[1]) if named else _owner(distribution).distribution


def _owner(distribution: Distribution | None, entry_point: EntryPoint | None = None) -> Owner:
    metadata: Any = {} if distribution is None else distribution.metadata
    name, version = _normal(metadata.get("Name", "")), metadata.get("Version", "")
    called, module = (entry_point.name, entry_point.value) if entry_point else ("", "")
    return Owner(distribution=name, version=version, entry_point=called, module=module)


def _normal(name: str) -> str:
    """Return the name of a distribution as packaging tools compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


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
        PluginValidationError: where a hook has no such argument.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin, owner.entry_point)
    callers = {one.name: one for one in manager.get_hookcallers(plugin) or ()}
    for name in sorted(callers.keys() - HOOKS):
        if not all(one.optionalhook for one in callers[name].get_hookimpls()):
            yield PluginProblem.of(owner, Bilingual.both(name), _UNKNOWN, version=VERSION)
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
    if isinstance(items, Failure) or owner.is_built_in:
        yield from [items] if isinstance(items, Failure) else items
    else:
        yield from (attempt(partial(checked, item, kind)) for item in items)


def _fits(value: object, hint: object) -> bool:
    """Tell whether a value is what its field is declared to be, and a text a template."""
    kind, parts = get_origin(hint), get_args(hint)
    if kind in {Union, UnionType}:
        return any(_fits(value, part) for part in parts)
    if kind is tuple:
        return isinstance(value, tuple) and all(_fits(one, parts[0]) for one in value)
    if isinstance(value, Bilingual) and hint is Bilingual:
        return all(map(TEMPLATE.fullmatch, (value.id, value.en)))
    return isinstance(value, cast("type", kind or hint))


def _declared(kind: type) -> Checks:
    return {name: partial(_fits, hint=hint) for name, hint in get_type_hints(kind).items()}


_NAMED: Checks = {
    "name": lambda name: isinstance(name, str) and SLUG.fullmatch(name),
    "label": lambda label: isinstance(label, str) and label.strip() and label.isprintable(),
}
_ENDED: Checks = {
    "suffixes": lambda ends: ends and _fits(ends, tuple[str, ...]) and all(map(SUFFIX.fullmatch, ends))
}
_BOUND: Checks = {"code": STRANGERS_CODE.fullmatch, "basis": frozenset(fields_dict(Lawbook)).issuperset}
CHECKS: Mapping[type, tuple[Bilingual, Checks]] = {
    Importer: (Bilingual("pengimpor", "importer"), {**_NAMED, **_ENDED, "read": callable}),
    Exporter: (Bilingual("pengekspor", "exporter"), {**_NAMED, "export": callable}),
    Rule: (Bilingual("aturan", "rule"), {**_declared(Rule), **_BOUND}),
    Finding: (Bilingual("hasil pemeriksaan", "finding"), _declared(Finding)),
}
"""What each kind of thing is called, and what has to be true of its parts."""


def checked(item: object, kind: type) -> Any:  # noqa: ANN401  an item of that kind
    """Return what a stranger brings, if it is of that kind and each part of it can be used.

    Raises:
        AnswerError: with each part that is wrong.
    """
    noun, checks = CHECKS[kind]
    if isinstance(item, type) or not isinstance(item, kind):
        needed = ", ".join(checks) if kind in {Exporter, Importer} else kind.__name__
        raise AnswerError(_NO_SUCH.fill(shown=shown(item), noun=noun, needed=needed))
    parts = {name: getattr(item, name) for name in checks}
    if wrong := [f"{name}={part!r}" for name, part in parts.items() if not checks[name](part)]:
        called = shown(next(iter(parts.values())))
        raise AnswerError(_WRONG.fill(noun=noun, called=called, wrong=one_line(", ".join(wrong))))
    return GuardedRule(**parts) if kind is Rule else item


@frozen(kw_only=True)
class GuardedRule(Rule):
    """A stranger's rule: a finding that cannot be printed fails the rule, not the command."""

    def ask(self, evidence: Evidence) -> Iterator[Finding]:
        """Yield what the rule finds in the year without any applicant.

        Raises:
            AnswerError: what it returns are no findings, or too many, or ones that cannot be told.
        """
        # All are counted before the first is told: telling a hundred thousand takes seconds.
        for item in tuple(each(self.check(lent_evidence(evidence)), MOST_FINDINGS)):
            finding = checked(item, Finding)
            stamped = evolve(finding, code=self.code, wording=self.message, mending=self.mend)
            if isinstance(told := attempt(partial(_told, stamped)), Failure):
                raise AnswerError(_UNTOLD.fill(cause=told.told))
            yield finding


def _told(finding: Finding) -> object:
    """Do all that is done with a finding later."""
    return [(unstructure(Checked(findings=(finding,)), lang), finding.mend(lang)) for lang in LANGS]


_NO_SUCH = Bilingual(
    "{shown} bukan {noun} (perlu {needed}; kembalikan objek, bukan kelas)",
    "{shown} is no {noun} (it needs {needed}; return an object, not a class)",
)
_WRONG = Bilingual("{noun} {called} salah pada {wrong}", "the {noun} {called} is wrong in {wrong}")
_UNTOLD = Bilingual("hasilnya tidak dapat ditulis ({cause})", "a finding cannot be told ({cause})")
_LOADED = Bilingual("gagal dimuat", "could not be loaded")
_ASKED = Bilingual("gagal ditanya", "failed when asked")
_UNKNOWN = Bilingual(
    "Plugin {owner} memakai hook {cause}, yang tidak dikenal ppid-core {version}; bagian itu dilewati. "
    "Perbarui ppid-core bila plugin itu lebih baru, atau sisihkan dengan --block {handle}.",
    "The plugin {owner} has the hook {cause}, which ppid-core {version} does not know; that part is passed "
    "over. Update ppid-core if it was made for a newer version, or leave it out with --block {handle}.",
)
_UNMARKED = Bilingual("{name} tanpa @hookimpl", "{name} without @hookimpl")
