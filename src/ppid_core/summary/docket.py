"""Every open case of a year with what is due next, soonest first: requests, objections, disputes, suits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from ppid_core.deadlines import Deadline, DeadlineKind, State, deadline, state_of
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.law import Lawbook, Unit
from ppid_core.model import (
    ADJUDICATED,
    AgencyRef,
    CourtCase,
    Dispute,
    Objection,
    Period,
    Register,
    Request,
    ServiceYear,
    normal,
)
from ppid_core.source import Source
from ppid_core.summary.day_zero import dispute_day_zero, exact, is_extended, suit_day_zero
from ppid_core.summary.open_cases import is_closed, is_open_dispute, is_open_objection, is_unrepaired
from ppid_core.summary.rows import listed
from ppid_core.workdays import WorkdayCalendar

_Row = Request | Objection | Dispute | CourtCase
_OPTIONAL = frozenset({DeadlineKind.COURT, DeadlineKind.CASSATION, DeadlineKind.CASSATION_PERMA})
"""What nobody is bound to do: it is listed only while its time runs."""


@frozen(kw_only=True)
class Pending:
    """An open case and what is due next (*perkara terbuka*).

    >>> from datetime import date
    >>> from ppid_core import Dossier
    >>> work = Dossier.open("examples/kabupaten-contoh-2024", as_of=date(2024, 12, 31))
    >>> work.docket.cases[0].state.value, work.docket.cases[0].days_left
    ('open_late', -9)

    Attributes:
        number: as the register writes it, "" where it does not.
        deadline: what is due, by when and why.
        state: open in time, or open late.
        days_left: days from the day asked to the due date, in the deadline's own unit; negative when past,
            and 0 on the weekend behind it: ``state`` tells.
    """

    register: Register
    number: str
    agency: AgencyRef | None
    count: int
    deadline: Deadline
    state: State
    days_left: int
    source: Source | None


@frozen(kw_only=True)
class Docket:
    """The open cases of one body (*daftar perkara terbuka*).

    >>> from datetime import date
    >>> from ppid_core import Dossier
    >>> work = Dossier.open("examples/kabupaten-contoh-2024", as_of=date(2024, 12, 31))
    >>> [case.number for case in work.docket.cases]
    ['042/PPID/2024', '044/PPID/2024', '045/PPID/2024', '058/XII/KI-CONTOH/2024']

    Attributes:
        cases: by due date, then register and number.
        undated: how many open cases of each register have no due date, for lack of dates or of a calendar.
    """

    cases: tuple[Pending, ...]
    undated: tuple[tuple[Register, int], ...]


@frozen(kw_only=True)
class _Opened:
    """A row whose time runs.

    Attributes:
        start: day zero, None where it is not known.
        beside: the same act by another reading of the law, and its day zero: the earlier of both that still
            runs is told, since it is the safe one.
    """

    register: Register
    row: _Row
    kind: DeadlineKind
    start: date | None
    extended: bool = False
    beside: tuple[DeadlineKind, date] | None = None


def docket(year: ServiceYear, law: Lawbook, workdays: WorkdayCalendar, as_of: date) -> Docket:
    """Return the open cases of ``year`` at ``as_of``, by what had happened until then.

    Of requests the written notice is due, of objections the superior's answer, of disputes the end at the
    commission. A decision received opens the time for a suit, a judgment those for cassation; they are listed
    only while they run, since nobody is bound to go there.

    >>> from ppid_core import Dossier
    >>> work = Dossier.open("examples/kabupaten-contoh-2024")
    >>> [(case.number, case.days_left) for case in work.docket.cases]
    [('042/PPID/2024', -64), ('058/XII/KI-CONTOH/2024', 35)]
    """
    cases: list[Pending] = []
    undated = dict.fromkeys((Register.REQUESTS, Register.OBJECTIONS, Register.DISPUTES, Register.SUITS), 0)
    for opened in _open(year, law, workdays, as_of):
        pending = _safest(opened, law, workdays, as_of)
        if pending is None:
            undated[opened.register] += opened.row.count
        elif pending.state is State.OPEN_IN_TIME or opened.kind not in _OPTIONAL:
            cases.append(pending)
    ordered = sorted(cases, key=lambda case: (case.deadline.due_on, case.register, case.number))
    return Docket(cases=tuple(ordered), undated=tuple(pair for pair in undated.items() if pair[1]))


def _safest(opened: _Opened, law: Lawbook, workdays: WorkdayCalendar, as_of: date) -> Pending | None:
    """Return the time of a case; of two readings of the law the one that ends first and is not past."""
    own = _pending(opened, law, workdays, as_of)
    if opened.beside is None or _is_after(opened.beside[1], as_of):
        return own
    kind, start = opened.beside
    other = _pending(evolve(opened, kind=kind, start=start), law, workdays, as_of)
    found = [one for one in (own, other) if one is not None]
    running = [one for one in found if one.state is State.OPEN_IN_TIME]
    return min(running or found, key=lambda one: one.deadline.due_on, default=None)


def _pending(opened: _Opened, law: Lawbook, workdays: WorkdayCalendar, as_of: date) -> Pending | None:
    start, row = opened.start, opened.row
    if start is None:
        return None
    try:
        due = deadline(opened.kind, start, law, workdays, extended=opened.extended)
        state = state_of(start, due.due_on, None, as_of, workdays)
    except (CalendarRangeError, NotInForceError):
        return None
    is_calendar = due.provision.unit is Unit.CALENDAR_DAY
    return Pending(
        register=opened.register,
        number=row.dispute_number if isinstance(row, CourtCase) else row.number,
        agency=None if isinstance(row, CourtCase) else row.agency,
        count=row.count,
        deadline=due,
        state=state.state,
        days_left=(due.due_on - as_of).days if is_calendar else state.days_left,
        source=row.source,
    )


def _open(year: ServiceYear, law: Lawbook, workdays: WorkdayCalendar, as_of: date) -> Iterator[_Opened]:
    """Yield what is open; a line that stands for no case is passed over, and what came after ``as_of``."""
    sued = {normal(suit.dispute_number) for suit in listed(year.suits) if not _is_after(suit.filed_on, as_of)}
    disputed = {
        normal(row.objection_number)
        for row in listed(year.disputes)
        if not _is_after(_first_day(row.filed), as_of)
    }
    every = (
        *(
            _request(row, as_of)
            for row in listed(year.requests)
            if not is_unrepaired(row, as_of, law, workdays)
        ),
        *(_objection(row, disputed, as_of) for row in listed(year.objections)),
        *(_dispute(row, sued, as_of) for row in listed(year.disputes)),
        *(_suit(row, as_of) for row in listed(year.suits)),
    )
    for opened in every:
        if opened is not None and opened.row.count and not _is_after(_began(opened), as_of):
            yield opened


def _began(opened: _Opened) -> date | None:
    """Return day zero; where only a month or a year is recorded, its first day."""
    row = opened.row
    if opened.start is not None or isinstance(row, CourtCase):
        return opened.start
    return _first_day(row.filed if isinstance(row, Dispute) else row.period)


def _first_day(period: Period | None) -> date | None:
    return None if period is None else period.first_day


def _is_after(day: date | None, as_of: date) -> bool:
    return day is not None and day > as_of


def _request(row: Request, as_of: date) -> _Opened | None:
    """Return the notice by the act's clock, from receipt; that of the standard of service may end later."""
    if is_closed(row, as_of) is not False:
        return None
    kind, start = DeadlineKind.REQUEST, exact(row.period)
    return _Opened(
        register=Register.REQUESTS, row=row, kind=kind, start=start, extended=is_extended(row, as_of)
    )


def _objection(row: Objection, disputed: set[str], as_of: date) -> _Opened | None:
    """Return the superior's answer; once the applicant has gone to the commission, that is where it ends."""
    if not is_open_objection(row, as_of) or (row.number and normal(row.number) in disputed):
        return None
    kind, start = DeadlineKind.OBJECTION_ANSWER, exact(row.period)
    return _Opened(register=Register.OBJECTIONS, row=row, kind=kind, start=start)


def _dispute(row: Dispute, sued: set[str], as_of: date) -> _Opened | None:
    """Return the end at the commission, or once that is past the time for a suit."""
    if is_open_dispute(row, as_of):
        kind, start = DeadlineKind.COMMISSION_FINISH, dispute_day_zero(row)
        return _Opened(register=Register.DISPUTES, row=row, kind=kind, start=start)
    received = suit_day_zero(row)
    is_adjudicated = row.result is not None and row.result.slug in ADJUDICATED
    if not is_adjudicated or received is None or (row.number and normal(row.number) in sued):
        return None
    return _Opened(register=Register.DISPUTES, row=row, kind=DeadlineKind.COURT, start=received)


def _suit(row: CourtCase, as_of: date) -> _Opened | None:
    """Return the time for cassation by the act, and by the court's rule beside it.

    The rule counts from pronouncement, or from notice where the parties were absent; the courts' own time is
    not told by the law book.
    """
    appealed = row.cassation_on
    if row.received_on is None or (appealed is not None and appealed <= as_of):
        return None
    kind, start = DeadlineKind.CASSATION, row.received_on
    return _Opened(
        register=Register.SUITS,
        row=row,
        kind=kind,
        start=start,
        beside=(DeadlineKind.CASSATION_PERMA, row.decided_on or row.received_on),
    )
