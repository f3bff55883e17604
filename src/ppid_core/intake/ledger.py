"""The running account of one reading: problems, notes and counts while the tables are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import define, field

from ppid_core.errors import Problem
from ppid_core.intake import fault
from ppid_core.intake.cells import CellError, shown
from ppid_core.intake.result import LastReport, Note, RejectedRow, SheetColumns
from ppid_core.language import Bilingual
from ppid_core.model import StatedTotal, UnreadCell
from ppid_core.source import Source

MOST = 2000
"""Cells of one column that are told one by one; of the others, their number and their rows.

Nobody mends more than these by hand, and a value for each cell of a file of 50 MB takes gigabytes.
"""


@define
class _Others:
    """What is alike in cells beyond those that are told one by one."""

    place: Source
    expected: Bilingual
    first: int
    last: int
    count: int = 1


@define
class Ledger:
    """What was found so far.

    Attributes:
        totals: what JUMLAH rows state.
        untyped: files that hold a heading and nothing under it.
        unread: what of the tables could not be read, cell by cell.
        unreadable: tables that are there and could not be opened.
        columns: where columns stand, by file and sheet of each workbook.
        file: the one file that is read, "" where each table is a file of a folder.
        persons: the columns of names, so that no message quotes what is typed there.
        veiled: positions of the problems in which persons are hidden already.
        last_report: where last year's report lies.
        latest: the columns of what could not be read since it was cleared last.
    """

    problems: list[Problem] = field(factory=list)
    notes: list[Note] = field(factory=list)
    rejected: list[RejectedRow] = field(factory=list)
    read: dict[str, int] = field(factory=dict)
    totals: list[StatedTotal] = field(factory=list)
    untyped: list[str] = field(factory=list)
    unread: list[UnreadCell] = field(factory=list)
    unreadable: set[str] = field(factory=set)
    columns: dict[tuple[str, str], SheetColumns] = field(factory=dict, repr=False)
    file: str = ""
    persons: list[Iterable[str]] = field(factory=list, repr=False)
    veiled: set[int] = field(factory=set, repr=False)
    latest: list[str] = field(factory=list, repr=False)
    last_report: LastReport | None = None
    _refused: Counter[Source] = field(factory=Counter, repr=False)
    _others: dict[Source, _Others] = field(factory=dict, repr=False)
    _lost: Counter[tuple[str, str]] = field(factory=Counter, repr=False)
    _lost_at: dict[tuple[str, str], Source] = field(factory=dict, repr=False)

    def refuse(self, source: Source, error: CellError, value: str = "") -> None:
        """Record that ``value`` cannot stand at ``source``."""
        self.tell(source, value, error.expected, error.about(shown(value)))

    def tell(self, source: Source, value: str, expected: Bilingual, message: Bilingual) -> None:
        """Record a problem; beyond the `MOST` of a column, that there is one more."""
        if source.row is not None:
            column = source.whole_column
            self._refused[column] += 1
            if self._refused[column] > MOST:
                self._count(column, source.row, expected)
                return
        self.problems.append(Problem(source=source, value=value, expected=expected, message=message))

    def _count(self, column: Source, row: int, expected: Bilingual) -> None:
        if (others := self._others.get(column)) is None:
            self._others[column] = _Others(column, expected, row, row)
        else:
            others.last = row
            others.count += 1

    def lose(self, table: str, column: str, source: Source) -> None:
        """Record that a cell is not in the year; without a column, that a row or more is not."""
        self.latest.append(column)
        self._lost[table, column] += 1
        if source.row is not None and self._lost[table, column] > MOST:
            self._lost_at.setdefault((table, column), source.whole_column)
        else:
            self.unread.append(UnreadCell(table=table, column=column, source=source))

    def close(self) -> None:
        """Tell how many more cells of a column there were, once its table is read."""
        for others in self._others.values():
            error = fault.others(others.count, others.first, others.last)
            message = error.about(shown(""))
            self.problems.append(
                Problem(source=others.place, value="", expected=others.expected, message=message)
            )
        for (table, column), place in self._lost_at.items():
            count = self._lost.pop((table, column)) - MOST
            self.unread.append(UnreadCell(table=table, column=column, source=place, count=count))
        self._others.clear()
        self._lost_at.clear()

    def lose_table(self, table: str, source: Source) -> None:
        """Record that a table is there and could not be opened."""
        self.unreadable.add(table)
        self.lose(table, "", source)

    def note(self, message: Bilingual, source: Source | None = None) -> None:
        """Record what the clerk should know."""
        self.notes.append(Note(source=source, message=message))

    def note_untyped(self, *, nothing: bool) -> None:
        """Say once which files hold nothing yet, or that none does."""
        files = ", ".join(self.untyped)
        if nothing:
            self.note(
                Bilingual(
                    "Belum ada yang diisi selain tahun laporan.", "Nothing is typed yet beside the year."
                )
            )
        elif self.untyped:
            self.note(Bilingual(f"Belum diisi: {files}.", f"Nothing typed yet: {files}."))
