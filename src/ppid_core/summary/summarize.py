"""From a year to its summary."""

from __future__ import annotations

from datetime import date

from ppid_core.law import Lawbook
from ppid_core.model import Register, ServiceYear
from ppid_core.summary.elapsed import timed_tally, waiting_tally
from ppid_core.summary.frame import Frame
from ppid_core.summary.matrix import matrix_tally
from ppid_core.summary.parts import Amount, Counts
from ppid_core.summary.rows import (
    DISPUTES,
    OBJECTIONS,
    REQUESTS,
    STAFF,
    SUITS,
    VISITS,
    listed,
    register_tally,
)
from ppid_core.summary.stated import stated_counts, stated_means
from ppid_core.summary.summary import Summary
from ppid_core.summary.tally import RegisterTally, Scope, Tally, state
from ppid_core.summary.timing import Stopwatch
from ppid_core.workdays import WorkdayCalendar


def summarize(year: ServiceYear, law: Lawbook, workdays: WorkdayCalendar, as_of: date) -> Summary:
    """Return the figures of ``year`` as they stand on ``as_of``.

    Args:
        year: the year to count.
        law: by which limits answers are in time.
        workdays: the calendar of the body.
        as_of: the day whose state is told; cases answered later count as open.
    """
    scope = Scope(
        body=year.body.name,
        year=year.period.year,
        part=year.period.part,
        as_of=as_of,
        law=law.version,
        calendar=workdays.version,
    )
    return Summary(parts=((scope, _tally(year, Stopwatch(law=law, workdays=workdays, as_of=as_of))),))


def _tally(year: ServiceYear, watch: Stopwatch) -> Tally:
    frame = Frame(reporting=year.period)
    stated = {register: stated_counts(year, register, frame) for register in Register}
    requests = register_tally(year.requests, REQUESTS, frame, stated[Register.REQUESTS])
    objections = register_tally(year.objections, OBJECTIONS, frame, stated[Register.OBJECTIONS])
    lines = year.budget_lines
    return Tally(
        requests=timed_tally(requests, listed(year.requests), watch, frame),
        applicants=RegisterTally(stated=stated[Register.APPLICANTS]),
        complaints=RegisterTally(stated=stated[Register.COMPLAINTS]),
        objections=waiting_tally(objections, listed(year.objections), watch, frame),
        disputes=register_tally(year.disputes, DISPUTES, frame, stated[Register.DISPUTES]),
        suits=register_tally(year.suits, SUITS, frame, stated[Register.SUITS]),
        visits=register_tally(year.service.visits, VISITS, frame, Counts()),
        staff=register_tally(year.service.staff, STAFF, frame, Counts()),
        matrix=matrix_tally(year.matrix),
        budget=state(year.budget),
        allocated=Amount.of(line.allocated for line in lines),
        realised=Amount.of(line.realised for line in lines),
        stated_means=stated_means(year),
    )
