"""From a year to its summary."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import evolve

from ppid_core.law import Lawbook
from ppid_core.model import Absent, Register, ServiceYear
from ppid_core.summary.durations import Stopwatch, timed_tally, waiting_tally
from ppid_core.summary.frame import Frame
from ppid_core.summary.matrix import matrix_tally
from ppid_core.summary.parts import Amount, Counts, Marks
from ppid_core.summary.rows import (
    DISPUTES,
    OBJECTIONS,
    REQUESTS,
    STAFF,
    SUITS,
    VISITS,
    CountedRow,
    Reading,
    listed,
    register_tally,
    stated_counts,
    stated_means,
    stated_words,
)
from ppid_core.summary.summary import Summary
from ppid_core.summary.tally import LINES, ROWS, RegisterTally, Scope, Tally, state
from ppid_core.workdays import WorkdayCalendar


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
    """
    scope = Scope.of(year, law, workdays, as_of)
    tally = _in_words(year, _tally(year, Stopwatch(law=law, workdays=workdays, as_of=as_of)))
    return Summary(parts=((scope, evolve(tally, counted=Marks.of(ids))),))


def _in_words(year: ServiceYear, tally: Tally) -> Tally:
    """Return the tally with the words in which aggregate lines name what no list holds."""
    frame = Frame(reporting=year.period)

    def worded(register: Register) -> RegisterTally:
        counted: RegisterTally = getattr(tally, register)
        return evolve(counted, words=counted.words.merge(stated_words(year, register, frame)))

    changed: dict[str, Any] = {str(register): worded(register) for register in Register}
    return evolve(tally, **changed)


_REGISTERS = {
    "permohonan": Register.REQUESTS,
    "keberatan": Register.OBJECTIONS,
    "sengketa": Register.DISPUTES,
    "gugatan": Register.SUITS,
}
"""The register that stands in a table."""
_COUNTS = {"kunjungan": ("kunjungan",), "sdm": ("jumlah",)}
"""Columns without which a table whose rows do not tell what is unread has no total."""

_AMOUNTS = {"allocated": "alokasi", "realised": "realisasi"}
"""The column of each sum of money."""


def _is_uncounted(year: ServiceYear, table: str) -> bool:
    """Tell whether something of a table is unread that its total hangs on, and that no row tells."""
    own = _COUNTS.get(table, ())
    return year.has_unread_rows(table) or any(cell.column in own for cell in year.unread_cells(table))


def _unread_lines(year: ServiceYear, register: Register | None) -> Marks:
    """Return whether aggregate lines of a register could not be read."""
    return Marks.of([LINES] if register and year.unread_cells("rekap", register) else [])


def _tally(year: ServiceYear, watch: Stopwatch) -> Tally:
    frame = Frame(reporting=year.period)
    stated: dict[Register | None, Counts] = {
        register: stated_counts(year, register, frame) for register in Register
    }

    def counted(
        rows: tuple[CountedRow, ...] | Absent, reading: Reading[CountedRow], table: str
    ) -> RegisterTally:
        register = _REGISTERS.get(table)
        said = stated.get(register, Counts())
        tally = register_tally(rows, reading, frame, said)
        hidden = Marks.of([ROWS] if _is_uncounted(year, table) else [])
        return evolve(tally, unread=hidden.merge(_unread_lines(year, register)))

    lines = year.budget_lines
    requests = counted(year.requests, REQUESTS, "permohonan")
    objections = counted(year.objections, OBJECTIONS, "keberatan")
    return Tally(
        requests=timed_tally(requests, listed(year.requests), watch, frame),
        applicants=RegisterTally(
            stated=stated[Register.APPLICANTS], unread=_unread_lines(year, Register.APPLICANTS)
        ),
        complaints=RegisterTally(
            stated=stated[Register.COMPLAINTS], unread=_unread_lines(year, Register.COMPLAINTS)
        ),
        objections=waiting_tally(objections, listed(year.objections), watch, frame),
        disputes=counted(year.disputes, DISPUTES, "sengketa"),
        suits=counted(year.suits, SUITS, "gugatan"),
        visits=counted(year.service.visits, VISITS, "kunjungan"),
        staff=counted(year.service.staff, STAFF, "sdm"),
        matrix=matrix_tally(year.matrix),
        unread=Marks.of(name for name, column in _AMOUNTS.items() if year.unread_cells("anggaran", column)),
        budget=state(year.budget),
        allocated=Amount.of(line.allocated for line in lines),
        realised=Amount.of(line.realised for line in lines),
        stated_means=stated_means(year),
    )
