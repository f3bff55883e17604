"""The workbook that we hand out is read back as it was filled in, without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.intake.workbook.making import read, refused

from ppid_core.intake import load
from ppid_core.intake.files.form import form
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import Absent

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.mark.parametrize("example", ["kota-serang-2020", "kabupaten-contoh-2024"])
def test_filled_form_is_the_year_that_filled_it(tmp_path: Path, example: str) -> None:
    year = load(EXAMPLES / example).year
    types = () if isinstance(year.information_types, Absent) else year.information_types
    path = tmp_path / "buku.xlsx"
    path.write_bytes(form(typed_tables(year), types))
    intake = read(path)

    assert intake.year == year
    assert intake.problems == ()
    passed = ("Belum diisi", "baris jumlah", "dibaca sebagai bilangan bulat")
    assert all(any(one in note.message.id for one in passed) for note in intake.notes)


def test_empty_form_asks_for_the_year_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(form())

    assert refused(path) == (
        'buku.xlsx lembar "laporan" sel B4: tahun laporan belum diisi. Isi kunci tahun, misalnya 2024.'
    )
