"""How long each answer took, whether it came in time, and what is stored of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from attrs import evolve, field, frozen

from ppid_core.deadlines import CaseState, DeadlineKind, State, due_on, request_start, state_of
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.law import Lawbook
from ppid_core.law.lawbook import ResponseClass
from ppid_core.model import OPEN_OUTCOMES, AgencyRef, Objection, Outcome, Reason, Request, is_unread
from ppid_core.summary.day_zero import exact, is_extended
from ppid_core.summary.frame import OUTSIDE, PeriodFrame
from ppid_core.summary.open_cases import (
    ENDED,
    answered_later,
    is_closed,
    is_open_objection,
    is_unrepaired,
    says_answer,
    says_answered,
    says_ending,
)
from ppid_core.summary.parts import KEPT, Counts, Key, Marks, Oldest, OpenCase
from ppid_core.summary.register import NOT_RECORDED, UNREAD
from ppid_core.summary.rows import alike, tallied
from ppid_core.summary.tally import RegisterTally
from ppid_core.workdays import WorkdayCalendar

_COMPLETE = "complete"
_LATE = frozenset(map(str, (State.CLOSED_LATE, State.OPEN_LATE)))
_Classes = tuple[tuple[str, int], ...]
JUDGED_BY = (
    *("outcome", "working_days", "unread", "notice_on", "extended_on"),
    *("completed_on", "letter_received_on", "repaired_on"),
)
"""The fields of a request, beside its period, that tell how long it took and whether it is closed: requests
of which they are the same are judged once."""


@frozen(kw_only=True)
class _Wait:
    """How an open case stands against its last day (*tunggakan*)."""

    due_on: date
    state: CaseState


@frozen(kw_only=True)
class _Standard:
    """How an answer stands by the clock of the standard of service (*hitungan standar layanan*).

    Attributes:
        start: the day on which the request was complete.
        due_on: the last day for the notice.
        days: working days from the one to the notice.
    """

    start: date
    due_on: date
    days: int
    in_time: bool


@frozen(kw_only=True, cache_hash=True)
class Timed:
    """What is known of the time of one request line.

    Attributes:
        timeliness: ``closed_in_time``, ``closed_late``, ``open_in_time``, ``open_late`` or ``unknown``.
        days: working days from receipt to the written notice, None where not known.
        clock: ``received``, from which day they run; ``stated`` where the register says them.
        classes: every class of the law of that day, with 1 for the one that ``days`` falls into.
        wait: how long it has been open and until when, None where it is not, or not known to be.
        reason: why ``timeliness`` is unknown.
        standard: the same by the standard of service, from the day the request was complete; None where that
            is no other clock: of a refusal, and before Perki 1/2021.
    """

    timeliness: str
    days: int | None = None
    clock: str = ""
    classes: _Classes = ()
    wait: _Wait | None = None
    reason: Reason | None = None
    standard: _Standard | None = None


_UNDATED = Timed(timeliness="unknown", reason=Reason.NO_DATES)
_UNREADABLE = Timed(timeliness="unknown", reason=Reason.UNREAD)
_UNCOUNTABLE = Timed(timeliness="unknown", reason=Reason.NO_CALENDAR)


@frozen(kw_only=True)
class Stopwatch:
    """Judges the time of requests on one day, by one law and one calendar.

    What is asked twice, such as the last day of requests that came in together, is counted once.

    Attributes:
        kept: whether the register keeps outcomes or notices at all; else nothing is open by a blank one.
    """

    law: Lawbook
    workdays: WorkdayCalendar
    as_of: date
    kept: bool = True
    _classes: Callable[[date], tuple[ResponseClass, ...]] = field(init=False, eq=False, repr=False)
    _due: Callable[[date, bool], date] = field(init=False, eq=False, repr=False)
    _judge: Callable[[date, bool, date | None], Timed] = field(init=False, eq=False, repr=False)
    _by_standard: Callable[[date, date, bool, date], _Standard | None] = field(
        init=False, eq=False, repr=False
    )

    @_classes.default
    def _classes_of_day(self) -> Callable[[date], tuple[ResponseClass, ...]]:
        return cache(self.law.response_classes)

    @_due.default
    def _last_days(self) -> Callable[[date, bool], date]:
        def last_day(start: date, extended: bool) -> date:  # noqa: FBT001  a key of the cache
            return due_on(DeadlineKind.REQUEST, start, self.law, self.workdays, extended=extended)

        return cache(last_day)

    @_judge.default
    def _judged(self) -> Callable[[date, bool, date | None], Timed]:
        return cache(self._between)

    @_by_standard.default
    def _judged_by_standard(self) -> Callable[[date, date, bool, date], _Standard | None]:
        return cache(self._since_complete)

    def judgement(self, row: Request) -> tuple[Timed, bool | None]:
        """Return what is known of the time of ``row``, and whether it is closed.

        Years without a calendar tell nothing. Who asks of many rows asks once for those that are alike.
        """
        is_unrepaired_by_now = self.is_unrepaired(row)
        time = self._time(row, is_unrepaired=is_unrepaired_by_now)
        return time, is_unrepaired_by_now or is_closed(row, self.as_of)

    def _time(self, row: Request, *, is_unrepaired: bool) -> Timed:
        received = exact(row.period)
        if _is_hidden(row):
            return _UNREADABLE
        if is_unrepaired:
            return _UNDATED
        try:
            time = self._stated(row) if received is None else self._dated(row, received)
            hides_extension = time.timeliness in _LATE and is_unread(row, "extended_on")
            return evolve(time, timeliness="unknown", reason=Reason.UNREAD) if hides_extension else time
        except (CalendarRangeError, NotInForceError):
            return _UNCOUNTABLE

    def is_unrepaired(self, row: Request) -> bool:
        """Tell whether nobody completed ``row`` in its time, so that no answer is owed."""
        return is_unrepaired(row, self.as_of, self.law, self.workdays)

    def waited(self, row: Objection) -> _Wait | None:
        """Return how an open objection stands against the superior's last day; None where dates are lacking.

        Whether it is open is for the caller to say.
        """
        filed = exact(row.period)
        if filed is None:
            return None
        try:
            due = due_on(DeadlineKind.OBJECTION_ANSWER, filed, self.law, self.workdays)
            return _Wait(due_on=due, state=state_of(filed, due, None, self.as_of, self.workdays))
        except (CalendarRangeError, NotInForceError):
            return None

    def _dated(self, row: Request, received: date) -> Timed:
        """Judge by dates: open is what has no written notice by ``as_of`` and was not ended without one.

        The act's clock judges, from receipt always; the standard's is told beside it.
        """
        extended = is_extended(row, self.as_of)
        if row.notice_on is not None and row.notice_on <= self.as_of:
            if row.notice_on < received:
                return self._stated(row)
            timed = self._judge(received, extended, row.notice_on)
            standard = self._standard(row, received, row.notice_on, extended=extended)
            return timed if standard is None else evolve(timed, standard=standard)
        if row.outcome in ENDED or (row.notice_on is None and says_answered(row)):
            return self._stated(row)
        if row.outcome is None and not self.kept:
            return _UNDATED
        return self._judge(received, extended, None)

    def _standard(
        self, row: Request, received: date, noticed_on: date, *, extended: bool
    ) -> _Standard | None:
        """Return how an answer other than a refusal stands by the standard of service."""
        if row.completed_on is None or noticed_on < row.completed_on:
            return None
        if row.outcome is None or row.outcome in {*OPEN_OUTCOMES, Outcome.REFUSED}:
            return None
        return self._by_standard(received, row.completed_on, extended, noticed_on)

    def _since_complete(
        self,
        received: date,
        completed_on: date,
        extended: bool,  # noqa: FBT001  a key of the cache
        noticed_on: date,
    ) -> _Standard | None:
        start, clock = request_start(received, completed_on, self.law)
        if clock != _COMPLETE:
            return None
        due = due_on(DeadlineKind.REQUEST, start, self.law, self.workdays, extended=extended, complete=True)
        state = state_of(start, due, noticed_on, self.as_of, self.workdays)
        return _Standard(start=start, due_on=due, days=state.days_taken, in_time=noticed_on <= due)

    def _between(self, start: date, extended: bool, noticed_on: date | None) -> Timed:  # noqa: FBT001  a key of the cache
        """Return the time of a request from day zero to its notice, or to ``as_of`` without one."""
        due = self._due(start, extended)
        if noticed_on is None:
            state = state_of(start, due, None, self.as_of, self.workdays)
            return Timed(timeliness=str(state.state), wait=_Wait(due_on=due, state=state))
        ended = State.CLOSED_LATE if noticed_on > due else State.CLOSED_IN_TIME
        days = self.workdays.between(start, noticed_on)
        return _answered(str(ended), days, "received", self._classes(start))

    def _stated(self, row: Request) -> Timed:
        """Judge by the working days that the register states, where no dates are kept."""
        if row.working_days is None or not says_answered(row) or answered_later(row, self.as_of):
            return _UNDATED
        day = self.as_of if row.period is None else row.period.first_day
        in_time, extended, _ = self._classes(day)
        limit = extended.high if is_extended(row, self.as_of) else in_time.high
        is_late = limit is not None and row.working_days > limit
        state = State.CLOSED_LATE if is_late else State.CLOSED_IN_TIME
        return _answered(str(state), row.working_days, "stated", self._classes(day))


@lru_cache
def _answered(timeliness: str, days: int, clock: str, spans: tuple[ResponseClass, ...]) -> Timed:
    classes = tuple((span.slug, int(span.holds(days))) for span in spans)
    return Timed(timeliness=timeliness, days=days, clock=clock, classes=classes)


def _is_hidden(row: Request) -> bool:
    """Tell whether an unread cell hides when a request came in, or whether and when it was answered."""
    if not row.unread:
        return False
    if is_unread(row, "period", "notice_on"):
        return True
    if row.notice_on is None:
        return is_unread(row, "outcome", "working_days")
    return False


_Pairs = Iterator[tuple[Key, int]]
_WaitingRow = tuple[Request | Objection, _Wait | None]
_ENDINGS = {True: "closed", False: "open", None: "unknown"}
_told_alike = attrgetter("count", "opening", *JUDGED_BY)


class _AlikeLines(NamedTuple):
    """Lines of which all that is said of their time is the same (*baris yang dinilai sama*).

    Attributes:
        number: how many requests they stand for.
        is_closed: None where that is not known.
    """

    rows: Sequence[Request]
    number: int
    time: Timed
    is_closed: bool | None


def timed_tally(
    tally: RegisterTally, rows: Sequence[Request], watch: Stopwatch, frame: PeriodFrame
) -> RegisterTally:
    """Return the tally of the requests with their time: of those received, and of those carried over."""
    timed = tuple(_timed_alike(rows, watch, frame))
    said: list[_AlikeLines] = []
    blank: list[_AlikeLines] = []
    for lines in timed:
        (said if says_ending(lines.rows[0]) else blank).append(lines)
    pairs = (*_judged(said), *_ended(said), *_at_agencies(said), *_no_classes(tally, watch, frame))
    return evolve(
        tally,
        rows=tally.rows.merge(Counts.of(pairs)),
        days=Counts.of(_lasted(timed)),
        clocks=Marks.of({lines.time.clock for lines in timed if lines.number} - {""}),
        oldest=_oldest(_still_open(said), watch.as_of),
        kept=_kept(said),
        blank=Counts.of((*_judged(blank), *_ended(blank), *_at_agencies(blank))),
        blank_oldest=_oldest(_still_open(blank), watch.as_of),
    )


def _timed_alike(rows: Sequence[Request], watch: Stopwatch, frame: PeriodFrame) -> Iterator[_AlikeLines]:
    """Yield the lines of the report with their time; those of which all of it is the same are judged once."""
    for same in alike(rows, _told_alike, rows):
        row = same[0]
        if frame.place(row.period, row.opening) != OUTSIDE and not is_unread(row, "count"):
            yield _AlikeLines(same, row.count * len(same), *watch.judgement(row))


def _still_open(timed: Iterable[_AlikeLines]) -> Iterator[_WaitingRow]:
    return ((row, lines.time.wait) for lines in timed if lines.is_closed is False for row in lines.rows)


def _kept(rows: Sized) -> Marks:
    return Marks.of(["endings"] if rows else [])


def waiting_tally(
    tally: RegisterTally, rows: Iterable[Objection], watch: Stopwatch, frame: PeriodFrame
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


def _unanswered(rows: Iterable[Objection], watch: Stopwatch) -> Iterator[_WaitingRow]:
    return ((row, watch.waited(row)) for row in rows if is_open_objection(row, watch.as_of))


def _judged(timed: Iterable[_AlikeLines]) -> _Pairs:
    times: dict[int, Timed] = {}
    grouped: defaultdict[int, int] = defaultdict(int)
    for _, number, time, _ in timed:
        times[id(time)] = time
        grouped[id(time)] += number
    for identity, number in grouped.items():
        time = times[identity]
        yield ("timeliness", time.timeliness), number
        if time.reason is not None:
            yield ("untimed", str(time.reason)), number
        for name, inside in time.classes:
            yield ("response_class", name), number * inside
        if time.standard is not None:
            yield ("standard", "closed_in_time" if time.standard.in_time else "closed_late"), number


def _ended(timed: Iterable[_AlikeLines]) -> _Pairs:
    return ((("ending", _ENDINGS[lines.is_closed]), lines.number) for lines in timed)


def _at_agencies(timed: Iterable[_AlikeLines]) -> _Pairs:
    """Yield how many requests of each agency were received or carried over, ended, and were late."""
    alike: defaultdict[tuple[tuple[str, ...], int, bool], list[Request]] = defaultdict(list)
    for same_time in timed:
        first, time = same_time.rows[0], same_time.time
        came = "received" if first.opening is None else "carried_over"
        late = ("late",) if time.timeliness in _LATE else ()
        unjudged = ("unjudged",) if time.timeliness == "unknown" else ()
        standing = (came, _ENDINGS[same_time.is_closed], *late, *unjudged)
        alike[standing, first.count, is_unread(first, "agency")] += same_time.rows
    for (standing, count, is_hidden), same in alike.items():
        if is_hidden:
            yield from ((("agency", UNREAD, one), count * len(same)) for one in standing)
            continue
        for named, lines in tallied(list(map(attrgetter("agency"), same))):
            agency = _key(named) or NOT_RECORDED
            yield from ((("agency", agency, one), count * lines) for one in standing)


_FIELDS = {"agency": "agency", "information": "information_kind"}
"""The fields that rows of one time fill each for itself, by the part of the figures that they name."""


def _lasted(timed: Iterable[_AlikeLines]) -> _Pairs:
    """Yield how many took how many days: of all, by what they name, by the standard of service."""
    by_outcome: defaultdict[tuple[int, str], int] = defaultdict(int)
    alike: defaultdict[tuple[int, int, tuple[str, ...]], list[Request]] = defaultdict(list)
    for rows, number, time, _ in timed:
        first = rows[0]
        if time.days is not None:
            outcome = UNREAD if is_unread(first, "outcome") else first.outcome or NOT_RECORDED
            by_outcome[time.days, outcome] += number
            alike[time.days, first.count, first.unread] += rows
        if time.standard is not None:
            yield ("standard", str(time.standard.days)), number
    for (days, outcome), number in by_outcome.items():
        yield (str(days),), number
        yield ("outcome", str(outcome), str(days)), number
    for (days, count, unread), same in alike.items():
        for part, field_name in _FIELDS.items():
            if field_name in unread:
                yield (part, UNREAD, str(days)), count * len(same)
                continue
            for named, lines in tallied(list(map(attrgetter(field_name), same))):
                yield (part, _key(named) or NOT_RECORDED, str(days)), count * lines


def _no_classes(tally: RegisterTally, watch: Stopwatch, frame: PeriodFrame) -> _Pairs:
    """Yield every class of the law with 0, so that one in which nobody was answered is told."""
    if not tally.is_recorded:
        return
    try:
        classes = watch.law.response_classes(frame.reporting.last_day)
    except NotInForceError:
        return
    yield from ((("response_class", one.slug), 0) for one in classes)


def _oldest(rows: Iterable[_WaitingRow], as_of: date) -> Oldest:
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


def _case(received_on: date, row: Request | Objection, wait: _Wait) -> OpenCase:
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


def _key(named: AgencyRef | StrEnum | None) -> str:
    if named is None:
        return ""
    return named.key if isinstance(named, AgencyRef) else str(named)
