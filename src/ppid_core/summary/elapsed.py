"""From the time of each line to what is stored of it: histograms, timeliness, balance, oldest open cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sized
from datetime import date

from attrs import evolve

from ppid_core.errors import NotInForceError
from ppid_core.model import AgencyRef, Objection, Request, is_unread
from ppid_core.summary.ending import is_closed, is_open_objection, says_answer, says_ending
from ppid_core.summary.frame import OUTSIDE, Frame
from ppid_core.summary.oldest import KEPT, Oldest, OpenCase
from ppid_core.summary.parts import Counts, Key, Marks
from ppid_core.summary.register import NOT_RECORDED, UNREAD
from ppid_core.summary.tally import RegisterTally
from ppid_core.summary.timing import Stopwatch, Timed, Wait

Pairs = Iterator[tuple[Key, int]]
TimedRow = tuple[Request, Timed, bool | None]
"""A line, its time, and whether it is closed."""
WaitingRow = tuple[Request | Objection, Wait | None]
ENDINGS = {True: "closed", False: "open", None: "unknown"}


def timed_tally(
    tally: RegisterTally, rows: Iterable[Request], watch: Stopwatch, frame: Frame
) -> RegisterTally:
    """Return the tally of the requests with their time: of those received, and of those carried over."""
    timed = [
        (row, watch.time(row), watch.is_unrepaired(row) or is_closed(row, watch.as_of))
        for row in rows
        if frame.place(row.period, row.opening) != OUTSIDE and not is_unread(row, "count")
    ]
    said = [one for one in timed if says_ending(one[0])]
    blank = [one for one in timed if not says_ending(one[0])]
    pairs = (*_judged(said), *_ended(said), *_no_classes(tally, watch, frame))
    return evolve(
        tally,
        rows=tally.rows.merge(Counts.of(pairs)),
        days=Counts.of(_lasted(timed)),
        clocks=Marks.of(time.clock for row, time, _ in timed if row.count and time.clock),
        oldest=_oldest(_still_open(said), watch.as_of),
        kept=_kept(said),
        blank=Counts.of((*_judged(blank), *_ended(blank))),
        blank_oldest=_oldest(_still_open(blank), watch.as_of),
    )


def _still_open(timed: Iterable[TimedRow]) -> Iterator[WaitingRow]:
    return ((row, time.wait) for row, time, closed in timed if closed is False)


def _kept(rows: Sized) -> Marks:
    return Marks.of(["endings"] if rows else [])


def waiting_tally(
    tally: RegisterTally, rows: Iterable[Objection], watch: Stopwatch, frame: Frame
) -> RegisterTally:
    """Return the tally of the objections with those that have waited longest for an answer."""
    inside = [row for row in rows if frame.place(row.period, row.opening) != OUTSIDE]
    said = [row for row in inside if says_answer(row)]
    blank = [row for row in inside if not says_answer(row)]
    return evolve(
        tally,
        oldest=_oldest(_unanswered(said, watch), watch.as_of),
        kept=_kept(said),
        blank_oldest=_oldest(_unanswered(blank, watch), watch.as_of),
    )


def _unanswered(rows: Iterable[Objection], watch: Stopwatch) -> Iterator[WaitingRow]:
    return ((row, watch.waited(row)) for row in rows if is_open_objection(row, watch.as_of))


def _judged(timed: Iterable[TimedRow]) -> Pairs:
    grouped: defaultdict[Timed, int] = defaultdict(int)
    for row, time, _ in timed:
        grouped[time] += row.count
    for time, count in grouped.items():
        yield ("timeliness", time.timeliness), count
        if time.reason is not None:
            yield ("untimed", time.reason), count
        for name, inside in time.classes:
            yield ("response_class", name), count * inside
        if time.standard is not None:
            yield ("standard", "closed_in_time" if time.standard.in_time else "closed_late"), count


def _ended(timed: Iterable[TimedRow]) -> Pairs:
    grouped: defaultdict[bool | None, int] = defaultdict(int)
    for row, _, closed in timed:
        grouped[closed] += row.count
    yield from ((("ending", ENDINGS[closed]), count) for closed, count in grouped.items())


def _lasted(timed: Iterable[TimedRow]) -> Pairs:
    grouped: defaultdict[tuple[int, str, str], int] = defaultdict(int)
    for row, time, _ in timed:
        if time.days is not None:
            agency = UNREAD if is_unread(row, "agency") else _key(row.agency) or NOT_RECORDED
            outcome = UNREAD if is_unread(row, "outcome") else row.outcome or NOT_RECORDED
            grouped[time.days, agency, outcome] += row.count
        if time.standard is not None:
            yield ("standard", str(time.standard.days)), row.count
    for (days, agency, outcome), count in grouped.items():
        yield (str(days),), count
        yield ("agency", agency, str(days)), count
        yield ("outcome", str(outcome), str(days)), count


def _no_classes(tally: RegisterTally, watch: Stopwatch, frame: Frame) -> Pairs:
    """Yield every class of the law with 0, so that one in which nobody was answered is told."""
    if not tally.is_recorded:
        return
    try:
        classes = watch.law.response_classes(frame.reporting.last_day)
    except NotInForceError:
        return
    yield from ((("response_class", one.slug), 0) for one in classes)


def _oldest(rows: Iterable[WaitingRow], as_of: date) -> Oldest:
    """Return the oldest of open rows; a line that stands for none, or came in later, is passed over."""
    waiting, undated = [], 0
    for row, wait in rows:
        if wait is None or row.period is None:
            undated += row.count
        elif row.count and row.period.first_day <= as_of:
            waiting.append((row.period.first_day, row, wait))
    days = sorted(received for received, _, _ in waiting)
    # Those of the tenth day are all needed: which of them comes first hangs on more than the day.
    last = days[KEPT - 1] if len(days) >= KEPT else date.max
    return Oldest.of((_case(*one) for one in waiting if one[0] <= last), undated)


def _case(received_on: date, row: Request | Objection, wait: Wait) -> OpenCase:
    return OpenCase(
        received_on=received_on,
        due_on=wait.due_on,
        number=row.number,
        agency=_key(row.agency),
        count=row.count,
        state=str(wait.state.state),
        days=max(wait.state.days_taken, 0),
        days_left=max(wait.state.days_left, 0),
        days_late=max(-wait.state.days_left, 0),
    )


def _key(agency: AgencyRef | None) -> str:
    return "" if agency is None else agency.key
