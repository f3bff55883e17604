"""From a workbook to an intake: every sheet that is a table, read as clerks keep it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from attrs import evolve

from ppid_core.intake.cells import CellError
from ppid_core.intake.files.folder import pictures_in
from ppid_core.intake.files.importer import refused
from ppid_core.intake.files.workbook import fault
from ppid_core.intake.files.workbook.book import Book, TypedSheet, open_book
from ppid_core.intake.files.workbook.fault import no_sheets, too_big
from ppid_core.intake.files.workbook.sheet_names import Naming, name_sheets
from ppid_core.intake.files.workbook.table import Tabling, is_cross_sheet
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Intake
from ppid_core.intake.rows.cross_heading import BESIDE, is_of_totals
from ppid_core.intake.rows.reading import read_table
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import AGGREGATES, TRANSLATIONS, Translation
from ppid_core.intake.year import gather
from ppid_core.model import Absent, ReportingPeriod
from ppid_core.source import Source

_FIRST, _ANY_YEAR = TRANSLATIONS.name, 2000
"""The table without which others may not be understood; it names no year."""
MOST_OF_A_FILE = 64 * 2**20
"""Bytes of a workbook as it lies on the disk."""


def read_workbook(path: Path) -> Intake:
    """Return what a workbook holds, and the pictures beside it.

    Raises:
        InputError: it is no workbook, locked, damaged, too big or an .xls, or no year can be named.
        ExtraMissingError: python-calamine is not installed.
    """
    try:
        content = _content(path)
        book = open_book(path.name, content)
    except CellError as error:
        raise refused(path.name, error) from None
    ledger = Ledger(workbook=path.name)
    _note_book(book, Source(file=path.name), ledger)
    intake = gather(dict(_sheets(book, path.name, ledger)), ledger)
    pictures = dict(pictures_in(path.parent, intake.year))
    inputs = {name: sha256(found).hexdigest() for name, found in {**pictures, path.name: content}.items()}
    return evolve(intake, inputs=dict(sorted(inputs.items())), pictures=pictures)


def book_sheets(path: Path, ledger: Ledger) -> Mapping[str, Sheet]:
    """Return the tables of a workbook as they were typed.

    Raises:
        CellError: it is no workbook, locked, damaged, too big or an .xls.
        InputError: it holds no sheets.
        ExtraMissingError: python-calamine is not installed.
    """
    return dict(_sheets(open_book(path.name, _content(path)), path.name, ledger))


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(MOST_OF_A_FILE + 1)
    if len(content) > MOST_OF_A_FILE:
        raise too_big(MOST_OF_A_FILE)
    return content


def _note_book(book: Book, place: Source, ledger: Ledger) -> None:
    if book.has_macros:
        fault.note_macros(ledger, place)
    if book.has_links:
        fault.note_links(ledger, place)
    if not book.is_looked_through:
        fault.note_not_looked_through(ledger, place)


def _sheets(book: Book, file: str, ledger: Ledger) -> Iterator[tuple[str, Sheet]]:
    """Yield each table that is read; what is not read is told."""
    crossed = {sheet.name: key for sheet, key in _crossed(book)}
    naming = name_sheets([sheet.name for sheet in book.sheets if sheet.name not in crossed])
    if not any(sheet.fault or _is_filled(sheet) for sheet in book.sheets):
        raise refused(file, no_sheets())
    foreign: tuple[Translation, ...] = ()
    for sheet in sorted(book.sheets, key=lambda sheet: naming.tables.get(sheet.name) != _FIRST):
        place = Source(file=file, sheet=sheet.name)
        if sheet.name in crossed:
            _note_hidden(sheet, place, ledger)
            tabling = Tabling(
                place=place,
                table=AGGREGATES.name,
                is_from_1904=book.is_from_1904,
                ledger=ledger,
                is_crossed=True,
            )
            if (read := tabling.read(sheet)) is not None:
                yield crossed[sheet.name], read
        elif sheet.name in naming.tables and sheet.fault is not None:
            ledger.refuse(place, sheet.fault)
            ledger.lose_table(naming.tables[sheet.name], place)
        elif sheet.name in naming.tables:
            _note_hidden(sheet, place, ledger)
            table, days = naming.tables[sheet.name], book.is_from_1904
            tabling = Tabling(place=place, table=table, is_from_1904=days, ledger=ledger, foreign=foreign)
            if (read := tabling.read(sheet)) is not None:
                foreign = _translations(read) if table == _FIRST else foreign
                yield table, read
        elif sheet.fault or _is_filled(sheet):
            _tell_unread(naming, place, ledger)


def _crossed(book: Book) -> Iterator[tuple[TypedSheet, str]]:
    """Yield the sheets of totals that are tables of joint counts, each with the key of its table."""
    for sheet in book.sheets:
        if sheet.fault is None and is_of_totals(sheet.name) and is_cross_sheet(sheet):
            yield sheet, f"{AGGREGATES.name}{BESIDE}{sheet.name}"


def _translations(sheet: Sheet) -> tuple[Translation, ...]:
    """Return what *peta* says of foreign headings; what it cannot say is told when the year is built."""
    lines = read_table(TRANSLATIONS, sheet, Setting(period=ReportingPeriod(_ANY_YEAR)), Ledger())
    return () if isinstance(lines, Absent) else lines


def _note_hidden(sheet: TypedSheet, place: Source, ledger: Ledger) -> None:
    if sheet.is_hidden:
        fault.note_hidden_sheet(ledger, place)
    fault.note_hidden_cells(ledger, place, sheet.marks.hidden_rows, sheet.marks.hidden_columns)


def _tell_unread(naming: Naming, place: Source, ledger: Ledger) -> None:
    if place.sheet in naming.twins:
        ledger.refuse(place, fault.twin(*naming.twins[place.sheet]))
        ledger.lose_table(naming.twins[place.sheet][1], place)
    elif place.sheet in naming.unknown:
        fault.note_unknown(ledger, place)


def _is_filled(sheet: TypedSheet) -> bool:
    return any(str(value).strip() for row in sheet.rows for value in row)
