"""How much slower `summarize` is than a loop written by hand over the same rows: run it as a script.

Both count the same 100,000 requests, each with dates of its own, in one run; the ratio is what to compare
between machines. The loop counts breakdowns only: it judges no time, keeps no histogram and merges nothing.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from time import perf_counter
from typing import TypeVar

from attrs import evolve

from ppid_core import Dossier, unstructure
from ppid_core.model import (
    AgencyRef,
    ApplicantClass,
    Channel,
    Coded,
    Outcome,
    Period,
    RefusalReason,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.plugins import Plugins

ROWS = 100_000
ROUNDS = 5
YEAR = 2022
ANSWERED = 0.9

Result = TypeVar("Result")


def main() -> None:
    """Print both times, their ratio, and whether the two counted the same."""
    requests = tuple(_request(Random(number), number) for number in range(ROWS))  # noqa: S311  no secret
    year = ServiceYear(period=ReportingPeriod(YEAR), requests=requests)
    work = Dossier(year=year, plugins=Plugins())

    by_hand, counted = _fastest(lambda: count_by_hand(requests))
    by_library, summary = _fastest(lambda: evolve(work).summary)

    outcomes = unstructure(summary)["requests"]["by_outcome"]
    same = all(counted["outcome", slug] == number for slug, number in outcomes.items())
    print(
        f"{ROWS} rows: loop {by_hand:.3f} s, summarize {by_library:.3f} s, ratio {by_library / by_hand:.1f}"
    )
    print(f"same counts: {same}")


def count_by_hand(requests: tuple[Request, ...]) -> Counter[tuple[str, str]]:
    """Count every breakdown of the requests in one plain loop."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in requests:
        counts["total", ""] += row.count
        counts["unit", str(row.unit)] += row.count
        if row.period is not None:
            counts["month", str(row.period.month)] += row.count
        if row.outcome is not None:
            counts["outcome", str(row.outcome)] += row.count
        if row.applicant_class is not None:
            counts["applicant", str(row.applicant_class)] += row.count
        if row.channel is not None:
            counts["channel", str(row.channel.slug)] += row.count
        if row.agency is not None:
            counts["agency", row.agency.key] += row.count
        if row.outcome is Outcome.REFUSED and row.reason is not None:
            counts["refusal_reason", str(row.reason.slug)] += row.count
    return counts


def _request(chance: Random, number: int) -> Request:
    received = date(YEAR, 1, 1) + timedelta(days=chance.randrange(365))
    outcome = chance.choice(tuple(Outcome))
    refused = outcome is Outcome.REFUSED
    return Request(
        number=f"{number:06d}",
        period=Period.of(received),
        outcome=outcome,
        applicant_class=chance.choice(tuple(ApplicantClass)),
        channel=Coded(chance.choice(tuple(Channel))),
        agency=AgencyRef(typed="", code=f"OPD-{chance.randrange(40)}"),
        reason=Coded(chance.choice(tuple(RefusalReason))) if refused else None,
        notice_on=received + timedelta(days=chance.randrange(1, 40)) if chance.random() < ANSWERED else None,
    )


def _fastest(action: Callable[[], Result]) -> tuple[float, Result]:
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = perf_counter()
        result = action()
        times.append(perf_counter() - start)
    return min(times), result


if __name__ == "__main__":
    main()
