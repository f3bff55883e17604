"""What a screen reader finds in the Word file: headings, tables, pictures, language, and their order."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from tests.exporters import example
from tests.exporters.docx.opening import W, body, opened, part, said, styled

from ppid_core.report import Chart, Report, Table
from ppid_exporters.layout.grid import is_bare

HEADINGS = tuple(f"Heading{level}" for level in range(1, 7))


@pytest.fixture(scope="module", params=["kabupaten-contoh-2024", example.INVENTED])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def report(name: str) -> Report:
    return example.report(name)


@pytest.fixture(scope="module")
def content(name: str) -> bytes:
    return example.word_file(name)


@pytest.mark.slow
def test_headings_leave_out_no_level_and_begin_with_the_first(content: bytes) -> None:
    levels = [
        int(style.get(f"{W}val", "")[-1])
        for one in body(content).iter(f"{W}p")
        if (style := one.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") in HEADINGS
    ]

    assert len(levels) > 20
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.slow
def test_headings_stand_in_the_order_of_the_report(content: bytes, report: Report) -> None:
    """The contents have a heading that no list names."""
    expected = [section.heading for _, section in report.walk() if section.key != "contents"]

    assert [said(one).replace("\n", " ") for one in styled(content, *HEADINGS)] == expected


def test_every_table_marks_its_heading_row_and_says_what_it_is(content: bytes, report: Report) -> None:
    blocks = [block for block in report.blocks() if isinstance(block, Table) and not is_bare(block)]
    tables = list(body(content).iter(f"{W}tbl"))
    headed = [table for table in tables if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]

    assert len(headed) >= len(blocks) - 1, "key figures are cards"
    assert all((table.find(f"{W}tblPr/{W}tblCaption")) is not None for table in headed)
    for table in headed:
        rows = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")]
        assert rows == sorted(rows, reverse=True), "heading rows stand above all others"


def test_every_picture_says_in_words_what_it_shows(content: bytes, report: Report) -> None:
    told = re.findall(r"<wp:docPr [^>]*?descr=\"([^\"]+)\"", part(content, "word/document.xml").decode())
    charts = [block.alt for block in report.blocks() if isinstance(block, Chart)]

    assert len(told) >= len(charts) > 3
    assert part(content, "word/document.xml").count(b"<wp:docPr ") == len(told)


def test_document_says_its_language_and_its_title(content: bytes, report: Report) -> None:
    properties = opened(content).core_properties

    assert (properties.title, properties.language) == (report.meta.title, "id-ID")
    assert b'<w:lang w:val="id-ID"' in part(content, "word/styles.xml")


def test_nothing_stands_beside_the_text_where_its_order_would_be_lost(content: bytes) -> None:
    """Frames, text boxes and floating pictures are read in an order of their own."""
    text = part(content, "word/document.xml")

    assert not re.search(rb"<w:framePr|<w:txbxContent|<wp:anchor", text)
