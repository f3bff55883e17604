"""From a year to its summary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol, TypeVar

from attrs import evolve

from ppid_core.argument import refuse_moment, refuse_other
from ppid_core.law import Lawbook
from ppid_core.model import Absent, CourtCase, Dispute, Objection, Register, Request, ServiceYear
from ppid_core.summary.durations import Stopwatch, timed_tally, waiting_tally
from ppid_core.summary.frame import PeriodFrame
from ppid_core.summary.information_lists import exempt_list_tally, public_list_tally
from ppid_core.summary.matrix import matrix_tally
from ppid_core.summary.parts import Amount, Marks
from ppid_core.summary.rows import (
    DISPUTES,
    OBJECTIONS,
    REQUESTS,
    STAFF,
    SUITS,
    VISITS,
    CountedRow,
    RowReading,
    lines_tally,
    listed,
    rows_tally,
    stated_means,
)
from ppid_core.summary.summary import Summary
from ppid_core.summary.tally import ROWS, RegisterTally, Scope, Tally, state
from ppid_core.workdays import WorkdayCalendar

T_contra = TypeVar("T_contra", contravariant=True)


def summarize(
    year: ServiceYear, law: Lawbook, workdays: WorkdayCalendar, as_of: date, *, ids: Iterable[str] = ()
) -> Summary:
    """Return the figures of ``year`` as they stand on ``as_of``.

    >>> from ppid_core import Lawbook, WorkdayCalendar, load, summarize
    >>> year = load("examples/kota-serang-2020").year
    >>> summarize(year, Lawbook.load(), WorkdayCalendar.of(year), year.as_of).figure("requests.total")
    84

    Args:
        year: the year to count.
        law: by which limits answers are in time.
        workdays: the calendar of the body.
        as_of: the day whose state is told; cases answered later count as open.
        ids: what is counted here, such as the hash of each file or the number of a batch: a second summary
            that counted one of them is never added. Without ids nothing can be told twice.

    Raises:
        ArgumentError: one of them is of another kind, or ``as_of`` a moment.
    """
    refuse_other("year", year, ServiceYear, "ServiceYear: load(…).year")
    refuse_other("law", law, Lawbook, "Lawbook.load()")
    refuse_other("workdays", workdays, WorkdayCalendar, "WorkdayCalendar.of(year)")
    refuse_moment("as_of", as_of)
    scope = Scope.of(year, law, workdays, as_of)
    tally = tally_of(year, Stopwatch(law=law, workdays=workdays, as_of=as_of))
    return Summary(parts=((scope, evolve(tally, counted=Marks.of(ids))),))


class Counting(Protocol[T_contra]):
    """Counts some rows of a register."""

    def __call__(self, rows: tuple[T_contra, ...], watch: Stopwatch, frame: PeriodFrame, /) -> RegisterTally:
        """Return what is stored of them; that of all rows is the sum of its parts."""


def _requests(rows: tuple[Request, ...], watch: Stopwatch, frame: PeriodFrame) -> RegisterTally:
    return timed_tally(rows_tally(rows, REQUESTS, frame), rows, watch, frame)


def _objections(rows: tuple[Objection, ...], watch: Stopwatch, frame: PeriodFrame) -> RegisterTally:
    return waiting_tally(rows_tally(rows, OBJECTIONS, frame), rows, watch, frame)


def _disputes(rows: tuple[Dispute, ...], _: Stopwatch, frame: PeriodFrame) -> RegisterTally:
    return rows_tally(rows, DISPUTES, frame)


def _suits(rows: tuple[CourtCase, ...], _: Stopwatch, frame: PeriodFrame) -> RegisterTally:
    return rows_tally(rows, SUITS, frame)


COUNTED: Mapping[str, tuple[str, Counting[Any]]] = {
    "permohonan": ("requests", _requests),
    "keberatan": ("objections", _objections),
    "sengketa": ("disputes", _disputes),
    "gugatan": ("suits", _suits),
}
"""The registers, by table: where their rows stand in a year and their figures in a `Tally`, and what counts
some of them."""

_COUNTS = {"kunjungan": ("kunjungan",), "sdm": ("jumlah",)}
"""Columns without which a table whose rows do not tell what is unread has no total."""

_AMOUNTS = {"allocated": "alokasi", "realised": "realisasi"}
"""The column of each sum of money."""


def _is_uncounted(year: ServiceYear, table: str) -> bool:
    """Tell whether something of a table is unread that its total hangs on, and that no row tells."""
    own = _COUNTS.get(table, ())
    return year.has_unread_rows(table) or any(cell.column in own for cell in year.unread_cells(table))


def tally_of(year: ServiceYear, watch: Stopwatch) -> Tally:
    """Return what is stored of a year."""
    frame = PeriodFrame(reporting=year.period)

    def in_lines(register: Register) -> RegisterTally:
        return lines_tally(year, register, frame)

    def in_rows(
        table: str, rows: tuple[CountedRow, ...] | Absent, reading: RowReading[CountedRow]
    ) -> RegisterTally:
        unread = Marks.of([ROWS] if _is_uncounted(year, table) else [])
        return evolve(rows_tally(rows, reading, frame), unread=unread)

    requests = in_rows("permohonan", year.requests, REQUESTS).merge(in_lines(Register.REQUESTS))
    objections = in_rows("keberatan", year.objections, OBJECTIONS).merge(in_lines(Register.OBJECTIONS))
    return Tally(
        requests=timed_tally(requests, listed(year.requests), watch, frame),
        applicants=in_lines(Register.APPLICANTS),
        complaints=in_lines(Register.COMPLAINTS),
        objections=waiting_tally(objections, listed(year.objections), watch, frame),
        disputes=in_rows("sengketa", year.disputes, DISPUTES).merge(in_lines(Register.DISPUTES)),
        suits=in_rows("gugatan", year.suits, SUITS).merge(in_lines(Register.SUITS)),
        visits=in_rows("kunjungan", year.service.visits, VISITS),
        staff=in_rows("sdm", year.service.staff, STAFF),
        matrix=matrix_tally(year.matrix),
        public_list=public_list_tally(year),
        exempt_list=exempt_list_tally(year, watch.as_of),
        unread=Marks.of(name for name, column in _AMOUNTS.items() if year.unread_cells("anggaran", column)),
        budget=state(year.budget),
        allocated=Amount.of(line.allocated for line in year.budget_lines),
        realised=Amount.of(line.realised for line in year.budget_lines),
        stated_means=stated_means(year),
    )
