"""What is installed, who brings it, and what failed: two claims to one name are told, never settled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, Generic, Self, TypeVar

import pluggy
from attrs import evolve, field, frozen

from ppid_core.errors import PluginConflictError, UnknownNameError
from ppid_core.intake import Importer
from ppid_core.language import Bilingual
from ppid_core.option import FORMAT
from ppid_core.output.exporter import Exporter
from ppid_core.rules import CORE_RULESET, Rule
from ppid_core.rules.engine.rule import RULE

T = TypeVar("T")
Name = tuple[Bilingual, str]
"""What a name is of, in small letters, and the name."""

BUILT_IN = "ppid-core"
ENDING = Bilingual("akhiran berkas", "the file ending")
LISTENER = Bilingual("penambah berkas", "what adds files")


@frozen(kw_only=True, order=True)
class Owner:
    """Who a thing comes from: a distribution, and the entry point by which it came in.

    >>> from ppid_core import load_plugins
    >>> load_plugins(entry_points=[]).owners[0].distribution
    'ppid-core'

    Attributes:
        distribution: "" where nobody knows it.
        module: where the entry point leads to, as the metadata say it: ``ppid_ods.hooks``.
    """

    distribution: str
    version: str
    entry_point: str
    module: str = ""

    @property
    def is_built_in(self) -> bool:
        """Whether it is our own."""
        return self.distribution == BUILT_IN

    @property
    def handle(self) -> str:
        """What to block it by."""
        return self.distribution or self.entry_point

    def __str__(self) -> str:
        """Return ``"ppid-exporter-ods" 0.3``."""
        return f'"{self.handle}" {self.version}'.rstrip()


@frozen(kw_only=True)
class PluginProblem:
    """What is wrong with one plugin (*masalah plugin*); the others go on.

    >>> from ppid_core import load_plugins
    >>> [problem.message("en") for problem in load_plugins(entry_points=[]).problems]
    []

    Attributes:
        owner: the package to update, block or remove, and the name by which it registers.
        cause: kind and text of the exception, or the fault, as a developer needs it.
        message: the sentences: whose fault, what happened, what to do.
    """

    owner: Owner
    cause: str
    message: Bilingual

    @classmethod
    def of(cls, owner: Owner, cause: Bilingual, message: Bilingual | None = None, **facts: object) -> Self:
        """Return the problem of ``owner``: that it ``failed``, or a message that is filled with the facts."""
        facts = {"owner": owner, "cause": cause, "handle": owner.handle, **facts}
        return cls(owner=owner, cause=cause.en, message=(message or _FAILED).fill(**facts))


@frozen(kw_only=True)
class PluginClaim(Generic[T]):
    """A thing, who brought it, and what it is asked for by: a name, a code, endings of files, or nothing."""

    kind: Bilingual
    item: T
    owner: Owner

    @property
    def name(self) -> str:
        """Its name among things of its kind; of a rule its code."""
        return str(getattr(self.item, "code" if self.kind is RULE else "name"))

    @property
    def asked_by(self) -> tuple[Name, ...]:
        """What nobody else may be asked for by."""
        if self.kind is LISTENER:
            return ()
        names = getattr(self.item, "suffixes", ()) if self.kind is ENDING else (self.name,)
        return tuple((self.kind, name) for name in dict.fromkeys(names))


@frozen(kw_only=True)
class Plugins:
    """What can be used (*plugin yang terpasang*).

    >>> from ppid_core import load_plugins
    >>> load_plugins().exporter("csv").label
    'CSV (paket data, satu berkas per tabel)'

    Attributes:
        owners: every plugin that was looked at, those that failed too; our own first, as in all that follows.
        importer_claims: each importer with who brings it; so are rules and formats.
        listeners: plugins that add files to what is exported.
        problems: what failed.
        contested: the sentence for each name that two plugins claim.
    """

    owners: tuple[Owner, ...] = ()
    importer_claims: tuple[PluginClaim[Importer], ...] = ()
    rule_claims: tuple[PluginClaim[Rule], ...] = ()
    exporter_claims: tuple[PluginClaim[Exporter], ...] = ()
    listeners: tuple[PluginClaim[pluggy.HookCaller], ...] = ()
    problems: tuple[PluginProblem, ...] = ()
    contested: Mapping[Name, Bilingual] = field(factory=dict)

    @property
    def importers(self) -> tuple[Importer, ...]:
        """Every importer, for `load`: the built-in ones, then those of plugins."""
        return tuple(claim.item for claim in self.importer_claims)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule: those of our catalogue, then those of plugins."""
        return tuple(claim.item for claim in self.rule_claims)

    @property
    def exporters(self) -> tuple[Exporter, ...]:
        """Every format that can be asked for."""
        return tuple(claim.item for claim in self.exporter_claims)

    @property
    def ruleset(self) -> Mapping[str, str]:
        """Version of each distribution that brings rules."""
        brought = {claim.owner.distribution: claim.owner.version for claim in self.rule_claims}
        return {**CORE_RULESET, **brought}

    def importer(self, suffix: str) -> Importer:
        """Return what reads files with the ending ``suffix`` (``.ods``); raises as `exporter` does."""
        return self._claimed((ENDING, suffix), self.importer_claims)

    def rule(self, code: str) -> Rule:
        """Return the rule ``code``; raises as `exporter` does."""
        return self._claimed((RULE, code), self.rule_claims)

    def exporter(self, name: str) -> Exporter:
        """Return the format ``name``.

        Raises:
            PluginConflictError: where two plugins claim the name.
            UnknownNameError: where nobody has it; lists the known names.
        """
        return self._claimed((FORMAT, name), self.exporter_claims)

    def _claimed(self, name: Name, claims: Iterable[PluginClaim[T]]) -> T:
        known = {one: claim.item for claim in claims for one in claim.asked_by}
        if name in known:
            return known[name]
        if name in self.contested:
            raise PluginConflictError(self.contested[name])
        kind, called = name
        raise UnknownNameError(kind, called, [one for _, one in known])


def settled(owners: Iterable[Owner], brought: Iterable[PluginClaim[Any] | PluginProblem]) -> Plugins:
    """Return what can be used: a built-in keeps its names, between strangers neither has a name."""
    claims, failures, groups = [], dict[PluginProblem, None](), dict[Name, list[PluginClaim[Any]]]()
    for one in brought:
        if isinstance(one, PluginProblem):
            failures[one] = None
        else:
            claims.append(one)
            for name in one.asked_by:
                groups.setdefault(name, []).append(one)
    conflicts = {name: _conflict(name, group) for name, group in groups.items() if len(group) > 1}
    kept = [one for claim in claims for one in _narrowed(claim, conflicts)]
    return Plugins(
        owners=tuple(owners),
        importer_claims=tuple(claim for claim in kept if claim.kind is ENDING),
        rule_claims=tuple(claim for claim in kept if claim.kind is RULE),
        exporter_claims=tuple(claim for claim in kept if claim.kind is FORMAT),
        listeners=tuple(claim for claim in kept if claim.kind is LISTENER),
        problems=(*failures, *conflicts.values()),
        contested={name: problem.message for name, problem in conflicts.items()},
    )


def _narrowed(claim: PluginClaim[Any], conflicts: Collection[Name]) -> Iterator[PluginClaim[Any]]:
    """Yield the claim to what is left to it: nothing, all, or some of the endings of an importer."""
    own, item = [name for name in claim.asked_by if name not in conflicts], claim.item
    if claim.owner.is_built_in or len(own) == len(claim.asked_by):
        yield claim
    elif own:
        suffixes = tuple(ending for _, ending in own)
        part = SimpleNamespace(name=item.name, label=item.label, suffixes=suffixes, read=item.read)
        yield evolve(claim, item=part)


def _conflict(name: Name, group: Sequence[PluginClaim[Any]]) -> PluginProblem:
    owners = list(dict.fromkeys(claim.owner for claim in group))
    newcomer = next((owner for owner in owners if not owner.is_built_in), owners[0])
    # Of two plugins of one distribution the entry point is blocked, else both would go.
    is_alone = [owner.distribution for owner in owners].count(newcomer.distribution) == 1
    (kind, called), told = name, [str(owner) for owner in owners]
    several = Bilingual(" dan ".join(told), " and ".join(told))
    return PluginProblem.of(
        newcomer,
        Bilingual.both(f"{called}: {', '.join(told)}"),
        _CLAIMED,
        kind=Bilingual(kind.id.capitalize(), kind.en.capitalize()),
        name=called,
        owners=_TWICE.fill(owner=told[0]) if len(told) == 1 else several,
        used=_OURS.fill(first=owners[0]) if owners[0].is_built_in else _NEITHER,
        handle=newcomer.handle if is_alone else newcomer.entry_point,
    )


_CLAIMED = Bilingual(
    '{kind} "{name}" dibawa oleh {owners}; {used}. Sisihkan yang lain, misalnya dengan --block {handle}.',
    '{kind} "{name}" is brought by {owners}; {used}. Block the other, for instance by --block {handle}.',
)
_TWICE = Bilingual("{owner} dua kali", "{owner} twice")
_NEITHER = Bilingual("tidak satu pun dipakai", "neither is used")
_OURS = Bilingual("yang dipakai milik {first}", "that of {first} is used")
_FAILED = Bilingual(
    "Plugin {owner} {failed} ({cause}). Perbarui paket itu, atau sisihkan dengan --block {handle}; yang lain "
    "tetap dipakai.",
    "Plugin {owner} {failed} ({cause}). Update that package, or leave it out with --block {handle}; the "
    "others are used.",
)
