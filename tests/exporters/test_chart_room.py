"""Charts have room for what they say: figures stand on no line, and a phone shows all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont
from tests.exporters import sample

from ppid_core.report import Chart, Column, Table
from ppid_core.report.blocks import ChartKind
from ppid_exporters.chart.label import labels
from ppid_exporters.chart.svg import draw, size_of, table_of

REPORT = sample.report()
CHARTS = {block.key: block for block in REPORT.blocks() if isinstance(block, Chart)}
SVG = "{http://www.w3.org/2000/svg}"
LETTERS = ImageFont.truetype(str(files("ppid_exporters.pdf") / "fonts" / "LiberationSans-Regular.ttf"), 13)
PHONE = 324
"""Pixels of a drawing that a phone of 390 shows with letters of 14."""

Box = tuple[float, float, float, float]
Point = tuple[float, float]
FIGURES = st.one_of(st.sampled_from([0, 1, 1_000]), st.integers(0, 2_000_000))


def crosses(start: Point, end: Point, box: Box) -> bool:
    """Tell whether a line goes through a box: Liang and Barsky's way to clip it."""
    left, low, right, high = box
    run, rise = end[0] - start[0], end[1] - start[1]
    first, last = 0.0, 1.0
    for step, room in (
        (-run, start[0] - left),
        (run, right - start[0]),
        (-rise, start[1] - low),
        (rise, high - start[1]),
    ):
        if not step:
            if room <= 0:
                return False
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    return first < last


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(st.lists(st.lists(FIGURES, min_size=1, max_size=14), min_size=1, max_size=3), st.integers(20, 300))
@settings(deadline=None)
def test_no_figure_stands_on_a_line_a_point_or_another_figure(figures: list[list[int]], step: int) -> None:
    highest = max(map(max, figures)) or 1
    lines = [
        [(((at + 0.5) * step, value / highest * 213), f"{value:,}") for at, value in enumerate(row)]
        for row in figures
    ]

    placed = [label for line in labels(lines) for label in line]

    boxes = [(one.left, one.bottom, one.right, one.top) for one in placed]
    corners = [[corner for corner, _ in line] for line in lines]
    assert all(box[1] >= 0 for box in boxes)
    assert not any(
        crosses(start, end, box) for line in corners for start, end in pairwise(line) for box in boxes
    )
    assert not any(
        box[0] < x < box[2] and box[1] < y < box[3] for line in corners for x, y in line for box in boxes
    )
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))


def line_of(values: Sequence[int]) -> tuple[Chart, Table]:
    columns = (Column(key="month", title="Bulan"), Column(key="visits", title="Kunjungan"))
    rows = tuple((f"Bulan {at}", value) for at, value in enumerate(values, start=1))
    chart = evolve(CHARTS["visits_chart"], category="month", series=("visits",))
    return chart, Table(key=chart.table, columns=columns, rows=rows)


def parsed(chart: Chart, table: Table, *, is_narrow: bool = False) -> ET.Element:
    svg = draw(chart, table, "#123B5D", breadth="phone" if is_narrow else "broad")
    assert svg is not None
    return ET.fromstring(svg)  # noqa: S314  drawn by us


def figures_of(svg: ET.Element) -> Iterator[Box]:
    """Yield the room that each figure beside the line really takes, in the letters of the font."""
    for one in svg.iter(f"{SVG}text"):
        if one.attrib.get("aria-roledescription") == "text mark":
            x, y = map(float, re.findall(r"-?[\d.]+", one.attrib["transform"]))
            left, top, right, bottom = LETTERS.getbbox(one.text or "", anchor="ls")
            wide = right - left
            start = x - {"start": 0, "middle": wide / 2, "end": wide}[one.attrib["text-anchor"]]
            yield start, y + top, start + wide, y + bottom


@given(st.lists(FIGURES, min_size=2, max_size=14))
@settings(max_examples=8, deadline=None)
def test_figures_that_are_drawn_stand_on_no_line_that_is_drawn(values: list[int]) -> None:
    svg = parsed(*line_of(values))

    (drawn,) = (
        one for one in svg.iter(f"{SVG}path") if one.attrib.get("aria-roledescription") == "line mark"
    )
    numbers = [float(one) for one in re.findall(r"-?[\d.]+(?:e-?\d+)?", drawn.attrib["d"])]
    corners = list(zip(numbers[::2], numbers[1::2], strict=True))
    boxes = list(figures_of(svg))
    assert len(boxes) == len(corners) == len(values)
    assert not any(crosses(start, end, box) for start, end in pairwise(corners) for box in boxes)


def test_a_line_over_a_few_years_takes_half_the_height_of_one_over_twelve_months() -> None:
    def height(points: int) -> float:
        svg = draw(*line_of(range(points)), "#123B5D")
        assert svg is not None
        return size_of(svg)[1]

    assert height(3) == height(5) < 0.6 * height(12)


@pytest.mark.parametrize("key", sorted(CHARTS))
def test_phone_shows_every_figure_of_a_chart_within_its_width(key: str) -> None:
    chart = CHARTS[key]
    table = table_of(chart, REPORT)
    assert table is not None

    broad, narrow = (parsed(chart, table, is_narrow=is_narrow) for is_narrow in (False, True))

    assert marks(broad) <= marks(narrow) | {""}
    assert float(narrow.attrib["width"]) <= PHONE
    assert broad.attrib["aria-label"] == narrow.attrib["aria-label"] == chart.alt


def marks(svg: ET.Element) -> set[str]:
    """Return the words at marks, of each line by itself."""
    texts = (one for one in svg.iter(f"{SVG}text") if one.attrib.get("aria-roledescription") == "text mark")
    return {piece for one in texts for line in one.itertext() for piece in line.split(" · ")}


@pytest.mark.parametrize("kind", ["stacked", "bars", "line", "range", "bullet", "multiples"])
def test_phone_is_wide_enough_for_long_names_and_large_figures(kind: ChartKind) -> None:
    names = (
        "Informasi yang wajib disediakan dan diumumkan secara serta-merta kepada masyarakat luas",
        "Lain",
    )
    columns = tuple(Column(key=key, title=key) for key in ("nama", "terendah", "tengah", "tertinggi"))
    table = Table(key="t", columns=columns, rows=tuple((name, 10**9, 2 * 10**9, 3 * 10**9) for name in names))
    chart = Chart(
        key="c",
        kind=kind,
        table="t",
        category="nama",
        series=("terendah", "tengah", "tertinggi"),
        title="x",
        alt="x",
    )

    width, _ = size_of(draw(chart, table, "#123B5D", breadth="phone") or "")

    assert width <= PHONE
