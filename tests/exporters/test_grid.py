from __future__ import annotations

from decimal import Decimal

import pytest
from tests.exporters import sample, small

from ppid_core.model import Absent, CellState
from ppid_core.report import Column, Counted, Days, Ratio, Rupiah, Table, Value
from ppid_exporters.layout.cell import is_numeric, naming_column, plain
from ppid_exporters.layout.character import one_line, printable
from ppid_exporters.layout.grid import Grid


def column(*cells: Value, summed: bool = False) -> Table:
    return Table(
        key="t", columns=(Column(key="a", title="a", summed=summed),), rows=tuple((cell,) for cell in cells)
    )


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (column(1, Counted(2)), True),
        (column(1, Absent(), "–", ""), True),
        (column(Ratio(1, 2), Rupiah(Decimal(1)), Days(3)), True),
        (column(Absent(), summed=True), True),
        (column(1, "13 (tiga belas)"), False),
        (column("2020", "2021"), False),
        (column(1, CellState.DISCLOSED), False),
        (column("+8", "-1.204", "0", Absent(), ""), True),
        (column("+21,05%", "-3 poin persen", "+Rp1.000.000,00", "-2,5 hari"), True),
        (column("0", "0", "–"), True),
        (column("0", "0,5%"), False),
        (column("+8", "naik"), False),
        (column("+6281234567890", "+6281234567891"), False),
        (column("-", "–", ""), False),
        (column("+8", 8), False),
        (column(Absent()), False),
        (column(), False),
    ],
)
def test_column_of_numbers_may_hold_gaps_but_no_words(table: Table, expected: bool) -> None:  # noqa: FBT001  a case
    assert expected is is_numeric(table, 0)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Rupiah(Decimal(51904000)), "51904000"),
        (Rupiah(Decimal("0.50")), "0.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("8.48"), "8.48"),
        (Days(Decimal("8.50")), "8.5"),
        (Ratio(2, 3), "0.6667"),
        (10, "10"),
        (Decimal(123456789012345678901234567890123), "123456789012345678901234567890123"),
    ],
)
def test_plain_figures_have_no_signs_of_a_language(value: Value, expected: str) -> None:
    assert expected == plain(value)


def test_rows_are_named_by_the_first_column_without_numbers() -> None:
    table = Table(
        key="t",
        columns=(Column(key="no", title="No."), Column(key="a", title="a")),
        rows=((1, "x"), (2, "y")),
    )

    assert naming_column(table) == 1
    assert [(False, True)] * 2 == [tuple(cell.is_name for cell in row) for row in Grid.of(table).rows]


def test_ungrouped_headings_span_both_rows() -> None:
    upper, lower = Grid.of(small.CASES).heads

    assert [("Keputusan", (1, 2)), ("Permohonan", (2, 1)), ("Biaya", (1, 2))] == [
        (head.title, head.spans) for head in upper
    ]
    assert ["Jumlah", "Bagian"] == [head.title for head in lower]


def test_headings_without_groups_stand_on_one_row() -> None:
    assert len(Grid.of(small.STATES).heads) == 1


def test_every_row_of_a_grid_fills_the_width_of_its_table() -> None:
    for table in sample.report().tables():
        grid = Grid.of(table)
        rows = (*grid.rows, *([grid.total] if grid.total else []))

        assert {len(table.columns)} == {sum(cell.span for cell in row) for row in rows}, table.key
        assert sum(grid.bands) == len(table.columns)


def test_number_column_before_the_name_stays_in_a_blank_row() -> None:
    table = Table(
        key="t",
        columns=tuple(Column(key=key, title=key) for key in ("no", "agency", "x", "y")),
        rows=((1, "Dinas", CellState.NOT_REPORTED, "–"),),
    )

    assert ["1", "Dinas", "tanpa isian"] == [cell.text for cell in Grid.of(table).rows[0]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\x00b", "a\ufffdb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ud800", "\ufffd"),
        ("a\tb", "a\tb"),
        ("\ufdd0", "\ufffd"),
        ("\ufffe\U0001ffff\U0010fffe", "\ufffd" * 3),
    ],
)
def test_characters_that_no_page_can_hold_are_replaced(words: str, expected: str) -> None:
    assert expected == printable(words)


def test_one_line_has_single_spaces() -> None:
    assert one_line("  a \n\n b\tc ") == "a b c"
