"""Judges the rows of a register one by one: what cannot be judged says nothing, and stops nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum, auto
from functools import partial
from typing import TypeVar

from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.language import Bilingual
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.rule import Check

Case = TypeVar("Case")


class _Fine(Enum):
    """What a row in which all is well comes to (*sesuai*)."""

    FINE = auto()


FINE = _Fine.FINE
Verdict = Finding | _Fine
"""What a row that could be judged comes to: what has to be told, or that all is well."""
UNKNOWN = (CalendarRangeError, NotInForceError)
"""No calendar, or no law, for a day."""


def told(
    cases: Iterable[Case], judge: Callable[[Case], Verdict | None], otherwise: Bilingual
) -> Iterator[Finding]:
    """Yield what is found in ``cases``; where none of them can be judged, the rule ends, for that reason.

    Args:
        cases: the rows.
        judge: returns None for a row that says too little; days without a calendar or a law do so, too.
        otherwise: why none could be judged.
    """
    verdicts = [verdict for case in cases if (verdict := judged(case, judge)) is not None]
    yield from (verdict for verdict in present(verdicts, otherwise) if isinstance(verdict, Finding))


def each(
    cases: Callable[[Evidence], Iterable[Case]],
    judge: Callable[[Case, Evidence], Verdict | None],
    otherwise: Bilingual,
) -> Check:
    """Return the check of a rule that judges case by case; its docstring is that of the judge."""
    check = partial(_told_of_each, cases=cases, judge=judge, otherwise=otherwise)
    check.__doc__ = judge.__doc__
    return check


def _told_of_each(
    evidence: Evidence,
    *,
    cases: Callable[[Evidence], Iterable[Case]],
    judge: Callable[[Case, Evidence], Verdict | None],
    otherwise: Bilingual,
) -> Iterator[Finding]:
    return told(cases(evidence), lambda case: judge(case, evidence), otherwise)


def judged(case: Case, judge: Callable[[Case], Verdict | None]) -> Verdict | None:
    """Return what a case comes to; None also where a day has no calendar, or no law."""
    try:
        return judge(case)
    except UNKNOWN:
        return None
