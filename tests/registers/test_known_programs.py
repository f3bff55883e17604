"""Registers of programs that are in use: what is counted by hand is what is read with their map."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlparse

import pytest
from docs.generate.registers import (
    HELD_BACK,
    LEAST,
    Measured,
    map_of,
    measured,
    read,
    registers,
    shares,
    source_of,
    typed,
)

from ppid_core import Dossier
from ppid_core.intake.program_map import program_map, program_maps

REGISTERS: Mapping[str, str] = {"permohonan": "requests", "keberatan": "objections", "sengketa": "disputes"}
every_register = pytest.mark.parametrize("folder", registers(), ids=lambda folder: folder.name)


def of_group(group: str) -> list[Measured]:
    return [one for one in map(measured, registers()) if one.group == group]


@every_register
def test_with_its_map_every_cell_of_a_register_is_read(folder: Path) -> None:
    intake = read(folder, with_map=True)

    assert intake.problems == ()
    assert intake.rejected == ()


@every_register
def test_what_was_counted_by_hand_is_counted(folder: Path) -> None:
    work, counted = Dossier(year=read(folder, with_map=True).year), source_of(folder)

    for table, register in REGISTERS.items():
        for figure, expected in counted.get(table, {}).items():
            if figure == "rows":
                assert len(typed(folder)[table]) == expected
                assert work.figure(f"{register}.total") == expected
            else:
                parts = work.figure(f"{register}.{figure}")
                assert isinstance(parts, Mapping)
                assert {name: number for name, number in parts.items() if number} == expected


@every_register
def test_a_register_says_where_it_is_from_and_names_nobody(folder: Path) -> None:
    said = source_of(folder)

    assert urlparse(said["repository"]).path.startswith(f"/{said['owner']}/")
    assert len(said["commit"]) == 40
    assert said["paths"]
    for rows in typed(folder).values():
        for row in rows:
            named = [text for name, text in row.items() if name.startswith("nama") and "bawaslu" not in name]
            assert all(text in {"", "Lembaga"} or text.startswith("Pemohon ") for text in named)


@pytest.mark.slow
def test_twelve_owners_publish_registers_of_which_four_are_held_back() -> None:
    found = [measured(folder) for folder in registers()]

    assert len({one.owner for one in found}) >= 12
    assert len({one.owner for one in of_group(HELD_BACK)}) >= 4


@pytest.mark.slow
@pytest.mark.parametrize("group", LEAST)
def test_no_less_is_read_without_a_map_than_before(group: str) -> None:
    headings, rows = shares(of_group(group), group)

    assert headings >= LEAST[group].headings
    assert rows >= LEAST[group].rows


@pytest.mark.parametrize("name", program_maps())
def test_a_map_that_comes_with_the_package_says_where_it_is_from(name: str) -> None:
    known = program_map(name)

    assert known.version >= 1
    assert known.source.startswith("https://")
    assert f"{known.taken_on}" in known.origin.id
    assert known.lines


def test_every_map_that_comes_with_the_package_has_a_register() -> None:
    of_registers = {folder.name for folder in registers() if not (folder / "peta.csv").exists()}

    assert set(program_maps()) == of_registers
    assert all(map_of(folder) for folder in registers())
