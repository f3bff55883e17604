"""The way back to tables loses nothing that tables can hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from tests.years import shared_years

from ppid_core import structure, unstructure
from ppid_core.errors import InputError
from ppid_core.intake import from_rows, load
from ppid_core.intake.cells import PRIVATE, UNREAD
from ppid_core.intake.files.example import EXAMPLE
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import ServiceYear
from ppid_core.summary import listed

ROOT = Path(__file__).parents[3]
EXAMPLES = ("kota-serang-2020", "kabupaten-contoh-2024")


@pytest.fixture(params=[*EXAMPLES, "contoh"])
def typed(request: pytest.FixtureRequest, tmp_path: Path) -> ServiceYear:
    """Return a year as clerks typed it."""
    if request.param in EXAMPLES:
        return load(ROOT / "examples" / request.param).year
    for name, text in EXAMPLE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return load(tmp_path).year


def test_a_typed_year_comes_back_from_its_tables(typed: ServiceYear) -> None:
    again = from_rows(typed_tables(typed))

    assert again.problems == ()
    assert again.year == typed


@given(shared_years())
def test_what_tables_hold_they_hold_again(year: ServiceYear) -> None:
    """A year of the model may hold what no table can; what was read from tables goes back whole.

    A cell that could not be read is marked, and stays unread; of which column it is may be told anew.
    """
    try:
        typed = from_rows(typed_tables(year)).year
    except InputError:
        return

    again = from_rows(typed_tables(typed))

    assert {problem.value for problem in again.problems} <= {UNREAD, PRIVATE.id}
    assert kept(again.year) == kept(typed)


def kept(year: ServiceYear) -> ServiceYear:
    """Return what tables can hold: of a table none of whose rows could be read, they hold nothing."""
    text = json.dumps(unstructure(evolve(year, unread=())))
    return structure(json.loads(text.replace('"absent": "unreadable"', '"absent": "not_kept"')))


def test_a_last_row_of_which_only_an_unread_cell_is_left_is_a_case_and_no_note() -> None:
    rows: list[dict[str, object]] = [
        {"jumlah": UNREAD, "hari_kerja": 0},
        {"jumlah": UNREAD, "hari_kerja": None},
    ]
    intake = from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": rows})

    assert [row.unread for row in listed(intake.year.requests)] == [("count",), ("count",)]


def test_dashes_on_several_lines_say_that_nothing_is_recorded_as_those_on_one_do() -> None:
    rows: list[dict[str, object]] = [{"jumlah": 1, "pelaksanaan": "-\n-"}]
    intake = from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "gugatan": rows})

    assert [row.execution for row in listed(intake.year.suits)] == [""]


@pytest.mark.parametrize("typed", [UNREAD, "?"])
def test_an_unread_cell_of_the_matrix_is_marked_as_every_other_and_never_called_a_lost_tick(
    typed: str,
) -> None:
    rows: list[dict[str, object]] = [{"opd": "Dinas A", "profil": typed, "keuangan": "x"}]
    year = from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "ketersediaan": rows}).year

    tables = typed_tables(year)
    again = from_rows(tables)

    assert tables["ketersediaan"] == ({"opd": "Dinas A", "profil": UNREAD, "keuangan": "x"},)
    assert ["√" in problem.message.id for problem in again.problems] == [False]
    assert again.year.matrix == year.matrix
