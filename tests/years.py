"""Years that properties of one process share: drawing one takes longer than asking it twenty questions.

Each run draws others (the same ones where CI is set, as everywhere). A property that fails is told with the
smallest of them that breaks it; with ``HYPOTHESIS_PROFILE=alone`` each property draws its own and shrinks it.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.model import ReportingPeriod, ServiceYear
from ppid_core.testing import service_years

ALONE = os.environ.get("HYPOTHESIS_PROFILE") == "alone"


def shared_years(
    period: ReportingPeriod | None = None, *, registers_kept: bool | None = None
) -> SearchStrategy[ServiceYear]:
    """Return years as `service_years` does, drawn once."""
    if ALONE:
        return service_years(period, registers_kept=registers_kept)
    return st.deferred(lambda: st.sampled_from(_drawn(period, registers_kept)))


@cache
def _drawn(period: ReportingPeriod | None, registers_kept: bool | None) -> tuple[ServiceYear, ...]:  # noqa: FBT001  a key
    """Return years from the smallest, drawn in a thread: where something is drawn, nothing else can be."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(_gathered, period, registers_kept).result()


def _gathered(period: ReportingPeriod | None, registers_kept: bool | None) -> tuple[ServiceYear, ...]:  # noqa: FBT001  handed on
    made: list[ServiceYear] = []

    @settings(database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(service_years(period, registers_kept=registers_kept))
    def gather(year: ServiceYear) -> None:
        made.append(year)

    gather()
    return tuple(sorted(made, key=lambda year: len(repr(year))))
