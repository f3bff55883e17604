"""What is installed: the formats, rules and listeners of every plugin, and what failed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import pluggy
from attrs import field, frozen

from ppid_core.errors import PluginConflictError, UnknownNameError
from ppid_core.language import Bilingual
from ppid_core.plugins.claims import Claim
from ppid_core.plugins.exporter import Exporter
from ppid_core.plugins.faults import Owner, PluginProblem
from ppid_core.rules import CORE_RULESET, Rule

T = TypeVar("T")

FORMAT, RULE = Bilingual("Format", "Format"), Bilingual("Aturan", "Rule")


@frozen(kw_only=True)
class Listener:
    """A plugin that wants to know what was exported."""

    owner: Owner
    hook: pluggy.HookCaller


@frozen(kw_only=True)
class Plugins:
    """What can be used (*plugin yang terpasang*).

    Attributes:
        exporter_claims: each format with who brings it; our own first.
        rule_claims: each rule with who brings it; our own first.
        listeners: plugins that add files to what is exported.
        problems: what failed.
        contested: the sentence for each name that two plugins claim and neither has.
    """

    exporter_claims: tuple[Claim[Exporter], ...] = ()
    rule_claims: tuple[Claim[Rule], ...] = ()
    listeners: tuple[Listener, ...] = ()
    problems: tuple[PluginProblem, ...] = ()
    contested: Mapping[str, str] = field(factory=dict)

    @property
    def exporters(self) -> tuple[Exporter, ...]:
        """Every format that can be asked for."""
        return tuple(claim.item for claim in self.exporter_claims)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule: those of our catalogue, then those of plugins."""
        return tuple(claim.item for claim in self.rule_claims)

    @property
    def ruleset(self) -> Mapping[str, str]:
        """Version of each distribution that brings rules."""
        return {
            **CORE_RULESET,
            **{claim.owner.distribution: claim.owner.version for claim in self.rule_claims},
        }

    def exporter(self, name: str) -> Exporter:
        """Return the format ``name``.

        Raises:
            PluginConflictError: where two plugins claim the name.
            UnknownNameError: where nobody has it; lists the known names.
        """
        return _claimed(FORMAT.id, name, self.exporter_claims, self.contested)

    def rule(self, code: str) -> Rule:
        """Return the rule ``code``.

        Raises:
            PluginConflictError: where two plugins claim the code.
            UnknownNameError: where nobody has it; lists the known codes.
        """
        return _claimed(RULE.id, code, self.rule_claims, self.contested)


def _claimed(kind: str, name: str, claims: Iterable[Claim[T]], contested: Mapping[str, str]) -> T:
    if name in contested:
        raise PluginConflictError(contested[name])
    known = {claim.name: claim.item for claim in claims}
    if name not in known:
        raise UnknownNameError(kind, name, known)
    return known[name]
