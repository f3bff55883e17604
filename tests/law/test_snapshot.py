"""What a process starts from is the law as the TOML has it, or it is not used."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docs.generate import SNAPSHOTS

from ppid_core.errors import LawFileError
from ppid_core.law import Citation, Confidence, Lawbook, calendar_year, lawbook, load_calendar
from ppid_core.law.calendar_year import structure_calendar
from ppid_core.law.snapshot import restored, taken
from ppid_core.law.structure import toml_texts

TEXTS = {"a.toml": "[[x]]\nvalue = 1\n"}
CITATION = Citation(instrument="UU 14/2008", article='Pasal "22" \N{EN DASH} é')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands for the one of the law."""
    monkeypatch.setattr("ppid_core.law.snapshot.beside", tmp_path.joinpath)
    monkeypatch.setattr("ppid_core.law.structure.beside", tmp_path.joinpath)
    return tmp_path


@pytest.mark.parametrize(("file", "made"), SNAPSHOTS.items(), ids=lambda each: getattr(each, "stem", ""))
def test_the_snapshot_that_lies_there_is_made_of_the_toml_that_lies_there(
    file: Path, made: Callable[[], str]
) -> None:
    is_current = file.read_text("utf-8") == made()

    assert is_current, f"{file} is stale; renew it with: python -m docs.generate"


def test_the_law_of_the_snapshot_is_the_law_of_the_toml() -> None:
    texts = toml_texts()
    values = restored(texts, classes=lawbook.CLASSES)

    assert values is not None
    assert Lawbook.from_texts(texts) == Lawbook(**values)
    assert Lawbook.from_texts(texts).version == Lawbook(**values).version == Lawbook.load().version


def test_the_calendar_of_the_snapshot_is_the_calendar_of_the_toml() -> None:
    texts = toml_texts("calendar")
    values = restored(texts, "calendar", classes=calendar_year.CLASSES)

    assert values is not None
    assert structure_calendar(texts) == tuple(values.values()) == load_calendar()


def test_a_value_comes_back_as_it_was(folder: Path) -> None:
    folder.joinpath("snapshot.json").write_text(
        taken(TEXTS, {"one": CITATION, "several": (CITATION, Confidence.SECONDARY, None, True, 1)}), "utf-8"
    )

    values = restored(TEXTS, classes=(Citation, Confidence))

    assert values == {"one": CITATION, "several": (CITATION, Confidence.SECONDARY, None, True, 1)}


@pytest.mark.parametrize("texts", [{}, {"a.toml": "[[x]]\nvalue = 2\n"}, {"b.toml": TEXTS["a.toml"]}])
def test_a_snapshot_of_other_texts_is_not_used(texts: dict[str, str], folder: Path) -> None:
    folder.joinpath("snapshot.json").write_text(taken(TEXTS, {"one": CITATION}), "utf-8")

    assert restored(texts, classes=(Citation,)) is None


def test_where_there_is_no_snapshot_there_are_no_values(folder: Path) -> None:
    assert list(folder.iterdir()) == []
    assert restored(TEXTS, classes=()) is None


def test_a_law_that_was_edited_beside_its_snapshot_is_the_one_that_is_read(folder: Path) -> None:
    for file in SNAPSHOTS:
        for toml in (file, *file.parent.glob("*.toml")):
            place = folder / toml.relative_to(next(iter(SNAPSHOTS)).parent)
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(toml.read_bytes())
    edited = folder / "request.toml"
    edited.write_text(edited.read_text("utf-8").replace("value = 10", "value = 9", 1), "utf-8")

    law = lawbook.read()

    day = date(2024, 1, 2)
    assert Lawbook.load().request_response.at(day).value == 10
    assert law.request_response.at(day).value == 9


def test_a_law_that_was_edited_wrongly_tells_its_fault_in_spite_of_a_snapshot(folder: Path) -> None:
    folder.joinpath("snapshot.json").write_text(taken(TEXTS, {"x": CITATION}), "utf-8")
    folder.joinpath("a.toml").write_text("[[x", "utf-8")

    with pytest.raises(LawFileError):
        lawbook.read()


def test_a_snapshot_has_a_line_for_each_value() -> None:
    lines = taken(TEXTS, {"one": CITATION, "two": Confidence.SECONDARY}).splitlines()

    assert ["{", '"made of"', '"one"', '"two"', "}"] == [line.split(":")[0] for line in lines]
    assert {"class": "Confidence", "value": "secondary"} == json.loads(lines[3].partition(": ")[2])
