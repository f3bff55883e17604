"""What stands in the cells: typed values, text that stays text, totals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters import hostile
from tests.exporters.xlsx.opened import Opened, of, opened

from ppid_core.language import Lang
from ppid_core.model import Absent, CellState, Outcome, Period, Reason
from ppid_core.report import Column, Counted, Days, Meta, Ratio, Rupiah, Table, Value, text
from ppid_exporters.layout.character import printable
from ppid_exporters.xlsx import book
from ppid_exporters.xlsx.value import entry, held

DAY = date(2024, 1, 31)
LONG = "kata 😀 " * 9000


def table(*values: Value, summed: bool = False, total: tuple[Value, ...] | None = None) -> Table:
    """Return a table of one column of values, named by another."""
    columns = (Column(key="name", title="Uraian"), Column(key="value", title="Nilai", summed=summed))
    rows = tuple((f"baris {number}", value) for number, value in enumerate(values))
    return Table(key="contoh", columns=columns, rows=rows, total=total, caption="Contoh")


def read(*values: Value) -> Sequence[object]:
    return [row[1] for row in opened(of(table(*values))).rows()[1 : len(values) + 1]]


def shapes(workbook: Opened, sheet: int = 1) -> Sequence[str]:
    """Return the number format of each cell of the second column, from row 5."""
    styles = workbook.xml("xl/styles.xml")
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.iter("numFmt")}
    (looks,) = styles.iter("cellXfs")
    used = [codes.get(look.get("numFmtId"), "") for look in looks]
    cells = {cell.get("r", ""): cell for cell in workbook.sheet(sheet).iter("c")}
    column = [cells[f"B{row}"] for row in range(5, 100) if f"B{row}" in cells]
    return [used[int(cell.get("s", "0"))] for cell in column]


def test_values_are_typed_cells() -> None:
    values = (
        7,
        Counted(51904000),
        Decimal("7.45"),
        Days(Decimal("6.5")),
        Rupiah(Decimal("0.30")),
        Ratio(199, 462),
        DAY,
        Period.of(DAY),
        -5,
    )

    assert [7.0, 51904000.0, 7.45, 6.5, 0.3, 0.4307, DAY, DAY, -5.0] == read(*values)


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (Counted(1), "#,##0"),
        (Decimal("7.45"), "#,##0.00"),
        (Days(Decimal("6.5")), "#,##0.0"),
        (Days(Decimal("7.0")), "#,##0"),
        (Rupiah(Decimal(5)), '"Rp"#,##0.00'),
        (Rupiah(Decimal("5.125")), '"Rp"#,##0.000'),
        (Ratio(1, 4), "0.00%"),
        (DAY, "d mmmm yyyy"),
    ],
)
@pytest.mark.parametrize(("lang", "locale"), [("id", "[$-421]"), ("en", "[$-809]")])
def test_numbers_and_dates_are_shown_as_the_document_prints_them(
    value: Value, shape: str, lang: Lang, locale: str
) -> None:
    """In Indonesian or British writing, whatever the machine is set to."""
    meta = Meta(title="x", lang=lang)

    assert [locale + shape] == shapes(opened(of(table(value), meta=meta)))


@pytest.mark.parametrize(
    "value",
    [
        Absent(Reason.NOT_KEPT),
        Absent(Reason.STATED_ONLY, "8,48 hari"),
        Ratio(2, 3, in_parts=True),
        Period(2024, 2),
        Outcome.REFUSED,
        date(1899, 12, 31),
        2**53 + 1,
        Counted(10**400),
        Rupiah(Decimal("900719925474099.37")),
        Decimal("0.1234567890123456789"),
        "0123",
    ],
)
def test_rest_is_text_as_it_is_printed(value: Value) -> None:
    assert [text(value)] == read(value)


def test_figures_that_a_spreadsheet_would_round_are_told_below_the_table() -> None:
    below = opened(of(table(2**53 + 1))).rows()[2:]
    plain = opened(of(table(2**49))).rows()[2:]

    assert any("lebih dari 15 digit" in str(row[0]) for row in below)
    assert not any("15 digit" in str(row[0]) for row in plain)


FIGURES = st.one_of(
    st.integers(),
    st.builds(Counted, st.integers(min_value=0)),
    st.builds(Rupiah, st.decimals(allow_nan=False, allow_infinity=False, places=2)),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
)


@given(st.lists(FIGURES | st.dates() | st.text(max_size=20), min_size=1, max_size=12))
def test_every_value_comes_back_as_it_was(values: list[Value]) -> None:
    """A number or a date as itself, everything else as it is printed."""
    for value, cell in zip(values, read(*values), strict=True):
        if isinstance(cell, float):
            figure = value.amount if isinstance(value, Rupiah) else value
            number = figure.number if isinstance(figure, Counted) else figure
            assert Decimal(repr(cell)) == number
        elif isinstance(cell, date):
            assert value == cell
        else:
            assert printable(text(value)) == cell


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_figure_is_held_only_where_no_digit_is_lost(figure: Decimal) -> None:
    kept = held(figure)

    assert kept is None or Decimal(repr(kept)) == figure


@given(st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1))
def test_every_count_of_fifteen_digits_is_a_number(count: int) -> None:
    assert count == entry(count, "id").content


@pytest.mark.parametrize("words", hostile.TEXTS)
def test_hostile_text_comes_back_and_is_no_formula(words: str) -> None:
    workbook = opened(of(table(words)))

    assert [printable(words)] == [row[1] for row in workbook.rows()[1:2]]
    assert {} == workbook.formulas()


def test_text_that_begins_as_a_formula_stays_text_when_it_is_edited() -> None:
    styles = opened(of(table("=1+1"))).xml("xl/styles.xml")
    plain = opened(of(table("aman"))).xml("xl/styles.xml")

    assert ["1"] == [look.get("quotePrefix") for look in styles.iter("xf") if look.get("quotePrefix")]
    assert not [look for look in plain.iter("xf") if look.get("quotePrefix")]


def test_text_longer_than_a_cell_goes_on_below_the_table() -> None:
    rows = opened(of(table(LONG))).rows()
    head, *rest = [str(row[at]) for row, at in ((rows[1], 1), *((row, 0) for row in rows[3:]))]

    pieces = [head.rpartition(" (lanjutan 1")[0]]
    for piece in rest:
        said = piece.partition(": ")[2]
        pieces.append(said.rpartition(" (lanjutan")[0] if said.endswith("di bawah tabel)") else said)
    assert "".join(pieces) == LONG


def test_table_longer_than_a_sheet_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """The total stands below the last part, as a value: no part adds up to it."""
    monkeypatch.setattr(book, "MOST_ROWS", 2)

    workbook = opened(of(table(1, 2, 3, summed=True, total=("Jumlah", 6))))

    assert ["Isi", "1 Contoh, bagian 1", "1 Contoh, bagian 2"] == list(workbook.sheets)
    assert [1.0, 2.0] == [row[1] for row in workbook.rows(1)[1:3]]
    assert [3.0, 6.0] == [row[1] for row in workbook.rows(2)[1:3]]
    assert {} == workbook.formulas(2)


def test_total_is_a_formula_that_knows_its_figure() -> None:
    workbook = opened(of(table(1, Absent(Reason.NOT_KEPT), Counted(2), summed=True, total=("Jumlah", 3))))

    assert {"B8": "SUM(B5:B7)"} == workbook.formulas()
    assert ["Jumlah", 3.0] == workbook.rows()[4]


@pytest.mark.parametrize(
    "figures",
    [
        table(1, 2, total=("Jumlah", 3)),
        table(1, 2, summed=True, total=("Jumlah", 4)),
        table(2**53 + 1, 2, summed=True, total=("Jumlah", 2**53 + 3)),
        table(Ratio(1, 4), Ratio(1, 4), summed=True, total=("Jumlah", Ratio(1, 2))),
        table(summed=True, total=("Jumlah", 0)),
        table(1, summed=True, total=("Jumlah", Absent(Reason.NOT_KEPT))),
    ],
    ids=["not summed", "another total", "too long", "shares", "no rows", "absent"],
)
def test_total_that_cells_do_not_add_up_to_is_a_value(figures: Table) -> None:
    assert {} == opened(of(figures)).formulas()


def test_matrix_has_signs_shares_in_parts_and_blank_rows_by_name() -> None:
    states = (CellState.DISCLOSED, CellState.NOT_DISCLOSED, CellState.EXEMPT, CellState.NOT_APPLICABLE)
    blank = (CellState.NOT_REPORTED,) * len(states)
    columns = (
        Column(key="agency", title="OPD"),
        *(Column(key=state, title=state, group="Berkala", turned=True) for state in states),
        Column(key="share", title="Tersedia"),
    )
    rows: tuple[tuple[Value, ...], ...] = (
        ("Dinas A", *states, Ratio(1, 3)),
        ("Dinas B", *blank, Ratio(0, 4)),
    )
    matrix = Table(key="availability", columns=columns, rows=rows, total=("Jumlah", 1, 0, 0, 0, Ratio(1, 7)))

    workbook = opened(of(evolve(matrix, caption="Matriks")))
    _, first, second, total, _, key, *_ = workbook.rows()

    assert ["Dinas A", "✓", "□", "D", "–", 1 / 3] == first
    assert ["Dinas B", "·", "·", "·", "·", "tanpa isian"] == second
    assert ["Jumlah", 1.0, 0.0, 0.0, 0.0, 0.1429] == total
    assert str(key[0]).startswith("Tanda: ✓ tersedia; ")
    assert 1 == str(key[0]).count("tanpa isian")
    assert "0/3" in [code.get("formatCode") for code in workbook.xml("xl/styles.xml").iter("numFmt")]
    assert "B3:E3" in [cells.get("ref") for cells in workbook.sheet().iter("mergeCell")]
