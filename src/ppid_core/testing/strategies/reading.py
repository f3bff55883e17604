"""What reading and exporting return, and when something is due."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.deadlines import Deadline, DeadlineKind, deadline
from ppid_core.errors import Problem
from ppid_core.intake import Intake
from ppid_core.intake.result import Note, RejectedRow
from ppid_core.law import Lawbook
from ppid_core.plugins import Artifact
from ppid_core.testing.strategies.block import SMALLEST_PICTURE
from ppid_core.testing.strategies.judged import FILES, SUMS, bilingual
from ppid_core.testing.strategies.plain import counts, partly, rows_of, sources, words
from ppid_core.testing.strategies.year import service_years
from ppid_core.workdays import WorkdayCalendar

ALL_IN_FORCE = range(2022, 2025)
"""Years in which every time limit was law, and whose next year's decrees are known."""

MEDIA_TYPES = ("text/plain", "text/csv", "application/json", "application/octet-stream")
TABLES = ("permohonan", "keberatan", "opd")


@cache
def problems() -> SearchStrategy[Problem]:
    """Return cells, rows and files that could not be read."""
    return st.builds(Problem, source=sources(), value=words(), expected=bilingual(), message=bilingual())


@cache
def intakes() -> SearchStrategy[Intake]:
    """Return what reading returns: any year, and what could not be read, never more than was read."""
    table = st.sampled_from(TABLES)
    rejected = st.builds(RejectedRow, table=table, source=sources(), cells=rows_of(words()))
    read = st.fixed_dictionaries({name: counts().map(lambda count: count + 9) for name in TABLES})
    return partly(
        Intake,
        {"year": service_years()},
        problems=rows_of(problems()),
        notes=rows_of(st.builds(Note, source=st.none() | sources(), message=bilingual())),
        rejected=rows_of(rejected),
        read=read,
        inputs=st.dictionaries(st.sampled_from(FILES), SUMS),
        pictures=st.just({"gambar/ruang.png": SMALLEST_PICTURE}),
    )


@cache
def artifacts() -> SearchStrategy[Artifact]:
    """Return files of plain names."""
    name = st.from_regex(r"[a-z][a-z0-9-]{0,12}\.(?:txt|csv|json|bin)", fullmatch=True)
    media_type = st.sampled_from(MEDIA_TYPES)
    content = {"name": name, "media_type": media_type, "content": st.binary(max_size=64)}
    return partly(Artifact, content, notes=rows_of(words()))


@st.composite
def due_dates(draw: st.DrawFn) -> Deadline:
    """Return due dates of every kind, by the law and the calendar of this package."""
    kind = draw(st.sampled_from(DeadlineKind))
    opened_on = draw(st.dates(date(ALL_IN_FORCE[0], 1, 1), date(ALL_IN_FORCE[-1], 12, 31)))
    extended = draw(st.booleans()) if kind is DeadlineKind.REQUEST else False
    return deadline(kind, opened_on, Lawbook.load(), WorkdayCalendar(), extended=extended)
