"""What is installed: the importers, rules, formats and listeners of every plugin, and what failed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TypeVar

import pluggy
from attrs import field, frozen

from ppid_core.errors import PluginConflictError, UnknownNameError
from ppid_core.intake import Importer
from ppid_core.language import Bilingual
from ppid_core.plugins.claims import ENDING, FORMAT, RULE, Claim, by_ending
from ppid_core.plugins.exporter import Exporter
from ppid_core.plugins.faults import Owner, PluginProblem
from ppid_core.rules import CORE_RULESET, Rule

T = TypeVar("T")


@frozen(kw_only=True)
class Listener:
    """A plugin that wants to know what was exported."""

    owner: Owner
    hook: pluggy.HookCaller


@frozen(kw_only=True)
class Plugins:
    """What can be used (*plugin yang terpasang*).

    >>> from ppid_core import load_plugins
    >>> load_plugins().exporter("csv").label
    'CSV (satu berkas per tabel)'

    Attributes:
        owners: every plugin that was looked at, those that failed too; our own first.
        importer_claims: each importer with who brings it; our own first.
        rule_claims: each rule with who brings it; our own first.
        exporter_claims: each format with who brings it; our own first.
        listeners: plugins that add files to what is exported.
        problems: what failed.
        contested: the sentence for each format, code and ending that two plugins claim and neither has.
    """

    owners: tuple[Owner, ...] = ()
    importer_claims: tuple[Claim[Importer], ...] = ()
    rule_claims: tuple[Claim[Rule], ...] = ()
    exporter_claims: tuple[Claim[Exporter], ...] = ()
    listeners: tuple[Listener, ...] = ()
    problems: tuple[PluginProblem, ...] = ()
    contested: Mapping[str, Bilingual] = field(factory=dict)

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
        return {
            **CORE_RULESET,
            **{claim.owner.distribution: claim.owner.version for claim in self.rule_claims},
        }

    def importer(self, suffix: str) -> Importer:
        """Return what reads files with the ending ``suffix`` (``.ods``).

        Raises:
            PluginConflictError: where two plugins claim the ending.
            UnknownNameError: where nobody reads it; lists the known endings.
        """
        endings = chain.from_iterable(map(by_ending, self.importer_claims))
        return _claimed(ENDING, suffix, endings, self.contested)

    def rule(self, code: str) -> Rule:
        """Return the rule ``code``.

        Raises:
            PluginConflictError: where two plugins claim the code.
            UnknownNameError: where nobody has it; lists the known codes.
        """
        return _claimed(RULE, code, self.rule_claims, self.contested)

    def exporter(self, name: str) -> Exporter:
        """Return the format ``name``.

        Raises:
            PluginConflictError: where two plugins claim the name.
            UnknownNameError: where nobody has it; lists the known names.
        """
        return _claimed(FORMAT, name, self.exporter_claims, self.contested)


def _claimed(kind: Bilingual, name: str, claims: Iterable[Claim[T]], contested: Mapping[str, Bilingual]) -> T:
    if name in contested:
        raise PluginConflictError(contested[name])
    known = {claim.name: claim.item for claim in claims}
    if name not in known:
        raise UnknownNameError(kind, name, known)
    return known[name]
