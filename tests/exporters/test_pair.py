"""A chart stands beside its table where both fit, in every format, and is read after it."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from attrs import evolve
from pypdf import PdfReader
from tests.exporters import opened_page
from tests.exporters.docx.opening import W, body, exported, of, said
from tests.exporters.pdf.opened import exported as printed
from tests.exporters.pdf.opened import tree

from ppid_core.report import Block, Chart, Column, Paragraph, Report, Table
from ppid_exporters.chart.pair import CHART_SCALE, GUTTER, Pair, paired
from ppid_exporters.chart.svg import draw, size_of

ROOM = 155.0
ACCENT = "#123B5D"
TABLE = Table(
    key="channels",
    caption="Permohonan menurut kanal",
    columns=(Column(key="name", title="Kanal"), Column(key="count", title="Jumlah", summed=True)),
    rows=(("Laman", 14), ("Surel", 10), ("Meja layanan", 7), ("Pos", 2)),
    total=("Jumlah", 33),
    notes=("Sumber: register permohonan, 33 baris.",),
)
CHART = Chart(
    key="channels_chart",
    kind="bars",
    table="channels",
    category="name",
    series=("count",),
    title="Permohonan menurut kanal",
    alt="Laman 14; Surel 10; Meja layanan 7; Pos 2.",
)
WORDS = Paragraph(content=("Kata.",))
LONG = evolve(TABLE, rows=(("Pertanggungjawabanpenyelenggaraanpemerintahandaerah" * 2, 14), ("Surel", 10)))


def laid_out(*blocks: Block) -> list[Block | Pair]:
    return list(paired(blocks, ROOM, ACCENT, "id"))


def test_a_narrow_table_and_its_chart_share_the_width() -> None:
    before, pair, after = laid_out(WORDS, TABLE, CHART, WORDS)

    assert before is after is WORDS
    assert isinstance(pair, Pair)
    assert (pair.table, pair.chart) == (TABLE, CHART)
    svg = draw(CHART, TABLE, ACCENT, "id", "beside")
    assert svg is not None
    assert pair.of_table + GUTTER + size_of(svg)[0] * CHART_SCALE * 25.4 / 96 == pytest.approx(ROOM)


@pytest.mark.parametrize(
    "blocks",
    [
        (LONG, CHART),
        (evolve(TABLE, wide=True), CHART),
        (TABLE, WORDS, CHART),
        (CHART, TABLE),
        (TABLE, evolve(CHART, table="outcomes")),
        (TABLE, evolve(CHART, kind="stacked")),
        (TABLE,),
    ],
    ids=["a long word", "a lying sheet", "words between", "chart first", "of another", "no room", "no chart"],
)
def test_whatever_does_not_fit_stands_one_below_the_other(blocks: Sequence[Block]) -> None:
    assert laid_out(*blocks) == list(blocks)


@pytest.fixture(scope="module")
def report() -> Report:
    return of(WORDS, TABLE, CHART, WORDS)


def test_word_reads_the_table_first_and_keeps_both_on_one_page(report: Report) -> None:
    (layout,) = body(exported(report)).findall(f"{W}tbl")
    (row,) = layout.findall(f"{W}tr")
    left, right = row.findall(f"{W}tc")

    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    assert layout.find(f"{W}tr/{W}trPr/{W}tblHeader") is None, "it is no table of figures"
    assert left.find(f"{W}tbl/{W}tr/{W}trPr/{W}tblHeader") is not None
    assert said(left).startswith("Tabel 1 Permohonan menurut kanal")
    assert left[-1].tag == f"{W}p", "Word repairs a cell that ends with a table"
    assert said(right).startswith("Grafik 1 Permohonan menurut kanal")
    assert (
        next(right.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")).get(
            "descr"
        )
        == CHART.alt
    )


def test_pdf_sets_both_captions_on_one_line_and_tags_the_table_first(report: Report) -> None:
    artifact = printed(report)
    heights: dict[str, float] = {}

    def see(text: str, matrix: Sequence[float], place: Sequence[float], *_: object) -> None:
        for label in ("Tabel 1", "Grafik 1"):
            if text.strip().startswith(label):
                heights[label] = place[5] + matrix[5]

    for page in PdfReader(io.BytesIO(artifact.content)).pages:
        page.extract_text(visitor_text=see)
    roles = [element.tag for element in tree(artifact).walk() if element.tag in {"Table", "Figure"}]

    assert heights["Tabel 1"] == pytest.approx(heights["Grafik 1"], abs=0.5)
    assert roles == ["Table", "Figure"]


def test_page_holds_both_in_one_box(report: Report) -> None:
    (pair,) = opened_page.classed(opened_page.parsed(opened_page.exported(report)), "pair")

    assert [child.attrib["id"] for child in pair] == ["tabel-channels", "grafik-channels_chart"]
