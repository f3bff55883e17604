"""Where no year is named: said once, where the year is to be typed."""

from __future__ import annotations

from pathlib import PurePath

from ppid_core.glossary import spelling
from ppid_core.intake import tables
from ppid_core.intake.cells import CellError
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.report_values import ReportValues
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import known_tables
from ppid_core.intake.tables.report import read_key
from ppid_core.language import Bilingual
from ppid_core.source import Source


def refuse_no_year(sheet: Sheet | None, values: ReportValues, ledger: Ledger) -> None:
    """Say where the year is to be typed, unless what is typed there is told already."""
    if sheet is None:
        if ledger.workbook:
            ledger.refuse(Source(file=ledger.workbook), _no_sheet())
        elif not any(
            known_tables().get(spelling(PurePath(one.source.file).stem)) == "laporan"
            for one in ledger.problems
        ):
            ledger.refuse(Source(file="laporan.csv"), _no_report())
        return
    told = values.get("tahun") is not None or any(
        read_key(cell.strip()) == "tahun"
        for row in ledger.rejected
        if row.table == tables.REPORT.name
        for cell in row.cells
    )
    if not told:
        blank = values.entries.get("tahun")
        ledger.refuse(blank.source if blank else Source(file=sheet.file, sheet=sheet.sheet), _no_year())


def _no_report() -> CellError:
    return CellError(
        Bilingual(
            "tabel laporan tidak ada. Buat laporan.csv dengan judul kolom kunci,isi dan baris tahun,2024.",
            "there is no table laporan. Make laporan.csv with the heading kunci,isi and the row tahun,2024.",
        ),
        Bilingual("laporan.csv dengan kunci tahun", "laporan.csv with the key tahun"),
    )


def _no_sheet() -> CellError:
    return CellError(
        Bilingual(
            "tabel laporan tidak terbaca. Buat lembar Laporan dengan judul kolom kunci dan isi, "
            "lalu baris tahun dengan isi, misalnya, 2024.",
            "there is no table laporan. Make a sheet Laporan with the heading kunci and isi, "
            "and a row tahun with, for example, 2024.",
        ),
        Bilingual("lembar Laporan dengan kunci tahun", "a sheet Laporan with the key tahun"),
    )


def _no_year() -> CellError:
    return CellError(
        Bilingual(
            "tahun laporan belum diisi. Isi kunci tahun, misalnya 2024.",
            "the year of the report is not filled in. Fill in the key tahun, such as 2024.",
        ),
        Bilingual("tahun, empat angka", "a year, four figures"),
    )
