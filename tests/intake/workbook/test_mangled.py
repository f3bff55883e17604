"""A good workbook in another order, case and wording is the same year; rubbish in it is told cell by cell."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.intake.workbook.making import fill, read

from ppid_core.glossary import recognise, spelling
from ppid_core.intake import Intake, load
from ppid_core.intake.cells import CellError
from ppid_core.intake.tables import TABLES, table_headings
from ppid_core.intake.tables.spec import TableColumn
from ppid_core.model import ApplicantClass, ServiceYear
from ppid_core.source import column_letters

FOLDER = Path(__file__).parents[3] / "examples" / "kabupaten-contoh-2024"
RUBBISH = "§§ bukan isi §§"
REGISTERS = ("permohonan", "keberatan", "sengketa", "gugatan", "kunjungan", "anggaran")

FEWER = settings(max_examples=settings().max_examples // 4)
"""A workbook takes a third of a second, and each holds the whole example, every heading in another way."""

Table = list[list[str]]
COLUMNS: Mapping[str, Mapping[str, TableColumn[object]]] = {
    spec.name: {column.name: column for column in spec.columns} for spec in TABLES
}


@cache
def expected() -> Intake:
    return load(FOLDER)


def tables() -> dict[str, Table]:
    """Return the tables of the example, the chapters in a table of their own."""
    found: dict[str, Table] = {}
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.reader(file))
    chapters = [[one.stem, one.read_text("utf-8")] for one in sorted((FOLDER / "naskah").iterdir())]
    return {**found, "naskah": [["bagian", "teks"], *chapters]}


def is_total(row: Sequence[str]) -> bool:
    return row[0] == "JUMLAH"


def year_of(intake: Intake) -> ServiceYear:
    """Return the year with its stated totals in an order of their own, for columns have none."""
    totals = sorted(intake.year.stated_totals, key=lambda one: (one.table, one.column))
    return evolve(intake.year, stated_totals=tuple(totals))


class Clerk:
    """Somebody who types the tables of the example in a way of their own."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311  a test is no secret
        self.seed = seed

    def __repr__(self) -> str:
        return f"Clerk({self.seed})"

    def workbook(self, found: Mapping[str, Table]) -> Workbook:
        """Return the workbook; sheets, columns and titles in any order and form."""
        book = Workbook()
        book.remove(book.worksheets[0])
        for name in self.shuffled(found):
            sheet = book.create_sheet(self.sheet_name(name))
            fill(sheet, list(self.rows(name, self.columns_shuffled(found[name]))))
        return book

    def shuffled(self, items: Sequence[str] | Mapping[str, Table]) -> list[str]:
        mixed = list(items)
        self.random.shuffle(mixed)
        return mixed

    def sheet_name(self, table: str) -> str:
        names = (table, *table_headings()[table].spellings)
        name = self.cased(self.random.choice(names)).replace("/", " ")
        around = self.random.choice(("{}", "{} 2024", "Register {}", "Tabel {}", " {} "))
        return around.format(name)[:31]

    def columns_shuffled(self, rows: Table) -> Table:
        """Return the columns in another order; JUMLAH stands in the first one."""
        kept = 1 if any(map(is_total, rows)) else 0
        order = list(range(kept, len(rows[0])))
        self.random.shuffle(order)
        order = [*range(kept), *order]
        return [[row[at] for at in order] for row in rows]

    def rows(self, table: str, rows: Table) -> Iterator[Sequence[object]]:
        """Yield the rows under titles, numbered or not, with blank lines among them."""
        if self.random.random() < 0.5:
            yield from ((f"REGISTER {table}".upper(),), ("PEMERINTAH KABUPATEN CONTOH",), ())
        is_numbered = self.random.random() < 0.5
        columns = [COLUMNS.get(table, {}).get(name) for name in rows[0]]
        titles = [self.title(table, name) for name in rows[0]]
        yield ["No.", *titles] if is_numbered else titles
        for number, row in enumerate(rows[1:], start=1):
            cells = [self.cell(column, text) for column, text in zip(columns, row, strict=True)]
            yield [number, *cells] if is_numbered else cells
            if self.random.random() < 0.1:
                yield ()

    def title(self, table: str, name: str) -> str:
        heading = next((one for one in table_headings()[table].headings if one.name == name), None)
        names = (name, *(heading.spellings if heading else ()))
        return self.spaced(self.cased(self.random.choice(names)))

    def cell(self, column: TableColumn[object] | None, text: str) -> object:
        """Return a cell as text or, where it is a day or a number, as a spreadsheet keeps it."""
        value = None
        with suppress(CellError):  # words in a row JUMLAH
            value = column.read(text) if column is not None and text.strip() else None
        if isinstance(value, date) and self.random.random() < 0.5:
            return value
        if text.isdigit() and not text.startswith("0") and self.random.random() < 0.5:
            return int(text)
        if isinstance(value, ApplicantClass) and recognise(ApplicantClass, self.cased(text)):
            text = self.cased(text)
        return self.spaced(text) if text and "\n" not in text else text

    def cased(self, text: str) -> str:
        return self.random.choice((text, text.upper(), text.title(), text.replace("_", " ")))

    def spaced(self, text: str) -> str:
        return self.random.choice((text, f" {text}", f"{text}\u00a0", f"{text}  "))


CLERKS = st.builds(Clerk, st.integers(0, 2**32))


def opened(book: Workbook) -> Intake:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "buku.xlsx"
        book.save(path)
        return read(path)


@pytest.mark.slow
@FEWER
@given(CLERKS)
def test_order_case_spaces_and_wording_make_no_other_year(clerk: Clerk) -> None:
    intake = opened(clerk.workbook(tables()))

    assert [f"{one.source} {one.message.id}" for one in intake.problems] == []
    assert year_of(intake) == year_of(expected())
    assert dict(intake.read) == dict(expected().read)


@cache
def readable(table: str) -> list[str]:
    """Return the columns of a table in which rubbish cannot be read."""
    return [name for name, column in COLUMNS[table].items() if _refuses(column)]


def _refuses(column: TableColumn[object]) -> bool:
    try:
        column.read(RUBBISH)
    except CellError:
        return True
    return False


@pytest.mark.slow
@FEWER
@given(st.data())
def test_each_cell_of_rubbish_is_told_once_and_costs_that_cell_alone(data: st.DataObject) -> None:
    found = tables()
    cells = [
        (table, row, column)
        for table in REGISTERS
        for row in range(1, len(found[table]))
        if not is_total(found[table][row])
        for column, name in enumerate(found[table][0])
        if name in readable(table)
    ]
    spoiled = data.draw(st.lists(st.sampled_from(cells), min_size=1, max_size=12, unique=True))
    for table, row, column in spoiled:
        found[table][row][column] = RUBBISH
    book = Workbook()
    for name, rows in found.items():
        fill(book.create_sheet(name), rows)
    intake = opened(book)

    told = [(one.source.sheet, one.source.cell, one.source.column) for one in intake.problems]
    assert sorted(told) == sorted(
        (table, f"{column_letters(column)}{row + 1}", found[table][0][column])
        for table, row, column in spoiled
    )
    assert intake.rejected == ()
    assert len(intake.year.unread) == len(spoiled)
    assert dict(intake.read) == dict(expected().read)


DELIMITERS, ENCODINGS = (",", ";", "\t"), ("utf-8", "utf-8-sig")


@pytest.mark.slow
@given(CLERKS, st.sampled_from(DELIMITERS), st.sampled_from(ENCODINGS))
def test_folder_in_another_order_case_and_delimiter_is_the_same_year(
    clerk: Clerk, delimiter: str, encoding: str
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for table, rows in tables().items():
            mixed = clerk.columns_shuffled(rows)
            titles = [clerk.title(table, title) for title in mixed[0]]
            with (folder / f"{clerk.cased(table)}.csv").open("w", encoding=encoding, newline="") as file:
                csv.writer(file, delimiter=delimiter).writerows([titles, *mixed[1:]])
        intake = load(folder)

    assert not intake.problems
    assert year_of(intake) == year_of(expected())


def test_the_clerk_uses_every_spelling_of_a_heading() -> None:
    """The law above would say little if the words never changed."""
    clerk = Clerk(2024)
    titles = {spelling(clerk.title("permohonan", "tanggal")) for _ in range(200)}

    assert titles >= {"tanggal", "tanggal permohonan", "tgl permohonan", "tgl", "tanggal masuk"}
