from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters import hostile, small

from ppid_core.model import Period
from ppid_core.report import Column, Counted, Ratio, Table, Value
from ppid_exporters.layout.table_file import guard, table_file, unguard

GOLDEN = Path(__file__).parent / "golden"


def written(table: Table) -> str:
    return table_file(table, "id").decode("utf-8-sig")


def read(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written(table), newline=""), strict=True))


def one_cell(value: Value) -> Table:
    return Table(key="one", columns=(Column(key="a", title="a"),), rows=((value,),))


@pytest.mark.parametrize("name", ["cases", "states"])
def test_bytes_are_those_that_were_approved(name: str) -> None:
    (table,) = (table for table in small.report().tables() if table.key == name)

    assert (GOLDEN / f"{name}.csv").read_bytes() == table_file(table, "id")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Counted(51904000), "51904000"),
        (-5, "-5"),
        (Ratio(199, 462), "0.4307"),
        (Ratio(1, 1), "1"),
        (Period(2020, 2), "2020-02"),
        ("-5", "'-5"),
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("'=1", "''=1"),
        ("aman = 1", "aman = 1"),
        ("'aman", "'aman"),
    ],
)
def test_numbers_are_plain_and_only_text_is_guarded(value: Value, expected: str) -> None:
    assert [["a"], [expected]] == read(one_cell(value))


def test_heading_that_could_be_a_formula_is_guarded() -> None:
    table = Table(key="one", columns=(Column(key="a", title="=1", group="+x"),), rows=())

    assert [["'+x – =1"]] == read(table)


@given(st.text())
def test_guard_is_undone_exactly(words: str) -> None:
    assert words == unguard(guard(words))
    assert not guard(words).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("words", hostile.TEXTS)
def test_hostile_text_comes_back_as_it_was(words: str) -> None:
    table = hostile.table(words)

    heading, *rows = read(table)

    assert words == unguard(heading[0])
    assert [words, words, words] == [unguard(row[0]) for row in rows]
    assert ["-5", "3", "-2"] == [row[1] for row in rows]
