"""How much `WorkdayCalendar.add` costs beside `numpy.busday_offset` called once a date: run it as a script.

Both add the same working days to every day of the known years, along the same free days, and must agree.
numpy is asked with a calendar made once, of dates and of its own days, and with the list of free days at
every call, as it is first written. It wins where many dates go into one call; a due date is mostly asked for
alone.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from time import perf_counter
from typing import Any, TypeVar

import numpy as np

from ppid_core.workdays import WorkdayCalendar

ROUNDS = 5
WORKING_DAYS = (10, 17, 100)
AT_MOST = 1 / 10
"""What one count may cost of one by numpy."""

Result = TypeVar("Result")


def main() -> None:
    """Print for each number of days both times, their ratios, and whether the due dates are the same."""
    calendar = WorkdayCalendar.load()
    starts = known_days(calendar)
    for n in WORKING_DAYS:
        compare(calendar, starts, n)


def compare(calendar: WorkdayCalendar, starts: Sequence[date], n: int) -> None:
    """Count along both calendars, one call a date, and print what it took."""
    free = np.array(sorted(calendar.days.free), dtype="datetime64[D]")
    made_once = np.busdaycalendar(holidays=free)
    converted = list(np.array(starts, dtype="datetime64[D]"))

    ours, due = _fastest(lambda: [calendar.add(start, n) for start in starts])
    by_numpy = {
        "calendar": _fastest(
            lambda: [np.busday_offset(start, n, roll="backward", busdaycal=made_once) for start in starts]
        ),
        "calendar, datetime64": _fastest(
            lambda: [np.busday_offset(start, n, roll="backward", busdaycal=made_once) for start in converted]
        ),
        "holidays=": _fastest(
            lambda: [np.busday_offset(start, n, roll="backward", holidays=free) for start in starts]
        ),
    }

    print(f"{len(starts)} dates + {n}: add {_each(ours, starts)}")
    for name, (time, expected) in by_numpy.items():
        verdict = "within" if ours <= AT_MOST * time else "NOT within"
        print(
            f"  numpy ({name}) {_each(time, starts)}, ratio {ours / time:.3f}, {verdict} {AT_MOST};"
            f" same due dates: {_same(due, expected)}"
        )


def known_days(calendar: WorkdayCalendar) -> Sequence[date]:
    """Return every known day from which the longest count still ends within what is known."""
    first, last = date(calendar.years[0], 1, 1), date(calendar.years[-1], 6, 30)
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]


def _same(due: list[date], expected: list[Any]) -> bool:
    """Compare the results; a benchmark of different ones would tell nothing, so it ends there."""
    if due != [day.item() for day in expected]:
        raise SystemExit("not the same due dates")
    return True


def _each(seconds: float, starts: Sequence[date]) -> str:
    return f"{seconds / len(starts) * 1e9:.0f} ns"


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
