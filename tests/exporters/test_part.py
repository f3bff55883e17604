"""Registers too wide for the paper: several tables, the column of numbers in each, and no word is broken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters import example
from tests.exporters.docx import opening
from tests.exporters.pdf import opened

from ppid_core.report import Chart, Column, Contents, Meta, Report, Section, Table
from ppid_exporters.layout.caption import Captions
from ppid_exporters.layout.columns import SIZES, Lettering, Need, chosen, least_width, parts
from ppid_exporters.layout.grid import Grid
from ppid_exporters.layout.orientation import oriented
from ppid_exporters.layout.part import parted
from ppid_exporters.layout.theme import Paper

A4 = Paper(width=210, height=297)
ROOM = 247.0
LONG = "ketidakpertanggungjawaban"
needed = st.tuples(st.floats(0.1, 12), st.floats(0.1, 60)).map(
    lambda one: Need(least=min(one), most=max(one), weight=1.0)
)


def register(columns: int = 10, number: str = "001", *, is_register: bool = True) -> Table:
    named = tuple(Column(key=f"c{at}", title=f"Kolom {at}") for at in range(columns))
    row = (number, *(f"{LONG}{at}" for at in range(1, columns)))
    return Table(
        key="t",
        caption="Register",
        columns=named,
        rows=(row,) * 3,
        notes=("Sumber.",),
        is_register=is_register,
    )


def report(*blocks: Table | Chart) -> Report:
    return Report(meta=Meta(title="J"), sections=(Section(key="s", title="S", blocks=blocks),))


def cut(report: Report) -> Report:
    return parted(oriented(report, A4), ROOM)


def wide(report: Report) -> Iterator[tuple[str, float]]:
    """Yield the key of each wide table with the width that its words need."""
    for table in report.tables():
        if table.wide and table.is_register:
            kind, some, _ = chosen(Grid.of(table, report.meta.lang), ROOM, SIZES)
            yield table.key, least_width(some, kind)


@given(st.lists(needed, min_size=1, max_size=25), st.sampled_from(SIZES))
def test_every_column_stands_in_one_part_in_its_order_and_the_first_in_each(
    some: list[Need], kind: Lettering
) -> None:
    found = parts(some, kind, ROOM)

    assert [at for columns in found for at in columns if at] == list(range(1, len(some)))
    assert all(columns[0] == 0 for columns in found)
    if len(found) > 1:
        assert least_width(some, kind) > ROOM
        assert all(least_width([some[at] for at in columns], kind) <= ROOM for columns in found)


def test_no_word_of_a_register_of_the_example_is_broken() -> None:
    needs = dict(wide(cut(example.report("kabupaten-contoh-2024"))))

    assert "register_requests-2" in needs
    assert [key for key, least in needs.items() if least > ROOM] == []


def test_a_register_too_wide_goes_on_below_itself_and_keeps_the_numbers_of_tables() -> None:
    after = evolve(register(2), key="u", caption="Sesudahnya")
    whole = report(register(), after)
    first, second, other = cut(whole).tables()

    assert [column.title for column in first.columns] == [f"Kolom {at}" for at in range(5)]
    assert [column.title for column in second.columns] == [f"Kolom {at}" for at in (0, *range(5, 10))]
    assert {row[0] for one in (first, second) for row in one.rows} == {"001"}
    assert (first.notes, second.notes) == (
        ("Bagian 1 dari 2; kolom berikutnya ada pada bagian selanjutnya, di bawah tabel ini.",),
        ("Sumber.",),
    )
    captions = Captions.of(whole)
    assert [captions.find(one).line for one in (first, second, other)] == [
        "Tabel 1 Register",
        "Tabel 1 bagian 2 dari 2: Kolom 5 sampai Kolom 9",
        "Tabel 2 Sesudahnya",
    ]


def test_a_register_that_only_the_smallest_letters_hold_is_cut_where_that_costs_no_room() -> None:
    whole = oriented(example.report("kabupaten-contoh-2024"), A4)
    tables = {table.key: table for table in parted(whole, ROOM).tables()}
    first, second = tables["register_objections"], tables["register_objections-2"]
    kinds = [chosen(Grid.of(one, "id"), ROOM, SIZES)[0] for one in (first, second)]

    assert [len(one.columns) for one in (first, second)] == [7, 9]
    assert all(kind.size > SIZES[-1].size for kind in kinds)
    assert "disputes-2" not in tables


def test_lists_of_tables_name_a_register_of_two_parts_once() -> None:
    content = opening.exported(opening.of(Contents(), register()))
    listed = [opening.said(one).rpartition("\t")[0] for one in opening.styled(content, "TableofFigures")]

    assert listed == ["Tabel 1 Register"]
    assert [opening.said(one) for one in opening.styled(content, "Caption")] == [
        "Tabel 1 Register",
        "Tabel 1 bagian 2 dari 2: Kolom 5 sampai Kolom 9",
    ]


def test_word_and_pdf_cut_alike() -> None:
    tables = opening.opened(opening.exported(opening.of(register()))).tables
    words = [[cell.text for cell in table.rows[0].cells] for table in tables]
    printed = opened.tree(opened.exported(opened.of(register())))
    heads = [
        [cell.text for cell in table.walk() if cell.tag == "TH"]
        for table in printed.walk()
        if table.tag == "Table"
    ]

    assert len(words) == 2
    assert words == heads


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param((register(is_register=False),), id="no register"),
        pytest.param((register(number=""),), id="rows without a number"),
        pytest.param((register(3),), id="words that fit"),
        pytest.param((evolve(register(2), rows=((LONG * 20,) * 2,)),), id="a word longer than any sheet"),
    ],
)
def test_other_tables_stay_whole(blocks: tuple[Table, ...]) -> None:
    assert tuple(cut(report(*blocks)).tables()) == tuple(oriented(report(*blocks), A4).tables())


def test_a_register_that_a_chart_draws_stays_whole() -> None:
    chart = Chart(key="c", kind="bars", table="t", category="c0", series=("c9",), title="G", alt="G")

    assert len(tuple(cut(report(register(), chart)).tables())) == 1
