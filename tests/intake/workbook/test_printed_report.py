"""The tables of a real report, typed in one workbook as they are printed, against its folder.

The workbook is made by openpyxl, which the library does not use.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ppid_core import Evidence, Lawbook, WorkdayCalendar, check, summarize
from ppid_core.intake import Intake, load
from ppid_core.intake.files.workbook import WorkbookImporter
from ppid_core.model import ServiceYear

FOLDER = Path(__file__).parents[3] / "examples" / "kota-serang-2020"
BODY = "PEMERINTAH KOTA SERANG"

Rows = list[list[str]]


def rows_of(table: str) -> Rows:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def typed(text: str) -> str | int:
    """Return the cell as somebody types it into a spreadsheet, which makes numbers of figures."""
    return int(text) if text.isdigit() and not text.startswith("0") else text


def fill(sheet: Worksheet, first: int, rows: Sequence[Sequence[str]], *, number: bool = True) -> int:
    """Write rows under each other, numbered where ``number``; return the row after them."""
    for at, row in enumerate(rows):
        cells = [at + 1, *map(typed, row)] if number else list(map(typed, row))
        for column, cell in enumerate(cells, start=1):
            if cell != "":
                sheet.cell(first + at, column, cell)
    return first + len(rows)


def titled(book: Workbook, name: str, *lines: str, width: int) -> tuple[Worksheet, int]:
    """Begin a sheet with lines joined over the table; return the row of the heading."""
    sheet = book.create_sheet(name)
    for row, line in enumerate(lines, start=1):
        sheet.cell(row, 1, line)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    return sheet, len(lines) + 2


def requests(book: Workbook) -> None:
    """The register of requests: months joined over their rows, JUMLAH joined over two columns."""
    sheet, top = titled(
        book, "PERMOHONAN 2020", "LAPORAN PERMOHONAN INFORMASI", f"{BODY} TAHUN 2020", width=8
    )
    heading = "NO|BULAN|JUMLAH PEMOHON|PEMOHON INFORMASI|SARANA PERMOHONAN|INFORMASI YANG DIMINTA|KEPUTUSAN"
    fill(sheet, top, [[*heading.split("|"), "ALASAN PENOLAKAN"]], number=False)
    fill(sheet, top + 1, [[f"{number}" for number in range(1, 9)]], number=False)
    rows = rows_of("permohonan")[1:]
    join_months(sheet, top + 2, rows)
    end = fill(sheet, top + 2, rows)
    sheet.cell(end, 1, "JUMLAH")
    sheet.merge_cells(start_row=end, end_row=end, start_column=1, end_column=2)
    sheet.cell(end, 3, "84 (Delapan Puluh Empat)")
    sheet.cell(end + 2, 1, "*) dihitung per pemohon")
    sheet.cell(end + 3, 6, "Serang, 7 Januari 2021")
    sheet.cell(end + 4, 6, "PPID Utama Kota Serang")


def join_months(sheet: Worksheet, first: int, rows: Rows) -> None:
    for begin, end in runs([row[0] for row in rows]):
        for at in range(begin + 1, end + 1):
            rows[at][0] = ""
        if end > begin:
            sheet.merge_cells(start_row=first + begin, end_row=first + end, start_column=2, end_column=2)


def runs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    begin = 0
    for at in range(1, len(texts) + 1):
        if at == len(texts) or texts[at] != texts[begin]:
            yield begin, at - 1
            begin = at


def objections(book: Workbook) -> None:
    sheet, top = titled(book, "BUKU REGISTER KEBERATAN", "LAPORAN KEBERATAN INFORMASI PUBLIK", width=5)
    heading = "BULAN|JUMLAH KEBERATAN|PEMOHON KEBERATAN|ALASAN KEBERATAN|JAWABAN KEBERATAN"
    fill(sheet, top, [heading.split("|"), *rows_of("keberatan")[1:]], number=False)


def disputes(book: Workbook) -> None:
    sheet, top = titled(book, "Sengketa Informasi", "TABEL 4.1", "LAPORAN SENGKETA INFORMASI", width=8)
    heading = "NO|PEMOHON SENGKETA|ALASAN SENGKETA|OPD TERKAIT|TAHAP|HASIL PUTUSAN|PELAKSANAAN|KETERANGAN"
    fill(sheet, top, [heading.split("|")], number=False)
    fill(sheet, top + 1, rows_of("sengketa")[1:])


def matrix(book: Workbook) -> None:
    """The availability: a heading of two lines."""
    sheet, top = titled(book, "Ketersediaan Informasi", "TABEL 2.2", width=16)
    names = [row[1] for row in rows_of("jenis_informasi")[1:]]
    fill(sheet, top, [["NO", "NAMA OPD", "JENIS DATA"], ["", "", *names]], number=False)
    sheet.merge_cells(start_row=top, end_row=top + 1, start_column=1, end_column=1)
    sheet.merge_cells(start_row=top, end_row=top + 1, start_column=2, end_column=2)
    sheet.merge_cells(start_row=top, end_row=top, start_column=3, end_column=16)
    fill(sheet, top + 2, rows_of("ketersediaan")[1:])


def visits(book: Workbook) -> None:
    sheet, top = titled(book, "Kunjungan Website", "TABEL 3.1", "REKAPITULASI JUMLAH KUNJUNGAN", width=3)
    fill(sheet, top, [["NO", "BULAN", "JUMLAH KUNJUNGAN WEBSITE"]], number=False)
    end = fill(sheet, top + 1, rows_of("kunjungan")[1:])
    fill(sheet, end, [["Jumlah", "", "82.800"]], number=False)
    sheet.cell(end + 1, 1, "Sumber: statistik laman PPID")


def rules(book: Workbook) -> None:
    sheet, top = titled(book, "Regulasi", "Tabel 1.1", width=4)
    fill(sheet, top, [["NO", "PERATURAN", "TENTANG", "TAHUN TERBIT"]], number=False)
    fill(sheet, top + 1, rows_of("regulasi")[1:])


def others(book: Workbook, done: frozenset[str]) -> None:
    """The tables that the report prints as sentences, typed with our own headings."""
    for path in sorted(FOLDER.glob("*.csv")):
        if path.stem not in done:
            fill(book.create_sheet(f"Data {path.stem} 2020"), 1, rows_of(path.stem), number=False)


def printed_report(path: Path) -> Path:
    book = Workbook()
    for begin in (requests, objections, disputes, matrix, visits, rules):
        begin(book)
    others(
        book,
        frozenset({"permohonan", "keberatan", "sengketa", "ketersediaan", "kunjungan", "regulasi"}),
    )
    book.save(path)
    return path


def findings(year: ServiceYear) -> list[tuple[str, str, str]]:
    """Return code, severity and sentence of every finding."""
    law, as_of = Lawbook.load(), date(2021, 1, 7)
    workdays = WorkdayCalendar.of(year)
    summary = summarize(year, law, workdays, as_of)
    checked = check(Evidence(year=year, summary=summary, law=law, workdays=workdays, as_of=as_of))
    return sorted((one.code, str(one.severity), checked.message(one, "id")) for one in checked.findings)


@pytest.fixture(scope="module")
def intake(tmp_path_factory: pytest.TempPathFactory) -> Intake:
    path = printed_report(tmp_path_factory.mktemp("cetak") / "laporan.xlsx")
    return load(path, importers=[WorkbookImporter()])


@pytest.fixture(scope="module")
def folder() -> Intake:
    return load(FOLDER)


def test_nothing_of_the_printed_report_is_a_problem(intake: Intake) -> None:
    assert not [f"{one.source} {one.message.id}" for one in intake.problems]
    assert not intake.rejected


def test_the_workbook_holds_the_rows_of_the_folder(intake: Intake, folder: Intake) -> None:
    assert dict(intake.read) == dict(folder.read)


def test_what_is_read_twice_is_told_once_and_nothing_is_passed_over_silently(intake: Intake) -> None:
    told = [note.message.id for note in intake.notes]

    assert len([one for one in told if "nomor kolom" in one]) == 1
    assert [one.split(" baris ")[0] for one in told if "di bawah tabel" in one] == [
        "PERMOHONAN 2020: 3",
        "Kunjungan Website: 1",
    ]
    assert len([one for one in told if "baris jumlah" in one]) == 2
    assert len([one for one in told if "dibaca sebagai dikabulkan seluruhnya" in one]) == 1
    assert len(told) == 6


def test_the_year_is_that_of_the_folder_but_for_the_totals_that_were_typed(
    intake: Intake, folder: Intake
) -> None:
    stated = {(one.table, one.column): int(one.value) for one in intake.year.stated_totals}

    assert evolve(intake.year, stated_totals=()) == folder.year
    assert stated == {("permohonan", "jumlah_pemohon"): 84, ("kunjungan", "kunjungan"): 82800}


def test_figures_and_findings_are_those_of_the_folder(intake: Intake, folder: Intake) -> None:
    found = findings(folder.year)

    assert len(found) > 20
    assert findings(intake.year) == found


def test_heading_that_the_report_misspells_is_asked_about(tmp_path: Path) -> None:
    """The printed report says JUMLAH KBERATAN; nobody guesses what it means."""
    book = load_workbook(printed_report(tmp_path / "laporan.xlsx"))
    book["BUKU REGISTER KEBERATAN"]["B3"] = "JUMLAH KBERATAN"
    book.save(tmp_path / "laporan.xlsx")
    intake = load(tmp_path / "laporan.xlsx", importers=[WorkbookImporter()])

    assert [f"{one.source}: {one.message.id}" for one in intake.problems] == [
        (
            'laporan.xlsx lembar "BUKU REGISTER KEBERATAN" sel B3: '
            'kolom "JUMLAH KBERATAN" tidak dikenal. Maksudnya "jumlah"?'
        )
    ]
