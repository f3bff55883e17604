"""Registers in the layout of Perki 1/2021: what is written so comes back whole."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attrs import evolve
from hypothesis import assume, given
from tests.years import shared_years

from ppid_core.errors import InputError
from ppid_core.intake import from_rows, load
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.files.csv_tables import all_files
from ppid_core.intake.files.form import form
from ppid_core.intake.files.template import guide, template
from ppid_core.intake.rows.titles import find_titles
from ppid_core.intake.tables import EXEMPT_LIST, OBJECTIONS, PUBLIC_LIST, REQUESTS
from ppid_core.intake.tables.printed_form import FORMS, NO_FORMS, PrintedForm, head_lines
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import ServiceYear

SPECS = {spec.name: spec for spec in (REQUESTS, OBJECTIONS, PUBLIC_LIST, EXEMPT_LIST)}
REGISTER = Path(__file__).parents[2] / "registers" / "perki-1-2021"


def through_folder(tables: Mapping[str, Sequence[Cells]], forms: Mapping[str, PrintedForm]) -> ServiceYear:
    with TemporaryDirectory() as home:
        for name, content in all_files(tables, 2024, forms).items():
            Path(home, name).write_bytes(content)
        return load(home).year


def printed_register(home: Path) -> ServiceYear:
    """Return the register that lies in ``tests/registers``: every kind of tick stands in it."""
    for path in REGISTER.glob("*.csv"):
        shutil.copy(path, home)
    return load(home).year


@pytest.mark.parametrize("name", FORMS)
def test_each_title_leads_to_its_column(name: str) -> None:
    columns = FORMS[name].columns
    found = find_titles(head_lines(columns), (), SPECS[name].accepted, is_matrix=False)

    assert found is not None
    assert found.known == len(columns)


def test_an_empty_folder_in_the_layout_has_nothing_in_it(tmp_path: Path) -> None:
    for name, content in template(2024, forms=FORMS).items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    intake = load(tmp_path)

    assert (intake.problems, intake.is_empty) == ((), True)
    with (tmp_path / "permohonan.csv").open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream))
    assert len(lines) == 3
    assert lines[0][10:13] == ["Status Informasi", "", ""]
    assert lines[2][10:13] == ["Ya", "Tidak", ""]


def test_the_guide_tells_of_the_layout_where_it_is_used() -> None:
    assert "Perki 1/2021 Pasal 32 ayat (1) dan Lampiran VIII" in guide(FORMS)
    assert "Lampiran VIII" not in guide()


@pytest.mark.parametrize("home", ["folder", "workbook"])
def test_lists_come_back_whole_from_the_columns_of_the_regulation(tmp_path: Path, home: str) -> None:
    """Also an entry that says nothing in them but the name, and words under a heading of two rows."""
    laporan, more = [{"kunci": "tahun", "isi": "2024"}], [{"nama": "Dinas Contoh"}]
    examples = {
        spec.name: [
            {column.name: column.example[at] for column in spec.columns if column.example is not None}
            for at in range(2)
        ]
        for spec in (PUBLIC_LIST, EXEMPT_LIST)
    }
    examples["dik"].append({"informasi": "Berkas tanpa keterangan"})
    year = from_rows({"laporan": laporan, "opd": more, **examples}).year
    tables = typed_tables(year)

    if home == "folder":
        made = through_folder(tables, FORMS)
    else:
        (tmp_path / "register.xlsx").write_bytes(form(tables, forms=FORMS))
        made = load(tmp_path / "register.xlsx").year

    assert made == year
    assert isinstance(made.public_information, tuple)
    assert isinstance(made.exempt_information, tuple)
    assert (len(made.public_information), len(made.exempt_information)) == (2, 3)


def test_a_filled_folder_comes_back_whole(tmp_path: Path) -> None:
    year = printed_register(tmp_path)

    assert through_folder(typed_tables(year), FORMS) == year


def test_a_filled_workbook_comes_back_whole(tmp_path: Path) -> None:
    year = printed_register(tmp_path)
    (tmp_path / "register.xlsx").write_bytes(form(typed_tables(year), forms=FORMS))
    intake = load(tmp_path / "register.xlsx")

    assert (intake.problems, intake.year) == ((), year)


def test_what_the_form_has_no_column_for_stands_behind_it() -> None:
    row: Cells = {"nomor": "1", "kanal": "website", "dikuasai": "ya", "bentuk": "kaset"}
    columns, (cells,) = FORMS["permohonan"].filled([row])

    assert [column.name for column in columns[-2:]] == ["kanal", "bentuk"]
    assert (cells["dikuasai_ya"], cells["bentuk"]) == ("√", "kaset")


@pytest.mark.slow
@given(shared_years())
def test_a_year_is_the_same_in_either_layout(made: ServiceYear) -> None:
    try:
        tables = typed_tables(from_rows(typed_tables(made)).year)
        ours = through_folder(tables, NO_FORMS)
    except InputError:
        return
    assume(not ours.unread)

    assert through_folder(tables, FORMS) == evolve(ours, unread=())
