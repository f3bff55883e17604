"""Prose in another language than the document is tagged with it, so that it is read aloud in that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.exporters.pdf.opened import exported, of, reader_of

from ppid_core import Dossier
from ppid_core.report import Items, Meta, Paragraph, Report


def spoken(report: Report) -> list[tuple[str, str]]:
    """Return tag and language of every element that has one of its own."""

    def walk(element: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  what a PDF holds
        found = element.get_object()
        if isinstance(found, list):
            for inner in found:
                yield from walk(inner)
        elif hasattr(found, "get"):
            if "/Lang" in found:
                yield found["/S"], found["/Lang"]
            yield from walk(found["/K"]) if "/K" in found else ()

    catalogue: Any = reader_of(exported(report)).trailer["/Root"]
    return list(walk(catalogue["/StructTreeRoot"]))


def test_prose_of_another_language_is_tagged_with_it() -> None:
    meta = Meta(title="Report", body="City", lang="en")
    blocks = (
        Paragraph(content=("Told in English.",)),
        Paragraph(content=("Ditulis petugas.",), lang="id"),
        Items(items=(("satu",), ("dua",)), lang="id"),
    )

    assert spoken(of(*blocks, meta=meta)) == [("/P", "id"), ("/L", "id")]


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
