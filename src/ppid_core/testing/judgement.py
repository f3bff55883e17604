"""Asks rules about a year in one call: what the tests of a rule need, ours and a stranger's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve

from ppid_core.dossier import Dossier
from ppid_core.intake import Intake
from ppid_core.model import ServiceYear
from ppid_core.plugins import Plugins
from ppid_core.rules import Checked, Evidence, Rule, check

_NOBODY = Plugins()
"""No rules but those that are handed over."""


def judged(
    year: ServiceYear,
    *select: str,
    rules: Sequence[Rule] | None = None,
    as_of: date | None = None,
    inputs: Mapping[str, str] | None = None,
    previous: ServiceYear | None = None,
) -> Checked:
    """Return what the selected rules find in ``year``, by the law and the calendar of this package.

    >>> from ppid_core.testing import judged, samples
    >>> judged(samples.small(), "T101").findings
    ()

    Args:
        year: the year to ask about.
        select: selectors of rules (``T``, ``L102``); none selects all.
        rules: the rules to ask, by default our own.
        as_of: the day whose state is judged; None is the day of signature, else the last of the period.
        inputs: SHA-256 of each file that was read.
        previous: last year's report of the same body.

    Raises:
        UnknownNameError: where a selector means no rule.
    """
    evidence = evidence_of(year, as_of=as_of, inputs=inputs, previous=previous)
    return check(evidence, rules, select=select)


def evidence_of(
    year: ServiceYear,
    *,
    as_of: date | None = None,
    inputs: Mapping[str, str] | None = None,
    previous: ServiceYear | None = None,
) -> Evidence:
    """Return what rules look at in ``year``, by the law and the calendar of this package; as for `judged`."""
    intake = Intake(year=year, inputs=inputs or {})
    work = Dossier(year=year, intake=intake, as_of=as_of or year.as_of, plugins=_NOBODY)
    before = () if previous is None else (Dossier(year=previous, plugins=_NOBODY).counted,)
    return evolve(work.evidence, previous=before, pictures=None)
