"""Who reads what: the built-in importers, and those that are handed over."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from attrs import frozen

from ppid_core.errors import AnswerError, InputError
from ppid_core.intake import BUILT_IN_IMPORTERS, Importer, Intake, from_rows, load


@frozen(kw_only=True)
class Text:
    """Reads a year out of a text file."""

    name: str = "text"
    label: str = "Teks"
    suffixes: tuple[str, ...] = (".txt",)
    returned: object = None

    def read(self, path: Path, /) -> Intake:
        if self.returned is not None:
            return cast("Intake", self.returned)
        return from_rows({"laporan": [{"kunci": "tahun", "isi": path.read_text()}]})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2021\n", encoding="utf-8")
    (tmp_path / "a.json").write_text('{"laporan": {"tahun": 2022}}', encoding="utf-8")
    (tmp_path / "a.txt").write_text("2023", encoding="utf-8")
    return tmp_path


def test_folder_and_json_are_read_by_importers_that_are_like_any_other(folder: Path) -> None:
    ours = {importer.name: importer for importer in BUILT_IN_IMPORTERS}

    assert all(isinstance(importer, Importer) for importer in BUILT_IN_IMPORTERS)
    assert ours["folder"].read(folder) == load(folder)
    assert ours["json"].read(folder / "a.json") == load(folder / "a.json")


@pytest.mark.parametrize("importers", [(), (Text(),), (Text(), *BUILT_IN_IMPORTERS)])
def test_folder_and_json_can_be_read_whatever_is_handed_over(
    folder: Path, importers: tuple[Importer, ...]
) -> None:
    assert load(folder, importers).year.period.year == 2021
    assert load(folder / "a.json", importers).year.period.year == 2022


def test_file_is_read_by_the_first_that_reads_its_ending(folder: Path) -> None:
    other = Text(name="other", returned=from_rows({"laporan": [{"kunci": "tahun", "isi": 1999}]}))

    assert load(folder / "a.txt", [Text(), other]).year.period.year == 2023
    assert load(folder / "a.txt", [other, Text()]).year.period.year == 1999
    assert (
        load(folder / "a.json", [Text(suffixes=(".json",), returned=load(folder))]).year.period.year == 2021
    )


def test_hash_of_the_file_is_noted_where_the_importer_notes_none(folder: Path) -> None:
    assert list(load(folder / "a.txt", [Text()]).inputs) == ["a.txt"]
    told = load(folder)
    assert load(folder / "a.txt", [Text(returned=told)]) is told


@pytest.mark.parametrize("returned", ["teks", {}, [], 7])
def test_what_is_no_intake_is_told_in_both_languages(folder: Path, returned: object) -> None:
    with pytest.raises(AnswerError) as caught:
        load(folder / "a.txt", [Text(returned=returned)])

    kind = type(returned).__name__
    assert caught.value.told.id == f"pengimpor Text mengembalikan {kind}, bukan Intake"
    assert caught.value.told.en == f"the importer Text returned {kind}, not an Intake"


def test_file_that_nobody_reads_is_told_with_the_endings_that_are_read(folder: Path) -> None:
    (folder / "a.xyz").write_bytes(b"")

    with pytest.raises(InputError) as caught:
        load(folder / "a.xyz", [Text()])

    (problem,) = caught.value.problems
    assert problem.message.id.endswith("Plugin yang terpasang membaca .txt.")
    assert problem.message.en.endswith("Installed plugins read .txt.")
    with pytest.raises(InputError, match=r"Sebutkan folder yang memuat tabel-tabelnya\.$"):
        load(folder / "a.xyz")
