from __future__ import annotations

import itertools
import re
import sys
from typing import Literal
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from tests.exporters import hostile, sample

from ppid_core.model import Absent
from ppid_core.report import Chart, Column, Report, Table
from ppid_core.report.blocks import ChartKind
from ppid_exporters.chart.drawing import Breadth
from ppid_exporters.chart.palette import FILLS, fills
from ppid_exporters.chart.svg import draw, table_of
from ppid_exporters.layout.caption import anchor
from ppid_exporters.layout.theme import contrast, ink_on

ACCENT = "#123B5D"
NAMESPACE = "{http://www.w3.org/2000/svg}"
REPORT = sample.report()
CHARTS = {block.key: block for block in REPORT.blocks() if isinstance(block, Chart)}


def drawn(chart: Chart, report: Report = REPORT) -> ET.Element:
    table = table_of(chart, report)
    assert table is not None
    svg = draw(chart, table, ACCENT)
    assert svg is not None
    return ET.fromstring(svg)  # noqa: S314  drawn by us


def texts(svg: ET.Element) -> list[str]:
    return ["".join(one.itertext()) for one in svg.iter(f"{NAMESPACE}text")]


def names(svg: ET.Element) -> set[str]:
    return {one.attrib["aria-label"] for one in svg.iter() if "aria-label" in one.attrib}


@pytest.mark.parametrize("key", sorted(CHARTS))
def test_every_chart_is_one_picture_with_its_description(key: str) -> None:
    svg = drawn(CHARTS[key])

    assert (f"{NAMESPACE}svg", "img", CHARTS[key].alt) == (
        svg.tag,
        svg.attrib["role"],
        svg.attrib["aria-label"],
    )


def test_stacked_bars_show_totals_and_name_every_part() -> None:
    svg = drawn(CHARTS["requests_by_month_chart"])

    assert {"1", "13", "49", "5", "2", "0", "48", "8", "4"} <= set(texts(svg))
    assert {
        f"{month}, {sample.NAMES[outcome]}: {count}"
        for outcome, counts in sample.OUTCOMES.items()
        for month, count in zip(sample.MONTHS, counts, strict=True)
        if count
    } <= names(svg)
    assert set(sample.NAMES.values()) <= set(texts(svg))


def test_line_shows_every_figure_and_every_month() -> None:
    shown = texts(drawn(CHARTS["visits_chart"]))

    assert {f"{visits // 1000}.{visits % 1000:03d}" for visits in sample.VISITS} <= set(shown)
    assert {month[:3] for month in sample.MONTHS} <= set(shown)


def bars_from_above(svg: ET.Element) -> list[str]:
    """Return what the lying bars say, from the uppermost to the lowest."""
    rows = {
        one.attrib["aria-label"]: float(found[1])
        for one in svg.iter(f"{NAMESPACE}path")
        if ", Jumlah: " in one.attrib.get("aria-label", "")
        and (found := re.match(r"M[\d.]+,([\d.]+)", one.attrib["d"]))
    }
    return sorted(rows, key=rows.__getitem__)


def test_bars_are_sorted_from_the_largest() -> None:
    svg = drawn(CHARTS["refusal_reasons_chart"])

    assert [
        "tidak beriktikad baik, Jumlah: 42",
        "data tidak dikuasai, Jumlah: 6",
        "identitas tidak jelas, Jumlah: 5",
    ] == bars_from_above(svg)
    assert {"42", "6", "5"} <= set(texts(svg))


@pytest.mark.parametrize("ordered", [True, False])
def test_bars_with_an_order_of_their_own_keep_it(ordered: bool) -> None:  # noqa: FBT001  a parameter
    counts = (("0–10", 3), ("11–17", 0), ("Lebih dari 17", 8))
    table = Table(
        key="classes",
        columns=(Column(key="name", title="Hari kerja"), Column(key="count", title="Jumlah")),
        rows=counts,
    )
    chart = Chart(
        key="classes_chart",
        kind="bars",
        table="classes",
        category="name",
        series=("count",),
        ordered=ordered,
        title="Waktu",
        alt="waktu",
    )

    svg = draw(chart, table, ACCENT)

    assert svg is not None
    shown = bars_from_above(ET.fromstring(svg))  # noqa: S314  drawn by us
    told = [f"{name}, Jumlah: {count}" for name, count in counts]
    assert (told if ordered else [told[2], told[0], told[1]]) == shown


LAST_YEAR = Table(
    key="years",
    columns=(
        Column(key="name", title="Bulan"),
        Column(key="granted", title="Dikabulkan"),
        Column(key="refused", title="Ditolak"),
        Column(key="last", title="Jumlah 2019"),
    ),
    rows=(("Januari", 30, 10, 35), ("Februari", 50, 10, Absent()), ("Maret", 20, 5, 45)),
)
LAST_NAMES = {"Januari, Jumlah 2019: 35", "Maret, Jumlah 2019: 45"}


def beside_last_year(kind: ChartKind, breadth: Breadth) -> str:
    chart = Chart(
        key="years_chart",
        kind=kind,
        table="years",
        category="name",
        series=("granted", "refused") if kind == "stacked" else ("granted",),
        beside="last",
        title="Bulan",
        alt="bulan",
    )
    svg = draw(chart, LAST_YEAR, ACCENT, breadth=breadth)
    assert svg is not None
    return svg


@pytest.mark.parametrize("breadth", ["broad", "beside", "phone"])
@pytest.mark.parametrize("kind", ["stacked", "bars", "line"])
def test_last_year_is_drawn_and_named_beside_this_one(kind: ChartKind, breadth: Breadth) -> None:
    svg = ET.fromstring(beside_last_year(kind, breadth))  # noqa: S314  drawn by us

    assert names(svg) >= LAST_NAMES
    assert "Jumlah 2019" in texts(svg)
    assert "Februari, Jumlah 2019: 0" not in names(svg)


def test_last_year_differs_by_shape_or_pattern_and_not_by_colour_alone() -> None:
    """Bars are hatched, one line is broken, and a thin line goes over bars."""
    hatched = "url(#grafik-years_chart-fefefe)"
    assert hatched in beside_last_year("bars", "broad")
    assert 'stroke-dasharray="5,3"' in beside_last_year("line", "broad")
    assert hatched.replace("chart-", "chart-sempit-") in beside_last_year("stacked", "phone")
    over = beside_last_year("stacked", "broad")
    assert hatched not in over
    assert 'stroke-width="1.3"' in over


def test_bars_of_two_years_take_their_places_side_by_side_and_keep_the_order_of_this_one() -> None:
    svg = ET.fromstring(beside_last_year("bars", "broad"))  # noqa: S314  drawn by us
    places = {
        one.attrib["aria-label"]: float(found[1])
        for one in svg.iter(f"{NAMESPACE}path")
        if "aria-label" in one.attrib and (found := re.match(r"M[\d.]+,([\d.]+)", one.attrib["d"]))
    }
    assert sorted(
        LAST_NAMES | {name for name in places if ", Dikabulkan: " in name}, key=places.__getitem__
    ) == [
        "Februari, Dikabulkan: 50",
        "Januari, Dikabulkan: 30",
        "Januari, Jumlah 2019: 35",
        "Maret, Dikabulkan: 20",
        "Maret, Jumlah 2019: 45",
    ]


def test_range_shows_all_three_figures() -> None:
    assert {"tersingkat: 1 · median: 6 · terlama: 17", "tersingkat: 2 · median: 9 · terlama: 21"} <= set(
        texts(drawn(CHARTS["response_range_chart"]))
    )


def test_bullet_shows_the_reason_of_an_absent_figure() -> None:
    assert "Realisasi: tidak tercatat · Alokasi: Rp51.904.000,00" in texts(drawn(CHARTS["budget_chart"]))


def test_patterns_of_two_charts_on_a_page_have_different_names() -> None:
    chart = CHARTS["requests_by_month_chart"]
    patterns = [
        one.attrib["id"]
        for key in ("a", "b")
        for one in drawn(evolve(chart, key=key)).iter(f"{NAMESPACE}pattern")
    ]

    assert ["grafik-a-fefefd", "grafik-b-fefefd"] == patterns


def test_unanswered_is_hatched_and_outlined() -> None:
    svg = drawn(CHARTS["requests_by_month_chart"])

    (part,) = (one for one in svg.iter() if one.attrib.get("aria-label") == "Maret, tidak dijawab: 4")

    assert f"url(#{anchor(CHARTS['requests_by_month_chart'])}-fefefd)" == part.attrib["fill"]
    assert part.attrib["stroke"] == "#1B1F24"


def test_outcomes_are_apart_in_grey() -> None:
    """Each is a contrast of 1.7 or more away from the next lighter one."""
    order = [FILLS[key] for key in ("granted", "partly_granted", "refused")]

    assert all(contrast(dark, light) > 1.7 for dark, light in itertools.pairwise(order))


def test_figures_inside_segments_can_be_read() -> None:
    assert all(contrast(ink_on(fill), fill) >= 4.5 for fill in FILLS.values())


def test_series_without_a_colour_of_their_own_differ() -> None:
    assert len(set(fills(("a", "b", "granted", "c")))) == 4


@pytest.mark.parametrize("words", hostile.CASES)
@pytest.mark.parametrize("kind", hostile.KINDS)
def test_hostile_names_leave_the_picture_well_formed(
    words: str, kind: Literal["stacked", "bars", "line", "range", "bullet", "multiples"]
) -> None:
    svg = drawn(hostile.chart(words, kind), hostile.report(words))

    assert {f"{NAMESPACE}script", f"{NAMESPACE}image", f"{NAMESPACE}a"}.isdisjoint(
        one.tag for one in svg.iter()
    )


def test_absent_figures_leave_a_gap_and_no_zero() -> None:
    chart, table = CHARTS["visits_chart"], table_of(CHARTS["visits_chart"], REPORT)
    assert table is not None
    gap = evolve(table, rows=(("Januari", 5), ("Februari", Absent()), ("Maret", 7)))

    svg = draw(chart, gap, ACCENT)

    assert svg is not None
    assert "Maret, Jumlah kunjungan: 7" in svg
    assert "Februari, " not in svg


def lines_of(*rows: tuple[int | Absent, ...]) -> ET.Element:
    """Return small lines, one for each row."""
    years = [Column(key=f"y{at}", title=str(2020 + at)) for at in range(len(rows[0]))]
    table = Table(
        key="t",
        columns=(Column(key="group", title="Provinsi"), *years),
        rows=tuple((f"Provinsi {at}", *row) for at, row in enumerate(rows)),
    )
    small = Chart(
        key="c",
        kind="multiples",
        table="t",
        category="group",
        series=tuple(year.key for year in years),
        title="x",
        alt="x",
    )
    svg = draw(small, table, ACCENT)
    assert svg is not None
    return ET.fromstring(svg)  # noqa: S314  drawn by us


def test_small_lines_tell_their_ends_alone_and_have_one_scale() -> None:
    svg = lines_of((1_000, 400, 1_100), (10, 30, 20), (5, Absent(), Absent()))

    assert {"1.000", "1.100", "10", "20", "5"} <= set(texts(svg))
    assert {"400", "30"}.isdisjoint(texts(svg))
    assert {"Provinsi 0", "Provinsi 1", "Provinsi 2"} <= set(texts(svg))
    highest, middle, _ = (depth(one) for one in paths(svg))
    assert highest > 20 * middle > 0


def test_gap_parts_a_small_line_and_nothing_is_drawn_at_zero() -> None:
    svg = lines_of((4, 3, Absent(), 5, 6), (Absent(), Absent(), Absent(), Absent(), Absent()))

    drawn_lines = [one for one in paths(svg) if "L" in one]
    assert [one.count("L") for one in drawn_lines] == [1, 1]
    assert len([name for name in names(svg) if name.startswith("Provinsi 1, ")]) == 0


def paths(svg: ET.Element) -> list[str]:
    """Return the lines of small multiples."""
    return [
        one.attrib["d"]
        for one in svg.iter(f"{NAMESPACE}path")
        if one.attrib.get("stroke") == ACCENT and one.attrib.get("fill") in {None, "none"}
    ]


def depth(path: str) -> float:
    heights = [float(one) for one in re.findall(r",(-?[\d.]+)", path)]
    return max(heights) - min(heights)


def test_english_figures_have_english_signs() -> None:
    table = table_of(CHARTS["visits_chart"], REPORT)
    assert table is not None

    svg = draw(CHARTS["visits_chart"], table, ACCENT, "en")

    assert svg is not None
    assert ">9,291<" in svg


def test_column_that_the_table_does_not_have_is_refused() -> None:
    table = Table(key="t", columns=(Column(key="a", title="a"),), rows=(("x",),))

    with pytest.raises(ValueError, match="month"):
        draw(CHARTS["visits_chart"], table, ACCENT)


def test_table_without_rows_is_not_drawn() -> None:
    table = table_of(CHARTS["visits_chart"], REPORT)
    assert table is not None

    assert draw(CHARTS["visits_chart"], evolve(table, rows=()), ACCENT) is None


def test_without_the_extra_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    table = table_of(CHARTS["visits_chart"], REPORT)
    assert table is not None

    assert draw(CHARTS["visits_chart"], table, ACCENT) is None


def test_a_missing_library_is_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that could not be drawn once is drawn when it can be."""
    chart, table = CHARTS["visits_chart"], table_of(CHARTS["visits_chart"], REPORT)
    assert table is not None
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "vl_convert", None)
        assert draw(chart, table, ACCENT) is None

    assert draw(chart, table, ACCENT) is not None
