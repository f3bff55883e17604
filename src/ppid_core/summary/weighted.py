"""Figures of requests that stand once with how many say the same: our own tallies count them as lines.

A line that stands for several requests is nothing new to a tally. So rows that a figure cannot tell apart are
put together first, each with the sum of their counts, and every figure is counted as it is of any rows.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from attrs import evolve

from ppid_core.model import Request
from ppid_core.model.request import APPLICANT_TRAITS
from ppid_core.summary.durations import JUDGED_BY, Stopwatch, Timed, timed_tally
from ppid_core.summary.frame import OUTSIDE, PeriodFrame
from ppid_core.summary.open_cases import says_ending
from ppid_core.summary.parts import KEPT, Counts
from ppid_core.summary.rows import REQUESTS, Category, rows_tally
from ppid_core.summary.tally import RegisterTally

if TYPE_CHECKING:
    from ppid_core.intake.rows.weighted import AlikeRows, WeightedRows

T = TypeVar("T")
_PLACED = ("period", "opening")
_TIMED = (*_PLACED, "count", *JUDGED_BY)
_BESIDE = ("agency", "information_kind")
"""By which the time of requests is told besides."""
_Judged = tuple[Timed, bool | None]


def weighted_requests(rows: WeightedRows[Request], watch: Stopwatch, frame: PeriodFrame) -> RegisterTally:
    """Return the tally of requests, the same as of all of them one by one."""
    placed = rows.by(*_PLACED)
    places = placed.merged([frame.place(row.period, row.opening) for row in placed.rows])
    alike = tuple(one for one in REQUESTS.categories if not rows.tells_apart(_field(one)))
    whole = rows_tally(tuple(_lines(places, *_PLACED)), evolve(REQUESTS, categories=alike), frame)
    parts = [_category_tally(places, one, frame) for one in REQUESTS.categories if one not in alike]
    tally = evolve(
        whole,
        rows=whole.rows.merge(*(part.rows for part in parts)),
        words=whole.words.merge(*(part.words for part in parts)),
    )
    return timed_tally(tally, tuple(_timed(rows, watch, frame)), watch, frame)


def _field(one: Category[Request]) -> str:
    """Return the field in which the category of a request stands."""
    return "applicant" if one.attribute in APPLICANT_TRAITS else one.attribute


def _lines(rows: WeightedRows[Request], *fields: str) -> Iterator[Request]:
    """Yield the requests that differ in some fields, each with the count of all that say the same."""
    return rows.by(*fields, "count").added("count")


def _category_tally(rows: WeightedRows[Request], one: Category[Request], frame: PeriodFrame) -> RegisterTally:
    """Return what rows say along one dimension."""
    field = _field(one)
    if field != one.attribute:
        persons = rows.by(field)
        rows = persons.merged([one.read(row) for row in persons.rows])
    of = ("outcome",) if one.of is not None else ()
    tally = rows_tally(tuple(_lines(rows, *_PLACED, *of, field)), evolve(REQUESTS, categories=(one,)), frame)
    own = tuple(pair for pair in tally.rows.pairs if pair[0][0] == one.dimension)
    return evolve(tally, rows=Counts(own))


def _timed(rows: WeightedRows[Request], watch: Stopwatch, frame: PeriodFrame) -> Iterator[Request]:
    """Yield lines of which the time is that of all requests, and each that may be among the oldest."""
    times = rows.by(*_TIMED)
    judged = [watch.judgement(row) for row in times.rows]
    oldest = _may_be_oldest(times, judged)
    if any(oldest):
        yield from _lines_alone(times.where(oldest))
    keys = [
        None if alone else _told(row, one, frame)
        for row, one, alone in zip(times.rows, judged, oldest, strict=True)
    ]
    yield from _lines(times.merged(keys), *_TIMED, *_BESIDE)


def _lines_alone(rows: WeightedRows[Request]) -> Iterator[Request]:
    """Yield requests one by one."""
    found = rows.by(*_TIMED, *_BESIDE, "number")
    for row, size in zip(found.rows, found.sizes, strict=True):
        yield from (row for _ in range(size))


def _told(row: Request, judged: _Judged, frame: PeriodFrame) -> Hashable:
    """Return all that is told of the time of a request that is not among the oldest."""
    time, is_closed = judged
    standard = time.standard and (time.standard.days, time.standard.in_time)
    is_waiting = time.wait is not None and row.period is not None
    return (
        *(time.timeliness, time.days, time.clock, time.classes, time.reason, standard, is_waiting),
        *(is_closed, row.outcome, row.count, row.opening is None, says_ending(row)),
        frame.place(row.period, row.opening) == OUTSIDE,
    )


def _may_be_oldest(times: AlikeRows[Request], judged: Sequence[_Judged]) -> list[bool]:
    """Tell of which combinations requests may be among those that have been open longest."""
    waiting = [
        (row.period.first_day, says_ending(row), size if row.count else 0)
        if is_closed is False and time.wait is not None and row.period is not None
        else None
        for row, size, (time, is_closed) in zip(times.rows, times.sizes, judged, strict=True)
    ]
    open_ones = sorted(one for one in waiting if one is not None)
    last = [_last_day((day, size) for day, one, size in open_ones if one is says) for says in (False, True)]
    return [one is not None and one[0] <= last[one[1]] for one in waiting]


def _last_day(found: Iterable[tuple[date, int]]) -> date:
    """Return the day on which the last of those came in that are told, of how many came on each day."""
    number = 0
    for day, size in found:
        number += size
        if number >= KEPT:
            return day
    return date.max


class Weighing(Protocol[T]):
    """Counts some rows of a register of which those that say the same stand once."""

    def __call__(self, rows: WeightedRows[T], watch: Stopwatch, frame: PeriodFrame, /) -> RegisterTally:
        """Return what is stored of them."""


WEIGHED: Mapping[str, Weighing[Any]] = {"permohonan": weighted_requests}
"""The registers, by table, that may be so long that it is worth it."""
