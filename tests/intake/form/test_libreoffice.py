"""The workbook filled in and saved by LibreOffice is the folder it was made from."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from ppid_core.intake import load
from ppid_core.intake.files.form import form
from ppid_core.intake.files.workbook.book import open_book
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import Absent, ServiceYear

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = ("kota-serang-2020", "kabupaten-contoh-2024")
SOFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]


def saved_again(books: Mapping[str, bytes], ending: str, home: Path) -> Path:
    """Return the folder into which LibreOffice, started once, saved workbooks as ``ending``."""
    for name, content in books.items():
        (home / f"{name}.xlsx").write_bytes(content)
    saved = home / "tersimpan"
    profile = f"-env:UserInstallation={(home / 'profil').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", ending, "--outdir", str(saved)]
    subprocess.run(
        [*command, *(str(home / f"{name}.xlsx") for name in books)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return saved


def book_of(year: ServiceYear) -> bytes:
    """Return the workbook in which a year is typed."""
    return form(typed_tables(year), () if isinstance(year.matrix, Absent) else year.matrix.types)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The workbooks of all tests, saved again in each form when it is first asked for."""
    books = {name: book_of(load(EXAMPLES / name).year) for name in NAMES}
    empty = {"kosong": form({"laporan": ({"kunci": "tahun", "isi": 2026},)})}

    @cache
    def saved_as(ending: str) -> Path:
        some = books | empty if ending == "xlsx" else books
        return saved_again(some, ending, tmp_path_factory.mktemp(ending))

    return saved_as


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_what_libreoffice_saves_is_the_same_year(
    name: str, ending: str, saved: Callable[[str], Path]
) -> None:
    intake = load(saved(ending) / f"{name}.{ending}")

    assert intake.problems == ()
    assert intake.year == load(EXAMPLES / name).year


def test_an_empty_workbook_saved_again_is_still_empty(saved: Callable[[str], Path]) -> None:
    intake = load(saved("xlsx") / "kosong.xlsx")

    assert intake.problems == ()
    assert intake.is_empty


def test_an_xls_tells_failed_formulas_shares_and_what_is_hidden(tmp_path: Path) -> None:
    """By calamine, a failed formula would be a blank cell, and 43,07 % the number 0,4307."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["nomor", "tanggal", "keputusan", "persen", "jam", "benar"])
    sheet.append(["P-1", date(2024, 5, 7), "=NA()", 0.4307, time(9, 30), True])
    sheet.append(["P-2", None, "ditolak", 12, None, None])
    sheet["D2"].number_format, sheet["D3"].number_format = "0.00%", '0" %"'
    sheet.row_dimensions[3].hidden, sheet.column_dimensions["B"].hidden = True, True
    sheet.merge_cells("A4:B4")
    kept = BytesIO()
    book.save(kept)

    path = saved_again({"lama": kept.getvalue()}, "xls", tmp_path) / "lama.xls"
    (read,) = open_book("lama.xls", path.read_bytes()).sheets

    assert read.rows == [
        ["nomor", "tanggal", "keputusan", "persen", "jam", "benar"],
        ["P-1", datetime(2024, 5, 7), "", 0.4307, timedelta(hours=9, minutes=30), True],  # noqa: DTZ001  no zone
        ["P-2", "", "ditolak", 12.0, "", ""],
    ]
    assert (dict(read.marks.errors), read.marks.percents) == ({(1, 2): "#N/A"}, frozenset({(1, 3)}))
    assert (read.marks.hidden_rows, read.marks.hidden_columns) == ((3,), ("B",))
