"""The tags of the PDF, walked by pikepdf: what a screen reader finds, in the order in which it reads."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from tests.exporters import example
from tests.exporters.pdf.opened import exported

from ppid_core.report import Chart, Report, Table
from ppid_exporters.layout.grid import is_bare

Tag = tuple[str, Any]


@pytest.fixture(scope="module", params=["kabupaten-contoh-2024", example.INVENTED])
def report(request: pytest.FixtureRequest) -> Report:
    return example.report(str(request.param))


@pytest.fixture(scope="module")
def document(report: Report) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(exported(report).content)) as opened:
        yield opened


def tags(element: Any) -> Iterator[Tag]:  # noqa: ANN401  an object of PDF
    """Yield every structure element with the name of its role, parents first, in reading order."""
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield str(child["/S"]).removeprefix("/"), child
            yield from tags(child)


def all_tags(document: pikepdf.Pdf) -> list[Tag]:
    return list(tags(document.Root["/StructTreeRoot"]))


def within(element: Any, name: str) -> list[Any]:  # noqa: ANN401  an object of PDF
    return [child for role, child in tags(element) if role == name]


def scopes(head: Any) -> list[str]:  # noqa: ANN401  an object of PDF
    """Return what a heading of a table says that it is of; one "" where it does not say so."""
    said = head.get("/A", [])
    some = said if isinstance(said, pikepdf.Array) else [said]
    return [str(one["/Scope"]) for one in some if "/Scope" in one] or [""]


def test_document_is_tagged_and_says_its_language_and_title(document: pikepdf.Pdf, report: Report) -> None:
    root = document.Root

    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]) == "id"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert str(document.docinfo["/Title"]) == report.meta.title


def test_headings_leave_out_no_level_and_begin_with_the_first(document: pikepdf.Pdf) -> None:
    levels = [int(role[1:]) for role, _ in all_tags(document) if re.fullmatch(r"H[1-6]", role)]

    assert levels[0] == 1
    assert len(levels) > 20
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_there_is_a_heading_for_every_section(document: pikepdf.Pdf, report: Report) -> None:
    """The lists of tables and of charts have headings of their own; nothing else has."""
    headings = [role for role, _ in all_tags(document) if re.fullmatch(r"H[1-6]", role)]

    assert len(headings) - sum(1 for _ in report.walk()) in {1, 2}


def test_tables_have_headings_of_columns_and_rows_of_cells(document: pikepdf.Pdf, report: Report) -> None:
    blocks = [block for block in report.blocks() if isinstance(block, Table) and not is_bare(block)]
    tables = [element for role, element in all_tags(document) if role == "Table"]

    headed = [table for table in tables if within(table, "TH")]
    assert len(headed) >= len(blocks) - 1, "key figures are cards"
    for table in headed:
        assert within(table, "TR")
        assert within(table, "TD")
        assert {scope for head in within(table, "TH") for scope in scopes(head)} == {"/Column"}


def test_every_figure_is_told_in_words(document: pikepdf.Pdf, report: Report) -> None:
    figures = [element for role, element in all_tags(document) if role == "Figure"]

    assert len(figures) >= sum(isinstance(block, Chart) for block in report.blocks())
    assert all(str(figure.get("/Alt", "")).strip() for figure in figures)


def test_reading_order_is_the_order_of_pages(document: pikepdf.Pdf) -> None:
    """A screen reader never goes back a page; what is repeated on every page is no part of the text."""
    numbers = {page.obj.objgen: at for at, page in enumerate(document.pages)}
    blocks = [element for role, element in all_tags(document) if role in {"P", "H1", "H2", "H3", "Caption"}]
    pages = [numbers[one["/Pg"].objgen] for one in blocks if "/Pg" in one]

    assert len(pages) > 50
    assert pages == sorted(pages)
