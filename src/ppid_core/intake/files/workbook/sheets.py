"""The sheets of a workbook, each found by its name or its heading, and read as clerks keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from functools import partial
from hashlib import sha256

from attrs import evolve, frozen

from ppid_core.intake.files.found import Foreign, FoundTable
from ppid_core.intake.files.row_file import named_table, unpacked_name
from ppid_core.intake.files.workbook import fault
from ppid_core.intake.files.workbook.book import Book, TypedSheet, open_book
from ppid_core.intake.files.workbook.fault import no_sheets, too_big
from ppid_core.intake.files.workbook.sheet_names import Naming, is_of_a_report, name_sheets
from ppid_core.intake.files.workbook.table import Tabling, heading_of, is_cross_sheet
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows.cross_heading import BESIDE, is_of_totals
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import AGGREGATES
from ppid_core.source import Source

MOST_OF_A_FILE = 64 * 2**20
"""Bytes of a workbook as it lies on the disk."""


def book_tables(
    file: str, content: Callable[[int], bytes], ledger: Ledger, inputs: MutableMapping[str, str]
) -> Sequence[FoundTable]:
    """Return the tables of a workbook: its sheets, those of our own and blank ones left out.

    Args:
        file: the name of the workbook.
        content: returns so many bytes of it.
        ledger: what is found is told there.
        inputs: its hash is written there once a sheet of it is read.

    Raises:
        CellError: it is no workbook, locked, damaged, too big or empty.
        ExtraMissingError: python-calamine is not installed.
    """
    whole = content(MOST_OF_A_FILE + 1)
    if len(whole) > MOST_OF_A_FILE:
        raise too_big(MOST_OF_A_FILE)
    book = open_book(file, whole)
    if not any(sheet.fault or _is_filled(sheet) for sheet in book.sheets):
        raise no_sheets()
    opened = _Opened(book=book, file=file, digest=sha256(whole).hexdigest(), ledger=ledger, inputs=inputs)
    return list(opened.tables())


@frozen(kw_only=True)
class _Opened:
    """A workbook whose sheets are found."""

    book: Book
    file: str
    digest: str
    ledger: Ledger
    inputs: MutableMapping[str, str]

    def tables(self) -> Iterator[FoundTable]:
        """Yield the sheets that may be tables; of two that are called after one table the first."""
        crossed = dict(self._crossed())
        naming = name_sheets([sheet.name for sheet in self.book.sheets if sheet.name not in crossed])
        known = {**naming.tables, **self._named_by_file(naming), **crossed}
        for sheet in self.book.sheets:
            place = Source(file=self.file, sheet=sheet.name)
            is_there = sheet.fault is not None or _is_filled(sheet)
            is_known = sheet.name in {*naming.tables, *crossed}
            if is_known or (sheet.name in naming.unknown and is_there):
                yield FoundTable(
                    place=place,
                    name=known.get(sheet.name),
                    titles=partial(self._titles, sheet),
                    read=partial(self._read, sheet, place),
                )
            elif is_there and sheet.name in naming.twins:
                self.ledger.refuse(place, fault.twin(*naming.twins[sheet.name]))
                self.ledger.lose_table(naming.twins[sheet.name][1], place)

    def _crossed(self) -> Iterator[tuple[str, str]]:
        """Yield the sheets of totals that are tables of joint counts, each with the key of its table."""
        for sheet in () if self.is_of_a_report else self.book.sheets:
            if sheet.fault is None and is_of_totals(sheet.name) and is_cross_sheet(sheet):
                yield sheet.name, f"{AGGREGATES.name}{BESIDE}{sheet.name}"

    def _named_by_file(self, naming: Naming) -> Mapping[str, str]:
        """Return the table that the file is called after, of its only sheet, whose name says none."""
        filled = [sheet.name for sheet in self.book.sheets if _is_filled(sheet)]
        table = named_table(unpacked_name(self.file).stem)
        return {filled[0]: table} if table and filled == [*naming.unknown] else {}

    def _titles(self, sheet: TypedSheet, foreign: Foreign) -> Sequence[str]:
        if sheet.fault is not None:
            raise sheet.fault
        return heading_of(sheet, foreign)

    def _read(self, sheet: TypedSheet, place: Source, table: str, foreign: Foreign) -> Sheet | None:
        self._note_book()
        if sheet.fault is not None:
            raise sheet.fault
        if sheet.is_hidden:
            fault.note_hidden_sheet(self.ledger, place)
        fault.note_hidden_cells(self.ledger, place, sheet.marks.hidden_rows, sheet.marks.hidden_columns)
        name, beside, _ = table.partition(BESIDE)
        tabling = Tabling(
            place=place,
            table=name,
            is_from_1904=self.book.is_from_1904,
            ledger=self.ledger,
            foreign=foreign,
            is_crossed=bool(beside),
        )
        made = tabling.read(sheet)
        return _with_what_is_filled(made) if made and self.is_of_a_report else made

    @property
    def is_of_a_report(self) -> bool:
        """Whether it is a report of ours, whose sheets of data have every column."""
        return is_of_a_report(sheet.name for sheet in self.book.sheets)

    def _note_book(self) -> None:
        """Tell, once, what is known of the workbook as a whole."""
        if self.file in self.inputs:
            return
        self.inputs[self.file] = self.digest
        place = Source(file=self.file)
        if self.book.has_macros:
            fault.note_macros(self.ledger, place)
        if self.book.has_links:
            fault.note_links(self.ledger, place)
        if not self.book.is_looked_through:
            fault.note_not_looked_through(self.ledger, place)


def _with_what_is_filled(sheet: Sheet) -> Sheet:
    """Return a table in which columns without any cell have no heading: nobody chose to have them."""
    filled = {at for row in sheet.rows for at, cell in enumerate(row) if cell.strip()}
    heading = tuple(title if at in filled else "" for at, title in enumerate(sheet.heading))
    return evolve(sheet, heading=heading)


def _is_filled(sheet: TypedSheet) -> bool:
    return any(str(value).strip() for row in sheet.rows for value in row)
