"""Charts that Excel draws: from which cells, with which title, and what they say of absent figures."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from tests.exporters.xlsx.opened import Opened, of, opened

from ppid_core.model import Absent, Reason
from ppid_core.report import Chart, Column, Counted, Days, Rupiah, Table
from ppid_core.report.blocks import ChartKind
from ppid_exporters.xlsx.charts import figure_side

TAGS = {
    "stacked": "barChart",
    "bars": "barChart",
    "line": "lineChart",
    "range": "lineChart",
    "bullet": "barChart",
}
NATIVE = [kind for kind in get_args(ChartKind) if kind != "multiples"]
"""The kinds that Excel draws as charts; the others are bars within cells."""
TABLE = Table(
    key="waktu",
    caption="Waktu",
    columns=(
        Column(key="name", title="Keputusan"),
        Column(key="granted", title="Dikabulkan", summed=True),
        Column(key="refused", title="Ditolak", summed=True),
        Column(key="unanswered", title="Tidak dijawab", summed=True),
        Column(key="count", title="Jumlah", summed=True),
    ),
    rows=(("Januari", 1, 2, 3, 6), ("Februari", 4, 0, 1, 5)),
    total=("Jumlah", 5, 2, 4, 11),
)


SERIES = ("granted", "refused", "unanswered")


def chart(
    kind: ChartKind,
    series: tuple[str, ...] = SERIES,
    title: str = "Permohonan menurut bulan",
    subtitle: str = "Jumlah permohonan, seluruhnya 11",
) -> Chart:
    return Chart(
        key="grafik",
        kind=kind,
        table="waktu",
        category="name",
        series=series,
        title=title,
        subtitle=subtitle,
        alt="Januari 6; Februari 5.",
    )


def drawn(book: Opened, number: int = 1) -> str:
    return book.parts[f"xl/charts/chart{number}.xml"].decode()


@pytest.mark.parametrize("kind", NATIVE)
def test_chart_is_drawn_from_the_cells_of_its_table(kind: ChartKind) -> None:
    book = opened(of(TABLE, chart(kind)))
    root = book.xml("xl/charts/chart1.xml")

    references = {series.findtext("val/numRef/f") for series in root.iter("ser")}
    categories = {series.findtext("cat/strRef/f") for series in root.iter("ser")}

    assert list(root.iter(TAGS.get(kind, "barChart")))
    assert {f"'1 Waktu'!${letter}$5:${letter}$6" for letter in "BCD"} <= references
    assert {"'1 Waktu'!$A$5:$A$6"} == categories


@pytest.mark.parametrize("kind", NATIVE)
def test_chart_has_title_what_is_counted_and_a_description(kind: ChartKind) -> None:
    book = opened(of(TABLE, chart(kind)))
    root = book.xml("xl/charts/chart1.xml")
    words = [text.text for text in root.iter("t")]
    (named,) = list(book.xml("xl/drawings/drawing1.xml").iter("cNvPr"))

    assert ["Grafik 1 Permohonan menurut bulan", "Jumlah permohonan, seluruhnya 11"] == words[:2]
    assert "Januari 6; Februari 5." == named.get("descr")


@pytest.mark.parametrize("gap", [3, Absent(Reason.NO_DATES)])
def test_small_bars_stand_beside_their_rows_on_one_scale_and_leave_gaps(gap: int | Absent) -> None:
    table = evolve(TABLE, rows=(("Januari", 1, gap, 3, 6), *TABLE.rows[1:]), total=None)

    book = opened(of(table, chart("multiples")))

    (group,) = book.sheet().iter("sparklineGroup")
    lines = [(one.findtext("f"), one.findtext("sqref")) for one in group.iter("sparkline")]
    first, last = ("B", "D") if gap == 3 else ("H", "J")
    assert lines == [(f"'1 Waktu'!{first}{row}:{last}{row}", f"F{row}") for row in (5, 6)]
    told = ("minAxisType", "manualMin", "maxAxisType", "manualMax", "displayEmptyCellsAs")
    assert [group.get(name) for name in told] == ["custom", "0", "custom", "4.0", "gap"]
    assert book.rows()[0][5] == "Grafik 1 Permohonan menurut bulan"


def test_chart_stands_below_its_table_wherever_the_document_has_it() -> None:
    other = evolve(TABLE, key="lain", caption="Lain")

    book = opened(of(chart("line"), other, TABLE))

    assert "xl/drawings/drawing1.xml" in book.parts
    assert "drawing1.xml" in book.parts["xl/worksheets/_rels/sheet3.xml.rels"].decode()
    (row,) = [int(one.text or 0) for one in book.xml("xl/drawings/drawing1.xml").findall(".//from/row")]
    assert row > 6


def test_sums_stand_above_stacked_bars_and_not_in_the_legend() -> None:
    root = opened(of(TABLE, chart("stacked"))).xml("xl/charts/chart1.xml")
    (line,) = root.iter("lineChart")

    assert "'1 Waktu'!$E$5:$E$6" == line.findtext("ser/val/numRef/f")
    assert ["3"] == [entry.find("idx").get("val") for entry in root.iter("legendEntry")]  # type: ignore[union-attr]  # None is a failure too


@pytest.mark.parametrize("kind", ["stacked", "bars", "line"])
def test_last_year_is_one_more_series_that_differs_by_shape(kind: ChartKind) -> None:
    beside = evolve(chart(kind, series=("granted", "refused")), beside="unanswered")
    root = opened(of(TABLE, beside)).xml("xl/charts/chart1.xml")
    (last,) = [one for one in root.iter("ser") if one.findtext("val/numRef/f") == "'1 Waktu'!$D$5:$D$6"]

    look = {"stacked": "marker/symbol", "bars": "spPr/pattFill", "line": "spPr/ln/prstDash"}[kind]
    assert last.find(look) is not None
    assert last.findtext("tx/v") == "Tidak dijawab" or last.findtext("tx/strRef/strCache/pt/v")


def test_outcomes_have_the_colours_and_patterns_of_every_other_format() -> None:
    xml = drawn(opened(of(TABLE, chart("stacked"))))

    assert "0B4454" in xml
    assert "E9B264" in xml
    assert 'prst="wdUpDiag"' in xml


@pytest.mark.parametrize("kind", ["stacked", "bars", "bullet"])
def test_absent_figure_has_its_words_at_its_place(kind: ChartKind) -> None:
    absent = evolve(TABLE, rows=(("Januari", Absent(Reason.NOT_KEPT), 2, 3, 5),), total=None)

    words = [text.text for text in opened(of(absent, chart(kind))).xml("xl/charts/chart1.xml").iter("t")]

    assert "tidak tercatat" in words


@pytest.mark.parametrize("kind", ["line", "range"])
def test_line_has_a_gap_where_a_figure_is_absent(kind: ChartKind) -> None:
    """It is drawn from cells beside the printed ones, which follow the table."""
    rows = (("Januari", Absent(Reason.NOT_KEPT), 2, 3, 5), ("Februari", 4, 0, 1, 5))

    book = opened(of(evolve(TABLE, rows=rows, total=None), chart(kind)))

    formulas = book.formulas()
    references = [one.findtext("val/numRef/f") or "" for one in book.xml("xl/charts/chart1.xml").iter("ser")]
    first, last = references[0].replace("'1 Waktu'!", "").replace("$", "").split(":")
    assert "IF(ISNUMBER(B5),B5,NA())" == formulas[first]
    assert "IF(ISNUMBER(B6),B6,NA())" == formulas[last]
    assert 6 == len(formulas)


def test_figures_at_the_marks_are_written_as_in_the_table() -> None:
    days = evolve(TABLE, rows=(("Januari", Days(Decimal("6.5")), Counted(1), 2, 3),), total=None)

    assert 'formatCode="[$-421]#,##0.0"' in drawn(opened(of(days, chart("bars", series=("granted",)))))


def test_each_bar_of_a_budget_has_its_figure_at_its_end_and_none_lies_over_another() -> None:
    """Over a bar of another colour a figure could not be read, and LibreOffice breaks it."""
    money = evolve(
        TABLE, rows=(("APBD", Rupiah(Decimal(145_000_000)), Rupiah(Decimal(9)), 0, 0),), total=None
    )

    book = opened(of(money, chart("bullet", series=("granted", "refused"))))

    bars = next(book.xml("xl/charts/chart1.xml").iter("barChart"))
    assert 2 == len(bars.findall("ser/dLbls/showVal"))
    assert [] == bars.findall("ser/dLbls/dLblPos"), "the end outside is the usual place, and not written"
    assert [] == [one.attrib["val"] for one in bars.findall("overlap") if one.attrib["val"] != "0"]


@pytest.mark.parametrize(("amount", "shape"), [("145000000", '"Rp"#,##0'), ("1.50", '"Rp"#,##0.00')])
def test_whole_amounts_at_bars_are_short(amount: str, shape: str) -> None:
    money = evolve(TABLE, rows=(("APBD", Rupiah(Decimal(amount)), Rupiah(Decimal(9)), 0, 0),), total=None)

    xml = drawn(opened(of(money, chart("bullet", series=("granted", "refused")))))

    assert f'formatCode="{shape.replace(chr(34), "&quot;")}"' in xml.replace("[$-421]", "")


@pytest.mark.parametrize("words", ["=Isi!$A$1", "Isi!A1", "='x'!B2"])
def test_typed_title_is_never_the_address_of_a_cell(words: str) -> None:
    titled = evolve(
        TABLE, columns=(TABLE.columns[0], *(evolve(one, title=words) for one in TABLE.columns[1:]))
    )

    xml = drawn(opened(of(titled, chart("bars", title=words, subtitle=words))))

    assert "<c:tx><c:strRef>" not in xml


def test_table_without_rows_has_no_chart() -> None:
    book = opened(of(evolve(TABLE, rows=(), total=None), chart("bars")))

    assert "xl/charts/chart1.xml" not in book.parts


def test_chart_of_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="zzz"):
        opened(of(TABLE, chart("bars", series=("zzz",))))


@pytest.mark.parametrize(
    ("before", "after", "side"),
    [
        ((-50, 0), (50, 0), "above"),
        ((-50, -60), (50, -60), "above"),
        ((-50, 60), (50, -60), "right"),
        ((-50, -60), (50, 60), "right"),
        ((-50, 8), (50, -8), "above"),
    ],
    ids=["level", "a peak", "halfway down a fall", "halfway up a rise", "a gentle fall"],
)
def test_figure_of_a_line_stands_where_least_of_the_line_runs_through_it(
    before: tuple[float, float], after: tuple[float, float], side: str
) -> None:
    assert side == figure_side(4, [before, after])


def test_figures_halfway_down_a_steep_fall_stand_right_of_it() -> None:
    months = (9000,) * 5 + (5000,) + (1500,) * 6

    assert {*range(12)} - {5} == {*placed("t", *months), *placed("b", *months)}, "the rest is at the right"
    assert ([0, 1], [2]) == (placed("t", *months[::5]), placed("b", *months[::5])), "few are less steep"


def below(*figures: int | Absent) -> list[int]:
    """Return the places of the points of a line whose figures stand below them."""
    return placed("b", *figures)


def placed(side: str, *figures: int | Absent) -> list[int]:
    """Return the places of the points of a line whose figures stand at a side that is told for each."""
    table = evolve(
        TABLE,
        columns=TABLE.columns[:2],
        rows=tuple((str(at), figure) for at, figure in enumerate(figures)),
        total=None,
    )
    root = opened(of(table, chart("line", ("granted",)))).xml("xl/charts/chart1.xml")
    return [
        int(_attribute(label, "idx"))
        for label in root.iter("dLbl")
        if label.find("dLblPos") is not None and _attribute(label, "dLblPos") == side
    ]


def _attribute(label: ET.Element, tag: str) -> str:
    found = label.find(tag)
    assert found is not None
    return found.get("val", "")


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((9, 4, 9), [1]),
        ((4, 9, 4), [0, 2]),
        ((4, 6, 9), [0]),
        ((5, 5, 5), []),
        ((9, 0, 9), []),
        ((9, Absent(), 4, 6), [2]),
        ((9,), []),
    ],
)
def test_figure_of_a_low_point_of_a_line_stands_below_it_where_there_is_room(
    figures: tuple[int | Absent, ...], expected: list[int]
) -> None:
    assert expected == below(*figures)
