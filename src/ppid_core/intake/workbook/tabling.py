"""From a sheet of a workbook to the table that a clerk typed in it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.heading import accepted
from ppid_core.intake import tables
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.line_kind import LineKind
from ppid_core.intake.lines.under import Under
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import Translation, table_headings
from ppid_core.intake.workbook import telling
from ppid_core.intake.workbook.days import read_months, read_serials, read_times
from ppid_core.intake.workbook.joining import carried_down
from ppid_core.intake.workbook.numbering import leave_out_running, running_columns
from ppid_core.intake.workbook.opening import TypedSheet
from ppid_core.intake.workbook.texts import Texts
from ppid_core.intake.workbook.titles import Titles, find_titles
from ppid_core.source import Source

_DAYS, _MONTH = ("tanggal", "berlaku_"), "bulan"
"""How the names of columns of days begin, and the name of a column of months."""
_TIMES = frozenset({"buka", "tutup", "istirahat_mulai", "istirahat_selesai"})


@frozen(kw_only=True)
class Tabling:
    """The reading of one sheet as a table.

    Attributes:
        place: the sheet in its workbook.
        table: the table that its name says.
        is_from_1904: whether day 0 of the workbook is 1 January 1904.
        foreign: what *peta* says of headings that are not ours.
    """

    place: Source
    table: str
    is_from_1904: bool
    ledger: Ledger
    foreign: tuple[Translation, ...] = ()

    def read(self, sheet: TypedSheet) -> Sheet | None:
        """Return the table; None where the sheet has no heading, which is told."""
        texts, names = Texts.of(sheet), self._accepted()
        is_matrix = self.table == tables.MATRIX
        found = find_titles(texts.rows, sheet.marks.merges, names, is_matrix=is_matrix)
        if found is None:
            self.ledger.refuse(self.place, telling.no_heading(self.table))
            self.ledger.lose_table(self.table, self.place)
            return None
        telling.note_above(self.ledger, self.place, texts.rows[: found.first], self._meanings())
        columns = {
            at: names[spelling(title)] for at, title in enumerate(found.titles) if spelling(title) in names
        }
        self._carry_down(texts, sheet, found, columns)
        apart = self._pass_over(texts, found)
        self._read_days(texts, sheet, found, columns)
        return Sheet(
            file=self.place.file,
            sheet=self.place.sheet,
            heading=self._titles(texts, found, names),
            heading_row=found.last + 1,
            rows=texts.rows[found.last + 1 :],
            faults={(row + 1, column): fault for (row, column), fault in texts.faults.items()},
            apart=apart,
            sums=frozenset((row + 1, column) for row, column in sheet.marks.sums if row > found.last),
        )

    def _meanings(self) -> frozenset[str]:
        """Return what a workbook of ours says above each heading."""
        return frozenset(heading.meaning for heading in table_headings()[self.table].headings)

    def _accepted(self) -> Mapping[str, str]:
        """Return the column for each heading that is accepted, foreign ones too."""
        lines = (line for line in self.foreign if line.heading and line.table in {"", self.table})
        own = accepted(table_headings()[self.table].headings)
        return {**own, **{line.heading: line.column for line in lines if line.column in own.values()}}

    def _carry_down(self, texts: Texts, sheet: TypedSheet, found: Titles, columns: Mapping[int, str]) -> None:
        merges, first = sheet.marks.merges, found.last + 1
        for (row, column), text in carried_down(texts.rows, merges, first, self._summed(columns)).items():
            texts.rows[row][column] = text

    def _summed(self, columns: Mapping[int, str]) -> frozenset[int]:
        """Return the positions of columns that are added up."""
        specs = (spec for spec in tables.TABLES if spec.name == self.table)
        summed = {column.name for spec in specs for column in spec.columns if column.total is not None}
        return frozenset(at for at, name in columns.items() if name in summed)

    def _pass_over(self, texts: Texts, found: Titles) -> Mapping[int, LineKind]:
        """Clear the rows that are no data, and return what they are, as a spreadsheet counts them."""
        first = found.last + 1
        running = running_columns(found.titles)
        passed = Under(rows=texts.rows[first:], titles=found.titles, running=running).passed()
        for at in passed:
            texts.rows[first + at] = []
        return {first + at + 1: kind for at, kind in passed.items()}

    def _titles(self, texts: Texts, found: Titles, names: Mapping[str, str]) -> tuple[str, ...]:
        """Return the heading without columns that only count the rows, which are left out."""
        numbering = leave_out_running(texts.rows[found.last + 1 :], found.titles, names)
        for title in numbering.renamed:
            telling.note_register_number(self.ledger, self.place.at(title))
        return numbering.titles

    def _read_days(self, texts: Texts, sheet: TypedSheet, found: Titles, columns: Mapping[int, str]) -> None:
        first = found.last + 1
        for column, name in columns.items():
            if name == _MONTH:
                read_months(texts.rows, sheet.rows, column, first)
            elif name in _TIMES:
                read_times(texts.rows, sheet.rows, column, first)
            elif name.startswith(_DAYS):
                told = read_serials(texts.rows, column, first, is_from_1904=self.is_from_1904)
                if told is not None:
                    telling.note_serial(self.ledger, self.place.at(found.titles[column]), *told)
