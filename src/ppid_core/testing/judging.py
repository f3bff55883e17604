"""Asks rules about a year in one call: what the tests of a rule need, ours and a stranger's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ppid_core.law import Lawbook
from ppid_core.model import ServiceYear
from ppid_core.rules import CATALOGUE, Checked, Evidence, Rule, check
from ppid_core.summary import summarize
from ppid_core.workdays import WorkdayCalendar


def judged(
    year: ServiceYear,
    *select: str,
    rules: Sequence[Rule] = CATALOGUE,
    as_of: date | None = None,
    inputs: Mapping[str, str] | None = None,
    previous: ServiceYear | None = None,
) -> Checked:
    """Return what the selected rules find in ``year``, by the law and the calendar of this package.

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
    law, day = Lawbook.load(), as_of or year.as_of
    workdays = WorkdayCalendar.of_report(year, day)
    return Evidence(
        year=year,
        summary=summarize(year, law, workdays, day),
        law=law,
        workdays=workdays,
        as_of=day,
        previous=previous,
        inputs=inputs or {},
    )
