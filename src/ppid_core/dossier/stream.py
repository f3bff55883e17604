"""The figures of registers of any length, in a memory that does not grow with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from attrs import field, frozen

from ppid_core.argument import refuse_text
from ppid_core.dossier.dossier import Dossier
from ppid_core.dossier.path import refuse_path
from ppid_core.errors import Problem
from ppid_core.intake import Intake, UnreadRow
from ppid_core.intake.files.records import Rows
from ppid_core.intake.files.row_file import Told
from ppid_core.intake.files.stream import Scratch, stream_files, stream_folder, stream_rows
from ppid_core.intake.result import logged
from ppid_core.intake.supplement import Supplement
from ppid_core.intake.year import Begin
from ppid_core.law import Lawbook
from ppid_core.model import ServiceYear
from ppid_core.model.redaction import Redaction
from ppid_core.summary import Figure, RunningSummary, Summary, renamed
from ppid_core.workdays import WorkdayCalendar

Calendar = Callable[[ServiceYear, date], WorkdayCalendar]


def _untold(_table: str, _number: int) -> None:
    """Tell nobody."""


def _unkept(_: UnreadRow) -> None:
    """Keep no row."""


@frozen(kw_only=True, slots=False)
class Streamed:
    """The figures of a year whose registers were not held (*ringkasan mengalir*).

    >>> from ppid_core import summarize_files
    >>> counted = summarize_files(["examples/kota-serang-2020"])
    >>> counted.figure("disputes.total"), counted.unread, counted.problems
    (5, {}, ())

    Attributes:
        work: the year without the rows of its registers, and how they were read.
        summary: its figures, the same as if every row were held.
        unread: how many rows of each register had a cell that could not be read.
    """

    work: Dossier
    summary: Summary = field(repr=False)
    unread: Mapping[str, int]
    _named: ServiceYear = field(repr=False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, with its place; of the many in one column, the first."""
        return self.work.problems

    @cached_property
    def shown(self) -> Summary:
        """The figures as they may be shown: no category is called by a person."""
        return renamed(self.summary, Redaction.of(self._named, traits=False).key)

    def figure(self, path: str) -> Figure:
        """Return the figure at ``path``, as `Dossier.figure`."""
        refuse_path(self.summary.figures, path)
        return self.summary.figure(path)


def summarize_files(
    paths: Sequence[str | Path],
    *,
    year: int | None = None,
    keys: Mapping[str, str] | None = None,
    tables: Mapping[str, str] | None = None,
    as_of: date | None = None,
    law: Lawbook | None = None,
    calendar: Calendar = WorkdayCalendar.of_report,
    told: Told = _untold,
    aside: Callable[[UnreadRow], None] = _unkept,
) -> Streamed:
    """Return the figures of a report folder, or of files named after their table, row by row.

    >>> from ppid_core import summarize_files
    >>> summarize_files(["examples/kota-serang-2020"]).figure("requests.total")
    84

    Args:
        paths: one folder; or files called *permohonan*, *keberatan*, *sengketa*, *gugatan* or as another
            table, or known by their heading, each ``.csv``, ``.tsv`` or ``.jsonl``, and packed as ``.gz`` or
            ``.zst`` or not; ``-`` is standard input, requests as CSV.
        year: the year, where files hold no *laporan* that says it.
        keys: as `load`, like ``tables``.
        tables: as there.
        as_of: the day whose state is told; by default `ServiceYear.as_of`.
        law: the law it is judged by; by default the law book of this package.
        calendar: makes the calendar of the body on a day.
        told: called with a table and how many rows more of it were read or counted.
        aside: called with each row of a register of which something could not be read.

    Raises:
        InputError: no year can be named; it carries every problem.
        ExtraMissingError: a file is packed with Zstandard, and nothing here unpacks it.
    """
    refuse_text("paths", paths)
    first = Path(paths[0]) if len(paths) == 1 else None
    said = Supplement.of(year=year, keys=keys, tables=tables)

    def read(begin: Begin, scratch: Scratch) -> Intake:
        if first is not None and first.is_dir():
            return stream_folder(first, begin, told, scratch, said)
        return stream_files(paths, begin, told, scratch, said)

    return _counted(read, RunningSummary(law, calendar, as_of=as_of, taken=told, aside=aside))


def summarize_rows(
    tables: Mapping[str, Rows],
    *,
    as_of: date | None = None,
    law: Lawbook | None = None,
    calendar: Calendar = WorkdayCalendar.of_report,
    told: Told = _untold,
    aside: Callable[[UnreadRow], None] = _unkept,
) -> Streamed:
    """Return the figures of rows that another program yields, each of them gone through once.

    >>> from ppid_core import summarize_rows
    >>> rows = ({"nomor": number, "kanal": "website"} for number in range(10_000))
    >>> counted = summarize_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": rows})
    >>> counted.figure("requests.by_channel.website")
    10000

    Args:
        tables: the rows of each table, as `from_rows` takes them; those of registers may be a generator.
        as_of: as `summarize_files`, like all that follow.
        law: as there.
        calendar: as there.
        told: as there.
        aside: as there.

    Raises:
        InputError: no year can be named; it carries every problem.
        RowError: what stands for a table, or for one of its rows, is none.
        UnknownNameError: there is no table of that name.
        ValueError: two names mean one table.
    """
    running = RunningSummary(law, calendar, as_of=as_of, taken=told, aside=aside)
    return _counted(lambda begin, scratch: stream_rows(tables, begin, told, scratch), running)


def _counted(read: Callable[[Begin, Scratch], Intake], running: RunningSummary) -> Streamed:
    with Scratch() as scratch:
        intake = logged(read(running.begin, scratch), "stream")
        return _told(intake, running)


def _told(intake: Intake, running: RunningSummary) -> Streamed:
    work = Dossier(
        year=intake.year,
        intake=intake,
        as_of=running.watch.as_of,
        workdays=running.watch.workdays,
        law=running.watch.law,
    )
    summary = running.end(intake.year, work.ids)
    named = running.naming(intake.year, summary)
    return Streamed(work=work, summary=summary, unread=running.unread, named=named)
