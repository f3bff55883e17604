"""From a year to its summary."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from ppid_core.law import Lawbook
from ppid_core.model import Absent, Measure, Register, ServiceYear
from ppid_core.summary.parts import Amount, Counts, Marks
from ppid_core.summary.rows import (
    dispute_pairs,
    listed,
    matrix_tally,
    objection_pairs,
    register_tally,
    request_pairs,
    staff_pairs,
    suit_pairs,
    visit_pairs,
)
from ppid_core.summary.summary import Summary
from ppid_core.summary.tally import RegisterTally, Scope, Tally
from ppid_core.summary.timing import Stopwatch, judged
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
    lines = () if isinstance(year.budget, Absent) else year.budget.lines
    return Tally(
        requests=_timed(register_tally(year.requests, request_pairs, year, Register.REQUESTS), year, watch),
        applicants=register_tally(Absent(), staff_pairs, year, Register.APPLICANTS),
        complaints=register_tally(Absent(), staff_pairs, year, Register.COMPLAINTS),
        objections=register_tally(year.objections, objection_pairs, year, Register.OBJECTIONS),
        disputes=register_tally(year.disputes, dispute_pairs, year, Register.DISPUTES),
        suits=register_tally(year.suits, suit_pairs, year, Register.SUITS),
        visits=register_tally(year.service.visits, visit_pairs, year),
        staff=register_tally(year.service.staff, staff_pairs, year),
        matrix=matrix_tally(year.matrix),
        allocated=Amount.of(line.allocated for line in lines),
        realised=Amount.of(line.realised for line in lines),
        stated_means=Marks.of(
            str(claim.value)
            for claim in listed(year.stated_figures)
            if claim.measure is Measure.RESPONSE_MEAN and claim.year in {None, year.period.year}
        ),
    )


def _timed(tally: RegisterTally, year: ServiceYear, watch: Stopwatch) -> RegisterTally:
    timed = [(row.count, watch.time(row)) for row in judged(listed(year.requests), year.period)]
    timeliness = Counts.of((("timeliness", time.timeliness), count) for count, time in timed)
    classes = Counts.of(
        (("response_class", name), count * inside) for count, time in timed for name, inside in time.classes
    )
    return evolve(
        tally,
        rows=tally.rows.merge(timeliness).merge(classes),
        days=Counts.of(((str(time.days),), count) for count, time in timed if time.days is not None),
        clocks=Marks.of(time.clock for _, time in timed if time.clock),
    )
