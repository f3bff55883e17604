"""Prose in another language than the document is tagged with it, so that it is read aloud in that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.exporters.pdf.opened import exported, of, reader_of

from ppid_core import Dossier
from ppid_core.report import Column, Items, Meta, Paragraph, Report, Table
from ppid_core.summary import listed


def told(report: Report) -> list[tuple[str, str, bool]]:
    """Return tag and language of every element, and whether it is its own: else that of what holds it."""

    def walk(element: Any, lang: str) -> Iterator[tuple[str, str, bool]]:  # noqa: ANN401  what a PDF holds
        found = element.get_object()
        if isinstance(found, list):
            for inner in found:
                yield from walk(inner, lang)
        elif hasattr(found, "get"):
            own = found.get("/Lang", lang)
            if "/S" in found:
                yield found["/S"], own, "/Lang" in found
            yield from walk(found["/K"], own) if "/K" in found else ()

    catalogue: Any = reader_of(exported(report)).trailer["/Root"]
    return list(walk(catalogue["/StructTreeRoot"], catalogue["/Lang"]))


def spoken(report: Report) -> list[tuple[str, str]]:
    """Return tag and language of every element that has one of its own."""
    return [(tag, lang) for tag, lang, is_own in told(report) if is_own]


def test_prose_of_another_language_is_tagged_with_it() -> None:
    meta = Meta(title="Report", body="City", lang="en")
    blocks = (
        Paragraph(content=("Told in English.",)),
        Paragraph(content=("Ditulis petugas.",), lang="id"),
        Items(items=(("satu",), ("dua",)), lang="id"),
    )

    assert spoken(of(*blocks, meta=meta)) == [("/P", "id"), ("/L", "id")]


def test_words_in_cells_are_tagged_with_the_language_of_staff() -> None:
    meta = Meta(title="Report", body="City", lang="en")
    table = Table(
        key="t",
        columns=(Column(key="name", title="Name", lang="id"), Column(key="count", title="Count")),
        rows=(("meja layanan", 2), ("kursi tunggu", 4)),
    )

    cells = [lang for tag, lang, _ in told(of(table, meta=meta)) if tag in {"/TH", "/TD"}]
    assert cells == ["en", "en", "id", "en", "id", "en"]


@pytest.mark.parametrize("name", ["kota-serang-2020", "kabupaten-contoh-2024"])
def test_an_english_edition_marks_every_column_that_names_agencies(name: str) -> None:
    """The desks of service hours are left out: of those, some words are ours."""
    work = Dossier.open(f"examples/{name}")
    named = {one for agency in listed(work.year.agencies) for one in (agency.label, agency.name)}

    columns = {
        (table.key, column.key): column.lang
        for table in work.report(lang="en").tables()
        for at, column in enumerate(table.columns)
        if table.key != "hours" and any(row[at] in named for row in table.rows)
    }

    assert len(columns) > 3
    assert set(columns.values()) == {"id"}


def test_an_english_edition_marks_what_staff_wrote_and_an_indonesian_one_nothing() -> None:
    work = Dossier.open("examples/kota-serang-2020")
    foreword = work.year.narrative.passage("kata-pengantar")
    assert foreword is not None

    english, indonesian = (
        [block for block in work.report(lang=lang).blocks() if isinstance(block, Paragraph | Items)]
        for lang in ("en", "id")
    )

    of_foreword = {block.lang for block in english if block.plain("en").startswith(foreword.text[:40])}
    assert of_foreword == {"id"}
    assert {block.lang for block in english} == {None, "id"}
    assert {block.lang for block in indonesian} == {None}
