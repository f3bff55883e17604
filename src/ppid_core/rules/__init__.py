"""What must agree: the engine, and one module for each family of codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ppid_core.argument import refuse_other, refuse_text
from ppid_core.errors import ArgumentError
from ppid_core.language import Bilingual
from ppid_core.rules.engine.checked import Checked, Run, Status
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, known, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.run import run_rules
from ppid_core.version import VERSION

if TYPE_CHECKING:
    from ppid_core.rules.catalogue import CATALOGUE

__all__ = [
    "CATALOGUE",
    "CORE_RULESET",
    "Checked",
    "Evidence",
    "Finding",
    "NotApplicable",
    "Rule",
    "Run",
    "Severity",
    "Status",
    "check",
    "known",
    "present",
]

CORE_RULESET: Mapping[str, str] = {"ppid-core": VERSION}
"""The version that judged, where no plugin brings rules."""


def check(
    evidence: Evidence,
    rules: Sequence[Rule] | None = None,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    ruleset: Mapping[str, str] = CORE_RULESET,
) -> Checked:
    """Ask every selected rule.

    >>> from ppid_core import Dossier, check
    >>> checked = check(Dossier.open("examples/kota-serang-2020").evidence, select=["T101"])
    >>> [finding.subject for finding in checked.findings]
    ['objections.total']

    Args:
        evidence: the year, its figures, the law and the calendar.
        rules: the rules to ask, by default our own.
        select: selectors (``T``, ``L1``, ``L102``); none selects all.
        ignore: selectors of rules that are left out.
        ruleset: version of each distribution that ``rules`` come from.

    Raises:
        ArgumentError: ``evidence`` is none, or a selector stands where a list of them belongs.
        UnknownNameError: where a selector means no known rule.
    """
    refuse_other("evidence", evidence, Evidence, "Evidence: work.evidence")
    if isinstance(rules, str):
        raise ArgumentError("rules", rules, Bilingual.both(f'select=["{rules}"]'))
    refuse_text("select", select)
    refuse_text("ignore", ignore)
    asked = _catalogue() if rules is None else rules
    return run_rules(evidence, asked, select=select, ignore=ignore, ruleset=ruleset)


def _catalogue() -> tuple[Rule, ...]:
    """Return every rule of ours; who asks only some does not load the other families."""
    from ppid_core.rules.catalogue import CATALOGUE  # noqa: PLC0415  as said

    return CATALOGUE


def __getattr__(name: str) -> object:
    """Return the catalogue when it is first asked for."""
    if name == "CATALOGUE":
        return _catalogue()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
