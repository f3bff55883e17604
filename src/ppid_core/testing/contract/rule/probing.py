"""Asks a rule in another process, once for each rule, its cases and the place."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from functools import cache

from attrs import evolve

from ppid_core.rules import Evidence, Rule
from ppid_core.testing.elsewhere.job import Told, found
from ppid_core.testing.elsewhere.process import ABROAD, AT_HOME, Outcome, Surroundings, run_elsewhere

PLACES = {"at home": AT_HOME, "abroad": ABROAD}


def probed(rule: Rule, cases: Iterable[Evidence], place: str) -> Outcome:
    """Return what came of asking ``rule`` about the cases in another process."""
    told = tuple(Told.of(case) for case in cases)
    return _probed(pickle.dumps((rule, told)), place)


@cache
def _probed(asked: bytes, place: str) -> Outcome:
    where = PLACES[place]
    outcome = _run(asked, where)
    return _run(asked, evolve(where, moved_by=0)) if outcome.raised and where.moved_by else outcome


def _run(asked: bytes, where: Surroundings) -> Outcome:
    rule, told = pickle.loads(asked)  # noqa: S301  pickled above
    return run_elsewhere(found, ((rule,), told), where, homes=[rule.check.__module__])
