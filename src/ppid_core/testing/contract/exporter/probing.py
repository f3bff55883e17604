"""Exports in another process, once for each exporter and place."""

from __future__ import annotations

import pickle
from functools import cache

from attrs import evolve

from ppid_core.plugins import Exporter
from ppid_core.testing import samples
from ppid_core.testing.contract.exporter.reports import report_of
from ppid_core.testing.elsewhere.job import exported
from ppid_core.testing.elsewhere.process import ABROAD, AT_HOME, Outcome, Surroundings, run_elsewhere

PLACES = {"home": AT_HOME, "abroad": ABROAD}


def probed(exporter: Exporter, where: Surroundings) -> Outcome:
    """Return what came of exporting the small year and one block of each kind in another process.

    Where a moved clock breaks the exporter (its library may not take our dates for real ones), the clock is
    left alone.
    """
    place = next(name for name, known in PLACES.items() if known is where)
    return _probed(pickle.dumps(exporter), place)


@cache
def _probed(exporter: bytes, place: str) -> Outcome:
    where = PLACES[place]
    outcome = _run(exporter, where)
    return _run(exporter, evolve(where, moved_by=0)) if outcome.raised and where.moved_by else outcome


def _run(pickled: bytes, where: Surroundings) -> Outcome:
    exporter = pickle.loads(pickled)  # noqa: S301  pickled above
    reports = (report_of("small"), samples.every_block())
    return run_elsewhere(exported, (exporter, reports), where, homes=[type(exporter).__module__])
