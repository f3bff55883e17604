"""The workbook filled in and saved by LibreOffice is the folder it was made from."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from ppid_core.errors import InputError
from ppid_core.intake import load
from ppid_core.intake.files.form import form
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
    books |= {"kosong": form({"laporan": ({"kunci": "tahun", "isi": 2026},)})}
    return cache(lambda ending: saved_again(books, ending, tmp_path_factory.mktemp(ending)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
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


def test_an_xls_is_refused_because_its_failed_formulas_would_be_blank_and_its_percents_other_numbers(
    tmp_path: Path,
) -> None:
    """Where a reader tells both, an .xls can be read."""
    book = Workbook()
    sheet = book.create_sheet("Sheet1", 0)
    sheet.append(["nomor", "keputusan", "persen"])
    sheet.append(["P-1", "=NA()", 0.4307])
    sheet["C2"].number_format = "0.00%"
    kept = BytesIO()
    book.save(kept)
    path = saved_again({"lama": kept.getvalue()}, "xls", tmp_path) / "lama.xls"

    (rows,) = (sheet.to_python() for sheet in [CalamineWorkbook.from_path(path).get_sheet_by_index(0)])

    assert rows[1] == ["P-1", "", 0.4307]
    with pytest.raises(InputError, match=r"berbentuk lama \(\.xls\), yang tidak dibaca"):
        load(path)
