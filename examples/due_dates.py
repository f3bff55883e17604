"""Print the last day for each open request, and why: ``python examples/due_dates.py FOLDER [2024-12-31]``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date

from ppid_core import Absent, Lawbook, ServiceYear, WorkdayCalendar, load
from ppid_core.deadlines import Deadline, DeadlineKind, deadline
from ppid_core.model import OPEN_OUTCOMES, Outcome, Request


def is_open(request: Request, as_of: date) -> bool:
    """Tell whether a request had no written notice by ``as_of``, and was not withdrawn."""
    if request.notice_on is None:
        return request.outcome is None or request.outcome in OPEN_OUTCOMES
    return request.notice_on > as_of and request.outcome is not Outcome.WITHDRAWN


def due(year: ServiceYear, as_of: date) -> Iterator[tuple[Request, Deadline]]:
    """Yield each request that is open on ``as_of`` with its last day; what has no date has none."""
    law, workdays = Lawbook.load(), WorkdayCalendar.of(year)
    for request in () if isinstance(year.requests, Absent) else year.requests:
        received = request.period and request.period.exact
        if received and received <= as_of and is_open(request, as_of):
            extended = request.extended_on is not None and request.extended_on <= as_of
            yield request, deadline(DeadlineKind.REQUEST, received, law, workdays, extended=extended)


def main(folder: str, day: str = "") -> None:
    """Print the open requests, the nearest last day first."""
    year = load(folder).year
    as_of = date.fromisoformat(day) if day else year.as_of
    for request, last in sorted(due(year, as_of), key=lambda pair: pair[1].due_on):
        print(f"{last.due_on} {'lewat' if as_of > last.due_on else 'terbuka'} {request.number}")
        print(last.explain("id"), end="\n\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
