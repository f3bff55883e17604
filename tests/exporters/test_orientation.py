"""Which tables stand on the long side of the paper: by the room of their words, not by their columns."""

from __future__ import annotations

from itertools import repeat

import pytest

from ppid_core.model import CellState
from ppid_core.report import Column, Meta, Ratio, Report, Section, Table, Value
from ppid_exporters.layout.orientation import is_lying, oriented
from ppid_exporters.layout.theme import Paper

A4 = Paper(width=210, height=297)


def table(rows: list[tuple[Value, ...]], *, wide: bool = False) -> Table:
    columns = tuple(Column(key=f"c{at}", title="Kolom") for at in range(len(rows[0])))
    return Table(key="t", caption="T", columns=columns, rows=tuple(rows), wide=wide)


def matrix(states: int, group: str) -> Table:
    kinds = tuple(Column(key=f"k{at}", title="Jenis", group=group, turned=True) for at in range(states))
    columns = (Column(key="opd", title="OPD"), *kinds, Column(key="share", title="Tersedia"))
    row: tuple[Value, ...] = ("Dinas", *repeat(CellState.DISCLOSED, states), Ratio(states, states))
    return Table(key="m", columns=columns, rows=(row,) * 12)


@pytest.mark.parametrize(
    ("columns", "word", "expected"), [(12, "ya", False), (8, "ketersediaan informasi", False)]
)
def test_many_narrow_columns_stay_upright(columns: int, word: str, *, expected: bool) -> None:
    assert is_lying(table([(word,) * columns] * 5), A4, "id") is expected


def test_few_columns_of_long_words_lie() -> None:
    assert is_lying(table([("pertanggungjawabanketatalaksanaan" * 2,) * 4]), A4, "id")


def test_what_fits_upright_does_not_lie_though_it_is_hinted() -> None:
    hinted = table([("ya", "tidak")], wide=True)
    report = Report(meta=Meta(title="J"), sections=(Section(key="s", title="S", blocks=(hinted,)),))

    assert [one.wide for one in oriented(report, A4).tables()] == [False]


@pytest.mark.parametrize(
    ("states", "group", "expected"),
    [(6, "Berkala", False), (14, "Berkala", True), (6, "Berkalasekali" * 6, True)],
)
def test_a_matrix_lies_where_its_states_or_the_words_above_them_have_no_room(
    states: int, group: str, *, expected: bool
) -> None:
    assert is_lying(matrix(states, group), A4, "id") is expected


def test_a_long_table_lies_only_where_that_saves_a_third_of_its_pages() -> None:
    words = "uraian singkat tentang layanan " * 4
    long = table([(words,) * 3] * 60)

    assert not is_lying(long, A4, "id")
