"""The empty folder that `ppid init` writes, its guide and its example."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ppid_core.glossary.key import report_keys
from ppid_core.intake import InputError, load
from ppid_core.intake.files.template import template
from ppid_core.intake.tables import table_headings

ON_DEMAND = {"jumlah_pemohon", "periode"}
"""Columns that only the guide tells of, until a row needs them."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, year: int | None) -> None:
    for name, content in template(year).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_with_a_year_nothing_is_typed_yet_and_there_is_no_problem(folder: Path) -> None:
    write(folder, 2024)

    intake = load(folder)

    assert intake.problems == ()
    assert intake.is_empty
    assert [note.message.id for note in intake.notes] == ["Belum ada yang diisi selain tahun laporan."]
    assert intake.year.period.year == 2024


def test_without_a_year_that_is_the_one_problem(folder: Path) -> None:
    write(folder, None)

    with pytest.raises(InputError) as caught:
        load(folder)

    (problem,) = caught.value.problems
    assert (problem.source.file, problem.source.row, problem.source.column) == ("laporan.csv", 2, "isi")
    assert "tahun" in problem.message.id


def test_every_table_is_there_with_its_headings(folder: Path) -> None:
    write(folder, 2024)

    for table in table_headings().values():
        with (folder / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            heading, *rows = csv.reader(stream)
        names = [one.name for one in table.headings if not one.is_ticked and one.name not in ON_DEMAND]
        assert names == heading
        assert [row[0] for row in rows] == ([key.name for key in report_keys()] * (table.name == "laporan"))


def test_the_example_fills_every_table_without_a_problem_or_a_person(folder: Path) -> None:
    write(folder, 2024)

    intake = load(folder / "contoh")

    assert intake.problems == ()
    assert all("baris jumlah" in note.message.id for note in intake.notes)
    assert set(intake.read) == set(table_headings())
    assert all(intake.accepted.values())
    assert intake.year.signatory is not None
    assert intake.year.signatory.name == ""
    assert isinstance(intake.year.requests, tuple)
    assert {request.applicant for request in intake.year.requests} == {None}


def test_the_guide_explains_every_table_heading_and_key() -> None:
    guide = template()["PETUNJUK.txt"].decode("utf-8-sig")

    for table in table_headings().values():
        section = guide.split(f"\n{table.name}.csv\r\n")[1].split("\r\n\r\n")[0]
        assert [one.name for one in table.headings if f"\n  {one.name}: " not in section] == []
    assert [key.name for key in report_keys() if f"\n  {key.name}: " not in guide] == []


def test_the_same_call_gives_the_same_bytes() -> None:
    assert template(2024) == template(2024)
