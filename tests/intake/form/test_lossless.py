"""Folder, workbook and JSON hold the same year: from each to each other nothing is lost."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from tests.years import shared_years

from ppid_core import structure, unstructure
from ppid_core.errors import InputError
from ppid_core.intake import from_rows, load
from ppid_core.intake.cells import PRIVATE, UNREAD
from ppid_core.intake.files.csv_tables import filled_files
from ppid_core.intake.files.form import form
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import Absent, ServiceYear

ODD = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")


def plain(year: ServiceYear) -> ServiceYear:
    """Return the year with plain spaces: what looks like a space is read as one from a workbook."""
    text = json.dumps(unstructure(year), ensure_ascii=False)
    return structure(json.loads(UNSEEN.sub("", ODD.sub(" ", text))))


def through_folder(year: ServiceYear, home: Path) -> ServiceYear:
    home.mkdir()
    for name, content in filled_files(typed_tables(year)).items():
        (home / name).write_bytes(content)
    return load(home).year


def through_workbook(year: ServiceYear, path: Path) -> ServiceYear:
    types = () if isinstance(year.matrix, Absent) else year.matrix.types
    path.write_bytes(form(typed_tables(year), types))
    intake = load(path)
    assert {problem.value for problem in intake.problems} <= {UNREAD, PRIVATE.id}
    return intake.year


def through_json(year: ServiceYear, path: Path) -> ServiceYear:
    path.write_text(json.dumps(unstructure(year)), "utf-8")
    return load(path).year


def of_any_column(year: ServiceYear) -> ServiceYear:
    """Return the year without the list of its unread cells: a mark may be told of another column."""
    return evolve(year, unread=())


@pytest.mark.slow
@settings(max_examples=settings().max_examples // 2)  # each year is written and read five times
@given(shared_years())
def test_a_year_goes_round_through_folder_workbook_and_json(made: ServiceYear) -> None:
    try:
        typed = plain(from_rows(typed_tables(made)).year)
    except InputError:
        return
    assume(typed == from_rows(typed_tables(typed)).year)

    with TemporaryDirectory() as home:
        folder = through_folder(typed, Path(home, "a"))
        book = through_workbook(folder, Path(home, "b.xlsx"))
        again = through_folder(book, Path(home, "c"))
        data = through_json(again, Path(home, "d.json"))
        last = through_workbook(data, Path(home, "e.xlsx"))

    forms = {"folder": folder, "workbook": book, "folder again": again, "JSON": data, "workbook again": last}
    for name, held in forms.items():
        assert of_any_column(held) == of_any_column(typed), name


def test_a_list_of_lines_in_the_form_is_no_cross_table_whatever_its_lines_look_like(tmp_path: Path) -> None:
    """Of the first line only *pemohon* is filled in, as the corner of a table of counts."""
    lines = [{"apa": "pemohon"}, {"apa": "sengketa", "menurut": "bulan", "bulan": "Januari", "jumlah": "2"}]
    year = from_rows({"laporan": [{"kunci": "tahun", "isi": "2020"}], "rekap": lines}).year

    assert through_workbook(year, tmp_path / "buku.xlsx").aggregates == year.aggregates
