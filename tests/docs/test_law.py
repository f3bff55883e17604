"""The page of the law holds every entry of the law's files."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
from tests.docs.page import page
from tests.docs.source import SRC

LAW = SRC / "law"
CALENDAR = {file.stem: file for file in sorted((LAW / "calendar").glob("*.toml"))}

Entry = dict[str, Any]


def entries() -> dict[str, list[Entry]]:
    """Return each parameter of the files with its entries as they stand there."""
    files = (tomllib.loads(file.read_text("utf-8")) for file in sorted(LAW.glob("*.toml")))
    return {name: dated for file in files for name, dated in file.items()}


ENTRIES = entries()
INSTRUMENTS = ENTRIES.pop("instruments")


@pytest.mark.parametrize("name", ENTRIES)
def test_parameter_has_its_heading_and_a_row_for_each_entry(name: str) -> None:
    rows = page("law.md").rows[name]

    for entry in ENTRIES[name]:
        (row,) = (row for row in rows if row[0].startswith(str(entry["since"])))
        citation = entry["citation"]
        assert row[3] == f"{citation['instrument']} {citation.get('article', '')}".rstrip()
        assert row[4]
        assert row[6] == entry.get("note", "–")


def test_every_instrument_has_its_row() -> None:
    rows = page("law.md").rows["Instruments (peraturan)"]

    assert [row[0] for row in rows] == [f"{one['kind']} {one['number']}/{one['year']}" for one in INSTRUMENTS]


@pytest.mark.parametrize("year", CALENDAR)
def test_year_of_the_calendar_has_a_row_for_each_decree(year: str) -> None:
    decrees = tomllib.loads(CALENDAR[year].read_text("utf-8"))["decree"]

    told = [
        (row[0][: len("2020-01-01")], row[1], row[2], count(row[4]), count(row[5]))
        for row in page("law.md").rows[year]
    ]

    assert sorted(told) == sorted(
        (
            str(decree["date"]),
            decree["instrument"],
            decree["track"],
            len(decree.get("add", [])),
            len(decree.get("remove", [])),
        )
        for decree in decrees
    )


def count(days: str) -> int:
    return len(re.findall(r"\d+", days))
