"""The figures of a register of requests as a careful user would count them by hand: two plain loops.

They look at each request once, count into dictionaries, and keep histograms of working days; from these come
the shares, means, medians and percentiles of our summary. They read only what a register holds that is kept
to the day: no cell unread, no line without a count, no stated working days, and they merge with nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import accumulate
from typing import Any, Final

from ppid_core.model import ApplicantClass, Channel, Outcome, Period, RefusalReason, Request

ALLOWED: Final = 10
EXTENDED: Final = 7
"""Working days for an answer, and for the extension."""
_KEPT = 10
_SATURDAY = 5
_OPEN = {None, Outcome.UNANSWERED, Outcome.PENDING}
_BLANK = "not_recorded"
_STANDINGS = ("received", "carried_over", "closed", "open", "unknown", "late", "unjudged")
_Waiting = tuple[date, date, Request]
"""A day of receipt, the last day, and what is still open."""


def figures_by_hand(
    requests: Sequence[Request], free: AbstractSet[date], year: int, as_of: date
) -> dict[str, object]:
    """Return the figures of the requests of one year, by their names in the JSON of our summary.

    Args:
        requests: the rows.
        free: the days besides weekends that do not count as working days.
        year: the year of the report.
        as_of: the day whose state is told.
    """
    told = _counted(requests, year)
    timed = _timed(requests, free, year, as_of)
    balance = {**timed.pop("balance"), "received": told["total"]}
    return {**told, **timed, "balance": balance}


def _counted(requests: Sequence[Request], year: int) -> dict[str, Any]:
    total = carried_over = outside = 0
    months: Counter[int | None] = Counter()
    outcomes: Counter[Outcome | None] = Counter()
    classes: Counter[ApplicantClass | None] = Counter()
    channels: Counter[object] = Counter()
    occupations: Counter[str] = Counter()
    agencies: Counter[str] = Counter()
    refused: Counter[object] = Counter()
    partly: Counter[object] = Counter()
    for row in requests:
        count, period = row.count, row.period
        if row.opening is not None:
            carried_over += count
            continue
        if period is not None and period.year != year:
            outside += count
            continue
        total += count
        months[None if period is None else period.month] += count
        outcomes[row.outcome] += count
        classes[row.applicant_class] += count
        channels[row.channel and row.channel.slug] += count
        occupations[row.occupation or _BLANK] += count
        agencies[row.agency.key if row.agency else _BLANK] += count
        if row.outcome is Outcome.REFUSED:
            refused[row.reason and row.reason.slug] += count
        elif row.outcome is Outcome.PARTLY_GRANTED:
            partly[row.reason and row.reason.slug] += count
    return {
        "total": total,
        "carried_over": carried_over,
        "outside_period": outside,
        "by_month": [months[month] for month in range(1, 13)],
        "by_outcome": _listed(Outcome, outcomes),
        "by_applicant": _listed(ApplicantClass, classes),
        "by_channel": _listed(Channel, channels),
        "by_occupation": dict(occupations),
        "by_agency": dict(agencies),
        "by_refusal_reason": _listed(RefusalReason, refused),
        "by_partial_reason": _listed(RefusalReason, partly),
    }


def _timed(requests: Sequence[Request], free: AbstractSet[date], year: int, as_of: date) -> dict[str, Any]:
    passed, working = _calendar(free, year)
    times: Counter[str] = Counter()
    lasted: Counter[int] = Counter()
    by_agency: defaultdict[str, Counter[int]] = defaultdict(Counter)
    by_outcome: defaultdict[str, Counter[int]] = defaultdict(Counter)
    endings: Counter[bool] = Counter()
    standing: defaultdict[str, Counter[str]] = defaultdict(Counter)
    undated = 0
    waiting: list[_Waiting] = []
    for row in requests:
        count, period, outcome, notice = row.count, row.period, row.outcome, row.notice_on
        if row.opening is None and period is not None and period.year != year:
            continue
        is_closed = outcome not in _OPEN if notice is None else notice <= as_of
        endings[is_closed] += count
        stood = standing[row.agency.key if row.agency else _BLANK]
        stood["received" if row.opening is None else "carried_over"] += count
        stood["closed" if is_closed else "open"] += count
        received = _day(period)
        if received is None or (notice is None and is_closed):
            times["unknown"] += count
            stood["unjudged"] += count
            undated += 0 if is_closed else count
            continue
        is_extended = row.extended_on is not None and row.extended_on <= as_of
        due = working[passed[received] + (ALLOWED + EXTENDED if is_extended else ALLOWED)]
        if notice is not None and is_closed:
            times["closed_late" if notice > due else "closed_in_time"] += count
            stood["late"] += count if notice > due else 0
            took = passed[notice] - passed[received]
            lasted[took] += count
            by_agency[row.agency.key if row.agency else _BLANK][took] += count
            by_outcome[outcome or _BLANK][took] += count
        else:
            times["open_late" if as_of > due else "open_in_time"] += count
            stood["late"] += count if as_of > due else 0
            waiting.append((received, due, row))
    names = ("closed_in_time", "closed_late", "open_in_time", "open_late", "unknown")
    judged = times["closed_in_time"] + times["closed_late"] + times["open_late"]
    return {
        "response_time": {
            "clock": "received",
            **_spread(lasted),
            "percentiles": {f"p{percent}": _percentile(lasted, percent) for percent in (25, 75, 90, 95)},
            "by_class": _by_class(lasted),
            "by_agency": {name: _spread(part) for name, part in by_agency.items()},
            "by_outcome": {str(name): _spread(part) for name, part in by_outcome.items()},
        },
        "timeliness": {name: times[name] for name in names},
        "judged": judged,
        "share_in_time": _rounded(Decimal(times["closed_in_time"]) / judged, 4),
        "standing": {
            "by_agency": {name: {one: part[one] for one in _STANDINGS} for name, part in standing.items()}
        },
        "balance": {"closed": endings[True], "closing": endings[False]},
        "oldest_open": _oldest(waiting, passed, as_of),
        "undated_open": undated,
    }


def _day(period: Period | None) -> date | None:
    if period is None or period.month is None or period.day is None:
        return None
    return date(period.year, period.month, period.day)


def _calendar(free: AbstractSet[date], year: int) -> tuple[dict[date, int], list[date]]:
    """Return how many working days have passed by each day, and the working days behind a day zero."""
    first, end = date(year - 1, 1, 1), date(year + 2, 1, 1)
    days = [first + timedelta(days=at) for at in range((end - first).days)]
    counts = [day.weekday() < _SATURDAY and day not in free for day in days]
    working = [day for day, is_worked in zip(days, counts, strict=True) if is_worked]
    return dict(zip(days, accumulate(counts), strict=True)), [first, *working]


def _listed(words: type[StrEnum], counted: Mapping[Any, int]) -> dict[str, int]:
    """Return the count of each word of a list, and how many rows name none."""
    blank = {_BLANK: counted[None]} if None in counted else {}
    return {**{str(word): counted[word] for word in words}, **blank}


def _by_class(lasted: Counter[int]) -> dict[str, int]:
    last = ALLOWED + EXTENDED
    return {
        f"0-{ALLOWED}": sum(number for took, number in lasted.items() if took <= ALLOWED),
        f"{ALLOWED + 1}-{last}": sum(number for took, number in lasted.items() if ALLOWED < took <= last),
        f"over_{last}": sum(number for took, number in lasted.items() if took > last),
    }


def _spread(lasted: Counter[int]) -> dict[str, float]:
    number = lasted.total()
    mean = Decimal(sum(took * times for took, times in lasted.items())) / number
    middle = Decimal(_at(lasted, (number - 1) // 2) + _at(lasted, number // 2)) / 2
    return {
        "count": number,
        "mean": _rounded(mean, 2),
        "median": _rounded(middle, 1),
        "min": min(lasted),
        "max": max(lasted),
    }


def _percentile(lasted: Counter[int], percent: int) -> int:
    return _at(lasted, -(-percent * lasted.total() // 100) - 1)


def _at(lasted: Counter[int], place: int) -> int:
    for took, number in sorted(lasted.items()):
        if place < number:
            return took
        place -= number
    raise IndexError(place)


def _rounded(value: Decimal, places: int) -> float:
    return float(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _oldest(waiting: Sequence[_Waiting], passed: Mapping[date, int], as_of: date) -> list[dict[str, object]]:
    ordered = sorted(waiting, key=lambda one: (*one[:2], one[2].number))[:_KEPT]
    return [
        {
            "received_on": received.isoformat(),
            "due_on": due.isoformat(),
            "number": row.number,
            "agency": row.agency.key if row.agency else "",
            "count": row.count,
            "state": "open_late" if as_of > due else "open_in_time",
            "days": passed[as_of] - passed[received],
            "days_left": max(passed[due] - passed[as_of], 0),
            "days_late": max(passed[as_of] - passed[due], 0),
            "days_unit": "working_day",
        }
        for received, due, row in ordered
    ]
