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
    law, workdays, day = Lawbook.load(), WorkdayCalendar.of(year), as_of or year.as_of
    evidence = Evidence(
        year=year,
        summary=summarize(year, law, workdays, day),
        law=law,
        workdays=workdays,
        as_of=day,
        previous=previous,
        inputs=inputs or {},
    )
    return check(evidence, rules, select=select)
