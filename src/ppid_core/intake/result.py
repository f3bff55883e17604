"""What reading returns: the year, and everything that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from attrs import field, frozen

from ppid_core.errors import Problem
from ppid_core.language import Bilingual
from ppid_core.log import debug
from ppid_core.model import ServiceYear
from ppid_core.source import Source


@frozen(kw_only=True)
class Note:
    """What the clerk should know and need not mend (*keterangan*), such as a file that was passed over.

    >>> from ppid_core import load
    >>> load("examples/kota-serang-2020").notes[0].source.file
    'permohonan.csv'

    Attributes:
        message: the whole sentence, place included.
    """

    source: Source | None = None
    message: Bilingual


@frozen(kw_only=True)
class RejectedRow:
    """A data row that is no value (*baris bermasalah*); its cells may hold personal data.

    >>> from ppid_core.intake import RejectedRow
    >>> from ppid_core.source import Source
    >>> place = Source(file="permohonan.csv", row=9)
    >>> RejectedRow(table="permohonan", source=place, cells=("x",)).source.row
    9

    Attributes:
        table: name of the table.
        cells: the cells as typed, in the order of the heading.
    """

    table: str
    source: Source
    cells: tuple[str, ...] = field(repr=False)


@frozen(kw_only=True)
class UnreadRow:
    """A row of which something could not be read (*baris belum terbaca*); its cells may hold personal data.

    >>> from ppid_core.intake import UnreadRow
    >>> from ppid_core.source import Source
    >>> place, heading = Source(file="permohonan.csv", row=9), ("nomor", "bulan")
    >>> row = dict(table="permohonan", source=place, heading=heading, cells=("7", "13"), personal=frozenset())
    >>> UnreadRow(unread=("bulan",), **row).unread
    ('bulan',)

    Attributes:
        table: name of the table.
        heading: the headings as typed.
        cells: the cells as typed, in the order of the heading.
        unread: canonical headings of what could not be read; "" for what stands under none.
        personal: positions of the cells that may tell who somebody is.
    """

    table: str
    source: Source
    heading: tuple[str, ...]
    cells: tuple[str, ...] = field(repr=False)
    unread: tuple[str, ...]
    personal: frozenset[int]


@frozen(kw_only=True)
class SheetColumns:
    """Where the columns of a table stand on a sheet of a workbook (*letak kolom*).

    Attributes:
        table: name of the table.
        at: position from 0 and heading as typed, by canonical heading.
    """

    table: str
    at: Mapping[str, tuple[int, str]]


Sheets = Mapping[tuple[str, str], SheetColumns]
"""Those of workbooks, by file and sheet."""


@frozen(kw_only=True)
class LastReport:
    """Where last year's report lies, as *laporan* says (*tahun_lalu*).

    Attributes:
        path: relative to the folder of this report.
    """

    path: str
    source: Source


@frozen(kw_only=True)
class Intake:
    """Everything that reading found (*hasil pembacaan*).

    >>> from ppid_core import load
    >>> intake = load("examples/kota-serang-2020")
    >>> intake.problems, intake.read["keberatan"]
    ((), 6)

    Attributes:
        year: the year, made of the accepted rows.
        problems: every cell, row or file that could not be read.
        notes: what was passed over or read in one of two ways.
        rejected: the rows that are not in ``year``.
        read: data rows by table; blank rows, JUMLAH and NIHIL are no data.
        columns: where columns stand, by file and sheet of each workbook that was read.
        inputs: SHA-256 of each file that was read, by path relative to the folder.
        pictures: content of each named picture that lies in the folder, by the same paths.
        pictured: paths of pictures that lay beside the data when these were written, and are known by their
            hash alone.
        last_report: where last year's report lies; it is no part of the year, and is not opened here.
    """

    year: ServiceYear
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    read: Mapping[str, int] = field(factory=dict)
    columns: Sheets = field(factory=dict, eq=False, repr=False)
    inputs: Mapping[str, str] = field(factory=dict)
    pictures: Mapping[str, bytes] = field(factory=dict, repr=False)
    pictured: frozenset[str] = frozenset()
    last_report: LastReport | None = None

    @property
    def rejected_counts(self) -> Mapping[str, int]:
        """Rejected rows by table, for every table that was read."""
        counts = Counter(row.table for row in self.rejected)
        return {table: counts[table] for table in self.read}

    @property
    def accepted(self) -> Mapping[str, int]:
        """Accepted rows by table: what was read without what was rejected."""
        return {table: self.read[table] - rejected for table, rejected in self.rejected_counts.items()}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed yet but the year and its part."""
        return not self.problems and self.year == ServiceYear(period=self.year.period)


def logged(intake: Intake, by: str) -> Intake:
    """Return the same, after the log was told how many rows of which tables were read.

    Args:
        intake: what was read.
        by: who read it: the name of an importer, or of a call.
    """
    refused, problems, notes = (len(of) for of in (intake.rejected, intake.problems, intake.notes))
    said = "%s: rows %s, rejected: %d, problems: %d, notes: %d"
    debug("reading", said, by, dict(intake.read), refused, problems, notes)
    return intake
