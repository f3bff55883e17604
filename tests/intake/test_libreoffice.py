"""Workbooks of every kind, saved by LibreOffice, hold what they held: it is started once for each ending."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attrs import evolve
from openpyxl import Workbook
from tests.intake.form.test_printed_form import printed_register
from tests.intake.workbook.making import read, told, workbook
from tests.intake.workbook.test_printed_report import printed_report

from ppid_core.intake import load
from ppid_core.intake.files.form import form
from ppid_core.intake.files.workbook import WorkbookImporter
from ppid_core.intake.files.workbook.book import open_book
from ppid_core.intake.tables.printed_form import FORMS
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import Absent, ServiceYear

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("kabupaten-contoh-2024", "kota-serang-2020")
KINDS = {"xlsx": NAMES, "ods": NAMES[:1], "xls": NAMES[:1]}
"""The examples that are saved in each form: in those that few send, the one that knows cases to the day."""
SOFFICE = shutil.which("soffice")
Saved = Callable[[str], Path]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]


def saved_again(books: Mapping[str, bytes], ending: str, target: Path) -> None:
    """Let LibreOffice, started once, save workbooks as ``ending`` in a new folder."""
    with TemporaryDirectory(dir=target.parent) as name:
        home = Path(name)
        for stem, content in books.items():
            (home / f"{stem}.xlsx").write_bytes(content)
        profile = f"-env:UserInstallation={(home / 'profil').as_uri()}"
        command = [str(SOFFICE), profile, "--headless", "--convert-to", ending, "--outdir", f"{home}/saved"]
        sources = (str(home / f"{stem}.xlsx") for stem in books)
        subprocess.run([*command, *sources], check=True, capture_output=True, timeout=240)
        (home / "saved").rename(target)


def book_of(year: ServiceYear) -> bytes:
    """Return the workbook in which a year is typed."""
    return form(typed_tables(year), () if isinstance(year.matrix, Absent) else year.matrix.types)


def kept(book: Workbook) -> bytes:
    """Return a workbook of openpyxl as a file."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def books(ending: str, home: Path) -> dict[str, bytes]:
    """Return the workbooks of the tests below that look at this ending."""
    made = {name: book_of(load(EXAMPLES / name).year) for name in KINDS[ending]}
    made["register"] = form(typed_tables(printed_register(home)), forms=FORMS)
    if ending == "xls":
        return made | {"lama": kept(old_book())}
    made |= {"buku": kept(book_of_cells()), "cetak": printed_report(home / "cetak.xlsx").read_bytes()}
    empty = {"kosong": form({"laporan": ({"kunci": "tahun", "isi": 2026},)})}
    return made | empty if ending == "xlsx" else made


@pytest.fixture
def saved(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """The workbooks of all tests, saved in each form by whichever test of whichever process asks first."""

    def saved_as(ending: str) -> Path:
        folder = shared / f"tersimpan-{ending}"
        with folder.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                saved_again(books(ending, tmp_path_factory.mktemp("buku")), ending, folder)
        return folder

    return saved_as


@pytest.mark.parametrize(("ending", "name"), [(ending, name) for ending in KINDS for name in KINDS[ending]])
def test_what_libreoffice_saves_is_the_same_year(ending: str, name: str, saved: Saved) -> None:
    intake = load(saved(ending) / f"{name}.{ending}")

    assert intake.problems == ()
    assert intake.year == load(EXAMPLES / name).year


@pytest.mark.parametrize("ending", KINDS)
def test_what_libreoffice_saves_of_the_printed_layout_comes_back_whole(
    tmp_path: Path, ending: str, saved: Saved
) -> None:
    intake = load(saved(ending) / f"register.{ending}")

    assert (intake.problems, intake.year.unread) == ((), ())
    assert intake.year == printed_register(tmp_path)


@pytest.mark.parametrize("ending", ["ods", "xlsx"])
def test_printed_report_is_read_the_same_after_libreoffice_saved_it(ending: str, saved: Saved) -> None:
    intake = load(saved(ending) / f"cetak.{ending}", importers=[WorkbookImporter()])

    assert not intake.problems
    assert evolve(intake.year, stated_totals=()) == load(EXAMPLES / "kota-serang-2020").year
    assert len(intake.year.stated_totals) == 2


def test_an_empty_workbook_saved_again_is_still_empty(saved: Saved) -> None:
    intake = load(saved("xlsx") / "kosong.xlsx")

    assert intake.problems == ()
    assert intake.is_empty


def old_book() -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["nomor", "tanggal", "keputusan", "persen", "jam", "benar"])
    sheet.append(["P-1", date(2024, 5, 7), "=NA()", 0.4307, time(9, 30), True])
    sheet.append(["P-2", None, "ditolak", 12, None, None])
    sheet["D2"].number_format, sheet["D3"].number_format = "0.00%", '0" %"'
    sheet.row_dimensions[3].hidden, sheet.column_dimensions["B"].hidden = True, True
    sheet.merge_cells("A4:B4")
    return book


def test_an_xls_tells_failed_formulas_shares_and_what_is_hidden(saved: Saved) -> None:
    """By calamine, a failed formula would be a blank cell, and 43,07 % the number 0,4307."""
    (read_back,) = open_book("lama.xls", (saved("xls") / "lama.xls").read_bytes()).sheets

    assert read_back.rows == [
        ["nomor", "tanggal", "keputusan", "persen", "jam", "benar"],
        ["P-1", datetime(2024, 5, 7), "", 0.4307, timedelta(hours=9, minutes=30), True],  # noqa: DTZ001  no zone
        ["P-2", "", "ditolak", 12.0, "", ""],
    ]
    assert (dict(read_back.marks.errors), read_back.marks.percents) == ({(1, 2): "#N/A"}, frozenset({(1, 3)}))
    assert (read_back.marks.hidden_rows, read_back.marks.hidden_columns) == ((3,), ("B",))


def book_of_cells() -> Workbook:
    """Return days, times, joined cells, percents, formulas and their errors."""

    def typed_in(book: Workbook) -> None:
        book["Pernyataan"]["B2"].number_format = "0.00%"
        book["Pernyataan"]["B3"].number_format = "0%"
        book["Keberatan"].merge_cells("A2:A3")

    sheets = {
        "Keberatan": (("bulan", "jumlah", "tanggal_jawaban"), ("Mei", 2, date(2020, 6, 1)), ("", "=1/0", "")),
        "Pernyataan": (
            ("apa", "jumlah", "satuan"),
            ("ketersediaan", 0.4307, "persen"),
            ("staf", 0.5, "persen"),
        ),
        "Jam Layanan": (("hari", "buka", "tutup"), ("Senin", time(9, 0), "=TIME(15,30,0)")),
    }
    return workbook(sheets, typed_in)


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_cells_mean_the_same_in_every_kind_of_workbook(ending: str, saved: Saved) -> None:
    intake = read(saved(ending) / f"buku.{ending}")

    (line,) = map(told, intake.problems)
    assert line == (
        f'buku.{ending} lembar "Keberatan" sel B3 | jumlah | '
        '"#DIV/0!" berarti rumusnya gagal dihitung. Betulkan rumusnya, atau ketik nilainya.'
    )
    year = intake.year
    assert not isinstance(year.objections, Absent)
    assert not isinstance(year.stated_figures, Absent)
    assert not isinstance(year.service.hours, Absent)
    assert [(f"{one.period}", one.count, f"{one.answered_on}") for one in year.objections] == [
        ("2020-05", 2, "2020-06-01"),
        ("2020-05", 1, "None"),
    ]
    assert [one.unread for one in year.objections] == [(), ("count",)]
    assert [one.value for one in year.stated_figures] == [Decimal("43.07"), Decimal(50)]
    assert (year.service.hours[0].opens, year.service.hours[0].closes) == (time(9, 0), time(15, 30))
